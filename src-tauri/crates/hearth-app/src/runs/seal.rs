//! Sealed answers and their opening (`vault.md` 3, mode "together").
//!
//! The order is what protects: the opening rests in Mine first, then the commitment goes to Ours; once both are there
//! each is pinned in the other's Mine; both images with the pins are on disk before one change publishes the pair.

use std::collections::BTreeSet;

use hearth_domain::{Person, RoundId, RunId};
use hearth_exercise::value::Value;
use hearth_store::{AnswerState, CommitmentRow, LedgerRow, Opening, OursChange, OwnChange, RoundRow, StepAt};
use hearth_vault::Member;
use hearth_vault::sealed::{Opening as Secret, Round};
use sha2::{Digest, Sha256};

use super::write::{About, Batch};
use crate::contract::Code;
use crate::sitting::Sitting;

/// SHA-256("hearthside/v1/prompt" || 00 || content hash || step id || 00 || u32be lap): what was asked.
fn prompt_hash(content: &[u8; 32], step: &str, lap: u32) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"hearthside/v1/prompt\0");
    hash.update(content);
    hash.update(step);
    hash.update([0]);
    hash.update(lap.to_be_bytes());
    hash.finalize().into()
}

/// Canonical JSON of an answer; a skipped step seals `null`.
fn sealed_text(value: Option<&Value>) -> String {
    value.map_or_else(|| "null".to_owned(), hearth_exercise::value::to_json)
}

/// Seals one answer: the opening into Mine, the commitment into Ours.
///
/// # Errors
/// [`Code::NotNow`] if the person is not open, [`Code::Internal`] if a space cannot be read.
pub async fn seal(
    sitting: &mut Sitting,
    about: &About<'_>,
    who: Person,
    at: StepAt,
    value: Option<&Value>,
    batch: &mut Batch,
) -> Result<(), Code> {
    let prompt = prompt_hash(&about.exercise.hash.0, &at.step, at.lap);
    let (round, made) = round_of(sitting, about, &at, batch).await?;
    let keys = sitting.keys(who).ok_or(Code::NotNow)?;
    let m = sealed_text(value);
    let secret = Secret::seal(m.as_bytes(), &mut *(about.ports.random)());
    let asked = Round { vault: keys.vault_id(), id: round, prompt };
    let (r, c) = (*secret.r(), *secret.commitment(&asked, keys.author()).bytes());
    if made {
        batch.ours.push(OursChange::RoundMade { round, at: at.clone(), prompt });
    }
    batch.own.of_mut(who).extend([OwnChange::Drop { at: at.clone() }, OwnChange::Seal { round, at, r, m, c }]);
    batch.ours.push(OursChange::Committed { round, who, c });
    Ok(())
}

/// The round of one sealed step and lap, and whether it has to be made.
async fn round_of(
    sitting: &mut Sitting,
    about: &About<'_>,
    at: &StepAt,
    batch: &Batch,
) -> Result<(RoundId, bool), Code> {
    let pending = batch.ours.iter().find_map(|change| match change {
        OursChange::RoundMade { round, at: made, .. } if made == at => Some(*round),
        _ => None,
    });
    if let Some(round) = pending {
        return Ok((round, false));
    }
    let rounds = sitting.ours().rounds(at.run).await?;
    let open = rounds.into_iter().find(|r| r.at == *at && r.state == "open");
    Ok(open.map_or_else(|| (RoundId::from_bytes(about.ports.make_bytes()), true), |round| (round.id, false)))
}

/// Pins the other's commitment in each Mine, for every round of the run where both exist.
///
/// # Errors
/// [`Code::Internal`] if a space cannot be read.
pub async fn pins(sitting: &mut Sitting, run: RunId) -> Result<Batch, Code> {
    let mut batch = Batch::default();
    for pair in pairs(sitting, run).await?.into_iter().filter(|p| p.round.state == "open") {
        for who in Person::BOTH {
            let Some(entry) = pair.ledger(who) else { continue };
            if let (None, Some(peer)) = (entry.peer, pair.commitment(who.other())) {
                batch.own.of_mut(who).push(OwnChange::Pin { round: pair.round.id, peer: peer.c });
            }
        }
    }
    Ok(batch)
}

/// Publishes one pair. Call only after [`pins`] were written and the images of both Mines are on disk.
///
/// # Errors
/// [`Code::NotNow`] if it cannot be opened, [`Code::Internal`] if a space cannot be read.
pub async fn open(sitting: &mut Sitting, at: &StepAt, batch: &mut Batch) -> Result<(), Code> {
    let pairs = pairs(sitting, at.run).await?;
    let pair = pairs.into_iter().find(|p| p.round.at == *at && p.round.state == "open").ok_or(Code::NotNow)?;
    if !pair.holds(sitting) {
        return Err(Code::NotNow);
    }
    let opening = |who| pair.ledger(who).map(|e| Opening { r: e.r, m: e.m.clone() }).ok_or(Code::NotNow);
    let round = pair.round.id;
    batch.ours.push(OursChange::RoundOpened { round, a: opening(Person::A)?, b: opening(Person::B)? });
    for who in Person::BOTH {
        batch.own.of_mut(who).push(OwnChange::Opened { round });
    }
    Ok(())
}

