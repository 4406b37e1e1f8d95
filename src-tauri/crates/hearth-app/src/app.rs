//! The program without its window: one value, one method a command, grouped by feature.

mod agreeing;
mod agreements;
mod begin;
mod check_ins;
mod closeness;
mod closeness_list;
mod come_next;
mod drafts;
mod earlier;
mod entry;
mod find;
mod home;
mod leave;
mod letters;
mod library;
mod limits;
mod park;
mod past;
mod proposals;
mod register;
mod reminders;
mod removed;
mod runs;
mod session;
mod setup;
mod start;
mod status;
mod things;
mod tray;
mod trends;
mod unlock;

use std::sync::Mutex as Quick;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, NaiveDate, Timelike, Utc};
use hearth_domain::{ItemId, Pair, Person};
use tokio::sync::{Mutex, MutexGuard};

use crate::agreeing::Agreeing;
use crate::config::Config;
use crate::contract::{Code, CommandError, Notice, PersonName};
use crate::door::Door;
use crate::error::SaveFailure;
use crate::exercises::Exercises;
use crate::idle::{Idle, IdleWatch, Moment};
use crate::ports::Ports;
use crate::runs::live::Live;
use crate::sitting::Sitting;
use crate::watch::Watch;

/// The program.
pub struct App {
    ports: Ports,
    watch: Watch,
    idle: IdleWatch,
    config: Quick<Config>,
    exercises: Exercises,
    state: Mutex<State>,
    /// The window was told "Not saved" and nothing better since.
    unsaved: AtomicBool,
}

/// What is open.
#[derive(Default)]
struct State {
    /// The locked vault, set-up and waits; stays while somebody is open, because it holds the lock on the folder.
    door: Door,
    /// Who is open.
    open: Option<Table>,
}

/// The kitchen table: who is open, and the runs in memory.
struct Table {
    sitting: Sitting,
    runs: Vec<Live>,
    /// The text both are about to agree to.
    agreeing: Option<Agreeing>,
    /// The letter that is being written, once something was typed into it.
    writing: Option<ItemId>,
    /// Who pressed to open the closeness list.
    ready: Pair<bool>,
    /// What the first page calls the two, for when Ours cannot be read.
    tiles: Pair<Option<String>>,
    /// That lines of Ours were left out was told.
    told_of_lines: bool,
    /// When it was last looked whether something was planned.
    looked_at: Option<chrono::NaiveDateTime>,
}

impl App {
    /// A program that has looked at nothing yet.
    #[must_use]
    pub fn new(ports: Ports) -> Self {
        let config = Quick::new(Config::read(&ports.places.config));
        Self {
            config,
            ports,
            watch: Watch::default(),
            idle: IdleWatch::default(),
            exercises: Exercises::default(),
            state: Mutex::default(),
            unsaved: AtomicBool::default(),
        }
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.ports.clock.now()
    }

    /// Now, on both clocks.
    fn moment(&self) -> Moment {
        Moment { wall: self.now(), steady: self.ports.clock.steady() }
    }

    /// Today, here.
    fn today(&self) -> NaiveDate {
        self.ports.clock.local(self.now()).date()
    }

    /// Minutes since midnight, here.
    fn minute(&self) -> u16 {
        let time = self.ports.clock.local(self.now()).time();
        u16::try_from(time.num_seconds_from_midnight() / 60).unwrap_or_default()
    }

    /// From now on notices go there.
    pub fn watch(&self, listener: impl Fn(Notice) + Send + 'static) {
        self.watch.listen(listener);
    }

    /// Sends the window a notice.
    pub fn tell(&self, notice: Notice) {
        self.watch.tell(notice);
    }

    /// Somebody is there.
    pub fn active(&self) {
        self.idle.used(self.moment());
    }

    /// Whether anybody is open.
    pub async fn is_open(&self) -> bool {
        self.state.lock().await.open.is_some()
    }

    /// How long nobody was there; tries pending writes again meanwhile.
    pub async fn idle(&self) -> Idle {
        let mut state = self.state.lock().await;
        let limit = state.open.as_mut().map(|table| {
            if table.sitting.together() { chrono::Duration::minutes(30) } else { chrono::Duration::minutes(5) }
        });
        self.idle.look(self.moment(), limit)
    }

    /// Writes failed: says so, and keeps the words in memory.
    fn saved(&self, outcome: Result<(), SaveFailure>) -> Result<(), CommandError> {
        let ok = outcome.is_ok();
        if self.unsaved.swap(!ok, Ordering::Relaxed) || !ok {
            self.watch.tell(Notice::Saved { ok });
        }
        Ok(outcome?)
    }

    async fn table(&self) -> Result<AtTable<'_>, CommandError> {
        let state = self.state.lock().await;
        // While the partner sets up, nobody's pages answer.
        if state.open.is_none() || state.door.newcomer.is_some() {
            return Err(Code::NotNow.into());
        }
        Ok(AtTable(state))
    }
}

/// The table, while a command sits at it.
struct AtTable<'a>(MutexGuard<'a, State>);

impl std::ops::Deref for AtTable<'_> {
    type Target = Table;

    fn deref(&self) -> &Table {
        self.0.open.as_ref().expect("checked when it was made, and the guard keeps others out")
    }
}

impl std::ops::DerefMut for AtTable<'_> {
    fn deref_mut(&mut self) -> &mut Table {
        self.0.open.as_mut().expect("checked when it was made, and the guard keeps others out")
    }
}

impl Table {
    const fn new(sitting: Sitting, tiles: Pair<Option<String>>) -> Self {
        Self {
            sitting,
            runs: vec![],
            agreeing: None,
            writing: None,
            ready: Pair { a: false, b: false },
            tiles,
            told_of_lines: false,
            looked_at: None,
        }
    }

    /// The names of both people, as Ours keeps them.
    async fn names(&mut self) -> Result<Pair<Option<String>>, Code> {
        if self.sitting.why_ours_is_closed().is_some() {
            return Ok(self.tiles.clone());
        }
        let items = self.sitting.ours().items_of("name").await?;
        let name = |who| items.iter().rfind(|i| i.author == who).map(|i| i.title.clone());
        Ok(Pair { a: name(Person::A), b: name(Person::B) })
    }

    /// Who is open, with their names.
    async fn people(&mut self) -> Result<Vec<PersonName>, Code> {
        let names = self.names().await?;
        let named = |person| PersonName { person, name: names.of(person).clone().unwrap_or_default() };
        Ok(self.sitting.people().into_iter().map(named).collect())
    }
}
