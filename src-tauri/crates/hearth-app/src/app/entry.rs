//! One entry in full: where Find and the history lead.

use hearth_domain::{ItemId, Pair, Person, RunId};
use hearth_exercise::page::RecapRow;
use hearth_store::{Answer, AnswerState, ItemRow, StepAt, VersionRow};
use serde_json::Value as Json;

use super::find::called;
use super::{App, Table};
use crate::contract::{Code, CommandError, Entry, Spot, Version};
use crate::exercises::Exercises;
use crate::find::{self, Reader};
use crate::items;
use crate::runs::world::Shelf;

impl App {
    /// An entry with all its words and what stood there before.
    ///
    /// # Errors
    /// [`Code::Unknown`] if it is not there, [`Code::NotNow`] for one's own in Together.
    pub async fn entry(&self, spot: Spot) -> Result<Entry, CommandError> {
        let mut table = self.table().await?;
        let names = table.names().await?;
        Ok(match spot {
            Spot::Thing { mine, item } => {
                let item = item.parse().map_err(|_| Code::Unknown)?;
                self.thing_entry(&mut table, &names, mine, item).await?
            }
            Spot::Answer { mine, run, step, lap, who } => {
                let at = StepAt { run: run.parse().map_err(|_| Code::Unknown)?, step, lap };
                self.answer_entry(&mut table, &names, mine, at, who).await?
            }
            Spot::Sealed { run, step, lap } => {
                let at = StepAt { run: run.parse().map_err(|_| Code::Unknown)?, step, lap };
                self.sealed_entry(&mut table, &names, at).await?
            }
        })
    }

    async fn thing_entry(
        &self,
        table: &mut Table,
        names: &Pair<Option<String>>,
        mine: bool,
        id: ItemId,
    ) -> Result<Entry, Code> {
        let (row, versions) = if mine {
            let (_, own) = table.sitting.alone()?;
            (own.item(id).await?, own.item_versions(id).await?)
        } else {
            let ours = table.sitting.ours();
            (ours.item(id).await?, ours.item_versions(id).await?)
        };
        let row = row.filter(|row| row.removed.is_none()).ok_or(Code::Unknown)?;
        let kind = find::kind(&row).ok_or(Code::Unknown)?;
        let exercise = match row.run {
            Some(run) => title(&self.exercises, table, run).await?,
            None => String::new(),
        };
        let confirmed = mine || row.state != "in_force" || {
            let shelf = Shelf::read(&mut table.sitting).await?;
            shelf.in_force().any(|known| known.id == id)
        };
        let version = |v: VersionRow| Version {
            n: v.n,
            on: self.day(v.at),
            lines: v.value.as_ref().map(items::rows).unwrap_or_default(),
        };
        Ok(Entry {
            mine,
            kind: kind.to_owned(),
            title: if is_one_line(kind) { String::new() } else { row.title.clone() },
            exercise,
            by: find::by(&row).map(|who| called(names, who)),
            on: self.day(row.made),
            hidden: false,
            unconfirmed: !confirmed,
            lines: lines_of(&row, kind),
            versions: versions.into_iter().map(version).collect(),
            run: None,
        })
    }

    async fn answer_entry(
        &self,
        table: &mut Table,
        names: &Pair<Option<String>>,
        mine: bool,
        at: StepAt,
        who: Option<Person>,
    ) -> Result<Entry, Code> {
        let opened = table.sitting.opened_answers().await?;
        let (answers, versions) = if mine {
            let (_, own) = table.sitting.alone()?;
            (own.answers(at.run).await?, own.answer_versions(&at, who).await?)
        } else {
            let ours = table.sitting.ours();
            (ours.answers(at.run).await?, ours.answer_versions(&at, who).await?)
        };
        let is_it = |a: &Answer| a.step == at.step && a.lap == at.lap && a.who == who;
        let answer = answers.into_iter().find(is_it).ok_or(Code::Unknown)?;
        if !mine && !find::holds(at.run, &answer, &opened) {
            return Err(Code::Unknown);
        }
        let words = Words::of(self, table, names, &at).await?;
        let by = who.filter(|_| !mine);
        let version = |v: VersionRow| Version { n: v.n, on: self.day(v.at), lines: words.rows(v.value.as_ref(), by) };
        Ok(Entry {
            on: self.day(answer.at),
            mine,
            by: by.map(|who| called(names, who)),
            hidden: answer.state == AnswerState::Hidden,
            lines: words.rows(answer.value.as_ref(), by),
            versions: versions.into_iter().map(version).collect(),
            ..words.entry()
        })
    }

