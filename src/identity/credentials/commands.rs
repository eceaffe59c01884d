//! Setting and removing ways back in. They are their holder's own: no permit is needed beyond having shown, just
//! now, that one holds the account; the doors ask for that.

use super::{Derived, New, Way, store};
use crate::db::Tx;
use crate::kernel::{AccountId, Error};

/// Sets return words; earlier ones no longer let anybody in.
///
/// # Errors
/// A fault of the database.
pub fn set_words(tx: &mut Tx<'_>, account: AccountId, words: &Derived) -> Result<(), Error> {
    store::put_words(tx, account, words)
}

/// Notes that the return words were kept somewhere. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn keep_words(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    store::set_words_kept(tx, account, true)
}

/// Sets a password; an earlier one no longer lets anybody in.
///
/// # Errors
/// A fault of the database.
pub fn set_password(tx: &mut Tx<'_>, account: AccountId, new: &New) -> Result<(), Error> {
    store::put_password(tx, account, new)
}

/// Removes the password; the return words stay. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn remove_password(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    store::remove(tx, account, Way::Password)
}

/// Forgets every typed way back in: the account is going.
///
/// # Errors
/// A fault of the database.
pub fn drop_all(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    store::remove_all(tx, account)
}
