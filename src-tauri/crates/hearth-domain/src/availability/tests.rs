use chrono::TimeZone;

use super::*;
use crate::SittingId;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 20, 19, 0, 0).unwrap()
}

fn ready() -> OwnFacts {
    OwnFacts { pace: Pace::Open, checked_on: Some(now() - Duration::days(1)), ..OwnFacts::default() }
}

fn pair(own: &OwnFacts) -> Pair<OwnFacts> {
    Pair { a: own.clone(), b: own.clone() }
}

fn assigned(slug: &str) -> Vec<Assigned> {
    vec![Assigned { slug: slug.into(), until: None }]
}

fn run(slug: &str, heat: Heat, begun: DateTime<Utc>, sitting: u8) -> JointRun {
    let sitting = Some(SittingId::from_bytes([sitting; 16]));
    JointRun { slug: slug.into(), heat, begun, done: Some(begun + Duration::minutes(20)), sitting }
}

fn settled() -> SharedFacts {
    SharedFacts {
        agreed: vec![GROUND_RULES.into(), PAUSE_PLAN.into()],
        runs: vec![run("one-talks-one-listens", Heat::MEDIUM, now() - Duration::days(3), 1)],
        sitting: Some(SittingId::from_bytes([2; 16])),
    }
}

fn asks(heat: Heat) -> Asks<'static> {
    Asks { slug: "boundary-talk", heat, exempt: false, needs: vec![] }
}

fn open(heat: Heat, own: &Pair<OwnFacts>, ours: &SharedFacts) -> bool {
    availability(&asks(heat), own, ours, now()) == Availability::Open
}

#[test]
fn e25_light_needs_ground_rules_and_two_paces() {
    let own = pair(&OwnFacts::default());
    assert!(open(Heat::LIGHT, &own, &settled()));
    assert!(!open(Heat::LIGHT, &own, &SharedFacts::default()));
    let alone = Pair { a: OwnFacts::default(), b: OwnFacts { pace: Pace::Alone, ..OwnFacts::default() } };
    assert!(!open(Heat::LIGHT, &alone, &settled()));
    let rules = Asks { exempt: true, ..asks(Heat::LIGHT) };
    assert_eq!(availability(&rules, &own, &SharedFacts::default(), now()), Availability::Open);
}

#[test]
fn e25_medium_needs_both_checked_within_ninety_days_and_both_open() {
    assert!(open(Heat::MEDIUM, &pair(&ready()), &settled()));
    let stale = OwnFacts { checked_on: Some(now() - Duration::days(91)), ..ready() };
    assert!(!open(Heat::MEDIUM, &Pair { a: ready(), b: stale }, &settled()));
    let light = OwnFacts { pace: Pace::Light, ..ready() };
    assert!(!open(Heat::MEDIUM, &Pair { a: light, b: ready() }, &settled()));
}

#[test]
fn e25_deep_needs_the_pause_plan_and_an_earlier_sitting() {
    assert!(open(Heat::DEEP, &pair(&ready()), &settled()));
    let no_plan = SharedFacts { agreed: vec![GROUND_RULES.into()], ..settled() };
    assert!(!open(Heat::DEEP, &pair(&ready()), &no_plan));
    let same_evening = SharedFacts { sitting: Some(SittingId::from_bytes([1; 16])), ..settled() };
    assert!(!open(Heat::DEEP, &pair(&ready()), &same_evening));
    let assigned = OwnFacts { assigned: assigned("boundary-talk"), ..ready() };
    assert!(open(Heat::DEEP, &pair(&assigned), &same_evening));
    let stopped = SharedFacts { runs: vec![JointRun { done: None, ..settled().runs[0].clone() }], ..settled() };
    assert!(!open(Heat::DEEP, &pair(&ready()), &stopped));
}

#[test]
fn cr25_deep_rests_a_day_and_is_at_most_two_in_a_week() {
    let with = |days: &[i64]| {
        let mut ours = settled();
        let hours = |d: &i64| run("boundary-talk", Heat::DEEP, now() - Duration::hours(*d), 1);
        ours.runs.extend(days.iter().map(hours));
        open(Heat::DEEP, &pair(&ready()), &ours)
    };
    assert!(!with(&[23]));
    assert!(with(&[24]));
    assert!(!with(&[30, 100]));
    assert!(with(&[30, 168]));
}

#[test]
fn e25_assigned_heat_needs_an_assignment() {
    assert!(!open(Heat::ASSIGNED, &pair(&ready()), &settled()));
    let assigned = OwnFacts { assigned: assigned("boundary-talk"), ..ready() };
    assert!(open(Heat::ASSIGNED, &pair(&assigned), &settled()));
}

#[test]
fn shared_needs_and_rests_close_it() {
    let mut asks = asks(Heat::LIGHT);
    asks.needs = vec![Need::Done { slug: "one-talks-one-listens", days: 2 }];
    assert_eq!(availability(&asks, &pair(&ready()), &settled(), now()), Availability::Closed);
    asks.needs = vec![Need::Done { slug: "one-talks-one-listens", days: 7 }];
    assert_eq!(availability(&asks, &pair(&ready()), &settled(), now()), Availability::Open);
    let resting = OwnFacts { rests: vec![("boundary-talk".into(), now() + Duration::days(1))], ..ready() };
    assert_eq!(availability(&asks, &Pair { a: ready(), b: resting }, &settled(), now()), Availability::Closed);
}

#[test]
fn a_begun_run_checks_the_paces_only() {
    let light = OwnFacts { pace: Pace::Light, ..OwnFacts::default() };
    assert_eq!(may_go_on(Heat::LIGHT, &pair(&light)), Availability::Open);
    assert_eq!(may_go_on(Heat::DEEP, &pair(&light)), Availability::Closed);
}

#[test]
fn e25_cr18_what_a_therapist_assigns_is_closed_alone_too_until_it_is_assigned() {
    let mut own = OwnFacts::default();
    let alone = |slug: &str, heat, own: &OwnFacts| available_alone(slug, heat, own, now()) == Availability::Open;
    assert!(!alone("disclosure-preparation", Heat::ASSIGNED, &own));
    assert!(alone("my-limits", Heat::DEEP, &own));
    own.assigned = assigned("disclosure-preparation");
    assert!(alone("disclosure-preparation", Heat::ASSIGNED, &own));
    assert!(!alone("answering-letter", Heat::ASSIGNED, &own));
}

#[test]
fn e25_cr18_an_assignment_that_ran_out_is_not_current() {
    let until = |until| OwnFacts { assigned: vec![Assigned { slug: "boundary-talk".into(), until }], ..ready() };
    let (ends_now, ends_later) = (until(Some(now())), until(Some(now() + Duration::seconds(1))));
    assert_eq!(available_alone("boundary-talk", Heat::ASSIGNED, &ends_now, now()), Availability::Closed);
    assert_eq!(available_alone("boundary-talk", Heat::ASSIGNED, &ends_later, now()), Availability::Open);
    assert!(!open(Heat::ASSIGNED, &Pair { a: ends_later.clone(), b: ends_now }, &settled()));
    assert!(open(Heat::ASSIGNED, &pair(&ends_later), &settled()));
}
