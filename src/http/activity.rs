//! One address, two answers: a page for people, an activity for programs of other communities.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::middleware::Next;

/// The type of an answer for other communities.
pub const TYPE: &str = "application/activity+json";
/// What an answer for other communities depends on.
pub const DEPENDS_ON: &str = "Accept, Signature, Signature-Input";

/// Whether a request asks for an activity rather than a page.
#[must_use]
pub fn is_asked(headers: &HeaderMap) -> bool {
    let (mut activity, mut page) = (0_u32, 0_u32);
    for range in
        headers.get_all(header::ACCEPT).filter_map(|value| value.to_str().ok()).flat_map(|all| all.split(','))
    {
        let mut parts = range.split(';').map(str::trim);
        let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
        let parts: Vec<&str> = parts.collect();
        let weight = parts.iter().find_map(|part| part.strip_prefix("q=")).map_or(1_000, thousandths);
        match kind.as_str() {
            "application/activity+json" => activity = activity.max(weight),
            "application/ld+json"
                if parts.iter().any(|part| part.contains("www.w3.org/ns/activitystreams")) =>
            {
                activity = activity.max(weight);
            }
            "text/html" | "application/xhtml+xml" => page = page.max(weight),
            _ => {}
        }
    }
    activity > 0 && activity >= page
}

/// `0.5` in thousandths.
fn thousandths(weight: &str) -> u32 {
    let (whole, part) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    let part: u32 = format!("{part:0<3}").get(..3).and_then(|part| part.parse().ok()).unwrap_or(0);
    whole.parse::<u32>().unwrap_or(0).min(1) * 1_000 + part
}

/// Says what the answer depends on, whichever it was.
///
/// # Errors
/// Never of its own.
pub async fn vary(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse, actix_web::Error> {
    let mut response = next.call(request).await?;
    let is_said = response.headers().get_all(header::VARY).any(|value| value == DEPENDS_ON);
    if !is_said {
        response.headers_mut().append(header::VARY, HeaderValue::from_static(DEPENDS_ON));
    }
    Ok(response)
}

#[test]
fn programs_get_activities_and_browsers_pages() {
    let asks = |accept: &str| {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, HeaderValue::from_str(accept).unwrap());
        is_asked(&headers)
    };
    for accept in [
        "application/activity+json",
        "application/activity+json, application/ld+json",
        r#"application/ld+json; profile="https://www.w3.org/ns/activitystreams""#,
        r#"Application/LD+JSON; profile="https://www.w3.org/ns/activitystreams", text/html;q=0.1"#,
        "application/activity+json;q=0.5, text/html;q=0.4",
    ] {
        assert!(asks(accept), "{accept}");
    }
    for accept in [
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "*/*",
        "application/json",
        "application/ld+json",
        "text/html, application/activity+json;q=0.9",
        "application/activity+json;q=0",
        "",
    ] {
        assert!(!asks(accept), "{accept}");
    }
    assert!(!is_asked(&HeaderMap::new()));
}
