//! What each sees: whoever asks, whoever came, whoever might.

use super::reach::{self, Listeners};
use super::rules;
use super::store::{self, lamps};
use super::{Ask, Circle, Lamp, Need, Phase, Said, Sealer, Usual};
use crate::db::Db;
use crate::forum::lookout;
use crate::forum::threads::Author;
use crate::identity::accounts;
use crate::kernel::{AskId, Error, FaceId, Moment, PublicId};
use crate::policy::Viewer;
use crate::support::buddies;

/// Who asked; none: it is gone.
///
/// # Errors
/// A fault of the database.
pub fn asker(db: &mut Db, id: AskId) -> Result<Option<FaceId>, Error> {
    Ok(store::by_id(db, id)?.map(|ask| ask.face_id))
}

/// Somebody's own ask, while it lives.
///
/// # Errors
/// A fault of the database.
pub fn own_ask(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<Option<PublicId>, Error> {
    Ok(store::own_live(db, viewer.face(), now)?.map(|ask| ask.public_id))
}

/// Somebody's own lamp, and why they may not light it yet.
///
/// # Errors
/// A fault of the database.
pub fn own_lamp(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<(Lamp, Option<super::Refusal>), Error> {
    let lamp = lamps::own(db, viewer.face())?;
    let why = may_listen(db, viewer.face(), now)?.err();
    Ok((lamp, why))
}

/// Somebody's own lamp, with what stands around it: what its page shows and a program reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnLamp {
    /// The lamp.
    pub lamp: Lamp,
    /// Why they may not light it yet.
    pub why: Option<super::Refusal>,
    /// Whether it is lit, by hand or by its hours.
    pub is_lit: bool,
    /// Minutes for which it is lit by hand; none: it is not.
    pub minutes_left: Option<i64>,
    /// Whether they rest: nobody asks them.
    pub rests: bool,
    /// How many ask who may ask them.
    pub asks: usize,
    /// When people ask, by the clock of its owner.
    pub hours: Vec<(i64, i64)>,
    /// To how many they came within a day.
    pub stood_by: i64,
    /// Whether that is as many as they chose: nobody more asks them.
    pub is_done: bool,
}

impl OwnLamp {
    /// Reads it.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn read(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<Self, Error> {
        let (lamp, why) = own_lamp(db, viewer, now)?;
        let (around, zone) = (around(db, viewer, now)?, lamp.clock());
        let until = lamp.lit_until.filter(|until| *until > now);
        let stood_by = store::stood_by(db, viewer.face(), now)?;
        Ok(Self {
            is_lit: around.is_lit,
            minutes_left: until.map(|until| (until.seconds_since(now) + 59) / 60),
            rests: rules::rests(&lamp, now),
            asks: around.asks,
            hours: super::roster(db, &zone)?,
            is_done: rules::is_done(&lamp, stood_by),
            stood_by,
            lamp,
            why,
        })
    }

    /// Whether they are to be asked how they are, after they listened.
    #[must_use]
    pub fn looks_back(&self, now: Moment) -> bool {
        rules::looks_back(&self.lamp, now)
    }
}

/// Whether somebody who listened is to be asked how they are.
///
/// # Errors
/// A fault of the database.
pub fn looks_back(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<bool, Error> {
    Ok(lamps::find(db, viewer.face())?.is_some_and(|lamp| rules::looks_back(&lamp, now)))
}

/// Whether two were in one small room within a day. Whom somebody let go was not with them.
///
/// # Errors
/// A fault of the database.
pub fn sat_together(db: &mut Db, (one, other): (FaceId, FaceId), now: Moment) -> Result<bool, Error> {
    store::sat_together(db, one, other, now)
}

/// Whether somebody may listen at all.
pub(super) fn may_listen(
    db: &mut Db,
    face: FaceId,
    now: Moment,
) -> Result<Result<(), super::Refusal>, Error> {
    if !lamps::paused(db, &[face])?.is_empty() {
        return Ok(Err(super::Refusal::Paused));
    }
    let standing = accounts::open_among(db, &[face])?.into_iter().next();
    Ok(standing
        .ok_or(super::Refusal::Paused)
        .and_then(|(_, since, rank)| rules::may_listen(since, now.week(), rank)))
}

/// What there is of company right now, for somebody who may need it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Around {
    /// How many would be asked at once.
    pub lit: usize,
    /// Their own room, if they asked already.
    pub own: Option<PublicId>,
    /// How many ask who may ask them.
    pub asks: usize,
    /// Whether their own lamp is lit.
    pub is_lit: bool,
    /// Whether they are in a group.
    pub has_groups: bool,
}

