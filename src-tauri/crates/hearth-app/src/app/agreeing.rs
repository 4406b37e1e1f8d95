//! Looking at an agreement again, together: kept for another while, or left as it is (F9, E31, E32).

use chrono::{DateTime, TimeDelta, Utc};
use hearth_domain::proposal::{REVIEW_MOST, REVIEW_USUAL, Standing};
use hearth_domain::{ItemId, Pair, Person};
use hearth_exercise::model::Kind;
use hearth_store::{ItemRow, OursChange};

use super::{App, Table};
use crate::agreeing::{Agreeing, Place, Press, Refused};
use crate::contract::{Agreeing as Shown, AgreeingPress, AgreeingText, Code, CommandError};
use crate::deals::{self, Body, wire};
use crate::items;
use crate::runs::agree;
use crate::runs::world::Shelf;

type Answer<T> = Result<T, CommandError>;

impl App {
    /// Both look at an agreement in force again, or at a proposal.
    ///
    /// # Errors
    /// [`Code::NotNow`] unless both are open, [`Code::Unknown`] if there is no such text to agree to.
    pub async fn agreeing_begin(&self, item: ItemId) -> Answer<Shown> {
        let mut table = self.table().await?;
        if !table.sitting.together() {
            return Err(Code::NotNow.into());
        }
        let shelf = Shelf::read(&mut table.sitting).await?;
        let row = to_agree(&shelf, item).ok_or(Code::Unknown)?;
        let (days, most) = self.review_days(&shelf, row);
        let agreeing = Agreeing::begin(item, row.n, first(row), days, most);
        let shown = self.shown(&shelf, &agreeing, row);
        table.agreeing = Some(agreeing);
        Ok(shown)
    }

    /// One press. The second confirmation puts it in force.
    ///
    /// # Errors
    /// [`Code::NotNow`] if this moment has no such control, [`Code::BadAnswer`] if the review is too far away,
    /// [`Code::Moved`] if the text does not stand there any more as it was read.
    pub async fn agreeing_press(&self, press: AgreeingPress) -> Answer<Shown> {
        let mut table = self.table().await?;
        let mut agreeing = table.agreeing.clone().ok_or(Code::NotNow)?;
        agreeing.press(pressed(&press)).map_err(|refused| match refused {
            Refused::NotHere => Code::NotNow,
            Refused::Days => Code::BadAnswer,
        })?;
        let shelf = Shelf::read(&mut table.sitting).await?;
        let row = to_agree(&shelf, agreeing.about).filter(|row| row.n == agreeing.n).ok_or(Code::Moved)?.clone();
        if agreeing.place == (Place::Over { agreed: true }) {
            self.put_in_force(&mut table, &shelf, &row, agreeing.days).await;
        }
        let shown = self.shown(&shelf, &agreeing, &row);
        table.agreeing = Some(agreeing);
        Ok(shown)
    }

    async fn put_in_force(&self, table: &mut Table, shelf: &Shelf, row: &ItemRow, days: u32) {
        let now = self.now();
        let review = self.review_on(days, now);
        let mut batch = agree::kept(row.clone(), review, days);
        // The old one stood until now, and goes in the same moment (F9).
        if let Some(old) = replaced(shelf, row) {
            batch.ours.push(OursChange::ItemState { item: old.id, state: "changed".into() });
        }
        // A write that fails leaves it in memory and tells the window; it is tried again.
        let outcome = table.sitting.commit(first(row), now, batch).await;
        let _told = self.saved(outcome);
        // What proves a yes must not be cut off with the journal after a crash.
        let outcome = table.sitting.write_own_images(now).await;
        let _told = self.saved(outcome);
    }

    fn review_on(&self, days: u32, now: DateTime<Utc>) -> String {
        (self.ports.clock.local(now).date() + TimeDelta::days(i64::from(days))).to_string()
    }

    /// As the exercise says that the agreement came from.
    pub(super) fn review_days(&self, shelf: &Shelf, row: &ItemRow) -> (u32, u32) {
        let run = shelf.runs().iter().find(|run| Some(run.id) == row.run);
        let exercise = run.and_then(|run| self.exercises.pinned(&run.doc, None).or(self.exercises.get(&run.slug)));
        let step = exercise.as_ref().zip(row.step.as_ref()).and_then(|(exercise, step)| exercise.step(step));
        let (usual, most) = match step.map(|step| &step.kind) {
            Some(Kind::Agree(agree)) => (agree.review_default, agree.review_max),
            _ => (REVIEW_USUAL, REVIEW_MOST),
        };
        match Body::read(&row.body) {
            Some(Body::Proposal(body)) => (body.text.review_days, most),
            _ => (usual, most),
        }
    }

    fn shown(&self, shelf: &Shelf, agreeing: &Agreeing, row: &ItemRow) -> Shown {
        let keeps = row.state == "in_force";
        let words = match Body::read(&row.body) {
            Some(Body::Proposal(body)) => Some(wire::proposal(&body.text)),
            _ => None,
        };
        let replaces = replaced(shelf, row).map(|old| old.title.clone());
        let text = || AgreeingText {
            title: row.title.clone(),
            lines: if words.is_some() { vec![] } else { items::rows(&row.body) },
            words: words.clone(),
            replaces: replaces.clone(),
            keeps,
        };
        match &agreeing.place {
            Place::Cover(next) => Shown::Cover { next: *next },
            Place::Asked(who) => Shown::Asked { who: *who, text: text() },
            Place::Text(confirmed) => Shown::Text {
                text: text(),
                days: agreeing.days,
                most: agreeing.most,
                confirmed: who_confirmed(confirmed),
            },
            Place::Over { agreed } => {
                let review_on = agreed.then(|| self.review_on(agreeing.days, self.now()));
                Shown::Over { agreed: *agreed, keeps, review_on }
            }
        }
    }
}

/// A text that both can agree to now: an agreement in force that both said yes to, or a proposal that nobody answered.
fn to_agree(shelf: &Shelf, item: ItemId) -> Option<&ItemRow> {
    let waits = |row: &&ItemRow| deals::proposal(row).is_some_and(|p| p.standing == Standing::Proposed);
    let proposed = || shelf.items().iter().filter(waits).find(|row| row.id == item);
    shelf.in_force().find(|row| row.id == item).or_else(proposed)
}

/// The agreement in force that a proposal would take the place of.
fn replaced<'a>(shelf: &'a Shelf, row: &ItemRow) -> Option<&'a ItemRow> {
    let replaces = deals::proposal(row)?.replaces?;
    shelf.in_force().find(|old| old.id == replaces)
}

/// Whoever did not write the last version is asked first, so that it changes from time to time (E7).
fn first(row: &ItemRow) -> Person {
    row.author.other()
}

fn who_confirmed(confirmed: &Pair<bool>) -> Vec<Person> {
    Person::BOTH.into_iter().filter(|who| *confirmed.of(*who)).collect()
}

const fn pressed(press: &AgreeingPress) -> Press {
    match *press {
        AgreeingPress::IAm { who } => Press::IAm(who),
        AgreeingPress::Wants { yes } => Press::Wants(yes),
        AgreeingPress::Confirm { who, days } => Press::Confirm(who, days),
        AgreeingPress::Leave {} => Press::Leave,
    }
}
