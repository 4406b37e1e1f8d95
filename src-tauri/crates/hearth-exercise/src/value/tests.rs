//! Answers against steps, as the exercise file writes them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hearth_domain::{Pair, Person};
use proptest::prelude::*;

use super::{
    DayOfWeek, Known, Picked, PickedWords, Planned, Repeat, Row, Value, check, from_json, tips, to_json, words,
};
use crate::format::{Library, compile};
use crate::model::{Choice, Exercise};

const STEPS: &str = r#"
[[step]]
id = "short"
kind = "text"
visibility = "priv"
size = "short"
soft_check = ["but", "you made me"]
[[step]]
id = "areas"
kind = "choose"
visibility = "priv"
min = 1
max = 2
other = true
options = [{ id = "time", label = "My time" }, { id = "money", label = "Money" }, { id = "body", label = "My body" }]
[[step]]
id = "how"
kind = "scale"
visibility = "priv"
low = "a"
high = "b"
[[step]]
id = "feel"
kind = "words"
visibility = "priv"
lexicon = "body"
max = 2
[[step]]
id = "rules"
kind = "checklist"
visibility = "priv"
need_all = true
items = [{ id = "one", label = "One" }, { id = "two", label = "Two" }]
states = [{ id = "yes", label = "Yes" }, { id = "not-yet", label = "Not yet" }]
[[step]]
id = "limits"
kind = "table"
visibility = "offer"
min_rows = 1
max_rows = 2
columns = [
  { id = "what", label = "What I will do", kind = "text", required = true, soft_check = ["you must"] },
  { id = "who", label = "Who", kind = "who" },
  { id = "firm", label = "Firm", kind = "choose", options = [{ id = "firm", label = "Firm limit" }] },
  { id = "times", label = "Times", kind = "number" },
  { id = "on", label = "Until", kind = "date" },
]
[[step]]
id = "letter"
kind = "letter"
visibility = "offer"
parts = [{ id = "did", label = "What I did" }, { id = "owe", label = "You owe me nothing" }]
soft_check = ["sorry you feel"]
[[step]]
id = "when"
kind = "schedule"
visibility = "priv"
repeat = true
[[step]]
id = "fear"
kind = "gate"
visibility = "eph"
form = "safety"
options = [{ id = "scared", label = "Scared" }, { id = "pushed", label = "Pushed" }, { id = "none", label = "None", exclusive = true }]
[[step]]
id = "often"
kind = "gate"
visibility = "eph"
form = "safety"
max = 1
options = [{ id = "no", label = "No", exclusive = true }, { id = "some", label = "Sometimes" }, { id = "often", label = "Often" }]
[[step]]
id = "ready"
kind = "consent"
visibility = "eph"
[[step]]
id = "each-row"
kind = "choose"
visibility = "priv"
per = "limits"
options = [{ id = "keep", label = "Keep" }, { id = "end", label = "End" }]
"#;

fn exercise() -> Exercise {
    let top = include_str!("../../tests/fixtures/breathe-and-ground.toml").split("not_for").next().unwrap();
    let steps = STEPS.replace("\nkind", "\nwho = \"me\"\nlabel = \"A question\"\nkind");
    let lexicon = "id = \"body\"\n[[group]]\nname = \"Warm\"\nwords = [\"soft\", \"warm\"]\n".to_owned();
    let library = Library { lexicons: BTreeMap::from([("body".to_owned(), lexicon)]), ..Library::default() };
    let (exercise, found) = compile(&format!("{top}{steps}"), &library);
    exercise.unwrap_or_else(|| panic!("{found:#?}"))
}

const PER: &str = "n1";

