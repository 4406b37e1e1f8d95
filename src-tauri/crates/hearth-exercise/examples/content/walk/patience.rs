//! How long a walk may go on before it is a fault.

/// More presses than any run needs.
const LONGEST: usize = 600;
/// After so many presses in a row that were not taken there is no way on.
const DEAF: usize = 50;

/// Presses of one walk.
#[derive(Default)]
pub struct Patience {
    /// Those that were taken.
    pub presses: usize,
    refused: usize,
}

impl Patience {
    /// Counts one press.
    ///
    /// # Errors
    /// A dead end, or no end.
    pub fn after(&mut self, taken: bool) -> Result<(), String> {
        self.presses += usize::from(taken);
        self.refused = if taken { 0 } else { self.refused + 1 };
        if self.refused >= DEAF {
            return Err(format!("a dead end, {DEAF} presses were not taken"));
        }
        if self.presses > LONGEST {
            return Err(format!("no end after {LONGEST} presses"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_where_nothing_is_taken_is_a_dead_end() {
        let mut patience = Patience::default();
        assert!((0..DEAF - 1).all(|_| patience.after(false).is_ok()));
        assert!(patience.after(true).is_ok());
        assert!((0..DEAF - 1).all(|_| patience.after(false).is_ok()));
        assert!(patience.after(false).unwrap_err().contains("dead end"));
    }

    #[test]
    fn a_run_without_an_end_is_found() {
        let mut patience = Patience::default();
        assert!((0..LONGEST).all(|_| patience.after(true).is_ok()));
        assert!(patience.after(true).unwrap_err().contains("no end"));
    }
}
