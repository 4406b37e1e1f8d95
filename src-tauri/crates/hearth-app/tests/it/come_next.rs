//! What could come next, over real pages: the same at the top of the exercises, at a close and on Home.

use hearth_app::contract::{Reason, Suggestion};
use hearth_domain::Person;

use crate::couple::{Laptop, none, picked};

async fn named(laptop: &Laptop) -> Vec<Suggestion> {
    laptop.app.come_next(None, vec![]).await.unwrap()
}

fn titles(lines: &[Suggestion]) -> Vec<&str> {
    lines.iter().map(|line| line.title.as_str()).collect()
}

/// Everything that one can do alone and the other must not learn of.
async fn writes_alone(laptop: &Laptop) {
    laptop.begin("starting-safely").await.play(none).await;
    for slug in ["my-limits", "coping-plan", "kind-to-myself", "needs-inventory"] {
        if let Ok(view) = laptop.app.run_begin(slug, None, None).await {
            laptop.go_on(&view.run).await.play(none).await;
        }
    }
    laptop.app.run_begin("crisis-plan", None, None).await.unwrap();
    laptop.app.pace_set("alone").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn u5_no_suggestion_changes_when_only_the_others_private_pages_do() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    laptop.begin("starting-safely").await.play(none).await;
    let laptop = laptop.locked().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(none).await;
    laptop.begin("pause-and-repair-plan").await.play(none).await;
    let together = named(&laptop).await;
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    let alone = named(&laptop).await;
    assert_eq!(titles(&together), ["One talks, one listens", "Our weekly meeting"]);

    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    writes_alone(&laptop).await;
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    assert_eq!(named(&laptop).await, alone);
    let laptop = laptop.locked().await;
    laptop.together().await;
    let run = "one-talks-one-listens";
    assert!(!laptop.app.look(run).await.unwrap().open, "what the other did closes it, and its page gives no reason");
    assert_eq!(named(&laptop).await, together);
}

#[tokio::test(flavor = "multi_thread")]
async fn s4_s5_the_close_the_exercises_and_home_name_the_same_thing_first() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    let mut rules = laptop.begin("our-ground-rules").await;
    rules.play_until(&["jc-end"], none).await;
    let run = rules.id();
    let close = laptop.app.come_next(Some(run), vec!["calm-together".into()]).await.unwrap();
    assert_eq!(titles(&close), ["Our pause and repair plan", "Calm together"]);
    assert_eq!([&close[0].reason, &close[1].reason], [&Reason::WayIn {}, &Reason::Named {}]);
    rules.play(none).await;
    assert_eq!(laptop.app.come_next(Some(run), vec!["calm-together".into()]).await.unwrap(), close);
    assert_eq!(named(&laptop).await[0], close[0]);
    assert_eq!(laptop.home().await.next.unwrap().slug.as_deref(), Some("pause-and-repair-plan"));
}

#[tokio::test(flavor = "multi_thread")]
async fn s5_calm_together_does_not_name_itself_at_its_close() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(none).await;
    let mut calm = laptop.begin("calm-together").await;
    calm.play_until(&["jc-end"], |page| (page.step == "near").then(|| picked("side-by-side"))).await;
    let run = calm.id();
    let close = laptop.app.come_next(Some(run), vec!["calm-together".into()]).await.unwrap();
    assert_eq!(titles(&close), ["Our pause and repair plan"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn s4_behind_the_way_in_home_offers_the_review_that_is_due_alone_too() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    for slug in ["our-ground-rules", "pause-and-repair-plan"] {
        laptop.begin(slug).await.play(none).await;
    }
    laptop.hours(24 * 61);
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    let lines = named(&laptop).await;
    assert_eq!(titles(&lines)[..2], ["Starting safely", "Our pause and repair plan"]);
    assert!(matches!(&lines[1].reason, Reason::Review { on } if on.as_str() < laptop.home().await.today.as_str()));
    let dates = laptop.home().await.dates;
    assert!(dates.iter().all(|row| row.due), "{dates:?}");
}
