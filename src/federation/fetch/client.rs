//! The one client there is. No proxy of the environment, no cookies, no redirect but ours.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, LOCATION, USER_AGENT};
use reqwest::{Method, RequestBuilder, Response, redirect};
use serde_json::Value;
use url::{Host, Url};

use super::{Budget, Document, Rates, Trouble, document, is_public};
use crate::federation::peers::Domain;
use crate::federation::signature::{self, Form, Head, SigningKey};
use crate::kernel::{Error, Moment};

/// Bytes of a document, unpacked.
const BYTES_MAX: usize = 1 << 20;
/// The longest address.
const ADDRESS_MAX: usize = 2_048;
const CONNECT: Duration = Duration::from_secs(5);
/// A line that lay idle so long is not spoken on again: many servers put theirs down after five seconds.
const IDLE: Duration = Duration::from_secs(3);
const ACCEPTED: &str =
    r#"application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams""#;

/// What a request is signed with.
#[derive(Debug, Clone)]
pub struct Signing {
    /// Whose name it goes out in.
    pub key: Arc<SigningKey>,
    /// As the host reads it.
    pub form: Form,
    /// Now.
    pub at: Moment,
}

/// What came of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The status.
    pub status: u16,
    /// How many seconds the host asks us to wait.
    pub retry_after_s: Option<u64>,
}

/// Speaks with other communities. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    /// Communities on this machine alone, to try out: never beside the public network.
    is_on_loopback: bool,
    rates: Arc<Rates>,
    agent: String,
}

impl Client {
    /// `origin` is this community's own address; each request names it. On this machine alone nobody speaks TLS: no roots are read.
    ///
    /// # Errors
    /// A fault: TLS could not be set up.
    pub fn new(origin: &str, timeout: Duration, is_on_loopback: bool) -> Result<Self, Error> {
        let http = reqwest::Client::builder();
        let http = if is_on_loopback { http.tls_certs_only([]) } else { http };
        let http = http
            .dns_resolver(Arc::new(Public { is_on_loopback }))
            .redirect(redirect::Policy::none())
            .no_proxy()
            .referer(false)
            .https_only(!is_on_loopback)
            .connect_timeout(CONNECT)
            .timeout(timeout)
            .pool_idle_timeout(IDLE)
            .pool_max_idle_per_host(2)
            .build()
            .map_err(Error::other)?;
        let agent = format!("Hearthside/{} (+{origin}/)", env!("CARGO_PKG_VERSION"));
        Ok(Self { http, is_on_loopback, rates: Arc::default(), agent })
    }

    /// Whether an address is one we would ask: https, the usual port, a name and not a number.
    ///
    /// # Errors
    /// [`Trouble::Unsafe`].
    pub fn allows(&self, url: &Url) -> Result<(), Trouble> {
        let is_plain =
            url.username().is_empty() && url.password().is_none() && url.as_str().len() <= ADDRESS_MAX;
        let is_allowed = if self.is_on_loopback {
            let host = url.host_str().unwrap_or_default();
            url.scheme() == "http" && matches!(host, "127.0.0.1" | "localhost")
        } else {
            let is_name = matches!(url.host(), Some(Host::Domain(name)) if is_far(name));
            url.scheme() == "https" && url.port().is_none() && is_name
        };
        if is_plain && is_allowed { Ok(()) } else { Err(Trouble::Unsafe) }
    }

    /// Fetches a document from where it says it lives.
    ///
    /// # Errors
    /// What went wrong.
    pub async fn get(&self, url: &Url, signing: &Signing, budget: &mut Budget) -> Result<Document, Trouble> {
        let mut at = url.clone();
        at.set_fragment(None);
        let mut response = self.ask(&at, signing, budget).await?;
        if response.status().is_redirection() {
            at = led_to(&at, &response)?;
            // Signed anew: a signature is for one address.
            response = self.ask(&at, signing, budget).await?;
        }
        if !response.status().is_success() {
            return Err(Trouble::Status(response.status().as_u16()));
        }
        if !is_activity(response.headers()) {
            return Err(Trouble::Type);
        }
        let value = document::parse(&body(response).await?)?;
        let id = value.get("id").and_then(Value::as_str).ok_or(Trouble::Other)?;
        let id = Url::parse(id).map_err(|_| Trouble::Other)?;
        if id.origin() != at.origin() {
            return Err(Trouble::Other);
        }
        Ok(Document { id, value })
    }

    /// Asks a community about a name of its own (RFC 7033). No redirect is followed, and JSON is taken for what it says.
    ///
    /// # Errors
    /// What went wrong.
    pub async fn finger(&self, url: &Url, signing: &Signing, budget: &mut Budget) -> Result<Value, Trouble> {
        let response = self.ask(url, signing, budget).await?;
        if !response.status().is_success() {
            return Err(Trouble::Status(response.status().as_u16()));
        }
        let kind =
            response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if !matches!(kind.as_str(), "application/jrd+json" | "application/json") {
            return Err(Trouble::Type);
        }
        document::parse(&body(response).await?)
    }

