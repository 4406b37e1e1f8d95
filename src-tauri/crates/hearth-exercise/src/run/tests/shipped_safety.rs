//! Fear, force, thoughts of death and new facts, played through the exercises we ship.

use hearth_domain::Person::{A, B};

use super::play::{Play, is_neutral_end, picked};
use super::saying::{Played, played};
use super::shipped::{begin, parts, shipped};
use crate::model::{Kind, Mode};
use crate::page::{Ask, Phase};
use crate::run::{Input, OursEffect, OwnEffect};
use crate::value::Value;

/// Every answer to that gate that is not the clear one, "rather not say" included.
fn not_clear(slug: &str, gate: &str) -> Vec<String> {
    let step = shipped()[slug].step(gate).expect("the gate");
    let Kind::Gate(gate) = &step.kind else { panic!("{slug}/{gate} is no gate") };
    let options = gate.options.iter().filter(|o| !o.exclusive).map(|o| o.id.clone());
    options.chain(["rather-not-say".to_owned()]).collect()
}

fn saying(slug: &str, part: &str, gate: &str, flag: &str, who: hearth_domain::Person) -> Played {
    played(slug, part, |step, by| (step == gate && by == who).then(|| picked(&[flag])))
}

fn opened_or_agreed(play: &Play) -> bool {
    play.ours()
        .iter()
        .any(|e| matches!(e, OursEffect::OpenRound { .. } | OursEffect::Propose { .. } | OursEffect::InForce { .. }))
}

/// One flag ends it for both without a word; help is for that person alone; nobody can tell who it was.
#[track_caller]
fn one_flag_ends_it_quietly(slug: &str, part: &str, gate: &str) {
    for flag in not_clear(slug, gate) {
        let [of_a, of_b] = [A, B].map(|who| saying(slug, part, gate, &flag, who));
        for (who, play) in [(A, &of_a), (B, &of_b)] {
            assert!(is_neutral_end(play.end()), "{slug}/{gate} {flag}: {:?}", play.end());
            let helped = play.helped();
            assert!(helped.len() == 1 && helped[0].0 == Some(who), "{slug}/{gate} {flag}: {helped:?}");
        }
        assert_eq!(of_a.play.written, of_b.play.written, "{slug}/{gate} {flag} tells whose it was");
        let other = saying(slug, part, gate, "rather-not-say", A);
        assert_eq!(of_a.seen_by(B), other.seen_by(B), "{slug}/{gate} {flag} tells what it was");
    }
}

#[test]
fn cr4_one_word_of_fear_or_force_ends_four_exercises_before_anything_is_opened_or_agreed() {
    let gates = [
        ("our-stuck-pattern", "main", "fear"),
        ("after-an-argument", "main", "force"),
        ("openness-agreement", "main", "afraid"),
        ("separation-with-care", "plan", "reason"),
    ];
    for (slug, part, gate) in gates {
        one_flag_ends_it_quietly(slug, part, gate);
        let play = saying(slug, part, gate, "rather-not-say", B);
        assert!(!opened_or_agreed(&play.play), "{slug}");
    }
    for flag in not_clear("separation-with-care", "fear") {
        let alone = saying("separation-with-care", "think", "fear", &flag, A);
        assert!(matches!(alone.end(), Phase::End { done: false, .. }) && !alone.came_to("wishes"), "{flag}");
    }
}

#[test]
fn cr2_not_today_at_the_door_of_any_exercise_looks_and_writes_like_stop() {
    for (exercise, part, _) in parts().iter().filter(|p| p.2 == Mode::Together) {
        let door = exercise.steps_of(part).next().expect("a door").id.clone();
        let not_today =
            |who| played(&exercise.slug, part, |step, by| (step == door && by == who).then(|| picked(&["not-today"])));
        let [of_a, of_b] = [A, B].map(not_today);
        let found = parts().into_iter().find(|p| p.0.slug == exercise.slug && p.1 == *part).expect("the same part");
        let mut stopped = begin(&found);
        stopped.to(Input::Stop { new_facts: false });
        assert_eq!(of_a.play.written, stopped.written, "{}", exercise.slug);
        assert_eq!(of_b.play.written, stopped.written, "{}", exercise.slug);
        assert!(is_neutral_end(of_a.end()) && is_neutral_end(of_b.end()) && is_neutral_end(&stopped.phase()));
    }
}

