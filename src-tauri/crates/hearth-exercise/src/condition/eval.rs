//! Whether a condition holds (E27). Anything unanswered, and anything that does not compare, is false.

use hearth_domain::{Pace, Person};

use super::{Expr, Literal, Op, Over, Term};
use crate::model::{Kind, Step};
use crate::value::{Picked, Row, Value};

/// Whose answer is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The acting person's own inside their turn, or the one answer of a `me`, `both` or role step.
    /// Outside a turn an `each` step has no such answer.
    Acting,
    /// That person's answer of an `each` step.
    Of(Person),
}

/// What a condition may look at. The run engine answers for a run, [`RowScope`] for a table row.
pub trait Scope {
    /// The answer of a step as it compares; `None` if skipped, unanswered or not readable here.
    fn value(&self, step: &str, whose: Whose) -> Option<Seen>;
    /// How many were picked, ticked or added; `None` if unanswered.
    fn count(&self, step: &str) -> Option<u32> {
        self.value(step, Whose::Acting).map(|seen| seen.count())
    }
    /// That exercise was finished within so many days.
    fn done(&self, slug: &str, days: u32) -> bool;
    /// That exercise's agreement is in force.
    fn agreed(&self, slug: &str) -> bool;
    /// Sittings together in so many days.
    fn sessions(&self, days: u32) -> u32;
    /// The acting person's own pace.
    fn pace(&self) -> Option<Pace>;
    /// Which time round, from 1.
    fn lap(&self) -> u32;
    /// Only the exclusive option of that gate was chosen; outside a turn, by everyone asked.
    fn clear(&self, gate: &str) -> bool;
}

/// An answer as conditions see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// A whole number.
    Number(i64),
    /// One option: choose-one compares as its option.
    One(String),
    /// Several: lists compare only by `in`.
    Many(Vec<String>),
    /// Answered, with so many parts, but never compared: writing, dates, tables.
    Written(u32),
}

impl Seen {
    /// How an answer to this step compares. Checklists are seen as the items with the first state.
    #[must_use]
    pub fn of(value: &Value, step: &Step) -> Self {
        match value {
            Value::Number(n) => Self::Number(i64::from(*n)),
            Value::Picked(picked) => Self::picked(picked, one_of(step)),
            Value::Words(words) => Self::Many([words.picked.clone(), words.own.clone()].concat()),
            Value::Checks(checks) => Self::Many(ticked(checks, step)),
            Value::Rows(rows) => Self::Written(count(rows.len())),
            Value::PerRow(rows) => Self::Written(count(rows.len())),
            Value::Letter(parts) => Self::Written(count(parts.values().filter(|p| !p.trim().is_empty()).count())),
            Value::Text(_) | Value::Date(_) => Self::Written(1),
        }
    }

    fn picked(picked: &Picked, one: bool) -> Self {
        match picked.picked.as_slice() {
            [only] if one => Self::One(only.clone()),
            [] if picked.other.is_some() => Self::Many(vec!["other".to_owned()]),
            all => Self::Many(all.to_vec()),
        }
    }

