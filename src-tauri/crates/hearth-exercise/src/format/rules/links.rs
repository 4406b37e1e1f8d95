//! Names that point at other places: they exist, they come earlier, they are of the right kind.

use crate::condition::{Expr, Literal, Op, Term};
use crate::format::build::Draft;
use crate::format::finding::{Code, Findings};
use crate::format::grammar::{BLOCKS, PREFIXES};
use crate::model::{Action, Agree, Choose, Items, Kind, Need, Reveal, Source, Step};

pub(super) fn check(draft: &Draft, found: &mut Findings) {
    for (place, at, step) in draft.steps() {
        let mut links = Links { draft, found, place, at, step };
        links.step();
    }
    products(draft, found);
    needs(draft, found);
}

struct Links<'a, 'f> {
    draft: &'a Draft,
    found: &'f mut Findings,
    place: usize,
    at: String,
    step: &'a Step,
}

impl<'a> Links<'a, '_> {
    fn step(&mut self) {
        self.prefix();
        self.conditions();
        self.branches();
        self.kind();
    }

    /// The prefixes of the blocks are theirs, so that ids never clash.
    fn prefix(&mut self) {
        if let Some(block) = &self.step.block {
            let prefix = BLOCKS.iter().position(|b| b == block).map(|n| PREFIXES[n]);
            if !prefix.is_some_and(|p| self.step.id.starts_with(p)) {
                let message = format!("Step {} is no step of the block {block}.", self.step.id);
                self.error(Code::Block, "block", message);
            }
        }
        let taken = PREFIXES.iter().find(|p| self.step.id.starts_with(**p)).filter(|_| self.step.block.is_none());
        if let Some(prefix) = taken {
            let message =
                format!("Step {}: ids that start with \"{prefix}\" belong to the standard blocks.", self.step.id);
            self.error(Code::BadId, "id", message);
        }
    }

    fn conditions(&mut self) {
        if let Some(condition) = &self.step.show_if {
            self.condition(condition, "show_if", self.place);
        }
        for (n, branch) in self.step.then.iter().enumerate() {
            // A branch is read after its step was shown, so it may read that step's own answer.
            branch.when.iter().for_each(|c| self.condition(c, &format!("then/{n}/if"), self.place + 1));
        }
    }

    fn condition(&mut self, condition: &Expr, key: &str, before: usize) {
        for id in condition.reads() {
            let place = self.draft.place(id.strip_suffix(".reply").unwrap_or(id));
            if place.is_none_or(|p| p >= before) {
                let message = format!("Step {} depends on a step that does not come before it ({id}).", self.step.id);
                self.error(Code::NotEarlier, key, message);
            }
        }
        condition.pieces().into_iter().for_each(|piece| self.piece(piece, key));
    }

    /// An option that does not exist would never be chosen, so the step would never be shown.
    fn piece(&mut self, piece: &Expr, key: &str) {
        match piece {
            Expr::People { step, value, op, .. } => self.options(step, *op, value, key),
            Expr::Compare { left: Term::Step(id), op, right: Term::Literal(value) } => {
                self.options(id, *op, value, key);
            }
            Expr::Compare { left: Term::Literal(value), op, right: Term::Step(id) } => {
                self.options(id, *op, value, key);
            }
            Expr::Clear(gate) if self.other(gate).is_some_and(|s| !matches!(s.kind, Kind::Gate(_))) => {
                self.error(Code::Condition, key, format!("Step {}: \"{gate}\" is not a gate.", self.step.id));
            }
            _ => {}
        }
    }

    fn options(&mut self, id: &str, op: Op, value: &Literal, key: &str) {
        let Some(step) = self.other(id) else { return };
        let wanted: Vec<&String> = match value {
            Literal::Int(_) => return self.number(step.id.clone(), matches!(step.kind, Kind::Scale(_)), key),
            Literal::Option(one) => vec![one],
            Literal::Options(all) => all.iter().collect(),
        };
        if !matches!(op, Op::Equal | Op::In) {
            return self.error(Code::Condition, key, format!("Step {}: options have no order.", self.step.id));
        }
        let Some(known) = option_ids(step) else { return };
        for option in wanted.into_iter().filter(|o| !known.contains(&o.as_str())) {
            let message = format!("Step {}: \"{id}\" has no option \"{option}\".", self.step.id);
            self.error(Code::Condition, key, message);
        }
    }

    fn number(&mut self, id: String, scale: bool, key: &str) {
        if !scale {
            let message = format!("Step {}: \"{id}\" has no number to compare.", self.step.id);
            self.error(Code::Condition, key, message);
        }
    }

    fn branches(&mut self) {
        for (n, branch) in self.step.then.iter().enumerate() {
            let key = format!("then/{n}");
            match &branch.action {
                Some(Action::Repeat { from, .. }) => self.earlier(from, &key, true),
                Some(Action::Start(slug)) if *slug == self.draft.exercise.slug => {
                    let message = format!("Step {}: an exercise does not start itself.", self.step.id);
                    self.error(Code::NotEarlier, &format!("{key}/start"), message);
                }
                Some(Action::Lower(step)) => {
                    self.earlier(step, &key, true);
                    self.wants(
                        step,
                        &key,
                        "a choice with use = \"lower\"",
                        |k| matches!(k, Kind::Choose(c) if c.lower),
                    );
                }
                _ => {}
            }
        }
    }

    fn kind(&mut self) {
        match &self.step.kind {
            Kind::Guide(guide) => guide.join.iter().for_each(|id| self.earlier(id, "join", false)),
            Kind::Choose(choose) => self.choose(choose),
            Kind::Checklist(list) => self.items(&list.items, "from"),
            Kind::Table(table) => {
                table.rows.iter().for_each(|rows| self.items(rows, "from"));
                table.begin.iter().for_each(|s| self.source(s, "begin"));
            }
            Kind::Turn(turn) => {
                if let Some(swap) = &turn.swap {
                    self.swap(&swap.from, &swap.to);
                }
            }
            Kind::Mirror(mirror) => mirror.from.iter().for_each(|id| self.earlier(id, "from", false)),
            Kind::Agree(agree) => self.agree(agree),
            Kind::Schedule(schedule) => schedule.from.iter().for_each(|s| self.source(s, "from")),
            Kind::Reveal(reveal) => self.reveal(reveal),
            _ => {}
        }
    }

    fn choose(&mut self, choose: &Choose) {
        self.items(&choose.options, "from");
        choose.per.iter().for_each(|s| self.source(s, "per"));
        let Items::From(Source::Step(id)) = &choose.options else { return };
        let Some(Kind::Table(table)) = self.other(id).map(|s| &s.kind) else { return };
        let columns: Vec<_> = table.columns.iter().map(|c| c.id.clone()).collect();
        for column in choose.only.iter().flat_map(Expr::reads).filter(|c| !columns.iter().any(|known| known == c)) {
            let message = format!("Step {}: \"{id}\" has no column \"{column}\".", self.step.id);
            self.error(Code::Condition, "only", message);
        }
    }

    fn swap(&mut self, from: &str, to: &str) {
        let (first, last) = (self.draft.place(from), self.draft.place(to));
        let (Some(first), Some(last)) = (first, last) else {
            return self.error(
                Code::UnknownReference,
                "swap",
                format!("Step {}: swap names a step that does not exist.", self.step.id),
            );
        };
        if first > last || last > self.place {
            let message =
                format!("Step {}: swap runs from an earlier step to a later one, up to this one.", self.step.id);
            self.error(Code::NotEarlier, "swap", message);
        }
    }

    fn agree(&mut self, agree: &Agree) {
        agree.from.iter().for_each(|id| self.earlier(id, "from", false));
        if let Some(yes) = &agree.yes {
            self.earlier(yes, "yes", false);
            self.wants(yes, "yes", "a consent", |k| matches!(k, Kind::Consent(_)));
        }
        self.review(agree);
    }

    /// E32: never over 90 days, 60 for openness, 30 for time apart.
    fn review(&mut self, agree: &Agree) {
        let most = match self.draft.exercise.slug.as_str() {
            "openness-agreement" => 60,
            "separation-with-care" => 30,
            _ => 90,
        };
        if agree.review_max > most || agree.review_default > agree.review_max {
            let message = format!("Step {}: an agreement is looked at again within {most} days.", self.step.id);
            self.error(Code::Review, "review", message);
        }
    }

    fn reveal(&mut self, reveal: &Reveal) {
        reveal.items.iter().for_each(|s| self.source(s, "items"));
        if let Some(stars) = &reveal.stars {
            self.earlier(&stars.give, "stars", false);
            self.earlier(&stars.want, "stars", false);
        }
    }

    fn items(&mut self, items: &Items, key: &str) {
        if let Items::From(source) = items {
            self.source(source, key);
        }
    }

    fn source(&mut self, source: &Source, key: &str) {
        if let Source::Step(id) = source {
            self.earlier(id, key, false);
        }
    }

    fn earlier(&mut self, id: &str, key: &str, itself: bool) {
        let before = self.place + usize::from(itself);
        match self.draft.place(id.strip_suffix(".reply").unwrap_or(id)) {
            Some(place) if place < before => {}
            Some(_) => {
                let message = format!("Step {} uses a step that does not come before it ({id}).", self.step.id);
                self.error(Code::NotEarlier, key, message);
            }
            None => {
                self.error(Code::UnknownReference, key, format!("Step {}: there is no step \"{id}\".", self.step.id))
            }
        }
    }

    fn wants(&mut self, id: &str, key: &str, what: &str, fits: fn(&Kind) -> bool) {
        if self.other(id).is_some_and(|s| !fits(&s.kind)) {
            self.error(Code::UnknownReference, key, format!("Step {}: \"{id}\" is not {what}.", self.step.id));
        }
    }

    fn other(&self, id: &str) -> Option<&'a Step> {
        self.draft.exercise.step(id)
    }

    fn error(&mut self, code: Code, key: &str, message: String) {
        self.found.error(code, &format!("{}/{key}", self.at), message, "");
    }
}

