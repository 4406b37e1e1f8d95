use hearth_domain::ItemId;
use hearth_store::{Image, ItemBody, Ours, OursChange, Own, OwnChange};
use serde_json::json;

use crate::{line, with};

const LETTER: ItemId = ItemId::from_bytes([4; 16]);

fn letter(words: &str) -> ItemBody {
    ItemBody {
        item: LETTER,
        kind: "letter".into(),
        run: None,
        step: None,
        title: "Sunday".into(),
        body: json!([{ "label": "", "lines": [words] }]),
        state: "kept".into(),
        review: None,
        until: None,
    }
}

#[tokio::test]
async fn f0_typing_makes_no_version_and_mine_keeps_twenty() {
    let mut mine: Image<Own> = with(&[line(0, OwnChange::ItemDraft(letter("first")))]).await;
    mine.apply(&line(1, OwnChange::ItemDraft(letter("second")))).await.unwrap();
    assert_eq!(mine.item_versions(LETTER).await.unwrap(), []);
    let row = mine.item(LETTER).await.unwrap().unwrap();
    assert_eq!((row.n, &row.body), (1, &letter("second").body));
    for n in 0..25 {
        mine.apply(&line(n, OwnChange::ItemPut(letter(&format!("text {n}"))))).await.unwrap();
    }
    let versions = mine.item_versions(LETTER).await.unwrap();
    assert_eq!((versions.len(), versions[0].n), (20, 25));
    assert_eq!(versions[0].value, Some(letter("text 23").body), "the newest of them is the one before");
}

#[tokio::test]
async fn e36_e40_the_tray_leaves_no_history_and_what_is_taken_back_no_gap() {
    let mut never: Image<Ours> = with(&[]).await;
    let mut ours: Image<Ours> = with(&[line(0, OursChange::TrayPut(letter("thimbleweed")))]).await;
    assert_eq!(ours.items().await.unwrap().len(), 1);
    assert_eq!((ours.last_link().await.unwrap(), ours.past(None, 9).await.unwrap().0), (None, vec![]));
    ours.apply(&line(1, OursChange::TrayGone { item: LETTER })).await.unwrap();
    assert_eq!((ours.items().await.unwrap(), ours.removed_items().await.unwrap()), (vec![], vec![]));
    assert_eq!(ours.last_link().await.unwrap(), None);
    let bytes = ours.to_bytes().await.unwrap();
    assert_eq!(bytes.len(), never.to_bytes().await.unwrap().len(), "rows are gone, not marked");
    assert!(!bytes.windows(11).any(|w| w == b"thimbleweed"), "and the words are wiped");
}
