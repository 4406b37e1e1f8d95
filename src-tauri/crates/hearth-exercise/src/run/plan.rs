//! What is fixed before a run begins: its groups, which steps must not be named on disk, and how long a
//! passing answer is needed.

use std::collections::BTreeMap;
use std::ops::Range;

use hearth_domain::Visibility;

use crate::condition::Expr;
use crate::model::{Action, Exercise, Items, Kind, RevealMode, Source, Step, Who};

/// The steps of one part, in order, with what follows from them.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Indexes into the exercise's steps.
    pub steps: Vec<usize>,
    /// Consecutive positions that are gone through as one.
    pub groups: Vec<Group>,
    /// Positions whose being shown would tell a private answer on disk (E11).
    tainted: Vec<bool>,
    /// The last position that reads a step's answer.
    last_reader: BTreeMap<String, usize>,
    /// Positions of the standard opening block, asked again after a break in time.
    pub opening: Range<usize>,
}

/// Positions gone through as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The positions.
    pub at: Range<usize>,
    /// Whether it is written alone, behind a cover.
    pub private: bool,
}

impl Plan {
    pub(super) fn of(exercise: &Exercise, part: &str, joint: bool) -> Self {
        let steps: Vec<usize> =
            exercise.steps.iter().enumerate().filter(|(_, s)| s.part == part).map(|(i, _)| i).collect();
        let of: Vec<&Step> = steps.iter().map(|i| &exercise.steps[*i]).collect();
        let end = of.iter().take_while(|s| opens(s)).count();
        Self {
            groups: groups(&of, joint),
            tainted: tainted(&of, joint),
            last_reader: last_readers(&of),
            opening: 0..if joint { end } else { 0 },
            steps,
        }
    }

    /// The group that holds a position.
    pub(super) fn group_of(&self, position: usize) -> usize {
        self.groups.iter().position(|g| g.at.contains(&position)).unwrap_or(self.groups.len())
    }

    /// Whether a position may be named on disk as the place where the run stands.
    pub(super) fn may_be_named(&self, position: usize) -> bool {
        !self.tainted[position]
    }

    /// Whether anything from this position on still reads the answer.
    pub(super) fn needed_from(&self, step: &str, position: usize) -> bool {
        self.last_reader.get(step).is_some_and(|last| *last >= position)
    }
}

fn opens(step: &Step) -> bool {
    matches!(step.block.as_deref(), Some("joint-open" | "hot-open"))
}

/// Whether a step is written behind a cover when two people take part (E2).
pub(super) fn behind_cover(step: &Step) -> bool {
    if matches!(step.kind, Kind::Reveal(_) | Kind::Agree(_) | Kind::Close(_) | Kind::Turn(_) | Kind::Mirror(_)) {
        return false;
    }
    match step.who {
        Who::Each => true,
        Who::Both => false,
        Who::Me | Who::Role(_) => step.kind.visibility().is_some_and(|v| v != Visibility::Shared),
    }
}

/// Alone, everything up to the close is one turn; picks are ticked in it, since nothing is shown to anyone.
fn alone_turn(step: &Step) -> bool {
    match &step.kind {
        Kind::Close(_) | Kind::Turn(_) | Kind::Mirror(_) | Kind::Agree(_) => false,
        Kind::Reveal(reveal) => reveal.mode == RevealMode::Picks,
        _ => true,
    }
}

fn groups(steps: &[&Step], joint: bool) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (i, step) in steps.iter().enumerate() {
        let private = if joint { behind_cover(step) } else { alone_turn(step) };
        match groups.last_mut() {
            Some(last) if private && last.private && same_turn(steps[i - 1], step, joint) => last.at.end = i + 1,
            _ => groups.push(Group { at: i..i + 1, private }),
        }
    }
    groups
}

/// A block is its own group, so that it can be asked again without what follows it.
fn same_turn(before: &Step, step: &Step, joint: bool) -> bool {
    !joint || (before.who == step.who && before.block == step.block)
}

/// Alone, the place rests in Mine, so only passing answers count; together it rests in Ours, so all private
/// ones do.
fn tainted(steps: &[&Step], joint: bool) -> Vec<bool> {
    let mut tainted = vec![false; steps.len()];
    for i in 0..steps.len() {
        let reads = steps[i].show_if.as_ref().map(Expr::reads).unwrap_or_default();
        let offered =
            offers_from(steps[i]).and_then(|from| if let Source::Step(id) = from { Some(&**id) } else { None });
        tainted[i] = reads.iter().copied().chain(offered).any(|id| {
            steps[..i].iter().position(|s| s.id == *id).is_some_and(|j| tainted[j] || hidden(steps[j], joint))
        });
    }
    tainted
}

/// Where the only things a step asks about come from: if there are none, it is not shown.
pub(super) fn offers_from(step: &Step) -> Option<&Source> {
    let items = match &step.kind {
        Kind::Choose(choose) if !choose.other => Some(&choose.options),
        Kind::Checklist(list) => Some(&list.items),
        Kind::Table(table) => table.rows.as_ref(),
        _ => None,
    };
    items.and_then(|items| if let Items::From(source) = items { Some(source) } else { None })
}

fn hidden(step: &Step, joint: bool) -> bool {
    match step.kind.visibility() {
        Some(Visibility::Eph) => true,
        Some(Visibility::Shared) | None => false,
        Some(_) => joint,
    }
}

fn last_readers(steps: &[&Step]) -> BTreeMap<String, usize> {
    let mut last = BTreeMap::new();
    for (i, step) in steps.iter().enumerate() {
        for id in reads(step) {
            last.insert(id, i);
        }
    }
    last
}

/// Every step this one looks at, in any way.
fn reads(step: &Step) -> Vec<String> {
    let conditions = step.show_if.iter().chain(step.then.iter().filter_map(|b| b.when.as_ref()));
    let mut ids: Vec<String> = conditions.flat_map(Expr::reads).map(str::to_owned).collect();
    for branch in &step.then {
        if let Some(Action::Lower(id)) = &branch.action {
            ids.push(id.clone());
        }
    }
    ids.extend(sources(step).into_iter().filter_map(|s| match s {
        Source::Step(id) => Some(id.clone()),
        _ => None,
    }));
    match &step.kind {
        Kind::Agree(agree) => ids.extend(agree.yes.iter().chain(&agree.from).cloned()),
        Kind::Guide(guide) => ids.extend(guide.join.iter().cloned()),
        _ => {}
    }
    ids
}

/// Where a step takes rows, options or items from.
pub(super) fn sources(step: &Step) -> Vec<&Source> {
    fn of(items: &Items) -> Option<&Source> {
        match items {
            Items::From(source) => Some(source),
            Items::Given(_) => None,
        }
    }
    match &step.kind {
        Kind::Choose(choose) => of(&choose.options).into_iter().chain(choose.per.as_ref()).collect(),
        Kind::Checklist(list) => of(&list.items).into_iter().collect(),
        Kind::Table(table) => table.rows.as_ref().and_then(of).into_iter().chain(table.begin.as_ref()).collect(),
        Kind::Schedule(schedule) => schedule.from.iter().collect(),
        Kind::Reveal(reveal) => reveal.items.iter().collect(),
        _ => Vec::new(),
    }
}
