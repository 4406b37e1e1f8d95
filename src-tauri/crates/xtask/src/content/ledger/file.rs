//! The ledger as a file: sorted, a line a step, so that two people who publish meet in no conflict.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result};
use toml::{Table, Value};

use super::{Entry, FILE, Ledger};

const HEAD: &str = "# Every id that was ever published: exercises by slug with their uid, blocks, and their steps with kind and audience.
# Written by `cargo xtask content check --publish`, which only adds. Nothing is taken out after a release: answers are
# kept under these ids for years, and an id that came back with another meaning would show them under the wrong question.
";

impl Ledger {
    /// Reads the file.
    ///
    /// # Errors
    /// If it is no ledger.
    pub fn read(text: &str) -> Result<Self> {
        let table: Table = text.parse().context(FILE)?;
        let part = |key: &str| -> Result<BTreeMap<String, Entry>> {
            let entries = table.get(key).and_then(Value::as_table).into_iter().flatten();
            entries.map(|(name, entry)| Ok((name.clone(), self::entry(name, entry)?))).collect()
        };
        Ok(Self { exercises: part("exercise")?, blocks: part("block")? })
    }

    /// The file.
    pub fn write(&self) -> String {
        let mut out = HEAD.to_owned();
        for (part, entries) in [("block", &self.blocks), ("exercise", &self.exercises)] {
            for (name, entry) in entries {
                let _ = writeln!(out, "\n[{part}.{name}]");
                if !entry.uid.is_empty() {
                    let _ = writeln!(out, "uid = \"{}\"", entry.uid);
                }
                for (id, what) in &entry.steps {
                    let _ = writeln!(out, "step.{id} = \"{what}\"");
                }
            }
        }
        out
    }
}

fn entry(name: &str, value: &Value) -> Result<Entry> {
    let table = value.as_table().with_context(|| format!("{FILE}: {name}"))?;
    let uid = table.get("uid").and_then(Value::as_str).unwrap_or_default().to_owned();
    let steps = table.get("step").and_then(Value::as_table).into_iter().flatten();
    let step = |(id, what): (&String, &Value)| {
        Ok((id.clone(), what.as_str().with_context(|| format!("{FILE}: {name}: {id}"))?.to_owned()))
    };
    Ok(Entry { uid, steps: steps.map(step).collect::<Result<_>>()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let entry =
            |uid: &str| Entry { uid: uid.to_owned(), steps: [("hope".to_owned(), "text seal".to_owned())].into() };
        let ledger = Ledger {
            exercises: [("one".to_owned(), entry("u1"))].into(),
            blocks: [("solo-open".to_owned(), entry(""))].into(),
        };
        assert_eq!(Ledger::read(&ledger.write()).unwrap(), ledger);
        assert!(Ledger::read("[exercise.one]\nuid = \"u\"\nstep.a = 3\n").is_err());
    }
}
