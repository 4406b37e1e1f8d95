//! An empty window, to hold the start of the workbook against (`cargo xtask bench`). It can do nothing.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("examples/empty/tauri.conf.json"))
}
