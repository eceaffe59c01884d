//! Several concerns by their ids, for whoever looks at them at once.

use diesel::prelude::*;

use crate::db::schema::concern;
use crate::db::{Db, Run, cols};
use crate::kernel::Error;
use crate::policy::scope::safety::{self as scope, Eyes};
use crate::safety::reports::{Concern, ConcernId};

/// Those of them that are this viewer's to look at, in no order: fifty take one statement.
///
/// # Errors
/// A fault of the database.
pub fn find_named(db: &mut Db, eyes: &Eyes, ids: Vec<ConcernId>) -> Result<Vec<Concern>, Error> {
    let theirs = concern::table.filter(concern::id.eq_any(ids)).filter(scope::concerns(eyes));
    theirs.select(cols::<Concern>()).rows(db)
}
