//! Pausing an alias, closing it, closing the person's aliases in the group, and lifting all that.

use serde::{Deserialize, Serialize};

use super::{Act, Person, Refusal, Sentence, Shown};
use crate::db::{Db, Tx};
use crate::events::safety::Event;
use crate::forum::groups::{self, Group};
use crate::forum::members;
use crate::identity::aliases::{self, Own, State};
use crate::identity::{accounts, names};
use crate::jobs::{self, Job, Task};
use crate::kernel::secret::hex;
use crate::kernel::{Day, Error, FaceId, GroupId, Week};
use crate::keys::{BanTag, Keyring};
use crate::policy::{self, Action, Permit, Viewer};

/// The name of the job that turns a person away.
pub const BAR: &str = "bar-person";
/// A person is turned away within so many seconds, at random: what happens at the same moment as a decision would
/// tell whom it met.
const WITHIN_S: usize = 3_600;

/// An alias of a group, for those who look after it.
///
/// # Errors
/// Absent for a group the viewer may not know of, and for an alias it does not have; `keepers-only`.
pub fn look(db: &mut Db, viewer: &Viewer, group: &str, alias: &str) -> Result<(Group, Shown), Error> {
    let (group, own, _) = loaded(db, viewer, group, alias)?;
    let appeal = aliases::appeal_of(db, own.alias.face)?;
    let may_answer = match &appeal {
        Some(appeal) => appeal.waits() && may_read(db, viewer.face(), (group.id, appeal.by))?,
        None => false,
    };
    Ok((group, Shown { own, appeal, may_answer }))
}

/// Aliases of a group whose answers wait for this viewer, the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn unanswered(db: &mut Db, viewer: &Viewer, group: GroupId) -> Result<Vec<Own>, Error> {
    let mut theirs = Vec::new();
    for own in aliases::unanswered(db, Some(group))? {
        let by = own.appeal.as_ref().and_then(|appeal| appeal.by);
        if may_read(db, viewer.face(), (group, by))? {
            theirs.push(own);
        }
    }
    Ok(theirs)
}

/// The groups in which an answer of an alias waits for this viewer, each with how many do.
///
/// # Errors
/// A fault of the database.
pub fn waiting_in(db: &mut Db, viewer: &Viewer) -> Result<Vec<(Group, usize)>, Error> {
    let mut ids: Vec<GroupId> = aliases::unanswered(db, None)?.iter().map(|own| own.alias.group).collect();
    ids.sort_unstable_by_key(|id| id.0);
    ids.dedup();
    let mut all = Vec::new();
    for id in ids {
        let name = groups::find(db, id)?.name;
        let group = match groups::find_for(db, viewer, &name, Action::KeepAliases) {
            Ok((group, _)) => group,
            Err(Error::Absent | Error::Refused(_)) => continue,
            Err(fault) => return Err(fault),
        };
        let count = unanswered(db, viewer, id)?.len();
        if count > 0 {
            all.push((group, count));
        }
    }
    Ok(all)
}

/// Whether somebody is to read what an alias answered: not whoever decided, as long as anybody else looks after it.
fn may_read(db: &mut Db, face: FaceId, (group, by): (GroupId, Option<FaceId>)) -> Result<bool, Error> {
    if by != Some(face) {
        return Ok(true);
    }
    Ok(others(db, (group, by))? == (false, false))
}

/// Whether anybody else than whoever decided looks after the group, and after the whole community.
fn others(db: &mut Db, (group, by): (GroupId, Option<FaceId>)) -> Result<(bool, bool), Error> {
    let keepers = members::keepers(db, group)?;
    let in_group = keepers.iter().any(|keeper| Some(keeper.membership.face_id) != by);
    Ok((in_group, accounts::house_faces(db)?.iter().any(|face| Some(*face) != by)))
}

/// What nobody of a group answered since a day, or where nobody else looks after it, is read by those who look after the whole
/// community; where nobody else is there either, by whoever decided. They hear of it once. For the clockwork.
///
/// # Errors
/// A fault of the database.
pub fn lift_answers(tx: &mut Tx<'_>, before: Day) -> Result<(), Error> {
    for own in aliases::unanswered(tx, None)? {
        let Some(appeal) = own.appeal.filter(|appeal| !appeal.is_up) else { continue };
        let (in_group, above) = others(tx, (own.alias.group, appeal.by))?;
        let (group, by) = match (in_group, above) {
            (true, true) if appeal.sent_on < before => (None, appeal.by),
            (true, _) => continue,
            (false, true) => (None, appeal.by),
            (false, false) => (Some(own.alias.group), None),
        };
        aliases::set_up(tx, own.alias.face)?;
        tx.emit(Event::DecisionAnswered { group, by })?;
    }
    Ok(())
}

