//! Limits and proposals as the spaces keep them: typed bodies of items, and what a row of Ours is.
//!
//! A row is read as a limit or as a proposal and never as both, and what answers a proposal takes a [`Proposal`]: there
//! is no way to counter, put off or refuse a limit (F8).

pub mod wire;

use hearth_domain::proposal::{Proposal, ProposalText, REVIEW_MOST, Standing};
use hearth_domain::{ItemId, LimitText, Person};
use hearth_store::{ItemBody, ItemRow};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The body of a limit or a proposal. Exercises write lists of lines instead ([`crate::items`]).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// A limit.
    Limit(LimitText),
    /// A proposal, also once it is agreed.
    Proposal(ProposalBody),
}

/// A proposal's text, and the agreement it would take the place of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProposalBody {
    /// The text.
    pub text: ProposalText,
    /// The agreement it would take the place of (F9).
    pub replaces: Option<ItemId>,
}

/// A draft in Mine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftBody {
    /// What it says so far.
    pub draft: Body,
    /// The version in Ours it would change, if it changes one.
    pub of: Option<Of>,
}

/// One version of one item of Ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Of {
    /// Which.
    pub item: ItemId,
    /// Its version.
    pub n: u32,
}

impl Body {
    /// Reads one; `None` for what an exercise wrote, or nobody can read.
    #[must_use]
    pub fn read(json: &Value) -> Option<Self> {
        Self::deserialize(json).ok()
    }

    /// What to call it.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Limit(text) => &text.name,
            Self::Proposal(body) => &body.text.name,
        }
    }

    /// `limit` or `agreement`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Limit(_) => "limit",
            Self::Proposal(_) => "agreement",
        }
    }

    /// Its words, for Find and for reading on.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let lines = match self {
            Self::Limit(text) => [&text.when, &text.will],
            Self::Proposal(body) => [&body.text.what, &body.text.ending],
        };
        lines.into_iter().filter(|line| !line.trim().is_empty()).cloned().collect()
    }

    /// There is enough to give or propose it; `most` days to the review.
    #[must_use]
    pub fn is_whole(&self, most: u32) -> bool {
        match self {
            Self::Limit(text) => text.is_whole(),
            Self::Proposal(body) => body.text.is_whole(most.min(REVIEW_MOST)),
        }
    }

    /// As an item.
    #[must_use]
    pub fn item(&self, item: ItemId, state: &str) -> ItemBody {
        ItemBody {
            item,
            kind: self.kind().into(),
            run: None,
            step: None,
            title: self.name().trim().to_owned(),
            body: json!(self),
            state: state.into(),
            review: None,
            until: None,
        }
    }
}

impl DraftBody {
    /// Reads one's own draft.
    #[must_use]
    pub fn read(row: &ItemRow) -> Option<Self> {
        (row.state == "draft").then(|| Self::deserialize(&row.body).ok())?
    }

    /// As an item of Mine.
    #[must_use]
    pub fn item(&self, item: ItemId) -> ItemBody {
        ItemBody { body: json!(self), ..self.draft.item(item, "draft") }
    }
}

/// A limit that was given.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenLimit {
    /// Which.
    pub item: ItemId,
    /// Its version.
    pub n: u32,
    /// Whose it is.
    pub writer: Person,
    /// Its words.
    pub text: LimitText,
    /// Its writer ended it.
    pub ended: bool,
}

impl GivenLimit {
    /// Reads a row of Ours; `None` if it is no limit.
    #[must_use]
    pub fn read(row: &ItemRow) -> Option<Self> {
        let Some(Body::Limit(text)) = Body::read(&row.body) else { return None };
        let ended = row.state == "ended";
        let is = row.kind == "limit" && row.removed.is_none() && (ended || row.state == "given");
        is.then_some(Self { item: row.id, n: row.n, writer: row.author, text, ended })
    }
}

/// Reads a row of Ours as a proposal that is not agreed; `None` if it is none.
#[must_use]
pub fn proposal(row: &ItemRow) -> Option<Proposal> {
    let Some(Body::Proposal(ProposalBody { text, replaces })) = Body::read(&row.body) else { return None };
    let standing = Standing::from_word(&row.state)?;
    let is = row.kind == "agreement" && row.removed.is_none();
    is.then_some(Proposal { item: row.id, n: row.n, writer: row.author, standing, text, replaces })
}

/// The id in Ours of what a draft becomes: the same each time, so that a program that ended half-way gives it once, and
/// another one than the draft's, whose rows in Mine go with it.
#[must_use]
pub fn given_as(draft: ItemId) -> ItemId {
    let hash = Sha256::digest([b"hearthside/v1/given\0".as_slice(), draft.bytes()].concat());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    ItemId::from_bytes(bytes)
}

/// SHA-256("hearthside/v1/written" || 00 || JSON of kind, title and text): what somebody wrote or has read. Another one
/// than that of a yes, so that proposing a text proves no yes to it (E31).
#[must_use]
pub fn written(kind: &str, title: &str, body: &Value) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"hearthside/v1/written\0");
    hash.update(json!([kind, title, body]).to_string());
    hash.finalize().into()
}
