//! Pages both read: words, quiet times, shared answers, rows to accept, the close.

use hearth_domain::{Person, Visibility};

use super::book::Ours;
use super::place::{RowAnswers, ShownPage};
use super::words::{Shared, Shown};
use super::{Input, Issue, OursEffect, OwnEffect, Refused, Run, Tap, World};
use crate::model::{Kind, Step, Who};
use crate::value::{Row, Value};

impl Run {
    pub(super) fn take_open(&mut self, at: usize, input: Input, world: &World) -> Result<Vec<Issue>, Refused> {
        match input {
            Input::Draft { step, value } if self.step(at).id == step => self.draft_open(at, value, world),
            Input::Answer { step, value } if self.step(at).id == step => self.answer_open(at, value, world),
            Input::Tap(Tap::Row { row, answer }) => self.answer_row(at, row, answer),
            Input::Tap(Tap::NotNow) if offers_not_now(self.step(at)) => {
                self.end_neutral(false);
                Self::fine()
            }
            Input::Tap(Tap::Next) if self.step(at).kind.visibility().is_none() => {
                if matches!(self.step(at).kind, Kind::Close(_)) {
                    self.finish(world);
                } else {
                    self.after_step(at, world);
                }
                Self::fine()
            }
            _ => Err(Refused::NotHere),
        }
    }

    fn is_shared(&self, at: usize) -> bool {
        self.step(at).kind.visibility() == Some(Visibility::Shared)
    }

    fn draft_open(&mut self, at: usize, value: Value, world: &World) -> Result<Vec<Issue>, Refused> {
        if !self.is_shared(at) {
            return Err(Refused::NotHere);
        }
        let issues = self.misfits(at, &value, None, world, true);
        if issues.is_empty() {
            self.drop_answers_to_changed_rows(at, &value);
            let (step, lap) = (self.step(at).id.clone(), self.lap);
            let value = Some(Shared::written(value));
            self.book.set_ours(&step, lap, None, Ours { value: value.clone(), kept: false });
            self.ours(OursEffect::Draft { step, lap, value });
        }
        Ok(issues)
    }

    fn answer_open(&mut self, at: usize, value: Option<Value>, world: &World) -> Result<Vec<Issue>, Refused> {
        if !self.is_shared(at) {
            return Err(Refused::NotHere);
        }
        if let Some(value) = &value {
            let issues = self.misfits(at, value, None, world, false);
            if !issues.is_empty() {
                return Ok(issues);
            }
            self.drop_answers_to_changed_rows(at, value);
        }
        let step = self.step(at).id.clone();
        self.keep_ours(&step, None, value.map(Shared::written));
        if !self.show_for_replies(at, world) {
            self.after_step(at, world);
        }
        Self::fine()
    }

    /// Keeps something in Ours, in this lap.
    pub(super) fn keep_ours(&mut self, step: &str, who: Option<Person>, value: Option<Shared>) {
        let lap = self.lap;
        self.book.set_ours(step, lap, who, Ours { value: value.clone(), kept: true });
        self.ours(OursEffect::Keep { step: step.to_owned(), lap, who, value });
    }

    /// The other may answer a shared value in a few words.
    fn show_for_replies(&mut self, at: usize, world: &World) -> bool {
        let step = self.step(at);
        let (Some(by), false) = (self.actor(step), step.answers.is_empty()) else { return false };
        let Some(value) = self.book.ours_at(&step.id, self.lap, None).and_then(|o| o.value.clone()) else {
            return false;
        };
        let row = self.recap_row(at, Some(by), value.value(), world);
        let page = ShownPage {
            rows: vec![row],
            stars: Vec::new(),
            by: Some(by),
            replies: step.answers.clone(),
            reply_to: step.id.clone(),
        };
        self.show_pages(at, vec![page]);
        true
    }

    /// A row about a person counts only if the other took it on (E35); an edit takes the answer back.
    fn answer_row(&mut self, at: usize, row: String, answer: String) -> Result<Vec<Issue>, Refused> {
        let known = ["agree", "change", "not-now", "no"].contains(&answer.as_str());
        if !self.accepts_rows(at) || !known || !self.rows_at(at).iter().any(|r| r.row == row) {
            return Err(Refused::NotHere);
        }
        let mut answers = self.row_answers(at);
        answers.insert(row, answer);
        self.keep_row_answers(at, answers);
        Self::fine()
    }

    fn accepts_rows(&self, at: usize) -> bool {
        matches!(&self.step(at).kind, Kind::Table(table) if table.accept)
    }

    fn rows_at(&self, at: usize) -> Vec<Row> {
        let ours = self.book.ours(&self.step(at).id, self.lap, None).and_then(|o| o.value.as_ref());
        match ours.map(Shared::value) {
            Some(Value::Rows(rows)) => rows.clone(),
            _ => Vec::new(),
        }
    }

    /// Each row's answer so far, by row.
    pub(super) fn row_answers(&self, at: usize) -> RowAnswers {
        let step = format!("{}.rows", self.step(at).id);
        match self.book.ours(&step, self.lap, None).and_then(|o| o.value.as_ref()).map(Shared::value) {
            Some(Value::Checks(answers)) => answers.clone(),
            _ => RowAnswers::new(),
        }
    }

    fn keep_row_answers(&mut self, at: usize, answers: RowAnswers) {
        let step = format!("{}.rows", self.step(at).id);
        self.keep_ours(&step, None, Some(Shared::written(Value::Checks(answers))));
    }

    fn drop_answers_to_changed_rows(&mut self, at: usize, value: &Value) {
        let (true, Value::Rows(rows)) = (self.accepts_rows(at), value) else { return };
        let (before, mut answers) = (self.rows_at(at), self.row_answers(at));
        let count = answers.len();
        answers.retain(|id, _| {
            let old = before.iter().find(|r| r.row == *id);
            old.is_some() && old == rows.iter().find(|r| r.row == *id)
        });
        if answers.len() != count {
            self.keep_row_answers(at, answers);
        }
    }

    /// Words written apart for both to read move to Ours at once, both or none (E4).
    pub(super) fn move_waiting(&mut self, range: std::ops::Range<usize>) {
        for at in range {
            if !self.is_shared(at) || self.step(at).who != Who::Each {
                continue;
            }
            let (step, lap) = (self.step(at).id.clone(), self.lap);
            for who in self.cast.order() {
                let Some(own) = self.book.remove_own(who, &step, lap) else { continue };
                let value = own.value.map(|v| Shared::of_private(&v, &Shown::by_both_done()));
                self.own(who, OwnEffect::Drop { step: step.clone(), lap });
                self.keep_ours(&step, Some(who), value);
            }
        }
    }
}

fn offers_not_now(step: &Step) -> bool {
    matches!(&step.kind, Kind::Guide(guide) if guide.not_now)
}
