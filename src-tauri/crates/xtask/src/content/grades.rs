//! How hard the exercises are to read, all together, and which blocks are the hardest.

use super::extract::Passage;
use super::reading::{Counts, FILE_GRADE, GRADED};

/// So many of the hardest are named.
const NAMED: usize = 5;

/// Every text of the exercises, as it is read.
#[derive(Default)]
pub struct Grades {
    all: Counts,
    /// Labels of two or three words count as easy sentences; only blocks tell how running text reads.
    running: Counts,
    blocks: Vec<(f64, String)>,
}

impl Grades {
    /// Single words have no grade; a block has one from thirty words on.
    pub fn add(&mut self, shown: &str, passages: &[Passage]) {
        for passage in passages.iter().filter(|passage| !passage.lone_word) {
            let counts = Counts::of(&passage.text);
            self.all.add(&counts);
            if counts.words > GRADED {
                self.running.add(&counts);
                self.blocks.push((counts.grade(), format!("{shown}:{}", passage.line)));
            }
        }
    }

    /// The average, and the hardest blocks.
    pub fn report(&self) -> Vec<String> {
        let mut worst: Vec<_> = self.blocks.iter().collect();
        worst.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (words, blocks) = (self.all.words, self.blocks.len());
        let mut lines =
            vec![format!("reading grade {:.1} on average over {words} words of exercise text", self.all.grade())];
        let running = if blocks == 0 { 0.0 } else { self.running.grade() };
        lines.push(format!("{blocks} blocks of more than {GRADED} words: {running:.1} on average; the hardest:"));
        lines.extend(worst.iter().take(NAMED).map(|(grade, place)| format!("  {grade:.1}  {place}")));
        lines
    }

    /// The average is too high.
    pub fn problem(&self) -> Option<String> {
        let worse = [&self.all, &self.running].into_iter().filter(|counts| counts.words >= GRADED).map(Counts::grade);
        let worst = worse.fold(0.0, f64::max);
        (worst > FILE_GRADE).then(|| format!("assets/exercises: grade {worst:.1} on average, at most {FILE_GRADE}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grades(text: &str) -> Grades {
        let mut grades = Grades::default();
        let passage = Passage { line: 7, text: text.repeat(8), reviewed: vec![], lone_word: false };
        grades.add("a.toml", &[passage]);
        grades
    }

    #[test]
    fn a_hard_catalogue_is_told_and_its_hardest_block_is_named() {
        let hard = grades("Consideration necessitates collaborative interpretation of documentation. ");
        assert!(hard.problem().is_some());
        assert!(hard.report().last().unwrap().ends_with("a.toml:7"));
        assert!(grades("You can stop at any time. Your pages stay yours. ").problem().is_none());
    }
}
