//! What those who look after a group do with a thread.

use actix_web::web::{Data, Path};

use super::show::{self, Look, Show};
use crate::app::App;
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
    let (thread, keeper) = (public.clone(), viewer.clone());
    match app.write(move |tx| threads::lock(tx, &keeper, &thread, &reason)).await {
        Ok(_) => Ok(see_other(&urls::thread(&public))),
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
    let thread = public.clone();
    app.write(move |tx| threads::unlock(tx, &viewer, &thread)).await?;
    Ok(see_other(&urls::thread(&public)))
}

/// `POST /p/{id}/pin`
pub async fn pin(app: Data<App>, viewer: Viewer, id: Path<String>, _fields: Fields) -> Answer {
    let public = PublicId::parse(&id).ok_or(Error::Absent)?;
    let thread = public.clone();
    app.write(move |tx| threads::pin(tx, &viewer, &thread)).await?;
    Ok(see_other(&urls::thread(&public)))
}

/// `POST /p/{id}/unpin`
pub async fn unpin(app: Data<App>, viewer: Viewer, id: Path<String>, _fields: Fields) -> Answer {
    let public = PublicId::parse(&id).ok_or(Error::Absent)?;
    let thread = public.clone();
    app.write(move |tx| threads::unpin(tx, &viewer, &thread)).await?;
    Ok(see_other(&urls::thread(&public)))
}
