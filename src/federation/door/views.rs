//! Rows as the shapes others read.

use serde_json::{Value, json};

use super::Asker;
use super::model::{FaceRow, GroupRow, Whole};
use super::store::{self, Under};
use crate::db::Db;
use crate::federation::peers::{self, Own, View};
use crate::federation::{actors, delivery, wire};
use crate::forum::content_notes::Notes;
use crate::forum::feeds;
use crate::forum::groups::{Amount, Followers};
use crate::identity::names;
use crate::kernel::{Error, FaceId, Language, PublicId};
use crate::ui::urls;
use crate::ui::words::Words;

/// What an address answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// This.
    Is(Value),
    /// Words that were given to whoever asks, and are gone.
    Was(Value),
}

/// A group, if whoever asks may follow it.
pub fn group(db: &mut Db, asker: &Asker, name: &str) -> Result<GroupRow, Error> {
    let group = store::group(db, asker.view.eyes, name)?;
    if asker.view.may_follow(group.id) { Ok(group) } else { Err(Error::Absent) }
}

/// The groups whoever asks may follow, as far as a list says it.
pub fn groups(db: &mut Db, asker: &Asker, own: &Own) -> Result<Value, Error> {
    let rows = store::groups(db, asker.view.eyes)?;
    let theirs = rows.iter().filter(|group| asker.view.may_follow(group.id));
    let items = theirs.map(|group| wire::brief(own, (&group.name, &group.title, &group.purpose)));
    Ok(wire::plain(&wire::groups_of(own), items.collect()))
}

/// A name or an alias, by its name or as others write it.
pub fn person(db: &mut Db, asker: &Asker, name: &str) -> Result<FaceRow, Error> {
    by_key(db, asker, &names::key(&name.replace('_', " ")))
}

/// A name or an alias with words in a group that whoever asks may follow.
fn by_key(db: &mut Db, asker: &Asker, key: &str) -> Result<FaceRow, Error> {
    let (face, groups) = store::person(db, asker.view.eyes, key)?;
    if groups.into_iter().any(|group| asker.view.may_follow(group)) { Ok(face) } else { Err(Error::Absent) }
}

