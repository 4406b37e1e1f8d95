//! Every mutation of a space (`vault.md` 2.3a). Saving is writing one; undo, history and replay read them.

mod closeness;
mod ours;
mod own;
mod touched;

pub use closeness::{SharedYes, SharedYeses};
pub use ours::{Opening, OursChange};
pub use own::OwnChange;
pub use touched::Touched;

use chrono::{DateTime, SecondsFormat, Utc};
use hearth_domain::{ItemId, Person, RunId, SittingId};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::error::ApplyError;

/// A change with its time and author: one line of the journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stamped<C> {
    /// When, to the millisecond, in UTC.
    #[serde(with = "moment")]
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Person,
    /// What.
    #[serde(rename = "do")]
    pub what: C,
}

impl<C: Serialize + DeserializeOwned> Stamped<C> {
    /// The line as it goes into the journal, without a line break.
    ///
    /// # Panics
    /// Never: every change is plain data with text keys.
    #[must_use]
    pub fn line(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("plain data with text keys becomes JSON")
    }

    /// Reads a line.
    ///
    /// # Errors
    /// [`ApplyError::UnknownChange`] if it is not a change of this space.
    pub fn read(line: &[u8]) -> Result<Self, ApplyError> {
        serde_json::from_slice(line).map_err(ApplyError::UnknownChange)
    }
}

/// Which answer: step and lap of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepAt {
    /// Which run.
    pub run: RunId,
    /// Which step.
    pub step: String,
    /// Which time round, from 1.
    pub lap: u32,
}

/// How a run begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunStart {
    /// Which run.
    pub run: RunId,
    /// Content hash of its exercise.
    #[serde(with = "bytes32")]
    pub doc: [u8; 32],
    /// Which part.
    pub part: String,
    /// In which sitting, if joint.
    pub sitting: Option<SittingId>,
    /// Who takes the first role; empty if there are none.
    pub roles: String,
    /// Who goes first.
    pub first: Option<Person>,
    /// Where it came from, e.g. an assignment.
    pub source: Option<String>,
}

/// Something that stays: agreement, letter, list, plan, card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemBody {
    /// Which item.
    pub item: ItemId,
    /// agreement, letter, list, plan, card, ritual.
    pub kind: String,
    /// The run it came from.
    pub run: Option<RunId>,
    /// The step it came from.
    pub step: Option<String>,
    /// Its name.
    pub title: String,
    /// Its content.
    pub body: serde_json::Value,
    /// draft, proposed, in_force, ended, kept.
    pub state: String,
    /// Review date, `YYYY-MM-DD`.
    pub review: Option<String>,
    /// A time before which it cannot be confirmed or shown, RFC 3339.
    pub until: Option<String>,
}

/// A moment as every table and line writes it.
pub(crate) fn moment_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

mod moment {
    use chrono::{DateTime, Utc};
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(at: &DateTime<Utc>, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&super::moment_text(*at))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<DateTime<Utc>, D::Error> {
        let text = String::deserialize(d)?;
        Ok(DateTime::parse_from_rfc3339(&text).map_err(serde::de::Error::custom)?.to_utc())
    }
}

/// Thirty-two bytes as hexadecimal text.
pub(crate) mod bytes32 {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(bytes: &[u8; 32], s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&hex::encode(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<[u8; 32], D::Error> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(String::deserialize(d)?, &mut bytes).map_err(serde::de::Error::custom)?;
        Ok(bytes)
    }
}
