//! The history of Ours, told so that a couple can follow it (P8): every change, its day, and whose hand it was where that
//! is known. In Together most often nobody can say, and then nothing is said.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use hearth_domain::{ItemId, Pair, Person, RoundId, RunId};
use hearth_store::{AssentRow, ItemRow, PastRow, WrittenRow};

use super::find::{answer_spot, called};
use super::{App, Table};
use crate::contract::{Code, CommandError, Past, PastChange, PastEntry, Spot};
use crate::deals::Body;
use crate::find;

/// Changes read for one page.
const PAGE: u32 = 40;

type Names = Pair<Option<String>>;

impl App {
    /// One page of the history of Ours, from before a number or from its newest change.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn past(&self, before: Option<u32>) -> Result<Past, CommandError> {
        let mut table = self.table().await?;
        let names = table.names().await?;
        let receipts = table.receipts().await?;
        let open = table.sitting.people();
        let ours = table.sitting.ours();
        let (rows, next) = ours.past(before.map(u64::from), PAGE).await.map_err(Code::from)?;
        let told = Told { app: self, names: &names, open: &open, receipts: &receipts };
        let mut changes: Vec<(DateTime<Utc>, PastChange)> = Vec::new();
        for same in rows.chunk_by(one_moment) {
            let mut change = told.change(&mut table, same).await?;
            let at = same[0].at;
            // What both opened was written to Ours in the same moment: one change to whoever reads.
            if let ("opened", Some((_, wrote))) = (change.what.as_str(), changes.last())
                && (wrote.what.as_str(), changes.last().map(|(then, _)| *then)) == ("wrote", Some(at))
            {
                change.entries = changes.pop().map(|(_, wrote)| wrote.entries).unwrap_or_default();
            }
            changes.push((at, change));
        }
        let changes = changes.into_iter().map(|(_, change)| change).collect();
        Ok(Past { changes, before: next.and_then(|seq| u32::try_from(seq).ok()) })
    }
}

/// Answers of one run written in one moment are one change to whoever reads, and so are two yeses.
fn one_moment(a: &PastRow, b: &PastRow) -> bool {
    let many = ["keep", "assent"].contains(&a.kind.as_str());
    many && (&a.kind, a.at, a.about) == (&b.kind, b.at, b.about)
}

impl Table {
    /// What everybody who is open said yes to: who, item, version.
    async fn receipts(&mut self) -> Result<BTreeSet<(Person, ItemId, u32)>, Code> {
        let mut all = BTreeSet::new();
        for who in self.sitting.people() {
            let Some(mut turn) = self.sitting.turn(who) else { continue };
            all.extend(turn.receipts().await?.into_iter().map(|(item, n, _)| (who, item, n)));
        }
        Ok(all)
    }
}

struct Told<'a> {
    app: &'a App,
    names: &'a Names,
    open: &'a [Person],
    receipts: &'a BTreeSet<(Person, ItemId, u32)>,
}

