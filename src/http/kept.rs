//! Pages of the open web, kept in memory for a moment: a crowd at the door costs one rendering.
//!
//! A page is kept only if its answer says that any cache on the way may keep it, and for far shorter. Whatever is
//! committed meanwhile makes it old at once, so nobody is shown here what was taken back a moment ago.

use std::sync::Arc;

use actix_web::body::MessageBody as _;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap};
use actix_web::http::{Method, StatusCode};
use actix_web::web::Bytes;
use actix_web::{HttpResponse, HttpResponseBuilder};
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::answer;
use crate::kernel::Moment;

/// All pages together, in bytes.
const BYTES_MAX: u64 = 16 << 20;
/// Pages there is room for; more, if they are small.
const PAGES: usize = 512;
/// How long another process's change may go unnoticed, in seconds.
const FRESH_S: i64 = 2;
/// What an answer depends on besides its address.
const DEPENDS_ON: [header::HeaderName; 3] = [header::COOKIE, header::ACCEPT_LANGUAGE, header::ACCEPT];

/// The pages. Cheap to clone.
#[derive(Clone)]
pub struct Kept(Arc<Cache<String, Page, Size>>);

/// What a page was made from: how many changes had been committed, and when.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    /// Changes committed before it was begun.
    pub commits: u64,
    /// When it was begun.
    pub at: Moment,
}

#[derive(Clone)]
struct Page {
    seen: Seen,
    headers: Arc<HeaderMap>,
    body: Bytes,
}

#[derive(Clone)]
struct Size;

impl Weighter<String, Page> for Size {
    fn weight(&self, key: &String, page: &Page) -> u64 {
        // Its headers take about as much as a paragraph.
        u64::try_from(key.len() + page.body.len() + 1_024).unwrap_or(BYTES_MAX)
    }
}

impl Default for Kept {
    fn default() -> Self {
        Self(Arc::new(Cache::with_weighter(PAGES, BYTES_MAX, Size)))
    }
}

impl Kept {
    /// Under what an answer to this request could be kept; none for changes and for anybody who says who they are.
    #[must_use]
    pub fn key(request: &ServiceRequest, session: &str) -> Option<String> {
        let headers = request.headers();
        let is_somebody = headers.contains_key(header::AUTHORIZATION)
            || headers.contains_key("signature")
            || request.cookie(session).is_some();
        if request.method() != Method::GET || is_somebody {
            return None;
        }
        let mut key = request.uri().path_and_query()?.as_str().to_owned();
        for name in &DEPENDS_ON {
            for value in headers.get_all(name) {
                key.push('\n');
                key.push_str(value.to_str().ok()?);
            }
            key.push('\n');
        }
        Some(key)
    }

    /// The answer, if one is kept that is still true.
    #[must_use]
    pub fn find(&self, key: &str, now: Seen, request: &ServiceRequest) -> Option<HttpResponse> {
        let page = self.0.get(key)?;
        let age = now.at.seconds_since(page.seen.at);
        if page.seen.commits != now.commits || !(0..FRESH_S).contains(&age) {
            self.0.remove(key);
            return None;
        }
        let tag = page.headers.get(header::ETAG).and_then(|tag| tag.to_str().ok());
        let has_it = tag.is_some_and(|tag| answer::has(answer::known(request.request()).as_deref(), tag));
        let mut response =
            HttpResponseBuilder::new(if has_it { StatusCode::NOT_MODIFIED } else { StatusCode::OK });
        for (name, value) in &*page.headers {
            response.append_header((name, value));
        }
        Some(if has_it { response.finish() } else { response.body(page.body) })
    }

    /// Keeps an answer, if any cache might; one that cannot be read whole is passed on as it is.
    pub fn keep(&self, key: String, seen: Seen, response: ServiceResponse) -> ServiceResponse {
        let may = |response: &ServiceResponse| {
            let headers = response.headers();
            let control = headers.get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok());
            response.status() == StatusCode::OK
                && control
                    .is_some_and(|control| control.starts_with("public") && !control.contains("immutable"))
                && headers.contains_key(header::ETAG)
                && !headers.contains_key(header::SET_COOKIE)
        };
        if !may(&response) {
            return response;
        }
        let headers = Arc::new(response.headers().clone());
        response.map_body(|_, body| match body.try_into_bytes() {
            Ok(body) => {
                self.0.insert(key, Page { seen, headers, body: body.clone() });
                actix_web::body::BoxBody::new(body)
            }
            Err(body) => body,
        })
    }
}
