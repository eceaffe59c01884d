//! Words that are given and changed, what is done with threads, and kind words: from a group of ours to those who follow it,
//! and from people here to a group elsewhere.

use serde_json::{Value, json};

use super::about::About;
use super::store::Post;
use super::{audience, sent};
use crate::db::Tx;
use crate::federation::delivery::{self, Kind, Recipient};
use crate::federation::peers::Own;
use crate::federation::wire::{self, Act};
use crate::federation::{actors, door, far};
use crate::forum::reactions::Reaction;
use crate::kernel::{Error, PublicId};
use crate::policy::Reach;

/// What is done with words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Create,
    Update,
}

/// Words of somebody here were given, or changed.
pub(super) fn said(tx: &mut Tx<'_>, own: &Own, post: &Post, verb: Verb) -> Result<(), Error> {
    if post.is_remote() {
        // Of what came, the group has passed on the very letter when it was opened.
        return if verb == Verb::Create { passed_on_late(tx, own, post) } else { Ok(()) };
    }
    let ids = (&post.ids.0, post.ids.1.as_ref());
    let object = match door::travelling(tx, own, ids) {
        Err(Error::Absent) => return Ok(()),
        object => object?,
    };
    let speaker = post.speaker();
    let (kind, activity) = match verb {
        Verb::Create => (Kind::Create, wire::create(&object)),
        Verb::Update => {
            let (actor, id) = (speaker.id(own), again(tx, &post.address));
            let act = Act { actor: &actor, room: &post.room, reach: post.reach };
            (Kind::Update, act.does("Update", &id, &object))
        }
    };
    sent_on(tx, own, post, (kind, &post.address), (&activity, &speaker))?;
    let is_new = verb == Verb::Create && post.reply.is_none() && post.far.is_none();
    if is_new && post.reach == Reach::Everyone { bare(tx, own, post) } else { Ok(()) }
}

/// An activity of somebody here in a group: passed on by a group of ours, or posted to one elsewhere.
fn sent_on(
    tx: &mut Tx<'_>,
    own: &Own,
    post: &Post,
    (kind, object): (Kind, &str),
    (activity, speaker): (&Value, &actors::Path),
) -> Result<(), Error> {
    let about = about(post);
    match &post.far {
        None => {
            let to = audience::followers(tx, post)?;
            let id = format!("{}/announce", activity.get("id").and_then(Value::as_str).unwrap_or_default());
            let body = wire::passed_on(&post.room, &id, post.reach, &activity.to_string());
            sent(tx, (kind, object), &key_of_room(own, post), (body, about), &to)
        }
        Some(group) => {
            let (body, to) = (wire::whole(activity.clone()), [far::letters_to(group)]);
            sent(tx, (kind, object), &speaker.key_id(own), (body, about), &to)
        }
    }
}

/// A new thread once more, as those read it who know no groups.
fn bare(tx: &mut Tx<'_>, own: &Own, post: &Post) -> Result<(), Error> {
    let to = audience::followers(tx, post)?;
    let to = audience::others(tx, &to)?;
    announced(tx, own, post, &to)
}

/// Words from elsewhere that waited for a look before they stood: the letter they came in is gone, their address is not.
fn passed_on_late(tx: &mut Tx<'_>, own: &Own, post: &Post) -> Result<(), Error> {
    if post.far.is_some() {
        return Ok(());
    }
    let mut to = audience::followers(tx, post)?;
    let mut known = delivery::awaiting(tx, &post.address)?;
    known.extend(delivery::holders(tx, &post.address)?);
    to.retain(|to| !known.contains(&to.domain));
    announced(tx, own, post, &to)
}

/// Words that stand in a group of ours now, and stood in another: by their address, since their first letter told of that one.
pub(super) fn anew(tx: &mut Tx<'_>, own: &Own, post: &Post, to: &[Recipient]) -> Result<(), Error> {
    let (id, object) = (again(tx, &post.room.id), json!(post.address).to_string());
    let body = wire::passed_on(&post.room, &id, post.reach, &object);
    sent(tx, (Kind::Create, &post.address), &key_of_room(own, post), (body, about(post)), to)
}

