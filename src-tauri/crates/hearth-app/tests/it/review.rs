//! Looking at an agreement again (F9): kept, left as it is, or ended.

use hearth_app::contract::{Agreeing, AgreeingPress, Agreement, Code};
use hearth_domain::{ItemId, Person};

use crate::couple::{Laptop, code, none};

async fn deals(laptop: &Laptop) -> Vec<Agreement> {
    laptop.app.agreements().await.unwrap()
}

fn id(deal: &Agreement) -> ItemId {
    deal.item.parse().unwrap()
}

/// Both agreed on their ground rules, and the day to look at them again is over.
async fn due() -> (Laptop, Agreement) {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(none).await;
    assert!(!deals(&laptop).await[0].can_keep, "its day has not come");
    let laptop = laptop.locked().await;
    laptop.hours(24 * 61);
    laptop.together().await;
    let deal = deals(&laptop).await.remove(0);
    assert!(deal.due && deal.can_keep, "{deal:?}");
    (laptop, deal)
}

async fn press(laptop: &Laptop, press: AgreeingPress) -> Agreeing {
    laptop.app.agreeing_press(press).await.unwrap()
}

/// Each is asked behind the cover.
async fn asked(laptop: &Laptop, deal: &Agreement, wants: [bool; 2]) -> Agreeing {
    let mut shown = laptop.app.agreeing_begin(id(deal)).await.unwrap();
    for yes in wants {
        let Agreeing::Cover { next } = shown else { panic!("no cover: {shown:?}") };
        let page = press(laptop, AgreeingPress::IAm { who: next }).await;
        assert!(matches!(&page, Agreeing::Asked { who, text } if *who == next && text.keeps), "{page:?}");
        shown = press(laptop, AgreeingPress::Wants { yes }).await;
    }
    shown
}

async fn keep(laptop: &Laptop, deal: &Agreement, days: u32) -> Agreeing {
    let shown = asked(laptop, deal, [true, true]).await;
    assert!(matches!(shown, Agreeing::Text { days: 60, most: 90, .. }), "{shown:?}");
    press(laptop, AgreeingPress::Confirm { who: Person::A, days }).await;
    press(laptop, AgreeingPress::Confirm { who: Person::B, days }).await
}

#[tokio::test(flavor = "multi_thread")]
async fn f9_a_due_agreement_is_kept_for_another_while_and_both_have_said_yes_to_the_new_date() {
    let (laptop, deal) = due().await;
    let shown = keep(&laptop, &deal, 30).await;
    let kept = deals(&laptop).await.remove(0);
    let on = kept.review_on.clone().unwrap();
    assert_eq!(shown, Agreeing::Over { agreed: true, keeps: true, review_on: Some(on.clone()) });
    assert!(!kept.due && !kept.unconfirmed && !kept.can_keep && on > deal.review_on.unwrap(), "{kept:?}");
    assert_eq!(kept.lines, deal.lines);
    let earlier: Vec<_> = kept.earlier.iter().map(|e| (e.on.as_str(), e.lines.is_some())).collect();
    assert_eq!(earlier, [(deal.made_on.as_str(), false)], "P8: that it stood before is kept, its words once");
    let mut laptop = laptop;
    for who in Person::BOTH {
        laptop = laptop.locked().await;
        laptop.open(who).await;
        let alone = deals(&laptop).await.remove(0);
        assert!(!alone.unconfirmed && !alone.can_keep, "each has the proof of the new version: {alone:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn e22_e31_one_private_no_leaves_the_agreement_as_it_was_and_says_nothing() {
    let (laptop, deal) = due().await;
    let over = Agreeing::Over { agreed: false, keeps: true, review_on: None };
    for wants in [[false, true], [true, false], [false, false]] {
        assert_eq!(asked(&laptop, &deal, wants).await, over);
        assert_eq!(deals(&laptop).await, std::slice::from_ref(&deal), "F9: it stays in force");
    }
    asked(&laptop, &deal, [true, true]).await;
    press(&laptop, AgreeingPress::Confirm { who: Person::A, days: 30 }).await;
    assert_eq!(press(&laptop, AgreeingPress::Leave {}).await, over);
    assert_eq!(deals(&laptop).await, [deal]);
}

#[tokio::test(flavor = "multi_thread")]
async fn e32_a_review_further_away_than_the_exercise_allows_is_refused() {
    let (laptop, deal) = due().await;
    asked(&laptop, &deal, [true, true]).await;
    let far = AgreeingPress::Confirm { who: Person::A, days: 91 };
    assert_eq!(code(&laptop.app.agreeing_press(far).await.unwrap_err()), Code::BadAnswer);
    assert_eq!(deals(&laptop).await, [deal]);
}

#[tokio::test(flavor = "multi_thread")]
async fn e33_u10_what_was_kept_can_be_ended_by_either_alone_and_is_not_kept_again() {
    let (laptop, deal) = due().await;
    keep(&laptop, &deal, 14).await;
    let laptop = laptop.locked().await;
    laptop.hours(24 * 15);
    laptop.open(Person::B).await;
    assert_eq!(code(&laptop.app.agreeing_begin(id(&deal)).await.unwrap_err()), Code::NotNow, "it needs both");
    let ended = laptop.app.agreement_end(id(&deal)).await.unwrap();
    assert_eq!((ended[0].state.as_str(), ended[0].earlier.len()), ("ended", 1));
    let laptop = laptop.locked().await;
    laptop.together().await;
    assert_eq!(code(&laptop.app.agreeing_begin(id(&deal)).await.unwrap_err()), Code::Unknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn u3_a_program_that_ends_between_the_two_presses_leaves_the_agreement_as_it_was() {
    let (laptop, deal) = due().await;
    asked(&laptop, &deal, [true, true]).await;
    press(&laptop, AgreeingPress::Confirm { who: Person::A, days: 30 }).await;
    let laptop = laptop.killed();
    laptop.together().await;
    assert_eq!(deals(&laptop).await, [deal]);
    let none_begun = laptop.app.agreeing_press(AgreeingPress::Leave {}).await.unwrap_err();
    assert_eq!(code(&none_begun), Code::NotNow);
}

#[tokio::test(flavor = "multi_thread")]
async fn u3_what_both_kept_is_kept_after_a_kill() {
    let (laptop, deal) = due().await;
    keep(&laptop, &deal, 30).await;
    let laptop = laptop.killed();
    laptop.together().await;
    let kept = deals(&laptop).await.remove(0);
    assert!(!kept.due && !kept.unconfirmed && kept.review_on > deal.review_on, "{kept:?}");
}
