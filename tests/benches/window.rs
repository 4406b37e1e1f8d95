//! What the window costs, as ratios of one run (`cargo xtask bench`): the start beside an empty window, the next page
//! painted, the page blank on Lock. Prints; asserts nothing about time.

#[path = "../e2e/canaries.rs"]
#[allow(dead_code, reason = "the stories use more of it")]
mod canaries;
#[path = "../e2e/couple.rs"]
#[allow(dead_code, reason = "the stories use more of it")]
mod couple;

use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hearth_app::Clock as _;
use hearth_domain::Person;
use hearth_testkit::{TEN_YEARS, TestClock, change_mine, ten_years, ten_years_of_check_ins};
use hearth_tests::{Key, Laptop, Window};

/// The first of them are not counted: they read the programs from the disk.
const STARTS: usize = 17;
const UNCOUNTED: usize = 2;
/// Long and short ones, with lists, tables, scales and quiet times.
const WALKED: [&str; 5] =
    ["Starting safely", "My limits", "My coping plan", "Being kind to myself", "My plan for very hard moments"];

/// After a press the page is left alone for so long: longer than any page takes.
const LOOKING_AWAY: Duration = Duration::from_millis(250);

/// From here on the page notes for each press on a page of an exercise how long it took until the next heading was
/// painted.
const WATCH: &str = r#"
    const heading = () => document.querySelector("h1")?.textContent ?? "";
    window.presses = [];
    let pressed = null, was = "";
    document.addEventListener("click", (event) => {
      pressed = event.target.closest("[data-phase]") ? performance.now() : null;
      was = heading();
    }, true);
    new MutationObserver(() => {
      if (pressed === null || heading() === was) return;
      const from = pressed;
      pressed = null;
      // The frame with the new page is drawn right after this callback; the task after it comes when it was.
      requestAnimationFrame(() => setTimeout(() => window.presses.push(performance.now() - from)));
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
"#;

/// How long it takes from a press on Lock until the page is blank. The call to the program is held back, because the
/// program ends with it, and could not be asked any more.
const BLANK: &str = r#"
    const { fetch } = window;
    window.fetch = (to, ...how) => new Promise((go) => setTimeout(go, 500)).then(() => fetch(to, ...how));
    const lock = [...document.querySelectorAll("button")].find((b) => b.textContent.trim() === "Lock");
    setTimeout(() => {
      const from = performance.now();
      const seen = () => document.body.innerText.trim() !== "";
      new MutationObserver((_, watch) => {
        if (seen()) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => (window.blank = performance.now() - from)));
      }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
      lock.click();
    }, 100);
"#;

/// From here on the page notes for each letter how long it took until what was found for it was painted. An answer may
/// change nothing that shows, so what the program answered is what counts; the page is drawn in the frame after it.
const RESULTS: &str = r#"
    window.results = [];
    let typed = null;
    document.addEventListener("input", () => (typed = window.clearing ? null : performance.now()), true);
    const { fetch } = window;
    window.fetch = async (to, ...how) => {
      const answer = await fetch(to, ...how);
      if (typed !== null && String(to.url ?? to).includes("find")) {
        const from = typed;
        typed = null;
        // The page takes the answer, then draws: two frames later it is on the screen.
        answer.clone().text().then(() => requestAnimationFrame(() => requestAnimationFrame(() =>
          window.results.push(performance.now() - from))));
      }
      return answer;
    };
"#;

/// Empties the box without counting it.
const CLEAR: &str = r#"
    const box = document.querySelector("main search input");
    window.clearing = true;
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    window.clearing = false;
"#;

fn main() {
    let laptop = Laptop::new();
    couple::lock(set_up(&laptop));
    starts(&laptop);
    steps(&laptop);
    finds(&laptop);
    charts();
}

fn set_up(laptop: &Laptop) -> Window<'_> {
    let window = laptop.start();
    couple::set_up_first(&window);
    window
}

/// From the process to the first content on screen, the workbook's unlock page beside a page that says "Empty". Taken in
/// turns, so that a busy moment meets both.
fn starts(laptop: &Laptop) {
    let program =
        PathBuf::from(std::env::var_os("HEARTHSIDE_EMPTY").expect("cargo xtask bench names the empty window"));
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for start in 0..STARTS {
        let window = laptop.start_other(&program);
        let empty = painted(&window);
        window.kill();
        let window = laptop.start();
        window.wait_for_heading("Who is opening?");
        let full = painted(&window);
        window.kill();
        if start >= UNCOUNTED {
            theirs.push(empty);
            ours.push(full);
        }
    }
    let (ours, theirs) = (quantile(&mut ours, 50), quantile(&mut theirs, 50));
    println!("start to the unlock page, median            {}", ms(ours));
    println!("start of an empty window, median            {}", ms(theirs));
    println!("start, beside an empty window               {:8.2} x", ours.as_secs_f64() / theirs.as_secs_f64());
}

/// How long after its process began a window had painted its first content.
fn painted(window: &Window<'_>) -> Duration {
    let script = "const first = performance.getEntriesByName('first-contentful-paint')[0];
                  return first ? performance.timeOrigin + first.startTime : null";
    let painted = hearth_tests::until("the first paint", || window.run(script, vec![]).as_f64());
    let began = began(window.process().expect("a process"));
    Duration::from_secs_f64(painted / 1000.0).saturating_sub(began)
}

