//! How letters lie in Mine and in the tray, and which of them can go there (F10, CR19).
//!
//! A letter lies in its writer's Mine. Put in the tray, a copy of it lies in Ours, whose readers are exactly the two, until
//! its writer takes it back. Opened, a copy lies in the reader's Mine, and that it was opened is written there alone. So
//! Ours is the same whether it was opened or not (E36, CR22).
//!
//! The tray leaves no line in the history of Ours: it is post, and nothing of the record. A line would tell the reader of a
//! letter that was taken back before they saw it, and would stand in Together, where no tray is. What was opened is
//! proven by the reader's own copy.

use chrono::{DateTime, Utc};
use hearth_domain::letter::{LetterFor, can_go_from, edited_at};
use hearth_domain::{ItemId, Person};
use hearth_exercise::model::{Exercise, Kind};
use hearth_exercise::page::RecapRow;
use hearth_store::{ItemBody, ItemRow};
use serde_json::{Value, json};

use crate::items;

/// What both spaces call a letter.
pub const KIND: &str = "letter";
const IN_TRAY: &str = "in_tray";
const PAUSED: &str = "letters-paused";

/// Words a letter may be better without; they are marked and stay (F10).
const SECOND_LOOK: [&str; 6] = ["but", "if you felt", "you made me", "sorry you feel", "we both", "forgive me"];

/// Words that may deserve a second look.
pub fn tips(words: &str) -> Vec<String> {
    hearth_exercise::value::words_met(words, &SECOND_LOOK)
}

/// A letter that was written on the page of letters, as Mine keeps it.
pub fn written(item: ItemId, to: LetterFor, topic: &str, words: &str, now: DateTime<Utc>) -> ItemBody {
    let to = match to {
        LetterFor::Me => "me",
        LetterFor::Partner => "partner",
    };
    let body = json!([{ "label": "", "lines": [words], "for": to }]);
    own(item, topic, body, Some(can_go_from(now).to_rfc3339()))
}

/// One's own copy of a letter that was opened.
pub fn opened(item: ItemId, from: Person, topic: &str, lines: &[RecapRow]) -> ItemBody {
    let mut body = rows(lines);
    if let Some(first) = body.get_mut(0).and_then(Value::as_object_mut) {
        first.insert("from".into(), json!(from.letter()));
    }
    own(item, topic, body, None)
}

fn own(item: ItemId, title: &str, body: Value, until: Option<String>) -> ItemBody {
    let (kind, state) = (KIND.to_owned(), "kept".to_owned());
    ItemBody { item, kind, run: None, step: None, title: title.to_owned(), body, state, review: None, until }
}

/// A letter in the tray; `of` is the letter it is a copy of.
pub fn in_tray(item: ItemId, of: ItemId, topic: &str, lines: &[RecapRow]) -> ItemBody {
    let body = json!({ "of": of.to_string(), "rows": rows(lines) });
    ItemBody { state: IN_TRAY.to_owned(), ..own(item, topic, body, None) }
}

/// A pause of letters, by whoever writes it.
pub fn pause(item: ItemId) -> ItemBody {
    ItemBody { kind: PAUSED.to_owned(), state: "paused".to_owned(), ..own(item, "", json!([]), None) }
}

/// Whether it is a pause of letters.
pub fn is_pause(item: &ItemRow) -> bool {
    item.kind == PAUSED
}

fn rows(lines: &[RecapRow]) -> Value {
    lines.iter().map(|row| json!({ "label": row.label, "lines": row.lines })).collect()
}

/// A letter of Mine.
pub struct Mine<'a> {
    /// The item.
    pub item: &'a ItemRow,
}

impl<'a> Mine<'a> {
    /// Reads it; `None` for everything else in Mine.
    pub fn read(item: &'a ItemRow) -> Option<Self> {
        (item.kind == KIND && item.state == "kept" && item.removed.is_none()).then_some(Self { item })
    }

    /// Who wrote it, if it is a copy of the other's.
    pub fn from(&self) -> Option<Person> {
        self.item.body[0]["from"].as_str().and_then(Person::from_letter)
    }

    /// It was written on the page of letters.
    pub fn is_written(&self) -> bool {
        self.item.run.is_none() && self.from().is_none()
    }

    /// Its words, if it was written on the page of letters.
    pub fn words(&self) -> &str {
        self.item.body[0]["lines"][0].as_str().filter(|_| self.is_written()).unwrap_or_default()
    }

    /// Its words as they read; a part without any is left out.
    pub fn lines(&self) -> Vec<RecapRow> {
        let has_words = |row: &RecapRow| row.lines.iter().any(|line| !line.trim().is_empty());
        items::rows(&self.item.body).into_iter().filter(has_words).map(|row| RecapRow { by: None, ..row }).collect()
    }

    /// For whom it is. Of an exercise's letters only those go to the other whose step says that it may be offered:
    /// impact and answering letters and the pages on forgiving never do (CR19, CR21).
    pub fn to(&self, exercise: Option<&Exercise>) -> LetterFor {
        let offered = match (self.item.run, exercise) {
            (None, _) => self.is_written() && self.item.body[0]["for"] == "partner",
            (Some(_), Some(exercise)) => self.item.step.as_deref().is_some_and(|step| may_be_offered(exercise, step)),
            (Some(_), None) => false,
        };
        if offered { LetterFor::Partner } else { LetterFor::Me }
    }

    /// When it was last edited.
    pub fn edited(&self) -> DateTime<Utc> {
        self.item.until.map_or(self.item.made, edited_at)
    }

    /// From when on it can go.
    pub fn can_go_from(&self) -> DateTime<Utc> {
        can_go_from(self.edited())
    }
}

fn may_be_offered(exercise: &Exercise, step: &str) -> bool {
    let step = exercise.step(step).map(|step| &step.kind);
    matches!(step, Some(kind @ Kind::Letter(_)) if kind.visibility() == Some(hearth_domain::Visibility::Offer))
}

/// A letter in the tray, as Ours holds it.
pub struct Tray<'a> {
    /// The item.
    pub item: &'a ItemRow,
}

impl<'a> Tray<'a> {
    /// Reads it; `None` for everything else in Ours.
    pub fn read(item: &'a ItemRow) -> Option<Self> {
        (item.kind == KIND && item.state == IN_TRAY && item.removed.is_none()).then_some(Self { item })
    }

    /// The letter it is a copy of.
    pub fn of(&self) -> Option<ItemId> {
        self.item.body["of"].as_str()?.parse().ok()
    }

    /// Its words.
    pub fn lines(&self) -> Vec<RecapRow> {
        items::rows(&self.item.body["rows"])
    }
}

/// Under this name Mine keeps what its owner did with a letter in the tray.
pub fn choice(item: ItemId) -> String {
    format!("tray/{item}")
}

/// What one did with a letter in one's tray.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Nothing, or "Later".
    Waits,
    /// Opened; a copy lies in Mine.
    Opened,
    /// Left closed.
    Left,
}

impl Choice {
    /// How Mine keeps it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waits => "waits",
            Self::Opened => "opened",
            Self::Left => "left",
        }
    }

    /// Reads it.
    pub fn read(word: Option<&str>) -> Self {
        [Self::Opened, Self::Left].into_iter().find(|choice| Some(choice.word()) == word).unwrap_or(Self::Waits)
    }
}
