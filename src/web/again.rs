//! Signed out in the middle of writing: come back in on the same page, then send the same words again.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use crate::app::App;
use crate::http::csrf::CsrfKey;
use crate::http::{Answer, Doors, Fields, Who};
use crate::identity::returns::{self, Claim};
use crate::identity::sessions::Staying;
use crate::kernel::{Error, Token};
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
    pub struct Again { to: String, kept: Vec<(String, String)>, is_shared: bool, fields: Fields, faults: Faults }
}

page! { "web/send_again.html",
    /// Back, with the words still there.
    pub struct SendAgain { to: String, kept: Vec<(String, String)>, csrf: String, once: String }
}

/// The page for a form that came without a session. Whoever used a device of others most likely still does.
///
/// # Errors
/// A fault, if the page could not be made.
pub fn page(ui: Shell, to: String, typed: &Fields, was_shared: bool) -> Answer {
    let kept = kept(typed);
    let (fields, faults) = (Fields::default(), Faults::default());
    ui::with_status(StatusCode::UNAUTHORIZED, &Again { ui, to, kept, is_shared: was_shared, fields, faults })
}

/// `POST /back-in/again`
pub async fn come_back(app: Data<App>, request: HttpRequest, ui: Shell, fields: Fields) -> Answer {
    let to = urls::own_path(fields.one("to")).ok_or(Error::Absent)?.to_owned();
    let (kept, is_shared) = (carried(&fields), fields.sent("shared"));
    match returns::sign_in(&app, &request, Claim::of(&fields), Staying::of(is_shared)).await {
        Ok(back) => {
            let mut answer = send(&app, ui, to, kept, &back.token)?;
            answer.add_cookie(&back.cookie()).map_err(Error::other)?;
            Ok(answer)
        }
        Err(error) => {
            let (status, faults) = Faults::mend_as(&ui, error)?;
            ui::with_status(status, &Again { ui, to, kept, is_shared, fields, faults })
        }
    }
}

/// What somebody typed into a form that cannot be taken yet.
pub fn kept(typed: &Fields) -> Vec<(String, String)> {
    typed.typed().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// What a form carried along, under its own names.
pub fn carried(fields: &Fields) -> Vec<(String, String)> {
    let typed = fields.typed();
    typed.filter_map(|(key, value)| Some((key.strip_prefix(CARRIED)?.to_owned(), value.to_owned()))).collect()
}

/// The page that sends a form once more, in the session of this token.
///
/// # Errors
/// A fault, if the page could not be made.
pub fn send(app: &App, ui: Shell, to: String, kept: Vec<(String, String)>, token: &Token) -> Answer {
    let csrf = CsrfKey::of(token).token(app.chance());
    let once = Token::new(app.chance()).expose().to_owned();
    ui::answer(&SendAgain { ui, to, kept, csrf, once })
}
