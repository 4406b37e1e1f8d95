//! The text that lies in every vault, for the day nobody has this program any more.

/// `README.txt`. The commands in it are run by a test.
pub(crate) const README: &str = include_str!("../words/README.txt");
