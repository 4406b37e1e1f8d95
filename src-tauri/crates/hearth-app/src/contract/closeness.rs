//! The closeness list (S10).

use hearth_domain::Person;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PersonName;

/// The page of the closeness list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Closeness {
    /// One's own marks that hold, in one's own order; none in Together.
    pub own: Vec<ClosenessRow>,
    /// What both said yes to, in the order of the list.
    pub shared: Vec<ClosenessShared>,
    /// Who pressed "Open it" since this page was opened; in Together only.
    #[ts(type = "(\"a\" | \"b\")[]")]
    pub ready: Vec<Person>,
}

/// A line both said yes to. It says no more than that (U7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ClosenessShared {
    /// Which line.
    pub row: String,
    /// Its words.
    pub label: String,
    /// What each yes depends on, in the order of the book.
    pub ifs: Vec<ClosenessIf>,
}

/// What one person's yes depends on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ClosenessIf {
    /// Whose yes.
    pub by: PersonName,
    /// Their words.
    pub words: String,
}

/// One's own list; alone only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ClosenessList {
    /// Every line, in one's own order.
    pub rows: Vec<ClosenessRow>,
    /// One sorted them: no headings then.
    pub sorted: bool,
    /// One switched the lines about sexual touch on, for oneself.
    pub sexual: bool,
}

/// One line of one's own list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ClosenessRow {
    /// Which line.
    pub row: String,
    /// Its words.
    pub label: String,
    /// The heading it lies under; `None` for a line of one's own.
    pub group: Option<String>,
    /// What is marked; `None` if it is empty.
    pub mark: Option<ClosenessMark>,
    /// The morning it ends, `YYYY-MM-DD`, local; `None` until the list is opened.
    pub until: Option<String>,
}

/// What somebody marks on a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClosenessMark {
    /// The answer.
    pub answer: ClosenessAnswer,
    /// What a "yes, if" depends on.
    pub only_if: String,
    /// For how long.
    pub lasts: ClosenessLasts,
}

/// The answers there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClosenessAnswer {
    /// Yes.
    Yes,
    /// Yes, if...
    YesIf,
    /// Not now.
    NotNow,
    /// No.
    No,
}

/// For how long a mark holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClosenessLasts {
    /// Until four in the morning.
    Tonight,
    /// Seven nights.
    Week,
    /// Until both open the list.
    NextTime,
}
