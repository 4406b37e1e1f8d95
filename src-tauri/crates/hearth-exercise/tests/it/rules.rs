//! Safety rules of the file, each named after its number.

use hearth_exercise::format::{Code, compile};

use crate::{RULES, bad, file, good, library, step};

fn private(id: &str, who: &str) -> String {
    step(id, "scale", who, "visibility = \"priv\"\nlow = \"a\"\nhigh = \"b\"")
}

fn guide(who: &str, keys: &str) -> String {
    step("next", "guide", who, &format!("body = \"Read.\"\n{keys}"))
}

const OWNER: &str = "roles = \"owner/receiver\"";

#[test]
fn e12_priv_has_no_way_to_be_shown() {
    for mode in ["sealed", "overlap", "match"] {
        let reveal = step("show", "reveal", "both", &format!("mode = \"{mode}\"\nitems = [\"mine\"]"));
        bad(&file("", &[private("mine", "each"), reveal]), Code::Leak, "may not be shown");
    }
    let picks = step("show", "reveal", "owner", "mode = \"picks\"\nitems = [\"mine\"]");
    bad(&file(OWNER, &[private("mine", "owner"), picks]), Code::Leak, "Only \"offer\" answers can be.");
}

#[test]
fn e15_nothing_private_goes_into_ours() {
    let agree =
        step("ok", "agree", "both", "visibility = \"shared\"\nfrom = [\"mine\"]\nreview = { default = 7, max = 30 }");
    bad(&file("", &[private("mine", "each"), agree]), Code::Leak, "cannot go into Ours");
    let product = "[[product]]\nkind = \"card\"\nfrom = [\"mine\"]\ntitle = \"Card\"\nspace = \"ours\"";
    bad(&file(product, &[private("mine", "each")]), Code::Leak, "cannot go into Ours");
    good(&file(&product.replace("ours", "own"), &[private("mine", "each")]));
}

#[test]
fn e14_what_was_sealed_may_be_agreed_on_only_after_it_was_opened() {
    let seal = step("hope", "text", "each", "visibility = \"seal\"\nsize = \"short\"");
    let open = step("open", "reveal", "both", "mode = \"sealed\"\nitems = [\"hope\"]");
    let agree =
        step("ok", "agree", "both", "visibility = \"shared\"\nfrom = [\"hope\"]\nreview = { default = 7, max = 30 }");
    good(&file("", &[seal.clone(), open, agree.clone()]));
    bad(&file("", &[seal, agree]), Code::Leak, "cannot go into Ours");
}

#[test]
fn e22_a_private_answer_cannot_decide_what_the_other_sees() {
    let read = "show_if = \"any(mine > 4)\"";
    bad(&file("", &[private("mine", "each"), guide("both", read)]), Code::Leak, "could read a private answer");
    good(&file("", &[private("mine", "each"), guide("each", read)]));
    good(&file(
        "",
        &[private("mine", "each"), step("p", "pause", "both", &format!("form = \"timer\"\nseconds = 60\n{read}"))],
    ));
}

#[test]
fn e22_one_roles_answer_shows_only_that_roles_own_steps() {
    let shown = |who: &str, visibility: &str| {
        let next = step(
            "then",
            "text",
            who,
            &format!("visibility = \"{visibility}\"\nsize = \"short\"\nshow_if = \"mine > 4\""),
        );
        file(OWNER, &[private("mine", "owner"), next])
    };
    good(&shown("owner", "priv"));
    for (who, visibility) in [("owner", "shared"), ("receiver", "priv"), ("each", "priv"), ("both", "shared")] {
        bad(&shown(who, visibility), Code::Leak, "could read a private answer");
    }
}