/// Looks around.
///
/// # Errors
/// A fault of the database.
pub fn around(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<Around, Error> {
    let listeners = Listeners::read(db, now)?;
    look(db, viewer, &listeners).map(|(around, _)| around)
}

/// How far an ask begins, before its writer chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// How far: as they chose the last time, and the nearest as long as they did not.
    pub circle: Circle,
    /// Whether that is wider than they chose, because nobody there can be asked.
    pub is_wider: bool,
}

impl Default for Start {
    fn default() -> Self {
        Self { circle: Circle::Lamps, is_wider: false }
    }
}

/// What there is of company for somebody who may ask for it, and how far their ask begins.
///
/// # Errors
/// A fault of the database.
pub fn before_asking(
    db: &mut Db,
    viewer: &Viewer,
    usual: &Usual,
    now: Moment,
) -> Result<(Around, Start), Error> {
    let listeners = Listeners::read(db, now)?;
    let (around, _) = look(db, viewer, &listeners)?;
    let last = usual.find(db)?.unwrap_or(Circle::Lamps);
    let mut reaches = |circle: Circle| match circle {
        Circle::Lamps => Ok(around.lit > 0),
        _ => listeners.reached(db, viewer.face(), circle).map(|reached| !reached.is_empty()),
    };
    let own = Start { circle: last, is_wider: false };
    if reaches(last)? {
        return Ok((around, own));
    }
    // The nearest wider one that reaches anybody; else the next.
    let wider = rules::wider(last, around.has_groups);
    let mut found = wider.first().copied();
    for circle in wider {
        if reaches(circle)? {
            found = Some(circle);
            break;
        }
    }
    Ok((around, found.map_or(own, |circle| Start { circle, is_wider: true })))
}

/// Whether somebody asks whoever has their lamp on: one look for everybody else.
///
/// # Errors
/// A fault of the database.
pub fn has_asks(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<bool, Error> {
    let lamp = lamps::find(db, viewer.face())?.filter(|lamp| rules::is_lit(lamp, now));
    Ok(lamp.is_some() && around(db, viewer, now)?.asks > 0)
}

/// What there is, and who asks whom they may come to.
fn look(db: &mut Db, viewer: &Viewer, listeners: &Listeners) -> Result<(Around, Vec<Ask>), Error> {
    let (face, now) = (viewer.face(), listeners.now());
    let (mut asks, buddies) = (listeners.asks_for(db, face)?, buddies::of(db, face)?);
    // Nobody is named before somebody comes; whoever looks out for them is only led to them first.
    asks.sort_by_key(|ask| !buddies.contains(&ask.face_id));
    let around = Around {
        lit: listeners.reached(db, face, Circle::Lamps)?.len(),
        own: own_ask(db, viewer, now)?,
        asks: asks.len(),
        is_lit: listeners.own(face).is_some_and(|(lamp, _)| rules::is_lit(lamp, now)),
        has_groups: lamps::neighbours(db, face)?.is_some(),
    };
    Ok((around, asks))
}

/// Somebody asks: what a listener reads before they come. No name: that is for those who do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// What addresses call it.
    pub id: PublicId,
    /// What they need.
    pub need: Need,
    /// In a line of theirs; none: its key is not here. May be empty.
    pub line: Option<String>,
    /// Minutes for which nobody has come; none: somebody is there.
    pub waits: Option<i64>,
    /// Whether those who came have said nothing for some minutes.
    pub is_silent: bool,
}

/// Who asks whom a member may come to, first those where nobody is and who wait longest; and what else there is around them.
///
/// # Errors
/// A fault of the database.
pub fn asks_for(
    db: &mut Db,
    viewer: &Viewer,
    sealer: &Sealer,
    now: Moment,
) -> Result<(Vec<Seen>, Around), Error> {
    let listeners = Listeners::read(db, now)?;
    let (around, asks) = look(db, viewer, &listeners)?;
    let seen = asks.into_iter().map(|ask| Seen {
        line: sealer.open_line((&ask.public_id, &ask.month), &ask.line),
        is_silent: ask.is_silent,
        waits: (ask.phase == Phase::Open).then(|| now.seconds_since(ask.rung_at).max(0) / 60),
        need: ask.need,
        id: ask.public_id,
    });
    Ok((seen.collect(), around))
}

