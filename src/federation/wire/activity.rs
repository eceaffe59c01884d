//! What somebody does, in the shapes others read, and how a group passes it on byte for byte.

use serde_json::{Value, json};

use super::object::Room;
use super::with_context;
use crate::federation::actors::Path;
use crate::federation::peers::Own;
use crate::forum::reactions::Reaction;
use crate::policy::Reach;

/// Something done in a group, by one of its people or by the group itself.
#[derive(Debug, Clone)]
pub struct Act<'a> {
    /// The address of whoever does it.
    pub actor: &'a str,
    /// Where.
    pub room: &'a Room,
    /// How far the words it is about travel.
    pub reach: Reach,
}

impl Act<'_> {
    /// Does this to that; the address is the caller's, new for each time it is done.
    #[must_use]
    pub fn does(&self, kind: &str, id: &str, object: &Value) -> Value {
        json!({
            "id": id,
            "type": kind,
            "actor": self.actor,
            "to": [self.room.id, self.room.everybody(self.reach)],
            "cc": [],
            "audience": self.room.id,
            "object": object,
        })
    }

    /// A kind word for a post (FEP-c0e0). Never addressed to the open web.
    #[must_use]
    pub fn likes(&self, id: &str, post: &str, word: Reaction) -> Value {
        json!({
            "id": id,
            "type": "Like",
            "actor": self.actor,
            "to": [self.room.id],
            "cc": [],
            "audience": self.room.id,
            "object": post,
            "content": sign_of(word),
        })
    }
}

/// The sign that stands for a kind word on the network.
#[must_use]
pub const fn sign_of(word: Reaction) -> &'static str {
    match word {
        Reaction::With => "\u{1FAC2}",
        Reaction::Same => "\u{1F64B}",
        Reaction::Proud => "\u{1F31F}",
        Reaction::Thanks => "\u{1F64F}",
    }
}

/// This community follows a group elsewhere.
#[must_use]
pub fn follow(own: &Own, id: &str, group: &str) -> Value {
    json!({ "id": id, "type": "Follow", "actor": Path::reader().id(own), "to": [group], "object": group })
}

/// An activity as a group passes it on (FEP-1b12): what it holds is not read and written anew, so that nothing in it is lost.
///
/// `raw` is JSON, as it came or as it was written here.
#[must_use]
pub fn passed_on(room: &Room, id: &str, reach: Reach, raw: &str) -> Vec<u8> {
    let wrapper = with_context(json!({
        "id": id,
        "type": "Announce",
        "actor": room.id,
        "to": [room.everybody(reach)],
        "cc": [format!("{}/followers", room.id)],
    }));
    let wrapper = wrapper.to_string();
    format!("{},\"object\":{raw}}}", wrapper.trim_end_matches('}')).into_bytes()
}

/// An activity as it leaves by itself.
#[must_use]
pub fn whole(activity: Value) -> Vec<u8> {
    with_context(activity).to_string().into_bytes()
}

/// What is told of somebody who is gone for good.
#[must_use]
pub fn gone(actor: &str) -> Value {
    json!({
        "id": format!("{actor}#gone"),
        "type": "Delete",
        "actor": actor,
        "to": ["https://www.w3.org/ns/activitystreams#Public"],
        "object": actor,
        "removeData": true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_on_stays_as_it_came_to_the_byte() {
        let own = Own::at("https://porch.example");
        let room = Room::ours(&own, "evenings");
        let raw = r#"{ "type":"Create",  "unheard_of": {"b":1.50,"a":"\u00e9}}"} }"#;
        let body =
            String::from_utf8(passed_on(&room, "https://porch.example/g/evenings#1", Reach::Partners, raw))
                .unwrap();
        assert!(body.contains(raw), "{body}");
        let value: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(
            (&value["type"], &value["object"]["unheard_of"]["a"]),
            (&json!("Announce"), &json!("é}}"))
        );
        assert_eq!(value["actor"], "https://porch.example/g/evenings");
        assert!(!body.contains("#Public"));
    }
}