/// Closes every round of the run that was not opened.
///
/// # Errors
/// [`Code::Internal`] if Ours cannot be read.
pub async fn close(sitting: &mut Sitting, run: RunId, batch: &mut Batch) -> Result<(), Code> {
    let rounds = sitting.ours().rounds(run).await?;
    let open = rounds.into_iter().filter(|r| r.state == "open");
    batch.ours.extend(open.map(|r| OursChange::RoundClosed { round: r.id }));
    Ok(())
}

/// Closes the round of one step, if it is still open.
///
/// # Errors
/// [`Code::Internal`] if Ours cannot be read.
pub async fn close_one(sitting: &mut Sitting, at: &StepAt, batch: &mut Batch) -> Result<(), Code> {
    let rounds = sitting.ours().rounds(at.run).await?;
    let open = rounds.into_iter().filter(|r| r.at == *at && r.state == "open");
    batch.ours.extend(open.map(|r| OursChange::RoundClosed { round: r.id }));
    Ok(())
}

/// Wipes one's sealed answer of a step with its seal: it was compared in memory, and nobody opens it (F12).
///
/// # Errors
/// [`Code::NotNow`] if the person is not open, [`Code::Internal`] if their pages cannot be read.
pub async fn unseal(sitting: &mut Sitting, who: Person, at: StepAt, batch: &mut Batch) -> Result<(), Code> {
    let entries = sitting.turn(who).ok_or(Code::NotNow)?.seals(at.run).await?;
    let sealed = entries.into_iter().filter(|e| e.at == at && !e.opened);
    let own = batch.own.of_mut(who);
    own.extend(sealed.map(|e| OwnChange::Unseal { round: e.round }));
    own.push(OwnChange::Drop { at });
    Ok(())
}

/// Rounds of the run that cannot be opened: taken back, or a commitment is not the one that was pinned.
///
/// # Errors
/// [`Code::Internal`] if a space cannot be read.
pub async fn withheld(sitting: &mut Sitting, run: RunId) -> Result<BTreeSet<(String, u32)>, Code> {
    let mut withheld = BTreeSet::new();
    let together = sitting.together();
    for pair in pairs(sitting, run).await? {
        let broken = together && pair.complete() && !pair.holds(sitting);
        if pair.round.state == "closed" || broken {
            withheld.insert((pair.round.at.step.clone(), pair.round.at.lap));
        }
    }
    Ok(withheld)
}

/// Takes one's own sealed answer back before it was opened: the words stay with their author, both commitments go.
///
/// # Errors
/// [`Code::Unknown`] if there is no such seal, [`Code::NotNow`] if it was opened.
pub async fn take_back(sitting: &mut Sitting, who: Person, round: RoundId) -> Result<Batch, Code> {
    let entry = {
        let (_, own) = sitting.alone()?;
        own.ledger().await?.into_iter().find(|e| e.round == round).ok_or(Code::Unknown)?
    };
    let rounds = sitting.ours().rounds(entry.at.run).await?;
    let open = rounds.iter().any(|r| r.id == round && r.state == "open");
    if entry.opened {
        return Err(Code::NotNow);
    }
    let value = serde_json::from_str(&entry.m).map_err(|_| Code::Internal)?;
    let mut batch = Batch::default();
    let words = OwnChange::Keep { at: entry.at.clone(), vis: "seal".into(), value: Some(value) };
    batch.own.of_mut(who).extend([words, OwnChange::Unseal { round }]);
    // A round that was closed meanwhile has nothing left in Ours to take back.
    batch.ours.extend(open.then_some(OursChange::Uncommitted { round }));
    Ok(batch)
}

