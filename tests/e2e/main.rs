//! The program in its real window: one binary, a module per story. Run by `cargo xtask test`.

mod agreements;
mod bad_input;
mod book;
mod canaries;
mod catalogue;
mod check_ins;
mod couple;
mod evening;
mod every_page;
mod find;
mod find_pictures;
mod first_start;
mod four_times;
mod gallery;
mod help;
mod help_open;
mod hide;
mod keyboard_walk;
mod large;
mod recipe;
mod rituals;
mod rules;
mod same_pictures;
mod scenes;
mod second_press;
mod three_actions;
