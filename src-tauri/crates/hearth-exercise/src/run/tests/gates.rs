//! Gates, consents, Break, Stop: what the other sees is the same whoever caused it.

use chrono::TimeDelta;
use hearth_domain::Person::{A, B};

use super::play::{BLOCK, CLOSE, Play, TOPIC, evening, exercise, is_neutral_end, options_of, picked};
use crate::page::{Ask, Phase};
use crate::run::{Effect, Ending, Input, OursEffect, Refused, Tap};
use crate::value::Value;

const GATE: &str = r#"
[[step]]
id = "ok"
kind = "gate"
who = "each"
visibility = "eph"
label = "Does any of this fit?"
form = "safety"
options = [{ id = "pushed", label = "I feel pushed", page = "help-now" }, { id = "none", label = "None", exclusive = true }]
[[step.then]]
if = "not clear(ok)"
end = "neutral"
"#;

fn after(first: &[&str], second: &[&str]) -> (Vec<Effect>, Phase) {
    let mut play = Play::together(&[GATE, TOPIC, CLOSE].concat());
    for (who, ids) in [(A, first), (B, second)] {
        play.i_am(who).answer("ok", picked(ids));
        if matches!(play.phase(), Phase::Page(page) if matches!(page.ask, Ask::Help(_))) {
            play.next();
        }
    }
    (play.written.clone(), play.phase())
}

#[test]
fn e22_outcomes_apply_only_after_both_have_answered() {
    let mut play = Play::together(&[GATE, TOPIC, CLOSE].concat());
    play.i_am(A).answer("ok", picked(&["rather-not-say"]));
    assert_eq!(play.phase(), Phase::Cover { next: B });
    assert_eq!(options_of(&play.i_am(B).page()), ["pushed", "none", "rather-not-say"]);
    play.answer("ok", picked(&["none"]));
    assert!(is_neutral_end(&play.phase()));
}

#[test]
fn e22_not_today_and_a_flagged_gate_look_the_same() {
    let flagged = after(&["pushed"], &["none"]);
    assert_eq!(flagged, after(&["none"], &["pushed"]));
    assert_eq!(flagged, after(&["rather-not-say"], &["none"]));
    let mut stopped = Play::together(&[GATE, TOPIC, CLOSE].concat());
    stopped.to(Input::Stop { new_facts: false });
    assert_eq!(flagged, (stopped.written.clone(), stopped.phase()));
}

#[test]
fn cr2_not_today_and_stop_write_the_same_and_show_the_same() {
    let mut declined = Play::together(&[BLOCK, TOPIC, CLOSE].concat());
    declined.both(&[
        ("jo-now", [picked(&["yes"]), picked(&["not-today"])]),
        ("jo-calm", [Value::Number(9), Value::Number(9)]),
    ]);
    let mut stopped = Play::together(&[BLOCK, TOPIC, CLOSE].concat());
    stopped.i_am(A).to(Input::Stop { new_facts: false });
    assert_eq!((declined.written.clone(), declined.phase()), (stopped.written.clone(), stopped.phase()));
    assert!(is_neutral_end(&stopped.phase()));
}

#[test]
fn e20_rather_not_say_is_never_yes_safe() {
    assert!(is_neutral_end(&after(&["none"], &["rather-not-say"]).1));
    assert!(matches!(after(&["none"], &["none"]).1, Phase::Page(page) if page.step == "topic"));
}

#[test]
fn e22_a_help_page_shows_inside_that_turn_only() {
    let mut play = Play::together(&[GATE, TOPIC, CLOSE].concat());
    play.i_am(A).answer("ok", picked(&["pushed"]));
    assert!(matches!(&play.page().ask, Ask::Help(words) if words.lines == ["abuse"]));
    assert_eq!(play.page().actor, Some(A));
    play.next();
    assert_eq!(play.phase(), Phase::Cover { next: B });
}

#[test]
fn e9_a_break_hides_everything_and_needs_both_to_come_back() {
    let mut play = Play::together(&[GATE, TOPIC, CLOSE].concat());
    play.i_am(A).to(Input::Break { until: None });
    let until = evening() + TimeDelta::minutes(20);
    assert!(play.ours().contains(&&OursEffect::RunRests { until: Some(until), cooloff: false }));
    play.to(Input::Return(A));
    assert!(matches!(play.phase(), Phase::Rest { ref back, .. } if *back == [A]));
    play.tap(Tap::Ready { who: B });
    assert_eq!(play.phase(), Phase::Cover { next: A });
}

#[test]
fn e9_another_day_leaves_the_run_to_go_on_with() {
    let mut play = Play::together(&[TOPIC, CLOSE].concat());
    play.to(Input::Break { until: None }).tap(Tap::AnotherDay);
    assert!(is_neutral_end(&play.phase()) && !play.run.is_over());
    assert_eq!(play.killed_and_resumed().page().step, "topic");
}

#[test]
fn e9_a_branch_that_asks_for_a_break_asks_the_opening_again() {
    let mut play = Play::together(&[BLOCK, TOPIC, CLOSE].concat());
    play.both(&[("jo-now", [picked(&["yes"]), picked(&["yes"])]), ("jo-calm", [Value::Number(1), Value::Number(9)])]);
    play.next().both(&[("jo-again", [Value::Number(3), Value::Number(9)])]);
    assert!(matches!(play.phase(), Phase::Rest { cooloff: false, .. }));
    play.to(Input::Return(A)).to(Input::Return(B)).i_am(A);
    assert_eq!(play.page().step, "jo-now");
}

#[test]
fn e10_stop_ends_with_one_page_and_no_reason() {
    let mut play = Play::together(&[TOPIC, CLOSE].concat());
    play.to(Input::Stop { new_facts: false });
    assert!(is_neutral_end(&play.phase()));
    assert_eq!(play.ours().last(), Some(&&OursEffect::RunEnded { how: Ending::Stopped }));
    assert_eq!(play.try_to(Input::Stop { new_facts: false }), Err(Refused::NotHere));
}

#[test]
fn e30_cr17_new_facts_is_there_from_heat_two_and_writes_what_stop_writes() {
    let mut light = Play::together(&[TOPIC, CLOSE].concat());
    assert!(!light.run.offers_new_facts());
    assert!(is_neutral_end(&light.to(Input::Stop { new_facts: true }).phase()));
    let medium = || Play::of(exercise("heat = 2", &[TOPIC, CLOSE].concat()), true);
    let (mut facts, mut stop) = (medium(), medium());
    assert!(facts.run.offers_new_facts());
    facts.to(Input::Stop { new_facts: true });
    stop.to(Input::Stop { new_facts: false });
    assert_eq!(facts.written, stop.written);
    assert!(matches!(facts.phase(), Phase::End { done: false, new_facts: true, .. }));
}

#[test]
fn cr23_every_question_can_be_skipped() {
    let mut play = Play::together(&[TOPIC, CLOSE].concat());
    play.skip("topic");
    assert_eq!(play.page().step, "end");
    play.next();
    assert!(matches!(play.phase(), Phase::End { done: true, .. }));
}
