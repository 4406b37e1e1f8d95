//! What a change touches, for whoever keeps a copy of the words in memory.

use hearth_domain::{ItemId, RunId};

use super::{OursChange, OwnChange};

/// Whose words a change may have altered. Read anew, they are up to date again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Touched {
    /// Answers of one run, and what lies sealed of it.
    Run(RunId),
    /// One item.
    Item(ItemId),
    /// Anything sealed; a round does not say of which run it is.
    Seals,
}

impl OwnChange {
    /// What it touches; `None` if it holds nobody's words. A run that is forgotten takes its items with it.
    #[must_use]
    pub const fn touched(&self) -> Option<Touched> {
        match self {
            Self::RunBegun(start) => Some(Touched::Run(start.run)),
            Self::RunEnded { run, .. } | Self::Forget { run } => Some(Touched::Run(*run)),
            Self::Draft { at, .. } | Self::Keep { at, .. } | Self::Drop { at } | Self::Seal { at, .. } => {
                Some(Touched::Run(at.run))
            }
            Self::Unseal { .. } | Self::Opened { .. } => Some(Touched::Seals),
            Self::ItemPut(body) | Self::ItemDraft(body) => Some(Touched::Item(body.item)),
            Self::ItemState { item, .. }
            | Self::ItemRemoved { item }
            | Self::ItemPutBack { item }
            | Self::ItemPurged { item } => Some(Touched::Item(*item)),
            Self::DocPut { .. }
            | Self::RunAt { .. }
            | Self::Pin { .. }
            | Self::Receipt { .. }
            | Self::Series { .. }
            | Self::Pace { .. }
            | Self::Rest { .. }
            | Self::Setting { .. }
            | Self::Seen { .. } => None,
        }
    }
}

impl OursChange {
    /// What it touches; `None` if it holds nobody's words.
    #[must_use]
    pub const fn touched(&self) -> Option<Touched> {
        match self {
            Self::RunBegun(start) => Some(Touched::Run(start.run)),
            Self::RunEnded { run, .. } => Some(Touched::Run(*run)),
            Self::Draft { at, .. } | Self::Keep { at, .. } | Self::Hide { at, .. } => Some(Touched::Run(at.run)),
            Self::ItemPut(body) | Self::TrayPut(body) => Some(Touched::Item(body.item)),
            Self::TrayGone { item }
            | Self::ItemState { item, .. }
            | Self::ItemRemoved { item }
            | Self::ItemPurged { item } => Some(Touched::Item(*item)),
            Self::SittingBegun { .. }
            | Self::SittingEnded { .. }
            | Self::DocPut { .. }
            | Self::RunAt { .. }
            | Self::RunRests { .. }
            | Self::RunGoesOn { .. }
            | Self::RoundMade { .. }
            | Self::Committed { .. }
            | Self::Uncommitted { .. }
            | Self::RoundOpened { .. }
            | Self::RoundClosed { .. }
            | Self::Assent { .. }
            | Self::Closeness(_) => None,
        }
    }
}
