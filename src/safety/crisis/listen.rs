//! What the lane does when others announce something.

use super::{commands, store};
use crate::db::Tx;
use crate::events::Event;
use crate::events::forum::Event as Forum;
use crate::events::identity::Event as Identity;
use crate::events::recovery::Event as Recovery;
use crate::kernel::Error;
use crate::safety::reports;

/// Hears one piece of news. Hearing it twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn hear(tx: &mut Tx<'_>, news: &Event) -> Result<(), Error> {
    match news {
        Event::Forum(Forum::LookoutRaised { thread, reply, is_asked, is_met }) => {
            reports::flag(tx, (*thread, *reply), (*is_asked, *is_met))
        }
        Event::Recovery(Recovery::CircleLookoutRaised { face }) => reports::flag_person(tx, *face),
        Event::Forum(Forum::SetbackTold { thread, by }) => commands::await_after(tx, *thread, *by),
        Event::Identity(Identity::AccountErased { face, .. } | Identity::TieEnded { face, .. }) => {
            store::forget(tx, *face)
        }
        Event::Forum(_) | Event::Identity(_) | Event::Recovery(_) | Event::Safety(_) | Event::Support(_) => {
            Ok(())
        }
    }
}
