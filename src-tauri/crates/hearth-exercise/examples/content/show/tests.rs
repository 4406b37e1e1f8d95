//! What is printed is whole, fits, and says conditions in words.

use std::path::Path;

use super::*;

fn shipped() -> Catalogue {
    Catalogue::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/exercises"))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_question_of_every_exercise_is_printed_in_a_hundred_columns() {
    let catalogue = shipped();
    for exercise in catalogue.exercises.values() {
        let text = text(exercise, &catalogue);
        for line in text.lines() {
            assert!(line.chars().count() <= 100, "{}: {line}", exercise.slug);
        }
        let flat = squeezed(&text);
        for step in &exercise.steps {
            assert!(flat.contains(&squeezed(&step.label)), "{}: {}", exercise.slug, step.label);
        }
    }
}

#[test]
fn no_condition_is_printed_as_it_is_written_in_the_file() {
    let catalogue = shipped();
    for exercise in catalogue.exercises.values() {
        let text = text(exercise, &catalogue);
        for sign in ["==", ">=", "<=", "clear(", "agreed(", "done(", "Some("] {
            assert!(!text.contains(sign), "{}: {sign}", exercise.slug);
        }
    }
}

#[test]
fn a_condition_is_said_in_words() {
    let catalogue = shipped();
    let exercise = &catalogue.exercises["our-ground-rules"];
    let said = |text: &str| {
        let expr = hearth_exercise::condition::Expr::parse(text).unwrap();
        conditions::when(&expr, exercise, &catalogue)
    };
    assert_eq!(said("not all(jo-calm >= 4)"), "unless both of you answered 4 or more to “How calm are you?”");
    assert_eq!(
        said("any(jo-now == 'yes')"),
        "if at least one of you chose “Yes, now is good” in “Is this a good time for this one?”"
    );
    assert_eq!(said("count(rules) > 2"), "if the number of answers to “Our rules” is more than 2");
}

#[test]
fn an_unknown_name_is_answered_with_the_known_ones() {
    let problem = run(&shipped(), "our-ground-ruels").unwrap_err();
    assert!(problem.contains("our-ground-rules"), "{problem}");
}
