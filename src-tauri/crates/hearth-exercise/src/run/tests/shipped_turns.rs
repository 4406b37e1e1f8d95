//! Whose turn it is, and that nobody is held by a clock or a question, in every exercise we ship.

use std::collections::BTreeSet;
use std::sync::Arc;

use hearth_domain::{Heat, Person};
use proptest::prelude::*;

use super::play::{Play, picked};
use super::player::{Player, Temper};
use super::shipped::{begin, parts, play_out, shipped, willing};
use crate::model::{Exercise, Kind, Mode, Who};
use crate::page::{Ask, Audience, Page, Phase, Talk};
use crate::run::{Input, Tap};
use crate::value::Value;

/// Only that person may look at the screen now.
fn covered(play: &Play, page: &Page) -> bool {
    let each = play.run.exercise().step(&page.step).is_some_and(|s| s.who == Who::Each);
    let own = page.audience.is_some_and(|a| a != Audience::Both);
    page.actor.is_some() && (each || own || matches!(page.ask, Ask::Help(_) | Ask::Picks { .. }))
}

/// Follows who holds the laptop, and that a cover comes before it changes hands.
#[derive(Default)]
struct Laptop {
    holder: Option<Person>,
    next: Option<Person>,
}

impl Laptop {
    #[track_caller]
    fn now(&mut self, play: &Play) {
        let phase = play.phase();
        let came_from = self.next.take();
        match &phase {
            Phase::Cover { next } => (self.holder, self.next) = (None, Some(*next)),
            Phase::Page(page) if covered(play, page) => self.is_with(page.actor, came_from, play),
            Phase::Check { who, .. } => self.is_with(Some(*who), came_from, play),
            _ => self.holder = None,
        }
    }

    #[track_caller]
    fn is_with(&mut self, who: Option<Person>, came_from: Option<Person>, play: &Play) {
        self.holder = came_from.or(self.holder);
        assert_eq!(self.holder, who, "{}: no cover before {:?}", play.run.exercise().slug, play.phase());
    }
}

#[test]
fn e1_what_is_done_alone_needs_one_person_and_what_is_done_together_never_asks_me() {
    for part in &parts() {
        play_out(&mut begin(part), &mut willing(), |play, _| match (part.2, play.phase()) {
            (Mode::Alone, Phase::Cover { .. } | Phase::Rest { .. }) => panic!("{}: a hand-over alone", part.0.slug),
            (Mode::Alone, Phase::Page(page)) => assert_eq!(page.actor, Some(Person::A), "{}", part.0.slug),
            (Mode::Alone, Phase::Talk(talk)) => assert!(matches!(*talk, Talk::Turn { .. } | Talk::Shown { .. })),
            (Mode::Together, Phase::Page(page)) => {
                let who = part.0.step(&page.step).map(|s| s.who);
                assert_ne!(who, Some(Who::Me), "{}/{}", part.0.slug, page.step);
            }
            _ => {}
        });
    }
}

#[test]
fn e2_a_cover_comes_before_every_change_of_hands() {
    let mut covers = 0;
    for part in parts().iter().filter(|p| p.2 == Mode::Together) {
        let (mut play, mut laptop) = (begin(part), Laptop::default());
        laptop.now(&play);
        play_out(&mut play, &mut willing(), |play, _| {
            laptop.now(play);
            covers += usize::from(matches!(play.phase(), Phase::Cover { .. }));
        });
    }
    assert!(covers > 100, "{covers}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn e2_a_cover_comes_before_every_change_of_hands_whatever_is_pressed(choices in prop::collection::vec(any::<u8>(), 0..400)) {
        for part in parts().iter().filter(|p| p.2 == Mode::Together) {
            let (mut play, mut laptop) = (begin(part), Laptop::default());
            laptop.now(&play);
            play_out(&mut play, &mut Player::new(Temper::Wild, choices.clone()), |play, _| laptop.now(play));
        }
    }
}

