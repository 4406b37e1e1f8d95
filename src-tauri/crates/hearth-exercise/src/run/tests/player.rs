//! A player who presses whatever the page has, chosen by a stream of numbers. Every word they write says whose
//! it is and who may read it, so that a word in the wrong place names itself.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use hearth_domain::Person;

use super::play::Play;
use crate::model::{Kind, RevealMode, Source};
use crate::page::{Ask, Audience, FromColumn, Opt, Page, Phase, Talk};
use crate::run::{Effect, Input, OursEffect, SaidBack, Tap};
use crate::value::{Picked, PickedWords, Planned, Row, Value};

/// How wild a player is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Temper {
    /// Answers everything with yes and calm, never turns back.
    Willing,
    /// Presses anything the page has, Stop and Break too.
    Wild,
}

/// A player with choices still to spend; when they run out, the first choice is taken.
pub struct Player {
    choices: Vec<u8>,
    temper: Temper,
    /// What passing scales are answered with, if not by chance.
    pub calm: Option<i32>,
    /// Words the owner ticked, which may be shown from then on.
    pub ticked: BTreeSet<String>,
}

impl Player {
    pub fn new(temper: Temper, choices: Vec<u8>) -> Self {
        Self { choices, temper, calm: None, ticked: BTreeSet::new() }
    }

    fn choose(&mut self, of: usize) -> usize {
        match self.choices.pop() {
            Some(n) if of > 0 => usize::from(n) % of,
            _ => 0,
        }
    }

    /// Presses once. `None` at the end.
    pub fn press(&mut self, play: &mut Play) -> Option<Input> {
        let phase = play.phase();
        if self.temper == Temper::Wild && self.choose(24) == 23 && !matches!(phase, Phase::End { .. }) {
            let rude = [Input::Stop { new_facts: false }, Input::Break { until: None }, Input::Back];
            let n = self.choose(3);
            return Some(rude[n].clone());
        }
        match phase {
            Phase::Cover { next } => Some(Input::IAm(next)),
            Phase::Page(page) => Some(self.on_page(play, &page)),
            Phase::Check { .. } => Some(Input::Tap(Tap::Next)),
            Phase::Talk(talk) => Some(self.on_talk(&talk)),
            Phase::Rest { cooloff, back, .. } => Some(rested(play, cooloff, &back)),
            Phase::End { .. } => None,
        }
    }

    fn on_page(&mut self, play: &Play, page: &Page) -> Input {
        let step = page.step.clone();
        match &page.ask {
            Ask::Guide { .. } | Ask::Pause { .. } | Ask::Close { .. } | Ask::Help(_) => Input::Tap(Tap::Next),
            Ask::Picks { rows, most, .. } => {
                let n = if self.temper == Temper::Willing { 1 } else { self.choose(*most as usize + 1) };
                let ticked: Vec<_> = rows.iter().rev().take(n).collect();
                self.ticked.extend(ticked.iter().flat_map(|r| words_in(&r.lines.join(" "))));
                Input::Pick { step, items: ticked.iter().map(|r| r.id.clone()).collect() }
            }
            Ask::Agree { confirmed, review_days, .. } => {
                let who = if confirmed.contains(&Person::A) { Person::B } else { Person::A };
                if self.temper == Temper::Wild && self.choose(6) == 5 {
                    return Input::Tap(Tap::Differ);
                }
                Input::Tap(Tap::Agree { who, review_days: *review_days })
            }
            Ask::Table { accept: true, answers, .. } if page.value.is_some() && self.choose(2) == 1 => {
                let Some(Value::Rows(rows)) = &page.value else { return Input::Tap(Tap::Next) };
                match rows.iter().find(|r| !answers.contains_key(&r.row)) {
                    Some(row) => Input::Tap(Tap::Row { row: row.row.clone(), answer: "agree".into() }),
                    None => Input::Answer { step, value: page.value.clone() },
                }
            }
            _ if self.temper == Temper::Wild && self.choose(7) == 6 => Input::Answer { step, value: None },
            _ => {
                let value = self.value(play, page);
                let drafting = self.temper == Temper::Wild && self.choose(5) == 4;
                if drafting { Input::Draft { step, value } } else { Input::Answer { step, value: Some(value) } }
            }
        }
    }

