//! Two people and a laptop. Tests speak through this.

use std::sync::Arc;

use chrono::Duration;
use hearth_app::App;
use hearth_app::contract::{Code, CommandError, Home, Opened, RunView, Tap};
use hearth_domain::{Person, RunId};
use hearth_exercise::page::{Ask, Page, Phase, Talk};
use hearth_exercise::value::{Picked, PickedWords, Planned, Row, Value};
use hearth_testkit::{TestClock, program};
use zeroize::Zeroizing;

pub(crate) const ALEX: &str = "copper lantern drifts past seven willows";
pub(crate) const SAM: &str = "eleven otters borrow a quiet umbrella";

/// The laptop: a home folder, a clock, the program.
pub(crate) struct Laptop {
    pub(crate) home: tempfile::TempDir,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) app: App,
}

impl Laptop {
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let clock = Arc::new(TestClock::default());
        let app = program(home.path(), &clock);
        Self { home, clock, app }
    }

    /// Another program on the same folder.
    pub(crate) fn beside(home: &std::path::Path, clock: &Arc<TestClock>) -> App {
        program(home, clock)
    }

    /// The process ends without a word, as with SIGKILL: nothing is saved or closed.
    pub(crate) fn killed(self) -> Self {
        let app = program(self.home.path(), &self.clock);
        let Self { home, clock, app: old } = self;
        // The old program's lock on the folder goes with it.
        drop(old);
        Self { home, clock, app }
    }

    /// Locked, and opened again as a new process.
    pub(crate) async fn locked(self) -> Self {
        self.app.close().await;
        self.killed()
    }

    /// Two people with their passphrases, nobody open.
    pub(crate) async fn with_couple() -> Self {
        let laptop = Self::new();
        laptop.set_up("Alex", ALEX).await.unwrap();
        laptop.set_up("Sam", SAM).await.unwrap();
        laptop.locked().await
    }

    pub(crate) async fn set_up(&self, name: &str, passphrase: &str) -> Result<Opened, CommandError> {
        self.app.start().await?;
        self.app.setup_begin().await?;
        self.app.setup_name(name.into(), true).await?;
        assert!(self.app.setup_passphrase(secret(passphrase)).await?.enough);
        self.app.setup_prove(secret(passphrase)).await
    }

    pub(crate) async fn open(&self, who: Person) -> Opened {
        let passphrase = if who == Person::A { ALEX } else { SAM };
        self.app.start().await.unwrap();
        self.app.unlock(who, secret(passphrase)).await.unwrap()
    }

    pub(crate) async fn together(&self) -> Opened {
        self.open(Person::A).await;
        self.app.join(Person::B, secret(SAM)).await.unwrap()
    }

    pub(crate) async fn home(&self) -> Home {
        self.app.home().await.unwrap()
    }

    pub(crate) fn hours(&self, hours: i64) {
        self.clock.pass(Duration::hours(hours));
    }

    pub(crate) async fn begin(&self, slug: &str) -> Sitter<'_> {
        self.begin_with(slug, None).await
    }

    pub(crate) async fn begin_with(&self, slug: &str, first: Option<Person>) -> Sitter<'_> {
        let view = self.app.run_begin(slug, None, first).await.unwrap_or_else(|e| panic!("{slug}: {e}"));
        Sitter { laptop: self, view }
    }

    pub(crate) async fn go_on(&self, run: &str) -> Sitter<'_> {
        let view = self.app.run_open(run.parse().unwrap()).await.unwrap();
        Sitter { laptop: self, view }
    }
}

pub(crate) fn secret(passphrase: &str) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(passphrase.as_bytes().to_vec())
}

/// Somebody sitting in front of one run.
pub(crate) struct Sitter<'a> {
    laptop: &'a Laptop,
    pub(crate) view: RunView,
}

