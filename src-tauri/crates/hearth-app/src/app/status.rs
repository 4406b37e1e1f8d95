//! What a card says of its exercise (S5), read once for all cards: after ten years the runs are thousands.

use std::collections::{BTreeMap, BTreeSet};

use hearth_exercise::model::{Exercise, Mode};
use hearth_store::RunRow;

use super::Table;
use crate::contract::{CardStatus, Code};

/// Where things stand, as far as whoever is open may know it.
pub(super) enum Standing {
    /// One person: their own pages, and their own seals.
    Alone {
        /// The latest run of each exercise done alone.
        own: BTreeMap<String, RunRow>,
        /// Joint exercises in which this person sealed something that is not open yet.
        sealed: BTreeSet<String>,
    },
    /// Both: exercises with something that both sealed. Nothing private (E19).
    Together(BTreeSet<String>),
}

impl Standing {
    /// Reads it.
    ///
    /// # Errors
    /// [`Code::Internal`].
    pub(super) async fn read(table: &mut Table) -> Result<Self, Code> {
        let joint = table.sitting.ours().runs().await?;
        if table.sitting.together() {
            return Ok(Self::Together(ready(table, &joint).await?));
        }
        let (_, own) = table.sitting.alone()?;
        let waiting: BTreeSet<_> = own.ledger().await?.into_iter().filter(|e| !e.opened).map(|e| e.at.run).collect();
        let open = joint.into_iter().filter(|run| run.ended.is_none() && waiting.contains(&run.id));
        let sealed = open.map(|run| run.slug).collect();
        // Oldest first, so the latest of each stays.
        let own = own.runs().await?.into_iter().map(|run| (run.slug.clone(), run)).collect();
        Ok(Self::Alone { own, sealed })
    }

    /// One exercise's.
    pub(super) fn of(&self, exercise: &Exercise) -> CardStatus {
        let has = |mode| exercise.parts.iter().any(|part| part.mode == mode);
        match self {
            Self::Together(ready) if ready.contains(&exercise.slug) => CardStatus::Ready,
            Self::Together(_) => CardStatus::None,
            Self::Alone { sealed, .. } if sealed.contains(&exercise.slug) => CardStatus::Sealed,
            Self::Alone { .. } if !has(Mode::Alone) => CardStatus::ForTwo,
            Self::Alone { own, .. } => match own.get(&exercise.slug) {
                Some(run) if run.ended.is_none() => CardStatus::Started,
                Some(run) if run.state == "done" => CardStatus::Kept,
                _ => CardStatus::None,
            },
        }
    }
}

async fn ready(table: &mut Table, joint: &[RunRow]) -> Result<BTreeSet<String>, Code> {
    let mut ready = BTreeSet::new();
    for run in joint.iter().filter(|run| run.ended.is_none()) {
        for round in table.sitting.ours().rounds(run.id).await?.iter().filter(|round| round.state == "open") {
            if table.sitting.ours().commitments(round.id).await?.len() == 2 {
                ready.insert(run.slug.clone());
            }
        }
    }
    Ok(ready)
}
