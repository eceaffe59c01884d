//! What those who look after a group do with a thread.

use actix_web::web::{Data, Path};

use super::show::{self, Look, Show};
use crate::app::App;
use crate::db::Tx;
use crate::forum::kept::Kept;
use crate::forum::threads::{self, Reason};
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, problem, see_other};
use crate::kernel::{Error, PublicId};
use crate::policy::Viewer;
use crate::ui::{self, Faults, Shell, urls};

/// `POST /p/{id}/lock`
pub async fn lock(app: Data<App>, viewer: Viewer, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let public = PublicId::parse(&id).ok_or(Error::Absent)?;
    let mut faults = Faults::default();
    let Some(reason) = faults.take(&ui, "reason", Reason::parse(fields.one("reason"))) else {
        let shown = show::load(&app, viewer, ui, (&id, Look::default())).await?;
        return ui::refused(&Show { fields, faults, ..shown });
    };
    match stop(&app, viewer.clone(), public.clone(), reason).await {
        Ok(()) => Ok(see_other(&urls::thread(&public))),
        Err(error) if error.code() == "thread-stays-open" => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            let shown = show::load(&app, viewer, ui, (&id, Look::default())).await?;
            ui::with_status(status, &Show { fields, faults, ..shown })
        }
        Err(error) => Err(error),
    }
}

/// `POST /p/{id}/shield`: its writer asks that those answer who have been here a while, or lets everybody.
pub async fn shield(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let public = PublicId::parse(&id).ok_or(Error::Absent)?;
    let (viewer, thread, is_on) = (member.viewer(), public.clone(), fields.has("shield", "1"));
    match app.write(move |tx| threads::shield(tx, &viewer, &thread, is_on)).await {
        Ok(()) => Ok(see_other(&urls::thread(&public))),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            let shown = show::load(&app, member.viewer(), ui, (&id, Look::default())).await?;
            ui::with_status(status, &Show { fields, faults, ..shown })
        }
    }
}

/// `POST /p/{id}/unlock`
pub async fn unlock(app: Data<App>, viewer: Viewer, id: Path<String>, _fields: Fields) -> Answer {
    let public = PublicId::parse(&id).ok_or(Error::Absent)?;
    go_on(&app, viewer, public.clone()).await?;
    Ok(see_other(&urls::thread(&public)))
}

/// `POST /p/{id}/pin`
pub async fn pin(app: Data<App>, viewer: Viewer, id: Path<String>, _fields: Fields) -> Answer {
    let public = PublicId::parse(&id).ok_or(Error::Absent)?;
    keep_up(&app, viewer, public.clone()).await?;
    Ok(see_other(&urls::thread(&public)))
}

/// `POST /p/{id}/unpin`
pub async fn unpin(app: Data<App>, viewer: Viewer, id: Path<String>, _fields: Fields) -> Answer {
    let public = PublicId::parse(&id).ok_or(Error::Absent)?;
    let_down(&app, viewer, public.clone()).await?;
    Ok(see_other(&urls::thread(&public)))
}

/// Stops replies, with a line in the log of service; for both doors.
pub(in crate::forum::threads) async fn stop(
    app: &App,
    viewer: Viewer,
    id: PublicId,
    reason: Reason,
) -> Result<(), Error> {
    let side = app.side_of(&viewer, &id).await?;
    let work = move |tx: &mut Tx<'_>| {
        threads::lock(tx, &viewer, &id, &reason)?;
        App::logs(tx, &viewer, &Kept::Locked(&id, reason.as_str()))
    };
    app.write_as(side, work).await
}

/// Lets replies go on, likewise.
pub(in crate::forum::threads) async fn go_on(app: &App, viewer: Viewer, id: PublicId) -> Result<(), Error> {
    let side = app.side_of(&viewer, &id).await?;
    let work = move |tx: &mut Tx<'_>| {
        threads::unlock(tx, &viewer, &id)?;
        App::logs(tx, &viewer, &Kept::Unlocked(&id))
    };
    app.write_as(side, work).await
}

/// Keeps a thread at the top, likewise.
pub(in crate::forum::threads) async fn keep_up(app: &App, viewer: Viewer, id: PublicId) -> Result<(), Error> {
    let side = app.side_of(&viewer, &id).await?;
    let work = move |tx: &mut Tx<'_>| {
        threads::pin(tx, &viewer, &id)?;
        App::logs(tx, &viewer, &Kept::Pinned(&id))
    };
    app.write_as(side, work).await
}

/// Lets it move on, likewise.
pub(in crate::forum::threads) async fn let_down(
    app: &App,
    viewer: Viewer,
    id: PublicId,
) -> Result<(), Error> {
    let side = app.side_of(&viewer, &id).await?;
    let work = move |tx: &mut Tx<'_>| {
        threads::unpin(tx, &viewer, &id)?;
        App::logs(tx, &viewer, &Kept::Unpinned(&id))
    };
    app.write_as(side, work).await
}
