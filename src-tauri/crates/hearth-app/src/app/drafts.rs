//! Writing a limit or a proposal (F8): drafts in Mine, and the step that puts one into Ours.

use hearth_domain::proposal::{Act, REVIEW_MOST};
use hearth_domain::{ItemId, Person};
use hearth_exercise::page::Tip;
use hearth_exercise::value::tips_about_the_other;
use hearth_store::{ItemRow, OursChange, OwnChange};
use serde_json::json;

use super::register::both;
use super::{App, Table};
use crate::contract::{Begin, Code, CommandError, Draft, DraftKept, DraftOf, DraftWrite, Register, Replaced};
use crate::deals::{self, Body, DraftBody, GivenLimit, Of, ProposalBody, wire};
use crate::items;
use crate::runs::world::Shelf;
use crate::runs::write::Batch;

/// Letters of one part at most; nobody agrees to a book.
const LETTERS: usize = 4_000;

type Answer<T> = Result<T, CommandError>;

impl App {
    /// Opens something to write: new, a draft, or a change to what is in Ours. Nothing is kept before the first word.
    ///
    /// # Errors
    /// [`Code::NotNow`] in Together, where no page is one's own; [`Code::Unknown`] if there is nothing like it to change.
    pub async fn draft_begin(&self, begin: Begin) -> Answer<Draft> {
        let mut table = self.table().await?;
        let (who, _) = table.sitting.alone()?;
        let shelf = Shelf::read(&mut table.sitting).await?;
        let changes = match &begin {
            Begin::ChangeLimit { item } | Begin::Suggest { item } | Begin::Change { item } => Some(id(item)?),
            _ => None,
        };
        let begun = match changes {
            Some(of) => table.draft_about(of).await?,
            None => None,
        };
        let (item, draft) = match (begun, begin) {
            (Some(begun), _) => begun,
            (None, Begin::GoOn { item }) => (id(&item)?, table.draft(id(&item)?).await?),
            (None, begin) => (ItemId::from_bytes(self.ports.make_bytes()), fresh(&shelf, who, begin)?),
        };
        let people = both(&table.names().await?);
        Ok(Draft { people, ..self.opened_draft(&shelf, who, item, draft) })
    }

    /// Keeps what is typed (F0).
    ///
    /// # Errors
    /// [`Code::NotNow`] in Together, [`Code::LongAnswer`], [`Code::Unknown`] if it is something else than a draft.
    pub async fn draft_write(&self, write: DraftWrite) -> Answer<DraftKept> {
        let mut table = self.table().await?;
        let (who, own) = table.sitting.alone()?;
        let item = id(&write.item)?;
        if own.item(item).await.map_err(Code::from)?.is_some_and(|row| DraftBody::read(&row).is_none()) {
            return Err(Code::Unknown.into());
        }
        let replaces = write.replaces.as_deref().map(id).transpose()?;
        let of = write.of.map(|of| Ok::<_, Code>(Of { item: id(&of.item)?, n: of.n })).transpose()?;
        let (body, no_day) = wire::read(write.words, replaces);
        if too_long(&body) {
            return Err(Code::LongAnswer.into());
        }
        let shelf = Shelf::read(&mut table.sitting).await?;
        let kept = DraftKept {
            tips: tips(&body),
            missing: missing(&body, no_day, self.most(&shelf, replaces)),
            changed: in_ours(&shelf, of, &body).map(|now| wire::changed(&body, &now)).unwrap_or_default(),
        };
        let change = OwnChange::ItemDraft(DraftBody { draft: body, of }.item(item));
        let outcome = table.sitting.commit_own(who, self.now(), vec![change]).await;
        self.saved(outcome)?;
        Ok(kept)
    }

    /// Gives a limit, proposes, or suggests a change: the draft's words go to Ours, and the draft goes.
    ///
    /// # Errors
    /// [`Code::BadAnswer`] if something is missing, [`Code::Moved`] if what it changes reads otherwise by now: the draft
    /// stays then. [`Code::NotNow`] in Together, [`Code::Unknown`] if there is no such draft.
    pub async fn draft_give(&self, item: ItemId) -> Answer<Register> {
        let mut table = self.table().await?;
        let (who, _) = table.sitting.alone()?;
        let draft = table.draft(item).await?;
        let shelf = Shelf::read(&mut table.sitting).await?;
        let replaces = if let Body::Proposal(body) = &draft.draft { body.replaces } else { None };
        if !draft.draft.is_whole(self.most(&shelf, replaces)) {
            return Err(Code::BadAnswer.into());
        }
        let mut batch = put(&shelf, who, item, draft)?;
        batch.after.of_mut(who).push(OwnChange::ItemPurged { item });
        let outcome = table.sitting.commit(who, self.now(), batch).await;
        self.saved(outcome)?;
        Ok(self.register_of(&mut table).await?)
    }

