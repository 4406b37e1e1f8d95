//! The tray (F10, E36, CR22): nobody can tell closed from opened, and nothing of it shows where it does not belong.

use std::sync::Arc;

use hearth_app::contract::{Code, LetterCheck, LetterWay, Letters};
use hearth_domain::{ItemId, Person};
use hearth_store::{Image, Ours};
use hearth_vault::disk::RealDisk;
use hearth_vault::{LockedVault, Passphrase, Settings};
use rand::rngs::OsRng;

use crate::couple::{ALEX, Laptop, code, none};
use crate::letters::shelves;

const TOPIC: &str = "Harrowgate";
const WORDS: &str = "Thimbleweed, as it was";

/// Alex wrote to Sam a day ago and put it in the tray; nobody is open.
async fn with_a_letter() -> (Laptop, ItemId) {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let id = laptop.writes(TOPIC, WORDS).await;
    laptop.hours(24);
    laptop.app.letter_put(id, TOPIC).await.unwrap();
    (laptop.locked().await, id)
}

async fn open(laptop: Laptop, who: Person) -> Laptop {
    let laptop = laptop.locked().await;
    laptop.open(who).await;
    laptop
}

fn id(text: &str) -> ItemId {
    text.parse().unwrap()
}

/// The whole of Ours as it lies under its lock, and every item, also those that were removed.
async fn ours(laptop: &Laptop) -> (Vec<u8>, String) {
    let folder = laptop.home.path().join("workbook.hearth");
    let mut vault = LockedVault::open(Arc::new(RealDisk), &folder, Settings::for_tests()).unwrap();
    let mut keys = vault.unlock(Person::A, &Passphrase::new(ALEX.as_bytes()).unwrap(), &mut OsRng).unwrap();
    let loaded = keys.ours.load().unwrap();
    assert!(loaded.records.is_empty(), "locking leaves no journal");
    let mut image = Image::<Ours>::open(&loaded.image).await.unwrap();
    let (items, gone) = (image.items().await.unwrap(), image.removed_items().await.unwrap());
    let (past, link) = (image.past(None, 1000).await.unwrap(), image.last_link().await.unwrap());
    (loaded.image.to_vec(), format!("{items:?} {gone:?} {past:?} {link:?}"))
}

/// Everything the writer's program says of letters and of what both share.
async fn what_the_writer_sees(laptop: Laptop, letter: ItemId) -> (Laptop, String) {
    let laptop = open(laptop, Person::A).await;
    let app = &laptop.app;
    let pages = (app.home().await.unwrap(), app.letters().await.unwrap(), app.letter(letter).await.unwrap());
    let more = (app.things().await.unwrap(), app.past(None).await.unwrap(), app.find(WORDS, 9).await.unwrap());
    let seen = format!("{pages:?} {more:?}");
    (laptop.locked().await, seen)
}

