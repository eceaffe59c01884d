//! What somebody reads of their buddies, and of a link that was given to them.

use std::collections::{BTreeSet, HashMap};

use super::{
    ASKS_A_DAY, BUDDIES_MAX, Buddy, BuddyId, BuddyLinkId, Cadence, Card, Fit, How, Link, NOTES_A_DAY, Note,
    Refusal, Sealer, store,
};
use crate::db::Db;
use crate::forum::quiet;
use crate::forum::threads::Author;
use crate::identity::accounts;
use crate::kernel::{Day, Error, FaceId, Moment, Token};
use crate::policy::Viewer;

/// A buddy, as the other sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The reader's own side.
    pub id: BuddyId,
    /// Who it is.
    pub who: Author,
    /// How often they want to hear of each other.
    pub cadence: Cadence,
    /// What they need and offer; none: its key is not here. May be empty.
    pub card: Option<Card>,
    /// What the reader showed them; none likewise.
    pub own: Option<Card>,
    /// Their latest caring note of this week.
    pub note: Option<Note>,
    /// How many kind ones the reader may still send today.
    pub left: i64,
    /// How many that ask.
    pub asks_left: i64,
    /// Whether the reader told that a hard half-hour begins, and not that it is over.
    pub is_begun: bool,
    /// Whether their account is open: nobody else reads what is sent.
    pub is_here: bool,
    /// Whether the reader's latest note is of today, and asked them for company.
    pub is_asked: bool,
}

impl Seen {
    /// Where the two cards fit.
    #[must_use]
    pub fn fit(&self, now: &Moment) -> Fit {
        let both = self.own.as_ref().zip(self.card.as_ref());
        both.map_or_else(Fit::default, |(own, theirs)| Fit::of(own, theirs, *now))
    }

    /// Whether the reader may tell them that it is hard now.
    #[must_use]
    pub fn may_be_told(&self) -> bool {
        self.may_ask() && self.card.as_ref().is_some_and(Card::may_be_told)
    }

    /// Whether the reader may ask for them.
    #[must_use]
    pub const fn may_ask(&self) -> bool {
        self.is_here && self.asks_left > 0
    }

    /// Whether the reader may tell them that a hard half-hour is over.
    #[must_use]
    pub const fn may_end(&self) -> bool {
        self.is_here && (self.is_begun || self.left > 0)
    }

    /// The notes that stand beside them, as far as the reader may send them now.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        let may = |note: &&Note| if note.asks() { self.may_ask() } else { self.is_here && self.left > 0 };
        Note::BESIDE.iter().filter(may).copied().collect()
    }
}

/// A link that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Its id.
    pub id: BuddyLinkId,
    /// How often they would like to hear of each other.
    pub cadence: Cadence,
    /// The last day on which it works.
    pub until: Day,
    /// Whom it is for, by name; none: whoever opens it.
    pub to: Option<String>,
}

/// A link, for whoever opened it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Who asks.
    pub who: Author,
    /// How often they would like to hear of each other.
    pub cadence: Cadence,
    /// What they need and offer; none: its key is not here. May be empty.
    pub card: Option<Card>,
    /// The last day on which it works.
    pub until: Day,
    /// Whether it is the reader's own.
    pub is_own: bool,
    /// Why the reader cannot say yes.
    pub why: Option<Refusal>,
}