    /// Removes a draft; it can be put back for thirty days (F0).
    ///
    /// # Errors
    /// [`Code::NotNow`] in Together, [`Code::Unknown`] if there is no such draft.
    pub async fn draft_remove(&self, item: ItemId) -> Answer<Register> {
        let mut table = self.table().await?;
        let (who, _) = table.sitting.alone()?;
        table.draft(item).await?;
        let outcome = table.sitting.commit_own(who, self.now(), vec![OwnChange::ItemRemoved { item }]).await;
        self.saved(outcome)?;
        Ok(self.register_of(&mut table).await?)
    }

    /// The draft beside what it changes, as that stands now.
    fn opened_draft(&self, shelf: &Shelf, who: Person, item: ItemId, mut draft: DraftBody) -> Draft {
        let target = draft.of.and_then(|of| changeable(shelf, who, of.item));
        let (moved, over) = match (draft.of, target) {
            (Some(of), Some(row)) => (row.n != of.n, false),
            (of, _) => (false, of.is_some()),
        };
        let now = target.and_then(|row| Body::read(&row.body));
        draft.of = target.map(|row| Of { item: row.id, n: row.n });
        let replaces = if let Body::Proposal(body) = &draft.draft { body.replaces } else { None };
        let old = replaces.and_then(|old| shelf.items().iter().find(|row| row.id == old));
        Draft {
            item: item.to_string(),
            words: wire::words(&draft.draft),
            of: draft.of.map(|of| DraftOf { item: of.item.to_string(), n: of.n }),
            replaces: old.map(|row| Replaced { item: row.id.to_string(), name: row.title.clone() }),
            now: now.as_ref().map(wire::words),
            people: vec![],
            most: self.most(shelf, replaces),
            moved,
            over,
        }
    }

    /// The most days to the review: as the exercise says that the replaced agreement came from (E32).
    fn most(&self, shelf: &Shelf, replaces: Option<ItemId>) -> u32 {
        let old = replaces.and_then(|old| shelf.items().iter().find(|row| row.id == old));
        old.map_or(REVIEW_MOST, |row| self.review_days(shelf, row).1)
    }
}

impl Table {
    /// One's own draft.
    async fn draft(&mut self, item: ItemId) -> Result<DraftBody, Code> {
        let (_, own) = self.sitting.alone()?;
        let row = own.item(item).await?.filter(|row| row.removed.is_none());
        row.as_ref().and_then(DraftBody::read).ok_or(Code::Unknown)
    }

    /// The draft that changes this already, if one was begun.
    async fn draft_about(&mut self, of: ItemId) -> Result<Option<(ItemId, DraftBody)>, Code> {
        let (_, own) = self.sitting.alone()?;
        let drafts = own.items().await?.into_iter().filter_map(|row| Some((row.id, DraftBody::read(&row)?)));
        let about = |draft: &DraftBody| {
            let replaces = matches!(&draft.draft, Body::Proposal(body) if body.replaces == Some(of));
            draft.of.is_some_and(|at| at.item == of) || (replaces && draft.of.is_none())
        };
        Ok(drafts.into_iter().rfind(|(_, draft)| about(draft)))
    }
}

fn id(text: &str) -> Result<ItemId, Code> {
    text.parse().map_err(|_| Code::Unknown)
}

/// What somebody may write a new version of: their own limit in force, or the other's open proposal.
fn changeable(shelf: &Shelf, who: Person, item: ItemId) -> Option<&ItemRow> {
    let row = shelf.items().iter().find(|row| row.id == item)?;
    let own_limit = GivenLimit::read(row).is_some_and(|limit| limit.writer == who && !limit.ended);
    let others_proposal = deals::proposal(row).is_some_and(|proposal| proposal.acts(who).contains(&Act::Change));
    (own_limit || others_proposal).then_some(row)
}

fn in_ours(shelf: &Shelf, of: Option<Of>, body: &Body) -> Option<Body> {
    let of = match (of, body) {
        (Some(of), _) => of.item,
        (None, Body::Proposal(body)) => body.replaces?,
        (None, Body::Limit(_)) => return None,
    };
    shelf.items().iter().find(|row| row.id == of).and_then(|row| Body::read(&row.body))
}

