//! The pages of living with it, with nothing in them, one thing, a few and ten years of them: each breaks no rule, and a
//! picture of each is left in every look that is asked for.

use std::path::Path;
use std::sync::Arc;

use chrono::Duration;
use hearth_app::App;
use hearth_app::contract::{
    Begin, ClosenessAnswer, ClosenessLasts, ClosenessMark, DealWords, DraftWrite, LimitWords, ProposalWords,
};
use hearth_domain::Person;
use hearth_testkit::{TestClock, program};
use hearth_tests::{Laptop, Window, until};
use zeroize::Zeroizing;

use crate::book::Book;
use crate::couple::{ALEX, SAM, lock, open, open_together};
use crate::gallery::Album;
use crate::rules::clean;

const STATES: [(&str, usize); 4] = [("empty", 0), ("one", 1), ("full", 6), ("ten-years", 130)];
/// What is pressed, the heading that comes, and whether it is one person's alone.
const PAGES: [(&[&str], &str, bool); 9] = [
    (&["Agreements"], "Limits and agreements", false),
    (&["Letters"], "Letters", false),
    (&["More", "Closeness list"], "Closeness list", false),
    (&["More", "To bring to a helper"], "To bring to a helper", false),
    (&["More", "What you kept"], "What you kept", false),
    (&["More", "History"], "History", false),
    (&["More", "Removed"], "Removed", true),
    (&["More", "Find"], "Find", false),
    (&["More", "Sit down together"], "Sit down together", false),
];

fn secret(who: Person) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(if who == Person::A { ALEX } else { SAM }.as_bytes().to_vec())
}

/// A program in which this person is open alone.
async fn alone(home: &Path, clock: &Arc<TestClock>, who: Person) -> App {
    let app = program(home, clock);
    app.start().await.expect("a start");
    app.unlock(who, secret(who)).await.expect("their passphrase");
    app
}

/// So many of everything that a person writes outside an exercise.
async fn write(app: &App, many: usize, who: &str) {
    for k in 1..=many {
        app.park_add(format!("Something of {who}'s, number {k}"), false).await.expect("a line");
        app.park_add(format!("Something {who} would like to talk about, number {k}"), true).await.expect("a line");
        let limit = LimitWords {
            name: format!("{who} and shouting {k}"),
            when: "If there is shouting".into(),
            will: "I will go to the other room and come back in half an hour".into(),
        };
        give(app, Begin::Limit {}, DealWords::Limit { words: limit }).await;
        let quiet = ProposalWords {
            name: format!("A quiet half hour for {who} {k}"),
            what: "Whoever comes home last gets half an hour without questions.".into(),
            whom: "both".into(),
            from: None,
            review_days: 14,
            ending: String::new(),
        };
        give(app, Begin::Proposal {}, DealWords::Proposal { words: quiet }).await;
        for (for_partner, topic) in [(true, "Sunday"), (false, "How I am")] {
            let words = format!("The words of letter {k}. I was late, and I did not call.");
            app.letter_write(None, for_partner, &format!("{topic} {k}"), &words).await.expect("a letter");
            app.letters().await.expect("the page");
        }
    }
    let rows = app.closeness_list().await.expect("the list").rows;
    for row in rows.into_iter().filter(|row| row.group.is_some()).take(many) {
        let mark = ClosenessMark { answer: ClosenessAnswer::Yes, only_if: String::new(), lasts: ClosenessLasts::Week };
        app.closeness_mark(&row.row, Some(mark)).await.expect("a mark");
    }
}

async fn give(app: &App, begin: Begin, words: DealWords) {
    let draft = app.draft_begin(begin).await.expect("a draft");
    let item = draft.item.clone();
    app.draft_write(DraftWrite { item, words, of: None, replaces: None }).await.expect("its words");
    app.draft_give(draft.item.parse().expect("an id")).await.expect("it is given");
}

/// Puts all but the last letter into the other's tray.
async fn send(app: &App) {
    let drafts = app.letters().await.expect("the page").drafts;
    for (k, letter) in drafts.iter().enumerate().skip(1) {
        let topic = format!("Sunday, {k} weeks ago");
        app.letter_put(letter.item.parse().expect("an id"), &topic).await.expect("it is put there");
    }
}

async fn fill(home: &Path, many: usize) {
    let clock = Arc::new(TestClock::default());
    for who in Person::BOTH {
        let app = alone(home, &clock, who).await;
        write(&app, many, if who == Person::A { "Alex" } else { "Sam" }).await;
        app.close().await;
    }
    clock.pass(Duration::hours(30));
    for who in Person::BOTH {
        let app = alone(home, &clock, who).await;
        send(&app).await;
        app.close().await;
    }
    let app = alone(home, &clock, Person::A).await;
    app.join(Person::B, secret(Person::B)).await.expect("both");
    for who in Person::BOTH {
        app.closeness_open(who).await.expect("both open it");
    }
    app.close().await;
}

fn visit(window: &Window<'_>, album: &Album, state: &str, together: bool) {
    let who = if together { "together" } else { "alone" };
    let page = |heading: &str| format!("{}-{who}-{state}", heading.to_lowercase().replace(' ', "-"));
    until("the next thing", || {
        (window.run("return document.getElementById('next') !== null", vec![]) == true).then_some(())
    });
    album.take(window, &page("home"));
    for (presses, heading, _) in PAGES.iter().filter(|page| !(together && page.2)) {
        presses.iter().for_each(|press| window.press(press));
        window.wait_for_heading(heading);
        window.drawn();
        clean(window, &page(heading));
        let sideways = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(window.run(sideways, vec![]), false, "{heading} scrolls sideways");
        album.take(window, &page(heading));
    }
}

#[test]
#[ignore = "takes pictures of every page in four states, to be looked at"]
fn a1_p9_the_pages_of_living_with_it_in_four_states() {
    let album = Album::new();
    for (state, many) in STATES {
        let mut laptop = Laptop::new();
        Book::lay(&mut laptop);
        if many > 0 {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
            runtime.block_on(fill(laptop.vault().parent().expect("a folder around it"), many));
        }
        laptop.set_clock("2026-03-22T20:00:00Z");
        let window = open(&laptop, "Alex");
        visit(&window, &album, state, false);
        lock(window);
        let window = open_together(&laptop);
        visit(&window, &album, state, true);
        lock(window);
    }
}
