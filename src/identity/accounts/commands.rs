//! Coming in, changing what others see, going.

use super::{About, Refusal, store};
use crate::db::{Db, OrRefuse as _, Tx};
use crate::events::identity::Event;
use crate::identity::names::{self, Name};
use crate::kernel::{AccountId, Chance, Error, FaceId};
use crate::policy::Rank;

/// How many names like a taken one are tried before another is made up.
const VARIANTS: u32 = 12;

/// Somebody who has just come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrival {
    /// Their private side.
    pub account: AccountId,
    /// Their name's face.
    pub face: FaceId,
}

/// Makes an account with a name. The caller has decided that this door is open to them.
///
/// # Errors
/// `name-taken`, with a name like it that is free.
pub fn arrive(tx: &mut Tx<'_>, name: &Name, rank: Rank) -> Result<Arrival, Error> {
    if store::is_taken(tx, &name.key())? {
        return Err(taken(tx, name));
    }

    let since = tx.now().week();
    let face = store::insert_face(tx, "name", (name.as_str(), &name.key()), since)?;
    let account = store::insert_account(tx, face, rank)?;

    tx.emit(Event::MemberArrived { face })?;
    Ok(Arrival { account, face })
}

/// Changes a name. The former one stays taken, and nothing says whose it was.
///
/// # Errors
/// `name-taken`.
pub fn rename(tx: &mut Tx<'_>, face: FaceId, name: &Name) -> Result<(), Error> {
    let before = names::key(&store::profile(tx, face)?.name);
    if before != name.key() && store::is_taken(tx, &name.key())? {
        return Err(taken(tx, name));
    }

    store::set_name(tx, face, name)?;
    if before != name.key() {
        store::hold_key(tx, &before).or_refuse(Refusal::SentBefore)?;
    }
    Ok(())
}

/// Draws another face for a name.
///
/// # Errors
/// A fault of the database.
pub fn new_face(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    let seed = tx.chance().id();
    store::set_seed(tx, face, seed)
}

/// Changes what somebody says about themself.
///
/// # Errors
/// A fault of the database.
pub fn set_about(tx: &mut Tx<'_>, face: FaceId, about: &About) -> Result<(), Error> {
    store::set_about(tx, face, about)
}

/// Whether leaving fast also signs out.
///
/// # Errors
/// A fault of the database.
pub fn set_leaving(tx: &mut Tx<'_>, account: AccountId, signs_out: bool) -> Result<(), Error> {
    store::set_leaving(tx, account, signs_out)
}

/// Says whether kind words may be told to other communities, as far as the thread they stand under. Those that were told
/// stay told until they are taken back.
///
/// # Errors
/// A fault of the database.
pub fn set_kind_words_travel(tx: &mut Tx<'_>, account: AccountId, travel: bool) -> Result<(), Error> {
    store::set_kind_words_travel(tx, account, travel)
}

/// A made-up name that is free.
///
/// # Errors
/// A fault of the database.
pub fn suggest_free(db: &mut Db, chance: &Chance) -> Result<String, Error> {
    let mut draw = |below| chance.below(below);
    for _ in 0..VARIANTS {
        let name = names::suggest(&mut draw);
        if !store::is_taken(db, &names::key(&name))? {
            return Ok(name);
        }
    }
    Ok(names::suggest(&mut draw))
}

/// The refusal of a taken name, with a free one like it; or the fault that kept it from being found.
fn taken(tx: &mut Tx<'_>, name: &Name) -> Error {
    match free_variant(tx, name) {
        Ok(suggestion) => Refusal::NameTaken { suggestion }.into(),
        Err(error) => error,
    }
}

fn free_variant(tx: &mut Tx<'_>, name: &Name) -> Result<String, Error> {
    for _ in 0..VARIANTS {
        let number = names::NUMBERS.start() + u32::try_from(tx.chance().below(40)).unwrap_or(0);
        let variant = names::with_number(name.as_str(), number);
        if let Ok(variant) = names::check(&variant)
            && !store::is_taken(tx, &variant.key())?
        {
            return Ok(variant.as_str().to_owned());
        }
    }
    let chance = tx.chance().clone();
    suggest_free(tx, &chance)
}
