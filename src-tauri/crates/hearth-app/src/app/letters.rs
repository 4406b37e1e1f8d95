//! Letters (S11): one's own, and pages for oneself (F11). What lies in a tray is in `tray`.

use hearth_domain::letter::LetterFor;
use hearth_domain::{ItemId, Person, RunId, Visibility};
use hearth_store::{ItemRow, OwnChange, RunRow};

use super::find::called;
use super::{App, Table};
use crate::check_ins::lines;
use crate::contract::{
    Code, CommandError, ForgivenessPage, Letter, LetterSaved, LetterWay, Letters, OwnLetter, PersonName,
};
use crate::letters::{self, Mine, tips};

/// The exercise whose pages are for oneself alone, and which no letter leads to (CR21).
const FORGIVENESS: &str = "forgiveness-at-my-pace";
/// Letters of a topic and of a letter that are kept at most; an answer's limits.
const TOPIC: usize = 200;
const WORDS: usize = 50_000;

pub(super) type Answer<T> = Result<T, CommandError>;

impl App {
    /// The page of letters; in Together it is empty.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn letters(&self) -> Answer<Letters> {
        let mut table = self.table().await?;
        table.writing = None;
        Ok(self.letters_of(&mut table).await?)
    }

    /// One letter of one's own pages; alone only.
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is none, [`Code::NotNow`] in Together.
    pub async fn letter(&self, item: ItemId) -> Answer<Letter> {
        let mut table = self.table().await?;
        table.writing = None;
        Ok(self.letter_of(&mut table, item).await?)
    }

    /// Keeps what was typed into a letter, a new one or one's own. The first words after it was opened leave what stood
    /// there as an earlier version. Nothing typed makes no letter.
    ///
    /// # Errors
    /// [`Code::Unknown`] if it was not written here, [`Code::LongAnswer`], [`Code::NotNow`] in Together or while it lies in
    /// the tray.
    pub async fn letter_write(
        &self,
        item: Option<ItemId>,
        for_partner: bool,
        topic: &str,
        words: &str,
    ) -> Answer<LetterSaved> {
        let mut table = self.table().await?;
        let (who, _) = table.sitting.alone()?;
        if topic.chars().count() > TOPIC || words.chars().count() > WORDS {
            return Err(Code::LongAnswer.into());
        }
        let tips = tips(words);
        let bare = topic.trim().is_empty() && words.trim().is_empty();
        let Some(id) = item.or_else(|| (!bare).then(|| ItemId::from_bytes(self.ports.make_bytes()))) else {
            return Ok(LetterSaved { item: None, tips, way: LetterWay::Empty {} });
        };
        let to = if for_partner { LetterFor::Partner } else { LetterFor::Me };
        let before = if item.is_some() { Some(table.written_letter(id).await?) } else { None };
        let body = letters::written(id, to, topic.trim(), words, self.now());
        if before.is_none_or(|row| row.title != body.title || row.body != body.body) {
            let change = if table.writing == Some(id) { OwnChange::ItemDraft(body) } else { OwnChange::ItemPut(body) };
            let outcome = table.sitting.commit_own(who, self.now(), vec![change]).await;
            table.writing = Some(id);
            self.saved(outcome)?;
        }
        let way = self.letter_of(&mut table, id).await?.way;
        Ok(LetterSaved { item: Some(id.to_string()), tips, way })
    }

    /// Removes one time through the pages on forgiving, at once and for good, with what came of it (F11, E40).
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is none, [`Code::NotNow`] in Together.
    pub async fn forgiveness_remove(&self, run: RunId) -> Answer<Letters> {
        let mut table = self.table().await?;
        let (who, own) = table.sitting.alone()?;
        own.run(run).await.map_err(Code::from)?.filter(is_forgiveness).ok_or(Code::Unknown)?;
        self.forget(&mut table, who, vec![OwnChange::Forget { run }]).await?;
        Ok(self.letters_of(&mut table).await?)
    }

    pub(super) async fn letters_of(&self, table: &mut Table) -> Result<Letters, Code> {
        let names = table.names().await?;
        let Ok((who, own)) = table.sitting.alone() else { return Ok(Letters::default()) };
        let mut items = own.items_of(letters::KIND).await?;
        items.sort_by_key(|item| std::cmp::Reverse(Mine::read(item).map(|letter| letter.edited())));
        let mut page = self.tray_of(table, who, &names).await?;
        page.partner = names.of(who.other()).clone().map(|name| PersonName { person: who.other(), name });
        for item in &items {
            let Some(letter) = Mine::read(item) else { continue };
            let (to, line) = self.own_line(table, &letter).await?;
            let sent = page.sent.iter().any(|sent| sent.letter.as_deref() == Some(line.item.as_str()));
            match (letter.from(), to) {
                (Some(_), _) => page.opened.push(line),
                (None, LetterFor::Partner) if sent => {}
                (None, LetterFor::Partner) => page.drafts.push(line),
                (None, LetterFor::Me) => page.pages.push(line),
            }
        }
        let there = |letter: &String| items.iter().any(|item| item.id.to_string() == *letter);
        for sent in &mut page.sent {
            sent.letter.take_if(|letter| !there(letter));
        }
        page.forgiveness = self.forgiveness(table).await?;
        Ok(page)
    }

    async fn own_line(&self, table: &mut Table, letter: &Mine<'_>) -> Result<(LetterFor, OwnLetter), Code> {
        let exercise = match letter.item.run {
            Some(run) => table.exercise_of(&self.exercises, run).await?,
            None => None,
        };
        let line = OwnLetter {
            item: letter.item.id.to_string(),
            topic: letter.item.title.clone(),
            exercise: exercise.as_ref().map(|e| e.title.clone()).unwrap_or_default(),
            on: self.day(letter.edited()),
        };
        Ok((letter.to(exercise.as_deref()), line))
    }

    pub(super) async fn letter_of(&self, table: &mut Table, id: ItemId) -> Result<Letter, Code> {
        let names = table.names().await?;
        let (who, own) = table.sitting.alone()?;
        let row = own.item(id).await?.ok_or(Code::Unknown)?;
        let letter = Mine::read(&row).ok_or(Code::Unknown)?;
        let (to, line) = self.own_line(table, &letter).await?;
        let partner = names.of(who.other()).is_some();
        let way = match to {
            LetterFor::Partner if partner => self.letter_way(table, who, &letter).await?,
            _ => LetterWay::None {},
        };
        Ok(Letter {
            item: line.item,
            topic: line.topic,
            words: letter.words().to_owned(),
            lines: letter.lines(),
            exercise: line.exercise,
            for_partner: to == LetterFor::Partner,
            writable: letter.is_written() && !matches!(way, LetterWay::InTray { .. }),
            from: letter.from().map(|from| called(&names, from)),
            on: line.on,
            tips: tips(letter.words()),
            way,
        })
    }

    async fn letter_way(&self, table: &mut Table, who: Person, letter: &Mine<'_>) -> Result<LetterWay, Code> {
        if let Some((tray, made)) = table.lies_in_tray(who, letter.item.id).await? {
            return Ok(LetterWay::InTray { tray: tray.to_string(), since_on: self.day(made) });
        }
        if letter.lines().is_empty() {
            return Ok(LetterWay::Empty {});
        }
        let from = letter.can_go_from();
        Ok(if from > self.now() { LetterWay::Waits { from: from.to_rfc3339() } } else { LetterWay::Open {} })
    }

    /// What was written about forgiving and kept, the newest first. "I will not" is as whole as any other (CR21).
    async fn forgiveness(&self, table: &mut Table) -> Result<Vec<ForgivenessPage>, Code> {
        let (_, own) = table.sitting.alone()?;
        let mut pages = Vec::new();
        for run in own.runs().await?.into_iter().rev().filter(is_forgiveness) {
            let (answers, copy) = (own.answers(run.id).await?, own.doc(&run.doc).await?);
            let Some(exercise) = self.exercises.pinned(&run.doc, copy.as_deref()) else { continue };
            let parts = exercise.parts.iter().map(|part| part.id.as_str());
            let lines = parts.flat_map(|part| lines(&exercise, part, &answers, Visibility::Priv, self.today()));
            // How calm one is before and after is asked by every exercise alone; it is no word on this one.
            let own = lines.filter(|line| !["so-", "sc-"].iter().any(|block| line.step.starts_with(block)));
            let lines = own.map(crate::contract::CheckInLine::into_row).collect::<Vec<_>>();
            if !lines.is_empty() {
                pages.push(ForgivenessPage { run: run.id.to_string(), on: self.day(run.begun), lines });
            }
        }
        Ok(pages)
    }
}

fn is_forgiveness(run: &RunRow) -> bool {
    run.slug == FORGIVENESS && run.state == "done"
}

impl Table {
    /// A letter that was written on the page of letters and lies in no tray.
    async fn written_letter(&mut self, id: ItemId) -> Result<ItemRow, Code> {
        let (who, own) = self.sitting.alone()?;
        let row = own.item(id).await?.ok_or(Code::Unknown)?;
        if !Mine::read(&row).ok_or(Code::Unknown)?.is_written() {
            return Err(Code::Unknown);
        }
        // The copy that lies there is what its writer checked; it is taken back before it is changed.
        if self.lies_in_tray(who, id).await?.is_some() { Err(Code::NotNow) } else { Ok(row) }
    }
}
