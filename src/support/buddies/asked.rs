//! Asking somebody by name, with whom one has talked: a link that is put on their page and that nobody else can use. A no is heard
//! by nobody, as with a link in the hand: it stays for its days and is gone (decision 52).

use super::commands::{make_for, pair_up, permit};
use super::{BuddyLinkId, Cadence, Card, Link, Offer, Refusal, Sealer, TALKED_DAYS, store, views};
use crate::db::{Db, Tx};
use crate::forum::threads::Author;
use crate::forum::{authors, quiet, replies, shelter};
use crate::identity::accounts;
use crate::kernel::{Day, Error, FaceId, Moment};
use crate::policy::Viewer;
use crate::support::oncall;

/// Somebody who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The link.
    pub id: BuddyLinkId,
    /// Who asks.
    pub who: Author,
    /// How often they would like to hear of each other.
    pub cadence: Cadence,
    /// What they need and offer; none: its key is not here. May be empty.
    pub card: Option<Card>,
    /// The last day on which they can be told yes.
    pub until: Day,
}

/// Somebody to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whom {
    /// Their face.
    pub face: FaceId,
    /// Their name.
    pub name: String,
    /// Why they cannot be asked; none: they can.
    pub why: Option<Refusal>,
}

/// Somebody by their name, and whether they can be asked.
///
/// # Errors
/// Absent for whoever is not there for the viewer, and for whoever has no buddies: an alias, or somebody of another community.
pub fn whom(db: &mut Db, viewer: &Viewer, name: &str, now: Moment) -> Result<Whom, Error> {
    let me = viewer.member()?.face;
    let (profile, _) = authors::find(db, viewer, name)?;
    let is_here = !accounts::open_among(db, &[profile.id])?.is_empty();
    if !is_here || quiet::apart(db, me)?.contains(&profile.id) {
        return Err(Error::Absent);
    }
    let why = match views::why_not(db, me, profile.id)? {
        None if !have_talked(db, (me, profile.id), now)? => Some(Refusal::Strangers),
        why => why,
    };
    Ok(Whom { face: profile.id, name: profile.name, why })
}

/// Whether two answered each other within some weeks under their own names, or sat in one small room within a day.
fn have_talked(db: &mut Db, (one, other): (FaceId, FaceId), now: Moment) -> Result<bool, Error> {
    let since = now.day().plus(-TALKED_DAYS);
    let both =
        replies::has_answered(db, (one, other), since)? && replies::has_answered(db, (other, one), since)?;
    Ok(both || oncall::sat_together(db, (one, other), now)?)
}

/// Asks. Asking the same person again while they are asked is the same as once.
///
/// # Errors
/// Absent as [`whom`]; `buddy-own`, `buddy-already`, `buddy-full`, `buddy-strangers`, `buddy-links`, `keys-lost`.
pub fn ask(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    sealer: &Sealer,
    (name, offer): (&str, &Offer),
) -> Result<(), Error> {
    let (permit, now) = (permit(viewer)?, tx.now());
    let whom = whom(tx, viewer, name, now)?;
    if let Some(refusal) = whom.why {
        return Err(refusal.into());
    }
    let is_asked = |link: &Link| link.to_face == Some(whom.face);
    if store::links_of(tx, permit.actor(), now.day())?.iter().any(is_asked) {
        return Ok(());
    }
    make_for(tx, &permit, sealer, (offer, Some(whom.face))).map(drop)
}

/// Those who ask somebody, but for those whom they do not meet or with whom they cannot.
///
/// # Errors
/// A fault of the database.
pub fn asked(db: &mut Db, viewer: &Viewer, sealer: &Sealer, today: Day) -> Result<Vec<Asked>, Error> {
    let mut seen = Vec::new();
    for link in open(db, viewer.face(), today)? {
        let Some(who) = store::people(db, &[link.face_id])?.remove(&link.face_id) else { continue };
        let card = sealer.open(link.id, &link.sealed);
        seen.push(Asked { id: link.id, who, cadence: link.cadence, card, until: link.expires_on });
    }
    Ok(seen)
}

/// Whether anybody asks somebody, as Today says it: not to whoever is in a small circle, of whom nothing is asked (decision 48).
///
/// # Errors
/// A fault of the database.
pub fn is_asked(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<bool, Error> {
    let me = viewer.face();
    Ok(!open(db, me, now.day())?.is_empty() && shelter::of_these(db, &[me], now)?.is_empty())
}

/// Links that were made for somebody, and to which they can say yes.
fn open(db: &mut Db, me: FaceId, today: Day) -> Result<Vec<Link>, Error> {
    let links = store::links_to(db, me, today)?;
    if links.is_empty() {
        return Ok(links);
    }
    let apart = quiet::apart(db, me)?;
    let mut open = Vec::new();
    for link in links {
        if !apart.contains(&link.face_id) && views::why_not(db, me, link.face_id)?.is_none() {
            open.push(link);
        }
    }
    Ok(open)
}

/// Says yes to somebody who asks.
///
/// # Errors
/// Absent for what is over, used, taken back, for somebody else, or of somebody they do not meet; `buddy-already`, `buddy-full`,
/// `keys-lost`.
pub fn accept_asked(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    sealer: &Sealer,
    (id, own): (BuddyLinkId, &Card),
) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, today) = (permit.actor(), tx.now().day());
    let link = store::links_to(tx, me, today)?.into_iter().find(|link| link.id == id).ok_or(Error::Absent)?;
    let is_here = !accounts::open_among(tx, &[link.face_id])?.is_empty();
    if !is_here || quiet::apart(tx, me)?.contains(&link.face_id) {
        return Err(Error::Absent);
    }
    pair_up(tx, &permit, sealer, (&link, own))
}
