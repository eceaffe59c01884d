//! Starting a group, changing it, closing it, and its rules for content notes.

use super::rules::{self, ShortName};
use super::store::{self, Foundation};
use super::{Aliases, Group, NoteRule, Plan, Refusal, Ruled, Shape};
use crate::db::{Db, Tx};
use crate::events::forum::Event;
use crate::identity::names;
use crate::kernel::Error;
use crate::policy::{self, Action, Permit, Role, Standing, Viewer};

/// Numbers tried behind a name that is not free, before chance is asked.
const TRIES: usize = 20;

/// Starts a group; whoever starts it looks after it. Sending the same form twice starts one.
///
/// # Errors
/// `sign-in-first`; `group-name-taken` with one that is free, `group-title-taken`, and what [`rules::fit`] says.
pub fn start(tx: &mut Tx<'_>, viewer: &Viewer, plan: &Plan) -> Result<Group, Error> {
    let permit = policy::may_in_community(viewer, Action::StartGroup)?;
    let steward = plan.steward.filter(|_| *viewer == Viewer::House).unwrap_or(permit.actor());
    if let Some(before) = store::find_once(tx, steward, plan.once.as_deref())? {
        return Ok(before);
    }
    rules::fit(&plan.shape)?;
    refuse_taken_title(tx, viewer, &plan.shape, None)?;
    let name = free_name(tx, plan)?;

    let group = store::insert(tx, &permit, &Foundation { plan, name: &name })?;
    store::join_plain(tx, group.id, steward, Role::Steward)?;

    tx.emit(Event::GroupStarted { group: group.id, by: steward })?;
    store::find(tx, group.id)
}

/// Changes what a group says and how far its posts may travel. Posts that went further come back to the new ceiling.
///
/// # Errors
/// Absent for a group the viewer may not know of; `stewards-only`; as [`start`].
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, shape: &Shape) -> Result<Group, Error> {
    let (group, permit) = find_for(tx, viewer, name, Action::EditGroup)?;
    rules::fit(shape)?;
    refuse_taken_title(tx, viewer, shape, Some(&group))?;

    store::update_shape(tx, &permit, &group, shape)?;
    if shape.ceiling < group.ceiling {
        store::narrow_threads(tx, &permit, group.id, shape.ceiling)?;
    }
    if shape.aliases != Aliases::Off && group.shows_times() {
        store::forget_times(tx, &permit, group.id)?;
    }

    tx.emit(Event::GroupChanged { group: group.id, by: permit.actor() })?;
    store::find(tx, group.id)
}

