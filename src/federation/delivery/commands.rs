//! What puts letters on their way, and takes them back.

use super::store;
use super::{Activity, Kind, LETTERS, Recipient};
use crate::db::{Tx, Wake};
use crate::jobs::{Job, Task};
use crate::kernel::{Error, FaceId};

/// Days for which something is tried; a request to let go is tried for longer.
const TRIED_DAYS: i64 = 7;
const DELETE_TRIED_DAYS: i64 = 30;
/// Days for which a letter that was given up can be seen and put back; a request to let go for longer.
const SEEN_DAYS: i64 = 7;
const DELETE_SEEN_DAYS: i64 = 30;

/// Puts an activity on its way to these hosts, within the caller's transaction. It leaves after the commit.
///
/// What it makes superfluous does not go any more: an update takes the place of earlier ones that wait for the same host,
/// a request to let go that of everything else about its object, wherever that waits.
///
/// # Errors
/// A fault of the database.
pub fn enqueue(tx: &mut Tx<'_>, activity: &Activity, recipients: &[Recipient]) -> Result<(), Error> {
    let (words, mut before) = match activity.kind {
        Kind::Update => (Vec::new(), store::about(tx, &activity.object, &[Kind::Update])?),
        Kind::Delete => (
            store::about(tx, &activity.object, &[Kind::Create, Kind::Update])?,
            store::about(tx, &activity.object, &[Kind::Delete])?,
        ),
        Kind::Create | Kind::Link | Kind::Other => (Vec::new(), Vec::new()),
    };
    let days = if activity.kind == Kind::Delete { DELETE_TRIED_DAYS } else { TRIED_DAYS };
    let until = tx.now().day().plus(days);
    if !words.is_empty() {
        store::unaddress(tx, &words, None)?;
    }
    if !recipients.is_empty() {
        let id = store::insert(tx, activity, until)?;
        for to in recipients {
            store::unaddress(tx, &before, Some(&to.domain))?;
            store::address(tx, id, to)?;
            store::put_in_bag(tx, to)?;
        }
        tell(tx)?;
    }
    before.extend(words);
    store::forget_delivered(tx, &before)
}

/// Lets everything that was given up for a host be tried again, beginning now with one letter.
///
/// # Errors
/// A fault of the database.
pub fn retry(tx: &mut Tx<'_>, domain: &str) -> Result<(), Error> {
    let today = tx.now().day();
    for kind in Kind::ALL {
        let days = if *kind == Kind::Delete { DELETE_TRIED_DAYS } else { TRIED_DAYS };
        store::put_back(tx, domain, *kind, today.plus(days))?;
    }
    wake(tx, domain)
}

/// Tries a host now, beginning with one letter.
///
/// # Errors
/// A fault of the database.
pub fn wake(tx: &mut Tx<'_>, domain: &str) -> Result<(), Error> {
    store::wake_bag(tx, domain)?;
    tell(tx)
}

/// A letter came from a host. If it did not answer lately, what waits for it is tried now, beginning with one: its silence is
/// over, or it speaks and does not hear, and then it is asked no more often than it speaks.
///
/// # Errors
/// A fault of the database.
pub fn heard_from(tx: &mut Tx<'_>, domain: &str) -> Result<(), Error> {
    if store::heard_from(tx, domain)? { tell(tx) } else { Ok(()) }
}

/// This community begins anew: hosts that seemed to fall silent lately may have been silent because it was.
///
/// # Errors
/// A fault of the database.
pub fn begin(tx: &mut Tx<'_>) -> Result<(), Error> {
    let yesterday = tx.now().day().plus(-1);
    if store::try_since(tx, yesterday)? > 0 { tell(tx) } else { Ok(()) }
}

/// Nothing goes to this host any more but requests to let go, and answers between the two communities.
///
/// # Errors
/// A fault of the database.
pub fn drop_waiting(tx: &mut Tx<'_>, domain: &str) -> Result<(), Error> {
    let ids = store::all_but_deletes(tx, domain)?;
    store::unaddress(tx, &ids, Some(domain))?;
    store::forget_delivered(tx, &ids)
}

/// Asks a host to let go of all it was given. `farewell` makes the request for one object, from its address and the key it
/// was signed with; none where it is not ours to ask.
///
/// # Errors
/// A fault of the database.
pub fn let_go(
    tx: &mut Tx<'_>,
    to: &Recipient,
    farewell: impl Fn(&str, &str) -> Option<Activity>,
) -> Result<usize, Error> {
    drop_waiting(tx, &to.domain)?;
    let held = store::holds(tx, &to.domain)?;
    let asked: Vec<Activity> = held.iter().filter_map(|(object, key_id)| farewell(object, key_id)).collect();
    for letter in &asked {
        enqueue(tx, letter, std::slice::from_ref(to))?;
    }
    Ok(asked.len())
}

/// A turn of the clockwork: what is late is given up, what was given up long ago is forgotten, and what everybody has is
/// not kept.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, job: &Job) -> Result<(), Error> {
    const TURN_S: i64 = 3_600;
    let today = tx.now().day();
    store::sweep_late(tx, today, (today.plus(-SEEN_DAYS), today.plus(-DELETE_SEEN_DAYS)))?;
    store::sweep_delivered(tx)?;
    crate::jobs::add(tx, &Task::new(&job.kind).single(TURN_S))
}

/// Whoever carries letters hears of it once the commit is safe, in this process and in others.
fn tell(tx: &mut Tx<'_>) -> Result<(), Error> {
    tx.wake(Wake { subject: (LETTERS, 0), by: FaceId(0) });
    crate::db::notify::tell(tx, LETTERS)
}
