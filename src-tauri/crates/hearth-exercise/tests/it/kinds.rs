//! One good and one broken step of each of the seventeen kinds.

use hearth_exercise::format::Code;
use hearth_exercise::model::Kind;

use crate::{bad, file, good, step};

const OPTIONS: &str = "options = [{ id = \"x\", label = \"X\" }, { id = \"y\", label = \"Y\" }]";

/// Steps an example leans on, then kind, who, good keys, and what breaks: keys, code, words.
struct Example {
    kind: &'static str,
    who: &'static str,
    before: Vec<String>,
    good: String,
    broken: (String, Code, &'static str),
}

fn example(kind: &'static str, who: &'static str, good: &str, broken: (&str, Code, &'static str)) -> Example {
    let broken = (broken.0.to_owned(), broken.1, broken.2);
    Example { kind, who, before: Vec::new(), good: good.to_owned(), broken }
}

fn after(before: String, example: Example) -> Example {
    Example { before: vec![before], ..example }
}

fn examples() -> Vec<Example> {
    let sealed = |id: &str| step(id, "text", "each", "visibility = \"seal\"\nsize = \"short\"");
    let shared = |id: &str| step(id, "text", "both", "visibility = \"shared\"\nsize = \"short\"");
    let turn = |id: &str| step(id, "turn", "owner", "seconds = 60");
    let choose = format!("visibility = \"shared\"\n{OPTIONS}\nmax = 2");
    let choose_bad = format!("visibility = \"shared\"\n{OPTIONS}\nmin = 3\nmax = 2");
    let agree_bad = "visibility = \"shared\"\nfrom = [\"nothing\"]\nreview = { default = 30, max = 60 }";
    let table = "visibility = \"shared\"\ncolumns = [{ id = \"c\", label = \"C\", kind = \"text\" }]";
    let table_bad = "visibility = \"shared\"\ncolumns = [{ id = \"c\", label = \"C\", kind = \"choose\" }]";
    let gate = "form = \"safety\"\nvisibility = \"eph\"\noptions = [{ id = \"x\", label = \"X\" }, { id = \"none\", label = \"None\", exclusive = true }]";
    vec![
        example(
            "guide",
            "both",
            "body = \"Read.\"",
            ("visibility = \"shared\"\nbody = \"Read.\"", Code::Visibility, "Leave visibility out"),
        ),
        example(
            "text",
            "each",
            "visibility = \"priv\"\nsize = \"long\"",
            ("size = \"long\"", Code::Visibility, "who may read"),
        ),
        example("choose", "both", &choose, (&choose_bad, Code::Range, "do not fit together")),
        example(
            "scale",
            "each",
            "visibility = \"priv\"\nlow = \"a\"\nhigh = \"b\"",
            ("visibility = \"priv\"\nlow = \"a\"\nhigh = \"b\"\nmin = 4\nmax = 4", Code::Scale, "lower start than end"),
        ),
        example(
            "words",
            "each",
            "visibility = \"priv\"\nlexicon = \"body\"\nmax = 3",
            ("visibility = \"priv\"\nlexicon = \"none\"\nmax = 3", Code::UnknownReference, "lexicons/none.toml"),
        ),
        example(
            "checklist",
            "both",
            "visibility = \"shared\"\nlist = \"more\"",
            ("visibility = \"shared\"", Code::Missing, "needs one of"),
        ),
        example("table", "both", table, (table_bad, Code::Missing, "has no options")),
        example("turn", "owner", "seconds = 60", ("", Code::Missing, "\"seconds\" is missing")),
        after(
            turn("piece"),
            example(
                "mirror",
                "receiver",
                "mode = \"gist\"\nfrom = \"piece\"",
                ("mode = \"gists\"", Code::UnknownWord, "Did you mean \"gist\"?"),
            ),
        ),
        example(
            "consent",
            "each",
            "visibility = \"eph\"",
            (&format!("visibility = \"eph\"\n{OPTIONS}"), Code::Missing, "a way to say yes"),
        ),
        after(
            shared("deal"),
            example(
                "agree",
                "both",
                "visibility = \"shared\"\nfrom = [\"deal\"]\nreview = { default = 30, max = 90 }",
                (agree_bad, Code::UnknownReference, "no step \"nothing\""),
            ),
        ),
        example(
            "letter",
            "owner",
            "visibility = \"offer\"\nparts = [{ id = \"a\", label = \"A\" }]",
            (
                "visibility = \"shared\"\nparts = [{ id = \"a\", label = \"A\" }]",
                Code::Visibility,
                "priv or offer or ther",
            ),
        ),
        example(
            "pause",
            "both",
            "form = \"wave\"\nseconds = 60",
            ("form = \"wave\"\nseconds = 1", Code::OutOfRange, "from 10 to 3600"),
        ),
        example(
            "schedule",
            "both",
            "visibility = \"shared\"\nrepeat = true",
            ("visibility = \"seal\"", Code::Visibility, "priv or shared"),
        ),
        after(
            sealed("hope"),
            example(
                "reveal",
                "both",
                "mode = \"sealed\"\nitems = [\"hope\"]",
                ("mode = \"picks\"\nitems = [\"hope\"]", Code::Leak, "may not be shown"),
            ),
        ),
        example(
            "gate",
            "each",
            gate,
            (&format!("form = \"safety\"\nvisibility = \"eph\"\n{OPTIONS}"), Code::Missing, "nothing applies"),
        ),
        example(
            "close",
            "both",
            "recap = true\nnext = [\"my-limits\"]",
            ("recap = \"yes\"", Code::WrongType, "true or false"),
        ),
    ]
}

/// A file's worth of steps, one of each kind.
pub fn every_kind() -> Vec<String> {
    examples().iter().flat_map(|e| [e.before.concat(), whole(e, &e.good)]).collect()
}

/// One step of each kind, as it was read.
pub fn every_example() -> Vec<Kind> {
    let kind = |example: Example| {
        let steps = [example.before.clone(), vec![whole(&example, &example.good)]].concat();
        good(&file("roles = \"owner/receiver\"", &steps)).steps.pop().expect("a step").kind
    };
    examples().into_iter().map(kind).collect()
}

fn whole(example: &Example, keys: &str) -> String {
    step(&format!("my-{}", example.kind), example.kind, example.who, keys)
}

#[test]
fn there_is_an_example_of_each_of_the_seventeen() {
    let kinds: std::collections::BTreeSet<_> = examples().iter().map(|e| e.kind).collect();
    assert_eq!(kinds.len(), 17);
}

#[test]
fn the_good_ones_compile_without_a_finding() {
    for example in examples() {
        let steps = [example.before.clone(), vec![whole(&example, &example.good)]].concat();
        let exercise = good(&file("roles = \"owner/receiver\"", &steps));
        assert_eq!(exercise.steps.last().map(|s| s.kind.word()), Some(example.kind));
    }
}

#[test]
fn the_broken_ones_say_what_is_wrong() {
    for example in examples() {
        let (keys, code, words) = &example.broken;
        let steps = [example.before.clone(), vec![whole(&example, keys)]].concat();
        bad(&file("roles = \"owner/receiver\"", &steps), *code, words);
    }
}

#[test]
fn a_key_of_another_kind_is_not_a_field_here() {
    let pause = step("p", "pause", "both", "form = \"timer\"\nseconds = 60\nlow = \"a\"");
    bad(&file("", &[pause]), Code::UnknownField, "\"low\" is not a field.");
}
