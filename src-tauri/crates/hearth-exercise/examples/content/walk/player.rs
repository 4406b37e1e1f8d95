//! One press by chance, of those the moment has.

use chrono::TimeDelta;
use hearth_domain::Person;
use hearth_exercise::page::{Ask, Page, Phase, Talk};
use hearth_exercise::run::{Input, Run, SaidBack, Tap, World};
use hearth_exercise::value::Value;

use super::answer::answer;
use super::dice::Dice;
use super::mood::Mood;

/// The two of them.
pub struct Player {
    pub dice: Dice,
    pub mood: Mood,
}

impl Player {
    /// What to press now; `None` at the end. Time passes while a letter or a text has to rest.
    pub fn press(&mut self, run: &Run, phase: &Phase, world: &mut World) -> Option<Input> {
        if self.mood.turns_back > 0 && self.dice.below(300) < self.mood.turns_back {
            return self.in_passing(run, phase);
        }
        match phase {
            Phase::Cover { next } => Some(Input::IAm(*next)),
            Phase::Page(page) => Some(self.on_page(page, world)),
            Phase::Check { rows, .. } => Some(match self.dice.one_of(rows).filter(|_| self.mood.skips == 10) {
                Some(row) if self.dice.chance(10) => Input::Check { step: Some(row.step.clone()) },
                _ => Input::Tap(Tap::Next),
            }),
            Phase::Talk(talk) => Some(self.on_talk(talk)),
            Phase::Rest { cooloff, back, .. } => Some(self.rested(run, *cooloff, back, world)),
            Phase::End { .. } => None,
        }
    }

    /// The buttons every page has.
    fn in_passing(&mut self, run: &Run, phase: &Phase) -> Option<Input> {
        if matches!(phase, Phase::End { .. }) {
            return None;
        }
        let new_facts = run.offers_new_facts() && self.dice.chance(50);
        let rude = [Input::Break { until: None }, Input::Back, Input::Stop { new_facts }];
        self.dice.one_of(&rude).cloned()
    }

    fn on_page(&mut self, page: &Page, world: &World) -> Input {
        let step = page.step.clone();
        match &page.ask {
            Ask::Guide { not_now: true, .. } if self.dice.chance(8) => Input::Tap(Tap::NotNow),
            Ask::Close { keep: true, .. } if self.dice.chance(30) => Input::Keep(self.dice.chance(50)),
            Ask::Guide { .. } | Ask::Pause { .. } | Ask::Close { .. } | Ask::Help(_) => Input::Tap(Tap::Next),
            Ask::Picks { rows, most, .. } => {
                let ids: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
                let count = self.dice.below(ids.len().min(*most as usize) + 1);
                Input::Pick { step, items: self.dice.some(&ids, count) }
            }
            Ask::Agree { review_max, confirmed, review_days, .. } => {
                if self.dice.chance(10) {
                    return Input::Tap(Tap::Differ);
                }
                let who = if confirmed.contains(&Person::A) { Person::B } else { Person::A };
                let other_day = 1 + u32::try_from(self.dice.below(*review_max as usize)).unwrap_or_default();
                let review_days = if self.dice.chance(10) { other_day } else { *review_days };
                Input::Tap(Tap::Agree { who, review_days })
            }
            Ask::Table { accept: true, answers, .. } if page.value.is_some() && self.dice.chance(70) => {
                let Some(Value::Rows(rows)) = &page.value else { return Input::Tap(Tap::Next) };
                let words = ["agree", "agree", "agree", "change", "not-now", "no"];
                match rows.iter().find(|row| !answers.contains_key(&row.row)) {
                    Some(row) => {
                        Input::Tap(Tap::Row { row: row.row.clone(), answer: words[self.dice.below(6)].into() })
                    }
                    None => Input::Answer { step, value: page.value.clone() },
                }
            }
            // Rows are answered while they stand on the page, so they are written down before it is left.
            Ask::Table { accept: true, .. } if page.value.is_none() && self.dice.chance(80) => {
                match answer(page, self.mood, world.today, &mut self.dice) {
                    Some(value) => Input::Draft { step, value },
                    None => Input::Answer { step, value: None },
                }
            }
            _ if self.dice.chance(self.mood.skips) => Input::Answer { step, value: None },
            _ => {
                let value = answer(page, self.mood, world.today, &mut self.dice);
                match value {
                    Some(value) if self.dice.chance(self.mood.turns_back) => Input::Draft { step, value },
                    value => Input::Answer { step, value },
                }
            }
        }
    }

    fn on_talk(&mut self, talk: &Talk) -> Input {
        Input::Tap(match talk {
            Talk::Turn { offer_more: true, more, .. } if self.dice.chance(40) => {
                Tap::More { who: if more.contains(&Person::A) { Person::B } else { Person::A } }
            }
            Talk::Mirror { two_sentences: false, .. } => {
                let how = [SaidBack::Yes, SaidBack::Yes, SaidBack::Partly, SaidBack::NotYet];
                Tap::SaidBack(how[self.dice.below(4)])
            }
            Talk::Ready { ready, .. } if !ready.contains(&Person::A) => Tap::Ready { who: Person::A },
            Talk::Ready { ready, .. } if !ready.contains(&Person::B) => Tap::Ready { who: Person::B },
            Talk::Ready { pick_first: true, .. } => Tap::First { who: Person::BOTH[self.dice.below(2)] },
            Talk::Opened(_) if self.dice.chance(3) => Tap::StopOpening,
            Talk::Opened(answer) if answer.reply.is_none() && self.dice.chance(50) => self.reply(&answer.replies),
            Talk::Shown { replies, reply: None, .. } if self.dice.chance(50) => self.reply(replies),
            _ => Tap::Next,
        })
    }

    fn reply(&mut self, replies: &[hearth_exercise::page::Opt]) -> Tap {
        self.dice.one_of(replies).map_or(Tap::Next, |reply| Tap::Reply { id: reply.id.clone() })
    }

    fn rested(&mut self, run: &Run, cooloff: bool, back: &[Person], world: &mut World) -> Input {
        if cooloff {
            world.now += TimeDelta::hours(25);
            world.today = world.now.date_naive();
        }
        if self.dice.chance(self.mood.turns_back) {
            return Input::Tap(Tap::AnotherDay);
        }
        match run.cast() {
            hearth_exercise::run::Cast::Alone(me) => Input::Return(me),
            hearth_exercise::run::Cast::Together { .. } => {
                Input::Return(if back.contains(&Person::A) { Person::B } else { Person::A })
            }
        }
    }
}
