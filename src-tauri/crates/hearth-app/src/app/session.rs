//! Sittings (S12): set up, gone on with after a break, closed.

use chrono::{DateTime, TimeDelta, Utc};
use hearth_domain::{ItemId, SittingId};
use hearth_store::{ItemBody, OursChange};
use serde_json::json;

use super::{App, Table};
use crate::contract::{Code, CommandError, Session};

/// Longest closing line, in characters.
const LINE: usize = 280;
/// A break ends within a day (F5). Whoever comes back later than this after it sits down anew.
const LATE: TimeDelta = TimeDelta::hours(24);

impl App {
    /// Begins tonight's sitting.
    ///
    /// # Errors
    /// [`Code::NotNow`] unless both are open.
    pub async fn session_begin(&self, minutes: u32, slug: Option<String>) -> Result<Session, CommandError> {
        let mut table = self.table().await?;
        if !table.sitting.together() {
            return Err(Code::NotNow.into());
        }
        let now = self.now();
        if table.sitting.tonight.is_none() {
            let sitting = SittingId::from_bytes(self.ports.make_bytes());
            let begun = vec![OursChange::SittingBegun { sitting, minutes }];
            let who = table.sitting.people()[0];
            let outcome = table.sitting.commit_ours(who, now, begun).await;
            self.saved(outcome)?;
            table.sitting.tonight = Some(sitting);
        }
        let open = match slug.as_deref().and_then(|slug| self.exercises.get(slug)) {
            Some(exercise) => {
                let part = table.part(&exercise, None)?;
                let answer = table.availability(&self.exercises, &exercise, &part, now).await?;
                answer == hearth_domain::availability::Availability::Open
            }
            None => true,
        };
        Ok(Session { begun: now.to_rfc3339(), minutes, slug, open })
    }

    /// Closes tonight's sitting with a line to keep and a next date, both optional. Locking is the window's next step.
    ///
    /// # Errors
    /// [`Code::NotNow`] unless both are open, [`Code::BadAnswer`] if the line is too long or the date is none or over.
    pub async fn session_close(&self, line: Option<String>, next: Option<String>) -> Result<(), CommandError> {
        let mut table = self.table().await?;
        if !table.sitting.together() {
            return Err(Code::NotNow.into());
        }
        let line = line.filter(|l| !l.trim().is_empty());
        let next = next.filter(|n| !n.is_empty());
        let too_long = line.as_ref().is_some_and(|l| l.chars().count() > LINE);
        let today = self.today();
        let no_date = next.as_ref().is_some_and(|n| !n.parse::<chrono::NaiveDate>().is_ok_and(|day| day >= today));
        if too_long || no_date {
            return Err(Code::BadAnswer.into());
        }
        let mut changes = Vec::new();
        if line.is_some() || next.is_some() {
            changes.push(OursChange::ItemPut(self.closing(line, next)));
        }
        changes.extend(table.sitting.tonight.take().map(|sitting| OursChange::SittingEnded { sitting }));
        let who = table.sitting.people()[0];
        let outcome = table.sitting.commit_ours(who, self.now(), changes).await;
        self.saved(outcome)
    }

    fn closing(&self, line: Option<String>, next: Option<String>) -> ItemBody {
        ItemBody {
            item: ItemId::from_bytes(self.ports.make_bytes()),
            kind: "closing".into(),
            run: None,
            step: None,
            title: line.unwrap_or_default(),
            body: json!([]),
            state: "kept".into(),
            review: next,
            until: None,
        }
    }
}

impl Table {
    /// A sitting that was left for a break goes on when both are back, over a lock and a new start.
    pub(super) async fn sit_down_again(&mut self, now: DateTime<Utc>) -> Result<Option<Session>, Code> {
        let runs = self.sitting.ours().runs().await?;
        let break_of = |run: &hearth_store::RunRow| {
            let on_break = run.ended.is_none() && run.state == "rests" && run.why.as_deref() == Some("break");
            run.sitting.filter(|_| on_break && run.until.is_some_and(|until| now - until < LATE))
        };
        let Some(left) = runs.iter().rev().find_map(break_of) else { return Ok(None) };
        let sittings = self.sitting.ours().sittings().await?;
        let Some(row) = sittings.into_iter().find(|row| row.id == left && row.ended.is_none()) else { return Ok(None) };
        self.sitting.tonight = Some(row.id);
        Ok(Some(Session { begun: row.begun.to_rfc3339(), minutes: row.minutes, slug: None, open: true }))
    }
}
