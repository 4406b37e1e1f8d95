//! Everything that crosses to the window: one table of commands, the shapes they carry, one closed error.
//!
//! Shapes are made here and stop here: domain and store never derive for the wire. The pages of a run come
//! from `hearth_exercise::page`, whose only purpose is to be shown.

mod agreeing;
mod agreements;
mod check_ins;
mod closeness;
mod come_next;
pub mod commands;
mod deals;
mod error;
mod find;
mod home;
mod letters;
mod library;
mod park;
mod run;
mod start;
mod trends;
mod typescript;

pub use agreeing::{Agreeing, AgreeingPress, AgreeingText};
pub use agreements::{Agreement, Earlier, Seal, Session};
pub use check_ins::{CheckIn, CheckInLine, CheckIns, ShownCheckIn, ShownCheckIns, ShownState};
pub use closeness::{
    Closeness, ClosenessAnswer, ClosenessIf, ClosenessLasts, ClosenessList, ClosenessMark, ClosenessRow,
    ClosenessShared,
};
pub use come_next::{Reason, Suggestion};
pub use deals::{
    Begin, DealWords, Draft, DraftKept, DraftLine, DraftOf, DraftWrite, EarlierLimit, LimitLine, LimitWords,
    ProposalAnswer, ProposalLine, ProposalWords, Register, Replaced,
};
pub use error::{Code, CommandError};
pub use find::{Entry, Found, Hit, Past, PastChange, PastEntry, Piece, Removed, Spot, Version};
pub use home::{Home, HomeRow, NextThing};
pub use letters::{
    ForgivenessPage, Letter, LetterCheck, LetterSaved, LetterWay, Letters, OwnLetter, SentLetter, TrayLetter,
};
pub use library::{BuildsOn, Card, CardStatus, Filter, HelpLine, HelpPage, HelpRegion, Look, Thing};
pub use park::ParkLine;
pub use run::{PersonName, RunView, SaveIssue, Saved, Tap, Until};
pub use start::{Contrast, Display, Motion, Notice, Opened, Place, Start, Strength, Theme, Tile, Words};
pub use trends::{Chart, ChartDot, ChartRow, ChartTick, ScaleEnds, SeriesName, Span, Trend, TrendPoint};
pub use typescript::typescript;