#[test]
fn cr19_an_apology_ends_where_it_holds_something_new() {
    for flag in not_clear("apology-steps", "new") {
        let play = saying("apology-steps", "prepare", "new", &flag, A);
        assert!(matches!(play.end(), Phase::End { done: false, .. }), "{flag}: {:?}", play.end());
        assert_eq!(play.helped().len(), 1, "{flag}");
        assert!(["did", "cost", "words"].iter().all(|step| !play.came_to(step)), "{flag}");
        let kept = |e: &&OwnEffect| matches!(e, OwnEffect::Item { .. });
        assert!(!play.play.own(A).iter().any(kept), "{flag} leaves a letter");
    }
}

#[test]
fn cr21_forgiving_stops_where_harm_goes_on_and_i_will_not_completes_it() {
    for flag in not_clear("forgiveness-at-my-pace", "still") {
        let play = saying("forgiveness-at-my-pace", "main", "still", &flag, A);
        assert!(matches!(play.end(), Phase::End { done: false, next, .. } if next.contains(&"my-limits".to_owned())));
        assert!(!play.came_to("where") && play.helped().len() == 1, "{flag}");
    }
    let no = played("forgiveness-at-my-pace", "main", |step, _| match step {
        "where" => Some(picked(&["wondering"])),
        "decide" => Some(picked(&["will-not"])),
        _ => None,
    });
    assert!(matches!(no.end(), Phase::End { done: true, .. }), "{:?}", no.end());
    assert!(no.came_to("decide") && !no.came_to("hold"), "a refusal asks for nothing more about it");
}

#[test]
fn cr31_i_cannot_say_it_today_ends_quietly_and_opens_help_for_that_person_alone() {
    let [of_a, of_b] = [A, B].map(|who| saying("daily-trust-ritual", "main", "ready", "not-today", who));
    for (who, play) in [(A, &of_a), (B, &of_b)] {
        assert!(is_neutral_end(play.end()));
        let helped = play.helped();
        assert!(helped.len() == 1 && helped[0].0 == Some(who) && helped[0].1[0] == "substance", "{helped:?}");
    }
    assert_eq!(of_a.play.written, of_b.play.written);
}

#[test]
fn cr36_often_or_a_plan_shows_the_numbers_on_the_very_next_screen() {
    let cases = [
        ("starting-safely", "harm", "often"),
        ("disclosure-preparation", "harm", "often"),
        ("crisis-plan", "safe", "no"),
        ("crisis-plan", "safe", "not-sure"),
    ];
    for (slug, step, flag) in cases {
        let play = saying(slug, "main", step, flag, A);
        let Some(Phase::Page(page)) = play.right_after(step) else { panic!("{slug}: {:?}", play.right_after(step)) };
        let Ask::Help(words) = &page.ask else { panic!("{slug}: {page:?}") };
        assert_eq!(words.lines, ["emergency", "crisis"], "{slug}");
    }
    let both =
        played("disclosure-preparation", "main", |step, _| (step == "harm").then(|| picked(&["afraid", "often"])));
    assert_eq!(both.helped()[0].1, ["emergency", "crisis"], "with more than one answer it still comes first");
}

#[test]
fn cr32_feeling_ill_from_stopping_shows_where_medical_help_is_on_the_next_screen() {
    let play = saying("starting-safely", "main", "now", "ill", A);
    let Some(Phase::Page(page)) = play.right_after("now") else { panic!("no page") };
    assert!(matches!(&page.ask, Ask::Help(words) if words.lines == ["emergency", "substance"]), "{page:?}");
}

#[test]
fn cr41_no_day_is_set_for_the_childrens_talk_until_both_are_calm_and_agreed() {
    one_flag_ends_it_quietly("talking-with-children", "main", "ready");
    for flag in not_clear("talking-with-children", "ready") {
        let play = saying("talking-with-children", "main", "ready", &flag, B);
        assert!(!play.came_to("talk"), "{flag}");
    }
    let ready = played("talking-with-children", "main", |_, _| None::<Value>);
    assert!(ready.came_to("talk"));
}
