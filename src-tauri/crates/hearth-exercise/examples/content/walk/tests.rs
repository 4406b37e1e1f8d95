//! The walker finds what is wrong with small exercises that are wrong on purpose.

use std::collections::BTreeMap;

use hearth_exercise::format::{Library, compile};

use super::*;

const HEAD: &str = "format = \"hearthside.exercise/1\"\nuid = \"3d0c7a52-8a5e-4a1f-9f0e-6b7e5f1c2a01\"\nslug = \"small\"\n\
    revision = 1\nlang = \"en\"\ntitle = \"Small\"\nsummary = \"A small one.\"\ntheme = \"start\"\nminutes = 5\nheat = 0\n\
    license = \"CC-BY-4.0\"\n";
const SCALE: &str = "[[step]]\nid = \"calm\"\nkind = \"scale\"\nwho = \"me\"\nvisibility = \"priv\"\nlabel = \"How calm?\"\n\
    low = \"not\"\nhigh = \"very\"\n";
const CLOSE: &str = "[[step]]\nid = \"end\"\nkind = \"close\"\nwho = \"me\"\nlabel = \"The end\"\n";

fn catalogue(steps: &[&str]) -> Catalogue {
    let steps = steps.concat();
    let head = HEAD.replace("heat = 0", if steps.contains("who = \"each\"") { "heat = 1" } else { "heat = 0" });
    let text = [head, steps].concat();
    assert!(compile(&text, &Library::default()).0.is_some(), "{:?}", compile(&text, &Library::default()).1);
    Catalogue::of(&BTreeMap::from([("small".to_owned(), text)]), &Library::default())
}

fn missing(steps: &[&str]) -> Vec<String> {
    let catalogue = catalogue(steps);
    let (reached, problems) = walk_all(&catalogue, 100);
    assert_eq!(problems, Vec::<String>::new());
    reached.missing(&catalogue)
}

fn guide(show_if: &str) -> String {
    format!(
        "[[step]]\nid = \"note\"\nkind = \"guide\"\nwho = \"me\"\nlabel = \"Note\"\nbody = \"Breathe.\"\nshow_if = \"{show_if}\"\n"
    )
}

#[test]
fn a_step_that_can_be_reached_is_reached() {
    assert!(missing(&[SCALE, &guide("calm >= 9"), CLOSE]).is_empty());
}

#[test]
fn a_step_nobody_can_come_to_is_found() {
    assert_eq!(missing(&[SCALE, &guide("calm < 3 and calm > 7"), CLOSE]), ["small: nobody came to step note"]);
}

#[test]
fn a_branch_nobody_can_follow_is_found() {
    let then = |when: &str| format!("[[step.then]]\nif = \"{when}\"\nsay = \"Slow down.\"\n");
    let note = guide("calm");
    assert_eq!(missing(&[SCALE, &then("calm < 3"), &note, CLOSE]), Vec::<String>::new());
    let found = missing(&[SCALE, &then("calm < 3 and calm > 7"), &note, CLOSE]);
    assert!(found.len() == 1 && found[0].contains("calm.1: its condition never held"), "{found:?}");
}

#[test]
fn a_line_nobody_gets_to_see_is_found() {
    let then = "[[step.then]]\nif = \"calm < 3\"\nsay = \"Slow down.\"\n";
    // Together a line for one person is dropped with the last page of their turn: the next page is for both.
    let [scale, close] =
        [SCALE.replace("\"me\"", "\"each\"").replace("priv", "eph"), CLOSE.replace("\"me\"", "\"both\"")];
    let found = missing(&[&scale, then, &close]);
    assert!(found.len() == 1 && found[0].contains("was seen on"), "{found:?}");
}

#[test]
fn the_same_walks_come_of_the_same_seeds() {
    let catalogue = catalogue(&[SCALE, &guide("calm >= 9"), CLOSE]);
    assert_eq!(walk_all(&catalogue, 50).0.presses, walk_all(&catalogue, 50).0.presses);
}

#[test]
fn a_page_without_words_is_found() {
    let catalogue = catalogue(&[SCALE, CLOSE]);
    let exercise = catalogue.exercises["small"].clone();
    let world = hearth_exercise::run::World::at(chrono::DateTime::UNIX_EPOCH);
    let (run, _) = Run::begin(exercise, "main", Cast::Alone(Person::A), &world).unwrap();
    let Phase::Page(mut page) = run.phase(&world) else { panic!("no page") };
    assert!(says_something(&Phase::Page(page.clone())).is_ok());
    page.label = " ".to_owned();
    assert!(says_something(&Phase::Page(page)).is_err());
}

#[test]
fn a_panic_is_the_finding_of_one_walk() {
    assert_eq!(caught(|| panic!("on purpose")), Err("it panicked".to_owned()));
    assert_eq!(caught(|| Ok(())), Ok(()));
}
