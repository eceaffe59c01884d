//! What is erased of somebody who is gone, what ends where somebody is paused, and what ends between two who do not meet any more.

use super::{buddies, oncall};
use crate::db::Tx;
use crate::events::{Event, forum, identity};
use crate::kernel::Error;

/// Hears one piece of news. Hearing it twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn hear(tx: &mut Tx<'_>, news: &Event) -> Result<(), Error> {
    match news {
        Event::Identity(identity::Event::AccountErased { face, .. }) => {
            oncall::erase(tx, *face)?;
            buddies::erase(tx, *face)
        }
        Event::Identity(identity::Event::StandingChanged { face }) => oncall::stand_down(tx, *face),
        Event::Forum(forum::Event::MemberPaused { face, .. }) => oncall::paused(tx, *face),
        Event::Forum(forum::Event::PeopleParted { by, from }) => {
            oncall::part(tx, *by, *from)?;
            buddies::part(tx, *by, *from)
        }
        Event::Identity(_) | Event::Forum(_) | Event::Recovery(_) | Event::Safety(_) | Event::Support(_) => {
            Ok(())
        }
    }
}
