//! What this moment may show, and nothing else.

use hearth_domain::{Pair, Person, Visibility};

use super::ask::{items_of, mode, replies};
use super::place::{self, Mirror, Opening, Place, Rest, Shown, Spot, Task, Turn};
use super::plan::offers_from;
use super::{Cast, Run, Shared, World};
use crate::model::Kind;
use crate::page::{Ask, Audience, CheckButton, CheckRow, OpenedAnswer, Page, Phase, Progress, Talk};

impl Run {
    /// The moment the run is at. In a cover there is only a name (E2).
    #[must_use]
    pub fn phase(&self, world: &World) -> Phase {
        match &self.place {
            Place::Turn(turn) if !turn.in_hand => Phase::Cover { next: turn.who },
            Place::Turn(turn) => self.turn_phase(turn, world),
            Place::Page(at) => Phase::Page(Box::new(self.open_page(*at, self.ask(*at, None, world)))),
            Place::Talk(talk) => Phase::Talk(Box::new(self.talk_page(talk))),
            Place::Mirror(mirror) => Phase::Talk(Box::new(self.mirror_page(mirror))),
            Place::Opening(opening) => Phase::Talk(Box::new(self.opening_page(opening, world))),
            Place::Shown(shown) => Phase::Talk(Box::new(self.shown_now(shown))),
            Place::Agree(agree) => Phase::Page(Box::new(self.agree_page(agree, world))),
            Place::Rest(rest) => rest_phase(rest),
            Place::End(end) => {
                Phase::End { done: end.done, new_facts: end.new_facts, help: None, next: end.next.clone() }
            }
        }
    }

    fn turn_phase(&self, turn: &Turn, world: &World) -> Phase {
        match (turn.task, turn.spot) {
            (_, Spot::Help(at)) => Phase::Page(Box::new(self.help_page(turn, at))),
            (Task::Answer, Spot::Check) => self.check_phase(turn, world),
            (Task::Yes(agree), _) => {
                let at = self.yes_step(agree);
                let mut page = self.own_page(turn, at, world);
                page.label.clone_from(&self.step(at).label);
                page.audience = Some(Audience::NotKept);
                page.value = None;
                Phase::Page(Box::new(page))
            }
            (_, Spot::Page(at)) => Phase::Page(Box::new(self.own_page(turn, at, world))),
            (Task::Pick(_), Spot::Check) => Phase::Cover { next: turn.who },
        }
    }

    fn own_page(&self, turn: &Turn, at: usize, world: &World) -> Page {
        let mut page = self.page(at, self.ask(at, Some(turn.who), world));
        page.actor = Some(turn.who);
        if matches!(self.step(at).kind, Kind::Reveal(_)) {
            page.audience = Some(Audience::YouMayShow);
        }
        page.value = self.answer_of(turn.who, at).cloned();
        page.tips = page.value.as_ref().map(|value| self.tips(&self.step(at).id, value)).unwrap_or_default();
        page.back = turn.task == Task::Answer && turn.trail.iter().any(|p| *p < at);
        page.said = [self.said.clone(), self.said_to.of(turn.who).clone()].concat();
        page
    }

    fn help_page(&self, turn: &Turn, at: usize) -> Page {
        let words = turn.help.front().cloned();
        let label = words.as_ref().map(|w| w.title.clone()).unwrap_or_default();
        let ask = words.map_or_else(|| Ask::Consent { options: Vec::new(), text: Vec::new() }, Ask::Help);
        Page { actor: Some(turn.who), label, help: None, why: None, audience: None, ..self.page(at, ask) }
    }

    fn page(&self, at: usize, ask: Ask) -> Page {
        let step = self.step(at);
        Page {
            step: step.id.clone(),
            actor: self.actor(step),
            label: step.label.clone(),
            help: step.help.clone(),
            why: step.why.clone(),
            optional: step.optional,
            audience: step.kind.visibility().map(audience),
            said: self.said.clone(),
            ask,
            value: None,
            tips: Vec::new(),
            back: false,
            progress: self.progress(at),
        }
    }

    fn open_page(&self, at: usize, ask: Ask) -> Page {
        let mut page = self.page(at, ask);
        if let Cast::Alone(me) = self.cast {
            page.said.extend(self.said_to.of(me).clone());
        }
        let ours = self.book.ours_at(&self.step(at).id, self.lap, None).and_then(|o| o.value.as_ref());
        page.value = ours.map(|value| value.value().clone());
        page.tips = page.value.as_ref().map(|value| self.tips(&self.step(at).id, value)).unwrap_or_default();
        page
    }

    /// Only where no step of the part depends on anything, so that the count is sure (F6).
    fn progress(&self, at: usize) -> Option<Progress> {
        let sure = (0..self.plan.steps.len()).all(|p| {
            let step = self.step(p);
            step.show_if.is_none() && offers_from(step).is_none() && step.then.is_empty() && !step.once
        });
        let number = |n: usize| u32::try_from(n).ok();
        sure.then_some(())?;
        Some(Progress { step: number(at + 1)?, of: number(self.plan.steps.len())? })
    }

    fn check_phase(&self, turn: &Turn, world: &World) -> Phase {
        let kept: Vec<usize> = self.kept_steps(turn.group, turn.who, world).collect();
        let rows = kept.iter().map(|at| self.check_row(*at, turn.who, world)).collect();
        let vis = |v| kept.iter().any(|at| self.step(*at).kind.visibility() == Some(v));
        let button = if vis(Visibility::Seal) {
            CheckButton::Seal
        } else if vis(Visibility::Shared) {
            CheckButton::Done
        } else {
            CheckButton::Keep
        };
        Phase::Check { who: turn.who, rows, button }
    }

