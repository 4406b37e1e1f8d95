//! One's own series over time (E41): one person, one series, dots, gaps left as gaps, and the same in a table.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Over which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Span {
    TwoWeeks,
    ThreeMonths,
}

/// One series of one's own.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Trend {
    /// Every series with a number, those of the check-in first.
    pub choices: Vec<SeriesName>,
    /// The one that shows.
    pub series: String,
    /// Over which time.
    pub span: Span,
    /// First day, `YYYY-MM-DD`, local.
    pub from: String,
    /// Last day: today.
    pub to: String,
    /// What its numbers mean, if they are numbers and not words.
    pub scale: Option<ScaleEnds>,
    /// Where things lie.
    pub chart: Chart,
    /// The same as a table, newest first.
    pub points: Vec<TrendPoint>,
}

/// A series one can choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SeriesName {
    /// Its name in exercise files.
    pub name: String,
    /// The question it comes from.
    pub label: String,
}

/// The words at the ends of a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ScaleEnds {
    /// Lowest number.
    pub min: i32,
    /// Its words.
    pub low: String,
    /// Highest number.
    pub max: i32,
    /// Its words.
    pub high: String,
}

/// A drawing in units of a sixteenth of the letter height. No average, no target, no line between dots.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Chart {
    /// Across.
    pub width: f32,
    /// Down.
    pub height: f32,
    /// Where the lines of the axis begin; words stand before it.
    pub left: f32,
    /// Where they end.
    pub right: f32,
    /// Half the width of a dot.
    pub radius: f32,
    /// Lines across, the highest first.
    pub rows: Vec<ChartRow>,
    /// Days below the lowest line.
    pub ticks: Vec<ChartTick>,
    /// One for each number.
    pub dots: Vec<ChartDot>,
}

/// A line across.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ChartRow {
    /// How far down.
    pub y: f32,
    /// The word before it.
    pub word: Option<String>,
}

/// A day below the chart.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ChartTick {
    /// How far across.
    pub x: f32,
    /// `YYYY-MM-DD`.
    pub on: String,
}

/// A dot's middle.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ChartDot {
    /// How far across.
    pub x: f32,
    /// How far down.
    pub y: f32,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TrendPoint {
    /// `YYYY-MM-DD`, local.
    pub on: String,
    /// The word, or the number of a scale.
    pub word: String,
}
