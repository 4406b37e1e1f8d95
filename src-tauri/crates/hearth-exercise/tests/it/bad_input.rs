//! Each row of "Exercise files" in `exchange.md` 7 that a single file can show. The rows on files that meet
//! others (same uid, older revision, uid of a built-in) belong to importing.

use hearth_exercise::format::{Code, Severity, compile, read_canonical, text_of};
use proptest::prelude::*;

use crate::{RULES, bad, file, findings, good, library, step};

fn refused(bytes: &[u8]) -> String {
    text_of(bytes).expect_err("not an exercise text").to_string()
}

#[test]
fn utf_16_and_latin_1_are_named() {
    let utf16: Vec<u8> = "format = 1".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark = [vec![0xff, 0xfe], utf16.clone()].concat();
    for bytes in [with_mark, utf16, b"title = \"caf\xe9\"".to_vec()] {
        assert!(refused(&bytes).ends_with("Save the file as UTF-8, then import again."));
    }
}

#[test]
fn other_files_are_called_by_their_name() {
    let cases: [(&[u8], &str); 6] = [
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04....word/document.xml", "Word"),
        (b"PK\x03\x04....other", "ZIP"),
        (b"{\"format\":1}", "JSON"),
        (b"---\nformat: x", "YAML"),
        (b"# note\nformat: x\n", "YAML"),
    ];
    for (bytes, name) in cases {
        assert_eq!(refused(bytes), format!("This is a {name} file. Use Export \u{2192} Exercise in the app."));
    }
    assert!(text_of(RULES.as_bytes()).is_ok());
}

#[test]
fn toml_syntax_has_its_line() {
    let broken = RULES.replace("title = \"Our ground rules\"", "title = \"Our ground rules");
    bad(&broken, Code::Syntax, "Line 6: a text is missing its closing quote.");
}

#[test]
fn an_unknown_key_is_compared_with_the_known_ones() {
    let broken = RULES.replacen("label = \"What this is\"", "labl = \"What this is\"", 1);
    let line = broken.lines().position(|l| l.starts_with("labl")).unwrap() + 1;
    bad(&broken, Code::UnknownField, &format!("Line {line}: \"labl\" is not a field. Did you mean \"label\"?"));
    bad(&broken, Code::Missing, "\"label\" is missing here.");
}

#[test]
fn missing_and_duplicate_ids() {
    let one = step("same", "guide", "both", "body = \"Read.\"");
    bad(&file("", &[one.clone(), one.clone()]), Code::DuplicateId, "Steps 1 and 2 have the same id.");
    bad(&file("", &[one.replace("id = \"same\"\n", "")]), Code::Missing, "\"id\" is missing here.");
}

#[test]
fn floats_and_dates() {
    bad(&RULES.replace("minutes = 15", "minutes = 1.5"), Code::NotWhole, "Line 9: use a whole number.");
    bad(&RULES.replace("minutes = 15", "minutes = 2026-01-01"), Code::NotWhole, "Line 9: put dates in quotes.");
}

#[test]
fn scales_and_options() {
    let scale = |min: i32, max: i32| {
        let keys = format!("visibility = \"priv\"\nlow = \"a\"\nhigh = \"b\"\nmin = {min}\nmax = {max}");
        file("", &[step("how", "scale", "each", &keys)])
    };
    bad(&scale(5, 5), Code::Scale, "Step how: the scale needs a lower start than end.");
    bad(&scale(0, 21), Code::Scale, "22 points; the limit is 21");
    good(&scale(-10, 10));
    bad(
        &file("", &[step("c", "choose", "both", "visibility = \"shared\"\noptions = []")]),
        Code::Missing,
        "\"options\" is empty",
    );
}

#[test]
fn a_condition_on_itself_a_later_or_a_missing_step() {
    for read in ["now", "later", "nowhere"] {
        let now =
            step("now", "text", "both", &format!("visibility = \"shared\"\nsize = \"short\"\nshow_if = \"{read}\""));
        let later = step("later", "text", "both", "visibility = \"shared\"\nsize = \"short\"");
        bad(&file("", &[now, later]), Code::NotEarlier, "Step now depends on a step that does not come before it");
    }
}

#[test]
fn html_links_and_images_are_only_a_warning() {
    for body in ["<b>No</b>", "[here](x)", "![a](b)", "see https://example.org"] {
        let toml = file("", &[step("g", "guide", "both", &format!("body = \"{body}\""))]);
        let (exercise, found) = compile(&toml, &library());
        assert!(exercise.is_some());
        assert_eq!(found.len(), 1, "{body}");
        assert_eq!((found[0].code, found[0].severity), (Code::Markup, Severity::Warning));
    }
    good(&file("", &[step("g", "guide", "both", "body = \"2 < 3, a <3, *softly*, **now**\"")]));
}

#[test]
fn hidden_characters_are_removed_and_told() {
    let toml = file("", &[step("g", "guide", "both", "body = \"a\\u202Eb\\u200Bc\\u0007\"")]);
    let (exercise, found) = compile(&toml, &library());
    assert!(found.iter().any(|f| f.code == Code::Hidden && f.message == "3 hidden characters were removed."));
    assert!(exercise.expect("a warning only").canonical.contains("\"body\":\"abc\""));
}

