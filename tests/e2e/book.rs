//! A book that two people have set up, made by the use cases without a window, and its files by whose they are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hearth_app::App;
use hearth_app::contract::Display;
use hearth_testkit::TestClock;
use hearth_tests::Laptop;
use zeroize::Zeroizing;

use crate::couple::{ALEX, SAM};

/// The book on a laptop. The names of space files say nothing, so they were noted while each appeared.
pub struct Book {
    folder: PathBuf,
    alex: String,
    sam: String,
    ours: String,
}

impl Book {
    /// Lays it where the laptop's program looks, an hour before the laptop's next window.
    pub fn lay(laptop: &mut Laptop) -> Self {
        laptop.set_clock("2026-03-20T20:00:00Z");
        Self::lay_in(laptop.vault().parent().expect("a folder around it"))
    }

    /// Lays one in a folder, as `workbook.hearth`.
    pub fn lay_in(home: &Path) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
        runtime.block_on(make(home))
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The two copies of Alex's own pages.
    pub fn alex(&self) -> [PathBuf; 2] {
        self.copies(&self.alex)
    }

    /// The two copies of Sam's own pages.
    pub fn sam(&self) -> [PathBuf; 2] {
        self.copies(&self.sam)
    }

    /// The two copies of the shared pages.
    pub fn ours(&self) -> [PathBuf; 2] {
        self.copies(&self.ours)
    }

    /// One of its files.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Every file with what is in it.
    pub fn all(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        [self.folder.clone(), self.folder.join("s")].iter().flat_map(|folder| files(folder)).collect()
    }

    fn copies(&self, name: &str) -> [PathBuf; 2] {
        ["0", "1"].map(|copy| self.folder.join(format!("s/{name}.{copy}.age")))
    }
}

/// Changes one byte in the middle of a file.
pub fn flip(file: &Path) {
    let mut bytes = std::fs::read(file).expect("the file is there");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(file, bytes).expect("it is written");
}

async fn make(home: &Path) -> Book {
    let app = hearth_testkit::program(home, &Arc::new(TestClock::default()));
    let folder = home.join("workbook.hearth");
    let folder = folder.as_path();
    app.start().await.expect("a start");
    set_up(&app, "Alex", ALEX).await;
    let first = names(folder, "age");
    // What one person alone changes goes to the journal of their own pages.
    app.display_set(Display::default()).await.expect("a setting is kept");
    let alex = names(folder, "log").pop_first().expect("a journal");
    set_up(&app, "Sam", SAM).await;
    app.close().await;
    let all = names(folder, "age");
    let sam = all.difference(&first).next().expect("Sam's own pages").clone();
    let ours = first.iter().find(|name| **name != alex).expect("the shared pages").clone();
    assert_eq!(all.len(), 3, "{all:?}");
    Book { folder: folder.to_path_buf(), alex, sam, ours }
}

async fn set_up(app: &App, name: &str, passphrase: &str) {
    app.setup_begin().await.expect("set-up begins");
    app.setup_name(name.into(), true).await.expect("a name");
    assert!(app.setup_passphrase(secret(passphrase)).await.expect("a passphrase").enough);
    app.setup_prove(secret(passphrase)).await.expect("a person");
}

fn secret(passphrase: &str) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(passphrase.as_bytes().to_vec())
}

/// What the space files with this ending are called, without their endings.
fn names(folder: &Path, ending: &str) -> BTreeSet<String> {
    let name = |path: PathBuf| Some(path.file_name()?.to_str()?.split('.').next()?.to_owned());
    let ends = |path: &PathBuf| path.extension().is_some_and(|e| e == ending);
    files(&folder.join("s")).map(|(path, _)| path).filter(ends).filter_map(name).collect()
}

fn files(folder: &Path) -> impl Iterator<Item = (PathBuf, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path());
    entries.filter(|path| path.is_file()).map(|path| (path.clone(), std::fs::read(&path).expect("a file")))
}