fn with<T>(exercise: &Exercise, ask: impl FnOnce(&Known<'_>) -> T) -> T {
    let rows = [Choice { id: PER.to_owned(), label: "First".to_owned(), ..Choice::default() }];
    let names = Pair { a: "Alex".to_owned(), b: "Sam".to_owned() };
    ask(&Known {
        today: NaiveDate::from_ymd_opt(2026, 3, 2).unwrap(),
        from: &[],
        per: &rows,
        lexicons: &exercise.lexicons,
        names: Some(&names),
    })
}

/// Issues as `code part bound`.
fn issues(step: &str, value: Value) -> Vec<String> {
    let exercise = exercise();
    let step = exercise.step(step).unwrap();
    let issues = with(&exercise, |known| check(&value, step, known));
    let said = |i: &super::Issue| {
        let bound = i.bound.map(|b| b.to_string());
        [Some(i.code.word().to_owned()), i.part.clone(), bound].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    issues.iter().map(said).collect()
}

fn lines(step: &str, value: &Value) -> Vec<String> {
    let exercise = exercise();
    with(&exercise, |known| words(value, exercise.step(step).unwrap(), known))
}

fn found(step: &str, value: &Value) -> Vec<(Option<String>, String)> {
    tips(value, exercise().step(step).unwrap()).into_iter().map(|t| (t.part, t.word)).collect()
}

fn picked(ids: &[&str]) -> Value {
    Value::Picked(Picked { picked: ids.iter().map(|i| (*i).to_owned()).collect(), other: None })
}

fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
}

fn row(id: &str, cells: &[(&str, &str)]) -> Row {
    Row { row: id.to_owned(), by: Person::A, cells: map(cells) }
}

fn planned(start: &str, at: Option<&str>, weeks: Option<u8>) -> Value {
    let repeat = weeks.map(|interval| Repeat::Week { interval, on: vec![] });
    Value::Date(Planned { start: start.to_owned(), at: at.map(str::to_owned), repeat })
}

const NONE: [&str; 0] = [];

#[test]
fn a_text_has_a_length() {
    assert_eq!(issues("short", Value::Text("ä".repeat(280))), NONE);
    assert_eq!(issues("short", Value::Text("a".repeat(281))), ["too_long 280"]);
}

#[test]
fn a_choice_is_counted_with_its_free_line() {
    assert_eq!(issues("areas", picked(&["time", "money"])), NONE);
    assert_eq!(issues("areas", picked(&[])), ["too_few 1"]);
    assert_eq!(issues("areas", picked(&["time", "money", "body"])), ["too_many 2"]);
    assert_eq!(issues("areas", picked(&["tmie"])), ["unknown_option tmie"]);
    assert_eq!(issues("areas", picked(&["time", "time"])), ["unknown_option time"]);
    let other = Picked { picked: vec!["time".into(), "money".into()], other: Some("sleep".into()) };
    assert_eq!(issues("areas", Value::Picked(other)), ["too_many 2"]);
}

#[test]
fn rather_not_say_stands_alone_and_is_always_there_in_private() {
    assert_eq!(issues("areas", picked(&["rather-not-say"])), NONE);
    assert_eq!(issues("areas", picked(&["rather-not-say", "time"])), ["too_many 1"]);
    assert_eq!(issues("fear", picked(&["rather-not-say"])), NONE);
}

#[test]
fn a_gate_takes_several_or_none_of_them() {
    assert_eq!(issues("fear", picked(&["scared", "pushed"])), NONE);
    assert_eq!(issues("fear", picked(&["scared", "none"])), ["too_many 1"]);
    assert_eq!(issues("fear", picked(&[])), ["too_few 1"]);
}

#[test]
fn a_gate_with_one_question_takes_one_answer() {
    assert_eq!(issues("often", picked(&["some"])), NONE);
    assert_eq!(issues("often", picked(&["some", "often"])), ["too_many 1"]);
    assert_eq!(issues("often", picked(&["rather-not-say"])), NONE);
}

#[test]
fn what_somebody_would_rather_not_say_reads_in_words() {
    assert_eq!(lines("areas", &picked(&["rather-not-say"])), ["Rather not say"]);
}

#[test]
fn a_consent_is_one_answer() {
    assert_eq!(issues("ready", picked(&["not-now"])), NONE);
    assert_eq!(issues("ready", picked(&["yes", "no"])), ["too_many 1"]);
    assert_eq!(issues("ready", picked(&["rather-not-say"])), ["unknown_option rather-not-say"]);
}

#[test]
fn a_choice_per_row_names_the_row() {
    let one = |row: &str, id: &str| {
        let picked = Picked { picked: vec![id.to_owned()], other: None };
        Value::PerRow(BTreeMap::from([(row.to_owned(), picked)]))
    };
    assert_eq!(issues("each-row", one(PER, "keep")), NONE);
    assert_eq!(issues("each-row", one(PER, "drop")), ["unknown_option n1"]);
    assert_eq!(issues("each-row", one("n9", "keep")), ["unknown_option n9", "too_few n1 1"]);
    assert_eq!(lines("each-row", &one(PER, "keep")), ["First: Keep"]);
}

#[test]
fn a_scale_has_two_ends() {
    assert_eq!(issues("how", Value::Number(10)), NONE);
    assert_eq!(issues("how", Value::Number(11)), ["out_of_range"]);
    assert_eq!(issues("how", Value::Text("seven".into())), ["not_a_number"]);
}

#[test]
fn words_are_of_the_lexicon_or_ones_own() {
    let of = |picked: &[&str], own: &[&str]| {
        let strings = |all: &[&str]| all.iter().map(|w| (*w).to_owned()).collect();
        Value::Words(PickedWords { picked: strings(picked), own: strings(own) })
    };
    assert_eq!(issues("feel", of(&["soft"], &["fizzy"])), NONE);
    assert_eq!(issues("feel", of(&["fizzy"], &[])), ["unknown_option fizzy"]);
    assert_eq!(issues("feel", of(&[], &[])), ["too_few 1"]);
    assert_eq!(lines("feel", &of(&["soft"], &["fizzy"])), ["soft", "fizzy"]);
}

#[test]
fn need_all_waits_for_every_item() {
    assert_eq!(issues("rules", Value::Checks(map(&[("one", "yes"), ("two", "yes")]))), NONE);
    assert_eq!(issues("rules", Value::Checks(map(&[("one", "yes")]))), ["need_all"]);
    let mixed = Value::Checks(map(&[("one", "not-yet"), ("two", "yes")]));
    assert_eq!(issues("rules", mixed.clone()), ["need_all"]);
    assert_eq!(lines("rules", &mixed), ["One: Not yet", "Two"], "what every item has to have is not said on each line");
}

#[test]
fn table_cells_fit_their_column() {
    let good =
        row("n1", &[("what", "I leave"), ("who", "both"), ("firm", "firm"), ("times", "-3"), ("on", "2020-01-31")]);
    assert_eq!(issues("limits", Value::Rows(vec![good.clone()])), NONE);
    assert_eq!(
        lines("limits", &Value::Rows(vec![good])),
        ["What I will do: I leave\nWho: Alex, Sam\nFirm: Firm limit\nTimes: -3\nUntil: 31 January 2020"]
    );
    assert_eq!(issues("limits", Value::Rows(vec![])), ["too_few 1"]);
    let broken = row("n1", &[("who", "c"), ("firm", "soft"), ("times", "many"), ("on", "2026-02-30"), ("x", "y")]);
    let said = [
        "unknown_option n1.x",
        "empty_cell n1.what",
        "unknown_option n1.who",
        "unknown_option n1.firm",
        "not_a_number n1.times",
        "not_a_date n1.on",
    ];
    assert_eq!(issues("limits", Value::Rows(vec![broken])), said);
}

#[test]
fn a_letter_may_leave_any_part_empty() {
    assert_eq!(issues("letter", Value::Letter(map(&[("did", "")]))), NONE);
    assert_eq!(issues("letter", Value::Letter(map(&[("didd", "x")]))), ["unknown_option didd"]);
    assert_eq!(issues("letter", Value::Letter(map(&[("did", &"x".repeat(50_001))]))), ["too_long 50000"]);
    assert_eq!(
        lines("letter", &Value::Letter(map(&[("owe", "Nothing."), ("did", " ")]))),
        ["You owe me nothing: Nothing."]
    );
}

#[test]
fn a_date_is_not_in_the_past() {
    assert_eq!(issues("when", planned("2026-03-02", Some("20:00"), Some(2))), NONE);
    assert_eq!(issues("when", planned("2026-03-01", None, None)), ["past_date start"]);
    assert_eq!(
        issues("when", planned("2026-3-9", Some("8 pm"), Some(0))),
        ["not_a_date start", "not_a_date at", "out_of_range repeat 52"]
    );
    assert_eq!(lines("when", &planned("2026-03-02", Some("20:00"), Some(1))), ["2 March 2026, 20:00, every week"]);
    let again = |repeat| Value::Date(Planned { start: "2026-03-31".into(), at: None, repeat: Some(repeat) });
    let days = again(Repeat::Week { interval: 2, on: vec![DayOfWeek::Tue, DayOfWeek::Fri] });
    assert_eq!(lines("when", &days), ["31 March 2026, every 2 weeks on Tue, Fri"]);
    assert_eq!(
        to_json(&again(Repeat::Month { interval: 1 })),
        r#"{"repeat":{"day":"last","every":"month","interval":1},"start":"2026-03-31"}"#
    );
    // As an earlier version kept it.
    let kept = r#"{"repeat":{"every":"week","interval":1,"on":["tue"]},"start":"2026-03-31"}"#;
    assert_eq!(to_json(&again(Repeat::Week { interval: 1, on: vec![] })), kept);
}

#[test]
fn soft_checks_find_whole_words_in_any_case() {
    assert_eq!(found("short", &Value::Text("BUT then".into())), [(None, "but".to_owned())]);
    assert_eq!(found("short", &Value::Text("Butter, rebut".into())), []);
    assert_eq!(found("short", &Value::Text("you  made\nme".into())), [(None, "you made me".to_owned())]);
    let letter = Value::Letter(map(&[("did", "I am sorry you feel so"), ("owe", "")]));
    assert_eq!(found("letter", &letter), [(Some("did".to_owned()), "sorry you feel".to_owned())]);
}

#[test]
fn e34_i_will_cells_start_with_i_or_show_a_tip() {
    let cell = |text: &str| Value::Rows(vec![row("n1", &[("what", "I leave")]), row("n2", &[("what", text)])]);
    for fine in ["I will leave the room", "I'll leave", "I\u{2019}ll leave", "Leave the room", "speak quietly"] {
        assert_eq!(found("limits", &cell(fine)), []);
    }
    let what = |word: &str| (Some("n2.what".to_owned()), word.to_owned());
    assert_eq!(found("limits", &cell("You must stop, or else")), [what("you must"), what("or else"), what("You")]);
    assert_eq!(issues("limits", cell("You must stop")), NONE, "a tip never blocks");
}

#[test]
fn a_row_reads_a_line_a_cell_without_saying_a_word_twice() {
    let row = Value::Rows(vec![row("n1", &[("what", "I leave the room"), ("on", "2026-03-02")])]);
    assert_eq!(lines("limits", &row), ["What I will do: I leave the room\nUntil: 2 March 2026"]);
    for (label, text, said) in [
        ("I will…", "I will step outside", "I will step outside"),
        ("What I will do: I will…", "I will step outside", "What I will do: I will step outside"),
        ("What I will do: I will…", "step outside", "What I will do: I will: step outside"),
        ("Firm, or open to talk?", "Open to talk", "Firm, or open to talk? Open to talk"),
    ] {
        assert_eq!(super::words::named(label, text), said);
    }
}

#[test]
fn labels_are_read_not_ids() {
    assert_eq!(lines("areas", &picked(&["time", "gone"])), ["My time", "gone"]);
    assert_eq!(lines("ready", &picked(&["not-now"])), ["Not now"]);
}

#[test]
fn a_repeat_is_kept_as_the_calendar_writes_it() {
    let json = to_json(&planned("2026-03-06", Some("20:00"), Some(1)));
    assert_eq!(json, r#"{"at":"20:00","repeat":{"every":"week","interval":1,"on":["fri"]},"start":"2026-03-06"}"#);
}

fn answer() -> impl Strategy<Value = (&'static str, Value)> {
    let text = "\\PC{0,20}";
    let ids = prop::collection::vec("[a-z]{1,6}", 0..4);
    let picks = (ids.clone(), prop::option::of(text)).prop_map(|(picked, other)| Picked { picked, other });
    let cells = prop::collection::btree_map("[a-z]{1,6}", text, 0..4);
    let row = ("n[0-9]", cells.clone()).prop_map(|(row, cells)| Row { row, by: Person::B, cells });
    let days = prop::sample::subsequence(vec![DayOfWeek::Mon, DayOfWeek::Fri, DayOfWeek::Sun], 2..=3);
    let repeat = prop_oneof![
        any::<u8>().prop_map(|interval| Repeat::Day { interval }),
        any::<u8>().prop_map(|interval| Repeat::Week { interval, on: vec![] }),
        (any::<u8>(), days).prop_map(|(interval, on)| Repeat::Week { interval, on }),
        any::<u8>().prop_map(|interval| Repeat::Month { interval }),
    ];
    let day = prop_oneof!["[0-9-]{0,10}", "20[0-9]{2}-0[1-9]-[0-2]5"];
    let date = (day, prop::option::of("[0-9:]{5}"), prop::option::of(repeat));
    prop_oneof![
        text.prop_map(|t| ("short", Value::Text(t))),
        picks.clone().prop_map(|p| ("areas", Value::Picked(p))),
        prop::collection::btree_map("n[0-9]", picks, 0..3).prop_map(|p| ("each-row", Value::PerRow(p))),
        any::<i32>().prop_map(|n| ("how", Value::Number(n))),
        (ids.clone(), ids).prop_map(|(picked, own)| ("feel", Value::Words(PickedWords { picked, own }))),
        cells.clone().prop_map(|c| ("rules", Value::Checks(c))),
        prop::collection::vec(row, 0..3).prop_map(|r| ("limits", Value::Rows(r))),
        cells.prop_map(|c| ("letter", Value::Letter(c))),
        date.prop_map(|(start, at, repeat)| ("when", Value::Date(Planned { start, at, repeat }))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_kept_reads_back_the_same((step, value) in answer()) {
        let exercise = exercise();
        let step = exercise.step(step).unwrap();
        prop_assert_eq!(from_json(&to_json(&value), &step.kind), Ok(value.clone()));
        with(&exercise, |known| { let _ = (check(&value, step, known), words(&value, step, known), tips(&value, step)); });
    }

    #[test]
    fn no_json_makes_it_panic(text in "\\PC{0,60}") {
        let exercise = exercise();
        for step in &exercise.steps {
            let _ = from_json(&text, &step.kind);
        }
    }
}
