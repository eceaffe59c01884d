//! The last look before somebody is let in: what was checked a moment ago may have been changed meanwhile.

use super::{Recognised, Refusal};
use crate::db::Tx;
use crate::identity::{credentials, passkeys, recovery};
use crate::kernel::{AccountId, Error};

/// Whose account it is, if what was recognised still holds. A recovery code is used up by this.
///
/// # Errors
/// `back-in-unknown`.
pub fn confirm(tx: &mut Tx<'_>, recognised: &Recognised) -> Result<AccountId, Error> {
    let (holds, field) = match recognised {
        Recognised::Typed(credential) => (credentials::stands(tx, credential)?, "words"),
        Recognised::Code { hash, .. } => (recovery::spend(tx, hash)?, "code"),
        Recognised::Passkey(found) => (passkeys::stands(tx, found)?, "credential"),
    };
    if holds { Ok(recognised.account()) } else { Err(Refusal { field }.into()) }
}
