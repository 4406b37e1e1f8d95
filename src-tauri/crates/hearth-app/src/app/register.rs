//! Limits and proposals on the page of agreements (S9). Alone it adds one's own drafts; nothing of the other's Mine is
//! read for any of it (U5).

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use hearth_domain::{ItemId, Pair, Person};
use hearth_store::ItemRow;

use super::find::called;
use super::{App, Table};
use crate::contract::{
    Code, CommandError, DraftLine, EarlierLimit, LimitLine, PersonName, ProposalLine, Register, Replaced,
};
use crate::deals::{self, Body, DraftBody, GivenLimit, wire};
use crate::runs::world::Shelf;

type Names = Pair<Option<String>>;

impl App {
    /// Limits, proposals and one's own drafts.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn register(&self) -> Result<Register, CommandError> {
        let mut table = self.table().await?;
        Ok(self.register_of(&mut table).await?)
    }

    pub(super) async fn register_of(&self, table: &mut Table) -> Result<Register, Code> {
        let shelf = Shelf::read(&mut table.sitting).await?;
        let names = table.names().await?;
        let seen = Seen::read(table).await?;
        let (mut proposals, mut limits) = (Vec::new(), Vec::new());
        for row in shelf.items() {
            if let Some(limit) = GivenLimit::read(row) {
                limits.push((limit.ended, row.made, self.limit_line(table, row, &limit, &names, &seen).await?));
            } else if deals::proposal(row).is_some() {
                proposals.push((row.made, self.proposal_line(table, &shelf, row, &names, &seen).await?));
            }
        }
        limits.sort_by_key(|(ended, made, _)| (*ended, std::cmp::Reverse(*made)));
        proposals.sort_by_key(|(made, line)| (line.words.review_days, *made));
        let lines = proposals.into_iter().map(|(_, line)| line);
        let (proposals, mut over): (Vec<_>, Vec<_>) =
            lines.partition(|line| ["proposed", "not_now"].contains(&line.standing.as_str()));
        over.sort_by_key(|line| std::cmp::Reverse(line.answered.as_ref().map(|(_, on)| on.clone())));
        let limits = limits.into_iter().map(|(.., line)| line).collect();
        Ok(Register { people: both(&names), drafts: self.draft_lines(table).await?, proposals, limits, over })
    }

    async fn draft_lines(&self, table: &mut Table) -> Result<Vec<DraftLine>, Code> {
        let Ok((_, own)) = table.sitting.alone() else { return Ok(vec![]) };
        let line = |row: &ItemRow| {
            let draft = DraftBody::read(row)?;
            let kind = match (&draft.draft, draft.of) {
                (Body::Limit(_), None) => "limit",
                (Body::Limit(_), Some(_)) => "limit_change",
                (Body::Proposal(_), Some(_)) => "suggestion",
                (Body::Proposal(body), None) if body.replaces.is_some() => "change",
                (Body::Proposal(_), None) => "proposal",
            };
            let (item, on) = (row.id.to_string(), self.day(row.made));
            Some(DraftLine { item, kind: kind.into(), name: row.title.clone(), on })
        };
        Ok(own.items().await?.iter().rev().filter_map(line).collect())
    }

    async fn limit_line(
        &self,
        table: &mut Table,
        row: &ItemRow,
        limit: &GivenLimit,
        names: &Names,
        seen: &Seen,
    ) -> Result<LimitLine, Code> {
        let ours = table.sitting.ours();
        let ended = if limit.ended { ours.ended_by(row.id).await? } else { None };
        let assents = ours.assents(row.id).await?;
        let reader = limit.writer.other();
        let read = assents.iter().find(|yes| yes.who == reader && yes.n == limit.n && seen.holds(reader, row));
        let until = |version: hearth_store::VersionRow| {
            let Some(Body::Limit(text)) = version.value.as_ref().and_then(Body::read) else { return None };
            Some(EarlierLimit { until: self.day(version.at), words: wire::limit(&text) })
        };
        let earlier = ours.item_versions(row.id).await?.into_iter().filter_map(until).collect();
        let alone = seen.alone();
        Ok(LimitLine {
            item: row.id.to_string(),
            words: wire::limit(&limit.text),
            by: called(names, limit.writer),
            on: self.day(row.made),
            can_read: alone == Some(reader) && read.is_none() && !limit.ended,
            own: alone == Some(limit.writer) && !limit.ended,
            read: read.map(|yes| self.by_and_day(names, (reader, yes.at))),
            ended: ended.map(|by| self.by_and_day(names, by)),
            earlier,
            unconfirmed: !seen.holds(limit.writer, row),
        })
    }

    async fn proposal_line(
        &self,
        table: &mut Table,
        shelf: &Shelf,
        row: &ItemRow,
        names: &Names,
        seen: &Seen,
    ) -> Result<ProposalLine, Code> {
        let proposal = deals::proposal(row).ok_or(Code::Internal)?;
        let ours = table.sitting.ours();
        let answered = ours.ended_by(row.id).await?.filter(|_| row.state != "proposed");
        let versions = ours.item_versions(row.id).await?;
        let before = versions.first().and_then(|version| Body::read(version.value.as_ref()?));
        let now = Body::read(&row.body).ok_or(Code::Internal)?;
        let old = proposal.replaces.and_then(|old| shelf.items().iter().find(|row| row.id == old));
        let unconfirmed = !seen.holds(proposal.writer, row);
        Ok(ProposalLine {
            item: row.id.to_string(),
            n: row.n,
            words: wire::proposal(&proposal.text),
            by: called(names, proposal.writer),
            standing: row.state.clone(),
            on: self.day(row.made),
            answered: answered.map(|by| self.by_and_day(names, by)),
            changed: before.as_ref().map(|before| wire::changed(&now, before)).unwrap_or_default(),
            before: match before {
                Some(Body::Proposal(before)) => Some(wire::proposal(&before.text)),
                _ => None,
            },
            acts: seen.alone().map(|who| wire::acts(proposal.acts(who))).unwrap_or_default(),
            can_agree: seen.alone().is_none() && row.state == "proposed" && !unconfirmed,
            session: proposal.asks_for_a_session(),
            replaces: old.map(|row| Replaced { item: row.id.to_string(), name: row.title.clone() }),
            unconfirmed,
        })
    }

    fn by_and_day(&self, names: &Names, (who, at): (Person, DateTime<Utc>)) -> (PersonName, String) {
        (called(names, who), self.day(at))
    }
}

