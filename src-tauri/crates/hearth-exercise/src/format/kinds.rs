//! A checked step document into its kind. What one kind asks of its own keys is checked here.

use std::collections::BTreeMap;

use hearth_domain::Visibility;

use super::doc::{Doc, plain, source};
use super::finding::{Code, Findings};
use super::grammar::MAX_ROWS;
use crate::model::{
    Agree, Checklist, Choice, Choose, Close, Column, ColumnKind, Consent, Gate, Guide, Items, Kind, LetterPart,
    LetterStep, Mirror, MirrorMode, Pause, PauseForm, Reveal, RevealMode, Scale, Schedule, Stars, Swap, Table, Text,
    Turn, Words,
};

/// Lists by id, as copied in.
pub(super) type Lists = BTreeMap<String, Vec<Choice>>;

/// One step on its way: its document, its place, and the lists it may name.
pub(super) struct Making<'a, 'f> {
    pub doc: Doc<'a>,
    pub at: &'a str,
    pub id: &'a str,
    pub lists: &'a Lists,
    pub found: &'f mut Findings,
}

/// Makes the kind, or reports why not.
pub(super) fn kind(mut making: Making<'_, '_>) -> Option<Kind> {
    let word = making.doc.text("kind")?;
    let visibility = making.visibility(word)?;
    making.kind(word, visibility)
}

/// Who may be the audience of a kind's value (`exercises.md` 1); empty where nothing is written.
const fn allowed(kind: &str) -> &'static [Visibility] {
    use Visibility::{Eph, Offer, Priv, Seal, Shared, Ther};
    match kind.as_bytes() {
        b"text" | b"table" => &[Priv, Offer, Seal, Shared, Ther],
        b"choose" => &[Eph, Priv, Offer, Seal, Shared, Ther],
        b"scale" => &[Eph, Priv, Seal],
        b"words" => &[Priv, Offer, Seal, Shared],
        b"checklist" => &[Priv, Seal, Shared, Ther],
        b"letter" => &[Priv, Offer, Ther],
        b"schedule" => &[Priv, Shared],
        b"agree" => &[Shared],
        b"consent" | b"gate" => &[Eph],
        _ => &[],
    }
}

impl Making<'_, '_> {
    fn error(&mut self, code: Code, key: &str, message: impl Into<String>, fix: &str) {
        self.found.error(code, &format!("{}/{key}", self.at), message, fix);
    }

    /// The visibility, `Eph` standing in where the kind has none; `None` after a report.
    fn visibility(&mut self, kind: &str) -> Option<Visibility> {
        let allowed = allowed(kind);
        let tokens: Vec<_> = allowed.iter().map(|v| v.token()).collect();
        let given = self.doc.text("visibility").and_then(Visibility::from_token);
        match given {
            None if allowed.is_empty() => Some(Visibility::Eph),
            Some(v) if allowed.contains(&v) => Some(v),
            None => self.wrong(
                "does not say who may read its answer",
                &format!("Write visibility = \"{}\".", tokens.join("\" or \"")),
            ),
            Some(_) if allowed.is_empty() => self.wrong("has no answer, so nobody reads one", "Leave visibility out."),
            Some(_) => self.wrong("cannot have this visibility", &format!("Use {}.", tokens.join(" or "))),
        }
    }

    fn wrong(&mut self, what: &str, fix: &str) -> Option<Visibility> {
        let message = format!("Step {} {what}.", self.id);
        self.error(Code::Visibility, "visibility", message, fix);
        None
    }

