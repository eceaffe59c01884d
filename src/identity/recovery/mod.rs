//! Ten recovery codes: each lets somebody back in once, and gives new return words.

pub mod pages;
mod store;

use crate::db::Tx;
use crate::identity::words::codes;
use crate::kernel::secret::sha256_hex;
use crate::kernel::{AccountId, Error, Secret};

pub(in crate::identity) use store::spend;
pub use store::{drop_all, find, left};

/// How many codes somebody gets.
pub const COUNT: usize = 10;

/// Makes ten new codes; earlier ones no longer let anybody in. The caller asked for proof of who this is.
///
/// # Errors
/// A fault of the database.
pub fn make(tx: &mut Tx<'_>, account: AccountId) -> Result<Vec<String>, Error> {
    let codes: Vec<String> = (0..COUNT).map(|_| codes::generate(&tx.chance().bytes())).collect();
    store::drop_all(tx, account)?;
    for code in &codes {
        store::insert(tx, account, &hash(&Secret::new(code.clone())))?;
    }
    Ok(codes)
}

/// What is kept of a code: it has 115 random bits, so no slow hash is needed (ASVS 5.0, 6.5.2).
#[must_use]
pub fn hash(code: &Secret<String>) -> String {
    sha256_hex(code.expose().as_bytes())
}
