//! What every shipped agreement holds: an end, no penalty, and nobody bound by a row they did not take on.

use hearth_domain::Visibility;
use hearth_exercise::model::{Agree, Column, ColumnKind, Exercise, Items, Kind, Step, Table, Who};

use crate::promises::never;
use crate::shipped::shipped;

/// Each agreement, with its exercise and step.
fn agreements() -> Vec<(Exercise, Step, Agree)> {
    let of = |exercise: Exercise| {
        let steps = exercise.steps.clone();
        steps.into_iter().filter_map(move |step| match step.kind.clone() {
            Kind::Agree(agree) => Some((exercise.clone(), step, agree)),
            _ => None,
        })
    };
    shipped().into_values().flat_map(of).collect()
}

fn columns(exercise: &Exercise) -> impl Iterator<Item = (&Step, &Column)> {
    exercise.steps.iter().flat_map(|step| {
        let columns = if let Kind::Table(table) = &step.kind { table.columns.as_slice() } else { &[] };
        columns.iter().map(move |column| (step, column))
    })
}

/// What the catalogue says for each: days until the first look, and the most that people can choose.
const REVIEWS: [(&str, u32, u32); 14] = [
    ("after-an-argument", 30, 90),
    ("boundary-talk", 14, 60),
    ("daily-trust-ritual", 30, 90),
    ("openness-agreement", 30, 60),
    ("our-ground-rules", 60, 90),
    ("our-next-chapter", 90, 90),
    ("our-stuck-pattern", 30, 90),
    ("pause-and-repair-plan", 30, 90),
    ("rituals-and-shared-fun", 30, 90),
    ("room-for-difference", 30, 90),
    ("separation-with-care", 30, 30),
    ("slip-plan", 60, 90),
    ("trust-roadmap", 14, 30),
    ("when-a-reminder-hits", 30, 90),
];

#[test]
fn e32_every_agreement_is_looked_at_again_when_the_catalogue_says() {
    let all = agreements();
    let found: Vec<_> = all.iter().map(|(e, _, a)| (e.slug.as_str(), a.review_default, a.review_max)).collect();
    assert_eq!(found, REVIEWS);
}

#[test]
fn e34_no_shipped_text_names_a_penalty() {
    let penalty = [
        "penalt",
        "punishment",
        "i punish",
        "will punish",
        "forfeit",
        "ultimatum",
        "fine to pay",
        "pays a fine",
        "if you break it",
        "if you fail",
        "last chance",
        "or i leave",
        "you lose",
    ];
    never(&["label", "stems", "say"], &penalty);
}

#[test]
fn e34_every_i_will_cell_looks_out_for_words_that_push() {
    let mut found = Vec::new();
    for (slug, exercise) in shipped() {
        for (step, column) in columns(&exercise).filter(|(_, c)| c.id == "i-will") {
            for push in ["you must", "you have to", "or else"] {
                assert!(column.soft_check.iter().any(|w| w == push), "{slug}/{} lets “{push}” pass", step.id);
            }
            found.push(slug.clone());
        }
    }
    for slug in ["after-an-argument", "boundary-talk", "my-limits", "openness-agreement", "slip-plan", "trust-roadmap"]
    {
        assert!(found.iter().any(|f| f == slug), "{slug}: {found:?}");
    }
}

/// Rows that say what one person will do, or touch a body, money or contacts.
fn binds_one_person(table: &Table) -> bool {
    let touchy = ["money", "touch", "contact", "medicines", "where", "sleep"];
    let rows = if let Some(Items::Given(rows)) = &table.rows { rows.as_slice() } else { &[] };
    table.columns.iter().any(|c| c.id == "i-will") || rows.iter().any(|r| touchy.contains(&r.id.as_str()))
}

#[test]
fn e35_a_row_that_binds_one_person_waits_for_that_persons_yes() {
    let mut met = Vec::new();
    for (exercise, _, agree) in agreements() {
        for step in agree.from.iter().filter_map(|id| exercise.step(id)).filter(|s| s.who == Who::Both) {
            let Kind::Table(table) = &step.kind else { continue };
            if binds_one_person(table) {
                assert!(table.accept, "{}/{}", exercise.slug, step.id);
                met.push(exercise.slug.clone());
            }
        }
    }
    let wanted = ["after-an-argument", "boundary-talk", "openness-agreement", "separation-with-care", "slip-plan"];
    assert_eq!(met, wanted);
}

#[test]
fn cr9_openness_binds_only_by_rows_taken_on_and_shrinks_within_sixty_days() {
    let shipped = shipped();
    let openness = &shipped["openness-agreement"];
    let step = |id: &str| openness.step(id).unwrap_or_else(|| panic!("no step {id}"));
    let Kind::Agree(agree) = &step("agreed").kind else { panic!("no agreement") };
    assert_eq!(agree.from, ["deal", "fair"], "only rows both have answered, and what makes it fair");
    assert!(agree.review_max <= 60 && agree.cooloff_h >= 24);
    let Kind::Table(deal) = &step("deal").kind else { panic!("no table") };
    assert!(deal.accept);
    assert!(deal.columns.iter().any(|c| c.id == "until" && c.kind == ColumnKind::Date && c.required));
    let Kind::Checklist(fair) = &step("fair").kind else { panic!("no checklist") };
    assert!(fair.need_all);
    let Items::Given(items) = &fair.items else { panic!("no items") };
    for id in ["ends", "smaller", "no-following", "either-ends"] {
        assert!(items.iter().any(|i| i.id == id), "{id}");
    }
    for id in ["offers", "asks"] {
        assert_eq!(step(id).kind.visibility(), Some(Visibility::Offer), "{id} is offered, not taken");
    }
    let bound = step("agreed").show_if.as_ref().map(ToString::to_string);
    assert_eq!(bound.as_deref(), Some("fair"), "no agreement without what makes it fair");
}

#[test]
fn e42_no_shipped_date_reminds_anyone_by_itself_or_says_what_it_is_about() {
    let mut met = 0;
    for (slug, exercise) in shipped() {
        for step in &exercise.steps {
            let Kind::Schedule(schedule) = &step.kind else { continue };
            assert!(!schedule.reminder, "{slug}/{} reminds unasked", step.id);
            let what = schedule.what.clone().unwrap_or_default().to_lowercase();
            let tells = ["slip", "drink", "using", "sober", "sex", "affair", "suicid", "therap", "apolog"];
            assert!(tells.iter().all(|w| !what.contains(w)), "{slug}: “{what}” could be read by anyone");
            met += 1;
        }
    }
    assert!(met >= 15, "{met}");
}
