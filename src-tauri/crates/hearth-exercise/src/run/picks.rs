//! The owner ticks what to show, on a page of their own with nothing ticked (E13); copies of the ticked move.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use hearth_domain::{Pair, Person, Visibility};

use super::place::{Copied, Place, ShownPage};
use super::words::{Private, Shared, Shown};
use super::{Issue, OwnAnswer, Refused, Run, World};
use crate::model::{Exercise, Kind, Reveal, Source, Step};
use crate::page::{LetterWaits, PickRow, RecapRow};
use crate::value::{Picked, Value};

/// Something that could be shown.
pub(super) struct Pickable {
    pub id: String,
    pub lines: Vec<String>,
    part: Piece,
}

/// Where it comes from.
enum Piece {
    /// The whole answer.
    Whole(usize),
    /// One row, option, item or word of it.
    One(usize, String),
    /// An agreement that is already in Ours.
    Due(String),
}

/// An own answer that a reveal may draw on.
struct Origin<'a> {
    step: &'a Step,
    exercise: &'a Exercise,
    value: Private,
}

impl Run {
    pub(super) fn reveal_at(&self, at: usize) -> Option<&Reveal> {
        if let Kind::Reveal(reveal) = &self.step(at).kind { Some(reveal) } else { None }
    }

    /// What that person could show. Read only on their own page.
    pub(super) fn pickable(&self, at: usize, who: Person, world: &World) -> Vec<Pickable> {
        let Some(reveal) = self.reveal_at(at) else { return Vec::new() };
        let mut found = Vec::new();
        for (n, source) in reveal.items.iter().enumerate() {
            if *source == Source::AgreementsDue {
                found.extend(world.due.iter().map(|due| Pickable {
                    id: format!("agreement.{}", due.id),
                    lines: due.lines.clone(),
                    part: Piece::Due(due.id.clone()),
                }));
            } else if let Some(origin) = self.origin(source, who, world) {
                found.extend(self.pieces(&origin, n, world));
            }
        }
        found
    }

    /// The answer a source names, if its writer has one and it does not rest (E36).
    fn origin<'a>(&'a self, source: &Source, who: Person, world: &'a World) -> Option<Origin<'a>> {
        let (slug, id) = match source {
            Source::Step(id) => (self.exercise.slug.as_str(), id),
            Source::OwnRun { slug, step } => (slug.as_str(), step),
            Source::AgreementsDue => return None,
        };
        if let (Source::Step(_), Some(at)) = (source, self.position(id)) {
            let value = self.book.own(who, id, self.lap)?.value.clone()?;
            return Some(Origin { step: self.step(at), exercise: &self.exercise, value });
        }
        let own = world.own.of(who).get(&(slug.to_owned(), id.clone()))?;
        // No file check can look into another exercise, so what was offered there is looked up here (E12, E16).
        let step = own.exercise.step(id).filter(|s| s.kind.visibility() == Some(Visibility::Offer))?;
        rests_until(own, step, world).is_none().then(|| Origin {
            step,
            exercise: &own.exercise,
            value: own.value.clone(),
        })
    }

    fn pieces(&self, origin: &Origin<'_>, n: usize, world: &World) -> Vec<Pickable> {
        let lines = |value: &Value| self.lines_of(origin.exercise, origin.step, value, None, world);
        let one = |id: &str, value: &Value| Pickable {
            id: format!("{n}.{id}"),
            lines: lines(value),
            part: Piece::One(n, id.to_owned()),
        };
        let value = origin.value.value();
        match parts_of(value) {
            Some(ids) => ids.iter().filter_map(|id| Some(one(id, &only(value, id)?))).collect(),
            None => vec![Pickable { id: n.to_string(), lines: lines(value), part: Piece::Whole(n) }],
        }
    }

    pub(super) fn pick_rows(&self, at: usize, who: Person, world: &World) -> Vec<PickRow> {
        self.pickable(at, who, world).into_iter().map(|p| PickRow { id: p.id, lines: p.lines }).collect()
    }

    /// At most so many may be ticked.
    pub(super) fn most_picks(&self, at: usize, rows: usize) -> u32 {
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        self.reveal_at(at).and_then(|r| r.most).map_or(rows, |most| most.min(rows))
    }

    pub(super) fn nothing_to_pick(&self, at: usize, world: &World) -> bool {
        matches!(&self.place, Place::Turn(turn) if self.pickable(at, turn.who, world).is_empty())
    }

