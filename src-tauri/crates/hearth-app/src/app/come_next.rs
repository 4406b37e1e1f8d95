//! What could come next, for whoever is open: at the top of the exercises, at a close, and on Home (S5, S4).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use hearth_domain::RunId;
use hearth_exercise::model::{Exercise, Kind};
use hearth_store::RunRow;

use super::library::card;
use super::status::Standing;
use super::{App, Table};
use crate::come_next::{After, Due, Known, Next, come_next};
use crate::contract::{Code, CommandError, Reason, Suggestion};
use crate::runs::world::Shelf;
use crate::way_in;

impl App {
    /// Up to three. `run` is the run that closes here, or closed a moment ago, and `named` what its last page names.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn come_next(&self, run: Option<RunId>, named: Vec<String>) -> Result<Vec<Suggestion>, CommandError> {
        let mut state = self.state.lock().await;
        let partner = state.door.has_both();
        let busy = state.door.newcomer.is_some();
        let Some(table) = state.open.as_mut().filter(|_| !busy) else { return Err(Code::NotNow.into()) };
        let shelf = Shelf::read(&mut table.sitting).await?;
        let after = match run {
            Some(run) => self.after(table, run, named).await?,
            None => None,
        };
        Ok(self.could_come(table, &shelf, partner, after.as_ref()).await?)
    }

    pub(super) async fn could_come(
        &self,
        table: &mut Table,
        shelf: &Shelf,
        partner: bool,
        after: Option<&After>,
    ) -> Result<Vec<Suggestion>, Code> {
        let now = self.now();
        let mut known = self.known(table, shelf, now).await?;
        if let Some(after) = after {
            known.done.insert(after.slug.clone(), now);
        }
        known.way = self.way(table, &known, partner).await?;
        let standing = Standing::read(table).await?;
        let lines = come_next(&self.exercises, &known, after, now);
        Ok(lines.into_iter().filter_map(|line| self.suggestion(line, &standing)).collect())
    }

    /// Ours; alone with one's own runs.
    async fn known(&self, table: &mut Table, shelf: &Shelf, now: DateTime<Utc>) -> Result<Known, Code> {
        let together = table.sitting.together();
        let mut runs: Vec<RunRow> = shelf.runs().to_vec();
        if !together {
            runs.extend(table.sitting.alone()?.1.runs().await?);
        }
        let mut done: BTreeMap<String, DateTime<Utc>> = BTreeMap::new();
        for run in runs.iter().filter(|r| r.state == "done") {
            let Some(ended) = run.ended else { continue };
            let last = done.entry(run.slug.clone()).or_insert(ended);
            *last = ended.max(*last);
        }
        let mut due: Vec<Due> = shelf.in_force().filter_map(|item| self.due(item, now)).collect();
        due.sort_by(|a, b| (&a.on, &a.item).cmp(&(&b.on, &b.item)));
        let begun = runs.iter().filter(|r| r.ended.is_none()).map(|r| r.slug.clone()).collect();
        Ok(Known { together, way: None, due, done, begun, ours: table.shared_facts(&self.exercises).await? })
    }

    fn due(&self, item: &hearth_store::ItemRow, now: DateTime<Utc>) -> Option<Due> {
        let on = item.review.clone().filter(|_| self.is_due(item, now))?;
        Some(Due { item: item.id.to_string(), title: item.title.clone(), on })
    }

    /// The exercise that the way in names. In Together it is the next for both, open today or not: which of the two it is
    /// may have a reason that is one person's own.
    async fn way(&self, table: &mut Table, known: &Known, partner: bool) -> Result<Option<String>, Code> {
        let ours = known.ours.runs.iter().filter(|run| run.done.is_some()).map(|run| run.slug.as_str());
        let done = known.ours.agreed.iter().map(String::as_str).chain(ours).collect();
        let ours = way_in::Ours { partner, done };
        if known.together {
            return Ok(way_in::joint(&ours).map(str::to_owned));
        }
        let next = way_in::alone(&ours, super::home::own(table, self.now()).await?);
        Ok(next.and_then(way_in::Next::slug).map(str::to_owned))
    }

    /// What closes here: in memory until it ended, then among the runs.
    async fn after(&self, table: &mut Table, run: RunId, named: Vec<String>) -> Result<Option<After>, Code> {
        let live = table.runs.iter().find(|live| live.id == run).map(|live| live.exercise.clone());
        let exercise = match live {
            Some(exercise) => Some(exercise),
            None => table.run_row(run).await?.and_then(|row| self.exercises.get(&row.slug)),
        };
        Ok(exercise.map(|exercise| {
            let (always, offered) = named.into_iter().partition(|slug| closes_with(&exercise, slug));
            After { slug: exercise.slug.clone(), offered, named: always }
        }))
    }

    fn suggestion(&self, line: Next, standing: &Standing) -> Option<Suggestion> {
        let exercise = line.slug().and_then(|slug| self.exercises.get(slug));
        let title = match (&line, &exercise) {
            (Next::Review(due), _) => due.title.clone(),
            (_, exercise) => exercise.as_ref()?.title.clone(),
        };
        let reason = match line {
            Next::Offered(_) => Reason::Offered {},
            Next::WayIn(_) => Reason::WayIn {},
            Next::Review(due) => Reason::Review { on: due.on },
            Next::Named(_) => Reason::Named {},
            Next::Again { days, .. } => Reason::Again { days: u32::try_from(days).unwrap_or_default() },
            Next::Opens { on, .. } => Reason::Opens { on: self.exercises.get(&on)?.title.clone() },
        };
        Some(Suggestion { card: exercise.map(|e| card(&e, standing)), title, reason })
    }
}

fn closes_with(exercise: &Exercise, slug: &str) -> bool {
    exercise.steps.iter().any(|step| matches!(&step.kind, Kind::Close(close) if close.next.iter().any(|n| n == slug)))
}
