//! Reading a tree whose shape was checked: no errors left to report, only defaults to fill in.

use serde_json::{Map, Value};

use crate::condition::Expr;
use crate::model::{Choice, Source};

/// One object of a checked tree.
#[derive(Clone, Copy)]
pub(super) struct Doc<'a>(pub &'a Map<String, Value>);

impl<'a> Doc<'a> {
    pub fn text(self, key: &str) -> Option<&'a str> {
        self.0.get(key).and_then(Value::as_str)
    }

    pub fn string(self, key: &str) -> String {
        self.text(key).unwrap_or_default().to_owned()
    }

    pub fn maybe(self, key: &str) -> Option<String> {
        self.text(key).map(str::to_owned)
    }

    pub fn strings(self, key: &str) -> Vec<String> {
        self.list(key).iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    pub fn integer(self, key: &str) -> Option<i64> {
        self.0.get(key).and_then(Value::as_i64)
    }

    pub fn count(self, key: &str) -> Option<u32> {
        self.integer(key).and_then(|n| u32::try_from(n).ok())
    }

    pub fn flag(self, key: &str) -> bool {
        self.0.get(key).and_then(Value::as_bool).unwrap_or(false)
    }

    pub fn has(self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    pub fn list(self, key: &str) -> &'a [Value] {
        self.0.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    pub fn docs(self, key: &str) -> impl Iterator<Item = Self> + use<'a> {
        self.list(key).iter().filter_map(Value::as_object).map(Self)
    }

    pub fn doc(self, key: &str) -> Option<Self> {
        self.0.get(key).and_then(Value::as_object).map(Self)
    }

    pub fn condition(self, key: &str) -> Option<Expr> {
        self.text(key).and_then(|text| Expr::parse(text).ok())
    }

    pub fn source(self, key: &str) -> Option<Source> {
        self.text(key).map(source)
    }

    pub fn choices(self, key: &str) -> Vec<Choice> {
        self.docs(key).map(choice).collect()
    }
}

/// `step`, `slug/step` or `@agreements/due`.
pub(super) fn source(text: &str) -> Source {
    match text.split_once('/') {
        _ if text == "@agreements/due" => Source::AgreementsDue,
        Some((slug, step)) => Source::OwnRun { slug: slug.to_owned(), step: step.to_owned() },
        None => Source::Step(text.to_owned()),
    }
}

fn choice(doc: Doc<'_>) -> Choice {
    Choice {
        id: doc.string("id"),
        label: doc.string("label"),
        exclusive: doc.flag("exclusive"),
        yes: doc.flag("yes"),
        page: doc.maybe("page"),
        reply: doc.flag("reply"),
    }
}

/// Plain choices from ids and labels.
pub(super) fn plain(all: &[(&str, &str)]) -> Vec<Choice> {
    let one =
        |(id, label): &(&str, &str)| Choice { id: (*id).to_owned(), label: (*label).to_owned(), ..Choice::default() };
    all.iter().map(one).collect()
}
