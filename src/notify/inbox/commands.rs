//! Seeing what happened. That it was seen is written hours later: the moment would say when its reader was here.

use super::{Marks, NoticeId, store, views};
use crate::app::App;
use crate::kernel::{Error, FaceId};
use crate::policy::Viewer;

/// Marks one's own notice as seen and returns where it leads.
///
/// # Errors
/// `sign-in-first`; absent if there is no such notice of theirs.
pub async fn open(app: &App, viewer: Viewer, id: NoticeId) -> Result<String, Error> {
    let face = viewer.member()?.face;
    let (number, place) = app
        .read(move |db| {
            let notice = store::find(db, face, id)?;
            Ok((notice.number, views::place(db, &viewer, notice)?))
        })
        .await?;
    keep(app, face, |marks| {
        marks.ones.insert(id.0, number);
    });
    Ok(place.unwrap_or_else(|| "/news".to_owned()))
}

/// Marks all one's own notices as seen.
///
/// # Errors
/// `sign-in-first`.
pub async fn see_all(app: &App, viewer: &Viewer) -> Result<(), Error> {
    let face = viewer.member()?.face;
    let last = app.read(move |db| store::last_number(db, face)).await?;
    keep(app, face, |marks| *marks = Marks { all_to: last, ..Marks::default() });
    Ok(())
}

/// What somebody saw and is not written yet.
#[must_use]
pub fn marks(app: &App, viewer: &Viewer) -> Marks {
    app.later().seen.of(&viewer.face()).unwrap_or_default()
}

fn keep(app: &App, face: FaceId, work: impl FnOnce(&mut Marks)) {
    app.later().seen.change(face, Marks::default, work);
    app.later().wait(app.clock().now(), app.chance());
}