/// Does something about an alias. Doing so twice is the same as once.
///
/// # Errors
/// As [`look`]; `alias-takes-two` while somebody is worried about it, but for lifting.
pub fn act(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    (group, alias): (&str, &str),
    (act, why): (&Act, &Sentence),
) -> Result<(), Error> {
    let (group, own, permit) = loaded(tx, viewer, group, alias)?;
    let (face, today) = (own.alias.face, tx.now().day());
    if !matches!(act, Act::Lift(_)) && !policy::in_distress(tx, vec![face])?.is_empty() {
        return Err(Refusal::TakesTwo.into());
    }

    match act {
        Act::Pause(days) => {
            let state = (State::Muted, Some(today.plus(*days)));
            aliases::set_state(tx, &permit, face, state, why.as_str())
        }
        Act::Close => aliases::set_state(tx, &permit, face, (State::Closed, None), why.as_str()),
        Act::ClosePerson(person) => {
            if person.is_urgent {
                aliases::set_state(tx, &permit, face, (State::Closed, None), why.as_str())?;
            }
            aliases::decided(tx, &permit, face)?;
            turn_away(tx, (group.id, face), person, why)
        }
        Act::Lift(tag) => {
            jobs::call_off(tx, &word(face))?;
            if let Some(tag) = tag {
                aliases::unbar(tx, group.id, tag)?;
            }
            aliases::set_state(tx, &permit, face, (State::Live, None), "")
        }
    }
}

/// Answers what an alias said about a decision, once.
///
/// # Errors
/// As [`look`]; absent where it said nothing; `alias-answered`; `alias-decider` for whoever decided, as long as somebody else
/// looks after it.
pub fn answer(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    (group, alias): (&str, &str),
    words: &Sentence,
) -> Result<(), Error> {
    let (group, own, permit) = loaded(tx, viewer, group, alias)?;
    let appeal = aliases::appeal_of(tx, own.alias.face)?.ok_or(Error::Absent)?;
    if !appeal.waits() {
        return Err(aliases::Refusal::Answered.into());
    }
    if !may_read(tx, viewer.face(), (group.id, appeal.by))? {
        return Err(Refusal::Decider.into());
    }

    aliases::answer_appeal(tx, &permit, own.alias.face, words.as_str())
}

/// What the job carries. Not what the person is found by: in a copy made within the hour it would stand beside the
/// alias, and two aliases of one person would bear it.
#[derive(Serialize, Deserialize)]
struct Turned {
    group: GroupId,
    alias: FaceId,
    until: Week,
    why: String,
}

fn turn_away(
    tx: &mut Tx<'_>,
    (group, alias): (GroupId, FaceId),
    person: &Person,
    why: &Sentence,
) -> Result<(), Error> {
    let until = Week(tx.now().week().0 + person.weeks);
    let turned = Turned { group, alias, until, why: why.as_str().to_owned() };
    let payload = serde_json::to_string(&turned).map_err(Error::other)?;
    let after_s = i64::try_from(tx.chance().below(WITHIN_S)).unwrap_or(0);
    let task = Task { payload, dedup: Some(word(alias)), after_s, ..Task::new(BAR) };
    jobs::add(tx, &task)
}

/// Turns a person away, some time after it was decided. Where the tie ended meanwhile, nobody is behind the alias.
///
/// # Errors
/// A fault of the database.
pub fn bar(tx: &mut Tx<'_>, job: &Job, keys: &Keyring) -> Result<(), Error> {
    let turned: Turned = serde_json::from_str(&job.payload).map_err(Error::other)?;
    if let Some(tag) = tag_of(tx, keys, turned.alias)? {
        aliases::bar(tx, turned.group, &tag, turned.until)?;
    }
    aliases::close(tx, turned.alias, &turned.why)
}

/// Opens the seal of an alias: what the person behind it is found by in this group. Without its key it stays shut, and
/// the alias alone can be closed.
pub(super) fn tag_of(db: &mut Db, keys: &Keyring, face: FaceId) -> Result<Option<String>, Error> {
    let (month, seal) = aliases::seal_of(db, face)?;
    let Ok(Some(key)) = keys.epoch(&month) else { return Ok(None) };
    Ok(BanTag::open(&seal, &key, &face.to_string()).map(|tag| hex(&tag.0)))
}

/// One for each alias: were it one for each person, the second of their aliases would not be closed, and so say that
/// it is theirs.
fn word(alias: FaceId) -> String {
    format!("{BAR}:{alias}")
}

fn loaded(db: &mut Db, viewer: &Viewer, group: &str, alias: &str) -> Result<(Group, Own, Permit), Error> {
    let (group, permit) = groups::find_for(db, viewer, group, Action::KeepAliases)?;
    let own = aliases::find_named(db, group.id, &names::key(alias))?;
    Ok((group, own, permit))
}
