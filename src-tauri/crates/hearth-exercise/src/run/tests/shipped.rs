//! The exercises we ship, played by people who press anything.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use chrono::TimeDelta;
use hearth_domain::Person;
use proptest::prelude::*;

use super::play::{Play, evening, is_neutral_end, record_of};
use super::player::{Player, Temper, misplaced};
use crate::format::{Library, compile};
use crate::model::{Exercise, Mode};
use crate::page::Phase;
use crate::run::{Cast, Effect, Input, OwnAnswer, OwnEffect, Private, World};
use crate::value::{Row, Value};

/// More presses than any run needs.
pub(super) const MANY: usize = 600;

pub(super) fn shipped() -> &'static BTreeMap<String, Arc<Exercise>> {
    static ALL: OnceLock<BTreeMap<String, Arc<Exercise>>> = OnceLock::new();
    ALL.get_or_init(|| {
        let home = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets/exercises");
        let library = Library {
            blocks: texts(&home.join("blocks")),
            lists: texts(&home.join("lists")),
            lexicons: texts(&home.join("lexicons")),
            pages: texts(&home.join("pages")),
            ..Library::default()
        };
        let read = |(name, toml): (String, String)| {
            let (exercise, findings) = compile(&toml, &library);
            (name, Arc::new(exercise.unwrap_or_else(|| panic!("{findings:#?}"))))
        };
        texts(&home).into_iter().map(read).collect()
    })
}

fn texts(folder: &std::path::Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(folder).expect("the exercises").map(|e| e.expect("a file").path());
    let toml = files.filter(|p| p.extension().is_some_and(|e| e == "toml"));
    toml.map(|p| {
        let name = p.file_stem().and_then(|n| n.to_str()).expect("a name").to_owned();
        (name, fs::read_to_string(&p).expect("a text"))
    })
    .collect()
}

/// Each part of each exercise.
pub(super) fn parts() -> Vec<(Arc<Exercise>, String, Mode)> {
    let of = |e: &Arc<Exercise>| e.parts.iter().map(|p| (e.clone(), p.id.clone(), p.mode)).collect::<Vec<_>>();
    shipped().values().flat_map(of).collect()
}

/// Both have limits and a letter of their own from earlier evenings.
fn world() -> World {
    let mut world = World::at(evening());
    for who in Person::BOTH {
        let word = |step: &str| format!("zz{}_offer_{step}zz", who.letter());
        let cells = [("area".to_owned(), word("limits")), ("i-will".to_owned(), word("limits"))].into();
        let rows = Value::Rows(vec![Row { row: "n1".into(), by: who, cells }]);
        let letter = Value::Letter([("did".to_owned(), word("words"))].into());
        for (slug, step, value) in [("my-limits", "limits", rows), ("apology-steps", "words", letter)] {
            let edited = evening() - TimeDelta::hours(30);
            let answer = OwnAnswer { value: Private::new(value), edited, exercise: shipped()[slug].clone() };
            world.own.of_mut(who).insert((slug.to_owned(), step.to_owned()), answer);
        }
    }
    world
}

pub(super) fn begin((exercise, part, mode): &(Arc<Exercise>, String, Mode)) -> Play {
    let cast = match mode {
        Mode::Alone => Cast::Alone(Person::A),
        Mode::Together => Cast::together(exercise, Person::A, Person::A),
    };
    let mut world = world();
    if *mode == Mode::Alone {
        // A letter or a limit from an earlier run of the same part would count as written there.
        world.own = hearth_domain::Pair::default();
    }
    Play::begin(exercise.clone(), part, cast, world)
}

/// Plays to the end; every input that was taken, in order.
pub(super) fn play_out(play: &mut Play, player: &mut Player, mut each: impl FnMut(&Play, &Player)) -> Vec<Input> {
    let mut taken = Vec::new();
    for _ in 0..MANY {
        let Some(input) = player.press(play) else { return taken };
        if play.try_to(input.clone()).is_ok_and(|issues| issues.is_empty()) {
            taken.push(input);
        } else {
            assert!(
                matches!(input, Input::Back | Input::Break { .. } | Input::Stop { .. }),
                "{input:?} {:?}",
                play.phase()
            );
        }
        each(play, player);
    }
    panic!("{} has no end: {:?}", play.run.exercise().slug, play.phase());
}

pub(super) fn willing() -> Player {
    Player::new(Temper::Willing, Vec::new())
}

