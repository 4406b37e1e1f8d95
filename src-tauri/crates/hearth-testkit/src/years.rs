//! A space after ten years of use: 20 000 entries of about 600 bytes, the same on every machine.

use chrono::{DateTime, Duration, TimeZone, Utc};
use hearth_domain::{Person, RunId};
use hearth_store::{OwnChange, RunStart, Stamped, StepAt};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};

/// How many entries ten years hold.
pub const TEN_YEARS: usize = 20_000;

const WORDS: [&str; 24] = [
    "today", "quiet", "walk", "tired", "kitchen", "asked", "waited", "better", "slowly", "garden", "letter", "morning",
    "worry", "laughed", "the", "and", "we", "after", "before", "again", "window", "train", "tea", "home",
];

/// The changes of `entries` entries: a run for every ten answers, five or six a day apart.
pub fn ten_years(entries: usize) -> impl Iterator<Item = Stamped<OwnChange>> {
    let mut rng = StdRng::seed_from_u64(20_260_320);
    let doc = OwnChange::DocPut {
        hash: [7; 32],
        uid: "bench".into(),
        slug: "breathe-and-ground".into(),
        revision: 1,
        json: "{}".into(),
    };
    let runs = (0..entries.div_ceil(10)).map(move |n| one_run(n, entries, &mut rng));
    std::iter::once(stamped(0, doc)).chain(runs.flatten())
}

fn one_run(n: usize, entries: usize, rng: &mut StdRng) -> Vec<Stamped<OwnChange>> {
    let run = RunId::from_bytes(u128::try_from(n).unwrap_or_default().to_be_bytes());
    let start = RunStart {
        run,
        doc: [7; 32],
        part: "main".into(),
        sitting: None,
        roles: String::new(),
        first: Some(Person::A),
        source: None,
    };
    let answers = 10.min(entries - n * 10);
    let mut changes = vec![stamped(n, OwnChange::RunBegun(start))];
    for step in 0..answers {
        let at = StepAt { run, step: format!("step-{step}"), lap: 0 };
        let value = Some(serde_json::Value::String(about_600_bytes(rng)));
        changes.push(stamped(n, OwnChange::Keep { at, vis: "priv".into(), value }));
    }
    changes.push(stamped(n, OwnChange::RunEnded { run, how: "done".into() }));
    changes
}

fn stamped(run: usize, what: OwnChange) -> Stamped<OwnChange> {
    let start: DateTime<Utc> = Utc.with_ymd_and_hms(2016, 3, 20, 19, 0, 0).single().unwrap_or_default();
    let hours = i64::try_from(run).unwrap_or(0) * 43;
    Stamped { at: start + Duration::hours(hours), by: Person::A, what }
}

fn about_600_bytes(rng: &mut StdRng) -> String {
    let length = rng.gen_range(540..660);
    let mut text = String::with_capacity(length + 8);
    while text.len() < length {
        text.push_str(WORDS.choose(rng).copied().unwrap_or_default());
        text.push(' ');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_years_are_the_same_every_time_and_as_large_as_they_say() {
        let lines = || ten_years(200).map(|c| c.line()).collect::<Vec<_>>();
        assert_eq!(lines(), lines());
        let kept: Vec<_> = ten_years(200).filter(|c| matches!(c.what, OwnChange::Keep { .. })).collect();
        assert_eq!(kept.len(), 200);
        let bytes: usize = kept.iter().map(|c| c.line().len()).sum();
        assert!((600 * 200..800 * 200).contains(&bytes), "{bytes}");
    }
}
