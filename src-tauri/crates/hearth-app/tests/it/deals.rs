//! Writing limits and proposals, for the stories about them.

use hearth_app::contract::{
    Agreeing, AgreeingPress, Agreement, Begin, DealWords, Draft, DraftKept, DraftWrite, LimitWords, ProposalAnswer,
    ProposalWords, Register,
};
use hearth_app::contract::{Code, CommandError};
use hearth_domain::{ItemId, Person};

use crate::couple::{Laptop, code};

pub(crate) fn limit(will: &str) -> DealWords {
    let words = LimitWords { name: "Shouting".into(), when: "If there is shouting".into(), will: will.into() };
    DealWords::Limit { words }
}

pub(crate) fn quiet(what: &str) -> ProposalWords {
    ProposalWords {
        name: "A quiet half hour".into(),
        what: what.into(),
        whom: "both".into(),
        from: None,
        review_days: 14,
        ending: String::new(),
    }
}

pub(crate) fn proposal(what: &str) -> DealWords {
    DealWords::Proposal { words: quiet(what) }
}

pub(crate) fn id(item: &str) -> ItemId {
    item.parse().unwrap()
}

impl Laptop {
    /// This person, alone.
    pub(crate) async fn alone(self, who: Person) -> Self {
        let laptop = self.locked().await;
        laptop.open(who).await;
        laptop
    }

    /// Both.
    pub(crate) async fn both(self) -> Self {
        let laptop = self.locked().await;
        laptop.together().await;
        laptop
    }

    pub(crate) async fn register(&self) -> Register {
        self.app.register().await.unwrap()
    }

    pub(crate) async fn agreements(&self) -> Vec<Agreement> {
        self.app.agreements().await.unwrap()
    }

    pub(crate) async fn write(&self, draft: &Draft, words: DealWords) -> DraftKept {
        let (item, of) = (draft.item.clone(), draft.of.clone());
        let replaces = draft.replaces.as_ref().map(|old| old.item.clone());
        self.app.draft_write(DraftWrite { item, words, of, replaces }).await.unwrap()
    }

    /// Begins, writes and gives.
    pub(crate) async fn give(&self, begin: Begin, words: DealWords) -> Register {
        let draft = self.app.draft_begin(begin).await.unwrap();
        let kept = self.write(&draft, words).await;
        assert_eq!(kept.missing, Vec::<String>::new());
        self.app.draft_give(id(&draft.item)).await.unwrap()
    }

    pub(crate) async fn answers(&self, answer: ProposalAnswer) -> Result<Register, CommandError> {
        let line = self.register().await.proposals.remove(0);
        self.app.proposal_answer(id(&line.item), line.n, answer).await
    }

    /// Each is asked behind the cover.
    pub(crate) async fn asked(&self, item: &str, wants: [bool; 2]) -> Agreeing {
        let mut shown = self.app.agreeing_begin(id(item)).await.unwrap();
        for yes in wants {
            let Agreeing::Cover { next } = shown else { panic!("no cover: {shown:?}") };
            self.press(AgreeingPress::IAm { who: next }).await;
            shown = self.press(AgreeingPress::Wants { yes }).await;
        }
        shown
    }

    pub(crate) async fn press(&self, press: AgreeingPress) -> Agreeing {
        self.app.agreeing_press(press).await.unwrap()
    }

    /// Both want it, and both confirm it.
    pub(crate) async fn agree(&self, item: &str, days: u32) -> Agreeing {
        self.asked(item, [true, true]).await;
        self.press(AgreeingPress::Confirm { who: Person::A, days }).await;
        self.press(AgreeingPress::Confirm { who: Person::B, days }).await
    }
}

pub(crate) fn refused<T: std::fmt::Debug>(outcome: Result<T, CommandError>) -> Code {
    code(&outcome.unwrap_err())
}
