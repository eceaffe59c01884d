//! Links into the community for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Days, Label, Link, Made, Offer, Uses};
use crate::app::App;
use crate::http::problem::{InField, ProblemJson};
use crate::http::{Answer, Doors, Who};
use crate::identity::invitations;
use crate::kernel::{Error, GroupId, InvitationId};
use crate::policy::Viewer;

/// The doors of invitations.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/invitations", Who::Member, list_invitations);
    doors.post("/api/v1/invitations", Who::Member, make_invitation);
    doors.delete("/api/v1/invitations/{link}", Who::Member, withdraw_invitation);
}

/// What a link is to be.
#[derive(Debug, Deserialize, ToSchema)]
pub struct OfferJson {
    /// What its maker calls it.
    #[serde(default)]
    label: String,
    /// How many may come in by it: 1 to 100.
    uses: i64,
    /// For how many days it works: 1 to 90.
    days: i64,
}

impl OfferJson {
    /// Reads it, for the community or for a group.
    ///
    /// # Errors
    /// What does not fit, and in which field.
    pub fn offer(&self, group: Option<GroupId>) -> Result<Offer, Error> {
        Ok(Offer {
            group,
            label: Label::parse(&self.label).in_field("label")?,
            uses: Uses::parse(&self.uses.to_string()).in_field("uses")?,
            days: Days::parse(&self.days.to_string()).in_field("days")?,
            token: None,
        })
    }
}

/// A link that was made: its address is told this once.
#[derive(Debug, Serialize, ToSchema)]
pub struct MadeJson {
    /// What to withdraw it by.
    id: i64,
    /// What to hand out.
    url: String,
    /// The last day it works, in UTC.
    expires_on: String,
}

impl MadeJson {
    /// As programs see it.
    #[must_use]
    pub fn of(made: &Made, origin: &str) -> Self {
        Self {
            id: made.invitation.id.0,
            url: format!("{origin}/i/{}", made.token.expose()),
            expires_on: made.invitation.expires_on.iso(),
        }
    }
}

/// A link that still works. Its address is not kept.
#[derive(Debug, Serialize, ToSchema)]
pub struct LinkJson {
    /// What to withdraw it by.
    id: i64,
    /// What its maker calls it.
    label: String,
    /// Who made it.
    made_by: String,
    /// How many more may come in by it.
    uses_left: i64,
    /// The last day it works, in UTC.
    expires_on: String,
}

/// A page of links.
#[derive(Debug, Serialize, ToSchema)]
pub struct LinksJson {
    /// The links.
    rows: Vec<LinkJson>,
    /// There is one page.
    next: Option<String>,
}

impl LinksJson {
    /// As programs see them.
    #[must_use]
    pub fn of(links: Vec<Link>) -> Self {
        let row = |link: Link| LinkJson {
            id: link.invitation.id.0,
            label: link.invitation.label,
            made_by: link.maker.name,
            uses_left: link.invitation.uses_left,
            expires_on: link.invitation.expires_on.iso(),
        };
        Self { rows: links.into_iter().map(row).collect(), next: None }
    }
}

/// The links into the community that the member has open.
#[utoipa::path(get, path = "/api/v1/invitations", tag = "invitations",
    responses((status = 200, body = LinksJson), (status = 401, body = ProblemJson)))]
pub async fn list_invitations(app: Data<App>, viewer: Viewer) -> Answer {
    viewer.member()?;
    let today = app.clock().now().day();
    let links = app.read(move |db| invitations::list(db, &viewer, None, today)).await?;
    Ok(HttpResponse::Ok().json(LinksJson::of(links)))
}

/// Makes a link into the community.
#[utoipa::path(post, path = "/api/v1/invitations", tag = "invitations", request_body = OfferJson,
    responses((status = 201, body = MadeJson), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn make_invitation(app: Data<App>, viewer: Viewer, sent: Json<OfferJson>) -> Answer {
    let offer = sent.offer(None)?;
    let made = app.write(move |tx| invitations::make(tx, &viewer, &offer)).await?;
    Ok(HttpResponse::Created().json(MadeJson::of(&made, &app.settings().server.origin())))
}

/// Takes a link back, by its id. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/invitations/{link}", tag = "invitations",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn withdraw_invitation(app: Data<App>, viewer: Viewer, link: Path<String>) -> Answer {
    let id = InvitationId::read(&link)?;
    app.write(move |tx| invitations::withdraw(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
