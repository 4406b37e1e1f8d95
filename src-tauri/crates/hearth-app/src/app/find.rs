//! Find (S14): one box over the open spaces. Nothing is written, and nothing is kept of what was looked for.

use chrono::{DateTime, Utc};
use hearth_domain::{Pair, Person};
use hearth_store::StepAt;

use super::{App, Table};
use crate::contract::{Code, CommandError, Found, Hit, PersonName, Piece, Spot};
use crate::find::{self, Hits, Leaf, Place, Reader, Stretch, Wanted};

/// Letters that are looked for at most; nobody types more.
const TYPED: usize = 200;
/// Entries that are shown at most, however often somebody asks for more.
const SHOWN: usize = 200;

impl App {
    /// What holds the words that begin as typed: with one open in their own pages and in Ours, in Together in Ours alone.
    /// The first time the words are laid out, also if nothing was typed yet.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn find(&self, typed: &str, most: u32) -> Result<Found, CommandError> {
        let mut table = self.table().await?;
        let names = table.names().await?;
        find::lay_out(&mut table.sitting, &self.reader(&names)).await?;
        let typed: String = typed.chars().take(TYPED).collect();
        let Some(wanted) = Wanted::read(&typed) else { return Ok(Found { looked: false, all: 0, hits: vec![] }) };
        let most = usize::try_from(most).unwrap_or(SHOWN).min(SHOWN);
        let (own, ours) = table.sitting.searched();
        let in_own = own.and_then(|own| own.words().1.as_ref()).map(|index| index.find(&wanted, most));
        let in_ours = ours.words().1.as_ref().map(|index| index.find(&wanted, most));
        let all = in_own.as_ref().map_or(0, |hits| hits.all) + in_ours.as_ref().map_or(0, |hits| hits.all);
        let hits = newest(in_own, in_ours, most);
        let hits = hits.into_iter().map(|(mine, leaf)| self.hit(&wanted, mine, leaf, &names)).collect();
        Ok(Found { looked: true, all: u32::try_from(all).unwrap_or(u32::MAX), hits })
    }

    /// Reads answers in words.
    pub(super) fn reader(&self, names: &Pair<Option<String>>) -> Reader<'_> {
        let both = names.a.clone().zip(names.b.clone());
        Reader { exercises: &self.exercises, names: both.map(|(a, b)| Pair { a, b }) }
    }

    fn hit(&self, wanted: &Wanted, mine: bool, leaf: &Leaf, names: &Pair<Option<String>>) -> Hit {
        let thing = matches!(leaf.place, Place::Item(_));
        let title = if thing { wanted.mark(&leaf.title) } else { plain(&leaf.title) };
        Hit {
            spot: spot(mine, &leaf.place),
            mine,
            kind: leaf.kind.to_owned(),
            title: pieces(title),
            exercise: leaf.exercise.clone(),
            by: leaf.by.map(|who| called(names, who)),
            on: self.day(leaf.at),
            words: pieces(wanted.excerpt(&leaf.words)),
        }
    }

    /// The day on the wall's calendar.
    pub(super) fn day(&self, at: DateTime<Utc>) -> String {
        self.ports.clock.local(at).date().to_string()
    }
}

impl Table {
    /// The exercise that a run was pinned to, and whether whoever is open could go on with it.
    pub(super) async fn run_of(
        &mut self,
        run: hearth_domain::RunId,
    ) -> Result<Option<(hearth_store::RunRow, Option<String>, bool)>, Code> {
        let together = self.sitting.together();
        if let Ok((_, own)) = self.sitting.alone()
            && let Some(row) = own.run(run).await?
        {
            let copy = own.doc(&row.doc).await?;
            let open = row.ended.is_none();
            return Ok(Some((row, copy, open)));
        }
        let row = self.sitting.ours().run(run).await?;
        Ok(row.map(|row| {
            let open = together && row.ended.is_none();
            (row, None, open)
        }))
    }
}

/// The newest of both, each with whether it is one's own.
fn newest<'a>(own: Option<Hits<'a>>, ours: Option<Hits<'a>>, most: usize) -> Vec<(bool, &'a Leaf)> {
    let of = |mine, hits: Option<Hits<'a>>| hits.into_iter().flat_map(|h| h.newest).map(move |leaf| (mine, leaf));
    let mut all: Vec<_> = of(true, own).chain(of(false, ours)).collect();
    all.sort_by_key(|(_, leaf)| std::cmp::Reverse(leaf.at));
    all.truncate(most);
    all
}

fn spot(mine: bool, place: &Place) -> Spot {
    match place {
        Place::Item(item) => Spot::Thing { mine, item: item.to_string() },
        Place::Answer { at, who } => answer_spot(mine, at, *who),
        Place::Sealed(at) => Spot::Sealed { run: at.run.to_string(), step: at.step.clone(), lap: at.lap },
    }
}

/// Where an answer lies.
pub(super) fn answer_spot(mine: bool, at: &StepAt, who: Option<Person>) -> Spot {
    // Whose an answer of Mine is goes without saying, but it is part of its place.
    Spot::Answer { mine, run: at.run.to_string(), step: at.step.clone(), lap: at.lap, who }
}

/// A person with their name.
pub(super) fn called(names: &Pair<Option<String>>, person: Person) -> PersonName {
    PersonName { person, name: names.of(person).clone().unwrap_or_default() }
}

fn plain(text: &str) -> Vec<Stretch> {
    vec![Stretch { text: text.to_owned(), hit: false }]
}

fn pieces(stretches: Vec<Stretch>) -> Vec<Piece> {
    // Lines follow one another in an excerpt; without a sign between them they read as one sentence.
    stretches.into_iter().map(|Stretch { text, hit }| Piece { text: text.replace('\n', " · "), hit }).collect()
}