#[test]
fn every_shipped_part_can_be_played_to_its_end() {
    for part in &parts() {
        let mut play = begin(part);
        play_out(&mut play, &mut willing(), |_, _| {});
        let done = matches!(play.phase(), Phase::End { done: true, .. });
        assert!(done, "{} {}", part.0.slug, part.1);
    }
}

#[test]
fn e9_e10_cr23_break_and_stop_work_from_every_step() {
    for part in &parts() {
        let inputs = play_out(&mut begin(part), &mut willing(), |_, _| {});
        for n in 0..inputs.len() {
            let mut play = begin(part);
            for input in &inputs[..n] {
                if matches!(play.phase(), Phase::Rest { .. }) {
                    play.later(25);
                }
                play.to(input.clone());
            }
            if !matches!(play.phase(), Phase::Rest { .. }) {
                play.to(Input::Break { until: None });
                assert!(matches!(play.phase(), Phase::Rest { .. }));
            }
            play.to(Input::Stop { new_facts: false });
            assert!(is_neutral_end(&play.phase()) || !play.run.cast().joint());
        }
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_process_ends_at_any_press() {
    for part in parts().iter().filter(|p| p.0.record == crate::model::Record::Run) {
        let mut whole = begin(part);
        let inputs = play_out(&mut whole, &mut willing(), |_, _| {});
        for n in 0..inputs.len() {
            let mut play = begin(part);
            for input in &inputs[..n] {
                if matches!(play.phase(), Phase::Rest { .. }) {
                    play.later(25);
                }
                play.to(input.clone());
            }
            let before = kept(&play.written);
            let mut resumed = play.killed_and_resumed();
            play_out(&mut resumed, &mut willing(), |_, _| {});
            let ends = |play: &Play| matches!(play.phase(), Phase::End { done: true, .. });
            assert_eq!(ends(&resumed), ends(&whole), "{} killed after {n} presses", part.0.slug);
            let after = kept(&resumed.written);
            let wiped = |key: &(Option<Person>, String)| {
                let by = |e: &&OwnEffect| matches!(e, OwnEffect::Unseal { step, .. } if *step == key.1);
                key.0.is_some_and(|who| resumed.own(who).iter().any(by))
            };
            for (key, value) in before.into_iter().filter(|(key, _)| !wiped(key)) {
                let there = after.iter().any(|(k, v)| *v == value && (k.1 == key.1));
                assert!(there, "{key:?} of {} was lost after {n} presses", part.0.slug);
            }
        }
    }
}

/// Every answer on disk that is not a skip, by whose it is and its step.
fn kept(effects: &[Effect]) -> Vec<((Option<Person>, String), Value)> {
    let record = record_of(effects);
    let mut all = Vec::new();
    for who in Person::BOTH {
        let rows = record.own.of(who).iter();
        all.extend(rows.filter_map(|r| Some(((Some(who), r.step.clone()), r.value.as_ref()?.value().clone()))));
    }
    all.extend(record.ours.iter().filter_map(|r| Some(((r.who, r.step.clone()), r.value.as_ref()?.value().clone()))));
    all
}

#[test]
fn e11_plays_that_differ_only_in_how_calm_people_say_they_are_write_the_same() {
    for part in &parts() {
        let written = |calm| {
            let mut player = willing();
            player.calm = Some(calm);
            let mut play = begin(part);
            play_out(&mut play, &mut player, |_, _| {});
            play.written
        };
        assert_eq!(written(7), written(10), "{}", part.0.slug);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_play_shows_or_writes_a_private_word_where_it_does_not_belong(choices in prop::collection::vec(any::<u8>(), 0..400)) {
        for part in &parts() {
            let mut player = Player::new(Temper::Wild, choices.clone());
            play_out(&mut begin(part), &mut player, |play, player| {
                assert_eq!(misplaced(play, player), Vec::<String>::new(), "{}", part.0.slug);
            });
        }
    }

    #[test]
    fn e10_after_any_play_that_was_not_finished_both_see_the_one_neutral_end(choices in prop::collection::vec(any::<u8>(), 0..400)) {
        for part in parts().iter().filter(|p| p.2 == Mode::Together) {
            let mut play = begin(part);
            play_out(&mut play, &mut Player::new(Temper::Wild, choices.clone()), |_, _| {});
            let done = matches!(play.phase(), Phase::End { done: true, .. });
            prop_assert!(done || is_neutral_end(&play.phase()));
        }
    }
}
