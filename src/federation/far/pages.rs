//! `/groups/elsewhere`: groups of other communities, found by their address. Joining and leaving them is as in any group.

use actix_web::web::Data;

use super::FarGroup;
use crate::app::App;
use crate::federation::far;
use crate::federation::inbound;
use crate::federation::peers::{self, Links};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::Error;
use crate::page;
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of groups elsewhere.
pub fn doors(doors: &mut Doors) {
    doors.get("/groups/elsewhere", Who::Member, list);
    doors.post("/groups/elsewhere", Who::Member, find);
}

page! { "federation/far/index.html",
    /// Groups elsewhere that are known here, and a place to type an address.
    pub struct Index { rows: Vec<(String, String, FarGroup)>, is_linking: bool, fields: Fields, faults: Faults }
}

impl Index {
    fn url(&self, name: &str) -> String {
        urls::in_group(name, "about")
    }
}

/// `GET /groups/elsewhere`
pub async fn list(app: Data<App>, _member: Member, ui: Shell) -> Answer {
    ui::answer(&load(&app, ui, Fields::default(), Faults::default()).await?)
}

/// `POST /groups/elsewhere`: finds a group, and shows what it says of itself.
pub async fn find(app: Data<App>, _member: Member, ui: Shell, fields: Fields) -> Answer {
    match inbound::find(&app, fields.one("address")).await {
        Ok(group) => Ok(see_other(&urls::in_group(&group.name, "about"))),
        Err(Error::Refused(refusal)) => {
            let mut faults = Faults::default();
            faults.add(&ui, "address", refusal.as_ref());
            ui::refused(&load(&app, ui, fields, faults).await?)
        }
        Err(error) => Err(error),
    }
}

async fn load(app: &App, ui: Shell, fields: Fields, faults: Faults) -> Result<Index, Error> {
    let (rows, links) = app.read(|db| Ok((far::far_groups(db)?, peers::links(db)?))).await?;
    let is_linking = app.federation().is_on && links != Links::Closed;
    Ok(Index { ui: ui.at(Door::Groups), rows, is_linking, fields, faults })
}
