//! Coming in.

use super::{Refusal, store};
use crate::db::Tx;
use crate::events::identity::Event;
use crate::identity::names::{self, Name};
use crate::kernel::{AccountId, Error, FaceId};
use crate::policy::Rank;

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
        let number = names::NUMBERS.start() + u32::try_from(tx.chance().below(40)).unwrap_or(0);
        return Err(Refusal::NameTaken { suggestion: names::with_number(name.as_str(), number) }.into());
    }

    let face = store::insert_face(tx, name)?;
    let account = store::insert_account(tx, face, rank)?;

    tx.emit(Event::MemberArrived { face })?;
    Ok(Arrival { account, face })
}
