//! What two private lists have in common, and nothing else of them (F12, CR27).

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use hearth_domain::Person::{A, B};

use super::play::{CLOSE, Play};
use crate::page::{RecapRow, Talk};
use crate::run::{Input, OursEffect, OwnEffect};
use crate::value::{Row, Value};

const ROWS: [&str; 8] = ["walk", "music", "note", "hug", "photos", "read", "quiet", "meal"];

/// One list of marks with an "if" beside each, compared, at most five shown.
fn play() -> Play {
    let rows: Vec<String> = ROWS.iter().map(|id| format!("{{ id = \"{id}\", label = \"The {id}\" }}")).collect();
    let list = format!(
        r#"
[[step]]
id = "list"
kind = "table"
who = "each"
visibility = "seal"
label = "My list for now"
rows = [{}]
columns = [
  {{ id = "mark", label = "Now", kind = "choose", options = [
    {{ id = "yes", label = "Yes", yes = true }},
    {{ id = "yes-if", label = "Yes, if", yes = true }},
    {{ id = "not-now", label = "Not now" }},
    {{ id = "no", label = "No" }},
  ] }},
  {{ id = "if", label = "Only if", kind = "text" }},
]
[[step]]
id = "match"
kind = "reveal"
who = "both"
label = "What you both marked"
mode = "overlap"
items = ["list"]
most = 5
"#,
        rows.join(", ")
    );
    Play::together(&(list + CLOSE))
}

fn marks(marked: &[(&str, &str, &str)]) -> Value {
    let row = |(row, mark, words): &(&str, &str, &str)| Row {
        row: (*row).to_owned(),
        by: A,
        cells: BTreeMap::from([("mark".to_owned(), (*mark).to_owned()), ("if".to_owned(), (*words).to_owned())]),
    };
    Value::Rows(marked.iter().map(row).collect())
}

fn all_yes() -> Value {
    marks(&ROWS.map(|id| (id, "yes", "")))
}

fn shown(play: &Play) -> Vec<RecapRow> {
    match play.talk() {
        Talk::Shown { rows, .. } => rows,
        other => panic!("nothing is shown: {other:?}"),
    }
}

fn compared(a: Value, b: Value) -> Play {
    let mut play = play();
    play.both(&[("list", [a, b])]);
    play
}

#[test]
fn cr27_only_shared_yeses_show_with_their_ifs() {
    let play = compared(
        marks(&[
            ("walk", "yes", ""),
            ("hug", "yes-if", "if you ask first"),
            ("note", "yes", ""),
            ("read", "no", "never"),
        ]),
        marks(&[("walk", "yes", ""), ("hug", "yes", ""), ("note", "not-now", "later"), ("read", "yes", "")]),
    );
    let rows = shown(&play);
    assert_eq!(rows[0].lines, ["The walk", "The hug"]);
    let ifs: Vec<_> = rows[1..].iter().map(|r| (r.label.as_str(), r.lines.join(" "), r.by)).collect();
    assert_eq!(ifs, [("The hug", "if you ask first".to_owned(), Some(A))]);
}

#[test]
fn cr27_u7_no_not_now_blank_and_skipped_look_the_same() {
    let yes = || marks(&[("walk", "yes", ""), ("hug", "yes", "")]);
    let pages = [
        compared(yes(), marks(&[("walk", "yes", ""), ("hug", "no", "because of last year")])),
        compared(yes(), marks(&[("walk", "yes", ""), ("hug", "not-now", "")])),
        compared(yes(), marks(&[("walk", "yes", ""), ("hug", "", "")])),
        compared(yes(), marks(&[("walk", "yes", "")])),
    ]
    .map(|play| (format!("{:?}", play.phase()), play.ours().into_iter().cloned().collect::<Vec<_>>()));
    assert!(pages.iter().all(|page| *page == pages[0]), "{pages:#?}");
}

#[test]
fn cr27_at_most_five_of_the_shared_yeses_show_any_of_them() {
    let mut seen = BTreeSet::new();
    for minute in 0..40 {
        let mut play = play();
        play.world.now += TimeDelta::minutes(minute);
        play.both(&[("list", [all_yes(), all_yes()])]);
        let lines = shown(&play)[0].lines.clone();
        assert_eq!(lines.len(), 5);
        let order: Vec<_> = lines.iter().map(|l| ROWS.iter().position(|r| l.ends_with(r)).expect("a row")).collect();
        assert!(order.is_sorted(), "the order tells nothing: {lines:?}");
        seen.extend(lines);
    }
    assert_eq!(seen.len(), ROWS.len(), "each is shown some time: {seen:?}");
}

#[test]
fn cr27_asked_again_after_a_crash_the_same_few_show() {
    let before = compared(all_yes(), all_yes());
    let mut again = before.killed_and_resumed();
    again.world.now += TimeDelta::minutes(7);
    while !matches!(again.phase(), crate::page::Phase::Talk(_)) {
        again.next();
    }
    assert_eq!(shown(&again)[0].lines, shown(&before)[0].lines);
}

#[test]
fn f12_what_was_compared_is_wiped_when_the_run_ends() {
    let finished = |play: &mut Play| {
        play.next().next();
    };
    let stopped = |play: &mut Play| {
        play.to(Input::Stop { new_facts: false });
    };
    for end in [&finished as &dyn Fn(&mut Play), &stopped] {
        let mut play = compared(all_yes(), all_yes());
        end(&mut play);
        for who in [A, B] {
            assert!(play.own(who).iter().any(|e| matches!(e, OwnEffect::Unseal { step, .. } if step == "list")));
        }
        assert!(play.ours().iter().any(|e| matches!(e, OursEffect::CloseRound { step, .. } if step == "list")));
    }
}
