//! Agreements: a private yes, a cool-off, both confirm the same text.

use chrono::TimeDelta;
use hearth_domain::Person::{A, B};

use super::play::{BLOCK, CLOSE, Play, TOPIC, evening, is_neutral_end, picked, text};
use crate::page::{Ask, Phase};
use crate::run::{Input, OursEffect, OwnEffect, Refused, Tap};
use crate::value::{Row, Value};

fn agree(more: &str) -> String {
    format!(
        "[[step]]\nid = \"agreed\"\nkind = \"agree\"\nwho = \"both\"\nvisibility = \"shared\"\nlabel = \"Our agreement\"\n\
         from = [\"topic\"]\nreview = {{ default = 14, max = 60 }}\n{more}\n"
    )
}

fn yes(play: &mut Play) {
    play.both(&[("agreed", [picked(&["yes"]), picked(&["yes"])])]);
}

fn at_agreement(more: &str) -> Play {
    let mut play = Play::together(&[TOPIC, &agree(more), CLOSE].concat());
    play.answer("topic", text("phones away at eight"));
    play
}

fn press(play: &mut Play, who: hearth_domain::Person) {
    play.tap(Tap::Agree { who, review_days: 14 });
}

#[test]
fn e31_each_is_asked_behind_the_cover_and_one_no_is_the_neutral_end() {
    let end = |answers: [&str; 2]| {
        let mut play = at_agreement("");
        play.both(&[("agreed", answers.map(|id| picked(&[id])))]);
        (play.phase(), play.written.clone())
    };
    assert!(is_neutral_end(&end(["yes", "not-now"]).0));
    assert_eq!(end(["yes", "not-now"]), end(["no", "yes"]));
}

#[test]
fn e31_both_confirm_the_same_text_with_a_review_date() {
    let mut play = at_agreement("");
    yes(&mut play);
    assert!(matches!(play.page().ask, Ask::Agree { ref lines, .. } if lines[0].lines == ["phones away at eight"]));
    press(&mut play, A);
    assert!(!play.ours().iter().any(|e| matches!(e, OursEffect::InForce { .. } | OursEffect::Propose { .. })));
    press(&mut play, B);
    let review = evening().date_naive() + TimeDelta::days(14);
    for who in [A, B] {
        assert!(play.ours().contains(&&OursEffect::Assent { step: "agreed".into(), who, review }));
        assert!(play.own(who).contains(&&OwnEffect::Receipt { step: "agreed".into() }));
    }
    assert!(play.ours().contains(&&OursEffect::InForce { step: "agreed".into() }));
    assert_eq!(play.page().step, "end");
}

#[test]
fn e31_another_review_date_takes_the_first_press_back() {
    let mut play = at_agreement("");
    yes(&mut play);
    press(&mut play, A);
    play.tap(Tap::Agree { who: B, review_days: 30 });
    assert!(matches!(play.page().ask, Ask::Agree { ref confirmed, review_days: 30, .. } if *confirmed == [B]));
}

#[test]
fn e32_a_review_is_never_later_than_the_exercise_allows() {
    let mut play = at_agreement("");
    yes(&mut play);
    for review_days in [0, 61] {
        let issues = play.try_to(Input::Tap(Tap::Agree { who: A, review_days })).expect("taken");
        assert_eq!(issues[0].code, "out_of_range");
    }
}

#[test]
fn e31_the_first_visit_proposes_and_rests_and_a_day_later_each_is_asked_again() {
    let mut play = Play::together(&[BLOCK, TOPIC, &agree("cooloff_h = 24"), CLOSE].concat());
    let calm = [("jo-now", [picked(&["yes"]), picked(&["yes"])]), ("jo-calm", [Value::Number(8), Value::Number(8)])];
    play.both(&calm).answer("topic", text("phones away at eight"));
    yes(&mut play);
    press(&mut play, A);
    press(&mut play, B);
    assert!(matches!(play.phase(), Phase::Rest { cooloff: true, .. }));
    assert!(!play.ours().iter().any(|e| matches!(e, OursEffect::Assent { .. })));
    assert_eq!(play.try_to(Input::Return(A)), Err(Refused::NotHere));
    assert!(matches!(play.later(23).killed_and_resumed().phase(), Phase::Rest { cooloff: true, .. }));
    let mut play = play.later(1).killed_and_resumed();
    play.both(&calm);
    yes(&mut play);
    assert!(matches!(play.page().ask, Ask::Agree { cooloff_h: 0, .. }));
    press(&mut play, A);
    press(&mut play, B);
    assert!(play.ours().contains(&&OursEffect::InForce { step: "agreed".into() }));
}

