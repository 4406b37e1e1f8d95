//! The input of a page, made of the step and of what its reader may see.

use hearth_domain::{Person, Visibility};

use super::reveal::ADDED_REPLIES;
use super::{Cast, Run, World};
use crate::model::{
    Choice, Choose, Close, Column, ColumnKind, Guide, Kind, MirrorMode, PauseForm, Record, Reveal, Schedule, Source,
    Step, Table,
};
use crate::page::{Ask, ColumnView, FromColumn, Opt, OptGroup, RecapRow};

/// The list behind "Signs we need more help" (CR35).
const MORE_HELP: [&str; 2] = ["morehelp", "L-morehelp"];
/// Most characters of a short and a long text.
const CHARS: [u32; 2] = [280, 4000];

impl Run {
    pub(super) fn ask(&self, at: usize, viewer: Option<Person>, world: &World) -> Ask {
        let step = self.step(at);
        match &step.kind {
            Kind::Guide(kind) => self.ask_guide(kind, viewer, world),
            Kind::Text(kind) => {
                Ask::Text { long: kind.long, max_chars: CHARS[usize::from(kind.long)], stems: kind.stems.clone() }
            }
            Kind::Choose(kind) => self.ask_choose(kind, viewer, world),
            Kind::Scale(kind) => Ask::Scale {
                low: kind.low.clone(),
                high: kind.high.clone(),
                min: i32::try_from(kind.min).unwrap_or(0),
                max: i32::try_from(kind.max).unwrap_or(10),
            },
            Kind::Words(kind) => {
                Ask::Words { groups: self.groups(&kind.lexicon), min: kind.min, max: kind.max, own: kind.own }
            }
            Kind::Checklist(kind) => Ask::Checklist {
                items: opts(&self.options(&kind.items, None, viewer, world)),
                states: opts(&kind.states),
                need_all: kind.need_all,
            },
            Kind::Table(kind) => self.ask_table(at, kind, viewer, world),
            Kind::Consent(kind) => Ask::Consent { options: opts(&kind.options), text: self.agreed_by(at, world) },
            Kind::Gate(kind) => Ask::Gate { options: with_rather_not(opts(&kind.options)), max: kind.max },
            Kind::Letter(kind) => {
                Ask::Letter { parts: kind.parts.iter().map(|p| opt(&p.id, &p.label)).collect(), tip_min: kind.tip_min }
            }
            Kind::Pause(kind) => {
                Ask::Pause { form: form(kind.form).to_owned(), seconds: kind.seconds, body: kind.body.clone() }
            }
            Kind::Schedule(kind) => self.ask_date(kind, viewer, world),
            Kind::Close(kind) => self.ask_close(kind, world),
            Kind::Reveal(_) => self.ask_picks(at, viewer, world),
            Kind::Agree(_) => {
                Ask::Consent { options: opts(&self.yes_options(at)), text: self.agreement_rows(at, world) }
            }
            Kind::Turn(_) | Kind::Mirror(_) => Ask::Guide {
                body: String::new(),
                items: Vec::new(),
                ack: false,
                not_now: false,
                lines: Vec::new(),
                join: Vec::new(),
            },
        }
    }

    fn ask_guide(&self, kind: &Guide, viewer: Option<Person>, world: &World) -> Ask {
        Ask::Guide {
            body: kind.body.clone(),
            items: kind.items.iter().map(|i| i.label.clone()).collect(),
            ack: kind.ack,
            not_now: kind.not_now,
            lines: kind.lines.clone(),
            join: kind.join.iter().flat_map(|id| self.joined(id, viewer, world)).collect(),
        }
    }

    /// Earlier answers as this reader may see them: own ones in a turn, shared ones for both.
    fn joined(&self, id: &str, viewer: Option<Person>, world: &World) -> Vec<RecapRow> {
        let Some(at) = self.position(id) else { return Vec::new() };
        let own = viewer.and_then(|who| Some((who, self.answer_of(who, at)?)));
        match own {
            Some((who, value)) => self.rows_of(self.step(at), value, Some(who), world),
            None => self.recap_of(at, world),
        }
    }

    fn recap_of(&self, at: usize, world: &World) -> Vec<RecapRow> {
        let step = self.step(at);
        if matches!(step.kind, Kind::Reveal(_)) {
            return Vec::new(); // What was shown has its own place; its ids are those of other steps.
        }
        let kept = self.book.kept(&step.id).into_iter();
        kept.flat_map(|(by, shared)| self.rows_of(step, shared.value(), by, world)).collect()
    }

    fn ask_choose(&self, kind: &Choose, viewer: Option<Person>, world: &World) -> Ask {
        let choices = self.options(&kind.options, kind.only.as_ref(), viewer, world);
        let quiet = matches!(kind.visibility, Visibility::Eph | Visibility::Priv | Visibility::Seal);
        let options = opts(&choices);
        Ask::Choose {
            options: if quiet && !choices.iter().any(|c| c.exclusive) { with_rather_not(options) } else { options },
            min: kind.min,
            max: kind.max,
            rank: kind.rank,
            other: kind.other,
            rows: kind.per.as_ref().map(|per| opts(&self.rows_from(per, None, viewer, world))).unwrap_or_default(),
        }
    }

