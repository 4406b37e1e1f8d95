//! Looking at an agreement again, together: kept for another while, or left as it is (F9, E31, E32).

use chrono::{DateTime, TimeDelta, Utc};
use hearth_domain::{ItemId, Pair, Person};
use hearth_exercise::model::Kind;
use hearth_store::ItemRow;

use super::{App, Table};
use crate::agreeing::{Agreeing, Place, Press, Refused};
use crate::contract::{Agreeing as Shown, AgreeingPress, AgreeingText, Code, CommandError};
use crate::items;
use crate::runs::agree;
use crate::runs::world::Shelf;

type Answer<T> = Result<T, CommandError>;

/// The usual and the most days until the review, where no exercise says (E32).
const REVIEW: (u32, u32) = (14, 90);

impl App {
    /// Both look at an agreement in force again.
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
        let shown = self.shown(&agreeing, row);
        table.agreeing = Some(agreeing);
        Ok(shown)
    }

    /// One press. The second confirmation puts it in force.
    ///
    /// # Errors
    /// [`Code::NotNow`] if this moment has no such control, [`Code::BadAnswer`] if the review is too far away,
    /// [`Code::Unknown`] if the text is not there any more.
    pub async fn agreeing_press(&self, press: AgreeingPress) -> Answer<Shown> {
        let mut table = self.table().await?;
        let mut agreeing = table.agreeing.clone().ok_or(Code::NotNow)?;
        agreeing.press(pressed(&press)).map_err(|refused| match refused {
            Refused::NotHere => Code::NotNow,
            Refused::Days => Code::BadAnswer,
        })?;
        let shelf = Shelf::read(&mut table.sitting).await?;
        let row = to_agree(&shelf, agreeing.about).filter(|row| row.n == agreeing.n).ok_or(Code::Unknown)?.clone();
        if agreeing.place == (Place::Over { agreed: true }) {
            self.put_in_force(&mut table, &row, agreeing.days).await;
        }
        let shown = self.shown(&agreeing, &row);
        table.agreeing = Some(agreeing);
        Ok(shown)
    }

    async fn put_in_force(&self, table: &mut Table, row: &ItemRow, days: u32) {
        let now = self.now();
        let review = self.review_on(days, now);
        let batch = agree::kept(row.clone(), review);
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
    fn review_days(&self, shelf: &Shelf, row: &ItemRow) -> (u32, u32) {
        let run = shelf.runs().iter().find(|run| Some(run.id) == row.run);
        let exercise = run.and_then(|run| self.exercises.pinned(&run.doc, None).or(self.exercises.get(&run.slug)));
        let step = exercise.as_ref().zip(row.step.as_ref()).and_then(|(exercise, step)| exercise.step(step));
        match step.map(|step| &step.kind) {
            Some(Kind::Agree(agree)) => (agree.review_default, agree.review_max),
            _ => REVIEW,
        }
    }

    fn shown(&self, agreeing: &Agreeing, row: &ItemRow) -> Shown {
        let keeps = row.state == "in_force";
        let text = || AgreeingText { title: row.title.clone(), lines: items::rows(&row.body), keeps };
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

/// A text that both can agree to now: an agreement in force that both said yes to.
fn to_agree(shelf: &Shelf, item: ItemId) -> Option<&ItemRow> {
    shelf.in_force().find(|row| row.id == item)
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
