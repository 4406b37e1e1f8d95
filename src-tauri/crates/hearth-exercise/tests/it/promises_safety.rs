//! Where fear, force and thoughts of death come up, the way leads to people who help, and never to a talk of two.

use hearth_domain::{Heat, Visibility};
use hearth_exercise::model::{Action, Exercise, Items, Kind, Mode, Step};
use serde_json::Value;

use crate::promises::{never, said};
use crate::shipped::shipped;

/// Every key under which people read something.
const READ: [&str; 16] = [
    "label", "help", "why", "title", "summary", "body", "low", "high", "say", "listen", "out", "stems", "not_for",
    "frames", "what", "tip",
];

fn read(exercise: &Exercise) -> Vec<String> {
    let json: Value = serde_json::from_str(&exercise.canonical).expect("canonical JSON");
    said(&json, &READ)
}

fn gate<'a>(exercise: &'a Exercise, id: &str) -> &'a Step {
    let step = exercise.step(id).unwrap_or_else(|| panic!("{} has no step {id}", exercise.slug));
    assert!(matches!(step.kind, Kind::Gate(_)), "{}/{id} is no gate", exercise.slug);
    step
}

/// What one not clear answer to that gate brings: a page for that person alone, and the end that gives no reason.
#[track_caller]
fn stops(exercise: &Exercise, id: &str, page: &str) {
    let step = gate(exercise, id);
    let when = format!("not clear({id})");
    assert!(step.then.iter().all(|b| b.when.as_ref().is_some_and(|w| w.to_string() == when)), "{:?}", step.then);
    let actions: Vec<_> = step.then.iter().filter_map(|b| b.action.clone()).collect();
    assert_eq!(actions, [Action::Page(page.into()), Action::EndNeutral], "{}/{id}", exercise.slug);
}

#[test]
fn cr4_four_exercises_stop_at_fear_or_force_before_anything_is_opened_or_agreed() {
    let shipped = shipped();
    let gates = [
        ("our-stuck-pattern", "fear", "safety-first"),
        ("after-an-argument", "force", "after-force"),
        ("openness-agreement", "afraid", "afraid-to-say-no"),
        ("separation-with-care", "fear", "leaving-safely"),
        ("separation-with-care", "reason", "leaving-safely"),
    ];
    for (slug, id, page) in gates {
        let exercise = &shipped[slug];
        stops(exercise, id, page);
        assert!(exercise.pages[page].lines.contains(&"abuse".to_owned()), "{page}");
        let place = |id: &str| exercise.steps.iter().position(|s| s.id == id);
        let bound = exercise.steps.iter().position(|s| {
            let sealed = matches!(&s.kind, Kind::Reveal(_)) && slug != "openness-agreement";
            s.part == gate(exercise, id).part && (sealed || matches!(s.kind, Kind::Agree(_)))
        });
        assert!(bound.is_none_or(|at| place(id) < Some(at)), "{slug}: {id} comes too late");
    }
}

#[test]
fn cr4_no_text_says_that_both_feed_fear_or_force() {
    let fear = ["fear", "force", "threat", "violen", "scared", "frighten", "afraid"];
    let shared = [" both ", "two people", "as two", "takes two", "each other", "we share", "you two", "your part "];
    let mut met = 0;
    for (slug, exercise) in shipped() {
        for text in read(&exercise) {
            for sentence in text.split_inclusive(['.', '?', '\n']) {
                let has = |words: &[&str]| words.iter().any(|w| sentence.contains(w));
                if has(&fear) && has(&shared) {
                    met += 1;
                    assert!(sentence.contains(" not "), "{slug}: “{sentence}”");
                }
            }
        }
    }
    assert!(met >= 2, "the texts that say it is nobody's shared loop are gone");
}

#[test]
fn cr36_often_or_a_plan_leads_to_the_numbers_before_anything_else() {
    let shipped = shipped();
    for slug in ["starting-safely", "disclosure-preparation"] {
        let harm = gate(&shipped[slug], "harm");
        let first = harm.then.first().expect("a branch");
        assert_eq!(first.when.as_ref().map(ToString::to_string), Some("'often' in harm".into()), "{slug}");
        assert_eq!(first.action, Some(Action::Page("crisis".into())), "{slug}");
    }
    for exercise in shipped.values() {
        let Some(page) = exercise.pages.get("crisis") else { continue };
        assert_eq!(page.lines, ["emergency", "crisis"], "{}", exercise.slug);
    }
    let plan = &shipped["crisis-plan"];
    let Kind::Guide(first) = &plan.steps[0].kind else { panic!("the numbers come first") };
    assert_eq!(first.lines, ["emergency", "crisis"]);
}

