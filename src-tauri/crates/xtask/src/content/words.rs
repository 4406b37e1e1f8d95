//! Words that label, blame, push or cheer (experience 5), and what to write instead.

use super::extract::Passage;

/// Words with one reason and one way out.
struct Group {
    words: &'static [&'static str],
    instead: &'static str,
}

const GROUPS: &[Group] = &[
    Group {
        words: &["addict", "addicts", "alcoholic", "alcoholics", "user", "users"],
        instead: "a person in recovery",
    },
    Group { words: &["clean", "dirty"], instead: "sober, not using" },
    Group { words: &["relapse", "relapsed", "relapses"], instead: "used again, a hard day" },
    Group { words: &["victim", "abuser", "perpetrator", "betrayed"], instead: "what happened" },
    Group {
        words: &["codependent", "toxic", "narcissist", "trigger", "triggers", "triggered"],
        instead: "describe it",
    },
    Group { words: &["should", "must", "always", "never"], instead: "you can" },
    Group { words: &["fault", "blame", "excuse", "excuses"], instead: "my part" },
    Group { words: &["compliance", "overdue"], instead: "due, put aside" },
    Group {
        words: &["husband", "wife", "he", "she", "him", "her", "his", "hers"],
        instead: "the name, your partner, they",
    },
    Group { words: &["normal", "healthy couple", "healthy couples"], instead: "leave it out" },
    Group { words: &["moderate"], instead: "plain words" },
    Group { words: &["just", "simply", "please"], instead: "leave it out" },
    Group { words: &["sorry", "oops", "invalid", "failed"], instead: "what happened, what is safe, what to do" },
];

/// Each word or sign that may not stand here unreviewed.
pub fn problems(passage: &Passage) -> Vec<String> {
    let words: Vec<String> = passage.text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    let line = format!(" {} ", words.join(" "));
    let stands = |word: &str| line.contains(&format!(" {word} ")) && !passage.reviewed.iter().any(|one| one == word);
    let mut found = Vec::new();
    for group in GROUPS {
        for word in group.words.iter().filter(|word| stands(word)) {
            found.push(format!("\"{word}\" ({}): {}", group.instead, passage.text));
        }
    }
    if passage.text.contains(['!', '¡']) || passage.text.chars().any(is_emoji) {
        found.push(format!("an exclamation mark or emoji: {}", passage.text));
    }
    found
}

fn is_emoji(c: char) -> bool {
    matches!(u32::from(c), 0x1F300..=0x1FAFF | 0x2600..=0x26FF)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, reviewed: &[&str]) -> usize {
        let reviewed = reviewed.iter().map(|word| (*word).to_owned()).collect();
        problems(&Passage { line: 1, text: text.into(), reviewed, lone_word: false }).len()
    }

    #[test]
    fn a_word_that_labels_is_told() {
        assert_eq!(found("Are you an addict?", &[]), 1);
        assert_eq!(found("You must answer!", &[]), 2);
        assert_eq!(found("What a healthy couple does", &[]), 1);
    }

    #[test]
    fn a_word_inside_another_is_not() {
        assert_eq!(found("Here is where they used it, mustard and all.", &[]), 0);
    }

    #[test]
    fn a_reviewed_word_stands() {
        assert_eq!(found("I will never hide it", &["never"]), 0);
        assert_eq!(found("I must never hide it", &["never"]), 1);
    }
}
