//! The grammar of the exercise file as one table: which keys there are, what goes in, what is needed.
//!
//! The shape check, "did you mean" and the JSON schema all read it, so they cannot disagree.

/// What goes into a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// Words on screen, at most so many characters.
    Text(usize),
    /// `^[a-z][a-z0-9-]{0,31}$`.
    Id,
    /// An id, or the reply to it: `id.reply`.
    StepId,
    /// A name in file names, links and rules.
    Slug,
    /// `8-4-4-4-12` hex digits.
    Uid,
    /// A BCP 47 tag.
    Lang,
    /// A whole number between two.
    Number(i64, i64),
    /// true or false.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list, from so many to so many.
    List(&'static Shape, usize, usize),
    /// A table with these keys.
    Object(&'static [Key]),
    /// The same, with a name of its own in the schema, because it stands in many places.
    Named(&'static str, &'static [Key]),
    /// A map from id to this, on the wire only.
    Map(&'static Shape),
    /// A condition.
    Condition,
    /// `step`, `slug/step` or `@agreements/due`.
    Source,
    /// A step: the common keys and those of its kind.
    Step,
}

/// A key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    pub name: &'static str,
    pub shape: Shape,
    pub needed: bool,
}

const fn need(name: &'static str, shape: Shape) -> Key {
    Key { name, shape, needed: true }
}

const fn may(name: &'static str, shape: Shape) -> Key {
    Key { name, shape, needed: false }
}

/// The format's name and version.
pub(super) const FORMAT: &str = "hearthside.exercise/1";
/// `exchange.md` 1: 1 MiB a file.
pub(super) const MAX_BYTES: usize = 1 << 20;
/// `exchange.md` 1: 200 steps.
pub(super) const MAX_STEPS: usize = 200;
/// `exchange.md` 1: 50 options.
const MAX_OPTIONS: usize = 50;
/// `exchange.md` 1: a table of 20 columns and 100 rows.
const MAX_COLUMNS: usize = 20;
pub(super) const MAX_ROWS: i64 = 100;

const LABEL: Shape = Shape::Text(300);
const PROSE: Shape = Shape::Text(4000);
const LINES: Shape = Shape::List(&LABEL, 0, 50);
const SLUGS: Shape = Shape::List(&Shape::Slug, 0, 50);
const STEP_IDS: Shape = Shape::List(&Shape::StepId, 1, 50);
const SOURCES: Shape = Shape::List(&Shape::Source, 1, 50);
const DAYS: Shape = Shape::Number(1, 3650);
const HOURS: Shape = Shape::Number(0, 24 * 90);

pub(super) const CHOICE: Shape = Shape::Named(
    "choice",
    &[
        need("id", Shape::Id),
        need("label", LABEL),
        may("exclusive", Shape::Flag),
        may("yes", Shape::Flag),
        may("page", Shape::Id),
        may("reply", Shape::Flag),
    ],
);
const CHOICES: Shape = Shape::List(&CHOICE, 1, MAX_OPTIONS);

pub(super) const THEMES: [&str; 9] =
    ["start", "steady", "daily", "talk", "know", "limits", "recover", "repair", "touch"];
pub(super) const WHO: &[&str] =
    &["me", "each", "both", "speaker", "listener", "owner", "receiver", "hurt", "recovering", "supporting"];
const VISIBILITIES: &[&str] = &["eph", "priv", "offer", "seal", "shared", "ther"];
/// Kinds of help line (`exercises.md` 8), as the help page names them.
const LINE_KINDS: &[&str] = &[
    "emergency",
    "crisis",
    "abuse",
    "own_behaviour",
    "sexual_violence",
    "substance",
    "family",
    "children",
    "community",
];
const HELP_LINES: Shape = Shape::List(&Shape::Word(LINE_KINDS), 0, 9);
/// The pairs of roles people take.
pub(super) const ROLES: &[&str] = &["speaker/listener", "owner/receiver", "owner/hurt", "recovering/supporting"];

/// Top keys of an authored file.
pub(super) const TOP: &[Key] = &[
    need("format", Shape::Text(60)),
    need("uid", Shape::Uid),
    need("slug", Shape::Slug),
    need("revision", Shape::Number(1, 1_000_000)),
    need("lang", Shape::Lang),
    need("title", Shape::Text(80)),
    need("summary", LABEL),
    need("theme", Shape::Word(&THEMES)),
    need("minutes", Shape::Number(1, 600)),
    need("heat", Shape::Number(0, 4)),
    need("license", Shape::Text(60)),
    may("wave", Shape::Number(1, 2)),
    may("sources", LINES),
    may("authors", LINES),
    may("not_for", LINES),
    may("repeat_days", DAYS),
    may("roles", Shape::Word(ROLES)),
    may("needs", Shape::List(&Shape::Object(NEED), 0, 10)),
    may("exempt", Shape::Flag),
    may("record", Shape::Word(&["run", "none"])),
    may("requires", Shape::List(&Shape::Text(60), 0, 20)),
    may("part", Shape::List(&Shape::Object(PART), 1, 10)),
    may("product", Shape::List(&Shape::Object(PRODUCT), 0, 10)),
    need("step", Shape::List(&Shape::Step, 1, MAX_STEPS)),
];

/// What compiling adds to the top keys.
pub(super) const COPIED: &[Key] = &[
    need("lists", Shape::Map(&CHOICES)),
    need("lexicons", Shape::Map(&Shape::List(&Shape::Object(GROUP), 1, 50))),
    need("pages", Shape::Map(&Shape::Object(PAGE))),
];

const NEED: &[Key] = &[
    may("agreed", Shape::Slug),
    may("done", Shape::Slug),
    may("days", DAYS),
    may("own", Shape::Slug),
    may("by", Shape::Word(WHO)),
];
const PART: &[Key] =
    &[need("id", Shape::Id), need("mode", Shape::Word(&["alone", "together"])), need("heat", Shape::Number(0, 4))];
const PRODUCT: &[Key] = &[
    need("kind", Shape::Word(&["card", "list", "letter", "plan", "ritual", "pace"])),
    need("from", STEP_IDS),
    need("title", Shape::Text(80)),
    need("space", Shape::Word(&["own", "ours"])),
];
const GROUP: &[Key] = &[need("name", Shape::Text(80)), need("words", Shape::List(&Shape::Text(60), 1, 200))];
const PAGE: &[Key] = &[need("title", Shape::Text(80)), need("body", PROSE), may("lines", HELP_LINES)];

/// `blocks/<id>.toml`.
pub(super) const BLOCK_FILE: &[Key] = &[may("id", Shape::Id), need("step", Shape::List(&Shape::Step, 1, MAX_STEPS))];
/// `lists/<id>.toml`.
pub(super) const LIST_FILE: &[Key] = &[need("id", Shape::Id), need("item", CHOICES)];
/// `lexicons/<id>.toml`.
pub(super) const LEXICON_FILE: &[Key] =
    &[need("id", Shape::Id), need("group", Shape::List(&Shape::Object(GROUP), 1, 50))];
/// `pages/<id>.toml`.
pub(super) const PAGE_FILE: &[Key] =
    &[need("id", Shape::Id), need("title", Shape::Text(80)), need("body", PROSE), may("lines", HELP_LINES)];

/// Keys every step may have.
pub(super) const COMMON: &[Key] = &[
    need("id", Shape::Id),
    need("kind", Shape::Word(&KINDS)),
    need("who", Shape::Word(WHO)),
    may("visibility", Shape::Word(VISIBILITIES)),
    need("label", LABEL),
    may("help", PROSE),
    may("why", PROSE),
    may("part", Shape::Id),
    may("optional", Shape::Flag),
    may("once", Shape::Flag),
    may("series", Shape::Id),
    may("show_if", Shape::Condition),
    may("answers", CHOICES),
    may("then", Shape::List(&BRANCH, 0, 20)),
    may("block", Shape::Word(&BLOCKS)),
];

/// `[[step.then]]`.
pub(super) const BRANCH: Shape = Shape::Named("then", THEN);
const THEN: &[Key] = &[
    may("if", Shape::Condition),
    may("say", LABEL),
    may("repeat", Shape::Object(&[need("from", Shape::Id), need("max", Shape::Number(1, 9))])),
    may("end", Shape::Word(&["neutral"])),
    may("break", Shape::Flag),
    may("page", Shape::Id),
    may("suggest", Shape::Slug),
    may("start", Shape::Slug),
    may("lower", Shape::Id),
    may("rest", Shape::Object(&[need("days", Shape::Number(1, 365)), may("slugs", SLUGS)])),
];

/// The standard blocks (`exercises.md` 3).
pub(super) const BLOCKS: [&str; 5] = ["solo-open", "joint-open", "hot-open", "solo-close", "joint-close"];
/// The prefixes of their keys, in the same order; reserved for them.
pub(super) const PREFIXES: [&str; 5] = ["so-", "jo-", "ho-", "sc-", "jc-"];

/// The seventeen step types (`exercises.md` 1).
pub(super) const KINDS: [&str; 17] = [
    "guide",
    "text",
    "choose",
    "scale",
    "words",
    "checklist",
    "table",
    "turn",
    "mirror",
    "consent",
    "agree",
    "letter",
    "pause",
    "schedule",
    "reveal",
    "gate",
    "close",
];

/// The own keys of a kind.
pub(super) fn own_keys(kind: &str) -> &'static [Key] {
    KINDS.iter().position(|k| *k == kind).map_or(&[], |n| OWN[n])
}

