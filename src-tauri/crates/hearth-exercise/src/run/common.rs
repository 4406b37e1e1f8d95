//! What came of two private answers: the gentler level (E29), what both chose, what one gives and the other
//! wants. Only the result leaves memory, and never whose it was; at the end what was compared is wiped (F12).

use chrono::{DateTime, Utc};
use hearth_domain::{Person, Visibility};
use sha2::{Digest as _, Sha256};

use super::book::Ours;
use super::items::cell_words;
use super::place::ShownPage;
use super::words::Shared;
use super::yes::yes_of;
use super::{OursEffect, OwnEffect, Run, World};
use crate::model::{Action, ColumnKind, Items, Kind, Reveal, RevealMode, Source, Step};
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
                self.write_result(at, picked(vec![id.clone()]));
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

    /// Compared in memory; no, not now and nothing look the same: absent (CR27). What was shown once stays what is
    /// shown: asked again after a break or a crash, another choice of a few would tell more than one.
    pub(super) fn show_common(&mut self, at: usize, reveal: &Reveal, world: &World) {
        let common = self.common(reveal);
        let few = match self.shown_before(at) {
            Some(ids) => common.into_iter().filter(|c| ids.contains(&c.id)).collect(),
            None => a_few(common, reveal.most, world.now),
        };
        self.write_result(at, picked(few.iter().map(|c| c.id.clone()).collect()));
        let step = self.step(at);
        let labels = few.iter().map(|c| self.label_in_any(reveal, &c.id)).collect();
        let all = RecapRow { label: step.label.clone(), lines: labels, by: None };
        let page = ShownPage {
            rows: std::iter::once(all).chain(few.iter().flat_map(|c| self.ifs(reveal, c))).collect(),
            stars: Vec::new(),
            by: None,
            replies: Vec::new(),
            reply_to: step.id.clone(),
        };
        self.show_pages(at, vec![page]);
    }

    fn common(&self, reveal: &Reveal) -> Vec<Common> {
        let ids: Vec<&String> =
            reveal.items.iter().filter_map(|s| if let Source::Step(id) = s { Some(id) } else { None }).collect();
        match (reveal.mode, ids.as_slice()) {
            (RevealMode::Match, [give, want, ..]) => self.matched(give, want),
            (_, ids) => ids.iter().flat_map(|id| self.chosen_by_both(id)).collect(),
        }
    }

    fn shown_before(&self, at: usize) -> Option<Vec<String>> {
        match self.book.ours_at(&self.step(at).id, self.lap, None)?.value.as_ref()?.value() {
            Value::Picked(p) => Some(p.picked.clone()),
            _ => None,
        }
    }

    /// What each wrote beside a yes that both share: an "if" is part of the yes.
    fn ifs(&self, reveal: &Reveal, common: &Common) -> Vec<RecapRow> {
        let Some(at) = self.position(&common.step) else { return Vec::new() };
        let Kind::Table(table) = &self.step(at).kind else { return Vec::new() };
        let of = |who: Person| {
            let Some(Value::Rows(rows)) = self.answer_of(who, at) else { return None };
            let row = rows.iter().find(|row| row.row == common.id)?;
            let words = table.columns.iter().filter(|c| matches!(c.kind, ColumnKind::Text));
            let lines: Vec<String> = words.filter_map(|column| cell_words(column, row)).collect();
            (!lines.is_empty()).then(|| RecapRow { label: self.label_in_any(reveal, &common.id), lines, by: Some(who) })
        };
        Person::BOTH.into_iter().filter_map(of).collect()
    }

    fn chosen_by_both(&self, step: &str) -> Vec<Common> {
        let [a, b] = Person::BOTH.map(|who| self.yeses(who, step));
        a.into_iter().filter(|id| b.contains(id)).map(|id| Common { step: step.to_owned(), id }).collect()
    }

    /// Sealed answers that were only compared are nobody's to open later: at the end they go (F12, E29).
    pub(super) fn wipe_compared(&mut self) {
        let steps: Vec<String> = (0..self.plan.steps.len())
            .map(|at| self.step(at))
            .filter(|step| step.kind.visibility() == Some(Visibility::Seal) && self.only_compared(step))
            .map(|step| step.id.clone())
            .collect();
        let laps = self.lap;
        for (step, lap) in steps.into_iter().flat_map(|step| (1..=laps).map(move |lap| (step.clone(), lap))) {
            let had = Person::BOTH.map(|who| (who, self.book.remove_own(who, &step, lap).is_some()));
            for (who, _) in had.into_iter().filter(|(_, had)| *had) {
                self.own(who, OwnEffect::Unseal { step: step.clone(), lap });
            }
            if had.iter().any(|(_, had)| *had) {
                self.ours(OursEffect::CloseRound { step, lap });
            }
        }
    }

    fn only_compared(&self, step: &Step) -> bool {
        let names = |reveal: &Reveal| reveal.items.iter().any(|s| matches!(s, Source::Step(id) if *id == step.id));
        let in_reveals = |compared: bool| {
            self.exercise.steps.iter().any(|s| match &s.kind {
                Kind::Reveal(r) => matches!(r.mode, RevealMode::Overlap | RevealMode::Match) == compared && names(r),
                _ => false,
            })
        };
        (levels_of(step).is_some() || in_reveals(true)) && !in_reveals(false)
    }

    fn matched(&self, give: &str, want: &str) -> Vec<Common> {
        let mut found: Vec<Common> = Vec::new();
        for who in Person::BOTH {
            let wanted = self.yeses(who.other(), want);
            let given = self.yeses(who, give).into_iter().filter(|id| wanted.contains(id));
            found.extend(given.map(|id| Common { step: give.to_owned(), id }));
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

/// Something both said yes to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Common {
    step: String,
    id: String,
}

/// At most so many, any of them, in the order they had: so what is missing proves nothing (CR27).
fn a_few(common: Vec<Common>, most: Option<u32>, now: DateTime<Utc>) -> Vec<Common> {
    let most = most.map_or(usize::MAX, |most| most as usize);
    // Nobody gains from guessing the choice, so the moment is chance enough.
    let chance = |c: &Common| {
        let mut hash = Sha256::new();
        hash.update(now.timestamp_micros().to_be_bytes());
        hash.update(&c.id);
        <[u8; 32]>::from(hash.finalize())
    };
    let mut drawn = common.clone();
    drawn.sort_by_key(chance);
    drawn.truncate(most);
    common.into_iter().filter(|c| drawn.contains(c)).collect()
}

const fn picked(picked: Vec<String>) -> Value {
    Value::Picked(Picked { picked, other: None })
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
