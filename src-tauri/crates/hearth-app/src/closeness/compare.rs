//! Two lists become what both said yes to, in memory.
//!
//! Every line of both is looked at and drawn for in the same way whatever was marked, so that neither what is written nor
//! the time it takes tells a no from an empty line. At most five lines come out, drawn by chance: what is missing proves
//! nothing (CR27).

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use hearth_domain::{Pair, Person};
use hearth_store::{SharedYes, SharedYeses};
use sha2::{Digest as _, Sha256};

use super::marks::{Mark, Marks};
use super::rows::{Rows, written};
use crate::contract::ClosenessAnswer;

/// The most lines that show, as in the exercise.
const MOST: usize = 5;

/// What a comparison looks at beside the two lists.
pub struct Comparing<'a> {
    /// The lines there are.
    pub rows: &'a Rows,
    /// What stands in Ours since the last time.
    pub standing: &'a SharedYeses,
    /// Now.
    pub now: DateTime<Utc>,
    /// When a list opened now ends at the latest.
    pub ends: DateTime<Utc>,
    /// For the draw.
    pub chance: [u8; 32],
}

/// One line, as both marked it.
struct Line<'a> {
    row: String,
    label: String,
    marks: Pair<Option<&'a Mark>>,
    /// Both said yes.
    both: bool,
}

/// What both said yes to.
#[must_use]
pub fn compare(about: &Comparing<'_>, lists: &Pair<Marks>) -> SharedYeses {
    let lines = lines(about, lists);
    let mut drawn: Vec<_> = lines.iter().enumerate().map(|(at, line)| (rank(about, line), at)).collect();
    drawn.sort();
    let mut drawn: Vec<usize> = drawn.into_iter().take(MOST).map(|(_, at)| at).collect();
    // The order of the list, whatever the draw was.
    drawn.sort_unstable();
    let both: Vec<&Line<'_>> = drawn.into_iter().map(|at| &lines[at]).filter(|line| line.both).collect();
    let ends = both.iter().flat_map(|line| [line.marks.a, line.marks.b]).flatten().filter_map(|mark| mark.ends);
    let ends = ends.chain([about.ends]).min().filter(|_| !both.is_empty());
    SharedYeses { ends, yeses: both.into_iter().map(shared).collect() }
}

/// The lines of what Ours holds that count: everybody who is open said so when the list was last opened, and it has not
/// ended.
#[must_use]
pub fn proven(list: SharedYeses, open: &[(Person, Marks)], now: DateTime<Utc>) -> SharedYeses {
    let ended = list.ends.is_none_or(|ends| ends <= now);
    let said = |yes: &SharedYes| open.iter().all(|(who, marks)| marks.said(&yes.row, yes.only_if(*who)));
    SharedYeses { ends: list.ends, yeses: list.yeses.into_iter().filter(|yes| !ended && said(yes)).collect() }
}

/// Every line of the list, then what either of the two wrote, in the order of its words: never of who wrote it, or when.
fn lines<'a>(about: &Comparing<'_>, lists: &'a Pair<Marks>) -> Vec<Line<'a>> {
    let both_want = lists.a.sexual & lists.b.sexual;
    let mut shipped = BTreeSet::new();
    let mut lines: Vec<Line<'a>> = Vec::new();
    for (group, id, label) in about.rows.all() {
        let own = written(label);
        // Who wrote a line that the list has means that line.
        let of = |marks: &'a Marks| marks.mark(id, about.now).or(marks.mark(&own, about.now));
        lines.push(line(id, label, lists, of, !group.sexual | both_want));
        shipped.insert(own);
    }
    let all = lists.a.own.iter().chain(&lists.b.own);
    let words: BTreeSet<(&str, &str)> = all.map(|own| (own.row.as_str(), own.label.as_str())).collect();
    let mut last = None;
    for (row, label) in words {
        // Of two spellings of one line the first stands, whoever wrote it.
        if last.replace(row) == Some(row) || shipped.contains(row) {
            continue;
        }
        let of = |marks: &'a Marks| marks.mark(row, about.now);
        lines.push(line(row, label, lists, of, true));
    }
    lines
}

fn line<'a>(
    row: &str,
    label: &str,
    lists: &'a Pair<Marks>,
    of: impl Fn(&'a Marks) -> Option<&'a Mark>,
    allowed: bool,
) -> Line<'a> {
    let marks = Pair { a: of(&lists.a), b: of(&lists.b) };
    // `&` and not `&&`: each of the three is looked at, always.
    let both = allowed & is_yes(marks.a) & is_yes(marks.b);
    Line { row: row.to_owned(), label: label.to_owned(), marks, both }
}

/// A yes that depends on something nobody can read is none.
fn is_yes(mark: Option<&Mark>) -> bool {
    mark.is_some_and(|mark| match mark.answer {
        ClosenessAnswer::Yes => true,
        ClosenessAnswer::YesIf => !mark.only_if.is_empty(),
        ClosenessAnswer::NotNow | ClosenessAnswer::No => false,
    })
}

/// Yeses first, of them the ones that show already, then by chance: opening it again and again shows no others.
fn rank(about: &Comparing<'_>, line: &Line<'_>) -> (bool, bool, [u8; 32]) {
    let stood = about.standing.yeses.iter().any(|yes| yes.row == line.row);
    let mut hash = Sha256::new();
    hash.update(about.chance);
    hash.update(&line.row);
    (!line.both, !stood, hash.finalize().into())
}

fn shared(line: &Line<'_>) -> SharedYes {
    let only_if = |mark: Option<&Mark>| mark.map(|mark| mark.only_if.clone()).filter(|words| !words.is_empty());
    let (if_a, if_b) = (only_if(line.marks.a), only_if(line.marks.b));
    SharedYes { row: line.row.clone(), label: line.label.clone(), if_a, if_b }
}
