//! Whom one works for, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Declared, Label, Tie, With, store};
use crate::app::App;
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::identity::affiliations;

/// The doors of labels.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/me/affiliation", Who::Member, get_affiliation);
    doors.put("/api/v1/me/affiliation", Who::Member, declare_affiliation);
    doors.delete("/api/v1/me/affiliation", Who::Member, take_affiliation_off);
}

/// Whom somebody works for, or is paid by: it stands beside all they say under this name.
#[derive(Debug, Serialize, ToSchema)]
pub struct LabelJson {
    /// `treatment`, `housing`, `product` or `other`.
    tie: &'static str,
    /// Whom, in their own words.
    with: String,
}

impl LabelJson {
    /// The shape of a label; null where there is none.
    #[must_use]
    pub fn of(label: Label) -> Option<Self> {
        label.is_there().then_some(Self { tie: label.tie.code(), with: label.with })
    }
}

/// One's own label.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnLabelJson {
    /// The label, or null.
    affiliation: Option<LabelJson>,
    /// The day it goes, or null: it stays.
    goes_on: Option<String>,
    /// Whether a host put it there.
    is_held: bool,
}

/// What somebody declares.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct DeclareJson {
    /// `treatment`, `housing`, `product` or `other`.
    tie: String,
    /// Whom.
    with: String,
}

/// Your label.
#[utoipa::path(get, path = "/api/v1/me/affiliation", tag = "me",
    responses((status = 200, body = OwnLabelJson), (status = 401, body = ProblemJson)))]
pub async fn get_affiliation(app: Data<App>, member: Member) -> Answer {
    let face = member.person.face;
    let own = app.read(move |db| store::own(db, face)).await?;
    Ok(HttpResponse::Ok().json(OwnLabelJson {
        affiliation: LabelJson::of(own.label),
        goes_on: own.until.map(|week| week.monday().iso()),
        is_held: own.is_held,
    }))
}

/// Says whom you work for.
#[utoipa::path(put, path = "/api/v1/me/affiliation", tag = "me", request_body = DeclareJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn declare_affiliation(app: Data<App>, member: Member, sent: Json<DeclareJson>) -> Answer {
    let tie = Tie::chosen(&sent.tie)?;
    let with = With::parse(&sent.with).in_field("with")?;
    let (viewer, declared) = (member.viewer(), Declared { tie, with });
    app.write(move |tx| affiliations::declare(tx, &viewer, &declared)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes your label off; it goes four weeks later.
#[utoipa::path(delete, path = "/api/v1/me/affiliation", tag = "me",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn take_affiliation_off(app: Data<App>, member: Member) -> Answer {
    let viewer = member.viewer();
    app.write(move |tx| affiliations::take_off(tx, &viewer)).await?;
    Ok(HttpResponse::NoContent().finish())
}
