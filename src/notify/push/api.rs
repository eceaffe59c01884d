//! Turning devices on and off, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Ringing, pages};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::notify::push;
use crate::ui::Shell;

/// The doors of devices that are told.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/notices/devices", Who::Member, list_told_devices);
    doors.post("/api/v1/notices/devices", Who::Member, turn_device_on);
    doors.put("/api/v1/notices/devices", Who::Member, move_device);
    doors.delete("/api/v1/notices/devices/{id}", Who::Member, turn_device_off);
}

/// A device that is told.
#[derive(Debug, Serialize, ToSchema)]
pub struct ToldDeviceJson {
    /// Its id.
    id: String,
    /// What its holder calls it.
    label: String,
    /// Whether it is the one that asks.
    is_this: bool,
}

impl From<Ringing> for ToldDeviceJson {
    fn from(device: Ringing) -> Self {
        Self { id: device.id.to_string(), label: device.label, is_this: device.is_this }
    }
}

/// Every device that is told.
#[derive(Debug, Serialize, ToSchema)]
pub struct ToldDevicesJson {
    /// What a push service is shown (RFC 8292), base64url: to be named when a device asks its service for an address.
    key: String,
    /// The devices.
    rows: Vec<ToldDeviceJson>,
}

/// How a device is reached, as its push service says.
#[derive(Deserialize, ToSchema)]
pub struct EarsJson {
    /// Where letters for it are taken: https, a public name.
    endpoint: String,
    /// Its public key, a point of P-256 that is not compressed, base64url.
    p256dh: String,
    /// The secret it shares, 16 bytes, base64url.
    auth: String,
}

/// A device that was turned on.
#[derive(Debug, Serialize, ToSchema)]
pub struct TurnedOnJson {
    /// Its id.
    id: String,
}

/// The devices on which you are told.
#[utoipa::path(get, path = "/api/v1/notices/devices", tag = "news",
    responses((status = 200, body = ToldDevicesJson), (status = 401, body = ProblemJson), (status = 503, body = ProblemJson)))]
pub async fn list_told_devices(app: Data<App>, member: Member) -> Answer {
    let key = push::public_key(&app).await?;
    let (signed, now) = (member.clone(), app.clock().now());
    let devices = app.read(move |db| push::devices(db, &signed, now)).await?;
    Ok(HttpResponse::Ok().json(ToldDevicesJson { key, rows: devices.into_iter().map(Into::into).collect() }))
}

/// Turns the device of this session on. It is told as long as the session lasts.
#[utoipa::path(post, path = "/api/v1/notices/devices", tag = "news", request_body = EarsJson,
    responses((status = 201, body = TurnedOnJson), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn turn_device_on(app: Data<App>, member: Member, ui: Shell, sent: Json<EarsJson>) -> Answer {
    let ears = [&*sent.endpoint, &sent.p256dh, &sent.auth];
    let id = pages::begin(&app, &member, ears, ui.words.language()).await?;
    Ok(HttpResponse::Created().json(TurnedOnJson { id: id.to_string() }))
}

/// Says that the device of this session, which is told already, is reached elsewhere now: its browser moved it.
#[utoipa::path(put, path = "/api/v1/notices/devices", tag = "news", request_body = EarsJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn move_device(app: Data<App>, member: Member, ui: Shell, sent: Json<EarsJson>) -> Answer {
    let ears = [&*sent.endpoint, &sent.p256dh, &sent.auth];
    pages::move_to(&app, &member, ears, ui.words.language()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Turns one of your devices off.
#[utoipa::path(delete, path = "/api/v1/notices/devices/{id}", tag = "news", params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn turn_device_off(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    pages::end(&app, &member, &id).await?;
    Ok(HttpResponse::NoContent().finish())
}
