//! The vault from outside: what a couple does, what a crash does, what a partner with all files does.

mod life;
mod support;
