//! Leave fast: away in one step, the pages behind it covered, and a page that says what this cannot do.

use actix_web::HttpRequest;
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::Data;

use super::cloak;
use crate::admin::settings::{LeaveUrl, Refusal};
use crate::app::App;
use crate::http::{Answer, see_other};
use crate::identity::sessions::{self, Here};
use crate::kernel::Error;
use crate::page;
use crate::ui::{self, Shell, reading};

page! { "web/leaving_fast.html",
    /// What Leave hides, and what it does not.
    pub struct Limits {
        place: String,
    }
}

/// Whether whoever asks came from a page of ours, or typed the address: another site's link leads here, and changes nothing.
pub fn is_own_step(request: &HttpRequest) -> bool {
    let from = request.headers().get("sec-fetch-site").and_then(|site| site.to_str().ok());
    matches!(from, None | Some("same-origin" | "none"))
}

/// `GET /leave`. The one door that changes something here on GET: it must work as a plain link.
/// Another site's link leads away all the same, and changes nothing.
pub async fn go(app: Data<App>, ui: Shell, request: HttpRequest) -> Answer {
    let mut answer = see_other(away(&app, &ui).as_str());
    if !is_own_step(&request) {
        return Ok(answer);
    }
    answer.add_cookie(&cloak::down()).map_err(Error::other)?;
    // Pages that everybody may read are kept for Back, whole and in memory; the cloak covers only what is asked for anew.
    let mut clear = "\"cache\"";
    if let Some(Here { holder, is_shared, .. }) = sessions::here(&request).filter(|here| here.leave_signs_out)
    {
        app.write(move |tx| sessions::end(tx, &holder, holder.session)).await?;
        let forgotten = if is_shared { reading::forgotten().to_vec() } else { Vec::new() };
        for cookie in forgotten.iter().chain([&sessions::no_cookie()]) {
            answer.add_cookie(cookie).map_err(Error::other)?;
        }
        clear = "\"cache\", \"storage\"";
    }
    answer.headers_mut().insert(header::CLEAR_SITE_DATA, HeaderValue::from_static(clear));
    Ok(answer)
}

/// Where Leave leads on this device: where its holder chose, else where the host says. Never back to this place, whose
/// pages are covered then.
pub fn away(app: &App, ui: &Shell) -> LeaveUrl {
    let mut chosen = [&ui.reading.away, &ui.house.leave_url].into_iter();
    chosen.find_map(|raw| elsewhere(app, raw).ok()).unwrap_or_else(LeaveUrl::usual)
}

/// An address that is not of this place.
///
/// # Errors
/// `leave-url`.
pub fn elsewhere(app: &App, raw: &str) -> Result<LeaveUrl, Refusal> {
    let place = LeaveUrl::parse(raw)?;
    let own = url::Url::parse(&app.settings().server.origin()).ok();
    let is_own = own.is_some_and(|own| own.domain() == Some(&place.site()));
    if is_own { Err(Refusal::LeaveUrl) } else { Ok(place) }
}

/// `GET /leaving-fast`
pub async fn limits(app: Data<App>, ui: Shell) -> Answer {
    let place = away(&app, &ui).site();
    ui::answer(&Limits { ui, place })
}
