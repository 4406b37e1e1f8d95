//! The tray (F10): letters on their way from one to the other. Whoever receives decides if and when, and whatever they do
//! is written in their own pages alone, so that nobody can tell closed from opened (E36, CR22).

use std::sync::Arc;

use chrono::{DateTime, Utc};
use hearth_domain::{ItemId, Pair, Person, RunId};
use hearth_exercise::model::Exercise;
use hearth_store::{ItemRow, OursChange, OwnChange};

use super::find::called;
use super::letters::Answer;
use super::{App, Table};
use crate::contract::{Code, Letter, LetterCheck, LetterWay, Letters, SentLetter, TrayLetter};
use crate::exercises::Exercises;
use crate::letters::{self, Choice, Tray, choice};

const TOPIC: usize = 200;
/// More lines would be a list of duties (S4).
const ON_HOME: usize = 3;

impl App {
    /// What would go into the tray, word by word, or that letters are paused; alone only.
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is no such letter, [`Code::NotNow`] in Together or before its day has passed.
    pub async fn letter_ready(&self, item: ItemId) -> Answer<LetterCheck> {
        let mut table = self.table().await?;
        Ok(self.check(&mut table, item).await?)
    }

    /// Puts a copy of a letter into the partner's tray under this topic; alone only.
    ///
    /// # Errors
    /// As [`App::letter_ready`]; [`Code::BadAnswer`] without a topic, [`Code::NotNow`] while letters are paused.
    pub async fn letter_put(&self, item: ItemId, topic: &str) -> Answer<Letters> {
        let mut table = self.table().await?;
        let topic = topic.trim();
        if topic.is_empty() || topic.chars().count() > TOPIC {
            return Err(Code::BadAnswer.into());
        }
        let LetterCheck::Ready { lines, .. } = self.check(&mut table, item).await? else {
            return Err(Code::NotNow.into());
        };
        let (who, _) = table.sitting.alone()?;
        // Each time it is another letter to its reader, who may have opened the one before.
        let tray = ItemId::from_bytes(self.ports.make_bytes());
        let put = OursChange::TrayPut(letters::in_tray(tray, item, topic, &lines));
        let outcome = table.sitting.commit_ours(who, self.now(), vec![put]).await;
        self.saved(outcome)?;
        Ok(self.letters_of(&mut table).await?)
    }

    /// Takes one's own letter out of the tray, opened or not; nothing says which (F10). On return neither copy of Ours on
    /// the disk holds it.
    ///
    /// # Errors
    /// [`Code::Unknown`] if it is not one's own or not there, [`Code::NotNow`] in Together.
    pub async fn letter_take_back(&self, tray: ItemId) -> Answer<Letters> {
        let mut table = self.table().await?;
        let (who, _) = table.sitting.alone()?;
        table.tray(who).await?.into_iter().find(|row| row.id == tray).ok_or(Code::Unknown)?;
        self.gone_from_ours(&mut table, who, tray).await?;
        Ok(self.letters_of(&mut table).await?)
    }

    /// Opens a letter in one's tray: a copy of it lies in one's own pages from now on, and nothing else changes.
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is none, [`Code::NotNow`] in Together.
    pub async fn tray_open(&self, tray: ItemId) -> Answer<Letter> {
        let mut table = self.table().await?;
        let (who, _) = table.sitting.alone()?;
        let row = table.in_my_tray(tray).await?;
        let copy = ItemId::from_bytes(self.ports.make_bytes());
        let lines = Tray::read(&row).ok_or(Code::Unknown)?.lines();
        let put = OwnChange::ItemPut(letters::opened(copy, row.author, &row.title, &lines));
        let outcome = table.sitting.commit_own(who, self.now(), vec![put, chose(tray, Choice::Opened)]).await;
        self.saved(outcome)?;
        Ok(self.letter_of(&mut table, copy).await?)
    }

    /// Leaves a letter in one's tray closed, or lets it wait again.
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is none, [`Code::NotNow`] in Together.
    pub async fn tray_leave(&self, tray: ItemId, closed: bool) -> Answer<Letters> {
        let mut table = self.table().await?;
        let (who, _) = table.sitting.alone()?;
        table.in_my_tray(tray).await?;
        let now = if closed { Choice::Left } else { Choice::Waits };
        let outcome = table.sitting.commit_own(who, self.now(), vec![chose(tray, now)]).await;
        self.saved(outcome)?;
        Ok(self.letters_of(&mut table).await?)
    }

    /// Pauses letters, both ways, or ends one's own pause; alone only.
    ///
    /// # Errors
    /// [`Code::NotNow`] in Together.
    pub async fn letters_pause(&self, paused: bool) -> Answer<Letters> {
        let mut table = self.table().await?;
        let (who, _) = table.sitting.alone()?;
        match (table.pause_of(who).await?, paused) {
            (None, true) => {
                let item = ItemId::from_bytes(self.ports.make_bytes());
                let put = OursChange::TrayPut(letters::pause(item));
                let outcome = table.sitting.commit_ours(who, self.now(), vec![put]).await;
                self.saved(outcome)?;
            }
            (Some(item), false) => self.gone_from_ours(&mut table, who, item).await?,
            _ => {}
        }
        Ok(self.letters_of(&mut table).await?)
    }

