//! What two communities write to each other about their link: an `Offer` of a `Relationship`, and its answers (decision 0024).

use serde_json::{Value, json};

use super::{Own, Promises};
use crate::federation::actors::Path;
use crate::federation::delivery::{Activity, Kind, Recipient};
use crate::federation::wire::{public, tombstone};

const CONTEXT: &str = "https://www.w3.org/ns/activitystreams";
/// What is offered, from a vocabulary of ties that others know too.
const RELATIONSHIP: &str = "http://purl.org/vocab/relationship/collaboratesWith";

/// A new address for a request or an answer. It lies within the community's own document, so that it can be looked up.
pub fn address(own: &Own, token: &str) -> String {
    format!("{}/#link-{token}", own.origin)
}

/// Asks another community to be a partner.
pub fn offer(own: &Own, domain: &str, id: &str, promises: &Promises) -> Activity {
    let them = format!("{}/", own.origin_of(domain));
    let object = json!({
        "type": "Relationship",
        "subject": Path::community().id(own),
        "relationship": RELATIONSHIP,
        "object": them,
    });
    letter(own, domain, id, json!({ "type": "Offer", "object": object, "promises": promises }))
}

/// Says yes, with what this community promises.
pub fn accept(own: &Own, domain: &str, (id, offer): (&str, &str), promises: &Promises) -> Activity {
    letter(own, domain, id, json!({ "type": "Accept", "object": offer, "promises": promises }))
}

/// Says no.
pub fn reject(own: &Own, domain: &str, (id, offer): (&str, &str)) -> Activity {
    letter(own, domain, id, json!({ "type": "Reject", "object": offer }))
}

/// Ends it, or takes the request back.
pub fn undo(own: &Own, domain: &str, (id, offer): (&str, &str)) -> Activity {
    let object = json!({ "type": "Offer", "id": offer });
    letter(own, domain, id, json!({ "type": "Undo", "object": object }))
}

/// Asks for words to be let go of, in the name of whoever signed them.
pub fn farewell(object: &str, key_id: &str) -> Activity {
    let actor = key_id.split('#').next().unwrap_or_default();
    let body = json!({
        "@context": CONTEXT,
        "id": format!("{object}#gone"),
        "type": "Delete",
        "actor": actor,
        "to": [public()],
        "object": tombstone(object),
    });
    Activity {
        kind: Kind::Delete,
        object: object.to_owned(),
        key_id: key_id.to_owned(),
        body: body.to_string().into_bytes(),
        about: String::new(),
    }
}

/// Where another community takes letters: the shared inbox every community of this program has.
pub fn recipient(own: &Own, domain: &str) -> Recipient {
    Recipient { domain: domain.to_owned(), inbox: format!("{}/inbox", own.origin_of(domain)) }
}

fn letter(own: &Own, domain: &str, id: &str, said: Value) -> Activity {
    let mut body = json!({
        "@context": CONTEXT,
        "id": id,
        "actor": Path::community().id(own),
        "to": [format!("{}/", own.origin_of(domain))],
    });
    if let (Value::Object(body), Value::Object(said)) = (&mut body, said) {
        body.extend(said);
    }
    Activity {
        kind: Kind::Link,
        object: format!("{}/", own.origin_of(domain)),
        key_id: Path::community().key_id(own),
        body: body.to_string().into_bytes(),
        about: String::new(),
    }
}