/// Somebody's buddies, but for those whom they do not meet.
///
/// # Errors
/// A fault of the database.
pub fn list(db: &mut Db, viewer: &Viewer, sealer: &Sealer, today: Day) -> Result<Vec<Seen>, Error> {
    let me = viewer.face();
    let apart = quiet::apart(db, me)?;
    let own = store::own_sides(db, me)?;
    let theirs: HashMap<FaceId, Buddy> =
        store::their_sides(db, me)?.into_iter().map(|side| (side.face_id, side)).collect();
    let faces: Vec<FaceId> = own.iter().map(|side| side.with_face).collect();
    let people = store::people(db, &faces)?;
    let here: BTreeSet<FaceId> =
        accounts::open_among(db, &faces)?.into_iter().map(|(face, ..)| face).collect();
    let met = own.into_iter().filter(|side| !apart.contains(&side.with_face));
    let seen = met.filter_map(|side| {
        let other = theirs.get(&side.with_face)?;
        let sent = sealer.note(side.id, &side.noted, today);
        let of_today = sent.filter(|sent| sent.on == today);
        Some(Seen {
            id: side.id,
            who: people.get(&side.with_face)?.clone(),
            cadence: side.cadence,
            card: sealer.open(other.id, &other.sealed),
            own: sealer.open(side.id, &side.sealed),
            note: sealer.note(other.id, &other.noted, today).map(|noted| noted.note),
            left: of_today.map_or(NOTES_A_DAY, |sent| (NOTES_A_DAY - sent.count).max(0)),
            asks_left: of_today.map_or(ASKS_A_DAY, |sent| (ASKS_A_DAY - sent.asks).max(0)),
            is_begun: sent.is_some_and(|sent| sent.is_begun),
            is_here: here.contains(&side.with_face),
            is_asked: of_today.is_some_and(|sent| sent.note == Note::Ask),
        })
    });
    Ok(seen.collect())
}

/// Those of them who would read what is sent to them.
///
/// # Errors
/// A fault of the database.
pub fn reachable(db: &mut Db, viewer: &Viewer, sealer: &Sealer, today: Day) -> Result<Vec<Seen>, Error> {
    Ok(list(db, viewer, sealer, today)?.into_iter().filter(|seen| seen.is_here).collect())
}

/// What one of two asks in their own name, as long as it can be answered.
#[must_use]
pub fn how(sealer: &Sealer, side: &Buddy, now: Moment) -> Option<How> {
    sealer.note(side.id, &side.noted, now.day())?.how.filter(|how| how.is_open(now))
}

/// Buddies who ask in their own name how somebody is, and wait for a word: that one's side of the two, and their name.
///
/// # Errors
/// A fault of the database.
pub fn who_ask(
    db: &mut Db,
    viewer: &Viewer,
    sealer: &Sealer,
    now: Moment,
) -> Result<Vec<(BuddyId, String)>, Error> {
    let me = viewer.face();
    let theirs = store::their_sides(db, me)?;
    let waits = |side: &&Buddy| how(sealer, side, now).is_some_and(|how| how.waits(now));
    let asking: BTreeSet<FaceId> = theirs.iter().filter(waits).map(|side| side.face_id).collect();
    if asking.is_empty() {
        return Ok(Vec::new());
    }
    let own = store::own_sides(db, me)?.into_iter().filter(|side| asking.contains(&side.with_face));
    let ids: BTreeSet<BuddyId> = own.map(|side| side.id).collect();
    let seen = list(db, viewer, sealer, now.day())?.into_iter().filter(|seen| ids.contains(&seen.id));
    Ok(seen.map(|seen| (seen.id, seen.who.name)).collect())
}

/// Two buddies, from where one of them stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The side of whoever looks.
    pub own: Buddy,
    /// The other.
    pub theirs: Buddy,
}

/// Both sides, by somebody's own.
///
/// # Errors
/// Absent if it is not theirs, or the two do not meet.
pub fn pair(db: &mut Db, viewer: &Viewer, id: BuddyId) -> Result<Pair, Error> {
    let me = viewer.member()?.face;
    let own = store::find(db, me, id)?.ok_or(Error::Absent)?;
    if quiet::apart(db, me)?.contains(&own.with_face) {
        return Err(Error::Absent);
    }
    let theirs = store::other_side(db, &own)?.ok_or(Error::Absent)?;
    Ok(Pair { own, theirs })
}

/// One buddy, as the other sees them.
///
/// # Errors
/// As [`pair`].
pub fn one(
    db: &mut Db,
    viewer: &Viewer,
    sealer: &Sealer,
    (id, today): (BuddyId, Day),
) -> Result<Seen, Error> {
    list(db, viewer, sealer, today)?.into_iter().find(|seen| seen.id == id).ok_or(Error::Absent)
}

