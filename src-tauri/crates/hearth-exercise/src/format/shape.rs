//! Does a tree have the shape of the grammar? Every problem is reported; nothing is built here.

use serde_json::{Map, Value};

use super::finding::{Code, Findings};
use super::grammar::{COMMON, KINDS, Key, MAX_STEPS, Shape, own_keys};
use super::tree::piece;
use super::words::{clean, has_markup, is_blank, nearest, short};
use crate::condition::Expr;

/// Checks one object against its keys.
pub(super) fn object(map: &Map<String, Value>, keys: &[Key], at: &str, found: &mut Findings) {
    for (name, value) in map {
        match keys.iter().find(|k| k.name == name) {
            Some(key) => check(value, key.shape, &format!("{at}/{name}"), found),
            None => unknown(name, keys, &format!("{at}/{}", piece(name)), found),
        }
    }
    for key in keys.iter().filter(|k| k.needed && !map.contains_key(k.name)) {
        found.error(Code::Missing, at, format!("\"{}\" is missing here.", key.name), "");
    }
}

fn unknown(name: &str, keys: &[Key], at: &str, found: &mut Findings) {
    let meant = if found.full() { None } else { nearest(name, keys.iter().map(|k| k.name)) };
    let fix = meant.map_or_else(String::new, |m| format!("Did you mean \"{m}\"?"));
    let hidden = if clean(name).1 > 0 { ", it has hidden characters" } else { "" };
    found.error(Code::UnknownField, at, format!("\"{}\" is not a field{hidden}.", short(name)), fix);
}

