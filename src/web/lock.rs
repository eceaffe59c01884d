//! A session that locked itself: every page asks who is there, and keeps what was about to be sent.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage as _, HttpRequest, HttpResponse};

use super::{again, cloak};
use crate::app::App;
use crate::http::csrf::CsrfKey;
use crate::http::part::Part;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Typed, Who, see_other};
use crate::identity::returns::{self, Claim};
use crate::identity::sessions::{self, Locked};
use crate::page;
use crate::policy::Refusal;
use crate::ui::{self, Faults, Look, Shell, urls};

/// What works under a lock besides what works under the cloak: the ways to open it, and what is nobody's page.
const OPEN: &[&str] = &[
    "/.well-known",
    "/api",
    "/apple-touch-icon.png",
    "/back-in/passkey",
    "/back-in/unlock",
    "/back-out",
    "/favicon.ico",
    "/manifest.webmanifest",
    "/offline",
    "/robots.txt",
];
/// The part of the page that the cover of our script shows.
const PART: &str = "lock";

/// The doors of the lock.
pub fn doors(doors: &mut Doors) {
    doors.get("/back-in/unlock", Who::Visitor, show);
    doors.post("/back-in/unlock", Who::Visitor, open);
    doors.get("/you/awake", Who::Member, awake);
}

page! { "web/lock.html",
    /// Who is there?
    pub struct Lock {
        to: String,
        csrf: String,
        is_sent: bool,
        kept: Vec<(String, String)>,
        offers_passkeys: bool,
        is_part: bool,
        is_open: bool,
        fields: Fields,
        faults: Faults,
    }
}

impl Lock {
    /// The page before anybody answered; where it leads afterwards, and what is to be sent then.
    fn new(request: &HttpRequest, app: &App, ui: Shell, to: &str, kept: Vec<(String, String)>) -> Self {
        // It opens nothing while the session is locked; once another tab has opened it, this form still fits.
        let here = sessions::here(request).map(|here| CsrfKey::of(&here.holder.token));
        let csrf = here.map(|key| key.token(app.chance())).unwrap_or_default();
        let offers_passkeys = app.identity().ceremonies.are_offered();
        let (fields, faults) = (Fields::default(), Faults::default());
        let to = to.to_owned();
        let (is_sent, is_part, is_open) = (false, false, false);
        Self { ui: plain(ui), to, csrf, is_sent, kept, offers_passkeys, is_part, is_open, fields, faults }
    }
}

/// Whoever finds a locked page is not told whose it is, nor of which community.
fn plain(mut ui: Shell) -> Shell {
    ui.reading.look = ui.reading.look.or(Some(Look::Notes));
    ui
}

/// Answers with the lock instead of any page, while the session is locked.
///
/// # Errors
/// Never of its own.
pub async fn hold(
    mut request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, actix_web::Error> {
    let is_locked = request.extensions().get::<Locked>().is_some();
    let is_open = || cloak::is_open(request.path()) || cloak::leads_to(OPEN, request.path());
    if !is_locked || is_open() {
        return next.call(request).await;
    }
    let around = Shell::of(request.request()).zip(request.app_data::<Data<App>>().cloned());
    let Some((ui, app)) = around else { return next.call(request).await };
    let looks = matches!(*request.method(), Method::GET | Method::HEAD);
    let (to, kept) = if looks {
        let place = request.uri().path_and_query().map_or("/", |place| place.as_str()).to_owned();
        (place, Vec::new())
    } else {
        // Whether it could be read makes no difference to the answer; what could be is given back.
        let _ = request.extract::<Fields>().await;
        let typed = request.extensions().get::<Typed>().map(|typed| typed.0.clone()).unwrap_or_default();
        (request.path().to_owned(), again::kept(&typed))
    };
    let page = Lock { is_sent: !looks, ..Lock::new(request.request(), &app, ui, &to, kept) };
    match ui::with_status(StatusCode::UNAUTHORIZED, &page) {
        Ok(page) => Ok(request.into_response(page)),
        Err(error) => Ok(request.error_response(error)),
    }
}

/// `GET /back-in/unlock`: what the cover of our script asks for.
pub async fn show(app: Data<App>, request: HttpRequest, ui: Shell, part: Part) -> Answer {
    let (is_part, is_open) = (is_cover(&part), ui.is_signed_in());
    if request.extensions().get::<Locked>().is_some() || is_part && is_open {
        return ui::answer(&Lock { is_part, is_open, ..Lock::new(&request, &app, ui, "/", Vec::new()) });
    }
    Ok(see_other(if is_open { "/" } else { "/back-in" }))
}

/// `POST /back-in/unlock`
pub async fn open(app: Data<App>, request: HttpRequest, ui: Shell, part: Part, fields: Fields) -> Answer {
    let (to, is_sent) = (urls::own_path(fields.one("to")).unwrap_or("/").to_owned(), fields.sent("is_sent"));
    let (kept, is_part) = (again::carried(&fields), is_cover(&part));
    let locked = request.extensions().get::<Locked>().cloned();
    let outcome = match &locked {
        Some(locked) => returns::unlock(&app, &request, locked, Claim::of(&fields)).await,
        None => Ok(()),
    };
    match (outcome, locked) {
        (Err(error), _) => {
            let (status, faults) = Faults::mend_as(&ui, error)?;
            let page = Lock::new(&request, &app, ui, &to, kept);
            ui::with_status(status, &Lock { is_sent, is_part, fields, faults, ..page })
        }
        (Ok(()), locked) if is_part && (locked.is_some() || ui.is_signed_in()) => {
            ui::answer(&Lock { is_part, is_open: true, ..Lock::new(&request, &app, ui, &to, kept) })
        }
        (Ok(()), Some(locked)) if is_sent => again::send(&app, ui, to, kept, &locked.holder.token),
        // Opened in another tab meanwhile: its own form is sent again there.
        (Ok(()), None) if is_sent => match ui.signed.clone() {
            Some(signed) => again::send(&app, ui, to, kept, &signed.holder.token),
            None => Err(Refusal::SignInFirst.into()),
        },
        (Ok(()), _) => Ok(see_other(&to)),
    }
}

fn is_cover(part: &Part) -> bool {
    part.0.as_deref() == Some(PART)
}

/// `GET /you/awake`: a page in which somebody reads or writes says so, now and then. That it was asked is all.
pub async fn awake(_member: Member) -> Answer {
    Ok(HttpResponse::NoContent().insert_header((header::CACHE_CONTROL, "no-store")).finish())
}