    async fn check(&self, table: &mut Table, item: ItemId) -> Result<LetterCheck, Code> {
        let names = table.names().await?;
        let (who, _) = table.sitting.alone()?;
        let letter = self.letter_of(table, item).await?;
        if letter.way != (LetterWay::Open {}) {
            return Err(Code::NotNow);
        }
        // Both ways: nobody writes to somebody who cannot write back.
        for (one, by_me) in [(who, true), (who.other(), false)] {
            if table.pause_of(one).await?.is_some() {
                return Ok(LetterCheck::Paused { by_me });
            }
        }
        // What an exercise calls its letter is no topic.
        let topic = if letter.exercise.is_empty() { letter.topic } else { String::new() };
        Ok(LetterCheck::Ready { to: called(&names, who.other()), topic, lines: letter.lines })
    }

    /// The lists of both trays, as one of the two sees them.
    pub(super) async fn tray_of(
        &self,
        table: &mut Table,
        who: Person,
        names: &Pair<Option<String>>,
    ) -> Result<Letters, Code> {
        let mut page = Letters { paused: table.pause_of(who).await?.is_some(), ..Letters::default() };
        for row in table.tray(who).await? {
            let of = Tray::read(&row).and_then(|tray| tray.of());
            page.sent.push(SentLetter {
                item: row.id.to_string(),
                letter: of.map(|of| of.to_string()),
                since_on: self.day(row.made),
                topic: row.title,
            });
        }
        for row in table.tray(who.other()).await? {
            let letter = |row: ItemRow| TrayLetter {
                item: row.id.to_string(),
                from: called(names, row.author),
                topic: row.title,
            };
            match table.choice(row.id).await? {
                Choice::Waits => page.waiting.push(letter(row)),
                Choice::Left => page.left.push(letter(row)),
                Choice::Opened => {}
            }
        }
        Ok(page)
    }

    /// What Home says of one's tray: nothing while one paused letters, and nothing in Together.
    pub(super) async fn letters_on_home(&self, table: &mut Table) -> Result<Vec<TrayLetter>, Code> {
        let names = table.names().await?;
        let Ok((who, _)) = table.sitting.alone() else { return Ok(vec![]) };
        let page = self.tray_of(table, who, &names).await?;
        // The newest ones; all of them lie on the page of letters.
        Ok(if page.paused { vec![] } else { page.waiting.into_iter().take(ON_HOME).collect() })
    }

    /// Out of Ours, and out of both copies of it on the disk.
    async fn gone_from_ours(&self, table: &mut Table, who: Person, item: ItemId) -> Answer<()> {
        let outcome = table.sitting.wipe_from_ours(who, self.now(), vec![OursChange::TrayGone { item }]).await;
        self.saved(outcome)
    }

    /// Changes of one's own after which neither copy of one's pages holds what went.
    pub(super) async fn forget(&self, table: &mut Table, who: Person, changes: Vec<OwnChange>) -> Answer<()> {
        let now = self.now();
        let mut outcome = table.sitting.commit_own(who, now, changes).await;
        for _copy in 0..2 {
            if outcome.is_ok() {
                outcome = table.sitting.write_own_images(now).await;
            }
        }
        self.saved(outcome)
    }
}

fn chose(tray: ItemId, choice_made: Choice) -> OwnChange {
    OwnChange::Setting { k: choice(tray), v: choice_made.word().to_owned() }
}

impl Table {
    /// What one of the two put into the other's tray, the newest first.
    async fn tray(&mut self, author: Person) -> Result<Vec<ItemRow>, Code> {
        let rows = self.sitting.ours().items_of(letters::KIND).await?.into_iter().rev();
        Ok(rows.filter(|row| row.author == author && Tray::read(row).is_some()).collect())
    }

    /// A letter in the tray of whoever is open alone.
    async fn in_my_tray(&mut self, tray: ItemId) -> Result<ItemRow, Code> {
        let (who, _) = self.sitting.alone()?;
        let row = self.tray(who.other()).await?.into_iter().find(|row| row.id == tray).ok_or(Code::Unknown)?;
        if self.choice(tray).await? == Choice::Opened { Err(Code::Unknown) } else { Ok(row) }
    }

    async fn choice(&mut self, tray: ItemId) -> Result<Choice, Code> {
        let (_, own) = self.sitting.alone()?;
        Ok(Choice::read(own.setting(&choice(tray)).await?.as_deref()))
    }

    async fn pause_of(&mut self, who: Person) -> Result<Option<ItemId>, Code> {
        let items = self.sitting.ours().items().await?;
        Ok(items.iter().find(|item| letters::is_pause(item) && item.author == who).map(|item| item.id))
    }

    /// Where a letter lies in the other's tray, and since when.
    pub(super) async fn lies_in_tray(
        &mut self,
        who: Person,
        letter: ItemId,
    ) -> Result<Option<(ItemId, DateTime<Utc>)>, Code> {
        let rows = self.tray(who).await?;
        let it = rows.iter().find(|row| Tray::read(row).and_then(|tray| tray.of()) == Some(letter));
        Ok(it.map(|row| (row.id, row.made)))
    }

    /// The exercise of a run of one's own.
    pub(super) async fn exercise_of(
        &mut self,
        exercises: &Exercises,
        run: RunId,
    ) -> Result<Option<Arc<Exercise>>, Code> {
        let (_, own) = self.sitting.alone()?;
        let Some(row) = own.run(run).await? else { return Ok(None) };
        let copy = own.doc(&row.doc).await?;
        Ok(exercises.pinned(&row.doc, copy.as_deref()))
    }
}
