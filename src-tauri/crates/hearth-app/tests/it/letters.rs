//! One's own letters, and pages for oneself (S11, F11).

use hearth_app::Clock as _;
use hearth_app::contract::{Code, LetterWay, Letters};
use hearth_domain::{ItemId, Person, RunId};
use hearth_exercise::page::Page;
use hearth_exercise::value::Value;
use hearth_testkit::{assignment, change_mine};

use crate::couple::{ALEX, Laptop, code, none, picked};

impl Laptop {
    pub(crate) async fn letters(&self) -> Letters {
        self.app.letters().await.unwrap()
    }

    /// Writes a letter for the other.
    pub(crate) async fn writes(&self, topic: &str, words: &str) -> ItemId {
        let saved = self.app.letter_write(None, true, topic, words).await.unwrap();
        saved.item.unwrap().parse().unwrap()
    }
}

pub(crate) async fn shelves(laptop: &Laptop) -> [Vec<String>; 4] {
    let page = laptop.letters().await;
    let own = |lines: &[hearth_app::contract::OwnLetter]| lines.iter().map(|line| line.topic.clone()).collect();
    let sent = page.sent.iter().map(|line| line.topic.clone()).collect();
    [own(&page.drafts), sent, own(&page.opened), own(&page.pages)]
}

#[tokio::test(flavor = "multi_thread")]
async fn f0_a_letter_keeps_what_is_typed_and_each_visit_leaves_one_earlier_version() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let nothing = laptop.app.letter_write(None, true, " ", "\n").await.unwrap();
    assert_eq!((nothing.item, nothing.way), (None, LetterWay::Empty {}));
    assert_eq!(laptop.letters().await.drafts, []);

    let id = laptop.writes("Sunday", "I").await;
    for words in ["I was", "I was late", "I was late\n\n  and cross"] {
        laptop.app.letter_write(Some(id), true, "Sunday", words).await.unwrap();
    }
    let versions = async |laptop: &Laptop| {
        let spot = hearth_app::contract::Spot::Thing { mine: true, item: id.to_string() };
        laptop.app.entry(spot).await.unwrap().versions
    };
    assert_eq!(versions(&laptop).await.len(), 0, "one visit is one text");
    let laptop = laptop.killed();
    laptop.open(Person::A).await;
    let letter = laptop.app.letter(id).await.unwrap();
    assert_eq!((letter.topic.as_str(), letter.words.as_str()), ("Sunday", "I was late\n\n  and cross"));
    assert!(letter.writable && letter.for_partner);
    laptop.app.letter_write(Some(id), true, "Sunday", "Again").await.unwrap();
    laptop.app.letter_write(Some(id), true, "Sunday", "Again, better").await.unwrap();
    let before = versions(&laptop).await;
    assert_eq!(before.len(), 1);
    assert_eq!(before[0].lines[0].lines, ["I was late\n\n  and cross"]);
    for n in 0..30 {
        laptop.letters().await;
        laptop.app.letter_write(Some(id), true, "Sunday", &format!("Version {n}")).await.unwrap();
    }
    assert_eq!(versions(&laptop).await.len(), 20, "Mine keeps twenty");
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_quiet_notes_mark_and_never_block() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let words = "I was late, BUT you made me wait. I am sorry if you felt alone. A button is no word.";
    let saved = laptop.app.letter_write(None, true, "Sunday", words).await.unwrap();
    assert_eq!(saved.tips, ["but", "if you felt", "you made me"]);
    assert!(saved.item.is_some());
    let calm = laptop.app.letter_write(None, false, "", "The button was blue.").await.unwrap();
    assert_eq!(calm.tips, [""; 0]);
    let long = laptop.app.letter_write(None, true, "Sunday", &"a".repeat(50_001)).await.unwrap_err();
    assert_eq!(code(&long), Code::LongAnswer);
}

