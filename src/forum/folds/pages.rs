//! Opening again what somebody had folded, in the browser.

use actix_web::web::{Data, Path};

use super::commands;
use crate::app::App;
use crate::db::Side;
use crate::forum::{replies, threads, voices};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::{Error, PublicId, ReplyId, ThreadId};
use crate::ui::urls;

/// The doors of folds.
pub fn doors(doors: &mut Doors) {
    doors.post("/p/{id}/unfold", Who::Member, unfold_thread);
    doors.post("/p/{id}/r/{reply}/unfold", Who::Member, unfold_reply);
}

/// `POST /p/{id}/unfold`
pub async fn unfold_thread(app: Data<App>, member: Member, id: Path<String>, _fields: Fields) -> Answer {
    let id = parse(&id)?;
    unfold(&app, &member, (&id, None)).await?;
    Ok(see_other(&urls::thread(&id)))
}

/// `POST /p/{id}/r/{reply}/unfold`
pub async fn unfold_reply(
    app: Data<App>,
    member: Member,
    ids: Path<(String, String)>,
    _fields: Fields,
) -> Answer {
    let (id, reply) = (parse(&ids.0)?, parse(&ids.1)?);
    unfold(&app, &member, (&id, Some(&reply))).await?;
    Ok(see_other(&urls::reply(&id, &reply)))
}

/// An id in an address.
pub(super) fn parse(id: &str) -> Result<PublicId, Error> {
    PublicId::parse(id).ok_or(Error::Absent)
}

/// Opens words again, on the side of aliases: nothing says that whoever is signed in had them folded.
pub(super) async fn unfold(
    app: &App,
    member: &Member,
    of: (&PublicId, Option<&PublicId>),
) -> Result<(), Error> {
    let place = find(app, member, of).await?;
    let (viewer, hand) = (member.viewer(), voices::hand(app, member));
    app.write_as(Side::Alias, move |tx| commands::unfold(tx, (&viewer, &hand), place)).await
}

/// What an address is of, where the reader may read it.
pub(super) async fn find(
    app: &App,
    member: &Member,
    (thread, reply): (&PublicId, Option<&PublicId>),
) -> Result<(ThreadId, Option<ReplyId>), Error> {
    let (viewer, thread, reply) = (member.viewer(), thread.clone(), reply.cloned());
    app.read(move |db| {
        let Some(reply) = reply else {
            let (thread, _) = threads::find(db, &viewer, &thread)?;
            return Ok((thread.id, None));
        };
        let (thread, reply, _) = replies::find(db, &viewer, &thread, &reply)?;
        Ok((thread.id, Some(reply.id)))
    })
    .await
}
