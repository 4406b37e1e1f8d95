//! The exercise file: TOML as people write it, canonical JSON as it is kept, sent and hashed.
//!
//! [`compile`] goes TOML -> tree with lines -> blocks, lists, lexicons and pages copied in -> shape check ->
//! model -> rules; [`read_canonical`] enters at the shape check. So there is one set of checks, and both report
//! every problem, never only the first.
//!
//! # Files beside the exercises
//! ```toml
//! # blocks/joint-open.toml: steps whose ids start with the block's prefix (so- jo- ho- sc- jc-)
//! [[step]]
//! id = "jo-now"
//! kind = "consent"
//! # ... as in an exercise
//!
//! # lists/morehelp.toml: named by `list = "morehelp"`
//! id = "morehelp"
//! [[item]]
//! id = "fear"
//! label = "Fear, force or threats"
//!
//! # lexicons/feelings.toml: named by `lexicon = "feelings"`
//! id = "feelings"
//! [[group]]
//! name = "Warm"
//! words = ["close", "tender"]
//!
//! # pages/help-now.toml: named by `page = "help-now"`; `lines` are kinds of help line
//! id = "help-now"
//! title = "Help"
//! body = "You do not have to carry this alone."
//! lines = ["abuse"]
//! ```
//! A file's `id` is its name. In an exercise a step that is only `block = "joint-open"` (and `part`, if there
//! are parts) stands for the block's steps; they keep the block's name, because a joint run that goes on
//! another day asks its opening block again.
//!
//! Must not know: files, folders, answers, runs. It is handed texts.

mod build;
mod canonical;
mod copied;
mod doc;
mod finding;
mod grammar;
mod kinds;
mod library;
mod rules;
mod schema;
mod shape;
mod tree;
mod wire;
mod words;

pub use canonical::write as canonical_json;
pub use finding::{Code, Finding, Severity};
pub use library::Library;
pub use schema::schema;
pub use wire::{read_canonical, text_of};

use serde_json::{Map, Value};

use crate::model::Exercise;
use doc::Doc;
use finding::Findings;
use grammar::{COPIED, FORMAT, Key, MAX_BYTES, MAX_STEPS, TOP};

/// Compiles a file. An exercise comes out if there is no error; warnings may stand beside it.
#[must_use]
pub fn compile(toml: &str, library: &Library) -> (Option<Exercise>, Vec<Finding>) {
    let mut found = Findings::default();
    if too_large(toml.len(), &mut found) {
        return (None, found.into_vec());
    }
    let mut tree = tree::read(toml, &mut found);
    shape::clean_map(&mut tree.root, "", &mut found);
    let (mut doc, lines) = library::expand(tree, library, &mut found);
    shape::clean_texts(&mut doc, "", &mut found);
    let exercise = document(&doc, &mut found);
    if let (Some(exercise), false) = (&exercise, library.slugs.is_empty()) {
        rules::installed(exercise, &library.slugs, &mut found);
    }
    let exercise = exercise.filter(|_| !found.errors());
    (exercise, with_lines(found, &lines))
}

fn too_large(bytes: usize, found: &mut Findings) -> bool {
    let large = bytes > MAX_BYTES;
    if large {
        let tenths = bytes.saturating_mul(10).div_ceil(1 << 20);
        let (whole, tenth) = (tenths / 10, tenths % 10);
        let message = format!("Too large for an exercise file ({whole}.{tenth} MiB); the limit is 1 MiB.");
        found.error(Code::TooLong, "", message, "Ask for a shorter one.");
    }
    large
}

/// One set of checks for both ways in.
fn document(doc: &Value, found: &mut Findings) -> Option<Exercise> {
    let root = doc.as_object()?;
    if newer(root, found) {
        return None;
    }
    let keys: Vec<Key> = TOP.iter().chain(COPIED).copied().collect();
    shape::object(root, &keys, "", found);
    if Doc(root).list("step").len() > MAX_STEPS {
        return None;
    }
    copied::stands_alone(root, found);
    let draft = build::draft(root, found)?;
    (!found.errors()).then_some(draft.exercise)
}

/// A file of a later format, or one that asks for features we do not have.
fn newer(root: &Map<String, Value>, found: &mut Findings) -> bool {
    let format = root.get("format").and_then(Value::as_str).filter(|f| *f != FORMAT);
    let feature = root.get("requires").and_then(Value::as_array).and_then(|all| all.first()).and_then(Value::as_str);
    let what = format.map(|f| ("/format", f)).or(feature.map(|f| ("/requires", f)));
    if let Some((at, what)) = what {
        let what = words::short(what);
        if at == "/format" && !later(&what) {
            let fix = format!("Write format = \"{FORMAT}\".");
            found.error(Code::UnknownWord, at, format!("\"{what}\" is not the format of an exercise."), fix);
            return true;
        }
        found.error(Code::Newer, at, format!("Needs a newer version ({what})."), "Update, then open again.");
    }
    what.is_some()
}

/// Ours, with a higher number.
fn later(format: &str) -> bool {
    let number = format.strip_prefix("hearthside.exercise/").unwrap_or_default();
    number.bytes().all(|b| b.is_ascii_digit()) && number.parse::<u32>().is_ok_and(|n| n > 1)
}

fn with_lines(mut found: Findings, lines: &tree::Lines) -> Vec<Finding> {
    found.stand(lines);
    let mut all = found.into_vec();
    all.sort_by_key(|f| f.line);
    all
}