/// When a process began, since 1970; to the hundredth of a second, as Linux keeps it.
#[expect(clippy::disallowed_methods, reason = "measures the real time")]
fn began(process: i32) -> Duration {
    let read = |path: &str| std::fs::read_to_string(path).expect("a running process");
    let stat = read(&format!("/proc/{process}/stat"));
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: f64 = after_name.split_whitespace().nth(19).and_then(|t| t.parse().ok()).expect("a start time");
    let up: f64 = read("/proc/uptime").split_whitespace().next().and_then(|t| t.parse().ok()).expect("an uptime");
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970");
    now.saturating_sub(Duration::from_secs_f64(up - ticks / 100.0))
}

/// Each page of some exercises, and the blank page when the book is locked.
fn steps(laptop: &Laptop) {
    let mut window = couple::open(laptop, "Alex");
    window.run(WATCH, vec![]);
    window.rest_after_presses(LOOKING_AWAY);
    for title in WALKED {
        window.press("Exercises");
        window.press(title);
        window.press("Start");
        couple::play(&window);
        if window.has("button", "Back to Home") {
            window.press("Back to Home");
        }
    }
    let presses = window.run("return window.presses", vec![]);
    let presses = presses.as_array().expect("a list").iter().filter_map(serde_json::Value::as_f64);
    let mut presses: Vec<Duration> = presses.map(|ms| Duration::from_secs_f64(ms / 1000.0)).collect();
    println!("next page painted, {:3} presses, median      {}", presses.len(), ms(quantile(&mut presses, 50)));
    println!("next page painted, p95                      {}", ms(quantile(&mut presses, 95)));
    println!("blank after Lock was pressed                {}", ms(blank(window)));
}

/// Ten years of entries, looked through letter by letter.
fn finds(laptop: &Laptop) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let at = TestClock::default().now();
    runtime.block_on(change_mine(&laptop.vault(), Person::A, couple::ALEX, at, ten_years(TEN_YEARS)));
    let window = couple::open(laptop, "Alex");
    window.chord(&[Key::Control, Key::Letter('f')]);
    window.wait_for_heading("Find");
    window.run(RESULTS, vec![]);
    let mut typed = 0;
    for word in ["garden", "kitchen window", "xylophone", "worry", "the tea", "quiet"] {
        for letter in word.chars() {
            window.write(&letter.to_string());
            typed += 1;
            hearth_tests::until("the results", || {
                (window.run("return window.results.length", vec![]) == typed).then_some(())
            });
        }
        window.run(CLEAR, vec![]);
    }
    let results = window.run("return window.results", vec![]);
    let results = results.as_array().expect("a list").iter().filter_map(serde_json::Value::as_f64);
    let mut results: Vec<Duration> = results.map(|ms| Duration::from_secs_f64(ms / 1000.0)).collect();
    println!("results painted, ten years, {typed:3} letters, median {}", ms(quantile(&mut results, 50)));
    println!("results painted, ten years, p95             {}", ms(quantile(&mut results, 95)));
    couple::lock(window);
}

/// From now on notes for each press on a place how long it took until the chart's dots were painted.
const CHART: &str = r#"
    window.charts = [];
    let pressed = null;
    document.addEventListener("click", () => (pressed = performance.now()), true);
    new MutationObserver(() => {
      if (pressed === null || !document.querySelector(".chart .mark")) return;
      const from = pressed;
      pressed = null;
      requestAnimationFrame(() => setTimeout(() => window.charts.push(performance.now() - from)));
    }).observe(document.body, { childList: true, subtree: true });
"#;

/// How long the check-in page takes after ten years, from the press to the painted dots.
fn charts() {
    let mut laptop = Laptop::new();
    laptop.set_clock("2026-03-20T20:00:00Z");
    let window = laptop.start();
    couple::set_up_first(&window);
    couple::lock(window);
    let years = ten_years(TEN_YEARS).chain(ten_years_of_check_ins(TestClock::default().now()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(change_mine(&laptop.vault(), Person::A, couple::ALEX, TestClock::default().now(), years));
    let mut window = couple::open(&laptop, "Alex");
    window.run(CHART, vec![]);
    window.rest_after_presses(LOOKING_AWAY);
    for _ in 0..12 {
        window.press("Check-in");
        window.wait_for_heading("My check-ins");
        window.press("More");
        window.wait_for_heading("More");
    }
    let drawn = window.run("return window.charts", vec![]);
    let drawn = drawn.as_array().expect("a list").iter().filter_map(serde_json::Value::as_f64);
    let mut drawn: Vec<Duration> = drawn.map(|ms| Duration::from_secs_f64(ms / 1000.0)).collect();
    println!("ten years of check-ins painted, {:2} presses, median {}", drawn.len(), ms(quantile(&mut drawn, 50)));
    println!("ten years of check-ins painted, p95         {}", ms(quantile(&mut drawn, 95)));
}

fn blank(window: Window<'_>) -> Duration {
    window.run(BLANK, vec![]);
    let blank = hearth_tests::until("the blank page", || window.run("return window.blank ?? null", vec![]).as_f64());
    window.ends();
    Duration::from_secs_f64(blank / 1000.0)
}

fn quantile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort();
    times.get(times.len() * percent / 100).or(times.last()).copied().unwrap_or_default()
}

fn ms(time: Duration) -> String {
    format!("{:8.2} ms", time.as_secs_f64() * 1000.0)
}
