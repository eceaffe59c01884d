//! `/host/groups`: every group, and whether it takes new posts.

use actix_web::web::Data;

use super::Listed;
use crate::admin::groups as listed;
use crate::app::App;
use crate::http::{Answer, Doors, Who};
use crate::page;
use crate::policy::{self, Action, Standing, Viewer};
use crate::ui::{self, Door, Shell};

/// The doors of groups for hosts.
pub fn doors(doors: &mut Doors) {
    doors.get("/host/groups", Who::Host, index);
}

page! { "admin/groups/index.html",
    /// Every group.
    pub struct Index { groups: Vec<Listed> }
}

/// `GET /host/groups`
pub async fn index(app: Data<App>, viewer: Viewer, ui: Shell) -> Answer {
    let groups = app
        .read(move |db| {
            let permit = policy::may(&viewer, Action::ManageCommunity, &Standing::in_community(&viewer))?;
            listed::list(db, &permit)
        })
        .await?;
    ui::answer(&Index { ui: ui.at(Door::You), groups })
}
