//! Every SQL statement of invitations.

use diesel::prelude::*;
use diesel::{insert_into, update};

use super::{Invitation, Link, Offer, Refusal, Spent};
use crate::db::schema::{face, invitation};
use crate::db::{Db, OrRefuse, Run, Tx, cols, when};
use crate::kernel::{Day, Error, FaceId, GroupId, InvitationId, Token};
use crate::policy::{Permit, Viewer};

/// What a link is, without using it.
///
/// # Errors
/// `invitation-ended` if it does not work today.
pub fn look(db: &mut Db, token: &Token, today: Day) -> Result<Invitation, Error> {
    invitation::table
        .filter(invitation::token_hash.eq(token.hash()))
        .filter(invitation::uses_left.gt(0))
        .filter(invitation::expires_on.ge(today))
        .select(cols::<Invitation>())
        .row_opt(db)?
        .ok_or_else(|| Refusal::Ended.into())
}

/// The links that still work, newest expiry first: all of a group, or the viewer's own into the community.
///
/// The caller has asked whether the viewer looks after the group.
///
/// # Errors
/// A fault of the database.
pub fn list(db: &mut Db, viewer: &Viewer, group: Option<GroupId>, today: Day) -> Result<Vec<Link>, Error> {
    let own = group.is_none().then_some(viewer.face());
    invitation::table
        .inner_join(face::table)
        .filter(when(group, |group| invitation::group_id.eq(group)))
        .filter(when(own, |face| invitation::group_id.is_null().and(invitation::made_by.eq(face))))
        .filter(invitation::uses_left.gt(0))
        .filter(invitation::expires_on.ge(today))
        .order((invitation::expires_on.desc(), invitation::id))
        .select(cols::<Link>())
        .rows(db)
}

/// Forgets links that ended before `today`.
///
/// # Errors
/// A fault of the database.
pub fn prune(tx: &mut Tx<'_>, today: Day) -> Result<usize, Error> {
    diesel::delete(invitation::table.filter(invitation::expires_on.lt(today).or(invitation::uses_left.le(0))))
        .exec(tx)
}

/// Takes back every link somebody made: they are going.
///
/// # Errors
/// A fault of the database.
pub fn drop_all(tx: &mut Tx<'_>, made_by: FaceId) -> Result<(), Error> {
    diesel::delete(invitation::table.filter(invitation::made_by.eq(made_by))).exec(tx).map(drop)
}

pub(super) fn find(db: &mut Db, id: InvitationId) -> Result<Option<Invitation>, Error> {
    invitation::table.filter(invitation::id.eq(id)).select(cols::<Invitation>()).row_opt(db)
}

/// The link this face made with this token before, if it did: the answer to a second press.
pub(super) fn find_own(db: &mut Db, maker: FaceId, token: &Token) -> Result<Option<Invitation>, Error> {
    invitation::table
        .filter(invitation::token_hash.eq(token.hash()))
        .filter(invitation::made_by.eq(maker))
        .select(cols::<Invitation>())
        .row_opt(db)
}

pub(super) fn count_open(db: &mut Db, maker: FaceId, today: Day) -> Result<i64, Error> {
    invitation::table
        .filter(invitation::made_by.eq(maker))
        .filter(invitation::uses_left.gt(0))
        .filter(invitation::expires_on.ge(today))
        .count()
        .row(db)
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit,
    offer: &Offer,
    token: &Token,
) -> Result<Invitation, Error> {
    let (id, today) = (InvitationId(tx.chance().id()), tx.now().day());
    insert_into(invitation::table)
        .values((
            invitation::id.eq(id),
            invitation::token_hash.eq(token.hash()),
            invitation::made_by.eq(permit.actor()),
            invitation::group_id.eq(offer.group),
            invitation::label.eq(offer.label.as_str()),
            invitation::uses_left.eq(offer.uses.count()),
            invitation::expires_on.eq(today.plus(offer.days.count())),
        ))
        .returning(cols::<Invitation>())
        .row(tx)
        .or_refuse(Refusal::Ended)
}

pub(super) fn delete(tx: &mut Tx<'_>, id: InvitationId) -> Result<(), Error> {
    diesel::delete(invitation::table.filter(invitation::id.eq(id))).exec(tx).map(drop)
}

/// Counts and takes in one statement, so that the last use is taken once.
pub(super) fn use_one(tx: &mut Tx<'_>, token: &Token, today: Day) -> Result<Option<Spent>, Error> {
    let works = invitation::table
        .filter(invitation::token_hash.eq(token.hash()))
        .filter(invitation::uses_left.gt(0))
        .filter(invitation::expires_on.ge(today));
    let spent: Option<(Option<GroupId>, FaceId)> = update(works)
        .set(invitation::uses_left.eq(invitation::uses_left - 1))
        .returning((invitation::group_id, invitation::made_by))
        .row_opt(tx)?;
    Ok(spent.map(|(group, by)| Spent { group, by }))
}
