//! The closeness list (S10): the page, opening it together, taking a yes back (F12).

use chrono::{DateTime, Utc};
use hearth_domain::{Pair, Person};
use hearth_store::{OursChange, SharedYes, SharedYeses};

use super::find::called;
use super::{App, Table};
use crate::closeness::{Comparing, EXERCISE, KEY, Marks, Rows, compare, first_morning, mornings, proven};
use crate::contract::{Closeness, ClosenessIf, ClosenessLasts, ClosenessShared, Code, CommandError};
use crate::runs::write::Batch;

type Answer<T> = Result<T, CommandError>;

impl App {
    /// One's own marks and what both said yes to; in Together the latter alone. Whoever pressed "Open it" before is asked
    /// again.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn closeness(&self) -> Answer<Closeness> {
        let mut table = self.table().await?;
        table.ready = Pair::default();
        self.closeness_page(&mut table).await
    }

    /// One of the two presses "Open it". With the second press the two lists are compared, in memory; only what both said
    /// yes to is written.
    ///
    /// # Errors
    /// [`Code::NotNow`] unless both are open; what could not be written stays in memory and is tried again.
    pub async fn closeness_open(&self, who: Person) -> Answer<Closeness> {
        let mut table = self.table().await?;
        if !table.sitting.together() {
            return Err(Code::NotNow.into());
        }
        *table.ready.of_mut(who) = true;
        if table.ready.a && table.ready.b {
            table.ready = Pair::default();
            self.compare(&mut table).await?;
        }
        self.closeness_page(&mut table).await
    }

    /// Takes a shared yes back: it is gone at once, and nothing says who did it or that there was one. Everybody who is
    /// open loses their mark on that line, because in Together nobody can say whose hand it was.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open; what could not be written stays in memory and is tried again.
    pub async fn closeness_take_back(&self, row: &str) -> Answer<Closeness> {
        let mut table = self.table().await?;
        let now = self.now();
        let mut list = table.sitting.ours().closeness().await.map_err(Code::from)?;
        let label = list.yeses.iter().find(|yes| yes.row == row).map(|yes| yes.label.clone());
        list.yeses.retain(|yes| yes.row != row);
        let mut batch = Batch::default();
        for (who, mut marks) in table.marks_of_the_open().await? {
            marks.take_back(row, label.as_deref().unwrap_or_default());
            batch.own.of_mut(who).push(marks.change());
        }
        self.write_closeness(&mut table, batch, list, now).await?;
        self.closeness_page(&mut table).await
    }

    /// At an opening: a list whose time is over leaves Ours.
    pub(super) async fn end_closeness(&self, table: &mut Table, now: DateTime<Utc>) {
        let Ok(list) = table.sitting.ours().closeness().await else { return };
        if list.ends.is_some_and(|ends| ends <= now) {
            // What cannot be written now does not show all the same, and goes at the next opening.
            let _told = self.write_closeness(table, Batch::default(), SharedYeses::default(), now).await;
        }
    }

    async fn compare(&self, table: &mut Table) -> Answer<()> {
        let now = table.now_or_later(self.now()).await?;
        let rows = self.closeness_rows()?;
        let open = table.marks_of_the_open().await?;
        let standing = proven(table.sitting.ours().closeness().await.map_err(Code::from)?, &open, now);
        let mut lists = Pair::default();
        for (who, marks) in open {
            *lists.of_mut(who) = marks;
        }
        let ends = self.closeness_ends(ClosenessLasts::Week, now).unwrap_or(now);
        let about = Comparing { rows: &rows, standing: &standing, now, ends, chance: self.ports.make_bytes() };
        let shared = compare(&about, &lists);
        let mut batch = Batch::default();
        for who in Person::BOTH {
            lists.of_mut(who).opened(who, &shared, now);
            batch.own.of_mut(who).push(lists.of(who).change());
        }
        self.write_closeness(table, batch, shared, now).await
    }

    /// Writes own lists, then Ours. Both are written whatever changed.
    async fn write_closeness(
        &self,
        table: &mut Table,
        batch: Batch,
        list: SharedYeses,
        now: DateTime<Utc>,
    ) -> Answer<()> {
        let outcome = table.sitting.commit(Person::A, now, batch).await;
        self.saved(outcome)?;
        let outcome = table.sitting.rewrite_ours(now, OursChange::Closeness(list)).await;
        self.saved(outcome)
    }

    async fn closeness_page(&self, table: &mut Table) -> Answer<Closeness> {
        let now = table.now_or_later(self.now()).await?;
        let open = table.marks_of_the_open().await?;
        let list = proven(table.sitting.ours().closeness().await.map_err(Code::from)?, &open, now);
        let own = match table.sitting.alone() {
            Ok(_) => {
                let rows = self.closeness_list_of(&open[0].1, now)?.rows;
                rows.into_iter().filter(|row| row.mark.is_some()).collect()
            }
            Err(_) => Vec::new(),
        };
        let ready = Person::BOTH.into_iter().filter(|who| *table.ready.of(*who)).collect();
        let names = table.names().await?;
        Ok(Closeness { own, shared: list.yeses.into_iter().map(|yes| shown(yes, &names)).collect(), ready })
    }

    pub(super) fn closeness_rows(&self) -> Answer<Rows> {
        let exercise = self.exercises.get(EXERCISE).ok_or(Code::Internal)?;
        Ok(Rows::of(&exercise))
    }

    pub(super) fn closeness_ends(&self, lasts: ClosenessLasts, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        mornings(lasts, first_morning(now, self.ports.clock.local(now)))
    }
}

impl Table {
    /// The lists of everybody who is open, in the order of the book.
    async fn marks_of_the_open(&mut self) -> Result<Vec<(Person, Marks)>, Code> {
        let mut all = Vec::new();
        for who in self.sitting.people() {
            let mut turn = self.sitting.turn(who).ok_or(Code::NotNow)?;
            all.push((who, Marks::read(turn.setting(KEY).await?.as_deref())));
        }
        Ok(all)
    }
}

fn shown(yes: SharedYes, names: &Pair<Option<String>>) -> ClosenessShared {
    let only_if = |who| Some(ClosenessIf { by: called(names, who), words: yes.only_if(who)?.clone() });
    let ifs = Person::BOTH.into_iter().filter_map(only_if).collect();
    ClosenessShared { row: yes.row, label: yes.label, ifs }
}