/// Buddies to whom somebody sent a caring note since a day of this week.
///
/// # Errors
/// A fault of the database.
pub fn noted_since(
    db: &mut Db,
    viewer: &Viewer,
    sealer: &Sealer,
    (since, today): (Day, Day),
) -> Result<Vec<FaceId>, Error> {
    let sides = store::own_sides(db, viewer.member()?.face)?;
    let last = |side: &Buddy| sealer.note(side.id, &side.noted, today);
    let sent = sides.into_iter().filter(|side| last(side).is_some_and(|noted| noted.on >= since));
    Ok(sent.map(|side| side.with_face).collect())
}

/// Whether the latest note of somebody to a buddy is one that may answer theirs: that a half-hour of one's own is over does not.
///
/// # Errors
/// A fault of the database.
pub fn writes_back(
    db: &mut Db,
    sealer: &Sealer,
    (by, to): (FaceId, FaceId),
    today: Day,
) -> Result<bool, Error> {
    let side = store::own_sides(db, by)?.into_iter().find(|side| side.with_face == to);
    Ok(side.is_some_and(|side| sealer.said(&side, today) != Some(Note::After)))
}

/// Whose buddy somebody is.
///
/// # Errors
/// A fault of the database.
pub fn of(db: &mut Db, me: FaceId) -> Result<Vec<FaceId>, Error> {
    Ok(store::own_sides(db, me)?.into_iter().map(|side| side.with_face).collect())
}

/// The links somebody has open.
///
/// # Errors
/// A fault of the database.
pub fn links(db: &mut Db, viewer: &Viewer, today: Day) -> Result<Vec<Open>, Error> {
    let open = store::links_of(db, viewer.face(), today)?;
    let faces: Vec<FaceId> = open.iter().filter_map(|link| link.to_face).collect();
    let people = store::people(db, &faces)?;
    let name = |face: FaceId| people.get(&face).map(|who| who.name.clone());
    let shown = open.into_iter().map(|link| Open {
        id: link.id,
        cadence: link.cadence,
        until: link.expires_on,
        to: link.to_face.and_then(name),
    });
    Ok(shown.collect())
}

/// Reads a link.
///
/// # Errors
/// Absent if it does not work for them, whyever.
pub fn met(db: &mut Db, viewer: &Viewer, sealer: &Sealer, token: &Token, today: Day) -> Result<Met, Error> {
    let me = viewer.face();
    let link = reach(db, me, token, today)?;
    let why = why_not(db, me, link.face_id)?;
    let who = store::people(db, &[link.face_id])?.remove(&link.face_id).ok_or(Error::Absent)?;
    Ok(Met {
        who,
        cadence: link.cadence,
        card: sealer.open(link.id, &link.sealed),
        until: link.expires_on,
        is_own: link.face_id == me,
        why,
    })
}

/// A link that works for somebody. One that is used, over, or of somebody they do not meet is as one that never was.
pub(super) fn reach(db: &mut Db, me: FaceId, token: &Token, today: Day) -> Result<Link, Error> {
    let link = store::look(db, token, today)?;
    let is_here = !accounts::open_among(db, &[link.face_id])?.is_empty();
    if !is_here || quiet::apart(db, me)?.contains(&link.face_id) {
        return Err(Error::Absent);
    }
    Ok(link)
}

/// Why two cannot become buddies; none: they can.
pub(super) fn why_not(db: &mut Db, me: FaceId, other: FaceId) -> Result<Option<Refusal>, Error> {
    if me == other {
        return Ok(Some(Refusal::Own));
    }
    if store::are_buddies(db, me, other)? {
        return Ok(Some(Refusal::Already));
    }
    let is_full = store::count_of(db, me)? >= BUDDIES_MAX || store::count_of(db, other)? >= BUDDIES_MAX;
    Ok(is_full.then_some(Refusal::Full))
}
