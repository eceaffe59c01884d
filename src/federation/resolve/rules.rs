//! What makes an actor believable: everything of theirs lies at one origin, and key and owner name each other (FEP-fe34).

use serde_json::Value;
use url::Url;

use super::Remote;
use crate::federation::fetch::Document;
use crate::federation::signature::{PublicKey, Refusal};

/// What may sign.
const KINDS: &[&str] = &["Person", "Group", "Application", "Service", "Organization"];
/// The longest address that is kept.
const ADDRESS_MAX: usize = 2_048;

/// The owner of a document that is a key and no actor: where to look next.
pub(super) fn owner_of(document: &Document) -> Option<Url> {
    let is_actor = document.text("type").is_some_and(|kind| KINDS.contains(&kind));
    let owner = document.text("owner").or_else(|| document.text("controller")).filter(|_| !is_actor)?;
    Url::parse(owner).ok().filter(|owner| owner.origin() == document.id.origin())
}

/// The actor a document shows, if the key with this address is theirs.
pub(super) fn actor_of(document: &Document, key_id: &Url, domain: &str) -> Result<Remote, Refusal> {
    let kind = document.text("type").filter(|kind| KINDS.contains(kind)).ok_or(Refusal::Unowned)?;
    let origin = document.id.origin();
    if key_id.origin() != origin || document.id.as_str().len() > ADDRESS_MAX {
        return Err(Refusal::Unowned);
    }
    let pem = pem_of(&document.value, key_id, document.id.as_str())?;
    let near = |address: Option<&str>| {
        let url = Url::parse(address?).ok().filter(|url| url.origin() == origin)?;
        (url.as_str().len() <= ADDRESS_MAX).then(|| url.to_string())
    };
    let shared = document.value.pointer("/endpoints/sharedInbox").and_then(Value::as_str);
    Ok(Remote {
        key_id: key_id.to_string(),
        actor: document.id.to_string(),
        domain: domain.to_owned(),
        kind: kind.to_owned(),
        inbox: near(document.text("inbox")).ok_or(Refusal::Unowned)?,
        shared: near(shared.or_else(|| document.text("sharedInbox"))).unwrap_or_default(),
        pem,
    })
}

/// The one key of the actor that has this address and names the actor as its owner.
fn pem_of(actor: &Value, key_id: &Url, id: &str) -> Result<String, Refusal> {
    let text = |key: &Value, name: &str| key.get(name).and_then(Value::as_str).map(str::to_owned);
    let is_it = |key: &&Value| {
        text(key, "id").and_then(|own| Url::parse(&own).ok()).as_ref() == Some(key_id)
            && text(key, "owner").or_else(|| text(key, "controller")).as_deref() == Some(id)
    };
    let mut found = listed(actor, "publicKey").chain(listed(actor, "assertionMethod")).filter(is_it);
    let (Some(key), None) = (found.next(), found.next()) else { return Err(Refusal::Unowned) };
    let read = match (text(key, "publicKeyPem"), text(key, "publicKeyMultibase")) {
        (Some(pem), None) => PublicKey::from_pem(&pem),
        (None, Some(base)) => PublicKey::from_multibase(&base),
        _ => None,
    };
    read.and_then(|key| key.to_pem().ok()).ok_or(Refusal::WrongKey)
}

/// One value or a list of them.
fn listed<'a>(actor: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    let value = actor.get(name);
    let list = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.iter().chain(value.filter(|value| value.is_object())).take(10)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const PEM: &str = "-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
-----END PUBLIC KEY-----
";

    fn actor() -> Value {
        json!({
            "id": "https://calm.example/u/a",
            "type": "Person",
            "inbox": "https://calm.example/u/a/inbox",
            "endpoints": { "sharedInbox": "https://calm.example/inbox" },
            "publicKey": { "id": "https://calm.example/u/a#main-key", "owner": "https://calm.example/u/a", "publicKeyPem": PEM },
        })
    }

    fn judged(change: impl FnOnce(&mut Value)) -> Result<Remote, Refusal> {
        let mut value = actor();
        change(&mut value);
        let id = Url::parse(value["id"].as_str().unwrap()).unwrap();
        let key_id = Url::parse("https://calm.example/u/a#main-key").unwrap();
        actor_of(&Document { id, value }, &key_id, "calm.example")
    }

    #[test]
    fn an_actor_and_its_key_name_each_other() {
        let known = judged(|_| ()).unwrap();
        assert_eq!(
            (known.actor.as_str(), known.shared.as_str()),
            ("https://calm.example/u/a", "https://calm.example/inbox")
        );
        assert!(judged(|actor| actor["publicKey"] = json!([actor["publicKey"]])).is_ok());
        let far = judged(|actor| actor["endpoints"]["sharedInbox"] = json!("https://victim.example/inbox"))
            .unwrap();
        assert_eq!(far.shared, "", "a shared inbox elsewhere is none");
    }

    #[test]
    fn whatever_does_not_fit_together_is_nobody() {
        type Lie = (&'static str, fn(&mut Value));
        let cases: [Lie; 9] = [
            ("owner elsewhere", |actor| actor["publicKey"]["owner"] = json!("https://victim.example/u/v")),
            ("another key", |actor| actor["publicKey"]["id"] = json!("https://calm.example/u/a#other")),
            ("no key", |actor| actor["publicKey"] = json!(null)),
            ("two keys of one name", |actor| {
                actor["publicKey"] = json!([actor["publicKey"], actor["publicKey"]]);
            }),
            ("no actor", |actor| actor["type"] = json!("Note")),
            ("inbox elsewhere", |actor| actor["inbox"] = json!("https://victim.example/inbox")),
            ("no inbox", |actor| actor["inbox"] = json!(7)),
            ("another origin", |actor| actor["id"] = json!("https://victim.example/u/v")),
            ("a name for an owner", |actor| {
                actor["publicKey"]["owner"] = json!(["https://calm.example/u/a"]);
            }),
        ];
        for (what, change) in cases {
            assert_eq!(judged(change), Err(Refusal::Unowned), "{what}");
        }
        let weak = judged(|actor| actor["publicKey"]["publicKeyPem"] = json!("nonsense"));
        assert_eq!(weak, Err(Refusal::WrongKey));
    }

    #[test]
    fn a_key_that_is_a_document_of_its_own_leads_to_its_owner() {
        let id = Url::parse("https://calm.example/u/a/key").unwrap();
        let document = |value| Document { id: id.clone(), value };
        let owner = |owner: &str| owner_of(&document(json!({ "id": "x", "owner": owner })));
        assert_eq!(owner("https://calm.example/u/a").unwrap().path(), "/u/a");
        assert_eq!(owner("https://victim.example/u/a"), None);
        assert_eq!(owner_of(&document(actor())), None);
    }
}
