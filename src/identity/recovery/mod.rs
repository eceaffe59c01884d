//! Ten recovery codes: each lets somebody back in once, and gives new return words.

pub mod pages;
mod store;

use crate::db::Tx;
use crate::identity::words::codes;
use crate::kernel::secret::sha256_hex;
use crate::kernel::{AccountId, Error, Secret};
use crate::keys::{Key, MemberSecret, Way};

pub(in crate::identity) use store::spend;
pub use store::{drop_all, find, left};

/// How many codes somebody gets.
pub const COUNT: usize = 10;

/// Makes ten new codes, each of which wraps the member secret; earlier ones no longer let anybody in. The caller asked
/// for proof of who this is.
///
/// # Errors
/// A fault of the database.
pub fn make(tx: &mut Tx<'_>, account: AccountId, secret: &MemberSecret) -> Result<Vec<String>, Error> {
    let codes: Vec<String> = (0..COUNT).map(|_| codes::generate(&tx.chance().bytes())).collect();
    store::drop_all(tx, account)?;
    for code in &codes {
        let code = Secret::new(code.clone());
        let wrapped = secret.wrap(tx.chance(), &key(&code), Way::Code, account)?;
        store::insert(tx, account, &hash(&code), &wrapped)?;
    }
    Ok(codes)
}

/// The member secret, with the code that wraps it.
#[must_use]
pub fn unwrap(wrapped: &str, code: &Secret<String>, account: AccountId) -> Option<MemberSecret> {
    MemberSecret::unwrap(wrapped, &key(code), Way::Code, account)
}

/// What a code wraps with. It says nothing of the hash that is kept, nor the hash of it.
fn key(code: &Secret<String>) -> Key {
    Key::derive(code.expose().as_bytes(), "recovery code")
}

/// What is kept of a code: it has 115 random bits, so no slow hash is needed (ASVS 5.0, 6.5.2).
#[must_use]
pub fn hash(code: &Secret<String>) -> String {
    sha256_hex(code.expose().as_bytes())
}
