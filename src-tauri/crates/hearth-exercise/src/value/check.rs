//! Why an answer is not taken yet. Never whether it is a good one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use hearth_domain::Visibility;

use super::{Known, Picked, PickedWords, Planned, Row, Value};
use crate::model::{
    Checklist, Choice, Choose, Column, ColumnKind, Gate, Kind, LetterStep, Schedule, Step, Table, Words,
};

/// Characters of a short text, a cell, a free line.
pub(super) const SHORT: usize = 280;
/// Characters of a long text (`exercises.md` 1).
const LONG: usize = 4000;
/// Characters of a whole letter (`exchange.md` 1).
const LETTER: usize = 50_000;
/// Characters of an own word.
const WORD: usize = 60;
/// The engine's own option on every gate and on private choices that have no exclusive one.
pub(super) const RATHER_NOT: &str = "rather-not-say";

/// Why an answer is not taken. The window owns the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// What.
    pub code: IssueCode,
    /// Part, row or cell it is about (`row.column`).
    pub part: Option<String>,
    /// The bound that was crossed.
    pub bound: Option<u32>,
}

/// What can be wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum IssueCode {
    TooFew,
    TooMany,
    TooLong,
    NeedAll,
    UnknownOption,
    EmptyCell,
    NotANumber,
    NotADate,
    PastDate,
    OutOfRange,
}

impl IssueCode {
    /// The word in the contract.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::TooFew => "too_few",
            Self::TooMany => "too_many",
            Self::TooLong => "too_long",
            Self::NeedAll => "need_all",
            Self::UnknownOption => "unknown_option",
            Self::EmptyCell => "empty_cell",
            Self::NotANumber => "not_a_number",
            Self::NotADate => "not_a_date",
            Self::PastDate => "past_date",
            Self::OutOfRange => "out_of_range",
        }
    }
}

/// Holds an answer against its step.
#[must_use]
pub fn check(value: &Value, step: &Step, known: &Known<'_>) -> Vec<Issue> {
    let mut issues = Issues::default();
    match (&step.kind, value) {
        (Kind::Text(text), Value::Text(words)) => issues.long(words, if text.long { LONG } else { SHORT }, None),
        (Kind::Choose(choose), Value::Picked(picked)) if choose.per.is_none() => {
            choice(picked, choose, known.choices(step), None, &mut issues);
        }
        (Kind::Choose(choose), Value::PerRow(rows)) if choose.per.is_some() => {
            per_row(rows, choose, step, known, &mut issues);
        }
        (Kind::Consent(consent), Value::Picked(picked)) => one_of(picked, &consent.options, &mut issues),
        (Kind::Gate(gate), Value::Picked(picked)) => several_of(picked, gate, &mut issues),
        (Kind::Scale(scale), Value::Number(n)) if (scale.min..=scale.max).contains(&i64::from(*n)) => {}
        (Kind::Scale(_), Value::Number(_)) => issues.add(IssueCode::OutOfRange, None, None),
        (Kind::Words(words), Value::Words(picked)) => lexicon(picked, words, known, &mut issues),
        (Kind::Checklist(list), Value::Checks(checks)) => {
            checklist(checks, list, known.choices(step), &mut issues);
        }
        (Kind::Table(table), Value::Rows(rows)) => self::table(rows, table, known.choices(step), &mut issues),
        (Kind::Letter(letter), Value::Letter(parts)) => self::letter(parts, letter, &mut issues),
        (Kind::Schedule(schedule), Value::Date(date)) => planned(date, schedule, known.today, &mut issues),
        (Kind::Scale(_), _) => issues.add(IssueCode::NotANumber, None, None),
        (Kind::Schedule(_), _) => issues.add(IssueCode::NotADate, None, None),
        _ => issues.add(IssueCode::UnknownOption, None, None),
    }
    issues.0
}

#[derive(Default)]
struct Issues(Vec<Issue>);

impl Issues {
    fn add(&mut self, code: IssueCode, part: Option<&str>, bound: Option<u32>) {
        self.0.push(Issue { code, part: part.map(str::to_owned), bound });
    }

