//! What one person's unlocked program gives of the other: nothing, by any command.

use hearth_app::contract::{
    AgreeingPress, Begin, Code, Display, DraftWrite, Filter, ProposalAnswer, Span, Spot, Tap, Until,
};
use hearth_domain::{ItemId, Person};
use hearth_exercise::page::Page;
use hearth_exercise::value::Value;

use crate::closeness::only_if;
use crate::couple::{ALEX, Laptop, SAM, code, picked, secret};
use crate::deals::{id, limit};

const CANARY: &str = "thistledown lanterns";

/// Sam alone writes it where both answer.
fn sam_writes_the_canary(page: &Page) -> Option<Value> {
    if page.actor == Some(Person::B) { writes_the_canary(page) } else { None }
}

fn writes_the_canary(page: &Page) -> Option<Value> {
    matches!(page.ask, hearth_exercise::page::Ask::Text { .. }).then(|| Value::Text(CANARY.into()))
}

/// Every command of the contract, with what could name Sam's pages, as far as `alex` can call it.
#[tokio::test(flavor = "multi_thread")]
async fn cr10_no_command_of_an_unlocked_program_opens_the_others_pages() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::B).await;
    let mut run = laptop.begin("apology-steps").await;
    run.play_until(&["in-me"], writes_the_canary).await;
    let theirs = run.id();
    laptop.begin("daily-check-in").await.play(writes_the_canary).await;
    let theirs_parked = laptop.app.park_add(CANARY.into(), false).await.unwrap()[0].item.parse().unwrap();
    laptop.app.closeness_add(CANARY).await.unwrap();
    let only_if = Some(only_if(CANARY));
    laptop.app.closeness_mark("hold-hands", only_if).await.unwrap();
    let entry = laptop.app.check_ins(1).await.unwrap().own[0].run.parse().unwrap();
    let begun = laptop.app.draft_begin(Begin::Limit {}).await.unwrap();
    laptop.write(&begun, limit(CANARY)).await;
    let draft = id(&begun.item);
    let laptop = laptop.locked().await;
    laptop.together().await;
    let mut rules = laptop.begin("our-ground-rules").await;
    rules.play_until(&["ready"], sam_writes_the_canary).await;
    let joint = rules.id();
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    let round = laptop.app.seals().await.unwrap()[0].round.parse().unwrap();
    let letter = laptop.app.letter_write(None, true, "A topic", CANARY).await.unwrap().item.unwrap().parse().unwrap();
    laptop.hours(24);
    let tray = laptop.app.letter_put(letter, "A topic").await.unwrap().sent[0].item.parse().unwrap();
    let laptop = laptop.locked().await;

    laptop.open(Person::A).await;
    let app = &laptop.app;
    let mut said = String::new();
    let mut hear = |name: &str, answer: String| {
        assert!(!answer.contains(CANARY), "{name} gave Sam's words: {answer}");
        said.push_str(name);
        said.push('\n');
    };
    hear("start", format!("{:?}", app.start().await));
    hear("display_set", format!("{:?}", app.display_set(Display::default()).await));
    hear("help_page", format!("{:?}", app.help_page(None)));
    app.active();
    hear("active", String::new());
    hear("home", format!("{:?}", app.home().await));
    let cards = app.catalogue(Filter::default()).await.unwrap();
    for card in &cards {
        hear("look", format!("{:?}", app.look(&card.slug).await));
    }
    hear("catalogue", format!("{cards:?}"));
    for run in [theirs, joint] {
        hear("run_open", format!("{:?}", app.run_open(run).await.unwrap_err()));
        hear("run_back", format!("{:?}", app.run_back(run).await.unwrap_err()));
        hear("run_check", format!("{:?}", app.run_check(run, None).await.unwrap_err()));
        hear("run_draft", format!("{:?}", app.run_draft(run, "did".into(), Some(picked("x"))).await.unwrap_err()));
        hear("run_answer", format!("{:?}", app.run_answer(run, "did".into(), None).await.unwrap_err()));
        hear("run_tap", format!("{:?}", app.run_tap(run, Tap::Next {}).await.unwrap_err()));
        hear("run_iam", format!("{:?}", app.run_iam(run, Person::B).await.unwrap_err()));
        hear("run_return", format!("{:?}", app.run_return(run, Person::B).await.unwrap_err()));
        hear("run_pick", format!("{:?}", app.run_pick(run, "read".into(), vec![]).await.unwrap_err()));
        hear("run_break", format!("{:?}", app.run_break(run, Until::Usual {}).await.unwrap_err()));
        hear("run_stop", format!("{:?}", app.run_stop(run, false).await.unwrap_err()));
        hear("run_keep", format!("{:?}", app.run_keep(run, true).await.unwrap_err()));
    }
    hear("seals", format!("{:?}", app.seals().await));
    let mine = app.seals().await.unwrap().iter().any(|s| s.round.parse() == Ok(round));
    if !mine {
        hear("seal_take_back", format!("{:?}", app.seal_take_back(round).await.unwrap_err()));
    }
    hear("come_next", format!("{:?}", app.come_next(None, vec![]).await));
    hear("agreements", format!("{:?}", app.agreements().await));
    hear("agreeing_begin", format!("{:?}", app.agreeing_begin(ItemId::from_bytes([1; 16])).await.unwrap_err()));
    hear("agreeing_press", format!("{:?}", app.agreeing_press(AgreeingPress::Leave {}).await.unwrap_err()));
    hear("park", format!("{:?}", app.park().await));
    hear("park_add", format!("{:?}", app.park_add("For the helper".into(), false).await));
    hear("park_talked", format!("{:?}", app.park_talked(theirs_parked, true).await.unwrap_err()));
    hear("register", format!("{:?}", app.register().await));
    let go_on = Begin::GoOn { item: draft.to_string() };
    hear("draft_begin", format!("{:?}", app.draft_begin(go_on).await.unwrap_err()));
    hear("draft_give", format!("{:?}", app.draft_give(draft).await.unwrap_err()));
    hear("draft_remove", format!("{:?}", app.draft_remove(draft).await.unwrap_err()));
    hear("limit_read", format!("{:?}", app.limit_read(draft).await.unwrap_err()));
    hear("limit_end", format!("{:?}", app.limit_end(draft).await.unwrap_err()));
    let no = app.proposal_answer(draft, 1, ProposalAnswer::No).await;
    hear("proposal_answer", format!("{:?}", no.unwrap_err()));
    // An id says nothing: Alex writes a page of their own under it.
    let written = DraftWrite { item: draft.to_string(), words: limit("I will rest"), of: None, replaces: None };
    hear("draft_write", format!("{:?}", app.draft_write(written).await.unwrap()));
    hear("register", format!("{:?}", app.register().await));
    hear("things", format!("{:?}", app.things().await));
    for words in [CANARY, "thistle", "lanterns"] {
        let found = app.find(words, 200).await.unwrap();
        assert_eq!(found.all, 0, "{found:?}");
        hear("find", format!("{found:?}"));
    }
    for (run, step) in [(theirs, "did"), (theirs, "in-me"), (joint, "hope"), (joint, "worry")] {
        let (run, step) = (run.to_string(), step.to_owned());
        for lap in [0, 1] {
            for mine in [true, false] {
                let (run, step) = (run.clone(), step.clone());
                let spot = Spot::Answer { mine, run, step, lap, who: Some(Person::B) };
                hear("entry", format!("{:?}", app.entry(spot).await.unwrap_err()));
            }
            let spot = Spot::Sealed { run: run.clone(), step: step.clone(), lap };
            hear("entry", format!("{:?}", app.entry(spot).await));
        }
    }
    hear("past", format!("{:?}", app.past(None).await.unwrap()));
    hear("removed", format!("{:?}", app.removed().await.unwrap()));
    let no_item = ItemId::from_bytes([1; 16]);
    hear("thing_remove", format!("{:?}", app.thing_remove(no_item).await.unwrap_err()));
    hear("thing_put_back", format!("{:?}", app.thing_put_back(no_item).await.unwrap_err()));
    hear("thing_purge", format!("{:?}", app.thing_purge(no_item).await.unwrap_err()));
    hear("letters", format!("{:?}", app.letters().await.unwrap()));
    for item in [letter, tray, no_item] {
        hear("letter", format!("{:?}", app.letter(item).await.unwrap_err()));
        hear("letter_write", format!("{:?}", app.letter_write(Some(item), true, "a", "b").await.unwrap_err()));
        hear("letter_ready", format!("{:?}", app.letter_ready(item).await.unwrap_err()));
        hear("letter_put", format!("{:?}", app.letter_put(item, "a").await.unwrap_err()));
        hear("letter_take_back", format!("{:?}", app.letter_take_back(item).await.unwrap_err()));
    }
    hear("tray_open", format!("{:?}", app.tray_open(letter).await.unwrap_err()));
    hear("tray_leave", format!("{:?}", app.tray_leave(tray, true).await.unwrap()));
    hear("letters_pause", format!("{:?}", app.letters_pause(true).await.unwrap()));
    hear("forgiveness_remove", format!("{:?}", app.forgiveness_remove(theirs).await.unwrap_err()));
    hear("check_ins", format!("{:?}", app.check_ins(9).await));
    hear("check_in_show", format!("{:?}", app.check_in_show(entry, true, 9).await.unwrap_err()));
    hear("trend", format!("{:?}", app.trend(Some("energy".into()), Span::TwoWeeks).await));
    hear("closeness", format!("{:?}", app.closeness().await));
    hear("closeness_list", format!("{:?}", app.closeness_list().await));
    hear("closeness_open", format!("{:?}", app.closeness_open(Person::B).await.unwrap_err()));
    hear("closeness_take_back", format!("{:?}", app.closeness_take_back("own:thistledown lanterns").await));
    hear("closeness_mark", format!("{:?}", app.closeness_mark("own:thistledown lanterns", None).await.unwrap_err()));
    hear("closeness_remove", format!("{:?}", app.closeness_remove("own:thistledown lanterns").await));
    hear("closeness_sexual", format!("{:?}", app.closeness_sexual(false).await));
    hear("closeness_sort", format!("{:?}", app.closeness_sort(vec!["own:thistledown lanterns".into()]).await));
    hear("closeness_clear", format!("{:?}", app.closeness_clear().await));
    hear("closeness_add", format!("{:?}", app.closeness_add("A bath").await));
    hear("pace_get", format!("{:?}", app.pace_get().await));
    hear("session_begin", format!("{:?}", app.session_begin(15, None).await.unwrap_err()));
    hear("session_close", format!("{:?}", app.session_close(None, None).await.unwrap_err()));
    hear("unlock", format!("{:?}", app.unlock(Person::B, secret(ALEX)).await.unwrap_err()));
    let join = app.join(Person::B, secret(ALEX)).await.unwrap_err();
    assert_eq!(code(&join), Code::WrongPassphrase);
    hear("join", format!("{join:?}"));
    hear("setup_begin", format!("{:?}", app.setup_begin().await.unwrap_err()));
    assert_ne!(ALEX, SAM);

    let writes_only = [
        "watch",
        "lock",
        "hide",
        "print",
        "vault_choose",
        "setup_words",
        "setup_name",
        "setup_passphrase",
        "setup_prove",
        "setup_leave",
        "run_begin",
        "seal_take_back",
        "agreement_end",
        "pace_set",
    ];
    for command in hearth_app::contract::commands::commands() {
        let called = said.lines().any(|line| line == command.name);
        assert!(called || writes_only.contains(&command.name), "{} was not tried", command.name);
    }
}
