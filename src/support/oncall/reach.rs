//! Who may be asked, and by whom somebody is.

use std::collections::BTreeSet;

use super::commands::free;
use super::rules::{self, Kin, Step};
use super::store::{self, lamps};
use super::{Ask, Circle, Lamp};
use crate::db::Db;
use crate::forum::{quiet, shelter};
use crate::identity::accounts;
use crate::kernel::{AskId, Error, FaceId, Moment};

/// Everybody who is there to listen, with how many each is with already.
pub(super) struct Listeners {
    lamps: Vec<(Lamp, i64)>,
    /// Those of them who came to as many in a day as they chose.
    done: BTreeSet<FaceId>,
    now: Moment,
}

impl Listeners {
    /// Reads them: those whose account is open, who have been here long enough, are paused nowhere and in no small
    /// circle today.
    pub(super) fn read(db: &mut Db, now: Moment) -> Result<Self, Error> {
        let lamps = lamps::all(db, now)?;
        let faces: Vec<FaceId> = lamps.iter().map(|lamp| lamp.face_id).collect();
        let paused = lamps::paused(db, &faces)?;
        let resting = shelter::of_these(db, &faces, now)?;
        let known: BTreeSet<FaceId> = accounts::open_among(db, &faces)?
            .into_iter()
            .filter(|(_, since, rank)| rules::may_listen(*since, now.week(), *rank).is_ok())
            .map(|(face, ..)| face)
            .filter(|face| !paused.contains(face) && !resting.contains(face))
            .collect();
        let busy = store::busy(db, now)?;
        let with = |lamp: Lamp| {
            let busy = busy.get(&lamp.face_id).copied().unwrap_or_default();
            (lamp, busy)
        };
        let lamps: Vec<(Lamp, i64)> =
            lamps.into_iter().filter(|lamp| known.contains(&lamp.face_id)).map(with).collect();
        let came = store::came(db, now)?;
        let is_done = |lamp: &Lamp| rules::is_done(lamp, came.get(&lamp.face_id).copied().unwrap_or(0));
        let done = lamps.iter().filter(|(lamp, _)| is_done(lamp)).map(|(lamp, _)| lamp.face_id).collect();
        Ok(Self { lamps, done, now })
    }

    /// When they were read.
    pub(super) const fn now(&self) -> Moment {
        self.now
    }

    /// Whom an ask of somebody reaches that has gone so far. The one place that says who may be asked: whatever keeps two
    /// people apart belongs here.
    pub(super) fn reached(&self, db: &mut Db, asker: FaceId, circle: Circle) -> Result<Vec<FaceId>, Error> {
        let is_free = |lamp: &Lamp| !self.done.contains(&lamp.face_id);
        let is_reached =
            |lamp: &Lamp, busy, far| is_free(lamp) && rules::is_reached(lamp, busy, far, self.now);
        self.within(db, asker, circle, is_reached)
    }

    /// The nearest circle in which an ask of somebody reaches anybody but those who came already: no nearer than one, and never further
    /// than was agreed to. Where nobody is, that one.
    pub(super) fn nearest(
        &self,
        db: &mut Db,
        asker: FaceId,
        (from, consent): (Circle, Circle),
        came: &[FaceId],
    ) -> Result<Circle, Error> {
        for circle in Circle::ALL.iter().copied().filter(|circle| (from..=consent).contains(circle)) {
            if self.reached(db, asker, circle)?.iter().any(|face| !came.contains(face)) {
                return Ok(circle);
            }
        }
        Ok(from)
    }

    /// Whether it would reach a listener if they were with nobody, and had been today.
    pub(super) fn would_reach(
        &self,
        db: &mut Db,
        (asker, circle): (FaceId, Circle),
        listener: FaceId,
    ) -> Result<bool, Error> {
        let free = |lamp: &Lamp, _, far| rules::is_reached(lamp, 0, far, self.now);
        Ok(self.within(db, asker, circle, free)?.contains(&listener))
    }

    /// Somebody's own lamp, and with how many they are; none: they are not there to listen.
    pub(super) fn own(&self, face: FaceId) -> Option<&(Lamp, i64)> {
        self.lamps.iter().find(|(lamp, _)| lamp.face_id == face)
    }

