//! What is looked for: each word of it, as a beginning of words.

use memchr::memmem::Finder;

use super::fold::{Mapped, fold};

/// More words than anybody types; the rest is not looked for.
const MOST: usize = 12;

/// What is looked for.
pub struct Wanted(Vec<Finder<'static>>);

/// A run of letters, found or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The letters.
    pub text: String,
    /// They are what was looked for.
    pub hit: bool,
}

/// About so many letters of an entry are shown, so many of them before the first hit.
const SHOWN: usize = 160;
const BEFORE: usize = 50;

impl Wanted {
    /// Reads what was typed; `None` if there is no letter in it.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let folded = typed.split_whitespace().map(fold).filter(|word| !word.is_empty());
        let words: Vec<_> = folded.take(MOST).map(|word| Finder::new(&word).into_owned()).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// Whether a folded text holds every word.
    #[must_use]
    pub fn is_in(&self, folded: &str) -> bool {
        self.0.iter().all(|word| word.find(folded.as_bytes()).is_some())
    }

    /// A text whole, with the hits in it.
    #[must_use]
    pub fn mark(&self, text: &str) -> Vec<Stretch> {
        stretches(text, &self.hits(text), 0, text.len())
    }

    /// A piece of a text round its first hit, or its beginning.
    #[must_use]
    pub fn excerpt(&self, text: &str) -> Vec<Stretch> {
        let hits = self.hits(text);
        let first = hits.first().map_or(0, |hit| hit.0);
        let begins = back(text, first, BEFORE);
        let ends = on(text, begins, SHOWN);
        let mut pieces = stretches(text, &hits, begins, ends);
        let dots = || Stretch { text: "…".into(), hit: false };
        if begins > 0 {
            pieces.insert(0, dots());
        }
        if ends < text.len() {
            pieces.push(dots());
        }
        pieces
    }

    /// Where the hits lie in a text, in order, none over another.
    fn hits(&self, text: &str) -> Vec<(usize, usize)> {
        let mapped = Mapped::of(text);
        let found = self.0.iter().flat_map(|word| {
            let length = word.needle().len();
            word.find_iter(mapped.folded.as_bytes()).map(move |begins| (begins, begins + length))
        });
        let mut hits: Vec<_> = found.filter_map(|(begins, ends)| mapped.behind(begins, ends)).collect();
        hits.sort_unstable();
        let mut apart: Vec<(usize, usize)> = Vec::new();
        for (begins, ends) in hits {
            match apart.last_mut() {
                Some(last) if begins < last.1 => last.1 = last.1.max(ends),
                _ => apart.push((begins, ends)),
            }
        }
        apart
    }
}

fn stretches(text: &str, hits: &[(usize, usize)], begins: usize, ends: usize) -> Vec<Stretch> {
    let (mut pieces, mut at) = (Vec::new(), begins);
    let mut put = |from: usize, to: usize, hit| {
        if let Some(piece) = text.get(from..to).filter(|piece| !piece.is_empty()) {
            pieces.push(Stretch { text: piece.to_owned(), hit });
        }
    };
    for (from, to) in hits.iter().filter(|hit| hit.0 >= begins && hit.1 <= ends) {
        put(at, *from, false);
        put(*from, *to, true);
        at = *to;
    }
    put(at, ends, false);
    pieces
}

/// So many letters back, then to the beginning of a word if one is near.
fn back(text: &str, from: usize, letters: usize) -> usize {
    let Some((at, _)) = text[..from].char_indices().rev().nth(letters) else { return 0 };
    text[at..from].find(char::is_whitespace).map_or(at, |space| on_space(text, at + space))
}

/// So many letters on, then back to the end of a word if one is near.
fn on(text: &str, from: usize, letters: usize) -> usize {
    let Some((at, _)) = text[from..].char_indices().nth(letters) else { return text.len() };
    let at = from + at;
    let near = back_to(text, from, at);
    text[near..at].rfind(char::is_whitespace).map_or(at, |space| near + space)
}

fn on_space(text: &str, at: usize) -> usize {
    text[at..].char_indices().find(|(_, c)| !c.is_whitespace()).map_or(at, |(by, _)| at + by)
}

/// The last quarter of what is shown: a word end there is near enough.
fn back_to(text: &str, from: usize, at: usize) -> usize {
    text[from..at].char_indices().rev().nth(SHOWN / 4).map_or(from, |(by, _)| from + by)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pieces: &[Stretch]) -> String {
        pieces.iter().map(|p| if p.hit { format!("[{}]", p.text) } else { p.text.clone() }).collect()
    }

    #[test]
    fn every_word_is_wanted_and_each_as_a_beginning() {
        let text = fold("We walked to the garden; the tea was cold.");
        for (typed, found) in [
            ("gar", true),
            ("TEA wal", true),
            ("arden", false),
            ("tea coffee", false),
            ("tea.", true),
            ("the-gar", true),
        ] {
            assert_eq!(Wanted::read(typed).unwrap().is_in(&text), found, "{typed}");
        }
        for nothing in ["", "  ", "…!", "\u{301}"] {
            assert!(Wanted::read(nothing).is_none(), "{nothing:?}");
        }
    }

    #[test]
    fn hits_are_marked_as_they_were_written() {
        let wanted = Wanted::read("cafe ca lat").unwrap();
        assert_eq!(shown(&wanted.mark("Café at night, late")), "[Café] at night, [lat]e");
    }

    #[test]
    fn an_excerpt_is_short_and_begins_and_ends_at_words() {
        let text = format!("{} needle {}", "before it ".repeat(40), "after it ".repeat(40));
        let pieces = Wanted::read("need").unwrap().excerpt(&text);
        let shown = shown(&pieces);
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.contains("[need]le"), "{shown}");
        assert!(shown.chars().count() < SHOWN + 8, "{shown}");
        assert!(["…before", "…it"].iter().any(|start| shown.starts_with(start)), "{shown}");
        let wide = "花".repeat(400);
        let pieces = Wanted::read("花").unwrap().excerpt(&wide);
        assert!(pieces.iter().map(|p| p.text.chars().count()).sum::<usize>() <= SHOWN + 2);
    }

    #[test]
    fn whatever_was_written_and_typed_nothing_breaks() {
        let odd = ["", "'", "’’’", "ﷺ", "e\u{301}\u{301}", "🙂 🙂", "a\u{200D}b", "\u{202E}abc", "İİİ", "ǆ", "½½"];
        for text in odd {
            for typed in odd {
                if let Some(wanted) = Wanted::read(typed) {
                    let joined: String = wanted.mark(text).into_iter().map(|p| p.text).collect();
                    assert_eq!(joined, text);
                    let _ = wanted.excerpt(text);
                }
            }
        }
    }
}