    /// Posts a letter. The body of the answer is not read.
    ///
    /// # Errors
    /// What went wrong before an answer came.
    pub async fn post(&self, url: &Url, body: Vec<u8>, signing: &Signing) -> Result<Said, Trouble> {
        self.allows(url)?;
        let head = Head { method: "POST", url, body: Some(&body), date: signing.at };
        let mut headers = self.headers(&head, signing)?;
        headers.insert(CONTENT_TYPE, reqwest::header::HeaderValue::from_static("application/activity+json"));
        let request = self.http.request(Method::POST, url.clone()).headers(headers).body(body);
        send(request).await.map(|response| said(&response))
    }

    /// Posts something that is not signed as letters are: to a device's push service. It is not told who we are but by the
    /// headers given, and the body of its answer is not read.
    ///
    /// # Errors
    /// What went wrong before an answer came.
    pub async fn push(
        &self,
        url: &Url,
        headers: &[(&'static str, String)],
        body: Vec<u8>,
    ) -> Result<Said, Trouble> {
        self.allows(url)?;
        let request =
            headers.iter().fold(self.http.request(Method::POST, url.clone()), |request, (name, value)| {
                request.header(*name, value)
            });
        send(request.body(body)).await.map(|response| said(&response))
    }

    async fn ask(&self, url: &Url, signing: &Signing, budget: &mut Budget) -> Result<Response, Trouble> {
        self.allows(url)?;
        budget.take()?;
        let host = format!("{}:{}", url.host_str().unwrap_or_default(), url.port().unwrap_or_default());
        self.rates.take(&host, signing.at)?;
        let head = Head { method: "GET", url, body: None, date: signing.at };
        let mut headers = self.headers(&head, signing)?;
        headers.insert(ACCEPT, reqwest::header::HeaderValue::from_static(ACCEPTED));
        send(self.http.request(Method::GET, url.clone()).headers(headers)).await
    }

    fn headers(&self, head: &Head<'_>, signing: &Signing) -> Result<HeaderMap, Trouble> {
        let signed = signature::sign(head, &signing.key, signing.form).map_err(|_| Trouble::Ours)?;
        let mut headers: HeaderMap = signed.into_iter().collect();
        headers.insert(USER_AGENT, self.agent.parse().map_err(|_| Trouble::Ours)?);
        Ok(headers)
    }
}

/// Whether a name is one on the web, and none of the house or of another net.
fn is_far(name: &str) -> bool {
    !name.ends_with('.') && Domain::parse(name, "").is_ok()
}

fn said(response: &Response) -> Said {
    let wait = response.headers().get("retry-after").and_then(|value| value.to_str().ok());
    Said { status: response.status().as_u16(), retry_after_s: wait.and_then(|value| value.parse().ok()) }
}

/// Where an answer leads, if that is within its own origin.
fn led_to(from: &Url, response: &Response) -> Result<Url, Trouble> {
    let place = response.headers().get(LOCATION).and_then(|value| value.to_str().ok());
    let place = place.and_then(|place| from.join(place).ok()).ok_or(Trouble::Elsewhere)?;
    if place.origin() == from.origin() { Ok(place) } else { Err(Trouble::Elsewhere) }
}

/// Whether an answer says that it is an activity: no other type is guessed at.
fn is_activity(headers: &HeaderMap) -> bool {
    let Some(kind) = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()) else { return false };
    let mut parts = kind.split(';').map(str::trim);
    let profile = "profile=\"https://www.w3.org/ns/activitystreams\"";
    match parts.next().map(str::to_ascii_lowercase).as_deref() {
        Some("application/activity+json") => true,
        Some("application/ld+json") => parts.any(|part| part.replace(' ', "").eq_ignore_ascii_case(profile)),
        _ => false,
    }
}

/// The body, as far as it may be long. Counted as it comes, after unpacking.
async fn body(mut response: Response) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| trouble(&error))? {
        if bytes.len() + chunk.len() > BYTES_MAX {
            return Err(Trouble::Large);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// Sends, and once more if the line was cut before an answer came: one that lay idle may be put down just when we speak, and
/// that says nothing of the host. A letter that came twice is done once.
async fn send(request: RequestBuilder) -> Result<Response, Trouble> {
    let again = request.try_clone();
    let answer = match (request.send().await, again) {
        (Err(error), Some(again)) if was_cut(&error) => again.send().await,
        (answer, _) => answer,
    };
    answer.map_err(|error| trouble(&error))
}

/// Whether a line that stood was cut, and not: could not be had, was slow, leads nowhere.
fn was_cut(error: &reqwest::Error) -> bool {
    error.is_request() && !error.is_connect() && trouble(error) == Trouble::Unreachable
}

fn trouble(error: &reqwest::Error) -> Trouble {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(each) = cause {
        if each.is::<NotPublic>() {
            return Trouble::Unsafe;
        }
        cause = each.source();
    }
    if error.is_timeout() { Trouble::Slow } else { Trouble::Unreachable }
}

/// A name that leads to no public address.
#[derive(Debug, thiserror::Error)]
#[error("leads to no public address")]
struct NotPublic;

/// Looks names up and gives the connection only addresses that are public: there is no second look-up that could say otherwise.
#[derive(Debug, Clone, Copy)]
struct Public {
    is_on_loopback: bool,
}

impl Public {
    fn allows(self, address: IpAddr) -> bool {
        if self.is_on_loopback { address.is_loopback() } else { is_public(address) }
    }

    /// One address that is not public is one too many: whoever names it means no good.
    fn all_allowed(self, found: Vec<SocketAddr>) -> Result<Vec<SocketAddr>, NotPublic> {
        let all = !found.is_empty() && found.iter().all(|address| self.allows(address.ip()));
        if all { Ok(found) } else { Err(NotPublic) }
    }
}

impl Resolve for Public {
    fn resolve(&self, name: Name) -> Resolving {
        let own = *self;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let found: Vec<SocketAddr> = found.collect();
            let found = own.all_allowed(found)?;
            Ok::<Addrs, Box<dyn std::error::Error + Send + Sync>>(Box::new(found.into_iter()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(is_on_loopback: bool) -> Client {
        Client::new("https://porch.example", Duration::from_secs(2), is_on_loopback).unwrap()
    }

    #[test]
    fn only_names_on_the_web_are_asked() {
        let verdict =
            |url: &str| Url::parse(url).map_or(Err(Trouble::Unsafe), |url| client(false).allows(&url));
        assert_eq!(verdict("https://calm.example/u/a?b=c"), Ok(()));
        for url in [
            "http://calm.example/",
            "https://calm.example:8443/",
            "https://us@calm.example/",
            "https://:pw@calm.example/",
            "https://127.0.0.1/",
            "https://8.8.8.8/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://127.1/",
            "https://localhost/",
            "https://calm.example./",
            "https://printer.local/",
            "https://vault.internal/",
            "https://2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion/",
            "https://a_b.example/",
            "https://calm.7/",
            "file:///etc/passwd",
            "data:,x",
            "ftp://calm.example/",
            &format!("https://calm.example/{}", "a".repeat(3_000)),
        ] {
            assert_eq!(verdict(url), Err(Trouble::Unsafe), "{url}");
        }
        assert_eq!(client(true).allows(&"https://calm.example/".parse().unwrap()), Err(Trouble::Unsafe));
        assert_eq!(client(true).allows(&"http://127.0.0.1:99/".parse().unwrap()), Ok(()));
    }

    #[test]
    fn the_type_is_said_and_never_guessed() {
        let verdict =
            |kind: &str| is_activity(&HeaderMap::from_iter([(CONTENT_TYPE, kind.parse().unwrap())]));
        assert!(verdict("application/activity+json") && verdict("application/activity+json; charset=utf-8"));
        assert!(verdict("application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\""));
        for kind in
            ["application/json", "text/html", "application/ld+json", "application/jrd+json", "image/png"]
        {
            assert!(!verdict(kind), "{kind}");
        }
        assert!(!is_activity(&HeaderMap::new()));
    }

    #[test]
    fn a_name_with_one_address_within_the_house_has_none() {
        let verdict = |addresses: &str| {
            let found = addresses.split_whitespace().map(|one| SocketAddr::new(one.parse().unwrap(), 0));
            Public { is_on_loopback: false }.all_allowed(found.collect()).is_ok()
        };
        assert!(verdict("8.8.8.8") && verdict("8.8.8.8 2606:4700::1111"));
        for addresses in [
            "",
            "127.0.0.1",
            "::1",
            "10.1.2.3",
            "100.64.0.1",
            "169.254.169.254",
            "192.168.0.1",
            "0.0.0.0",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "64:ff9b::7f00:1",
            "fe80::1",
            "fd00::1",
            "8.8.8.8 127.0.0.1",
            "8.8.8.8 8.8.4.4 ::ffff:10.0.0.1",
            "2606:4700::1111 ::1",
        ] {
            assert!(!verdict(addresses), "{addresses}");
        }
    }

    #[tokio::test]
    async fn a_name_that_leads_home_is_not_followed() {
        // A canary that would hear of any connection.
        let canary = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = canary.local_addr().unwrap().port();
        let resolver = Public { is_on_loopback: false };
        let refused = resolver.resolve("localhost".parse().unwrap()).await.err().unwrap();
        assert!(refused.is::<NotPublic>());
        // Even past the look at the address, connecting itself refuses.
        let http = client(false).http;
        let error = http.get(format!("https://localhost:{port}/")).send().await.unwrap_err();
        assert_eq!(trouble(&error), Trouble::Unsafe);
        let heard = tokio::time::timeout(Duration::from_millis(200), canary.accept()).await;
        assert!(heard.is_err(), "somebody connected");
    }
}
