//! Pages that show something to both, with the short reply of the one who did not write it (E18).

use hearth_domain::Person;

use super::place::{Place, Shown, ShownPage};
use super::reveal::may_reply;
use super::words::Shared;
use super::{Input, Issue, Refused, Run, Tap, World};
use crate::value::{Picked, Value};

impl Run {
    pub(super) fn show_pages(&mut self, at: usize, pages: Vec<ShownPage>) {
        self.place = Place::Shown(Shown { at, pages, page: 0, reply: None });
    }

    pub(super) fn take_shown(&mut self, input: Input, world: &World) -> Result<Vec<Issue>, Refused> {
        let Place::Shown(shown) = &mut self.place else { return Err(Refused::NotHere) };
        match input {
            Input::Tap(Tap::Next) => {
                shown.page += 1;
                shown.reply = None;
                let (at, over) = (shown.at, shown.page >= shown.pages.len());
                if over {
                    self.after_step(at, world);
                }
            }
            Input::Tap(Tap::Reply { id }) => {
                let page = shown.pages.get(shown.page).ok_or(Refused::NotHere)?;
                let by = page.by.filter(|_| may_reply(&id, &page.replies)).ok_or(Refused::NotHere)?;
                let step = page.reply_to.clone();
                shown.reply = Some(id.clone());
                self.keep_reply(&step, by.other(), &id);
            }
            _ => return Err(Refused::NotHere),
        }
        Self::fine()
    }

    /// Kept beside what it answers, as `<step>.reply`.
    pub(super) fn keep_reply(&mut self, step: &str, who: Person, id: &str) {
        let picked = Picked { picked: vec![id.to_owned()], other: None };
        self.keep_ours(&format!("{step}.reply"), Some(who), Some(Shared::written(Value::Picked(picked))));
    }
}
