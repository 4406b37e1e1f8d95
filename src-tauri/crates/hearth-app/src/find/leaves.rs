//! Rows of a space become what Find looks through.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use hearth_domain::{ItemId, Person, RunId};
use hearth_exercise::model::Exercise;
use hearth_store::{Answer, AnswerState, Image, ItemRow, LedgerRow, Ours, Own, RunRow, Space, StepAt, Touched};

use super::index::{Leaf, Place};
use super::said::Reader;
use crate::contract::Code;
use crate::deals::{self, DraftBody, GivenLimit};
use crate::items;

/// Things people look for. What both are called and other small change is none.
const THINGS: [&str; 5] = ["card", "plan", "ritual", "list", "letter"];

/// Which entries to read: all, or those that were touched.
pub enum Which {
    /// All of them.
    All,
    /// These.
    Touched(BTreeSet<Touched>),
}

impl Which {
    fn has(&self, touched: &Touched) -> bool {
        match self {
            Self::All => true,
            Self::Touched(these) => these.contains(touched),
        }
    }

    /// A run takes what came of it along: forgetting it wipes that too.
    fn has_run(&self, run: Option<RunId>) -> bool {
        run.is_some_and(|run| self.has(&Touched::Run(run)))
    }

    fn has_item(&self, item: ItemId, run: Option<RunId>) -> bool {
        self.has(&Touched::Item(item)) || self.has_run(run)
    }

    fn has_seal(&self, run: RunId) -> bool {
        self.has(&Touched::Seals) || self.has_run(Some(run))
    }

    /// Whether an entry known so far may not be so any more.
    #[must_use]
    pub fn covers(&self, leaf: &Leaf) -> bool {
        match &leaf.place {
            Place::Item(item) => self.has_item(*item, leaf.run),
            Place::Answer { at, .. } => self.has_run(Some(at.run)),
            Place::Sealed(at) => self.has_seal(at.run),
        }
    }

    fn runs(&self) -> Option<Vec<RunId>> {
        let Self::Touched(these) = self else { return None };
        let run = |touched: &Touched| if let Touched::Run(run) = touched { Some(*run) } else { None };
        Some(these.iter().filter_map(run).collect())
    }
}

/// Answers that both have opened, as their own writer sealed them: run, step, lap, whose.
pub type Opened = BTreeMap<(RunId, String, u32, Person), String>;

/// The runs and exercises that entries refer to.
pub struct Shelves<'a> {
    reader: &'a Reader<'a>,
    runs: HashMap<RunId, RunRow>,
    docs: HashMap<[u8; 32], Option<Arc<Exercise>>>,
}

impl<'a> Shelves<'a> {
    /// Without runs yet.
    #[must_use]
    pub fn new(reader: &'a Reader<'a>) -> Self {
        Self { reader, runs: HashMap::new(), docs: HashMap::new() }
    }

    /// Learns the runs of a space and their exercises. A copy of an exercise counts only where one's own pages keep it.
    ///
    /// # Errors
    /// [`Code::Internal`].
    pub async fn learn<S: Space>(&mut self, image: &mut Image<S>, own: bool) -> Result<(), Code> {
        for run in image.runs().await? {
            if !self.docs.contains_key(&run.doc) {
                let copy = if own { image.doc(&run.doc).await? } else { None };
                self.docs.insert(run.doc, self.reader.exercises.pinned(&run.doc, copy.as_deref()));
            }
            self.runs.insert(run.id, run);
        }
        Ok(())
    }

    /// The exercise of a run.
    #[must_use]
    pub fn exercise(&self, run: RunId) -> Option<&Arc<Exercise>> {
        self.docs.get(&self.runs.get(&run)?.doc)?.as_ref()
    }

    fn leaf(&self, at: &StepAt, place: Place, words: &serde_json::Value) -> Option<Leaf> {
        let exercise = self.exercise(at.run);
        let lines = self.reader.lines(exercise.map(|e| &**e), &at.step, words);
        let base = at.step.split('.').next().unwrap_or(&at.step);
        (!lines.is_empty()).then(|| Leaf {
            place,
            run: Some(at.run),
            kind: "answer",
            title: exercise.and_then(|e| e.step(base)).map(|step| step.label.clone()).unwrap_or_default(),
            exercise: exercise.map(|e| e.title.clone()).unwrap_or_default(),
            by: None,
            at: self.runs.get(&at.run).map(|run| run.begun).unwrap_or_default(),
            words: lines.join("\n"),
        })
    }

    fn answer(&self, run: RunId, answer: &Answer, by: Option<Person>) -> Option<Leaf> {
        let at = StepAt { run, step: answer.step.clone(), lap: answer.lap };
        let words = answer.value.as_ref().filter(|_| answer.state != AnswerState::Hidden)?;
        let leaf = self.leaf(&at, Place::Answer { at: at.clone(), who: answer.who }, words)?;
        Some(Leaf { by, at: answer.at, ..leaf })
    }

