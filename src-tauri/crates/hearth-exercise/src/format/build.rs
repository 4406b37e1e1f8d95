//! A checked document into an [`Exercise`], as far as it can be made; the rules then look at what came out.

use std::collections::BTreeMap;

use hearth_domain::Heat;
use serde_json::{Map, Value};

use super::doc::Doc;
use super::finding::{Code, Findings};
use super::kinds::{self, Lists, Making};
use super::{canonical, rules};
use crate::model::{
    Action, Branch, Exercise, HelpPage, Mode, Need, Part, Product, ProductKind, Record, Role, Step, Who, WordGroup,
};

/// What the rules look at: the exercise, and every step id of the file, also of steps that could not be made.
pub(super) struct Draft {
    pub exercise: Exercise,
    /// Ids in order; the place of a step in the file is its index here.
    pub ids: Vec<String>,
    /// Index in the file of each made step.
    pub places: Vec<usize>,
}

impl Draft {
    /// Where a step stands in the file.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.ids.iter().position(|i| i == id)
    }

    /// A made step and its pointer.
    pub fn steps(&self) -> impl Iterator<Item = (usize, String, &Step)> {
        self.places.iter().zip(&self.exercise.steps).map(|(place, step)| (*place, format!("/step/{place}"), step))
    }
}

pub(super) fn draft(root: &Map<String, Value>, found: &mut Findings) -> Option<Draft> {
    let doc = Doc(root);
    let lists: Lists = shared(doc, "lists", |value| Doc(&wrapped(value)).choices("all"));
    let parts = parts(doc);
    let mut draft = Draft { exercise: top(doc, parts, lists)?, ids: Vec::new(), places: Vec::new() };
    for (n, value) in doc.list("step").iter().enumerate() {
        let at = format!("/step/{n}");
        let made = value.as_object().map(Doc).filter(|_| !found.errors_at(&at));
        draft.ids.push(value.get("id").and_then(Value::as_str).unwrap_or_default().to_owned());
        if let Some(step) = made.and_then(|doc| step(doc, &at, &draft.exercise, found)) {
            draft.exercise.steps.push(step);
            draft.places.push(n);
        } else if !found.errors() {
            found.error(Code::Missing, &at, "This step is not whole.", "Ask for a new export.");
        }
    }
    if draft.exercise.needs.len() != doc.list("needs").len() {
        let fix = "Write {agreed = \"…\"}, {done = \"…\", days = 30} or {own = \"…\", by = \"…\"}.";
        found.error(Code::Missing, "/needs", "A need is not whole.", fix);
    }
    rules::check(&draft, found);
    Some(draft)
}

fn wrapped(value: &Value) -> Map<String, Value> {
    Map::from_iter([("all".to_owned(), value.clone())])
}

fn shared<T>(doc: Doc<'_>, key: &str, make: impl Fn(&Value) -> T) -> BTreeMap<String, T> {
    doc.doc(key).into_iter().flat_map(|d| d.0).map(|(id, value)| (id.clone(), make(value))).collect()
}

/// The outer document. `None` if the heat is out of range, which the shape check has reported.
fn top(doc: Doc<'_>, parts: Vec<Part>, lists: Lists) -> Option<Exercise> {
    let canonical = canonical::write(&Value::Object(doc.0.clone()));
    Some(Exercise {
        uid: doc.string("uid"),
        slug: doc.string("slug"),
        revision: doc.count("revision").unwrap_or(1),
        lang: doc.string("lang"),
        title: doc.string("title"),
        summary: doc.string("summary"),
        theme: doc.string("theme"),
        minutes: doc.count("minutes").unwrap_or(0),
        heat: heat(doc)?,
        license: doc.string("license"),
        wave: doc.integer("wave").and_then(|n| u8::try_from(n).ok()).unwrap_or(1),
        sources: doc.strings("sources"),
        not_for: doc.strings("not_for"),
        repeat_days: doc.count("repeat_days"),
        roles: doc.text("roles").and_then(roles),
        needs: doc.docs("needs").filter_map(need).collect(),
        exempt: doc.flag("exempt"),
        record: if doc.text("record") == Some("none") { Record::None } else { Record::Run },
        parts,
        products: doc.docs("product").map(product).collect(),
        steps: Vec::new(),
        lists,
        lexicons: shared(doc, "lexicons", |v| Doc(&wrapped(v)).docs("all").map(group).collect()),
        pages: shared(doc, "pages", |v| v.as_object().map(|m| page(Doc(m))).unwrap_or_default()),
        hash: canonical::hash(&canonical),
        canonical,
    })
}

fn heat(doc: Doc<'_>) -> Option<Heat> {
    doc.integer("heat").and_then(|n| u8::try_from(n).ok()).and_then(Heat::new)
}

