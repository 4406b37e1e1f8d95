//! Changes of Mine.

use hearth_domain::{ItemId, RoundId, RunId};
use serde::{Deserialize, Serialize};

use super::{ItemBody, RunStart, StepAt, bytes32};

/// Every mutation of a person's own space. The author is the owner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "fields carry the table's column names; StepAt and ItemBody say what they mean")]
pub enum OwnChange {
    /// The exercise a run is pinned to.
    DocPut {
        #[serde(with = "bytes32")]
        hash: [u8; 32],
        uid: String,
        slug: String,
        revision: u32,
        json: String,
    },
    /// A run alone begins.
    RunBegun(RunStart),
    /// It goes on there after a restart.
    RunAt {
        run: RunId,
        at: Option<String>,
        lap: u32,
    },
    /// It ended: `done` or `stopped`.
    RunEnded {
        run: RunId,
        how: String,
    },
    /// Typing, or a page that was left before its turn is kept; makes no version.
    Draft {
        at: StepAt,
        vis: String,
        value: Option<serde_json::Value>,
        answered: bool,
    },
    /// An answer; makes a version.
    Keep {
        at: StepAt,
        vis: String,
        value: Option<serde_json::Value>,
    },
    /// Removes one answer and its versions.
    Drop {
        at: StepAt,
    },
    /// Removes a run with all that came of it, leaving no gap (E40).
    Forget {
        run: RunId,
    },
    /// A sealed answer: opening and commitment stay here.
    Seal {
        round: RoundId,
        at: StepAt,
        #[serde(with = "bytes32")]
        r: [u8; 32],
        m: String,
        #[serde(with = "bytes32")]
        c: [u8; 32],
    },
    /// Taken back before opening; the words stay as an answer.
    Unseal {
        round: RoundId,
    },
    /// The other's commitment, once both exist.
    Pin {
        round: RoundId,
        #[serde(with = "bytes32")]
        peer: [u8; 32],
    },
    /// Both opened it.
    Opened {
        round: RoundId,
    },
    ItemPut(ItemBody),
    /// Typing in an item of one's own; makes no version.
    ItemDraft(ItemBody),
    ItemState {
        item: ItemId,
        state: String,
    },
    /// Removed; can be undone for 30 days.
    ItemRemoved {
        item: ItemId,
    },
    /// The removal was undone.
    ItemPutBack {
        item: ItemId,
    },
    /// Removed for good, versions too.
    ItemPurged {
        item: ItemId,
    },
    /// My proof of what I agreed to.
    Receipt {
        item: ItemId,
        n: u32,
        #[serde(with = "bytes32")]
        digest: [u8; 32],
    },
    /// A dated number for the owner's chart.
    Series {
        id: ItemId,
        name: String,
        value: i32,
        run: Option<RunId>,
    },
    /// A pace chosen, or the safety check finished, or both.
    Pace {
        value: Option<String>,
        checked: bool,
    },
    /// Not offered until then, RFC 3339.
    Rest {
        slug: String,
        until: String,
    },
    Setting {
        k: String,
        v: String,
    },
    /// The last link of Ours that this person's program saw.
    Seen {
        seq: u64,
        #[serde(with = "bytes32")]
        hash: [u8; 32],
    },
}