/// A small room, as those who are in it see it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Room {
    /// The ask.
    pub ask: Ask,
    /// Whether it is the reader's own.
    pub is_own: bool,
    /// Whether the reader came, and left again.
    pub has_left: bool,
    /// Who asked.
    pub asker: Option<Author>,
    /// What they said when they asked; none: its key is not here.
    pub line: Option<String>,
    /// Who is there: their seat and who they are.
    pub there: Vec<(i64, Author)>,
    /// Seats of those who stay only until somebody else comes.
    pub going: Vec<i64>,
    /// Whether that is the reader.
    pub hands_over: bool,
    /// To how many a reader who listened came within a day.
    pub stood_by: i64,
    /// What was said: whether it was the reader, who, and the words.
    pub said: Vec<(bool, Option<Author>, Option<String>)>,
    /// Whether something the reader said there meets the list of phrases. For them alone: nobody else learns of it.
    pub sounds_heavy: bool,
    /// How many are asked right now, while somebody is waited for.
    pub asked: usize,
    /// Seconds since it was asked; for its own asker while nobody is there.
    pub seconds: i64,
}

/// Reads a room; for its asker and those who came.
///
/// # Errors
/// Absent for anybody else.
pub fn room(
    db: &mut Db,
    viewer: &Viewer,
    sealer: &Sealer,
    id: &PublicId,
    now: Moment,
) -> Result<Room, Error> {
    let face = viewer.face();
    let (ask, has_left) = match store::find(db, face, id, now) {
        Ok(ask) => (ask, false),
        Err(Error::Absent) => (store::find_left(db, face, id, now)?, true),
        Err(error) => return Err(error),
    };
    let is_own = ask.face_id == face;
    let seats = if has_left { Vec::new() } else { store::seats(db, ask.id)? };
    let said = if has_left { Vec::new() } else { said(db, &ask, sealer)? };
    let mut faces: Vec<FaceId> = seats.iter().map(|seat| seat.face).collect();
    faces.extend(said.iter().map(|said| said.face).chain((!has_left).then_some(ask.face_id)));
    let people = store::people(db, &faces)?;
    let is_open = ask.phase == Phase::Open && is_own;
    let asked = if ask.is_waiting() && !has_left { reach::to_ring(db, ask.id, now)?.len() } else { 0 };
    let line = sealer.open_line((&ask.public_id, &ask.month), &ask.line).filter(|_| !has_left);
    let own_words = said.iter().filter(|said| said.face == face).filter_map(|said| said.words.as_deref());
    let phrases = lookout::list(db)?;
    let sounds_heavy = own_words.chain(line.as_deref().filter(|_| is_own)).any(|words| phrases.meets(words));
    let there = seats.iter().filter_map(|seat| Some((seat.seat?, people.get(&seat.face)?.clone())));
    let going = seats.iter().filter(|seat| seat.hands_over);
    Ok(Room {
        there: there.collect(),
        going: going.clone().filter_map(|seat| seat.seat).collect(),
        hands_over: going.clone().any(|seat| seat.face == face),
        stood_by: if is_own { 0 } else { store::stood_by(db, face, now)? },
        said: said
            .into_iter()
            .map(|said| (said.face == face, people.get(&said.face).cloned(), said.words))
            .collect(),
        asker: people.get(&ask.face_id).cloned(),
        line,
        sounds_heavy,
        seconds: if is_open { now.seconds_since(ask.rung_at).max(0) } else { 0 },
        is_own,
        has_left,
        asked,
        ask,
    })
}

/// What was said in a room, in order.
pub(super) fn said(db: &mut Db, ask: &Ask, sealer: &Sealer) -> Result<Vec<Said>, Error> {
    let words = store::words(db, ask.id)?;
    let open = |(number, face, sealed): (i64, FaceId, String)| Said {
        face,
        words: sealer.open_words((&ask.public_id, &ask.month), number, &sealed),
    };
    Ok(words.into_iter().map(open).collect())
}
