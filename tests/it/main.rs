//! The couple's stories through the use cases: one binary, a module per story.

mod kill_loop;
