//! Exercises to choose from (S5), and the opening page of one.

use std::collections::BTreeSet;

use hearth_domain::availability::{Availability, JointRun, SharedFacts};
use hearth_domain::{Heat, Person};
use hearth_exercise::model::{Exercise, Mode, Need, Part};
use hearth_exercise::page::Audience;
use hearth_exercise::run::Cast;

use super::status::Standing;
use super::{App, Table};
use crate::contract::{BuildsOn, Card, Code, CommandError, Filter, Look};
use crate::exercises::Exercises;
use crate::runs::world::Shelf;

const GROUND_RULES: &str = "our-ground-rules";
const CHECK: &str = "starting-safely";
const PAUSE_PLAN: &str = "pause-and-repair-plan";

impl App {
    /// Exercises that fit the filter, by theme and title.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn catalogue(&self, filter: Filter) -> Result<Vec<Card>, CommandError> {
        let mut table = self.table().await?;
        let standing = Standing::read(&mut table).await?;
        let fit = self.exercises.iter().filter(|e| fits(e, &filter));
        let mut cards: Vec<Card> = fit.map(|exercise| card(exercise, &standing)).collect();
        cards.sort_by(|a, b| (theme_rank(&a.theme), &a.title).cmp(&(theme_rank(&b.theme), &b.title)));
        Ok(cards)
    }

    /// The opening page of an exercise.
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is none with that name.
    pub async fn look(&self, slug: &str) -> Result<Look, CommandError> {
        let mut table = self.table().await?;
        let exercise = self.exercises.get(slug).ok_or(Code::Unknown)?;
        let now = self.now();
        let part = table.part(&exercise, None).ok();
        let open = match &part {
            Some(part) => table.availability(&self.exercises, &exercise, part, now).await? == Availability::Open,
            None => true,
        };
        let together = table.sitting.together();
        Ok(Look {
            card: card(&exercise, &Standing::read(&mut table).await?),
            not_for: exercise.not_for.clone(),
            sources: exercise.sources.clone(),
            builds_on: self.builds_on(&exercise),
            open,
            needs_both: part.is_none() && !together,
            needs_one: part.is_none() && together,
            part: part.as_ref().map(|p| p.id.clone()),
            pick_first: together && part.is_some() && exercise.roles.is_some(),
            first: if together { Some(table.next_first(&exercise).await?) } else { None },
            run: table.begun(&exercise).await?,
            own_need: self.own_need(&mut table, &exercise).await?,
            audiences: audiences(&exercise, part.as_ref()),
        })
    }

    /// "Builds on": the same fixed line for everybody, never marked done or not done (E23).
    fn builds_on(&self, exercise: &Exercise) -> Vec<BuildsOn> {
        let heat = exercise.parts.iter().filter(|p| p.mode == Mode::Together).map(|p| p.heat.level()).max();
        let Some(heat) = heat else { return vec![] };
        let mut slugs: Vec<(&str, bool)> = Vec::new();
        if !exercise.exempt {
            slugs.push((GROUND_RULES, false));
        }
        if heat >= 2 {
            slugs.push((CHECK, true));
        }
        if heat >= 3 {
            slugs.push((PAUSE_PLAN, false));
        }
        for need in &exercise.needs {
            match need {
                Need::Agreed(slug) | Need::Done { slug, .. } => slugs.push((slug, false)),
                Need::Own { slug, .. } => slugs.push((slug, false)),
            }
        }
        let mut seen = BTreeSet::new();
        slugs.retain(|(slug, _)| seen.insert(*slug));
        let link = |(slug, each): (&str, bool)| {
            let title = self.exercises.get(slug)?.title.clone();
            Some(BuildsOn { slug: slug.to_owned(), title, each })
        };
        slugs.into_iter().filter_map(link).collect()
    }

    /// A preparation of one's own that is not done, told to that person alone (E25).
    async fn own_need(&self, table: &mut Table, exercise: &Exercise) -> Result<Option<BuildsOn>, Code> {
        let Ok((_, own)) = table.sitting.alone() else { return Ok(None) };
        let runs = own.runs().await?;
        let missing = exercise.needs.iter().find_map(|need| match need {
            Need::Own { slug, .. } if !runs.iter().any(|r| r.slug == *slug && r.state == "done") => Some(slug),
            _ => None,
        });
        let title = missing.and_then(|slug| Some((slug, self.exercises.get(slug)?.title.clone())));
        Ok(title.map(|(slug, title)| BuildsOn { slug: slug.clone(), title, each: false }))
    }
}