#[tokio::test(flavor = "multi_thread")]
async fn cr19_cr21_of_an_exercises_letters_only_an_apology_can_go_to_the_other() {
    let laptop = Laptop::with_couple().await;
    let (folder, now) = (laptop.home.path().join("workbook.hearth"), laptop.clock.now());
    let assigned = ["impact-letter", "answering-letter"].map(|slug| assignment(Person::A, slug, now, None));
    change_mine(&folder, Person::A, ALEX, now, assigned).await;
    laptop.open(Person::A).await;
    for slug in ["apology-steps", "impact-letter", "answering-letter", "forgiveness-at-my-pace"] {
        laptop.begin(slug).await.play(willing_to_forgive).await;
    }
    let mine = laptop.writes("A page for me", "Only mine").await;
    laptop.app.letter_write(Some(mine), false, "A page for me", "Only mine").await.unwrap();
    let page = laptop.letters().await;
    let titles = |lines: &[hearth_app::contract::OwnLetter]| {
        let mut titles: Vec<_> = lines.iter().map(|line| line.topic.clone()).collect();
        titles.sort();
        titles
    };
    assert_eq!(titles(&page.drafts), ["My apology"]);
    let own = ["A note to hold on to", "A page for me", "My answer", "My impact letter"];
    assert_eq!(titles(&page.pages), own);
    laptop.hours(25);
    for line in &page.pages {
        let id: ItemId = line.item.parse().unwrap();
        assert_eq!(laptop.app.letter(id).await.unwrap().way, LetterWay::None {}, "{line:?}");
        assert_eq!(code(&laptop.app.letter_ready(id).await.unwrap_err()), Code::NotNow);
        assert_eq!(code(&laptop.app.letter_put(id, "A topic").await.unwrap_err()), Code::NotNow);
    }
    let apology: ItemId = page.drafts[0].item.parse().unwrap();
    assert_eq!(laptop.app.letter(apology).await.unwrap().way, LetterWay::Open {});
    let changed = laptop.app.letter_write(Some(apology), true, "x", "y").await.unwrap_err();
    assert_eq!(code(&changed), Code::Unknown, "what an exercise made is changed in the exercise");
}

fn willing_to_forgive(page: &Page) -> Option<Value> {
    (page.step == "where").then(|| picked("willing"))
}

fn will_not(page: &Page) -> Option<Value> {
    match page.step.as_str() {
        "where" => Some(picked("wondering")),
        "decide" => Some(picked("will-not")),
        "truth" => Some(Value::Text("Quillwort, and what it cost".into())),
        _ => None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f11_cr20_cr21_i_will_not_is_whole_and_the_page_is_ones_own_to_remove() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::B).await;
    laptop.begin("forgiveness-at-my-pace").await.play(will_not).await;
    let page = laptop.letters().await;
    assert_eq!(page.forgiveness.len(), 1);
    let said = format!("{:?}", page.forgiveness[0].lines);
    assert!(said.contains("I will not") && said.contains("Quillwort"), "{said}");
    assert!(!said.contains("calm"), "words, not a scale: {said}");
    assert_eq!((page.drafts.len(), page.pages.len()), (0, 0), "nothing to send came of it");
    let run: RunId = page.forgiveness[0].run.parse().unwrap();
    let laptop = laptop.locked().await;

    laptop.open(Person::A).await;
    assert_eq!(laptop.letters().await.forgiveness, [], "never shown to the other (E37)");
    assert_eq!(code(&laptop.app.forgiveness_remove(run).await.unwrap_err()), Code::Unknown);
    let laptop = laptop.locked().await;
    laptop.together().await;
    assert_eq!(laptop.letters().await, Letters::default());
    assert_eq!(code(&laptop.app.forgiveness_remove(run).await.unwrap_err()), Code::NotNow);
    let laptop = laptop.locked().await;

    laptop.open(Person::B).await;
    laptop.begin("daily-check-in").await.play(none).await;
    let other: RunId = laptop.app.check_ins(1).await.unwrap().own[0].run.parse().unwrap();
    assert_ne!(other, run);
    assert_eq!(code(&laptop.app.forgiveness_remove(other).await.unwrap_err()), Code::Unknown);
    assert_eq!(laptop.app.forgiveness_remove(run).await.unwrap().forgiveness, []);
    assert_eq!(laptop.app.find("quillwort", 9).await.unwrap().all, 0, "gone from Find too (E40)");
}

#[tokio::test(flavor = "multi_thread")]
async fn s11_together_holds_nothing_private_and_nothing_can_be_done_there() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let id = laptop.writes("Sunday", "Brackenmoor").await;
    let laptop = laptop.locked().await;
    laptop.together().await;
    assert_eq!(laptop.letters().await, Letters::default());
    let app = &laptop.app;
    let refusals = [
        app.letter(id).await.map(drop),
        app.letter_write(None, true, "a", "b").await.map(drop),
        app.letter_ready(id).await.map(drop),
        app.letter_put(id, "a").await.map(drop),
        app.letter_take_back(id).await.map(drop),
        app.tray_open(id).await.map(drop),
        app.tray_leave(id, true).await.map(drop),
        app.letters_pause(true).await.map(drop),
    ];
    for refused in refusals {
        assert_eq!(code(&refused.unwrap_err()), Code::NotNow);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_with_nobody_else_in_the_book_there_is_no_way_out_of_it() {
    let laptop = Laptop::new();
    laptop.set_up("Alex", ALEX).await.unwrap();
    let id = laptop.writes("Sunday", "To nobody yet").await;
    laptop.hours(25);
    assert_eq!(laptop.letters().await.partner, None);
    assert_eq!(laptop.app.letter(id).await.unwrap().way, LetterWay::None {});
    assert_eq!(code(&laptop.app.letter_put(id, "Sunday").await.unwrap_err()), Code::NotNow);
}