    fn long(&mut self, text: &str, most: usize, part: Option<&str>) {
        if text.chars().count() > most {
            self.add(IssueCode::TooLong, part, u32::try_from(most).ok());
        }
    }

    fn between(&mut self, n: usize, min: u32, max: u32, part: Option<&str>) {
        if n < min as usize {
            self.add(IssueCode::TooFew, part, Some(min));
        }
        if n > max as usize {
            self.add(IssueCode::TooMany, part, Some(max));
        }
    }

    /// Ids that are not on offer, or there twice.
    fn known(&mut self, ids: &[String], options: &[Choice], also: Option<&str>, part: Option<&str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            let offered = options.iter().any(|o| o.id == *id) || also == Some(id.as_str());
            if !offered || !seen.insert(id) {
                self.add(IssueCode::UnknownOption, part.or(Some(id)), None);
            }
        }
    }
}

fn choice(picked: &Picked, choose: &Choose, options: &[Choice], part: Option<&str>, issues: &mut Issues) {
    let also = declines(choose, options).then_some(RATHER_NOT);
    issues.known(&picked.picked, options, also, part);
    match &picked.other {
        Some(other) if choose.other && !other.trim().is_empty() => issues.long(other, SHORT, part.or(Some("other"))),
        Some(_) => issues.add(IssueCode::UnknownOption, part.or(Some("other")), None),
        None => {}
    }
    let chosen = picked.picked.len() + usize::from(picked.other.is_some());
    let alone = picked.picked.iter().any(|id| Some(id.as_str()) == also || exclusive(options, id));
    if alone { issues.between(chosen, 1, 1, part) } else { issues.between(chosen, choose.min, choose.max, part) }
}

/// Whether the engine adds "rather not say" (`build-notes.md` 1).
fn declines(choose: &Choose, options: &[Choice]) -> bool {
    matches!(choose.visibility, Visibility::Eph | Visibility::Priv | Visibility::Seal)
        && !options.iter().any(|o| o.exclusive)
}

fn exclusive(options: &[Choice], id: &str) -> bool {
    options.iter().any(|o| o.exclusive && o.id == id)
}

fn per_row(rows: &BTreeMap<String, Picked>, choose: &Choose, step: &Step, known: &Known<'_>, issues: &mut Issues) {
    for (row, picked) in rows {
        if known.per.iter().any(|r| r.id == *row) {
            choice(picked, choose, known.choices(step), Some(row), issues);
        } else {
            issues.add(IssueCode::UnknownOption, Some(row), None);
        }
    }
    for row in known.per.iter().filter(|r| choose.min > 0 && !rows.contains_key(&r.id)) {
        issues.add(IssueCode::TooFew, Some(&row.id), Some(choose.min));
    }
}

fn one_of(picked: &Picked, options: &[Choice], issues: &mut Issues) {
    issues.known(&picked.picked, options, None, None);
    issues.between(picked.picked.len(), 1, 1, None);
    no_other(picked, issues);
}

fn several_of(picked: &Picked, gate: &Gate, issues: &mut Issues) {
    issues.known(&picked.picked, &gate.options, Some(RATHER_NOT), None);
    let alone = picked.picked.iter().any(|id| id == RATHER_NOT || exclusive(&gate.options, id));
    issues.between(picked.picked.len(), 1, if alone { 1 } else { gate.max }, None);
    no_other(picked, issues);
}

fn no_other(picked: &Picked, issues: &mut Issues) {
    if picked.other.is_some() {
        issues.add(IssueCode::UnknownOption, Some("other"), None);
    }
}

fn lexicon(picked: &PickedWords, words: &Words, known: &Known<'_>, issues: &mut Issues) {
    let groups = known.lexicons.get(&words.lexicon).map_or(&[][..], Vec::as_slice);
    for word in picked.picked.iter().filter(|w| !groups.iter().any(|g| g.words.contains(*w))) {
        issues.add(IssueCode::UnknownOption, Some(word), None);
    }
    for word in &picked.own {
        if !words.own || word.trim().is_empty() {
            issues.add(IssueCode::UnknownOption, Some(word), None);
        }
        issues.long(word, WORD, None);
    }
    issues.between(picked.picked.len() + picked.own.len(), words.min, words.max, None);
}

