//! What exercises share, and copying it in, so that a compiled exercise stands alone.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::copied::{Used, uses};
use super::finding::{Code, Findings};
use super::grammar::{BLOCK_FILE, BLOCKS, Key, LEXICON_FILE, LIST_FILE, MAX_STEPS, PAGE_FILE, PREFIXES};
use super::shape;
use super::tree::{self, Lines, Tree, line_of};
use super::words::short;

/// The TOML texts next to the exercises, by file name without `.toml`; the grammar is in [`crate::format`].
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// `blocks/`.
    pub blocks: BTreeMap<String, String>,
    /// `lists/`.
    pub lists: BTreeMap<String, String>,
    /// `lexicons/`.
    pub lexicons: BTreeMap<String, String>,
    /// `pages/`.
    pub pages: BTreeMap<String, String>,
    /// Exercises that exist, for `needs`; empty means "not known", and nothing is checked.
    pub slugs: BTreeSet<String>,
}

/// Puts blocks, lists, lexicons and pages into the document.
pub(super) fn expand(tree: Tree, library: &Library, found: &mut Findings) -> (Value, Lines) {
    let Tree { mut root, mut lines } = tree;
    for name in ["lists", "lexicons", "pages"].into_iter().filter(|n| root.remove(*n).is_some()) {
        found.error(Code::UnknownField, &format!("/{name}"), format!("\"{name}\" is not a field."), "");
    }
    found.stand(&lines);
    match root.remove("step") {
        Some(Value::Array(steps)) if steps.len() <= MAX_STEPS => {
            let (steps, moved) = expand_steps(steps, &lines, library, found);
            lines.retain(|place, _| !place.starts_with("/step/"));
            lines.extend(moved);
            root.insert("step".to_owned(), Value::Array(steps));
        }
        Some(other) => _ = root.insert("step".to_owned(), other),
        None => {}
    }
    copy_used(&mut root, library, found);
    (Value::Object(root), lines)
}

/// Found problems point at the authored file by line, so each new step keeps the lines it came from.
fn expand_steps(steps: Vec<Value>, lines: &Lines, library: &Library, found: &mut Findings) -> (Vec<Value>, Lines) {
    let (mut all, mut moved, mut places) = (Vec::new(), Lines::new(), Vec::new());
    for (n, step) in steps.into_iter().enumerate() {
        let old = format!("/step/{n}");
        let new = format!("/step/{}", all.len());
        places.push(all.len());
        if let Some(name) = step.get("block").and_then(Value::as_str).map(str::to_owned) {
            let line = line_of(lines, &old);
            let block = block(&name, &step, &old, library, found);
            moved.extend(
                line.into_iter()
                    .flat_map(|l| (0..block.len()).map(move |k| (k, l)))
                    .map(|(k, l)| (format!("/step/{}", all.len() + k), l)),
            );
            all.extend(block);
            continue;
        }
        let below = format!("{old}/");
        let under = lines.range(below.clone()..).take_while(|(p, _)| p.starts_with(&below));
        let own = lines.get_key_value(&old).into_iter().chain(under);
        moved.extend(own.map(|(p, l)| (format!("{new}{}", &p[old.len()..]), *l)));
        all.push(step);
    }
    found.stand(lines);
    found.moved(&places);
    (all, moved)
}

fn block(name: &str, step: &Value, at: &str, library: &Library, found: &mut Findings) -> Vec<Value> {
    let extra = step.as_object().into_iter().flatten().any(|(k, _)| k != "block" && k != "part");
    if extra {
        found.error(
            Code::Block,
            at,
            "A block takes no other fields.",
            "Leave only \"block\", and \"part\" if there are parts.",
        );
    }
    let Some(place) = BLOCKS.iter().position(|b| *b == name) else {
        let fix = format!("Use one of: {}.", BLOCKS.join(", "));
        found.error(Code::Block, at, format!("There is no block \"{}\".", short(name)), fix);
        return Vec::new();
    };
    let Some(root) = file("blocks", name, &library.blocks, BLOCK_FILE, at, found) else { return Vec::new() };
    let Some(Value::Array(steps)) = root.get("step").cloned() else { return Vec::new() };
    steps.into_iter().map(|s| marked(s, name, PREFIXES[place], step.get("part"), at, found)).collect()
}

/// A step of a block, with the block's name and the part it is used in.
fn marked(step: Value, block: &str, prefix: &str, part: Option<&Value>, at: &str, found: &mut Findings) -> Value {
    let Value::Object(mut step) = step else { return step };
    let id = step.get("id").and_then(Value::as_str).unwrap_or_default();
    if !id.starts_with(prefix) {
        found.error(Code::Block, at, format!("Step \"{id}\" of block {block} does not start with \"{prefix}\"."), "");
    }
    step.insert("block".to_owned(), Value::String(block.to_owned()));
    if let Some(part) = part {
        step.insert("part".to_owned(), part.clone());
    }
    Value::Object(step)
}

/// Reads a shared file; its problems are told at the place that uses it, with its own name and line.
fn file(
    folder: &str,
    id: &str,
    files: &BTreeMap<String, String>,
    keys: &[Key],
    at: &str,
    found: &mut Findings,
) -> Option<Map<String, Value>> {
    let Some(text) = files.get(id) else {
        found.error(Code::UnknownReference, at, format!("There is no file {folder}/{id}.toml."), "");
        return None;
    };
    let mut own = Findings::default();
    let Tree { root, lines } = tree::read(text, &mut own);
    shape::object(&root, keys, "", &mut own);
    if root.get("id").and_then(Value::as_str).is_some_and(|named| named != id) {
        own.error(Code::BadId, "/id", "the id is not the file's name.", "");
    }
    for mut finding in own.into_vec() {
        let line = finding.line.or_else(|| line_of(&lines, &finding.pointer)).unwrap_or(1);
        finding.message = format!("{folder}/{id}.toml, line {line}: {}", finding.message);
        finding.line = None;
        finding.pointer = at.to_owned();
        found.add(finding);
    }
    Some(root)
}

fn copy_used(root: &mut Map<String, Value>, library: &Library, found: &mut Findings) {
    let mut used = Used::default();
    if let Some(steps) = root.get("step") {
        uses(steps, "/step", &mut used);
    }
    let [lists, lexicons, pages] = used;
    let lists = copies("lists", LIST_FILE, &library.lists, lists, found, |mut f| f.remove("item"));
    let lexicons = copies("lexicons", LEXICON_FILE, &library.lexicons, lexicons, found, |mut f| f.remove("group"));
    let pages = copies("pages", PAGE_FILE, &library.pages, pages, found, |mut f| {
        f.remove("id");
        Some(Value::Object(f))
    });
    for (name, copied) in [("lists", lists), ("lexicons", lexicons), ("pages", pages)] {
        root.insert(name.to_owned(), Value::Object(copied));
    }
}

fn copies(
    folder: &str,
    keys: &[Key],
    files: &BTreeMap<String, String>,
    used: BTreeMap<String, String>,
    found: &mut Findings,
    take: fn(Map<String, Value>) -> Option<Value>,
) -> Map<String, Value> {
    let one = |(id, at): (String, String)| Some((file(folder, &id, files, keys, &at, found)?, id));
    used.into_iter().filter_map(one).filter_map(|(file, id)| Some((id, take(file)?))).collect()
}
