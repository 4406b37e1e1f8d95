//! Sealed answers, picks, what two answers come to.

use std::sync::Arc;

use chrono::TimeDelta;
use hearth_domain::Person::{self, A, B};

use super::play::{CLOSE, HOPE, OPEN_HOPE, Play, evening, exercise, is_neutral_end, picked, text};
use crate::page::{Ask, LetterWaits, Phase, Talk};
use crate::run::{Cast, Input, OursEffect, OwnAnswer, Private, Refused, Tap, World};
use crate::value::Value;

fn sealed() -> Play {
    let mut play = Play::together(&[HOPE, OPEN_HOPE, CLOSE].concat());
    play.both(&[("hope", [text("from a"), text("from b")])]);
    play
}

#[test]
fn e14_nothing_is_open_until_both_are_ready() {
    let mut play = sealed();
    play.tap(Tap::Ready { who: A });
    assert_eq!(play.try_to(Input::Tap(Tap::First { who: A })), Err(Refused::NotHere));
    assert!(!format!("{:?}", play.phase()).contains("from "));
    assert!(!play.ours().iter().any(|e| matches!(e, OursEffect::OpenRound { .. } | OursEffect::Keep { .. })));
    play.tap(Tap::Ready { who: B });
    assert!(matches!(play.talk(), Talk::Ready { pick_first: true, .. }));
}

#[test]
fn e17_a_pair_opens_in_one_frame_and_is_read_one_answer_a_page() {
    let mut play = sealed();
    play.tap(Tap::Ready { who: A }).tap(Tap::Ready { who: B }).tap(Tap::First { who: B });
    let Talk::Opened(first) = play.talk() else { panic!("not open") };
    assert_eq!((first.by, first.lines.as_slice(), first.left), (B, ["from b".to_owned()].as_slice(), 1));
    let opened = play.ours().iter().filter(|e| matches!(e, OursEffect::Keep { who: Some(_), .. })).count();
    assert_eq!(opened, 2);
    let Talk::Opened(second) = play.next().talk() else { panic!("not open") };
    assert_eq!((second.by, second.left), (A, 0));
    assert_eq!(play.next().page().step, "end");
}

#[test]
fn e18_thank_you_i_need_time_and_no_reply_are_always_there() {
    let mut play = sealed();
    play.tap(Tap::Ready { who: A }).tap(Tap::Ready { who: B }).tap(Tap::First { who: A });
    let Talk::Opened(answer) = play.talk() else { panic!("not open") };
    let ids: Vec<_> = answer.replies.iter().map(|r| r.id.as_str()).collect();
    assert_eq!((ids.as_slice(), answer.reply), (["thank-you", "need-time", "no-reply"].as_slice(), None));
    assert_eq!(play.try_to(Input::Tap(Tap::Reply { id: "i-forgive-you".into() })), Err(Refused::NotHere));
    play.tap(Tap::Reply { id: "need-time".into() });
    let kept = play
        .ours()
        .into_iter()
        .any(|e| matches!(e, OursEffect::Keep { step, who: Some(B), .. } if step == "hope.reply"));
    assert!(kept);
}

#[test]
fn e14_stop_here_leaves_the_rest_sealed_and_the_run_goes_on() {
    let worry = HOPE.replace("\"hope\"", "\"worry\"");
    let open = OPEN_HOPE.replace("[\"hope\"]", "[\"hope\", \"worry\"]");
    let mut play = Play::together(&[HOPE, &worry, &open, CLOSE].concat());
    play.both(&[("hope", [text("h1"), text("h2")]), ("worry", [text("w1"), text("w2")])]);
    play.tap(Tap::Ready { who: A }).tap(Tap::Ready { who: B }).tap(Tap::First { who: A }).tap(Tap::StopOpening);
    assert_eq!(play.page().step, "end");
    let round = |e: &OursEffect| match e {
        OursEffect::OpenRound { step, .. } => Some(step.clone()),
        _ => None,
    };
    let opened: Vec<String> = play.ours().into_iter().filter_map(round).collect();
    assert_eq!(opened, ["hope"]);
    assert!(!format!("{:?}", play.phase()).contains("w1"));
}

#[test]
fn e14_what_was_taken_back_is_named_as_nothing_to_open() {
    let mut play = Play::together(&[HOPE, OPEN_HOPE, CLOSE].concat());
    play.world.withheld.insert(("hope".into(), 1));
    play.both(&[("hope", [text("a"), text("b")])]);
    assert!(matches!(play.talk(), Talk::Ready { ref nothing, .. } if *nothing == ["I hope"]));
    play.tap(Tap::Ready { who: A }).tap(Tap::Ready { who: B }).next();
    assert_eq!(play.page().step, "end");
}

