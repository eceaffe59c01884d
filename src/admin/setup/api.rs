//! Set-up for programs: claim with the code, change the settings elsewhere, open the doors.

use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Code, Refusal, Step};
use crate::admin::setup;
use crate::app::App;
use crate::http::limits::Bucket;
use crate::http::problem::{InField, ProblemJson};
use crate::http::{Answer, Doors, Who};
use crate::identity::words::normalise;
use crate::identity::{credentials, names, sessions};
use crate::policy::{self, Action, Viewer};

/// The doors of set-up for programs.
pub fn doors(doors: &mut Doors) {
    doors.post("/api/v1/host/setup/claim", Who::Visitor, claim_community);
    doors.post("/api/v1/host/setup/open", Who::Host, open_community);
}

/// The code, and a name for the host.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct ClaimJson {
    /// As the server printed it.
    code: String,
    /// A made-up name.
    name: String,
}

/// What lets the host go on.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClaimedJson {
    /// For `Authorization: Bearer`.
    token: String,
    /// Six return words, told once: they let the host back in from any device.
    words: String,
}

/// Makes the holder of the code the host.
#[utoipa::path(post, path = "/api/v1/host/setup/claim", tag = "host", request_body = ClaimJson,
    responses((status = 201, body = ClaimedJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson), (status = 429, body = ProblemJson)))]
pub async fn claim_community(app: Data<App>, request: HttpRequest, sent: Json<ClaimJson>) -> Answer {
    app.throttle().network(Bucket::Returns, &request)?;
    let code = Code::parse(&sent.code).ok_or(Refusal::CodeWrong)?;
    let name = names::check(&sent.name).in_field("name")?;
    let asked = code.clone();
    app.read(move |db| setup::fits(db, &asked)).await?;
    let (words, derived) = credentials::fresh_words(&app).await?;
    let token = app
        .write(move |tx| {
            let arrival = setup::claim(tx, &code, &name)?;
            let secret = credentials::begin(tx, arrival.account, &derived)?;
            sessions::start(tx, arrival.account, &secret, sessions::Staying::Own)
        })
        .await?;
    Ok(HttpResponse::Created()
        .json(ClaimedJson { token: token.expose().to_owned(), words: normalise(&words) }))
}

/// Opens the doors.
#[utoipa::path(post, path = "/api/v1/host/setup/open", tag = "host",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn open_community(app: Data<App>, viewer: Viewer) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    app.write(move |tx| {
        setup::advance(tx, &viewer, Step::Neutral)?;
        setup::open(tx, &viewer)
    })
    .await?;
    app.forget_house();
    Ok(HttpResponse::NoContent().finish())
}
