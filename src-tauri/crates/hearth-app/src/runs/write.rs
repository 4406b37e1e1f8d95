//! Effects of the engine become changes of the spaces, each person's own first, then Ours.

use chrono::{DateTime, Duration, Utc};
use hearth_domain::{ItemId, Pair, Person, RunId};
use hearth_exercise::model::{Exercise, ProductKind};
use hearth_exercise::run::{Ending, Lines, OursEffect, OwnEffect, OwnVisibility};
use hearth_store::{ItemBody, OursChange, OwnChange, RunStart, StepAt};
use serde_json::json;

use super::stored;
use crate::contract::Code;
use crate::ports::Ports;

/// The changes that come of one input.
#[derive(Default)]
pub struct Batch {
    /// Of each person's own space.
    pub own: Pair<Vec<OwnChange>>,
    /// Of Ours.
    pub ours: Vec<OursChange>,
    /// Of each person's own space, once Ours is on disk: a draft leaves Mine only when its words rest in Ours.
    pub after: Pair<Vec<OwnChange>>,
}

impl Batch {
    /// Nothing that another page could show.
    #[must_use]
    pub fn only_drafts(&self) -> bool {
        let own = self.own.a.iter().chain(&self.own.b);
        own.chain(&self.after.a).chain(&self.after.b).all(|change| matches!(change, OwnChange::Draft { .. }))
            && self.ours.iter().all(|change| matches!(change, OursChange::Draft { .. }))
    }
}

/// What effects refer to.
pub struct About<'a> {
    /// Which run.
    pub run: RunId,
    /// How it began, for the change that begins it.
    pub start: &'a RunStart,
    /// Its exercise.
    pub exercise: &'a Exercise,
    /// Now.
    pub now: DateTime<Utc>,
    /// Fresh ids.
    pub ports: &'a Ports,
}

impl About<'_> {
    pub(super) fn at(&self, step: &str, lap: u32) -> StepAt {
        StepAt { run: self.run, step: step.to_owned(), lap }
    }

    fn fresh_item(&self) -> ItemId {
        ItemId::from_bytes(self.ports.make_bytes())
    }
}

/// The exercise as a space keeps it, so that an old answer always finds its question.
fn doc(exercise: &Exercise) -> (RunDoc, String) {
    (RunDoc { hash: exercise.hash.0, revision: exercise.revision }, exercise.canonical.clone())
}

struct RunDoc {
    hash: [u8; 32],
    revision: u32,
}

const fn ending(how: Ending) -> &'static str {
    match how {
        Ending::Done => "done",
        Ending::Stopped => "stopped",
    }
}

const fn vis(visibility: OwnVisibility) -> &'static str {
    visibility.visibility().token()
}

/// One effect of a person's own space. `Seal` is not written here: it needs a round.
///
/// # Errors
/// [`Code::Internal`] for an effect that belongs elsewhere.
pub fn own(effect: OwnEffect, about: &About<'_>) -> Result<Vec<OwnChange>, Code> {
    Ok(match effect {
        OwnEffect::RunBegun => {
            let (RunDoc { hash, revision }, json) = doc(about.exercise);
            let (uid, slug) = (about.exercise.uid.clone(), about.exercise.slug.clone());
            vec![OwnChange::DocPut { hash, uid, slug, revision, json }, OwnChange::RunBegun(about.start.clone())]
        }
        OwnEffect::RunAt { at, lap } => vec![OwnChange::RunAt { run: about.run, at: Some(at), lap }],
        OwnEffect::RunEnded { how } => vec![OwnChange::RunEnded { run: about.run, how: ending(how).into() }],
        OwnEffect::Forget => vec![OwnChange::Forget { run: about.run }],
        OwnEffect::Draft { step, lap, vis: v, value, answered } => {
            let value = stored::json(value.as_ref().map(|p| p.value()));
            vec![OwnChange::Draft { at: about.at(&step, lap), vis: vis(v).into(), value, answered }]
        }
        OwnEffect::Keep { step, lap, vis: v, value } => {
            let value = stored::json(value.as_ref().map(|p| p.value()));
            vec![OwnChange::Keep { at: about.at(&step, lap), vis: vis(v).into(), value }]
        }
        OwnEffect::Drop { step, lap } => vec![OwnChange::Drop { at: about.at(&step, lap) }],
        OwnEffect::Series { name, value } => {
            vec![OwnChange::Series { id: about.fresh_item(), name, value, run: Some(about.run) }]
        }
        OwnEffect::Pace(pace) => vec![OwnChange::Pace { value: Some(pace.word().into()), checked: false }],
        OwnEffect::Checked => vec![OwnChange::Pace { value: None, checked: true }],
        OwnEffect::Rest { slugs, days } => {
            let until = (about.now + Duration::days(days.into())).to_rfc3339();
            slugs.into_iter().map(|slug| OwnChange::Rest { slug, until: until.clone() }).collect()
        }
        OwnEffect::Item { kind, step, title, body } => {
            vec![OwnChange::ItemPut(thing(about, kind, &step, title, lines(&body)))]
        }
        OwnEffect::Seal { .. } | OwnEffect::Unseal { .. } | OwnEffect::Receipt { .. } => return Err(Code::Internal),
    })
}

