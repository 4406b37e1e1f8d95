//! Find (S14): the words of the open spaces in memory, looked through as somebody types.
//!
//! - [`fold`]: words without case, accents and signs, in any script.
//! - [`wanted`]: what is looked for, and the hits in a text.
//! - [`index`]: the words of one space, the newest first.
//! - [`leaves`]: rows of a space become entries.
//! - [`said`]: an answer in words, years after its run.
//!
//! The words live with the space they are of ([`crate::space::OpenSpace`]) and go with it. Nothing is written: neither
//! words nor what was looked for.

mod fold;
mod index;
mod leaves;
mod said;
mod wanted;

pub use fold::fold;
pub use index::{Hits, Index, Leaf, Place};
pub use leaves::{Opened, Shelves, Which, by, kind, of_ours, of_own, said as holds};
pub use said::Reader;
pub use wanted::{Stretch, Wanted};

use crate::contract::Code;
use crate::sitting::Sitting;

/// Brings the words of the open spaces up to date with their pages: all of them the first time, afterwards what was
/// changed since.
///
/// # Errors
/// [`Code::Internal`] if a space cannot be read; then it is read whole the next time.
pub async fn lay_out(sitting: &mut Sitting, reader: &Reader<'_>) -> Result<(), Code> {
    let (own, ours) = sitting.searched();
    let (own_is_stale, ours_is_stale) = (own.is_some_and(|own| own.words_are_stale()), ours.words_are_stale());
    if !own_is_stale && !ours_is_stale {
        return Ok(());
    }
    let opened = if ours_is_stale { sitting.opened_answers().await? } else { Opened::new() };
    let (own, ours) = sitting.searched();
    let mut shelves = Shelves::new(reader);
    let (image, index, touched) = ours.words();
    shelves.learn(image, false).await?;
    if ours_is_stale {
        let (mut known, which) = take(index, touched);
        let leaves = of_ours(image, &which, &shelves, &opened).await?;
        known.renew(|leaf| which.covers(leaf), leaves);
        *index = Some(known);
    }
    if let Some((image, index, touched)) = own.filter(|_| own_is_stale).map(|own| own.words()) {
        shelves.learn(image, true).await?;
        let (mut known, which) = take(index, touched);
        let leaves = of_own(image, &which, &shelves).await?;
        known.renew(|leaf| which.covers(leaf), leaves);
        *index = Some(known);
    }
    Ok(())
}

/// What is known and what of it to read anew. Both are given back only once that was read.
fn take(index: &mut Option<Index>, touched: &mut std::collections::BTreeSet<hearth_store::Touched>) -> (Index, Which) {
    let touched = std::mem::take(touched);
    match index.take() {
        Some(known) => (known, Which::Touched(touched)),
        None => (Index::default(), Which::All),
    }
}