const LIMIT: &str = r#"
[[step]]
id = "limit"
kind = "reveal"
who = "owner"
label = "Read one limit"
mode = "picks"
items = ["my-limits/limits"]
most = 1
"#;

const ROWS: &str = r#"
[[step]]
id = "limits"
kind = "table"
who = "me"
visibility = "offer"
label = "My limits"
min_rows = 1
max_rows = 8
columns = [{ id = "area", label = "Area", kind = "text", required = true }]
[[step]]
id = "end"
kind = "close"
who = "me"
label = "Done"
"#;

fn row(id: &str, area: &str) -> crate::value::Row {
    crate::value::Row { row: id.into(), by: A, cells: [("area".to_owned(), area.to_owned())].into() }
}

fn own(slug: &str, step: &str, steps: &str, value: Value, hours_ago: i64) -> ((String, String), OwnAnswer) {
    let edited = evening() - TimeDelta::hours(hours_ago);
    let answer = OwnAnswer { value: Private::new(value), edited, exercise: Arc::new(exercise("heat = 0", steps)) };
    ((slug.to_owned(), step.to_owned()), answer)
}

fn joint(steps: &str, owner: &[((String, String), OwnAnswer)], whose: Person) -> Play {
    let exercise = exercise("heat = 1\nroles = \"owner/receiver\"", steps);
    let mut world = World::at(evening());
    world.own.of_mut(whose).extend(owner.iter().cloned());
    let cast = Cast::together(&exercise, A, A);
    Play::begin(Arc::new(exercise), "main", cast, world)
}

fn limits() -> [((String, String), OwnAnswer); 1] {
    [own("my-limits", "limits", ROWS, Value::Rows(vec![row("n1", "shouting"), row("n2", "money")]), 1)]
}

#[test]
fn e13_nothing_is_ticked_and_only_the_ticked_row_moves() {
    let mut play = joint(&[LIMIT, CLOSE].concat(), &limits(), A);
    assert_eq!(play.phase(), Phase::Cover { next: A });
    let page = play.i_am(A).page();
    let Ask::Picks { rows, most, letter } = page.ask else { panic!("no picks") };
    assert_eq!((rows.len(), most, page.value, letter), (2, 1, None, None));
    let both = rows.iter().map(|r| r.id.clone()).collect();
    assert_eq!(play.try_to(Input::Pick { step: "limit".into(), items: both }).expect("taken")[0].code, "too_many");
    play.to(Input::Pick { step: "limit".into(), items: vec![rows[1].id.clone()] });
    let shown = format!("{:?} {:?}", play.phase(), values(&play));
    assert!(shown.contains("money") && !shown.contains("shouting"));
}

fn values(play: &Play) -> Vec<Value> {
    let value = |e: &&OursEffect| match e {
        OursEffect::Keep { value: Some(v), .. } => Some(v.value().clone()),
        _ => None,
    };
    play.ours().iter().filter_map(value).collect()
}

#[test]
fn e13_show_nothing_is_a_complete_answer() {
    let mut play = joint(&[LIMIT, CLOSE].concat(), &limits(), A);
    play.i_am(A).to(Input::Pick { step: "limit".into(), items: vec![] });
    assert_eq!(play.page().step, "end");
    assert!(values(&play).is_empty());
}

#[test]
fn e36_only_a_letter_rests_even_if_the_clock_was_moved_back() {
    let later = own("my-limits", "limits", ROWS, Value::Rows(vec![row("n1", "shouting")]), -1);
    let Ask::Picks { rows, letter, .. } = joint(&[LIMIT, CLOSE].concat(), &[later], A).i_am(A).page().ask else {
        panic!("no picks")
    };
    assert_eq!((rows.len(), letter), (1, None));
}

#[test]
fn e13_the_other_persons_rows_are_never_offered() {
    let mut play = joint(&[LIMIT, CLOSE].concat(), &limits(), B);
    assert!(matches!(play.i_am(A).page().ask, Ask::Picks { ref rows, .. } if rows.is_empty()));
}

const READ: &str = r#"
[[step]]
id = "read"
kind = "reveal"
who = "owner"
label = "Read it aloud"
mode = "picks"
items = ["apology-steps/words"]
most = 1
"#;

const LETTER: &str = r#"
[[step]]
id = "words"
kind = "letter"
who = "me"
visibility = "offer"
label = "My apology"
parts = [{ id = "did", label = "What I did" }]
cooloff_h = 24
[[step]]
id = "end"
kind = "close"
who = "me"
label = "Done"
"#;

fn letter(hours_ago: i64) -> [((String, String), OwnAnswer); 1] {
    let parts = [("did".to_owned(), "canary".to_owned())].into();
    [own("apology-steps", "words", LETTER, Value::Letter(parts), hours_ago)]
}