    fn kind(&mut self, word: &str, visibility: Visibility) -> Option<Kind> {
        Some(match word {
            "guide" => Kind::Guide(self.guide()),
            "text" => Kind::Text(self.text(visibility)),
            "choose" => Kind::Choose(self.choose(visibility)?),
            "scale" => Kind::Scale(self.scale(visibility)?),
            "words" => Kind::Words(self.words(visibility)?),
            "checklist" => Kind::Checklist(self.checklist(visibility)?),
            "table" => Kind::Table(self.table(visibility)?),
            "turn" => Kind::Turn(self.turn()),
            "mirror" => Kind::Mirror(self.mirror()),
            "consent" => Kind::Consent(self.consent()?),
            "agree" => Kind::Agree(self.agree()?),
            "letter" => Kind::Letter(self.letter(visibility)),
            "pause" => Kind::Pause(self.pause()),
            "schedule" => Kind::Schedule(self.schedule(visibility)),
            "reveal" => Kind::Reveal(self.reveal()),
            "gate" => Kind::Gate(self.gate()?),
            "close" => Kind::Close(self.close()),
            _ => return None,
        })
    }

    fn guide(&mut self) -> Guide {
        let doc = self.doc;
        Guide {
            body: doc.string("body"),
            items: self.given("items").unwrap_or_default(),
            ack: doc.flag("ack"),
            not_now: doc.flag("not_now"),
            lines: doc.strings("lines"),
            join: doc.strings("join"),
        }
    }

    fn text(&self, visibility: Visibility) -> Text {
        let doc = self.doc;
        let long = doc.text("size") == Some("long");
        Text { visibility, long, stems: doc.strings("stems"), soft_check: doc.strings("soft_check") }
    }

    fn choose(&mut self, visibility: Visibility) -> Option<Choose> {
        let doc = self.doc;
        let options = self.items("options", true)?;
        let (min, max) = (doc.count("min").unwrap_or(1), doc.count("max").unwrap_or(1));
        let lower = doc.text("use") == Some("lower");
        if let Items::Given(given) = &options {
            self.enough(min, max, given.len() + usize::from(doc.flag("other")));
        } else {
            self.enough(min, max, usize::MAX);
        }
        if lower && (max != 1 || matches!(options, Items::From(_))) {
            self.error(
                Code::Range,
                "use",
                format!("Step {}: the lower of two needs one choice from a list.", self.id),
                "",
            );
        }
        if doc.has("only") && !doc.has("from") {
            self.error(Code::Condition, "only", format!("Step {}: \"only\" needs \"from\".", self.id), "");
        }
        let only = doc.condition("only");
        let (rank, other) = (doc.flag("rank"), doc.flag("other"));
        Some(Choose { visibility, options, only, per: doc.source("per"), min, max, rank, other, lower })
    }

    fn enough(&mut self, min: u32, max: u32, of: usize) {
        if min > max || min as usize > of {
            let message = format!("Step {}: fewest {min} and most {max} do not fit together.", self.id);
            self.error(Code::Range, "min", message, "\"min\" is at most \"max\" and the number of options.");
        }
    }

    fn scale(&mut self, visibility: Visibility) -> Option<Scale> {
        let doc = self.doc;
        let (min, max) = (doc.integer("min").unwrap_or(0), doc.integer("max").unwrap_or(10));
        if min >= max {
            let message = format!("Step {}: the scale needs a lower start than end.", self.id);
            self.error(Code::Scale, "min", message, "");
            return None;
        }
        if max - min > 20 {
            let message = format!("Step {}: the scale has {} points; the limit is 21.", self.id, max - min + 1);
            self.error(Code::Scale, "max", message, "");
            return None;
        }
        Some(Scale { visibility, low: doc.string("low"), high: doc.string("high"), min, max })
    }

    fn words(&mut self, visibility: Visibility) -> Option<Words> {
        let doc = self.doc;
        let (min, max) = (doc.count("min").unwrap_or(1), doc.count("max")?);
        self.enough(min, max, usize::MAX);
        let own = !doc.has("own") || doc.flag("own");
        Some(Words { visibility, lexicon: doc.string("lexicon"), min, max, own })
    }

    fn checklist(&mut self, visibility: Visibility) -> Option<Checklist> {
        let items = self.items("items", true)?;
        let mut states = self.doc.choices("states");
        if states.is_empty() {
            states = plain(&[("yes", "Yes"), ("not-yet", "Not yet"), ("not-for-us", "Not for us")]);
        }
        Some(Checklist { visibility, items, states, need_all: self.doc.flag("need_all") })
    }

