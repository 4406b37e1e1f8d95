//! What the spaces remember of a run, to go on after a restart.

use hearth_domain::{Person, RunId};
use hearth_exercise::model::{Exercise, Kind};
use hearth_exercise::run::{OursRow, OwnRow, OwnState, Private, Proposed, Record, Resting, Shared};
use hearth_exercise::value::Value;
use hearth_store::{Answer, AnswerState, RunRow};

use super::world::Shelf;
use super::{seal, stored};
use crate::contract::Code;
use crate::sitting::Sitting;

/// Reads it.
///
/// # Errors
/// [`Code::Internal`] if a space cannot be read.
pub async fn record(sitting: &mut Sitting, exercise: &Exercise, row: &RunRow) -> Result<Record, Code> {
    let mut record = Record { at: row.at.clone(), lap: row.lap, rest: resting(row), ..Record::default() };
    for who in sitting.people() {
        *record.own.of_mut(who) = own_rows(sitting, exercise, row.id, who).await?;
    }
    let answers = sitting.ours().answers(row.id).await?;
    record.ours = answers.into_iter().filter_map(|a| ours_row(exercise, a)).collect();
    forget_moved(&mut record);
    let rewritten = seal::rewritten(sitting, row.id).await?;
    let stands = |step: &str, lap: u32| !rewritten.contains(&(step.to_owned(), lap));
    record.ours.retain(|answer| stands(&answer.step, answer.lap));
    agreements(sitting, exercise, row, &mut record).await?;
    let rounds = sitting.ours().rounds(row.id).await?;
    record.opened = rounds.into_iter().filter(|r| r.state == "opened").map(|r| (r.at.step, r.at.lap)).collect();
    Ok(record)
}

fn resting(row: &RunRow) -> Option<Resting> {
    (row.state == "rests").then(|| Resting { until: row.until, cooloff: row.why.as_deref() == Some("cooloff") })
}

async fn own_rows(sitting: &mut Sitting, exercise: &Exercise, run: RunId, who: Person) -> Result<Vec<OwnRow>, Code> {
    let Some(mut turn) = sitting.turn(who) else { return Ok(vec![]) };
    let mut rows: Vec<OwnRow> = turn.answers(run).await?.into_iter().filter_map(|a| own_row(exercise, a)).collect();
    for seal in turn.seals(run).await? {
        let json: serde_json::Value = serde_json::from_str(&seal.m).map_err(|_| Code::Internal)?;
        let kind = exercise.step(&seal.at.step).map(|s| &s.kind);
        let value = kind.and_then(|kind| stored::of_kind(&json, kind)).map(Private::new);
        rows.push(OwnRow { step: seal.at.step, lap: seal.at.lap, state: OwnState::Kept, value });
    }
    Ok(rows)
}

/// A draft whose words rest in Ours already: the program ended between the two writes.
fn forget_moved(record: &mut Record) {
    let ours = &record.ours;
    for who in Person::BOTH {
        let moved =
            |row: &OwnRow| ours.iter().any(|o| o.kept && o.who == Some(who) && o.step == row.step && o.lap == row.lap);
        record.own.of_mut(who).retain(|row| row.state == OwnState::Kept || !moved(row));
    }
}

fn own_row(exercise: &Exercise, answer: Answer) -> Option<OwnRow> {
    let state = match answer.state {
        AnswerState::Draft => OwnState::Draft,
        AnswerState::Answered => OwnState::Answered,
        AnswerState::Kept => OwnState::Kept,
        AnswerState::Hidden => return None,
    };
    let value = read(exercise, &answer)?.map(Private::new);
    Some(OwnRow { step: answer.step, lap: answer.lap, state, value })
}

fn ours_row(exercise: &Exercise, answer: Answer) -> Option<OursRow> {
    let value = read(exercise, &answer)?.map(Shared::stored);
    let kept = answer.state == AnswerState::Kept;
    Some(OursRow { step: answer.step, lap: answer.lap, who: answer.who, kept, value })
}

/// The answer as the exercise reads it; `None` if the exercise has no such step.
fn read(exercise: &Exercise, answer: &Answer) -> Option<Option<Value>> {
    let Some(json) = &answer.value else { return Some(None) };
    let value = stored::of_step(exercise, &answer.step, json);
    Some(value)
}

/// Agreements of this run: waiting for their confirmation, or settled.
async fn agreements(sitting: &mut Sitting, exercise: &Exercise, row: &RunRow, record: &mut Record) -> Result<(), Code> {
    let shelf = Shelf::read(sitting).await?;
    let items = shelf.items().iter().filter(|i| i.kind == "agreement" && i.run == Some(row.id));
    for item in items {
        let Some(step) = item.step.clone() else { continue };
        if item.state == "proposed" {
            let review = item.review.as_deref().and_then(|on| on.parse::<chrono::NaiveDate>().ok());
            let days = review.map_or(0, |on| (on - item.made.date_naive()).num_days());
            // The review is a day of the wall's calendar, the making a moment in UTC: at most a day apart.
            let most = match exercise.step(&step).map(|s| &s.kind) {
                Some(Kind::Agree(agree)) => agree.review_max,
                _ => 90,
            };
            let review_days = u32::try_from(days).unwrap_or_default().clamp(1, most);
            record.proposed.push(Proposed { step, not_before: item.until, review_days });
        } else {
            record.settled.push(step);
        }
    }
    Ok(())
}
