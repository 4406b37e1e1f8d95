//! Runs of one person.

use hearth_domain::Pace;
use hearth_domain::Person::A;

use super::play::{Play, exercise, options_of, picked, text};
use crate::page::{Ask, CheckButton, Phase};
use crate::run::{CannotBegin, Cast, Effect, Ending, Input, OwnEffect, Run, Tap, World};
use crate::value::Value;

const BREATHE: &str = r#"
[[step]]
id = "how"
kind = "guide"
who = "me"
label = "You are in charge"
body = "Stop whenever you like."
not_now = true
[[step]]
id = "calm1"
kind = "scale"
who = "me"
visibility = "priv"
label = "How calm am I?"
low = "worked up"
high = "calm"
series = "calm"
[[step]]
id = "way"
kind = "choose"
who = "me"
visibility = "eph"
label = "What would help?"
options = [{ id = "slow", label = "Slow breath" }, { id = "senses", label = "My senses" }]
[[step]]
id = "breath"
kind = "pause"
who = "me"
show_if = "way == 'slow'"
label = "Breathe"
form = "breath"
seconds = 180
body = "In for 4."
[[step]]
id = "senses"
kind = "pause"
who = "me"
show_if = "not way == 'slow'"
label = "The room"
form = "senses"
seconds = 120
body = "Look."
[[step]]
id = "body"
kind = "text"
who = "me"
visibility = "priv"
label = "What does my body say?"
size = "short"
[[step]]
id = "end"
kind = "close"
who = "me"
label = "Done for now"
keep = true
next = ["ride-the-urge"]
"#;

fn breathe(way: &str) -> Play {
    let mut play = Play::alone(BREATHE);
    play.next().answer("calm1", Value::Number(4)).answer("way", picked(&[way]));
    play
}

#[test]
fn e11_cr12_plays_that_differ_only_in_a_passing_answer_write_the_same() {
    let whole = |way| {
        let mut play = breathe(way);
        let shown = play.page().step;
        play.next().answer("body", text("warm")).next().next();
        (shown, play.written.clone())
    };
    let (slow, senses) = (whole("slow"), whole("senses"));
    assert_eq!((slow.0.as_str(), senses.0.as_str()), ("breath", "senses"));
    assert_eq!(slow.1, senses.1);
}

#[test]
fn e11_the_place_stays_before_a_step_that_a_passing_answer_opened() {
    let play = breathe("slow");
    assert_eq!(play.page().step, "breath");
    assert_eq!(play.killed_and_resumed().page().step, "way");
}

#[test]
fn a_killed_run_goes_on_where_it_stood_with_what_was_written() {
    let mut play = breathe("slow");
    play.next().to(Input::Draft { step: "body".into(), value: text("half a li") });
    let mut resumed = play.killed_and_resumed();
    // Which way to breathe was never written, so it is asked again; nothing else is.
    assert_eq!(resumed.page().step, "way");
    resumed.answer("way", picked(&["slow"]));
    assert_eq!((resumed.page().step.as_str(), resumed.page().value), ("body", Some(text("half a li"))));
    resumed.answer("body", text("half a line"));
    assert_eq!(resumed.check(), (A, vec!["calm1".into(), "body".into()], CheckButton::Keep));
    resumed.next();
    assert!(resumed.own(A).contains(&&OwnEffect::Series { name: "calm".into(), value: 4 }));
}

#[test]
fn words_too_many_for_an_answer_are_kept_as_a_draft_unless_they_have_no_end() {
    let issues = |letters: usize| {
        let mut play = breathe("slow");
        let draft = Input::Draft { step: "body".into(), value: text(&"x".repeat(letters)) };
        let issues = play.next().try_to(draft).unwrap();
        let mut resumed = play.killed_and_resumed();
        resumed.answer("way", picked(&["slow"]));
        assert_eq!(resumed.page().value.is_some(), issues.is_empty());
        issues.iter().map(|issue| issue.code).collect::<Vec<_>>()
    };
    assert_eq!([280, 281, 50_000, 300_000].map(issues), [vec![], vec![], vec![], vec!["too_long"]]);
}

