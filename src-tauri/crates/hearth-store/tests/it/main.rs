//! The store, driven through its public face: changes in, rows out.

mod closeness;
mod deals;
mod history;
mod hostile_image;
mod letters;
mod removed;
mod replay;
mod seals;
mod versions;

use chrono::{DateTime, Duration, TimeZone, Utc};
use hearth_domain::{Person, RunId};
use hearth_store::{Image, OursChange, OwnChange, RunStart, Space, Stamped, StepAt};

pub(crate) fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 20, 12, 0, 0).unwrap()
}

pub(crate) fn run_id(n: u8) -> RunId {
    RunId::from_bytes([n; 16])
}

pub(crate) fn at(step: &str) -> StepAt {
    StepAt { run: run_id(1), step: step.into(), lap: 0 }
}

pub(crate) fn start() -> RunStart {
    RunStart {
        run: run_id(1),
        doc: [7; 32],
        part: "main".into(),
        sitting: None,
        roles: String::new(),
        first: Some(Person::A),
        source: None,
    }
}

pub(crate) fn line<C: serde::Serialize + serde::de::DeserializeOwned>(minute: i64, what: C) -> Vec<u8> {
    Stamped { at: noon() + Duration::minutes(minute), by: Person::A, what }.line()
}

pub(crate) fn doc_own() -> OwnChange {
    OwnChange::DocPut { hash: [7; 32], uid: "u".into(), slug: "my-limits".into(), revision: 1, json: "{}".into() }
}

pub(crate) fn doc_ours() -> OursChange {
    OursChange::DocPut {
        hash: [7; 32],
        uid: "u".into(),
        slug: "our-ground-rules".into(),
        revision: 1,
        json: "{}".into(),
    }
}

pub(crate) async fn with<S: Space>(lines: &[Vec<u8>]) -> Image<S> {
    let mut image = Image::create().await.unwrap();
    image.apply_all(lines).await.unwrap();
    image
}
