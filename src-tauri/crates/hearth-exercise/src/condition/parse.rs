//! Tokens into an [`Expr`], one function a line of the grammar.

use super::lex::{Token, tokens};
use super::{Expr, Literal, Op, Over, Term};

/// Brackets inside brackets; deeper ones are refused, so that no file can exhaust the stack.
const DEEPEST: u32 = 16;
/// Characters of a condition.
const LONGEST: usize = 2000;
/// Ten years, as everywhere in the file; a span beyond the calendar would stop a run.
const MOST_DAYS: u32 = 3650;
/// Words that cannot be a step in a condition.
pub(super) const RESERVED: [&str; 6] = ["and", "or", "not", "in", "pace", "lap"];

/// Why a condition cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("column {column}: {problem}")]
pub struct ParseError {
    /// Where, counted from 1 in characters.
    pub column: usize,
    /// What.
    pub problem: Problem,
}

/// What does not fit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "each variant is its sentence")]
pub enum Problem {
    #[error("a text is missing its closing quote")]
    OpenQuote,
    #[error("there is nothing between these quotes")]
    EmptyQuote,
    #[error("use single quotes here")]
    DoubleQuote,
    #[error("use a whole number")]
    NotWhole,
    #[error("there is no \"!=\"; write \"not a == b\"")]
    NotEqual,
    #[error("\"{0}\" does not belong here")]
    Unknown(char),
    #[error("this is where {0} should be")]
    Expected(&'static str),
    #[error("\"{0}\" has to be compared with something")]
    Alone(&'static str),
    #[error("\"{0}\" is true or false and is not compared")]
    Compared(&'static str),
    #[error("there are too many brackets inside brackets")]
    TooDeep,
    #[error("this condition is too long")]
    TooLong,
}

pub(super) fn parse(text: &str) -> Result<Expr, ParseError> {
    if text.chars().count() > LONGEST {
        return Err(ParseError { column: LONGEST, problem: Problem::TooLong });
    }
    let mut parser = Parser { tokens: tokens(text)?, at: 0, depth: 0 };
    let expr = parser.expr()?;
    if *parser.peek() == Token::End { Ok(expr) } else { parser.fail(Problem::Expected("\"and\", \"or\" or the end")) }
}

struct Parser {
    tokens: Vec<(usize, Token)>,
    at: usize,
    depth: u32,
}

/// What a term turned out to be: a whole condition by itself, or a side of a comparison.
enum Side {
    Whole(Expr, &'static str),
    Term(Term),
}

impl Parser {
    fn expr(&mut self) -> Result<Expr, ParseError> {
        let mut all = vec![self.and()?];
        while self.word("or") {
            all.push(self.and()?);
        }
        Ok(one_or(all, Expr::Or))
    }

    fn and(&mut self) -> Result<Expr, ParseError> {
        let mut all = vec![self.not()?];
        while self.word("and") {
            all.push(self.not()?);
        }
        Ok(one_or(all, Expr::And))
    }

    fn not(&mut self) -> Result<Expr, ParseError> {
        if self.word("not") { Ok(Expr::Not(Box::new(self.cmp()?))) } else { self.cmp() }
    }

    fn cmp(&mut self) -> Result<Expr, ParseError> {
        if self.sign("(") {
            return self.inside();
        }
        if self.call("any") {
            return self.people(Over::Any);
        }
        if self.call("all") {
            return self.people(Over::All);
        }
        self.terms()
    }

    fn inside(&mut self) -> Result<Expr, ParseError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return self.fail(Problem::TooDeep);
        }
        let expr = self.expr()?;
        self.depth -= 1;
        self.expect(")", "\")\"")?;
        Ok(expr)
    }

    fn people(&mut self, over: Over) -> Result<Expr, ParseError> {
        let step = self.name("a step")?;
        let Some(op) = self.op() else { return self.fail(Problem::Expected("a comparison")) };
        let Some(value) = self.literal()? else { return self.fail(Problem::Expected("a number or an option")) };
        self.expect(")", "\")\"")?;
        Ok(Expr::People { over, step, op, value })
    }

    fn terms(&mut self) -> Result<Expr, ParseError> {
        let left = self.side()?;
        let Some(op) = self.op() else { return self.whole(left) };
        let left = self.term(left)?;
        let right = self.side()?;
        Ok(Expr::Compare { left, op, right: self.term(right)? })
    }

    fn whole(&self, side: Side) -> Result<Expr, ParseError> {
        match side {
            Side::Whole(expr, _) => Ok(expr),
            Side::Term(Term::Step(id)) => Ok(Expr::Answered(id)),
            Side::Term(term) => self.fail(Problem::Alone(term_word(&term))),
        }
    }

    fn term(&self, side: Side) -> Result<Term, ParseError> {
        match side {
            Side::Term(term) => Ok(term),
            Side::Whole(_, word) => self.fail(Problem::Compared(word)),
        }
    }

    fn side(&mut self) -> Result<Side, ParseError> {
        if let Some(value) = self.literal()? {
            return Ok(Side::Term(Term::Literal(value)));
        }
        if let Some(side) = self.called()? {
            return Ok(side);
        }
        if self.word("pace") {
            return Ok(Side::Term(Term::Pace));
        }
        if self.word("lap") {
            return Ok(Side::Term(Term::Lap));
        }
        Ok(Side::Term(Term::Step(self.name("a step, a number or an option")?)))
    }

    fn called(&mut self) -> Result<Option<Side>, ParseError> {
        let side = if self.call("clear") {
            Side::Whole(Expr::Clear(self.name("a gate")?), "clear")
        } else if self.call("count") {
            Side::Term(Term::Count(self.name("a step")?))
        } else if self.call("done") {
            let slug = self.quoted()?;
            self.expect(",", "\",\"")?;
            Side::Whole(Expr::Done { slug, days: self.days()? }, "done")
        } else if self.call("agreed") {
            Side::Whole(Expr::Agreed(self.quoted()?), "agreed")
        } else if self.call("sessions") {
            Side::Term(Term::Sessions(self.days()?))
        } else {
            return Ok(None);
        };
        self.expect(")", "\")\"")?;
        Ok(Some(side))
    }

    fn literal(&mut self) -> Result<Option<Literal>, ParseError> {
        let found = match self.peek().clone() {
            Token::Int(n) => Literal::Int(n),
            Token::Quoted(text) => Literal::Option(text),
            Token::Sign("[") => return self.list().map(Some),
            _ => return Ok(None),
        };
        self.at += 1;
        Ok(Some(found))
    }

    fn list(&mut self) -> Result<Literal, ParseError> {
        self.at += 1;
        let mut all = vec![self.quoted()?];
        while self.sign(",") {
            all.push(self.quoted()?);
        }
        self.expect("]", "\"]\"")?;
        Ok(Literal::Options(all))
    }

    fn op(&mut self) -> Option<Op> {
        let op = match self.peek() {
            Token::Sign("<") => Op::Less,
            Token::Sign("<=") => Op::AtMost,
            Token::Sign(">") => Op::More,
            Token::Sign(">=") => Op::AtLeast,
            Token::Sign("==") => Op::Equal,
            Token::Name(name) if name == "in" => Op::In,
            _ => return None,
        };
        self.at += 1;
        Some(op)
    }

    fn quoted(&mut self) -> Result<String, ParseError> {
        let Token::Quoted(text) = self.peek().clone() else {
            return self.fail(Problem::Expected("a name in single quotes"));
        };
        self.at += 1;
        Ok(text)
    }

    fn days(&mut self) -> Result<u32, ParseError> {
        let Token::Int(n) = *self.peek() else { return self.fail(Problem::Expected("a number of days")) };
        let days = u32::try_from(n).ok().filter(|days| (1..=MOST_DAYS).contains(days));
        let Some(days) = days else { return self.fail(Problem::Expected("a number of days from 1 to 3650")) };
        self.at += 1;
        Ok(days)
    }

    fn name(&mut self, what: &'static str) -> Result<String, ParseError> {
        let Token::Name(name) = self.peek().clone() else { return self.fail(Problem::Expected(what)) };
        if RESERVED.contains(&name.as_str()) {
            return self.fail(Problem::Expected(what));
        }
        self.at += 1;
        Ok(name)
    }

    fn peek(&self) -> &Token {
        &self.tokens[self.at].1
    }

    fn word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Token::Name(name) if name == word);
        self.at += usize::from(found);
        found
    }