    /// An answer that fits, in words that say whose they are.
    fn value(&mut self, play: &Play, page: &Page) -> Value {
        let word = canary(page);
        match &page.ask {
            Ask::Text { .. } => Value::Text(word),
            Ask::Choose { options, min, max, rows, other, .. } => {
                let other = (*other && *max > 1).then(|| word.clone());
                let few = (*min).max(1).saturating_sub(u32::from(other.is_some()));
                let pick = |this: &mut Self| Picked { picked: this.some_of(options, few), other: other.clone() };
                if rows.is_empty() {
                    return Value::Picked(pick(self));
                }
                Value::PerRow(rows.iter().map(|r| (r.id.clone(), pick(self))).collect())
            }
            Ask::Scale { min, max, .. } => {
                let of = usize::try_from(max - min + 1).unwrap_or(1);
                let number = max - i32::try_from(self.choose(of)).unwrap_or(0);
                let passing = page.audience == Some(Audience::NotKept);
                Value::Number(self.calm.filter(|_| passing).unwrap_or(number))
            }
            Ask::Words { groups, min, own, .. } => Value::Words(PickedWords {
                picked: groups.iter().flat_map(|g| g.words.clone()).take(*min as usize).collect(),
                own: if *own { vec![word] } else { Vec::new() },
            }),
            Ask::Checklist { items, states, .. } => {
                Value::Checks(items.iter().map(|i| (i.id.clone(), states[0].id.clone())).collect())
            }
            Ask::Table { columns, rows, .. } => {
                let ids: Vec<String> =
                    if rows.is_empty() { vec!["n1".into()] } else { rows.iter().map(|r| r.id.clone()).collect() };
                let by = page.actor.unwrap_or(Person::A);
                let cells: BTreeMap<String, String> =
                    columns.iter().map(|c| (c.id.clone(), cell(&c.input, &word))).collect();
                Value::Rows(ids.into_iter().map(|row| Row { row, by, cells: cells.clone() }).collect())
            }
            Ask::Consent { options, .. } => {
                let n = if self.temper == Temper::Wild && self.choose(5) == 4 { 1 } else { 0 };
                Value::Picked(one(&options[n.min(options.len() - 1)]))
            }
            Ask::Gate { options, .. } => {
                let clear = options.iter().find(|o| o.exclusive).unwrap_or(&options[0]);
                let wild = self.temper == Temper::Wild && self.choose(4) == 3;
                let n = self.choose(options.len());
                Value::Picked(one(if wild { &options[n] } else { clear }))
            }
            Ask::Letter { parts, .. } => Value::Letter(parts.iter().map(|p| (p.id.clone(), word.clone())).collect()),
            Ask::Schedule { .. } => Value::Date(Planned {
                start: (play.world.today + TimeDelta::days(3)).to_string(),
                at: None,
                repeat: None,
            }),
            other => panic!("nothing to answer in {other:?}"),
        }
    }

    fn some_of(&mut self, options: &[Opt], few: u32) -> Vec<String> {
        let open: Vec<&Opt> = options.iter().filter(|o| !o.exclusive).collect();
        let start = if self.temper == Temper::Wild { self.choose(open.len()) } else { 0 };
        (0..open.len().min(few as usize)).map(|n| open[(start + n) % open.len()].id.clone()).collect()
    }

    fn on_talk(&mut self, talk: &Talk) -> Input {
        Input::Tap(match talk {
            Talk::Turn { offer_more: true, more, .. } if self.choose(3) == 2 => {
                Tap::More { who: if more.contains(&Person::A) { Person::B } else { Person::A } }
            }
            Talk::Mirror { two_sentences: false, .. } => {
                let how = [SaidBack::Yes, SaidBack::Partly, SaidBack::NotYet];
                Tap::SaidBack(how[self.choose(3)])
            }
            Talk::Ready { ready, .. } if !ready.contains(&Person::A) => Tap::Ready { who: Person::A },
            Talk::Ready { ready, .. } if !ready.contains(&Person::B) => Tap::Ready { who: Person::B },
            Talk::Ready { pick_first: true, .. } => Tap::First { who: Person::BOTH[self.choose(2)] },
            Talk::Opened(_) if self.choose(9) == 8 => Tap::StopOpening,
            Talk::Opened(answer) if answer.reply.is_none() && self.choose(3) == 2 => {
                Tap::Reply { id: answer.replies[0].id.clone() }
            }
            _ => Tap::Next,
        })
    }
}

