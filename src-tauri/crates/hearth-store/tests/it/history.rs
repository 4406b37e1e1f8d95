use hearth_store::{Image, Ours, OursChange};
use serde_json::json;

use crate::{at, doc_ours, line, start, with};

fn keep(n: i64) -> Vec<u8> {
    line(n, OursChange::Keep { at: at("deal"), who: None, value: Some(json!(n)) })
}

fn opening() -> Vec<Vec<u8>> {
    vec![line(0, doc_ours()), line(0, OursChange::RunBegun(start()))]
}

#[tokio::test]
async fn a_longer_past_still_holds_what_was_seen() {
    let mut ours: Image<Ours> = with(&[opening(), vec![keep(1), keep(2)]].concat()).await;
    let seen = ours.last_link().await.unwrap().unwrap();
    ours.apply(&keep(3)).await.unwrap();
    assert!(ours.still_holds(seen).await.unwrap());
}

#[tokio::test]
async fn p8_a_rewritten_or_shortened_past_is_told() {
    let mut ours: Image<Ours> = with(&[opening(), vec![keep(1), keep(2)]].concat()).await;
    let seen = ours.last_link().await.unwrap().unwrap();
    let mut rewritten: Image<Ours> = with(&[opening(), vec![keep(1), keep(9), keep(3)]].concat()).await;
    assert!(!rewritten.still_holds(seen).await.unwrap());
    let mut shortened: Image<Ours> = with(&[opening(), vec![keep(1)]].concat()).await;
    assert!(!shortened.still_holds(seen).await.unwrap());
}