#[test]
fn e36_cr22_resting_kept_back_and_shown_to_nobody_look_the_same() {
    let end = |answers: &[((String, String), OwnAnswer)]| {
        let mut play = joint(&[READ, CLOSE].concat(), answers, A);
        let cover = play.phase();
        play.i_am(A).to(Input::Pick { step: "read".into(), items: vec![] });
        (cover, play.phase(), play.written.clone())
    };
    let kept_back = end(&letter(30));
    assert!(is_neutral_end(&kept_back.1));
    assert_eq!(kept_back, end(&letter(2)));
    let mut stopped = joint(&[READ, CLOSE].concat(), &letter(30), A);
    stopped.to(Input::Stop { new_facts: false });
    assert_eq!((&stopped.phase(), &stopped.written), (&kept_back.1, &kept_back.2));
}

#[test]
fn e36_a_letter_rests_a_day_from_its_last_edit() {
    let rows = |hours| match joint(&[READ, CLOSE].concat(), &letter(hours), A).i_am(A).page().ask {
        Ask::Picks { rows, .. } => rows.len(),
        other => panic!("{other:?}"),
    };
    assert_eq!((rows(23), rows(24)), (0, 1));
}

#[test]
fn e36_the_owner_alone_is_told_why_there_is_no_letter_to_show() {
    let mut exercise = exercise("heat = 1\nroles = \"owner/receiver\"", &[READ, CLOSE].concat());
    let written = own("apology-steps", "words", LETTER, Value::Letter(std::collections::BTreeMap::new()), 2);
    exercise.slug = "apology-steps".into();
    exercise.steps.extend(written.1.exercise.steps.iter().filter(|s| s.id == "words").cloned().map(|mut step| {
        step.part = "prepare".into();
        step
    }));
    let told = |answers: &[((String, String), OwnAnswer)]| {
        let mut world = World::at(evening());
        world.own.of_mut(A).extend(answers.iter().cloned());
        let mut play = Play::begin(Arc::new(exercise.clone()), "main", Cast::together(&exercise, A, A), world);
        let Ask::Picks { rows, letter, .. } = play.i_am(A).page().ask else { panic!("no picks") };
        play.to(Input::Pick { step: "read".into(), items: vec![] });
        assert!(is_neutral_end(&play.phase()), "kept back, resting and unwritten end alike: {:?}", play.phase());
        (rows.len(), letter)
    };
    assert_eq!(told(&[]), (0, Some(LetterWaits::Unwritten)));
    assert_eq!(told(&letter(2)), (0, Some(LetterWaits::Rests { until: "2026-05-04T18:00:00Z".into() })));
    assert_eq!(told(&letter(30)), (1, None));
}

const LEVEL: &str = r#"
[[step]]
id = "distance"
kind = "choose"
who = "each"
visibility = "eph"
label = "How close tonight?"
use = "lower"
options = [{ id = "apart", label = "Apart" }, { id = "near", label = "Near" }, { id = "hands", label = "Hands" }]
"#;

#[test]
fn e29_the_lower_level_counts_and_its_chooser_is_not_in_it() {
    let result = |a: &str, b: &str| {
        let mut play = Play::together(&[LEVEL, CLOSE].concat());
        play.both(&[("distance", [picked(&[a]), picked(&[b])])]);
        play.written.clone()
    };
    assert_eq!(result("near", "hands"), result("hands", "near"));
    let lowest = |e: &crate::run::Effect| matches!(e, crate::run::Effect::Ours(OursEffect::Result { value, .. }) if *value.value() == picked(&["near"]));
    assert!(result("near", "hands").iter().any(lowest));
}

/// The step of the touch ladder where each says how high it may go, as it ships.
fn rungs() -> String {
    let ladder = include_str!("../../../../../../assets/exercises/touch-ladder.toml");
    let list = include_str!("../../../../../../assets/exercises/lists/rungs.toml");
    let begins = ladder.find("id = \"rung\"").expect("the step");
    let step = &ladder[begins..begins + ladder[begins..].find("[[step").expect("the next one")];
    let options: Vec<String> = list
        .split("[[item]]")
        .skip(1)
        .map(|item| {
            let lines: Vec<&str> = item.lines().filter(|line| line.contains('=')).collect();
            format!("{{ {} }}", lines.join(", "))
        })
        .collect();
    format!("[[step]]\n{}", step.replace("list = \"rungs\"", &format!("options = [{}]", options.join(", "))))
}

