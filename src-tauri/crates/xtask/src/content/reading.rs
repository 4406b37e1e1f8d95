//! How hard a text is to read (experience 5): short sentences, and grade 6 by the Flesch-Kincaid formula.
//!
//! Syllables are counted by rule, with no word list: vowel groups, less a silent e. It is a few per cent off for
//! single words and right enough for a page, and it needs nothing from the network.

use super::extract::Passage;

/// Sentences stay under this many words.
const SENTENCE: usize = 20;
/// The mean grade of a file.
pub const FILE_GRADE: f64 = 6.0;
/// The grade of one longer passage.
const PASSAGE_GRADE: f64 = 8.0;
/// A passage is long enough to be graded from this many words.
pub const GRADED: usize = 30;

/// Too long a sentence, too hard a passage.
pub fn problems(passage: &Passage) -> Vec<String> {
    let counts = Counts::of(&passage.text);
    let mut found: Vec<String> = sentences(&passage.text)
        .map(|sentence| (sentence, words(sentence).count()))
        .filter(|(_, count)| *count >= SENTENCE)
        .map(|(sentence, count)| format!("a sentence of {count} words: {sentence}"))
        .collect();
    if counts.words >= GRADED && counts.grade() > PASSAGE_GRADE {
        found.push(format!("grade {:.1}, at most {PASSAGE_GRADE}", counts.grade()));
    }
    found
}

/// A file whose texts together are too hard.
pub fn file_problem(passages: &[Passage]) -> Option<String> {
    let mut all = Counts::default();
    passages.iter().filter(|passage| !passage.lone_word).for_each(|passage| all.add(&Counts::of(&passage.text)));
    let hard = all.words >= GRADED && all.grade() > FILE_GRADE;
    hard.then(|| format!("grade {:.1} on average, at most {FILE_GRADE}", all.grade()))
}

/// What the formula counts.
#[derive(Debug, Default)]
pub struct Counts {
    sentences: usize,
    pub words: usize,
    syllables: usize,
}

impl Counts {
    pub fn of(text: &str) -> Self {
        Self {
            sentences: sentences(text).count(),
            words: words(text).count(),
            syllables: words(text).map(syllables).sum(),
        }
    }

    pub fn add(&mut self, other: &Self) {
        self.sentences += other.sentences;
        self.words += other.words;
        self.syllables += other.syllables;
    }

    /// Flesch-Kincaid grade.
    #[expect(clippy::cast_precision_loss, reason = "a page has fewer than 2^52 words")]
    pub fn grade(&self) -> f64 {
        let words = self.words as f64;
        0.39 * words / self.sentences as f64 + 11.8 * self.syllables as f64 / words - 15.59
    }
}

/// Parts between ends of sentences that hold a word. A colon and a line end close one too: what follows is read anew.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '?', '!', ':', ';', '…', '\n']).map(str::trim).filter(|part| words(part).next().is_some())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let part = |c: char| !(c.is_alphanumeric() || c == '\'' || c == '’');
    text.split(part).filter(|word| word.chars().any(char::is_alphabetic))
}

fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let bare = word.trim_end_matches("'s").trim_end_matches("’s");
    let is_vowel = |c: char| "aeiouyáéíóúü".contains(c);
    let letters: Vec<char> = bare.chars().filter(|c| c.is_alphabetic()).collect();
    let groups = letters.iter().enumerate().filter(|(at, c)| is_vowel(**c) && (*at == 0 || !is_vowel(letters[at - 1])));
    let count = groups.count();
    count.saturating_sub(usize::from(silent_end(&letters, is_vowel))).max(1)
}

/// `made`, `makes`, `asked`: the last vowel is not spoken. `little`, `wanted`, `closes` speak it.
fn silent_end(letters: &[char], is_vowel: impl Fn(char) -> bool) -> bool {
    match letters {
        [.., before, 'l', 'e'] => is_vowel(*before),
        [.., before, 'e'] => !is_vowel(*before),
        [.., before, 'e', 'd'] => !is_vowel(*before) && !matches!(before, 't' | 'd'),
        [.., before, 'e', 's'] => !is_vowel(*before) && !matches!(before, 's' | 'c' | 'z' | 'x' | 'h' | 'g'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(text: &str) -> Passage {
        Passage { line: 1, text: text.into(), reviewed: vec![], lone_word: false }
    }

    #[test]
    fn syllables_are_counted_by_rule() {
        let cases = [
            ("a", 1),
            ("made", 1),
            ("asked", 1),
            ("wanted", 2),
            ("little", 2),
            ("closes", 2),
            ("makes", 1),
            ("partner", 2),
            ("private", 2),
            ("laptop", 2),
            ("agreement", 3),
            ("tile", 1),
            ("people", 2),
            ("you’s", 1),
        ];
        for (word, count) in cases {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn a_long_sentence_is_told() {
        assert!(problems(&passage("Press Seal. Then pass the laptop on.")).is_empty());
        let long = "We will sit down and talk and talk and talk and talk and talk and talk and talk and talk on.";
        assert_eq!(problems(&passage(long)).len(), 1);
    }

    #[test]
    fn a_hard_passage_is_told() {
        let hard = "Consideration necessitates collaborative interpretation. ".repeat(8);
        assert_eq!(problems(&passage(&hard)).len(), 1);
        assert!(file_problem(&[passage(&hard)]).is_some());
        let plain = "You can stop at any time. Your pages stay yours. ".repeat(8);
        assert!(problems(&passage(&plain)).is_empty());
        assert!(file_problem(&[passage(&plain)]).is_none());
    }
}
