//! Words as Find compares them: without case, accents and signs, in any script.
//!
//! A folded text is its words, each after one space. A search for " wal" then is a search for words that begin with
//! "wal", and plain substring search is all it takes. Scripts that set no spaces (Chinese, Japanese, Thai and their
//! like) have each letter stand as a word, so that a search may begin anywhere in a line and still runs on to the end.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Folds a text.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 8);
    each(text, |letter, _, _| folded.push(letter));
    folded
}

/// A folded text that knows where each byte of it came from.
pub struct Mapped {
    /// As [`fold`] makes it.
    pub folded: String,
    /// For each byte of it, the bytes of the text.
    from: Vec<(usize, usize)>,
}

impl Mapped {
    /// Folds a text and keeps the way back.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let (mut folded, mut from) = (String::with_capacity(text.len() + 8), Vec::with_capacity(text.len() + 8));
        each(text, |letter, begins, ends| {
            folded.push(letter);
            // A mark belongs to the letter it stands on.
            let marks = text[ends..].chars().take_while(|next| is_combining_mark(*next)).map(char::len_utf8);
            from.resize(folded.len(), (begins, ends + marks.sum::<usize>()));
        });
        Self { folded, from }
    }

    /// The bytes of the text that lie behind a range of the folded one. The space before a word is not part of it.
    #[must_use]
    pub fn behind(&self, begins: usize, ends: usize) -> Option<(usize, usize)> {
        let letters = self.folded.get(begins..ends)?;
        let first = begins + letters.find(|letter| letter != ' ')?;
        Some((self.from.get(first)?.0, self.from.get(ends.checked_sub(1)?)?.1))
    }
}

/// Hands over each folded letter with the bytes it stands for.
fn each(text: &str, mut put: impl FnMut(char, usize, usize)) {
    let mut inside = false;
    for (begins, letter) in text.char_indices() {
        let ends = begins + letter.len_utf8();
        if letter.is_ascii_alphanumeric() {
            if !std::mem::replace(&mut inside, true) {
                put(' ', begins, begins);
            }
            put(letter.to_ascii_lowercase(), begins, ends);
        } else if letter.is_ascii() {
            inside &= letter == '\'';
        } else if !is_silent(letter) {
            let alone = stands_alone(letter);
            let mut begun = inside && !alone;
            decompose_compatible(letter, |part| {
                plain(part, |letter| {
                    if !std::mem::replace(&mut begun, true) {
                        put(' ', begins, begins);
                    }
                    put(letter, begins, ends);
                });
            });
            inside = begun && !alone && letter.is_alphanumeric();
        }
    }
}

/// One decomposed part: in lower case, without a mark, and as it is most simply written.
fn plain(part: char, mut put: impl FnMut(char)) {
    if is_combining_mark(part) || !part.is_alphanumeric() {
        return;
    }
    for lower in part.to_lowercase().filter(|lower| !is_combining_mark(*lower)) {
        match spelled(lower) {
            Some(letters) => letters.chars().for_each(&mut put),
            None => put(lower),
        }
    }
}

/// Letters that Unicode does not take apart, but people type without their stroke; and twins of one letter.
const fn spelled(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'þ' => "th",
        'ς' => "σ",
        // Arabic and Persian write yeh and kaf with letters of their own; alef maksura is typed for yeh.
        'ی' | 'ى' => "ي",
        'ک' => "ك",
        'ة' => "ه",
        _ => return None,
    })
}

/// Joins what stands round it: marks, apostrophes, joiners, the Arabic line that only stretches.
fn is_silent(letter: char) -> bool {
    is_combining_mark(letter)
        || matches!(letter, '’' | '‘' | 'ʼ' | '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{640}' | '\u{FEFF}')
}

/// Scripts that set no spaces between words.
const fn stands_alone(letter: char) -> bool {
    matches!(letter as u32,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF | 0x31F0..=0x31FF
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9F | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_case_accents_and_signs() {
        for (text, folded) in [
            ("Don’t WAIT, don't!", " dont wait dont"),
            ("Übermüdet; straße", " ubermudet strasse"),
            ("crème brûlée — naïve", " creme brulee naive"),
            ("Łódź smørrebrød æble", " lodz smorrebrod aeble"),
            ("ΣΊΣΥΦΟΣ σίσυφος", " σισυφοσ σισυφοσ"),
            ("İstanbul ISPARTA ılık", " istanbul isparta ilik"),
            ("Ёлка и ёж", " елка и еж"),
            ("مُحَمَّد", " محمد"),
            ("شَـــمس كتابی", " شمس كتابي"),
            ("שָׁלוֹם", " שלום"),
            ("ﬁnal ｆｕｌｌ ½", " final full 12"),
            ("", ""),
            (" \n--'", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn a_script_without_spaces_is_found_from_any_letter_on() {
        let line = fold("我们在厨房里说话");
        assert!(line.contains(&fold("厨房")) && line.contains(&fold("说话")) && !line.contains(&fold("房厨")));
        assert!(fold("เราคุยกันในครัว").contains(&fold("ในครัว")));
        assert!(fold("がんばる").contains(&fold("かん")));
        assert!(fold("안녕하세요").contains(&fold("안녕")), "the start of a Korean word");
    }

    #[test]
    fn what_was_found_leads_back_to_the_letters_as_written() {
        let text = "Später, im Café: don’t.";
        let mapped = Mapped::of(text);
        for (search, written) in [("spat", "Spät"), ("cafe", "Café"), ("dont", "don’t"), ("im ca", "im Ca")] {
            let folded = fold(search);
            let begins = mapped.folded.find(&folded).unwrap();
            let (from, to) = mapped.behind(begins, begins + folded.len()).unwrap();
            assert_eq!(&text[from..to], written);
        }
        assert_eq!(Mapped::of("...").behind(0, 0), None);
    }
}
