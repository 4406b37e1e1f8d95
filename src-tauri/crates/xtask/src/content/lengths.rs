//! Lists and lexicons have at least as many entries as the design names (exercises.md 6 and 7).

use toml::Value;

use super::catalogue::{Catalogue, Doc};

/// Lists, by file; the design's L-closeness, L-touch and L-cards are several files each.
const LISTS: &[(&str, usize)] = &[
    ("cards-deeper", 8),
    ("cards-light", 8),
    ("cards-middle", 8),
    ("closeness", 7),
    ("closeness-sexual", 1),
    ("comfort", 12),
    ("coping", 30),
    ("curious", 6),
    ("early", 11),
    ("exits", 8),
    ("fun", 18),
    ("hurts", 11),
    ("impact", 12),
    ("limits", 14),
    ("morehelp", 11),
    ("moves", 14),
    ("reach", 11),
    ("reminders", 12),
    ("repair", 20),
    ("rituals", 12),
    ("rungs", 6),
    ("setoffs", 18),
    ("silence", 9),
    ("support", 11),
    ("topics", 16),
    ("touch-affection", 10),
    ("touch-sexual", 5),
    ("touch-words", 8),
];
/// Lexicons, by file.
const LEXICONS: &[(&str, usize)] = &[("body", 51), ("feelings", 74), ("needs", 65), ("values", 54)];
/// Exercises of the design.
const EXERCISES: usize = 44;

/// What is missing or too short.
pub fn findings(catalogue: &Catalogue) -> Vec<String> {
    let mut found = Vec::new();
    for (name, least) in LISTS {
        found.extend(short("lists", name, catalogue.lists.get(*name).map(|doc| (doc, items(doc))), *least));
    }
    for (name, least) in LEXICONS {
        found.extend(short("lexicons", name, catalogue.lexicons.get(*name).map(|doc| (doc, words(doc))), *least));
    }
    if catalogue.exercises.len() < EXERCISES {
        found.push(format!("assets/exercises: {} exercises, the design has {EXERCISES}", catalogue.exercises.len()));
    }
    found
}

fn short(folder: &str, name: &str, there: Option<(&Doc, usize)>, least: usize) -> Option<String> {
    match there {
        None => Some(format!("assets/exercises/{folder}/{name}.toml: the design names it, and it is not there")),
        Some((doc, count)) if count < least => Some(doc.at("id", &format!("{count} entries, the design has {least}"))),
        Some(_) => None,
    }
}

fn items(doc: &Doc) -> usize {
    doc.tables("item").count()
}

fn words(doc: &Doc) -> usize {
    doc.tables("group").filter_map(|group| group.get("words").and_then(Value::as_array)).map(Vec::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_list_and_a_missing_one_are_told() {
        let doc = |text: &str| Doc::new("a.toml", text).unwrap();
        let list = doc("id = \"rungs\"\n[[item]]\nid = \"a\"\n[[item]]\nid = \"b\"\n");
        assert_eq!(items(&list), 2);
        assert!(short("lists", "rungs", Some((&list, 2)), 2).is_none());
        assert_eq!(short("lists", "rungs", Some((&list, 2)), 3).unwrap(), "a.toml:1: 2 entries, the design has 3");
        assert!(short("lists", "rungs", None, 3).unwrap().contains("lists/rungs.toml"));
        assert_eq!(words(&doc("[[group]]\nwords = [\"a\", \"b\"]\n[[group]]\nwords = [\"c\"]\n")), 3);
    }

    #[test]
    fn an_empty_catalogue_lacks_everything() {
        assert_eq!(findings(&Catalogue::default()).len(), LISTS.len() + LEXICONS.len() + 1);
    }
}
