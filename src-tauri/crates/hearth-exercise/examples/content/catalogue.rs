//! Every exercise of a folder that compiles; the others are the checker's to tell.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use hearth_exercise::format::{Library, compile};
use hearth_exercise::model::Exercise;

/// The exercises, by slug.
pub struct Catalogue {
    pub exercises: BTreeMap<String, Arc<Exercise>>,
}

impl Catalogue {
    pub fn read(folder: &Path) -> Self {
        let part = |name: &str| texts(&folder.join(name));
        let library = Library {
            blocks: part("blocks"),
            lists: part("lists"),
            lexicons: part("lexicons"),
            pages: part("pages"),
            ..Library::default()
        };
        Self::of(&texts(folder), &library)
    }

    pub fn of(files: &BTreeMap<String, String>, library: &Library) -> Self {
        let compiled =
            files.iter().filter_map(|(slug, text)| Some((slug.clone(), Arc::new(compile(text, library).0?))));
        Self { exercises: compiled.collect() }
    }

    /// Its name on screen, or the slug if it is not here.
    pub fn title<'a>(&'a self, slug: &'a str) -> &'a str {
        self.exercises.get(slug).map_or(slug, |exercise| exercise.title.as_str())
    }
}

fn texts(folder: &Path) -> BTreeMap<String, String> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let toml = files.filter(|path| path.extension().is_some_and(|end| end == "toml"));
    toml.filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), std::fs::read_to_string(&path).ok()?)))
        .collect()
}
