//! Groups as their members meet them: joining and leaving in the browser, and what somebody says of their own place.

mod about;
mod links;
mod list;
mod people;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::AskWords;
use crate::app::App;
use crate::forum::groups::{self, Group};
use crate::forum::members;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::Error;
use crate::page;
use crate::policy::{Refusal, Role, Standing, Viewer};
use crate::ui::{self, Door, Faults, Shell, urls};

pub(super) use people::{after, key};

/// The doors of members.
pub fn doors(doors: &mut Doors) {
    doors.get("/groups", Who::Visitor, list::list);
    doors.get("/g/{name}/about", Who::Visitor, about::about);
    doors.post("/g/{name}/join", Who::Member, join);
    doors.post("/g/{name}/withdraw", Who::Member, withdraw);
    doors.get("/g/{name}/leave", Who::Member, confirm);
    doors.post("/g/{name}/leave", Who::Member, leave);
    doors.post("/g/{name}/home", Who::Member, home);
    doors.post("/g/{name}/unlisted", Who::Member, unlisted);
    doors.get("/g/{name}/people", Who::Member, people::list);
    doors.post("/g/{name}/answer", Who::Keeper, people::answer);
    doors.post("/g/{name}/role", Who::Keeper, people::appoint);
    doors.get("/g/{name}/invitations", Who::Keeper, links::list);
    doors.post("/g/{name}/invitations", Who::Keeper, links::create);
    doors.post("/g/{name}/invitations/withdraw", Who::Keeper, links::withdraw);
    doors.get("/i/{link}", Who::Visitor, links::show);
    doors.post("/i/{link}", Who::Member, links::join);
}

/// `POST /g/{name}/join`: joins, or asks with the words that were written.
pub async fn join(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>, fields: Fields) -> Answer {
    let name = name.into_inner();
    let mut faults = Faults::default();
    let words = faults.take(&ui, "words", AskWords::parse(fields.one("words")));
    let Some(words) = words else {
        let about = about::load(&app, viewer, ui, name).await?;
        return ui::refused(&about::About { fields, faults, ..about });
    };
    let (asker, group) = (viewer.clone(), name.clone());
    let joined = app.write(move |tx| members::ask(tx, &asker, &group, &words)).await;
    match joined {
        Ok(group) => Ok(to_about(&group)),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            let about = about::load(&app, viewer, ui, name).await?;
            ui::refused(&about::About { fields, faults, ..about })
        }
    }
}

/// `POST /g/{name}/withdraw`
pub async fn withdraw(app: Data<App>, viewer: Viewer, name: Path<String>, _fields: Fields) -> Answer {
    let group = app.write(move |tx| members::withdraw(tx, &viewer, &name)).await?;
    Ok(to_about(&group))
}

page! { "forum/members/leave.html",
    /// One more look before leaving.
    pub struct Leave { group: Group, is_last_steward: bool, faults: Faults }
}

/// `GET /g/{name}/leave`
pub async fn confirm(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>) -> Answer {
    let page = load(&app, viewer, ui, name.into_inner()).await?;
    ui::answer(&page)
}

/// `POST /g/{name}/leave`
pub async fn leave(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>, _fields: Fields) -> Answer {
    let name = name.into_inner();
    let (leaver, group) = (viewer.clone(), name.clone());
    let left = app.write(move |tx| members::leave(tx, &leaver, &group)).await;
    match left {
        Ok(()) => Ok(see_other("/groups")),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            let page = load(&app, viewer, ui, name).await?;
            ui::refused(&Leave { faults, ..page })
        }
    }
}

async fn load(app: &App, viewer: Viewer, ui: Shell, name: String) -> Result<Leave, Error> {
    let (group, is_last_steward) = app
        .read(move |db| {
            let group = groups::find_by_name(db, &viewer, &name)?;
            let standing = Standing::in_group(db, &viewer, group.id)?;
            viewer.member()?;
            let role = standing.role.ok_or(Refusal::MembersOnly)?;
            let keepers = members::keepers(db, group.id)?;
            let stewards = keepers.iter().filter(|each| each.membership.role == Role::Steward).count();
            Ok((group, role == Role::Steward && stewards < 2))
        })
        .await?;
    Ok(Leave { ui: ui.at(Door::Groups), group, is_last_steward, faults: Faults::default() })
}

/// `POST /g/{name}/home`
pub async fn home(app: Data<App>, viewer: Viewer, name: Path<String>, fields: Fields) -> Answer {
    let is_home = !fields.has("home", "no");
    let group = app.write(move |tx| members::set_home(tx, &viewer, &name, is_home)).await?;
    Ok(to_about(&group))
}

/// `POST /g/{name}/unlisted`
pub async fn unlisted(app: Data<App>, viewer: Viewer, name: Path<String>, fields: Fields) -> Answer {
    let is_unlisted = !fields.has("unlisted", "no");
    let group = app.write(move |tx| members::set_unlisted(tx, &viewer, &name, is_unlisted)).await?;
    Ok(to_about(&group))
}

fn to_about(group: &Group) -> HttpResponse {
    see_other(&urls::in_group(&group.name, "about"))
}
