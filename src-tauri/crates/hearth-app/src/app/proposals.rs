//! What one person alone says about a proposal (F8). All answers weigh the same; to agree takes both (E31).

use hearth_domain::ItemId;
use hearth_domain::proposal::Proposal;
use hearth_store::OursChange;

use super::App;
use crate::contract::{Code, CommandError, ProposalAnswer, Register};
use crate::deals::{self, wire};

impl App {
    /// Not now, no, taken up again, or taken back: at once, no reason asked (P4). `n` is the version that was read.
    ///
    /// # Errors
    /// [`Code::Moved`] if another version stands there by now or somebody answered it, [`Code::Unknown`] if it is no
    /// proposal, [`Code::NotNow`] in Together, where nobody can say whose hand it was.
    pub async fn proposal_answer(
        &self,
        item: ItemId,
        n: u32,
        answer: ProposalAnswer,
    ) -> Result<Register, CommandError> {
        let mut table = self.table().await?;
        let (who, _) = table.sitting.alone()?;
        let row = table.sitting.ours().item(item).await.map_err(Code::from)?;
        let proposal: Proposal = row.as_ref().and_then(deals::proposal).ok_or(Code::Unknown)?;
        let (act, standing) = wire::answered(answer);
        if proposal.n != n || !proposal.acts(who).contains(&act) {
            return Err(Code::Moved.into());
        }
        let change = vec![OursChange::ItemState { item, state: standing.word().into() }];
        let outcome = table.sitting.commit_ours(who, self.now(), change).await;
        self.saved(outcome)?;
        Ok(self.register_of(&mut table).await?)
    }
}