fn announced(tx: &mut Tx<'_>, own: &Own, post: &Post, to: &[Recipient]) -> Result<(), Error> {
    let (id, object) = (format!("{}#announce", post.address), json!(post.address).to_string());
    let body = wire::passed_on(&post.room, &id, post.reach, &object);
    sent(tx, (Kind::Other, &id), &key_of_room(own, post), (body, about(post)), to)
}

/// What is done with a thread by those who look after its group. The group itself does it: nobody elsewhere learns who.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    Lock,
    Unlock,
    Pin,
    Unpin,
}

pub(super) fn kept(tx: &mut Tx<'_>, own: &Own, post: &Post, deed: Deed) -> Result<(), Error> {
    if post.far.is_some() {
        return Ok(());
    }
    let act = Act { actor: &post.room.id, room: &post.room, reach: post.reach };
    let (object, id) = (json!(post.address), again(tx, &post.room.id));
    let mut activity = match deed {
        Deed::Lock => act.does("Lock", &id, &object),
        Deed::Unlock => {
            let lock = act.does("Lock", &again(tx, &post.room.id), &object);
            act.does("Undo", &id, &lock)
        }
        Deed::Pin => act.does("Add", &id, &object),
        Deed::Unpin => act.does("Remove", &id, &object),
    };
    if let (Deed::Pin | Deed::Unpin, Value::Object(map)) = (deed, &mut activity) {
        map.insert("target".to_owned(), json!(format!("{}/featured", post.room.id)));
    }
    sent_on(tx, own, post, (Kind::Other, &post.address), (&activity, &post.speaker()))
}

/// A kind word, as it stands now: put, changed, or taken back.
pub(super) fn liked(
    tx: &mut Tx<'_>,
    own: &Own,
    post: &Post,
    giver: &str,
    word: Option<Reaction>,
) -> Result<(), Error> {
    let giver = actors::Path::person(giver);
    let actor = giver.id(own);
    let place = post.ids.1.as_ref().unwrap_or(&post.ids.0);
    let like = format!("{actor}#like-{place}");
    let id = again(tx, &like);
    let act = Act { actor: &actor, room: &post.room, reach: post.reach };
    let Some(word) = word else { return unliked(tx, own, post, (&giver, &like), &id) };
    let activity = act.likes(&id, &post.address, word);
    sent_on(tx, own, post, (Kind::Create, &like), (&activity, &giver))
}

/// Whoever was told of a kind word is told that it is taken back, and nobody else.
fn unliked(
    tx: &mut Tx<'_>,
    own: &Own,
    post: &Post,
    (giver, like): (&actors::Path, &str),
    id: &str,
) -> Result<(), Error> {
    let (actor, to) = (giver.id(own), audience::holders(tx, own, like)?);
    let act = Act { actor: &actor, room: &post.room, reach: Reach::Partners };
    let what = json!({ "id": like, "type": "Like", "actor": actor, "object": post.address });
    let undo = act.does("Undo", id, &what);
    let (key, body) = match post.far {
        None => {
            let body =
                wire::passed_on(&post.room, &format!("{id}/announce"), Reach::Partners, &undo.to_string());
            (key_of_room(own, post), body)
        }
        Some(_) => (giver.key_id(own), wire::whole(undo)),
    };
    sent(tx, (Kind::Delete, like), &key, (body, String::new()), &to)
}

/// The key of the group of a post; only a group of ours has one.
pub(super) fn key_of_room(own: &Own, post: &Post) -> String {
    let path = actors::Path::of(own, &post.room.id);
    path.map(|path| path.key_id(own)).unwrap_or_default()
}

fn about(post: &Post) -> String {
    About { group: post.group, thread: Some(post.thread), reply: post.reply }.text()
}

/// An address for something that can be done to the same thing again.
pub(super) fn again(tx: &mut Tx<'_>, what: &str) -> String {
    let mark = PublicId::new(tx.chance());
    if what.contains('#') { format!("{what}-{mark}") } else { format!("{what}#{mark}") }
}
