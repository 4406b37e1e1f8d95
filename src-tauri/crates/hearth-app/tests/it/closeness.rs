//! The closeness list (S10, F12): marked alone, opened together, taken back by either.

use hearth_app::contract::{Closeness, ClosenessAnswer, ClosenessLasts, ClosenessMark, Code};
use hearth_domain::Person;
use hearth_store::{Image, Ours, OursChange, SharedYes, SharedYeses};

use crate::attack::alex_changes_ours;
use crate::couple::{Laptop, code};

pub(crate) fn mark(answer: ClosenessAnswer) -> ClosenessMark {
    ClosenessMark { answer, only_if: String::new(), lasts: ClosenessLasts::NextTime }
}

pub(crate) fn yes() -> ClosenessMark {
    mark(ClosenessAnswer::Yes)
}

pub(crate) fn only_if(words: &str) -> ClosenessMark {
    ClosenessMark { only_if: words.into(), ..mark(ClosenessAnswer::YesIf) }
}

fn lasting(lasts: ClosenessLasts) -> ClosenessMark {
    ClosenessMark { lasts, ..yes() }
}

/// One person opens, marks, and locks.
pub(crate) async fn marks(laptop: Laptop, who: Person, list: &[(&str, ClosenessMark)]) -> Laptop {
    laptop.open(who).await;
    for (row, mark) in list {
        laptop.app.closeness_mark(row, Some(mark.clone())).await.unwrap();
    }
    laptop.locked().await
}

/// Both press "Open it".
pub(crate) async fn opened(laptop: &Laptop) -> Closeness {
    let before = laptop.app.closeness_open(Person::B).await.unwrap();
    assert_eq!(before.ready, [Person::B], "nobody opens it for two");
    laptop.app.closeness_open(Person::A).await.unwrap()
}

pub(crate) fn rows(page: &Closeness) -> Vec<&str> {
    page.shared.iter().map(|yes| yes.row.as_str()).collect()
}

