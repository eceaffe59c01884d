//! What browsers and programs ask of every site: a manifest, a worker, an offline page, well-known addresses.

use std::borrow::Cow;

use actix_web::http::header::{self, HeaderValue};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

use super::assets as served;
use crate::admin::settings;
use crate::app::App;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Error;
use crate::page;
use crate::ui::{self, Shell, assets};

/// How long `security.txt` holds before it is to be read again, in days.
const SECURITY_DAYS: i64 = 180;
/// What search engines have no business with, even where the host lets them in.
const NOT_FOR_ROBOTS: &[&str] =
    &["/api/", "/back-in", "/hello", "/host/", "/leave", "/search", "/share", "/status", "/you"];

/// The doors that browsers and programs know by heart.
pub fn doors(doors: &mut Doors) {
    doors.get("/offline", Who::Visitor, offline);
    doors.get("/manifest.webmanifest", Who::Visitor, manifest);
    doors.get("/sw.js", Who::Visitor, worker);
    doors.get("/robots.txt", Who::Visitor, robots);
    doors.get("/favicon.ico", Who::Visitor, favicon);
    doors.get("/apple-touch-icon.png", Who::Visitor, touch_icon);
    doors.get("/.well-known/security.txt", Who::Visitor, security);
    doors.get("/.well-known/change-password", Who::Visitor, change_password);
}

page! { "web/offline.html",
    /// What still works without a network.
    pub struct Offline {}
}

/// `GET /offline`
pub async fn offline(ui: Shell) -> Answer {
    ui::answer(&Offline { ui })
}

/// `GET /manifest.webmanifest`. Under the icon on a phone stands the neutral word, whoever looks over a shoulder.
pub async fn manifest(ui: Shell) -> Answer {
    let house = &ui.house;
    let [icon, maskable, picture] = ui.place_icons();
    let short_name = ui.reading.look.map_or(Cow::Borrowed(&*house.neutral_name), |_| ui.place());
    let drawing = |address: &str, purpose: &str| json!({ "src": address, "sizes": "any", "type": "image/svg+xml", "purpose": purpose });
    let language = ui.words.language();
    let manifest = json!({
        "id": "/",
        "name": ui.place(),
        "short_name": short_name,
        "lang": language.code(),
        "dir": language.dir(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "icons": [
            drawing(icon, "any"),
            drawing(maskable, "maskable"),
            { "src": picture, "sizes": "180x180", "type": "image/png" },
        ],
        "shortcuts": [
            { "name": ui.t("shell-support"), "url": "/support" },
            { "name": ui.t("door-share"), "url": "/share" },
        ],
        // Posted, so that what is shared stands in no address.
        "share_target": {
            "action": "/share",
            "method": "POST",
            "enctype": "application/x-www-form-urlencoded",
            "params": { "title": "title", "text": "body", "url": "link" },
        },
    });
    Ok(HttpResponse::Ok()
        .content_type("application/manifest+json")
        .insert_header((header::VARY, "Cookie, Accept-Language"))
        .body(manifest.to_string()))
}

/// `GET /sw.js`
pub async fn worker(request: HttpRequest) -> Answer {
    let asset = assets::find("/sw.js").ok_or(Error::Absent)?;
    let mut answer = served::serve(&request, asset);
    let whole = header::HeaderName::from_static("service-worker-allowed");
    answer.headers_mut().insert(whole, HeaderValue::from_static("/"));
    Ok(answer)
}

/// `GET /robots.txt`
pub async fn robots(ui: Shell) -> Answer {
    let closed = if ui.house.is_indexed && ui.house.is_open { NOT_FOR_ROBOTS } else { &["/"] };
    let rules =
        closed.iter().fold("User-agent: *\n".to_owned(), |all, path| all + "Disallow: " + path + "\n");
    Ok(text(rules))
}

/// `GET /favicon.ico`
pub async fn favicon(ui: Shell) -> Answer {
    Ok(found(&ui, |[icon, ..]| icon))
}

/// `GET /apple-touch-icon.png`: asked for by devices that read no manifest.
pub async fn touch_icon(ui: Shell) -> Answer {
    Ok(found(&ui, |[.., picture]| picture))
}

fn found(ui: &Shell, which: fn([&'static str; 3]) -> &'static str) -> HttpResponse {
    let mut answer = HttpResponse::Found();
    answer.insert_header((header::LOCATION, which(ui.place_icons()))).insert_header((header::VARY, "Cookie"));
    answer.finish()
}

/// `GET /.well-known/security.txt` (RFC 9116), if the host said how to be reached.
pub async fn security(app: Data<App>, ui: Shell) -> Answer {
    if app.read(settings::host_words).await?.contact.trim().is_empty() {
        return Err(Error::Absent);
    }
    let origin = app.settings().server.origin();
    let expires = ui.now.day().plus(SECURITY_DAYS).start().rfc3339();
    let canonical = format!("{origin}/.well-known/security.txt");
    Ok(text(format!("Contact: {origin}/contact\nExpires: {expires}\nCanonical: {canonical}\n")))
}

/// `GET /.well-known/change-password`: where a password manager leads.
pub async fn change_password() -> Answer {
    Ok(HttpResponse::Found().insert_header((header::LOCATION, "/you/safety")).finish())
}

fn text(body: String) -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(body)
}
