//! What came into a group of ours, passed on to those who follow it: byte for byte, in the transaction that made it stand.

use serde_json::{Value, json};

use super::asking::Asking;
use crate::db::Tx;
use crate::federation::actors::{self, Path};
use crate::federation::delivery::{self, Activity, Kind};
use crate::federation::far;
use crate::federation::peers::Own;
use crate::forum::groups;
use crate::kernel::{Error, GroupId, PublicId};

/// An activity that a group of ours passes on.
#[derive(Clone)]
pub(super) struct Relay {
    own: Own,
    group: GroupId,
    does: Kind,
    object: String,
    raw: Vec<u8>,
}

impl Relay {
    /// The activity being read, if the group is ours; its key is made if need be.
    pub async fn of(
        asking: &Asking<'_>,
        group: GroupId,
        does: Kind,
        object: Option<String>,
    ) -> Result<Option<Self>, Error> {
        let name = asking
            .look(move |db| {
                let is_far = far::far_group(db, group)?.is_some();
                Ok((!is_far).then_some(groups::find(db, group)?.name))
            })
            .await?;
        let (Some(name), Some(object)) = (name, object) else { return Ok(None) };
        actors::public_key(asking.app, Path::group(&name), None).await?;
        Ok(Some(Self { own: asking.own.clone(), group, does, object, raw: asking.raw.clone() }))
    }

    pub fn pass_on(&self, tx: &mut Tx<'_>) -> Result<(), Error> {
        Self::within(tx, &self.own, self.group, (self.does, &self.object, &self.raw))
    }

    /// Passes an activity on, if the group is ours and somebody follows it.
    pub fn within(
        tx: &mut Tx<'_>,
        own: &Own,
        group: GroupId,
        (does, object, raw): (Kind, &str, &[u8]),
    ) -> Result<(), Error> {
        if far::far_group(tx, group)?.is_some() {
            return Ok(());
        }
        let recipients = far::recipients(tx, group)?;
        let path = Path::group(&groups::find(tx, group)?.name);
        let id = format!("{}#announce-{}", path.id(own), PublicId::new(tx.chance()));
        let Some(body) = announce(&id, &path.id(own), raw) else { return Ok(()) };
        let letter = Activity {
            kind: does,
            object: object.to_owned(),
            key_id: path.key_id(own),
            body,
            about: format!("group:{group}"),
        };
        delivery::enqueue(tx, &letter, &recipients)
    }
}

/// The group's word around the activity, whose bytes are left as they came.
fn announce(id: &str, group: &str, raw: &[u8]) -> Option<Vec<u8>> {
    let read: Value = serde_json::from_slice(raw).ok()?;
    let followers = format!("{group}/followers");
    let is_public = super::shape::is_for_everybody(&read);
    let to = if is_public { "https://www.w3.org/ns/activitystreams#Public" } else { followers.as_str() };
    let around = json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": id,
        "type": "Announce",
        "actor": group,
        "to": [to],
        "cc": [followers],
    });
    let around = around.to_string();
    let mut whole = around.strip_suffix('}')?.as_bytes().to_vec();
    whole.extend_from_slice(b",\"object\":");
    whole.extend_from_slice(raw);
    whole.push(b'}');
    Some(whole)
}

#[test]
fn what_is_passed_on_is_as_it_came() {
    let raw = br#"{"type":"Create", "odd":{"b":1.50,"a":[ ]},"to":"as:Public"}"#;
    let body = String::from_utf8(announce("i", "g", raw).unwrap()).unwrap();
    assert!(body.contains(std::str::from_utf8(raw).unwrap()), "{body}");
    assert!(body.contains("activitystreams#Public"), "{body}");
    assert!(announce("i", "g", b"{").is_none());
}