/// Alex and Sam have both said yes to holding hands for a week and to music for this one time.
async fn with_shared_yeses() -> Laptop {
    let week = lasting(ClosenessLasts::Week);
    let laptop = Laptop::with_couple().await;
    let laptop = marks(laptop, Person::A, &[("hold-hands", week.clone()), ("music", only_if("it is late"))]).await;
    let laptop = marks(laptop, Person::B, &[("music", yes()), ("hold-hands", week)]).await;
    laptop.together().await;
    assert_eq!(rows(&opened(&laptop).await), ["music", "hold-hands"]);
    laptop
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_both_open_it_and_only_what_both_said_yes_to_is_there_with_both_ifs() {
    let laptop = Laptop::with_couple().await;
    let alexs = [("foot-rub", only_if(" not too \n long ")), ("music", yes()), ("read-aloud", yes())];
    let laptop = marks(laptop, Person::A, &alexs).await;
    let laptop = marks(laptop, Person::B, &[("foot-rub", only_if("I am rested")), ("music", yes())]).await;
    laptop.together().await;
    let before = laptop.app.closeness().await.unwrap();
    assert_eq!((before.own.len(), before.shared.len()), (0, 0), "Together shows nobody's marks");
    let page = opened(&laptop).await;
    assert_eq!(rows(&page), ["music", "foot-rub"], "the order of the list, not of the marks");
    assert_eq!(page.shared[0].ifs, []);
    let ifs = page.shared[1].ifs.iter().map(|only| (only.by.person, only.by.name.as_str(), only.words.as_str()));
    assert_eq!(page.shared[1].label, "Foot rub");
    let said = [(Person::A, "Alex", "not too long"), (Person::B, "Sam", "I am rested")];
    assert_eq!(ifs.collect::<Vec<_>>(), said, "both ifs, in the order of the book");
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    let alone = laptop.app.closeness().await.unwrap();
    assert_eq!((rows(&alone), alone.own.as_slice()), (vec!["music", "foot-rub"], [].as_slice()));
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_whoever_pressed_is_asked_again_once_the_page_was_left() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    laptop.app.closeness_open(Person::A).await.unwrap();
    assert_eq!(laptop.app.closeness().await.unwrap().ready, []);
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    assert_eq!(code(&laptop.app.closeness_open(Person::A).await.unwrap_err()), Code::NotNow, "it needs both");
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_a_mark_for_the_next_time_is_used_once_and_a_week_has_seven_nights() {
    let laptop = with_shared_yeses().await;
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    let own = laptop.app.closeness().await.unwrap().own;
    assert_eq!(own.iter().map(|row| row.row.as_str()).collect::<Vec<_>>(), ["hold-hands"], "music is used");
    let laptop = laptop.locked().await;
    laptop.together().await;
    assert_eq!(rows(&opened(&laptop).await), ["hold-hands"], "what nobody said again is gone");
    let laptop = laptop.locked().await;
    laptop.hours(24 * 6);
    laptop.open(Person::B).await;
    assert_eq!(rows(&laptop.app.closeness().await.unwrap()), ["hold-hands"]);
    let laptop = laptop.locked().await;
    laptop.hours(10);
    laptop.open(Person::B).await;
    let page = laptop.app.closeness().await.unwrap();
    assert_eq!((page.own, page.shared), (vec![], vec![]), "no yes outlives its time");
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_tonight_ends_in_the_morning_for_what_both_see_too() {
    let tonight = lasting(ClosenessLasts::Tonight);
    let laptop = Laptop::with_couple().await;
    let laptop = marks(laptop, Person::A, &[("music", tonight)]).await;
    let laptop = marks(laptop, Person::B, &[("music", lasting(ClosenessLasts::Week))]).await;
    laptop.together().await;
    assert_eq!(rows(&opened(&laptop).await), ["music"]);
    let laptop = laptop.locked().await;
    laptop.hours(9);
    for who in Person::BOTH {
        laptop.open(who).await;
        assert_eq!(laptop.app.closeness().await.unwrap().shared, []);
        laptop.app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn u10_a_mark_is_undone_by_leaving_the_line_empty() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let empty = laptop.app.closeness_list().await.unwrap();
    assert!(empty.rows.len() > 15 && empty.rows.iter().all(|row| row.mark.is_none()), "nothing is marked beforehand");
    let marked = laptop.app.closeness_mark("music", Some(only_if("late"))).await.unwrap();
    assert_eq!(marked.rows.iter().filter(|row| row.mark.is_some()).count(), 1);
    assert_eq!(laptop.app.closeness_mark("music", None).await.unwrap(), empty);
    laptop.app.closeness_mark("music", Some(yes())).await.unwrap();
    assert_eq!(laptop.app.closeness_clear().await.unwrap(), empty);
    let unknown = laptop.app.closeness_mark("nowhere", Some(yes())).await.unwrap_err();
    assert_eq!(code(&unknown), Code::Unknown);
    let laptop = laptop.locked().await;
    laptop.together().await;
    assert_eq!(code(&laptop.app.closeness_list().await.unwrap_err()), Code::NotNow, "marks are for one alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_take_back_works_at_once_unnamed_and_unlogged() {
    let laptop = with_shared_yeses().await;
    let past = laptop.app.past(None).await.unwrap();
    let home = laptop.home().await;
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    assert_eq!(rows(&laptop.app.closeness_take_back("hold-hands").await.unwrap()), ["music"]);
    // The process dies here: what was taken back is off the disk already.
    let laptop = laptop.killed();
    alex_changes_ours(&laptop, async |ours: &mut Image<Ours>| {
        let bytes = ours.to_bytes().await.unwrap();
        assert!(!bytes.windows(10).any(|w| w == b"Hold hands"), "wiped from the shared pages");
        OursChange::Closeness(ours.closeness().await.unwrap())
    })
    .await;
    laptop.together().await;
    assert_eq!(laptop.app.past(None).await.unwrap(), past, "no history");
    assert_eq!(laptop.home().await, home, "no line on Home");
    assert_eq!(laptop.app.find("hands", 9).await.unwrap().all, 0);
    assert_eq!(rows(&opened(&laptop).await), Vec::<&str>::new(), "a yes taken back does not come again by itself");
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    assert_eq!(laptop.app.removed().await.unwrap(), []);
    assert_eq!(laptop.app.closeness().await.unwrap().shared, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_in_together_either_takes_back_and_neither_mark_brings_it_again() {
    let laptop = with_shared_yeses().await;
    assert_eq!(rows(&laptop.app.closeness_take_back("hold-hands").await.unwrap()), ["music"]);
    assert_eq!(rows(&laptop.app.closeness_take_back("hold-hands").await.unwrap()), ["music"], "twice is once");
    assert_eq!(rows(&opened(&laptop).await), Vec::<&str>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn cr27_at_most_five_show_and_opening_it_again_shows_no_others() {
    let week = lasting(ClosenessLasts::Week);
    let all = ["meal-without-screens", "read-aloud", "music", "old-photos", "hold-hands", "foot-rub", "slow-dance"];
    let list: Vec<(&str, ClosenessMark)> = all.into_iter().map(|row| (row, week.clone())).collect();
    let laptop = Laptop::with_couple().await;
    let laptop = marks(laptop, Person::A, &list).await;
    let laptop = marks(laptop, Person::B, &list).await;
    laptop.together().await;
    let first = opened(&laptop).await;
    assert_eq!(first.shared.len(), 5);
    let places: Vec<usize> = rows(&first).iter().map(|row| all.iter().position(|id| id == row).unwrap()).collect();
    assert!(places.is_sorted(), "in the order of the list: {places:?}");
    for _ in 0..4 {
        assert_eq!(opened(&laptop).await, first);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_a_line_of_ones_own_meets_the_same_words_and_nothing_else() {
    let laptop = Laptop::with_couple().await;
    for (who, lines) in [
        (Person::A, ["A walk in the rain", "hold  HANDS", "Long kisses", "Only Alex wrote this"]),
        (Person::B, ["a walk in the rain", "Only Sam wrote this", "long kisses", "Breakfast in bed"]),
    ] {
        laptop.open(who).await;
        for line in lines {
            let list = laptop.app.closeness_add(line).await.unwrap();
            for row in list.rows.iter().filter(|row| row.group.is_none()) {
                laptop.app.closeness_mark(&row.row, Some(yes())).await.unwrap();
            }
        }
        laptop.app.closeness_mark("hold-hands", Some(yes())).await.unwrap();
        assert_eq!(code(&laptop.app.closeness_add(" … ").await.unwrap_err()), Code::BadAnswer);
        laptop.app.close().await;
    }
    let laptop = laptop.killed();
    laptop.together().await;
    let page = opened(&laptop).await;
    assert_eq!(rows(&page), ["hold-hands", "own:a walk in the rain"], "a written line is no way round the switch");
    assert_eq!(page.shared[1].label, "A walk in the rain");
    let said = format!("{page:?}");
    assert!(!said.contains("Only ") && !said.contains("Breakfast"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn s10_each_sorts_their_own_list_and_the_shared_one_keeps_its_order() {
    let laptop = with_shared_yeses().await;
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    let order = vec!["hold-hands".to_owned(), "music".to_owned(), "nowhere".to_owned(), "music".to_owned()];
    let list = laptop.app.closeness_sort(order).await.unwrap();
    assert!(list.sorted);
    assert_eq!(list.rows[..2].iter().map(|row| row.row.as_str()).collect::<Vec<_>>(), ["hold-hands", "music"]);
    assert_eq!(rows(&laptop.app.closeness().await.unwrap()), ["music", "hold-hands"]);
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    assert!(!laptop.app.closeness_list().await.unwrap().sorted, "the order is each one's own");
}

#[tokio::test(flavor = "multi_thread")]
async fn u7_after_a_restore_the_list_is_empty() {
    let laptop = with_shared_yeses().await;
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    laptop.app.closeness_clear().await.unwrap();
    let page = laptop.app.closeness().await.unwrap();
    assert_eq!((page.own, page.shared), (vec![], vec![]), "what a copy of the shared pages says does not count");
}

#[tokio::test(flavor = "multi_thread")]
async fn p8_a_yes_that_somebody_put_into_the_shared_pages_by_hand_does_not_show() {
    let laptop = with_shared_yeses().await;
    let laptop = laptop.locked().await;
    alex_changes_ours(&laptop, async |ours: &mut Image<Ours>| {
        let SharedYeses { ends, mut yeses } = ours.closeness().await.unwrap();
        let lie = |row: &str| SharedYes { row: row.into(), label: "x".into(), if_a: None, if_b: None };
        yeses.push(lie("foot-rub"));
        yeses[0].if_b = Some("whenever Alex likes".into());
        OursChange::Closeness(SharedYeses { ends, yeses })
    })
    .await;
    laptop.open(Person::B).await;
    assert_eq!(rows(&laptop.app.closeness().await.unwrap()), ["hold-hands"]);
}
