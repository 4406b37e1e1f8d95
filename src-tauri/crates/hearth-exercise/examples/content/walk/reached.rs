//! What all walks together came to, and what nobody came to.

use std::collections::{BTreeMap, BTreeSet};

use hearth_exercise::model::{Branch, Exercise, Step};

use super::excused::EXCUSED;
use super::trail::Trail;
use crate::catalogue::Catalogue;

/// Over all walks.
#[derive(Default)]
pub struct Reached {
    pub paths: u64,
    pub done: u64,
    /// Presses that were taken.
    pub presses: usize,
    steps: BTreeMap<String, BTreeSet<String>>,
    branches: BTreeMap<String, BTreeSet<(String, usize)>>,
    pages: BTreeMap<String, BTreeSet<String>>,
}

impl Reached {
    pub fn add(&mut self, exercise: &Exercise, trail: &Trail, presses: usize, done: bool) {
        self.paths += 1;
        self.done += u64::from(done);
        self.presses += presses;
        add(&mut self.steps, &exercise.slug, trail.shown.iter().cloned());
        add(&mut self.branches, &exercise.slug, trail.followed(exercise));
        add(&mut self.pages, &exercise.slug, trail.helped.iter().cloned());
    }

    /// In one line.
    pub fn summary(&self, catalogue: &Catalogue) -> String {
        let all = |count: fn(&Exercise) -> usize| catalogue.exercises.values().map(|e| count(e)).sum::<usize>();
        let steps = all(|exercise| exercise.steps.len());
        let branches = all(|exercise| exercise.steps.iter().map(|step| step.then.len()).sum());
        let pages = all(|exercise| exercise.pages.len());
        format!(
            "reached {} of {steps} steps, {} of {branches} branches, {} of {pages} pages for one alone",
            size(&self.steps),
            size(&self.branches),
            size(&self.pages),
        )
    }

    /// Each step, branch and page that no walk came to, and that has no reason.
    pub fn missing(&self, catalogue: &Catalogue) -> Vec<String> {
        catalogue.exercises.values().flat_map(|exercise| self.missing_in(exercise)).collect()
    }

    fn missing_in(&self, exercise: &Exercise) -> Vec<String> {
        let slug = &exercise.slug;
        let mut missing: Vec<(String, String)> = Vec::new();
        for step in &exercise.steps {
            if !holds(&self.steps, slug, &step.id) {
                missing.push((step.id.clone(), format!("nobody came to step {}", step.id)));
            }
            for (n, branch) in step.then.iter().enumerate() {
                if !holds(&self.branches, slug, &(step.id.clone(), n)) {
                    missing.push((name(step, n), format!("nobody followed {}: {}", name(step, n), words(branch))));
                }
            }
        }
        for (id, page) in &exercise.pages {
            if !holds(&self.pages, slug, &page.title) {
                missing.push((id.clone(), format!("nobody was shown the page {id}")));
            }
        }
        judge(slug, missing, EXCUSED)
    }
}

/// What has a reason is no finding; a reason for what was reached after all is one.
fn judge(slug: &str, missing: Vec<(String, String)>, excused: &[(&str, &str, &str)]) -> Vec<String> {
    let here: Vec<&str> = excused.iter().filter(|(of, ..)| *of == slug).map(|(_, place, _)| *place).collect();
    let stale = here.iter().filter(|place| !missing.iter().any(|(one, _)| one == *place));
    let stale: Vec<String> = stale.map(|place| format!("{slug}: {place} was reached, so it needs no excuse")).collect();
    let unexcused = missing.into_iter().filter(|(place, _)| !here.contains(&place.as_str()));
    unexcused.map(|(_, what)| format!("{slug}: {what}")).chain(stale).collect()
}

/// `step.1` for its first branch.
fn name(step: &Step, n: usize) -> String {
    format!("{}.{}", step.id, n + 1)
}

fn words(branch: &Branch) -> String {
    let when = branch.when.as_ref().map_or_else(|| "always".to_owned(), |when| format!("if {when}"));
    let say = branch.say.as_ref().map(|line| format!(", say \"{line}\"")).unwrap_or_default();
    format!("{when}{say}, {:?}", branch.action)
}

fn add<T: Ord>(all: &mut BTreeMap<String, BTreeSet<T>>, slug: &str, more: impl Iterator<Item = T>) {
    all.entry(slug.to_owned()).or_default().extend(more);
}

fn holds<T: Ord>(all: &BTreeMap<String, BTreeSet<T>>, slug: &str, one: &T) -> bool {
    all.get(slug).is_some_and(|of| of.contains(one))
}

fn size<T>(all: &BTreeMap<String, BTreeSet<T>>) -> usize {
    all.values().map(BTreeSet::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_place_needs_a_reason_and_a_reason_needs_a_missing_place() {
        let missing = || vec![("late".to_owned(), "nobody came to step late".to_owned())];
        assert_eq!(judge("a", missing(), &[]), ["a: nobody came to step late"]);
        assert!(judge("a", missing(), &[("a", "late", "only next year")]).is_empty());
        assert_eq!(judge("a", vec![], &[("a", "late", "only next year")]).len(), 1);
        assert_eq!(judge("a", missing(), &[("b", "late", "only next year")]).len(), 1);
    }
}
