//! The open window, and what a person does in it.

mod accessible;
mod find;
mod hand;
mod keyboard;
mod moment;
mod standing;
mod walk;

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use crate::driver::{Driver, target};
use crate::laptop::Laptop;
use crate::processes;
use crate::until::{blink, until};

pub use accessible::Axe;
pub use hand::Hand;
pub use keyboard::Key;
pub use moment::Moment;

/// The workbook on screen. Dropping it ends the program with everything it started. It cannot outlive its laptop,
/// whose display it is drawn on.
#[derive(Debug)]
pub struct Window<'laptop> {
    runtime: Runtime,
    client: Client,
    driver: Driver,
    program: PathBuf,
    hand: Hand,
    /// How long nothing is asked of the page after a press.
    rest: Duration,
    /// Where the next press lands, in pixels from the middle.
    beside: Cell<f64>,
    /// The heading of the page that the keyboard was on last.
    page: RefCell<String>,
    laptop: PhantomData<&'laptop Laptop>,
}

/// Windows open one after the other: ports are chosen before they are taken, so two starts could choose the same.
static OPENING: Mutex<()> = Mutex::new(());
/// How long one command of the driver may take. A driver whose program is gone may never answer.
const ANSWER: Duration = Duration::from_secs(40);

impl Window<'_> {
    pub(crate) fn open(driver: impl FnOnce() -> Driver, program: PathBuf, words: &[&str], hand: Hand) -> Self {
        // A test that failed while it opened one has let go of everything all the same.
        let _opening = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
        let driver = driver();
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        // No browserName: the driver knows none that would match.
        let options = json!({ "application": program, "args": words });
        let wanted = Map::from_iter([("tauri:options".to_owned(), options)]);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connecting = async { timeout(ANSWER, builder.capabilities(wanted).connect(&driver.address())).await };
        let client = match runtime.block_on(connecting) {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => panic!("the window did not open: {error}"),
            Err(_) => panic!("the window did not open in {ANSWER:?}"),
        };
        let (rest, page) = (Duration::ZERO, RefCell::default());
        let beside = Cell::new(2.0);
        let window = Self { runtime, client, driver, program, hand, rest, beside, page, laptop: PhantomData };
        until("the page to be drawn", || window.heading());
        window
    }

    /// From now on leaves the page alone for so long after each press. A question is answered where pages are drawn, so
    /// it would be part of what is measured.
    pub const fn rest_after_presses(&mut self, rest: Duration) {
        self.rest = rest;
    }

    /// The page's main heading, if one is on screen.
    #[must_use]
    pub fn heading(&self) -> Option<String> {
        let shown = "const h = [...document.querySelectorAll('h1')].find((h) => h.checkVisibility());
            return h ? h.innerText : null;";
        self.try_run(shown, vec![]).ok()?.as_str().map(plain).filter(|text| !text.is_empty())
    }

    /// Waits for a page with this heading.
    ///
    /// # Panics
    /// If another one stays.
    #[track_caller]
    pub fn wait_for_heading(&self, wanted: &str) {
        let wanted = plain(wanted);
        let mut last = None;
        let begun = std::time::Instant::now();
        while begun.elapsed() < crate::PATIENCE {
            last = self.heading();
            if last.as_deref() == Some(wanted.as_str()) {
                return;
            }
            blink();
        }
        panic!("waited for the page \"{wanted}\", on screen is {last:?}");
    }

    /// Everything written on screen.
    #[must_use]
    pub fn text(&self) -> String {
        self.try_run("return document.body.innerText", vec![])
            .ok()
            .and_then(|text| text.as_str().map(plain))
            .unwrap_or_default()
    }

    /// Waits until `wanted` is written on screen.
    ///
    /// # Panics
    /// If it does not come.
    #[track_caller]
    pub fn see(&self, wanted: &str) {
        let wanted = plain(wanted);
        let begun = std::time::Instant::now();
        while begun.elapsed() < crate::PATIENCE {
            if self.text().contains(&wanted) {
                return;
            }
            blink();
        }
        panic!("waited to see \"{wanted}\"; on screen is:\n{}", self.text());
    }

    /// Whether `words` are on screen now. Wait for the page first.
    #[must_use]
    pub fn shows(&self, words: &str) -> bool {
        self.text().contains(&plain(words))
    }

    /// Waits until fonts, fades and two frames are through: a picture taken earlier is of a page nobody sees.
    ///
    /// # Panics
    /// If the page does not come to rest.
    #[track_caller]
    pub fn drawn(&self) {
        let script = "window.drawn = false;
            const twice = () => requestAnimationFrame(() => requestAnimationFrame(() => (window.drawn = true)));
            document.fonts.ready.then(twice);";
        self.run(script, vec![]);
        let script = "return window.drawn && document.getAnimations().length === 0";
        until("the page to be drawn", || (self.run(script, vec![]) == json!(true)).then_some(()));
    }

    /// Writes a picture of the page.
    ///
    /// # Panics
    /// If it cannot be taken or written.
    #[track_caller]
    pub fn screenshot(&self, path: &Path) {
        let picture = self.wait(self.client.screenshot()).expect("a picture of the page");
        std::fs::create_dir_all(path.parent().expect("a picture lies in a folder")).expect("its folder");
        std::fs::write(path, picture).expect("the picture is written");
    }

    /// Sets the window's size in pixels.
    ///
    /// # Panics
    /// If the driver refuses.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.wait(self.client.set_window_size(width, height)).expect("the window takes a size");
    }

    /// Draws the page in a theme (`day`, `evening`, `contrast`) without telling the program, for pictures and axe.
    #[track_caller]
    pub fn theme(&self, theme: &str) {
        self.run("document.documentElement.dataset.theme = arguments[0]", vec![json!(theme)]);
    }

    /// Runs a script in the page. For looking, not for doing: a person has no scripts.
    ///
    /// # Panics
    /// If it throws.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.try_run(script, arguments).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Kills the program with SIGKILL, as a power cut would, and waits until it is gone.
    ///
    /// # Panics
    /// If it was not running.
    #[track_caller]
    pub fn kill(self) {
        let process = self.process().expect("the program is running");
        processes::kill_at_once(process);
        until("the program to be gone", || self.process().is_none().then_some(()));
    }

    /// Waits until the program ends by itself: after a lock, a hide, or closing.
    ///
    /// # Panics
    /// If it stays.
    #[track_caller]
    pub fn ends(self) {
        until("the program to end", || self.process().is_none().then_some(()));
    }

    /// The program's process, while it runs.
    #[must_use]
    pub fn process(&self) -> Option<i32> {
        processes::find(self.driver.group(), &self.program)
    }

    /// Waits for the driver's answer, but not for ever.
    #[track_caller]
    fn wait<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        let answer = self.runtime.block_on(async { timeout(ANSWER, command).await });
        answer.unwrap_or_else(|_| panic!("the window driver gave no answer in {ANSWER:?}"))
    }

    /// As [`Window::run`], for a window that may be gone by now.
    ///
    /// # Errors
    /// If it is, or if the script throws.
    pub fn try_run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, CmdError> {
        self.wait(self.client.execute(script, arguments))
    }

    fn leave_traces(&self) {
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let folder = target().join("e2e/failed");
        let _ = std::fs::create_dir_all(&folder);
        let _ = std::fs::write(folder.join(format!("{test}.txt")), self.text());
        let picture = self.runtime.block_on(async { timeout(ANSWER, self.client.screenshot()).await });
        if let Ok(Ok(picture)) = picture {
            let _ = std::fs::write(folder.join(format!("{test}.png")), picture);
        }
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() && self.process().is_some() {
            self.leave_traces();
        }
    }
}

/// One line, without the invisible marks that Fluent puts around names, and with one shape of apostrophe.
fn plain(text: &str) -> String {
    let marks = |c: &char| !('\u{2066}'..='\u{2069}').contains(c);
    let text: String = text.chars().filter(marks).map(|c| if matches!(c, '‘' | '’') { '\'' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