#[test]
fn e22_branches_on_private_answers_end_neutrally_or_stay_with_that_person() {
    let branch = |action: &str| {
        let then = format!("\n[[step.then]]\nif = \"any(mine > 4)\"\n{action}");
        file("", &[format!("{}{then}\n", private("mine", "each"))])
    };
    for action in
        ["end = \"neutral\"", "break = true", "page = \"help-now\"", "rest = { days = 2, slugs = [\"boundary-talk\"] }"]
    {
        good(&branch(action));
    }
    for action in [
        "suggest = \"my-limits\"",
        "start = \"my-limits\"",
        "repeat = { from = \"mine\", max = 2 }",
        "end = \"neutral\"\nsay = \"Not today.\"",
    ] {
        bad(&branch(action), Code::Leak, "could read a private answer");
    }
}

#[test]
fn e22_a_pace_is_private_too() {
    bad(&file("", &[guide("both", "show_if = \"pace == 'open'\"")]), Code::Leak, "could read a private answer");
}

#[test]
fn e22_alone_there_is_nobody_to_see_it() {
    good(&file("", &[private("mine", "me"), guide("me", "show_if = \"mine > 4\"")]));
}

#[test]
fn e25_nothing_done_together_has_heat_0() {
    bad(&RULES.replace("heat = 1", "heat = 0"), Code::OutOfRange, "heat 1 or more");
}

#[test]
fn e27_a_condition_names_an_option_that_exists() {
    let choose = step(
        "way",
        "choose",
        "me",
        "visibility = \"eph\"\noptions = [{ id = \"slow\", label = \"Slow\" }, { id = \"feet\", label = \"Feet\" }]",
    );
    let read = |condition: &str| file("", &[choose.clone(), guide("me", &format!("show_if = \"{condition}\""))]);
    good(&read("way == 'slow'"));
    good(&read("way in ['slow', 'feet', 'rather-not-say']"));
    bad(&read("way == 'slwo'"), Code::Condition, "\"way\" has no option \"slwo\"");
    bad(&read("way < 'slow'"), Code::Condition, "options have no order");
    bad(&read("way > 3"), Code::Condition, "has no number");
    bad(&read("clear(way)"), Code::Condition, "is not a gate");
    bad(&read("way ="), Code::Condition, "column 5");
}

#[test]
fn e28_repeat_has_a_maximum_and_swap_runs_forward() {
    let then = |keys: &str| format!("{}\n[[step.then]]\n{keys}\n", private("mine", "me"));
    good(&file("", &[then("repeat = { from = \"mine\", max = 2 }")]));
    bad(&file("", &[then("repeat = { from = \"mine\" }")]), Code::Missing, "\"max\" is missing");
    let turn = |from: &str, to: &str| {
        let pass =
            step("pass", "turn", "receiver", &format!("seconds = 60\nswap = {{ from = \"{from}\", to = \"{to}\" }}"));
        let one = |id: &str| step(id, "turn", "owner", "seconds = 60");
        file(OWNER, &[one("first"), one("second"), pass])
    };
    good(&turn("first", "second"));
    bad(&turn("second", "first"), Code::NotEarlier, "swap runs from");
    bad(&turn("first", "nowhere"), Code::UnknownReference, "swap names");
}

#[test]
fn e29_the_lower_of_two_is_asked_of_each() {
    let near = |who: &str, visibility: &str| {
        let keys = format!(
            "visibility = \"{visibility}\"\nuse = \"lower\"\noptions = [{{ id = \"far\", label = \"Far\" }}, {{ id = \"near\", label = \"Near\" }}]"
        );
        file("", &[step("near", "choose", who, &keys)])
    };
    good(&near("each", "seal"));
    bad(&near("both", "shared"), Code::Role, "here acts each");
}

#[test]
fn e32_reviews_are_never_over_ninety_days() {
    bad(&RULES.replace("max = 90", "max = 91"), Code::Review, "within 90 days");
    bad(&RULES.replace("default = 60, max = 90", "default = 90, max = 60"), Code::Review, "within 90 days");
    for (slug, most) in [("openness-agreement", 60), ("separation-with-care", 30)] {
        let named = RULES.replace("our-ground-rules", slug);
        let days = |n: u32| named.replace("default = 60, max = 90", &format!("default = 14, max = {n}"));
        good(&days(most));
        bad(&days(most + 1), Code::Review, &format!("within {most} days"));
    }
}