/// Both people, as far as they are set up.
pub(super) fn both(names: &Names) -> Vec<PersonName> {
    let set_up = Person::BOTH.into_iter().filter(|who| names.of(*who).is_some());
    set_up.map(|who| called(names, who)).collect()
}

/// What everybody who is open wrote or has read, as their own receipts prove.
struct Seen {
    open: Vec<Person>,
    receipts: BTreeSet<(Person, ItemId, u32, [u8; 32])>,
}

impl Seen {
    async fn read(table: &mut Table) -> Result<Self, Code> {
        let open = table.sitting.people();
        let mut receipts = BTreeSet::new();
        for who in open.iter().copied() {
            let Some(mut turn) = table.sitting.turn(who) else { continue };
            receipts.extend(turn.receipts().await?.into_iter().map(|(item, n, digest)| (who, item, n, digest)));
        }
        Ok(Self { open, receipts })
    }

    /// Who is open, if it is one.
    fn alone(&self) -> Option<Person> {
        if let [who] = self.open[..] { Some(who) } else { None }
    }

    /// Nothing says that this person did not write or read it: Ours alone proves nothing of who is open.
    fn holds(&self, who: Person, row: &ItemRow) -> bool {
        let digest = deals::written(&row.kind, &row.title, &row.body);
        !self.open.contains(&who) || self.receipts.contains(&(who, row.id, row.n, digest))
    }
}
