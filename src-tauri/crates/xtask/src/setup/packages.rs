//! System packages. Installed on Debian and its kin; named on every other system.

use std::io::IsTerminal as _;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::child;

/// Needed to build and start the workbook on Linux.
pub const BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev", "libdbus-1-dev", "librsvg2-dev"];

/// Needed to test it: a display, a bus, a driver for the window, and other people's tools that must read our files.
pub const TEST: &[&str] =
    &["xvfb", "webkit2gtk-driver", "dbus", "dbus-x11", "at-spi2-core", "age", "sqlite3", "expect"];

/// Makes sure that `wanted` are installed.
///
/// # Errors
/// If some are missing and this system, or its owner, does not let us install them.
pub fn install(wanted: &[&str]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        print_elsewhere();
        return Ok(());
    }
    if !child::exists("dpkg-query") {
        println!("- this Linux is not Debian or Ubuntu: install what these Debian packages hold: {}", wanted.join(" "));
        return Ok(());
    }
    let missing = missing(wanted);
    if missing.is_empty() {
        return Ok(());
    }
    if !may_install(&missing)? {
        bail!("missing: {0}. Install with: apt-get install {0}", missing.join(" "));
    }
    apt_get(&["update"])?;
    apt_get(&[&["install", "--yes", "--no-install-recommends"], missing.as_slice()].concat())
}

fn missing<'a>(wanted: &[&'a str]) -> Vec<&'a str> {
    wanted.iter().copied().filter(|package| !installed(package)).collect()
}

fn installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]).stderr(Stdio::null());
    query.output().is_ok_and(|done| done.stdout == b"installed")
}

/// In CI, and as root with nobody at the keyboard, there is nobody to ask.
fn may_install(missing: &[&str]) -> Result<bool> {
    let terminal = std::io::stdin().is_terminal();
    if std::env::var("CI").is_ok_and(|ci| ci == "true") || (is_root() && !terminal) {
        return Ok(true);
    }
    if !terminal {
        return Ok(false);
    }
    println!("These system packages are missing: {}", missing.join(" "));
    println!("Install them now with apt-get? [y/N]");
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(answer.trim().eq_ignore_ascii_case("y"))
}

fn apt_get(words: &[&str]) -> Result<()> {
    let mut command = if is_root() { Command::new("apt-get") } else { Command::new("sudo") };
    if !is_root() {
        command.arg("apt-get");
    }
    command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
    child::run(&format!("apt-get {}", words.join(" ")), &mut command).context("system packages")
}

fn is_root() -> bool {
    child::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn print_elsewhere() {
    if cfg!(windows) {
        println!("- Windows needs the MSVC build tools and the WebView2 runtime (part of Windows 11)");
    } else {
        println!("- macOS needs the Xcode command line tools: xcode-select --install");
    }
}
