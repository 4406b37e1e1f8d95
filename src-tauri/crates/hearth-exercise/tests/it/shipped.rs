//! The exercises in the box.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use hearth_exercise::format::{Library, compile, read_canonical};
use hearth_exercise::model::{Exercise, Kind, Need};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/exercises")
}

fn texts(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|e| e == "toml") {
            let name = path.file_stem().and_then(|s| s.to_str()).expect("a plain name").to_owned();
            found.insert(name, std::fs::read_to_string(&path).expect("a text"));
        }
    }
    found
}

fn library() -> Library {
    let part = |name: &str| texts(&folder().join(name));
    Library {
        blocks: part("blocks"),
        lists: part("lists"),
        lexicons: part("lexicons"),
        pages: part("pages"),
        slugs: texts(&folder()).into_keys().collect(),
    }
}

/// Compiled once for all tests.
pub(crate) fn shipped() -> BTreeMap<String, Exercise> {
    static ALL: OnceLock<BTreeMap<String, Exercise>> = OnceLock::new();
    ALL.get_or_init(compiled).clone()
}

fn compiled() -> BTreeMap<String, Exercise> {
    let library = library();
    let one = |(slug, text): (String, String)| {
        let (exercise, findings) = compile(&text, &library);
        assert!(findings.is_empty(), "{slug}: {}", findings.iter().map(|f| format!("{f}\n")).collect::<String>());
        (slug, exercise.expect("no finding, so an exercise"))
    };
    texts(&folder()).into_iter().map(one).collect()
}

#[test]
fn every_shipped_exercise_compiles_without_findings() {
    let slugs: BTreeSet<String> = shipped().into_keys().collect();
    let first = [
        "apology-steps",
        "boundary-talk",
        "breathe-and-ground",
        "my-limits",
        "one-talks-one-listens",
        "our-ground-rules",
        "pause-and-repair-plan",
        "starting-safely",
    ];
    assert!(first.iter().all(|slug| slugs.contains(*slug)), "{slugs:?}");
}

#[test]
fn every_shipped_exercise_is_named_like_its_file_and_has_its_own_uid() {
    let shipped = shipped();
    assert!(shipped.iter().all(|(name, exercise)| *name == exercise.slug));
    let uids: BTreeSet<_> = shipped.values().map(|e| &e.uid).collect();
    assert_eq!(uids.len(), shipped.len());
}

#[test]
fn every_shipped_exercise_survives_the_wire() {
    for (slug, exercise) in shipped() {
        assert_eq!(read_canonical(&exercise.canonical), Ok(exercise), "{slug}");
    }
}

#[test]
fn e21_starting_safely_keeps_a_pace_and_nothing_else() {
    let shipped = shipped();
    let kept: Vec<_> = shipped["starting-safely"]
        .steps
        .iter()
        .filter(|s| s.kind.visibility().is_some_and(|v| v != hearth_domain::Visibility::Eph))
        .map(|s| s.id.as_str())
        .collect();
    assert_eq!(kept, ["pace"]);
}

#[test]
fn e25_only_the_ground_rules_are_exempt_and_boundary_talk_builds_on_own_limits() {
    let shipped = shipped();
    let exempt: Vec<_> = shipped.values().filter(|e| e.exempt).map(|e| e.slug.as_str()).collect();
    assert_eq!(exempt, ["our-ground-rules"]);
    let needs = &shipped["boundary-talk"].needs;
    assert!(needs.iter().any(|n| matches!(n, Need::Own { slug, .. } if slug == "my-limits")), "{needs:?}");
}

#[test]
fn e31_a_boundary_deal_waits_a_day_and_is_agreed_to_freely() {
    let shipped = shipped();
    let talk = &shipped["boundary-talk"];
    let agree = talk.steps.iter().find_map(|s| if let Kind::Agree(a) = &s.kind { Some(a) } else { None });
    let agree = agree.expect("boundary-talk ends in an agreement");
    assert_eq!((agree.cooloff_h, agree.review_default, agree.review_max), (24, 14, 60));
}

#[test]
fn e36_an_apology_waits_a_day() {
    let shipped = shipped();
    let letter =
        shipped["apology-steps"].steps.iter().find_map(|s| if let Kind::Letter(l) = &s.kind { Some(l) } else { None });
    assert_eq!(letter.map(|l| l.cooloff_h), Some(24));
}

#[test]
fn e37_nobody_says_i_forgive_you() {
    for (slug, exercise) in shipped() {
        let said = exercise.canonical.to_lowercase();
        assert!(!said.contains("i forgive you"), "{slug}");
    }
}
