//! Agreements (S9), sealed answers (S7), one's own pace.

use chrono::{DateTime, Utc};
use hearth_domain::{ItemId, Pace, Pair, RoundId};
use hearth_store::{ItemRow, LedgerRow, OursChange, OwnChange, RunRow};

use super::{App, Table};
use crate::contract::{Agreement, Code, CommandError, PersonName, Seal};
use crate::deals::{self, Body, wire};
use crate::items;
use crate::runs::seal;
use crate::runs::world::Shelf;

type Answer<T> = Result<T, CommandError>;

impl App {
    /// All agreements, the next review first, ended ones last.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn agreements(&self) -> Answer<Vec<Agreement>> {
        let mut table = self.table().await?;
        Ok(self.agreements_of(&mut table).await?)
    }

    /// Ends an agreement: one person, at once, no reason (E33). Name and date are kept.
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is none, [`Code::NotNow`] in Together, where nobody acts alone.
    pub async fn agreement_end(&self, item: ItemId) -> Answer<Vec<Agreement>> {
        let mut table = self.table().await?;
        let row = table.sitting.ours().item(item).await.map_err(Code::from)?;
        row.filter(|r| {
            let ends = ["proposed", "in_force"].contains(&r.state.as_str()) && deals::proposal(r).is_none();
            r.kind == "agreement" && ends && r.removed.is_none()
        })
        .ok_or(Code::Unknown)?;
        // The history keeps a name, and in Together nobody can say whose hand it was.
        let (who, _) = table.sitting.alone()?;
        let change = vec![OursChange::ItemState { item, state: "ended".into() }];
        let outcome = table.sitting.commit_ours(who, self.now(), change).await;
        self.saved(outcome)?;
        Ok(self.agreements_of(&mut table).await?)
    }

    async fn agreements_of(&self, table: &mut Table) -> Result<Vec<Agreement>, Code> {
        let now = self.now();
        let shelf = Shelf::read(&mut table.sitting).await?;
        let names = table.names().await?;
        let together = table.sitting.together();
        let mut all = Vec::new();
        for item in shelf.items().iter().filter(|i| is_listed(i)) {
            let ended = table.sitting.ours().ended_by(item.id).await?;
            let earlier = self.earlier(table, item).await?;
            let can_keep = together && self.review_has_come(&shelf, item, now);
            all.push(Agreement { can_keep, earlier, ..self.agreement(&shelf, item, ended, &names, now) });
        }
        all.sort_by(|a, b| (rank(a), &a.review_on).cmp(&(rank(b), &b.review_on)));
        Ok(all)
    }

    /// On the day itself too: then it is not due yet, and can be looked at.
    fn review_has_come(&self, shelf: &Shelf, item: &ItemRow, now: DateTime<Utc>) -> bool {
        let today = self.ports.clock.local(now).date().to_string();
        item.review.as_deref().is_some_and(|on| on <= today.as_str()) && shelf.in_force().any(|i| i.id == item.id)
    }

    fn agreement(
        &self,
        shelf: &Shelf,
        item: &ItemRow,
        ended: Option<(hearth_domain::Person, DateTime<Utc>)>,
        names: &Pair<Option<String>>,
        now: DateTime<Utc>,
    ) -> Agreement {
        let day = |at: DateTime<Utc>| self.ports.clock.local(at).date().to_string();
        let named = |person| PersonName { person, name: names.of(person).clone().unwrap_or_default() };
        let proposed = item.state == "proposed";
        let words = match Body::read(&item.body) {
            Some(Body::Proposal(body)) => Some(wire::proposal(&body.text)),
            _ => None,
        };
        let in_force = item.state == "in_force";
        Agreement {
            item: item.id.to_string(),
            title: item.title.clone(),
            slug: shelf.slug_of(item).unwrap_or_default().to_owned(),
            state: item.state.clone(),
            lines: if words.is_some() { vec![] } else { items::rows(&item.body) },
            words,
            changed: replaced_by(shelf, item)
                .zip(ended.filter(|_| item.state == "changed"))
                .map(|(name, (_, at))| (name, day(at))),
            review_on: item.review.clone(),
            unconfirmed: in_force && !shelf.in_force().any(|known| known.id == item.id),
            due: in_force && item.review.as_deref().is_some_and(|on| on < day(now).as_str()),
            made_on: day(item.made),
            ended: ended.filter(|_| item.state == "ended").map(|(who, at)| (named(who), day(at))),
            confirm_from: item.until.filter(|until| proposed && *until > now).map(|u| u.to_rfc3339()),
            run: item.run.filter(|_| proposed).map(|r| r.to_string()),
            can_keep: false,
            earlier: vec![],
        }
    }

    /// One's own sealed answers, or in Together those both sealed.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn seals(&self) -> Answer<Vec<Seal>> {
        let mut table = self.table().await?;
        Ok(self.seals_of(&mut table).await?)
    }

    /// Takes one's own sealed answer back; alone only.
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is none, [`Code::NotNow`] once it was opened or in Together.
    pub async fn seal_take_back(&self, round: RoundId) -> Answer<Vec<Seal>> {
        let mut table = self.table().await?;
        let (who, _) = table.sitting.alone()?;
        let batch = seal::take_back(&mut table.sitting, who, round).await?;
        let outcome = table.sitting.commit(who, self.now(), batch).await;
        self.saved(outcome)?;
        Ok(self.seals_of(&mut table).await?)
    }

    pub(super) async fn seals_of(&self, table: &mut Table) -> Result<Vec<Seal>, Code> {
        match table.sitting.alone() {
            Ok((_, own)) => {
                let mine = own.ledger().await?.into_iter().filter(|entry| !entry.opened).collect::<Vec<_>>();
                self.own_seals(table, &mine).await
            }
            Err(_) => self.ready_seals(table).await,
        }
    }

    /// One's own, from one's own pages alone: nothing the other does adds or removes a line (E14, E19).
    async fn own_seals(&self, table: &mut Table, mine: &[LedgerRow]) -> Result<Vec<Seal>, Code> {
        let runs = table.sitting.ours().runs().await?;
        let seal = |entry: &LedgerRow| {
            let run = runs.iter().find(|r| r.id == entry.at.run)?;
            self.seal(run, &entry.at.step, entry.round, false)
        };
        Ok(mine.iter().filter_map(seal).collect())
    }

    /// Those both sealed; in Together.
    async fn ready_seals(&self, table: &mut Table) -> Result<Vec<Seal>, Code> {
        let mut seals = Vec::new();
        for run in table.sitting.ours().runs().await?.iter().filter(|r| r.ended.is_none()) {
            for round in table.sitting.ours().rounds(run.id).await?.into_iter().filter(|r| r.state == "open") {
                if table.sitting.ours().commitments(round.id).await?.len() == 2 {
                    seals.extend(self.seal(run, &round.at.step, round.id, true));
                }
            }
        }
        Ok(seals)
    }

    fn seal(&self, run: &RunRow, step: &str, round: RoundId, ready: bool) -> Option<Seal> {
        let exercise = self.exercises.pinned(&run.doc, None)?;
        let label = exercise.step(step)?.label.clone();
        Some(Seal { round: round.to_string(), label, exercise: exercise.title.clone(), run: run.id.to_string(), ready })
    }

    /// One's own pace; alone only.
    ///
    /// # Errors
    /// [`Code::NotNow`] in Together.
    pub async fn pace_get(&self) -> Answer<String> {
        let mut table = self.table().await?;
        let (_, own) = table.sitting.alone()?;
        let pace = own.pace().await.map_err(Code::from)?.value;
        Ok(pace.as_deref().and_then(Pace::from_word).unwrap_or_default().word().to_owned())
    }

    /// Sets one's own pace, any day, for any reason (E21).
    ///
    /// # Errors
    /// [`Code::BadAnswer`] if it is no pace, [`Code::NotNow`] in Together.
    pub async fn pace_set(&self, pace: &str) -> Answer<()> {
        let mut table = self.table().await?;
        let (who, _) = table.sitting.alone()?;
        let pace = Pace::from_word(pace).ok_or(Code::BadAnswer)?;
        let change = vec![OwnChange::Pace { value: Some(pace.word().into()), checked: false }];
        let now = self.now();
        let outcome = table.sitting.commit_own(who, now, change).await;
        self.saved(outcome)?;
        let outcome = table.sitting.write_own_images(now).await;
        self.saved(outcome)
    }
}

/// Proposals outside an exercise are no agreements before both agreed; the register has them.
fn is_listed(item: &ItemRow) -> bool {
    item.kind == "agreement" && item.state != "left_open" && deals::proposal(item).is_none()
}

/// The name of what took its place.
fn replaced_by(shelf: &Shelf, old: &ItemRow) -> Option<String> {
    let takes_its_place = |item: &&ItemRow| {
        matches!(Body::read(&item.body), Some(Body::Proposal(body)) if body.replaces == Some(old.id)) && is_listed(item)
    };
    shelf.items().iter().rfind(takes_its_place).map(|item| item.title.clone())
}

fn rank(agreement: &Agreement) -> u8 {
    match agreement.state.as_str() {
        "proposed" => 0,
        "in_force" => 1,
        _ => 2,
    }
}
