//! Limits and proposals between the nouns and the shapes of the window.

use chrono::NaiveDate;
use hearth_domain::LimitText;
use hearth_domain::proposal::{Act, Part, ProposalText, Standing, Whom};

use super::{Body, ProposalBody};
use crate::contract::{DealWords, LimitWords, ProposalAnswer, ProposalWords};

/// The words of a limit.
#[must_use]
pub fn limit(text: &LimitText) -> LimitWords {
    let LimitText { name, when, will } = text.clone();
    LimitWords { name, when, will }
}

/// The words of a proposal.
#[must_use]
pub fn proposal(text: &ProposalText) -> ProposalWords {
    ProposalWords {
        name: text.name.clone(),
        what: text.what.clone(),
        whom: text.whom.one().map_or("both", |who| who.letter()).to_owned(),
        from: text.from.map(|day| day.to_string()),
        review_days: text.review_days,
        ending: text.ending.clone(),
    }
}

/// The words of either.
#[must_use]
pub fn words(body: &Body) -> DealWords {
    match body {
        Body::Limit(text) => DealWords::Limit { words: limit(text) },
        Body::Proposal(body) => DealWords::Proposal { words: proposal(&body.text) },
    }
}

/// What the window wrote: the text, and whether its day is none. A day nobody can read is left out.
#[must_use]
pub fn read(words: DealWords, replaces: Option<hearth_domain::ItemId>) -> (Body, bool) {
    match words {
        DealWords::Limit { words: LimitWords { name, when, will } } => {
            (Body::Limit(LimitText { name, when, will }), false)
        }
        DealWords::Proposal { words } => {
            let from = words.from.as_deref().map(str::parse::<NaiveDate>);
            let no_day = matches!(from, Some(Err(_)));
            let text = ProposalText {
                whom: match words.whom.as_str() {
                    "a" => Whom::A,
                    "b" => Whom::B,
                    _ => Whom::Both,
                },
                from: from.and_then(Result::ok),
                name: words.name,
                what: words.what,
                review_days: words.review_days,
                ending: words.ending,
            };
            (Body::Proposal(ProposalBody { text, replaces }), no_day)
        }
    }
}

/// The parts that read differently in an earlier text.
#[must_use]
pub fn changed(now: &Body, earlier: &Body) -> Vec<String> {
    let (Body::Proposal(now), Body::Proposal(earlier)) = (now, earlier) else { return vec![] };
    now.text.changed_since(&earlier.text).into_iter().map(|part| word(part).to_owned()).collect()
}

const fn word(part: Part) -> &'static str {
    match part {
        Part::Name => "name",
        Part::What => "what",
        Part::Whom => "whom",
        Part::From => "from",
        Part::Review => "review",
        Part::Ending => "ending",
    }
}

/// What can be pressed, in the words of the window.
#[must_use]
pub fn acts(acts: &[Act]) -> Vec<String> {
    let word = |act: &Act| match act {
        Act::Change => "change",
        Act::NotNow => "not_now",
        Act::No => "no",
        Act::TakeUp => "take_up",
        Act::Withdraw => "withdraw",
    };
    acts.iter().map(|act| word(act).to_owned()).collect()
}

/// What a press is, and where the proposal stands after it.
#[must_use]
pub const fn answered(answer: ProposalAnswer) -> (Act, Standing) {
    match answer {
        ProposalAnswer::NotNow => (Act::NotNow, Standing::NotNow),
        ProposalAnswer::No => (Act::No, Standing::No),
        ProposalAnswer::TakeUp => (Act::TakeUp, Standing::Proposed),
        ProposalAnswer::Withdraw => (Act::Withdraw, Standing::Withdrawn),
    }
}
