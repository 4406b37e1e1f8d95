//! What never reaches the other person's screen, and that forgiving stays one's own.

use std::collections::BTreeMap;

use hearth_domain::{Heat, Visibility};
use hearth_exercise::format::Code;
use hearth_exercise::model::{Action, Exercise, Kind, Mode, Source, Step, Who};

use crate::promises::said;
use crate::shipped::shipped;
use crate::{bad, file, step};

/// Everything a file has of this step, in words people read.
fn words_of(exercise: &Exercise, step: &Step) -> String {
    let json: serde_json::Value = serde_json::from_str(&exercise.canonical).expect("canonical JSON");
    let steps = json["step"].as_array().expect("steps");
    let it = steps.iter().find(|s| s["id"] == step.id.as_str()).expect("the same step");
    said(it, &["label", "help", "why", "stems", "say", "what"]).join(" | ")
}

fn is_private(visibility: Option<Visibility>) -> bool {
    matches!(visibility, Some(Visibility::Eph | Visibility::Priv | Visibility::Ther))
}

/// Nothing of it can be shown: all done alone, no reveal, everything kept in Mine.
#[track_caller]
fn stays_with_its_author(exercise: &Exercise) {
    let slug = &exercise.slug;
    assert!(exercise.parts.iter().all(|p| p.mode == Mode::Alone), "{slug} has a part for two");
    assert!(exercise.steps.iter().all(|s| s.who == Who::Me), "{slug} asks somebody else");
    assert!(exercise.products.iter().all(|p| !p.shared), "{slug} leaves something in Ours");
    for step in &exercise.steps {
        let visibility = step.kind.visibility();
        assert!(visibility.is_none() || is_private(visibility), "{slug}/{}: {visibility:?}", step.id);
        assert!(!matches!(step.kind, Kind::Reveal(_)), "{slug}/{} could show something", step.id);
    }
}

/// The steps of other exercises that this one may show, as `slug/step`.
fn shown_from_elsewhere(all: &BTreeMap<String, Exercise>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for reveal in all.values().flat_map(|e| &e.steps) {
        let Kind::Reveal(reveal) = &reveal.kind else { continue };
        for item in &reveal.items {
            if let Source::OwnRun { slug, step } = item {
                found.push((slug.clone(), step.clone()));
            }
        }
    }
    found
}

#[test]
fn e16_what_is_for_a_therapist_has_no_way_to_be_shown() {
    let note = |who: &str| step("note", "text", who, "visibility = \"ther\"\nsize = \"long\"");
    for mode in ["sealed", "overlap", "match"] {
        let reveal = step("show", "reveal", "both", &format!("mode = \"{mode}\"\nitems = [\"note\"]"));
        bad(&file("", &[note("each"), reveal]), Code::Leak, "may not be shown");
    }
    let picks = step("show", "reveal", "owner", "mode = \"picks\"\nitems = [\"note\"]");
    bad(&file("roles = \"owner/receiver\"", &[note("owner"), picks]), Code::Leak, "Only \"offer\" answers can be.");
    let agree = "visibility = \"shared\"\nfrom = [\"note\"]\nreview = { default = 7, max = 30 }";
    bad(&file("", &[note("each"), step("ok", "agree", "both", agree)]), Code::Leak, "cannot go into Ours");
    let card = "[[product]]\nkind = \"card\"\nfrom = [\"note\"]\ntitle = \"Card\"\nspace = \"ours\"";
    bad(&file(card, &[note("each")]), Code::Leak, "cannot go into Ours");
}

#[test]
fn e13_e16_what_comes_from_another_exercise_was_offered_there() {
    let shipped = shipped();
    let shown = shown_from_elsewhere(&shipped);
    assert!(shown.len() >= 8, "{shown:?}");
    for (slug, id) in shown {
        let from = shipped.get(&slug).and_then(|e| e.step(&id)).unwrap_or_else(|| panic!("there is no {slug}/{id}"));
        assert_eq!(from.kind.visibility(), Some(Visibility::Offer), "{slug}/{id}");
    }
}

#[test]
fn cr18_getting_ready_for_a_telling_is_assigned_and_alone() {
    let shipped = shipped();
    let preparation = &shipped["disclosure-preparation"];
    assert_eq!(preparation.heat, Heat::ASSIGNED);
    assert!(preparation.parts.iter().all(|p| p.heat == Heat::ASSIGNED));
    stays_with_its_author(preparation);
    assert!(preparation.canonical.contains("Do not write the facts here."));
}

