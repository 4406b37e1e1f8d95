//! Words that nobody else writes: where one is found, somebody's page leaked.

use std::cell::Cell;

/// Fifty words nobody else writes; each typed text takes the next one.
pub const CANARIES: [&str; 50] = [
    "brindlewax",
    "cobblefern",
    "drossmere",
    "eiderloom",
    "fenwhistle",
    "gorsebell",
    "hollowmint",
    "inkthistle",
    "jasperwren",
    "kelpdrift",
    "larkspindle",
    "mossgauge",
    "nettlequay",
    "oakentide",
    "pebblevane",
    "quillmarsh",
    "rushlight",
    "sedgeharp",
    "tallowfinch",
    "umberknot",
    "vetchgate",
    "willowtarn",
    "yarrowpin",
    "zephyrcask",
    "ambersloe",
    "birchwick",
    "cloverdin",
    "dapplewort",
    "emberfold",
    "flaxenlee",
    "glasswort",
    "heathermoan",
    "ivorykelp",
    "juniperash",
    "knotgrass",
    "lichenbow",
    "mallowspit",
    "nightjarl",
    "orchidsump",
    "plumetrail",
    "quartzling",
    "ravelstone",
    "saltmeadow",
    "thornapple",
    "ulmenbrook",
    "vervainly",
    "wrackline",
    "yewshade",
    "zinnialoft",
    "alderquill",
];

thread_local!(static NEXT: Cell<usize> = const { Cell::new(0) });

/// The next canary.
pub fn words() -> &'static str {
    let next = NEXT.get();
    NEXT.set(next + 1);
    CANARIES[next % CANARIES.len()]
}
