//! Two people who press by chance, through every part of every exercise, so often that every way was gone.
//!
//! A walk fails on a panic, on a moment where nothing is taken, and on a run without an end. Over all walks, a step
//! nobody came to and a branch nobody followed are findings too: what cannot be reached is not there for anyone.

mod answer;
mod dice;
mod excused;
mod memory;
mod mood;
mod patience;
mod player;
mod reached;
mod told;
mod trail;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;

use hearth_domain::Person;
use hearth_exercise::model::{Exercise, Mode};
use hearth_exercise::page::Phase;
use hearth_exercise::run::{Cast, Effect, Input, Run};

use crate::catalogue::Catalogue;
use dice::Dice;
use memory::Memory;
use mood::Mood;
use patience::Patience;
use player::Player;
use reached::Reached;
use told::Told;
use trail::Trail;

/// With fewer walks than this, what nobody came to says nothing.
const ENOUGH: u64 = 1000;

/// Walks every part so many times.
///
/// # Errors
/// If a walk failed, or something cannot be reached.
pub fn run(catalogue: &Catalogue, paths: &str) -> Result<(), String> {
    let paths: u64 = paths.parse().map_err(|_| format!("{paths} is no number of paths"))?;
    let begun = Instant::now();
    let (reached, problems) = walk_all(catalogue, paths);
    let seconds = begun.elapsed().as_secs_f64();
    println!("{paths} paths for each of {} parts of {} exercises", parts(catalogue).len(), catalogue.exercises.len());
    let (steps, done, all) = (reached.presses, reached.done, reached.paths);
    println!("{steps} random steps walked in {seconds:.1} s; {done} of {all} walks came to the last page");
    println!("{}", reached.summary(catalogue));
    reached.notes().iter().for_each(|note| println!("{note}"));
    let mut found = problems;
    if paths >= ENOUGH {
        found.extend(reached.missing(catalogue));
    } else {
        println!("too few paths to say what cannot be reached; {ENOUGH} tell");
    }
    found.iter().take(60).for_each(|one| println!("{one}"));
    if found.is_empty() { Ok(()) } else { Err(format!("{} findings on the way", found.len())) }
}

/// Each part of each exercise.
fn parts(catalogue: &Catalogue) -> Vec<(Arc<Exercise>, String, Mode)> {
    let of = |exercise: &Arc<Exercise>| {
        exercise.parts.iter().map(|part| (exercise.clone(), part.id.clone(), part.mode)).collect::<Vec<_>>()
    };
    catalogue.exercises.values().flat_map(of).collect()
}

/// Once through everything, then again, so that what one exercise leaves behind is there for the next.
fn walk_all(catalogue: &Catalogue, paths: u64) -> (Reached, Vec<String>) {
    let (mut memory, mut reached, mut problems) = (Memory::default(), Reached::default(), Vec::new());
    let parts = parts(catalogue);
    for path in 0..paths {
        for (number, (exercise, part, mode)) in (0_u64..).zip(&parts) {
            let seed = path << 16 | number;
            let walk = || walk(exercise, part, *mode, catalogue, &mut memory, &mut reached, Dice::new(seed));
            problems.extend(caught(walk).err().map(|why| format!("{} {part}, path {seed}: {why}", exercise.slug)));
        }
    }
    (reached, problems)
}

/// A panic ends one walk, not all of them.
fn caught(walk: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    catch_unwind(AssertUnwindSafe(walk)).unwrap_or_else(|_| Err("it panicked".to_owned()))
}

fn walk(
    exercise: &Arc<Exercise>,
    part: &str,
    mode: Mode,
    catalogue: &Catalogue,
    memory: &mut Memory,
    reached: &mut Reached,
    mut dice: Dice,
) -> Result<(), String> {
    let mut world = memory.world(exercise, catalogue, &mut dice);
    let cast = cast(exercise, mode, &mut dice);
    let mood = Mood::any(&mut dice);
    let (mut run, mut written) = Run::begin(exercise.clone(), part, cast, &world).map_err(|why| why.to_string())?;
    let mut player = Player { dice, mood };
    let mut trail = Trail::new(Told::new(exercise.clone()));
    let mut patience = Patience::default();
    let ended = loop {
        let phase = run.phase(&world);
        says_something(&phase)?;
        trail.sees(&phase);
        let Some(input) = player.press(&run, &phase, &mut world) else {
            break phase;
        };
        let taken = press(&mut run, &input, &world, &mut written);
        if taken {
            trail.took(&phase, &input, &world);
        }
        patience.after(taken).map_err(|why| format!("{why}: {phase:?}"))?;
    };
    trail.wrote(&written);
    memory.learn(&exercise.slug, &written, &mut player.dice);
    reached.add(exercise, &trail, patience.presses, matches!(ended, Phase::End { done: true, .. }));
    Ok(())
}

/// Whether the press was taken.
fn press(run: &mut Run, input: &Input, world: &hearth_exercise::run::World, written: &mut Vec<Effect>) -> bool {
    match run.apply(input.clone(), world) {
        Ok(applied) => {
            written.extend(applied.effects);
            applied.issues.is_empty()
        }
        Err(_) => false,
    }
}

fn cast(exercise: &Exercise, mode: Mode, dice: &mut Dice) -> Cast {
    let mut who = || Person::BOTH[dice.below(2)];
    match mode {
        Mode::Alone => Cast::Alone(who()),
        Mode::Together => Cast::together(exercise, who(), who()),
    }
}

/// No page without words.
fn says_something(phase: &Phase) -> Result<(), String> {
    match phase {
        Phase::Page(page) if page.label.trim().is_empty() => Err(format!("a page of {} has no words", page.step)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
