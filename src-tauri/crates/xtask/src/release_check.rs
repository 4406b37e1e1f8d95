//! `cargo xtask release-check`: what must hold before somebody else gets the program.

use std::path::Path;

use anyhow::{Context, Result, bail};
use toml::Table;

use crate::house::House;
use crate::{child, setup};

/// A help line older than this is called again by a person.
const HELP_LINE_DAYS: i64 = 180;
/// What every test seam's name begins with; it is in the binary exactly if the seams are.
const SEAM: &str = "HEARTHSIDE_E2E_";

/// Builds the program as released, looks for seams, and lists help lines that nobody has checked lately.
///
/// # Errors
/// If a seam or an unchecked help line is found.
pub fn run(house: &House) -> Result<()> {
    setup::to_run(house)?;
    setup::build_page(house)?;
    let build = ["build", "--locked", "--release", "--package", "hearthside", "--features", "custom-protocol"];
    child::run("building the program, optimised", &mut house.cargo(&build))?;
    let program = format!("release/hearthside{}", std::env::consts::EXE_SUFFIX);
    has_no_seams(&house.target.join(program))?;
    let text = std::fs::read_to_string(house.root.join("assets/help/lines.toml"))?;
    let stale = stale_help_lines(&text, today())?;
    if stale.is_empty() {
        return Ok(());
    }
    bail!("call these help lines and write verified_on, or take them out:\n  {}", stale.join("\n  "))
}

/// A build without the feature `e2e` names none of its environment variables.
///
/// # Errors
/// If it does.
pub fn has_no_seams(program: &Path) -> Result<()> {
    let bytes = std::fs::read(program).with_context(|| program.display().to_string())?;
    if bytes.windows(SEAM.len()).any(|window| window == SEAM.as_bytes()) {
        bail!("{} has test seams ({SEAM}..): it was built with the feature e2e", program.display());
    }
    Ok(())
}

/// Each line without a check, or with one too long ago, as "region: name (why)".
fn stale_help_lines(text: &str, today: i64) -> Result<Vec<String>> {
    let file: Table = text.parse().context("assets/help/lines.toml")?;
    let lines = file.get("line").and_then(|lines| lines.as_array()).context("no [[line]] in it")?;
    Ok(lines.iter().filter_map(|line| line.as_table()).filter_map(|line| staleness(line, today)).collect())
}

fn staleness(line: &Table, today: i64) -> Option<String> {
    let word = |key: &str| line.get(key).and_then(|value| value.as_str()).unwrap_or("?");
    let why = match line.get("verified_on").map(|date| date.to_string().trim_matches('"').to_owned()) {
        None => "never checked".to_owned(),
        Some(date) => match day_number(&date) {
            None => format!("verified_on {date} is no date"),
            Some(day) if today - day > HELP_LINE_DAYS => format!("checked {} days ago", today - day),
            Some(_) => return None,
        },
    };
    Some(format!("{}: {} ({why})", word("region"), word("name")))
}

/// Days since 1970-01-01 of `2026-03-01`.
fn day_number(date: &str) -> Option<i64> {
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let in_range = (1..=12).contains(&month) && (1..=31).contains(&day);
    // A year that begins in March ends with the leap day, which makes the months' lengths regular.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1;
    in_range.then_some(days - 719_468)
}

#[expect(clippy::disallowed_methods, reason = "a developer's command, no part of the program")]
fn today() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs() / 86_400).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = r#"
        [[line]]
        region = "us"
        name = "Never"
        [[line]]
        region = "uk"
        name = "Old"
        verified_on = "2026-01-01"
        [[line]]
        region = "ie"
        name = "Fresh"
        verified_on = "2026-06-30"
    "#;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(day_number("1970-01-01"), Some(0));
        assert_eq!(day_number("2000-02-29"), Some(11_016));
        assert_eq!(day_number("2026-11-21"), Some(20_778));
        assert_eq!(day_number("2026-13-01"), None);
        assert_eq!(day_number("soon"), None);
    }

    #[test]
    fn cr38_help_lines_never_checked_or_checked_long_ago_are_listed() {
        let today = day_number("2026-07-01").unwrap();
        let stale = stale_help_lines(LINES, today).unwrap();
        assert_eq!(stale, ["us: Never (never checked)", "uk: Old (checked 181 days ago)"]);
    }

    #[test]
    fn a_program_that_names_a_seam_is_refused() {
        let folder = std::env::temp_dir().join(format!("hearthside-seams-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let program = folder.join("program");
        std::fs::write(&program, [b"\0\x01", SEAM.as_bytes(), b"NOW"].concat()).unwrap();
        assert!(has_no_seams(&program).is_err());
        std::fs::write(&program, b"\0\x01HEARTHSIDE").unwrap();
        assert!(has_no_seams(&program).is_ok());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
