//! Declares the program's own commands. Without the list every local page could call every command.

include!("src/commands/names.in");

fn main() {
    println!("cargo:rerun-if-changed=src/commands/names.in");
    println!("cargo:rerun-if-changed=capabilities");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("tauri-build: {error:#}");
    }
}
