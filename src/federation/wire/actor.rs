//! Actors: the community, a group, a name or an alias.

use activitypub_federation::kinds::actor::{ApplicationType, GroupType, PersonType};
use serde_json::{Value, json};

use crate::federation::actors::Path;
use crate::federation::peers::Own;
use crate::kernel::markdown;

/// RFC 9421, as FEP-844e names what a community can.
const RFC9421: &str = "https://datatracker.ietf.org/doc/html/rfc9421";

/// What is said of a group.
#[derive(Debug, Clone)]
pub struct About {
    /// Short, in addresses.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// Who it is for.
    pub purpose: String,
    /// Its language.
    pub language: String,
    /// Whether it reads on and nobody posts.
    pub is_closed: bool,
    /// Whether its posts may face the open web.
    pub is_open: bool,
    /// Whether search engines may read it.
    pub is_indexed: bool,
    /// The address of the group it has gone to.
    pub moved_to: Option<String>,
}

/// The community itself: it signs what is fetched, and speaks for its host.
#[must_use]
pub fn community(own: &Own, (name, sentence): (&str, &str), pem: &str) -> Value {
    let path = Path::community();
    let mut actor = base(own, &path, pem);
    extend(
        &mut actor,
        json!({
            "type": ApplicationType::Application,
            // What everybody else calls a community without a name of its own: its host.
            "preferredUsername": own.host.split(':').next().unwrap_or_default(),
            "name": name,
            "summary": markdown::render(sentence).as_str(),
            "inbox": format!("{}/inbox", own.origin),
            "outbox": format!("{}/outbox", own.origin),
            "streams": [groups_of(own)],
            "url": path.id(own),
            "manuallyApprovesFollowers": true,
            "discoverable": false,
            "indexable": false,
            "implements": [{ "href": RFC9421, "name": "RFC-9421: HTTP Message Signatures" }],
        }),
    );
    actor
}

/// The one that follows groups elsewhere for all members: a person to those who let only people follow, and nobody here.
#[must_use]
pub fn reader(own: &Own, name: &str, pem: &str) -> Value {
    let path = Path::reader();
    let mut actor = base(own, &path, pem);
    extend(
        &mut actor,
        json!({
            "type": PersonType::Person,
            "preferredUsername": "reader",
            "name": name,
            "inbox": format!("{}/inbox", own.origin),
            "outbox": format!("{}/outbox", own.origin),
            "url": format!("{}/", own.origin),
            "webfinger": format!("reader@{}", own.host),
            "manuallyApprovesFollowers": true,
            "discoverable": false,
            "indexable": false,
        }),
    );
    actor
}

/// Where a community lists its groups.
#[must_use]
pub fn groups_of(own: &Own) -> String {
    format!("{}/groups", own.origin)
}

/// A group in a list: enough to go and look at it.
#[must_use]
pub fn brief(own: &Own, (name, title, purpose): (&str, &str, &str)) -> Value {
    json!({
        "id": Path::group(name).id(own),
        "type": GroupType::Group,
        "preferredUsername": name,
        "name": title,
        "summary": markdown::render(purpose).as_str(),
    })
}

/// A group.
#[must_use]
pub fn group(own: &Own, about: &About, pem: &str) -> Value {
    let path = Path::group(&about.name);
    let id = path.id(own);
    let mut actor = base(own, &path, pem);
    extend(
        &mut actor,
        json!({
            "type": GroupType::Group,
            "preferredUsername": about.name,
            "name": about.title,
            "summary": markdown::render(&about.purpose).as_str(),
            "source": { "content": about.purpose, "mediaType": "text/markdown" },
            "inbox": format!("{id}/inbox"),
            "outbox": format!("{id}/outbox"),
            "followers": format!("{id}/followers"),
            "featured": format!("{id}/featured"),
            "attributedTo": format!("{id}/moderators"),
            "moderators": format!("{id}/moderators"),
            "url": id,
            "webfinger": format!("{}@{}", about.name, own.host),
            "language": { "identifier": about.language },
            "postingRestrictedToMods": about.is_closed,
            "manuallyApprovesFollowers": !about.is_open,
            "discoverable": about.is_open,
            "indexable": about.is_open && about.is_indexed,
        }),
    );
    if let Some(to) = &about.moved_to {
        extend(&mut actor, json!({ "movedTo": to }));
    }
    actor
}

/// A name or an alias; others cannot tell which. No picture, no date, nobody to follow.
#[must_use]
pub fn person(own: &Own, (name, about): (&str, &str), pem: &str) -> Value {
    let path = Path::person(name);
    let id = path.id(own);
    let handle = handle(name);
    let mut actor = base(own, &path, pem);
    extend(
        &mut actor,
        json!({
            "type": PersonType::Person,
            "preferredUsername": handle,
            "name": name,
            "inbox": format!("{id}/inbox"),
            "outbox": format!("{id}/outbox"),
            "followers": format!("{id}/followers"),
            "url": id,
            "webfinger": format!("{handle}@{}", own.host),
            "manuallyApprovesFollowers": true,
            "discoverable": false,
            "indexable": false,
        }),
    );
    if !about.is_empty() {
        extend(&mut actor, json!({ "summary": markdown::render(about).as_str() }));
    }
    actor
}

/// A name as others write it behind an @: without spaces.
#[must_use]
pub fn handle(name: &str) -> String {
    name.chars().map(|letter| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' }).collect()
}

fn base(own: &Own, path: &Path, pem: &str) -> Value {
    json!({
        "id": path.id(own),
        "endpoints": { "sharedInbox": format!("{}/inbox", own.origin) },
        "publicKey": { "id": path.key_id(own), "owner": path.id(own), "publicKeyPem": pem },
    })
}

fn extend(actor: &mut Value, more: Value) {
    if let (Value::Object(actor), Value::Object(more)) = (actor, more) {
        actor.extend(more);
    }
}
