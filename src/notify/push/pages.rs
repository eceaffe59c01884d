//! Turning devices on and off, in the browser. Turning on needs a script: only a browser knows where its service is.

use actix_web::web::{Data, Path};

use super::{DeviceId, Ears, Refusal};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::{Error, Language};
use crate::notify::push;
use crate::ui::Shell;

/// The doors of devices that are told.
pub fn doors(doors: &mut Doors) {
    doors.post("/you/notices/devices", Who::Member, turn_on);
    doors.post("/you/notices/devices/{id}/off", Who::Member, turn_off);
}

/// `POST /you/notices/devices`
pub async fn turn_on(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let language = ui.words.language();
    begin(&app, &member, [fields.one("endpoint"), fields.one("p256dh"), fields.one("auth")], language)
        .await?;
    Ok(see_other("/you/notices?kept=1#devices"))
}

/// `POST /you/notices/devices/{id}/off`
pub async fn turn_off(app: Data<App>, member: Member, id: Path<String>, _fields: Fields) -> Answer {
    end(&app, &member, &id).await?;
    Ok(see_other("/you/notices?kept=1#devices"))
}

/// Turns this session's device on.
pub(super) async fn begin(
    app: &App,
    member: &Member,
    [endpoint, p256dh, auth]: [&str; 3],
    language: Language,
) -> Result<DeviceId, Error> {
    let ears = read(app, [endpoint, p256dh, auth], language)?;
    let (signed, keys) = (member.clone(), app.keys().clone());
    app.write(move |tx| push::turn_on(tx, &signed, &keys, &ears)).await
}

/// Another address of this session's device.
pub(super) async fn move_to(
    app: &App,
    member: &Member,
    ears: [&str; 3],
    language: Language,
) -> Result<(), Error> {
    let ears = read(app, ears, language)?;
    let (signed, keys) = (member.clone(), app.keys().clone());
    app.write(move |tx| push::move_to(tx, &signed, &keys, &ears)).await
}

fn read(app: &App, [endpoint, p256dh, auth]: [&str; 3], language: Language) -> Result<Ears, Error> {
    let ears = Ears::parse(endpoint, p256dh, auth, language)?;
    if app.may_send_push(&ears.endpoint) { Ok(ears) } else { Err(Refusal::Address.into()) }
}

/// Turns one of the member's devices off.
pub(super) async fn end(app: &App, member: &Member, id: &str) -> Result<(), Error> {
    let id = DeviceId::read(id)?;
    let signed = member.clone();
    app.write(move |tx| push::turn_off(tx, &signed, id)).await
}
