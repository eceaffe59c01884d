//! Devices and signing out, in the browser.

use actix_web::web::{Data, Path};
use actix_web::{HttpMessage as _, HttpRequest, HttpResponse};

use super::middleware::EVERYTHING;
use super::{Here, Locked, no_cookie};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::sessions;
use crate::kernel::SessionId;
use crate::keys::Holder;
use crate::ui::reading;

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
    let here = here(&request);
    let is_shared = here.as_ref().is_some_and(|here| here.is_shared);
    if let Some(Here { holder, .. }) = here {
        app.write(move |tx| sessions::end(tx, &holder, holder.session)).await?;
    }
    Ok(signed_out(is_shared))
}

/// `POST /you/safety/devices/{id}/out`
pub async fn sign_one_out(app: Data<App>, member: Member, id: Path<i64>, _fields: Fields) -> Answer {
    let (holder, id) = (member.holder.clone(), SessionId(id.into_inner()));
    app.write(move |tx| sessions::end(tx, &holder, id)).await?;
    if id == member.session { Ok(signed_out(member.is_shared)) } else { Ok(see_other("/you/safety#devices")) }
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
    Ok(signed_out(member.is_shared))
}

/// Leaves nothing on the device; of one that others use, not even how somebody reads.
#[must_use]
pub fn signed_out(is_shared: bool) -> HttpResponse {
    let mut answer = HttpResponse::SeeOther();
    // The welcome page would begin to keep help for times without a network: a device of others asks for none.
    let place = if is_shared { "/back-in" } else { "/" };
    answer.insert_header(("location", place)).insert_header(("clear-site-data", EVERYTHING));
    if is_shared {
        for cookie in reading::forgotten() {
            answer.cookie(cookie);
        }
    }
    answer.cookie(no_cookie()).finish()
}

/// This device's session, whatever it opens just now.
#[must_use]
pub fn here(request: &HttpRequest) -> Option<Here> {
    request.extensions().get::<Here>().cloned()
}

/// What this device's session holds, whether or not the account is open. Nothing, while it is locked.
#[must_use]
pub fn holder(request: &HttpRequest) -> Option<Holder> {
    let is_locked = request.extensions().get::<Locked>().is_some();
    here(request).filter(|_| !is_locked).map(|here| here.holder)
}
