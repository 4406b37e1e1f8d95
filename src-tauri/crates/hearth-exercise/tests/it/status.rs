//! The status table beside the exercises: what each of the seventeen kinds of step has. A kind without its line does
//! not compile here.

use std::fmt::Write as _;
use std::path::Path;

use hearth_exercise::model::Kind;

use crate::kinds::every_example;

const HEAD: &str = "# The seventeen kinds of step

Kept by a test of hearth-exercise, which reads it from the kinds themselves: one line a kind, its component in
`ui/src/prompts/`, what the keyboard does there, and what a screen reader says. Each has a good and a broken
fixture in `tests/it/kinds.rs` of hearth-exercise; the shipped exercises use all of them, and every shipped exercise is
played in the real window (`tests/e2e/catalogue.rs`).

| kind | component | keyboard | screen reader |
|---|---|---|---|
";

struct Line {
    component: &'static str,
    keys: &'static str,
    spoken: &'static str,
}

const fn line(kind: &Kind) -> Line {
    let (component, keys, spoken) = match kind {
        Kind::Guide(_) => ("Guide", "Enter on its one button, or on \"Not now\" beside it", "heading, then the words"),
        Kind::Text(_) => (
            "Text",
            "typing; Tab to the beginnings of a sentence, Enter puts one in",
            "field named by the question, described by who may read it",
        ),
        Kind::Choose(_) => (
            "Choose",
            "arrows between radios, Space on boxes; Tab to \"up\" and \"down\" where an order counts",
            "group named by the question; each option by its words",
        ),
        Kind::Scale(_) => ("Scale", "arrows between the numbers", "radios; the two ends are named with their words"),
        Kind::Words(_) => ("Words", "Tab and Space", "groups of boxes; what is chosen is told politely"),
        Kind::Checklist(_) => {
            ("Checklist", "Space on a box, arrows between the states of a line", "a group a line, named by it")
        }
        Kind::Table(_) => (
            "Table",
            "Tab through the cells; Enter on \"Add a row\" and \"Remove row 2\"",
            "a group a row, named by it; what was added or removed is told politely",
        ),
        Kind::Turn(_) => (
            "talk/Turn",
            "Enter on the timer's buttons and on \"Continue\"; the timer can be off",
            "a silent timer; told politely at the start, a minute before and at the end",
        ),
        Kind::Mirror(_) => (
            "talk/Mirror",
            "Enter on one of the equal replies",
            "the replies are buttons under their question; no count is told",
        ),
        Kind::Consent(_) => ("Consent", "Enter on one of the equal buttons", "group named by the question"),
        Kind::Agree(_) => {
            ("Agree", "arrows between the review dates, Enter on each name", "the text first, then a group each")
        }
        Kind::Letter(_) => ("Letter", "typing; Tab to the next part", "a field a part, named by it; tips politely"),
        Kind::Pause(_) => ("Pause", "Enter on the clock's buttons; the way on is never held back", "a silent timer"),
        Kind::Schedule(_) => {
            ("Schedule", "typing day, month and year; arrows between repeats", "a group, a label each field")
        }
        Kind::Reveal(_) => (
            "Picks, talk/Ready, talk/Opened, talk/Shown",
            "Space on what to show; Enter on each Ready and on a reply",
            "boxes named by their words; whose words follow is told before them",
        ),
        Kind::Gate(_) => {
            ("Gate", "Space on boxes, arrows between radios where it is one answer", "group named by the question")
        }
        Kind::Close(_) => ("Close", "Enter on keeping or deleting, which are equal", "deleting asks once, politely"),
    };
    Line { component, keys, spoken }
}

#[test]
fn the_status_table_holds_every_kind_and_its_components_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let mut table = String::from(HEAD);
    for kind in every_example() {
        let Line { component, keys, spoken } = line(&kind);
        for name in component.split(", ") {
            let file = root.join("ui/src/prompts").join(name).with_extension("svelte");
            assert!(file.exists(), "{} has no {}", kind.word(), file.display());
        }
        writeln!(table, "| {} | {component} | {keys} | {spoken} |", kind.word()).expect("a string takes it");
    }
    let kept = root.join("assets/exercises/STEPS.md");
    if std::env::var_os("HEARTHSIDE_WRITE").is_some() {
        std::fs::write(&kept, &table).expect("written");
    }
    let read = std::fs::read_to_string(&kept).unwrap_or_default();
    assert_eq!(read, table, "HEARTHSIDE_WRITE=1 cargo test -p hearth-exercise status");
}
