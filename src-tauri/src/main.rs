//! Starts the program and, after a lock, the next one.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    hearthside::run()
}
