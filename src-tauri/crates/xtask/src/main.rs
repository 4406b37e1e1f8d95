//! The developer's commands: `cargo xtask <command>`.
//!
//! Starts `cargo`, `npm` and system tools as children and says in one line what it does. Must not depend on the
//! workspace's other crates: on a fresh machine this builds in seconds and then sets up the rest.

mod bench;
mod child;
mod content;
mod house;
mod release_check;
mod run;
mod scenes;
mod setup;
mod test;
mod tidy;

use std::process::ExitCode;

use anyhow::Result;

use house::House;

/// A name, what it does, and the work.
type Command = (&'static str, &'static str, fn(&House) -> Result<()>);

const COMMANDS: &[Command] = &[
    ("run", "sets this machine up, builds, and opens the workbook", run::run),
    ("demo", "plays the guided demonstration in a virtual display; pictures in target/demo/", scenes::demo),
    ("test", "sets up, checks and tests everything; ends with one line of totals", test::run),
    ("bench", "measures start, unlock, save, next step and lock", bench::run),
    ("tidy", "checks who may depend on whom and what may be named where", tidy::run),
    ("content", "writes the generated types and checks; or: check, walk, show SLUG", content::run),
    ("pictures", "takes the README's pictures again", scenes::pictures),
    ("release-check", "checks the help lines' dates and that test seams are absent", release_check::run),
];

fn main() -> ExitCode {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let Some((_, _, work)) = COMMANDS.iter().find(|(name, ..)| *name == wanted) else {
        print_commands();
        return ExitCode::from(2);
    };
    match House::find().and_then(|house| work(&house)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask {wanted}: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn print_commands() {
    println!("cargo xtask <command>");
    for (name, about, _) in COMMANDS {
        println!("  {name:<14} {about}");
    }
}
