//! Find looks into the open spaces and nowhere else (S14, E19).

use hearth_app::contract::{Code, Found, Spot};
use hearth_domain::{ItemId, Person};
use hearth_exercise::page::{Ask, Page};
use hearth_exercise::value::Value;
use hearth_store::{ItemBody, Ours, OursChange, StepAt};

use crate::attack::{agreement, alex_adds, alex_changes_ours};
use crate::couple::{Laptop, code, none};

const MANY: u32 = 100;

impl Laptop {
    async fn find(&self, words: &str) -> Found {
        self.app.find(words, MANY).await.unwrap()
    }

    async fn count(&self, words: &str) -> u32 {
        self.find(words).await.all
    }
}

/// Writes these words wherever a text is asked for.
fn writes(words: &'static str) -> impl Fn(&Page) -> Option<Value> {
    move |page| matches!(page.ask, Ask::Text { .. }).then(|| Value::Text(words.into()))
}

/// Alex and Sam each wrote alone, and both agreed on their rules.
async fn a_book() -> Laptop {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    laptop.begin("coping-plan").await.play(writes("Brindlewax, only mine")).await;
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    laptop.begin("coping-plan").await.play(writes("Cobblefern, only mine")).await;
    let laptop = laptop.locked().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(writes("Drossmère together")).await;
    laptop.locked().await
}

