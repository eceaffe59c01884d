//! Coming in as a visitor: what is made ready before the transaction, and what happens within it.

use super::{Gate, Refusal, commands, store};
use crate::db::Tx;
use crate::events::identity::Event;
use crate::identity::accounts::Arrival;
use crate::identity::credentials::{self, Derived};
use crate::identity::invitations::{self, Spent};
use crate::identity::names::Name;
use crate::identity::sessions::{self, Staying};
use crate::identity::words::ReturnWords;
use crate::kernel::{Error, Token};
use crate::keys::{Holder, MemberSecret};
use crate::policy::Rank;

/// Everything that somebody who comes in brings, checked, with the slow part done.
pub struct Prepared {
    /// Their name; whether it is free is decided within the transaction.
    pub name: Name,
    /// What they wrote to be let in; empty where nobody has to ask.
    pub application: String,
    /// Their link, if they hold one.
    pub invitation: Option<Token>,
    /// Who may come in.
    pub gate: Gate,
    /// Hash of the form's own mark.
    pub once: String,
    /// How long the device stays.
    pub staying: Staying,
    /// Whether that form was sent a moment ago: a second press, not somebody who found an old page.
    pub is_second_press: bool,
    /// Their return words.
    pub words: ReturnWords,
    /// What is kept of them.
    pub derived: Derived,
    /// What their account's secret is to be, or already is: a second press of one form finds the first one's.
    pub secret: MemberSecret,
}

/// Somebody who is in, or waits to be let in, with a device that is signed in.
pub struct Arrived {
    /// Their account and face.
    pub arrival: Arrival,
    /// Their session, and what their device shows from now on.
    pub holder: Holder,
    /// Whether somebody has to say yes first.
    pub is_waiting: bool,
    /// Whether nobody here vouched for them: neither by a link nor by a yes.
    pub is_unknown: bool,
    /// Whether this was the second press of one form.
    pub is_again: bool,
}

/// Name, account, return words and session, all or none of them.
///
/// # Errors
/// `name-taken`, `doors-closed`, `invitation-needed`, `invitation-ended`, `arrival-sent-before`.
pub fn settle(tx: &mut Tx<'_>, prepared: &Prepared) -> Result<Arrived, Error> {
    if let Some((account, face)) = store::find_once(tx, &prepared.once)? {
        if !prepared.is_second_press {
            return Err(Refusal::SentBefore.into());
        }
        let is_waiting = store::standing(tx, account)?.state == "waiting";
        let holder = sessions::open(tx, account, &prepared.secret, prepared.staying)?;
        let arrival = Arrival { account, face };
        return Ok(Arrived { arrival, holder, is_waiting, is_unknown: false, is_again: true });
    }

    let spent = match (prepared.gate, &prepared.invitation) {
        (Gate::Closed, _) => return Err(Refusal::DoorsClosed.into()),
        (Gate::Invitation, None) => return Err(Refusal::InvitationNeeded.into()),
        (Gate::Invitation, Some(token)) => Some(invitations::spend(tx, token)?),
        // Here a link opens no door; one that is over does not shut it either.
        (Gate::Open, Some(token)) => invitations::spend(tx, token).ok(),
        (Gate::Open | Gate::Ask, _) => None,
    };

    let arrival = commands::arrive(tx, &prepared.name, Rank::Member)?;
    store::set_once(tx, arrival.account, &prepared.once)?;
    credentials::set_words(tx, arrival.account, &prepared.secret, &prepared.derived)?;
    let is_unknown = spent.is_none();
    if let Some(Spent { group, by }) = spent {
        tx.emit(Event::InvitationSpent { face: arrival.face, group, by })?;
    }
    let is_waiting = prepared.gate == Gate::Ask;
    if is_waiting {
        store::set_waiting(tx, arrival.account, &prepared.application)?;
        tx.emit(Event::ArrivalAsked { face: arrival.face })?;
    }
    let is_unknown = is_unknown && !is_waiting;
    let holder = sessions::open(tx, arrival.account, &prepared.secret, prepared.staying)?;
    Ok(Arrived { arrival, holder, is_waiting, is_unknown, is_again: false })
}
