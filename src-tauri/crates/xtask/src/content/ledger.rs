//! Ids are never used again: every uid, slug and step that was ever published stays in a ledger, also when it is gone.
//!
//! Answers are kept under these ids for years. A step that asks something else under an old id would show old answers
//! as if they were given to the new question.

mod file;

use std::collections::BTreeMap;

use super::catalogue::{Catalogue, Doc};

/// Steps by id, each with its kind and who may read it: `text seal`.
pub type Steps = BTreeMap<String, String>;

/// One exercise or block as it was published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its identity; blocks have none.
    pub uid: String,
    pub steps: Steps,
}

/// All that was ever published, by slug.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub exercises: BTreeMap<String, Entry>,
    pub blocks: BTreeMap<String, Entry>,
}

/// Where it is kept.
pub const FILE: &str = "assets/catalogue/ids.toml";

impl Ledger {
    /// What contradicts it.
    pub fn conflicts(&self, catalogue: &Catalogue) -> Vec<String> {
        let mut found = twice(catalogue);
        for doc in catalogue.exercises.values() {
            let (slug, uid) = (doc.word("slug"), doc.word("uid"));
            let other = self.exercises.iter().find(|(name, entry)| entry.uid == uid && *name != slug);
            found.extend(other.map(|(name, _)| doc.at(uid, &format!("its uid was published as {name}"))));
            if let Some(entry) = self.exercises.get(slug).filter(|entry| entry.uid != uid) {
                found.push(doc.at(uid, &format!("{slug} was published with the uid {}", entry.uid)));
            }
        }
        self.each(catalogue, |doc, known, id, now| {
            let before = known.and_then(|entry| entry.steps.get(id)).filter(|before| *before != now);
            found.extend(before.map(|before| {
                doc.at(&format!("\"{id}\""), &format!("{id} was published as {before} and is {now}; give it a new id"))
            }));
        });
        found
    }

    /// What it does not hold yet.
    pub fn unpublished(&self, catalogue: &Catalogue) -> Vec<String> {
        let mut found = Vec::new();
        let gone = |doc: &Doc, what: &str| {
            doc.at(what, &format!("{what} is not in {FILE}: cargo xtask content check --publish"))
        };
        for (slug, doc) in &catalogue.exercises {
            found.extend((!self.exercises.contains_key(slug)).then(|| gone(doc, slug)));
        }
        self.each(catalogue, |doc, known, id, _| {
            found.extend(known.filter(|entry| !entry.steps.contains_key(id)).map(|_| gone(doc, id)));
        });
        found
    }

    /// Adds what is new and leaves what is known; nothing is ever taken out.
    pub fn publish(&mut self, catalogue: &Catalogue) {
        for (slug, doc) in &catalogue.exercises {
            let entry = self.exercises.entry(slug.clone()).or_default();
            doc.word("uid").clone_into(&mut entry.uid);
            entry.steps.extend(steps(doc));
        }
        for (name, doc) in &catalogue.blocks {
            self.blocks.entry(name.clone()).or_default().steps.extend(steps(doc));
        }
    }

    /// Every step that ships, beside its entry.
    fn each<'a>(&'a self, catalogue: &'a Catalogue, mut see: impl FnMut(&'a Doc, Option<&'a Entry>, &str, &str)) {
        let exercises = catalogue.exercises.iter().map(|(slug, doc)| (doc, self.exercises.get(slug)));
        let blocks = catalogue.blocks.iter().map(|(name, doc)| (doc, self.blocks.get(name)));
        for (doc, entry) in exercises.chain(blocks) {
            steps(doc).iter().for_each(|(id, now)| see(doc, entry, id, now));
        }
    }
}

fn steps(doc: &Doc) -> Steps {
    let word = |step: &toml::Table, key: &str| step.get(key).and_then(|value| value.as_str()).map(str::to_owned);
    let of = |step: &toml::Table| {
        let audience = word(step, "visibility").map(|visibility| format!(" {visibility}")).unwrap_or_default();
        Some((word(step, "id")?, format!("{}{audience}", word(step, "kind")?)))
    };
    doc.tables("step").filter_map(of).collect()
}

/// Two exercises with one uid or slug, and a slug that is not its file's name.
fn twice(catalogue: &Catalogue) -> Vec<String> {
    let (mut found, mut seen) = (Vec::new(), BTreeMap::new());
    for (name, doc) in &catalogue.exercises {
        if doc.word("slug") != name {
            found.push(doc.at("slug", "its slug is not its file's name"));
        }
        for key in ["uid", "slug"] {
            let of = doc.word(key);
            if let Some(other) = seen.insert((key, of), name) {
                found.push(doc.at(of, &format!("{other} has the same {key}")));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue(slug: &str, uid: &str, steps: &str) -> Catalogue {
        let text = format!("slug = \"{slug}\"\nuid = \"{uid}\"\n{steps}");
        let doc = Doc::new(&format!("x/{slug}.toml"), &text).unwrap();
        Catalogue { exercises: [(slug.to_owned(), doc)].into(), ..Catalogue::default() }
    }

    const HOPE: &str = "[[step]]\nid = \"hope\"\nkind = \"text\"\nvisibility = \"seal\"\n";

    fn published() -> Ledger {
        let mut ledger = Ledger::default();
        ledger.publish(&catalogue("one", "u1", HOPE));
        ledger
    }

    #[test]
    fn what_was_published_and_did_not_change_is_fine() {
        let (ledger, same) = (published(), catalogue("one", "u1", HOPE));
        assert!(ledger.conflicts(&same).is_empty() && ledger.unpublished(&same).is_empty());
    }

    #[test]
    fn an_exercise_or_step_that_is_new_is_told_until_it_is_published() {
        let (mut ledger, two) = (published(), catalogue("two", "u2", HOPE));
        assert_eq!(ledger.unpublished(&two).len(), 1);
        let more = catalogue("one", "u1", &[HOPE, "[[step]]\nid = \"fear\"\nkind = \"text\"\n"].concat());
        assert_eq!(ledger.unpublished(&more).len(), 1);
        ledger.publish(&two);
        ledger.publish(&more);
        assert!(ledger.unpublished(&two).is_empty() && ledger.unpublished(&more).is_empty());
    }

    #[test]
    fn a_uid_or_slug_of_another_is_told() {
        assert_eq!(published().conflicts(&catalogue("two", "u1", "")), ["x/two.toml:2: its uid was published as one"]);
        assert_eq!(
            published().conflicts(&catalogue("one", "u2", "")),
            ["x/one.toml:2: one was published with the uid u1"]
        );
        let mut both = catalogue("one", "u1", "");
        both.exercises.extend(catalogue("two", "u1", "").exercises);
        assert!(Ledger::default().conflicts(&both).contains(&"x/two.toml:2: one has the same uid".to_owned()));
    }

    #[test]
    fn a_retired_step_id_never_comes_back_as_another_kind_or_for_other_eyes() {
        let mut ledger = published();
        ledger.publish(&catalogue("one", "u1", "")); // the step is gone from the file, and stays here
        let scale = catalogue("one", "u1", &HOPE.replace("\"text\"", "\"scale\""));
        let told = "x/one.toml:4: hope was published as text seal and is scale seal; give it a new id";
        assert_eq!(ledger.conflicts(&scale), [told]);
        assert_eq!(ledger.conflicts(&catalogue("one", "u1", &HOPE.replace("seal", "shared"))).len(), 1);
        assert!(ledger.conflicts(&catalogue("one", "u1", HOPE)).is_empty());
    }
}
