//! The grammar as JSON Schema, for editors. Draft-07 by name, kept to the words of draft 4 (`enum`, `oneOf`,
//! no `const`, no `if`), because the usual TOML editor tool knows no more.

use serde_json::{Map, Value, json};

use super::grammar::{BLOCKS, BRANCH, CHOICE, COMMON, KINDS, Key, Shape, TOP, own_keys};

/// The schema of an authored file, as kept in `assets/exercises/exercise-1.schema.json`.
#[must_use]
pub fn schema() -> String {
    let mut root = object(TOP.iter());
    root["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    root["title"] = json!("Hearthside exercise, format 1");
    root["definitions"] = json!({ "choice": definition(CHOICE), "then": definition(BRANCH) });
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

fn definition(shape: Shape) -> Value {
    if let Shape::Named(_, keys) = shape { object(keys.iter()) } else { of(shape) }
}

fn object<'a>(keys: impl Iterator<Item = &'a Key>) -> Value {
    let (mut properties, mut needed) = (Map::new(), Vec::new());
    for key in keys {
        properties.insert(key.name.to_owned(), of(key.shape));
        if key.needed {
            needed.push(key.name);
        }
    }
    let mut object = json!({ "type": "object", "additionalProperties": false, "properties": properties });
    // Draft 4 forbids an empty list here.
    if !needed.is_empty() {
        object["required"] = json!(needed);
    }
    object
}

fn of(shape: Shape) -> Value {
    match shape {
        Shape::Text(most) => json!({ "type": "string", "minLength": 1, "maxLength": most }),
        Shape::Id => named("[a-z][a-z0-9-]{0,31}"),
        Shape::StepId => named("[a-z][a-z0-9-]{0,31}(\\.reply)?"),
        Shape::Slug => named("[a-z][a-z0-9-]{0,63}"),
        Shape::Uid => named("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        Shape::Lang => named("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*"),
        Shape::Source => named("@agreements/due|[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?"),
        Shape::Number(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Word(words) => json!({ "type": "string", "enum": words }),
        Shape::List(of_what, low, high) => {
            json!({ "type": "array", "items": of(*of_what), "minItems": low, "maxItems": high })
        }
        Shape::Object(keys) => object(keys.iter()),
        Shape::Named(name, _) => json!({ "$ref": format!("#/definitions/{name}") }),
        Shape::Map(of_what) => json!({ "type": "object", "additionalProperties": of(*of_what) }),
        Shape::Condition => json!({ "type": "string", "minLength": 1, "maxLength": 2000 }),
        Shape::Step => json!({ "oneOf": steps() }),
    }
}

fn named(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": format!("^({pattern})$") })
}

/// A block, or one of the seventeen kinds.
fn steps() -> Vec<Value> {
    let part = COMMON.iter().filter(|k| k.name == "part");
    let mut block = object(part);
    block["properties"]["block"] = json!({ "type": "string", "enum": BLOCKS });
    block["required"] = json!(["block"]);
    std::iter::once(block).chain(KINDS.map(step)).collect()
}

fn step(kind: &str) -> Value {
    let mut step = object(COMMON.iter().filter(|k| k.name != "block").chain(own_keys(kind)));
    step["properties"]["kind"] = json!({ "type": "string", "enum": [kind] });
    step
}
