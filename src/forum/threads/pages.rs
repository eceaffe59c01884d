//! A thread in the browser.

use actix_web::web::{Data, Path};

use super::{Author, Reason, Thread};
use crate::app::App;
use crate::forum::groups::{self, Group};
use crate::forum::threads;
use crate::http::{Answer, Fields, see_other};
use crate::http::{Doors, Who};
use crate::kernel::{Error, Html, PublicId, markdown};
use crate::page;
use crate::policy::{self, Action, Standing, Viewer};
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of threads.
pub fn doors(doors: &mut Doors) {
    doors.get("/p/{id}", Who::Visitor, show);
    doors.post("/p/{id}/lock", Who::Keeper, lock);
    doors.post("/p/{id}/unlock", Who::Keeper, unlock);
}

page! { "forum/threads/show.html",
    /// A thread and its replies.
    pub struct Show {
        thread: Thread,
        author: Author,
        group: Group,
        html: Html,
        lock_url: Option<String>,
        fields: Fields,
        faults: Faults,
    }
}

/// `GET /p/{id}`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, id: Path<String>) -> Answer {
    let shown = load(&app, viewer, ui, &id).await?;
    ui::answer(&shown)
}

/// `POST /p/{id}/lock`
pub async fn lock(app: Data<App>, viewer: Viewer, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let public = PublicId::parse(&id).ok_or(Error::Absent)?;
    let mut faults = Faults::default();
    let Some(reason) = faults.take(&ui, "reason", Reason::parse(fields.one("reason"))) else {
        let shown = load(&app, viewer, ui, &id).await?;
        return ui::refused(&Show { fields, faults, ..shown });
    };
    let thread = public.clone();
    app.write(move |tx| threads::lock(tx, &viewer, &thread, &reason)).await?;
    Ok(see_other(&urls::thread(&public)))
}

/// `POST /p/{id}/unlock`
pub async fn unlock(app: Data<App>, viewer: Viewer, id: Path<String>, _fields: Fields) -> Answer {
    let public = PublicId::parse(&id).ok_or(Error::Absent)?;
    let thread = public.clone();
    app.write(move |tx| threads::unlock(tx, &viewer, &thread)).await?;
    Ok(see_other(&urls::thread(&public)))
}

async fn load(app: &App, viewer: Viewer, ui: Shell, id: &str) -> Result<Show, Error> {
    let id = PublicId::parse(id).ok_or(Error::Absent)?;
    let (thread, author, group, standing) = app
        .read(move |db| {
            let (thread, author) = threads::find(db, &viewer, &id)?;
            let group = groups::find(db, thread.group_id)?;
            let standing = Standing::towards_words(db, &viewer, group.id, thread.author_face)?;
            Ok((thread, author, group, (standing, viewer)))
        })
        .await?;
    let (standing, viewer) = standing;
    let may_lock = policy::may(&viewer, Action::LockThread, &standing).is_ok();
    let html = markdown::render(&thread.body);
    let lock_url = may_lock.then(|| urls::in_thread(&thread.public_id, "lock"));
    Ok(Show {
        ui: ui.at(Door::Groups),
        thread,
        author,
        group,
        html,
        lock_url,
        fields: Fields::default(),
        faults: Faults::default(),
    })
}