#[test]
fn e30_cr17_something_new_came_up_is_on_every_joint_screen_from_heat_two() {
    for part in &parts() {
        let heat = part.0.parts.iter().find(|p| p.id == part.1).map_or(Heat::ALONE, |p| p.heat);
        let wanted = part.2 == Mode::Together && heat >= Heat::MEDIUM;
        play_out(&mut begin(part), &mut willing(), |play, _| {
            let over = matches!(play.phase(), Phase::End { .. });
            assert!(over || play.run.offers_new_facts() == wanted, "{} {:?}", part.0.slug, play.phase());
        });
    }
}

#[test]
fn cr23_every_question_of_every_exercise_can_be_skipped() {
    let mut skipped = 0;
    for part in &parts() {
        let inputs = play_out(&mut begin(part), &mut willing(), |_, _| {});
        for (n, input) in inputs.iter().enumerate() {
            let Input::Answer { step, .. } = input else { continue };
            let mut play = begin(part);
            for earlier in &inputs[..n] {
                if matches!(play.phase(), Phase::Rest { .. }) {
                    play.later(25);
                }
                play.to(earlier.clone());
            }
            play.skip(step);
            skipped += 1;
        }
    }
    assert!(skipped > 400, "{skipped}");
}

/// What a timer belongs to: a quiet time, or a turn to speak.
fn timed(phase: &Phase) -> Option<String> {
    match phase {
        Phase::Page(page) if matches!(page.ask, Ask::Pause { .. }) => Some(page.step.clone()),
        Phase::Talk(talk) => match &**talk {
            Talk::Turn { step, .. } => Some(step.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// Answers that lead to the quiet times and turns a willing play does not meet.
fn way_to_the_rest(step: &str) -> Option<Value> {
    match step {
        "way" => Some(picked(&["senses"])),
        "here" => Some(picked(&["far"])),
        "topic" => Some(picked(&["carried"])),
        _ => None,
    }
}

/// A press that passes the clock at once, shows something, or goes the way to the rest.
fn next_press(play: &mut Play, player: &mut Player, rest: bool) -> Option<Input> {
    let phase = play.phase();
    if timed(&phase).is_some() {
        return Some(Input::Tap(Tap::Next));
    }
    let Phase::Page(page) = phase else { return player.press(play) };
    if let Ask::Picks { rows, .. } = &page.ask {
        let items = rows.first().map(|row| row.id.clone()).into_iter().collect();
        return Some(Input::Pick { step: page.step, items });
    }
    match (rest && matches!(page.ask, Ask::Choose { .. } | Ask::Gate { .. })).then(|| way_to_the_rest(&page.step)) {
        Some(Some(value)) => Some(Input::Answer { step: page.step, value: Some(value) }),
        _ => player.press(play),
    }
}

/// Plays to the end, or to a break, and passes every clock at once. What was passed.
fn pass_every_clock(part: &(Arc<Exercise>, String, Mode), calm: i32, rest: bool) -> Vec<String> {
    let (mut play, mut player, mut passed) = (begin(part), willing(), Vec::new());
    player.calm = Some(calm);
    while let Some(input) = next_press(&mut play, &mut player, rest) {
        let (before, clock) = (play.phase(), play.world.now);
        play.to(input);
        if let Some(step) = timed(&before) {
            assert!(play.phase() != before && play.world.now == clock, "{}/{step} waits", part.0.slug);
            passed.push(step);
        }
        if matches!(play.phase(), Phase::Rest { cooloff: false, .. }) {
            break;
        }
    }
    passed
}

#[test]
fn e44_no_quiet_time_and_no_turn_holds_anybody_back() {
    let mut passed = BTreeSet::new();
    for part in &parts() {
        for (calm, rest) in [(10, false), (10, true), (5, false), (0, false)] {
            let steps = pass_every_clock(part, calm, rest);
            passed.extend(steps.into_iter().map(|step| (part.0.slug.clone(), step)));
        }
    }
    let all = shipped().values().flat_map(|exercise| {
        let of = exercise.steps.iter().filter(|s| matches!(s.kind, Kind::Pause(_) | Kind::Turn(_)));
        of.map(|s| (exercise.slug.clone(), s.id.clone()))
    });
    let missed: Vec<_> = all.filter(|step| !passed.contains(step)).collect();
    assert_eq!(missed, []);
}
