//! The program ends between two files: what went to the own pages is there, what was to follow in Ours is not.

use std::collections::BTreeSet;
use std::path::PathBuf;

use hearth_domain::Person;

use crate::couple::{Laptop, none};

/// The files of Ours, as they lie on disk at this moment.
struct Kept(Vec<(PathBuf, Option<Vec<u8>>)>);

/// A person alone writes into their own space only, so what neither writes is Ours.
async fn stem_of_ours(mut laptop: Laptop) -> (Laptop, String) {
    let folder = laptop.home.path().join("workbook.hearth/s");
    let names = || -> BTreeSet<String> {
        let all = std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
        all.collect()
    };
    let mut own = BTreeSet::new();
    for who in Person::BOTH {
        laptop.open(who).await;
        laptop.begin("breathe-and-ground").await;
        own.extend(names().into_iter().filter_map(|name| Some(name.strip_suffix(".log")?.to_owned())));
        laptop = laptop.locked().await;
    }
    let stem = |name: String| name.split('.').next().unwrap().to_owned();
    let ours: BTreeSet<String> = names().into_iter().map(stem).filter(|stem| !own.contains(stem)).collect();
    assert_eq!((own.len(), ours.len()), (2, 1), "{own:?} {ours:?}");
    (laptop, ours.into_iter().next().unwrap())
}

fn keep(laptop: &Laptop, stem: &str) -> Kept {
    let folder = laptop.home.path().join("workbook.hearth/s");
    let files = ["0.age", "1.age", "log"].map(|end| folder.join(format!("{stem}.{end}")));
    Kept(files.into_iter().map(|path| (path.clone(), std::fs::read(path).ok())).collect())
}

impl Kept {
    /// Puts Ours back as it was, as if nothing more had reached it.
    fn put_back(self) {
        for (path, bytes) in self.0 {
            match bytes {
                Some(bytes) => std::fs::write(path, bytes).unwrap(),
                None => drop(std::fs::remove_file(path)),
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn e14_a_seal_that_never_reached_ours_is_committed_again_and_opens() {
    let (laptop, stem) = stem_of_ours(Laptop::with_couple().await).await;
    laptop.together().await;
    let mut rules = laptop.begin("our-ground-rules").await;
    rules.play_until(&["hope"], none).await;
    rules.play_until(&["check"], none).await;
    let before = keep(&laptop, &stem);
    rules.step(none).await;
    assert_eq!(rules.at(), "cover", "the first one sealed");
    let id = rules.id().to_string();
    let laptop = laptop.killed();
    before.put_back();

    laptop.together().await;
    let mut rules = laptop.go_on(&id).await;
    let seen = rules.play(none).await;
    assert_eq!(seen.last().unwrap(), "(end)");
    assert_eq!(seen.iter().filter(|at| *at == "opened").count(), 4, "both questions of both: {seen:?}");
}