#[test]
fn e31_leaving_it_open_makes_no_agreement() {
    let mut play = at_agreement("");
    yes(&mut play);
    play.tap(Tap::Differ);
    assert_eq!(play.page().step, "end");
    assert!(!play.ours().iter().any(|e| matches!(e, OursEffect::Propose { .. } | OursEffect::InForce { .. })));
}

#[test]
fn a_named_consent_of_this_sitting_is_the_private_yes() {
    let free =
        "[[step]]\nid = \"free\"\nkind = \"consent\"\nwho = \"each\"\nvisibility = \"eph\"\nlabel = \"Freely?\"\n";
    let mut play = Play::together(&[TOPIC, free, &agree("yes = \"free\""), CLOSE].concat());
    play.answer("topic", text("t"));
    play.both(&[("free", [picked(&["yes"]), picked(&["yes"])])]);
    assert!(matches!(play.page().ask, Ask::Agree { .. }));
}

const DEAL: &str = r#"
[[step]]
id = "topic"
kind = "table"
who = "both"
visibility = "shared"
label = "What we will each do"
min_rows = 1
max_rows = 6
accept = true
columns = [{ id = "who", label = "Who", kind = "who", required = true }, { id = "do", label = "I will", kind = "text", required = true }]
"#;

fn row(id: &str, by: hearth_domain::Person, what: &str) -> Row {
    let cells = [("who".to_owned(), by.letter().to_owned()), ("do".to_owned(), what.to_owned())].into();
    Row { row: id.into(), by, cells }
}

fn deal() -> Play {
    let mut play = Play::together(&[DEAL, &agree(""), CLOSE].concat());
    let rows = Value::Rows(vec![row("n1", A, "cook on Fridays"), row("n2", B, "call at noon")]);
    play.to(Input::Draft { step: "topic".into(), value: rows });
    play
}

fn tap_row(play: &mut Play, row: &str, answer: &str) {
    play.tap(Tap::Row { row: row.into(), answer: answer.into() });
}

fn agreed_lines(play: &Play) -> String {
    match play.page().ask {
        Ask::Agree { lines, .. } => format!("{lines:?}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn e35_a_row_counts_only_if_the_other_took_it_on() {
    let mut play = deal();
    tap_row(&mut play, "n1", "agree");
    tap_row(&mut play, "n2", "not-now");
    let rows = play.page().value.expect("rows");
    play.answer("topic", rows);
    yes(&mut play);
    let lines = agreed_lines(&play);
    assert!(lines.contains("cook on Fridays") && !lines.contains("call at noon"));
}

#[test]
fn e35_an_edit_takes_the_others_yes_back() {
    let mut play = deal();
    tap_row(&mut play, "n1", "agree");
    tap_row(&mut play, "n2", "agree");
    play.answer("topic", Value::Rows(vec![row("n1", A, "cook every day"), row("n2", B, "call at noon")]));
    yes(&mut play);
    assert!(!agreed_lines(&play).contains("cook") && agreed_lines(&play).contains("call at noon"));
}

#[test]
fn e35_without_a_row_that_was_taken_on_there_is_nothing_to_agree() {
    let mut play = deal();
    tap_row(&mut play, "n1", "no");
    let rows = play.page().value.expect("rows");
    play.answer("topic", rows);
    assert_eq!(play.page().step, "end");
    play.next();
    assert!(!play.ours().iter().any(|e| matches!(e, OursEffect::Propose { .. } | OursEffect::InForce { .. })));
}

#[test]
fn a_once_step_is_not_asked_again_and_stays_part_of_the_text() {
    let once = TOPIC.replace("id = \"topic\"", "id = \"topic\"\nonce = true");
    let exercise = super::play::exercise("heat = 1", &[&once, &agree(""), CLOSE].concat());
    let mut world = crate::run::World::at(evening());
    world.before.insert("topic".into(), crate::run::Shared::stored(text("no driving while upset")));
    let cast = crate::run::Cast::together(&exercise, A, A);
    let mut play = Play::begin(std::sync::Arc::new(exercise), "main", cast, world);
    yes(&mut play);
    assert!(agreed_lines(&play).contains("no driving while upset"));
}

#[test]
fn e31_the_private_yes_shows_the_text_it_is_to() {
    let mut play = at_agreement("");
    let Ask::Consent { text, .. } = play.i_am(A).page().ask else { panic!("no private yes") };
    assert_eq!(text[0].lines, ["phones away at eight"]);
}
