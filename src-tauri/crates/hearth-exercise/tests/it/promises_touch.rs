//! What the exercises about touch and closeness hold: the gentler choice, an end before sex, nobody's way of loving
//! as a problem.

use hearth_domain::Visibility;
use hearth_exercise::model::{ColumnKind, Exercise, Items, Kind, Source, Step};

use crate::promises::{ASKED, never, said};
use crate::shipped::shipped;

/// Every step where two people choose a level.
fn levels(exercise: &Exercise) -> Vec<&Step> {
    exercise.steps.iter().filter(|s| matches!(&s.kind, Kind::Choose(c) if c.lower)).collect()
}

/// The steps whose answers this step hands on: to both eyes, or into Ours.
fn handed_on(step: &Step) -> Vec<&str> {
    match &step.kind {
        Kind::Reveal(reveal) => {
            let steps = reveal.items.iter();
            steps.filter_map(|s| if let Source::Step(id) = s { Some(id.as_str()) } else { None }).collect()
        }
        Kind::Agree(agree) => agree.from.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn cr28_each_level_is_kept_apart_and_only_the_gentler_one_comes_out() {
    let mut found = Vec::new();
    for (slug, exercise) in shipped() {
        for level in levels(&exercise) {
            let visibility = level.kind.visibility();
            assert!(matches!(visibility, Some(Visibility::Seal | Visibility::Eph)), "{slug}/{}", level.id);
            let opened = exercise.steps.iter().find(|s| handed_on(s).contains(&level.id.as_str()));
            assert!(opened.is_none(), "{slug}: {} shows whose level it was", opened.map_or("", |s| &s.id));
            found.push(format!("{slug}/{}", level.id));
        }
    }
    let wanted = ["calm-together/near", "getting-to-know-you-again/depth", "touch-ladder/rung", "yes-no-maybe/range"];
    assert!(wanted.iter().all(|id| found.iter().any(|f| f == id)), "{found:?}");
}

#[test]
fn e29_the_touch_ladder_uses_the_lower_step_and_has_no_words_for_whose_it_was() {
    let ladder = shipped().remove("touch-ladder").expect("it ships");
    let [rung, next] = ["rung", "next"].map(|id| ladder.step(id).expect("it is there").clone());
    for step in [&rung, &next] {
        let Kind::Choose(choose) = &step.kind else { panic!("{} is no choice", step.id) };
        assert!(choose.lower && choose.visibility == Visibility::Seal, "{}", step.id);
        let Items::Given(levels) = &choose.options else { panic!("{} has no levels", step.id) };
        let said = step.help.clone().unwrap_or_default();
        assert!(said.starts_with("The gentler of your two choices is used."), "{said}");
        assert!(levels.iter().all(|level| !level.label.is_empty()));
    }
    let Kind::Choose(choose) = &rung.kind else { unreachable!("looked at above") };
    let Items::Given(rungs) = &choose.options else { unreachable!("looked at above") };
    let ids: Vec<&str> = rungs.iter().map(|rung| rung.id.as_str()).collect();
    assert_eq!(ids, ["rung-1", "rung-2", "rung-3", "rung-4", "rung-5", "rung-6"], "the gentlest first");
}

#[test]
fn f12_the_closeness_list_and_the_exercise_have_the_same_answers_in_the_same_words() {
    let list = include_str!("../../../../../assets/locales/en/closeness.ftl");
    let exercise = shipped().remove("yes-no-maybe").expect("it ships");
    for id in ["list-words", "list-affection", "list-sexual"] {
        let Some(Kind::Table(table)) = exercise.step(id).map(|step| &step.kind) else { panic!("{id} is no table") };
        let ColumnKind::Choose(answers) = &table.columns[0].kind else { panic!("{id} has no answers") };
        let ids: Vec<&str> = answers.iter().map(|answer| answer.id.as_str()).collect();
        assert_eq!(ids, ["yes", "yes-if", "not-now", "no"]);
        for answer in answers {
            let line = format!("\ncloseness-{} = {}\n", answer.id, answer.label);
            assert!(list.contains(&line), "{line}");
        }
    }
}

#[test]
fn cr29_the_ladder_ends_before_sexual_touch() {
    let shipped = shipped();
    let ladder = &shipped["touch-ladder"];
    let rungs = &ladder.lists["rungs"];
    assert_eq!(rungs.len(), 6);
    let bare = ["naked", "unclothed", "undressed", "under clothes", "sexual", "kiss", "desire", "arous"];
    for rung in rungs {
        let words = rung.label.to_lowercase();
        assert!(bare.iter().all(|b| !words.contains(b)), "{words}");
    }
    assert!(rungs[5].label.contains("except breasts and genitals"), "{}", rungs[5].label);
    assert!(ladder.canonical.contains("Sexual touch is not on this ladder"));
}

#[test]
fn cr29_no_sexual_row_is_there_until_both_switched_it_on() {
    let mut found = 0;
    for (slug, exercise) in shipped() {
        for step in &exercise.steps {
            let rows = match &step.kind {
                Kind::Table(table) => table.rows.as_ref(),
                Kind::Checklist(list) => Some(&list.items),
                Kind::Choose(choose) => Some(&choose.options),
                _ => None,
            };
            let Some(Items::Given(rows)) = rows else { continue };
            let sexual = ["sexual-closeness", "sexual-touch", "touch-under-clothes"];
            if rows.iter().any(|r| sexual.contains(&r.id.as_str())) {
                let when = step.show_if.as_ref().map(ToString::to_string).unwrap_or_default();
                assert!(when.starts_with("all("), "{slug}/{} shows when “{when}”", step.id);
                found += 1;
            }
        }
    }
    assert_eq!(found, 2, "the map of closeness and the list of touch have such rows");
}

#[test]
fn cr40_a_persons_zones_are_written_by_that_person_and_nothing_fills_them() {
    let shipped = shipped();
    let zones = &shipped["healthy-closeness-zones"];
    for id in ["zones", "nourish"] {
        let step = zones.step(id).expect("a table of zones");
        let Kind::Table(table) = &step.kind else { panic!("{id} is no table") };
        assert!(table.rows.is_none(), "{id}: the rows are the person's own");
    }
    let said = said(&serde_json::from_str(&zones.canonical).expect("canonical JSON"), &["body", "why"]);
    assert!(said.iter().any(|s| s.contains("do not judge desire, fantasy or whom you love")));
    assert!(said.iter().any(|s| s.contains("only your own values set it")));
}

#[test]
fn cr40_no_way_of_loving_is_named_as_a_problem() {
    let loving = [
        "masturbat",
        "self-pleasure",
        "solo sex",
        "porn",
        "fetish",
        "kink",
        "gay",
        "lesbian",
        "bisexual",
        "homosexual",
        "queer",
        "same-sex",
        "opposite sex",
        "promiscu",
        "polyam",
        "non-monog",
        "open relationship",
        "affair",
        "sex addict",
        "perver",
        "unnatural",
        "sexual sin",
        "lust",
    ];
    never(&[&ASKED[..], &["title", "summary", "listen", "parts", "tip"]].concat(), &loving);
    for (slug, exercise) in shipped() {
        let told = exercise.canonical.to_lowercase().matches("fantas").count();
        let may = usize::from(slug == "healthy-closeness-zones");
        assert_eq!(told, may, "{slug}: fantasy is named once, as what is not judged");
    }
}
