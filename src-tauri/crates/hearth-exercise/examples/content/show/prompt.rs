//! What one step asks, by its kind. One file because it is one table of the seventeen kinds.

use hearth_exercise::model::{
    Choice, Choose, Close, Column, ColumnKind, Exercise, Guide, Items, Kind, MirrorMode, PauseForm, Reveal, RevealMode,
    Source, Step, Table, Turn,
};

use super::conditions::{label, when};
use super::lines::Lines;
use crate::catalogue::Catalogue;

pub fn print(step: &Step, exercise: &Exercise, catalogue: &Catalogue, out: &mut Lines) {
    let page = Page { exercise, catalogue };
    match &step.kind {
        Kind::Guide(guide) => page.guide(guide, out),
        Kind::Text(text) => {
            out.say(4, if text.long { "Write, up to 4000 characters." } else { "Write a line or two." });
            out_all(out, &text.stems);
        }
        Kind::Choose(choose) => page.choose(choose, out),
        Kind::Scale(scale) => {
            out.say(4, &format!("{} ({}) to {} ({})", scale.min, scale.low, scale.max, scale.high));
        }
        Kind::Words(words) => {
            let own = if words.own { ", or your own" } else { "" };
            out.say(4, &format!("{} from the words for {}{own}:", count(words.min, words.max), words.lexicon));
            for group in exercise.lexicons.get(&words.lexicon).into_iter().flatten() {
                out.item(4, &format!("{}: {}", group.name, group.words.join(", ")));
            }
        }
        Kind::Checklist(list) => {
            let states: Vec<&str> = list.states.iter().map(|state| state.label.as_str()).collect();
            let all = if list.need_all { " It goes on when every one has the first." } else { "" };
            out.say(4, &format!("For each: {}.{all}", states.join(" / ")));
            page.items(&list.items, out);
        }
        Kind::Table(table) => page.table(table, out),
        Kind::Turn(turn) => page.turn(turn, out),
        Kind::Mirror(mirror) => {
            let how = match mirror.mode {
                MirrorMode::Gist => "Say back the main point.",
                MirrorMode::Sense => "Say why it makes sense.",
                MirrorMode::Feeling => "Say what it may feel like.",
            };
            out.say(4, how);
            out_all(out, &mirror.frames);
            let back =
                mirror.from.as_ref().map(|id| format!(" back to “{}”,", label(id, exercise))).unwrap_or_default();
            out.say(
                4,
                &format!(
                    "→ until the other says yes:{back} at most {} times; then two sentences, and on",
                    mirror.tries
                ),
            );
        }
        Kind::Consent(consent) => {
            choices(out, &consent.options);
            consent.lasts_days.iter().for_each(|days| out.say(4, &format!("A yes lasts {days} days.")));
        }
        Kind::Agree(agree) => {
            let from: Vec<String> = agree.from.iter().map(|id| format!("“{}”", label(id, exercise))).collect();
            out.say(4, &format!("The text is made of {}. Both confirm the same words.", from.join(", ")));
            let (days, most) = (agree.review_default, agree.review_max);
            out.say(4, &format!("Looked at again after {days} days, at most {most}."));
            if agree.cooloff_h > 0 {
                out.say(4, &format!("It rests for {} hours before it is confirmed.", agree.cooloff_h));
            }
        }
        Kind::Letter(letter) => {
            out.say(4, "A letter. Any part may stay empty:");
            letter.parts.iter().for_each(|part| out.item(4, &part.label));
            if letter.cooloff_h > 0 {
                out.say(4, &format!("It rests for {} hours before it can be shown.", letter.cooloff_h));
            }
        }
        Kind::Pause(pause) => {
            let form = match pause.form {
                PauseForm::Breath => "Breathe",
                PauseForm::Senses => "Notice with your senses",
                PauseForm::Wave => "Watch the wave",
                PauseForm::Timer => "Wait",
            };
            out.say(4, &format!("{form}, for {} seconds. It can be skipped.", pause.seconds));
            out.say(4, &pause.body);
        }
        Kind::Schedule(schedule) => {
            let again = if schedule.repeat { ", and it may repeat" } else { "" };
            let what = schedule.what.as_deref().map(|what| format!(" for: {what}")).unwrap_or_default();
            out.say(4, &format!("Choose a day{what}{again}."));
        }
        Kind::Reveal(reveal) => page.reveal(reveal, out),
        Kind::Gate(gate) => {
            out.say(4, if gate.max == 1 { "One of these:" } else { "Several may apply:" });
            choices(out, &gate.options);
        }
        Kind::Close(close) => page.close(close, out),
    }
}

struct Page<'a> {
    exercise: &'a Exercise,
    catalogue: &'a Catalogue,
}

