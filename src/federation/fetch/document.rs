//! JSON from elsewhere: one reading or none. What two programs could read in two ways is refused before anybody reads it.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use url::Url;

use super::Trouble;

/// How deep it may be nested.
const DEEPEST: usize = 32;
/// The longest key; ours and everybody's are shorter.
const KEY_MAX: usize = 200;

/// A document that was fetched from where it lives.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The address it came from, and says it has.
    pub id: Url,
    /// What it says.
    pub value: Value,
}

impl Document {
    /// A text within it.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.value.get(name)?.as_str()
    }
}

/// Reads JSON: UTF-8, an object, not too deep, each key once, no number beyond what every program holds.
///
/// # Errors
/// [`Trouble::Unreadable`].
pub fn parse(bytes: &[u8]) -> Result<Value, Trouble> {
    if depth(bytes) > DEEPEST {
        return Err(Trouble::Unreadable);
    }
    let Once(value) = serde_json::from_slice(bytes).map_err(|_| Trouble::Unreadable)?;
    if value.is_object() { Ok(value) } else { Err(Trouble::Unreadable) }
}

/// How deep brackets are nested, outside of texts. Counted before anything is built.
fn depth(bytes: &[u8]) -> usize {
    let (mut depth, mut deepest, mut in_text, mut is_escaped) = (0_usize, 0, false, false);
    for byte in bytes {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_text => is_escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// A value in which no key stands twice.
struct Once(Value);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Once;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON that reads in one way")
    }
    fn visit_unit<E>(self) -> Result<Once, E> {
        Ok(Once(Value::Null))
    }
    fn visit_bool<E>(self, value: bool) -> Result<Once, E> {
        Ok(Once(Value::Bool(value)))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Once, E> {
        Ok(Once(Value::from(value)))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Once, E> {
        Ok(Once(Value::from(value)))
    }
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Once, E> {
        Number::from_f64(value)
            .map(|number| Once(Value::Number(number)))
            .ok_or_else(|| E::custom("not a number"))
    }
    fn visit_str<E: de::Error>(self, value: &str) -> Result<Once, E> {
        if value.contains('\0') { Err(E::custom("a null in a text")) } else { Ok(Once(Value::from(value))) }
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Once, A::Error> {
        let mut all = Vec::new();
        while let Some(Once(value)) = seq.next_element()? {
            all.push(value);
        }
        Ok(Once(Value::Array(all)))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Once, A::Error> {
        let mut all = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if key.len() > KEY_MAX || key.contains('\0') {
                return Err(de::Error::custom("a key nobody uses"));
            }
            let Once(value) = map.next_value()?;
            if all.insert(key, value).is_some() {
                return Err(de::Error::custom("a key stands twice"));
            }
        }
        Ok(Once(Value::Object(all)))
    }
}

#[test]
fn what_reads_in_two_ways_is_not_read() {
    let deep = |depth: usize| format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    assert_eq!(parse(br#"{"actor":"a","to":["b",{"c":1.5}],"x":null,"y":true}"#).unwrap()["to"][1]["c"], 1.5);
    assert!(parse(deep(32).as_bytes()).is_ok());
    assert!(parse(br#"{"brackets in a text":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"[["}"#).is_ok());
    for text in [
        r#"{"actor":"a","actor":"b"}"#,
        r#"{"o":{"id":"a","\u0069d":"b"}}"#,
        "[]",
        "\"a\"",
        "",
        "{",
        r#"{"a":1} {"b":2}"#,
        r#"{"a":"\ud800"}"#,
        r#"{"a":"\u0000"}"#,
        r#"{"a":1e999}"#,
        "{\"a\":NaN}",
        &deep(33),
        &deep(100_000),
    ] {
        assert_eq!(parse(text.as_bytes()), Err(Trouble::Unreadable), "{}", &text[..text.len().min(60)]);
    }
    assert_eq!(parse(b"{\"a\":\"\xff\"}"), Err(Trouble::Unreadable), "not UTF-8");
}
