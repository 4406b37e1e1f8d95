//! Playing an exercise as two people would, and small exercises to play.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use hearth_domain::Person;

use crate::format::{Library, compile};
use crate::model::Exercise;
use crate::page::{Ask, CheckButton, Page, Phase, Talk};
use crate::run::{
    Cast, Effect, Input, Issue, OursEffect, OursRow, OwnEffect, OwnRow, OwnState, Proposed, Record, Refused, Resting,
    Run, Tap, World,
};
use crate::value::{Picked, Value};

/// A run with everything it ever wanted written.
pub struct Play {
    pub run: Run,
    pub world: World,
    pub written: Vec<Effect>,
}

/// Eight in the evening of a day in May.
pub fn evening() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 5, 3, 20, 0, 0).single().expect("a real time")
}

impl Play {
    pub fn together(steps: &str) -> Self {
        Self::of(exercise("heat = 1\nroles = \"owner/receiver\"", steps), true)
    }

    pub fn alone(steps: &str) -> Self {
        Self::of(exercise("heat = 0", steps), false)
    }

    pub fn of(exercise: Exercise, joint: bool) -> Self {
        let cast = if joint { Cast::together(&exercise, Person::A, Person::A) } else { Cast::Alone(Person::A) };
        let part = exercise.parts.iter().find(|p| (p.mode == crate::model::Mode::Together) == joint);
        let part = part.expect("a part for this sitting").id.clone();
        Self::begin(Arc::new(exercise), &part, cast, World::at(evening()))
    }

    pub fn begin(exercise: Arc<Exercise>, part: &str, cast: Cast, world: World) -> Self {
        let (run, written) = Run::begin(exercise, part, cast, &world).expect("a run that can begin");
        Self { run, world, written }
    }

    pub fn phase(&self) -> Phase {
        self.run.phase(&self.world)
    }

    pub fn try_to(&mut self, input: Input) -> Result<Vec<Issue>, Refused> {
        let applied = self.run.apply(input, &self.world)?;
        self.written.extend(applied.effects);
        Ok(applied.issues)
    }

    #[track_caller]
    pub fn to(&mut self, input: Input) -> &mut Self {
        let phase = format!("{:?}", self.phase());
        match self.try_to(input.clone()) {
            Ok(issues) if issues.is_empty() => self,
            other => panic!("{input:?} gave {other:?} at {phase}"),
        }
    }

    #[track_caller]
    pub fn tap(&mut self, tap: Tap) -> &mut Self {
        self.to(Input::Tap(tap))
    }

    #[track_caller]
    pub fn next(&mut self) -> &mut Self {
        self.tap(Tap::Next)
    }

    #[track_caller]
    pub fn i_am(&mut self, who: Person) -> &mut Self {
        self.to(Input::IAm(who))
    }

    #[track_caller]
    pub fn answer(&mut self, step: &str, value: Value) -> &mut Self {
        self.to(Input::Answer { step: step.to_owned(), value: Some(value) })
    }

    #[track_caller]
    pub fn skip(&mut self, step: &str) -> &mut Self {
        self.to(Input::Answer { step: step.to_owned(), value: None })
    }

    /// Both people in turn: the same steps, each with their own answers, then the check page if there is one.
    #[track_caller]
    pub fn both(&mut self, answers: &[(&str, [Value; 2])]) -> &mut Self {
        for _ in 0..2 {
            let Phase::Cover { next } = self.phase() else { panic!("no cover but {:?}", self.phase()) };
            self.i_am(next);
            for (step, value) in answers {
                self.answer(step, value[usize::from(next == Person::B)].clone());
            }
            if matches!(self.phase(), Phase::Check { who, .. } if who == next) {
                self.next();
            }
        }
        self
    }

    #[track_caller]
    pub fn page(&self) -> Page {
        match self.phase() {
            Phase::Page(page) => *page,
            other => panic!("no page but {other:?}"),
        }
    }

    #[track_caller]
    pub fn talk(&self) -> Talk {
        match self.phase() {
            Phase::Talk(talk) => *talk,
            other => panic!("no talk but {other:?}"),
        }
    }

