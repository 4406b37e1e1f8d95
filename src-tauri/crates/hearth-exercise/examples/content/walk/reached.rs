//! What all walks together came to, and what nobody came to.

use std::collections::BTreeMap;

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
    steps: Often<String>,
    held: Often<(String, usize)>,
    followed: Often<(String, usize)>,
    pages: Often<String>,
}

/// By exercise: each place, and on how many walks somebody was there.
type Often<T> = BTreeMap<String, BTreeMap<T, u32>>;

impl Reached {
    pub fn add(&mut self, exercise: &Exercise, trail: &Trail, presses: usize, done: bool) {
        self.paths += 1;
        self.done += u64::from(done);
        self.presses += presses;
        add(&mut self.steps, &exercise.slug, trail.shown.iter().cloned());
        add(&mut self.followed, &exercise.slug, trail.followed(exercise));
        add(&mut self.held, &exercise.slug, trail.held.iter().cloned());
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
            self.seen(),
            size(&self.pages),
        )
    }

    /// The branch whose condition held least, and what is excused: both want a look now and then.
    pub fn notes(&self) -> Vec<String> {
        let all = self.held.iter().flat_map(|(slug, of)| of.iter().map(move |(place, times)| (times, slug, place)));
        let rarest =
            all.min().map(|(times, slug, (step, n))| format!("held least: {slug}, {step}.{}, on {times} walks", n + 1));
        let excused = EXCUSED.iter().map(|(slug, place, why)| format!("excused: {slug}, {place}: {why}"));
        rarest.into_iter().chain(excused).collect()
    }

    /// Branches that were followed where people could see it.
    fn seen(&self) -> usize {
        let places = self.held.iter().flat_map(|(slug, of)| of.iter().map(move |(place, held)| (slug, place, held)));
        places.filter(|(slug, place, held)| lost(**held, times(&self.followed, slug, place)).is_none()).count()
    }

    /// Each step, branch and page that no walk came to, and that has no reason.
    pub fn missing(&self, catalogue: &Catalogue) -> Vec<String> {
        catalogue.exercises.values().flat_map(|exercise| self.missing_in(exercise)).collect()
    }

    fn missing_in(&self, exercise: &Exercise) -> Vec<String> {
        let slug = &exercise.slug;
        let mut missing: Vec<(String, String)> = Vec::new();
        for step in &exercise.steps {
            if times(&self.steps, slug, &step.id) == 0 {
                missing.push((step.id.clone(), format!("nobody came to step {}", step.id)));
            }
            for (n, branch) in step.then.iter().enumerate() {
                let place = (step.id.clone(), n);
                if let Some(what) = lost(times(&self.held, slug, &place), times(&self.followed, slug, &place)) {
                    missing.push((name(step, n), format!("{}: {what}: {}", name(step, n), words(branch))));
                }
            }
        }
        for (id, page) in &exercise.pages {
            if times(&self.pages, slug, &page.title) == 0 {
                missing.push((id.clone(), format!("nobody was shown the page {id}")));
            }
        }
        judge(slug, missing, EXCUSED)
    }
}

/// A branch nobody came to, and one whose words or page hardly anybody saw: seen only after turning back, it is lost to
/// everyone who goes straight on.
fn lost(held: u32, followed: u32) -> Option<String> {
    match (held, followed) {
        (0, _) => Some("its condition never held".to_owned()),
        (held, followed) if followed < held / 5 => Some(format!("it held on {held} walks and was seen on {followed}")),
        _ => None,
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

fn add<T: Ord>(all: &mut Often<T>, slug: &str, more: impl Iterator<Item = T>) {
    let of = all.entry(slug.to_owned()).or_default();
    more.for_each(|one| *of.entry(one).or_default() += 1);
}

fn times<T: Ord>(all: &Often<T>, slug: &str, one: &T) -> u32 {
    all.get(slug).and_then(|of| of.get(one)).copied().unwrap_or_default()
}

fn size<T>(all: &Often<T>) -> usize {
    all.values().map(BTreeMap::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_branch_that_holds_and_is_hardly_seen_is_lost() {
        assert!(lost(0, 0).is_some() && lost(100, 3).is_some() && lost(7, 0).is_some());
        assert!(lost(100, 60).is_none() && lost(3, 1).is_none());
    }

    #[test]
    fn a_missing_place_needs_a_reason_and_a_reason_needs_a_missing_place() {
        let missing = || vec![("late".to_owned(), "nobody came to step late".to_owned())];
        assert_eq!(judge("a", missing(), &[]), ["a: nobody came to step late"]);
        assert!(judge("a", missing(), &[("a", "late", "only next year")]).is_empty());
        assert_eq!(judge("a", vec![], &[("a", "late", "only next year")]).len(), 1);
        assert_eq!(judge("a", missing(), &[("b", "late", "only next year")]).len(), 1);
    }
}