/// Whoever has this address here, if a community may read words of theirs.
///
/// # Errors
/// A fault of the database.
pub fn person_at(db: &mut Db, own: &Own, (host, address): (&str, &str)) -> Result<Option<FaceId>, Error> {
    let Some(name) = actors::Path::of(own, address).and_then(|path| path.name()) else { return Ok(None) };
    let Some(view) = peers::view(db, host)? else { return Ok(None) };
    match person(db, &Asker { view, host: Some(host.to_owned()) }, &name) {
        Ok(face) => Ok(Some(face.id)),
        Err(Error::Absent) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A thread; or what is left of it, if whoever asks was given it.
pub fn thread(db: &mut Db, asker: &Asker, own: &Own, id: &PublicId) -> Result<Shown, Error> {
    match find(db, asker, id) {
        Ok(row) => Ok(Shown::Is(page(db, own, &row)?)),
        Err(Error::Absent) => gone(db, asker, &format!("{}{}", own.origin, urls::thread(id))),
        Err(error) => Err(error),
    }
}

/// A reply, likewise.
pub fn reply(db: &mut Db, asker: &Asker, own: &Own, ids: (&PublicId, &PublicId)) -> Result<Shown, Error> {
    match note(db, asker, own, ids) {
        Ok(note) => Ok(Shown::Is(note)),
        Err(Error::Absent) => gone(db, asker, &format!("{}{}", own.origin, urls::reply(ids.0, ids.1))),
        Err(error) => Err(error),
    }
}

/// Words of this community as a partner would read them; absent where they do not travel, and those of others.
///
/// # Errors
/// [`Error::Absent`], or a fault of the database.
pub fn travelling(
    db: &mut Db,
    own: &Own,
    (thread, reply): (&PublicId, Option<&PublicId>),
) -> Result<Value, Error> {
    let asker = Asker { view: View::of_partner(), host: None };
    match reply {
        None => find(db, &asker, thread).and_then(|row| page(db, own, &row)),
        Some(reply) => note(db, &asker, own, (thread, reply)),
    }
}

/// A thread of this community.
fn find(db: &mut Db, asker: &Asker, id: &PublicId) -> Result<Whole, Error> {
    let row = around(db, asker, id)?;
    if row.1.kind == "remote" { Err(Error::Absent) } else { Ok(row) }
}

/// A thread in which this community speaks, whoever opened it.
fn around(db: &mut Db, asker: &Asker, id: &PublicId) -> Result<Whole, Error> {
    let row = store::thread(db, asker.view.eyes, id)?;
    if asker.view.may_follow(row.2.id) { Ok(row) } else { Err(Error::Absent) }
}

fn note(db: &mut Db, asker: &Asker, own: &Own, (thread, id): (&PublicId, &PublicId)) -> Result<Value, Error> {
    let (thread, opened_by, group) = around(db, asker, thread)?;
    let (reply, face) = store::reply(db, thread.id, id)?;
    let above = reply.parent_id.map_or(Ok(None), |id| store::above(db, id))?;
    let (to, place, to_face) = match (reply.parent_id, above) {
        (Some(to), Some((above, face))) => (Some(to), urls::reply(&thread.public_id, &above), face),
        _ => (None, urls::thread(&thread.public_id), opened_by.clone()),
    };
    let far = store::far_post(db, thread.id, to)?;
    let (author, handle) = named(db, own, &to_face)?;
    let answered =
        wire::Answered { id: far.unwrap_or_else(|| format!("{}{place}", own.origin)), author, handle };
    let said = wire::Said {
        author: face.name.clone(),
        label: label(&group.language, &face),
        note: listed(&group.language, &reply.notes, &reply.note_words),
        group: room(db, own, &group)?,
        language: group.language,
        thread: thread.public_id,
        is_far: opened_by.kind == "remote",
        reach: thread.reach,
        body: reply.body,
        on: reply.said_on,
        at: reply.said_at,
    };
    Ok(wire::reply(own, &said, &reply.public_id, &answered))
}

/// Somebody's address, and how others write them behind an @.
fn named(db: &mut Db, own: &Own, face: &FaceRow) -> Result<(String, String), Error> {
    let far = if face.kind == "remote" { store::far_face(db, face.id)? } else { None };
    Ok(match far {
        Some(actor) => (actor, face.name.clone()),
        None => {
            (actors::Path::person(&face.name).id(own), format!("{}@{}", wire::handle(&face.name), own.host))
        }
    })
}

/// A group as words name it.
fn room(db: &mut Db, own: &Own, group: &GroupRow) -> Result<wire::Room, Error> {
    Ok(match store::far_group(db, group.id)? {
        Some(id) => wire::Room { id, handle: group.name.clone() },
        None => wire::Room::ours(own, &group.name),
    })
}

fn page(db: &mut Db, own: &Own, (thread, face, group): &Whole) -> Result<Value, Error> {
    let said = wire::Said {
        author: face.name.clone(),
        note: listed(&group.language, &thread.notes, &thread.note_words),
        group: room(db, own, group)?,
        language: group.language.clone(),
        thread: thread.public_id.clone(),
        is_far: false,
        reach: thread.reach,
        label: label(&group.language, face),
        body: thread.body.clone(),
        on: thread.said_on,
        at: thread.said_at,
    };
    Ok(wire::thread(own, &said, &thread.title, (thread.locked_at.is_some(), thread.pinned_at.is_some())))
}

/// Whom somebody works for, as a sentence in the language of the group; empty: nobody they told of.
fn label(language: &str, face: &FaceRow) -> String {
    face.label.in_words(Words::of(Language::parse(language).unwrap_or(Language::En)))
}

/// Content notes as words, in the language of the group.
fn listed(language: &str, codes: &str, own: &str) -> String {
    let words = Words::of(Language::parse(language).unwrap_or(Language::En));
    let notes = Notes::stored(codes, own);
    let labels = notes.labels.iter().map(|note| words.t(&format!("note-{}", note.code())).into_owned());
    labels.chain((!notes.words.is_empty()).then_some(notes.words.clone())).collect::<Vec<_>>().join(", ")
}

/// Only whoever was given words learns that they are gone; to all others they were never there.
fn gone(db: &mut Db, asker: &Asker, id: &str) -> Result<Shown, Error> {
    let Some(host) = &asker.host else { return Err(Error::Absent) };
    if delivery::holders(db, id)?.contains(host) {
        Ok(Shown::Was(wire::tombstone(id)))
    } else {
        Err(Error::Absent)
    }
}

/// What a group passed on, newest first.
pub fn outbox(
    db: &mut Db,
    asker: &Asker,
    own: &Own,
    name: &str,
    before: Option<&PublicId>,
) -> Result<Value, Error> {
    let group = group(db, asker, name)?;
    let before = feeds::sequence(db, before)?;
    let mut rows = store::threads(db, asker.view.eyes, group.id, before, false)?;
    let at_once = usize::try_from(store::PAGE).unwrap_or(0);
    let goes_on = rows.len() > at_once;
    rows.truncate(at_once);
    let id = format!("{}/outbox", actors::Path::group(name).id(own));
    let next = rows.last().filter(|_| goes_on).map(|last| format!("{id}?before={}", last.0.public_id));
    let pages = rows.iter().map(|row| page(db, own, row)).collect::<Result<Vec<_>, _>>()?;
    let items = pages.iter().map(|page| wire::announce(&wire::create(page))).collect();
    Ok(wire::ordered(&id, items, next))
}

/// About how many follow a group from elsewhere, if those who look after it chose that others learn it; never who.
pub fn followers(db: &mut Db, asker: &Asker, own: &Own, name: &str) -> Result<Value, Error> {
    let group = group(db, asker, name)?;
    let about = match group.followers {
        Followers::Untold => None,
        Followers::Told => match Amount::of(store::count_followers(db, group.id)?) {
            Amount::About(number) => Some(number),
            Amount::Few | Amount::Unknown => None,
        },
    };
    Ok(wire::unlisted(&format!("{}/followers", actors::Path::group(&group.name).id(own)), about))
}

/// What stays at the top of a group.
pub fn featured(db: &mut Db, asker: &Asker, own: &Own, name: &str) -> Result<Value, Error> {
    let group = group(db, asker, name)?;
    let rows = store::threads(db, asker.view.eyes, group.id, None, true)?;
    let id = format!("{}/featured", actors::Path::group(name).id(own));
    let pages = rows.iter().map(|row| page(db, own, row)).collect::<Result<Vec<_>, _>>()?;
    Ok(wire::ordered(&id, pages, None))
}

/// Who looks after a group, of those whose words may travel: the others have no address.
pub fn moderators(db: &mut Db, asker: &Asker, own: &Own, name: &str) -> Result<Value, Error> {
    let group = group(db, asker, name)?;
    let mut items = Vec::new();
    for key in store::keepers(db, group.id)? {
        match by_key(db, asker, &key) {
            Ok(face) => items.push(json!(actors::Path::person(&face.name).id(own))),
            Err(Error::Absent) => {}
            Err(error) => return Err(error),
        }
    }
    let id = format!("{}/moderators", actors::Path::group(name).id(own));
    Ok(wire::ordered(&id, items, None))
}

/// A thread and all that was answered, as addresses (FEP-7888).
pub fn context(db: &mut Db, asker: &Asker, own: &Own, id: &PublicId) -> Result<Value, Error> {
    let (thread, _, group) = find(db, asker, id)?;
    let first = json!(format!("{}{}", own.origin, urls::thread(id)));
    let answers = addresses(own, id, store::replies(db, thread.id, &Under::All)?);
    let list = format!("{}{}/context", own.origin, urls::thread(id));
    let mut context = wire::ordered(&list, std::iter::once(first).chain(answers).collect(), None);
    if let Value::Object(context) = &mut context {
        context.insert("attributedTo".to_owned(), json!(actors::Path::group(&group.name).id(own)));
    }
    Ok(context)
}

/// What was answered to a thread, or to a reply of it.
pub fn replies(
    db: &mut Db,
    asker: &Asker,
    own: &Own,
    (id, to): (&PublicId, Option<&PublicId>),
) -> Result<Value, Error> {
    let (thread, ..) = find(db, asker, id)?;
    let (under, place) = match to {
        None => (Under::Thread, urls::thread(id)),
        Some(to) => (Under::Reply(store::reply(db, thread.id, to)?.0.id), urls::reply(id, to)),
    };
    let items = addresses(own, id, store::replies(db, thread.id, &under)?);
    Ok(wire::plain(&format!("{}{place}/replies", own.origin), items.collect()))
}

fn addresses(own: &Own, thread: &PublicId, ids: Vec<PublicId>) -> impl Iterator<Item = Value> {
    ids.into_iter().map(move |id| json!(format!("{}{}", own.origin, urls::reply(thread, &id))))
}
