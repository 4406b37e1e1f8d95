use hearth_domain::{ItemId, Person};
use hearth_store::{Image, ItemBody, Own, OwnChange};
use proptest::prelude::*;
use serde_json::json;

use crate::{at, doc_own, line, run_id, start};

fn change() -> impl Strategy<Value = OwnChange> {
    let step = prop_oneof![Just("did"), Just("cost"), Just("words")];
    let words = "[a-z ]{0,40}";
    prop_oneof![
        (step.clone(), words).prop_map(|(s, w)| OwnChange::Draft {
            at: at(s),
            vis: "priv".into(),
            value: Some(json!(w)),
            answered: false
        }),
        (step.clone(), words).prop_map(|(s, w)| OwnChange::Keep {
            at: at(s),
            vis: "offer".into(),
            value: Some(json!(w))
        }),
        step.prop_map(|s| OwnChange::Drop { at: at(s) }),
        (0..11).prop_map(|v| OwnChange::Series {
            id: ItemId::from_bytes([v as u8; 16]),
            name: "calm".into(),
            value: v,
            run: None
        }),
        Just(OwnChange::Pace { value: Some("light".into()), checked: true }),
        words.prop_map(|w| OwnChange::ItemPut(ItemBody {
            item: ItemId::from_bytes([3; 16]),
            kind: "letter".into(),
            run: Some(run_id(1)),
            step: Some("words".into()),
            title: "A letter".into(),
            body: json!({ "did": w }),
            state: "draft".into(),
            review: None,
            until: None,
        })),
    ]
}

/// Everything a reader can see.
async fn seen(image: &mut Image<Own>) -> String {
    let answers = image.answers(run_id(1)).await.unwrap();
    let (items, series) = (image.items().await.unwrap(), image.series("calm").await.unwrap());
    let (pace, runs) = (image.pace().await.unwrap(), image.runs().await.unwrap());
    let versions = image.versions(run_id(1), "did").await.unwrap();
    format!("{answers:?} {items:?} {series:?} {pace:?} {runs:?} {versions} {:?}", Person::A)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Replaying the journal on the image it continues gives the state that was on screen.
    #[test]
    fn replay_equals_state(changes in prop::collection::vec(change(), 1..30), image_after in 0usize..30) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let mut lines = vec![line(0, doc_own()), line(0, OwnChange::RunBegun(start()))];
            lines.extend(changes.into_iter().enumerate().map(|(n, c)| line(n as i64 + 1, c)));
            let cut = image_after.min(lines.len());

            let mut live: Image<Own> = Image::create().await.unwrap();
            for l in &lines[..cut] {
                live.apply(l).await.unwrap();
            }
            let image = live.to_bytes().await.unwrap();
            for l in &lines[cut..] {
                live.apply(l).await.unwrap();
            }

            let mut replayed: Image<Own> = Image::open(&image).await.unwrap();
            replayed.apply_all(&lines[cut..]).await.unwrap();
            assert_eq!(seen(&mut live).await, seen(&mut replayed).await);
        });
    }
}