fn checklist(checks: &BTreeMap<String, String>, list: &Checklist, items: &[Choice], issues: &mut Issues) {
    for (item, state) in checks {
        if !items.iter().any(|i| i.id == *item) || !list.states.iter().any(|s| s.id == *state) {
            issues.add(IssueCode::UnknownOption, Some(item), None);
        }
    }
    let tick = list.states.first().map(|s| &s.id);
    if list.need_all && !items.iter().all(|i| checks.get(&i.id) == tick && tick.is_some()) {
        issues.add(IssueCode::NeedAll, None, None);
    }
}

fn table(rows: &[Row], table: &Table, fixed: &[Choice], issues: &mut Issues) {
    let mut seen = BTreeSet::new();
    for row in rows {
        let here = table.rows.is_none() || fixed.iter().any(|f| f.id == row.row);
        if !here || !seen.insert(&row.row) {
            issues.add(IssueCode::UnknownOption, Some(&row.row), None);
        }
        cells(row, table, issues);
    }
    if table.rows.is_none() {
        issues.between(rows.len(), table.min_rows, table.max_rows, None);
    }
    for row in fixed.iter().filter(|f| table.rows.is_some() && !seen.contains(&f.id)) {
        for column in table.columns.iter().filter(|c| c.required) {
            issues.add(IssueCode::EmptyCell, Some(&format!("{}.{}", row.id, column.id)), None);
        }
    }
}

fn cells(row: &Row, table: &Table, issues: &mut Issues) {
    for id in row.cells.keys().filter(|id| !table.columns.iter().any(|c| c.id == **id)) {
        issues.add(IssueCode::UnknownOption, Some(&format!("{}.{id}", row.row)), None);
    }
    for column in &table.columns {
        let part = format!("{}.{}", row.row, column.id);
        match row.cells.get(&column.id).map(|c| c.trim()).filter(|c| !c.is_empty()) {
            Some(text) => cell(text, column, &part, issues),
            None if column.required => issues.add(IssueCode::EmptyCell, Some(&part), None),
            None => {}
        }
    }
}

fn cell(text: &str, column: &Column, part: &str, issues: &mut Issues) {
    issues.long(text, SHORT, Some(part));
    let code = match &column.kind {
        ColumnKind::Number if text.parse::<i64>().is_err() => IssueCode::NotANumber,
        ColumnKind::Date if date(text).is_none() => IssueCode::NotADate,
        ColumnKind::Choose(options) if !options.iter().any(|o| o.id == text) => IssueCode::UnknownOption,
        ColumnKind::Who if !["a", "b", "both"].contains(&text) => IssueCode::UnknownOption,
        _ => return,
    };
    issues.add(code, Some(part), None);
}

fn letter(parts: &BTreeMap<String, String>, letter: &LetterStep, issues: &mut Issues) {
    for id in parts.keys().filter(|id| !letter.parts.iter().any(|p| p.id == **id)) {
        issues.add(IssueCode::UnknownOption, Some(id), None);
    }
    if parts.values().map(|p| p.chars().count()).sum::<usize>() > LETTER {
        issues.add(IssueCode::TooLong, None, u32::try_from(LETTER).ok());
    }
}

fn planned(planned: &Planned, schedule: &Schedule, today: NaiveDate, issues: &mut Issues) {
    match date(&planned.start) {
        None => issues.add(IssueCode::NotADate, Some("start"), None),
        Some(start) if start < today => issues.add(IssueCode::PastDate, Some("start"), None),
        Some(_) => {}
    }
    if planned.at.as_ref().is_some_and(|at| at.len() != 5 || NaiveTime::parse_from_str(at, "%H:%M").is_err()) {
        issues.add(IssueCode::NotADate, Some("at"), None);
    }
    if planned.repeat.as_ref().is_some_and(|again| !schedule.repeat || !(1..=52).contains(&again.interval())) {
        issues.add(IssueCode::OutOfRange, Some("repeat"), Some(52));
    }
}

/// `YYYY-MM-DD` and nothing near it.
fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10)
}
