//! Leave fast: away in one step, the pages behind it covered, and a page that says what this cannot do.

use actix_web::HttpRequest;
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::Data;

use super::cloak;
use crate::app::App;
use crate::http::viewer::signed;
use crate::http::{Answer, see_other};
use crate::identity::sessions;
use crate::kernel::Error;
use crate::page;
use crate::ui::{self, Shell};

page! { "web/leaving_fast.html",
    /// What Leave hides, and what it does not.
    pub struct Limits {
        place: String,
    }
}

/// `GET /leave`. The one door that changes something on GET: it must work as a plain link.
/// Another site's link leads away all the same, and changes nothing.
pub async fn go(app: Data<App>, ui: Shell, request: HttpRequest) -> Answer {
    let mut answer = see_other(&ui.house.leave_url);
    let from = request.headers().get("sec-fetch-site").and_then(|site| site.to_str().ok());
    if !matches!(from, None | Some("same-origin" | "none")) {
        return Ok(answer);
    }
    answer.add_cookie(&cloak::down()).map_err(Error::other)?;
    // Pages that everybody may read are kept for Back, whole and in memory; the cloak covers only what is asked for anew.
    let mut clear = "\"cache\"";
    if let Some(signed) = signed(&request).filter(|signed| signed.leave_signs_out) {
        app.write(move |tx| sessions::end(tx, &signed.holder, signed.session)).await?;
        answer.add_cookie(&sessions::no_cookie()).map_err(Error::other)?;
        clear = "\"cache\", \"storage\"";
    }
    answer.headers_mut().insert(header::CLEAR_SITE_DATA, HeaderValue::from_static(clear));
    Ok(answer)
}

/// `GET /leaving-fast`
pub async fn limits(ui: Shell) -> Answer {
    let place = url::Url::parse(&ui.house.leave_url)
        .ok()
        .and_then(|url| url.host_str().map(str::to_owned))
        .unwrap_or_default();
    ui::answer(&Limits { ui, place })
}
