//! What a host sees before deciding about a whole community.

use std::collections::BTreeSet;

use super::store;
use crate::db::Db;
use crate::federation::delivery::{self, Health};
use crate::federation::peers::{self, Peer};
use crate::forum::authors::{self, Said};
use crate::kernel::{Error, FaceId};
use crate::policy::scope::safety::Eyes;
use crate::policy::{self, Action, Viewer};
use crate::safety::reports::{self, Concern, ConcernId};

/// A community as a case leads to it.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The case.
    pub concern: Concern,
    /// Its name on the network.
    pub domain: String,
    /// What is known of it; none: nothing was ever decided or agreed.
    pub peer: Option<Peer>,
    /// What it holds of ours, and what waits for it.
    pub health: Health,
    /// What came from there and stands where this host may read it, but for words of people somebody is worried about.
    pub said: Vec<Said>,
    /// How much of that stands because somebody is worried about whoever wrote it.
    pub left: usize,
}

/// The community behind a case about somebody's words or name, for hosts.
///
/// # Errors
/// Absent for a case that is not theirs to look at, is about nobody elsewhere, or about somebody who may be in distress: such
/// a case is about them alone. `sign-in-first`, `hosts-only`.
pub fn preview(db: &mut Db, (viewer, eyes): (&Viewer, &Eyes), id: ConcernId) -> Result<Preview, Error> {
    policy::may_in_community(viewer, Action::ManageLinks)?;
    let concern = reports::find(db, eyes, id)?;
    let face = concern.face_id.filter(|_| !concern.is_distress()).ok_or(Error::Absent)?;
    let domain = store::domain_of(db, face)?.ok_or(Error::Absent)?;
    let peer = match peers::find(db, &domain) {
        Ok(peer) => Some(peer),
        Err(Error::Absent) => None,
        Err(fault) => return Err(fault),
    };
    let health = delivery::health(db, &domain)?;
    let said = authors::standing_from(db, viewer, &domain)?;
    let (said, left) = without_worried(db, said)?;
    Ok(Preview { concern, domain, peer, health, said, left })
}

/// Words of people somebody is worried about stay, whatever the rest of their community did: two people decide about these,
/// from the case. The rest, and how many stay.
fn without_worried(db: &mut Db, said: Vec<Said>) -> Result<(Vec<Said>, usize), Error> {
    let faces: BTreeSet<FaceId> = said.iter().map(|one| one.face).collect();
    let worried = policy::in_distress(db, faces.into_iter().collect())?;
    let (stays, goes): (Vec<Said>, Vec<Said>) = said.into_iter().partition(|one| worried.contains(&one.face));
    Ok((goes, stays.len()))
}