    pub(super) fn take_pick(&mut self, step: &str, items: Vec<String>, world: &World) -> Result<Vec<Issue>, Refused> {
        let Place::Turn(turn) = &self.place else { return Err(Refused::NotHere) };
        let super::place::Spot::Page(at) = turn.spot else { return Err(Refused::NotHere) };
        let (who, rows) = (turn.who, self.pickable(at, turn.who, world));
        if self.step(at).id != step || self.reveal_at(at).is_none() {
            return Err(Refused::NotHere);
        }
        if let Some(issue) = unfit(&items, &rows, self.most_picks(at, rows.len())) {
            return Ok(vec![issue]);
        }
        if self.cast.joint() {
            self.turn_mut().ok_or(Refused::NotHere)?.picks.of_mut(who).clone_from(&items);
            self.end_turn(world);
        } else {
            self.note_answer(at, who, Some(Value::Picked(Picked { picked: items, other: None })));
            self.pass_page(at, world);
        }
        Self::fine()
    }

    /// Everyone who could show something has ticked. Showing nothing is complete; without a letter to read
    /// there is nothing to go on with, and that looks like any other neutral end (E36).
    pub(super) fn show_picks(&mut self, at: usize, picks: &Pair<Vec<String>>, world: &World) {
        let mut pages = Vec::new();
        for who in self.asked(self.step(at)) {
            for copy in self.copies(at, who, picks.of(who), world) {
                self.keep_ours(&copy.step, Some(who), Some(copy.value));
                pages.extend(copy.rows.into_iter().map(|row| self.shown_page(at, who, row)));
            }
        }
        match (pages.is_empty(), self.is_of_a_letter(at, world)) {
            (false, _) => self.show_pages(at, pages),
            (true, true) => self.end_neutral(false),
            (true, false) => self.after_step(at, world),
        }
    }

    fn shown_page(&self, at: usize, who: Person, row: RecapRow) -> ShownPage {
        let replies = self.reveal_at(at).map(|r| r.replies.clone()).unwrap_or_default();
        ShownPage { rows: vec![row], stars: Vec::new(), by: Some(who), replies, reply_to: self.step(at).id.clone() }
    }

    /// A copy a source, kept under the reveal's own name; further sources add their number.
    fn copies(&self, at: usize, who: Person, ticked: &[String], world: &World) -> Vec<Copied> {
        let Some(reveal) = self.reveal_at(at) else { return Vec::new() };
        let rows: Vec<Pickable> =
            self.pickable(at, who, world).into_iter().filter(|p| ticked.contains(&p.id)).collect();
        let mut copies: Vec<Copied> = Vec::new();
        for (n, source) in reveal.items.iter().enumerate() {
            let mine: Vec<&Pickable> = rows.iter().filter(|p| p.part.source(reveal) == n).collect();
            let Some(value) = self.copy(source, who, &mine, world) else { continue };
            let step = self.copy_name(at, copies.len());
            let label = self.label_of(source, world, who).unwrap_or_else(|| self.step(at).label.clone());
            let row = |p: &&Pickable| RecapRow { label: label.clone(), lines: p.lines.clone(), by: Some(who) };
            copies.push(Copied { step, value, rows: mine.iter().map(row).collect() });
        }
        copies
    }

    fn copy_name(&self, at: usize, n: usize) -> String {
        let id = &self.step(at).id;
        if n == 0 { id.clone() } else { format!("{id}.{}", n + 1) }
    }

    fn label_of(&self, source: &Source, world: &World, who: Person) -> Option<String> {
        self.origin(source, who, world).map(|origin| origin.step.label.clone())
    }

    fn copy(&self, source: &Source, who: Person, ticked: &[&Pickable], world: &World) -> Option<Shared> {
        let first = ticked.first()?;
        let shown = Shown::by_own_tick(&first.id);
        if *source == Source::AgreementsDue {
            let picked =
                ticked.iter().filter_map(|p| if let Piece::Due(id) = &p.part { Some(id.clone()) } else { None });
            return Some(Shared::written(Value::Picked(Picked { picked: picked.collect(), other: None })));
        }
        let origin = self.origin(source, who, world)?;
        let ids: Vec<&str> = ticked.iter().filter_map(|p| p.part.id()).collect();
        let value = if ids.is_empty() { origin.value.value().clone() } else { keep_only(origin.value.value(), &ids) };
        Some(Shared::of_private(&Private::new(value), &shown))
    }

