//! Prints the schema of exercise files.
//!
//! `cargo run -p hearth-exercise --example schema > assets/exercises/exercise-1.schema.json`

fn main() {
    print!("{}", hearth_exercise::format::schema());
}