/// The ids a step's answer can hold, if the file fixes them.
fn option_ids(step: &Step) -> Option<Vec<&str>> {
    let options = match &step.kind {
        Kind::Choose(Choose { options: Items::Given(given), .. }) => given,
        Kind::Consent(consent) => &consent.options,
        Kind::Gate(gate) => &gate.options,
        Kind::Checklist(list) => match &list.items {
            Items::Given(given) => given,
            Items::From(_) => return None,
        },
        Kind::Scale(_) | Kind::Text(_) => return Some(Vec::new()),
        _ => return None,
    };
    let added = ["other", "rather-not-say"];
    Some(options.iter().map(|o| o.id.as_str()).chain(added).collect())
}

fn products(draft: &Draft, found: &mut Findings) {
    for (n, product) in draft.exercise.products.iter().enumerate() {
        for id in product.from.iter().filter(|id| draft.place(id.strip_suffix(".reply").unwrap_or(id)).is_none()) {
            found.error(
                Code::UnknownReference,
                &format!("/product/{n}/from"),
                format!("There is no step \"{id}\"."),
                "",
            );
        }
    }
}

/// It would wait for itself and never open.
fn needs(draft: &Draft, found: &mut Findings) {
    for (n, need) in draft.exercise.needs.iter().enumerate() {
        let (Need::Agreed(slug) | Need::Done { slug, .. }) = need else { continue };
        if *slug == draft.exercise.slug {
            let message = "This exercise needs itself, so it could never open.";
            found.error(Code::UnknownReference, &format!("/needs/{n}"), message, "Leave that need out.");
        }
    }
}
