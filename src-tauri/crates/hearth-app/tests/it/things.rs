//! What a run leaves behind is found again by whom it belongs to.

use hearth_domain::Person;

use crate::couple::{Laptop, none};

#[tokio::test(flavor = "multi_thread")]
async fn cr11_a_card_of_mine_is_listed_for_its_owner_alone() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::B).await;
    assert!(!laptop.home().await.cards);
    laptop.begin("coping-plan").await.play(none).await;
    let kept = laptop.app.things().await.unwrap();
    let kinds: Vec<_> = kept.iter().map(|thing| (thing.kind.as_str(), thing.mine)).collect();
    assert_eq!(kinds, [("card", true), ("plan", true)]);
    assert!(kept.iter().all(|thing| !thing.lines.is_empty() && thing.exercise == "My coping plan"), "{kept:?}");
    assert!(laptop.home().await.cards);

    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    assert_eq!((laptop.app.things().await.unwrap(), laptop.home().await.cards), (vec![], false));
    let laptop = laptop.locked().await;
    laptop.together().await;
    assert_eq!((laptop.app.things().await.unwrap(), laptop.home().await.cards), (vec![], false));
}
