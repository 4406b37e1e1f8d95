//! The exercises that ship with the program, compiled when first asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use hearth_domain::availability::{Asks, Need as Shared};
use hearth_exercise::format::{Library, compile, read_canonical};
use hearth_exercise::model::{Exercise, Need, Part};
use include_dir::{Dir, include_dir};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/exercises");

/// All exercises, by slug.
#[derive(Default)]
pub struct Exercises(OnceLock<BTreeMap<String, Arc<Exercise>>>);

impl Exercises {
    fn all(&self) -> &BTreeMap<String, Arc<Exercise>> {
        self.0.get_or_init(shipped)
    }

    /// One exercise.
    #[must_use]
    pub fn get(&self, slug: &str) -> Option<Arc<Exercise>> {
        self.all().get(slug).cloned()
    }

    /// All of them, by slug.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Exercise>> {
        self.all().values()
    }

    /// The exercise a run was pinned to: the shipped one, or the copy its space kept. A copy in Ours counts only if its
    /// hash is a published one, because the partner can write there (`build-notes.md` 3).
    #[must_use]
    pub fn pinned(&self, hash: &[u8; 32], own_copy: Option<&str>) -> Option<Arc<Exercise>> {
        if let Some(shipped) = self.all().values().find(|e| e.hash.0 == *hash) {
            return Some(Arc::clone(shipped));
        }
        let copy = read_canonical(own_copy?).ok()?;
        (copy.hash.0 == *hash).then(|| Arc::new(copy))
    }
}

/// What a joint part asks for before it may begin.
#[must_use]
pub fn asks<'a>(exercise: &'a Exercise, part: &Part) -> Asks<'a> {
    let need = |need: &'a Need| match need {
        Need::Agreed(slug) => Some(Shared::Agreed(slug)),
        Need::Done { slug, days } => Some(Shared::Done { slug, days: i64::from(*days) }),
        Need::Own { .. } => None,
    };
    Asks {
        slug: &exercise.slug,
        heat: part.heat,
        exempt: exercise.exempt,
        needs: exercise.needs.iter().filter_map(need).collect(),
    }
}

fn shipped() -> BTreeMap<String, Arc<Exercise>> {
    let library = library();
    let compiled = texts("").filter_map(|(_, text)| compile(text, &library).0);
    compiled.map(|exercise| (exercise.slug.clone(), Arc::new(exercise))).collect()
}

fn library() -> Library {
    let folder = |name: &str| texts(name).map(|(id, text)| (id.to_owned(), text.to_owned())).collect();
    Library {
        blocks: folder("blocks"),
        lists: folder("lists"),
        lexicons: folder("lexicons"),
        pages: folder("pages"),
        slugs: texts("").map(|(id, _)| id.to_owned()).collect(),
    }
}

/// Name and text of every TOML file directly in a folder.
fn texts(folder: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let dir = if folder.is_empty() { Some(&FILES) } else { FILES.get_dir(folder) };
    dir.into_iter().flat_map(Dir::files).filter_map(|file| {
        let path = file.path();
        let toml = path.extension().is_some_and(|e| e == "toml");
        toml.then_some((path.file_stem()?.to_str()?, file.contents_utf8()?))
    })
}
