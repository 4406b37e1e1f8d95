//! A line when the time of something planned comes (E42): inside the program, neutral, and only if it was asked for.

use chrono::{NaiveDateTime, Timelike as _};

use super::home::dates::is_plan;
use super::{App, Table};
use crate::contract::{Code, Display, Notice};
use crate::runs::world::Shelf;

impl App {
    /// Looks once a minute whether something was planned for this minute. What passed while nobody was here is not told:
    /// Home has it, once.
    pub async fn remind(&self) {
        let Ok(mut table) = self.table().await else { return };
        let here = self.ports.clock.local(self.now());
        // A page that cannot be read is told where it is opened, not by a reminder.
        let due = table.since_last_look(here).map(|since| (since, self.config().display));
        let Some((since, usual)) = due else { return };
        if let Ok(Some(at)) = self.planned_between(&mut table, since, here, &usual).await {
            self.watch.tell(Notice::Planned { at });
        }
    }

    async fn planned_between(
        &self,
        table: &mut Table,
        since: NaiveDateTime,
        here: NaiveDateTime,
        usual: &Display,
    ) -> Result<Option<String>, Code> {
        if !table.display(usual).await?.reminders {
            return Ok(None);
        }
        let shelf = Shelf::read(&mut table.sitting).await?;
        let mut plans = self.plans(table, &shelf).await?;
        plans.sort_by(|a, b| a.at.cmp(&b.at));
        let now = plans.into_iter().filter(is_plan).find_map(|row| {
            let moment = format!("{} {}", row.on?, row.at.as_ref()?);
            let moment = NaiveDateTime::parse_from_str(&moment, "%Y-%m-%d %H:%M").ok()?;
            (since < moment && moment <= here).then_some(row.at)?
        });
        Ok(now)
    }
}

impl Table {
    /// When it was looked at last, if that was in another minute; the first look only remembers the time.
    fn since_last_look(&mut self, here: NaiveDateTime) -> Option<NaiveDateTime> {
        let last = *self.looked_at.get_or_insert(here);
        let same = last.date() == here.date() && (last.hour(), last.minute()) == (here.hour(), here.minute());
        if !same {
            self.looked_at = Some(here);
        }
        (!same).then_some(last)
    }
}