#[tokio::test(flavor = "multi_thread")]
async fn s14_alone_one_finds_ones_own_and_ours_and_never_the_others() {
    let laptop = a_book().await;
    for (who, mine, other) in [(Person::A, "brindlewax", "cobblefern"), (Person::B, "cobblefern", "brindlewax")] {
        laptop.open(who).await;
        let own = laptop.find(mine).await;
        assert!(own.all >= 2 && own.hits.iter().all(|hit| hit.mine), "{own:?}");
        assert_eq!(laptop.count(other).await, 0);
        let ours = laptop.find("drossmere tog").await;
        assert!(ours.all >= 4 && ours.hits.iter().all(|hit| !hit.mine && hit.kind == "answer"), "{ours:?}");
        assert!(ours.hits.iter().any(|hit| hit.by.as_ref().is_some_and(|by| by.name == "Sam")), "{ours:?}");
        let hit = &own.hits[0];
        assert!(hit.words.iter().any(|piece| piece.hit && piece.text.eq_ignore_ascii_case(mine)), "{hit:?}");
        assert_eq!((hit.exercise.as_str(), hit.on.as_str()), ("My coping plan", "2026-03-20"));
        laptop.app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn e19_together_finds_ours_alone_even_what_either_looked_for_a_moment_before() {
    let laptop = a_book().await;
    laptop.open(Person::A).await;
    assert!(laptop.count("brindlewax").await > 0);
    let spot = laptop.find("brindlewax").await.hits[0].spot.clone();
    laptop.app.entry(spot.clone()).await.unwrap();
    laptop.app.join(Person::B, crate::couple::secret(crate::couple::SAM)).await.unwrap();
    for own in ["brindlewax", "cobblefern"] {
        assert_eq!(laptop.count(own).await, 0, "{own}");
    }
    assert!(laptop.count("drossmere").await > 0);
    assert_eq!(code(&laptop.app.entry(spot).await.unwrap_err()), Code::NotNow);
    assert_eq!(code(&laptop.app.removed().await.unwrap_err()), Code::NotNow);
}

#[tokio::test(flavor = "multi_thread")]
async fn s14_what_is_typed_now_is_found_and_what_is_wiped_is_not() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    assert!(!laptop.find("  …").await.looked);
    assert_eq!(laptop.count("fenwhistle").await, 0);
    let mut kind = laptop.begin("kind-to-myself").await;
    let text = |page: &Page| matches!(page.ask, Ask::Text { .. });
    while !text(kind.page()) {
        kind.step(none).await;
    }
    let (run, step) = (kind.id(), kind.page().step.clone());
    let typing = |words: &str| Some(Value::Text(words.into()));
    laptop.app.run_draft(run, step.clone(), typing("Fenwhistle at dawn")).await.unwrap();
    let found = laptop.find("fenwh").await;
    assert_eq!(found.all, 1);
    let entry = laptop.app.entry(found.hits[0].spot.clone()).await.unwrap();
    assert_eq!(
        (entry.lines[0].lines.as_slice(), entry.run),
        (&["Fenwhistle at dawn".to_owned()][..], Some(run.to_string()))
    );
    laptop.app.run_draft(run, step, typing("Gorsebell at dawn")).await.unwrap();
    assert_eq!((laptop.count("fenwh").await, laptop.count("gorse").await), (0, 1));

    let mut kind = laptop.go_on(&run.to_string()).await;
    kind.play_until(&["sc-end"], writes("Hollowmint")).await;
    assert!(laptop.count("hollowmint").await > 0);
    laptop.app.run_keep(run, false).await.unwrap();
    assert_eq!(laptop.count("hollowmint").await, 0, "E40: what was deleted is not found");
}

#[tokio::test(flavor = "multi_thread")]
async fn e14_a_sealed_answer_is_found_by_its_writer_alone_and_can_be_read_by_nobody_else() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play_until(&["ready"], writes("Inkthistle hope")).await;
    assert_eq!(laptop.count("inkthistle").await, 0);
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    let found = laptop.find("inkthistle").await;
    assert_eq!(found.all, 2, "both of one's own questions, none of the other's: {found:?}");
    assert!(found.hits.iter().all(|hit| hit.kind == "sealed" && hit.mine));
    let entry = laptop.app.entry(found.hits[0].spot.clone()).await.unwrap();
    assert_eq!(entry.lines[0].lines, ["Inkthistle hope"]);
    let round = laptop.app.seals().await.unwrap()[0].round.parse().unwrap();
    laptop.app.seal_take_back(round).await.unwrap();
    let kinds: Vec<_> = laptop.find("inkthistle").await.hits.into_iter().map(|hit| hit.kind).collect();
    assert!(kinds.contains(&"answer".to_owned()) && kinds.len() == 2, "taken back, it is one's own answer: {kinds:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_the_partner_put_into_ours_keep_nobody_from_finding_their_own() {
    let laptop = a_book().await;
    let name = |item: u8, title: &str, kind: &str, body: serde_json::Value| {
        OursChange::ItemPut(ItemBody {
            item: ItemId::from_bytes([item; 16]),
            kind: kind.into(),
            body,
            ..agreement(title, None)
        })
    };
    let odd = serde_json::json!([{ "label": 7, "lines": "jasperwren" }, null, { "lines": [[["jasperwren"]]] }]);
    alex_adds(&laptop, name(1, "Jasperwren deal", "agreement", serde_json::json!([]))).await;
    alex_adds(&laptop, name(2, "\u{202E}jasperwren <b>", "card", odd)).await;
    alex_adds(&laptop, name(3, "jasperwren", "trigger", serde_json::json!({}))).await;
    alex_changes_ours(&laptop, async |ours: &mut hearth_store::Image<Ours>| {
        let run = ours.runs().await.unwrap()[0].id;
        let at = StepAt { run, step: "no-such-step.reply".into(), lap: 9 };
        OursChange::Keep { at, who: Some(Person::B), value: Some(serde_json::json!({ "picked": [["x"]], "other": 7 })) }
    })
    .await;
    laptop.open(Person::B).await;
    assert!(laptop.count("cobblefern").await > 0);
    let found = laptop.find("jasperwren").await;
    assert_eq!(found.all, 1, "an agreement nobody made can be found, in no other kind: {found:?}");
    let entry = laptop.app.entry(found.hits[0].spot.clone()).await.unwrap();
    assert!(entry.unconfirmed, "E31: and it says that nobody said yes");
    laptop.app.past(None).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn e14_words_put_into_ones_mouth_after_the_opening_are_not_found() {
    let laptop = a_book().await;
    alex_changes_ours(&laptop, async |ours: &mut hearth_store::Image<Ours>| {
        let run = ours.runs().await.unwrap()[0].id;
        let at = StepAt { run, step: "hope".into(), lap: 1 };
        OursChange::Keep { at, who: Some(Person::B), value: Some(serde_json::json!("kelpdrift")) }
    })
    .await;
    laptop.open(Person::B).await;
    assert_eq!(laptop.count("kelpdrift").await, 0);
    laptop.app.join(Person::A, crate::couple::secret(crate::couple::ALEX)).await.unwrap();
    assert_eq!(laptop.count("kelpdrift").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_for_what_is_not_there_gets_nothing() {
    let laptop = a_book().await;
    laptop.open(Person::A).await;
    let none = "0".repeat(32);
    for spot in [
        Spot::Thing { mine: true, item: none.clone() },
        Spot::Thing { mine: false, item: "../../x".into() },
        Spot::Answer { mine: false, run: none.clone(), step: "hope".into(), lap: 1, who: Some(Person::B) },
        Spot::Sealed { run: none, step: "hope".into(), lap: 1 },
    ] {
        let refused = laptop.app.entry(spot.clone()).await.unwrap_err();
        assert_eq!(code(&refused), Code::Unknown, "{spot:?}");
    }
    laptop.app.close().await;
    assert_eq!(code(&laptop.app.find("x", MANY).await.unwrap_err()), Code::NotNow);
}
