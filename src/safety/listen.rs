//! What is forgotten of somebody who is gone, and what goes by itself.

use super::{actions, crisis, reports, terms};
use crate::db::Tx;
use crate::events::Event;
use crate::events::identity::Event as Identity;
use crate::forum::sanctions;
use crate::identity::aliases;
use crate::kernel::{Error, Moment};

/// Hours after which what nobody decided goes up to those who look after the whole community: so it is promised.
pub const FIRST_LOOK_HOURS: i64 = 24;
/// The same in seconds.
const UP_AFTER_S: i64 = FIRST_LOOK_HOURS * 3_600;
/// Days after which an answer that nobody of the group read goes up too: the same week still.
const ANSWER_UP_DAYS: i64 = 3;
/// Days for which names and words are kept with what was decided; then only what was done when, unless it keeps somebody out.
const WORDS_DAYS: i64 = 90;
/// Days for which is kept what was done when.
const KEPT_DAYS: i64 = 400;
/// Days after which is forgotten that somebody asked to be looked out for, and what was said to them.
const FLAGS_DAYS: i64 = 30;
/// Rows that go in one turn.
const AT_ONCE: i64 = 1_000;

/// Hears one piece of news. Hearing it twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn hear(tx: &mut Tx<'_>, news: &Event) -> Result<(), Error> {
    crisis::hear(tx, news)?;
    terms::hear(tx, news)?;
    match news {
        Event::Identity(Identity::AccountErased { face, .. } | Identity::TieEnded { face, .. }) => {
            reports::unlink(tx, *face)?;
            actions::forget_face(tx, *face)
        }
        Event::Identity(_) | Event::Forum(_) | Event::Recovery(_) | Event::Safety(_) | Event::Support(_) => {
            Ok(())
        }
    }
}

/// An hour's care: what waits too long goes up, what is old goes.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    let (now, today) = (tx.now(), tx.now().day());
    reports::lift_old(tx, Moment(now.0).plus_s(-UP_AFTER_S))?;
    reports::lift_left(tx)?;
    actions::lift_answers(tx, today.plus(-ANSWER_UP_DAYS))?;
    sanctions::lift_answers(tx, today.plus(-ANSWER_UP_DAYS))?;
    aliases::forget_gone(tx)?;
    crisis::follow_up(tx)?;
    crisis::follow_setbacks(tx)?;
    crisis::sweep(tx, today.plus(-FLAGS_DAYS), AT_ONCE)?;
    reports::forget_flags(tx, today.plus(-FLAGS_DAYS), AT_ONCE)?;
    reports::sweep(tx, today.plus(-WORDS_DAYS), AT_ONCE)?;
    actions::blank(tx, today.plus(-WORDS_DAYS))?;
    actions::sweep(tx, today.plus(-KEPT_DAYS), AT_ONCE).map(drop)
}
