//! What another exercise's page may bring along: only what its writer offered there.

use std::sync::Arc;

use chrono::TimeDelta;
use hearth_domain::Person::A;

use super::play::{CLOSE, Play, evening, exercise};
use crate::page::{Ask, PickRow};
use crate::run::{Cast, OwnAnswer, Private, World};
use crate::value::Value;

const READ: &str = r#"
[[step]]
id = "read"
kind = "reveal"
who = "owner"
label = "Read it aloud"
mode = "picks"
items = ["elsewhere/note"]
"#;

/// What its owner could tick of a note that was written elsewhere with that audience.
fn rows(visibility: &str) -> Vec<PickRow> {
    let note = format!(
        "[[step]]\nid = \"note\"\nkind = \"text\"\nwho = \"me\"\nvisibility = \"{visibility}\"\nlabel = \"A note\"\n\
         size = \"long\"\n{}",
        CLOSE.replace("\"both\"", "\"me\"")
    );
    let written = OwnAnswer {
        value: Private::new(Value::Text("canary".to_owned())),
        edited: evening() - TimeDelta::hours(30),
        exercise: Arc::new(exercise("heat = 0", &note)),
    };
    let mut world = World::at(evening());
    world.own.of_mut(A).insert(("elsewhere".to_owned(), "note".to_owned()), written);
    let reads = exercise("heat = 1\nroles = \"owner/receiver\"", &[READ, CLOSE].concat());
    let cast = Cast::together(&reads, A, A);
    let mut play = Play::begin(Arc::new(reads), "main", cast, world);
    match play.i_am(A).page().ask {
        Ask::Picks { rows, .. } => rows,
        other => panic!("no picks in {other:?}"),
    }
}

#[test]
fn e12_e13_e16_only_what_was_offered_elsewhere_can_be_shown_here() {
    assert_eq!(rows("offer").len(), 1);
    assert_eq!(rows("priv"), []);
    assert_eq!(rows("ther"), []);
}