#[tokio::test(flavor = "multi_thread")]
async fn e36_a_letter_rests_a_day_from_its_last_edit() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let letter = laptop.writes(TOPIC, "First words").await;
    laptop.hours(23);
    laptop.app.letter_write(Some(letter), true, TOPIC, WORDS).await.unwrap();
    laptop.hours(2);
    let LetterWay::Waits { from } = laptop.app.letter(letter).await.unwrap().way else { panic!("it waits") };
    assert_eq!(from, "2026-03-22T18:00:00+00:00");
    assert_eq!(code(&laptop.app.letter_ready(letter).await.unwrap_err()), Code::NotNow);
    assert_eq!(code(&laptop.app.letter_put(letter, TOPIC).await.unwrap_err()), Code::NotNow);
    // Looking at it, or writing the same again, is no edit.
    laptop.hours(22);
    laptop.app.letter_write(Some(letter), true, TOPIC, WORDS).await.unwrap();
    let LetterCheck::Ready { to, topic, lines } = laptop.app.letter_ready(letter).await.unwrap() else {
        panic!("it can go")
    };
    assert_eq!((to.name.as_str(), topic.as_str()), ("Sam", TOPIC));
    assert_eq!(lines[0].lines, [WORDS]);
    assert_eq!(code(&laptop.app.letter_put(letter, "  ").await.unwrap_err()), Code::BadAnswer);
    laptop.app.letter_put(letter, TOPIC).await.unwrap();
    assert_eq!(shelves(&laptop).await, [vec![], vec![TOPIC.to_owned()], vec![], vec![]]);
    let twice = laptop.app.letter_put(letter, TOPIC).await.unwrap_err();
    assert_eq!(code(&twice), Code::NotNow);
    let change = laptop.app.letter_write(Some(letter), true, TOPIC, "Other words").await.unwrap_err();
    assert_eq!(code(&change), Code::NotNow, "what lies there is what was checked");
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_an_apology_from_its_exercise_goes_the_same_way_under_a_topic_of_its_own() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    laptop.begin("apology-steps").await.play(none).await;
    let apology = id(&laptop.letters().await.drafts[0].item);
    assert!(matches!(laptop.app.letter(apology).await.unwrap().way, LetterWay::Waits { .. }));
    laptop.hours(24);
    let LetterCheck::Ready { topic, lines, .. } = laptop.app.letter_ready(apology).await.unwrap() else { panic!() };
    assert_eq!((topic.as_str(), lines[0].lines.len()), ("", 7), "its parts, and no topic yet");
    laptop.app.letter_put(apology, "Tuesday").await.unwrap();
    let laptop = open(laptop, Person::B).await;
    let tray = laptop.letters().await.waiting;
    assert_eq!((tray[0].topic.as_str(), tray[0].from.name.as_str()), ("Tuesday", "Alex"));
    let read = laptop.app.tray_open(id(&tray[0].item)).await.unwrap();
    assert_eq!(read.lines, lines, "word by word");
    assert_eq!(read.from.map(|from| from.name).as_deref(), Some("Alex"));
    assert!(!read.writable && read.way == LetterWay::None {}, "a copy goes nowhere");
}

