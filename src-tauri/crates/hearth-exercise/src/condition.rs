//! Conditions.

/// A parsed condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr;