#[test]
fn e40_cr13_delete_now_takes_the_words_with_it() {
    let mut play = breathe("slow");
    play.next().answer("body", text("warm")).next();
    assert!(matches!(play.page().ask, Ask::Close { keep: true, .. }));
    play.to(Input::Keep(false));
    assert_eq!(play.own(A).last(), Some(&&OwnEffect::Forget));
    assert!(matches!(play.phase(), Phase::End { done: true, ref next, .. } if *next == ["ride-the-urge"]));
}

#[test]
fn not_now_ends_a_run_alone_at_once() {
    let mut play = Play::alone(BREATHE);
    play.tap(Tap::NotNow);
    assert_eq!(play.own(A).last(), Some(&&OwnEffect::RunEnded { how: Ending::Stopped }));
}

#[test]
fn a_pause_alone_writes_nothing_and_goes_on() {
    let mut play = breathe("slow");
    let before = play.written.len();
    play.to(Input::Break { until: None }).to(Input::Return(A));
    assert_eq!((play.written.len(), play.page().step.as_str()), (before, "breath"));
}

#[test]
fn a_private_choice_can_be_declined() {
    let mut play = Play::alone(BREATHE);
    play.next().answer("calm1", Value::Number(4));
    assert_eq!(options_of(&play.page()), ["slow", "senses", "rather-not-say"]);
}

const PACE: &str = r#"
[[product]]
kind = "pace"
from = ["pace"]
title = "My pace"
space = "own"
[[step]]
id = "fear"
kind = "gate"
who = "me"
visibility = "eph"
label = "Any of this?"
form = "safety"
options = [{ id = "scared", label = "Scared" }, { id = "none", label = "None", exclusive = true }]
[[step]]
id = "pace"
kind = "choose"
who = "me"
visibility = "priv"
label = "Choose your pace"
options = [{ id = "open", label = "Open" }, { id = "light", label = "Light" }, { id = "alone", label = "Alone" }]
[[step]]
id = "end"
kind = "close"
who = "me"
label = "Your answers are gone"
"#;

#[test]
fn cr1_e21_the_safety_check_writes_nothing_but_the_pace_set_by_hand() {
    let mut play = Play::of(exercise("heat = 0\nrecord = \"none\"", PACE), false);
    play.answer("fear", picked(&["scared"])).answer("pace", picked(&["light"])).next();
    assert_eq!(play.written, [Effect::Own(A, OwnEffect::Pace(Pace::Light))]);
}

#[test]
fn cr1_a_part_for_one_cannot_begin_together() {
    let exercise = std::sync::Arc::new(exercise("heat = 0", BREATHE));
    let cast = Cast::Together { first: A, roles: None };
    let world = World::at(super::play::evening());
    assert_eq!(Run::begin(exercise, "main", cast, &world).err(), Some(CannotBegin::WrongSitting));
}

const FEEL: &str = "[[step]]\nid = \"feel\"\nkind = \"scale\"\nwho = \"me\"\nvisibility = \"priv\"\nlabel = \"How strong?\"\n\
                    low = \"none\"\nhigh = \"strong\"\n";
const THEN: &str = "[[step.then]]\nif = \"feel >= 7\"\n";
const END: &str = "[[step]]\nid = \"end\"\nkind = \"close\"\nwho = \"me\"\nlabel = \"Done\"\n";

#[test]
fn a_line_after_the_last_page_of_a_turn_is_said_on_the_next_page() {
    let mut play = Play::alone(&[FEEL, THEN, "say = \"Stay with it.\"\n", END].concat());
    play.answer("feel", Value::Number(8)).next();
    assert_eq!((play.page().step.as_str(), play.page().said), ("end", vec!["Stay with it.".to_owned()]));
}

#[test]
fn the_line_of_a_branch_that_goes_back_is_said_where_it_goes_back_to() {
    let mut play =
        Play::alone(&[FEEL, THEN, "say = \"Once more.\"\nrepeat = { from = \"feel\", max = 1 }\n", END].concat());
    play.answer("feel", Value::Number(8));
    assert_eq!((play.page().step.as_str(), play.page().said), ("feel", vec!["Once more.".to_owned()]));
}