    fn sealed(&self, entry: &LedgerRow) -> Option<Leaf> {
        let words = serde_json::from_str(&entry.m).ok()?;
        let leaf = self.leaf(&entry.at, Place::Sealed(entry.at.clone()), &words)?;
        Some(Leaf { kind: "sealed", ..leaf })
    }

    fn item(&self, item: &ItemRow) -> Option<Leaf> {
        let kind = kind(item)?;
        let rows = items::rows(&item.body);
        let lines: Vec<String> = rows.into_iter().flat_map(|row| row.lines).collect();
        Some(Leaf {
            place: Place::Item(item.id),
            run: item.run,
            kind,
            title: item.title.clone(),
            exercise: item.run.and_then(|run| self.exercise(run)).map(|e| e.title.clone()).unwrap_or_default(),
            by: by(item),
            at: item.made,
            words: lines.join("\n"),
        })
    }
}

/// Who wrote it, where one person did: limits and proposals.
#[must_use]
pub fn by(item: &ItemRow) -> Option<Person> {
    kind(item).filter(|kind| ["limit", "proposal"].contains(kind)).map(|_| item.author)
}

/// What kind of thing it is, if it is one that people look for.
#[must_use]
pub fn kind(item: &ItemRow) -> Option<&'static str> {
    match (item.kind.as_str(), item.state.as_str()) {
        (deal, "draft") => {
            DraftBody::read(item).map(|_| if deal == "limit" { "limit_draft" } else { "proposal_draft" })
        }
        ("park", "kept" | "talked") => Some("park"),
        ("limit", _) => GivenLimit::read(item).map(|_| "limit"),
        ("agreement", _) if deals::proposal(item).is_some() => Some("proposal"),
        ("agreement", "proposed" | "in_force" | "changed" | "ended") => Some("agreement"),
        ("closing", "kept") if !item.title.is_empty() => Some("closing"),
        (thing, "kept") => THINGS.into_iter().find(|known| *known == thing),
        _ => None,
    }
}

/// Entries of one's own pages.
///
/// # Errors
/// [`Code::Internal`].
pub async fn of_own(image: &mut Image<Own>, which: &Which, shelves: &Shelves<'_>) -> Result<Vec<Leaf>, Code> {
    let mut leaves = of_items(image, which, shelves).await?;
    let answers = answers(image, which).await?;
    leaves.extend(answers.iter().filter_map(|(run, answer)| shelves.answer(*run, answer, None)));
    let ledger = image.ledger().await?;
    let waiting = ledger.iter().filter(|entry| !entry.opened && which.has_seal(entry.at.run));
    leaves.extend(waiting.filter_map(|entry| shelves.sealed(entry)));
    Ok(leaves)
}

/// Entries of Ours. An opened answer that is not what its writer sealed is nobody's word, and is not found.
///
/// # Errors
/// [`Code::Internal`].
pub async fn of_ours(
    image: &mut Image<Ours>,
    which: &Which,
    shelves: &Shelves<'_>,
    opened: &Opened,
) -> Result<Vec<Leaf>, Code> {
    let mut leaves = of_items(image, which, shelves).await?;
    for (run, answer) in answers(image, which).await? {
        if said(run, &answer, opened) {
            leaves.extend(shelves.answer(run, &answer, answer.who));
        }
    }
    Ok(leaves)
}

/// Whether an answer of Ours is what its writer sealed, as far as who is open can tell.
#[must_use]
pub fn said(run: RunId, answer: &Answer, opened: &Opened) -> bool {
    let Some(who) = answer.who else { return true };
    let Some(sealed) = opened.get(&(run, answer.step.clone(), answer.lap, who)) else { return true };
    serde_json::from_str::<serde_json::Value>(sealed).ok() == Some(answer.value.clone().unwrap_or_default())
}

async fn of_items<S: Space>(image: &mut Image<S>, which: &Which, shelves: &Shelves<'_>) -> Result<Vec<Leaf>, Code> {
    let items = image.items().await?;
    Ok(items.iter().filter(|item| which.has_item(item.id, item.run)).filter_map(|item| shelves.item(item)).collect())
}

async fn answers<S: Space>(image: &mut Image<S>, which: &Which) -> Result<Vec<(RunId, Answer)>, Code> {
    let Some(runs) = which.runs() else { return Ok(image.all_answers().await?) };
    let mut all = Vec::new();
    for run in runs {
        all.extend(image.answers(run).await?.into_iter().map(|answer| (run, answer)));
    }
    Ok(all)
}
