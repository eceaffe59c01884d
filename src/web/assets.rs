//! Styles, scripts and drawings, out of the binary, as small as the browser takes them.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};

use crate::http::Answer;
use crate::kernel::Error;
use crate::ui::assets::{self, Asset};

/// `GET /static/{file}`
pub async fn show(request: HttpRequest) -> Answer {
    let asset = assets::find(request.path()).ok_or(Error::Absent)?;
    Ok(serve(&request, asset))
}

/// An embedded file, compressed as the browser accepts, or 304 if it has it already.
pub fn serve(request: &HttpRequest, asset: &'static Asset) -> HttpResponse {
    let sent = |name: header::HeaderName| {
        request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    };
    let keep = if asset.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    if sent(header::IF_NONE_MATCH) == asset.etag {
        return HttpResponse::NotModified().insert_header((header::CACHE_CONTROL, keep)).finish();
    }
    let accepts = sent(header::ACCEPT_ENCODING);
    let (encoding, bytes) = if accepts.contains("br") {
        ("br", asset.brotli)
    } else if accepts.contains("gzip") {
        ("gzip", asset.gzip)
    } else {
        ("identity", asset.raw)
    };
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, asset.content_type))
        .insert_header((header::CONTENT_ENCODING, encoding))
        .insert_header((header::VARY, "Accept-Encoding"))
        .insert_header((header::CACHE_CONTROL, keep))
        .insert_header((header::ETAG, asset.etag))
        .body(bytes)
}
