//! A couple's evenings through the use cases: the real vault, the real engine, the real exercises, no window.

mod assigned;
mod attack;
mod breaks;
mod check_ins;
mod closeness;
mod closeness_u7;
mod come_next;
mod copies;
mod couple;
mod dates;
mod deals;
mod evening;
mod find;
mod letters;
mod limits;
mod park;
mod partner;
mod past;
mod proposals;
mod reminders;
mod removed;
mod review;
mod rules;
mod things;
mod torn;
mod tray;
