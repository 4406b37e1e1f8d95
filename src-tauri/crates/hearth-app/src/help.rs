//! Help lines (`exercises.md` 8): bundled, whole, always in the same order, opened without unlocking (E26, CR5).

use std::sync::OnceLock;

use serde::Deserialize;

use crate::contract::{HelpLine, HelpPage, HelpRegion};

const LINES: &str = include_str!("../../../../assets/help/lines.toml");

/// The order in which kinds are shown.
const KINDS: [&str; 9] = [
    "emergency",
    "crisis",
    "abuse",
    "own_behaviour",
    "sexual_violence",
    "substance",
    "family",
    "children",
    "community",
];

#[derive(Deserialize)]
struct File {
    region: Vec<Region>,
    line: Vec<Line>,
}

#[derive(Deserialize)]
struct Region {
    id: String,
    name: String,
}

#[derive(Deserialize)]
struct Line {
    region: String,
    kind: String,
    name: String,
    call: Option<String>,
    text: Option<String>,
    who: Option<String>,
    known_from: u16,
    verified_on: Option<String>,
}

/// Lines for everyone, shown after those of a region.
const EVERYWHERE: &str = "all";
/// Shown where no region was chosen.
const UNKNOWN: &str = "unknown";

/// The page of one region; of none, the numbers that work in most places.
#[must_use]
pub fn page(region: Option<&str>) -> HelpPage {
    static FILE: OnceLock<File> = OnceLock::new();
    let file = FILE.get_or_init(|| toml::from_str(LINES).unwrap_or(File { region: vec![], line: vec![] }));
    let chosen = region.filter(|id| file.region.iter().any(|r| r.id == *id));
    let wanted = chosen.unwrap_or(UNKNOWN);
    let mut lines: Vec<&Line> =
        file.line.iter().filter(|line| line.region == wanted || line.region == EVERYWHERE).collect();
    lines.sort_by_key(|line| KINDS.iter().position(|kind| *kind == line.kind));
    HelpPage {
        regions: file.region.iter().map(|r| HelpRegion { id: r.id.clone(), name: r.name.clone() }).collect(),
        region: chosen.map(str::to_owned),
        lines: lines.into_iter().map(help_line).collect(),
    }
}

fn help_line(line: &Line) -> HelpLine {
    HelpLine {
        kind: line.kind.clone(),
        name: line.name.clone(),
        call: line.call.clone(),
        text: line.text.clone(),
        who: line.who.clone(),
        known_from: line.known_from,
        verified_on: line.verified_on.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_file_reads_and_names_known_kinds() {
        let file: File = toml::from_str(LINES).unwrap();
        assert!(file.region.len() >= 7 && file.line.len() >= 50);
        for line in &file.line {
            assert!(KINDS.contains(&line.kind.as_str()), "{}", line.kind);
            assert!(
                file.region.iter().any(|r| r.id == line.region)
                    || [EVERYWHERE, UNKNOWN].contains(&line.region.as_str())
            );
        }
    }

    #[test]
    fn cr5_help_is_the_same_whole_list_in_the_same_order_every_time() {
        let once = page(Some("us"));
        assert_eq!(once, page(Some("us")));
        let order: Vec<_> = once.lines.iter().map(|l| KINDS.iter().position(|k| *k == l.kind).unwrap()).collect();
        assert!(order.is_sorted() && order.len() > 5);
    }

    #[test]
    fn h2_an_unknown_region_shows_the_numbers_that_work_in_most_places() {
        let page = page(Some("atlantis"));
        assert_eq!(page.region, None);
        assert!(page.lines.iter().any(|l| l.call.as_deref() == Some("112")));
        assert!(page.lines.iter().any(|l| l.call.as_deref() == Some("911")));
    }
}
