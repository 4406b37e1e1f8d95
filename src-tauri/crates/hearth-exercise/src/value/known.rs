//! What an answer is held against beyond its own step.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hearth_domain::Pair;

use crate::model::{Choice, Items, Kind, Step, WordGroup};

/// The surroundings of an answer. What is made from earlier answers (`from`, `per`) is worked out by the run.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Today where the couple lives; dates are not in the past.
    pub today: NaiveDate,
    /// The options, items or rows of a step that takes them `from` somewhere; unused otherwise.
    pub from: &'a [Choice],
    /// The rows of a choice made `per` row.
    pub per: &'a [Choice],
    /// The exercise's lexicons.
    pub lexicons: &'a BTreeMap<String, Vec<WordGroup>>,
    /// First names, for cells that hold a person. Without them the letters stand.
    pub names: Option<&'a Pair<String>>,
}

impl<'a> Known<'a> {
    /// The options, items or rows of a step; empty for kinds and tables without.
    #[must_use]
    pub fn choices(&self, step: &'a Step) -> &'a [Choice] {
        match &step.kind {
            Kind::Choose(choose) => self.items(&choose.options),
            Kind::Checklist(list) => self.items(&list.items),
            Kind::Table(table) => table.rows.as_ref().map_or(&[], |rows| self.items(rows)),
            Kind::Consent(consent) => &consent.options,
            Kind::Gate(gate) => &gate.options,
            _ => &[],
        }
    }

    fn items(&self, items: &'a Items) -> &'a [Choice] {
        match items {
            Items::Given(given) => given,
            Items::From(_) => self.from,
        }
    }
}