    /// Why that person has no letter to show, if this reveal is about one.
    pub(super) fn letter_waits(&self, at: usize, who: Person, world: &World) -> Option<LetterWaits> {
        let sources = &self.reveal_at(at)?.items;
        let resting = sources.iter().find_map(|source| {
            let Source::OwnRun { slug, step } = source else { return None };
            let own = world.own.of(who).get(&(slug.clone(), step.clone()))?;
            let until = rests_until(own, own.exercise.step(step)?, world)?;
            Some(until.to_rfc3339_opts(SecondsFormat::Secs, true))
        });
        match resting {
            Some(until) => Some(LetterWaits::Rests { until }),
            None => sources.iter().any(|source| self.names_a_letter(source)).then_some(LetterWaits::Unwritten),
        }
    }

    /// A letter of this exercise; whether another exercise's step is one is known only once it is written.
    fn names_a_letter(&self, source: &Source) -> bool {
        let id = match source {
            Source::Step(id) => id,
            Source::OwnRun { slug, step } if *slug == self.exercise.slug => step,
            _ => return false,
        };
        self.exercise.step(id).is_some_and(|step| matches!(step.kind, Kind::Letter(_)))
    }

    /// An unwritten letter is one too: it ends like a letter that is kept back (E36).
    fn is_of_a_letter(&self, at: usize, world: &World) -> bool {
        let written = |source: &Source| {
            let Source::OwnRun { slug, step } = source else { return false };
            Person::BOTH.iter().any(|who| {
                let own = world.own.of(*who).get(&(slug.clone(), step.clone()));
                own.and_then(|own| own.exercise.step(step)).is_some_and(|s| matches!(s.kind, Kind::Letter(_)))
            })
        };
        let sources = self.reveal_at(at).map(|reveal| reveal.items.as_slice()).unwrap_or_default();
        sources.iter().any(|source| self.names_a_letter(source) || written(source))
    }
}

impl Piece {
    fn id(&self) -> Option<&str> {
        if let Self::One(_, id) = self { Some(id) } else { None }
    }

    fn source(&self, reveal: &Reveal) -> usize {
        match self {
            Self::Whole(n) | Self::One(n, _) => *n,
            Self::Due(_) => reveal.items.iter().position(|s| *s == Source::AgreementsDue).unwrap_or(usize::MAX),
        }
    }
}

/// Until when an earlier own answer rests. Only a letter does: a clock that was moved back closes nothing else.
fn rests_until(own: &OwnAnswer, step: &Step, world: &World) -> Option<DateTime<Utc>> {
    let hours = Some(cooloff_h(step)).filter(|hours| *hours > 0)?;
    let until = own.edited + TimeDelta::hours(i64::from(hours));
    (world.now < until).then_some(until)
}

const fn cooloff_h(step: &Step) -> u32 {
    if let Kind::Letter(letter) = &step.kind { letter.cooloff_h } else { 0 }
}

fn unfit(items: &[String], rows: &[Pickable], most: u32) -> Option<Issue> {
    if let Some(unknown) = items.iter().find(|id| !rows.iter().any(|r| r.id == **id)) {
        return Some(Issue { code: "unknown_option", part: Some(unknown.clone()), bound: None });
    }
    (items.len() > most as usize).then_some(Issue { code: "too_many", part: None, bound: Some(most) })
}

/// The parts of an answer that can be ticked one by one; `None` if it only goes as a whole.
fn parts_of(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Rows(rows) => Some(rows.iter().map(|r| r.row.clone()).collect()),
        Value::Picked(p) => Some(p.picked.clone()),
        Value::Words(w) => Some([w.picked.clone(), w.own.clone()].concat()),
        Value::Checks(c) => Some(c.keys().cloned().collect()),
        Value::PerRow(r) => Some(r.keys().cloned().collect()),
        Value::Text(_) | Value::Number(_) | Value::Letter(_) | Value::Date(_) => None,
    }
}

fn only(value: &Value, id: &str) -> Option<Value> {
    parts_of(value)?.iter().any(|p| p == id).then(|| keep_only(value, &[id]))
}

fn keep_only(value: &Value, ids: &[&str]) -> Value {
    let mut value = value.clone();
    let has = |id: &str| ids.contains(&id);
    match &mut value {
        Value::Rows(rows) => rows.retain(|r| has(&r.row)),
        Value::Picked(p) => {
            p.picked.retain(|id| has(id));
            p.other = p.other.take().filter(|_| has("other"));
        }
        Value::Words(w) => {
            w.picked.retain(|id| has(id));
            w.own.retain(|id| has(id));
        }
        Value::Checks(c) => c.retain(|id, _| has(id)),
        Value::PerRow(r) => r.retain(|id, _| has(id)),
        Value::Text(_) | Value::Number(_) | Value::Letter(_) | Value::Date(_) => {}
    }
    value
}