    fn table(&mut self, visibility: Visibility) -> Option<Table> {
        let doc = self.doc;
        let rows =
            if ["rows", "list", "from"].iter().any(|k| doc.has(k)) { Some(self.items("rows", true)?) } else { None };
        let columns: Option<Vec<_>> = doc.docs("columns").enumerate().map(|(n, c)| self.column(c, n)).collect();
        let min_rows = doc.count("min_rows").unwrap_or(0);
        let max_rows = doc.integer("max_rows").unwrap_or(MAX_ROWS.min(20).max(i64::from(min_rows))) as u32;
        if min_rows > max_rows {
            let message = format!("Step {}: \"min_rows\" is more than \"max_rows\".", self.id);
            self.error(Code::Range, "min_rows", message, "");
        }
        let (columns, begin) = (columns?, doc.source("begin"));
        let named = columns.first().is_some_and(|c| c.kind == ColumnKind::Text);
        if begin.is_some() && (rows.is_some() || !named) {
            let message = format!("Step {}: \"begin\" needs open rows and a first column of text.", self.id);
            self.error(Code::Range, "begin", message, "");
        }
        Some(Table { visibility, columns, rows, begin, min_rows, max_rows, accept: doc.flag("accept") })
    }

    fn column(&mut self, doc: Doc<'_>, n: usize) -> Option<Column> {
        let kind = match doc.text("kind")? {
            "number" => ColumnKind::Number,
            "date" => ColumnKind::Date,
            "who" => ColumnKind::Who,
            "choose" => ColumnKind::Choose(self.column_options(doc, n)?),
            _ => ColumnKind::Text,
        };
        let soft_check = doc.strings("soft_check");
        Some(Column {
            id: doc.string("id"),
            label: doc.string("label"),
            kind,
            required: doc.flag("required"),
            soft_check,
        })
    }

    fn column_options(&mut self, doc: Doc<'_>, n: usize) -> Option<Vec<Choice>> {
        let listed = doc.text("list").and_then(|id| self.lists.get(id)).cloned();
        let options = listed.unwrap_or_else(|| doc.choices("options"));
        if options.is_empty() {
            let message = format!("Step {}: a column to choose from has no options.", self.id);
            self.error(Code::Missing, &format!("columns/{n}"), message, "Add options, or list = \"…\".");
            return None;
        }
        Some(options)
    }

    fn turn(&self) -> Turn {
        let doc = self.doc;
        let swap = doc.doc("swap").map(|s| Swap {
            from: s.string("from"),
            to: s.string("to"),
            more: s.count("more").unwrap_or(0),
        });
        let (say, listen) = (doc.strings("say"), doc.strings("listen"));
        Turn { seconds: doc.count("seconds").unwrap_or(60), say, listen, out: doc.maybe("out"), swap }
    }

    fn mirror(&self) -> Mirror {
        let doc = self.doc;
        let mode = match doc.text("mode") {
            Some("sense") => MirrorMode::Sense,
            Some("feeling") => MirrorMode::Feeling,
            _ => MirrorMode::Gist,
        };
        Mirror { mode, frames: doc.strings("frames"), tries: doc.count("tries").unwrap_or(3), from: doc.maybe("from") }
    }

    fn consent(&mut self) -> Option<Consent> {
        let doc = self.doc;
        let mut options = doc.choices("options");
        if options.is_empty() {
            options = plain(&[("yes", "Yes"), ("not-now", "Not now"), ("no", "No")]);
        }
        if !options.iter().any(|o| o.yes) {
            options.iter_mut().filter(|o| o.id == "yes").for_each(|o| o.yes = true);
        }
        if !options.iter().any(|o| o.yes) || options.iter().all(|o| o.yes) {
            let message = format!("Step {} needs a way to say yes and a way not to.", self.id);
            self.error(Code::Missing, "options", message, "Mark what goes on with yes = true.");
            return None;
        }
        Some(Consent { options, lasts_days: doc.count("lasts_days"), offer_time_h: doc.count("offer_time_h") })
    }

