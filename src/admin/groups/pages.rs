//! `/host/groups`: the groups a host may know of, and whether they take new posts.

use actix_web::web::{Data, Path};

use super::Listed;
use crate::admin::groups as listed;
use crate::app::App;
use crate::forum::groups;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::page;
use crate::policy::{self, Action, Viewer};
use crate::ui::{self, Door, Shell};

/// The doors of groups for hosts.
pub fn doors(doors: &mut Doors) {
    doors.get("/host/groups", Who::Host, index);
    doors.post("/host/groups/{name}/close", Who::Host, close);
    doors.post("/host/groups/{name}/reopen", Who::Host, reopen);
}

page! { "admin/groups/index.html",
    /// Every group the host may know of.
    pub struct Index { groups: Vec<Listed> }
}

/// `GET /host/groups`
pub async fn index(app: Data<App>, viewer: Viewer, ui: Shell) -> Answer {
    let groups = app
        .read(move |db| {
            let permit = policy::may_in_community(&viewer, Action::ManageCommunity)?;
            listed::list(db, &permit, &viewer)
        })
        .await?;
    ui::answer(&Index { ui: ui.at(Door::You), groups })
}

/// `POST /host/groups/{name}/close`
pub async fn close(app: Data<App>, viewer: Viewer, name: Path<String>, _fields: Fields) -> Answer {
    settle(&app, viewer, name.into_inner(), true).await
}

/// `POST /host/groups/{name}/reopen`
pub async fn reopen(app: Data<App>, viewer: Viewer, name: Path<String>, _fields: Fields) -> Answer {
    settle(&app, viewer, name.into_inner(), false).await
}

async fn settle(app: &App, viewer: Viewer, name: String, is_closed: bool) -> Answer {
    app.write(move |tx| groups::settle(tx, &viewer, &name, is_closed)).await?;
    Ok(see_other("/host/groups"))
}
