//! Home (S4): one next thing, what was begun, what is ready, what has a date.

pub(super) mod dates;

use chrono::{DateTime, Utc};
use hearth_domain::availability::Availability;
use hearth_exercise::model::Exercise;
use hearth_store::{ItemRow, RunRow};

use super::{App, Table, things};
use crate::contract::{Code, CommandError, Home, HomeRow, NextThing, Notice, Reason, Suggestion};
use crate::runs::world::Shelf;
use crate::way_in::{self, Next};

impl App {
    /// The home page of whoever is open.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn home(&self) -> Result<Home, CommandError> {
        let mut state = self.state.lock().await;
        let partner = state.door.has_both();
        let busy = state.door.newcomer.is_some();
        let Some(table) = state.open.as_mut().filter(|_| !busy) else { return Err(Code::NotNow.into()) };
        let now = self.now();
        let shelf = Shelf::read(&mut table.sitting).await?;
        if table.sitting.ours().left_something_out() && !std::mem::replace(&mut table.told_of_lines, true) {
            self.watch.tell(Notice::LinesLeftOut);
        }
        Ok(Home {
            today: self.today().to_string(),
            together: table.sitting.together(),
            partner,
            next: self.next_thing(table, &shelf, partner, now).await?,
            begun: self.begun(table, &shelf).await?,
            ready: self.ready(table).await?,
            dates: self.dates(table, &shelf).await?,
            letters: self.letters_on_home(table).await?,
            cards: things::kept(table, &shelf).await?.iter().any(|(_, item)| item.kind == "card"),
        })
    }

    /// The one sheet: what waits for its confirmation, what was begun, else the way in.
    async fn next_thing(
        &self,
        table: &mut Table,
        shelf: &Shelf,
        partner: bool,
        now: DateTime<Utc>,
    ) -> Result<Option<NextThing>, Code> {
        if table.sitting.together()
            && let Some(run) = shelf.runs().iter().rfind(|r| r.ended.is_none())
        {
            return Ok(Some(self.go_on(run, now)));
        }
        if !table.sitting.together()
            && let Some(run) = table.sitting.alone()?.1.runs().await?.iter().rfind(|r| r.ended.is_none())
        {
            return Ok(Some(self.go_on(run, now)));
        }
        let mut done: Vec<String> = shelf.agreed().into_iter().collect();
        done.extend(shelf.finished().into_iter().map(|(slug, _)| slug));
        let ours = way_in::Ours { partner, done: done.iter().map(String::as_str).collect() };
        let next = if table.sitting.together() {
            let open = match way_in::joint(&ours) {
                Some(slug) => self.may_begin(table, slug, now).await?,
                None => true,
            };
            way_in::together(&ours, open)
        } else {
            way_in::alone(&ours, own(table, now).await?)
        };
        if let Some(next) = next {
            return Ok(Some(self.named(next)));
        }
        // Behind the way in, the same line that is first among the exercises.
        let first = self.could_come(table, shelf, partner, None).await?.into_iter().next();
        Ok(first.map(|line| self.could(line)))
    }

    async fn may_begin(&self, table: &mut Table, slug: &str, now: DateTime<Utc>) -> Result<bool, Code> {
        let Some(exercise) = self.exercises.get(slug) else { return Ok(false) };
        let Ok(part) = table.part(&exercise, None) else { return Ok(false) };
        Ok(table.availability(&self.exercises, &exercise, &part, now).await? == Availability::Open)
    }

    fn go_on(&self, run: &RunRow, now: DateTime<Utc>) -> NextThing {
        let waits = run.state == "rests" && run.until.is_some_and(|until| until > now);
        let why = match (run.state.as_str(), run.why.as_deref(), waits) {
            ("rests", Some("break"), true) => "break",
            ("rests", Some("break"), false) => "back",
            ("rests", _, true) => "rest",
            ("rests", Some("cooloff"), false) => "confirm",
            _ => "go_on",
        };
        let mut next = self.thing(why, self.exercises.get(&run.slug).as_deref());
        next.run = Some(run.id.to_string());
        next.from = run.until.filter(|_| waits).map(|u| u.to_rfc3339());
        next
    }

    fn named(&self, next: Next) -> NextThing {
        match next {
            Next::Begin(slug) => self.thing("begin", self.exercises.get(slug).as_deref()),
            Next::AddPartner => self.thing("add_partner", None),
            Next::OpenTogether(slug) => self.thing("open_together", self.exercises.get(slug).as_deref()),
            Next::OpenAlone(slug) => self.thing("open_alone", self.exercises.get(slug).as_deref()),
            Next::Later(slug) => self.thing("later", self.exercises.get(slug).as_deref()),
        }
    }

    fn could(&self, line: Suggestion) -> NextThing {
        let exercise = line.card.and_then(|card| self.exercises.get(&card.slug));
        let why = if matches!(line.reason, Reason::Review { .. }) { "review" } else { "could" };
        NextThing { title: Some(line.title), reason: Some(line.reason), ..self.thing(why, exercise.as_deref()) }
    }

    pub(super) fn is_due(&self, item: &ItemRow, now: DateTime<Utc>) -> bool {
        let today = self.ports.clock.local(now).date().to_string();
        item.review.as_deref().is_some_and(|on| on < today.as_str())
    }

    fn thing(&self, why: &str, exercise: Option<&Exercise>) -> NextThing {
        NextThing {
            why: why.to_owned(),
            slug: exercise.map(|e| e.slug.clone()),
            title: exercise.map(|e| e.title.clone()),
            summary: exercise.map(|e| e.summary.clone()),
            minutes: exercise.map(|e| e.minutes),
            run: None,
            part: None,
            from: None,
            reason: None,
        }
    }

    /// Begun and not finished, without the one on the sheet.
    async fn begun(&self, table: &mut Table, shelf: &Shelf) -> Result<Vec<HomeRow>, Code> {
        let runs =
            if table.sitting.together() { shelf.runs().to_vec() } else { table.sitting.alone()?.1.runs().await? };
        let open: Vec<&RunRow> = runs.iter().filter(|r| r.ended.is_none()).collect();
        let rows = open.iter().rev().skip(1).map(|run| {
            let title = self.exercises.get(&run.slug).map_or_else(|| run.slug.clone(), |e| e.title.clone());
            HomeRow { run: Some(run.id.to_string()), slug: Some(run.slug.clone()), ..row(title) }
        });
        Ok(rows.collect())
    }

    /// Questions both sealed; in Together only (E19).
    async fn ready(&self, table: &mut Table) -> Result<Vec<HomeRow>, Code> {
        if !table.sitting.together() {
            return Ok(vec![]);
        }
        let seals = self.seals_of(table).await?;
        let ready = seals.into_iter().filter(|seal| seal.ready);
        Ok(ready.map(|s| HomeRow { run: Some(s.run), exercise: Some(s.exercise), ..row(s.label) }).collect())
    }
}

/// What a person's own pages say about the way in; alone only.
pub(super) async fn own(table: &mut Table, now: DateTime<Utc>) -> Result<way_in::Own, Code> {
    let (_, own) = table.sitting.alone()?;
    let checked_on = own.pace().await?.checked_on;
    let runs = own.runs().await?;
    Ok(way_in::Own {
        checked: checked_on.is_some_and(|on| now - on <= chrono::Duration::days(90)),
        limits: runs.iter().any(|r| r.slug == "my-limits" && r.state == "done"),
    })
}

const fn row(title: String) -> HomeRow {
    HomeRow {
        title,
        slug: None,
        exercise: None,
        run: None,
        item: None,
        on: None,
        at: None,
        kind: String::new(),
        due: false,
    }
}
