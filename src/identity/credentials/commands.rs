//! Setting and removing ways back in. They are their holder's own: no permit is needed beyond having shown, just
//! now, that one holds the account; the doors ask for that.

use super::{Derived, New, Way, store};
use crate::db::Tx;
use crate::kernel::{AccountId, Error};
use crate::keys::{self as wraps, MemberSecret};

/// Gives a new account its member secret, wrapped by its first return words.
///
/// # Errors
/// A fault of the database.
pub fn begin(tx: &mut Tx<'_>, account: AccountId, words: &Derived) -> Result<MemberSecret, Error> {
    let secret = MemberSecret::new(tx.chance());
    set_words(tx, account, &secret, words)?;
    Ok(secret)
}

/// Sets return words, which wrap the member secret; earlier ones no longer let anybody in.
///
/// # Errors
/// A fault of the database.
pub fn set_words(
    tx: &mut Tx<'_>,
    account: AccountId,
    secret: &MemberSecret,
    words: &Derived,
) -> Result<(), Error> {
    let wrapped = secret.wrap(tx.chance(), &words.wrapping, wraps::Way::Words, account)?;
    store::put_words(tx, account, words, &wrapped)
}

/// Notes that the return words were kept somewhere. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn keep_words(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    store::set_words_kept(tx, account, true)
}

/// Sets a password, which wraps the member secret; an earlier one no longer lets anybody in.
///
/// # Errors
/// A fault of the database.
pub fn set_password(
    tx: &mut Tx<'_>,
    account: AccountId,
    secret: &MemberSecret,
    new: &New,
) -> Result<(), Error> {
    let wrapped = secret.wrap(tx.chance(), &new.derived.wrapping, wraps::Way::Password, account)?;
    store::put_password(tx, account, new, &wrapped)
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
