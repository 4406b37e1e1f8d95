//! Two people agree to one text outside an exercise (F8, F9): each says behind the cover whether they want it, then
//! both confirm it with the day to look at it again (E31). In memory alone: what is not agreed leaves no trace.

use hearth_domain::{ItemId, Pair, Person};

/// One such moment.
#[derive(Clone, Debug)]
pub struct Agreeing {
    /// The agreement, or the proposal.
    pub about: ItemId,
    /// Its version when this began.
    pub n: u32,
    /// Where it stands.
    pub place: Place,
    /// Days until the review.
    pub days: u32,
    /// The most there may be (E32).
    pub most: u32,
    wants: Pair<Option<bool>>,
}

/// What shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The laptop is handed over.
    Cover(Person),
    /// This person is asked; nobody sees what they press.
    Asked(Person),
    /// Both want it; each confirms with their own press.
    Text(Pair<bool>),
    /// It is over. Why it was not agreed is not kept (E22).
    Over {
        /// Both confirmed.
        agreed: bool,
    },
}

/// What somebody presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// "I am (name)".
    IAm(Person),
    /// The private answer.
    Wants(bool),
    /// "I agree to this text", with the days until the review.
    Confirm(Person, u32),
    /// It stays as it is for today.
    Leave,
}

/// Why a press was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// This moment has no such control.
    NotHere,
    /// More days than E32 allows, or none.
    Days,
}

impl Agreeing {
    /// Begins with this person; the usual and the most days until the review.
    #[must_use]
    pub fn begin(about: ItemId, n: u32, first: Person, days: u32, most: u32) -> Self {
        Self { about, n, place: Place::Cover(first), days: days.min(most), most, wants: Pair::default() }
    }

    /// One press.
    ///
    /// # Errors
    /// [`Refused`]; nothing has changed then.
    pub fn press(&mut self, press: Press) -> Result<(), Refused> {
        self.place = match (&self.place, press) {
            (Place::Cover(next), Press::IAm(who)) if *next == who => Place::Asked(who),
            (Place::Asked(who), Press::Wants(wants)) => {
                let who = *who;
                *self.wants.of_mut(who) = Some(wants);
                self.after(who)
            }
            (Place::Text(_), Press::Confirm(_, days)) if days == 0 || days > self.most => return Err(Refused::Days),
            (Place::Text(confirmed), Press::Confirm(who, days)) => {
                // Another day to look at it is another text: the other's press does not count for it.
                let mut confirmed = if days == self.days { *confirmed } else { Pair::default() };
                self.days = days;
                *confirmed.of_mut(who) = true;
                if confirmed.a && confirmed.b { Place::Over { agreed: true } } else { Place::Text(confirmed) }
            }
            (Place::Text(_), Press::Leave) => Place::Over { agreed: false },
            _ => return Err(Refused::NotHere),
        };
        Ok(())
    }

    /// Both are asked before anything follows from either answer (E22).
    fn after(&self, who: Person) -> Place {
        let other = who.other();
        match (self.wants.of(who), self.wants.of(other)) {
            (_, None) => Place::Cover(other),
            (Some(true), Some(true)) => Place::Text(Pair::default()),
            _ => Place::Over { agreed: false },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Person::{A, B};

    fn asked(a: bool, b: bool) -> (Vec<Place>, Agreeing) {
        let mut agreeing = Agreeing::begin(ItemId::from_bytes([1; 16]), 1, A, 30, 60);
        let presses = [Press::IAm(A), Press::Wants(a), Press::IAm(B), Press::Wants(b)];
        let seen = presses.map(|press| {
            agreeing.press(press).unwrap();
            agreeing.place.clone()
        });
        (seen.into(), agreeing)
    }

    #[test]
    fn e22_e31_one_private_no_looks_the_same_whoever_said_it_and_follows_after_both_were_asked() {
        let (first, _) = asked(false, true);
        let (second, _) = asked(true, false);
        assert_eq!(first, second);
        assert_eq!(first.last(), Some(&Place::Over { agreed: false }));
    }

    #[test]
    fn f8_e31_both_confirm_the_same_text_and_another_day_takes_the_first_press_back() {
        let (_, mut agreeing) = asked(true, true);
        agreeing.press(Press::Confirm(A, 30)).unwrap();
        agreeing.press(Press::Confirm(A, 30)).unwrap();
        assert_eq!(agreeing.place, Place::Text(Pair { a: true, b: false }), "nobody confirms for two");
        agreeing.press(Press::Confirm(B, 14)).unwrap();
        assert_eq!(agreeing.place, Place::Text(Pair { a: false, b: true }));
        agreeing.press(Press::Confirm(A, 14)).unwrap();
        assert_eq!((agreeing.place, agreeing.days), (Place::Over { agreed: true }, 14));
    }

    #[test]
    fn e32_no_review_is_further_away_than_the_most_and_none_is_today() {
        let (_, mut agreeing) = asked(true, true);
        for days in [0, 61] {
            assert_eq!(agreeing.press(Press::Confirm(A, days)), Err(Refused::Days));
        }
        assert_eq!(Agreeing::begin(agreeing.about, 1, A, 30, 14).days, 14);
    }

    #[test]
    fn u10_until_both_confirmed_it_can_be_left_as_it_is() {
        let (_, mut agreeing) = asked(true, true);
        agreeing.press(Press::Confirm(A, 30)).unwrap();
        agreeing.press(Press::Leave).unwrap();
        assert_eq!(agreeing.place, Place::Over { agreed: false });
        assert_eq!(agreeing.press(Press::Confirm(B, 30)), Err(Refused::NotHere));
    }
}
