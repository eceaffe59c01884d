//! What hosts change about the community. Pages read it afresh, so there is nobody to tell.

use super::{About, Discretion, Entrance, Keeping, Pages, Text, store};
use crate::db::Tx;
use crate::kernel::Error;
use crate::policy::{self, Action, Viewer};

/// Says what the community is called, and where it is at home.
///
/// # Errors
/// `sign-in-first`, `hosts-only`.
pub fn describe(tx: &mut Tx<'_>, viewer: &Viewer, about: &About) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    store::set_about(tx, &permit, about)
}

/// Says who may come in.
///
/// # Errors
/// As [`describe`].
pub fn set_entrance(tx: &mut Tx<'_>, viewer: &Viewer, entrance: Entrance) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    store::set_entrance(tx, &permit, entrance)
}

/// Writes the host's own pages.
///
/// # Errors
/// As [`describe`].
pub fn write_pages(tx: &mut Tx<'_>, viewer: &Viewer, pages: &Pages) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    store::set_pages(tx, &permit, pages)
}

/// Writes how people talk here.
///
/// # Errors
/// As [`describe`].
pub fn write_rules(tx: &mut Tx<'_>, viewer: &Viewer, rules: &Text) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    store::set_how_we_talk(tx, &permit, rules)
}

/// Says what shows when somebody looks over a shoulder.
///
/// # Errors
/// As [`describe`].
pub fn be_discreet(tx: &mut Tx<'_>, viewer: &Viewer, discretion: &Discretion) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    store::set_discretion(tx, &permit, discretion)
}

/// Says how long things are kept.
///
/// # Errors
/// As [`describe`].
pub fn keep_for(tx: &mut Tx<'_>, viewer: &Viewer, keeping: Keeping) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    store::set_keeping(tx, &permit, keeping)
}

/// Says whether hosts accept hours in which nobody is on duty.
///
/// # Errors
/// As [`describe`].
pub fn set_quiet_hours(tx: &mut Tx<'_>, viewer: &Viewer, accepts: bool) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    store::set_quiet_hours(tx, &permit, accepts)
}
