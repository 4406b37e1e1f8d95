//! The run engine: definition and answers in, whose turn and what to show out. A run is a value.
//!
//! ```text
//! Run::begin(Arc<Exercise>, part, Cast, &World)          -> Result<(Run, Vec<Effect>), CannotBegin>
//! Run::resume(Arc<Exercise>, part, Cast, Record, &World) -> Result<(Run, Vec<Effect>), CannotBegin>
//! run.apply(Input, &World)                               -> Result<Applied, Refused>
//! run.phase(&World)                                      -> Phase
//! ```
//! Every effect of one `apply` is written before the next phase is shown. Must not know: vault, store, clock.

#[allow(dead_code, reason = "the phases that use these follow")]
mod cast;
mod effect;
mod input;
mod issue;
mod record;
#[allow(dead_code, reason = "the phases that use these follow")]
mod words;
mod world;

pub use cast::Cast;
pub use effect::{Effect, Ending, OursEffect, OwnEffect, OwnVisibility};
pub use input::{Input, SaidBack, Tap};
pub use issue::{CannotBegin, Issue, Refused};
pub use record::{OursRow, OwnRow, OwnState, Proposed, Record, Resting};
pub use words::{Lines, Private, Shared};
pub use world::{DueAgreement, OwnAnswer, World};

/// What came of one input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// What to write, in order: own spaces first, then Ours.
    pub effects: Vec<Effect>,
    /// Why the answer was not taken; empty if it was.
    pub issues: Vec<Issue>,
}
