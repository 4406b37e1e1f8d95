//! Check-ins and trends through the use cases (F13, E41).

use chrono::Duration;
use hearth_app::contract::{CheckIns, Code, ShownState, Span, Trend};
use hearth_domain::Person;
use hearth_exercise::page::Page;
use hearth_exercise::value::Value;
use hearth_store::{Image, Ours};

use crate::copies::of_each_copy;
use crate::couple::{Laptop, code, none, picked};

/// Words nobody else writes.
const RECOVERY: &str = "A strong urge";

async fn checks_in(laptop: &Laptop, energy: &'static str) {
    let answer = move |page: &Page| match page.step.as_str() {
        "energy" => Some(picked(energy)),
        "my-recovery" => Some(picked("strong-urge")),
        "note" => Some(Value::Text(format!("a note of a {energy} day"))),
        _ => None,
    };
    laptop.begin("daily-check-in").await.play(answer).await;
}

async fn page(laptop: &Laptop) -> CheckIns {
    laptop.app.check_ins(10).await.unwrap()
}

async fn energy(laptop: &Laptop, span: Span) -> Option<Trend> {
    laptop.app.trend(Some("energy".into()), span).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_entries_are_ones_own_newest_first_and_not_shown() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    assert_eq!((page(&laptop).await.own, energy(&laptop, Span::TwoWeeks).await), (vec![], None));
    checks_in(&laptop, "low").await;
    laptop.hours(20);
    checks_in(&laptop, "full").await;
    let seen = page(&laptop).await;
    assert_eq!(seen.partner.as_ref().map(|p| p.name.as_str()), Some("Sam"));
    let days: Vec<_> = seen.own.iter().map(|entry| (entry.on.as_str(), entry.shown)).collect();
    assert_eq!(days, [("2026-03-21", ShownState::No), ("2026-03-20", ShownState::No)]);
    assert_eq!(seen.own[0].lines[0].words, ["Full"]);
    assert!(!seen.older);
    let one = laptop.app.check_ins(1).await.unwrap();
    assert!(one.older && one.own.len() == 1 && one.own[0].on == "2026-03-21");

    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    assert_eq!((page(&laptop).await.own, energy(&laptop, Span::TwoWeeks).await), (vec![], None));
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_each_entry_is_shown_by_itself_and_hidden_again_with_a_dated_line() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    checks_in(&laptop, "low").await;
    laptop.hours(24);
    checks_in(&laptop, "full").await;
    let newest = page(&laptop).await.own[0].run.parse().unwrap();
    let shown = laptop.app.check_in_show(newest, true, 10).await.unwrap();
    assert_eq!(shown.own.iter().map(|e| e.shown).collect::<Vec<_>>(), [ShownState::Shown, ShownState::No]);

    let laptop = laptop.locked().await;
    laptop.together().await;
    let seen = page(&laptop).await;
    assert_eq!((&seen.own, &seen.partner, &seen.begun), (&vec![], &None, &None), "nobody's own pages in Together");
    let names: Vec<_> = seen.shown.iter().map(|list| (list.who.name.as_str(), list.entries.len())).collect();
    assert_eq!(names, [("Alex", 1), ("Sam", 0)]);
    let entry = &seen.shown[0].entries[0];
    assert_eq!((entry.on.as_str(), entry.lines[0].words[0].as_str()), ("2026-03-21", "Full"));
    assert!(!format!("{seen:?}").contains(RECOVERY), "the page on recovery has no way out of Mine");
    assert!(!format!("{:?}", seen.shown).contains("low day"));
    assert_eq!(code(&laptop.app.check_in_show(newest, false, 10).await.unwrap_err()), Code::NotNow);

    let laptop = laptop.locked().await;
    laptop.hours(48);
    laptop.open(Person::A).await;
    let hidden = laptop.app.check_in_show(newest, false, 10).await.unwrap();
    assert_eq!(hidden.own[0].shown, ShownState::Hidden);
    let laptop = laptop.locked().await;
    laptop.together().await;
    let entry = page(&laptop).await.shown[0].entries[0].clone();
    assert_eq!(
        (entry.on.as_str(), entry.lines.len(), entry.hidden_on.as_deref()),
        ("2026-03-21", 0, Some("2026-03-23"))
    );

    // Shown again it is the same entry, not a second one.
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    laptop.app.check_in_show(newest, true, 10).await.unwrap();
    let laptop = laptop.locked().await;
    laptop.together().await;
    let list = page(&laptop).await.shown[0].entries.clone();
    assert!(list.len() == 1 && list[0].hidden_on.is_none() && !list[0].lines.is_empty(), "{list:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn p3_nobody_shows_or_hides_an_entry_of_the_other() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    checks_in(&laptop, "low").await;
    let run = page(&laptop).await.own[0].run.parse().unwrap();
    laptop.app.check_in_show(run, true, 10).await.unwrap();
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    let seen = page(&laptop).await;
    assert_eq!((seen.own, seen.shown), (vec![], vec![]), "what Alex showed is for when both are there");
    for shown in [true, false] {
        assert_eq!(code(&laptop.app.check_in_show(run, shown, 10).await.unwrap_err()), Code::Unknown);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn e41_a_trend_is_its_owners_dots_with_gaps_and_is_nowhere_in_together() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    checks_in(&laptop, "low").await;
    laptop.clock.pass(Duration::days(30));
    checks_in(&laptop, "full").await;
    let three = energy(&laptop, Span::ThreeMonths).await.unwrap();
    let table: Vec<_> = three.points.iter().map(|point| (point.on.as_str(), point.word.as_str())).collect();
    assert_eq!(table, [("2026-04-19", "Full"), ("2026-03-20", "Low")]);
    assert_eq!(three.chart.dots.len(), 2, "thirty days between them stay empty");
    let two = energy(&laptop, Span::TwoWeeks).await.unwrap();
    assert_eq!((two.chart.dots.len(), two.points.len(), two.from.as_str()), (1, 1, "2026-04-06"));
    assert_eq!(two.choices.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["energy", "pleasantness"]);

    let laptop = laptop.locked().await;
    laptop.together().await;
    let refused = laptop.app.trend(None, Span::TwoWeeks).await.unwrap_err();
    assert_eq!(code(&refused), Code::NotNow);
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_every_page_can_be_skipped_and_an_empty_entry_is_not_shown() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let mut sitter = laptop.begin("daily-check-in").await;
    let mut skipped = 0;
    while sitter.at() != "(end)" {
        match sitter.at().as_str() {
            "check" | "mine-done" => sitter.step(none).await,
            step => {
                let step = step.to_owned();
                sitter.view = laptop.app.run_answer(sitter.id(), step, None).await.unwrap();
                skipped += 1;
            }
        }
    }
    assert_eq!(skipped, 7, "six short pages and a private one");
    let entry = page(&laptop).await.own.remove(0);
    assert_eq!((entry.lines.len(), entry.private.len()), (0, 0));
    let run = entry.run.parse().unwrap();
    assert_eq!(code(&laptop.app.check_in_show(run, true, 10).await.unwrap_err()), Code::Unknown);
    assert_eq!(energy(&laptop, Span::TwoWeeks).await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn e15_what_was_hidden_again_lies_in_neither_copy_of_the_shared_pages() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    checks_in(&laptop, "low").await;
    let entry = page(&laptop).await.own[0].run.parse().unwrap();
    laptop.app.check_in_show(entry, true, 10).await.unwrap();
    laptop.app.check_in_show(entry, false, 10).await.unwrap();
    let laptop = laptop.killed();
    for (_folder, mut keys) in of_each_copy(&laptop) {
        let mut image = Image::<Ours>::open(&keys.ours.load().unwrap().image).await.unwrap();
        let shown = image.items_of("check-in").await.unwrap();
        assert_eq!(shown.len(), 1, "the dated line");
        assert!(!shown[0].body.to_string().contains("low day"), "{shown:?}");
        assert_eq!(image.item_versions(shown[0].id).await.unwrap(), vec![]);
    }
}
