//! Conditions: `show_if`, `if` of a branch, `only` of a table source (`exercises.md` E27, grammar in
//! `build-notes.md` 1).
//!
//! ```text
//! expr = and {"or" and} ;  and = not {"and" not} ;  not = ["not"] cmp
//! cmp  = "(" expr ")" | ("any"|"all") "(" id op val ")" | term [op term]     op: < <= > >= == in
//! term = step-id | int | 'option' | ['a','b'] | clear(gate) | count(id) | done('slug',days) | agreed('slug')
//!      | sessions(days) | pace | lap
//! ```
//! A bare step id holds once it was answered. `clear`, `done` and `agreed` are true or false and stand alone;
//! everything else is compared. `pace` and `lap` are always the person's pace and the lap, never a step.
//! Must not know: steps, runs, people's answers. It reads them through [`Scope`].

mod eval;
mod lex;
mod parse;
mod print;
#[cfg(test)]
mod tests;

pub use eval::{RowScope, Scope, Seen, Whose};
pub use parse::{ParseError, Problem};

use std::collections::BTreeSet;

/// A parsed condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// One of two or more holds.
    Or(Vec<Expr>),
    /// Each of two or more holds.
    And(Vec<Expr>),
    /// It does not hold. A comparison with null does not hold, so this is true for null (E27).
    Not(Box<Expr>),
    /// An `each` step, compared for both people.
    People {
        /// Whether one person is enough.
        over: Over,
        /// The step.
        step: String,
        /// How.
        op: Op,
        /// With what.
        value: Literal,
    },
    /// Two terms.
    Compare {
        /// Left side.
        left: Term,
        /// How.
        op: Op,
        /// Right side.
        right: Term,
    },
    /// A step was answered, and not skipped.
    Answered(String),
    /// Only the exclusive option of that gate was chosen.
    Clear(String),
    /// That exercise was finished within so many days.
    Done {
        /// Which exercise.
        slug: String,
        /// How many days count.
        days: u32,
    },
    /// That exercise's agreement is in force.
    Agreed(String),
}

/// Over whom [`Expr::People`] asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// At least one of the two.
    Any,
    /// Both.
    All,
}

/// How two things are compared. There is no "not equal": with null it would read as an answer (E27).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `==`
    Equal,
    /// `in`
    In,
}

/// A value written in the condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// A whole number.
    Int(i64),
    /// An option id or a word.
    Option(String),
    /// Several of them.
    Options(Vec<String>),
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// The answer of a step, or the cell of a row in `only`.
    Step(String),
    /// Written in the condition.
    Literal(Literal),
    /// How many were picked, ticked or added.
    Count(String),
    /// Sittings together in so many days.
    Sessions(u32),
    /// The acting person's own pace.
    Pace,
    /// Which time round, from 1.
    Lap,
}

impl Expr {
    /// Reads a condition.
    ///
    /// # Errors
    /// The first thing that does not fit, with its column.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        parse::parse(text)
    }

    /// The steps it reads, gates included.
    #[must_use]
    pub fn reads(&self) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        self.collect(&mut found);
        found
    }

    /// Each plain piece of it, without `and`, `or`, `not`.
    #[must_use]
    pub fn pieces(&self) -> Vec<&Self> {
        match self {
            Self::Or(of) | Self::And(of) => of.iter().flat_map(Self::pieces).collect(),
            Self::Not(of) => of.pieces(),
            _ => vec![self],
        }
    }

    fn collect<'a>(&'a self, found: &mut BTreeSet<&'a str>) {
        match self {
            Self::Or(of) | Self::And(of) => of.iter().for_each(|e| e.collect(found)),
            Self::Not(of) => of.collect(found),
            Self::People { step, .. } | Self::Answered(step) | Self::Clear(step) => {
                found.insert(step);
            }
            Self::Compare { left, right, .. } => found.extend([left, right].into_iter().filter_map(Term::step)),
            Self::Done { .. } | Self::Agreed(_) => {}
        }
    }
}

impl Term {
    /// The step it reads, if any.
    #[must_use]
    pub fn step(&self) -> Option<&str> {
        match self {
            Self::Step(id) | Self::Count(id) => Some(id),
            Self::Literal(_) | Self::Sessions(_) | Self::Pace | Self::Lap => None,
        }
    }
}
