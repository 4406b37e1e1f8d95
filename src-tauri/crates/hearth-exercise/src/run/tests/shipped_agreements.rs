//! The openness agreement, played: only what was taken on binds, and not for long.

use hearth_domain::Person::{A, B};

use super::play::{Play, evening};
use super::shipped::{MANY, begin, parts, willing};
use crate::page::{Ask, Phase};
use crate::run::{Input, OursEffect, Tap};
use crate::value::{Row, Value};

fn row(id: &str, by: hearth_domain::Person, shows: &str) -> Row {
    let cells = [("who", by.letter()), ("i-will", shows), ("until", "2026-06-01")];
    Row { row: id.into(), by, cells: cells.map(|(id, text)| (id.to_owned(), text.to_owned())).into() }
}

/// Two rows are written; the other takes on those named. The play, and the text both were asked to confirm.
fn openness(taken_on: &[&str]) -> (Play, String) {
    played(taken_on, false)
}

/// A play that stands where both are asked to confirm.
fn at_the_text() -> Play {
    played(&["n1"], true).0
}

fn played(taken_on: &[&str], stay_at_the_text: bool) -> (Play, String) {
    let all = parts();
    let part = all.iter().find(|p| p.0.slug == "openness-agreement").expect("the exercise");
    let (mut play, mut player, mut text) = (begin(part), willing(), String::new());
    for _ in 0..MANY {
        match play.phase() {
            Phase::Page(page) if page.step == "deal" => {
                let rows = Value::Rows(vec![row("n1", A, "the bank page"), row("n2", B, "the week's plan")]);
                play.to(Input::Draft { step: page.step.clone(), value: rows.clone() });
                for row in ["n1", "n2"] {
                    let answer = if taken_on.contains(&row) { "agree" } else { "not-now" };
                    play.tap(Tap::Row { row: row.into(), answer: answer.into() });
                }
                play.to(Input::Answer { step: page.step, value: Some(rows) });
                continue;
            }
            Phase::Page(page) => {
                if let Ask::Agree { lines, .. } = &page.ask {
                    text = format!("{lines:?}");
                    if stay_at_the_text {
                        return (play, text);
                    }
                }
            }
            _ => {}
        }
        let Some(input) = player.press(&mut play) else { return (play, text) };
        play.to(input);
    }
    panic!("no end: {:?}", play.phase());
}

#[test]
fn cr9_openness_binds_only_by_the_rows_that_were_taken_on() {
    let (play, text) = openness(&["n2"]);
    assert!(text.contains("the week's plan") && !text.contains("the bank page"), "{text}");
    assert!(play.ours().iter().any(|e| matches!(e, OursEffect::InForce { .. })));
    let (_, text) = openness(&[]);
    assert!(!text.contains("the week's plan") && !text.contains("the bank page"), "{text}");
}

#[test]
fn cr9_a_longer_review_than_sixty_days_cannot_be_pressed() {
    let (play, _) = openness(&["n1"]);
    let days = |e: &OursEffect| match e {
        OursEffect::Propose { review, .. } => Some((*review - evening().date_naive()).num_days()),
        _ => None,
    };
    let proposed: Vec<_> = play.ours().into_iter().filter_map(days).collect();
    assert!(!proposed.is_empty() && proposed.iter().all(|d| (1..=60).contains(d)), "{proposed:?}");
    let mut play = at_the_text();
    let issues = play.try_to(Input::Tap(Tap::Agree { who: A, review_days: 61 }));
    assert!(issues.is_ok_and(|issues| !issues.is_empty()), "61 days were taken");
}
