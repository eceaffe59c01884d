//! What the pages of groups ask: that somebody looks, and how many others do.

use std::collections::HashMap;

use super::model::OTHERS_MIN;
use super::{Amount, views};
use crate::app::App;
use crate::forum::groups::Group;
use crate::http::Part;
use crate::kernel::{Error, FaceId, GroupId};
use crate::ui::Shell;

/// Somebody looks at a page of a group. Where the place is made to look like another one, where words carry no time, and where a
/// page asks for a part of itself, since nobody needs to be there for that, it is not kept.
pub fn visit(app: &App, ui: &Shell, (group, part): (&Group, &Part)) {
    let is_kept = part.0.is_none() && is_open_to(ui) && group.shows_times() && group.elsewhere().is_none();
    if let Some(signed) = ui.signed.as_deref().filter(|_| is_kept) {
        app.here().saw(group.id, signed.person.face, ui.now);
    }
}

/// How many others are here in each of these groups, as far as the reader is told.
///
/// # Errors
/// A fault of the database.
pub async fn amounts(app: &App, ui: &Shell, groups: Vec<GroupId>) -> Result<HashMap<GroupId, Amount>, Error> {
    match ui.signed.as_deref().filter(|_| is_open_to(ui)) {
        Some(signed) => told(app, signed.person.face, groups).await,
        None => Ok(HashMap::new()),
    }
}

/// The same for a member, whatever their device is made to look like.
///
/// # Errors
/// A fault of the database.
pub async fn told(app: &App, me: FaceId, groups: Vec<GroupId>) -> Result<HashMap<GroupId, Amount>, Error> {
    let now = app.clock().now();
    let others = groups.into_iter().map(|group| (group, app.here().others(group, me, now)));
    let looked: HashMap<_, _> = others.filter(|(_, others)| others.len() >= OTHERS_MIN).collect();
    if looked.is_empty() {
        return Ok(HashMap::new());
    }
    app.read(move |db| views::said(db, (me, now.day()), &looked)).await
}

/// Whether the device shows this place as what it is.
fn is_open_to(ui: &Shell) -> bool {
    ui.reading.look.is_none()
}
