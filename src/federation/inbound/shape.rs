//! Reading activities: fixed shapes, whatever else they carry. One value or a list of them; an address or the thing itself.

use serde_json::Value;
use url::Url;

/// The longest address.
const ADDRESS_MAX: usize = 2_048;
/// Values of one list that are looked at.
const LIST_MAX: usize = 256;

/// The one type of a thing; none if it has several or none.
pub(super) fn kind(value: &Value) -> &str {
    text(value, "type")
}

/// A text within a thing; empty if it has none.
pub(super) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The address of a thing, or of one that stands there as its address.
pub(super) fn id(value: &Value) -> Option<&str> {
    let id = value.as_str().or_else(|| value.get("id")?.as_str())?;
    (id.len() <= ADDRESS_MAX).then_some(id)
}

/// The address of what a thing names; the first of several.
pub(super) fn named<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    match value.get(name)? {
        Value::Array(all) => all.first().and_then(id),
        one => id(one),
    }
}

/// Every address that a thing names.
pub(super) fn all<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a str> {
    things(value, name).filter_map(id)
}

/// Everything that a thing names.
pub(super) fn things<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    let value = value.get(name);
    let list = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.iter().chain(value.filter(|value| !value.is_array())).take(LIST_MAX)
}

/// What an activity is about, if it stands within it.
pub(super) fn object(value: &Value) -> Option<&Value> {
    value.get("object").filter(|object| object.is_object())
}

/// Whether two addresses lie at one origin.
pub(super) fn is_same_origin(one: &str, other: &str) -> bool {
    match (Url::parse(one), Url::parse(other)) {
        (Ok(one), Ok(other)) => one.origin() == other.origin() && one.has_host(),
        _ => false,
    }
}

/// Where the community of an address stands itself; none if it is no address.
pub(super) fn root_of(address: &str) -> Option<String> {
    Url::parse(address).ok()?.join("/").ok().map(String::from)
}

/// Everybody, in the three ways it is written.
pub(super) fn is_public(address: &str) -> bool {
    matches!(address, "https://www.w3.org/ns/activitystreams#Public" | "as:Public" | "Public")
}

/// Whether a thing is for everybody.
pub(super) fn is_for_everybody(value: &Value) -> bool {
    all(value, "to").chain(all(value, "cc")).any(is_public)
}

/// Everybody a thing is for, and whatever else it says it belongs to: a group of ours may be among them.
pub(super) fn audience(value: &Value) -> impl Iterator<Item = &str> {
    ["audience", "to", "cc", "target"].into_iter().flat_map(move |name| all(value, name))
}