    #[track_caller]
    pub fn check(&self) -> (Person, Vec<String>, CheckButton) {
        match self.phase() {
            Phase::Check { who, rows, button } => (who, rows.into_iter().map(|r| r.step).collect(), button),
            other => panic!("no check page but {other:?}"),
        }
    }

    pub fn ours(&self) -> Vec<&OursEffect> {
        self.written.iter().filter_map(|e| if let Effect::Ours(o) = e { Some(o) } else { None }).collect()
    }

    pub fn own(&self, who: Person) -> Vec<&OwnEffect> {
        let of = |e| match e {
            &Effect::Own(p, ref o) if p == who => Some(o),
            _ => None,
        };
        self.written.iter().filter_map(of).collect()
    }

    pub fn later(&mut self, hours: i64) -> &mut Self {
        self.world.now += TimeDelta::hours(hours);
        self.world.today = self.world.now.date_naive();
        self
    }

    /// The process ends and a new one goes on with what was written.
    pub fn killed_and_resumed(&self) -> Self {
        let record = record_of(&self.written);
        let exercise = self.run.exercise().clone();
        let (part, cast) = (self.run.part().to_owned(), self.run.cast());
        let (run, more) = Run::resume(exercise, &part, cast, record, &self.world).expect("a run to go on with");
        let mut written = self.written.clone();
        written.extend(more);
        Self { run, world: self.world.clone(), written }
    }
}

/// What both spaces hold after these changes.
pub fn record_of(effects: &[Effect]) -> Record {
    let mut record = Record { lap: 1, ..Record::default() };
    for effect in effects {
        match effect {
            Effect::Own(who, own) => note_own(&mut record, *who, own),
            Effect::Ours(ours) => note_ours(&mut record, ours),
        }
    }
    record
}

fn note_own(record: &mut Record, who: Person, effect: &OwnEffect) {
    let rows = record.own.of_mut(who);
    let mut put = |step: &String, lap: u32, state, value: &Option<_>| {
        rows.retain(|r: &OwnRow| r.step != *step || r.lap != lap);
        rows.push(OwnRow { step: step.clone(), lap, state, value: value.clone() });
    };
    match effect {
        OwnEffect::RunAt { at, lap } => (record.at, record.lap) = (Some(at.clone()), *lap),
        OwnEffect::Draft { step, lap, value, answered, .. } => {
            put(step, *lap, if *answered { OwnState::Answered } else { OwnState::Draft }, value);
        }
        OwnEffect::Keep { step, lap, value, .. } | OwnEffect::Seal { step, lap, value } => {
            put(step, *lap, OwnState::Kept, value);
        }
        OwnEffect::Drop { step, lap } | OwnEffect::Unseal { step, lap } => {
            rows.retain(|r| r.step != *step || r.lap != *lap)
        }
        _ => {}
    }
}

fn note_ours(record: &mut Record, effect: &OursEffect) {
    match effect {
        OursEffect::RunAt { at, lap } => (record.at, record.lap) = (Some(at.clone()), *lap),
        OursEffect::RunRests { until, cooloff } => record.rest = Some(Resting { until: *until, cooloff: *cooloff }),
        OursEffect::RunGoesOn => record.rest = None,
        OursEffect::Draft { step, lap, value } => put_ours(record, step, *lap, None, false, value.clone()),
        OursEffect::Keep { step, lap, who, value } => put_ours(record, step, *lap, *who, true, value.clone()),
        OursEffect::Result { step, lap, value } => put_ours(record, step, *lap, None, true, Some(value.clone())),
        OursEffect::OpenRound { step, lap, .. } => record.opened.push((step.clone(), *lap)),
        OursEffect::Propose { step, review, not_before, .. } => {
            let review_days = u32::try_from((*review - evening().date_naive()).num_days()).expect("a later day");
            record.proposed.retain(|p| p.step != *step);
            record.proposed.push(Proposed { step: step.clone(), not_before: *not_before, review_days });
        }
        OursEffect::InForce { step } | OursEffect::LeftOpen { step } => {
            record.proposed.retain(|p| p.step != *step);
            record.settled.push(step.clone());
        }
        _ => {}
    }
}

