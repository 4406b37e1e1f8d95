//! What is named is there, and what is there is named: blocks, lists, lexicons, pages, and other exercises.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::{Catalogue, Doc};

/// Keys whose text is the name of another exercise.
const SLUGS: [&str; 7] = ["suggest", "start", "next", "slugs", "agreed", "done", "own"];
/// Rows, options and items from somewhere else.
const SOURCES: [&str; 4] = ["from", "items", "per", "rows"];

/// Names without a file, and files without a name.
pub fn findings(catalogue: &Catalogue) -> Vec<String> {
    let mut found = Vec::new();
    let shared = [
        ("block", &catalogue.blocks),
        ("list", &catalogue.lists),
        ("lexicon", &catalogue.lexicons),
        ("page", &catalogue.pages),
    ];
    for (key, files) in shared {
        let mut named = BTreeSet::new();
        for doc in catalogue.all() {
            for (_, name) in doc.texts().into_iter().filter(|(one, _)| *one == key) {
                named.insert(name.to_owned());
                found.extend(absent(doc, key, name, files));
            }
        }
        let unused = files.iter().filter(|(name, doc)| !named.contains(*name) && !written_out(doc, catalogue));
        found.extend(unused.map(|(name, doc)| doc.at("", &format!("no exercise names the {key} {name}"))));
    }
    found.extend(
        catalogue.exercises.values().chain(catalogue.blocks.values()).flat_map(|doc| exercises(doc, catalogue)),
    );
    found.extend(catalogue.all().filter(|doc| !doc.word("id").is_empty()).filter_map(misnamed));
    found
}

/// A list whose every entry one exercise says in its own lines, where a step takes no list: what to say or listen for.
fn written_out(list: &Doc, catalogue: &Catalogue) -> bool {
    let texts = list.texts();
    let labels: Vec<&str> = texts.iter().filter(|(key, _)| *key == "label").map(|(_, label)| *label).collect();
    let says = |doc: &Doc| {
        let lines: BTreeSet<&str> = doc.texts().into_iter().map(|(_, line)| line).collect();
        labels.iter().all(|label| lines.contains(label))
    };
    !labels.is_empty() && catalogue.exercises.values().any(says)
}

fn absent(doc: &Doc, key: &str, name: &str, files: &BTreeMap<String, Doc>) -> Option<String> {
    (!files.contains_key(name)).then(|| doc.at(&format!("\"{name}\""), &format!("there is no {key} {name}")))
}

fn misnamed(doc: &Doc) -> Option<String> {
    let fits = doc.path.ends_with(&format!("/{}.toml", doc.word("id")));
    (!fits).then(|| doc.at("id", "its id is not its file's name"))
}

/// Other exercises a file names, in keys, sources and conditions.
fn exercises(doc: &Doc, catalogue: &Catalogue) -> Vec<String> {
    let mut found = Vec::new();
    for (key, text) in doc.texts() {
        let mut named: Vec<&str> = Vec::new();
        if SLUGS.contains(&key) {
            named.push(text);
        } else if SOURCES.contains(&key) {
            found.extend(source(doc, text, catalogue));
        } else if ["if", "show_if"].contains(&key) {
            named.extend(called(text, "done('").chain(called(text, "agreed('")));
        }
        let strangers = named.into_iter().filter(|slug| !catalogue.exercises.contains_key(*slug));
        found.extend(strangers.map(|slug| doc.at(slug, &format!("there is no exercise {slug}"))));
    }
    found
}

/// `slug/step` of another run.
fn source(doc: &Doc, text: &str, catalogue: &Catalogue) -> Option<String> {
    let (slug, step) = text.split_once('/').filter(|(slug, _)| !slug.starts_with('@'))?;
    let there = catalogue
        .exercises
        .get(slug)
        .is_some_and(|other| other.tables("step").any(|one| one.get("id").and_then(toml::Value::as_str) == Some(step)));
    (!there).then(|| doc.at(text, &format!("there is no step {text}")))
}

/// The first argument of each call.
fn called<'a>(text: &'a str, call: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(call).filter_map(move |(at, _)| text[at + call.len()..].split('\'').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn docs(all: &[(&str, &str)]) -> BTreeMap<String, Doc> {
        let doc =
            |(name, text): &(&str, &str)| ((*name).to_owned(), Doc::new(&format!("x/{name}.toml"), text).unwrap());
        all.iter().map(doc).collect()
    }

    #[test]
    fn what_is_named_and_not_there_is_told() {
        let text = "[[step]]\nblock = \"open\"\n[[step]]\nlist = \"fun\"\nnext = [\"gone\"]\nitems = [\"one/gone\"]\n\
                    show_if = \"not agreed('far')\"\n";
        let found = findings(&Catalogue { exercises: docs(&[("one", text)]), ..Catalogue::default() });
        let all =
            ["there is no block open", "there is no list fun", "no exercise gone", "no step one/gone", "exercise far"];
        assert_eq!(found.len(), all.len(), "{found:?}");
        assert!(all.iter().all(|what| found.iter().any(|one| one.contains(what))), "{found:?}");
    }

    #[test]
    fn a_list_may_be_written_out_but_not_in_part() {
        let item = |label: &str| format!("[[item]]\nlabel = \"{label}\"\n");
        let lists = docs(&[("curious", &["id = \"curious\"\n", &item("Why?"), &item("When?")].concat())]);
        let told = |listen: &str| {
            let exercises = docs(&[("one", &format!("[[step]]\nlisten = {listen}\n"))]);
            findings(&Catalogue { exercises, lists: lists.clone(), ..Catalogue::default() }).len()
        };
        assert_eq!((told("[\"Ask.\", \"Why?\", \"When?\"]"), told("[\"Why?\"]")), (0, 1));
    }

    #[test]
    fn what_is_there_and_not_named_is_told() {
        let pages = docs(&[("crisis", "id = \"crisis\"\n"), ("idle", "id = \"other\"\n")]);
        let exercises = docs(&[("one", "[[step]]\nid = \"a\"\npage = \"crisis\"\nitems = [\"one/a\"]\n")]);
        let found = findings(&Catalogue { exercises, pages, ..Catalogue::default() });
        assert_eq!(
            found,
            ["x/idle.toml:1: no exercise names the page idle", "x/idle.toml:1: its id is not its file's name"]
        );
    }
}
