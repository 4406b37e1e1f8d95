//! Taking the laptop and passing it on: what a turn begins with, and what is kept when it ends.

use hearth_domain::{Person, Visibility};

use super::place::{Spot, Task};
use super::turn::rests;
use super::{OwnEffect, OwnVisibility, Run, World};
use crate::model::{Choose, Items, Kind};
use crate::value::Value;

impl Run {
    /// A turn without a page of its own is over at once; the cover came all the same.
    pub(super) fn take_the_laptop(&mut self, world: &World) {
        let Some(turn) = self.turn() else { return };
        let (who, group) = (turn.who, turn.group);
        if turn.task == Task::Answer && turn.spot == Spot::Check && !self.has_check_page(group, who, world) {
            self.end_turn(world);
        }
    }

    /// Sets up one person's turn: what they answered before counts, and the first open page comes up.
    pub(super) fn begin_turn(&mut self, world: &World) {
        let Some(turn) = self.turn() else { return };
        let (who, group) = (turn.who, turn.group);
        if turn.task == Task::Answer {
            let range = self.plan.groups[group].at.clone();
            let before = range.clone().filter(|p| *p < self.resumed_at && self.is_shown(*p, Some(who), world));
            let trail = before.collect();
            let behind = |p: usize| p < self.resumed_at && !self.is_asked_again(p);
            let done = range.filter(|p| behind(*p) || self.was_answered(*p, who)).collect();
            if let Some(turn) = self.turn_mut() {
                turn.passed = done;
                turn.trail = trail;
            }
            self.go_to_next_page(world);
        } else if let Some(turn) = self.turn_mut() {
            turn.spot = Spot::Page(match turn.task {
                Task::Pick(at) | Task::Yes(at) => at,
                Task::Answer => return,
            });
        }
    }

    /// What was never written is not known after a restart, and what it opened or closed would not be either.
    fn is_asked_again(&self, at: usize) -> bool {
        self.step(at).kind.visibility() == Some(Visibility::Eph)
    }

    /// Keeps or seals the answers, wipes what went back on, and hands over.
    pub(super) fn end_turn(&mut self, world: &World) {
        let Some(turn) = self.turn() else { return };
        let (who, group) = (turn.who, turn.group);
        if turn.task == Task::Answer {
            for at in self.plan.groups[group].at.clone() {
                if self.is_shown(at, Some(who), world) { self.keep(at, who) } else { self.unsay(at, who) }
            }
        }
        if self.cast.joint() {
            // A line for one person never waits for a page that the other may see.
            *self.said_to.of_mut(who) = Vec::new();
        }
        let next = self.turn_mut().and_then(|t| t.queue.pop_front());
        match next {
            Some(next) => {
                if let Some(turn) = self.turn_mut() {
                    turn.who = next;
                    turn.in_hand = false;
                }
                self.begin_turn(world);
            }
            None => self.end_turns(world),
        }
    }

    fn end_turns(&mut self, world: &World) {
        let Some(turn) = self.turn_mut() else { return };
        let (task, group, not_now) = (turn.task, turn.group, turn.not_now);
        let picks = std::mem::take(&mut turn.picks);
        match task {
            Task::Answer => self.finish_group(group, not_now, world),
            Task::Pick(at) => self.show_picks(at, &picks, world),
            Task::Yes(at) => self.after_yes(at, world),
        }
    }

    fn keep(&mut self, at: usize, who: Person) {
        let (step, series) = (self.step(at).id.clone(), self.step(at).series.clone());
        let Some(vis) = rests(self.step(at)) else { return };
        let lap = self.lap;
        let Some(own) = self.book.own_mut(who, &step, lap).filter(|own| !own.kept) else { return };
        own.kept = true;
        let value = own.value.clone();
        let number = value.as_ref().and_then(|v| number(v.value(), &self.step(at).kind));
        if let (Some(name), Some(value)) = (series, number) {
            self.own(who, OwnEffect::Series { name, value });
        }
        match vis {
            OwnVisibility::Seal => self.own(who, OwnEffect::Seal { step, lap, value }),
            OwnVisibility::Waiting => {}
            _ => self.own(who, OwnEffect::Keep { step, lap, vis, value }),
        }
    }

    /// An answer to a page that is no longer shown is not part of the run.
    fn unsay(&mut self, at: usize, who: Person) {
        let (step, lap) = (self.step(at).id.clone(), self.lap);
        if self.book.own_at(who, &step, lap).is_some_and(|own| !own.kept) {
            self.book.remove_own(who, &step, lap);
            self.own(who, OwnEffect::Drop { step, lap });
        }
    }
}

/// A number for the owner's own chart (E41): of a scale itself, of words in an order their place, from 0.
fn number(value: &Value, kind: &Kind) -> Option<i32> {
    match (value, kind) {
        (Value::Number(number), _) => Some(*number),
        (Value::Picked(picked), Kind::Choose(Choose { options: Items::Given(words), .. })) => {
            let place = words.iter().position(|word| picked.picked.first() == Some(&word.id))?;
            i32::try_from(place).ok()
        }
        _ => None,
    }
}
