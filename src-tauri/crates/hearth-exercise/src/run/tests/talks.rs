//! Speaking, saying back, changing roles.

use hearth_domain::Person::{A, B};

use super::play::{CLOSE, Play, exercise};
use crate::page::Talk;
use crate::run::{Cast, Input, OursEffect, Refused, SaidBack, Tap};

const TALK: &str = r#"
[[step]]
id = "piece"
kind = "turn"
who = "speaker"
label = "Two or three sentences"
seconds = 120
[[step]]
id = "back"
kind = "mirror"
who = "listener"
label = "Say it back"
mode = "gist"
from = "piece"
tries = 3
[[step]]
id = "pass"
kind = "turn"
who = "listener"
label = "Pass the floor"
seconds = 20
swap = { from = "piece", to = "back", more = 1 }
"#;

fn talk() -> Play {
    Play::of(exercise("heat = 2\nroles = \"speaker/listener\"", &[TALK, CLOSE].concat()), true)
}

fn speaker(play: &Play) -> Option<hearth_domain::Person> {
    match play.talk() {
        Talk::Turn { speaker, .. } => speaker,
        Talk::Mirror { speaker, .. } => Some(speaker),
        other => panic!("{other:?}"),
    }
}

fn round(play: &mut Play) {
    play.next().tap(Tap::SaidBack(SaidBack::Yes));
}

#[test]
fn e5_e6_roles_change_and_the_close_comes_after_both_rounds() {
    let mut play = talk();
    assert_eq!(speaker(&play), Some(A));
    round(&mut play);
    play.next();
    assert_eq!(speaker(&play), Some(B));
    assert!(play.ours().contains(&&OursEffect::RunAt { at: "piece".into(), lap: 2 }));
    round(&mut play);
    play.next();
    assert_eq!(play.page().step, "end");
}

#[test]
fn e5_another_pair_of_rounds_needs_both_and_has_a_limit() {
    let mut play = talk();
    for _ in 0..2 {
        round(&mut play);
        if !matches!(play.talk(), Talk::Turn { offer_more: true, .. }) {
            play.next();
        }
    }
    play.tap(Tap::More { who: A });
    assert!(matches!(play.talk(), Talk::Turn { ref more, .. } if *more == [A]));
    play.tap(Tap::More { who: B });
    assert_eq!(speaker(&play), Some(A));
    round(&mut play);
    play.next();
    round(&mut play);
    assert_eq!(play.try_to(Input::Tap(Tap::More { who: A })), Err(Refused::NotHere));
}

#[test]
fn e8_after_three_tries_the_speaker_says_it_in_two_sentences_and_it_goes_on() {
    let mut play = talk();
    for attempt in 1..=3 {
        play.next();
        assert!(matches!(play.talk(), Talk::Mirror { attempt: n, two_sentences: false, .. } if n == attempt));
        play.tap(Tap::SaidBack(SaidBack::NotYet));
    }
    assert!(matches!(play.talk(), Talk::Mirror { two_sentences: true, .. }));
    play.next();
    assert!(matches!(play.talk(), Talk::Turn { ref step, .. } if step == "pass"));
}

#[test]
fn e8_how_it_was_said_back_is_in_no_change() {
    let mut once = talk();
    let mut thrice = talk();
    once.next().tap(Tap::SaidBack(SaidBack::Yes));
    thrice.next().tap(Tap::SaidBack(SaidBack::Partly)).next().tap(Tap::SaidBack(SaidBack::Yes));
    assert_eq!(once.written, thrice.written);
}

#[test]
fn e6_e7_the_next_run_starts_with_the_other_person() {
    assert_eq!([None, Some(A), Some(B)].map(Cast::next_first), [A, B, A]);
}
