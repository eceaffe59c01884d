//! Devices and signing out, in the browser.

use actix_web::web::{Data, Path};
use actix_web::{HttpMessage as _, HttpRequest, HttpResponse};

use super::{Held, no_cookie};
use crate::app::App;
use crate::http::viewer::{self, Member};
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::sessions;
use crate::kernel::SessionId;
use crate::keys::Holder;

/// The doors of devices.
pub fn doors(doors: &mut Doors) {
    doors.post("/back-out", Who::Visitor, sign_out);
    doors.post("/you/safety/devices/{id}/out", Who::Member, sign_one_out);
    doors.post("/you/safety/devices/{id}/name", Who::Member, name);
    doors.post("/you/safety/others/out", Who::Member, sign_others_out);
    doors.post("/you/safety/everywhere/out", Who::Member, sign_all_out);
}

/// `POST /back-out`
pub async fn sign_out(app: Data<App>, request: HttpRequest, _fields: Fields) -> Answer {
    if let Some(holder) = holder(&request) {
        app.write(move |tx| sessions::end(tx, &holder, holder.session)).await?;
    }
    Ok(signed_out())
}

/// `POST /you/safety/devices/{id}/out`
pub async fn sign_one_out(app: Data<App>, member: Member, id: Path<i64>, _fields: Fields) -> Answer {
    let (holder, id) = (member.holder.clone(), SessionId(id.into_inner()));
    app.write(move |tx| sessions::end(tx, &holder, id)).await?;
    if id == member.session { Ok(signed_out()) } else { Ok(see_other("/you/safety#devices")) }
}

/// `POST /you/safety/devices/{id}/name`
pub async fn name(app: Data<App>, member: Member, id: Path<i64>, fields: Fields) -> Answer {
    let (holder, id) = (member.holder.clone(), SessionId(id.into_inner()));
    app.write(move |tx| sessions::name_device(tx, &holder, id, fields.one("label"))).await?;
    Ok(see_other("/you/safety#devices"))
}

/// `POST /you/safety/others/out`
pub async fn sign_others_out(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    let holder = member.holder.clone();
    app.write(move |tx| sessions::end_others(tx, &holder)).await?;
    Ok(see_other("/you/safety#devices"))
}

/// `POST /you/safety/everywhere/out`
pub async fn sign_all_out(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    let holder = member.holder.clone();
    app.write(move |tx| sessions::end_all(tx, &holder)).await?;
    Ok(signed_out())
}

/// Leaves nothing on the device.
#[must_use]
pub fn signed_out() -> HttpResponse {
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header(("location", "/")).insert_header(("clear-site-data", r#""cache", "storage""#));
    answer.cookie(no_cookie()).finish()
}

/// What this device's session holds, whether or not the account is open.
#[must_use]
pub fn holder(request: &HttpRequest) -> Option<Holder> {
    let held = request.extensions().get::<Held>().map(|held| held.0.clone());
    held.or_else(|| viewer::signed(request).map(|signed| signed.holder.clone()))
}
