//! Dates on Home: reviews, plans and rituals, the next sitting, the end of a break; alone one's own plans too. At most three
//! lines, and of what comes again only the next one: what was missed is not counted, listed or said (P7, E42).

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use hearth_domain::Visibility;
use hearth_domain::recurrence::{Every, Interval, MonthDay, Recurrence, Weekdays, moment};
use hearth_exercise::model::{Exercise, Kind, ProductKind, Step};
use hearth_exercise::value::{Planned, Repeat, Value};
use hearth_store::{Answer, ItemRow, RunRow};

use super::row;
use crate::app::{App, Table};
use crate::contract::{Code, HomeRow};
use crate::runs::stored;
use crate::runs::world::Shelf;

/// More would be a list of duties.
const LINES: usize = 3;

impl App {
    /// The next dates.
    pub(super) async fn dates(&self, table: &mut Table, shelf: &Shelf) -> Result<Vec<HomeRow>, Code> {
        let today = self.today();
        let mut rows: Vec<HomeRow> = shelf.in_force().map(|item| self.review_date(shelf, item, today)).collect();
        rows.extend(sitting(shelf, today));
        if !table.sitting.together() {
            rows.extend(self.come_back(shelf));
        }
        rows.extend(self.plans(table, shelf).await?);
        let on_today = |row: &HomeRow| is_plan(row) && row.on == Some(today.to_string());
        rows.sort_by_key(|row| (!on_today(row), row.on.clone(), row.at.clone()));
        rows.truncate(LINES);
        Ok(rows)
    }

    /// The next day of everything planned: what both share, and alone one's own.
    pub(in crate::app) async fn plans(&self, table: &mut Table, shelf: &Shelf) -> Result<Vec<HomeRow>, Code> {
        let mut rows = Vec::new();
        for exercise in self.exercises.iter() {
            for step in &exercise.steps {
                match date_for(step) {
                    Some(Visibility::Shared) => rows.extend(self.plan(table, shelf, exercise, step).await?),
                    Some(_) if !table.sitting.together() => rows.extend(self.own_plan(table, exercise, step).await?),
                    _ => {}
                }
            }
            rows.extend(self.ritual(shelf, exercise, self.today()));
        }
        Ok(rows)
    }

    /// Both said when they come back from a break. In Together it is the sheet that says so.
    fn come_back(&self, shelf: &Shelf) -> Option<HomeRow> {
        let now = self.now();
        let on_break = |run: &&RunRow| run.ended.is_none() && run.why.as_deref() == Some("break");
        let until = shelf.runs().iter().rfind(on_break)?.until.filter(|until| *until > now)?;
        let here = self.ports.clock.local(until);
        let at = Some(here.format("%H:%M").to_string());
        Some(HomeRow { on: Some(here.date().to_string()), at, kind: "back".into(), ..row(String::new()) })
    }

    fn review_date(&self, shelf: &Shelf, item: &ItemRow, today: NaiveDate) -> HomeRow {
        let slug = shelf.slug_of(item).map(str::to_owned);
        let exercise = slug.as_ref().and_then(|s| self.exercises.get(s)).map(|e| e.title.clone());
        let due = item.review.as_ref().is_some_and(|on| *on < today.to_string());
        HomeRow {
            item: Some(item.id.to_string()),
            on: item.review.clone(),
            kind: "review".into(),
            due,
            slug,
            exercise,
            ..row(item.title.clone())
        }
    }

    /// The next day of what was planned last in this step. An ended agreement takes its dates with it.
    async fn plan(
        &self,
        table: &mut Table,
        shelf: &Shelf,
        exercise: &Exercise,
        step: &Step,
    ) -> Result<Option<HomeRow>, Code> {
        let Some((run, answer)) = table.sitting.ours().newest_answer(&exercise.slug, &step.id).await? else {
            return Ok(None);
        };
        // An ended agreement ends what was planned in it.
        let ended = shelf.items().iter().any(|i| i.kind == "agreement" && i.run == Some(run) && i.state == "ended");
        let plan = recurrence_of(&answer, step).filter(|_| !ended);
        Ok(plan.and_then(|plan| self.planned(exercise, what(step), &plan, self.today())))
    }

    /// The same of a step that nobody else reads. It is not named: others may be in the room.
    async fn own_plan(&self, table: &mut Table, exercise: &Exercise, step: &Step) -> Result<Option<HomeRow>, Code> {
        let (_, own) = table.sitting.alone()?;
        let Some((_, answer)) = own.newest_answer(&exercise.slug, &step.id).await? else { return Ok(None) };
        let plan = recurrence_of(&answer, step);
        let row = plan.and_then(|plan| self.planned(exercise, "", &plan, self.today()));
        Ok(row.map(|row| HomeRow { kind: "own".into(), exercise: None, ..row }))
    }

