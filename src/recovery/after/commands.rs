//! Asking to be asked, putting a question off, and ending it. Nobody else ever hears.

use super::{Asking, Time, store};
use crate::db::Tx;
use crate::kernel::Error;
use crate::recovery::Own;

/// Somebody would like to be asked, from now on; what they asked for before begins anew, unless it was with the same form.
///
/// # Errors
/// A fault of the database.
pub fn ask(tx: &mut Tx<'_>, own: &Own, form: Option<&str>) -> Result<(), Error> {
    if form.is_some() && store::find(tx, own)?.is_some_and(|before| before.form.as_deref() == form) {
        return Ok(());
    }
    let asking = Asking { form: form.map(str::to_owned), ..Asking::from(tx.now()) };
    store::put(tx, own, &asking)
}

/// Not this time: the question that stands is put away, and a later one may come. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn put_off(tx: &mut Tx<'_>, own: &Own) -> Result<(), Error> {
    let now = tx.now();
    let Some(asking) = store::find(tx, own)? else { return Ok(()) };
    let Some(time) = asking.now(now) else { return Ok(()) };
    if time == Time::Week {
        return end(tx, own);
    }
    store::put(tx, own, &Asking { put_off: Some(time), ..asking })
}

/// Nothing is asked any more, for good. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn end(tx: &mut Tx<'_>, own: &Own) -> Result<(), Error> {
    store::erase(tx, own.face())
}
