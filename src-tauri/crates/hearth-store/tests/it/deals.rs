use hearth_domain::ItemId;
use hearth_store::{Image, ItemBody, Ours, OursChange, Own, OwnChange};
use serde_json::json;

use crate::{line, with};

const DEAL: ItemId = ItemId::from_bytes([7; 16]);

fn deal(words: &str, state: &str) -> ItemBody {
    ItemBody {
        item: DEAL,
        kind: "agreement".into(),
        run: None,
        step: None,
        title: "A quiet half hour".into(),
        body: json!(words),
        state: state.into(),
        review: None,
        until: None,
    }
}

#[tokio::test]
async fn f0_typing_in_an_item_of_ones_own_makes_no_version() {
    let typed = (1..=30).map(|n| line(n, OwnChange::ItemDraft(deal(&format!("words {n}"), "draft"))));
    let mut mine: Image<Own> = with(&typed.collect::<Vec<_>>()).await;
    let row = mine.item(DEAL).await.unwrap().unwrap();
    assert_eq!((row.n, &row.body), (1, &json!("words 30")));
    assert_eq!(mine.item_versions(DEAL).await.unwrap(), []);
}

#[tokio::test]
async fn p8_the_history_of_ours_keeps_which_state_an_item_changed_to() {
    let to = |n, state: &str| line(n, OursChange::ItemState { item: DEAL, state: state.into() });
    let lines = [
        line(1, OursChange::ItemPut(deal("words", "proposed"))),
        to(2, "not_now"),
        to(3, "proposed"),
        to(4, "withdrawn"),
        to(5, "left_open"),
    ];
    let mut ours: Image<Ours> = with(&lines).await;
    let (rows, _) = ours.past(None, 9).await.unwrap();
    let told: Vec<_> = rows.iter().map(|row| (row.kind.as_str(), row.state.as_deref())).collect();
    let state = |word| ("state", Some(word));
    assert_eq!(told, [("state", None), state("withdrawn"), state("proposed"), state("not_now"), ("item", None)]);
    assert_eq!(ours.last_state_change(DEAL).await.unwrap(), Some(5));
}
