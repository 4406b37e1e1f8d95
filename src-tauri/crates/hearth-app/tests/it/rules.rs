//! Rules of safety that no single crate below can keep alone.

use hearth_app::contract::{CardStatus, Code, Display, Filter, Notice};
use hearth_domain::Person;

use crate::couple::{ALEX, Laptop, SAM, code, none, secret};

#[tokio::test(flavor = "multi_thread")]
async fn cr1_the_safety_check_cannot_start_in_together() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    let refused = laptop.app.run_begin("starting-safely", None, None).await.unwrap_err();
    assert_eq!(code(&refused), Code::NotNow);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_joint_exercise_cannot_start_with_one_open_and_cards_say_for_two() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let refused = laptop.app.run_begin("our-ground-rules", None, None).await.unwrap_err();
    assert_eq!(code(&refused), Code::NotNow);
    let cards = laptop.app.catalogue(Filter::default()).await.unwrap();
    let card = |slug: &str| cards.iter().find(|c| c.slug == slug).unwrap();
    assert_eq!(card("our-ground-rules").status, CardStatus::ForTwo);
    assert!(cards.len() >= 8);
}

#[tokio::test(flavor = "multi_thread")]
async fn e23_cr3_a_closed_exercise_gives_no_reason_and_still_says_what_it_builds_on() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    let look = laptop.app.look("boundary-talk").await.unwrap();
    assert!(!look.open);
    let slugs: Vec<_> = look.builds_on.iter().map(|b| b.slug.as_str()).collect();
    assert_eq!(slugs, ["our-ground-rules", "starting-safely", "pause-and-repair-plan", "my-limits"]);
    let refused = laptop.app.run_begin("boundary-talk", None, None).await.unwrap_err();
    assert_eq!(code(&refused), Code::Closed);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_passphrase_leaves_the_vault_locked_and_waits_grow() {
    let laptop = Laptop::with_couple().await;
    laptop.app.start().await.unwrap();
    for wait in [1, 1, 1, 1, 5] {
        let wrong = laptop.app.unlock(Person::A, secret(SAM)).await.unwrap_err();
        assert_eq!((code(&wrong), wrong.wait_seconds), (Code::WrongPassphrase, Some(wait)));
        let soon = laptop.app.unlock(Person::A, secret(ALEX)).await.unwrap_err();
        assert_eq!(code(&soon), Code::Wait);
        laptop.clock.pass(chrono::Duration::seconds(6));
    }
    assert_eq!(code(&laptop.app.home().await.unwrap_err()), Code::NotNow);
    laptop.app.unlock(Person::A, secret(ALEX)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_passphrases_are_told_apart_from_wrong_ones() {
    let laptop = Laptop::with_couple().await;
    laptop.app.start().await.unwrap();
    for (bad, told) in [(String::new(), Code::BadPassphrase), ("x".repeat(1 << 20), Code::LongPassphrase)] {
        let refused = laptop.app.unlock(Person::A, secret(&bad)).await.unwrap_err();
        assert_eq!(code(&refused), told);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn own_pages_that_cannot_be_read_are_told_again_at_each_try() {
    let laptop = Laptop::with_couple().await;
    for file in std::fs::read_dir(laptop.home.path().join("workbook.hearth/s")).unwrap() {
        std::fs::write(file.unwrap().path(), b"no age file").unwrap();
    }
    laptop.app.start().await.unwrap();
    for who in [(Person::A, ALEX), (Person::A, ALEX), (Person::B, SAM)] {
        let refused = laptop.app.unlock(who.0, secret(who.1)).await.unwrap_err();
        assert_eq!(code(&refused), Code::Damaged);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_kill_the_last_save_is_that_of_the_last_words() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    laptop.hours(3);
    let written = laptop.app.now();
    laptop.app.display_set(Display::default()).await.unwrap();
    let laptop = laptop.killed();
    laptop.hours(2);
    let opened = laptop.open(Person::A).await;
    let last_saved = written.to_rfc3339();
    assert_eq!(opened.last_saved.as_ref(), Some(&last_saved));
    assert!(opened.notices.contains(&Notice::EndedWithoutLocking { last_saved }), "{:?}", opened.notices);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_partners_own_passphrase_is_refused_as_too_easy() {
    let laptop = Laptop::new();
    laptop.set_up("Alex", ALEX).await.unwrap();
    let refused = laptop.set_up("Sam", ALEX).await.unwrap_err();
    assert_eq!(code(&refused), Code::TooEasy);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_program_is_told_that_the_workbook_is_open() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let clock = std::sync::Arc::clone(&laptop.clock);
    let second = crate::couple::Laptop::beside(laptop.home.path(), &clock);
    assert_eq!(second.start().await.unwrap().problem, Some(Code::AlreadyOpen));
}

#[tokio::test(flavor = "multi_thread")]
async fn e33_either_may_end_an_agreement_alone_at_once_and_the_name_is_kept() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(none).await;
    let item = laptop.app.agreements().await.unwrap()[0].item.parse().unwrap();
    assert_eq!(code(&laptop.app.agreement_end(item).await.unwrap_err()), Code::NotNow);
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    let after = laptop.app.agreement_end(item).await.unwrap();
    let (who, _) = after[0].ended.clone().unwrap();
    assert_eq!((after[0].state.as_str(), who.name.as_str()), ("ended", "Sam"));
}

#[tokio::test(flavor = "multi_thread")]
async fn e14_a_sealed_answer_can_be_taken_back_before_it_is_opened() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    let mut rules = laptop.begin("our-ground-rules").await;
    rules.play_until(&["ready"], none).await;
    let run = rules.view.run.clone();
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    let seals = laptop.app.seals().await.unwrap();
    assert_eq!(seals.len(), 2);
    assert!(seals.iter().all(|s| !s.ready), "E19: alone nobody learns whether the other has sealed");
    laptop.app.seal_take_back(seals[0].round.parse().unwrap()).await.unwrap();
    let laptop = laptop.locked().await;
    laptop.together().await;
    let mut rules = laptop.go_on(&run).await;
    rules.play_until(&["ready", "(end)"], none).await;
    assert!(format!("{:?}", rules.view.phase).contains("nothing: [\""), "{:?}", rules.view.phase);
}

#[tokio::test(flavor = "multi_thread")]
async fn e43_what_steadies_a_person_is_open_whatever_pace_was_chosen() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    laptop.app.pace_set("alone").await.unwrap();
    let cards = laptop.app.catalogue(Filter::default()).await.unwrap();
    let calm = cards.iter().find(|c| c.slug == "breathe-and-ground").unwrap();
    assert_ne!(calm.status, CardStatus::ForTwo);
    assert!(laptop.app.look("breathe-and-ground").await.unwrap().open);
    let seen = laptop.begin("breathe-and-ground").await.play(none).await;
    assert_eq!(seen.last().unwrap(), "(end)");
}

#[tokio::test(flavor = "multi_thread")]
async fn e19_a_card_says_sealed_to_whoever_sealed_and_ready_to_both() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    let status = async |laptop: &Laptop| {
        let cards = laptop.app.catalogue(Filter::default()).await.unwrap();
        cards.iter().find(|c| c.slug == "our-ground-rules").unwrap().status
    };
    let mut rules = laptop.begin("our-ground-rules").await;
    rules.play_until(&["hope"], none).await;
    rules.play_until(&["cover"], none).await;
    assert_eq!(status(&laptop).await, CardStatus::None, "one sealed, and nobody is told who");
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    assert_eq!(status(&laptop).await, CardStatus::Sealed);
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    assert_eq!(status(&laptop).await, CardStatus::ForTwo);
    let laptop = laptop.locked().await;
    laptop.together().await;
    let run = laptop.home().await.next.unwrap().run.unwrap();
    laptop.go_on(&run).await.play_until(&["ready"], none).await;
    assert_eq!(status(&laptop).await, CardStatus::Ready);
}
