//! Conditions in words.

use hearth_exercise::condition::{Expr, Literal, Op, Over, Term};
use hearth_exercise::model::{Choice, Exercise, Items, Kind, Step};

use crate::catalogue::Catalogue;

/// "if both answered 4 or more to .." or "unless ..".
pub fn when(expr: &Expr, exercise: &Exercise, catalogue: &Catalogue) -> String {
    let words = Words { exercise, catalogue };
    match expr {
        Expr::Not(of) => format!("unless {}", words.of(of)),
        other => format!("if {}", words.of(other)),
    }
}

/// A step's question; its id if it is not in this exercise.
pub fn label<'a>(id: &'a str, exercise: &'a Exercise) -> &'a str {
    exercise.step(id).map_or(id, |step| step.label.as_str())
}

struct Words<'a> {
    exercise: &'a Exercise,
    catalogue: &'a Catalogue,
}

impl Words<'_> {
    fn of(&self, expr: &Expr) -> String {
        match expr {
            Expr::Or(all) => self.joined(all, " or "),
            Expr::And(all) => self.joined(all, " and "),
            Expr::Not(of) => format!("it is not so that {}", self.of(of)),
            Expr::People { over, step, op, value } => {
                let who = if *over == Over::Any { "at least one of you" } else { "both of you" };
                format!("{who} {} “{}”", self.verb(step, *op, value), self.label(step))
            }
            Expr::Compare { left: Term::Literal(value), op: Op::In, right: Term::Step(step) } => {
                format!("{} was chosen in “{}”", self.value(step, value), self.label(step))
            }
            Expr::Compare { left: Term::Step(step), op, right: Term::Literal(value) } => {
                format!("“{}” was {}", self.label(step), self.measured(step, *op, value))
            }
            Expr::Compare { left, op, right } => format!("{} {} {}", self.term(left), sign(*op), self.term(right)),
            Expr::Answered(step) => format!("“{}” was answered", self.label(step)),
            Expr::Clear(gate) => format!("nothing applied in “{}”", self.label(gate)),
            Expr::Done { slug, days } => format!("“{}” was done in the last {days} days", self.catalogue.title(slug)),
            Expr::Agreed(slug) => format!("the agreement of “{}” is in force", self.catalogue.title(slug)),
        }
    }

    fn joined(&self, all: &[Expr], by: &str) -> String {
        let nested = |one: &Expr| matches!(one, Expr::Or(_) | Expr::And(_));
        let each = all.iter().map(|one| if nested(one) { format!("({})", self.of(one)) } else { self.of(one) });
        each.collect::<Vec<_>>().join(by)
    }

    fn label(&self, step: &str) -> &str {
        self.exercise.step(step).map_or("this", |step| step.label.as_str())
    }

    /// What people did: "answered 4 or more to", "chose .. in".
    fn verb(&self, step: &str, op: Op, value: &Literal) -> String {
        match value {
            Literal::Int(n) => format!("answered {} to", number(op, *n)),
            other => format!("chose {} in", self.value(step, other)),
        }
    }

    fn measured(&self, step: &str, op: Op, value: &Literal) -> String {
        match value {
            Literal::Int(n) => format!("answered with {}", number(op, *n)),
            other => format!("answered with {}", self.value(step, other)),
        }
    }

    fn value(&self, step: &str, value: &Literal) -> String {
        match value {
            Literal::Int(n) => n.to_string(),
            Literal::Option(id) => self.option(step, id),
            Literal::Options(ids) => ids.iter().map(|id| self.option(step, id)).collect::<Vec<_>>().join(" or "),
        }
    }

    fn option(&self, step: &str, id: &str) -> String {
        let options = self.exercise.step(step).map(options).unwrap_or_default();
        let words = options.iter().find(|option| option.id == id).map(|option| option.label.as_str());
        format!("“{}”", words.filter(|words| !words.is_empty()).unwrap_or(&id.replace('-', " ")))
    }

    fn term(&self, term: &Term) -> String {
        match term {
            Term::Step(id) => format!("“{}”", self.label(id)),
            Term::Literal(Literal::Int(n)) => n.to_string(),
            Term::Literal(value) => self.value("", value),
            Term::Count(id) => format!("the number of answers to “{}”", self.label(id)),
            Term::Sessions(days) => format!("the number of sittings in the last {days} days"),
            Term::Pace => "your own pace".to_owned(),
            Term::Lap => "the round".to_owned(),
        }
    }
}

fn options(step: &Step) -> &[Choice] {
    match &step.kind {
        Kind::Choose(choose) => given(&choose.options),
        Kind::Consent(consent) => &consent.options,
        Kind::Gate(gate) => &gate.options,
        Kind::Checklist(list) => given(&list.items),
        _ => &[],
    }
}

fn given(items: &Items) -> &[Choice] {
    match items {
        Items::Given(choices) => choices,
        Items::From(_) => &[],
    }
}

fn number(op: Op, n: i64) -> String {
    match op {
        Op::Less => format!("less than {n}"),
        Op::AtMost => format!("{n} or less"),
        Op::More => format!("more than {n}"),
        Op::AtLeast => format!("{n} or more"),
        Op::Equal | Op::In => n.to_string(),
    }
}

const fn sign(op: Op) -> &'static str {
    match op {
        Op::Less => "is less than",
        Op::AtMost => "is at most",
        Op::More => "is more than",
        Op::AtLeast => "is at least",
        Op::Equal => "is",
        Op::In => "is one of",
    }
}
