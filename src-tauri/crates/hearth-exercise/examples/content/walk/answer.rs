//! An answer by chance that fits what a page asks.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use hearth_domain::Person;
use hearth_exercise::page::{Ask, ColumnView, FromColumn, Opt, Page};
use hearth_exercise::value::{Picked, PickedWords, Planned, Repeat, Row, Value};

use super::dice::Dice;
use super::mood::Mood;

/// What is written wherever words are asked for.
const WORDS: &str = "A few plain words";

/// An answer to this page; `None` if nothing is to be answered here.
pub fn answer(page: &Page, mood: Mood, today: NaiveDate, dice: &mut Dice) -> Option<Value> {
    Some(match &page.ask {
        Ask::Text { .. } => Value::Text(WORDS.into()),
        Ask::Choose { options, min, max, other, rows, .. } => {
            let pick = |dice: &mut Dice| picked(options, (*min, *max), *other, dice);
            if rows.is_empty() {
                Value::Picked(pick(dice))
            } else {
                Value::PerRow(rows.iter().map(|row| (row.id.clone(), pick(dice))).collect())
            }
        }
        Ask::Scale { min, max, .. } => {
            // A low number in an opening block ends the evening; everywhere else any number may come.
            let opening = ["jo-", "ho-"].iter().any(|block| page.step.starts_with(block));
            let low = if opening && dice.chance(mood.willing) { max - (max - min) / 3 } else { *min };
            Value::Number(low + i32::try_from(dice.below(size(max - low + 1))).unwrap_or_default())
        }
        Ask::Words { groups, min, max, own } => {
            let all: Vec<String> = groups.iter().flat_map(|group| group.words.clone()).collect();
            let own = if *own && *max > *min && dice.chance(20) { vec![WORDS.into()] } else { Vec::new() };
            let most = *max as usize - own.len();
            let count = between(*min as usize, most, dice);
            Value::Words(PickedWords { picked: dice.some(&all, count), own })
        }
        Ask::Checklist { items, states, .. } => {
            let all_ticked = dice.chance(50);
            let state =
                |dice: &mut Dice| if all_ticked { states.first() } else { dice.one_of(states) }.map(|s| s.id.clone());
            Value::Checks(items.iter().filter_map(|item| Some((item.id.clone(), state(dice)?))).collect())
        }
        Ask::Table { columns, rows, min_rows, max_rows, .. } => {
            let by = page.actor.unwrap_or(Person::A);
            let ids = row_ids(rows, (*min_rows, *max_rows), dice);
            Value::Rows(ids.into_iter().map(|row| Row { row, by, cells: cells(columns, today, dice) }).collect())
        }
        Ask::Consent { options, .. } => {
            let yes = dice.chance(mood.willing);
            Value::Picked(only(if yes { options.first()? } else { dice.one_of(options)? }))
        }
        Ask::Gate { options, max } => Value::Picked(gate(options, *max, mood, dice)),
        Ask::Letter { parts, .. } => {
            let filled = parts.iter().filter(|_| dice.chance(80));
            Value::Letter(filled.map(|part| (part.id.clone(), WORDS.into())).collect())
        }
        Ask::Schedule { repeat, .. } => {
            let day = today + TimeDelta::days(i64::try_from(dice.below(60)).unwrap_or_default());
            let repeat = (*repeat && dice.chance(50)).then_some(Repeat::Week { interval: 1, on: vec![] });
            Value::Date(Planned { start: day.to_string(), at: None, repeat })
        }
        _ => return None,
    })
}

/// What lies alone is chosen alone; the rest goes in any number and order.
fn picked(options: &[Opt], (min, max): (u32, u32), other: bool, dice: &mut Dice) -> Picked {
    let (alone, open): (Vec<Opt>, Vec<Opt>) = options.iter().cloned().partition(|option| option.exclusive);
    if !alone.is_empty() && (open.is_empty() || dice.chance(15)) {
        return dice.one_of(&alone).map(only).unwrap_or_default();
    }
    let other = (other && dice.chance(15)).then(|| WORDS.to_owned());
    let taken = usize::from(other.is_some());
    let least = (min.max(1) as usize).saturating_sub(taken);
    let count = between(least, (max as usize).saturating_sub(taken), dice);
    Picked { picked: dice.some(&open, count).into_iter().map(|option| option.id).collect(), other }
}

fn gate(options: &[Opt], max: u32, mood: Mood, dice: &mut Dice) -> Picked {
    let clear = options.iter().find(|option| option.exclusive);
    // What a gate asks about happens to willing people too.
    if let Some(clear) = clear.filter(|_| dice.chance(mood.willing.min(80))) {
        return only(clear);
    }
    let (alone, open): (Vec<Opt>, Vec<Opt>) = options.iter().cloned().partition(|option| option.exclusive);
    if open.is_empty() || dice.chance(20) {
        return dice.one_of(&alone).map(only).unwrap_or_default();
    }
    let count = between(1, open.len().min(3).min(max as usize), dice);
    Picked { picked: dice.some(&open, count).into_iter().map(|option| option.id).collect(), other: None }
}

fn only(option: &Opt) -> Picked {
    Picked { picked: vec![option.id.clone()], other: None }
}

fn row_ids(rows: &[Opt], (min, max): (u32, u32), dice: &mut Dice) -> Vec<String> {
    if !rows.is_empty() {
        return rows.iter().map(|row| row.id.clone()).collect();
    }
    let most = (max as usize).min(min as usize + 3);
    (1..=between(min as usize, most, dice)).map(|n| format!("n{n}")).collect()
}

fn cells(columns: &[ColumnView], today: NaiveDate, dice: &mut Dice) -> BTreeMap<String, String> {
    let filled = columns.iter().filter_map(|column| {
        let empty = !column.required && dice.chance(15);
        (!empty).then(|| (column.id.clone(), cell(&column.input, today, dice)))
    });
    filled.collect()
}

fn cell(input: &FromColumn, today: NaiveDate, dice: &mut Dice) -> String {
    match input {
        FromColumn::Text => WORDS.to_owned(),
        FromColumn::Number => dice.below(11).to_string(),
        FromColumn::Choose { options } => dice.one_of(options).map(|option| option.id.clone()).unwrap_or_default(),
        FromColumn::Date => (today + TimeDelta::days(7)).to_string(),
        FromColumn::Who => ["a", "b", "both"][dice.below(3)].to_owned(),
    }
}

fn between(least: usize, most: usize, dice: &mut Dice) -> usize {
    least + dice.below(most.saturating_sub(least) + 1)
}

fn size(n: i32) -> usize {
    usize::try_from(n).unwrap_or(1)
}