/// Closes a group: it reads on, and nobody posts or joins. Closing a closed group changes nothing.
///
/// # Errors
/// Absent for a group the viewer may not know of; `stewards-only`.
pub fn close(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<Group, Error> {
    set_closed(tx, viewer, name, true)
}

/// Opens a closed group again. Twice is the same as once.
///
/// # Errors
/// As [`close`].
pub fn reopen(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<Group, Error> {
    set_closed(tx, viewer, name, false)
}

/// Says that a group has gone to one of another community, which is known here by that name; or, with an empty one, that it is
/// here. Its members stay where they are until they say otherwise themselves.
///
/// # Errors
/// Absent for a group the viewer may not know of; `stewards-only`; `group-gone-to`.
pub fn set_moved(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, to: &str) -> Result<Group, Error> {
    let (group, permit) = find_for(tx, viewer, name, Action::EditGroup)?;
    let to = match to.trim().trim_start_matches(['@', '!']) {
        "" => None,
        to => {
            let there = store::find_by_name(tx, viewer, to).map_err(|_| Refusal::GoneTo)?;
            let there =
                Some(there).filter(|there| group.elsewhere().is_none() && there.elsewhere().is_some());
            Some(there.ok_or(Refusal::GoneTo)?.id)
        }
    };
    if group.moved_to == to {
        return Ok(group);
    }

    store::set_moved_to(tx, &permit, group.id, to)?;

    tx.emit(Event::GroupChanged { group: group.id, by: permit.actor() })?;
    if to.is_some() {
        tx.emit(Event::GroupMoved { group: group.id, by: permit.actor() })?;
    }
    store::find(tx, group.id)
}

/// Closes or reopens any group, also one that its host may not look into.
///
/// # Errors
/// Absent; `sign-in-first`, `hosts-only`.
pub fn settle(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, is_closed: bool) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    let group = store::find_by_name(tx, viewer, name)?;
    if group.is_closed() == is_closed {
        return Ok(());
    }

    let closed_at = is_closed.then(|| tx.now());
    store::set_closed_at(tx, &permit, group.id, closed_at)?;

    tx.emit(Event::GroupChanged { group: group.id, by: permit.actor() })
}

fn set_closed(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, is_closed: bool) -> Result<Group, Error> {
    let (mut group, permit) = find_for(tx, viewer, name, Action::EditGroup)?;
    if group.is_closed() == is_closed {
        return Ok(group);
    }

    group.closed_at = is_closed.then(|| tx.now());
    store::set_closed_at(tx, &permit, group.id, group.closed_at)?;

    tx.emit(Event::GroupChanged { group: group.id, by: permit.actor() })?;
    Ok(group)
}

/// Says what a group does with content notes. Notes that are not named are folded.
///
/// # Errors
/// Absent for a group the viewer may not know of; `stewards-only`; `group-elsewhere`.
pub fn set_notes(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, ruled: &[Ruled]) -> Result<Group, Error> {
    let (group, permit) = find_for(tx, viewer, name, Action::EditGroup)?;
    let mut rows = Vec::new();
    for each in ruled {
        let target = match each.elsewhere.as_deref().filter(|_| each.rule == NoteRule::Elsewhere) {
            Some(other) => Some(target(tx, viewer, &group, other)?),
            None => None,
        };
        rows.push((each.note, each.rule, target));
    }

    store::replace_note_rules(tx, &permit, group.id, &rows)?;

    tx.emit(Event::GroupChanged { group: group.id, by: permit.actor() })?;
    Ok(group)
}

fn target(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    group: &Group,
    other: &str,
) -> Result<crate::kernel::GroupId, Error> {
    let other = store::find_by_name(tx, viewer, other).map_err(|_| Refusal::Elsewhere)?;
    if other.id == group.id || other.is_hidden() { Err(Refusal::Elsewhere.into()) } else { Ok(other.id) }
}

/// A title that looks like one the viewer can see is refused; of groups they may not know of, nothing is told.
fn refuse_taken_title(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    shape: &Shape,
    own: Option<&Group>,
) -> Result<(), Error> {
    let key = names::key(shape.title.as_str());
    let found = store::find_by_title(tx, viewer, &key, own.map(|group| group.id))?;
    if found.is_some() { Err(Refusal::TitleTaken.into()) } else { Ok(()) }
}

/// The name that was typed, if it is free; else one made from the title, with a number if need be.
fn free_name(tx: &mut Tx<'_>, plan: &Plan) -> Result<ShortName, Error> {
    let typed = plan.name.clone();
    let wished = typed.clone().or_else(|| ShortName::from_title(plan.shape.title.as_str()));
    if let Some(name) = &wished
        && is_free(tx, name)?
    {
        return Ok(name.clone());
    }
    let free = variant(tx, wished.as_ref())?;
    match typed {
        Some(_) => Err(Refusal::NameTaken { suggestion: free.as_str().to_owned() }.into()),
        None => Ok(free),
    }
}

fn is_free(tx: &mut Tx<'_>, name: &ShortName) -> Result<bool, Error> {
    Ok(!name.is_kept_back() && !store::is_taken(tx, &name.key())?)
}

fn variant(tx: &mut Tx<'_>, wished: Option<&ShortName>) -> Result<ShortName, Error> {
    let stem = wished.cloned().map_or_else(|| ShortName::parse("room"), Ok)?;
    for number in 2..TRIES {
        let name = stem.numbered(number);
        if is_free(tx, &name)? {
            return Ok(name);
        }
    }
    let number = 1_000 + tx.chance().below(9_000);
    Ok(stem.numbered(number))
}

/// A group in which somebody is to do something, and that they may.
///
/// # Errors
/// Absent for a group the viewer may not know of; what the action asks for.
pub fn find_for(db: &mut Db, viewer: &Viewer, name: &str, action: Action) -> Result<(Group, Permit), Error> {
    let group = store::find_by_name(db, viewer, name)?;
    let standing = Standing::in_group(db, viewer, group.id)?;
    let permit = policy::may(viewer, action, &standing)?;
    Ok((group, permit))
}