    fn check_row(&self, at: usize, who: Person, world: &World) -> CheckRow {
        let step = self.step(at);
        let own = self.book.own_at(who, &step.id, self.lap).and_then(|own| own.value.as_ref());
        let value = own.map(|value| value.value().clone());
        let lines = value.as_ref().map(|v| self.lines_of(&self.exercise, step, v, Some(who), world));
        let lines = lines.unwrap_or_default();
        let audience = step.kind.visibility().map_or(Audience::OnlyYou, audience);
        CheckRow { step: step.id.clone(), label: step.label.clone(), lines, audience, value }
    }

    fn talk_page(&self, talk: &place::Talk) -> Talk {
        let step = self.step(talk.at);
        let Kind::Turn(turn) = &step.kind else { return nothing_shown(&step.id) };
        Talk::Turn {
            step: step.id.clone(),
            label: step.label.clone(),
            speaker: talk.speakers.front().copied().flatten(),
            seconds: turn.seconds,
            say: turn.say.clone(),
            listen: turn.listen.clone(),
            offer_more: self.offers_more(talk.at),
            more: pressed(&talk.more),
            back: false,
            progress: self.progress(talk.at),
        }
    }

    fn mirror_page(&self, mirror: &Mirror) -> Talk {
        let step = self.step(mirror.at);
        let Kind::Mirror(kind) = &step.kind else { return nothing_shown(&step.id) };
        Talk::Mirror {
            step: step.id.clone(),
            label: step.label.clone(),
            mode: mode(kind.mode).to_owned(),
            speaker: self.speaker_of_mirror(mirror.at),
            frames: kind.frames.clone(),
            attempt: self.attempt(mirror.at).min(kind.tries.max(1)),
            two_sentences: self.two_sentences(mirror.at),
            progress: self.progress(mirror.at),
        }
    }

    fn opening_page(&self, opening: &Opening, world: &World) -> Talk {
        let step = self.step(opening.at);
        let Kind::Reveal(reveal) = &step.kind else { return nothing_shown(&step.id) };
        if let Some(opened) = self.opened_answer(opening, world) {
            return Talk::Opened(Box::new(opened));
        }
        let both = opening.ready.a && opening.ready.b;
        Talk::Ready {
            step: step.id.clone(),
            label: step.label.clone(),
            items: items_of(reveal, |id| self.exercise.step(id)),
            ready: pressed(&opening.ready),
            pick_first: both && !opening.rounds.is_empty(),
            nothing: opening.nothing.clone(),
        }
    }

    /// Reads from Ours only: what is not opened is not there.
    fn opened_answer(&self, opening: &Opening, world: &World) -> Option<OpenedAnswer> {
        let (id, by) = Self::opened_now(opening)?;
        let reveal = self.reveal_at(opening.at)?;
        let step = self.exercise.step(id)?;
        let value = self.book.ours_at(id, self.lap, Some(by)).and_then(|o| o.value.as_ref()).map(Shared::value);
        let lines = value.map(|v| self.lines_of(&self.exercise, step, v, Some(by), world)).unwrap_or_default();
        let left = (opening.rounds.len() * 2).saturating_sub(opening.page + 1);
        Some(OpenedAnswer {
            step: step.id.clone(),
            label: step.label.clone(),
            by,
            lines,
            replies: replies(&reveal.replies),
            reply: opening.reply.clone(),
            stars: self.stars(reveal, id, by),
            left: u32::try_from(left).unwrap_or(u32::MAX),
        })
    }

    fn shown_now(&self, shown: &Shown) -> Talk {
        let step = self.step(shown.at);
        let Some(page) = shown.pages.get(shown.page) else { return nothing_shown(&step.id) };
        Talk::Shown {
            step: step.id.clone(),
            label: step.label.clone(),
            rows: page.rows.clone(),
            stars: page.stars.clone(),
            replies: if page.by.is_some() { replies(&page.replies) } else { Vec::new() },
            replier: page.by.map(Person::other),
            reply: shown.reply.clone(),
        }
    }

    fn agree_page(&self, agree: &place::Agree, world: &World) -> Page {
        let kind = self.agreement_at(agree.at);
        let ask = Ask::Agree {
            lines: self.agreement_rows(agree.at, world),
            review_days: agree.review_days,
            review_max: kind.map_or(0, |k| k.review_max),
            confirmed: pressed(&agree.confirmed),
            cooloff_h: if self.first_visit(agree.at) { kind.map_or(0, |k| k.cooloff_h) } else { 0 },
        };
        self.page(agree.at, ask)
    }
}

fn nothing_shown(step: &str) -> Talk {
    Talk::Shown {
        step: step.to_owned(),
        label: String::new(),
        rows: Vec::new(),
        stars: Vec::new(),
        replies: Vec::new(),
        replier: None,
        reply: None,
    }
}

fn pressed(pressed: &Pair<bool>) -> Vec<Person> {
    Person::BOTH.into_iter().filter(|who| *pressed.of(*who)).collect()
}

fn rest_phase(rest: &Rest) -> Phase {
    Phase::Rest {
        cooloff: rest.cooloff,
        until: rest.until.map(|until| until.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
        back: pressed(&rest.back),
    }
}

const fn audience(visibility: Visibility) -> Audience {
    match visibility {
        Visibility::Eph => Audience::NotKept,
        Visibility::Priv => Audience::OnlyYou,
        Visibility::Offer => Audience::YouMayShow,
        Visibility::Seal => Audience::Sealed,
        Visibility::Shared => Audience::Both,
        Visibility::Ther => Audience::Therapist,
    }
}
