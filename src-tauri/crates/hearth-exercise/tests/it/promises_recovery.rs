//! What the exercises about recovery hold: one's own word, no chart of days, care before couple work.

use hearth_domain::{Heat, Visibility};
use hearth_exercise::model::{Action, Branch, Exercise, Items, Kind, Mode, Role, Step, Who};

use crate::promises::{ASKED, never};
use crate::shipped::shipped;

/// Where branches of this step lead, if they read that option.
fn after<'a>(step: &'a Step, option: &'a str) -> impl Iterator<Item = &'a Action> {
    let reads = move |b: &&Branch| b.when.as_ref().is_some_and(|w| w.to_string().contains(&format!("'{option}'")));
    step.then.iter().filter(reads).filter_map(|b| b.action.as_ref())
}

fn step<'a>(exercise: &'a Exercise, id: &str) -> &'a Step {
    exercise.step(id).unwrap_or_else(|| panic!("{} has no step {id}", exercise.slug))
}

#[test]
fn cr30_only_the_person_in_recovery_marks_what_they_promised() {
    let shipped = shipped();
    let ritual = &shipped["daily-trust-ritual"];
    assert_eq!(step(ritual, "marks").who, Who::Role(Role::Recovering));
    // Both may be in recovery: each chooses their own promise, on their own page.
    assert_eq!(step(ritual, "promise").who, Who::Each);
    let plan = &shipped["slip-plan"];
    for id in ["signs", "do", "tell"] {
        assert_eq!(step(plan, id).who, Who::Role(Role::Recovering), "{id}");
    }
    let roadmap = &shipped["trust-roadmap"];
    for id in ["promises", "kept"] {
        assert_eq!(step(roadmap, id).who, Who::Role(Role::Owner), "{id}");
    }
}

#[test]
fn cr30_whether_somebody_drank_or_used_is_marked_nowhere_in_ours() {
    let shipped = shipped();
    let Kind::Checklist(marks) = &step(&shipped["daily-trust-ritual"], "marks").kind else { panic!("no checklist") };
    let Items::Given(items) = &marks.items else { panic!("no items") };
    let told = |id: &str| items.iter().any(|i| i.id == id);
    assert!(!told("not-drink") && !told("not-use") && told("group"), "{items:?}");
    for (slug, exercise) in &shipped {
        for step in exercise.steps.iter().filter(|s| s.kind.visibility() == Some(Visibility::Shared)) {
            assert!(step.series.is_none(), "{slug}/{} would draw a line in Ours", step.id);
        }
    }
}

#[test]
fn cr30_nothing_counts_days() {
    let counted = [
        "streak",
        "days sober",
        "sober days",
        "days clean",
        "day count",
        "days in a row",
        "sobriety date",
        "how many days",
    ];
    never(&[&ASKED[..], &["title", "summary", "listen", "low", "high"]].concat(), &counted);
}

#[test]
fn cr31_leaving_the_ritual_out_sets_nothing_off() {
    let shipped = shipped();
    let ritual = &shipped["daily-trust-ritual"];
    let planned = ritual.steps.iter().find(|s| matches!(s.kind, Kind::Schedule(_)));
    assert!(planned.is_none(), "a planned time could remind somebody that it was missed");
    let Kind::Consent(ready) = &step(ritual, "ready").kind else { panic!("no consent") };
    let cannot = ready.options.iter().find(|o| o.id == "not-today").expect("a way not to say it");
    assert!(!cannot.yes, "not today ends it for both");
    let page = &ritual.pages[cannot.page.as_deref().expect("help for that person alone")];
    assert_eq!(page.lines.first().map(String::as_str), Some("substance"));
    assert!(ritual.canonical.contains("a day without it means nothing"));
}

#[test]
fn cr32_illness_from_stopping_leads_to_medical_help() {
    let shipped = shipped();
    let check = &shipped["starting-safely"];
    let led: Vec<_> = after(step(check, "now"), "ill").collect();
    assert_eq!(led, [&Action::Page("medical-today".into())]);
    let page = &check.pages["medical-today"];
    assert_eq!(page.lines, ["emergency", "substance"]);
    assert!(page.body.contains("Call a doctor or the emergency number now"), "{}", page.body);
    let urge = &shipped["ride-the-urge"];
    let Kind::Guide(first) = &urge.steps[0].kind else { panic!("words come first") };
    assert!(first.lines.contains(&"emergency".to_owned()) && first.body.contains("call emergency help now"));
}

#[test]
fn cr32_who_drank_or_used_today_does_no_deep_exercise() {
    let mut asked = 0;
    for (slug, exercise) in shipped() {
        for part in exercise.parts.iter().filter(|p| p.mode == Mode::Together && p.heat >= Heat::DEEP) {
            let gate = exercise.steps_of(&part.id).find(|s| s.id == "ho-ok");
            let gate = gate.unwrap_or_else(|| panic!("{slug} does not ask about alcohol or drugs"));
            let Kind::Gate(asks) = &gate.kind else { panic!("no gate") };
            assert!(asks.options.iter().any(|o| o.id == "used" && !o.exclusive), "{slug}");
            let actions: Vec<_> = gate.then.iter().filter_map(|b| b.action.clone()).collect();
            assert_eq!(actions, [Action::Page("not-today".into()), Action::EndNeutral], "{slug}");
            assert!(exercise.pages["not-today"].lines.contains(&"substance".to_owned()), "{slug}");
            asked += 1;
        }
    }
    assert!(asked >= 7, "{asked}");
}

#[test]
fn cr32_the_safety_check_and_the_wave_lead_to_nothing_done_by_two() {
    let shipped = shipped();
    for slug in ["starting-safely", "ride-the-urge", "crisis-plan"] {
        let exercise = &shipped[slug];
        let offered = exercise.steps.iter().flat_map(|s| {
            let next = if let Kind::Close(close) = &s.kind { close.next.clone() } else { Vec::new() };
            let led = s.then.iter().filter_map(|b| match &b.action {
                Some(Action::Suggest(slug) | Action::Start(slug)) => Some(slug.clone()),
                _ => None,
            });
            next.into_iter().chain(led).collect::<Vec<_>>()
        });
        for other in offered {
            let first = &shipped[&other].parts[0];
            assert_eq!(first.mode, Mode::Alone, "{slug} leads to {other}");
        }
    }
}
