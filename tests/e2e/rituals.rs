//! A ritual on Home in the real window: at the wall's time on both sides of the night the clocks change, and wherever the
//! laptop is taken (E42).

use hearth_tests::{Laptop, Window, until};

use crate::couple::{begin_first_offer, lock, open, open_together, play, play_until, two_people};

/// Plans a ritual for seven on Sunday evenings, from 22 March on.
fn plan(window: &Window<'_>) {
    window.press("Exercises");
    window.press("Rituals and shared fun");
    window.wait_for_heading("Rituals and shared fun");
    window.press("Start");
    play_until(window, |step| step == "dates");
    window.type_into("Day, Which day?", "22");
    window.type_into("Month, Which day?", "3");
    window.type_into("Year, Which day?", "2026");
    window.type_into("What time? You can leave this empty", "19:00");
    window.choose("Every week");
    window.press("Continue");
    until("the page after the ritual's dates", || (window.moment().step != "dates").then_some(()));
    // The other plan is left without a date.
    play(window);
}

/// What Home says of dates to one person who opens then.
fn home_says(laptop: &mut Laptop, clock: &str, words: &str) {
    laptop.set_clock(clock);
    let window = open(laptop, "Sam");
    window.see("Dates you share");
    window.see(words);
    if let Some(folder) = std::env::var_os("HEARTHSIDE_PICTURES") {
        window.drawn();
        window.screenshot(&std::path::Path::new(&folder).join(format!("home-{}.png", &clock[..10])));
    }
    lock(window);
}

#[test]
fn e42_a_ritual_at_seven_stays_at_seven_over_the_change_of_clocks() {
    let mut laptop = Laptop::new();
    laptop.travel("Europe/Berlin");
    laptop.set_clock("2026-03-20T18:00:00Z");
    two_people(&laptop);
    let window = open_together(&laptop);
    begin_first_offer(&window, "Our ground rules");
    play(&window);
    window.press("Back to Home");
    plan(&window);
    lock(window);

    // Winter time: an hour ahead of UTC. On Saturday the next one is tomorrow's, and names its hour.
    home_says(&mut laptop, "2026-03-21T18:30:00Z", "Sunday, March 22, 7:00 PM");
    home_says(&mut laptop, "2026-03-22T17:30:00Z", "You planned something for 7:00 PM");
    // Half past six in the morning after the change; the week between was missed, and nothing says so.
    home_says(&mut laptop, "2026-03-29T04:30:00Z", "You planned something for 7:00 PM");
    // Monday at half past midnight in summer time is still Sunday evening in UTC.
    home_says(&mut laptop, "2026-03-29T22:30:00Z", "Sunday, April 5, 7:00 PM");
    // On a journey the plan is still for seven there.
    laptop.travel("America/New_York");
    home_says(&mut laptop, "2026-04-05T22:00:00Z", "You planned something for 7:00 PM");
}