    /// The asks that reach one listener, to which they may come: the same answer as [`Listeners::reached`] gives for each of them, in as
    /// many questions as for one. Who meets whom and who is in a group with whom hold both ways.
    pub(super) fn asks_for(&self, db: &mut Db, face: FaceId) -> Result<Vec<Ask>, Error> {
        let own = self.own(face).filter(|(lamp, busy)| !self.done.contains(&face) && *busy < lamp.most);
        let Some((lamp, busy)) = own else { return Ok(Vec::new()) };
        let asks = store::with_a_seat(db, self.now)?;
        if asks.is_empty() {
            return Ok(asks);
        }
        let askers: Vec<FaceId> = asks.iter().map(|ask| ask.face_id).collect();
        let (apart, grouped) = (quiet::apart(db, face)?, lamps::grouped(db, &askers)?);
        let near = lamps::neighbours(db, face)?.unwrap_or_default();
        let been = store::not_again(db, face)?;
        let kin = |asker: FaceId| match (grouped.contains(&asker), near.contains(&asker)) {
            (false, _) => Kin::Newcomer,
            (true, true) => Kin::Near,
            (true, false) => Kin::Far,
        };
        let others = asks.into_iter().filter(|ask| ask.face_id != face && !apart.contains(&ask.face_id));
        let open = others.filter(|ask| !been.contains(&ask.id));
        let is_reached = |ask: &Ask| rules::is_reached(lamp, *busy, (ask.circle, kin(ask.face_id)), self.now);
        Ok(open.filter(is_reached).collect())
    }

    fn within(
        &self,
        db: &mut Db,
        asker: FaceId,
        circle: Circle,
        is_reached: impl Fn(&Lamp, i64, (Circle, Kin)) -> bool,
    ) -> Result<Vec<FaceId>, Error> {
        let near = lamps::neighbours(db, asker)?;
        let kin = |face: FaceId| match &near {
            None => Kin::Newcomer,
            Some(near) if near.contains(&face) => Kin::Near,
            Some(_) => Kin::Far,
        };
        let apart = quiet::apart(db, asker)?;
        let others =
            self.lamps.iter().filter(|(lamp, _)| lamp.face_id != asker && !apart.contains(&lamp.face_id));
        let reached = others.filter(|(lamp, busy)| is_reached(lamp, *busy, (circle, kin(lamp.face_id))));
        Ok(reached.map(|(lamp, _)| lamp.face_id).collect())
    }
}

/// Whom an ask is to be told to now: nobody who came already, and nobody at all where nobody more may come.
pub(super) fn to_ring(db: &mut Db, id: AskId, now: Moment) -> Result<Vec<FaceId>, Error> {
    let Some(ask) = store::by_id(db, id)?.filter(|ask| ask.over_on.is_none()) else { return Ok(Vec::new()) };
    let seats = store::seats(db, id)?;
    if rules::next(ask.phase, Step::Claim).is_err() || free(&seats).is_none() {
        return Ok(Vec::new());
    }
    let there: Vec<FaceId> = seats.into_iter().map(|seat| seat.face).collect();
    let reached = Listeners::read(db, now)?.reached(db, ask.face_id, ask.circle)?;
    Ok(reached.into_iter().filter(|face| !there.contains(face)).collect())
}

/// Whether an ask rings on the devices of those whom it reaches; not once it is gone.
///
/// # Errors
/// A fault of the database.
pub fn rings(db: &mut Db, id: AskId) -> Result<bool, Error> {
    Ok(store::by_id(db, id)?.is_some_and(|ask| ask.rings()))
}

/// Whether somebody whom a listener may come to is waited for, by an ask that rings: what is on its way to them is of use no longer than that.
///
/// # Errors
/// A fault of the database.
pub fn is_called(db: &mut Db, listener: FaceId, now: Moment) -> Result<bool, Error> {
    let asks = Listeners::read(db, now)?.asks_for(db, listener)?;
    Ok(asks.iter().any(|ask| ask.rings() && ask.is_waiting()))
}
