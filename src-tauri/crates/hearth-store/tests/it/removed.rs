use hearth_domain::ItemId;
use hearth_store::{Image, ItemBody, Ours, OursChange, Own, OwnChange, Touched};
use serde_json::json;

use crate::{at, doc_ours, doc_own, line, noon, run_id, start, with};

const CARD: ItemId = ItemId::from_bytes([3; 16]);

fn card(words: &str) -> OwnChange {
    OwnChange::ItemPut(ItemBody {
        item: CARD,
        kind: "card".into(),
        run: None,
        step: None,
        title: "A card".into(),
        body: json!([{ "label": "When", "lines": [words] }]),
        state: "kept".into(),
        review: None,
        until: None,
    })
}

fn removed() -> OwnChange {
    OwnChange::ItemRemoved { item: CARD }
}

async fn with_card(more: Vec<OwnChange>) -> Image<Own> {
    let changes = [card("thimbleoak"), card("rowanmoth")].into_iter().chain(more);
    with(&changes.zip(1..).map(|(change, n)| line(n, change)).collect::<Vec<_>>()).await
}

#[tokio::test]
async fn f0_a_removed_thing_can_be_put_back_as_it_was() {
    let mut mine = with_card(vec![removed()]).await;
    assert!(mine.items().await.unwrap().is_empty());
    let gone = mine.removed_items().await.unwrap();
    assert_eq!(gone[0].removed, Some(noon() + chrono::Duration::minutes(3)));
    mine.apply(&line(9, removed())).await.unwrap();
    assert_eq!(mine.removed_items().await.unwrap(), gone, "removing twice does not begin the thirty days again");

    mine.apply(&line(10, OwnChange::ItemPutBack { item: CARD })).await.unwrap();
    let back = mine.items().await.unwrap();
    assert_eq!((back[0].n, back[0].removed), (2, None));
    assert_eq!(mine.item_versions(CARD).await.unwrap().len(), 1);
    mine.apply(&line(11, OwnChange::ItemPutBack { item: CARD })).await.unwrap_err();
}

#[tokio::test]
async fn cr13_e40_removed_for_good_takes_every_version_and_leaves_no_gap() {
    let empty = Image::<Own>::create().await.unwrap().to_bytes().await.unwrap();
    let mut mine = with_card(vec![removed(), OwnChange::ItemPurged { item: CARD }]).await;
    assert!(mine.removed_items().await.unwrap().is_empty());
    assert!(mine.item_versions(CARD).await.unwrap().is_empty());
    let bytes = mine.to_bytes().await.unwrap();
    assert_eq!(bytes.len(), empty.len());
    for word in ["thimbleoak", "rowanmoth"] {
        assert!(!bytes.windows(word.len()).any(|w| w == word.as_bytes()), "{word} is wiped from the image");
    }
}

#[tokio::test]
async fn p8_the_past_is_read_newest_first_a_page_at_a_time_with_the_words_of_each_moment() {
    let keep = |n: i64| line(n, OursChange::Keep { at: at("deal"), who: None, value: Some(json!(n)) });
    let mut lines = vec![line(0, doc_ours()), line(0, OursChange::RunBegun(start()))];
    lines.extend((1..=5).map(keep));
    let mut ours: Image<Ours> = with(&lines).await;
    let (page, before) = ours.past(None, 2).await.unwrap();
    assert_eq!(page.iter().map(|row| row.seq).collect::<Vec<_>>(), [5, 4]);
    let (rest, none) = ours.past(before, 20).await.unwrap();
    assert_eq!((before, none), (Some(4), None));
    assert_eq!(rest.iter().map(|row| row.seq).collect::<Vec<_>>(), [3, 2, 1]);
    assert_eq!(rest[2].about, Some(*run_id(1).bytes()));
    for row in page.iter().chain(&rest) {
        let written = ours.written_at(run_id(1), row.at).await.unwrap();
        assert_eq!(written.iter().map(|w| w.at.step.as_str()).collect::<Vec<_>>(), ["deal"], "{row:?}");
    }
    let versions = ours.answer_versions(&at("deal"), None).await.unwrap();
    assert_eq!(versions.iter().map(|v| v.value.clone()).collect::<Vec<_>>(), [4, 3, 2, 1].map(|n| Some(json!(n))));
}

#[tokio::test]
async fn every_answer_of_a_space_is_read_at_once() {
    let keep = |step: &str| line(1, OwnChange::Keep { at: at(step), vis: "priv".into(), value: Some(json!(step)) });
    let lines = [line(0, doc_own()), line(0, OwnChange::RunBegun(start())), keep("did"), keep("cost")];
    let mut mine: Image<Own> = with(&lines).await;
    let mut steps: Vec<_> = mine.all_answers().await.unwrap().into_iter().map(|(run, a)| (run, a.step)).collect();
    steps.sort();
    assert_eq!(steps, [(run_id(1), "cost".to_owned()), (run_id(1), "did".to_owned())]);
}

#[test]
fn whatever_holds_words_says_whose_it_touches() {
    assert_eq!(card("x").touched(), Some(Touched::Item(CARD)));
    assert_eq!(OwnChange::Forget { run: run_id(1) }.touched(), Some(Touched::Run(run_id(1))));
    assert_eq!(OwnChange::Pace { value: None, checked: true }.touched(), None);
    assert_eq!(OursChange::Hide { at: at("deal"), who: None }.touched(), Some(Touched::Run(run_id(1))));
}