#[test]
fn over_the_limits() {
    let many: Vec<_> = (0..201).map(|n| step(&format!("g{n}"), "guide", "both", "body = \"Read.\"")).collect();
    bad(&file("", &many), Code::TooMany, "Too long: 201 steps; the limit is 200.");
    good(&file("", &many[..200]));
    let options: Vec<_> = (0..51).map(|n| format!("{{ id = \"o{n}\", label = \"O\" }}")).collect();
    let choose = format!("visibility = \"shared\"\noptions = [{}]", options.join(", "));
    bad(&file("", &[step("c", "choose", "both", &choose)]), Code::TooMany, "51 entries; the limit is 50");
    let columns: Vec<_> = (0..21).map(|n| format!("{{ id = \"c{n}\", label = \"C\", kind = \"text\" }}")).collect();
    let table = format!("visibility = \"shared\"\ncolumns = [{}]", columns.join(", "));
    bad(&file("", &[step("t", "table", "both", &table)]), Code::TooMany, "21 entries; the limit is 20");
    let rows = "visibility = \"shared\"\nmax_rows = 101\ncolumns = [{ id = \"c\", label = \"C\", kind = \"text\" }]";
    bad(
        &file("", &[step("t", "table", "both", rows)]),
        Code::OutOfRange,
        "from 0 to 100".replace("from 0", "from 1").as_str(),
    );
    let large = format!("{RULES}# {}", "x".repeat(1 << 20));
    bad(&large, Code::TooLong, "the limit is 1 MiB");
}

#[test]
fn rows_begin_only_where_somebody_can_add_more() {
    let areas = step("areas", "text", "both", "visibility = \"shared\"\nsize = \"short\"");
    let table = |more: &str, kind: &str| {
        let columns = format!("columns = [{{ id = \"c\", label = \"C\", kind = \"{kind}\" }}]");
        step("t", "table", "both", &format!("visibility = \"shared\"\nbegin = \"areas\"\n{columns}\n{more}"))
    };
    good(&file("", &[areas.clone(), table("", "text")]));
    let fixed = table("rows = [{ id = \"r\", label = \"R\" }]", "text");
    bad(&file("", &[areas.clone(), fixed]), Code::Range, "open rows and a first column of text");
    bad(&file("", &[areas, table("", "date")]), Code::Range, "open rows and a first column of text");
    bad(&file("", &[table("", "text")]), Code::UnknownReference, "there is no step \"areas\"");
}

#[test]
fn a_newer_format_asks_for_an_update_and_nothing_else() {
    for broken in [
        RULES.replace("hearthside.exercise/1", "hearthside.exercise/2"),
        RULES.replace("heat = 1", "heat = 1\nrequires = [\"video\"]"),
    ] {
        let found = findings(&broken);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].code, Code::Newer);
        assert!(found[0].to_string().ends_with("Update, then open again."));
    }
    good(&RULES.replace("heat = 1", "heat = 1\nrequires = []"));
}

#[test]
fn every_problem_is_told_at_once() {
    let broken = RULES
        .replace("heat = 1", "heat = 9")
        .replace("theme = \"start\"", "theme = \"strat\"")
        .replace("size = \"short\"", "size = \"tiny\"");
    let codes: Vec<_> = findings(&broken).iter().map(|f| f.code).collect();
    assert!(codes.contains(&Code::OutOfRange));
    assert_eq!(codes.iter().filter(|c| **c == Code::UnknownWord).count(), 3);
    let lines: Vec<_> = findings(&broken).iter().map(|f| f.line).collect();
    assert!(lines.iter().all(Option::is_some), "{lines:?}");
}

#[test]
fn json_that_is_not_the_canonical_form_is_refused() {
    let json = good(RULES).canonical;
    let cases = [
        format!(" {json}"),
        format!("\u{feff}{json}"),
        json.replacen("\"heat\":1", "\"heat\":1.0", 1),
        json.replacen("\"heat\":1", "\"heat\":null", 1),
        json.replacen("\"heat\":1", "\"heat\":3,\"heat\":1", 1),
        json.replacen("Our ground rules", "Our ground\u{202e} rules", 1),
        json[..json.len() - 1].to_owned(),
        "[".repeat(100_000),
    ];
    for case in cases {
        let found = read_canonical(&case).expect_err("not canonical");
        assert!(found.iter().any(|f| f.code == Code::NotCanonical));
    }
}

#[test]
fn unknown_keys_are_errors_on_the_wire_too() {
    let json = good(RULES).canonical.replacen("{\"exempt\"", "{\"evil\":1,\"exempt\"", 1);
    let found = read_canonical(&json).expect_err("an unknown key");
    assert!(found.iter().any(|f| f.code == Code::UnknownField), "{found:?}");
}

#[test]
fn brackets_without_end_do_not_exhaust_the_stack() {
    for deep in ["[".repeat(100_000), "{a=".repeat(100_000)] {
        let (exercise, found) = compile(&format!("a = {deep}"), &library());
        assert!(exercise.is_none());
        assert!(found.iter().any(|f| f.code == Code::Syntax));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,200}") {
        let _ = compile(&text, &library());
        let _ = read_canonical(&text);
        let _ = text_of(text.as_bytes());
    }

    #[test]
    fn no_damage_to_a_good_file_makes_it_panic(from in 0usize..2000, length in 0usize..60, put in "[\\[\\]{}=\"a-z0-9.\n-]{0,10}") {
        let chars: Vec<char> = RULES.chars().collect();
        let from = from.min(chars.len());
        let end = (from + length).min(chars.len());
        let text: String = chars[..from].iter().copied().chain(put.chars()).chain(chars[end..].iter().copied()).collect();
        let _ = compile(&text, &library());
    }
}
