//! Whose turn it is and what the other may see.

use hearth_domain::Person::{A, B};

use super::play::{BLOCK, CLOSE, HOPE, OPEN_HOPE, Play, TOPIC, picked, text};
use crate::page::{CheckButton, Phase};
use crate::run::{Input, OursEffect, OwnEffect, Refused, Tap};
use crate::value::Value;

#[test]
fn e2_a_cover_names_only_who_is_next() {
    let mut play = Play::together(&[HOPE, OPEN_HOPE, CLOSE].concat());
    assert_eq!(play.phase(), Phase::Cover { next: A });
    assert_eq!(play.try_to(Input::IAm(B)), Err(Refused::NotHere));
    play.i_am(A).answer("hope", text("quiet evenings")).next();
    assert_eq!(play.phase(), Phase::Cover { next: B });
}

#[test]
fn e4_the_second_never_sees_the_first_answer_or_that_it_was_skipped() {
    let second = |first: Option<Value>| {
        let mut play = Play::together(&[HOPE, OPEN_HOPE, CLOSE].concat());
        play.i_am(A).to(Input::Answer { step: "hope".into(), value: first }).next();
        let cover = play.phase();
        (cover, play.i_am(B).phase())
    };
    assert_eq!(second(Some(text("canary"))), second(None));
}

#[test]
fn e4_shared_words_written_apart_wait_in_mine_and_go_to_ours_together() {
    let each = TOPIC.replace("who = \"both\"", "who = \"each\"");
    let mut play = Play::together(&[&each, CLOSE].concat());
    play.i_am(A).answer("topic", text("one"));
    assert_eq!(play.check().2, CheckButton::Done);
    play.next();
    assert!(!play.ours().iter().any(|e| matches!(e, OursEffect::Keep { .. } | OursEffect::Draft { .. })));
    play.i_am(B).answer("topic", text("two")).next();
    let kept = play.ours().iter().filter(|e| matches!(e, OursEffect::Keep { who: Some(_), .. })).count();
    let dropped = [A, B].map(|p| play.own(p).iter().any(|e| matches!(e, OwnEffect::Drop { .. })));
    assert_eq!((kept, dropped), (2, [true, true]));
}

#[test]
fn e14_the_check_page_seals_and_a_skip_seals_nothing_said() {
    let mut play = Play::together(&[HOPE, OPEN_HOPE, CLOSE].concat());
    play.i_am(A).skip("hope");
    assert_eq!(play.check(), (A, vec!["hope".to_owned()], CheckButton::Seal));
    play.next();
    assert!(play.own(A).iter().any(|e| matches!(e, OwnEffect::Seal { value: None, .. })));
    assert!(play.ours().iter().all(|e| matches!(e, OursEffect::RunBegun | OursEffect::RunAt { .. })));
}

#[test]
fn back_works_inside_ones_own_turn_and_never_past_a_cover() {
    let two = [HOPE, &HOPE.replace("\"hope\"", "\"worry\""), OPEN_HOPE, CLOSE].concat();
    let mut play = Play::together(&two);
    play.i_am(A);
    assert_eq!(play.try_to(Input::Back), Err(Refused::NotHere));
    play.answer("hope", text("first"));
    assert!(play.page().back);
    play.to(Input::Back);
    assert_eq!(play.page().value, Some(text("first")));
    play.answer("hope", text("second")).answer("worry", text("w"));
    play.to(Input::Check { step: Some("hope".into()) }).answer("hope", text("third"));
    assert_eq!(play.check().1, ["hope", "worry"]);
    play.next().i_am(B);
    assert_eq!(play.try_to(Input::Back), Err(Refused::NotHere));
}

#[test]
fn e11_cr12_a_passing_answer_is_in_no_change_and_the_place_never_names_a_step_it_opens() {
    let mut play = Play::together(&[BLOCK, TOPIC, CLOSE].concat());
    play.both(&[("jo-now", [picked(&["yes"]), picked(&["yes"])]), ("jo-calm", [Value::Number(3), Value::Number(9)])]);
    assert_eq!(play.page().step, "jo-steady");
    play.next().both(&[("jo-again", [Value::Number(4), Value::Number(9)])]);
    assert_eq!(play.page().step, "topic");
    let named: Vec<_> = play.ours().into_iter().cloned().collect();
    let at = |at: &str| OursEffect::RunAt { at: at.into(), lap: 1 };
    assert_eq!(named, [OursEffect::RunBegun, at("jo-now"), at("topic")]);
    assert_eq!([play.own(A).len(), play.own(B).len()], [0, 0]);
}

#[test]
fn e3_a_press_that_is_not_on_the_page_changes_nothing() {
    let mut play = Play::together(&[TOPIC, CLOSE].concat());
    for input in [Input::IAm(A), Input::Back, Input::Tap(Tap::NotNow), Input::Tap(Tap::Next), Input::Return(A)] {
        let before = play.phase();
        assert_eq!(play.try_to(input), Err(Refused::NotHere));
        assert_eq!(play.phase(), before);
    }
}

#[test]
fn a_killed_run_asks_its_opening_again_and_then_only_whoever_lacks_answers() {
    let mut play = Play::together(&[BLOCK, HOPE, OPEN_HOPE, CLOSE].concat());
    let calm = [("jo-now", [picked(&["yes"]), picked(&["yes"])]), ("jo-calm", [Value::Number(8), Value::Number(9)])];
    play.both(&calm).i_am(A).answer("hope", text("mine")).next();
    let mut play = play.killed_and_resumed();
    assert_eq!(play.i_am(A).page().step, "jo-now");
    play = play.killed_and_resumed();
    play.both(&calm);
    assert_eq!(play.phase(), Phase::Cover { next: B });
    play.i_am(B).answer("hope", text("yours")).next();
    play.tap(Tap::Ready { who: A }).tap(Tap::Ready { who: B }).tap(Tap::First { who: A });
    assert!(format!("{:?}", play.phase()).contains("mine"));
}
