//! How much room somebody has, and how much waits because nobody has any.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::Room;
use crate::db::Db;
use crate::forum::export::PaceCopyJson;
use crate::forum::members::{self, Neighbour};
use crate::forum::pace;
use crate::identity::accounts;
use crate::kernel::{Day, Error, FaceId, GroupId, Moment};
use crate::policy::Role;
use crate::safety::actions::{self, Leases};
use crate::safety::reports::{self, Concern, Tier};

/// Cases that are looked through for that number.
const COUNTED: i64 = 500;

/// How much room somebody has now.
///
/// # Errors
/// A fault of the database.
pub fn room(db: &mut Db, leases: &Leases, (face, now): (FaceId, Moment)) -> Result<Room, Error> {
    let (own, today) = (pace::of(db, face)?, now.day());
    let mut counted = leases.tally().of(face, today);
    counted.extend(actions::decided_on(db, face, today)?);
    Ok(Room {
        limits: own.limits().or_less(pace::ceiling(db)?),
        today: counted,
        held: leases.held(face, now).into_iter().collect(),
        away: own.away(today),
        folds: own.folds,
    })
}

/// How many cases wait in nobody's hands while everybody who looks after them has enough for today, or is on a break. A number:
/// never whose.
///
/// # Errors
/// A fault of the database.
pub fn left_waiting(db: &mut Db, leases: &Leases, now: Moment) -> Result<usize, Error> {
    let mut crowd = Crowd { serving: BTreeMap::new(), full: BTreeMap::new() };
    let mut left = 0;
    for concern in reports::waiting(db, COUNTED)? {
        if leases.holder(concern.id, now).is_some() {
            continue;
        }
        let who = crowd.looks_at(db, &concern)?;
        let mut is_left = !who.is_empty();
        for face in who {
            is_left = is_left && crowd.is_full(db, leases, (face, now))?;
        }
        left += usize::from(is_left);
    }
    Ok(left)
}

/// Those who look after things, each asked about once.
struct Crowd {
    serving: BTreeMap<GroupId, Vec<Neighbour>>,
    full: BTreeMap<FaceId, bool>,
}

impl Crowd {
    fn is_full(&mut self, db: &mut Db, leases: &Leases, at: (FaceId, Moment)) -> Result<bool, Error> {
        if let Some(known) = self.full.get(&at.0) {
            return Ok(*known);
        }
        let is_full = room(db, leases, at)?.full().is_some();
        self.full.insert(at.0, is_full);
        Ok(is_full)
    }

    /// Whose a concern is to look at, as [`crate::policy::scope::safety::concerns`] has it.
    fn looks_at(&mut self, db: &mut Db, of: &Concern) -> Result<Vec<FaceId>, Error> {
        let mut who: Vec<FaceId> = match (of.tier, of.group_id) {
            (Tier::Group, Some(group)) => {
                let serves =
                    |role: Role| Role::KEEPERS.contains(&role) || role == Role::Responder && of.is_distress();
                self.serving(db, group)?
                    .iter()
                    .filter(|each| serves(each.membership.role))
                    .map(|each| each.membership.face_id)
                    .collect()
            }
            _ => accounts::house_faces(db)?,
        };
        if let Some(group) = of.past() {
            let keepers =
                self.serving(db, group)?.iter().filter(|each| Role::KEEPERS.contains(&each.membership.role));
            let keepers: Vec<FaceId> = keepers.map(|each| each.membership.face_id).collect();
            who.retain(|face| !keepers.contains(face));
        }
        who.retain(|face| Some(*face) != of.face_id);
        Ok(who)
    }

    fn serving(&mut self, db: &mut Db, group: GroupId) -> Result<&[Neighbour], Error> {
        Ok(match self.serving.entry(group) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(members::serving(db, group)?),
        })
    }
}

/// What somebody chose of their pace, for their own copy; none: they chose nothing.
///
/// # Errors
/// A fault of the database.
pub fn copied(db: &mut Db, face: FaceId, today: Day) -> Result<Option<PaceCopyJson>, Error> {
    let chosen = pace::caps(db, &[face])?.into_iter().next();
    Ok(chosen.map(|own| {
        let away = own.away(today);
        PaceCopyJson {
            a_day: own.limits().a_day.most(),
            at_once: own.limits().at_once.most(),
            folds: own.folds,
            is_away: away.is_some(),
            back_on: away.and_then(|away| away.back_on).map(Day::iso),
        }
    }))
}