#[test]
fn cr19_impact_and_answering_letters_never_reach_the_partner() {
    let shipped = shipped();
    for slug in ["impact-letter", "answering-letter"] {
        stays_with_its_author(&shipped[slug]);
    }
    let letters =
        ["impact-letter", "answering-letter", "disclosure-preparation", "forgiveness-at-my-pace", "crisis-plan"];
    let taken = shown_from_elsewhere(&shipped).into_iter().find(|(slug, _)| letters.contains(&slug.as_str()));
    assert_eq!(taken, None);
    assert_eq!(shipped["answering-letter"].heat, Heat::ASSIGNED);
}

#[test]
fn cr20_e37_what_is_asked_about_forgiving_stays_with_its_owner() {
    let mut asked = 0;
    for (slug, exercise) in shipped() {
        for step in exercise.steps.iter().filter(|s| words_of(&exercise, s).contains("forgiv")) {
            let visibility = step.kind.visibility();
            assert!(visibility.is_none() && step.who == Who::Me || is_private(visibility), "{slug}/{}", step.id);
            asked += 1;
        }
        for product in exercise.products.iter().filter(|p| p.shared) {
            let title = product.title.to_lowercase();
            assert!(["forgiv", "trust", "ready"].iter().all(|w| !title.contains(w)), "{slug}: {title}");
        }
        for step in &exercise.steps {
            let Kind::Schedule(schedule) = &step.kind else { continue };
            let words = format!("{} {}", words_of(&exercise, step), schedule.what.as_deref().unwrap_or(""));
            assert!(["forgiv", "trust"].iter().all(|w| !words.to_lowercase().contains(w)), "{slug}: {words}");
        }
    }
    assert!(asked >= 3, "{asked}");
}

#[test]
fn e37_how_much_somebody_trusts_is_never_shared_timed_or_aimed_at() {
    let shipped = shipped();
    for (slug, exercise) in &shipped {
        for step in exercise.steps.iter().filter(|s| words_of(exercise, s).contains("how much trust")) {
            assert_eq!(step.kind.visibility(), Some(Visibility::Priv), "{slug}/{}", step.id);
        }
    }
    let series: Vec<_> = shipped.values().flat_map(|e| &e.steps).filter_map(|s| s.series.as_deref()).collect();
    assert!(series.contains(&"trust") && !series.iter().any(|s| s.contains("forgiv")), "{series:?}");
    assert!(shipped["trust-roadmap"].canonical.contains("There is no number to reach"));
}

#[test]
fn cr21_the_pages_on_forgiving_stop_where_harm_goes_on_and_have_no_way_out_of_mine() {
    let shipped = shipped();
    let pages = &shipped["forgiveness-at-my-pace"];
    stays_with_its_author(pages);
    let still = pages.step("still").expect("the question whether it goes on");
    let actions: Vec<_> = still.then.iter().filter_map(|b| b.action.clone()).collect();
    let wanted = [Action::Page("hurt-goes-on".into()), Action::Suggest("my-limits".into()), Action::EndNeutral];
    assert_eq!(actions, wanted);
    let place = |id: &str| pages.steps.iter().position(|s| s.id == id);
    assert!(place("still") < place("where") && place("still") < place("decide"));
}

#[test]
fn cr26_heavy_writing_ends_on_the_ground_and_half_an_hour_is_enough() {
    let shipped = shipped();
    for slug in ["impact-letter", "how-i-learned-closeness"] {
        let steps = &shipped[slug].steps;
        let last_words = steps.iter().rposition(|s| matches!(s.kind, Kind::Text(_) | Kind::Letter(_)));
        let grounded = steps
            .iter()
            .rposition(|s| matches!(&s.kind, Kind::Pause(p) if p.body.contains("room")) && s.show_if.is_none());
        assert!(last_words.is_some() && last_words < grounded, "{slug}");
        let tip = steps.iter().any(|s| matches!(&s.kind, Kind::Letter(l) if l.tip_min == Some(30)));
        assert!(tip || shipped[slug].canonical.contains("Half an hour is plenty for one sitting"), "{slug}");
    }
}

#[test]
fn e36_every_letter_that_could_be_shown_rests_a_day_first() {
    let mut met = Vec::new();
    for (slug, exercise) in shipped() {
        for step in &exercise.steps {
            let Kind::Letter(letter) = &step.kind else { continue };
            let offered = letter.visibility == Visibility::Offer;
            assert!(!offered || letter.cooloff_h == 24, "{slug}/{}: {} hours", step.id, letter.cooloff_h);
            met.push((slug.clone(), offered));
        }
    }
    assert_eq!(met.len(), 4, "{met:?}");
}
