//! What a file of the page may name and import.

use super::Broken;
use super::source::{Source, names};

const NOWHERE: &[(&str, &str)] = &[
    ("localStorage", "web storage lies on disk in clear"),
    ("sessionStorage", "web storage lies on disk in clear"),
    ("indexedDB", "web storage lies on disk in clear"),
    ("{@html", "words somebody wrote must never become markup"),
    ("innerHTML =", "words somebody wrote must never become markup"),
    ("fetch(", "nothing leaves the laptop"),
    ("XMLHttpRequest", "nothing leaves the laptop"),
    ("WebSocket", "nothing leaves the laptop"),
    ("EventSource", "nothing leaves the laptop"),
    ("sendBeacon", "nothing leaves the laptop"),
];

const GATEWAY: &str = "ui/src/api/gateway.ts";

/// Every broken arrow in one file.
pub fn check(source: &Source) -> Vec<Broken> {
    let mut broken = Vec::new();
    for (at, line) in source.code() {
        for (word, why) in NOWHERE.iter().filter(|(word, _)| names(line, word)) {
            broken.push(Broken { place: source.at(at), found: format!("names {word}"), why });
        }
        let import = imported(line);
        if let Some((import, why)) = import.and_then(|import| Some((import, forbidden(&source.path, import)?))) {
            broken.push(Broken { place: source.at(at), found: format!("imports {import}"), why });
        }
    }
    broken
}

/// What stands between the quotes of an import or export line.
fn imported(line: &str) -> Option<&str> {
    let start = ["from \"", "import \"", "import(\"", "@import \"", "url(\""]
        .iter()
        .find_map(|mark| line.find(mark).map(|at| at + mark.len()))?;
    line[start..].split('"').next()
}

fn forbidden(path: &str, import: &str) -> Option<&'static str> {
    if import.starts_with("http:") || import.starts_with("https:") || import.starts_with("//") {
        return Some("nothing comes from the network");
    }
    if import.starts_with("@tauri-apps") && path != GATEWAY {
        return Some("only the gateway speaks to Rust, so that every other file runs without a window");
    }
    let target = resolve(path, import)?;
    let from = |folder: &str| path.starts_with(folder);
    let to = |folder: &str| target.starts_with(folder);
    if from("ui/src/shared/") && (to("ui/src/features/") || to("ui/src/app/")) {
        return Some("shared parts know no domain word, so they import no feature and no page");
    }
    match (feature(path), feature(&target)) {
        (Some(one), Some(other)) if one != other => Some("features meet only in app/"),
        _ => None,
    }
}

fn feature(path: &str) -> Option<&str> {
    path.strip_prefix("ui/src/features/")?.split_once('/').map(|(name, _)| name)
}

/// A relative import as a path from the root.
fn resolve(path: &str, import: &str) -> Option<String> {
    if !import.starts_with('.') {
        return None;
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in import.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, line: &str) -> Vec<String> {
        let source = Source { path: path.into(), text: line.into() };
        check(&source).iter().map(|broken| broken.found.clone()).collect()
    }

    #[test]
    fn only_the_gateway_speaks_to_rust() {
        let line = "import { invoke } from \"@tauri-apps/api/core\";";
        assert!(found(GATEWAY, line).is_empty());
        assert_eq!(found("ui/src/app/App.svelte", line), ["imports @tauri-apps/api/core"]);
    }

    #[test]
    fn shared_parts_import_no_feature_and_no_page() {
        let line = "import Run from \"../features/run/Run.svelte\";";
        assert_eq!(found("ui/src/shared/Button.svelte", line).len(), 1);
        assert!(found("ui/src/app/App.svelte", line).is_empty());
        assert_eq!(found("ui/src/shared/Button.svelte", "import { x } from \"../app/keys.ts\";").len(), 1);
    }

    #[test]
    fn features_meet_only_in_app() {
        let line = "import Cover from \"../handover/Cover.svelte\";";
        assert_eq!(found("ui/src/features/run/Run.svelte", line), ["imports ../handover/Cover.svelte"]);
        assert!(found("ui/src/features/handover/Hearth.svelte", "import Cover from \"./Cover.svelte\";").is_empty());
    }

    #[test]
    fn nothing_is_stored_in_the_web_engine_and_nothing_is_fetched() {
        let path = "ui/src/app/App.svelte";
        for line in [
            "localStorage.setItem(a, b)",
            "await fetch(\"/x\")",
            "{@html body}",
            "new WebSocket(u)",
            "page.innerHTML = body",
        ] {
            assert_eq!(found(path, line).len(), 1, "{line}");
        }
        assert!(found(path, "expect(page.innerHTML).toBe(before)").is_empty());
        assert_eq!(found("ui/src/styles/base.css", "@import \"https://fonts.example\";").len(), 1);
    }
}
