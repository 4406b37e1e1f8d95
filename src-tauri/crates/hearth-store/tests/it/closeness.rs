//! The closeness list of Ours holds what both said yes to, and no trace of how it came to that (F12).

use chrono::Duration;
use hearth_domain::Person;
use hearth_store::{Image, Ours, OursChange, SharedYes, SharedYeses, Stamped};

use crate::{line, noon, with};

fn yes(row: &str, only_if: Option<&str>) -> SharedYes {
    SharedYes { row: row.into(), label: row.into(), if_a: only_if.map(Into::into), if_b: None }
}

fn list(yeses: Vec<SharedYes>) -> SharedYeses {
    SharedYeses { ends: Some(noon() + Duration::days(7)), yeses }
}

async fn after(lists: &[SharedYeses]) -> Image<Ours> {
    let lines = lists.iter().zip(1..).map(|(list, n)| line(n, OursChange::Closeness(list.clone())));
    with(&lines.collect::<Vec<_>>()).await
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

#[tokio::test]
async fn f12_a_list_takes_the_place_of_the_one_before_and_makes_no_history_and_no_version() {
    let both = list(vec![yes("hold-hands", Some("thimbleoak")), yes("foot-rub", None)]);
    let one = list(vec![yes("foot-rub", None)]);
    let mut ours = after(&[both, one.clone()]).await;
    assert_eq!(ours.closeness().await.unwrap(), one);
    assert_eq!(ours.last_link().await.unwrap(), None, "no history");
    assert_eq!(ours.items().await.unwrap(), [], "nothing that Find, History or Removed looks through");
    let bytes = ours.to_bytes().await.unwrap();
    assert!(holds(&bytes, "foot-rub") && !holds(&bytes, "hold-hands") && !holds(&bytes, "thimbleoak"));
}

#[tokio::test]
async fn u7_an_image_tells_neither_who_wrote_the_list_nor_how_often_nor_what_it_held_before() {
    let one = list(vec![yes("foot-rub", None)]);
    let longer = list(vec![yes("hold-hands", None), yes("foot-rub", None)]);
    let base = after(&[]).await.to_bytes().await.unwrap();
    let mut images = Vec::new();
    for (by, day, lists) in [
        (Person::A, 0, vec![one.clone()]),
        (Person::B, 3, vec![one.clone()]),
        (Person::A, 0, vec![one.clone(), longer, SharedYeses::default(), one.clone()]),
    ] {
        let mut ours = Image::<Ours>::open(&base).await.unwrap();
        for what in lists.into_iter().map(OursChange::Closeness) {
            ours.apply(&Stamped { at: noon() + Duration::days(day), by, what }.line()).await.unwrap();
        }
        assert_eq!(ours.closeness().await.unwrap(), one);
        // The first hundred bytes are SQLite's own; they count how often the file was written.
        images.push(ours.to_bytes().await.unwrap().split_off(100));
    }
    assert!(images[0] == images[1], "neither the day nor the hand is in it");
    assert_eq!(images[0].len(), images[2].len(), "the size is the same");
    assert!(!holds(&images[2], "hold-hands"), "what was there before is wiped");
}

#[tokio::test]
async fn a_list_that_no_change_writes_is_left_out() {
    let mut ours = after(&[]).await;
    assert_eq!(ours.closeness().await.unwrap(), SharedYeses::default());
    assert!(!ours.left_something_out());
    for told in ["\"counts\":{}", "\"yeses\":[{\"row\":\"x\",\"label\":\"x\",\"no\":1}]"] {
        let line = format!("{{\"at\":\"2026-03-20T12:00:00Z\",\"by\":\"a\",\"do\":{{\"Closeness\":{{{told}}}}}}}");
        ours.apply(line.as_bytes()).await.unwrap_err();
    }
}
