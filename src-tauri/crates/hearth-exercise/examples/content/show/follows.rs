//! What comes after a step, and on which condition.

use hearth_exercise::model::{Action, Branch, Choice, Exercise, Items, Kind, Step};

use super::conditions::{label, when};
use super::lines::Lines;
use crate::catalogue::Catalogue;

pub fn print(step: &Step, exercise: &Exercise, catalogue: &Catalogue, out: &mut Lines) {
    if !step.answers.is_empty() {
        let replies: Vec<&str> = step.answers.iter().map(|answer| answer.label.as_str()).collect();
        out.say(4, &format!("The other may reply: {}", replies.join(" · ")));
    }
    own_pages(step).for_each(|option| {
        let title = option.page.as_ref().and_then(|id| exercise.pages.get(id)).map_or("a page", |page| &page.title);
        out.say(4, &format!("→ “{}” opens a page for that person alone: “{title}”", option.label));
    });
    if matches!(step.kind, Kind::Consent(_)) {
        out.say(4, "→ unless everyone asked says yes: the calm end, the same for both, with no reason");
    }
    step.then.iter().for_each(|branch| out.say(4, &format!("→ {}", words(branch, exercise, catalogue))));
}

fn own_pages(step: &Step) -> impl Iterator<Item = &Choice> {
    let options: &[Choice] = match &step.kind {
        Kind::Gate(gate) => &gate.options,
        Kind::Consent(consent) => &consent.options,
        Kind::Choose(choose) => match &choose.options {
            Items::Given(options) => options,
            Items::From(_) => &[],
        },
        _ => &[],
    };
    options.iter().filter(|option| option.page.is_some())
}

fn words(branch: &Branch, exercise: &Exercise, catalogue: &Catalogue) -> String {
    let when = branch.when.as_ref().map_or_else(|| "in any case".to_owned(), |it| when(it, exercise, catalogue));
    let say = branch.say.as_ref().map(|line| format!("it says: “{line}”"));
    let action = branch.action.as_ref().map(|action| does(action, exercise, catalogue));
    format!("{when}: {}", [say, action].into_iter().flatten().collect::<Vec<_>>().join(" Then "))
}

fn does(action: &Action, exercise: &Exercise, catalogue: &Catalogue) -> String {
    match action {
        Action::Repeat { from, max } => format!("back to “{}”, at most {max} times", label(from, exercise)),
        Action::EndNeutral => "the calm end, the same for both, with no reason".to_owned(),
        Action::Break => "a break, and then the opening questions again".to_owned(),
        Action::Page(id) => {
            let title = exercise.pages.get(id).map_or(id, |page| &page.title);
            format!("a page for that person alone: “{title}”")
        }
        Action::Suggest(slug) => format!("“{}” is offered at the end", catalogue.title(slug)),
        Action::Start(slug) => format!("straight to “{}”", catalogue.title(slug)),
        Action::Lower(id) => format!("no higher level than in “{}”", label(id, exercise)),
        Action::Rest { days, slugs } => {
            let titles: Vec<String> = slugs.iter().map(|slug| format!("“{}”", catalogue.title(slug))).collect();
            format!("{} rests for {days} days", titles.join(", "))
        }
    }
}
