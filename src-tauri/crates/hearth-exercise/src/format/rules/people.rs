//! Who acts, in which part, for whom.

use hearth_domain::{Heat, Visibility};

use crate::format::build::Draft;
use crate::format::finding::{Code, Findings};
use crate::model::{Choose, Items, Kind, Mode, RevealMode, Step, Who};

pub(super) fn check(draft: &Draft, found: &mut Findings) {
    for (_, at, step) in draft.steps() {
        part(draft, step, &at, found);
        role(draft, step, &at, found);
        audience(step, &at, found);
        actor(step, &at, found);
        series(step, &at, found);
        answers(step, &at, found);
    }
    heats(draft, found);
}

/// In an alone part its opener acts; together nobody is "me".
fn part(draft: &Draft, step: &Step, at: &str, found: &mut Findings) {
    let Some(part) = draft.exercise.parts.iter().find(|p| p.id == step.part) else {
        let message = format!("Step {} does not say which part it belongs to.", step.id);
        return found.error(Code::UnknownReference, &format!("{at}/part"), message, "Name one of the parts.");
    };
    let fits = match part.mode {
        Mode::Alone => !matches!(step.who, Who::Each | Who::Both),
        Mode::Together => step.who != Who::Me,
    };
    if !fits {
        let (word, mode) = if part.mode == Mode::Alone { ("each or both", "alone") } else { ("me", "together") };
        let message = format!("Step {}: \"{word}\" does not act in a part done {mode}.", step.id);
        found.error(Code::Role, &format!("{at}/who"), message, "");
    }
}

fn role(draft: &Draft, step: &Step, at: &str, found: &mut Findings) {
    let Who::Role(role) = step.who else { return };
    if !draft.exercise.roles.is_some_and(|pair| pair.contains(&role)) {
        let message = format!("Step {}: this exercise has no such role.", step.id);
        found.error(Code::Role, &format!("{at}/who"), message, "Name both roles with \"roles\" at the top.");
    }
}

/// On one screen for both, nothing can be kept from one of them; a seal needs two.
fn audience(step: &Step, at: &str, found: &mut Findings) {
    let Some(visibility) = step.kind.visibility() else { return };
    let fits = match step.who {
        Who::Both => visibility == Visibility::Shared,
        Who::Me => visibility != Visibility::Seal,
        Who::Each | Who::Role(_) => true,
    };
    if !fits {
        let message = format!("Step {}: \"{}\" does not go with who acts here.", step.id, visibility.token());
        found.error(
            Code::Visibility,
            &format!("{at}/visibility"),
            message,
            "Both on one screen is \"shared\"; a seal takes \"each\".",
        );
    }
}

/// Who acts for kinds that fix it (`exercises.md` 1).
fn actor(step: &Step, at: &str, found: &mut Findings) {
    let (fits, wanted) = match &step.kind {
        Kind::Agree(_) => (step.who == Who::Both, "both"),
        Kind::Consent(_) => (matches!(step.who, Who::Each | Who::Me | Who::Role(_)), "each or one role"),
        Kind::Letter(_) => (matches!(step.who, Who::Me | Who::Role(_)), "one author"),
        Kind::Reveal(r) if r.mode == RevealMode::Picks => (matches!(step.who, Who::Me | Who::Role(_)), "the owner"),
        Kind::Reveal(_) => (step.who == Who::Both, "both"),
        Kind::Mirror(_) => (matches!(step.who, Who::Role(_)), "the one who says it back"),
        Kind::Choose(c) if c.lower => (step.who == Who::Each, "each"),
        _ => (true, ""),
    };
    if !fits {
        let message = format!("Step {}: here acts {wanted}.", step.id);
        found.error(Code::Role, &format!("{at}/who"), message, "");
    }
}

/// A series is its owner's own chart (E41).
fn series(step: &Step, at: &str, found: &mut Findings) {
    let own = match &step.kind {
        Kind::Scale(scale) => scale.visibility == Visibility::Priv,
        Kind::Choose(choose) => one_of_given_words(choose),
        _ => false,
    };
    if step.series.is_some() && !own {
        let message = format!("Step {}: only a private scale, or one of several own words, can be a series.", step.id);
        found.error(Code::Visibility, &format!("{at}/series"), message, "");
    }
}

/// Words in an order, of which one is chosen: its place is the number. An entry may be shown; its series never is.
fn one_of_given_words(choose: &Choose) -> bool {
    matches!(choose.visibility, Visibility::Priv | Visibility::Offer)
        && matches!(choose.options, Items::Given(_))
        && choose.per.is_none()
        && choose.max == 1
        && !choose.other
}

/// Only what both may read can be answered.
fn answers(step: &Step, at: &str, found: &mut Findings) {
    if !step.answers.is_empty() && step.kind.visibility() != Some(Visibility::Shared) {
        let message = format!("Step {}: only a shared answer can get a reply.", step.id);
        found.error(Code::Visibility, &format!("{at}/answers"), message, "");
    }
}

/// Heat 0 is always open, so nothing done together may have it: it would go round both paces (E25).
fn heats(draft: &Draft, found: &mut Findings) {
    let cold = draft.exercise.parts.iter().any(|p| p.mode == Mode::Together && p.heat == Heat::ALONE);
    if cold {
        found.error(Code::OutOfRange, "/heat", "What is done together has heat 1 or more.", "");
    }
}
