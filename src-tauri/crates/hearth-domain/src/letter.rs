//! A letter (F10): for whom it is, and the day it waits before it can go to the other (E36).

use chrono::{DateTime, Duration, Utc};

/// For whom a letter is written. Nothing but the writer's hand makes one of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum LetterFor {
    /// For the writer alone; there is no way from it to anybody.
    #[default]
    Me,
    /// For the partner, once the writer puts it in their tray.
    Partner,
}

/// Hours between the last edit and the tray.
const COOL_OFF_HOURS: i64 = 24;

/// From when on a letter can go, by the moment of its last edit.
#[must_use]
pub fn can_go_from(edited: DateTime<Utc>) -> DateTime<Utc> {
    edited + Duration::hours(COOL_OFF_HOURS)
}

/// When it was last edited, by the moment it can go from.
#[must_use]
pub fn edited_at(can_go_from: DateTime<Utc>) -> DateTime<Utc> {
    can_go_from - Duration::hours(COOL_OFF_HOURS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e36_a_letter_waits_a_day_from_its_last_edit() {
        let edited = DateTime::UNIX_EPOCH;
        assert_eq!(can_go_from(edited) - edited, Duration::days(1));
        assert_eq!(edited_at(can_go_from(edited)), edited);
        assert_eq!(LetterFor::default(), LetterFor::Me, "nobody's words go anywhere by themselves");
    }
}
