//! One check-in: what of it can be shown, and how a shown one lies in Ours.
//!
//! An entry is a run of the check-in's own part. Shown, a copy lies in Ours under the same sixteen random bytes, so that
//! showing, hiding and showing again stay one entry; the bytes tell nothing.

use chrono::NaiveDate;
use hearth_domain::{ItemId, RunId, Visibility};
use hearth_exercise::model::Exercise;
use hearth_exercise::page::RecapRow;
use hearth_exercise::value::{Known, words};
use hearth_store::{Answer, AnswerState, ItemBody, ItemRow, OursChange};
use serde_json::json;

use crate::items;
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
) -> Vec<RecapRow> {
    let known = Known { today, from: &[], per: &[], lexicons: &exercise.lexicons, names: None };
    let steps = exercise.steps.iter().filter(|s| s.part == part && s.kind.visibility() == Some(for_whom));
    let row = |step: &hearth_exercise::model::Step| {
        let answer = answers.iter().find(|a| a.step == step.id && a.state == AnswerState::Kept)?;
        let lines = words(&stored::of_kind(answer.value.as_ref()?, &step.kind)?, step, &known);
        (!lines.is_empty()).then(|| RecapRow { label: step.label.clone(), lines, by: None })
    };
    steps.filter_map(row).collect()
}

/// The item an entry is shown as.
pub const fn item(run: RunId) -> ItemId {
    ItemId::from_bytes(*run.bytes())
}

/// Puts the entry into Ours.
pub fn show(run: RunId, on: NaiveDate, lines: &[RecapRow]) -> Vec<OursChange> {
    let rows: Vec<_> = lines.iter().map(|row| json!({ "label": row.label, "lines": row.lines, "by": null })).collect();
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
    pub fn lines(&self) -> Vec<RecapRow> {
        if self.open { items::rows(&self.item.body["rows"]) } else { vec![] }
    }
}
