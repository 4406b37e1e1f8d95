//! Every text is there: no empty label, no list without entries, no id twice in one list.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::catalogue::{Catalogue, Doc};
use super::extract::READ;

/// Texts that are missing, empty or there twice.
pub fn findings(catalogue: &Catalogue) -> Vec<String> {
    let mut found: Vec<String> = catalogue.all().flat_map(empty).collect();
    for doc in catalogue.exercises.values() {
        found.extend(lacks(doc, &doc.table, &["title", "summary", "theme", "license"], &doc.path));
    }
    for doc in catalogue.exercises.values().chain(catalogue.blocks.values()) {
        found.extend(
            doc.tables("step").filter(|step| !step.contains_key("block")).flat_map(|step| step_lacks(doc, step)),
        );
    }
    for doc in catalogue.lists.values() {
        found.extend(doc.tables("item").flat_map(|item| lacks(doc, item, &["id", "label"], name(item))));
        found.extend(twice(doc, doc.tables("item").map(name)));
    }
    for doc in catalogue.lexicons.values() {
        found.extend(doc.tables("group").flat_map(|group| lacks(doc, group, &["name"], "a group")));
        let words = doc.texts().into_iter().filter(|(key, _)| *key == "words").map(|(_, word)| word);
        found.extend(twice(doc, words));
    }
    for doc in catalogue.pages.values() {
        found.extend(lacks(doc, &doc.table, &["title", "body"], "the page"));
    }
    found
}

/// A text people read that holds nothing.
fn empty(doc: &Doc) -> Vec<String> {
    let empty = doc.texts().into_iter().filter(|(key, text)| READ.contains(key) && text.trim().is_empty());
    empty.map(|(key, _)| doc.at(&format!("{key} = \"\""), &format!("{key} is empty"))).collect()
}

fn step_lacks(doc: &Doc, step: &Table) -> Vec<String> {
    let mut found = lacks(doc, step, &["id", "kind", "who", "label"], name(step));
    for key in ["options", "items", "states", "columns", "parts", "replies", "answers"] {
        let choices = step.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table);
        for choice in choices {
            let whose = format!("{} of {}", name(choice), name(step));
            found.extend(lacks(doc, choice, &["id", "label"], &whose));
        }
    }
    found
}

fn lacks(doc: &Doc, table: &Table, keys: &[&str], whose: &str) -> Vec<String> {
    let there = |key: &str| table.get(key).and_then(Value::as_str).is_some_and(|text| !text.trim().is_empty());
    let lacking = keys.iter().filter(|key| !there(key));
    lacking.map(|key| doc.at(&format!("id = \"{}\"", name(table)), &format!("{whose} has no {key}"))).collect()
}

fn twice<'a>(doc: &Doc, all: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    all.filter(|one| !seen.insert(*one))
        .map(|one| doc.at(&format!("\"{one}\""), &format!("{one} is there twice")))
        .collect()
}

fn name(table: &Table) -> &str {
    table.get("id").and_then(Value::as_str).unwrap_or("a nameless entry")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> std::collections::BTreeMap<String, Doc> {
        [("one".to_owned(), Doc::new("x/one.toml", text).unwrap())].into()
    }

    #[test]
    fn a_step_without_words_is_told() {
        let good = "title = \"a\"\nsummary = \"b\"\ntheme = \"c\"\nlicense = \"d\"\n[[step]]\nid = \"a\"\nkind = \"choose\"\n\
                    who = \"me\"\nlabel = \"Ask\"\noptions = [{ id = \"x\", label = \"X\" }]\n";
        let found = |text: &str| findings(&Catalogue { exercises: one(text), ..Catalogue::default() });
        assert_eq!(found(good), Vec::<String>::new());
        assert_eq!(found(&good.replace(", label = \"X\"", "")), ["x/one.toml:10: x of a has no label"]);
        assert_eq!(found(&good.replace("title = \"a\"\n", "")).len(), 1);
        let empty = found(&good.replace("label = \"Ask\"", "label = \"\""));
        assert_eq!(empty, ["x/one.toml:9: label is empty", "x/one.toml:6: a has no label"]);
    }

    #[test]
    fn an_entry_or_word_that_is_there_twice_is_told() {
        let lists = one("id = \"one\"\n[[item]]\nid = \"a\"\nlabel = \"A\"\n[[item]]\nid = \"a\"\nlabel = \"B\"\n");
        assert_eq!(findings(&Catalogue { lists, ..Catalogue::default() }), ["x/one.toml:3: a is there twice"]);
        let lexicons = one("[[group]]\nname = \"Warm\"\nwords = [\"calm\", \"calm\"]\n");
        assert_eq!(findings(&Catalogue { lexicons, ..Catalogue::default() }).len(), 1);
    }

    #[test]
    fn a_page_without_a_body_is_told() {
        let pages = one("id = \"one\"\ntitle = \"Help\"\n");
        assert_eq!(findings(&Catalogue { pages, ..Catalogue::default() }), ["x/one.toml:1: the page has no body"]);
    }
}
