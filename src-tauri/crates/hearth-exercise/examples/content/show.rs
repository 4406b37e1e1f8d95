//! An exercise as a person would read it aloud: who acts, who reads the answer, what is asked, what follows.

mod conditions;
mod follows;
mod lines;
mod people;
mod prompt;

use hearth_exercise::model::{Exercise, Mode, Need, Part, Product, ProductKind, Record, Step};

use crate::catalogue::Catalogue;
use lines::Lines;

/// Prints one exercise.
///
/// # Errors
/// If there is none of that name.
pub fn run(catalogue: &Catalogue, slug: &str) -> Result<(), String> {
    let exercise = catalogue.exercises.get(slug).ok_or_else(|| {
        let known: Vec<&str> = catalogue.exercises.keys().map(String::as_str).collect();
        format!("there is no exercise {slug} that compiles; there are: {}", known.join(" "))
    })?;
    print!("{}", text(exercise, catalogue));
    Ok(())
}

/// All of it, in lines of at most a hundred columns.
fn text(exercise: &Exercise, catalogue: &Catalogue) -> String {
    let mut out = Lines::default();
    head(exercise, catalogue, &mut out);
    for part in &exercise.parts {
        one_part(exercise, part, catalogue, &mut out);
    }
    out.gap();
    out.say(0, "WHAT STAYS");
    if exercise.products.is_empty() && !exercise.steps.iter().any(|step| step.kind.word() == "agree") {
        out.item(2, "Nothing but the answers themselves.");
    }
    for step in exercise.steps.iter().filter(|step| step.kind.word() == "agree") {
        out.item(2, &format!("An agreement, in Ours: “{}”", step.label));
    }
    exercise.products.iter().for_each(|product| out.item(2, &kept(product, exercise)));
    out.text()
}

fn head(exercise: &Exercise, catalogue: &Catalogue, out: &mut Lines) {
    out.say(0, &exercise.title.to_uppercase());
    out.say(0, &exercise.summary);
    out.gap();
    let heat = heat(exercise.heat.level());
    out.say(0, &format!("{} · about {} minutes · {heat} · wave {}", exercise.theme, exercise.minutes, exercise.wave));
    out.say(0, &format!("{} · revision {} · {}", exercise.slug, exercise.revision, exercise.license));
    if let Some([one, other]) = exercise.roles {
        out.say(0, &format!("Two roles: {}; {}.", people::role(one), people::role(other)));
    }
    if let Some(days) = exercise.repeat_days {
        out.say(0, &format!("Offered again after {days} days."));
    }
    if exercise.record == Record::None {
        out.say(0, "No run and no answers are kept.");
    }
    exercise.needs.iter().for_each(|need| out.say(0, &format!("Builds on: {}.", needed(need, catalogue))));
    exercise.not_for.iter().for_each(|line| out.say(0, &format!("Not when: {line}")));
    out.say(0, &format!("After: {}.", exercise.sources.join("; ")));
}

/// The words of the design for the five degrees.
const fn heat(heat: u8) -> &'static str {
    match heat {
        0 => "alone, at any time",
        1 => "light",
        2 => "medium",
        3 => "deep",
        _ => "only with a therapist",
    }
}

fn needed(need: &Need, catalogue: &Catalogue) -> String {
    match need {
        Need::Agreed(slug) => format!("an agreement from “{}”", catalogue.title(slug)),
        Need::Done { slug, days } => format!("“{}”, done in the last {days} days", catalogue.title(slug)),
        Need::Own { slug, by } => format!("“{}”, done alone by: {}", catalogue.title(slug), people::who(*by)),
    }
}

fn one_part(exercise: &Exercise, part: &Part, catalogue: &Catalogue, out: &mut Lines) {
    let mode = match part.mode {
        Mode::Alone => "ALONE",
        Mode::Together => "TOGETHER",
    };
    out.gap();
    let name = if exercise.parts.len() > 1 {
        format!("{mode}: {} ({})", part.id, heat(part.heat.level()))
    } else {
        mode.to_owned()
    };
    out.say(0, &name);
    for (number, step) in (1..).zip(exercise.steps_of(&part.id)) {
        one_step(number, step, exercise, catalogue, out);
    }
}

fn one_step(number: usize, step: &Step, exercise: &Exercise, catalogue: &Catalogue, out: &mut Lines) {
    out.gap();
    let optional = if step.optional { " (optional)" } else { "" };
    out.hang(&format!("{number:>2}. "), &format!("{}{optional}", step.label));
    let from = step.block.as_ref().map(|block| format!(" · from the block {block}")).unwrap_or_default();
    out.say(4, &format!("[{} · {} · {}{from}]", people::who(step.who), people::reader(step), step.id));
    if let Some(when) = &step.show_if {
        let when = conditions::when(when, exercise, catalogue);
        out.say(
            4,
            &when
                .strip_prefix("unless ")
                .map_or_else(|| format!("Comes only {when}."), |it| format!("Left out if {it}.")),
        );
    }
    if step.once {
        out.say(4, "Asked once. A later run does not ask again.");
    }
    step.help.iter().for_each(|help| out.say(4, help));
    step.why.iter().for_each(|why| out.say(4, &format!("Why we ask: {why}")));
    prompt::print(step, exercise, catalogue, out);
    follows::print(step, exercise, catalogue, out);
}

fn kept(product: &Product, exercise: &Exercise) -> String {
    let kind = match product.kind {
        ProductKind::Card => "A card",
        ProductKind::List => "A list",
        ProductKind::Letter => "A letter",
        ProductKind::Plan => "A plan",
        ProductKind::Ritual => "A ritual",
        ProductKind::Pace => "A pace",
    };
    let place = if product.shared { "Ours" } else { "Mine" };
    let from: Vec<String> = product.from.iter().map(|id| format!("“{}”", conditions::label(id, exercise))).collect();
    format!("{kind}, in {place}: “{}”, made of {}", product.title, from.join(", "))
}

#[cfg(test)]
mod tests;
