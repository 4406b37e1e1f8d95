//! Ten years of check-ins, most days one, with weeks left out as people do; the same on every machine.

use chrono::{DateTime, Duration, Utc};
use hearth_app::exercises::Exercises;
use hearth_domain::{ItemId, Person, RunId};
use hearth_store::{OwnChange, RunStart, Stamped, StepAt};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};

const DAYS: i64 = 3652;
const ENERGY: [&str; 5] = ["drained", "low", "steady", "lively", "full"];
const PLEASANT: [&str; 5] = ["hard", "uneasy", "between", "pleasant", "lovely"];
const FEEL: [&str; 8] = ["hopeful", "tired", "settled", "on edge", "close", "amused", "heavy", "calm"];
const NEED: [&str; 5] = ["sleep", "company", "quiet", "time alone", "laughter"];
const VALUED: [&str; 4] = ["the soup", "a walk before it rained", "you waited for me", "nobody hurried"];

/// The changes of one person's own space, the last of them on the evening before `until`.
///
/// # Panics
/// If the check-in does not ship.
pub fn ten_years_of_check_ins(until: DateTime<Utc>) -> impl Iterator<Item = Stamped<OwnChange>> {
    let exercise = Exercises::default().get("daily-check-in").expect("it ships");
    let doc = OwnChange::DocPut {
        hash: exercise.hash.0,
        uid: exercise.uid.clone(),
        slug: exercise.slug.clone(),
        revision: exercise.revision,
        json: exercise.canonical.clone(),
    };
    let mut rng = StdRng::seed_from_u64(20_260_320);
    let mut away = 0;
    let first = stamped(until - Duration::days(DAYS + 1), doc);
    let days = (1..=DAYS).rev().filter_map(move |ago| {
        away = if away > 0 {
            away - 1
        } else if rng.gen_ratio(1, 60) {
            rng.gen_range(3..20)
        } else {
            0
        };
        let here = away == 0 && rng.gen_ratio(4, 5);
        let at = until - Duration::days(ago) + Duration::minutes(rng.gen_range(-120..120));
        here.then(|| one_day(at, ago, exercise.hash.0, &mut rng))
    });
    std::iter::once(first).chain(days.flatten())
}

fn one_day(at: DateTime<Utc>, ago: i64, doc: [u8; 32], rng: &mut StdRng) -> Vec<Stamped<OwnChange>> {
    let number = u128::try_from(ago).unwrap_or_default();
    let run = RunId::from_bytes((number << 64).to_be_bytes());
    let start =
        RunStart { run, doc, part: "mine".into(), sitting: None, roles: String::new(), first: None, source: None };
    let keep = |step: &str, value: Value| OwnChange::Keep {
        at: StepAt { run, step: step.into(), lap: 1 },
        vis: "offer".into(),
        value: Some(value),
    };
    let (energy, pleasant) = (rng.gen_range(0..5), rng.gen_range(0..5));
    let number = |name: &str, value: usize, which: u128| OwnChange::Series {
        id: ItemId::from_bytes((number << 64 | which).to_be_bytes()),
        name: name.into(),
        value: i32::try_from(value).unwrap_or_default(),
        run: Some(run),
    };
    let mut changes = vec![
        OwnChange::RunBegun(start),
        keep("energy", json!({ "picked": [ENERGY[energy]] })),
        number("energy", energy, 1),
        keep("pleasant", json!({ "picked": [PLEASANT[pleasant]] })),
        number("pleasantness", pleasant, 2),
    ];
    let some: Vec<_> = FEEL.choose_multiple(rng, 2).collect();
    changes.push(keep("words", json!({ "picked": some, "own": [] })));
    if rng.gen_ratio(2, 3) {
        changes.push(keep("i-need", json!({ "picked": [NEED.choose(rng)], "own": [] })));
    }
    if rng.gen_ratio(1, 3) {
        changes.push(keep("valued", json!(VALUED.choose(rng))));
    }
    changes.push(OwnChange::RunEnded { run, how: "done".into() });
    changes.into_iter().map(|what| stamped(at, what)).collect()
}

const fn stamped(at: DateTime<Utc>, what: OwnChange) -> Stamped<OwnChange> {
    Stamped { at, by: Person::A, what }
}
