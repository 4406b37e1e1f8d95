//! Text of a condition into tokens, each with its column.

use super::parse::{ParseError, Problem};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Name(String),
    Int(i64),
    Quoted(String),
    Sign(&'static str),
    End,
}

/// Longer signs first, so that `<=` is not read as `<`.
const SIGNS: [&str; 10] = ["<=", ">=", "==", "<", ">", "(", ")", "[", "]", ","];

/// Tokens with columns, counted from 1 in characters; the last one is [`Token::End`].
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token)>, ParseError> {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let column = column_of(text, rest);
        let Some(first) = rest.chars().next() else {
            found.push((column, Token::End));
            return Ok(found);
        };
        let (token, length) = next(rest, first).map_err(|problem| ParseError { column, problem })?;
        found.push((column, token));
        rest = &rest[length..];
    }
}

fn column_of(text: &str, rest: &str) -> usize {
    text[..text.len() - rest.len()].chars().count() + 1
}

fn next(rest: &str, first: char) -> Result<(Token, usize), Problem> {
    match first {
        'a'..='z' => Ok(name(rest)),
        '0'..='9' | '-' => int(rest),
        '\'' => quoted(rest),
        _ => sign(rest, first),
    }
}

fn name(rest: &str) -> (Token, usize) {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
    let length = rest.find(|c| !fits(c)).unwrap_or(rest.len());
    (Token::Name(rest[..length].to_owned()), length)
}

fn int(rest: &str) -> Result<(Token, usize), Problem> {
    let length = rest[1..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |n| n + 1);
    if rest[length..].starts_with('.') {
        return Err(Problem::NotWhole);
    }
    rest[..length].parse().map(|n| (Token::Int(n), length)).map_err(|_| Problem::NotWhole)
}

fn quoted(rest: &str) -> Result<(Token, usize), Problem> {
    let inner = &rest[1..];
    let length = inner.find('\'').ok_or(Problem::OpenQuote)?;
    let text = &inner[..length];
    if text.is_empty() || text.chars().any(char::is_control) {
        return Err(Problem::EmptyQuote);
    }
    Ok((Token::Quoted(text.to_owned()), length + 2))
}

fn sign(rest: &str, first: char) -> Result<(Token, usize), Problem> {
    if rest.starts_with("!=") {
        return Err(Problem::NotEqual);
    }
    if rest.starts_with('"') {
        return Err(Problem::DoubleQuote);
    }
    let found = SIGNS.into_iter().find(|s| rest.starts_with(s));
    found.map(|s| (Token::Sign(s), s.len())).ok_or(Problem::Unknown(first))
}
