//! Whatever is wrong with what was typed or with what lies on the disk: it is told by its own name, with what is safe
//! and what to do next, and nothing is lost (U8).

mod damage;
mod passphrase;
mod places;
mod saving;
mod shared;

use hearth_tests::Window;

use crate::book::Book;
use crate::couple::{ALEX, SAM};
use crate::rules::clean;

/// A page that tells of a problem is a page like any other: it breaks no rule in any theme. Where pictures are wanted
/// it leaves one.
fn look_at(window: &Window<'_>, page: &str) {
    clean(window, page);
    if let Some(folder) = std::env::var_os("HEARTHSIDE_PICTURES") {
        window.screenshot(&std::path::Path::new(&folder).join(format!("{page}.png")));
    }
}

/// What a refusal leaves behind: exactly what was there.
fn untouched<T>(book: &Book, what: impl FnOnce() -> T) -> T {
    let before = book.all();
    let done = what();
    let after = book.all();
    let changed = |path: &&std::path::PathBuf| before.get(*path) != after.get(*path);
    let paths: Vec<_> = before.keys().chain(after.keys()).filter(changed).collect();
    assert!(paths.is_empty(), "a refusal changed {paths:?}");
    done
}

/// Types somebody's own passphrase on the first page and presses Open.
fn try_to_open(window: &Window<'_>, name: &str) {
    window.wait_for_heading("Who is opening?");
    window.choose(name);
    window.type_into(&format!("Passphrase for {name}"), if name == "Alex" { ALEX } else { SAM });
    window.press("Open");
}

/// Somebody's own passphrase opens their pages.
fn opens(window: &Window<'_>, name: &str) {
    try_to_open(window, name);
    is_home(window, name);
}

/// Somebody's own Home, at whatever hour.
fn is_home(window: &Window<'_>, name: &str) {
    window.see("Good ");
    window.see(&format!(", {name}"));
}
