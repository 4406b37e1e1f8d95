//! What the workbook costs, as ratios of one run (`cargo xtask bench`): unlocking and saving at the first day and after
//! ten years, beside one plain SQLite commit. Prints; asserts nothing about time.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hearth_app::contract::Span;
use hearth_app::{App, Clock as _};
use hearth_domain::{Person, RunId};
use hearth_exercise::page::{Ask, Page, Phase};
use hearth_exercise::value::{Picked, Value};
use hearth_testkit::{TEN_YEARS, TestClock, change_mine, program, ten_years, ten_years_of_check_ins};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection};
use zeroize::Zeroizing;

const PASSPHRASE: &str = "copper lantern drifts past seven willows";
const ROUNDS: usize = 60;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let folder = tempfile::tempdir().expect("a folder on a real disk");
        let mut plain = Plain::open(folder.path()).await;
        let new = measure(&folder.path().join("new"), 0, &mut plain).await;
        let old = measure(&folder.path().join("old"), TEN_YEARS, &mut plain).await;
        println!(
            "ten years against the first day: unlock {:.2}x, save {:.2}x",
            new.unlock_ratio(&old),
            new.save_ratio(&old)
        );
        let page = check_in_page(&folder.path().join("check-ins")).await;
        println!("ten years of check-ins: the page and its chart worked out, median {}", ms(page));
    });
}

struct Measured {
    unlock: Duration,
    save: Duration,
}

impl Measured {
    fn unlock_ratio(&self, later: &Self) -> f64 {
        later.unlock.as_secs_f64() / self.unlock.as_secs_f64()
    }

    fn save_ratio(&self, later: &Self) -> f64 {
        later.save.as_secs_f64() / self.save.as_secs_f64()
    }
}

/// One vault with so many entries. The passphrase costs next to nothing here, so what is left of unlocking is ours.
async fn measure(home: &Path, entries: usize, plain: &mut Plain) -> Measured {
    let app = app(home);
    set_up(&app).await;
    app.close().await;
    drop(app);
    let folder = home.join("workbook.hearth");
    change_mine(&folder, Person::A, PASSPHRASE, TestClock::default().now(), ten_years(entries)).await;

    let app = app_at(home);
    app.start().await.expect("the vault is there");
    let begun = Instant::now();
    app.unlock(Person::A, secret()).await.expect("it opens");
    let unlock = begun.elapsed();

    let looked = look(&app).await;
    let Written { save, plain, step } = write(&app, plain).await;
    let begun = Instant::now();
    app.find("garden", 20).await.expect("found");
    let after_writing = begun.elapsed();
    let begun = Instant::now();
    app.close().await;
    let lock = begun.elapsed();

    println!("\n{entries} entries");
    println!("  unlock without key stretching            {}", ms(unlock));
    println!("  one durable save, median                 {}", ms(save));
    println!("  one plain SQLite commit, median          {}  (a save is {:.2}x)", ms(plain), ratio(save, plain));
    println!("  next step answered and written, p95      {}", ms(step));
    println!("  find: the words laid out, the first look {}", ms(looked.first));
    println!("  find: {:3} looks, median                  {}", looked.looks, ms(looked.median));
    println!("  find: {:3} looks, p95                     {}", looked.looks, ms(looked.p95));
    println!("  find: a look after something was written {}", ms(after_writing));
    println!("  lock: two images written                 {}", ms(lock));
    Measured { unlock, save }
}

/// What looking for words took.
struct Looked {
    first: Duration,
    looks: usize,
    median: Duration,
    p95: Duration,
}

/// As typed, letter by letter: words that every entry has, words that a few have, words that none has, and several.
const TYPED: [&str; 9] =
    ["garden", "the", "kitchen window", "WORRY morn", "xylophone", "better slowly again", "überall", "z", "a e i o"];

async fn look(app: &App) -> Looked {
    let begun = Instant::now();
    app.find("", 20).await.expect("laid out");
    let first = begun.elapsed();
    let mut times = Vec::new();
    for _ in 0..5 {
        for typed in TYPED {
            for (end, letter) in typed.char_indices() {
                let begun = Instant::now();
                app.find(&typed[..end + letter.len_utf8()], 20).await.expect("looked");
                times.push(begun.elapsed());
            }
        }
    }
    Looked { first, looks: times.len(), median: quantile(&mut times, 50), p95: quantile(&mut times, 95) }
}