fn fresh(shelf: &Shelf, who: Person, begin: Begin) -> Result<DraftBody, Code> {
    let new = |draft| Ok(DraftBody { draft, of: None });
    match begin {
        Begin::Limit {} => new(Body::Limit(hearth_domain::LimitText::default())),
        Begin::Proposal {} => new(Body::Proposal(ProposalBody::default())),
        Begin::GoOn { .. } => Err(Code::Unknown),
        Begin::ChangeLimit { item } | Begin::Suggest { item } => {
            let row = changeable(shelf, who, id(&item)?).ok_or(Code::Unknown)?;
            let draft = Body::read(&row.body).ok_or(Code::Unknown)?;
            Ok(DraftBody { draft, of: Some(Of { item: row.id, n: row.n }) })
        }
        Begin::Change { item } => {
            let old = id(&item)?;
            let row = shelf.in_force().find(|row| row.id == old).ok_or(Code::Unknown)?;
            new(Body::Proposal(ProposalBody { replaces: Some(old), ..again(row) }))
        }
    }
}

/// The words of an agreement, to begin a change with. An exercise wrote lines; they become one text.
fn again(row: &ItemRow) -> ProposalBody {
    if let Some(Body::Proposal(body)) = Body::read(&row.body) {
        return body;
    }
    let lines: Vec<String> = items::rows(&row.body).into_iter().flat_map(|row| row.lines).collect();
    let mut body = ProposalBody::default();
    body.text.name.clone_from(&row.title);
    body.text.what = lines.join("\n");
    body
}

/// The changes that put a draft into Ours. What is there already, after a program that ended half-way, is not put twice.
fn put(shelf: &Shelf, who: Person, item: ItemId, draft: DraftBody) -> Result<Batch, Code> {
    let mut batch = Batch::default();
    let at = draft.of.map_or_else(|| deals::given_as(item), |of| of.item);
    let row = shelf.items().iter().find(|row| row.id == at);
    let there = row.filter(|row| row.author == who).and_then(|row| Body::read(&row.body));
    if there.as_ref() == Some(&draft.draft) {
        return Ok(batch);
    }
    if let Some(of) = draft.of {
        changeable(shelf, who, of.item).filter(|row| row.n == of.n).ok_or(Code::Moved)?;
    } else if row.is_some() {
        return Err(Code::Moved);
    }
    let n = row.map_or(1, |row| row.n + 1);
    let mut body = draft.draft.item(at, if matches!(draft.draft, Body::Limit(_)) { "given" } else { "proposed" });
    if let Body::Proposal(ProposalBody { text, replaces }) = draft.draft {
        let old = replaces.and_then(|old| shelf.in_force().find(|row| row.id == old));
        // The exercise goes along: what builds on its agreement builds on the one that takes its place.
        (body.run, body.step) = (old.and_then(|row| row.run), old.and_then(|row| row.step.clone()));
        body.body = json!(Body::Proposal(ProposalBody { text, replaces: old.map(|row| row.id) }));
    }
    let digest = deals::written(&body.kind, &body.title, &body.body);
    batch.own.of_mut(who).push(OwnChange::Receipt { item: at, n, digest });
    batch.ours.push(OursChange::ItemPut(body));
    Ok(batch)
}

fn too_long(body: &Body) -> bool {
    let parts: [&str; 3] = match body {
        Body::Limit(text) => [&text.name, &text.when, &text.will],
        Body::Proposal(body) => [&body.text.name, &body.text.what, &body.text.ending],
    };
    parts.iter().any(|part| part.chars().count() > LETTERS)
}

fn tips(body: &Body) -> Vec<Tip> {
    match body {
        Body::Limit(text) => {
            [tips_about_the_other("when", &text.when, false), tips_about_the_other("will", &text.will, true)].concat()
        }
        Body::Proposal(body) => {
            let of = |part, text: &str| tips_about_the_other(part, text, false);
            [of("what", &body.text.what), of("ending", &body.text.ending)].concat()
        }
    }
}

fn missing(body: &Body, no_day: bool, most: u32) -> Vec<String> {
    let none = |text: &str| text.trim().is_empty();
    let parts = match body {
        Body::Limit(text) => vec![("name", none(&text.name)), ("will", none(&text.will))],
        Body::Proposal(ProposalBody { text, .. }) => vec![
            ("name", none(&text.name)),
            ("what", none(&text.what)),
            ("from", no_day),
            ("review", !(1..=most.min(REVIEW_MOST)).contains(&text.review_days)),
        ],
    };
    parts.into_iter().filter(|(_, missing)| *missing).map(|(part, _)| part.to_owned()).collect()
}
