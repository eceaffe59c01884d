//! Recovery codes in the browser.

use actix_web::web::Data;

use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::{credentials, recovery};
use crate::page;
use crate::ui::{self, Door, Shell, urls};

/// The doors of recovery codes.
pub fn doors(doors: &mut Doors) {
    doors.get("/you/safety/codes", Who::Member, show);
    doors.post("/you/safety/codes", Who::Member, make);
}

page! { "identity/recovery/codes.html",
    /// Ten codes, shown once; or how many are left.
    pub struct Shown { codes: Vec<String>, left: i64 }
}

/// `GET /you/safety/codes`: codes made a moment ago are taken out of memory by being shown.
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let account = member.person.account;
    let codes = app.identity().new_codes.take(&account, app.clock().now()).unwrap_or_default();
    let left = app.read(move |db| recovery::left(db, account)).await?;
    ui::answer(&Shown { ui: ui.at(Door::You), codes, left })
}

/// `POST /you/safety/codes`
pub async fn make(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    if !credentials::is_proven(&app, &member) {
        return Ok(see_other(&urls::proof("/you/safety/codes")));
    }
    let holder = member.holder.clone();
    let codes = app.write(move |tx| recovery::make(tx, holder.account, &holder.secret)).await?;
    app.identity().new_codes.put(member.person.account, codes, app.clock().now());
    credentials::renewed(&app, &member, "/you/safety/codes").await
}
