//! Every SQL statement of buddies and of their links. Reads begin from whose they are.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Buddy, BuddyId, BuddyLinkId, Cadence, DAYS, LineHeld, Link, LinkHeld, NoteHeld, Refusal};
use crate::db::schema::{buddy, buddy_link, face};
use crate::db::{Db, OrRefuse, Run, Tx, cols};
use crate::forum::threads::Author;
use crate::kernel::{Day, Error, FaceId, Token};
use crate::keys::Sealed;
use crate::policy::Permit;

/// A link that works today, by what its address holds.
pub(super) fn look(db: &mut Db, token: &Token, today: Day) -> Result<Link, Error> {
    buddy_link::table
        .filter(buddy_link::token_hash.eq(token.hash()))
        .filter(buddy_link::expires_on.ge(today))
        .filter(buddy_link::to_face.is_null())
        .select(cols::<Link>())
        .row(db)
}

/// The links that were made for somebody.
pub(super) fn links_to(db: &mut Db, me: FaceId, today: Day) -> Result<Vec<Link>, Error> {
    buddy_link::table
        .filter(buddy_link::to_face.eq(me))
        .filter(buddy_link::expires_on.ge(today))
        .order((buddy_link::expires_on, buddy_link::id))
        .select(cols::<Link>())
        .rows(db)
}

/// The links somebody has open, those that end last first.
pub(super) fn links_of(db: &mut Db, me: FaceId, today: Day) -> Result<Vec<Link>, Error> {
    buddy_link::table
        .filter(buddy_link::face_id.eq(me))
        .filter(buddy_link::expires_on.ge(today))
        .order((buddy_link::expires_on.desc(), buddy_link::id))
        .select(cols::<Link>())
        .rows(db)
}

/// The link this face made with this token before: the answer to a second press.
pub(super) fn find_own(db: &mut Db, me: FaceId, token: &Token) -> Result<Option<Link>, Error> {
    buddy_link::table
        .filter(buddy_link::token_hash.eq(token.hash()))
        .filter(buddy_link::face_id.eq(me))
        .select(cols::<Link>())
        .row_opt(db)
}

pub(super) fn insert_link(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (id, token, whom): (BuddyLinkId, &Token, Option<FaceId>),
    cadence: Cadence,
    sealed: &Sealed<LinkHeld>,
) -> Result<(), Error> {
    let today = tx.now().day();
    insert_into(buddy_link::table)
        .values((
            buddy_link::id.eq(id),
            buddy_link::token_hash.eq(token.hash()),
            buddy_link::face_id.eq(permit.actor()),
            buddy_link::cadence.eq(cadence),
            buddy_link::sealed.eq(sealed),
            buddy_link::expires_on.eq(today.plus(DAYS)),
            buddy_link::to_face.eq(whom),
        ))
        .exec(tx)
        .or_refuse(Refusal::Links)
        .map(drop)
}

/// Takes the one use of a link; false: somebody else was there first.
pub(super) fn use_up(tx: &mut Tx<'_>, _permit: &Permit, id: BuddyLinkId) -> Result<bool, Error> {
    Ok(delete(buddy_link::table.filter(buddy_link::id.eq(id))).exec(tx)? > 0)
}

pub(super) fn withdraw(tx: &mut Tx<'_>, permit: &Permit, id: BuddyLinkId) -> Result<(), Error> {
    let own = buddy_link::table.filter(buddy_link::id.eq(id)).filter(buddy_link::face_id.eq(permit.actor()));
    delete(own).exec(tx).map(drop)
}

/// Links whose time is over go.
pub(super) fn sweep(tx: &mut Tx<'_>, today: Day) -> Result<(), Error> {
    delete(buddy_link::table.filter(buddy_link::expires_on.lt(today))).exec(tx).map(drop)
}

/// The sides of a member's buddies that are their own.
pub(super) fn own_sides(db: &mut Db, me: FaceId) -> Result<Vec<Buddy>, Error> {
    buddy::table.filter(buddy::face_id.eq(me)).order(buddy::id).select(cols::<Buddy>()).rows(db)
}

/// The other sides.
pub(super) fn their_sides(db: &mut Db, me: FaceId) -> Result<Vec<Buddy>, Error> {
    buddy::table.filter(buddy::with_face.eq(me)).order(buddy::id).select(cols::<Buddy>()).rows(db)
}

/// A side of somebody's own.
pub(super) fn find(db: &mut Db, me: FaceId, id: BuddyId) -> Result<Option<Buddy>, Error> {
    buddy::table.filter(buddy::id.eq(id)).filter(buddy::face_id.eq(me)).select(cols::<Buddy>()).row_opt(db)
}

/// The side of the other of two.
pub(super) fn other_side(db: &mut Db, own: &Buddy) -> Result<Option<Buddy>, Error> {
    buddy::table
        .filter(buddy::face_id.eq(own.with_face))
        .filter(buddy::with_face.eq(own.face_id))
        .select(cols::<Buddy>())
        .row_opt(db)
}

/// A side, whoever asks: for the house's own work.
///
/// # Errors
/// A fault of the database.
pub fn side(db: &mut Db, id: BuddyId) -> Result<Option<Buddy>, Error> {
    buddy::table.filter(buddy::id.eq(id)).select(cols::<Buddy>()).row_opt(db)
}

pub(super) fn count_of(db: &mut Db, who: FaceId) -> Result<i64, Error> {
    buddy::table.filter(buddy::face_id.eq(who)).count().row(db)
}

