//! Conditions and what follows them (E27, E28).

use hearth_domain::Person::{A, B};

use super::play::{CLOSE, Play, TOPIC, exercise, text};
use crate::page::Phase;
use crate::run::{Input, OwnEffect};
use crate::value::Value;

fn scale(who: &str, then: &str) -> String {
    format!(
        "[[step]]\nid = \"pushed\"\nkind = \"scale\"\nwho = \"{who}\"\nvisibility = \"eph\"\nlabel = \"Did I feel pushed?\"\n\
         low = \"no\"\nhigh = \"yes\"\n[[step.then]]\n{then}\n"
    )
}

#[test]
fn e28_a_repeat_goes_back_at_most_so_often() {
    let again = "[[step]]\nid = \"note\"\nkind = \"guide\"\nwho = \"me\"\nlabel = \"Note\"\nbody = \"Breathe.\"\n";
    let close = CLOSE.replace("\"both\"", "\"me\"");
    let steps = [again, &scale("me", "if = \"pushed >= 3\"\nrepeat = { from = \"note\", max = 2 }"), &close].concat();
    let mut play = Play::of(exercise("heat = 0", &steps), false);
    for _ in 0..3 {
        assert_eq!(play.page().step, "note");
        play.next().answer("pushed", Value::Number(9));
    }
    assert_eq!(play.page().step, "end");
}

#[test]
fn e22_an_own_rest_reaches_only_its_owner() {
    let then = "if = \"pushed >= 3\"\nrest = { days = 7, slugs = [\"touch\"] }";
    let end = |a, b| {
        let mut play = Play::together(&[&scale("each", then), TOPIC, CLOSE].concat());
        play.both(&[("pushed", [Value::Number(a), Value::Number(b)])]);
        (play.phase(), [A, B].map(|who| play.own(who).contains(&&rest())))
    };
    let (quiet, pushed) = (end(0, 0), end(0, 8));
    assert_eq!(quiet.0, pushed.0);
    assert_eq!((quiet.1, pushed.1), ([false, false], [false, true]));
}

fn rest() -> OwnEffect {
    OwnEffect::Rest { slugs: vec!["touch".into()], days: 7 }
}

#[test]
fn e27_a_skip_fails_every_readiness_test() {
    let then = "if = \"not all(pushed >= 3)\"\nend = \"neutral\"";
    let mut play = Play::together(&[&scale("each", then), TOPIC, CLOSE].concat());
    play.i_am(A).answer("pushed", Value::Number(9)).i_am(B).skip("pushed");
    assert!(super::play::is_neutral_end(&play.phase()));
}

#[test]
fn e4_a_turn_never_reads_the_other_persons_answer_of_the_same_group() {
    let secret = scale("each", "if = \"any(pushed >= 3)\"\nsay = \"Someone felt pushed.\"");
    let note = "[[step]]\nid = \"more\"\nkind = \"text\"\nwho = \"each\"\nvisibility = \"priv\"\nlabel = \"More\"\nsize = \"short\"\n";
    let second = |first| {
        let mut play = Play::together(&[&secret, note, TOPIC, CLOSE].concat());
        play.i_am(A).answer("pushed", Value::Number(first)).answer("more", text("x")).next();
        play.i_am(B).answer("pushed", Value::Number(0)).phase()
    };
    assert_eq!(second(9), second(0));
}

#[test]
fn e4_no_page_of_a_turn_comes_of_the_other_persons_answer_in_the_same_group() {
    let pushed = scale("each", "if = \"pushed >= 11\"\npage = \"help-now\"");
    let more = "[[step]]\nid = \"more\"\nkind = \"pause\"\nwho = \"each\"\nlabel = \"Breathe\"\nform = \"breath\"\n\
                seconds = 60\nshow_if = \"any(pushed >= 3)\"\n";
    let second = |first| {
        let mut play = Play::together(&[&pushed, more, TOPIC, CLOSE].concat());
        play.i_am(A).answer("pushed", Value::Number(first));
        if matches!(play.phase(), Phase::Page(_)) {
            play.next();
        }
        play.i_am(B).answer("pushed", Value::Number(0)).phase()
    };
    assert_eq!(second(9), second(0));
}

#[test]
fn e12_a_private_answer_has_no_way_into_ours() {
    let own = TOPIC.replace("\"both\"", "\"each\"").replace("\"shared\"", "\"priv\"");
    let mut play = Play::together(&[&own, CLOSE].concat());
    play.both(&[("topic", [text("canary"), text("canary")])]);
    play.next();
    assert!(matches!(play.phase(), Phase::End { done: true, .. }));
    assert!(!play.ours().iter().any(|e| matches!(e, crate::run::OursEffect::Keep { .. })));
    assert_eq!(play.try_to(Input::Stop { new_facts: false }), Err(crate::run::Refused::NotHere));
}
