//! Signing in, staying, signing out. A session is its holder's own: no permit is needed beyond holding the account.

use super::{Refusal, Staying, store};
use crate::db::Tx;
use crate::kernel::{AccountId, Bounded, Error, SessionId, Token};

/// Signs a device in, and returns the token for its cookie. Who may is decided by the caller, who has just
/// checked a credential.
///
/// # Errors
/// A fault of the database.
pub fn start(tx: &mut Tx<'_>, account: AccountId, staying: Staying) -> Result<Token, Error> {
    open(tx, account, staying).map(|(_, token)| token)
}

/// As [`start`], and says which session it is.
///
/// # Errors
/// A fault of the database.
pub fn open(tx: &mut Tx<'_>, account: AccountId, staying: Staying) -> Result<(SessionId, Token), Error> {
    let token = Token::new(tx.chance());
    let id = store::insert(tx, &token, account, staying)?;
    Ok((id, token))
}

/// Gives a session another token: whoever copied the former one holds nothing now.
///
/// # Errors
/// A fault of the database.
pub fn rotate(tx: &mut Tx<'_>, id: SessionId) -> Result<Token, Error> {
    let token = Token::new(tx.chance());
    store::set_token(tx, id, &token)?;
    Ok(token)
}

/// Notes, once a week, that a session and its account are in use.
///
/// # Errors
/// A fault of the database.
pub fn touch(tx: &mut Tx<'_>, id: SessionId, staying: Staying) -> Result<(), Error> {
    let expires = tx.now().day().plus(staying.days());
    store::set_seen(tx, id, expires)
}

/// Signs one device out. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn end(tx: &mut Tx<'_>, account: AccountId, id: SessionId) -> Result<(), Error> {
    store::delete_one(tx, account, id)
}

/// Signs out every device but this one.
///
/// # Errors
/// A fault of the database.
pub fn end_others(tx: &mut Tx<'_>, account: AccountId, this: SessionId) -> Result<usize, Error> {
    store::delete_all(tx, account, Some(this))
}

/// Signs out everywhere. The generation rises as well, so that not even a row put back by hand lets anybody in.
///
/// # Errors
/// A fault of the database.
pub fn end_all(tx: &mut Tx<'_>, account: AccountId) -> Result<usize, Error> {
    store::raise_generation(tx, account)?;
    store::delete_all(tx, account, None)
}

/// Gives a device a name its member knows it by.
///
/// # Errors
/// `device-label-length`.
pub fn name_device(tx: &mut Tx<'_>, account: AccountId, id: SessionId, label: &str) -> Result<(), Error> {
    let label = Bounded::<0, 40, false>::parse(label).map_err(|_| Refusal::LabelLength)?;
    store::set_label(tx, account, id, label.as_str())
}