impl Told<'_> {
    async fn change(&self, table: &mut Table, same: &[PastRow]) -> Result<PastChange, Code> {
        let row = &same[0];
        let told = PastChange {
            seq: u32::try_from(row.seq).unwrap_or(u32::MAX),
            on: self.app.day(row.at),
            what: "changed".into(),
            by: None,
            about: String::new(),
            entries: vec![],
        };
        let Some(about) = row.about else { return Ok(told) };
        match row.kind.as_str() {
            "keep" | "hide" => self.written(table, row, RunId::from_bytes(about), told).await,
            "opened" => {
                let run = table.sitting.ours().run_of_round(RoundId::from_bytes(about)).await?;
                let about = match run {
                    Some(run) => self.title(table, run).await?,
                    None => String::new(),
                };
                Ok(PastChange { what: "opened".into(), about, ..told })
            }
            "ended" => {
                let run = RunId::from_bytes(about);
                let stopped = table.sitting.ours().run(run).await?.is_some_and(|row| row.state == "stopped");
                let what = if stopped { "stopped" } else { "done" };
                Ok(PastChange { what: what.into(), about: self.title(table, run).await?, ..told })
            }
            "item" | "state" | "assent" => self.item(table, row, ItemId::from_bytes(about), told).await,
            "removed" => Ok(PastChange { what: "removed".into(), ..told }),
            "purged" => Ok(PastChange { what: "gone".into(), ..told }),
            _ => Ok(told),
        }
    }

    async fn title(&self, table: &mut Table, run: RunId) -> Result<String, Code> {
        let row = table.sitting.ours().run(run).await?;
        let exercise = row.and_then(|row| self.app.exercises.pinned(&row.doc, None));
        Ok(exercise.map(|e| e.title.clone()).unwrap_or_default())
    }

    async fn written(
        &self,
        table: &mut Table,
        row: &PastRow,
        run: RunId,
        told: PastChange,
    ) -> Result<PastChange, Code> {
        let written = table.sitting.ours().written_at(run, row.at).await?;
        let shared = table.sitting.ours().run(run).await?;
        let exercise = shared.and_then(|row| self.app.exercises.pinned(&row.doc, None));
        let is_tick = |w: &WrittenRow| w.at.step.ends_with(".reply") || w.at.step.ends_with(".rows");
        let hands: BTreeSet<Option<Person>> = written.iter().map(|w| w.who).collect();
        let by = if hands.len() == 1 { hands.into_iter().next().flatten() } else { None };
        let what = match row.kind.as_str() {
            "hide" => "took_back",
            _ if !written.is_empty() && written.iter().all(is_tick) => "replied",
            _ => "wrote",
        };
        let entry = |w: &WrittenRow| {
            let base = w.at.step.split('.').next().unwrap_or(&w.at.step);
            let label = exercise.as_ref().and_then(|e| e.step(base)).map(|step| step.label.clone());
            PastEntry {
                spot: answer_spot(false, &w.at, w.who),
                title: label.unwrap_or_default(),
                by: w.who.map(|who| called(self.names, who)),
            }
        };
        Ok(PastChange {
            what: what.into(),
            by: by.map(|who| called(self.names, who)),
            about: exercise.as_ref().map(|e| e.title.clone()).unwrap_or_default(),
            entries: written.iter().filter(|w| !is_tick(w)).map(entry).collect(),
            ..told
        })
    }

    async fn item(&self, table: &mut Table, row: &PastRow, id: ItemId, told: PastChange) -> Result<PastChange, Code> {
        let ours = table.sitting.ours();
        let Some(item) = ours.item(id).await? else { return Ok(PastChange { what: "gone".into(), ..told }) };
        let first = row.kind == "item" && ours.first_change(id).await? == Some(row.seq);
        let assents = ours.assents(id).await?;
        let said_yes = assents.iter().any(|yes| yes.at == row.at);
        let (what, by) = match (row.kind.as_str(), Body::read(&item.body), &row.state) {
            ("item", Some(body), _) => of_body(&body, row, first, said_yes),
            ("item", None, _) => put(&item, first),
            ("assent", Some(Body::Limit(_)), _) => match self.yes(&assents, id, row) {
                ("said_yes", reader) => ("limit_read", reader),
                other => other,
            },
            ("assent", ..) => self.yes(&assents, id, row),
            (_, body, Some(to)) => changed_to(to, matches!(body, Some(Body::Limit(_))), row),
            _ => {
                let last = ours.last_state_change(id).await? == Some(row.seq);
                state(&item, row, last, said_yes)
            }
        };
        let entry = find::kind(&item).filter(|_| item.removed.is_none()).map(|_| PastEntry {
            spot: Spot::Thing { mine: false, item: id.to_string() },
            title: item.title.clone(),
            by: None,
        });
        Ok(PastChange {
            what: what.into(),
            by: by.map(|who| called(self.names, who)),
            about: item.title,
            entries: entry.into_iter().collect(),
            ..told
        })
    }

    /// A yes in somebody's name counts only with their own receipt, where that can be looked at: Ours proves nothing.
    fn yes(&self, assents: &[AssentRow], id: ItemId, row: &PastRow) -> (&'static str, Option<Person>) {
        let then: Vec<&AssentRow> = assents.iter().filter(|yes| yes.at == row.at).collect();
        let proven = |yes: &&AssentRow| !self.open.contains(&yes.who) || self.receipts.contains(&(yes.who, id, yes.n));
        match then.as_slice() {
            all if !all.iter().all(proven) => ("changed", None),
            [] => ("changed", None),
            [one] => ("said_yes", Some(one.who)),
            _ => ("said_yes", None),
        }
    }
}

fn put(item: &ItemRow, first: bool) -> (&'static str, Option<Person>) {
    match (item.kind.as_str(), first) {
        ("name", _) => ("named", Some(item.author)),
        ("closing", _) => ("closing", None),
        ("park", _) if item.body["together"] == true => ("parked", None),
        ("park", _) => ("parked", Some(item.author)),
        ("agreement", true) => ("proposed", None),
        ("agreement", false) => ("reworded", None),
        _ => ("kept", None),
    }
}

/// Limits and proposals are written by one person alone, so the name is a hand. What both agreed to in the same moment
/// came into force.
fn of_body(body: &Body, row: &PastRow, first: bool, said_yes: bool) -> (&'static str, Option<Person>) {
    match (body, first) {
        (Body::Limit(_), true) => ("limit_given", Some(row.who)),
        (Body::Limit(_), false) => ("limit_changed", Some(row.who)),
        (Body::Proposal(_), true) => ("proposed", Some(row.who)),
        (Body::Proposal(_), false) if said_yes => ("in_force", None),
        (Body::Proposal(_), false) => ("suggested", Some(row.who)),
    }
}

/// The state is in the link itself. In Together nobody can say whose hand it was, and nobody answers there.
fn changed_to(state: &str, limit: bool, row: &PastRow) -> (&'static str, Option<Person>) {
    match state {
        "ended" if limit => ("limit_ended", Some(row.who)),
        "ended" => ("ended", Some(row.who)),
        "not_now" => ("not_now", Some(row.who)),
        "no" => ("no", Some(row.who)),
        "withdrawn" => ("withdrawn", Some(row.who)),
        "proposed" => ("taken_up", Some(row.who)),
        "in_force" => ("in_force", None),
        "changed" => ("replaced", None),
        _ => ("changed", None),
    }
}

/// Older rows do not keep which state an agreement changed to; the last change is the state it is in.
fn state(item: &ItemRow, row: &PastRow, last: bool, said_yes: bool) -> (&'static str, Option<Person>) {
    match (item.state.as_str(), last) {
        // Only one who is open alone can end one, so the name is a hand (E33).
        ("ended", true) => ("ended", Some(row.who)),
        ("talked", true) => ("talked", None),
        ("left_open", true) => ("left_open", None),
        ("in_force", true) => ("in_force", None),
        _ if said_yes => ("in_force", None),
        _ => ("changed", None),
    }
}
