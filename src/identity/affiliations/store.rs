//! Every SQL statement of labels.

use diesel::prelude::*;
use diesel::update;

use super::{Label, Own, Tie};
use crate::db::schema::face;
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Error, FaceId, Week};
use crate::policy::Permit;

/// What stands beside a name.
///
/// # Errors
/// [`Error::Absent`] for a face that is not there.
pub fn label(db: &mut Db, face: FaceId) -> Result<Label, Error> {
    face::table.find(face).select(cols::<Label>()).row(db)
}

/// A label as its bearer finds it.
///
/// # Errors
/// As [`label`].
pub fn own(db: &mut Db, face: FaceId) -> Result<Own, Error> {
    face::table.find(face).select(cols::<Own>()).row(db)
}

pub(super) fn set(tx: &mut Tx<'_>, _permit: &Permit, face: FaceId, own: &Own) -> Result<(), Error> {
    update(face::table.find(face))
        .set((
            face::affiliation.eq(own.label.tie),
            face::affiliated_with.eq(&own.label.with),
            face::affiliation_until.eq(own.until),
            face::is_affiliation_held.eq(own.is_held),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn sweep(tx: &mut Tx<'_>, week: Week) -> Result<usize, Error> {
    update(face::table.filter(face::affiliation_until.le(week)))
        .set((
            face::affiliation.eq(Tie::None),
            face::affiliated_with.eq(""),
            face::affiliation_until.eq(None::<Week>),
            face::is_affiliation_held.eq(false),
        ))
        .exec(tx)
}