    fn groups(&self, lexicon: &str) -> Vec<OptGroup> {
        let groups = self.exercise.lexicons.get(lexicon).map(Vec::as_slice).unwrap_or_default();
        groups.iter().map(|g| OptGroup { name: g.name.clone(), words: g.words.clone() }).collect()
    }

    fn ask_table(&self, at: usize, kind: &Table, viewer: Option<Person>, world: &World) -> Ask {
        let rows = kind.rows.as_ref().map(|rows| self.options(rows, None, viewer, world)).unwrap_or_default();
        let begin = kind.begin.as_ref().map(|from| self.rows_from(from, None, viewer, world)).unwrap_or_default();
        Ask::Table {
            columns: kind.columns.iter().map(column).collect(),
            rows: opts(&rows),
            begin: begin.into_iter().map(|choice| choice.label).collect(),
            min_rows: kind.min_rows,
            max_rows: kind.max_rows,
            accept: kind.accept,
            answers: if kind.accept { self.row_answers(at) } else { Default::default() },
        }
    }

    fn ask_date(&self, kind: &Schedule, viewer: Option<Person>, world: &World) -> Ask {
        let from = kind.from.as_ref().map(|from| self.rows_from(from, None, viewer, world)).unwrap_or_default();
        let named = from.first().map(|c| c.label.clone());
        Ask::Schedule { what: kind.what.clone().or(named), repeat: kind.repeat, earliest: world.today.to_string() }
    }

    fn ask_close(&self, kind: &Close, world: &World) -> Ask {
        let joint = self.cast.joint();
        let recap = (0..self.plan.steps.len()).flat_map(|at| self.recap_of(at, world));
        let lists = MORE_HELP.iter().find_map(|id| self.exercise.lists.get(*id));
        Ask::Close {
            body: kind.body.clone(),
            recap: if kind.recap && joint { recap.collect() } else { Vec::new() },
            keep: !joint && kind.keep && self.exercise.record == Record::Run,
            next: self.next_exercises(),
            more_help: lists.map(|l| l.iter().map(|c| c.label.clone()).collect()).unwrap_or_default(),
        }
    }

    fn ask_picks(&self, at: usize, viewer: Option<Person>, world: &World) -> Ask {
        let who = viewer.or(if let Cast::Alone(me) = self.cast { Some(me) } else { None });
        let rows = who.map(|who| self.pick_rows(at, who, world)).unwrap_or_default();
        let letter = who.filter(|_| rows.is_empty()).and_then(|who| self.letter_waits(at, who, world));
        Ask::Picks { most: self.most_picks(at, rows.len()), rows, letter }
    }
}

pub(super) fn opt(id: &str, label: &str) -> Opt {
    Opt { id: id.to_owned(), label: label.to_owned(), exclusive: false }
}

pub(super) fn opts(choices: &[Choice]) -> Vec<Opt> {
    choices.iter().map(|c| Opt { id: c.id.clone(), label: c.label.clone(), exclusive: c.exclusive }).collect()
}

/// "Rather not say" counts as "not now", never as "yes, safe" (E20).
pub(super) const RATHER_NOT: &str = "rather-not-say";

fn with_rather_not(mut options: Vec<Opt>) -> Vec<Opt> {
    if !options.iter().any(|o| o.id == RATHER_NOT) {
        options.push(Opt { id: RATHER_NOT.to_owned(), label: String::new(), exclusive: true });
    }
    options
}

/// The reveal's replies and those that are always there (E18).
pub(super) fn replies(own: &[Choice]) -> Vec<Opt> {
    let added = ADDED_REPLIES.iter().filter(|id| !own.iter().any(|c| c.id == **id)).map(|id| opt(id, ""));
    opts(own).into_iter().chain(added).collect()
}

fn column(column: &Column) -> ColumnView {
    let input = match &column.kind {
        ColumnKind::Text => FromColumn::Text,
        ColumnKind::Number => FromColumn::Number,
        ColumnKind::Choose(options) => FromColumn::Choose { options: opts(options) },
        ColumnKind::Date => FromColumn::Date,
        ColumnKind::Who => FromColumn::Who,
    };
    ColumnView { id: column.id.clone(), label: column.label.clone(), input, required: column.required }
}

const fn form(form: PauseForm) -> &'static str {
    match form {
        PauseForm::Breath => "breath",
        PauseForm::Senses => "senses",
        PauseForm::Wave => "wave",
        PauseForm::Timer => "timer",
    }
}

pub(super) const fn mode(mode: MirrorMode) -> &'static str {
    match mode {
        MirrorMode::Gist => "gist",
        MirrorMode::Sense => "sense",
        MirrorMode::Feeling => "feeling",
    }
}

/// The questions a reveal is about.
pub(super) fn items_of<'a>(reveal: &'a Reveal, find: impl Fn(&str) -> Option<&'a Step>) -> Vec<String> {
    let id = |s: &Source| if let Source::Step(id) = s { find(id).map(|step| step.label.clone()) } else { None };
    reveal.items.iter().filter_map(id).collect()
}
