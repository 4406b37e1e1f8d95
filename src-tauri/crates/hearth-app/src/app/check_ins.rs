//! Check-ins (S8, F13): one's own, and "Show Sam this one?" for each of them.

use chrono::{DateTime, NaiveDate, Utc};
use hearth_domain::{Pair, Person, RunId, Visibility};
use hearth_store::{ItemRow, RunRow};

use super::{App, Table};
use crate::check_ins::{Shown, hide, item, lines, show};
use crate::contract::{CheckIn, CheckIns, Code, CommandError, PersonName, ShownCheckIn, ShownCheckIns, ShownState};

/// The exercise whose part for one alone a check-in is.
pub(super) const SLUG: &str = "daily-check-in";
const PART: &str = "mine";

type Answer<T> = Result<T, CommandError>;

impl App {
    /// The newest check-ins, at most so many of each person: one's own alone, in Together what each chose to show.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn check_ins(&self, most: u32) -> Answer<CheckIns> {
        let mut table = self.table().await?;
        Ok(self.check_ins_of(&mut table, most).await?)
    }

    /// Shows one entry of one's own to the partner, or hides it again; alone only.
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is no such entry or nothing in it can be shown, [`Code::NotNow`] in Together, where
    /// nobody acts alone.
    pub async fn check_in_show(&self, run: RunId, shown: bool, most: u32) -> Answer<CheckIns> {
        let mut table = self.table().await?;
        let (who, own) = table.sitting.alone()?;
        let row = own.run(run).await.map_err(Code::from)?.filter(is_entry).ok_or(Code::Unknown)?;
        let entry =
            self.own_entry(&mut table, &row, &[]).await?.filter(|e| !e.lines.is_empty()).ok_or(Code::Unknown)?;
        let lies_there = table.sitting.ours().item(item(run)).await.map_err(Code::from)?;
        let is_shown = lies_there.as_ref().and_then(Shown::read).is_some_and(|s| s.open && s.item.author == who);
        if shown != is_shown {
            let on = self.calendar_day(row.begun);
            let now = self.now();
            let outcome = if shown {
                table.sitting.commit_ours(who, now, show(run, on, &entry.lines)).await
            } else {
                table.sitting.wipe_from_ours(who, now, hide(run, on)).await
            };
            self.saved(outcome)?;
        }
        Ok(self.check_ins_of(&mut table, most).await?)
    }

    async fn check_ins_of(&self, table: &mut Table, most: u32) -> Result<CheckIns, Code> {
        let names = table.names().await?;
        let items = table.sitting.ours().items().await?;
        let mut page = CheckIns {
            slug: SLUG.into(),
            part: PART.into(),
            partner: None,
            begun: None,
            own: vec![],
            shown: vec![],
            older: false,
        };
        let Ok((who, own)) = table.sitting.alone() else {
            page.shown = Person::BOTH.map(|who| self.shown_of(who, &names, &items, most, &mut page.older)).to_vec();
            return Ok(page);
        };
        page.partner = named(who.other(), &names);
        page.begun = own.open_run(SLUG, PART).await?.map(|run| run.id.to_string());
        let mut rows = own.newest_done(SLUG, PART, most.saturating_add(1)).await?;
        page.older = rows.len() > usize::try_from(most).unwrap_or(usize::MAX);
        rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        for row in &rows {
            page.own.extend(self.own_entry(table, row, &items).await?);
        }
        Ok(page)
    }

    async fn own_entry(&self, table: &mut Table, row: &RunRow, items: &[ItemRow]) -> Result<Option<CheckIn>, Code> {
        let (who, own) = table.sitting.alone()?;
        let (answers, kept) = (own.answers(row.id).await?, own.doc(&row.doc).await?);
        let Some(exercise) = self.exercises.pinned(&row.doc, kept.as_deref()) else { return Ok(None) };
        let words = |for_whom| lines(&exercise, PART, &answers, for_whom, self.today());
        let in_ours = items.iter().filter(|i| i.id == item(row.id) && i.author == who).find_map(Shown::read);
        Ok(Some(CheckIn {
            run: row.id.to_string(),
            on: self.day(row.begun),
            at: row.begun.to_rfc3339(),
            lines: words(Visibility::Offer),
            private: words(Visibility::Priv),
            shown: match in_ours {
                Some(shown) if shown.open => ShownState::Shown,
                Some(_) => ShownState::Hidden,
                None => ShownState::No,
            },
        }))
    }

    fn shown_of(
        &self,
        who: Person,
        names: &Pair<Option<String>>,
        items: &[ItemRow],
        most: u32,
        older: &mut bool,
    ) -> ShownCheckIns {
        let mut all: Vec<Shown<'_>> = items.iter().filter(|i| i.author == who).filter_map(Shown::read).collect();
        all.sort_by_key(|shown| std::cmp::Reverse((shown.on, shown.item.made)));
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        *older |= all.len() > most;
        let entry = |shown: &Shown<'_>| ShownCheckIn {
            item: shown.item.id.to_string(),
            on: shown.on.to_string(),
            lines: shown.lines(),
            hidden_on: (!shown.open).then(|| self.day(shown.item.made)),
        };
        let who = named(who, names).unwrap_or(PersonName { person: who, name: String::new() });
        ShownCheckIns { who, entries: all.iter().take(most).map(entry).collect() }
    }

    fn calendar_day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.ports.clock.local(at).date()
    }
}

fn named(person: Person, names: &Pair<Option<String>>) -> Option<PersonName> {
    names.of(person).clone().map(|name| PersonName { person, name })
}

fn is_entry(run: &RunRow) -> bool {
    run.slug == SLUG && run.part == PART && run.state == "done"
}
