//! Passkeys in the browser.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::model::KeyId;
use super::{Ceremonies, Key, Label, Made, Refusal, commands, store};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::credentials;
use crate::kernel::Error;
use crate::page;
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of passkeys.
pub fn doors(doors: &mut Doors) {
    doors.get("/you/safety/passkeys", Who::Member, show);
    doors.post("/you/safety/passkeys/begin", Who::Member, begin);
    doors.post("/you/safety/passkeys", Who::Member, add);
    doors.post("/you/safety/passkeys/{id}/name", Who::Member, name);
    doors.post("/you/safety/passkeys/{id}/remove", Who::Member, remove);
}

page! { "identity/passkeys/list.html",
    /// An account's passkeys, and a form for one more.
    pub struct Passkeys { keys: Vec<Key>, is_offered: bool, fields: Fields, faults: Faults }
}

/// `GET /you/safety/passkeys`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    if !credentials::is_proven(&app, &member) {
        return Ok(see_other(&urls::proof("/you/safety/passkeys")));
    }
    ui::answer(&load(&app, &member, ui).await?)
}

/// `POST /you/safety/passkeys/begin`: what the browser needs to make one.
pub async fn begin(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    credentials::proven(&app, &member)?;
    let ceremonies = &app.identity().ceremonies;
    let asked = ceremonies.begin_making(member.session, &member.name, app.chance(), app.clock().now())?;
    Ok(HttpResponse::Ok().json(asked))
}

/// `POST /you/safety/passkeys`
pub async fn add(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    credentials::proven(&app, &member)?;
    match add_one(&app, &member, fields.one("label"), fields.one("credential")).await {
        Ok(()) => credentials::renewed(&app, &member, "/you/safety/passkeys").await,
        Err(error) => {
            let (status, faults) = Faults::mend_as(&ui, error)?;
            let shown = load(&app, &member, ui).await?;
            ui::with_status(status, &Passkeys { fields, faults, ..shown })
        }
    }
}

/// Ends making a passkey, and keeps it.
///
/// # Errors
/// `passkey-not-through`, `passkey-label-length`.
pub(super) async fn add_one(app: &App, member: &Member, label: &str, answer: &str) -> Result<(), Error> {
    let label = Label::parse(label).map_err(|_| Refusal::LabelLength)?;
    let key = app.identity().ceremonies.end_making(member.session, answer, app.clock().now())?;
    let made = Made { label, key, computed: Ceremonies::computed(answer) };
    let (holder, ring) = (member.holder.clone(), app.keys().clone());
    app.write(move |tx| commands::add(tx, &holder, &made, &ring)).await
}

/// `POST /you/safety/passkeys/{id}/name`
pub async fn name(app: Data<App>, member: Member, id: Path<i64>, fields: Fields) -> Answer {
    let (account, id) = (member.person.account, KeyId(id.into_inner()));
    let label = Label::parse(fields.one("label")).map_err(|_| Refusal::LabelLength)?;
    app.write(move |tx| commands::rename(tx, account, id, &label)).await?;
    Ok(see_other("/you/safety/passkeys"))
}

/// `POST /you/safety/passkeys/{id}/remove`
pub async fn remove(app: Data<App>, member: Member, id: Path<i64>, _fields: Fields) -> Answer {
    credentials::proven(&app, &member)?;
    let (account, id) = (member.person.account, KeyId(id.into_inner()));
    app.write(move |tx| commands::remove(tx, account, id)).await?;
    credentials::renewed(&app, &member, "/you/safety/passkeys").await
}

async fn load(app: &App, member: &Member, ui: Shell) -> Result<Passkeys, Error> {
    let account = member.person.account;
    let keys = app.read(move |db| store::of_account(db, account)).await?;
    Ok(Passkeys {
        ui: ui.at(Door::You),
        keys,
        is_offered: app.identity().ceremonies.are_offered(),
        fields: Fields::default(),
        faults: Faults::default(),
    })
}
