//! What follows `cargo xtask content`.

use anyhow::{Result, bail};

/// Paths for each part where nobody asks for more: a million steps in half a minute, unoptimised.
pub const PATHS: u64 = 1100;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Write the generated types, then check.
    All,
    /// Check; add new ids to the ledger first if `publish`.
    Check { publish: bool, paths: u64 },
    /// Walk only, optimised.
    Walk { paths: u64 },
    /// Print one exercise.
    Show { slug: String },
}

impl Wanted {
    /// Reads the words after the command.
    ///
    /// # Errors
    /// A word nobody knows.
    pub fn read(words: &[&str]) -> Result<Self> {
        match words {
            [] => Ok(Self::All),
            ["show", slug] => Ok(Self::Show { slug: (*slug).to_owned() }),
            ["check", rest @ ..] => {
                let (publish, paths) = options(rest)?;
                Ok(Self::Check { publish, paths })
            }
            ["walk", rest @ ..] => match options(rest)? {
                (false, paths) => Ok(Self::Walk { paths }),
                (true, _) => bail!("a walk publishes nothing"),
            },
            _ => bail!("content, content check [--publish] [--paths N], content walk [--paths N], content show SLUG"),
        }
    }
}

fn options(mut words: &[&str]) -> Result<(bool, u64)> {
    let (mut publish, mut paths) = (false, PATHS);
    loop {
        match words {
            [] => return Ok((publish, paths)),
            ["--publish", rest @ ..] => (publish, words) = (true, rest),
            ["--paths", count, rest @ ..] => (paths, words) = (count.parse()?, rest),
            _ => bail!("{} is no option here", words.join(" ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read() {
        assert_eq!(Wanted::read(&[]).unwrap(), Wanted::All);
        assert_eq!(Wanted::read(&["check"]).unwrap(), Wanted::Check { publish: false, paths: PATHS });
        let both = Wanted::read(&["check", "--paths", "5", "--publish"]).unwrap();
        assert_eq!(both, Wanted::Check { publish: true, paths: 5 });
        assert_eq!(Wanted::read(&["walk", "--paths", "9"]).unwrap(), Wanted::Walk { paths: 9 });
        assert_eq!(Wanted::read(&["show", "a"]).unwrap(), Wanted::Show { slug: "a".into() });
        for wrong in [&["shwo"][..], &["check", "--path", "5"], &["walk", "--publish"], &["check", "--paths", "many"]] {
            assert!(Wanted::read(wrong).is_err(), "{wrong:?}");
        }
    }
}
