//! What came of two private answers: the gentler level (E29), what both chose, what one gives and the other
//! wants. Only the result leaves memory, and never whose it was.

use hearth_domain::Person;

use super::book::Ours;
use super::place::ShownPage;
use super::words::Shared;
use super::{OursEffect, Run, World};
use crate::model::{Action, Items, Kind, Reveal, RevealMode, Source, Step};
use crate::page::RecapRow;
use crate::value::{Picked, Value};

impl Run {
    /// Levels that both chose in these positions become one. A skip counts as the gentlest (E27, E29).
    pub(super) fn join_levels(&mut self, range: std::ops::Range<usize>, world: &World) {
        for at in range {
            let Some(levels) = levels_of(self.step(at)) else { continue };
            let asked = self.asked(self.step(at));
            if !asked.iter().any(|who| self.is_shown(at, Some(*who), world)) {
                continue;
            }
            let own = asked.iter().map(|who| level(self.answer_of(*who, at), &levels)).min().unwrap_or(0);
            let bound = self.bounds(at).into_iter().filter_map(|id| self.result_level(&id, &levels)).min();
            let lowest = own.min(bound.unwrap_or(own));
            if let Some(id) = levels.get(lowest) {
                let picked = Picked { picked: vec![id.clone()], other: None };
                self.write_result(at, Value::Picked(picked));
            }
        }
    }

    fn bounds(&self, at: usize) -> Vec<String> {
        let lower = |action: &Option<Action>| match action {
            Some(Action::Lower(id)) => Some(id.clone()),
            _ => None,
        };
        self.step(at).then.iter().filter_map(|b| lower(&b.action)).collect()
    }

    fn result_level(&self, step: &str, levels: &[String]) -> Option<usize> {
        match self.book.ours(step, self.lap, None)?.value.as_ref()?.value() {
            Value::Picked(p) => levels.iter().position(|l| Some(l) == p.picked.first()),
            _ => None,
        }
    }

    fn write_result(&mut self, at: usize, value: Value) {
        let (step, lap, value) = (self.step(at).id.clone(), self.lap, Shared::written(value));
        self.book.set_ours(&step, lap, None, Ours { value: Some(value.clone()), kept: true });
        self.ours(OursEffect::Result { step, lap, value });
    }

    /// Compared in memory; no, not now and nothing look the same: absent (CR27).
    pub(super) fn show_common(&mut self, at: usize, reveal: &Reveal) {
        let ids: Vec<&String> =
            reveal.items.iter().filter_map(|s| if let Source::Step(id) = s { Some(id) } else { None }).collect();
        let common = match (reveal.mode, ids.as_slice()) {
            (RevealMode::Match, [give, want, ..]) => self.matched(give, want),
            (_, ids) => ids.iter().flat_map(|id| self.chosen_by_both(id)).collect(),
        };
        let picked = Picked { picked: common.iter().map(|(_, id)| id.clone()).collect(), other: None };
        let labels = common.iter().map(|(step, id)| self.option_label(step, id)).collect();
        self.write_result(at, Value::Picked(picked));
        let step = self.step(at);
        let page = ShownPage {
            rows: vec![RecapRow { label: step.label.clone(), lines: labels, by: None }],
            stars: Vec::new(),
            by: None,
            replies: Vec::new(),
            reply_to: step.id.clone(),
        };
        self.show_pages(at, vec![page]);
    }

    fn chosen_by_both(&self, step: &str) -> Vec<(String, String)> {
        let [a, b] = Person::BOTH.map(|who| self.yeses(who, step));
        a.into_iter().filter(|id| b.contains(id)).map(|id| (step.to_owned(), id)).collect()
    }

    fn matched(&self, give: &str, want: &str) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        for who in Person::BOTH {
            let wanted = self.yeses(who.other(), want);
            found.extend(
                self.yeses(who, give).into_iter().filter(|id| wanted.contains(id)).map(|id| (give.to_owned(), id)),
            );
        }
        found.sort();
        found.dedup();
        found
    }

    /// What that person said yes to.
    fn yeses(&self, who: Person, step: &str) -> Vec<String> {
        let Some(at) = self.position(step) else { return Vec::new() };
        let Some(value) = self.answer_of(who, at) else { return Vec::new() };
        yes_of(value, self.step(at))
    }

    /// Words that two answers share, as people read them.
    pub(super) fn labels_in_common(&self, step: &str, mine: &Value, other: &str, theirs: &Value) -> Vec<String> {
        let (Some(one), Some(two)) = (self.exercise.step(step), self.exercise.step(other)) else { return Vec::new() };
        let theirs = yes_of(theirs, two);
        yes_of(mine, one).iter().filter(|id| theirs.contains(id)).map(|id| self.option_label(step, id)).collect()
    }
}

fn yes_of(value: &Value, step: &Step) -> Vec<String> {
    match value {
        Value::Picked(p) => p.picked.clone(),
        Value::Words(w) => [w.picked.clone(), w.own.clone()].concat(),
        Value::Checks(c) => {
            let Kind::Checklist(list) = &step.kind else { return Vec::new() };
            let tick = list.states.first().map(|s| s.id.as_str());
            c.iter().filter(|(_, state)| Some(state.as_str()) == tick).map(|(id, _)| id.clone()).collect()
        }
        Value::PerRow(rows) => rows.iter().filter(|(_, p)| is_yes(p, step)).map(|(id, _)| id.clone()).collect(),
        _ => Vec::new(),
    }
}

fn is_yes(picked: &Picked, step: &Step) -> bool {
    let Kind::Choose(choose) = &step.kind else { return false };
    let Items::Given(options) = &choose.options else { return false };
    let marked: Vec<&String> = options.iter().filter(|o| o.yes).map(|o| &o.id).collect();
    match marked.as_slice() {
        [] => options.first().is_some_and(|o| picked.picked.contains(&o.id)),
        marked => picked.picked.iter().any(|id| marked.contains(&id)),
    }
}

fn levels_of(step: &Step) -> Option<Vec<String>> {
    match &step.kind {
        Kind::Choose(choose) if choose.lower => match &choose.options {
            Items::Given(options) => Some(options.iter().map(|o| o.id.clone()).collect()),
            Items::From(_) => None,
        },
        _ => None,
    }
}

fn level(value: Option<&Value>, levels: &[String]) -> usize {
    match value {
        Some(Value::Picked(p)) => levels.iter().position(|l| p.picked.contains(l)).unwrap_or(0),
        _ => 0,
    }
}
