//! No, not now, an empty line and a lapsed yes are one and the same to the other: on every page, in the shared pages and
//! in the size of every file (U7, E22, CR27).

use hearth_app::contract::{ClosenessAnswer, ClosenessLasts, ClosenessMark};
use hearth_domain::Person;
use hearth_store::{Image, Ours, OursChange};

use crate::attack::alex_changes_ours;
use crate::closeness::{mark, marks, only_if, opened, rows, yes};
use crate::couple::Laptop;

/// All that Sam's line about a foot rub could have left behind for Alex.
#[derive(Debug, PartialEq)]
struct Seen {
    pages: Vec<String>,
    notices: String,
    image: usize,
    shared: String,
    files: Vec<u64>,
}

/// Alex says yes to two lines, Sam to the first; the second is what differs. `sexual`: who switched those lines on.
async fn evening(sams: Option<ClosenessMark>, sexual: [bool; 2]) -> (Laptop, Seen) {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::B).await;
    laptop.app.closeness_sexual(sexual[1]).await.unwrap();
    laptop.app.closeness_mark("foot-rub", sams).await.unwrap();
    let laptop = laptop.locked().await;
    laptop.hours(24);
    let laptop = marks(laptop, Person::B, &[("hold-hands", yes())]).await;
    laptop.open(Person::A).await;
    laptop.app.closeness_sexual(sexual[0]).await.unwrap();
    let laptop = laptop.locked().await;
    let laptop = marks(laptop, Person::A, &[("hold-hands", yes()), ("foot-rub", yes())]).await;
    let opening = laptop.together().await;
    let mut pages = vec![format!("{:?}", laptop.app.closeness().await.unwrap())];
    let page = opened(&laptop).await;
    assert_eq!(rows(&page), ["hold-hands"]);
    pages.push(serde_json::to_string(&page).unwrap());
    let notices = format!("{:?}", opening.notices);
    pages.extend(of_both(&laptop).await);
    let laptop = laptop.locked().await;
    let files = files(&laptop);
    laptop.open(Person::A).await;
    pages.extend(of_both(&laptop).await);
    pages.push(format!("{:?}", laptop.app.closeness_list().await));
    let laptop = laptop.locked().await;
    let (mut image, mut shared) = (0, String::new());
    alex_changes_ours(&laptop, async |ours: &mut Image<Ours>| {
        image = ours.to_bytes().await.unwrap().len();
        let list = ours.closeness().await.unwrap();
        let link = ours.last_link().await.unwrap().map(|link| link.seq);
        shared = format!("{list:?} {link:?} {}", ours.items().await.unwrap().len());
        OursChange::Closeness(list)
    })
    .await;
    (laptop, Seen { pages, notices, image, shared, files })
}

async fn of_both(laptop: &Laptop) -> Vec<String> {
    vec![
        format!("{:?}", laptop.app.closeness().await.unwrap()),
        format!("{:?}", laptop.home().await),
        format!("{:?}", laptop.app.past(None).await.unwrap().changes),
        format!("{:?}", laptop.app.find("hands", 9).await.unwrap()),
        format!("{:?}", laptop.app.things().await.unwrap()),
        format!("{:?}", laptop.app.agreements().await.unwrap()),
    ]
}

/// The size of every file of the workbook in KiB, small to large: the names are random, and so are some bytes of padding
/// in the header of an age file.
fn files(laptop: &Laptop) -> Vec<u64> {
    let mut sizes: Vec<u64> = Vec::new();
    let mut folders = vec![laptop.home.path().join("workbook.hearth")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let about = entry.metadata().unwrap();
            if about.is_dir() { folders.push(entry.path()) } else { sizes.push(about.len() / 1024) }
        }
    }
    sizes.sort_unstable();
    sizes
}

#[tokio::test(flavor = "multi_thread")]
async fn u7_no_not_now_blank_and_expired_render_the_same() {
    let (_kept, blank) = evening(None, [false, false]).await;
    assert!(blank.pages[1].contains("Hold hands") && !blank.pages[1].contains("Foot rub"));
    let tonight = ClosenessMark { lasts: ClosenessLasts::Tonight, ..yes() };
    let cases = [
        ("no", mark(ClosenessAnswer::No)),
        ("not now", mark(ClosenessAnswer::NotNow)),
        ("expired", tonight),
        ("a yes that says if, and not what", only_if("  ")),
    ];
    for (name, sams) in cases {
        let (_kept, seen) = evening(Some(sams), [false, false]).await;
        assert_eq!(seen, blank, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn e22_cr29_nothing_tells_whether_the_other_switched_sexual_lines_on() {
    let (_off, sam_has_not) = evening(None, [true, false]).await;
    let (laptop, sam_has) = evening(None, [true, true]).await;
    assert_eq!(sam_has, sam_has_not);
    let laptop = marks(laptop, Person::A, &[("long-kisses", yes())]).await;
    let laptop = marks(laptop, Person::B, &[("long-kisses", yes())]).await;
    laptop.together().await;
    assert_eq!(rows(&opened(&laptop).await), ["long-kisses"], "both switched them on");
    let laptop = laptop.locked().await;
    let laptop = marks(laptop, Person::A, &[("long-kisses", yes())]).await;
    let laptop = marks(laptop, Person::B, &[("long-kisses", yes())]).await;
    laptop.open(Person::B).await;
    laptop.app.closeness_sexual(false).await.unwrap();
    let laptop = laptop.locked().await;
    laptop.together().await;
    assert_eq!(rows(&opened(&laptop).await), Vec::<&str>::new(), "one of them switched them off");
}

#[tokio::test(flavor = "multi_thread")]
async fn p7_what_both_see_counts_nothing() {
    let (laptop, _) = evening(None, [false, false]).await;
    laptop.open(Person::A).await;
    let page = serde_json::to_value(laptop.app.closeness().await.unwrap()).unwrap();
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&page), ["own", "ready", "shared"]);
    assert_eq!(keys(&page["shared"][0]), ["ifs", "label", "row"]);
}