pub(super) fn are_buddies(db: &mut Db, me: FaceId, other: FaceId) -> Result<bool, Error> {
    let pair = buddy::table.filter(buddy::face_id.eq(me)).filter(buddy::with_face.eq(other));
    Ok(pair.count().row::<i64>(db)? > 0)
}

pub(super) fn insert_side(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    (id, me, other): (BuddyId, FaceId, FaceId),
    cadence: Cadence,
    (sealed, noted): (&Sealed<LineHeld>, &Sealed<NoteHeld>),
) -> Result<(), Error> {
    insert_into(buddy::table)
        .values((
            buddy::id.eq(id),
            buddy::face_id.eq(me),
            buddy::with_face.eq(other),
            buddy::cadence.eq(cadence),
            buddy::sealed.eq(sealed),
            buddy::noted.eq(noted),
        ))
        .exec(tx)
        .or_refuse(Refusal::Already)
        .map(drop)
}

pub(super) fn set_note(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: BuddyId,
    noted: &Sealed<NoteHeld>,
) -> Result<(), Error> {
    put_note(tx, id, noted)
}

/// The same, where the house does it.
pub(super) fn put_note(tx: &mut Tx<'_>, id: BuddyId, noted: &Sealed<NoteHeld>) -> Result<(), Error> {
    update(buddy::table.filter(buddy::id.eq(id))).set(buddy::noted.eq(noted)).exec(tx).map(drop)
}

/// The latest note of every side that ever sent one.
pub(super) fn notes(db: &mut Db) -> Result<Vec<(BuddyId, Sealed<NoteHeld>)>, Error> {
    buddy::table.filter(buddy::noted.ne("")).order(buddy::id).select((buddy::id, buddy::noted)).rows(db)
}

pub(super) fn notes_sealed_by(
    db: &mut Db,
    mark: &str,
    limit: i64,
) -> Result<Vec<(BuddyId, Sealed<NoteHeld>)>, Error> {
    buddy::table
        .filter(buddy::noted.like(format!("{mark}%")))
        .order(buddy::id)
        .limit(limit)
        .select((buddy::id, buddy::noted))
        .rows(db)
}

/// Both sides of two go.
pub(super) fn remove(tx: &mut Tx<'_>, _permit: &Permit, pair: (FaceId, FaceId)) -> Result<(), Error> {
    part(tx, pair)
}

/// The same, where the house does it because of what one of them said elsewhere.
pub(super) fn part(tx: &mut Tx<'_>, (me, other): (FaceId, FaceId)) -> Result<(), Error> {
    for (by, to) in [(me, other), (other, me)] {
        let asked = buddy_link::table.filter(buddy_link::face_id.eq(by)).filter(buddy_link::to_face.eq(to));
        delete(asked).exec(tx)?;
    }
    let own = buddy::table.filter(buddy::face_id.eq(me)).filter(buddy::with_face.eq(other));
    delete(own).exec(tx)?;
    let theirs = buddy::table.filter(buddy::face_id.eq(other)).filter(buddy::with_face.eq(me));
    delete(theirs).exec(tx).map(drop)
}

/// Erases what a member made and was part of.
pub(super) fn erase(tx: &mut Tx<'_>, gone: FaceId) -> Result<(), Error> {
    let links = buddy_link::table.filter(buddy_link::face_id.eq(gone).or(buddy_link::to_face.eq(gone)));
    delete(links).exec(tx)?;
    delete(buddy::table.filter(buddy::face_id.eq(gone).or(buddy::with_face.eq(gone)))).exec(tx).map(drop)
}

/// Names and faces of these.
pub(super) fn people(db: &mut Db, faces: &[FaceId]) -> Result<HashMap<FaceId, Author>, Error> {
    let rows: Vec<(FaceId, Author)> =
        face::table.filter(face::id.eq_any(faces.to_vec())).select((face::id, cols::<Author>())).rows(db)?;
    Ok(rows.into_iter().collect())
}

pub(super) fn links_sealed_by(
    db: &mut Db,
    mark: &str,
    limit: i64,
) -> Result<Vec<(BuddyLinkId, Sealed<LinkHeld>)>, Error> {
    buddy_link::table
        .filter(buddy_link::sealed.like(format!("{mark}%")))
        .order(buddy_link::id)
        .limit(limit)
        .select((buddy_link::id, buddy_link::sealed))
        .rows(db)
}

pub(super) fn set_link(tx: &mut Tx<'_>, id: BuddyLinkId, sealed: &Sealed<LinkHeld>) -> Result<(), Error> {
    update(buddy_link::table.filter(buddy_link::id.eq(id)))
        .set(buddy_link::sealed.eq(sealed))
        .exec(tx)
        .map(drop)
}

pub(super) fn sides_sealed_by(
    db: &mut Db,
    mark: &str,
    limit: i64,
) -> Result<Vec<(BuddyId, Sealed<LineHeld>)>, Error> {
    buddy::table
        .filter(buddy::sealed.like(format!("{mark}%")))
        .order(buddy::id)
        .limit(limit)
        .select((buddy::id, buddy::sealed))
        .rows(db)
}

/// The same, where somebody changes their own.
pub(super) fn keep_card(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: BuddyId,
    sealed: &Sealed<LineHeld>,
) -> Result<(), Error> {
    set_side(tx, id, sealed)
}

pub(super) fn set_side(tx: &mut Tx<'_>, id: BuddyId, sealed: &Sealed<LineHeld>) -> Result<(), Error> {
    update(buddy::table.filter(buddy::id.eq(id))).set(buddy::sealed.eq(sealed)).exec(tx).map(drop)
}