/// In the order of [`KINDS`].
const OWN: [&[Key]; 17] = [
    &[
        need("body", PROSE),
        may("items", CHOICES),
        may("list", Shape::Id),
        may("ack", Shape::Flag),
        may("not_now", Shape::Flag),
        may("lines", HELP_LINES),
        may("join", STEP_IDS),
    ],
    &[need("size", Shape::Word(&["short", "long"])), may("stems", LINES), may("soft_check", LINES)],
    &[
        may("options", CHOICES),
        may("list", Shape::Id),
        may("from", Shape::Source),
        may("only", Shape::Condition),
        may("per", Shape::Source),
        may("min", Shape::Number(0, 50)),
        may("max", Shape::Number(1, 50)),
        may("rank", Shape::Flag),
        may("other", Shape::Flag),
        may("use", Shape::Word(&["lower"])),
    ],
    &[
        need("low", LABEL),
        need("high", LABEL),
        may("min", Shape::Number(-1000, 1000)),
        may("max", Shape::Number(-1000, 1000)),
    ],
    &[
        need("lexicon", Shape::Id),
        may("min", Shape::Number(0, 50)),
        need("max", Shape::Number(1, 50)),
        may("own", Shape::Flag),
    ],
    &[
        may("items", CHOICES),
        may("list", Shape::Id),
        may("from", Shape::Source),
        may("states", Shape::List(&CHOICE, 1, 5)),
        may("need_all", Shape::Flag),
    ],
    &[
        need("columns", Shape::List(&Shape::Object(COLUMN), 1, MAX_COLUMNS)),
        may("rows", Shape::List(&CHOICE, 1, MAX_ROWS as usize)),
        may("list", Shape::Id),
        may("from", Shape::Source),
        may("begin", Shape::Source),
        may("min_rows", Shape::Number(0, MAX_ROWS)),
        may("max_rows", Shape::Number(1, MAX_ROWS)),
        may("accept", Shape::Flag),
    ],
    &[
        need("seconds", Shape::Number(10, 3600)),
        may("say", LINES),
        may("listen", LINES),
        may("out", Shape::Text(300)),
        may("swap", Shape::Object(SWAP)),
    ],
    &[
        need("mode", Shape::Word(&["gist", "sense", "feeling"])),
        may("frames", LINES),
        may("tries", Shape::Number(1, 9)),
        may("from", Shape::Id),
    ],
    &[may("options", CHOICES), may("lasts_days", DAYS), may("offer_time_h", Shape::Number(1, 24 * 30))],
    &[
        need("from", STEP_IDS),
        need("review", Shape::Object(&[need("default", DAYS), need("max", DAYS)])),
        may("cooloff_h", HOURS),
        may("yes", Shape::Id),
        may("differ", Shape::Flag),
    ],
    &[
        need("parts", Shape::List(&Shape::Object(&[need("id", Shape::Id), need("label", LABEL)]), 1, 20)),
        may("soft_check", LINES),
        may("cooloff_h", HOURS),
        may("tip_min", Shape::Number(1, 240)),
    ],
    &[
        need("form", Shape::Word(&["breath", "senses", "wave", "timer"])),
        need("seconds", Shape::Number(10, 3600)),
        may("body", PROSE),
    ],
    &[may("what", LABEL), may("repeat", Shape::Flag), may("reminder", Shape::Flag), may("from", Shape::Source)],
    &[
        need("mode", Shape::Word(&["sealed", "picks", "overlap", "match"])),
        need("items", SOURCES),
        may("replies", CHOICES),
        may("most", Shape::Number(1, 50)),
        may("stars", Shape::Object(&[need("give", Shape::Id), need("want", Shape::Id)])),
    ],
    &[
        need("form", Shape::Word(&["safety", "newfacts", "fit", "helper"])),
        need("options", CHOICES),
        may("max", Shape::Number(1, 50)),
    ],
    &[
        may("recap", Shape::Flag),
        may("feel", Shape::Flag),
        may("keep", Shape::Flag),
        may("next", SLUGS),
        may("body", PROSE),
        may("list", Shape::Id),
    ],
];

const COLUMN: &[Key] = &[
    need("id", Shape::Id),
    need("label", LABEL),
    need("kind", Shape::Word(&["text", "number", "choose", "date", "who"])),
    may("options", CHOICES),
    may("list", Shape::Id),
    may("required", Shape::Flag),
    may("soft_check", LINES),
];

const SWAP: &[Key] = &[need("from", Shape::Id), need("to", Shape::Id), may("more", Shape::Number(0, 9))];