fn rested(play: &mut Play, cooloff: bool, back: &[Person]) -> Input {
    if cooloff {
        play.later(25);
    }
    let alone = !play.run.cast().joint();
    Input::Return(if back.contains(&Person::A) && !alone { Person::B } else { Person::A })
}

fn one(option: &Opt) -> Picked {
    Picked { picked: vec![option.id.clone()], other: None }
}

fn cell(input: &FromColumn, word: &str) -> String {
    match input {
        FromColumn::Text => word.to_owned(),
        FromColumn::Number => "3".to_owned(),
        FromColumn::Choose { options } => options[0].id.clone(),
        FromColumn::Date => "2026-06-01".to_owned(),
        FromColumn::Who => "a".to_owned(),
    }
}

/// `zz` + whose + `_` + audience + `_` + step + `zz`.
fn canary(page: &Page) -> String {
    let whose = page.actor.map_or("ab", Person::letter);
    let audience = match page.audience {
        Some(Audience::NotKept) | None => "eph",
        Some(Audience::OnlyYou) => "priv",
        Some(Audience::YouMayShow) => "offer",
        Some(Audience::Sealed) => "seal",
        Some(Audience::Both) => "shared",
        Some(Audience::Therapist) => "ther",
    };
    format!("zz{whose}_{audience}_{}zz", page.step)
}

/// The canary words in a text.
pub fn words_in(text: &str) -> BTreeSet<String> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'));
    parts.filter(|w| w.starts_with("zz") && w.ends_with("zz") && w.len() > 4).map(str::to_owned).collect()
}

/// Words of this moment or of these changes that do not belong to everyone who reads them.
pub fn misplaced(play: &Play, player: &Player) -> Vec<String> {
    let opened: BTreeSet<&str> = play
        .ours()
        .into_iter()
        .filter_map(|e| if let OursEffect::OpenRound { step, .. } = e { Some(step.as_str()) } else { None })
        .collect();
    let for_both = |word: &String| {
        let mut parts = word.trim_matches('z').splitn(3, '_').skip(1);
        match (parts.next(), parts.next()) {
            (Some("shared"), _) => true,
            (Some("seal"), Some(step)) => opened.contains(step),
            _ => player.ticked.contains(word),
        }
    };
    let phase = play.phase();
    let reader = match &phase {
        Phase::Page(page) if matches!(page.audience, Some(Audience::Both)) => None,
        Phase::Page(page) => page.actor,
        Phase::Check { who, .. } => Some(*who),
        _ => None,
    };
    let own = |word: &String| reader.is_some_and(|who| word.starts_with(&format!("zz{}_", who.letter())));
    let with_it =
        |word: &String| compared_now(play, &phase).iter().any(|step| word.contains(&format!("_seal_{step}zz")));
    let shown = words_in(&format!("{phase:?}")).into_iter().filter(|w| !for_both(w) && !own(w) && !with_it(w));
    let written = words_in(&ours_in_words(&play.written)).into_iter().filter(|w| !for_both(w));
    shown.chain(written).collect()
}

/// The lists that are being compared on this page: the "ifs" beside a shared yes show there, and nowhere else.
fn compared_now(play: &Play, phase: &Phase) -> Vec<String> {
    let Phase::Talk(talk) = phase else { return Vec::new() };
    let Talk::Shown { step, .. } = &**talk else { return Vec::new() };
    match play.run.exercise().step(step).map(|s| &s.kind) {
        Some(Kind::Reveal(reveal)) if reveal.mode == RevealMode::Overlap => {
            let ids = reveal.items.iter().map(|s| if let Source::Step(id) = s { id.clone() } else { String::new() });
            ids.collect()
        }
        _ => Vec::new(),
    }
}

/// Everything Ours holds, in words.
fn ours_in_words(effects: &[Effect]) -> String {
    let mut all = String::new();
    for effect in effects {
        let Effect::Ours(ours) = effect else { continue };
        all.push_str(&format!("{ours:?} "));
        match ours {
            OursEffect::Draft { value, .. } | OursEffect::Keep { value, .. } => {
                all.push_str(&format!("{:?} ", value.as_ref().map(crate::run::Shared::value)));
            }
            OursEffect::Result { value, .. } => all.push_str(&format!("{:?} ", value.value())),
            _ => {}
        }
    }
    all
}
