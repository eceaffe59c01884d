//! Giving people and groups elsewhere their place here.

use super::{About, names, pictures, store};
use crate::db::Tx;
use crate::events::identity::Event;
use crate::federation::resolve;
use crate::forum::groups::{self, Group, Purpose, Title};
use crate::kernel::{Error, FaceId, GroupId};

/// Letters of a title, and how many are left to the group's own if its community has a long name.
const TITLE_MAX: usize = 60;
const TITLE_MIN: usize = 20;
/// Why there is no room for a name.
const NO_NAME: &str = "no free name for somebody elsewhere";

/// The face of somebody elsewhere; made the first time words of theirs come. `told` is what they call themselves, if that is
/// known.
///
/// # Errors
/// A fault of the database.
pub fn face(tx: &mut Tx<'_>, actor: &str, domain: &str, told: Option<&str>) -> Result<FaceId, Error> {
    if let Some(known) = store::far_face(tx, actor)? {
        return Ok(known);
    }
    let from_address = names::from_address(actor);
    let handle = names::handle(told.unwrap_or(&from_address));
    for (name, key) in names::whole(&handle, domain) {
        if !store::is_name_taken(tx, &key)? {
            return store::insert_face(tx, (actor, domain), (&name, &key));
        }
    }
    Err(Error::other(NO_NAME))
}

/// The place of a group elsewhere; made the first time somebody here looks for it, brought up to date after that.
///
/// # Errors
/// A fault of the database; `peer-domain` for one that lies nowhere.
pub fn mirror(tx: &mut Tx<'_>, about: &About) -> Result<Group, Error> {
    let about = &pictures::taken(tx, about)?;
    if let Some(known) = store::far_group_by_actor(tx, &about.actor)? {
        refresh(tx, known.group_id, about)?;
        return groups::find(tx, known.group_id);
    }
    let handle = names::group_handle(&about.handle);
    for (name, key) in names::whole(&handle, &about.domain) {
        if !store::is_group_taken(tx, &key)? {
            let id = store::insert_group(tx, about, (&name, &key), &said(about))?;
            return groups::find(tx, id);
        }
    }
    Err(Error::other(NO_NAME))
}

/// What a group elsewhere says of itself has changed. Its reach only ever narrows what stands here already.
///
/// # Errors
/// A fault of the database.
pub fn refresh(tx: &mut Tx<'_>, id: GroupId, about: &About) -> Result<(), Error> {
    let about = &pictures::taken(tx, about)?;
    store::update_group(tx, id, about, &said(about))
}

/// Title and purpose. The title says where the group is: people here may have one that is called the same, and whoever picks
/// a group to share in must not take one for the other.
fn said(about: &About) -> (String, String) {
    let title = Title::clipped(&about.title);
    let title =
        if title.as_str().is_empty() { names::group_handle(&about.handle) } else { title.into_string() };
    let room = TITLE_MAX.saturating_sub(about.domain.chars().count() + " · ".len()).max(TITLE_MIN);
    let short: String = title.chars().take(room).collect();
    let title = Title::clipped(&format!("{} · {}", short.trim_end(), about.domain));
    (title.into_string(), Purpose::clipped(&about.purpose).into_string())
}

#[test]
fn the_title_of_a_group_elsewhere_says_where_it_is() {
    let about = |title: &str, domain: &str| About {
        title: title.to_owned(),
        domain: domain.to_owned(),
        handle: "owls".to_owned(),
        actor: String::new(),
        purpose: String::new(),
        language: String::new(),
        reach: crate::policy::Reach::Partners,
        inbox: String::new(),
        shared: String::new(),
        outbox: String::new(),
        moderators: Vec::new(),
    };
    assert_eq!(said(&about("Night owls", "quiet.example")).0, "Night owls · quiet.example");
    assert_eq!(said(&about("", "quiet.example")).0, "owls · quiet.example");
    let long = said(&about(&"a".repeat(80), "quiet.example")).0;
    assert!(long.ends_with("a · quiet.example") && long.chars().count() <= TITLE_MAX, "{long}");
    let longer = said(&about("Night owls", &"very.".repeat(40))).0;
    assert!(longer.starts_with("Night owls · very.") && longer.chars().count() <= TITLE_MAX, "{longer}");
}

/// Somebody elsewhere is gone for good: their words go, what they follow goes, and nothing is kept of who they were.
///
/// # Errors
/// A fault of the database.
pub fn bury(tx: &mut Tx<'_>, actor: &str) -> Result<bool, Error> {
    resolve::forget(tx, actor)?;
    store::forget_followers(tx, actor)?;
    let Some(face) = store::far_face(tx, actor)? else { return Ok(false) };
    store::forget_face(tx, face)?;
    tx.emit(Event::AccountErased { face, takes_words_back: true })?;
    Ok(true)
}