#[tokio::test(flavor = "multi_thread")]
async fn e36_cr22_ours_and_the_writers_pages_are_the_same_whatever_the_receiver_does() {
    let (laptop, letter) = with_a_letter().await;
    let (laptop, writer) = what_the_writer_sees(laptop, letter).await;
    let before = ours(&laptop).await;
    assert!(before.1.contains(TOPIC), "it lies there");
    let laptop = open(laptop, Person::B).await;
    let tray = id(&laptop.letters().await.waiting[0].item);
    // Later is to do nothing.
    let mut laptop = laptop.locked().await;
    assert!(ours(&laptop).await == before, "later");

    for (what, closed) in [("left closed", true), ("not left closed any more", false)] {
        let at = open(laptop, Person::B).await;
        let page = at.app.tray_leave(tray, closed).await.unwrap();
        assert_eq!((page.waiting.len(), page.left.len()), (usize::from(!closed), usize::from(closed)));
        assert_eq!(at.home().await.letters.len(), usize::from(!closed), "Home says it only while it waits");
        laptop = at.locked().await;
        assert!(ours(&laptop).await == before, "{what}");
        let (back, seen) = what_the_writer_sees(laptop, letter).await;
        assert_eq!(seen, writer, "{what}");
        laptop = back;
    }

    let laptop = open(laptop, Person::B).await;
    assert_eq!(laptop.app.tray_open(tray).await.unwrap().lines[0].lines, [WORDS]);
    assert_eq!(laptop.home().await.letters, []);
    assert_eq!(code(&laptop.app.tray_open(tray).await.unwrap_err()), Code::Unknown, "it is open: the copy is read");
    assert_eq!(shelves(&laptop).await, [vec![], vec![], vec![TOPIC.to_owned()], vec![]]);
    let laptop = laptop.locked().await;
    assert!(ours(&laptop).await == before, "opened");
    let (_, seen) = what_the_writer_sees(laptop, letter).await;
    assert_eq!(seen, writer, "U5: opened");
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_u10_taking_back_answers_the_same_and_leaves_no_gap() {
    let (laptop, letter) = with_a_letter().await;
    let (_, never) = {
        // The same weeks without a letter in any tray.
        let laptop = Laptop::with_couple().await;
        laptop.open(Person::A).await;
        laptop.writes(TOPIC, WORDS).await;
        ours(&laptop.locked().await).await
    };
    let mut answers: Vec<Letters> = vec![];
    let laptop = open(laptop, Person::A).await;
    let tray = id(&laptop.letters().await.sent[0].item);
    answers.push(laptop.app.letter_take_back(tray).await.unwrap());
    assert_eq!(code(&laptop.app.letter_take_back(tray).await.unwrap_err()), Code::Unknown);
    let laptop = laptop.killed();
    let (image, rows) = ours(&laptop).await;
    assert!(!image.windows(WORDS.len()).any(|at| at == WORDS.as_bytes()), "gone from the image, not marked");
    assert!(!rows.contains(TOPIC));
    assert_eq!(count(&rows, "PastRow"), count(&never, "PastRow"), "no line in the history either");
    let laptop = open(laptop, Person::B).await;
    let page = laptop.letters().await;
    assert_eq!((page.waiting, page.left), (vec![], vec![]), "it was closed, and it is gone");
    assert_eq!(laptop.app.find("thimbleweed", 9).await.unwrap().all, 0);

    // Once more, and this time it was opened before.
    let laptop = open(laptop, Person::A).await;
    laptop.app.letter_put(letter, TOPIC).await.unwrap();
    let laptop = open(laptop, Person::B).await;
    let again = id(&laptop.letters().await.waiting[0].item);
    laptop.app.tray_open(again).await.unwrap();
    let laptop = open(laptop, Person::A).await;
    answers.push(laptop.app.letter_take_back(again).await.unwrap());
    assert_eq!(answers[0], answers[1], "nothing tells which it was");
    let laptop = open(laptop, Person::B).await;
    assert_eq!(laptop.letters().await.opened.len(), 1, "whoever read it keeps it");
    let copy = id(&laptop.letters().await.opened[0].item);
    assert_eq!(laptop.app.letter(copy).await.unwrap().lines[0].lines, [WORDS]);
}

fn count(text: &str, word: &str) -> usize {
    text.matches(word).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn e40_p3_s14_a_closed_letter_is_in_no_list_no_history_and_not_found() {
    let (laptop, letter) = with_a_letter().await;
    let spot = |mine, item: &str| hearth_app::contract::Spot::Thing { mine, item: item.to_owned() };
    let laptop = open(laptop, Person::B).await;
    let tray = laptop.letters().await.waiting[0].item.clone();
    for words in ["thimbleweed", "harrowgate"] {
        assert_eq!(laptop.app.find(words, 9).await.unwrap().all, 0, "{words}, before it is opened");
    }
    let app = &laptop.app;
    for mine in [true, false] {
        assert_eq!(code(&app.entry(spot(mine, &tray)).await.unwrap_err()), Code::Unknown);
    }
    let lists = format!("{:?} {:?} {:?}", app.things().await, app.past(None).await, app.agreements().await);
    assert!(!lists.contains(TOPIC) && !lists.contains("Thimbleweed"), "{lists}");
    let page = format!("{:?} {:?}", app.letters().await, app.home().await);
    assert!(page.contains(TOPIC) && !page.contains("Thimbleweed"), "the topic alone: {page}");
    assert_eq!(code(&app.letter(letter).await.unwrap_err()), Code::Unknown, "the writer's own");
    assert_eq!(code(&app.letter_take_back(id(&tray)).await.unwrap_err()), Code::Unknown, "only the writer takes back");

    let laptop = laptop.locked().await;
    laptop.together().await;
    let app = &laptop.app;
    for words in ["thimbleweed", "harrowgate"] {
        assert_eq!(app.find(words, 9).await.unwrap().all, 0, "{words}, in Together");
    }
    assert_eq!(code(&app.entry(spot(false, &tray)).await.unwrap_err()), Code::Unknown);
    let all = format!("{:?} {:?} {:?}", app.home().await, app.things().await, app.past(None).await);
    let more =
        format!("{:?} {:?} {:?}", app.letters().await, app.check_ins(9).await, app.come_next(None, vec![]).await);
    assert!(!all.contains(TOPIC) && !more.contains(TOPIC), "{all} {more}");

    let laptop = open(laptop, Person::A).await;
    let found = laptop.app.find("thimbleweed", 9).await.unwrap();
    assert!(found.all == 1 && found.hits[0].mine, "the writer finds their own copy: {found:?}");
    let laptop = open(laptop, Person::B).await;
    laptop.app.tray_open(id(&tray)).await.unwrap();
    let found = laptop.app.find("thimbleweed", 9).await.unwrap();
    assert!(found.all == 1 && found.hits[0].mine, "opened, it is among one's own pages: {found:?}");
    // Removing one's copy for good is real, and brings nothing back (E40).
    let copy = id(&laptop.letters().await.opened[0].item);
    laptop.app.thing_remove(copy).await.unwrap();
    laptop.app.thing_purge(copy).await.unwrap();
    let page = laptop.letters().await;
    assert_eq!((page.waiting.len(), page.opened.len()), (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_p3_pausing_letters_is_open_to_both_works_both_ways_and_ends_at_once() {
    let (laptop, letter) = with_a_letter().await;
    let laptop = open(laptop, Person::A).await;
    let tray = id(&laptop.letters().await.sent[0].item);
    laptop.app.letter_take_back(tray).await.unwrap();
    let before = laptop.letters().await;
    let laptop = open(laptop, Person::B).await;
    let own = laptop.writes("From Sam", "Also a day old").await;
    assert!(laptop.app.letters_pause(true).await.unwrap().paused);
    laptop.app.letters_pause(true).await.unwrap();
    let laptop = open(laptop, Person::A).await;
    assert_eq!(laptop.letters().await, before, "the other sees it only when they want to send");
    assert_eq!(laptop.app.letter_ready(letter).await.unwrap(), LetterCheck::Paused { by_me: false });
    assert_eq!(code(&laptop.app.letter_put(letter, TOPIC).await.unwrap_err()), Code::NotNow);
    laptop.app.letters_pause(false).await.unwrap();
    assert_eq!(
        laptop.app.letter_ready(letter).await.unwrap(),
        LetterCheck::Paused { by_me: false },
        "not theirs to end"
    );
    let laptop = open(laptop, Person::B).await;
    laptop.hours(24);
    assert_eq!(laptop.app.letter_ready(own).await.unwrap(), LetterCheck::Paused { by_me: true });
    assert!(!laptop.app.letters_pause(false).await.unwrap().paused);
    assert!(matches!(laptop.app.letter_ready(own).await.unwrap(), LetterCheck::Ready { .. }));
    let past = format!("{:?}", laptop.app.past(None).await.unwrap().changes);
    let laptop = open(laptop, Person::A).await;
    assert_eq!(format!("{:?}", laptop.app.past(None).await.unwrap().changes), past, "no line tells who, or when");
    assert!(matches!(laptop.app.letter_ready(letter).await.unwrap(), LetterCheck::Ready { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_a_pause_keeps_what_lies_in_the_tray_and_home_is_silent() {
    let (laptop, _) = with_a_letter().await;
    let laptop = open(laptop, Person::B).await;
    assert_eq!(laptop.home().await.letters.len(), 1);
    laptop.app.letters_pause(true).await.unwrap();
    assert_eq!((laptop.home().await.letters.len(), laptop.letters().await.waiting.len()), (0, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn u10_a_letter_whose_own_copy_was_removed_can_still_be_taken_back() {
    let (laptop, letter) = with_a_letter().await;
    let laptop = open(laptop, Person::A).await;
    laptop.app.thing_remove(letter).await.unwrap();
    let sent = laptop.letters().await.sent;
    assert_eq!(sent[0].letter, None);
    assert_eq!(laptop.app.letter_take_back(id(&sent[0].item)).await.unwrap().sent, []);
}