fn put_ours(
    record: &mut Record,
    step: &str,
    lap: u32,
    who: Option<Person>,
    kept: bool,
    value: Option<crate::run::Shared>,
) {
    record.ours.retain(|r| r.step != step || r.lap != lap || r.who != who);
    record.ours.push(OursRow { step: step.to_owned(), lap, who, kept, value });
}

pub fn picked(ids: &[&str]) -> Value {
    Value::Picked(Picked { picked: ids.iter().map(|id| (*id).to_owned()).collect(), other: None })
}

pub fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

pub fn is_neutral_end(phase: &Phase) -> bool {
    *phase == Phase::End { done: false, new_facts: false, help: None, next: Vec::new() }
}

pub fn options_of(page: &Page) -> Vec<String> {
    match &page.ask {
        Ask::Choose { options, .. } | Ask::Gate { options, .. } | Ask::Consent { options, .. } => {
            options.iter().map(|o| o.id.clone()).collect()
        }
        other => panic!("no options in {other:?}"),
    }
}

/// Compiles a small exercise.
#[track_caller]
pub fn exercise(top: &str, steps: &str) -> Exercise {
    let toml = format!(
        "format = \"hearthside.exercise/1\"\nuid = \"3d0c7a52-8a5e-4a1f-9f0e-6b7e5f1c2a09\"\nslug = \"small\"\nrevision = 1\n\
         lang = \"en\"\ntitle = \"Small\"\nsummary = \"Small.\"\ntheme = \"start\"\nminutes = 5\nlicense = \"CC-BY-4.0\"\n\
         {top}\n{steps}"
    );
    let (exercise, findings) = compile(&toml, &library());
    exercise.unwrap_or_else(|| panic!("{findings:#?}"))
}

pub fn library() -> Library {
    let mut library = Library::default();
    library.blocks.insert("joint-open".to_owned(), OPEN.to_owned());
    library.pages.insert("help-now".to_owned(), PAGE.to_owned());
    library
}

const PAGE: &str = "id = \"help-now\"\ntitle = \"Help\"\nbody = \"You are not alone.\"\nlines = [\"abuse\"]\n";

const OPEN: &str = r#"
[[step]]
id = "jo-now"
kind = "consent"
who = "each"
visibility = "eph"
label = "Is this a good time?"
options = [{ id = "yes", label = "Yes", yes = true }, { id = "not-today", label = "Not today" }]
[[step]]
id = "jo-calm"
kind = "scale"
who = "each"
visibility = "eph"
label = "How calm are you?"
low = "worked up"
high = "calm"
[[step]]
id = "jo-steady"
kind = "pause"
who = "both"
show_if = "not all(jo-calm >= 4)"
label = "Steady first"
form = "breath"
seconds = 180
body = "Breathe."
[[step]]
id = "jo-again"
kind = "scale"
who = "each"
visibility = "eph"
show_if = "not all(jo-calm >= 4)"
label = "And now?"
low = "worked up"
high = "calm"
[[step.then]]
if = "not all(jo-again >= 4)"
break = true
"#;

/// Steps to put together.
pub const BLOCK: &str = "[[step]]\nblock = \"joint-open\"\n";
pub const HOPE: &str = "[[step]]\nid = \"hope\"\nkind = \"text\"\nwho = \"each\"\nvisibility = \"seal\"\nlabel = \"I hope\"\nsize = \"short\"\n";
pub const OPEN_HOPE: &str = "[[step]]\nid = \"open\"\nkind = \"reveal\"\nwho = \"both\"\nlabel = \"Read them\"\nmode = \"sealed\"\nitems = [\"hope\"]\n";
pub const TOPIC: &str = "[[step]]\nid = \"topic\"\nkind = \"text\"\nwho = \"both\"\nvisibility = \"shared\"\nlabel = \"Topic\"\nsize = \"short\"\n";
pub const CLOSE: &str =
    "[[step]]\nid = \"end\"\nkind = \"close\"\nwho = \"both\"\nlabel = \"Before you go\"\nrecap = true\n";
