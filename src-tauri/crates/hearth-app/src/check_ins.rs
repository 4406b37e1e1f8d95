//! One check-in: what of it can be shown, and how a shown one lies in Ours.
//!
//! An entry is a run of the check-in's own part. Shown, a copy lies in Ours under the same sixteen random bytes, so that
//! showing, hiding and showing again stay one entry; the bytes tell nothing.

use chrono::NaiveDate;
use hearth_domain::{ItemId, RunId, Visibility};
use hearth_exercise::model::Exercise;
use hearth_exercise::value::{Known, words};
use hearth_store::{Answer, AnswerState, ItemBody, ItemRow, OursChange};
use serde_json::json;

use crate::contract::CheckInLine;
use crate::runs::stored;

/// What Ours calls it.
const KIND: &str = "check-in";
const SHOWN: &str = "shown";
const HIDDEN: &str = "hidden";

/// The words of an entry for this audience: `offer` can be shown, `priv` cannot.
pub fn lines(
    exercise: &Exercise,
    part: &str,
    answers: &[Answer],
    for_whom: Visibility,
    today: NaiveDate,
) -> Vec<CheckInLine> {
    let known = Known { today, from: &[], per: &[], lexicons: &exercise.lexicons, names: None };
    let steps = exercise.steps.iter().filter(|s| s.part == part && s.kind.visibility() == Some(for_whom));
    let row = |step: &hearth_exercise::model::Step| {
        let answer = answers.iter().find(|a| a.step == step.id && a.state == AnswerState::Kept)?;
        let lines = words(&stored::of_kind(answer.value.as_ref()?, &step.kind)?, step, &known);
        (!lines.is_empty()).then(|| CheckInLine { step: step.id.clone(), label: step.label.clone(), words: lines })
    };
    steps.filter_map(row).collect()
}

/// The item an entry is shown as.
pub const fn item(run: RunId) -> ItemId {
    ItemId::from_bytes(*run.bytes())
}

/// Puts the entry into Ours.
pub fn show(run: RunId, on: NaiveDate, lines: &[CheckInLine]) -> Vec<OursChange> {
    let rows: Vec<_> =
        lines.iter().map(|row| json!({ "step": row.step, "label": row.label, "words": row.words })).collect();
    vec![put(run, SHOWN, json!({ "on": on.to_string(), "rows": rows }))]
}

/// Takes its words out of Ours, earlier versions too; a dated line stays for both (E15).
pub fn hide(run: RunId, on: NaiveDate) -> Vec<OursChange> {
    let left = json!({ "on": on.to_string(), "rows": [] });
    vec![OursChange::ItemPurged { item: item(run) }, put(run, HIDDEN, left)]
}

fn put(run: RunId, state: &str, body: serde_json::Value) -> OursChange {
    OursChange::ItemPut(ItemBody {
        item: item(run),
        kind: KIND.into(),
        run: None,
        step: None,
        title: String::new(),
        body,
        state: state.into(),
        review: None,
        until: None,
    })
}

/// An entry as Ours holds it.
pub struct Shown<'a> {
    /// The item.
    pub item: &'a ItemRow,
    /// The day it tells of.
    pub on: NaiveDate,
    /// Its words are still there.
    pub open: bool,
}

impl<'a> Shown<'a> {
    /// Reads it; `None` for everything else in Ours.
    pub fn read(item: &'a ItemRow) -> Option<Self> {
        let on = item.body["on"].as_str()?.parse().ok()?;
        let open = item.state == SHOWN;
        (item.kind == KIND && (open || item.state == HIDDEN)).then_some(Self { item, on, open })
    }

    /// Its words.
    pub fn lines(&self) -> Vec<CheckInLine> {
        let line = |row: &serde_json::Value| {
            let text = |key: &str| Some(row[key].as_str()?.to_owned());
            let words = row["words"].as_array()?.iter().filter_map(|word| Some(word.as_str()?.to_owned())).collect();
            Some(CheckInLine { step: text("step")?, label: text("label")?, words })
        };
        let rows = self.item.body["rows"].as_array().filter(|_| self.open);
        rows.into_iter().flatten().filter_map(line).collect()
    }
}
