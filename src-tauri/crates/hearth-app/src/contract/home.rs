//! Home: at most three next things.

use serde::Serialize;
use ts_rs::TS;

use super::{Reason, TrayLetter};

/// The home page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Home {
    /// Today, `YYYY-MM-DD`, local.
    pub today: String,
    /// Both people are open.
    pub together: bool,
    /// A partner has set up their space.
    pub partner: bool,
    /// The one sheet: the way in, or what was begun.
    pub next: Option<NextThing>,
    /// Begun and not finished; own ones alone, joint ones in Together.
    pub begun: Vec<HomeRow>,
    /// Questions both sealed, in Together only.
    pub ready: Vec<HomeRow>,
    /// The next review dates, plans and sittings, at most three; what is planned for today first.
    pub dates: Vec<HomeRow>,
    /// Closed letters in one's tray; alone only, and none while one paused letters.
    pub letters: Vec<TrayLetter>,
    /// There is a card to look at. Its name stays off this page: others may be in the room.
    pub cards: bool,
}

/// The first line offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NextThing {
    /// Why it is first: `go_on`, `begin`, `rest`, `break`, `back`, `add_partner`, `open_together`, `open_alone`,
    /// `later`, `review`, `confirm`, `could`: what could come next.
    pub why: String,
    /// The exercise.
    pub slug: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its one line.
    pub summary: Option<String>,
    /// About how long.
    pub minutes: Option<u32>,
    /// The run to go on with.
    pub run: Option<String>,
    /// The part to begin, if it has several.
    pub part: Option<String>,
    /// When it can go on, RFC 3339 in UTC.
    pub from: Option<String>,
    /// Why it could come next, where that is why it is here.
    pub reason: Option<Reason>,
}

/// A line of a home list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HomeRow {
    /// The heading.
    pub title: String,
    /// The exercise it belongs to.
    pub slug: Option<String>,
    /// The exercise's title.
    pub exercise: Option<String>,
    /// The run to go on with.
    pub run: Option<String>,
    /// The agreement to look at.
    pub item: Option<String>,
    /// `YYYY-MM-DD` where it has a date.
    pub on: Option<String>,
    /// The time on the wall, `HH:MM`, where it has one.
    pub at: Option<String>,
    /// What a date is: `review`, `plan`, `own` (planned for oneself), `sitting` or `back` (from a break); empty on the other
    /// lists.
    pub kind: String,
    /// The date has passed.
    pub due: bool,
}
