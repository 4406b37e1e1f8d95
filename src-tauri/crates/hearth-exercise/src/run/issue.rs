//! Why an answer or a press was not taken.

/// Why an answer was not taken. The window owns the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// `too_few`, `too_many`, `too_long`, `need_all`, `unknown_option`, `empty_cell`, `not_a_number`,
    /// `not_a_date`, `past_date`, `out_of_range`, `letters`.
    pub code: &'static str,
    /// Part, row or cell it is about (`row.column`).
    pub part: Option<String>,
    /// The bound that was crossed.
    pub bound: Option<u32>,
}

/// A press that does not belong to this moment. Nothing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// This moment has no such control, or it is not this person's.
    #[error("this moment has no such control")]
    NotHere,
}

/// Why a run cannot begin or go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotBegin {
    /// The exercise has no such part.
    #[error("the exercise has no such part")]
    NoSuchPart,
    /// The part is done alone and two people came, or the other way round (CR1).
    #[error("this part is not for this sitting")]
    WrongSitting,
}
