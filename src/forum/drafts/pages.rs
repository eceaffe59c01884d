//! The list of drafts in the browser; forms keep them by their own doors.

use actix_web::web::{Data, Path};

use super::{DraftId, Kept};
use crate::app::App;
use crate::forum::drafts;
use crate::forum::held::{self, Own};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::page;
use crate::ui::{self, Door, Shell};

/// The doors of drafts.
pub fn doors(doors: &mut Doors) {
    doors.get("/share/drafts", Who::Member, list);
    doors.post("/share/drafts/{id}/delete", Who::Member, delete);
}

page! { "forum/drafts/list.html",
    /// Everything somebody kept and has not sent, and what they sent that waits.
    pub struct List {
        drafts: Vec<Kept>,
        waiting: Vec<Own>,
    }
}

/// `GET /share/drafts`
pub async fn list(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let viewer = member.viewer();
    let (drafts, waiting) =
        app.read(move |db| Ok((drafts::list(db, &viewer, None)?, held::mine(db, &viewer)?))).await?;
    ui::answer(&List { ui: ui.at(Door::Share), drafts, waiting })
}

/// `POST /share/drafts/{id}/delete`
pub async fn delete(app: Data<App>, member: Member, id: Path<i64>, _fields: Fields) -> Answer {
    let (viewer, id) = (member.viewer(), DraftId(id.into_inner()));
    app.write(move |tx| drafts::forget(tx, &viewer, id)).await?;
    Ok(see_other("/share/drafts"))
}
