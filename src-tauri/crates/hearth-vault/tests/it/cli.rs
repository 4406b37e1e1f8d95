//! The recipe of README.txt, run with the age program and sqlite3 as anybody would.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use hearth_vault::disk::{Disk, RealDisk};
use hearth_vault::{Cost, Settings, VaultDir};

use crate::support::*;

/// Tools of the recipe, and `script`, which gives age the terminal it asks a passphrase on.
const TOOLS: [&str; 3] = ["age", "sqlite3", "script"];

fn missing() -> Option<&'static str> {
    TOOLS.into_iter().find(|tool| {
        let asked = Command::new(tool).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        !asked.is_ok_and(|status| status.success())
    })
}

#[cfg(target_os = "linux")]
#[test]
fn the_recipe_in_the_readme_opens_ones_own_pages_without_the_program() {
    if let Some(tool) = missing() {
        assert!(std::env::var_os("CI").is_none(), "{tool} is missing");
        eprintln!("NOT TESTED: {tool} is missing, so the recipe of README.txt was not tried");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("workbook.hearth");
    make(&path, &sqlite_image(home.path()));
    let readme = std::fs::read_to_string(path.join("README.txt")).unwrap();
    let commands: Vec<&str> =
        readme.lines().map(str::trim).filter(|l| l.starts_with("age -d") || l.starts_with("sqlite3 x")).collect();
    let [keys, pages, read] = commands[..] else { panic!("{commands:?}") };

    terminal(&path, keys);
    let identities = std::fs::read_to_string(path.join("k.txt")).unwrap();
    let mine = identities.split(r#""kind":"mine""#).nth(1).and_then(|t| t.split(r#""file":""#).nth(1)).unwrap();
    for slot in ["0", "1"] {
        shell(&path, &pages.replace("s/X.0", &format!("s/{}.{slot}", &mine[..16])));
        let answer = shell(&path, &format!("{read} 'select body from page; pragma quick_check'"));
        assert_eq!(answer, "kiwi\nok\n");
    }
}

fn make(path: &Path, image: &[u8]) {
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let settings = Settings { cost: Cost::product(), recovery_cost: Cost::for_tests() };
    let alex = new_person("Alex", ALEX, image);
    VaultDir::create(&disk, path, settings, &mut rng(1), at(0), &alex, image).unwrap();
}

fn sqlite_image(home: &Path) -> Vec<u8> {
    shell(home, "sqlite3 plain.sqlite \"create table page(body text) strict; insert into page values('kiwi')\"");
    std::fs::read(home.join("plain.sqlite")).unwrap()
}

fn shell(folder: &Path, command: &str) -> String {
    let done = Command::new("sh").args(["-ec", command]).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "{command}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// Types the passphrase on a terminal of its own.
fn terminal(folder: &Path, command: &str) {
    let mut child = Command::new("script")
        .args(["-qec", command, "/dev/null"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(format!("{ALEX}\n").as_bytes()).unwrap();
    assert!(child.wait().unwrap().success(), "{command}");
}