/// What Ours lost of seals that rest in a Mine: the program ended between the two writes, and nobody is asked twice.
///
/// # Errors
/// [`Code::Internal`] if a space cannot be read.
pub async fn commit_again(sitting: &mut Sitting, run: RunId, content: &[u8; 32]) -> Result<Batch, Code> {
    let mut batch = Batch::default();
    let mut rounds = sitting.ours().rounds(run).await?;
    for who in sitting.people() {
        let Some(mut turn) = sitting.turn(who) else { continue };
        for entry in turn.seals(run).await?.into_iter().filter(|entry| !entry.opened) {
            let known = rounds.iter().find(|r| r.id == entry.round || r.at == entry.at && r.state == "open");
            if known.is_some_and(|round| round.id != entry.round || round.state != "open") {
                continue;
            }
            if known.is_none() {
                let prompt = prompt_hash(content, &entry.at.step, entry.at.lap);
                let (id, at) = (entry.round, entry.at.clone());
                batch.ours.push(OursChange::RoundMade { round: id, at: at.clone(), prompt });
                rounds.push(RoundRow { id, at, prompt, state: "open".into() });
            }
            if !sitting.ours().commitments(entry.round).await?.iter().any(|c| c.who == who) {
                batch.ours.push(OursChange::Committed { round: entry.round, who, c: entry.c });
            }
        }
    }
    Ok(batch)
}

/// Opened rounds whose words in Ours are not the ones that were sealed, or not the ones that were pinned. Both hold the
/// key of Ours, so what it says after an opening proves nothing by itself.
///
/// # Errors
/// [`Code::Internal`] if a space cannot be read.
pub async fn rewritten(sitting: &mut Sitting, run: RunId) -> Result<BTreeSet<(String, u32)>, Code> {
    let mut rewritten = BTreeSet::new();
    if !sitting.together() {
        return Ok(rewritten);
    }
    let answers = sitting.ours().answers(run).await?;
    for pair in pairs(sitting, run).await?.into_iter().filter(|p| p.round.state == "opened") {
        let at = &pair.round.at;
        let said = |who| {
            let entry = pair.ledger(who)?;
            let sealed: serde_json::Value = serde_json::from_str(&entry.m).ok()?;
            let row = answers.iter().find(|a| a.step == at.step && a.lap == at.lap && a.who == Some(who))?;
            Some(row.state == AnswerState::Hidden || row.value.clone().unwrap_or_default() == sealed)
        };
        let holds = pair.holds(sitting) && Person::BOTH.iter().all(|who| said(*who) == Some(true));
        if !holds {
            rewritten.insert((at.step.clone(), at.lap));
        }
    }
    Ok(rewritten)
}

/// A round with what is known of both sides.
struct PairOf {
    round: RoundRow,
    commitments: Vec<CommitmentRow>,
    ledgers: Vec<(Person, LedgerRow)>,
}

impl PairOf {
    fn ledger(&self, who: Person) -> Option<&LedgerRow> {
        self.ledgers.iter().find(|(p, _)| *p == who).map(|(_, entry)| entry)
    }

    fn commitment(&self, who: Person) -> Option<&CommitmentRow> {
        self.commitments.iter().find(|c| c.who == who)
    }

    /// Both sealed, as far as their own pages say; what Ours says can be changed by either.
    fn complete(&self) -> bool {
        Person::BOTH.iter().all(|p| self.ledger(*p).is_some_and(|entry| !entry.opened))
    }

    /// Recomputes both commitments from the openings and compares them with Ours and with the pins.
    fn holds(&self, sitting: &Sitting) -> bool {
        let sides = Person::BOTH.map(|who| self.side_holds(sitting, who));
        let different = self.commitment(Person::A).map(|c| c.c) != self.commitment(Person::B).map(|c| c.c);
        sides == [true, true] && different
    }

    fn side_holds(&self, sitting: &Sitting, who: Person) -> bool {
        let (Some(entry), Some(shared), Some(other), Some(keys)) =
            (self.ledger(who), self.commitment(who), self.ledger(who.other()), sitting.keys(who))
        else {
            return false;
        };
        let c = recompute(&self.round, keys, entry);
        c == entry.c && c == shared.c && other.peer == Some(c)
    }
}

fn recompute(round: &RoundRow, keys: &Member, entry: &LedgerRow) -> [u8; 32] {
    let asked = Round { vault: keys.vault_id(), id: round.id, prompt: round.prompt };
    let secret = Secret::from_parts(entry.r, entry.m.clone().into_bytes());
    *secret.commitment(&asked, keys.author()).bytes()
}

async fn pairs(sitting: &mut Sitting, run: RunId) -> Result<Vec<PairOf>, Code> {
    let mut ledgers = Vec::new();
    for who in sitting.people() {
        if let Some(mut turn) = sitting.turn(who) {
            ledgers.extend(turn.seals(run).await?.into_iter().map(|entry| (who, entry)));
        }
    }
    let mut pairs = Vec::new();
    for round in sitting.ours().rounds(run).await? {
        let commitments = sitting.ours().commitments(round.id).await?;
        let of_round = ledgers.iter().filter(|(_, e)| e.round == round.id);
        let ledgers = of_round.map(|(who, e)| (*who, e.clone())).collect();
        pairs.push(PairOf { round, commitments, ledgers });
    }
    Ok(pairs)
}
