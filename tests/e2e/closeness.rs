//! The closeness list in the real window (S10, F12): marked alone, opened together, taken back; and that a no, a not now,
//! an empty line and a lapsed yes are one and the same to the other (U7, E22).

use std::sync::Arc;

use chrono::TimeDelta;
use hearth_app::App;
use hearth_app::contract::{ClosenessAnswer, ClosenessLasts, ClosenessMark};
use hearth_domain::Person;
use hearth_testkit::TestClock;
use hearth_tests::{Key, Laptop, Window, until};
use zeroize::Zeroizing;

use crate::book::Book;
use crate::couple::{ALEX, SAM, lock, open, open_together};
use crate::gallery::Album;
use crate::rules::clean;

fn mark(answer: ClosenessAnswer, lasts: ClosenessLasts) -> ClosenessMark {
    ClosenessMark { answer, only_if: String::new(), lasts }
}

fn yes() -> ClosenessMark {
    mark(ClosenessAnswer::Yes, ClosenessLasts::NextTime)
}

fn only_if(words: &str) -> ClosenessMark {
    ClosenessMark { only_if: words.into(), ..mark(ClosenessAnswer::YesIf, ClosenessLasts::Week) }
}

/// One person marks, without a window, so many hours after the book was set up.
async fn marks(laptop: &Laptop, who: Person, hours: i64, list: &[(&str, ClosenessMark)]) {
    let clock = Arc::new(TestClock::default());
    clock.pass(TimeDelta::hours(hours));
    let app: App = hearth_testkit::program(laptop.vault().parent().expect("a folder around it"), &clock);
    app.start().await.expect("a start");
    let passphrase = if who == Person::A { ALEX } else { SAM };
    app.unlock(who, Zeroizing::new(passphrase.as_bytes().to_vec())).await.expect("it opens");
    for (row, mark) in list {
        app.closeness_mark(row, Some(mark.clone())).await.expect("a mark");
    }
    app.close().await;
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime")
}

fn to_list(window: &Window<'_>) {
    window.chord(&[Key::Control, Key::Letter('6')]);
    window.wait_for_heading("More");
    window.press("Closeness list");
    window.wait_for_heading("Closeness list");
    window.see("What you both said yes to");
}

fn to_marks(window: &Window<'_>) {
    to_list(window);
    window.press("Mark my list");
    window.wait_for_heading("My closeness list");
    window.see("Kiss on lips");
}

/// Every page that Alex sees of an evening on which Sam's line about a foot rub differs.
fn evening(sams: Option<ClosenessMark>) -> Vec<String> {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let foot_rub: Vec<(&str, ClosenessMark)> = sams.into_iter().map(|mark| ("foot-rub", mark)).collect();
    runtime().block_on(async {
        marks(&laptop, Person::B, 1, &foot_rub).await;
        marks(&laptop, Person::B, 24, &[("hold-hands", yes())]).await;
        marks(&laptop, Person::A, 24, &[("hold-hands", yes()), ("foot-rub", yes())]).await;
    });
    laptop.set_clock("2026-03-21T20:00:00Z");
    let mut pages = Vec::new();
    let mut take = |window: &Window<'_>| {
        window.drawn();
        pages.push(window.run("return document.body.outerHTML", vec![]).to_string());
    };
    let window = open_together(&laptop);
    window.see("Our ground rules");
    take(&window);
    to_list(&window);
    take(&window);
    window.press("Alex Open it");
    window.see("is ready to open it");
    take(&window);
    window.press("Sam Open it");
    window.see("It is open");
    window.see("Hold hands");
    take(&window);
    window.press("Home");
    window.see("Our ground rules");
    take(&window);
    lock(window);
    let window = open(&laptop, "Alex");
    window.see("Your pages were last saved");
    window.see("Starting safely");
    take(&window);
    to_list(&window);
    assert!(!window.shows("Foot rub"), "{}", window.text());
    take(&window);
    to_marks(&window);
    take(&window);
    lock(window);
    pages
}

#[test]
fn u7_e22_no_not_now_blank_and_expired_are_the_same_markup_on_every_page() {
    let blank = evening(None);
    for (name, sams) in [
        ("no", mark(ClosenessAnswer::No, ClosenessLasts::NextTime)),
        ("not now", mark(ClosenessAnswer::NotNow, ClosenessLasts::Week)),
        ("expired", mark(ClosenessAnswer::Yes, ClosenessLasts::Tonight)),
    ] {
        for (at, (was, is)) in blank.iter().zip(evening(Some(sams))).enumerate() {
            let same = was.bytes().zip(is.bytes()).take_while(|(was, is)| was == is).count();
            let from = |page: &str| page.chars().skip(same.saturating_sub(60)).take(160).collect::<String>();
            assert!(*was == is, "page {at} differs for {name}: {}\n{}", from(was), from(&is));
        }
    }
}

