//! The two kinds of space, told apart by type.

use crate::change::{OursChange, OwnChange, Touched};

/// A kind of space and the changes it takes.
pub trait Space: sealed::Sealed + Send + Sync + 'static {
    /// Every mutation of this space.
    type Change: crate::apply::Apply;

    /// What a change touches, for whoever keeps a copy of the words.
    fn touched(change: &Self::Change) -> Option<Touched>;
}

/// Mine: one person's own space.
#[derive(Debug)]
pub struct Own;

/// Ours: the shared record.
#[derive(Debug)]
pub struct Ours;

impl Space for Own {
    type Change = OwnChange;

    fn touched(change: &OwnChange) -> Option<Touched> {
        change.touched()
    }
}

impl Space for Ours {
    type Change = OursChange;

    fn touched(change: &OursChange) -> Option<Touched> {
        change.touched()
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Own {}
    impl Sealed for super::Ours {}
}
