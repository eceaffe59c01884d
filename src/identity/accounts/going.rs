//! Going for good: at once, or a week from now with the account out of sight until then.

use serde::{Deserialize, Serialize};

use super::{Refusal, store};
use crate::db::Tx;
use crate::events::identity::Event;
use crate::identity::{credentials, invitations, passkeys, recovery, sessions};
use crate::jobs::{self, Calm, Job, Task};
use crate::kernel::{AccountId, Day, Error, FaceId};
use crate::keys::{self, Erased, Holder};
use crate::policy::{Person, Rank};

/// Days in which somebody may still change their mind.
pub const GRACE_DAYS: i64 = 7;
/// Days for which an account that nobody used waits out of sight.
pub const AWAY_GRACE_DAYS: i64 = 60;
/// The job that notes who was erased, in the list outside the database.
pub const NOTE: &str = "note-erasure";
/// The job that ends accounts whose days are over, and how many in one turn.
pub const END: &str = "end-accounts";
const AT_ONCE: i64 = 20;
const TURN_S: i64 = 3_600;

/// What the note is made of: nothing that leads to anybody.
#[derive(Serialize, Deserialize)]
struct Noted {
    mark: String,
    takes_words_back: bool,
}

/// Ends an account: every way back in, every device, the private side, and the name. What was written is the forum's to
/// take back or to leave; it hears of this.
///
/// # Errors
/// `last-host`.
pub fn erase(tx: &mut Tx<'_>, person: &Person, holder: &Holder, takes_words_back: bool) -> Result<(), Error> {
    refuse_last_host(tx, person)?;
    sessions::end_all(tx, holder)?;
    wipe(tx, (person.account, person.face), takes_words_back)
}

/// Puts an account out of sight, to be erased in a week.
///
/// # Errors
/// `last-host`.
pub fn leave_soon(tx: &mut Tx<'_>, person: &Person, takes_words_back: bool) -> Result<(), Error> {
    refuse_last_host(tx, person)?;
    let until = tx.now().day().plus(GRACE_DAYS);
    store::set_leaving_on(tx, (person.account, person.face), until, takes_words_back)
}

/// Stays after all. Doing so twice is the same as once; an account that is not going stays as it is.
///
/// # Errors
/// A fault of the database.
pub fn stay(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    store::set_staying(tx, account)
}

fn refuse_last_host(tx: &mut Tx<'_>, person: &Person) -> Result<(), Error> {
    if person.rank == Rank::Host && store::hosts(tx)? < 2 {
        return Err(Refusal::LastHost.into());
    }
    Ok(())
}

fn wipe(tx: &mut Tx<'_>, (account, face): (AccountId, FaceId), takes_words_back: bool) -> Result<(), Error> {
    credentials::drop_all(tx, account)?;
    recovery::drop_all(tx, account)?;
    passkeys::drop_all(tx, account)?;
    invitations::drop_all(tx, face)?;
    store::delete_account(tx, account)?;
    store::retire_face(tx, face)?;

    let ring = keys::ring_of(tx)?.unwrap_or_default();
    let noted = Noted { mark: Erased::mark(&ring, account), takes_words_back };
    let payload = serde_json::to_string(&noted).map_err(Error::other)?;
    jobs::add(tx, &Task { payload, ..Task::new(NOTE) })?;
    tx.emit(Event::AccountErased { face, takes_words_back })
}

/// Writes somebody who was erased into the list. Twice is the same as once.
///
/// # Errors
/// What the system said: the job is tried again.
pub fn note(job: &Job, list: &Erased) -> Result<(), Error> {
    let noted: Noted = serde_json::from_str(&job.payload).map_err(Error::other)?;
    list.note(&noted.mark, noted.takes_words_back)
}

/// Ends the accounts whose days are over, some at a time. After a step of the clock it waits.
///
/// # Errors
/// A fault of the database.
pub fn end_accounts(tx: &mut Tx<'_>, job: &Job) -> Result<(), Error> {
    let today = tx.now().day();
    let (calm, rests) = Calm::of(&job.payload).turn(today);
    if !rests {
        for (account, face, takes_words_back) in store::leaving_until(tx, today, AT_ONCE)? {
            wipe(tx, (account, face), takes_words_back)?;
        }
    }
    jobs::add(tx, &Task { payload: calm.payload(), ..Task::new(END).single(TURN_S) })
}

/// Puts accounts out of sight that nobody has used since before a day, some at a time: whoever comes back within
/// [`AWAY_GRACE_DAYS`] keeps theirs. Their words stay, without a name. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn close_unused(tx: &mut Tx<'_>, before: Day, most: i64) -> Result<usize, Error> {
    let until = tx.now().day().plus(AWAY_GRACE_DAYS);
    let away = store::away_since(tx, before.week(), most)?;
    for who in &away {
        store::set_leaving_on(tx, *who, until, false)?;
    }
    Ok(away.len())
}

/// Erases again everybody in the list whom an old copy of the database brought back. Returns how many.
///
/// # Errors
/// A fault of the database, or what the system said.
pub fn erase_again(tx: &mut Tx<'_>, list: &Erased) -> Result<usize, Error> {
    let known = list.read()?;
    if known.is_empty() {
        return Ok(0);
    }
    let ring = keys::ring_of(tx)?.unwrap_or_default();
    let mut back = 0;
    for (account, face) in store::everybody(tx)? {
        if let Some(takes_words_back) = known.get(&Erased::mark(&ring, account)) {
            wipe(tx, (account, face), *takes_words_back)?;
            back += 1;
        }
    }
    Ok(back)
}

/// Erases somebody by name, for whoever runs the server. Returns `false` if nobody has the name.
///
/// # Errors
/// `last-host`.
pub fn erase_named(tx: &mut Tx<'_>, name_key: &str, takes_words_back: bool) -> Result<bool, Error> {
    let Some((account, face, rank)) = store::find_account(tx, name_key)? else { return Ok(false) };
    if rank == Rank::Host && store::hosts(tx)? < 2 {
        return Err(Refusal::LastHost.into());
    }
    wipe(tx, (account, face), takes_words_back)?;
    Ok(true)
}
