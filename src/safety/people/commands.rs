//! Letting somebody back who is out.

use super::store;
use crate::db::Tx;
use crate::events::safety::Event;
use crate::forum::{groups, members};
use crate::kernel::Error;
use crate::policy::{self, Role, Standing, Viewer};
use crate::safety::actions::{self, Verb};
use crate::safety::reports::Tier;

/// Lets somebody back into a group, whatever put them out of it and however long ago; or, where no group is named, lets
/// somebody of another community near again. Whoever is in stays so.
///
/// # Errors
/// `sign-in-first`, `keepers-only`; absent for a group one does not know of, or a name that has no place there.
pub fn let_back(tx: &mut Tx<'_>, viewer: &Viewer, (group, name): (Option<&str>, &str)) -> Result<(), Error> {
    let Some(group) = group else {
        let permit = actions::may_decide(tx, viewer, (Tier::House, None))?;
        let face = store::find_far(tx, name)?;

        members::let_near(tx, &permit, face)?;
        return actions::ended_at(tx, &permit, (None, face), &[Verb::PauseFar, Verb::CloseFar]);
    };
    let group = groups::find_by_name(tx, viewer, group)?.id;
    let permit = actions::may_decide(tx, viewer, (Tier::Group, Some(group)))?;
    // What a group decided is its own people's, whatever rank somebody has; and whoever is out has no role: nobody lets
    // themself back.
    let role = Standing::in_group(tx, viewer, group)?.role;
    if !role.is_some_and(|role| Role::KEEPERS.contains(&role)) {
        return Err(policy::Refusal::KeepersOnly.into());
    }
    let (face, is_paused) = store::find_place(tx, group, name)?;
    if !is_paused {
        return Ok(());
    }

    members::let_back(tx, &permit, group, face)?;
    actions::ended_at(tx, &permit, (Some(group), face), &[Verb::Pause, Verb::Close])?;

    tx.emit(Event::Decided { face, group: Some(group) })
}
