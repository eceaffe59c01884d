//! One's own aliases in the browser: seeing them is on the page of names; being done with one, answering a decision.

use actix_web::web::Data;

use super::{Hand, Own, State, Words, commands};
use crate::app::App;
use crate::db::Side;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Signed, Who, see_other};
use crate::kernel::{Error, FaceId};
use crate::ui::Shell;

/// The page they are listed on.
const LIST: &str = "/you/names#aliases";

/// The doors of one's own aliases.
pub fn doors(doors: &mut Doors) {
    doors.post("/you/names/retire", Who::Member, retire);
}

/// What somebody holds to find their own aliases.
#[must_use]
pub fn hand(app: &App, signed: &Signed) -> Hand {
    Hand::new(signed.secret().clone(), app.keys().clone(), app.clock().now().day())
}

/// One's own aliases, but for those nobody has seen or answered: somebody who was turned away has none of these either.
///
/// # Errors
/// A fault of the database.
pub async fn shown(app: &App, signed: &Signed) -> Result<Vec<Own>, Error> {
    let hand = hand(app, signed);
    app.read(move |db| commands::shown(db, &hand)).await
}

/// Their holder is leaving: every alias whose tie lives ends soon, each at a moment of its own, and its words go.
///
/// # Errors
/// A fault of the database.
pub async fn all_end(app: &App, signed: &Signed) -> Result<(), Error> {
    let hand = hand(app, signed);
    let all = app.read(move |db| commands::mine(db, &hand)).await?;
    let faces: Vec<FaceId> = all.into_iter().map(|own| own.alias.face).collect();
    app.later().ends.wait(&faces, app.clock().now(), &app.chance().stream("ends", 0));
    Ok(())
}

/// `POST /you/names/retire`
pub async fn retire(app: Data<App>, member: Member, fields: Fields) -> Answer {
    let (hand, alias) = (hand(&app, &member), fields.one("alias").to_owned());
    app.write_as(Side::Alias, move |tx| commands::retire(tx, &hand, &alias)).await?;
    Ok(see_other(LIST))
}

/// An alias answers a decision.
///
/// # Errors
/// Absent for one that is not theirs; `alias-silent`.
pub async fn answers(app: &App, signed: &Signed, alias: String, words: Words) -> Result<(), Error> {
    let hand = hand(app, signed);
    app.write_as(Side::Alias, move |tx| commands::appeal(tx, &hand, &alias, &words)).await
}

/// That an alias may not speak, or that its words were not let through, and why.
#[must_use]
pub fn stopped(ui: &Shell, own: &Own) -> String {
    let (name, reason) = (own.name.as_str(), own.alias.reason.as_str());
    let sentence = match (own.alias.state, own.alias.state_until) {
        (State::Muted, Some(until)) => ui.t2("as-paused", ("name", name), ("until", ui.date(&until))),
        (State::Closed, _) => ui.t1("as-closed", "name", name),
        _ => ui.t("names-alias-not-here").into_owned(),
    };
    format!("{sentence} {reason}")
}
