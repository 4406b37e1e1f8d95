//! The vault from outside: what a couple does, what a crash does, what a partner with all files does.

mod attacks;
mod cli;
mod crash;
mod damage;
mod life;
mod support;
