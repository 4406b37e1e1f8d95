//! Names of lists, lexicons and pages in steps, and whether what they name was copied in.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::finding::{Code, Findings};
use super::shape;

/// The lists, lexicons and pages that are named, each with the first place that names it.
pub(super) type Used = [BTreeMap<String, String>; 3];

/// Whatever is named was copied in, and nothing else rides along. Compiling sees to it; the wire may not.
pub(super) fn stands_alone(root: &Map<String, Value>, found: &mut Findings) {
    if found.errors() {
        return;
    }
    let mut used = Used::default();
    for name in ["step", "lists"] {
        root.get(name).into_iter().for_each(|value| uses(value, &format!("/{name}"), &mut used));
    }
    for ((folder, what), used) in [("lists", "list"), ("lexicons", "lexicon"), ("pages", "page")].iter().zip(used) {
        let there: BTreeSet<&String> =
            root.get(*folder).and_then(Value::as_object).into_iter().flat_map(Map::keys).collect();
        for (id, at) in used.iter().filter(|(id, _)| !there.contains(id)) {
            found.error(Code::UnknownReference, at, format!("The {what} \"{id}\" is not in this file."), "");
        }
        for id in there.into_iter().filter(|id| !used.contains_key(*id)) {
            let message = format!("The {what} \"{id}\" is not used in this file.");
            found.error(Code::UnknownReference, &format!("/{folder}/{id}"), message, "");
        }
    }
}

/// Which lists, lexicons and pages a tree of steps names, with the place that does.
pub(super) fn uses(value: &Value, at: &str, used: &mut Used) {
    match value {
        Value::Array(all) => all.iter().enumerate().for_each(|(n, v)| uses(v, &format!("{at}/{n}"), used)),
        Value::Object(map) => {
            for (key, value) in map {
                let place = format!("{at}/{key}");
                let kind = ["list", "lexicon", "page"].iter().position(|k| k == key);
                if let (Some(kind), Value::String(id)) = (kind, value) {
                    // Anything else is no name of a file, and the shape check says so.
                    if shape::is_id(id) {
                        used[kind].entry(id.clone()).or_insert(place);
                    }
                } else {
                    uses(value, &place, used);
                }
            }
        }
        _ => {}
    }
}
