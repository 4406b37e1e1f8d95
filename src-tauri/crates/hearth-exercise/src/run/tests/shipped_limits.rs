//! What "My limits" makes of the areas somebody chose, and what it does not ask about where there is nothing.

use std::collections::BTreeMap;

use hearth_domain::Person::A;

use super::play::picked;
use super::saying::{Played, played};
use crate::page::Ask;
use crate::value::{Picked, Row, Value};

fn limit(firm: &str) -> Value {
    let cells = [("area", "Money"), ("i-will", "I will keep my own account"), ("firm", firm)];
    let cells = cells.into_iter().map(|(id, text)| (id.to_owned(), text.to_owned()));
    Value::Rows(vec![Row { row: "n1".into(), by: A, cells: cells.collect::<BTreeMap<_, _>>() }])
}

fn limits(areas: &Value, rows: &Value) -> Played {
    played("my-limits", "main", |step, _| match step {
        "areas" => Some(areas.clone()),
        "limits" => Some(rows.clone()),
        _ => None,
    })
}

fn begins(played: &Played) -> Vec<String> {
    let asked = played.pages().find(|page| page.step == "limits").map(|page| &page.ask);
    match asked {
        Some(Ask::Table { begin, .. }) => begin.clone(),
        other => panic!("no rows in {other:?}"),
    }
}

#[test]
fn the_rows_begin_with_the_areas_that_were_chosen() {
    let own = Picked { picked: vec!["touch".into(), "money".into()], other: Some("The dog".into()) };
    assert_eq!(begins(&limits(&Value::Picked(own), &limit("open"))), ["Touch and sex", "Money", "The dog"]);
    assert_eq!(begins(&limits(&picked(&["rather-not-say"]), &limit("open"))), Vec::<String>::new());
}

#[test]
fn nobody_is_asked_to_choose_from_nothing() {
    let areas = picked(&["money"]);
    assert!(limits(&areas, &limit("firm")).came_to("firm"));
    let open = limits(&areas, &limit("open"));
    assert!(!open.came_to("firm"));
    assert!(open.came_to("risk"), "{:?}", open.end());
}
