//! Lists of things, and of their addresses.

use activitypub_federation::kinds::collection::{CollectionType, OrderedCollectionType};
use serde_json::{Value, json};

/// A list in its order, whole; `next` is where it goes on.
#[must_use]
pub fn ordered(id: &str, items: Vec<Value>, next: Option<String>) -> Value {
    let mut list = json!({
        "id": id,
        "type": OrderedCollectionType::OrderedCollection,
        "totalItems": items.len(),
        "orderedItems": items,
    });
    if let (Some(next), Value::Object(list)) = (next, &mut list) {
        list.insert("next".to_owned(), Value::from(next));
    }
    list
}

/// A set of which nobody is named: about how many they are, if that is told.
#[must_use]
pub fn unlisted(id: &str, about: Option<i64>) -> Value {
    let mut list = json!({ "id": id, "type": CollectionType::Collection });
    if let (Some(about), Value::Object(list)) = (about, &mut list) {
        list.insert("totalItems".to_owned(), Value::from(about));
    }
    list
}

/// A set.
#[must_use]
pub fn plain(id: &str, items: Vec<Value>) -> Value {
    json!({ "id": id, "type": CollectionType::Collection, "totalItems": items.len(), "items": items })
}