impl Page<'_> {
    fn guide(&self, guide: &Guide, out: &mut Lines) {
        out.say(4, &guide.body);
        choices(out, &guide.items);
        guide.join.iter().for_each(|id| out.item(4, &format!("what was written in “{}”", label(id, self.exercise))));
        if !guide.lines.is_empty() {
            out.say(4, &format!("Help lines: {}.", guide.lines.join(", ").replace('_', " ")));
        }
        if guide.ack {
            out.say(4, "→ on by “I have read this”");
        }
        if guide.not_now {
            out.say(4, "→ or “Not now”: the calm end");
        }
    }

    fn choose(&self, choose: &Choose, out: &mut Lines) {
        let rank = if choose.rank { ", in order" } else { "" };
        let per = choose.per.as_ref().map(|source| format!(", for each row of {}", self.source(source)));
        out.say(4, &format!("{}{rank}{}:", count(choose.min, choose.max), per.unwrap_or_default()));
        self.items(&choose.options, out);
        if choose.other {
            out.item(4, "something else, in your own words");
        }
        if let Some(only) = &choose.only {
            out.say(4, &format!("Only rows {}.", when(only, self.exercise, self.catalogue)));
        }
        if choose.lower {
            out.say(4, "→ the gentler of the two choices counts, and nobody is told whose it was");
        }
    }

    fn table(&self, table: &Table, out: &mut Lines) {
        match &table.rows {
            Some(rows) => {
                out.say(4, "A row for each of these:");
                self.items(rows, out);
            }
            None => out.say(4, &format!("{} to {} rows of your own.", table.min_rows, table.max_rows)),
        }
        if let Some(from) = &table.begin {
            out.say(4, &format!("They begin with {}.", self.source(from)));
        }
        out.say(4, "In each row:");
        table.columns.iter().for_each(|one| out.item(4, &column(one)));
        if table.accept {
            out.say(4, "→ a row counts once the other agrees");
        }
    }

    fn turn(&self, turn: &Turn, out: &mut Lines) {
        out.say(4, &format!("Talk for {} seconds. Nothing is recorded.", turn.seconds));
        turn.say.iter().for_each(|line| out.item(4, &format!("who talks: {line}")));
        turn.listen.iter().for_each(|line| out.item(4, &format!("who listens: {line}")));
        turn.out.iter().for_each(|line| out.item(4, line));
        if let Some(swap) = &turn.swap {
            let (from, to) = (label(&swap.from, self.exercise), label(&swap.to, self.exercise));
            let more = if swap.more > 0 { "; more rounds if both want" } else { "" };
            out.say(4, &format!("→ then you change places, from “{from}” to “{to}”{more}"));
        }
    }

    fn reveal(&self, reveal: &Reveal, out: &mut Lines) {
        out.say(
            4,
            match reveal.mode {
                RevealMode::Sealed => "You both open, one answer at a time:",
                RevealMode::Picks => "Whoever wrote it ticks what to show. Showing nothing is a whole answer:",
                RevealMode::Overlap => "Only what you both chose is shown:",
                RevealMode::Match => "Only what one gives and the other wants is shown:",
            },
        );
        reveal.items.iter().for_each(|source| out.item(4, &self.source(source)));
        reveal.most.iter().for_each(|most| out.say(4, &format!("At most {most}.")));
        let own: Vec<&str> = reveal.replies.iter().map(|reply| reply.label.as_str()).collect();
        let replies = [own, vec!["Thank you", "I need time", "No reply"]].concat();
        out.say(4, &format!("The other may reply: {}", replies.join(" · ")));
    }

    fn close(&self, close: &Close, out: &mut Lines) {
        out.say(4, &close.body);
        if close.recap {
            out.say(4, "Shows what you wrote together.");
        }
        if close.keep {
            out.say(4, "Keep, or delete now.");
        }
        if !close.next.is_empty() {
            let next: Vec<String> = close.next.iter().map(|slug| format!("“{}”", self.catalogue.title(slug))).collect();
            out.say(4, &format!("→ offers: {}", next.join(", ")));
        }
        if close.list.is_some() {
            out.say(4, "→ a link: signs that we need more help");
        }
    }

    fn items(&self, items: &Items, out: &mut Lines) {
        match items {
            Items::Given(all) => choices(out, all),
            Items::From(source) => out.item(4, &self.source(source)),
        }
    }

    fn source(&self, source: &Source) -> String {
        match source {
            Source::Step(id) => format!("“{}”", label(id, self.exercise)),
            Source::OwnRun { slug, step } => {
                let there = self.catalogue.exercises.get(slug).and_then(|other| other.step(step));
                let words = there.map_or(step.as_str(), |step| step.label.as_str());
                format!("“{words}”, from your own last “{}”", self.catalogue.title(slug))
            }
            Source::AgreementsDue => "agreements that are due to be looked at".to_owned(),
        }
    }
}

fn column(column: &Column) -> String {
    let kind = match &column.kind {
        ColumnKind::Text => "words".to_owned(),
        ColumnKind::Number => "a number".to_owned(),
        ColumnKind::Date => "a day".to_owned(),
        ColumnKind::Who => "one of you".to_owned(),
        ColumnKind::Choose(all) => all.iter().map(|one| one.label.as_str()).collect::<Vec<_>>().join(" / "),
    };
    format!("{} ({kind})", column.label)
}

fn choices(out: &mut Lines, all: &[Choice]) {
    all.iter().for_each(|choice| out.item(4, &choice.label));
}

fn out_all(out: &mut Lines, all: &[String]) {
    all.iter().for_each(|line| out.item(4, line));
}

fn count(min: u32, max: u32) -> String {
    match (min, max) {
        (_, 1) => "Choose one".to_owned(),
        (min, max) if min == max => format!("Choose {min}"),
        (0, max) => format!("Choose up to {max}"),
        (min, max) => format!("Choose {min} to {max}"),
    }
}