#[test]
fn e34_a_table_has_no_column_kind_for_a_penalty() {
    let keys = "visibility = \"shared\"\ncolumns = [{ id = \"c\", label = \"C\", kind = \"penalty\" }]";
    bad(
        &file("", &[step("t", "table", "both", keys)]),
        Code::UnknownWord,
        "Use one of: text, number, choose, date, who.",
    );
}

#[test]
fn e41_a_series_is_its_owners_own() {
    let series = |visibility: &str| {
        file(
            "",
            &[step(
                "how",
                "scale",
                "each",
                &format!("visibility = \"{visibility}\"\nlow = \"a\"\nhigh = \"b\"\nseries = \"calm\""),
            )],
        )
    };
    good(&series("priv"));
    bad(&series("seal"), Code::Visibility, "only a private scale");
    let words = |visibility: &str, max: u32| {
        let keys = format!(
            "visibility = \"{visibility}\"\nmax = {max}\nseries = \"energy\"\noptions = [{{ id = \"low\", label = \"Low\" }}, \
             {{ id = \"full\", label = \"Full\" }}]"
        );
        file("", &[step("how", "choose", "each", &keys)])
    };
    good(&words("priv", 1));
    bad(&words("shared", 1), Code::Visibility, "can be a series");
    bad(&words("priv", 2), Code::Visibility, "can be a series");
}

#[test]
fn on_one_screen_nothing_is_private() {
    let both = step("t", "text", "both", "visibility = \"priv\"\nsize = \"short\"");
    bad(&file("", &[both]), Code::Visibility, "does not go with who acts");
}

#[test]
fn roles_are_named_before_they_act() {
    bad(&file("", &[private("mine", "owner")]), Code::Role, "no such role");
    bad(&file("roles = \"owner/hurt\"", &[private("mine", "receiver")]), Code::Role, "no such role");
}

#[test]
fn parts_say_who_acts() {
    let parts = "roles = \"owner/hurt\"\n[[part]]\nid = \"prepare\"\nmode = \"alone\"\nheat = 0\n[[part]]\nid = \"offer\"\nmode = \"together\"\nheat = 3";
    let in_part = |part: &str, who: &str| file(parts, &[guide(who, &format!("part = \"{part}\""))]);
    good(&in_part("prepare", "owner"));
    good(&in_part("offer", "both"));
    bad(&in_part("prepare", "both"), Code::Role, "done alone");
    bad(&in_part("offer", "me"), Code::Role, "done together");
    bad(&in_part("nowhere", "both"), Code::UnknownReference, "which part");
}

#[test]
fn what_it_needs_has_to_exist() {
    let toml =
        file("needs = [{ agreed = \"starting-safely\" }, { done = \"no-such\", days = 30 }]", &[guide("both", "")]);
    good(&toml);
    let mut library = library();
    library.slugs.insert("starting-safely".to_owned());
    let found = compile(&toml, &library).1;
    assert_eq!(found.len(), 1);
    assert!(found[0].message.contains("\"no-such\""));
    bad(&file("needs = [{ done = \"x\" }]", &[guide("both", "")]), Code::Missing, "A need is not whole");
}

#[test]
fn ids_of_the_blocks_are_theirs() {
    bad(&file("", &[private("jo-mine", "each")]), Code::BadId, "standard blocks");
    bad(&file("", &["[[step]]\nblock = \"joint-opne\"\n".to_owned()]), Code::Block, "There is no block");
    bad(
        &file("", &["[[step]]\nblock = \"joint-open\"\nid = \"x\"\n".to_owned()]),
        Code::Block,
        "takes no other fields",
    );
}
