//! The headers every answer bears, and the check that a change comes from our own pages.

use std::sync::LazyLock;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web;

use crate::kernel::{Error, Kind};

/// No inline code, no foreign code, no foreign anything (research: `security.md` 3.5).
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types worker";
/// The same for a server that has TLS: nothing is asked for without.
static CSP_WITH_TLS: LazyLock<Option<HeaderValue>> =
    LazyLock::new(|| HeaderValue::from_str(&format!("{CSP}; upgrade-insecure-requests")).ok());

const FIXED: &[(&str, &str)] = &[
    ("content-security-policy", CSP),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("origin-agent-cluster", "?1"),
    ("x-frame-options", "DENY"),
    (
        "permissions-policy",
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
         interest-cohort=(), magnetometer=(), microphone=(), payment=(), usb=()",
    ),
];

/// The address people type; a change that says it comes from elsewhere is refused.
#[derive(Debug, Clone)]
pub struct Origin(pub String);

/// A change that comes from another site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the request comes from another site")]
pub struct FromElsewhere;

impl crate::kernel::Refusal for FromElsewhere {
    fn code(&self) -> &'static str {
        "from-elsewhere"
    }
    fn kind(&self) -> Kind {
        Kind::NotAllowed
    }
}

/// Puts the fixed headers on every answer; unless a page said otherwise, it is not kept and not indexed.
///
/// # Errors
/// Never of its own.
pub async fn put<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let is_https =
        request.app_data::<web::Data<Origin>>().is_some_and(|origin| origin.0.starts_with("https://"));
    let mut response = next.call(request).await?;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if is_https {
        if let Some(policy) = &*CSP_WITH_TLS {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
        }
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains"),
        );
    }
    for (name, value) in
        [("cache-control", "no-store"), ("x-robots-tag", "noindex, nofollow, noarchive, noimageindex")]
    {
        if !headers.contains_key(name) {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
    }
    Ok(response)
}

/// Refuses a change (anything but GET, HEAD, OPTIONS) that a browser says comes from another site.
/// Programs that send neither header are let through: they carry no cookies of ours unless they mean to.
///
/// The answer is then `from-elsewhere`.
///
/// # Errors
/// Never of its own.
pub async fn own_pages_only(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, actix_web::Error> {
    let is_change = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if is_change && comes_from_elsewhere(&request) {
        return Ok(request.error_response(Error::from(FromElsewhere)));
    }
    next.call(request).await
}

fn comes_from_elsewhere(request: &ServiceRequest) -> bool {
    let text = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = text("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text("origin") else { return false };
    let ours = request.app_data::<web::Data<Origin>>().is_some_and(|ours| ours.0 == origin);
    let host = text("host").unwrap_or_default();
    let same_host = origin.split_once("://").is_some_and(|(_, rest)| rest == host);
    !ours && !same_host
}

#[actix_web::test]
async fn a_server_with_tls_asks_for_nothing_without() {
    for (origin, has_tls) in [("http://hearth.example", false), ("https://hearth.example", true)] {
        let app = actix_web::App::new()
            .app_data(web::Data::new(Origin(origin.to_owned())))
            .wrap(actix_web::middleware::from_fn(put))
            .route("/", web::get().to(actix_web::HttpResponse::Ok));
        let app = actix_web::test::init_service(app).await;
        let answer =
            actix_web::test::call_service(&app, actix_web::test::TestRequest::get().uri("/").to_request())
                .await;
        let policy = answer.headers().get("content-security-policy").unwrap().to_str().unwrap();
        assert_eq!(policy.ends_with("; upgrade-insecure-requests"), has_tls, "{policy}");
        assert_eq!(answer.headers().contains_key("strict-transport-security"), has_tls);
    }
}
