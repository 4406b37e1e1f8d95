//! No network code in the program: nobody below the shell brings a client, a server or TLS.
//!
//! `Cargo.lock` alone would not tell: it also lists what only phones would build. Cargo is asked per system.

use anyhow::Result;

use super::Broken;
use crate::child;
use crate::house::House;

/// The systems the program is for.
const SYSTEMS: [&str; 3] = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"];

/// HTTP, TLS, DNS, sockets to somewhere. The same list is in `deny.toml`.
const NETWORK: &[&str] = &[
    "attohttpc",
    "awc",
    "curl",
    "curl-sys",
    "h2",
    "hickory-resolver",
    "hyper",
    "hyper-rustls",
    "hyper-tls",
    "hyper-util",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "surf",
    "tokio-rustls",
    "tokio-tungstenite",
    "tungstenite",
    "ureq",
];

/// Every network package below the shell.
///
/// # Errors
/// If cargo cannot tell the tree.
pub fn check(house: &House) -> Result<Vec<Broken>> {
    let mut broken = Vec::new();
    for system in SYSTEMS {
        let words = ["tree", "--locked", "--package", "hearthside", "--edges", "normal,build", "--prefix", "none"];
        let tree = child::output(house.cargo(&words).args(["--target", system, "--features", "custom-protocol"]))?;
        broken.extend(found(system, &tree));
    }
    Ok(broken)
}

fn found(system: &str, tree: &str) -> Vec<Broken> {
    let mut names: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|name| NETWORK.contains(name));
    let why = "nothing leaves the laptop: the program has no network code (cargo tree -i shows who brings it)";
    names
        .into_iter()
        .map(|name| Broken { place: format!("hearthside on {system}"), found: format!("builds {name}"), why })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_package_in_the_tree_is_named_once() {
        let tree = "hearthside v0.1.0 (/a)\nserde v1.0.0\nreqwest v0.13.0\nreqwest v0.13.0 (*)\n";
        let told: Vec<String> = super::found("linux", tree).into_iter().map(|broken| broken.found).collect();
        assert_eq!(told, ["builds reqwest"]);
    }

    #[test]
    fn the_same_packages_are_banned_for_cargo_deny() {
        let root = House::find().unwrap().root;
        let deny: toml::Table = std::fs::read_to_string(root.join("deny.toml")).unwrap().parse().unwrap();
        let banned = deny["bans"]["deny"].as_array().unwrap();
        let banned: Vec<&str> = banned.iter().filter_map(|one| one["crate"].as_str()).collect();
        assert_eq!(banned, NETWORK);
    }
}
