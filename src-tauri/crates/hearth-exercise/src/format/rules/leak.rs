//! What one person could read from another's private answer, by what is shown or kept (E12, E13, E17, E22).

use hearth_domain::Visibility;

use crate::condition::Expr;
use crate::format::build::Draft;
use crate::format::finding::{Code, Findings};
use crate::model::{Action, Branch, Kind, Mode, Reveal, RevealMode, Source, Step, Who};

pub(super) fn check(draft: &Draft, found: &mut Findings) {
    for (_, at, step) in draft.steps() {
        conditions(draft, step, &at, found);
        match &step.kind {
            Kind::Reveal(reveal) => shown(draft, step, reveal, &at, found),
            Kind::Agree(agree) => {
                let before = draft.exercise.steps.iter().take_while(|s| s.id != step.id).collect::<Vec<_>>();
                agree.from.iter().for_each(|id| kept(draft, &before, id, &format!("{at}/from"), found));
            }
            _ => {}
        }
    }
    for (n, product) in draft.exercise.products.iter().enumerate().filter(|(_, p)| p.shared) {
        let all = draft.exercise.steps.iter().collect::<Vec<_>>();
        product.from.iter().for_each(|id| kept(draft, &all, id, &format!("/product/{n}/from"), found));
    }
}

/// E22. Alone there is nobody to see it.
fn conditions(draft: &Draft, step: &Step, at: &str, found: &mut Findings) {
    if alone(draft, step) {
        return;
    }
    if let Some(reader) = step.show_if.as_ref().and_then(|c| reads_private(draft, step, c))
        && !own_step(step, reader)
    {
        refuse(step, &format!("{at}/show_if"), found);
    }
    for (n, branch) in step.then.iter().enumerate() {
        let private = branch.when.as_ref().and_then(|c| reads_private(draft, step, c)).is_some();
        if private && !own_branch(step, branch) {
            refuse(step, &format!("{at}/then/{n}"), found);
        }
    }
}

fn refuse(step: &Step, at: &str, found: &mut Findings) {
    let message = format!("Step {}: the other person could read a private answer from this.", step.id);
    let fix = "A private answer may only lead to a pause, that person's own steps, a page for them alone, a break or the neutral end.";
    found.error(Code::Leak, at, message, fix);
}

fn alone(draft: &Draft, step: &Step) -> bool {
    draft.exercise.parts.iter().any(|p| p.id == step.part && p.mode == Mode::Alone)
}

/// Whose private answers a condition reads, if any: `each` if several people's. The pace is private too.
fn reads_private(draft: &Draft, step: &Step, condition: &Expr) -> Option<Who> {
    let pace = condition.to_string().split(' ').any(|word| word.trim_matches(['(', ')']) == "pace");
    let mut whose: Vec<Who> = condition
        .reads()
        .into_iter()
        .filter_map(|id| draft.exercise.step(id))
        .filter(|s| private(draft, s, step))
        .map(|s| s.who)
        .chain(pace.then_some(Who::Each))
        .collect();
    whose.dedup();
    match whose.as_slice() {
        [] => None,
        [one] => Some(*one),
        _ => Some(Who::Each),
    }
}

/// Not shared, and not opened by an earlier sealed reveal.
fn private(draft: &Draft, read: &Step, by: &Step) -> bool {
    let Some(visibility) = read.kind.visibility() else { return false };
    let opened = || {
        draft.exercise.steps.iter().take_while(|s| s.id != by.id).any(|s| {
            matches!(&s.kind, Kind::Reveal(r) if r.mode == RevealMode::Sealed && r.items.contains(&Source::Step(read.id.clone())))
        })
    };
    visibility != Visibility::Shared && !(visibility == Visibility::Seal && opened())
}

/// A pause, or a step on the covered page of the person whose answer was read.
fn own_step(step: &Step, reader: Who) -> bool {
    let covered = match step.who {
        Who::Each => true,
        Who::Role(_) => step.kind.visibility().is_some_and(|v| v != Visibility::Shared),
        Who::Me | Who::Both => false,
    };
    matches!(step.kind, Kind::Pause(_)) || (covered && step.who == reader)
}

fn own_branch(step: &Step, branch: &Branch) -> bool {
    let quiet = branch.say.is_none();
    match &branch.action {
        Some(Action::EndNeutral | Action::Break | Action::Rest { .. } | Action::Lower(_)) => quiet,
        Some(Action::Page(_)) => step.who != Who::Both,
        Some(Action::Suggest(_)) => matches!(step.kind, Kind::Close(_)) && step.who != Who::Both,
        Some(Action::Start(_) | Action::Repeat { .. }) => false,
        None => step.who != Who::Both,
    }
}

/// E12: priv has no way to be shown. E13: picks show what its author offers. E14, E17: seals open in pairs.
fn shown(draft: &Draft, step: &Step, reveal: &Reveal, at: &str, found: &mut Findings) {
    for source in &reveal.items {
        let Source::Step(id) = source else { continue };
        let Some(visibility) = draft.exercise.step(id).map(|s| s.kind.visibility()) else { continue };
        let fits = match reveal.mode {
            RevealMode::Sealed | RevealMode::Overlap | RevealMode::Match => visibility == Some(Visibility::Seal),
            RevealMode::Picks => visibility == Some(Visibility::Offer),
        };
        if !fits {
            let wanted = if reveal.mode == RevealMode::Picks { "offer" } else { "seal" };
            let message = format!("Step {}: \"{id}\" may not be shown this way.", step.id);
            found.error(Code::Leak, &format!("{at}/items"), message, format!("Only \"{wanted}\" answers can be."));
        }
    }
}

/// What was only compared stays sealed.
const fn opens(reveal: &Reveal) -> bool {
    matches!(reveal.mode, RevealMode::Sealed | RevealMode::Picks)
}

/// What goes into Ours was shared, or shown by a reveal among those steps.
fn kept(draft: &Draft, among: &[&Step], id: &str, at: &str, found: &mut Findings) {
    let Some(step) = draft.exercise.step(id.strip_suffix(".reply").unwrap_or(id)) else { return };
    let shown = among
        .iter()
        .any(|s| matches!(&s.kind, Kind::Reveal(r) if opens(r) && r.items.contains(&Source::Step(step.id.clone()))));
    let open = match step.kind.visibility() {
        Some(Visibility::Shared) | None => true,
        Some(Visibility::Seal | Visibility::Offer) => shown,
        Some(Visibility::Eph | Visibility::Priv | Visibility::Ther) => false,
    };
    if !open {
        let message = format!("\"{id}\" is private and cannot go into Ours.");
        found.error(Code::Leak, at, message, "Share it, or show it with a reveal first.");
    }
}
