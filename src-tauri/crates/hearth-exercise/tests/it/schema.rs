//! The schema for editors.

use hearth_exercise::format::schema;

#[test]
fn the_schema_beside_the_exercises_is_the_grammars_own() {
    let kept = include_str!("../../../../../assets/exercises/exercise-1.schema.json");
    assert_eq!(
        kept,
        schema(),
        "cargo run -p hearth-exercise --example schema > assets/exercises/exercise-1.schema.json"
    );
}

#[test]
fn the_schema_keeps_to_the_words_of_draft_4() {
    let schema = schema();
    for word in ["\"const\"", "\"$defs\"", "\"examples\"", "\"propertyNames\""] {
        assert!(!schema.contains(word), "{word}");
    }
}
