//! The last look before somebody is let in: what was checked a moment ago may have been changed meanwhile.

use super::{By, Recognised, Refusal};
use crate::db::Tx;
use crate::identity::{credentials, passkeys, recovery};
use crate::kernel::{AccountId, Error};

/// Whose account it is, if what was recognised still holds. A recovery code is used up by this; a passkey whose device
/// has begun to compute wraps the member secret itself from now on.
///
/// # Errors
/// `back-in-unknown`.
pub fn confirm(tx: &mut Tx<'_>, recognised: &Recognised) -> Result<AccountId, Error> {
    let (holds, field) = match &recognised.by {
        By::Typed(credential) => (credentials::stands(tx, credential)?, "words"),
        By::Code { hash, .. } => (recovery::spend(tx, hash)?, "code"),
        By::Passkey { found, .. } => (passkeys::stands(tx, found)?, "credential"),
    };
    if !holds {
        return Err(Refusal { field }.into());
    }
    if let By::Passkey { found, key: Some(key) } = &recognised.by {
        passkeys::bind(tx, found, &recognised.secret, key)?;
    }
    Ok(recognised.account())
}