/// Removes hidden characters and composes letters, everywhere.
pub(super) fn clean_texts(value: &mut Value, at: &str, found: &mut Findings) {
    match value {
        Value::String(text) => {
            let (cleaned, hidden) = clean(text);
            if hidden > 0 {
                let what = if hidden == 1 { "character was" } else { "characters were" };
                found.warn(Code::Hidden, at, format!("{hidden} hidden {what} removed."));
            }
            *text = cleaned;
        }
        Value::Array(all) => {
            all.iter_mut().enumerate().for_each(|(n, v)| clean_texts(v, &format!("{at}/{n}"), found));
        }
        Value::Object(map) => clean_map(map, at, found),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The same for each value of a map; names are compared as they are.
pub(super) fn clean_map(map: &mut Map<String, Value>, at: &str, found: &mut Findings) {
    map.iter_mut().for_each(|(k, v)| clean_texts(v, &format!("{at}/{}", piece(k)), found));
}

/// Checks one place. Null was reported when the file was read.
fn check(value: &Value, shape: Shape, at: &str, found: &mut Findings) {
    match (shape, value) {
        (_, Value::Null) => {}
        (Shape::Number(low, high), Value::Number(n)) => number(n.as_i64(), low, high, at, found),
        (Shape::Flag, Value::Bool(_)) => {}
        (Shape::List(of, low, high), Value::Array(all)) => list(all, of, low, high, at, found),
        (Shape::Object(keys) | Shape::Named(_, keys), Value::Object(map)) => object(map, keys, at, found),
        (Shape::Map(of), Value::Object(map)) => {
            for (name, value) in map {
                let place = format!("{at}/{}", piece(name));
                pattern(is_id(name), name, &place, found);
                check(value, *of, &place, found);
            }
        }
        (Shape::Step, Value::Object(map)) => step(map, at, found),
        (_, Value::String(text)) => string(text, shape, at, found),
        _ => wrong_type(shape, at, found),
    }
}

fn wrong_type(shape: Shape, at: &str, found: &mut Findings) {
    let wanted = match shape {
        Shape::Number(..) => "a whole number, without quotes",
        Shape::Flag => "true or false, without quotes",
        Shape::List(..) => "a list in [ ]",
        Shape::Object(_) | Shape::Named(..) | Shape::Map(_) | Shape::Step => "names and values in { }",
        _ => "a text in quotes",
    };
    found.error(Code::WrongType, at, format!("{} has the wrong form.", named(at)), format!("Write {wanted}."));
}

/// A place in words: its key, or which entry of which list.
fn named(at: &str) -> String {
    let mut pieces = at.rsplit('/');
    let key = pieces.next().unwrap_or(at);
    match (key.parse::<usize>(), pieces.next()) {
        (Ok(n), Some(list)) => format!("Entry {} of \"{list}\"", n + 1),
        _ => format!("\"{key}\""),
    }
}

fn number(n: Option<i64>, low: i64, high: i64, at: &str, found: &mut Findings) {
    if !n.is_some_and(|n| (low..=high).contains(&n)) {
        let message = format!("{} is out of range.", named(at));
        found.error(Code::OutOfRange, at, message, format!("Use a whole number from {low} to {high}."));
    }
}

fn list(all: &[Value], of: &Shape, low: usize, high: usize, at: &str, found: &mut Findings) {
    if all.len() > high {
        let what = if high == MAX_STEPS { "steps" } else { "entries" };
        found.error(Code::TooMany, at, format!("Too long: {} {what}; the limit is {high}.", all.len()), "");
        return;
    }
    if all.len() < low {
        found.error(Code::Missing, at, format!("{} is empty.", named(at)), "Add at least one, or leave it out.");
    }
    all.iter().enumerate().for_each(|(n, v)| check(v, *of, &format!("{at}/{n}"), found));
    same_ids(all, at, found);
}

/// Options, rows, columns and parts are kept by id, so an id may stand once in its list.
fn same_ids(all: &[Value], at: &str, found: &mut Findings) {
    let what = if at.ends_with("/step") || at == "/step" { "Steps" } else { "Entries" };
    let ids: Vec<_> = all.iter().map(|v| v.get("id").and_then(Value::as_str)).collect();
    for (n, id) in ids.iter().enumerate() {
        let Some(first) = ids[..n].iter().position(|i| i.is_some() && i == id) else { continue };
        let message = format!("{what} {} and {} have the same id.", first + 1, n + 1);
        found.error(Code::DuplicateId, &format!("{at}/{n}/id"), message, "Give each its own.");
    }
}

fn step(map: &Map<String, Value>, at: &str, found: &mut Findings) {
    let kind = map.get("kind").and_then(Value::as_str).unwrap_or_default();
    if KINDS.contains(&kind) {
        let keys: Vec<Key> = COMMON.iter().chain(own_keys(kind)).copied().collect();
        return object(map, &keys, at, found);
    }
    let known = |name: &str| COMMON.iter().any(|k| k.name == name);
    object(&map.clone().into_iter().filter(|(name, _)| known(name)).collect(), COMMON, at, found);
}

fn string(text: &str, shape: Shape, at: &str, found: &mut Findings) {
    match shape {
        Shape::Text(most) => words(text, most, at, found),
        Shape::Id => pattern(is_id(text), text, at, found),
        Shape::StepId => pattern(is_id(text.strip_suffix(".reply").unwrap_or(text)), text, at, found),
        Shape::Slug => pattern(is_id(text) || (text.len() <= 64 && is_slug(text)), text, at, found),
        Shape::Source => pattern(is_source(text), text, at, found),
        Shape::Uid => uid(text, at, found),
        Shape::Lang => lang(text, at, found),
        Shape::Word(words) => word(text, words, at, found),
        Shape::Condition => condition(text, at, found),
        _ => wrong_type(shape, at, found),
    }
}

fn words(text: &str, most: usize, at: &str, found: &mut Findings) {
    let long = text.chars().count();
    if long > most {
        found.error(Code::TooLong, at, format!("Too long: {long} characters; the limit is {most}."), "");
    }
    if is_blank(text) {
        found.error(Code::Missing, at, format!("{} is empty.", named(at)), "Write it, or leave it out.");
    }
    if has_markup(text) {
        found.warn(Code::Markup, at, "HTML, links and images are shown as plain text.");
    }
}

pub(super) fn is_id(text: &str) -> bool {
    text.len() <= 32 && is_slug(text)
}

fn is_slug(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn is_source(text: &str) -> bool {
    text == "@agreements/due"
        || text
            .split_once('/')
            .map_or_else(|| is_id(text), |(slug, step)| slug.len() <= 64 && is_slug(slug) && is_id(step))
}

fn pattern(fits: bool, text: &str, at: &str, found: &mut Findings) {
    if !fits {
        let fix = "Use the small letters a to z, digits and \"-\", a letter first, at most 32.";
        found.error(Code::BadId, at, format!("\"{}\" cannot be used as a name.", short(text)), fix);
    }
}

fn uid(text: &str, at: &str, found: &mut Findings) {
    let sizes: Vec<usize> = text.split('-').map(str::len).collect();
    let hex = text.chars().all(|c| c == '-' || c.is_ascii_digit() || ('a'..='f').contains(&c));
    if sizes != [8, 4, 4, 4, 12] || !hex {
        found.error(Code::BadId, at, "The uid is not of the form 8-4-4-4-12 hex digits.", "Make a new random UUID.");
    }
}

fn lang(text: &str, at: &str, found: &mut Findings) {
    let fits = !text.is_empty() && text.len() <= 35 && text.split('-').all(|p| !p.is_empty() && p.len() <= 8);
    if !fits || !text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        found.error(Code::BadId, at, "This is not a language.", "Write a language code, for example \"en\".");
    }
}

fn word(text: &str, words: &[&str], at: &str, found: &mut Findings) {
    if words.contains(&text) {
        return;
    }
    let fix = nearest(text, words.iter().copied())
        .map_or_else(|| format!("Use one of: {}.", words.join(", ")), |m| format!("Did you mean \"{m}\"?"));
    let message = format!("\"{}\" is not a known word for {}.", short(text), named(at));
    found.error(Code::UnknownWord, at, message, fix);
}

fn condition(text: &str, at: &str, found: &mut Findings) {
    if let Err(error) = Expr::parse(text) {
        found.error(Code::Condition, at, format!("The condition cannot be read: {error}."), "");
    }
}
