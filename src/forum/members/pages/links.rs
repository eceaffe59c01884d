//! Outstanding into a group: making them, taking them back, and what whoever follows one sees.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use crate::app::App;
use crate::forum::groups::{self, Group};
use crate::forum::members::{self, State};
use crate::http::{Answer, Fields, see_other};
use crate::identity::invitations::{self, Invitation, Link};
use crate::kernel::{Error, InvitationId, Kind, Token};
use crate::page;
use crate::policy::{Action, Viewer};
use crate::ui::{self, Door, Faults, Shell, urls};

page! { "forum/members/links.html",
    /// The links into a group that still work, and a form for another.
    pub struct Outstanding { group: Group, links: Vec<Link>, fields: Fields, faults: Faults }
}

/// `GET /g/{name}/invitations`
pub async fn list(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>) -> Answer {
    let page = load(&app, viewer, ui, name.into_inner()).await?;
    ui::answer(&page)
}

async fn load(app: &App, viewer: Viewer, ui: Shell, name: String) -> Result<Outstanding, Error> {
    let today = app.clock().now().day();
    let (group, links) = app
        .read(move |db| {
            let (group, _) = groups::find_for(db, &viewer, &name, Action::InviteToGroup)?;
            let links = invitations::list(db, &viewer, Some(group.id), today)?;
            Ok((group, links))
        })
        .await?;
    let (ui, fields) = (ui.at(Door::Groups), invitations::usual());
    Ok(Outstanding { ui, group, links, fields, faults: Faults::default() })
}

/// `POST /g/{name}/invitations`
pub async fn create(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>, fields: Fields) -> Answer {
    let page = load(&app, viewer.clone(), ui, name.into_inner()).await?;
    let mut faults = Faults::default();
    let Some(offer) = invitations::offered(&page.ui, &fields, &mut faults, Some(page.group.id)) else {
        return ui::refused(&Outstanding { fields, faults, ..page });
    };
    match app.write(move |tx| invitations::make(tx, &viewer, &offer)).await {
        Ok(made) => Ok(see_other(&format!("/i/{}", made.token.expose()))),
        Err(error) => {
            let faults = Faults::mend(&page.ui, error)?;
            ui::refused(&Outstanding { fields, faults, ..page })
        }
    }
}

/// `POST /g/{name}/invitations/withdraw`
pub async fn withdraw(app: Data<App>, viewer: Viewer, name: Path<String>, fields: Fields) -> Answer {
    let id = InvitationId::read(fields.one("invitation"))?;
    app.write(move |tx| {
        groups::find_by_name(tx, &viewer, &name)?;
        invitations::withdraw(tx, &viewer, id)?;
        Ok(see_other_place(&name))
    })
    .await
    .map(|place| see_other(&place))
}

fn see_other_place(name: &str) -> String {
    urls::in_group(name, "invitations")
}

page! { "forum/members/invited.html",
    /// What a link leads to; the address to hand out, for whoever made it.
    pub struct Invited {
        group: Option<Group>,
        until: String,
        label: String,
        uses_left: i64,
        is_in: bool,
        address: Option<String>,
        link: String,
        faults: Faults,
    }
}

page! { "forum/members/invitation_ended.html",
    /// A link that no longer works, and a way onward.
    pub struct Ended {}
}

/// `GET /i/{link}`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, link: Path<String>) -> Answer {
    let Some(token) = Token::parse(&link) else { return ended(ui) };
    match look(&app, viewer, ui.clone(), token).await {
        Ok(page) => ui::answer(&page),
        Err(error) if error.code() == "invitation-ended" => ended(ui),
        Err(error) => Err(error),
    }
}

/// `POST /i/{link}`
pub async fn join(app: Data<App>, viewer: Viewer, ui: Shell, link: Path<String>, _fields: Fields) -> Answer {
    let Some(token) = Token::parse(&link) else { return ended(ui) };
    let (person, key) = (viewer.clone(), token.clone());
    match app.write(move |tx| members::join_by(tx, &person, &key)).await {
        Ok(Some(group)) => Ok(see_other(&urls::group(&group.name))),
        Ok(None) => Ok(see_other("/")),
        Err(error) if error.code() == "invitation-ended" => ended(ui),
        Err(error) if error.kind() == Kind::Conflict => {
            let faults = Faults::mend(&ui, error)?;
            let page = look(&app, viewer, ui, token).await?;
            ui::refused(&Invited { faults, ..page })
        }
        Err(error) => Err(error),
    }
}

async fn look(app: &App, viewer: Viewer, ui: Shell, token: Token) -> Result<Invited, Error> {
    let (today, link) = (app.clock().now().day(), token.expose().to_owned());
    let origin = app.settings().server.origin();
    let own = viewer.face();
    let (invitation, group, place): (Invitation, Option<Group>, _) = app
        .read(move |db| {
            let invitation = invitations::look(db, &token, today)?;
            let Some(group) = invitation.group_id else { return Ok((invitation, None, None)) };
            let place = members::standing(db, &viewer, group)?;
            Ok((invitation, Some(groups::find(db, group)?), place))
        })
        .await?;
    let is_own = ui.is_signed_in() && invitation.made_by == own;
    let until = ui.date(&invitation.expires_on);
    Ok(Invited {
        ui: ui.at(Door::Groups),
        group,
        until,
        label: invitation.label,
        uses_left: invitation.uses_left,
        is_in: place.is_some_and(|place| place.state == State::In),
        address: is_own.then(|| format!("{origin}/i/{link}")),
        link,
        faults: Faults::default(),
    })
}

fn ended(ui: Shell) -> Result<HttpResponse, Error> {
    ui::with_status(StatusCode::GONE, &Ended { ui })
}
