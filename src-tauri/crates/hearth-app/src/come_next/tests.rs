use std::sync::LazyLock;

use chrono::{Duration, TimeZone};
use hearth_domain::SittingId;
use hearth_domain::availability::JointRun;

use super::*;

static BOOK: LazyLock<Exercises> = LazyLock::new(Exercises::default);

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 5, 4, 19, 0, 0).unwrap()
}

/// Both open, with these finished so many days ago, and these agreements in force.
fn ours(done: &[(&str, i64)], agreed: &[&str]) -> Known {
    let ended = |days: i64| now() - Duration::days(days);
    let run = |(slug, days): &(&str, i64)| JointRun {
        slug: (*slug).to_owned(),
        heat: Heat::LIGHT,
        begun: ended(*days),
        done: Some(ended(*days)),
        sitting: Some(SittingId::from_bytes([7; 16])),
    };
    Known {
        together: true,
        done: done.iter().map(|(slug, days)| ((*slug).to_owned(), ended(*days))).collect(),
        ours: SharedFacts {
            agreed: agreed.iter().map(|a| (*a).to_owned()).collect(),
            runs: done.iter().map(run).collect(),
            sitting: None,
        },
        ..Known::default()
    }
}

fn next(known: &Known, after: Option<&After>) -> Vec<Next> {
    come_next(&BOOK, known, after, now())
}

fn slugs(known: &Known, after: Option<&After>) -> Vec<String> {
    next(known, after).iter().filter_map(|n| n.slug().map(str::to_owned)).collect()
}

const BASE: [&str; 2] = ["our-ground-rules", "pause-and-repair-plan"];

#[test]
fn s5_a_pause_plan_that_is_agreed_opens_what_builds_on_it_and_says_so() {
    let known = ours(&[("our-ground-rules", 9), ("pause-and-repair-plan", 2)], &BASE);
    let opened = |slug: &str| Next::Opens { slug: slug.into(), on: "pause-and-repair-plan".into() };
    assert_eq!(next(&known, None), [opened("one-talks-one-listens"), opened("weekly-meeting")]);
    let ended = ours(&[("our-ground-rules", 9), ("pause-and-repair-plan", 2)], &BASE[..1]);
    assert_eq!(next(&ended, None), [], "an agreement that was ended opens nothing");
}

#[test]
fn s5_three_weeks_since_the_last_weekly_meeting_are_said_in_days() {
    let known = ours(&[("weekly-meeting", 21), ("kinds-of-closeness", 61), ("daily-check-in", 2)], &BASE);
    let again = |slug: &str, days| Next::Again { slug: slug.into(), days };
    assert_eq!(next(&known, None), [again("weekly-meeting", 21), again("kinds-of-closeness", 61)]);
    let put_aside = ours(&[("weekly-meeting", 57)], &BASE);
    assert_eq!(next(&put_aside, None), [], "P4: what was put aside is not asked for again");
}

#[test]
fn e23_the_way_in_goes_first_and_a_review_that_was_due_comes_after_it() {
    let mut known = ours(&[("weekly-meeting", 8)], &BASE);
    let due = Due { item: "i1".into(), title: "Phones away".into(), on: "2026-05-03".into() };
    known.due = vec![due.clone(), Due { on: "2026-05-04".into(), ..due.clone() }];
    known.way = Some("one-talks-one-listens".into());
    let lines = next(&known, None);
    assert_eq!(lines[..2], [Next::WayIn("one-talks-one-listens".into()), Next::Review(due)]);
    assert_eq!(lines.len(), MOST);
}

#[test]
fn s5_calm_together_never_suggests_itself() {
    let after = After { slug: "calm-together".into(), named: vec!["calm-together".into()], ..After::default() };
    assert_eq!(slugs(&ours(&[("calm-together", 0)], &BASE), Some(&after)), Vec::<String>::new());
    let after = After { slug: "weekly-meeting".into(), ..after };
    assert_eq!(slugs(&ours(&[("weekly-meeting", 0)], &BASE), Some(&after)), ["calm-together"]);
}

#[test]
fn s5_what_a_branch_offers_alone_comes_before_everything_else() {
    let known = Known { way: Some("our-ground-rules".into()), ..Known::default() };
    let after = After {
        slug: "starting-safely".into(),
        offered: vec!["crisis-plan".into()],
        named: vec!["breathe-and-ground".into(), "my-support-circle".into()],
    };
    assert_eq!(slugs(&known, Some(&after)), ["crisis-plan", "our-ground-rules", "breathe-and-ground"]);
}

#[test]
fn u5_in_together_what_one_of_the_two_did_alone_opens_nothing() {
    // Ours holds no such run; were it given one, the need that is a person's own is still not read.
    let known = ours(&[("my-limits", 1), ("coping-plan", 1)], &BASE);
    assert_eq!(next(&known, None), []);
}

#[test]
fn cr20_cr27_cr31_e37_touch_trust_forgiving_and_recovery_are_never_prompted() {
    let all: Vec<(&str, i64)> = BOOK.iter().map(|e| (e.slug.as_str(), 0)).collect();
    for days in (0..120).step_by(3) {
        for together in [true, false] {
            let done: Vec<_> = all.iter().map(|(slug, _)| (*slug, days)).collect();
            for known in [ours(&done, &BASE), ours(&done[..done.len() / 2], &BASE)] {
                for slug in slugs(&Known { together, ..known }, None) {
                    let exercise = BOOK.get(&slug).unwrap();
                    assert!(!CHOSEN_ONLY.contains(&exercise.theme.as_str()), "{slug}");
                    assert!(exercise.heat < Heat::DEEP && slug != "daily-trust-ritual", "{slug}");
                }
            }
        }
    }
}

#[test]
fn e25_what_ours_alone_keeps_closed_is_not_named_and_what_was_begun_is_not_either() {
    let done = [("weekly-meeting", 8), ("kinds-of-closeness", 61)];
    assert_eq!(slugs(&ours(&done, &[]), None), Vec::<String>::new(), "no ground rules, nothing for both");
    assert_eq!(slugs(&ours(&done, &BASE[..1]), None), ["kinds-of-closeness"], "the meeting builds on the pause plan");
    let begun = Known { begun: BTreeSet::from(["kinds-of-closeness".to_owned()]), ..ours(&done, &BASE) };
    assert_eq!(slugs(&begun, None), ["weekly-meeting"]);
}

#[test]
fn s5_in_together_what_is_done_alone_is_not_named_and_alone_it_is() {
    let known = ours(&[("my-support-circle", 91)], &BASE);
    assert_eq!(slugs(&Known { together: false, ..known }, None), ["my-support-circle"]);
}
