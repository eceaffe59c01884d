//! What this community says of itself and its words, in the shapes others read. Pure: rows in, JSON out.

mod activity;
mod actor;
mod collection;
mod discovery;
mod object;
#[cfg(test)]
mod tests;

pub use activity::{Act, follow, gone, passed_on, sign_of, whole};
pub use actor::{About, brief, community, group, groups_of, handle, person, reader};
pub use collection::{ordered, plain, unlisted};
pub use discovery::{host_meta, nodeinfo, nodeinfo_links, webfinger};
pub use object::{Answered, Room, Said, announce, create, reply, thread, tombstone};

use serde_json::{Value, json};

/// What our words mean: ActivityStreams, keys, and the few terms of others that we use. Nobody has to fetch anything of ours.
#[must_use]
pub fn with_context(mut value: Value) -> Value {
    let context = json!([
        "https://www.w3.org/ns/activitystreams",
        "https://w3id.org/security/v1",
        {
            "lemmy": "https://join-lemmy.org/ns#",
            "toot": "http://joinmastodon.org/ns#",
            "gts": "https://gotosocial.org/ns#",
            "sensitive": "as:sensitive",
            "manuallyApprovesFollowers": "as:manuallyApprovesFollowers",
            "Hashtag": "as:Hashtag",
            "moderators": { "@id": "lemmy:moderators", "@type": "@id" },
            "commentsEnabled": "lemmy:commentsEnabled",
            "postingRestrictedToMods": "lemmy:postingRestrictedToMods",
            "stickied": "lemmy:stickied",
            "featured": { "@id": "toot:featured", "@type": "@id" },
            "discoverable": "toot:discoverable",
            "indexable": "toot:indexable",
            "interactionPolicy": { "@id": "gts:interactionPolicy", "@type": "@id" },
            "canQuote": { "@id": "gts:canQuote", "@type": "@id" },
            "canReply": { "@id": "gts:canReply", "@type": "@id" },
            "automaticApproval": { "@id": "gts:automaticApproval", "@type": "@id" },
        },
    ]);
    if let Value::Object(map) = &mut value {
        map.shift_insert(0, "@context".to_owned(), context);
    }
    value
}

/// Everybody, as addresses name them.
#[must_use]
pub fn public() -> String {
    activitypub_federation::kinds::public().to_string()
}
