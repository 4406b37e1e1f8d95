//! Canonical JSON and its hash (`exchange.md` 1): keys by code point, no spaces, whole numbers only.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::model::ContentHash;

/// Writes a tree that holds no floats. Sorts by itself: a feature of some other crate in the build could make
/// `serde_json` keep the order of insertion.
pub fn write(value: &Value) -> String {
    let mut out = String::new();
    put(value, &mut out);
    out
}

/// SHA-256 of canonical JSON.
pub(super) fn hash(canonical: &str) -> ContentHash {
    ContentHash(Sha256::digest(canonical.as_bytes()).into())
}

fn put(value: &Value, out: &mut String) {
    match value {
        Value::Array(all) => {
            out.push('[');
            for (n, item) in all.iter().enumerate() {
                out.push_str(if n == 0 { "" } else { "," });
                put(item, out);
            }
            out.push(']');
        }
        Value::Object(map) => put_map(map, out),
        scalar => out.push_str(&scalar.to_string()),
    }
}

fn put_map(map: &serde_json::Map<String, Value>, out: &mut String) {
    let mut keys: Vec<_> = map.iter().collect();
    keys.sort_by(|a, b| a.0.cmp(b.0));
    out.push('{');
    for (n, (key, value)) in keys.into_iter().enumerate() {
        out.push_str(if n == 0 { "" } else { "," });
        out.push_str(&Value::String(key.clone()).to_string());
        out.push(':');
        put(value, out);
    }
    out.push('}');
}
