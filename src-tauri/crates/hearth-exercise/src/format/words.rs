//! Small things about words: the nearest known one, hidden characters, markup.

use unicode_normalization::UnicodeNormalization;

/// The nearest of some known words, if near enough to have been meant.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let long = word.chars().count();
    let limit = if long > 5 { 2 } else { 1 };
    let alike = |k: &&str| k.chars().count().abs_diff(long) <= limit;
    known.into_iter().filter(alike).map(|k| (distance(word, k), k)).filter(|(d, _)| *d <= limit).min().map(|(_, k)| k)
}

/// Insertions, deletions, replacements and swaps of neighbours between two words.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(40).collect(), b.chars().take(40).collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

/// NFC, and without characters that cannot be seen or that turn the reading direction round.
pub(super) fn clean(text: &str) -> (String, usize) {
    let hidden = text.chars().filter(|c| is_hidden(*c)).count();
    (text.chars().filter(|c| !is_hidden(*c)).nfc().collect(), hidden)
}

/// A piece of a file as a message may quote it: short, on one line, nothing hidden.
pub(super) fn short(text: &str) -> String {
    let seen = text.chars().filter(|c| *c == '\n' || !is_hidden(*c)).take(40);
    seen.map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

/// Whether there is nothing to see: spaces, joiners, fillers and marks that only change other characters.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        let unseen = matches!(c,
            '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}' | '\u{200c}' | '\u{200d}' | '\u{2800}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0100}'..='\u{e01ef}');
        unseen || c.is_whitespace() || is_hidden(c)
    })
}

/// Control characters except the line break, bidi controls, zero-width characters other than joiners
/// (scripts and emoji need those), and the byte order mark.
const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{200b}'
        | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// HTML tags, links and images, which are shown as plain text.
pub(super) fn has_markup(text: &str) -> bool {
    let tag =
        text.split('<').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c)));
    let lower = text.to_lowercase();
    tag || ["](", "://", "javascript:", "mailto:", "www."].iter().any(|sign| lower.contains(sign))
}
