//! Starting other programs: each says what it is for, and none fails in silence.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Runs a child with our terminal; prints `about` first.
///
/// # Errors
/// If it cannot start or ends with anything but success.
pub fn run(about: &str, command: &mut Command) -> Result<()> {
    println!("- {about}");
    let status = command.status().with_context(|| format!("{} did not start", name(command)))?;
    if !status.success() {
        bail!("{about}: {} ended with {status}", name(command));
    }
    Ok(())
}

/// What a child prints on stdout. Its stderr is shown only if it fails.
///
/// # Errors
/// If it cannot start, fails, or prints something that is no text.
pub fn output(command: &mut Command) -> Result<String> {
    let done = command.output().with_context(|| format!("{} did not start", name(command)))?;
    if !done.status.success() {
        bail!("{} ended with {}\n{}", name(command), done.status, String::from_utf8_lossy(&done.stderr));
    }
    String::from_utf8(done.stdout).context("the output is no text")
}

/// Runs a child, shows what it prints, and hands each line of its stdout to `line`. Tells whether it succeeded.
///
/// # Errors
/// If it cannot start.
pub fn watch(about: &str, command: &mut Command, mut line: impl FnMut(&str)) -> Result<bool> {
    quiet(about, command, |text| {
        println!("{text}");
        line(text);
    })
}

/// Runs a child and hands each line of its stdout to `line`, which shows what is worth showing.
///
/// # Errors
/// If it cannot start.
pub fn quiet(about: &str, command: &mut Command, mut line: impl FnMut(&str)) -> Result<bool> {
    println!("- {about}");
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("{} did not start", name(command)))?;
    let stdout = child.stdout.take().context("the child has no stdout")?;
    for bytes in BufReader::new(stdout).split(b'\n') {
        let bytes = bytes?;
        line(&String::from_utf8_lossy(&bytes));
    }
    Ok(child.wait()?.success())
}

/// Whether a program of this name can be started at all.
pub fn exists(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