/// One part if the file names none: alone if every `who` is `me`.
fn parts(doc: Doc<'_>) -> Vec<Part> {
    if doc.has("part") {
        return doc.docs("part").filter_map(part).collect();
    }
    let alone = doc.docs("step").all(|s| s.text("who") == Some("me"));
    let mode = if alone { Mode::Alone } else { Mode::Together };
    heat(doc).map(|heat| Part { id: "main".to_owned(), mode, heat }).into_iter().collect()
}

fn part(doc: Doc<'_>) -> Option<Part> {
    let mode = if doc.text("mode") == Some("alone") { Mode::Alone } else { Mode::Together };
    Some(Part { id: doc.string("id"), mode, heat: heat(doc)? })
}

fn roles(text: &str) -> Option<[Role; 2]> {
    let (one, other) = text.split_once('/')?;
    Some([role(one)?, role(other)?])
}

fn role(text: &str) -> Option<Role> {
    Some(match text {
        "speaker" => Role::Speaker,
        "listener" => Role::Listener,
        "owner" => Role::Owner,
        "receiver" => Role::Receiver,
        "hurt" => Role::Hurt,
        "recovering" => Role::Recovering,
        "supporting" => Role::Supporting,
        _ => return None,
    })
}

fn who(text: &str) -> Option<Who> {
    match text {
        "me" => Some(Who::Me),
        "each" => Some(Who::Each),
        "both" => Some(Who::Both),
        _ => role(text).map(Who::Role),
    }
}

fn need(doc: Doc<'_>) -> Option<Need> {
    let own = || Some(Need::Own { slug: doc.maybe("own")?, by: who(doc.text("by")?)? });
    let done = || Some(Need::Done { slug: doc.maybe("done")?, days: doc.count("days")? });
    doc.maybe("agreed").map(Need::Agreed).or_else(done).or_else(own)
}

fn product(doc: Doc<'_>) -> Product {
    let kind = match doc.text("kind") {
        Some("card") => ProductKind::Card,
        Some("letter") => ProductKind::Letter,
        Some("plan") => ProductKind::Plan,
        Some("ritual") => ProductKind::Ritual,
        Some("pace") => ProductKind::Pace,
        _ => ProductKind::List,
    };
    Product { kind, from: doc.strings("from"), title: doc.string("title"), shared: doc.text("space") == Some("ours") }
}

fn group(doc: Doc<'_>) -> WordGroup {
    WordGroup { name: doc.string("name"), words: doc.strings("words") }
}

fn page(doc: Doc<'_>) -> HelpPage {
    HelpPage { title: doc.string("title"), body: doc.string("body"), lines: doc.strings("lines") }
}

fn step(doc: Doc<'_>, at: &str, exercise: &Exercise, found: &mut Findings) -> Option<Step> {
    let id = doc.string("id");
    let kind = kinds::kind(Making { doc, at, id: &id, lists: &exercise.lists, found })?;
    Some(Step {
        who: who(doc.text("who")?)?,
        label: doc.string("label"),
        help: doc.maybe("help"),
        why: doc.maybe("why"),
        part: part_of(doc, exercise),
        optional: doc.flag("optional"),
        once: doc.flag("once"),
        series: doc.maybe("series"),
        show_if: doc.condition("show_if"),
        answers: doc.choices("answers"),
        then: then(doc, at, &id, found),
        block: doc.maybe("block"),
        kind,
        id,
    })
}

fn part_of(doc: Doc<'_>, exercise: &Exercise) -> String {
    let only = || exercise.parts.first().filter(|_| exercise.parts.len() == 1).map(|p| p.id.clone());
    doc.maybe("part").or_else(only).unwrap_or_default()
}

fn then(doc: Doc<'_>, at: &str, id: &str, found: &mut Findings) -> Vec<Branch> {
    let mut all = Vec::new();
    for (n, branch) in doc.docs("then").enumerate() {
        let mut actions = actions(branch);
        if actions.len() > 1 || (actions.is_empty() && !branch.has("say")) {
            let message = format!("Step {id}: a branch does one thing.");
            found.error(Code::Range, &format!("{at}/then/{n}"), message, "Give it words to say, one action, or both.");
        }
        all.push(Branch { when: branch.condition("if"), say: branch.maybe("say"), action: actions.pop() });
    }
    all
}

fn actions(doc: Doc<'_>) -> Vec<Action> {
    let repeat = |d: Doc<'_>| Some(Action::Repeat { from: d.maybe("from")?, max: d.count("max")? });
    let rest = |d: Doc<'_>| Some(Action::Rest { days: d.count("days")?, slugs: d.strings("slugs") });
    let all = [
        doc.doc("repeat").and_then(repeat),
        doc.has("end").then_some(Action::EndNeutral),
        doc.flag("break").then_some(Action::Break),
        doc.maybe("page").map(Action::Page),
        doc.maybe("suggest").map(Action::Suggest),
        doc.maybe("start").map(Action::Start),
        doc.maybe("lower").map(Action::Lower),
        doc.doc("rest").and_then(rest),
    ];
    all.into_iter().flatten().collect()
}
