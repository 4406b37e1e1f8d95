//! Something both could do (F8, F9): proposed, countered, agreed, put off, refused, taken back.

use hearth_app::contract::{Agreeing, AgreeingPress, AgreeingText, Begin, Code, DealWords, ProposalAnswer};
use hearth_domain::Person;
use hearth_store::OursChange;

use crate::attack::alex_adds;
use crate::couple::{Laptop, none};
use crate::deals::{id, proposal, quiet, refused};

const FIRST: &str = "Whoever comes home last gets 30 minutes without questions";
const SECOND: &str = "Whoever comes home last gets 20 minutes without questions";

/// Alex proposed; Sam is open.
async fn proposed() -> (Laptop, String) {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let register = laptop.give(Begin::Proposal {}, proposal(FIRST)).await;
    let item = register.proposals[0].item.clone();
    (laptop.alone(Person::B).await, item)
}

/// Who is open suggests this text.
async fn suggest(laptop: &Laptop, item: &str, what: &str) {
    laptop.give(Begin::Suggest { item: item.into() }, proposal(what)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f8_a_request_countered_twice_becomes_an_agreement_that_either_ends_alone() {
    let (laptop, item) = proposed().await;
    let line = laptop.register().await.proposals.remove(0);
    assert_eq!(line.acts, ["change", "not_now", "no"]);
    assert!(!line.can_agree && line.before.is_none(), "{line:?}");
    assert!(!line.unconfirmed);
    let longer =
        DealWords::Proposal { words: hearth_app::contract::ProposalWords { review_days: 30, ..quiet(SECOND) } };
    laptop.give(Begin::Suggest { item: item.clone() }, longer).await;
    let laptop = laptop.alone(Person::A).await;
    let line = laptop.register().await.proposals.remove(0);
    assert_eq!(
        (line.n, line.by.name.as_str(), line.changed.as_slice()),
        (2, "Sam", &["what".into(), "review".into()][..])
    );
    assert_eq!(line.before.map(|before| (before.what, before.review_days)), Some((FIRST.into(), 14)));
    suggest(&laptop, &item, SECOND).await;
    let laptop = laptop.both().await;
    let line = laptop.register().await.proposals.remove(0);
    assert!(line.can_agree && line.acts.is_empty() && line.n == 3 && !line.unconfirmed, "{line:?}");
    assert_eq!(laptop.agreements().await, [], "E31: nothing is agreed yet");
    let over = laptop.agree(&item, 14).await;
    assert!(matches!(over, Agreeing::Over { agreed: true, keeps: false, .. }), "{over:?}");
    assert_eq!(laptop.register().await.proposals, []);
    let deal = laptop.agreements().await.remove(0);
    assert_eq!((deal.state.as_str(), deal.review_on.as_deref()), ("in_force", Some("2026-04-03")));
    assert_eq!(deal.words.as_ref().map(|words| words.what.as_str()), Some(SECOND));
    let laptop = laptop.alone(Person::B).await;
    assert!(!laptop.agreements().await[0].unconfirmed, "each has the proof of their yes");
    let ended = laptop.app.agreement_end(id(&item)).await.unwrap().remove(0);
    assert_eq!(ended.ended.map(|(who, on)| (who.name, on)), Some(("Sam".into(), "2026-03-20".into())));
}

#[tokio::test(flavor = "multi_thread")]
async fn e31_e32_both_say_yes_behind_the_cover_and_confirm_one_text_and_one_date() {
    let (laptop, item) = proposed().await;
    assert_eq!(refused(laptop.app.agreeing_begin(id(&item)).await), Code::NotNow, "nobody agrees alone");
    let laptop = laptop.both().await;
    let no = Agreeing::Over { agreed: false, keeps: false, review_on: None };
    for wants in [[true, false], [false, true], [false, false]] {
        assert_eq!(laptop.asked(&item, wants).await, no);
    }
    assert_eq!((laptop.agreements().await, laptop.register().await.proposals.len()), (vec![], 1), "it still waits");
    let shown = laptop.asked(&item, [true, true]).await;
    let Agreeing::Text { text: AgreeingText { words: Some(words), .. }, days: 14, most: 90, .. } = shown else {
        panic!("{shown:?}")
    };
    assert_eq!(words, quiet(FIRST));
    let far = AgreeingPress::Confirm { who: Person::A, days: 91 };
    assert_eq!(refused(laptop.app.agreeing_press(far).await), Code::BadAnswer);
    laptop.press(AgreeingPress::Confirm { who: Person::A, days: 14 }).await;
    laptop.press(AgreeingPress::Confirm { who: Person::B, days: 30 }).await;
    assert_eq!(laptop.agreements().await, [], "another date is another text");
    laptop.press(AgreeingPress::Confirm { who: Person::A, days: 30 }).await;
    let deal = laptop.agreements().await.remove(0);
    assert_eq!((deal.words.unwrap().review_days, deal.review_on.as_deref()), (30, Some("2026-04-19")));
}

#[tokio::test(flavor = "multi_thread")]
async fn e35_what_would_bind_one_person_counts_only_once_they_said_yes() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let words = hearth_app::contract::ProposalWords { whom: "b".into(), ..quiet("Sam shows the bank letters") };
    laptop.give(Begin::Proposal {}, DealWords::Proposal { words }).await;
    assert_eq!(laptop.agreements().await, []);
    let laptop = laptop.alone(Person::B).await;
    assert_eq!(laptop.agreements().await, []);
    assert_eq!(laptop.app.home().await.unwrap().dates, []);
    assert_eq!(laptop.answers(ProposalAnswer::No).await.unwrap().over[0].standing, "no");
    assert_eq!(laptop.agreements().await, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn p4_not_now_no_and_withdrawn_take_one_press_and_ask_nothing() {
    let (laptop, item) = proposed().await;
    let later = laptop.answers(ProposalAnswer::NotNow).await.unwrap().proposals.remove(0);
    assert_eq!(
        (later.standing.as_str(), later.acts.as_slice()),
        ("not_now", &["take_up", "change", "no"].map(String::from)[..])
    );
    assert_eq!(later.answered.map(|(who, on)| (who.name, on)), Some(("Sam".into(), "2026-03-20".into())));
    let laptop = laptop.both().await;
    assert!(!laptop.register().await.proposals[0].can_agree, "P4: nobody is asked again in Together");
    assert_eq!(refused(laptop.app.agreeing_begin(id(&item)).await), Code::Unknown);
    assert_eq!(refused(laptop.answers(ProposalAnswer::No).await), Code::NotNow, "no answer without a hand");
    let laptop = laptop.alone(Person::A).await;
    assert_eq!(laptop.register().await.proposals[0].acts, ["withdraw"]);
    assert_eq!(refused(laptop.answers(ProposalAnswer::TakeUp).await), Code::Moved);
    let laptop = laptop.alone(Person::B).await;
    assert_eq!(laptop.answers(ProposalAnswer::TakeUp).await.unwrap().proposals[0].standing, "proposed");
    let laptop = laptop.alone(Person::A).await;
    let register = laptop.answers(ProposalAnswer::Withdraw).await.unwrap();
    assert_eq!((register.proposals.len(), register.over[0].standing.as_str()), (0, "withdrawn"));
    assert_eq!(register.over[0].acts, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn f8_after_three_suggested_changes_it_offers_a_session() {
    let (mut laptop, item) = proposed().await;
    for (n, who) in [(1, Person::B), (2, Person::A), (3, Person::B)] {
        laptop = laptop.alone(who).await;
        assert!(!laptop.register().await.proposals[0].session, "{n}");
        suggest(&laptop, &item, &format!("{FIRST}, said {n} times")).await;
    }
    assert!(laptop.register().await.proposals[0].session);
}

#[tokio::test(flavor = "multi_thread")]
async fn p6_f8_a_change_begun_on_an_older_text_is_answered_plainly_and_loses_nothing() {
    let (laptop, item) = proposed().await;
    let suggestion = laptop.app.draft_begin(Begin::Suggest { item: item.clone() }).await.unwrap();
    laptop.write(&suggestion, proposal(SECOND)).await;
    // While Sam thinks about it, Alex takes it back.
    let laptop = laptop.alone(Person::A).await;
    laptop.answers(ProposalAnswer::Withdraw).await.unwrap();
    let laptop = laptop.alone(Person::B).await;
    assert_eq!(refused(laptop.app.proposal_answer(id(&item), 1, ProposalAnswer::No).await), Code::Moved);
    assert_eq!(refused(laptop.app.draft_give(id(&suggestion.item)).await), Code::Moved);
    let again = laptop.app.draft_begin(Begin::GoOn { item: suggestion.item.clone() }).await.unwrap();
    assert!(again.over && again.of.is_none() && again.words == proposal(SECOND), "{again:?}");
    // The words can be proposed as one's own.
    laptop.write(&again, proposal(SECOND)).await;
    let register = laptop.app.draft_give(id(&again.item)).await.unwrap();
    assert_eq!((register.proposals[0].by.name.as_str(), register.drafts.len()), ("Sam", 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn f8_nobody_can_counter_or_withdraw_while_both_are_about_to_agree() {
    let (laptop, item) = proposed().await;
    let laptop = laptop.both().await;
    laptop.asked(&item, [true, true]).await;
    laptop.press(AgreeingPress::Confirm { who: Person::A, days: 14 }).await;
    for answer in [ProposalAnswer::Withdraw, ProposalAnswer::No] {
        assert_eq!(refused(laptop.app.proposal_answer(id(&item), 1, answer).await), Code::NotNow);
    }
    let laptop = laptop.killed();
    laptop.together().await;
    assert_eq!((laptop.agreements().await, laptop.register().await.proposals.len()), (vec![], 1), "U3");
}

#[tokio::test(flavor = "multi_thread")]
async fn f9_a_changed_agreement_stays_in_force_until_the_new_one_is_agreed() {
    let (laptop, item) = proposed().await;
    let laptop = laptop.both().await;
    laptop.agree(&item, 14).await;
    let laptop = laptop.alone(Person::B).await;
    let draft = laptop.app.draft_begin(Begin::Change { item: item.clone() }).await.unwrap();
    assert_eq!(
        (draft.words.clone(), draft.replaces.clone().map(|old| old.item)),
        (proposal(FIRST), Some(item.clone()))
    );
    let kept = laptop.write(&draft, proposal(SECOND)).await;
    assert_eq!(kept.changed, ["what"]);
    let twice = laptop.app.draft_begin(Begin::Change { item: item.clone() }).await.unwrap();
    assert_eq!(twice.item, draft.item, "one draft, not two");
    let line = laptop.app.draft_give(id(&draft.item)).await.unwrap().proposals.remove(0);
    assert_eq!(line.replaces.as_ref().map(|old| old.item.as_str()), Some(item.as_str()));
    let laptop = laptop.both().await;
    let before = laptop.agreements().await;
    assert_eq!((before.len(), before[0].state.as_str()), (1, "in_force"));
    laptop.agree(&line.item, 14).await;
    let deals = laptop.agreements().await;
    let states: Vec<_> = deals.iter().map(|deal| (deal.item.as_str(), deal.state.as_str())).collect();
    assert_eq!(states, [(line.item.as_str(), "in_force"), (item.as_str(), "changed")]);
    assert_eq!(deals[1].changed, Some(("A quiet half hour".into(), "2026-03-20".into())));
    assert_eq!(refused(laptop.app.agreeing_begin(id(&item)).await), Code::Unknown);
    let laptop = laptop.alone(Person::A).await;
    assert_eq!(refused(laptop.app.agreement_end(id(&item)).await), Code::Unknown, "it is over already");
    let told = laptop.app.past(None).await.unwrap().changes;
    let all: Vec<_> = told.iter().map(|change| change.what.as_str()).collect();
    assert_eq!(all[..4], ["replaced", "said_yes", "in_force", "proposed"], "P8: {all:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn f9_an_agreement_of_an_exercise_is_changed_and_what_builds_on_it_stays_open() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(none).await;
    let rules = laptop.agreements().await.remove(0);
    let laptop = laptop.alone(Person::A).await;
    let draft = laptop.app.draft_begin(Begin::Change { item: rules.item.clone() }).await.unwrap();
    let DealWords::Proposal { words } = draft.words.clone() else { panic!("{draft:?}") };
    assert!(words.name == rules.title && !words.what.is_empty(), "{words:?}");
    laptop.write(&draft, draft.words.clone()).await;
    let line = laptop.app.draft_give(id(&draft.item)).await.unwrap().proposals.remove(0);
    let laptop = laptop.both().await;
    laptop.agree(&line.item, 14).await;
    let deals = laptop.agreements().await;
    assert_eq!((deals[0].slug.as_str(), deals[0].state.as_str()), ("our-ground-rules", "in_force"));
    assert_eq!(deals[1].state, "changed");
    assert!(laptop.app.look("pause-and-repair-plan").await.unwrap().open, "the rules are still agreed");
}

#[tokio::test(flavor = "multi_thread")]
async fn e33_u10_the_old_one_can_be_ended_while_its_change_waits() {
    let (laptop, item) = proposed().await;
    let laptop = laptop.both().await;
    laptop.agree(&item, 14).await;
    let laptop = laptop.alone(Person::A).await;
    let line = laptop.give(Begin::Change { item: item.clone() }, proposal(SECOND)).await.proposals.remove(0);
    laptop.app.agreement_end(id(&item)).await.unwrap();
    let laptop = laptop.both().await;
    laptop.agree(&line.item, 14).await;
    let states: Vec<_> = laptop.agreements().await.into_iter().map(|deal| (deal.item, deal.state)).collect();
    assert_eq!(states, [(line.item, "in_force".into()), (item, "ended".into())], "who ended it is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn e31_that_somebody_proposed_it_proves_no_yes_of_theirs() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::B).await;
    let item = laptop.give(Begin::Proposal {}, proposal(FIRST)).await.proposals.remove(0).item;
    let laptop = laptop.locked().await;
    alex_adds(&laptop, OursChange::ItemState { item: id(&item), state: "in_force".into() }).await;
    laptop.open(Person::B).await;
    let deal = laptop.agreements().await.remove(0);
    assert!(deal.unconfirmed, "Sam proposed it and agreed to nothing: {deal:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn p8_the_history_says_who_proposed_suggested_put_off_and_refused() {
    let (laptop, item) = proposed().await;
    suggest(&laptop, &item, SECOND).await;
    let laptop = laptop.alone(Person::A).await;
    laptop.hours(24);
    laptop.answers(ProposalAnswer::NotNow).await.unwrap();
    laptop.answers(ProposalAnswer::TakeUp).await.unwrap();
    laptop.answers(ProposalAnswer::No).await.unwrap();
    let changes = laptop.app.past(None).await.unwrap().changes;
    let told: Vec<_> = changes.iter().filter_map(|c| Some((c.what.as_str(), c.by.as_ref()?.name.as_str()))).collect();
    let wanted =
        [("no", "Alex"), ("taken_up", "Alex"), ("not_now", "Alex"), ("suggested", "Sam"), ("proposed", "Alex")];
    assert_eq!(told[..5], wanted);
    assert_eq!((changes[0].on.as_str(), changes[0].about.as_str()), ("2026-03-21", "A quiet half hour"));
}

#[tokio::test(flavor = "multi_thread")]
async fn s14_find_shows_limits_proposals_and_ones_own_drafts_as_what_they_are() {
    let (laptop, _) = proposed().await;
    laptop.give(Begin::Limit {}, crate::deals::limit("I will go out, thistledown")).await;
    let draft = laptop.app.draft_begin(Begin::Proposal {}).await.unwrap();
    laptop.write(&draft, proposal("Tea, thistledown")).await;
    let kinds = async |words: &str| {
        let hits = laptop.app.find(words, 9).await.unwrap().hits;
        hits.into_iter().map(|hit| (hit.kind, hit.mine, hit.by.map(|by| by.name))).collect::<Vec<_>>()
    };
    let of = |kind: &str, mine, by: Option<&str>| (kind.to_owned(), mine, by.map(str::to_owned));
    let found = kinds("thistledown").await;
    assert!(
        found.contains(&of("limit", false, Some("Sam"))) && found.contains(&of("proposal_draft", true, None)),
        "{found:?}"
    );
    assert_eq!(kinds("questions").await, [of("proposal", false, Some("Alex"))]);
    let spot = laptop.app.find("questions", 1).await.unwrap().hits.remove(0).spot;
    assert_eq!(laptop.app.entry(spot).await.unwrap().lines[0].lines, [FIRST]);
}
