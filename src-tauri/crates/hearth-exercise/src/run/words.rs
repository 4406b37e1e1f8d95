//! Answers by where they rest, so that one cannot be put where the other belongs.
//!
//! [`Private`] fits only changes of the writer's own space, [`Shared`] only those of Ours. A [`Shared`] made
//! of a [`Private`] needs a [`Shown`], which only the reveal, the picks and the common-ground code can make.

use crate::value::Value;

/// An answer that rests in its writer's own space.
#[derive(Clone, PartialEq, Eq)]
pub struct Private(Value);

impl Private {
    /// What that person's own space handed back, or what they wrote a moment ago.
    #[must_use]
    pub const fn new(value: Value) -> Self {
        Self(value)
    }

    /// The answer, to write it into its own space or show it to its writer.
    #[must_use]
    pub const fn value(&self) -> &Value {
        &self.0
    }
}

/// Says nothing: a private answer must not reach a log.
impl std::fmt::Debug for Private {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Private")
    }
}

/// An answer that rests in Ours.
#[derive(Clone, PartialEq, Eq)]
pub struct Shared(Value);

impl Shared {
    /// What Ours handed back.
    #[must_use]
    pub const fn stored(value: Value) -> Self {
        Self(value)
    }

    /// What was written on a page both read, or in a step its writer was told both will read.
    pub(super) const fn written(value: Value) -> Self {
        Self(value)
    }

    /// A private answer that both are about to read.
    pub(super) fn of_private(answer: &Private, _shown: &Shown) -> Self {
        Self(answer.0.clone())
    }

    /// The answer, to write it into Ours or show it to both.
    #[must_use]
    pub const fn value(&self) -> &Value {
        &self.0
    }
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shared")
    }
}

/// Proof that what follows may be shown to both. Each way to make one is a rule.
pub(super) struct Shown(());

impl Shown {
    /// Both pressed Ready on a reveal of sealed answers (E14, E17).
    pub(super) fn by_both_ready(ready: &hearth_domain::Pair<bool>) -> Option<Self> {
        (ready.a && ready.b).then_some(Self(()))
    }

    /// The writer ticked it on their own page (E13).
    pub(super) const fn by_own_tick(_ticked: &str) -> Self {
        Self(())
    }

    /// Both finished their turn of a step whose page said that both will read it.
    pub(super) const fn by_both_done() -> Self {
        Self(())
    }
}

/// Words to keep in a thing: a line or more a question, and whose they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines<T> {
    /// The question or heading.
    pub label: String,
    /// The answer in words, a line each.
    pub lines: Vec<String>,
    /// Whose it is; `None` if both wrote it.
    pub by: Option<hearth_domain::Person>,
    rests: std::marker::PhantomData<T>,
}

impl Lines<Private> {
    /// Lines for the writer's own space.
    pub(super) const fn own(label: String, lines: Vec<String>) -> Self {
        Self { label, lines, by: None, rests: std::marker::PhantomData }
    }
}

impl Lines<Shared> {
    /// Lines both may read; they can be made only of what already rests in Ours.
    pub(super) fn of(label: String, by: Option<hearth_domain::Person>, _from: &Shared, lines: Vec<String>) -> Self {
        Self { label, lines, by, rests: std::marker::PhantomData }
    }
}
