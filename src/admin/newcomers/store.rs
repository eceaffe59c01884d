//! Every SQL statement of what a host sets for newcomers.

use diesel::prelude::*;
use diesel::update;

use super::Draft;
use crate::db::schema::community;
use crate::db::{Run, Tx};
use crate::kernel::Error;
use crate::policy::Permit;

pub(super) fn set(tx: &mut Tx<'_>, _permit: &Permit, draft: Draft) -> Result<(), Error> {
    update(community::table)
        .set((
            community::newcomer_weeks.eq(draft.weeks),
            community::newcomer_posts.eq(draft.posts),
            community::newcomer_minutes.eq(draft.minutes),
            community::watches_selling.eq(draft.watches_selling),
        ))
        .exec(tx)
        .map(drop)
}