    fn agree(&mut self) -> Option<Agree> {
        let doc = self.doc;
        let review = doc.doc("review")?;
        Some(Agree {
            from: doc.strings("from"),
            review_default: review.count("default")?,
            review_max: review.count("max")?,
            cooloff_h: doc.count("cooloff_h").unwrap_or(0),
            yes: doc.maybe("yes"),
            differ: doc.flag("differ"),
        })
    }

    fn letter(&self, visibility: Visibility) -> LetterStep {
        let doc = self.doc;
        let part = |d: Doc<'_>| LetterPart { id: d.string("id"), label: d.string("label") };
        LetterStep {
            visibility,
            parts: doc.docs("parts").map(part).collect(),
            soft_check: doc.strings("soft_check"),
            cooloff_h: doc.count("cooloff_h").unwrap_or(0),
            tip_min: doc.count("tip_min"),
        }
    }

    fn pause(&self) -> Pause {
        let doc = self.doc;
        let form = match doc.text("form") {
            Some("breath") => PauseForm::Breath,
            Some("senses") => PauseForm::Senses,
            Some("wave") => PauseForm::Wave,
            _ => PauseForm::Timer,
        };
        Pause { form, seconds: doc.count("seconds").unwrap_or(60), body: doc.string("body") }
    }

    fn schedule(&self, visibility: Visibility) -> Schedule {
        let doc = self.doc;
        let (repeat, reminder) = (doc.flag("repeat"), doc.flag("reminder"));
        Schedule { visibility, what: doc.maybe("what"), repeat, reminder, from: doc.source("from") }
    }

    fn reveal(&self) -> Reveal {
        let doc = self.doc;
        let mode = match doc.text("mode") {
            Some("picks") => RevealMode::Picks,
            Some("overlap") => RevealMode::Overlap,
            Some("match") => RevealMode::Match,
            _ => RevealMode::Sealed,
        };
        Reveal {
            mode,
            items: doc.strings("items").iter().map(|s| source(s)).collect(),
            replies: doc.choices("replies"),
            most: doc.count("most"),
            stars: doc.doc("stars").map(|s| Stars { give: s.string("give"), want: s.string("want") }),
        }
    }

    fn gate(&mut self) -> Option<Gate> {
        let options = self.doc.choices("options");
        if options.iter().filter(|o| o.exclusive).count() != 1 {
            let message = format!("Step {} needs one option that says nothing applies.", self.id);
            self.error(Code::Missing, "options", message, "Mark that one with exclusive = true.");
            return None;
        }
        let max = self.doc.count("max").unwrap_or(options.len() as u32);
        Some(Gate { form: self.doc.string("form"), options, max })
    }

    fn close(&self) -> Close {
        let doc = self.doc;
        Close {
            recap: doc.flag("recap"),
            feel: doc.flag("feel"),
            keep: doc.flag("keep"),
            next: doc.strings("next"),
            body: doc.string("body"),
            list: doc.maybe("list"),
        }
    }

    /// Options in the file, a copied list, or earlier answers; exactly one of them.
    fn items(&mut self, key: &str, from: bool) -> Option<Items> {
        let named: Vec<_> = [key, "list", "from"].into_iter().filter(|k| self.doc.has(k)).collect();
        if named.len() != 1 {
            let message = format!("Step {} needs one of \"{key}\", \"list\" and \"from\".", self.id);
            self.error(Code::Missing, key, message, "");
            return None;
        }
        match self.doc.source("from").filter(|_| from) {
            Some(source) => Some(Items::From(source)),
            None => self.given(key).map(Items::Given),
        }
    }

    fn given(&self, key: &str) -> Option<Vec<Choice>> {
        match self.doc.text("list") {
            Some(id) => self.lists.get(id).cloned(),
            None => Some(self.doc.choices(key)),
        }
    }
}
