//! Threads in the browser.

mod change;
mod filled;
pub(super) mod keep;
mod share;
mod show;

pub use change::{Edit, History, TakeBack};

use super::Draft;
use crate::app::App;
use crate::forum::screening::By;
use crate::forum::threads;
use crate::http::{Doors, Who};
use crate::kernel::Error;
use crate::policy::Viewer;

/// The doors of threads.
pub fn doors(doors: &mut Doors) {
    doors.get("/share", Who::Member, share::new);
    doors.post("/share", Who::Member, share::create);
    doors.get("/p/{id}", Who::Visitor, show::show);
    doors.get("/p/{id}/live", Who::Visitor, show::live);
    doors.get("/p/{id}/edit", Who::Member, change::edit);
    doors.post("/p/{id}/edit", Who::Member, change::update);
    doors.get("/p/{id}/delete", Who::Member, change::ask);
    doors.post("/p/{id}/delete", Who::Member, change::delete);
    doors.post("/p/{id}/hush", Who::Member, change::hush);
    doors.post("/p/{id}/firsts", Who::Member, change::let_answer);
    doors.get("/p/{id}/history", Who::Member, change::history);
    doors.post("/p/{id}/shield", Who::Member, keep::shield);
    doors.post("/p/{id}/lock", Who::Keeper, keep::lock);
    doors.post("/p/{id}/unlock", Who::Keeper, keep::unlock);
    doors.post("/p/{id}/pin", Who::Keeper, keep::pin);
    doors.post("/p/{id}/unpin", Who::Keeper, keep::unpin);
}

/// Whether somebody may open a thread right now: its group's rules first, then its pace, then what one person may say in an
/// hour. Says whether they said the same in several places lately.
pub(super) async fn allowed(app: &App, viewer: &Viewer, draft: &Draft) -> Result<bool, Error> {
    let (person, now) = (viewer.member()?, app.clock().now());
    let (asks, words) = (viewer.clone(), format!("{}\n{}", draft.title.as_str(), draft.body.as_str()));
    let draft = draft.clone();
    let paced = app.read(move |db| threads::could_open(db, &asks, &draft, now)).await?;
    let mut is_repeated = false;
    if let Some((group, pace)) = paced {
        let admitted = app.paces().admit((person.face, group), pace.minutes, now);
        admitted.map_err(|refusal| pace.said(refusal))?;
        is_repeated = app.paces().echoes(&words, (By::Name(person.face), &group.to_string()), now);
    }
    app.throttle().words(person.face, person.is_new, false)?;
    Ok(is_repeated)
}
