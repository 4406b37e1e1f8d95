//! The processes of one started workbook: bus, driver, program and web engine, all in one group.

use std::path::Path;

use nix::sys::signal::{Signal, kill, killpg};
use nix::unistd::Pid;

/// Kills every process of the group. A group that is gone already is fine.
pub fn kill_group(group: u32) {
    if let Ok(group) = i32::try_from(group) {
        let _ = killpg(Pid::from_raw(group), Signal::SIGKILL);
    }
}

/// Kills one process so that it can do nothing any more.
pub fn kill_at_once(process: i32) {
    let _ = kill(Pid::from_raw(process), Signal::SIGKILL);
}

/// The running process of `program` in the group. The program forbids others to look at its memory or path, so it
/// is known by its name and group, which the kernel shows to everybody.
#[must_use]
pub fn find(group: u32, program: &Path) -> Option<i32> {
    let name: String = program.file_name()?.to_string_lossy().chars().take(15).collect();
    let processes = std::fs::read_dir("/proc").ok()?;
    processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok()).find(|id| is(*id, &name, group))
}

/// `/proc/<id>/stat`: id (name) state parent group ...
fn is(id: i32, name: &str, group: u32) -> bool {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{id}/stat")) else { return false };
    let Some((head, tail)) = stat.rsplit_once(") ") else { return false };
    let mut fields = tail.split(' ');
    let (state, _, in_group) = (fields.next(), fields.next(), fields.next());
    head.ends_with(&format!("({name}")) && state != Some("Z") && in_group == Some(&group.to_string())
}
