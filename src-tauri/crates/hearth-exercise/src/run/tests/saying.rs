//! A shipped part, played by two willing people who say certain things on the way.

use hearth_domain::Person;

use super::play::Play;
use super::shipped::{MANY, begin, parts, willing};
use crate::page::{Ask, Page, Phase};
use crate::run::Input;
use crate::value::Value;

/// A play that came to its end, with every moment on the way.
pub struct Played {
    pub play: Play,
    pub seen: Vec<Phase>,
}

/// Plays a part; what `says` has no answer for is answered willingly.
#[track_caller]
pub fn played(slug: &str, part: &str, says: impl Fn(&str, Person) -> Option<Value>) -> Played {
    let all = parts();
    let found = all.iter().find(|p| p.0.slug == slug && p.1 == part);
    let mut play = begin(found.unwrap_or_else(|| panic!("there is no part {part} of {slug}")));
    let (mut player, mut seen) = (willing(), Vec::new());
    for _ in 0..MANY {
        let phase = play.phase();
        seen.push(phase.clone());
        let said = match &phase {
            Phase::Page(page) if !matches!(page.ask, Ask::Help(_)) => says(&page.step, page.actor.unwrap_or(Person::A))
                .map(|value| Input::Answer { step: page.step.clone(), value: Some(value) }),
            _ => None,
        };
        let Some(input) = said.or_else(|| player.press(&mut play)) else { return Played { play, seen } };
        play.to(input);
    }
    panic!("{slug} has no end: {:?}", play.phase());
}

impl Played {
    pub fn end(&self) -> &Phase {
        self.seen.last().expect("an end")
    }

    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.seen.iter().filter_map(|phase| if let Phase::Page(page) = phase { Some(&**page) } else { None })
    }

    pub fn came_to(&self, step: &str) -> bool {
        self.pages().any(|page| page.step == step)
    }

    /// Who was shown a page of help, and its lines.
    pub fn helped(&self) -> Vec<(Option<Person>, Vec<String>)> {
        let help = |page: &Page| match &page.ask {
            Ask::Help(words) => Some((page.actor, words.lines.clone())),
            _ => None,
        };
        self.pages().filter_map(help).collect()
    }

    /// The page right after the one where this was answered.
    pub fn right_after(&self, step: &str) -> Option<&Phase> {
        let asked = |phase: &Phase| matches!(phase, Phase::Page(page) if page.step == step && !matches!(page.ask, Ask::Help(_)));
        self.seen.iter().position(asked).and_then(|at| self.seen.get(at + 1))
    }

    /// Every moment but the other person's own pages.
    pub fn seen_by(&self, who: Person) -> Vec<&Phase> {
        let other = |phase: &&Phase| match phase {
            Phase::Page(page) => page.actor != Some(who.other()),
            Phase::Check { who: whose, .. } => *whose == who,
            _ => true,
        };
        self.seen.iter().filter(other).collect()
    }
}