impl Sitter<'_> {
    pub(crate) fn id(&self) -> RunId {
        self.view.run.parse().unwrap()
    }

    pub(crate) fn page(&self) -> &Page {
        match &self.view.phase {
            Phase::Page(page) => page,
            other => panic!("not a page: {other:?}"),
        }
    }

    pub(crate) async fn tap(&mut self, tap: Tap) {
        self.view = self.laptop.app.run_tap(self.id(), tap).await.unwrap_or_else(|e| panic!("{e}: {:?}", self.view));
    }

    pub(crate) async fn answer(&mut self, value: Value) {
        let step = self.page().step.clone();
        if let (Ask::Table { accept: true, .. }, Value::Rows(rows)) = (&self.page().ask, &value) {
            let ids: Vec<String> = rows.iter().map(|row| row.row.clone()).collect();
            self.laptop.app.run_draft(self.id(), step.clone(), Some(value.clone())).await.unwrap();
            for row in ids {
                self.tap(Tap::Row { row, answer: "agree".into() }).await;
            }
        }
        self.view = self.laptop.app.run_answer(self.id(), step.clone(), Some(value)).await.unwrap();
        assert_eq!(self.view.issues, [], "{step}");
    }

    /// What this moment is, for a test to steer by: `cover`, a step's id, `check`, `talk:…`, `(rest)`, `(end)`.
    pub(crate) fn at(&self) -> String {
        match &self.view.phase {
            Phase::Cover { .. } => "cover".into(),
            Phase::Page(page) => page.step.clone(),
            Phase::Check { .. } => "check".into(),
            Phase::Talk(talk) => match &**talk {
                Talk::Turn { step, .. } | Talk::Mirror { step, .. } => step.clone(),
                Talk::Ready { .. } => "ready".into(),
                Talk::Opened(_) => "opened".into(),
                Talk::Shown { .. } => "shown".into(),
            },
            Phase::Rest { .. } => "(rest)".into(),
            Phase::End { .. } => "(end)".into(),
        }
    }

    /// Does what two willing people would do, until the run rests or ends. `own` may answer a step itself.
    pub(crate) async fn play(&mut self, own: impl Fn(&Page) -> Option<Value>) -> Vec<String> {
        self.play_until(&["(rest)", "(end)"], own).await
    }

    pub(crate) async fn play_until(&mut self, stops: &[&str], own: impl Fn(&Page) -> Option<Value>) -> Vec<String> {
        let mut seen = vec![self.at()];
        while !stops.contains(&self.at().as_str()) {
            self.forward(&own).await;
            seen.push(self.at());
            assert!(seen.len() < 400, "the run does not end: {:?}", &seen[seen.len() - 12..]);
        }
        seen
    }

    /// One moment on.
    pub(crate) async fn step(&mut self, own: impl Fn(&Page) -> Option<Value>) {
        self.forward(&own).await;
    }

    async fn forward(&mut self, own: &impl Fn(&Page) -> Option<Value>) {
        let run = self.id();
        let app = &self.laptop.app;
        match self.view.phase.clone() {
            Phase::Cover { next } => self.view = app.run_iam(run, next).await.unwrap(),
            Phase::Check { .. } => self.tap(Tap::Next {}).await,
            Phase::Talk(talk) => self.talk(*talk).await,
            Phase::Page(page) => match own(&page).or_else(|| willing(&page)) {
                Some(value) => self.answer(value).await,
                None => self.press(&page).await,
            },
            Phase::Rest { .. } | Phase::End { .. } => {}
        }
    }

    async fn talk(&mut self, talk: Talk) {
        match talk {
            Talk::Turn { .. } => self.tap(Tap::Next {}).await,
            Talk::Mirror { two_sentences: false, .. } => self.tap(Tap::SaidBack { how: "yes".into() }).await,
            Talk::Mirror { .. } => self.tap(Tap::Next {}).await,
            Talk::Ready { pick_first: true, .. } => self.tap(Tap::First { who: Person::B }).await,
            Talk::Ready { ready, .. } => {
                let who = if ready.contains(&Person::A) { Person::B } else { Person::A };
                self.tap(Tap::Ready { who }).await;
            }
            Talk::Opened(opened) => {
                if let (None, Some(reply)) = (&opened.reply, opened.replies.first()) {
                    self.tap(Tap::Reply { id: reply.id.clone() }).await;
                }
                self.tap(Tap::Next {}).await;
            }
            Talk::Shown { .. } => self.tap(Tap::Next {}).await,
        }
    }

    /// Pages without an answer.
    async fn press(&mut self, page: &Page) {
        let run = self.id();
        match &page.ask {
            Ask::Agree { confirmed, review_days, .. } => {
                let who = if confirmed.contains(&Person::A) { Person::B } else { Person::A };
                self.tap(Tap::Agree { who, review_days: *review_days }).await;
            }
            Ask::Picks { rows, .. } => {
                let items = rows.first().map(|row| row.id.clone()).into_iter().collect();
                self.view = self.laptop.app.run_pick(run, page.step.clone(), items).await.unwrap();
            }
            _ => self.tap(Tap::Next {}).await,
        }
    }
}

/// A yes to everything.
fn willing(page: &Page) -> Option<Value> {
    let pick = |ids: Vec<String>| Some(Value::Picked(Picked { picked: ids, other: None }));
    match &page.ask {
        Ask::Text { .. } => Some(Value::Text(format!("words for {}", page.step))),
        Ask::Choose { options, min, .. } => {
            let wanted = (*min).max(1) as usize;
            pick(options.iter().filter(|o| !o.exclusive).take(wanted).map(|o| o.id.clone()).collect())
        }
        Ask::Scale { .. } => Some(Value::Number(8)),
        Ask::Words { groups, min, .. } => {
            let words = groups.iter().flat_map(|g| &g.words).take((*min).max(1) as usize).cloned().collect();
            Some(Value::Words(PickedWords { picked: words, own: vec![] }))
        }
        Ask::Checklist { items, states, .. } => {
            Some(Value::Checks(items.iter().map(|i| (i.id.clone(), states[0].id.clone())).collect()))
        }
        Ask::Table { columns, .. } => Some(Value::Rows(vec![row(page.actor, columns.iter().map(|c| c.id.as_str()))])),
        Ask::Consent { options, .. } => pick(vec![options[0].id.clone()]),
        Ask::Gate { options, .. } => {
            pick(options.iter().filter(|o| o.exclusive && !o.label.is_empty()).map(|o| o.id.clone()).collect())
        }
        Ask::Letter { parts, .. } => {
            Some(Value::Letter(parts.iter().map(|p| (p.id.clone(), format!("my {}", p.id))).collect()))
        }
        Ask::Schedule { earliest, .. } => {
            Some(Value::Date(Planned { start: earliest.clone(), at: None, repeat: None }))
        }
        _ => None,
    }
}

fn row<'a>(by: Option<Person>, columns: impl Iterator<Item = &'a str>) -> Row {
    let cell = |id: &str| match id {
        "who" | "starts" => "a".to_owned(),
        "from" | "until" | "review" => "2026-04-20".to_owned(),
        "firm" => "open".to_owned(),
        "i-will" => "I will leave the room for ten minutes".to_owned(),
        id => format!("cell {id}"),
    };
    let by = by.unwrap_or(Person::A);
    Row { row: "n1".into(), by, cells: columns.map(|id| (id.to_owned(), cell(id))).collect() }
}

pub(crate) fn none(_: &Page) -> Option<Value> {
    None
}

pub(crate) fn picked(id: &str) -> Value {
    Value::Picked(Picked { picked: vec![id.into()], other: None })
}

pub(crate) fn code(error: &CommandError) -> Code {
    error.code
}