fn app(home: &Path) -> App {
    std::fs::create_dir_all(home).expect("a home");
    app_at(home)
}

fn app_at(home: &Path) -> App {
    program(home, &Arc::default())
}

fn secret() -> Zeroizing<Vec<u8>> {
    Zeroizing::new(PASSPHRASE.as_bytes().to_vec())
}

async fn set_up(app: &App) {
    app.start().await.expect("a first start");
    app.setup_begin().await.expect("set-up");
    app.setup_name("Alex".into(), true).await.expect("a name");
    app.setup_passphrase(secret()).await.expect("a passphrase");
    app.setup_prove(secret()).await.expect("the same again");
}

/// Median of check-in pages asked for after ten years: the newest entries, and three months of one series.
async fn check_in_page(home: &Path) -> Duration {
    let app = app(home);
    set_up(&app).await;
    app.close().await;
    drop(app);
    let years = ten_years(TEN_YEARS).chain(ten_years_of_check_ins(TestClock::default().now()));
    change_mine(&home.join("workbook.hearth"), Person::A, PASSPHRASE, TestClock::default().now(), years).await;
    let app = app_at(home);
    app.start().await.expect("the vault is there");
    app.unlock(Person::A, secret()).await.expect("it opens");
    let mut drawn = Vec::new();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        app.trend(None, Span::ThreeMonths).await.expect("one's own numbers");
        app.check_ins(7).await.expect("one's own entries");
        drawn.push(begun.elapsed());
    }
    quantile(&mut drawn, 50)
}

/// What writing took.
struct Written {
    /// Median of durable drafts.
    save: Duration,
    /// Median of plain commits, made in turns with them: a busy moment of the disk meets both.
    plain: Duration,
    /// 95th of a hundred of answered steps.
    step: Duration,
}

async fn write(app: &App, plain: &mut Plain) -> Written {
    let view = app.run_begin("my-limits", None, None).await.expect("a run");
    let run: RunId = view.run.parse().expect("an id");
    let mut phase = view.phase;
    let mut steps = Vec::new();
    while let Phase::Page(page) = &phase {
        let begun = Instant::now();
        let view = match answer(page) {
            Some(value) => app.run_answer(run, page.step.clone(), Some(value)).await,
            None => app.run_tap(run, hearth_app::contract::Tap::Next {}).await,
        };
        steps.push(begun.elapsed());
        phase = view.expect("a next page").phase;
        if matches!(&phase, Phase::Page(page) if page.step == "areas") {
            break;
        }
    }
    let (mut saves, mut commits) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let words = format!("words of round {round}");
        let value = Value::Picked(Picked { picked: vec![], other: Some(words.clone()) });
        let begun = Instant::now();
        app.run_draft(run, "areas".into(), Some(value)).await.expect("saved");
        saves.push(begun.elapsed());
        let begun = Instant::now();
        plain.commit(&words).await;
        commits.push(begun.elapsed());
    }
    Written { save: quantile(&mut saves, 50), plain: quantile(&mut commits, 50), step: quantile(&mut steps, 95) }
}

fn answer(page: &Page) -> Option<Value> {
    matches!(page.ask, Ask::Scale { .. }).then_some(Value::Number(7))
}

/// The same disk, one row at a time, as an ordinary program would: full synchronous, rollback journal.
struct Plain(SqliteConnection);

impl Plain {
    async fn open(folder: &Path) -> Self {
        let options = SqliteConnectOptions::new()
            .filename(folder.join("plain.sqlite"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Delete)
            .synchronous(SqliteSynchronous::Full);
        let mut connection = options.connect().await.expect("a plain database");
        sqlx::query("CREATE TABLE entry (words TEXT)").execute(&mut connection).await.expect("a table");
        Self(connection)
    }

    async fn commit(&mut self, words: &str) {
        let query = sqlx::query("INSERT INTO entry VALUES (?)").bind(words);
        query.execute(&mut self.0).await.expect("a row");
    }
}

fn quantile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort();
    times.get(times.len() * percent / 100).or(times.last()).copied().unwrap_or_default()
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

fn ms(time: Duration) -> String {
    format!("{:8.2} ms", time.as_secs_f64() * 1000.0)
}
