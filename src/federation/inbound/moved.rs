//! Threads that their community moved to another group.

use super::asking::Asking;
use super::model::{Outcome, Plan, plan};
use super::read::Words;
use crate::federation::far::{self, Placed};
use crate::forum::groups;
use crate::forum::threads::{self, Moving};
use crate::kernel::Error;
use crate::policy::{self, Action, Far, Standing, Viewer};

/// A thread that stands in one group of a community, and is passed on by another of the same: it has moved, if it says itself
/// that it is there.
pub(super) async fn carried(asking: &Asking<'_>, words: &Words, placed: Placed) -> Result<Plan, Error> {
    let via = asking.sender.via.clone();
    let Some(via) = via.filter(|via| placed.reply.is_none() && words.audience.contains(&via.actor)) else {
        return Ok(Plan::Drop("not-of-group"));
    };
    let stood = placed.group;
    let before = asking.look(move |db| far::far_group(db, stood)).await?;
    if before.is_none_or(|before| before.domain != via.host) {
        return Ok(Plan::Drop("not-of-group"));
    }
    Ok(plan(move |tx| {
        let viewer = Viewer::Far(Far { face: placed.author, is_partner: true, keeps: true });
        let standing = Standing::in_group(tx, &viewer, via.group)?;
        let permit = policy::may(&viewer, Action::DecideConcern, &standing)?;
        let reach = threads::find_by_id(tx, placed.thread)?.reach.min(groups::find(tx, via.group)?.ceiling);
        let to = Moving { group: via.group, reach, from: Some(stood) };
        threads::carry(tx, &permit, placed.thread, to)?;
        Ok(Outcome::Done)
    }))
}
