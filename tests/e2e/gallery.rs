//! Pictures of the pages, to be looked at beside the design: every page of the book, or one of each kind of question.
//! Written into the folder named by `HEARTHSIDE_PICTURES`, a folder for each look named by `HEARTHSIDE_LOOKS`.

mod album;
mod alone;
mod kinds;
mod pages;
mod shape;
mod together;

pub use album::Album;
