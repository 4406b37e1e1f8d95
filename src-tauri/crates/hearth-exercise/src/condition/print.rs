//! A condition as text again, in the form [`Expr::parse`] reads.

use std::fmt::{Display, Formatter, Result};

use super::{Expr, Literal, Op, Over, Term};

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Or(all) => joined(f, all, " or ", |e| matches!(e, Self::Or(_))),
            Self::And(all) => joined(f, all, " and ", |e| matches!(e, Self::Or(_) | Self::And(_))),
            Self::Not(of) => {
                f.write_str("not ")?;
                part(f, of, matches!(**of, Self::Or(_) | Self::And(_) | Self::Not(_)))
            }
            Self::People { over, step, op, value } => write!(f, "{over}({step} {op} {value})"),
            Self::Compare { left, op, right } => write!(f, "{left} {op} {right}"),
            Self::Answered(step) => f.write_str(step),
            Self::Clear(gate) => write!(f, "clear({gate})"),
            Self::Done { slug, days } => write!(f, "done('{slug}', {days})"),
            Self::Agreed(slug) => write!(f, "agreed('{slug}')"),
        }
    }
}

fn joined(f: &mut Formatter<'_>, all: &[Expr], by: &str, brackets: fn(&Expr) -> bool) -> Result {
    for (n, expr) in all.iter().enumerate() {
        f.write_str(if n == 0 { "" } else { by })?;
        part(f, expr, brackets(expr))?;
    }
    Ok(())
}

fn part(f: &mut Formatter<'_>, expr: &Expr, brackets: bool) -> Result {
    if brackets { write!(f, "({expr})") } else { write!(f, "{expr}") }
}

impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Step(id) => f.write_str(id),
            Self::Literal(value) => write!(f, "{value}"),
            Self::Count(id) => write!(f, "count({id})"),
            Self::Sessions(days) => write!(f, "sessions({days})"),
            Self::Pace => f.write_str("pace"),
            Self::Lap => f.write_str("lap"),
        }
    }
}

impl Display for Literal {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Int(n) => write!(f, "{n}"),
            Self::Option(text) => write!(f, "'{text}'"),
            Self::Options(all) => {
                let quoted: Vec<_> = all.iter().map(|text| format!("'{text}'")).collect();
                write!(f, "[{}]", quoted.join(", "))
            }
        }
    }
}

impl Display for Op {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Equal => "==",
            Self::In => "in",
        })
    }
}

impl Display for Over {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(if *self == Self::Any { "any" } else { "all" })
    }
}
