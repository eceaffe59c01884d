//! Links into the community: what a member has made, and a form for another.

use actix_web::web::Data;

use super::{Days, Label, Link, Offer, Uses};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::invitations;
use crate::kernel::{Error, GroupId, InvitationId, Token};
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Door, Faults, Shell};

/// The doors of invitations. What whoever follows a link sees stands with the groups it may lead into.
pub fn doors(doors: &mut Doors) {
    doors.get("/invitations", Who::Member, list);
    doors.post("/invitations", Who::Member, create);
    doors.post("/invitations/withdraw", Who::Member, withdraw);
}

page! { "identity/invitations/list.html",
    /// The links a member has open.
    pub struct List { links: Vec<Link>, fields: Fields, faults: Faults }
}

/// `GET /invitations`
pub async fn list(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let page = load(&app, member.viewer(), ui).await?;
    ui::answer(&page)
}

async fn load(app: &App, viewer: Viewer, ui: Shell) -> Result<List, Error> {
    let today = app.clock().now().day();
    let links = app.read(move |db| invitations::list(db, &viewer, None, today)).await?;
    Ok(List { ui: ui.at(Door::You), links, fields: usual(), faults: Faults::default() })
}

/// A form for a link as it begins.
#[must_use]
pub fn usual() -> Fields {
    [("uses", "1"), ("days", "7")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into_iter()
        .collect()
}

/// What a form for a link says, and what is wrong with it.
pub fn offered(ui: &Shell, fields: &Fields, faults: &mut Faults, group: Option<GroupId>) -> Option<Offer> {
    let label = faults.take(ui, "label", Label::parse(fields.one("label")));
    let uses = faults.take(ui, "uses", Uses::parse(fields.one("uses")));
    let days = faults.take(ui, "days", Days::parse(fields.one("days")));
    Some(Offer { group, label: label?, uses: uses?, days: days?, token: Token::parse(fields.one("once")) })
}

/// `POST /invitations`: the link is shown once, at its own address.
pub async fn create(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let page = load(&app, member.viewer(), ui).await?;
    let mut faults = Faults::default();
    let Some(offer) = offered(&page.ui, &fields, &mut faults, None) else {
        return ui::refused(&List { fields, faults, ..page });
    };
    let viewer = member.viewer();
    match app.write(move |tx| invitations::make(tx, &viewer, &offer)).await {
        Ok(made) => Ok(see_other(&format!("/i/{}", made.token.expose()))),
        Err(error) => {
            let faults = Faults::mend(&page.ui, error)?;
            ui::refused(&List { fields, faults, ..page })
        }
    }
}

/// `POST /invitations/withdraw`
pub async fn withdraw(app: Data<App>, member: Member, fields: Fields) -> Answer {
    let id = InvitationId::read(fields.one("invitation"))?;
    app.write(move |tx| invitations::withdraw(tx, &member.viewer(), id)).await?;
    Ok(see_other("/invitations"))
}
