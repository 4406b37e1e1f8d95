//! Two hundred kills while somebody writes: the book opens as it was or as it became, and nothing acknowledged is lost
//! (U3, `vault.md` 6 `crash_kill9`).

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use hearth_app::App;
use hearth_domain::{Person, RunId};
use hearth_exercise::page::Phase;
use hearth_exercise::value::{Picked, Value};
use hearth_testkit::program;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use zeroize::Zeroizing;

const KILLS: u32 = 200;
const HOME: &str = "HEARTHSIDE_KILL_LOOP_HOME";
const PASSPHRASE: &str = "copper lantern drifts past seven willows";

fn app(home: &Path) -> App {
    program(home, &Arc::default())
}

fn secret() -> Zeroizing<Vec<u8>> {
    Zeroizing::new(PASSPHRASE.as_bytes().to_vec())
}

fn number(value: Option<&Value>) -> u64 {
    match value {
        Some(Value::Picked(Picked { other: Some(text), .. })) => text.parse().unwrap_or_default(),
        _ => 0,
    }
}

fn written(n: u64) -> Value {
    Value::Picked(Picked { picked: vec![], other: Some(n.to_string()) })
}

/// Opens the book and goes on with the run that stands at its first writing page.
async fn open(app: &App) -> (RunId, u64) {
    app.start().await.expect("the folder is there");
    app.unlock(Person::A, secret()).await.expect("it opens after every kill");
    let run = app.home().await.expect("home").next.and_then(|next| next.run).expect("a run goes on");
    let view = app.run_open(run.parse().expect("an id")).await.expect("it goes on");
    let Phase::Page(page) = view.phase else { panic!("a page") };
    assert_eq!(page.step, "areas");
    (view.run.parse().expect("an id"), number(page.value.as_ref()))
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime")
}

/// The process that is killed: writes one number after the other and says each that was acknowledged. Now and then it
/// locks, so that kills also meet the writing of images.
#[test]
#[ignore = "started by the test below"]
fn writer() {
    let Some(home) = std::env::var_os(HOME) else { return };
    runtime().block_on(async {
        let mut n = 0;
        loop {
            let app = app(Path::new(&home));
            let (run, last) = open(&app).await;
            n = n.max(last);
            for _ in 0..12 {
                n += 1;
                app.run_draft(run, "areas".into(), Some(written(n))).await.expect("saved");
                println!("saved {n}");
                std::io::stdout().flush().expect("a pipe");
            }
            app.close().await;
        }
    });
}

#[test]
fn u3_two_hundred_kills_lose_nothing_that_was_acknowledged() {
    let home = tempfile::tempdir().expect("a folder");
    runtime().block_on(async {
        let app = app(home.path());
        app.start().await.expect("a first start");
        app.setup_begin().await.expect("set-up");
        app.setup_name("Alex".into(), true).await.expect("a name");
        app.setup_passphrase(secret()).await.expect("a passphrase");
        app.setup_prove(secret()).await.expect("the same again");
        let view = app.run_begin("my-limits", None, None).await.expect("a run");
        let run = view.run.parse().expect("an id");
        app.run_tap(run, hearth_app::contract::Tap::Next {}).await.expect("a scale");
        app.run_answer(run, "so-calm".into(), Some(Value::Number(7))).await.expect("a guide");
        app.run_tap(run, hearth_app::contract::Tap::Next {}).await.expect("the writing page");
        app.close().await;
    });
    let mut rng = StdRng::seed_from_u64(20_260_320);
    let mut highest = 0;
    for kill in 0..KILLS {
        let acknowledged = killed_writer(home.path(), Moment::any(&mut rng)).max(highest);
        let found = runtime().block_on(async {
            let app = app(home.path());
            open(&app).await.1
        });
        assert!(found >= acknowledged, "kill {kill}: {acknowledged} was acknowledged, {found} is there");
        assert!(found <= acknowledged + 1, "kill {kill}: {found} was never written after {acknowledged}");
        highest = found;
    }
    assert!(highest > u64::from(KILLS), "the writer got somewhere: {highest}");
}

/// When a kill comes. Half are counted in saves and not in time alone, so that a slow machine is killed at the same
/// places as a fast one.
enum Moment {
    /// So long after its start: while it opens the book, or just after.
    FromStart(Duration),
    /// After so many saves, and so long after the last of them.
    FromSave(u32, Duration),
}

impl Moment {
    fn any(rng: &mut StdRng) -> Self {
        match rng.gen_bool(0.5) {
            true => Self::FromStart(Duration::from_millis(rng.gen_range(0..260))),
            // A lock comes after every twelve saves, so some kills meet it.
            false => Self::FromSave(rng.gen_range(1..15), Duration::from_micros(rng.gen_range(0..40_000))),
        }
    }
}

/// Starts the writer, kills it at the moment given, and says the last number it acknowledged.
fn killed_writer(home: &Path, moment: Moment) -> u64 {
    let mut writer = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "kill_loop::writer", "--ignored", "--nocapture", "--test-threads=1"])
        .env(HOME, home)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the writer starts");
    let output = writer.stdout.take().expect("a pipe");
    let (said, saves) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let saved = |line: String| line.trim().rsplit_once("saved ").and_then(|(_, n)| n.parse::<u64>().ok());
        BufReader::new(output).lines().map_while(Result::ok).filter_map(saved).for_each(|n| {
            said.send(n).expect("it is listened to until the end");
        });
    });
    let mut last = 0;
    match moment {
        Moment::FromStart(wait) => std::thread::sleep(wait),
        Moment::FromSave(count, wait) => {
            for _ in 0..count {
                last = saves.recv().expect("the writer writes until it is killed");
            }
            std::thread::sleep(wait);
        }
    }
    writer.kill().expect("SIGKILL");
    writer.wait().expect("it is gone");
    reader.join().expect("its words");
    saves.try_iter().max().unwrap_or(last)
}
