//! `/groups/elsewhere`: groups of other communities, found by their address. Joining and leaving them is as in any group.

use actix_web::web::{Data, Path};

use super::{FarGroup, Refusal};
use crate::app::App;
use crate::federation::far;
use crate::federation::inbound::{self, Listed};
use crate::federation::peers::{self, Links};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::{Error, Refusal as _};
use crate::page;
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of groups elsewhere.
pub fn doors(doors: &mut Doors) {
    doors.get("/groups/elsewhere", Who::Member, list);
    doors.get("/groups/elsewhere/{domain}", Who::Member, theirs);
    doors.post("/groups/elsewhere", Who::Member, find);
}

page! { "federation/far/index.html",
    /// Groups elsewhere that are known here, and a place to type an address.
    pub struct Index {
        rows: Vec<(String, String, FarGroup)>, partners: Vec<String>, is_linking: bool, fields: Fields, faults: Faults,
    }
}

page! { "federation/far/theirs.html",
    /// The groups another community lists for this one.
    pub struct Theirs { domain: String, rows: Vec<Listed>, is_silent: bool }
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

/// `GET /groups/elsewhere/{domain}`: the groups of a community that is linked with this one.
pub async fn theirs(app: Data<App>, _member: Member, ui: Shell, domain: Path<String>) -> Answer {
    let domain = domain.into_inner();
    let (rows, is_silent) = match inbound::groups_of(&app, &domain).await {
        Ok(rows) => (rows, false),
        Err(Error::Refused(refusal)) => (Vec::new(), refusal.code() == Refusal::NotReached.code()),
        Err(error) => return Err(error),
    };
    ui::answer(&Theirs { ui: ui.at(Door::Groups), domain, rows, is_silent })
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
    let found = app.read(|db| Ok((far::far_groups(db)?, peers::partners(db)?, peers::links(db)?)));
    let (rows, partners, links) = found.await?;
    let is_linking = app.federation().is_on && links != Links::Closed;
    let partners =
        if is_linking { partners.into_iter().map(|peer| peer.domain).collect() } else { Vec::new() };
    Ok(Index { ui: ui.at(Door::Groups), rows, partners, is_linking, fields, faults })
}
