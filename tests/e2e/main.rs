//! The program in its real window: one binary, a module per story. Run by `cargo xtask test`.

mod first_start;
