//! Signing in, staying, signing out. A session is its holder's own: no permit is needed beyond holding the account.

use super::devices::{DEVICES_MAX, Entry};
use super::seal::{Seat, row_of};
use super::{Refusal, Renewal, Staying, store};
use crate::db::Tx;
use crate::kernel::{AccountId, Bounded, Chance, Error, SessionId, Token};
use crate::keys::{Holder, MemberSecret};

/// Signs a device in, and returns the token for its cookie. Who may is decided by the caller, who has just
/// checked a credential and unwrapped the member secret with it.
///
/// # Errors
/// A fault of the database.
pub fn start(
    tx: &mut Tx<'_>,
    account: AccountId,
    secret: &MemberSecret,
    staying: Staying,
) -> Result<Token, Error> {
    open(tx, account, secret, staying).map(|holder| holder.token)
}

/// As [`start`], and returns all that the session holds.
///
/// # Errors
/// A fault of the database.
pub fn open(
    tx: &mut Tx<'_>,
    account: AccountId,
    secret: &MemberSecret,
    staying: Staying,
) -> Result<Holder, Error> {
    let chance = of(tx, account);
    let (now, token) = (tx.now(), Token::new(&chance));
    let seat = Seat {
        secret: secret.clone(),
        account,
        session: SessionId(chance.id()),
        generation: store::generation(tx, account)?,
        made: now.week(),
        seen: now.week(),
        expires: now.day().plus(staying.days()),
        is_shared: staying == Staying::Shared,
        lock_min: 0,
    };

    let row = store::insert(tx, &token, &seat)?;
    let holder = seat.holder(&token);
    let mut list = store::list(tx, &holder)?;
    list.insert(0, Entry::of(&seat, &row));
    for gone in list.split_off(list.len().min(DEVICES_MAX)) {
        store::delete(tx, &gone.row)?;
        store::hush(tx, &[gone.id])?;
    }
    store::set_list(tx, &holder, &list)?;
    Ok(holder)
}

/// What is drawn for an account's sessions moves nothing that others see.
fn of(tx: &Tx<'_>, account: AccountId) -> Chance {
    tx.chance().stream("sessions", account.0)
}

/// Gives a session another token: whoever copied the former one holds nothing now. None if it is over meanwhile.
///
/// # Errors
/// A fault of the database.
pub fn rotate(tx: &mut Tx<'_>, holder: &Holder) -> Result<Option<Token>, Error> {
    let token = Token::new(&of(tx, holder.account));
    let changed = change(tx, holder, &token, |_| ())?;
    Ok(changed.then_some(token))
}

/// Notes that a session and its account are in use; the token its browser was handed takes over, if it has it.
///
/// # Errors
/// A fault of the database.
pub fn renew(tx: &mut Tx<'_>, renewal: &Renewal) -> Result<(), Error> {
    let (week, day, holder) = (renewal.on.week(), renewal.on, &renewal.holder);
    let token = renewal.takes_over().unwrap_or(&holder.token);
    let is_live = change(tx, holder, token, |seat| {
        let staying = Staying::of(seat.is_shared);
        (seat.seen, seat.expires) = (week, day.plus(staying.days()));
    })?;
    if is_live { store::set_active(tx, holder.account, week) } else { Ok(()) }
}

/// Locks a session by itself after so many minutes without a request; 0: never.
///
/// # Errors
/// A fault of the database.
pub fn set_lock(tx: &mut Tx<'_>, holder: &Holder, minutes: i64) -> Result<(), Error> {
    change(tx, holder, &holder.token, |seat| seat.lock_min = minutes).map(drop)
}

/// Seals a session anew under a token, in its row and in its holder's list. `false`: it is over meanwhile.
fn change(
    tx: &mut Tx<'_>,
    holder: &Holder,
    token: &Token,
    work: impl FnOnce(&mut Seat),
) -> Result<bool, Error> {
    let Some(mut seat) = store::seat(tx, &holder.token)? else { return Ok(false) };
    work(&mut seat);
    store::delete(tx, &row_of(&holder.token))?;
    let row = store::insert(tx, token, &seat)?;
    store::ring_until(tx, seat.session, seat.expires)?;
    let mut list = store::list(tx, holder)?;
    let label = list.iter().find(|entry| entry.id == seat.session.0).map(|entry| entry.label.clone());
    list.retain(|entry| entry.id != seat.session.0);
    list.insert(0, Entry { label: label.unwrap_or_default(), ..Entry::of(&seat, &row) });
    store::set_list(tx, holder, &list)?;
    Ok(true)
}

/// Signs one of the holder's devices out. Doing so twice is the same as once; somebody else's stays.
///
/// # Errors
/// A fault of the database.
pub fn end(tx: &mut Tx<'_>, holder: &Holder, id: SessionId) -> Result<(), Error> {
    if id == holder.session {
        store::delete(tx, &row_of(&holder.token))?;
        store::hush(tx, &[id.0])?;
    }
    keep(tx, holder, |entry| entry.id != id.0)
}

/// Signs out every device but this one. The generation rises, so that one missing from the list goes too.
///
/// # Errors
/// A fault of the database.
pub fn end_others(tx: &mut Tx<'_>, holder: &Holder) -> Result<(), Error> {
    keep(tx, holder, |entry| entry.id == holder.session.0)?;
    store::raise_generation(tx, holder.account)?;
    store::hush_all(tx, holder.account, Some(holder.session))?;
    let generation = store::generation(tx, holder.account)?;
    change(tx, holder, &holder.token, |seat| seat.generation = generation).map(drop)
}

/// Signs out everywhere. The generation rises as well, so that not even a row put back by hand lets anybody in.
///
/// # Errors
/// A fault of the database.
pub fn end_all(tx: &mut Tx<'_>, holder: &Holder) -> Result<(), Error> {
    store::raise_generation(tx, holder.account)?;
    store::hush_all(tx, holder.account, None)?;
    store::delete(tx, &row_of(&holder.token))?;
    keep(tx, holder, |_| false)
}

/// Gives a device a name its member knows it by.
///
/// # Errors
/// `device-label-length`.
pub fn name_device(tx: &mut Tx<'_>, holder: &Holder, id: SessionId, label: &str) -> Result<(), Error> {
    let label = Bounded::<0, 40, false>::parse(label).map_err(|_| Refusal::LabelLength)?;
    let mut list = store::list(tx, holder)?;
    if let Some(entry) = list.iter_mut().find(|entry| entry.id == id.0) {
        label.as_str().clone_into(&mut entry.label);
        store::set_list(tx, holder, &list)?;
    }
    Ok(())
}

/// Leaves the devices that `stays` says, and ends the sessions of the others.
fn keep(tx: &mut Tx<'_>, holder: &Holder, stays: impl Fn(&Entry) -> bool) -> Result<(), Error> {
    let (kept, gone): (Vec<Entry>, Vec<Entry>) = store::list(tx, holder)?.into_iter().partition(stays);
    for entry in gone {
        store::delete(tx, &entry.row)?;
        store::hush(tx, &[entry.id])?;
    }
    store::set_list(tx, holder, &kept)
}
