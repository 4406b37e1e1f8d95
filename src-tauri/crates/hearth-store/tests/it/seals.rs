use hearth_domain::{Person, RoundId};
use hearth_store::{Image, Opening, Ours, OursChange, Own, OwnChange};

use crate::{at, doc_ours, doc_own, line, run_id, start, with};

const ROUND: RoundId = RoundId::from_bytes([5; 16]);

fn seal(n: u8) -> OwnChange {
    OwnChange::Seal { round: ROUND, at: at("hope"), r: [n; 32], m: format!("\"hope {n}\""), c: [n + 100; 32] }
}

async fn mine(changes: Vec<OwnChange>) -> Image<Own> {
    let lines: Vec<_> =
        [doc_own(), OwnChange::RunBegun(start())].into_iter().chain(changes).map(|c| line(0, c)).collect();
    with(&lines).await
}

async fn ours(changes: Vec<OursChange>) -> Image<Ours> {
    let made = OursChange::RoundMade { round: ROUND, at: at("hope"), prompt: [9; 32] };
    let lines: Vec<_> =
        [doc_ours(), OursChange::RunBegun(start()), made].into_iter().chain(changes).map(|c| line(0, c)).collect();
    with(&lines).await
}

fn committed(who: Person, c: u8) -> OursChange {
    OursChange::Committed { round: ROUND, who, c: [c; 32] }
}

#[tokio::test]
async fn e14_until_both_have_sealed_each_may_change_or_take_back() {
    let mut mine = mine(vec![seal(1), seal(2)]).await;
    assert_eq!(mine.ledger().await.unwrap()[0].m, "\"hope 2\"");
    mine.apply(&line(1, OwnChange::Unseal { round: ROUND })).await.unwrap();
    assert!(mine.ledger().await.unwrap().is_empty());
    let mut ours = ours(vec![committed(Person::A, 1), committed(Person::A, 2)]).await;
    assert_eq!(ours.commitments(ROUND).await.unwrap()[0].c, [2; 32]);
    ours.apply(&line(1, OursChange::Uncommitted { round: ROUND })).await.unwrap();
    assert!(ours.commitments(ROUND).await.unwrap().is_empty());
    assert_eq!(ours.rounds(run_id(1)).await.unwrap()[0].state, "closed");
}

#[tokio::test]
async fn after_the_pin_nothing_about_a_seal_changes() {
    let mut mine = mine(vec![seal(1), OwnChange::Pin { round: ROUND, peer: [3; 32] }]).await;
    mine.apply(&line(1, seal(2))).await.unwrap_err();
    mine.apply(&line(1, OwnChange::Pin { round: ROUND, peer: [4; 32] })).await.unwrap_err();
    assert_eq!(mine.ledger().await.unwrap()[0].peer, Some([3; 32]));
}

#[tokio::test]
async fn e14_a_pair_is_published_in_one_change_or_not_at_all() {
    let opening = |n: u8| Opening { r: [n; 32], m: format!("\"{n}\"") };
    let open = OursChange::RoundOpened { round: ROUND, a: opening(1), b: opening(2) };
    let mut alone = ours(vec![committed(Person::A, 1)]).await;
    alone.apply(&line(1, open.clone())).await.unwrap_err();
    assert!(alone.commitments(ROUND).await.unwrap()[0].m.is_none());
    let mut both = ours(vec![committed(Person::A, 1), committed(Person::B, 2), open]).await;
    let published: Vec<_> = both.commitments(ROUND).await.unwrap().into_iter().map(|c| c.m).collect();
    assert_eq!(published, [Some("\"1\"".into()), Some("\"2\"".into())]);
    both.apply(&line(2, committed(Person::A, 9))).await.unwrap_err();
}
