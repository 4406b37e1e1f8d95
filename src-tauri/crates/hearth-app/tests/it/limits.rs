//! A limit somebody sets for themself (F8): told, and nothing to be answered.

use hearth_app::contract::{Begin, Code, ProposalAnswer, Register};
use hearth_domain::Person;
use hearth_store::OursChange;

use crate::attack::alex_adds;
use crate::couple::Laptop;
use crate::deals::{id, limit, proposal, refused};

const WILL: &str = "I will go to the other room for half an hour";

/// Alex gave a limit; Alex is open.
async fn given() -> (Laptop, String) {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let register = laptop.give(Begin::Limit {}, limit(WILL)).await;
    assert_eq!(register.drafts, [], "its draft went to Ours");
    let item = register.limits[0].item.clone();
    (laptop, item)
}

#[tokio::test(flavor = "multi_thread")]
async fn f8_a_limit_has_no_answer_but_read() {
    let (laptop, item) = given().await;
    let laptop = laptop.alone(Person::B).await;
    let line = laptop.register().await.limits.remove(0);
    assert_eq!((line.by.name.as_str(), line.words.will.as_str()), ("Alex", WILL));
    assert!(line.can_read && !line.own && !line.unconfirmed, "{line:?}");
    let app = &laptop.app;
    for answer in [ProposalAnswer::No, ProposalAnswer::NotNow, ProposalAnswer::TakeUp, ProposalAnswer::Withdraw] {
        assert_eq!(refused(app.proposal_answer(id(&item), 1, answer).await), Code::Unknown);
    }
    for begin in [Begin::Suggest { item: item.clone() }, Begin::ChangeLimit { item: item.clone() }] {
        assert_eq!(refused(app.draft_begin(begin).await), Code::Unknown, "no counter");
    }
    assert_eq!(refused(app.draft_begin(Begin::Change { item: item.clone() }).await), Code::Unknown);
    assert_eq!(refused(app.limit_end(id(&item)).await), Code::Unknown, "its writer alone ends it");
    assert_eq!(refused(app.agreement_end(id(&item)).await), Code::Unknown);
    assert_eq!(app.agreements().await.unwrap(), [], "a limit is no agreement");
    assert_eq!(laptop.register().await.limits, [line], "none of it changed a thing");

    let read = app.limit_read(id(&item)).await.unwrap().limits.remove(0);
    assert_eq!(read.read.map(|(who, on)| (who.name, on)), Some(("Sam".into(), "2026-03-20".into())));
    assert!(!read.can_read);
    let laptop = laptop.both().await;
    assert_eq!(refused(laptop.app.agreeing_begin(id(&item)).await), Code::Unknown, "no vote");
    assert_eq!(refused(laptop.app.limit_end(id(&item)).await), Code::NotNow);
    assert_eq!(refused(laptop.app.limit_read(id(&item)).await), Code::NotNow);
    let laptop = laptop.alone(Person::A).await;
    assert_eq!(refused(laptop.app.limit_read(id(&item)).await), Code::Unknown, "nobody reads their own");
    assert!(laptop.register().await.limits[0].read.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn f8_a_draft_that_claims_to_change_the_others_limit_puts_nothing_there() {
    let (laptop, item) = given().await;
    let laptop = laptop.alone(Person::B).await;
    let draft = laptop.app.draft_begin(Begin::Limit {}).await.unwrap();
    let of = Some(hearth_app::contract::DraftOf { item: item.clone(), n: 1 });
    laptop.write(&hearth_app::contract::Draft { of, ..draft.clone() }, limit("I will stay")).await;
    assert_eq!(refused(laptop.app.draft_give(id(&draft.item)).await), Code::Moved);
    let register = laptop.register().await;
    assert_eq!((register.limits[0].words.will.as_str(), register.drafts.len()), (WILL, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn f8_p8_a_limit_is_changed_by_its_writer_and_keeps_what_it_said() {
    let (laptop, item) = given().await;
    let laptop = laptop.alone(Person::B).await;
    laptop.app.limit_read(id(&item)).await.unwrap();
    let laptop = laptop.alone(Person::A).await;
    laptop.hours(24);
    let begin = Begin::ChangeLimit { item: item.clone() };
    let draft = laptop.app.draft_begin(begin.clone()).await.unwrap();
    assert_eq!(draft.words, limit(WILL), "it begins with what stands");
    let changed = laptop.give(begin, limit("I will go out")).await.limits.remove(0);
    assert_eq!((changed.item, changed.words.will.as_str()), (item, "I will go out"));
    assert_eq!(changed.read, None, "the new words were not read");
    let earlier: Vec<_> = changed.earlier.iter().map(|e| (e.until.as_str(), e.words.will.as_str())).collect();
    assert_eq!(earlier, [("2026-03-21", WILL)]);
    let laptop = laptop.alone(Person::B).await;
    assert!(laptop.register().await.limits[0].can_read);
}

#[tokio::test(flavor = "multi_thread")]
async fn u2_u10_a_limit_ends_with_one_press_of_its_writer() {
    let (laptop, item) = given().await;
    let ended = laptop.app.limit_end(id(&item)).await.unwrap().limits.remove(0);
    assert_eq!(ended.ended.map(|(who, on)| (who.name, on)), Some(("Alex".into(), "2026-03-20".into())));
    assert_eq!(refused(laptop.app.limit_end(id(&item)).await), Code::Unknown, "once");
    let laptop = laptop.alone(Person::B).await;
    let line = laptop.register().await.limits.remove(0);
    assert!(line.ended.is_some() && !line.can_read, "P8: it stays to be read: {line:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn e34_words_about_the_other_are_a_quiet_tip_and_never_stop_anybody() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let draft = laptop.app.draft_begin(Begin::Limit {}).await.unwrap();
    let kept = laptop.write(&draft, limit("You must stop, or else I go")).await;
    let words: Vec<_> = kept.tips.iter().map(|tip| (tip.part.as_deref(), tip.word.as_str())).collect();
    assert_eq!(words, [(Some("will"), "you must"), (Some("will"), "or else")]);
    assert_eq!(kept.missing, Vec::<String>::new());
    laptop.app.draft_give(id(&draft.item)).await.unwrap();
    let draft = laptop.app.draft_begin(Begin::Proposal {}).await.unwrap();
    let kept = laptop.write(&draft, proposal("Phones away, or else no dinner")).await;
    assert_eq!(kept.tips[0].word, "or else");
    laptop.app.draft_give(id(&draft.item)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn f0_u3_a_draft_is_kept_as_it_is_typed_and_can_be_put_back_once_removed() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let draft = laptop.app.draft_begin(Begin::Limit {}).await.unwrap();
    assert_eq!(laptop.register().await.drafts, [], "nothing is kept before the first word");
    for end in 1..WILL.len() {
        laptop.write(&draft, limit(&WILL[..end])).await;
    }
    let laptop = laptop.killed();
    laptop.open(Person::A).await;
    let line = laptop.register().await.drafts.remove(0);
    assert_eq!((line.kind.as_str(), line.name.as_str()), ("limit", "Shouting"));
    let again = laptop.app.draft_begin(Begin::GoOn { item: line.item.clone() }).await.unwrap();
    assert_eq!(again.words, limit(&WILL[..WILL.len() - 1]));
    let register = laptop.app.draft_remove(id(&line.item)).await.unwrap();
    assert_eq!(register.drafts, []);
    let removed = laptop.app.removed().await.unwrap();
    assert_eq!((removed[0].kind.as_str(), removed[0].title.as_str()), ("limit_draft", "Shouting"));
    laptop.app.thing_put_back(id(&line.item)).await.unwrap();
    assert_eq!(laptop.register().await.drafts, [line]);
}

#[tokio::test(flavor = "multi_thread")]
async fn p3_u5_nothing_of_the_others_drafts_is_on_ones_own_page_or_in_together() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let empty: Register = laptop.register().await;
    let laptop = laptop.alone(Person::B).await;
    for (begin, words) in [(Begin::Limit {}, limit(WILL)), (Begin::Proposal {}, proposal("We eat together"))] {
        let draft = laptop.app.draft_begin(begin).await.unwrap();
        laptop.write(&draft, words).await;
    }
    assert_eq!(laptop.register().await.drafts.len(), 2);
    let draft = laptop.register().await.drafts[0].item.clone();
    let laptop = laptop.alone(Person::A).await;
    assert_eq!(laptop.register().await, empty);
    assert_eq!(refused(laptop.app.draft_begin(Begin::GoOn { item: draft.clone() }).await), Code::Unknown);
    assert_eq!(refused(laptop.app.draft_give(id(&draft)).await), Code::Unknown);
    let laptop = laptop.both().await;
    assert_eq!(laptop.register().await, empty, "no drafts in Together");
    assert_eq!(refused(laptop.app.draft_begin(Begin::Limit {}).await), Code::NotNow);
}

#[tokio::test(flavor = "multi_thread")]
async fn u3_a_program_that_ends_while_a_limit_is_given_gives_it_once() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let draft = laptop.app.draft_begin(Begin::Limit {}).await.unwrap();
    laptop.write(&draft, limit(WILL)).await;
    let laptop = laptop.killed();
    laptop.open(Person::A).await;
    laptop.app.draft_give(id(&draft.item)).await.unwrap();
    let laptop = laptop.killed();
    laptop.open(Person::A).await;
    // As if it had ended before the draft went.
    laptop.write(&draft, limit(WILL)).await;
    let register = laptop.app.draft_give(id(&draft.item)).await.unwrap();
    assert_eq!((register.limits.len(), register.drafts.len()), (1, 0));
    assert!(!register.limits[0].unconfirmed);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_somebody_never_gave_is_not_shown_as_theirs() {
    let (laptop, item) = given().await;
    let laptop = laptop.alone(Person::B).await;
    laptop.give(Begin::Limit {}, limit("I will stay calm")).await;
    let sams = laptop.register().await.limits.into_iter().find(|line| line.own).unwrap();
    let laptop = laptop.locked().await;
    // Alex holds the key of Ours, and writes a "read" in Sam's name.
    alex_adds(&laptop, OursChange::Assent { item: id(&item), n: 1, who: Person::B, digest: [1; 32] }).await;
    laptop.open(Person::B).await;
    let lines = laptop.register().await.limits;
    let alexs = lines.iter().find(|line| line.item == item).unwrap();
    assert!(alexs.can_read && alexs.read.is_none(), "{alexs:?}");
    assert!(!lines.iter().find(|line| line.item == sams.item).unwrap().unconfirmed);
}