#[test]
fn f12_two_people_mark_open_and_take_back() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    // Nobody has a pointer.
    laptop.unplug_pointer();
    let window = open(&laptop, "Alex");
    to_list(&window);
    window.see("Nothing is shown until you say so");
    window.see("Your partner may guess from what is missing");
    clean(&window, "closeness, empty");
    to_marks(&window);
    let ticked = "return document.querySelectorAll('main input:checked').length";
    assert_eq!(window.run(ticked, vec![]), 0, "P4: nothing is ticked beforehand");
    clean(&window, "my closeness list, empty");
    window.choose("Yes Hold hands");
    window.choose("Yes, if… Foot rub");
    window.see("Say what it depends on");
    window.type_into("If… Foot rub", "we are both rested");
    window.choose("No Music");
    window.press("Leave it empty Music");
    until("the mark to be undone (U10)", || (window.run(ticked, vec![]) == 2).then_some(()));
    window.type_into("Add a line of your own", "A walk in the rain");
    window.press("Add it");
    window.choose("Yes A walk in the rain");
    window.press("Sort my list");
    window.press("Move down A meal without screens");
    window.see("is now number 2");
    clean(&window, "my closeness list, marked");
    lock(window);
    let window = open(&laptop, "Alex");
    to_list(&window);
    window.see("if we are both rested");
    clean(&window, "closeness, marked");
    lock(window);

    let window = open(&laptop, "Sam");
    to_list(&window);
    assert!(!window.shows("Foot rub") && !window.shows("rain"), "{}", window.text());
    to_marks(&window);
    for line in ["Hold hands", "Foot rub", "Slow dance"] {
        window.choose(&format!("Yes {line}"));
    }
    window.type_into("Add a line of your own", "a walk in the rain");
    window.press("Add it");
    window.choose("Yes a walk in the rain");
    lock(window);

    let window = open_together(&laptop);
    to_list(&window);
    window.see("Nothing is shown here now");
    assert!(!window.shows("My marks"), "{}", window.text());
    clean(&window, "closeness, together");
    window.press("Sam Open it");
    window.see("is ready to open it");
    window.press("Alex Open it");
    window.see("if we are both rested");
    window.see("A walk in the rain");
    assert!(!window.shows("Slow dance"), "{}", window.text());
    clean(&window, "closeness, opened");
    window.press("Take back Hold hands");
    until("the line to be gone", || (!window.shows("Hold hands")).then_some(()));
    assert!(window.shows("Foot rub"), "{}", window.text());
    lock(window);

    let window = open(&laptop, "Sam");
    to_list(&window);
    window.press("Take back Foot rub");
    until("the line to be gone", || (!window.shows("Foot rub")).then_some(()));
    window.press("Take back A walk in the rain");
    window.see("Nothing is shown here now");
    for page in ["History", "Removed"] {
        window.press("More");
        window.press(page);
        window.wait_for_heading(page);
        assert!(!window.shows("Foot rub") && !window.shows("loseness list is"), "{}", window.text());
    }
    lock(window);
}

#[test]
#[ignore = "takes pictures, to be looked at"]
fn gallery_of_closeness() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let all = Album::new();
    let window = open(&laptop, "Alex");
    to_list(&window);
    all.take(&window, "closeness-empty");
    to_marks(&window);
    all.take(&window, "closeness-list-empty");
    lock(window);
    let week = mark(ClosenessAnswer::Yes, ClosenessLasts::Week);
    let alexs = [
        ("hold-hands", week.clone()),
        ("foot-rub", only_if("it is not too late, and we are both rested")),
        ("music", yes()),
        ("kiss-lips", mark(ClosenessAnswer::NotNow, ClosenessLasts::Tonight)),
        ("slow-dance", mark(ClosenessAnswer::No, ClosenessLasts::NextTime)),
    ];
    let sams = [("hold-hands", week), ("foot-rub", only_if("I can stop at any time")), ("music", yes())];
    runtime().block_on(async {
        marks(&laptop, Person::A, 1, &alexs).await;
        marks(&laptop, Person::B, 1, &sams).await;
    });
    let window = open_together(&laptop);
    to_list(&window);
    all.take(&window, "closeness-together-before");
    window.press("Alex Open it");
    window.see("is ready to open it");
    all.take(&window, "closeness-together-one-ready");
    window.press("Sam Open it");
    window.see("It is open");
    all.take(&window, "closeness-together-open");
    lock(window);
    let window = open(&laptop, "Alex");
    to_list(&window);
    all.take(&window, "closeness-full");
    to_marks(&window);
    window.run("document.querySelectorAll('main h2')[1].scrollIntoView()", vec![]);
    window.drawn();
    if let Some(folder) = std::env::var_os("HEARTHSIDE_PICTURES") {
        window.screenshot(&std::path::Path::new(&folder).join("closeness-list-middle.png"));
    }
    window.press("Sort my list");
    all.take(&window, "closeness-list-full");
    lock(window);
}