    fn sign(&mut self, sign: &'static str) -> bool {
        let found = *self.peek() == Token::Sign(sign);
        self.at += usize::from(found);
        found
    }

    /// `word(`, so that a step may be called `agreed` or `count`.
    fn call(&mut self, word: &str) -> bool {
        let opens = self.tokens.get(self.at + 1).is_some_and(|(_, t)| *t == Token::Sign("("));
        let found = opens && matches!(self.peek(), Token::Name(name) if name == word);
        self.at += if found { 2 } else { 0 };
        found
    }

    fn expect(&mut self, sign: &'static str, what: &'static str) -> Result<(), ParseError> {
        if self.sign(sign) { Ok(()) } else { self.fail(Problem::Expected(what)) }
    }

    fn fail<T>(&self, problem: Problem) -> Result<T, ParseError> {
        Err(ParseError { column: self.tokens[self.at].0, problem })
    }
}

fn one_or(mut all: Vec<Expr>, many: fn(Vec<Expr>) -> Expr) -> Expr {
    match all.pop() {
        Some(only) if all.is_empty() => only,
        Some(last) => {
            all.push(last);
            many(all)
        }
        None => many(all),
    }
}

const fn term_word(term: &Term) -> &'static str {
    match term {
        Term::Count(_) => "count",
        Term::Sessions(_) => "sessions",
        Term::Pace => "pace",
        Term::Lap => "lap",
        Term::Step(_) => "a step",
        Term::Literal(_) => "a value",
    }
}
