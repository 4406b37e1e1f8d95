//! Runs: the engine's value, joined with the spaces it writes into.
//!
//! - [`agree`]: agreements a run writes.
//! - [`ends`]: when a break ends, by the clock on the wall.
//! - [`keep`]: all effects of one input, in the order that protects.
//! - [`live`]: runs in memory, one moment at a time.
//! - [`world`]: what a run is told of the world before each input.
//! - [`record`]: what the spaces remember, to go on after a restart.
//! - [`write`]: effects become changes.
//! - [`seal`]: sealed answers and their opening (`vault.md` 3).

pub mod agree;
pub(crate) mod ends;
pub mod keep;
pub mod live;
pub mod record;
pub mod seal;
pub mod stored;
pub mod world;
pub mod write;