    async fn sealed_entry(&self, table: &mut Table, names: &Pair<Option<String>>, at: StepAt) -> Result<Entry, Code> {
        let (_, own) = table.sitting.alone()?;
        let mut ledger = own.ledger().await?.into_iter();
        let entry = ledger.find(|entry| entry.at == at && !entry.opened).ok_or(Code::Unknown)?;
        let value: Json = serde_json::from_str(&entry.m).map_err(|_| Code::Internal)?;
        let words = Words::of(self, table, names, &at).await?;
        let begun = table.run_of(at.run).await?.map(|(row, ..)| row.begun);
        Ok(Entry {
            kind: "sealed".into(),
            on: begun.map(|at| self.day(at)).unwrap_or_default(),
            lines: words.rows(Some(&value), None),
            ..words.entry()
        })
    }
}

/// Its words are all it is: it has no name beside them.
fn is_one_line(kind: &str) -> bool {
    ["closing", "park"].contains(&kind)
}

fn lines_of(row: &ItemRow, kind: &str) -> Vec<RecapRow> {
    match kind {
        kind if is_one_line(kind) => vec![RecapRow { label: String::new(), lines: vec![row.title.clone()], by: None }],
        _ => items::rows(&row.body),
    }
}

async fn title(exercises: &Exercises, table: &mut Table, run: RunId) -> Result<String, Code> {
    let Some((row, copy, _)) = table.run_of(run).await? else { return Ok(String::new()) };
    Ok(exercises.pinned(&row.doc, copy.as_deref()).map(|e| e.title.clone()).unwrap_or_default())
}

/// One answer's question, and how it reads.
struct Words<'a> {
    reader: Reader<'a>,
    exercise: Option<std::sync::Arc<hearth_exercise::model::Exercise>>,
    step: String,
    run: Option<String>,
}

impl<'a> Words<'a> {
    async fn of(app: &'a App, table: &mut Table, names: &Pair<Option<String>>, at: &StepAt) -> Result<Self, Code> {
        let run = table.run_of(at.run).await?;
        let exercise = run.as_ref().and_then(|(row, copy, _)| app.exercises.pinned(&row.doc, copy.as_deref()));
        let open = run.is_some_and(|(_, _, open)| open && exercise.is_some());
        let run = open.then(|| at.run.to_string());
        Ok(Self { reader: app.reader(names), exercise, step: at.step.clone(), run })
    }

    fn rows(&self, value: Option<&Json>, by: Option<Person>) -> Vec<RecapRow> {
        let lines = value.map(|value| self.reader.lines(self.exercise.as_deref(), &self.step, value));
        let row = |lines| RecapRow { label: String::new(), lines, by };
        lines.filter(|lines| !lines.is_empty()).map(row).into_iter().collect()
    }

    fn entry(&self) -> Entry {
        let base = self.step.split('.').next().unwrap_or(&self.step);
        let step = self.exercise.as_ref().and_then(|e| e.step(base));
        Entry {
            mine: true,
            kind: "answer".into(),
            title: step.map(|step| step.label.clone()).unwrap_or_default(),
            exercise: self.exercise.as_ref().map(|e| e.title.clone()).unwrap_or_default(),
            by: None,
            on: String::new(),
            hidden: false,
            unconfirmed: false,
            lines: vec![],
            versions: vec![],
            run: self.run.clone(),
        }
    }
}