#[test]
fn e29_the_touch_ladder_goes_as_high_as_the_lower_of_two_and_names_nobody() {
    let result = |a: &str, b: &str| {
        let mut play = Play::together(&[rungs().as_str(), CLOSE].concat());
        play.both(&[("rung", [picked(&[a]), picked(&[b])])]);
        let lowest =
            |e: &&OursEffect| matches!(e, OursEffect::Result { value, .. } if *value.value() == picked(&["rung-2"]));
        assert!(play.ours().iter().any(lowest), "{a} and {b}");
        assert!(!format!("{:?}", play.ours()).contains("rung-5"), "the higher one never leaves memory");
        (play.ours().into_iter().cloned().collect::<Vec<_>>(), format!("{:?}", play.phase()))
    };
    assert_eq!(result("rung-2", "rung-5"), result("rung-5", "rung-2"));
}

#[test]
fn e29_a_skip_counts_as_the_gentlest_level() {
    let mut play = Play::together(&[LEVEL, CLOSE].concat());
    play.i_am(A).skip("distance").i_am(B).answer("distance", picked(&["hands"]));
    let gentlest =
        |e: &&OursEffect| matches!(e, OursEffect::Result { value, .. } if *value.value() == picked(&["apart"]));
    assert!(play.ours().iter().any(gentlest));
}

const WORDS: &str = r#"
[[step]]
id = "say"
kind = "choose"
who = "each"
visibility = "seal"
label = "I could say"
max = 3
options = [{ id = "slow", label = "Can we slow down?" }, { id = "sorry", label = "That came out wrong" }]
[[step]]
id = "hear"
kind = "choose"
who = "each"
visibility = "seal"
label = "I would love to hear"
max = 2
options = [{ id = "slow", label = "Can we slow down?" }, { id = "sorry", label = "That came out wrong" }]
[[step]]
id = "kit"
kind = "reveal"
who = "both"
label = "Side by side"
mode = "sealed"
items = ["say", "hear"]
stars = { give = "say", want = "hear" }
"#;

#[test]
fn e14_a_star_never_tells_of_a_pair_that_is_still_sealed() {
    let mut play = Play::together(&[WORDS, CLOSE].concat());
    let one = |id| picked(&[id]);
    play.both(&[("say", [one("slow"), one("sorry")]), ("hear", [one("sorry"), one("sorry")])]);
    play.tap(Tap::Ready { who: A }).tap(Tap::Ready { who: B }).tap(Tap::First { who: A });
    let mut stars = Vec::new();
    for _ in 0..4 {
        let Talk::Opened(answer) = play.talk() else { panic!("not open") };
        stars.push((answer.step.clone(), answer.by, answer.stars));
        play.next();
    }
    let sorry = vec!["That came out wrong".to_owned()];
    let of = |step: &str, by, stars: &[String]| (step.to_owned(), by, stars.to_vec());
    assert_eq!(stars, [of("say", A, &[]), of("say", B, &[]), of("hear", A, &sorry), of("hear", B, &[])]);
}

#[test]
fn what_was_shown_is_agreed_on_in_the_words_it_was_written_in() {
    let agree = "[[step]]\nid = \"agreed\"\nkind = \"agree\"\nwho = \"both\"\nvisibility = \"shared\"\nlabel = \"Ours\"\n\
                 from = [\"limit\"]\nreview = { default = 14, max = 60 }\n";
    let mut play = joint(&[LIMIT, agree, CLOSE].concat(), &limits(), A);
    let Ask::Picks { rows, .. } = play.i_am(A).page().ask else { panic!("no picks") };
    play.to(Input::Pick { step: "limit".into(), items: vec![rows[0].id.clone()] }).next();
    play.both(&[("agreed", [picked(&["yes"]), picked(&["yes"])])]);
    let Ask::Agree { lines, .. } = play.page().ask else { panic!("no agreement") };
    assert_eq!(
        (lines[0].label.as_str(), lines[0].lines.as_slice()),
        ("My limits", ["Area: shouting".to_owned()].as_slice())
    );
    assert_eq!(lines[0].by, Some(A));
}

#[test]
fn a_condition_counts_what_the_owner_ticked() {
    let then = "[[step.then]]\nif = \"not count(limit) >= 1\"\nend = \"neutral\"\n";
    let steps = [LIMIT, then, CLOSE].concat();
    let mut nothing = joint(&steps, &limits(), A);
    nothing.i_am(A).to(Input::Pick { step: "limit".into(), items: vec![] });
    assert!(is_neutral_end(&nothing.phase()));
    let mut one = joint(&steps, &limits(), A);
    let Ask::Picks { rows, .. } = one.i_am(A).page().ask else { panic!("no picks") };
    one.to(Input::Pick { step: "limit".into(), items: vec![rows[0].id.clone()] }).next();
    assert_eq!(one.page().step, "end");
}
