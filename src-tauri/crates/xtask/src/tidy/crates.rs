//! Who may depend on whom (README, map of the house), read from the manifests.

use serde_json::Value;

use super::Broken;

/// A package of this workspace, and the packages of this workspace it may use in the program.
const ARROWS: &[(&str, &[&str], &str)] = &[
    ("hearth-domain", &[], "nouns and rules stand alone"),
    ("hearth-exercise", &["hearth-domain"], "the engine must not know vault, database or clock"),
    ("hearth-vault", &["hearth-domain"], "the vault must not know any table or exercise"),
    ("hearth-store", &["hearth-domain"], "the store must not know age or Tauri: the use cases join it to the vault"),
    ("hearth-packet", &["hearth-domain", "hearth-exercise", "hearth-vault"], "packets must not know screens"),
    ("hearth-export", &["hearth-domain", "hearth-exercise"], "exports must not know the vault"),
    (
        "hearth-app",
        &["hearth-domain", "hearth-exercise", "hearth-vault", "hearth-store", "hearth-packet", "hearth-export"],
        "use cases know everything below them and nothing above",
    ),
    (
        "hearthside",
        &["hearth-app", "hearth-domain", "hearth-exercise", "hearth-vault"],
        "the shell reaches data only through use cases, never through a table",
    ),
    (
        "hearth-testkit",
        &["hearth-app", "hearth-domain", "hearth-exercise", "hearth-vault", "hearth-store"],
        "test parts hold the use cases from outside",
    ),
    (
        "hearth-tests",
        &[
            "hearth-app",
            "hearth-domain",
            "hearth-exercise",
            "hearth-vault",
            "hearth-store",
            "hearth-packet",
            "hearth-export",
            "hearth-testkit",
        ],
        "tests hold the program from outside: linking the shell would link the web engine",
    ),
    ("xtask", &[], "a fresh machine builds the commands first, so they must be light"),
];

/// A dependency from outside, and the only packages that may have it.
const OWNED: &[(&str, &[&str], &str)] = &[
    ("tauri", &["hearthside"], "only the shell names tauri, so that everything else is tested without a window"),
    ("age", &["hearth-vault", "hearth-tests"], "secrets live in one small place"),
    ("scrypt", &["hearth-vault"], "secrets live in one small place"),
    ("hkdf", &["hearth-vault"], "secrets live in one small place"),
    ("sqlx", &["hearth-store", "hearth-tests"], "only the store knows tables"),
    ("typst", &["hearth-export"], "only exports pay for typesetting"),
    (
        "ts-rs",
        &["hearth-app", "hearth-exercise"],
        "wire shapes are the contract's and a run's pages', never the domain's",
    ),
    ("anyhow", &["xtask", "hearth-tests"], "library errors are situations, not strings"),
];

/// Every broken arrow between packages.
pub fn check(packages: &[Value]) -> Vec<Broken> {
    packages.iter().flat_map(check_package).collect()
}

fn check_package(package: &Value) -> Vec<Broken> {
    let name = package["name"].as_str().unwrap_or_default();
    let Some((_, allowed, why)) = ARROWS.iter().find(|(one, ..)| *one == name) else {
        let found = "a package without arrows".to_owned();
        return vec![Broken { place: name.to_owned(), found, why: "say in tidy/crates.rs what it must not know" }];
    };
    let dependencies = package["dependencies"].as_array().map(Vec::as_slice).unwrap_or_default();
    dependencies.iter().filter_map(|dependency| check_dependency(name, allowed, why, dependency)).collect()
}

fn check_dependency(name: &str, allowed: &[&str], why: &'static str, dependency: &Value) -> Option<Broken> {
    let on = dependency["name"].as_str().unwrap_or_default();
    let for_tests = dependency["kind"] == "dev";
    let broken = |why| Some(Broken { place: name.to_owned(), found: format!("depends on {on}"), why });
    let ours = ARROWS.iter().any(|(one, ..)| *one == on);
    if ours && !allowed.contains(&on) && !(for_tests && on == "hearth-testkit") {
        return broken(why);
    }
    let (_, owners, why) = OWNED.iter().find(|(one, ..)| on == *one || on.starts_with(&format!("{one}-")))?;
    if owners.contains(&name) || for_tests { None } else { broken(why) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(name: &str, on: &str, kind: Value) -> Vec<String> {
        let package = json!({ "name": name, "dependencies": [{ "name": on, "kind": kind }] });
        check(&[package]).iter().map(|broken| broken.found.clone()).collect()
    }

    #[test]
    fn the_engine_may_not_know_the_vault() {
        assert_eq!(found("hearth-exercise", "hearth-vault", Value::Null), ["depends on hearth-vault"]);
        assert!(found("hearth-exercise", "hearth-domain", Value::Null).is_empty());
    }

    #[test]
    fn only_the_shell_depends_on_tauri_and_its_plugins() {
        assert_eq!(found("hearth-app", "tauri", Value::Null), ["depends on tauri"]);
        assert_eq!(found("hearth-app", "tauri-plugin-dialog", Value::Null), ["depends on tauri-plugin-dialog"]);
        assert!(found("hearthside", "tauri", Value::Null).is_empty());
    }

    #[test]
    fn test_parts_are_for_tests_only() {
        assert!(found("hearth-store", "hearth-testkit", json!("dev")).is_empty());
        assert_eq!(found("hearth-store", "hearth-testkit", Value::Null), ["depends on hearth-testkit"]);
    }

    #[test]
    fn a_new_package_must_say_what_it_must_not_know() {
        assert_eq!(found("hearth-cloud", "serde", Value::Null), ["a package without arrows"]);
    }
}
