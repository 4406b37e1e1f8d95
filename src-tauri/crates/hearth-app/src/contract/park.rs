//! What waits for a session with a helper.

use serde::Serialize;
use ts_rs::TS;

/// One line: something to talk about there, not here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ParkLine {
    /// The item.
    pub item: String,
    /// Its words.
    pub text: String,
    /// Only the one who is open reads it.
    pub mine: bool,
    /// Who wrote it; `None` if it was written together.
    pub by: Option<super::PersonName>,
    /// The day it was written, `YYYY-MM-DD`, local.
    pub on: String,
    /// It was talked about.
    pub talked: bool,
}
