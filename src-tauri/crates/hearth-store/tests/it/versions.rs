use hearth_store::{AnswerState, Image, Ours, OursChange, Own, OwnChange};
use serde_json::json;

use crate::{at, doc_ours, doc_own, line, noon, run_id, start, with};

fn keep(n: i64) -> Vec<u8> {
    line(n, OwnChange::Keep { at: at("did"), vis: "priv".into(), value: Some(json!(format!("words {n}"))) })
}

#[tokio::test]
async fn mine_keeps_twenty_versions_and_the_newest_words() {
    let mut lines = vec![line(0, doc_own()), line(0, OwnChange::RunBegun(start()))];
    lines.extend((1..=25).map(keep));
    let mut mine: Image<Own> = with(&lines).await;
    assert_eq!(mine.versions(run_id(1), "did").await.unwrap(), 20);
    assert_eq!(mine.answers(run_id(1)).await.unwrap()[0].value, Some(json!("words 25")));
}

#[tokio::test]
async fn p8_cr15_ours_keeps_every_version_until_its_author_hides_the_words() {
    let kept = |n: i64| line(n, OursChange::Keep { at: at("deal"), who: None, value: Some(json!(n)) });
    let mut lines = vec![line(0, doc_ours()), line(0, OursChange::RunBegun(start()))];
    lines.extend((1..=25).map(kept));
    let mut ours: Image<Ours> = with(&lines).await;
    assert_eq!(ours.versions(run_id(1), "deal").await.unwrap(), 24, "all before the newest");
    ours.apply(&line(26, OursChange::Hide { at: at("deal"), who: None })).await.unwrap();
    let answer = &ours.answers(run_id(1)).await.unwrap()[0];
    assert_eq!((answer.state, &answer.value), (AnswerState::Hidden, &None));
    assert_eq!(ours.last_link().await.unwrap().unwrap().seq, 26);
}

#[tokio::test]
async fn e40_cr13_dropping_a_run_of_mine_leaves_no_gap() {
    let draft = OwnChange::Draft { at: at("cost"), vis: "priv".into(), value: Some(json!("x")), answered: true };
    let empty: Vec<u8> = Image::<Own>::create().await.unwrap().to_bytes().await.unwrap();
    let lines = [line(0, doc_own()), line(0, OwnChange::RunBegun(start())), keep(1), line(2, draft)];
    let mut mine: Image<Own> = with(&lines).await;
    mine.apply(&line(3, OwnChange::Forget { run: run_id(1) })).await.unwrap();
    assert!(mine.runs().await.unwrap().is_empty());
    assert_eq!(mine.answer_count().await.unwrap(), 0);
    let bytes = mine.to_bytes().await.unwrap();
    assert_eq!(bytes.len(), empty.len(), "rows are gone, not marked");
    assert!(!bytes.windows(7).any(|w| w == b"words 1"), "deleted words are wiped from the image");
}

#[tokio::test]
async fn a_draft_makes_no_version_and_a_failed_line_leaves_the_image_alone() {
    let draft = |n: i64| OwnChange::Draft { at: at("did"), vis: "priv".into(), value: Some(json!(n)), answered: false };
    let lines = [line(0, doc_own()), line(0, OwnChange::RunBegun(start())), line(1, draft(1))];
    let mut mine: Image<Own> = with(&lines).await;
    assert_eq!(mine.versions(run_id(1), "did").await.unwrap(), 0);
    let good = line(2, draft(2));
    let bad = line(3, OwnChange::RunEnded { run: run_id(9), how: "done".into() });
    mine.apply_all(&[good, bad]).await.unwrap_err();
    assert_eq!(mine.answers(run_id(1)).await.unwrap()[0].value, Some(json!(1)), "all lines or none");
    assert_eq!(mine.runs().await.unwrap()[0].begun, noon());
}

#[tokio::test]
async fn f0_kept_words_become_a_version_when_they_change_and_only_then() {
    let draft = OwnChange::Draft { at: at("did"), vis: "priv".into(), value: Some(json!("x")), answered: false };
    let lines = [line(0, doc_own()), line(0, OwnChange::RunBegun(start())), keep(1), keep(1)];
    let mut mine: Image<Own> = with(&lines).await;
    assert_eq!(mine.versions(run_id(1), "did").await.unwrap(), 0, "the newest is not written twice");
    mine.apply(&line(2, draft.clone())).await.unwrap();
    assert_eq!(mine.versions(run_id(1), "did").await.unwrap(), 1);
    mine.apply(&line(3, draft)).await.unwrap();
    mine.apply(&keep(4)).await.unwrap();
    assert_eq!(mine.versions(run_id(1), "did").await.unwrap(), 1, "drafts make none");
}