#[test]
fn cr37_nobody_is_asked_to_promise_to_stay_alive() {
    let contract = [
        "promise not to",
        "promise to stay alive",
        "promise that i will not",
        "no-harm",
        "no harm contract",
        "no-suicide",
        "i will not hurt myself",
        "i will not kill",
        "sign this",
        "contract",
        "swear",
    ];
    never(&["label", "help", "why", "body", "say", "stems", "what"], &contract);
}

#[test]
fn cr37_the_crisis_plan_has_no_way_out_of_mine_and_may_be_kept_on_paper() {
    let shipped = shipped();
    let plan = &shipped["crisis-plan"];
    assert!(plan.parts.iter().all(|p| p.mode == Mode::Alone));
    assert!(plan.products.iter().all(|p| !p.shared));
    for step in &plan.steps {
        let fits = matches!(step.kind.visibility(), None | Some(Visibility::Priv | Visibility::Eph));
        assert!(fits && !matches!(step.kind, Kind::Reveal(_)), "{}", step.id);
    }
    let Kind::Choose(copy) = &plan.step("copy").expect("how it is kept").kind else { panic!("no choice") };
    let Items::Given(ways) = &copy.options else { panic!("no options") };
    assert!(ways.iter().any(|w| w.id == "paper-only"), "{ways:?}");
}

#[test]
fn cr41_the_childrens_talk_needs_both_and_a_helper_for_the_hard_ones() {
    let shipped = shipped();
    let talk = &shipped["talking-with-children"];
    stops(talk, "ready", "talk-can-wait");
    let place = |id: &str| talk.steps.iter().position(|s| s.id == id);
    assert!(place("ready") < place("talk"), "no day is set before both are ready");
    let Kind::Gate(ready) = &gate(talk, "ready").kind else { unreachable!() };
    let clear: Vec<_> = ready.options.iter().filter(|o| o.exclusive).collect();
    assert_eq!(clear.len(), 1);
    assert!(clear[0].label.starts_with("I am calm and I agree"), "{}", clear[0].label);
    assert!(ready.options.iter().any(|o| o.id == "no-helper"));
    for words in [&talk.not_for[0], &talk.pages["talk-can-wait"].body, &clear[0].label] {
        let words = words.to_lowercase();
        assert!(words.contains("sex") && words.contains("violence"), "{words}");
        assert!(words.contains("helper") || words.contains("therapist"), "{words}");
    }
}

#[test]
fn e24_the_safety_check_says_which_pace_may_be_noticed() {
    let shipped = shipped();
    let check = &shipped["starting-safely"];
    let place = |id: &str| check.steps.iter().position(|s| s.id == id);
    assert!(place("tip") < place("pace"));
    let tip = check.step("tip").expect("a thought before the pace is chosen");
    let Kind::Guide(words) = &tip.kind else { panic!("no words") };
    assert!(words.body.contains("a light pace may fit best"), "{}", words.body);
    assert!(words.body.contains("Your partner may notice that. Light is less easy to notice."), "{}", words.body);
    let when = tip.show_if.as_ref().map(ToString::to_string).unwrap_or_default();
    for read in ["free == 'yes'", "clear(fear)", "clear(harm)", "'none' in now"] {
        assert!(when.contains(read), "a light pace is not suggested after {read}: {when}");
    }
}

#[test]
fn cr23_every_deep_exercise_says_first_when_it_is_not_for_today() {
    for (slug, exercise) in shipped().iter().filter(|(_, e)| e.heat >= Heat::DEEP) {
        assert!(!exercise.not_for.is_empty(), "{slug}");
        assert!(exercise.summary.split(' ').count() >= 5, "{slug} does not name its topic: {}", exercise.summary);
    }
}

#[test]
fn cr25_every_deep_part_asks_for_more_calm_than_the_others() {
    for (slug, exercise) in shipped() {
        for part in exercise.parts.iter().filter(|p| p.mode == Mode::Together) {
            let (block, limit) = if part.heat >= Heat::DEEP { ("hot-open", 6) } else { ("joint-open", 4) };
            let first = exercise.steps_of(&part.id).next().expect("a step");
            assert_eq!(first.block.as_deref(), Some(block), "{slug}/{}", part.id);
            let again = exercise.steps_of(&part.id).find(|s| s.id.ends_with("o-again")).expect("asked again");
            let when = again.then.first().and_then(|b| b.when.as_ref()).map(ToString::to_string).unwrap_or_default();
            assert_eq!(when, format!("not all({} >= {limit})", again.id), "{slug}");
            assert_eq!(again.then[0].action, Some(Action::Break), "{slug}");
        }
    }
}
