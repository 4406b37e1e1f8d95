//! Exercises: the file, its check, and the run.
//!
//! - [`model`]: a compiled exercise, valid by construction.
//! - [`format`]: TOML or canonical JSON in, findings or an [`model::Exercise`] out.
//! - [`condition`]: `show_if` and branches (E27).
//! - [`value`]: what people answer.
//! - [`run`]: definition and answers in, whose turn and what to show out. A run is a value.
//! - [`page`]: what one moment of a run may show, and nothing else.
//!
//! Must not know: the vault, any database, the clock. It is handed bytes, times and ids.
#![forbid(unsafe_code)]

pub mod condition;
pub mod format;
pub mod model;
pub mod page;
pub mod run;
pub mod value;
