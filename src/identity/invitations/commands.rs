//! Making a link, taking it back, and coming in by it.

use super::{Invitation, Made, Offer, Refusal, Spent, store};
use crate::db::Tx;
use crate::identity::newcomers;
use crate::kernel::{Error, InvitationId, Token};
use crate::policy::{self, Action, Rank, Standing, Viewer};

/// Links one name may have open at a time.
const OPEN_MAX: i64 = 20;

/// Makes a link. Sending the same form twice makes one.
///
/// # Errors
/// `sign-in-first`; `keepers-only` for a link into a group; `settling-invite`, `invitation-too-many-open`.
pub fn make(tx: &mut Tx<'_>, viewer: &Viewer, offer: &Offer) -> Result<Made, Error> {
    let standing = match offer.group {
        Some(group) => Standing::in_group(tx, viewer, group)?,
        None => Standing::in_community(viewer),
    };
    let action = if offer.group.is_some() { Action::InviteToGroup } else { Action::InviteToCommunity };
    let permit = policy::may(viewer, action, &standing)?;

    let now = tx.now();
    if offer.group.is_none()
        && let Some(settling) = newcomers::settling(tx, viewer, now)?
    {
        return Err(Refusal::Settling(settling).into());
    }

    let token = offer.token.clone().unwrap_or_else(|| Token::new(tx.chance()));
    if let Some(before) = store::find_own(tx, viewer.face(), &token)? {
        return Ok(Made { invitation: before, token });
    }
    let today = tx.now().day();
    if store::count_open(tx, viewer.face(), today)? >= OPEN_MAX {
        return Err(Refusal::TooManyOpen.into());
    }
    let invitation = store::insert(tx, &permit, offer, &token)?;
    Ok(Made { invitation, token })
}

/// Takes a link back: its maker may, those who look after its group, and hosts. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`; absent for a link that is not the viewer's to take back.
pub fn withdraw(tx: &mut Tx<'_>, viewer: &Viewer, id: InvitationId) -> Result<(), Error> {
    viewer.member()?;
    let Some(invitation) = store::find(tx, id)? else { return Ok(()) };

    if !may_withdraw(tx, viewer, &invitation)? {
        return Err(Error::Absent);
    }

    store::delete(tx, id)
}

fn may_withdraw(tx: &mut Tx<'_>, viewer: &Viewer, invitation: &Invitation) -> Result<bool, Error> {
    let looks_after = match invitation.group_id {
        Some(group) => Standing::in_group(tx, viewer, group)?.looks_after(),
        None => viewer.rank() == Some(Rank::Host),
    };
    Ok(looks_after || invitation.made_by == viewer.face())
}

/// Takes one use of a link. When two people spend the last one at once, one of them is refused.
///
/// # Errors
/// `invitation-ended`.
pub fn spend(tx: &mut Tx<'_>, token: &Token) -> Result<Spent, Error> {
    let today = tx.now().day();
    store::use_one(tx, token, today)?.ok_or_else(|| Refusal::Ended.into())
}
