//! Notices to the window.

use std::sync::Mutex;

use crate::contract::Notice;

type Listener = Box<dyn Fn(Notice) + Send>;

/// The window that listens; there is one.
#[derive(Default)]
pub struct Watch(Mutex<Option<Listener>>);

impl Watch {
    /// From now on notices go there.
    pub fn listen(&self, listener: impl Fn(Notice) + Send + 'static) {
        if let Ok(mut slot) = self.0.lock() {
            *slot = Some(Box::new(listener));
        }
    }

    /// Sends a notice; without a window it goes nowhere.
    pub fn tell(&self, notice: Notice) {
        if let Ok(slot) = self.0.lock()
            && let Some(listener) = slot.as_ref()
        {
            listener(notice);
        }
    }
}