    /// How many were picked, ticked or added.
    #[must_use]
    pub fn count(&self) -> u32 {
        match self {
            Self::Number(_) | Self::One(_) => 1,
            Self::Many(all) => count(all.len()),
            Self::Written(parts) => *parts,
        }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Gates take several answers, consents one, and a choice as many as its `max`.
fn one_of(step: &Step) -> bool {
    match &step.kind {
        Kind::Choose(choose) => choose.max == 1,
        Kind::Consent(_) => true,
        _ => false,
    }
}

fn ticked(checks: &std::collections::BTreeMap<String, String>, step: &Step) -> Vec<String> {
    let Kind::Checklist(list) = &step.kind else { return Vec::new() };
    let Some(tick) = list.states.first() else { return Vec::new() };
    checks.iter().filter(|(_, state)| **state == tick.id).map(|(item, _)| item.clone()).collect()
}

/// A row of a table, for `only = "zone == 'nourish'"`: names are its columns.
#[derive(Clone, Copy, Debug)]
pub struct RowScope<'a>(pub &'a Row);

impl Scope for RowScope<'_> {
    fn value(&self, column: &str, _whose: Whose) -> Option<Seen> {
        let cell = self.0.cells.get(column).filter(|cell| !cell.is_empty())?;
        Some(cell.parse().map_or_else(|_| Seen::One(cell.clone()), Seen::Number))
    }
    fn done(&self, _slug: &str, _days: u32) -> bool {
        false
    }
    fn agreed(&self, _slug: &str) -> bool {
        false
    }
    fn sessions(&self, _days: u32) -> u32 {
        0
    }
    fn pace(&self) -> Option<Pace> {
        None
    }
    fn lap(&self) -> u32 {
        1
    }
    fn clear(&self, _gate: &str) -> bool {
        false
    }
}

impl Expr {
    /// Whether it holds.
    #[must_use]
    pub fn holds(&self, scope: &dyn Scope) -> bool {
        match self {
            Self::Or(all) => all.iter().any(|e| e.holds(scope)),
            Self::And(all) => all.iter().all(|e| e.holds(scope)),
            Self::Not(of) => !of.holds(scope),
            Self::People { over, step, op, value } => people(scope, *over, step, *op, value),
            Self::Compare { left, op, right } => compare(term(scope, left).as_ref(), *op, term(scope, right).as_ref()),
            Self::Answered(step) => scope.value(step, Whose::Acting).is_some(),
            Self::Clear(gate) => scope.clear(gate),
            Self::Done { slug, days } => scope.done(slug, *days),
            Self::Agreed(slug) => scope.agreed(slug),
        }
    }
}

fn people(scope: &dyn Scope, over: Over, step: &str, op: Op, value: &Literal) -> bool {
    let right = literal(value);
    let mut each = [Person::A, Person::B]
        .into_iter()
        .map(|who| compare(scope.value(step, Whose::Of(who)).as_ref(), op, Some(&right)));
    match over {
        Over::Any => each.any(|holds| holds),
        Over::All => each.all(|holds| holds),
    }
}

fn term(scope: &dyn Scope, term: &Term) -> Option<Seen> {
    match term {
        Term::Step(id) => scope.value(id, Whose::Acting),
        Term::Literal(value) => Some(literal(value)),
        Term::Count(id) => scope.count(id).map(|n| Seen::Number(i64::from(n))),
        Term::Sessions(days) => Some(Seen::Number(i64::from(scope.sessions(*days)))),
        Term::Pace => scope.pace().map(|pace| Seen::One(pace.word().to_owned())),
        Term::Lap => Some(Seen::Number(i64::from(scope.lap()))),
    }
}

fn literal(value: &Literal) -> Seen {
    match value {
        Literal::Int(n) => Seen::Number(*n),
        Literal::Option(id) => Seen::One(id.clone()),
        Literal::Options(all) => Seen::Many(all.clone()),
    }
}

fn compare(left: Option<&Seen>, op: Op, right: Option<&Seen>) -> bool {
    let (Some(left), Some(right)) = (left, right) else { return false };
    match (left, right) {
        (Seen::Number(a), Seen::Number(b)) => numbers(*a, op, *b),
        (Seen::One(a), Seen::One(b)) => matches!(op, Op::Equal | Op::In) && a == b,
        (Seen::One(a), Seen::Many(b)) => op == Op::In && b.contains(a),
        _ => false,
    }
}

const fn numbers(a: i64, op: Op, b: i64) -> bool {
    match op {
        Op::Less => a < b,
        Op::AtMost => a <= b,
        Op::More => a > b,
        Op::AtLeast => a >= b,
        Op::Equal => a == b,
        Op::In => false,
    }
}
