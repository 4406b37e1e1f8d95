//! Suggested passphrases, and whether an own one is strong enough (`vault.md` 2.6).

use rand::{CryptoRng, Rng, RngCore};
use zeroize::Zeroizing;
use zxcvbn::{Score, zxcvbn};

use crate::Passphrase;

/// 7776 words, one per line; see `words/LICENCE.md`.
const WORDS: &str = include_str!("../words/eff_large.txt");
/// How many there are: five of them make 64 bits.
const COUNT: usize = 7776;
/// Decimal logarithm of the guesses an own passphrase must stand: at 1000 a second, 16 years on average.
const GUESSES_LOG10: f64 = 12.0;

/// Five words, drawn anew at each call, repetitions allowed: 64.6 bits.
pub fn suggest<R: RngCore + CryptoRng + ?Sized>(rng: &mut R) -> Zeroizing<Vec<String>> {
    let words: Vec<&str> = WORDS.lines().collect();
    debug_assert_eq!(words.len(), COUNT);
    Zeroizing::new((0..5).map(|_| words[rng.gen_range(0..words.len())].to_owned()).collect())
}

/// Whether an own passphrase is strong enough: zxcvbn's best score and 10^12 guesses. `known` are words a partner
/// would try first: names, the vault's labels, dates.
#[must_use]
pub fn is_enough(passphrase: &Passphrase, known: &[&str]) -> bool {
    // Exposed to be weighed; zxcvbn reads its first 100 characters.
    let entropy = zxcvbn(passphrase.expose(), known);
    entropy.score() == Score::Four && entropy.guesses_log10() >= GUESSES_LOG10
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;

    fn enough(text: &str, known: &[&str]) -> bool {
        is_enough(&Passphrase::new(text.as_bytes()).unwrap(), known)
    }

    #[test]
    fn the_list_has_7776_different_words() {
        let words: HashSet<&str> = WORDS.lines().collect();
        assert_eq!(words.len(), COUNT);
        assert!(words.iter().all(|w| w.len() >= 3 && w.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
    }

    #[test]
    fn suggestions_differ_and_are_strong_enough_by_the_rule_for_own_ones() {
        let mut rng = StdRng::seed_from_u64(1);
        let all: HashSet<String> = (0..200).map(|_| suggest(&mut rng).join(" ")).collect();
        assert_eq!(all.len(), 200);
        assert!(all.iter().all(|s| enough(s, &[])));
        assert!(all.iter().all(|s| s.split(' ').count() == 5));
    }

    #[test]
    fn easy_ones_are_refused() {
        for easy in
            ["password", "Tr0ub4dor&3", "letmein123", "1987-04-12", "iloveyou forever", "aaaaaaaaaaaaaaaaaaaaaaaa"]
        {
            assert!(!enough(easy, &[]), "{easy}");
        }
    }

    #[test]
    fn names_a_partner_would_try_count_for_nothing() {
        let text = "Svetoslavka-Quillfeather";
        assert!(enough(text, &[]));
        assert!(!enough(text, &["Svetoslavka", "Quillfeather"]));
    }
}
