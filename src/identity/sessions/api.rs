//! Signing in and out for programs.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Device, Staying};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::identity::returns::{self, Claim};
use crate::identity::sessions;
use crate::kernel::{Secret, SessionId};

/// The doors of sessions.
pub fn doors(doors: &mut Doors) {
    doors.post("/api/v1/sessions", Who::Visitor, create_session);
    doors.get("/api/v1/sessions", Who::Member, list_sessions);
    doors.delete("/api/v1/sessions", Who::Member, delete_sessions);
    doors.post("/api/v1/sessions/proof", Who::Member, create_proof);
    doors.delete("/api/v1/sessions/{id}", Who::Member, delete_session);
}

/// One way to show who one is: `words`, or `name` and `password`, or `code`, or `credential`.
#[derive(Deserialize, ToSchema)]
pub struct ReturnJson {
    /// Six return words, with spaces between.
    words: Option<String>,
    /// A name, beside its password.
    name: Option<String>,
    /// The password of that name.
    password: Option<String>,
    /// A recovery code. It is used up, and new return words come back.
    code: Option<String>,
    /// What a passkey answered, as JSON text.
    credential: Option<String>,
    /// Whether others use this device: then the session ends after an hour without a request, and after a day.
    #[serde(default)]
    is_shared: bool,
}

impl ReturnJson {
    /// The claim, and how long the device stays.
    #[must_use]
    pub fn read(self, own_name: Option<&str>) -> (Claim, Staying) {
        let staying = if self.is_shared { Staying::Shared } else { Staying::Own };
        let claim = match (self.credential, self.code, self.password) {
            (Some(credential), ..) => Claim::Passkey(Secret::new(credential)),
            (_, Some(code), _) => Claim::Code(Secret::new(code)),
            (.., Some(password)) => Claim::Password {
                name: self.name.or(own_name.map(str::to_owned)).unwrap_or_default(),
                password: Secret::new(password),
            },
            _ => Claim::Words(Secret::new(self.words.unwrap_or_default())),
        };
        (claim, staying)
    }
}

/// A session that has just begun.
#[derive(Serialize, ToSchema)]
pub struct SessionJson {
    /// To be sent as `Authorization: Bearer`.
    token: String,
    /// New return words, if a recovery code was used. They are shown this once.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Vec<&'static str>>,
}

/// A device that is signed in.
#[derive(Serialize, ToSchema)]
pub struct DeviceJson {
    /// Its id.
    id: i64,
    /// What its holder calls it.
    label: String,
    /// Whether others use it.
    is_shared: bool,
    /// Whether it is the one that asks.
    is_this: bool,
    /// The Monday of the week it signed in.
    made_week: String,
    /// The Monday of the week it was last here.
    seen_week: String,
}

impl DeviceJson {
    fn of(device: Device, this: SessionId) -> Self {
        Self {
            id: device.id.0,
            is_this: device.id == this,
            label: device.label,
            is_shared: device.is_shared,
            made_week: device.made.monday().iso(),
            seen_week: device.seen.monday().iso(),
        }
    }
}

/// Every device.
#[derive(Serialize, ToSchema)]
pub struct DevicesJson {
    rows: Vec<DeviceJson>,
    next: Option<String>,
}

/// Signs in.
#[utoipa::path(post, path = "/api/v1/sessions", tag = "sessions", request_body = ReturnJson,
    responses((status = 201, body = SessionJson), (status = 422, body = ProblemJson), (status = 429, body = ProblemJson)))]
pub async fn create_session(app: Data<App>, request: HttpRequest, sent: Json<ReturnJson>) -> Answer {
    let (claim, staying) = sent.into_inner().read(None);
    let back = returns::sign_in(&app, &request, claim, staying).await?;
    let words =
        app.identity().new_words.take(&back.account, app.clock().now()).filter(|_| back.has_new_words);
    let token = back.token.expose().to_owned();
    Ok(HttpResponse::Created().json(SessionJson { token, words: words.map(Vec::from) }))
}

/// The devices that are signed in.
#[utoipa::path(get, path = "/api/v1/sessions", tag = "sessions",
    responses((status = 200, body = DevicesJson), (status = 401, body = ProblemJson)))]
pub async fn list_sessions(app: Data<App>, member: Member) -> Answer {
    let (holder, now) = (member.holder.clone(), app.clock().now());
    let devices = app.read(move |db| sessions::devices(db, &holder, now)).await?;
    let rows = devices.into_iter().map(|device| DeviceJson::of(device, member.session)).collect();
    Ok(HttpResponse::Ok().json(DevicesJson { rows, next: None }))
}

/// Signs out everywhere.
#[utoipa::path(delete, path = "/api/v1/sessions", tag = "sessions",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn delete_sessions(app: Data<App>, member: Member) -> Answer {
    let holder = member.holder.clone();
    app.write(move |tx| sessions::end_all(tx, &holder)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Signs one device out.
#[utoipa::path(delete, path = "/api/v1/sessions/{id}", tag = "sessions",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn delete_session(app: Data<App>, member: Member, id: Path<i64>) -> Answer {
    let (holder, id) = (member.holder.clone(), SessionId(id.into_inner()));
    app.write(move |tx| sessions::end(tx, &holder, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Shows again who one is: for ten minutes, this session may change ways back in, or delete the account.
#[utoipa::path(post, path = "/api/v1/sessions/proof", tag = "sessions", request_body = ReturnJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn create_proof(
    app: Data<App>,
    request: HttpRequest,
    member: Member,
    sent: Json<ReturnJson>,
) -> Answer {
    let (claim, _) = sent.into_inner().read(Some(&member.name));
    returns::prove_as(&app, &request, &member, claim).await?;
    Ok(HttpResponse::NoContent().finish())
}
