//! What is sent: an activity of each verb, by somebody, about something.

use serde_json::{Value, json};

/// Every verb of the table, in its order.
pub const VERBS: &[&str] = &[
    "Create",
    "Update",
    "Undo Create",
    "Undo Update",
    "Delete",
    "Undo Delete",
    "Like",
    "Undo Like",
    "EmojiReact",
    "Undo EmojiReact",
    "Dislike",
    "Undo Dislike",
    "Announce",
    "Undo Announce",
    "Follow",
    "Undo Follow",
    "Accept",
    "Reject",
    "Add",
    "Remove",
    "Lock",
    "Undo Lock",
    "Block",
    "Undo Block",
    "Flag",
    "Move",
];

/// What an activity is made of.
pub struct About<'a> {
    /// Its own address.
    pub id: &'a str,
    /// Whose it says it is.
    pub actor: &'a str,
    /// The thing it is about, as its maker would show it.
    pub object: &'a Value,
    /// The group there, whose lists the verb is about.
    pub there: &'a str,
    /// Where a group would move to.
    pub elsewhere: &'a str,
}

/// The activity itself, without its `Undo`.
pub fn plain(verb: &str, about: &About<'_>) -> Value {
    let object = match verb {
        "Create" | "Update" => about.object.clone(),
        _ => about.object["id"].clone(),
    };
    let mut activity = json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": about.id, "type": verb, "actor": about.actor, "object": object,
        "to": ["https://www.w3.org/ns/activitystreams#Public"],
    });
    let is_words = matches!(about.object["type"].as_str(), Some("Page" | "Note"));
    match verb {
        "Add" | "Remove" => {
            activity["target"] =
                json!(format!("{}/{}", about.there, if is_words { "featured" } else { "moderators" }));
        }
        "Block" => {
            activity["target"] = json!(about.there);
            activity["removeData"] = json!(true);
        }
        "EmojiReact" => activity["content"] = json!("🎉"),
        "Move" => activity["target"] = json!(about.elsewhere),
        "Flag" => activity["content"] = json!("They sell something."),
        _ => {}
    }
    activity
}

/// An `Undo` of it.
pub fn undone(id: &str, actor: &str, of: &Value) -> Value {
    json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": id, "type": "Undo", "actor": actor, "object": of,
        "to": ["https://www.w3.org/ns/activitystreams#Public"],
    })
}
