//! Good files: they compile, they stand alone, they keep their hash.

use hearth_exercise::format::{Library, canonical_json, compile, read_canonical};
use hearth_exercise::model::{Items, Kind, Mode};

use crate::{BREATHE, RULES, file, good, library, step};

#[test]
fn the_designs_own_examples_compile() {
    assert_eq!(good(RULES).parts[0].mode, Mode::Together);
    assert_eq!(good(BREATHE).parts[0].mode, Mode::Alone);
}

#[test]
fn blocks_are_copied_in_and_keep_their_name() {
    let rules = good(RULES);
    let opening: Vec<_> = rules.steps.iter().take(4).map(|s| (s.id.as_str(), s.block.as_deref())).collect();
    assert!(opening.iter().all(|(id, block)| id.starts_with("jo-") && *block == Some("joint-open")));
    assert_eq!(rules.lists["more"][0].label, "Fear");
}

#[test]
fn a_compiled_exercise_stands_alone() {
    let rules = good(RULES);
    let again = read_canonical(&rules.canonical).expect("what compiling wrote can be read");
    assert_eq!(again, rules);
    assert_eq!(again.hash.to_string(), rules.hash.to_string());
    assert!(again.hash.to_string().starts_with("sha256:"));
}

#[test]
fn every_block_and_every_kind_survives_the_round_trip() {
    let steps = crate::kinds::every_kind();
    let exercise = good(&file("roles = \"owner/receiver\"", &steps));
    assert_eq!(read_canonical(&exercise.canonical), Ok(exercise));
}

#[test]
fn comments_spacing_and_order_of_keys_do_not_change_the_hash() {
    let moved = RULES
        .replace("lang = \"en\"\n", "")
        .replace("[[step]]\nblock = \"joint-open\"", "lang   =  'en' # English\n[[step]]\nblock = \"joint-open\"");
    assert_ne!(moved, RULES);
    assert_eq!(good(&moved).hash, good(RULES).hash);
    assert_ne!(good(&RULES.replace("revision = 1", "revision = 2")).hash, good(RULES).hash);
}

#[test]
fn letters_are_composed_before_hashing() {
    let one = RULES.replace("Our ground rules", "Caf\u{e9}");
    let other = RULES.replace("Our ground rules", "Cafe\u{301}");
    assert_eq!(good(&one).hash, good(&other).hash);
}

#[test]
fn canonical_json_sorts_keys_and_has_no_spaces() {
    let value = serde_json::json!({"b": [1, true, "x\n"], "a": {"d": -3, "c": "\u{e4}"}});
    assert_eq!(canonical_json(&value), "{\"a\":{\"c\":\"\u{e4}\",\"d\":-3},\"b\":[1,true,\"x\\n\"]}");
}

#[test]
fn defaults_are_those_of_the_grammar() {
    let list = step("rules", "checklist", "both", "visibility = \"shared\"\nlist = \"more\"");
    let exercise = good(&file("", &[list, step("ok", "consent", "each", "visibility = \"eph\"")]));
    let Kind::Checklist(list) = &exercise.steps[0].kind else { panic!("a checklist") };
    assert_eq!(list.states.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["yes", "not-yet", "not-for-us"]);
    assert!(matches!(&list.items, Items::Given(items) if items[0].id == "fear"));
    let Kind::Consent(consent) = &exercise.steps[1].kind else { panic!("a consent") };
    assert_eq!(consent.options.iter().filter(|o| o.yes).map(|o| o.id.as_str()).collect::<Vec<_>>(), ["yes"]);
}

#[test]
fn problems_of_a_shared_file_name_that_file() {
    let mut library = library();
    library.lists.insert("more".to_owned(), "id = \"more\"\n[[item]]\nid = \"fear\"\nlabl = \"Fear\"\n".to_owned());
    let said: Vec<_> = compile(RULES, &library).1.iter().map(ToString::to_string).collect();
    assert!(said.iter().any(|s| s.contains("lists/more.toml, line 4: \"labl\" is not a field.")), "{said:?}");
}

#[test]
fn a_missing_block_is_told_not_panicked_over() {
    let (exercise, findings) = compile(RULES, &Library::default());
    assert!(exercise.is_none());
    assert!(findings.iter().any(|f| f.message == "There is no file blocks/joint-open.toml."));
}
