//! What the doors of threads and replies ask.

use super::{Refusal, Wait, views};
use crate::app::App;
use crate::db::Db;
use crate::forum::screening;
use crate::forum::threads::{self, Kind, Thread};
use crate::kernel::{Error, PublicId};
use crate::policy::Viewer;

/// A thread was opened: where it tells of a setback, some go before others.
///
/// # Errors
/// A fault of the database.
pub async fn begin(app: &App, thread: &Thread) -> Result<(), Error> {
    if thread.kind != Kind::Setback {
        return Ok(());
    }
    let (group, id) = (thread.group_id, thread.id);
    let minutes = app.read(move |db| screening::first_minutes(db, group)).await?;
    app.firsts().begin(id, minutes, app.clock().now());
    Ok(())
}

/// Minutes until everybody may answer: none where nobody who goes before others is on duty.
///
/// # Errors
/// A fault of the database.
pub fn left(app: &App, db: &mut Db, thread: &Thread) -> Result<i64, Error> {
    let minutes = app.firsts().left(thread.id, app.clock().now());
    if minutes == 0 {
        return Ok(0);
    }
    let firsts = views::firsts(db, thread)?;
    Ok(if app.is_any_on_duty(&firsts) { minutes } else { 0 })
}

/// What a page says of it to a reader; `is_own`: they wrote it, under whichever name.
///
/// # Errors
/// A fault of the database.
pub fn wait(
    app: &App,
    db: &mut Db,
    viewer: &Viewer,
    (thread, is_own): (&Thread, bool),
) -> Result<Wait, Error> {
    let minutes = left(app, db, thread)?;
    if minutes == 0 {
        return Ok(Wait::default());
    }
    Ok(Wait { minutes, is_first: views::is_first(db, viewer, thread)?, is_own })
}

/// Whether somebody may answer right now. The first answer of one who goes before others lets everybody answer.
///
/// # Errors
/// `firsts-on-the-way`; absent for a thread out of reach.
pub async fn check(app: &App, viewer: &Viewer, id: &PublicId) -> Result<(), Error> {
    let (world, viewer, id) = (app.clone(), viewer.clone(), id.clone());
    let (thread, wait) = app
        .read(move |db| {
            let (thread, _) = threads::find(db, &viewer, &id)?;
            let is_own = thread.author_face == viewer.voice();
            let wait = wait(&world, db, &viewer, (&thread, is_own))?;
            Ok((thread, wait))
        })
        .await?;
    if wait.holds() {
        return Err(Refusal::OnTheWay { minutes: wait.minutes }.into());
    }
    if wait.is_first && !wait.is_own {
        app.firsts().end(thread.id, app.clock().now());
    }
    Ok(())
}
