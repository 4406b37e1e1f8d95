//! Touch and closeness, played: the gentler choice counts, a push rests, a sexual row needs two.

use hearth_domain::Person::{self, A, B};

use super::play::picked;
use super::saying::{Played, played};
use crate::page::Phase;
use crate::run::OwnEffect;
use crate::value::Value;

fn rests(play: &Played, who: Person) -> Vec<(Vec<String>, u32)> {
    let rest = |e: &OwnEffect| match e {
        OwnEffect::Rest { slugs, days } => Some((slugs.clone(), *days)),
        _ => None,
    };
    play.play.own(who).into_iter().filter_map(rest).collect()
}

/// After a session on the ladder that felt so pushed and so safe to one of them.
fn ladder(pushed: i32, safe: i32, felt_by: Person) -> Played {
    played("touch-ladder", "main", move |step, by| match step {
        "pushed" => Some(Value::Number(if by == felt_by { pushed } else { 0 })),
        "safe" => Some(Value::Number(if by == felt_by { safe } else { 10 })),
        _ => None,
    })
}

#[test]
fn cr28_pushed_by_three_or_more_rests_touch_for_a_week() {
    assert_eq!(rests(&ladder(2, 6, A), A), []);
    let both = vec!["yes-no-maybe".to_owned(), "touch-ladder".to_owned()];
    for pushed in [3, 10] {
        let play = ladder(pushed, 6, A);
        assert_eq!(rests(&play, A), [(both.clone(), 7)], "{pushed}");
        assert_eq!(rests(&play, B), [], "it is written in that person's own pages alone");
        assert_eq!(play.helped().iter().map(|h| h.0).collect::<Vec<_>>(), [Some(A)]);
    }
    assert_eq!(rests(&ladder(0, 5, B), B), [(vec!["touch-ladder".to_owned()], 7)]);
    for felt in ["pushed", "wanted-no"] {
        let play = played("yes-no-maybe", "main", |step, by| (step == "feel" && by == B).then(|| picked(&[felt])));
        assert_eq!((rests(&play, A), rests(&play, B)), (Vec::new(), vec![(both.clone(), 7)]), "{felt}");
    }
}

#[test]
fn cr28_nobody_sees_that_the_other_felt_pushed() {
    let (easy, pushed) = (ladder(0, 10, A), ladder(8, 2, A));
    assert_eq!(easy.seen_by(B), pushed.seen_by(B));
    assert_eq!(easy.play.ours(), pushed.play.ours());
}

#[test]
fn cr28_the_gentler_level_counts_and_nobody_can_tell_whose_it_was() {
    let levels = [
        ("touch-ladder", "rung", "rung-2", "rung-6"),
        ("yes-no-maybe", "range", "words", "sexual"),
        ("getting-to-know-you-again", "depth", "light", "deeper"),
        ("calm-together", "near", "across-room", "side-by-side"),
    ];
    for (slug, level, gentle, bold) in levels {
        let of = |gentle_by: Person| {
            played(slug, "main", move |step, by| {
                (step == level).then(|| picked(&[if by == gentle_by { gentle } else { bold }]))
            })
        };
        let (by_a, by_b) = (of(A), of(B));
        assert!(by_a.came_to(level), "{slug} asks for no {level}");
        assert_eq!(by_a.play.ours(), by_b.play.ours(), "{slug}");
        let open = |play: &Played| {
            let own = |phase: &&Phase| matches!(phase, Phase::Page(page) if page.actor.is_some());
            let checked = |phase: &&Phase| matches!(phase, Phase::Check { .. });
            play.seen.iter().filter(|p| !own(p) && !checked(p)).cloned().collect::<Vec<_>>()
        };
        assert_eq!(open(&by_a), open(&by_b), "{slug}");
        let bold_alone = played(slug, "main", move |step, _| (step == level).then(|| picked(&[bold])));
        assert_ne!(open(&by_a), open(&bold_alone), "{slug}: the gentler level changes nothing");
    }
}

#[test]
fn cr29_a_sexual_row_shows_only_if_both_switched_it_on() {
    let rows = [
        ("yes-no-maybe", "range", "list-sexual", "sexual", ["affection", "words", "rather-not-say"].as_slice()),
        ("kinds-of-closeness", "also", "extra", "yes", ["leave-out", "rather-not-say"].as_slice()),
    ];
    for (slug, switch, row, on, others) in rows {
        for off in others {
            for who in [A, B] {
                let play = played(slug, "main", |step, by| {
                    (step == switch).then(|| picked(&[if by == who { *off } else { on }]))
                });
                assert!(!play.came_to(row), "{slug}: {off}");
            }
        }
        let both = played(slug, "main", |step, _| (step == switch).then(|| picked(&[on])));
        assert!(both.came_to(row), "{slug}");
    }
}
