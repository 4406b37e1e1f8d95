//! What must hold between the parts of an exercise, so that the run engine never meets a bad reference and
//! nobody's private answer can be read from what another person sees.

mod leak;
mod links;
mod people;

use std::collections::BTreeSet;

use super::build::Draft;
use super::finding::{Code, Findings};
use crate::model::{Exercise, Need};

/// All rules. Each looks only at what could be made, so one problem is told once.
pub(super) fn check(draft: &Draft, found: &mut Findings) {
    links::check(draft, found);
    people::check(draft, found);
    leak::check(draft, found);
}

/// What it needs has to exist. What it offers (`suggest`, `start`, `next`) need not: it is dropped at run time.
pub(super) fn installed(exercise: &Exercise, slugs: &BTreeSet<String>, found: &mut Findings) {
    for (n, need) in exercise.needs.iter().enumerate() {
        let (Need::Agreed(slug) | Need::Done { slug, .. } | Need::Own { slug, .. }) = need;
        if !slugs.contains(slug) {
            let message = format!("There is no exercise \"{slug}\", so this one could never open.");
            found.error(Code::UnknownReference, &format!("/needs/{n}"), message, "");
        }
    }
}
