//! Signed out in the middle of writing: come back in on the same page, then send the same words again.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use crate::app::App;
use crate::http::{Answer, Doors, Fields, Who};
use crate::identity::returns::{self, Claim};
use crate::identity::sessions::Staying;
use crate::kernel::{Chance, Error};
use crate::page;
use crate::ui::{self, Faults, Shell, urls};

/// How the names of carried fields begin, so that they cannot be mistaken for a credential.
const CARRIED: &str = "kept-";

/// The doors of sending again.
pub fn doors(doors: &mut Doors) {
    doors.post("/back-in/again", Who::Visitor, come_back);
}

page! { "web/again.html",
    /// The way back in, with the words that were to be sent.
    pub struct Again { to: String, kept: Vec<(String, String)>, fields: Fields, faults: Faults }
}

page! { "web/send_again.html",
    /// Back, with the words still there.
    pub struct SendAgain { to: String, kept: Vec<(String, String)>, csrf: String, once: String }
}

/// The page for a form that came without a session.
///
/// # Errors
/// A fault, if the page could not be made.
pub fn page(ui: Shell, to: String, typed: &Fields) -> Answer {
    let kept = typed.typed().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    let (fields, faults) = (Fields::default(), Faults::default());
    ui::with_status(StatusCode::UNAUTHORIZED, &Again { ui, to, kept, fields, faults })
}

/// `POST /back-in/again`
pub async fn come_back(app: Data<App>, request: HttpRequest, ui: Shell, fields: Fields) -> Answer {
    let to = urls::own_path(fields.one("to")).ok_or(Error::Absent)?.to_owned();
    let kept: Vec<(String, String)> = fields
        .typed()
        .filter_map(|(key, value)| Some((key.strip_prefix(CARRIED)?.to_owned(), value.to_owned())))
        .collect();
    match returns::sign_in(&app, &request, Claim::of(&fields), Staying::Own).await {
        Ok(back) => {
            let chance: &Chance = app.chance();
            let csrf = crate::http::csrf::CsrfKey::of(&back.token).token(chance);
            let once = crate::kernel::Token::new(chance).expose().to_owned();
            let mut answer = ui::answer(&SendAgain { ui, to, kept, csrf, once })?;
            answer.add_cookie(&back.cookie()).map_err(Error::other)?;
            Ok(answer)
        }
        Err(error) => {
            let (status, faults) = Faults::mend_as(&ui, error)?;
            ui::with_status(status, &Again { ui, to, kept, fields, faults })
        }
    }
}
