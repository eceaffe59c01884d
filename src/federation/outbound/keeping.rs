//! What those who look after things here have to say to another community: that somebody there may not speak in a group of
//! ours, and that somebody here worries about words it keeps. The group, or this community, says it; never a person.

use serde_json::{Value, json};

use super::about::About;
use super::store;
use super::words::again;
use super::{audience, sent};
use crate::db::{Db, Tx};
use crate::federation::actors::Path;
use crate::federation::delivery::{Kind, Recipient};
use crate::federation::peers::{self, Links, Own};
use crate::federation::wire::{self, Act};
use crate::federation::{door, far, resolve};
use crate::jobs::Job;
use crate::kernel::{Error, FaceId, GroupId, Language};
use crate::policy::Reach;
use crate::safety::reports::{PassedOn, Reason, reason_label};
use crate::ui::words::Words;

/// Somebody elsewhere may not speak in a group of ours, until a day or without an end; or may again. Those who follow the
/// group are told, and their own community.
pub(super) fn decided(
    tx: &mut Tx<'_>,
    own: &Own,
    (group, face): (GroupId, FaceId),
    is_back: bool,
) -> Result<(), Error> {
    let Some(person) = door::far_face(tx, face)? else { return Ok(()) };
    let (is_paused, until) = store::paused(tx, group, face)?;
    if far::far_group(tx, group)?.is_some() || is_paused == is_back {
        return Ok(());
    }
    let Some((name, _, _, _, ceiling, _)) = store::group(tx, group)? else { return Ok(()) };
    let room = wire::Room::ours(own, &name);
    let reach = if ceiling == Reach::Everyone { Reach::Everyone } else { Reach::Partners };
    let act = Act { actor: &room.id, room: &room, reach };
    let mut block = act.does("Block", &again(tx, &room.id), &json!(person));
    if let Value::Object(map) = &mut block {
        map.insert("target".to_owned(), json!(room.id));
        map.insert("removeData".to_owned(), json!(false));
        if let Some(day) = until {
            map.insert("endTime".to_owned(), json!(format!("{}T00:00:00Z", day.iso())));
        }
    }
    if is_back {
        block = act.does("Undo", &again(tx, &room.id), &block);
    }
    let body = wire::passed_on(&room, &again(tx, &room.id), reach, &block.to_string());
    let key = Path::group(&name).key_id(own);
    let object = format!("{}#block-{face}", room.id);
    let followers = audience::of_group_itself(tx, group)?;
    let about = About { group, thread: None, reply: None }.text();
    sent(tx, (Kind::Other, &object), &key, (body.clone(), about), &followers)?;
    let home = inbox_of(tx, own, &person)?;
    let home: Vec<Recipient> =
        home.into_iter().filter(|home| !followers.iter().any(|to| to.domain == home.domain)).collect();
    sent(tx, (Kind::Other, &object), &key, (body, String::new()), &home)
}

/// A community is told that somebody here worries about something it keeps. It learns what it is about and what is the
/// matter; the words, where whoever told wishes so.
///
/// # Errors
/// A fault of the database.
pub fn pass_concern_on(tx: &mut Tx<'_>, own: &Own, job: &Job) -> Result<(), Error> {
    if peers::links(tx)? == Links::Closed {
        return Ok(());
    }
    let told: PassedOn = serde_json::from_str(&job.payload).map_err(Error::other)?;
    let author = match told.face {
        Some(face) => door::far_face(tx, face)?,
        None => None,
    };
    let group = match told.group {
        Some(group) => far::far_group(tx, group)?,
        None => None,
    };
    let post = match told.thread {
        Some(thread) => store::post(tx, own, (thread, told.reply))?.map(|post| post.address),
        None => None,
    };
    let is_about_group = told.thread.is_none() && told.face.is_none();
    let place = group.as_ref().filter(|_| is_about_group).map(|group| group.actor.clone());
    let about: Vec<String> = post.into_iter().chain(author.clone()).chain(place).collect();
    let to = match (&group, &author) {
        (Some(group), _) => Some(far::letters_to(group)),
        (None, Some(author)) => inbox_of(tx, own, author)?,
        (None, None) => None,
    };
    let (Some(to), false) = (to, about.is_empty()) else { return Ok(()) };
    let matter = Reason::parse(&told.reason).map_or_else(String::new, |reason| {
        Words::of(Language::default()).t(&reason_label(&reason)).into_owned()
    });
    let said = if told.words.is_empty() { matter } else { format!("{matter}: {}", told.words) };
    let (group, speaker) = (group.map(|group| group.actor), speaker(tx, &to)?);
    let (actor, whom) = (speaker.id(own), group.clone().or(author));
    let id = again(tx, &format!("{actor}#flag"));
    let mut flag = json!({
        "id": id,
        "type": "Flag",
        "actor": actor,
        "to": [whom],
        "object": about,
        "content": said,
        "summary": said,
    });
    if let (Value::Object(map), Some(group)) = (&mut flag, group) {
        map.insert("audience".to_owned(), json!(group));
    }
    sent(tx, (Kind::Other, &id), &speaker.key_id(own), (wire::whole(flag), String::new()), &[to])
}

/// Who tells a community of a concern: this one. Where it is not of this program, the one that reads groups for all members:
/// Lemmy hears concerns from persons alone, and lets everything else fall without a word.
fn speaker(db: &mut Db, to: &Recipient) -> Result<Path, Error> {
    let is_other = !audience::others(db, std::slice::from_ref(to))?.is_empty();
    Ok(if is_other { Path::reader() } else { Path::community() })
}

/// Where somebody elsewhere, or their community, is written to.
fn inbox_of(db: &mut Db, own: &Own, actor: &str) -> Result<Option<Recipient>, Error> {
    let Ok(url) = url::Url::parse(actor) else { return Ok(None) };
    let Ok(domain) = own.domain_of(&url) else { return Ok(None) };
    let domain = domain.as_str().to_owned();
    let known = resolve::of_actor(db, actor)?
        .map(|known| if known.shared.is_empty() { known.inbox } else { known.shared });
    match known {
        Some(inbox) => Ok(Some(Recipient { domain, inbox })),
        None => audience::at(db, own, domain).map(Some),
    }
}