/// One card. In Together it tells nothing that only one of the two knows.
pub(super) fn card(exercise: &Exercise, standing: &Standing) -> Card {
    Card {
        slug: exercise.slug.clone(),
        title: exercise.title.clone(),
        summary: exercise.summary.clone(),
        theme: exercise.theme.clone(),
        minutes: exercise.minutes,
        depth: exercise.heat.level(),
        together: exercise.parts.iter().any(|p| p.mode == Mode::Together),
        alone: exercise.parts.iter().any(|p| p.mode == Mode::Alone),
        status: standing.of(exercise),
    }
}

impl Table {
    /// A run of this exercise that can go on with who is open.
    async fn begun(&mut self, exercise: &Exercise) -> Result<Option<String>, Code> {
        let runs = if self.sitting.together() {
            self.sitting.ours().runs().await?
        } else {
            self.sitting.alone()?.1.runs().await?
        };
        let open = runs.iter().rfind(|r| r.slug == exercise.slug && r.ended.is_none());
        Ok(open.map(|r| r.id.to_string()))
    }

    /// Who goes first if nobody picks (E7).
    async fn next_first(&mut self, exercise: &Exercise) -> Result<Person, Code> {
        let shelf = Shelf::read(&mut self.sitting).await?;
        let last = shelf.runs().iter().rfind(|r| r.slug == exercise.slug);
        Ok(Cast::next_first(last.and_then(|r| r.first)))
    }

    /// What Ours says of joint runs and agreements, for E25.
    pub(super) async fn shared_facts(&mut self, exercises: &Exercises) -> Result<SharedFacts, Code> {
        let tonight = self.sitting.tonight;
        let shelf = Shelf::read(&mut self.sitting).await?;
        let mut runs = Vec::new();
        for run in shelf.runs() {
            let heat = heat_of(exercises, run);
            runs.push(JointRun {
                slug: run.slug.clone(),
                heat,
                begun: run.begun,
                done: run.ended.filter(|_| run.state == "done"),
                sitting: run.sitting,
            });
        }
        Ok(SharedFacts { agreed: shelf.agreed().into_iter().collect(), runs, sitting: tonight })
    }
}

/// The heat of the part a joint run is in, from the exercise it is pinned to. What nobody published counts as deep: then
/// it closes rather than opens.
fn heat_of(exercises: &Exercises, run: &hearth_store::RunRow) -> Heat {
    let exercise = exercises.pinned(&run.doc, None);
    let part = exercise.as_ref().and_then(|e| e.parts.iter().find(|p| p.id == run.part));
    part.map_or(Heat::DEEP, |p| p.heat)
}

/// The depth by the name its card says: what is done alone reads Light, what a therapist assigns reads Deep.
fn named_depth(heat: Heat) -> u8 {
    heat.clamp(Heat::LIGHT, Heat::DEEP).level()
}

fn fits(exercise: &Exercise, filter: &Filter) -> bool {
    let joint = exercise.parts.iter().any(|p| p.mode == Mode::Together);
    let alone = exercise.parts.iter().any(|p| p.mode == Mode::Alone);
    filter.theme.as_ref().is_none_or(|theme| *theme == exercise.theme)
        && filter.minutes.is_none_or(|minutes| exercise.minutes <= minutes)
        && filter.depth.is_none_or(|depth| named_depth(exercise.heat) == depth)
        && filter.together.is_none_or(|together| if together { joint } else { alone })
}

/// Themes in the order of the catalogue.
fn theme_rank(theme: &str) -> usize {
    const THEMES: [&str; 9] = ["start", "steady", "daily", "talk", "know", "limits", "recover", "repair", "touch"];
    THEMES.iter().position(|t| *t == theme).unwrap_or(THEMES.len())
}

/// Who reads the answers of this part, each audience once, the most private first.
fn audiences(exercise: &Exercise, part: Option<&Part>) -> Vec<Audience> {
    use hearth_domain::Visibility as V;
    let steps = exercise.steps.iter().filter(|s| part.is_none_or(|p| s.part == p.id));
    let kinds: BTreeSet<usize> = steps
        .filter_map(|s| s.kind.visibility())
        .map(|v| match v {
            V::Eph => 0,
            V::Priv => 1,
            V::Offer => 2,
            V::Ther => 3,
            V::Seal => 4,
            V::Shared => 5,
        })
        .collect();
    let all = [
        Audience::NotKept,
        Audience::OnlyYou,
        Audience::YouMayShow,
        Audience::Therapist,
        Audience::Sealed,
        Audience::Both,
    ];
    kinds.into_iter().map(|rank| all[rank]).collect()
}