/// One effect of Ours that needs nothing but itself. Rounds and agreements are written by their own modules.
///
/// # Errors
/// [`Code::Internal`] for an effect that belongs elsewhere.
pub fn ours(effect: OursEffect, about: &About<'_>) -> Result<Vec<OursChange>, Code> {
    Ok(match effect {
        OursEffect::RunBegun => {
            let (RunDoc { hash, revision }, json) = doc(about.exercise);
            let (uid, slug) = (about.exercise.uid.clone(), about.exercise.slug.clone());
            vec![OursChange::DocPut { hash, uid, slug, revision, json }, OursChange::RunBegun(about.start.clone())]
        }
        OursEffect::RunAt { at, lap } => vec![OursChange::RunAt { run: about.run, at: Some(at), lap }],
        OursEffect::RunRests { until, cooloff } => {
            let why = if cooloff { "cooloff" } else { "break" };
            vec![OursChange::RunRests { run: about.run, why: why.into(), until: until.map(|u| u.to_rfc3339()) }]
        }
        OursEffect::RunGoesOn => vec![OursChange::RunGoesOn { run: about.run }],
        OursEffect::RunEnded { how } => vec![OursChange::RunEnded { run: about.run, how: ending(how).into() }],
        OursEffect::Draft { step, lap, value } => {
            let value = stored::json(value.as_ref().map(|s| s.value()));
            vec![OursChange::Draft { at: about.at(&step, lap), who: None, value }]
        }
        OursEffect::Keep { step, lap, who, value } => {
            let value = stored::json(value.as_ref().map(|s| s.value()));
            vec![OursChange::Keep { at: about.at(&step, lap), who, value }]
        }
        OursEffect::Result { step, lap, value } => {
            let value = stored::json(Some(value.value()));
            vec![OursChange::Keep { at: about.at(&step, lap), who: None, value }]
        }
        OursEffect::Item { kind, step, title, body } => {
            vec![OursChange::ItemPut(thing(about, kind, &step, title, lines(&body)))]
        }
        OursEffect::OpenRound { .. }
        | OursEffect::CloseRounds
        | OursEffect::CloseRound { .. }
        | OursEffect::Propose { .. }
        | OursEffect::Assent { .. }
        | OursEffect::InForce { .. }
        | OursEffect::LeftOpen { .. } => return Err(Code::Internal),
    })
}

fn thing(about: &About<'_>, kind: ProductKind, step: &str, title: String, body: serde_json::Value) -> ItemBody {
    let kind = match kind {
        ProductKind::Card => "card",
        ProductKind::List => "list",
        ProductKind::Letter => "letter",
        ProductKind::Plan => "plan",
        ProductKind::Ritual => "ritual",
        ProductKind::Pace => "pace",
    };
    ItemBody {
        item: about.fresh_item(),
        kind: kind.into(),
        run: Some(about.run),
        step: Some(step.to_owned()),
        title,
        body,
        state: "kept".into(),
        review: None,
        until: None,
    }
}

/// The words of an item, as its body keeps them.
pub(super) fn lines<T>(lines: &[Lines<T>]) -> serde_json::Value {
    let row = |l: &Lines<T>| json!({ "label": l.label, "lines": l.lines, "by": l.by.map(Person::letter) });
    serde_json::Value::Array(lines.iter().map(row).collect())
}
