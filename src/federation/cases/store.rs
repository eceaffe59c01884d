//! The one SQL statement of cases about whole communities.

use diesel::prelude::*;

use crate::db::schema::far_face;
use crate::db::{Db, Run};
use crate::kernel::{Error, FaceId};

/// The community that somebody elsewhere is of; none: they are of this one.
pub(super) fn domain_of(db: &mut Db, face: FaceId) -> Result<Option<String>, Error> {
    far_face::table.find(face).select(far_face::domain).row_opt(db)
}
