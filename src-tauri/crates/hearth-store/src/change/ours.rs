//! Changes of Ours.

use hearth_domain::{ItemId, Person, RoundId, RunId, SittingId};
use serde::{Deserialize, Serialize};

use super::{ItemBody, RunStart, SharedYeses, StepAt, bytes32};

/// Every mutation of the shared record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "fields carry the table's column names; StepAt and ItemBody say what they mean")]
pub enum OursChange {
    SittingBegun {
        sitting: SittingId,
        minutes: u32,
    },
    SittingEnded {
        sitting: SittingId,
    },
    /// The exercise a run is pinned to.
    DocPut {
        #[serde(with = "bytes32")]
        hash: [u8; 32],
        uid: String,
        slug: String,
        revision: u32,
        json: String,
    },
    /// A joint run begins.
    RunBegun(RunStart),
    RunAt {
        run: RunId,
        at: Option<String>,
        lap: u32,
    },
    /// A break or a cool-off, until then; no name.
    RunRests {
        run: RunId,
        why: String,
        until: Option<String>,
    },
    /// The rest is over.
    RunGoesOn {
        run: RunId,
    },
    /// `done` or `stopped`; who stopped it is not kept.
    RunEnded {
        run: RunId,
        how: String,
    },
    /// Typing on a shared page. `who` is absent if both write it.
    Draft {
        at: StepAt,
        who: Option<Person>,
        value: Option<serde_json::Value>,
    },
    /// A shared answer; versions stay for both (P8).
    Keep {
        at: StepAt,
        who: Option<Person>,
        value: Option<serde_json::Value>,
    },
    /// An author hides their own words; a dated line stays (E15).
    Hide {
        at: StepAt,
        who: Option<Person>,
    },
    RoundMade {
        round: RoundId,
        at: StepAt,
        #[serde(with = "bytes32")]
        prompt: [u8; 32],
    },
    Committed {
        round: RoundId,
        who: Person,
        #[serde(with = "bytes32")]
        c: [u8; 32],
    },
    /// Somebody took theirs back: both commitments go and the round closes.
    Uncommitted {
        round: RoundId,
    },
    /// A pair is published in one change, so that nobody can read first (`vault.md` 3.1).
    RoundOpened {
        round: RoundId,
        a: Opening,
        b: Opening,
    },
    RoundClosed {
        round: RoundId,
    },
    ItemPut(ItemBody),
    /// A letter on its way, or a pause of letters. Post, not record: it leaves no line of history, so that nobody can
    /// look up when something lay there (F10, E36).
    TrayPut(ItemBody),
    /// It is not there any more, and leaves no gap (E40).
    TrayGone {
        item: ItemId,
    },
    ItemState {
        item: ItemId,
        state: String,
    },
    Assent {
        item: ItemId,
        n: u32,
        who: Person,
        #[serde(with = "bytes32")]
        digest: [u8; 32],
    },
    ItemRemoved {
        item: ItemId,
    },
    ItemPurged {
        item: ItemId,
    },
    /// The closeness list as both see it, whole, in place of the one before. It makes no history and no version, and
    /// the one before is wiped (F12, P8's exception).
    Closeness(SharedYeses),
}

/// What opens a commitment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// 32 random bytes.
    #[serde(with = "bytes32")]
    pub r: [u8; 32],
    /// Canonical JSON of the answer; `null` if skipped.
    pub m: String,
}