    /// A ritual without a date of its own comes again as its exercise says, while its agreement is in force; once it was
    /// done today, the next one is another day's.
    fn ritual(&self, shelf: &Shelf, exercise: &Exercise, today: NaiveDate) -> Option<HomeRow> {
        let product = exercise.products.iter().find(|p| p.kind == ProductKind::Ritual && p.shared)?;
        let of_this = |item: &&ItemRow| shelf.slug_of(item) == Some(exercise.slug.as_str());
        if exercise.steps.iter().any(|step| date_for(step) == Some(Visibility::Shared))
            || shelf.in_force().rfind(of_this).is_none()
        {
            return None;
        }
        let every = Every::Days(Interval::new(u8::try_from(exercise.repeat_days?).ok()?)?);
        let made = shelf.items().iter().filter(of_this).rfind(|item| item.kind == "ritual")?.made;
        let done = |day: NaiveDate| {
            let ended = shelf.finished().into_iter().filter(|(slug, _)| *slug == exercise.slug);
            ended.map(|(_, at)| self.ports.clock.local(at).date()).any(|on| on == day)
        };
        let from = if done(today) { today.succ_opt()? } else { today };
        let start = self.ports.clock.local(made).date();
        self.planned(exercise, &product.title, &Recurrence { start, at: None, every: Some(every) }, from)
    }

    fn planned(&self, exercise: &Exercise, what: &str, plan: &Recurrence, from: NaiveDate) -> Option<HomeRow> {
        let on = plan.next(from)?;
        Some(HomeRow {
            slug: Some(exercise.slug.clone()),
            exercise: Some(exercise.title.clone()),
            on: Some(on.to_string()),
            at: plan.at.map(|at| self.shows(on, at).format("%H:%M").to_string()),
            kind: "plan".into(),
            ..row(what.to_owned())
        })
    }

    /// What the wall will show: on the night it skips an hour, the time after the skip.
    fn shows(&self, on: NaiveDate, at: NaiveTime) -> NaiveDateTime {
        let wall = |at| self.ports.clock.local(at);
        wall(moment(on.and_time(at), wall))
    }
}

/// Something planned: it is named to nobody who does not ask.
pub(in crate::app) fn is_plan(row: &HomeRow) -> bool {
    ["plan", "own"].contains(&row.kind.as_str())
}

/// Who reads the date of this step, if it asks for one.
const fn date_for(step: &Step) -> Option<Visibility> {
    match &step.kind {
        Kind::Schedule(schedule) => Some(schedule.visibility),
        _ => None,
    }
}

fn recurrence_of(answer: &Answer, step: &Step) -> Option<Recurrence> {
    match stored::of_kind(answer.value.as_ref()?, &step.kind)? {
        Value::Date(planned) => recurrence(&planned),
        _ => None,
    }
}

fn what(step: &Step) -> &str {
    match &step.kind {
        Kind::Schedule(schedule) => schedule.what.as_deref().unwrap_or(&step.label),
        _ => &step.label,
    }
}

fn recurrence(planned: &Planned) -> Option<Recurrence> {
    let start: NaiveDate = planned.start.parse().ok()?;
    let at = planned.at.as_deref().and_then(|at| NaiveTime::parse_from_str(at, "%H:%M").ok());
    let every = planned.repeat.as_ref().and_then(|repeat| every(repeat, start));
    Some(Recurrence { start, at, every })
}

fn every(repeat: &Repeat, start: NaiveDate) -> Option<Every> {
    let interval = Interval::new(repeat.interval())?;
    Some(match repeat {
        Repeat::Day { .. } => Every::Days(interval),
        Repeat::Week { on, .. } => {
            let on = Weekdays::new(on.iter().map(|day| Weekday::from(*day)));
            Every::Weeks(interval, on.unwrap_or_else(|| Weekdays::of(start)))
        }
        Repeat::Month { .. } => Every::Months(interval, MonthDay::of(start)),
    })
}

/// The date the last evening together was closed with.
fn sitting(shelf: &Shelf, today: NaiveDate) -> Option<HomeRow> {
    let closing = shelf.items().iter().rfind(|item| item.kind == "closing")?;
    let on = closing.review.clone().filter(|on| *on >= today.to_string())?;
    Some(HomeRow { on: Some(on), kind: "sitting".into(), ..row(String::new()) })
}
