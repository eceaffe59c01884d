//! A browser without script: it keeps cookies, fills in forms and reads pages.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};

use scraper::{ElementRef, Html, Selector};

/// Marks a sentence no locale holds; see `ui::words`.
const MISSING: char = '⟦';

/// Somebody's browser.
pub struct Browser {
    origin: String,
    cookies: RefCell<BTreeMap<String, String>>,
    agent: ureq::Agent,
}

/// What came back.
pub struct Seen {
    /// The HTTP status.
    pub status: u16,
    /// Where a redirect leads.
    pub location: String,
    /// The whole body.
    pub body: String,
    /// The same, as it came.
    pub bytes: Vec<u8>,
    headers: Vec<(String, String)>,
    path: String,
}

impl Browser {
    /// A browser with no cookies.
    pub fn new(origin: &str) -> Self {
        let config = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false).build();
        Self { origin: origin.to_owned(), cookies: RefCell::default(), agent: config.into() }
    }

    /// Puts a cookie in by hand.
    pub fn keeps(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    /// The value of a cookie it holds.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    /// Opens a page.
    pub fn visits(&self, path: &str) -> Seen {
        self.sends("GET", path, &[], None)
    }

    /// Opens a page that must be there, then follows what its redirects say.
    pub fn follows(&self, seen: Seen) -> Seen {
        let mut seen = seen;
        for _ in 0..5 {
            if !(300..400).contains(&seen.status) {
                break;
            }
            seen = self.visits(&seen.location.clone());
        }
        seen
    }

    /// Sends a form as it is: no token unless given.
    pub fn posts(&self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.sends(
            "POST",
            path,
            &[("content-type", "application/x-www-form-urlencoded")],
            Some(body.as_bytes()),
        )
    }

    /// Sends a form to a server that may go away: the status, or nothing if no whole answer came.
    pub fn tries(&self, path: &str, fields: &[(&str, &str)]) -> Option<u16> {
        let cookies: Vec<String> =
            self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = self.agent.post(format!("{}{path}", self.origin)).header("cookie", cookies.join("; "));
        let mut answer = request.send_form(fields.iter().copied()).ok()?;
        answer.body_mut().read_to_string().ok().map(|_| answer.status().as_u16())
    }

    /// The status of a page of a server that may not be there yet.
    pub fn looks(&self, path: &str) -> Option<u16> {
        self.agent.get(format!("{}{path}", self.origin)).call().ok().map(|answer| answer.status().as_u16())
    }

    /// Opens a live stream; each line that names an event comes out of what is returned, until that is dropped.
    pub fn listens(&self, path: &str) -> std::sync::mpsc::Receiver<String> {
        let cookies: Vec<String> =
            self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = self.agent.get(format!("{}{path}", self.origin)).header("cookie", cookies.join("; "));
        let mut lines = BufReader::new(request.call().unwrap().into_body().into_reader()).lines();
        let (tell, told) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            lines
                .by_ref()
                .map_while(Result::ok)
                .filter(|line| line.starts_with("event:"))
                .try_for_each(|line| tell.send(line))
        });
        told
    }

    /// Fills in the form of `page` that leads to `action`, leaving the rest as the page had it, and sends it.
    ///
    /// A field given twice is sent twice; a field the form does not have fails the test.
    pub fn fills(&self, page: &Seen, action: &str, fields: &[(&str, &str)]) -> Seen {
        let sent = page.form(action, fields);
        let pairs: Vec<(&str, &str)> =
            sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.posts(action, &pairs)
    }

    /// Sends anything.
    pub fn sends(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<&[u8]>) -> Seen {
        let cookies: Vec<String> =
            self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = ureq::http::Request::builder().method(method).uri(format!("{}{path}", self.origin));
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("accept")) {
            request = request.header("accept", "text/html");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = self.agent.run(request.body(body.unwrap_or_default().to_vec()).unwrap()).unwrap();
        let headers: Vec<(String, String)> = response
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect();
        self.learn(&headers);
        let bytes = response.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        assert!(
            !body.contains(MISSING),
            "{path} shows a sentence no locale holds: {}",
            around(&body, MISSING)
        );
        let location = headers.iter().find(|(name, _)| name == "location").map(|(_, value)| value.clone());
        let location = location.unwrap_or_default().replace(&self.origin, "");
        Seen { status: response.status().as_u16(), location, body, bytes, headers, path: path.to_owned() }
    }

    fn learn(&self, headers: &[(String, String)]) {
        for (_, value) in headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (pair, attributes) = value.split_once(';').unwrap_or((value, ""));
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if attributes.contains("Max-Age=0") {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.keeps(name, value);
            }
        }
    }
}

impl Seen {
    /// A response header.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// Every response header.
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// Everything that came: status, headers in order, body. Left out is the moment at which it was sent, which is the
    /// real clock's.
    pub fn whole(&self) -> String {
        let mut headers: Vec<String> = self
            .headers
            .iter()
            .filter(|(name, _)| name != "date")
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        headers.sort();
        format!("{}\n{}\n\n{}", self.status, headers.join("\n"), self.body)
    }

    /// Fails unless the status is this.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{} answered {}: {}", self.path, self.status, self.text("main"));
        self
    }

    /// Fails unless the page holds these words, as text.
    #[track_caller]
    pub fn shows(self, words: &str) -> Self {
        let text = self.text("body");
        assert!(text.contains(words), "{} does not show {words:?}: {text}", self.path);
        self
    }

    /// Fails if the words stand anywhere in what was sent, markup included.
    #[track_caller]
    pub fn hides(self, words: &str) -> Self {
        assert!(!self.body.contains(words), "{} holds {words:?}: {}", self.path, around(&self.body, words));
        self
    }

    /// The text of the first element a CSS selector finds, with runs of space made one; empty if there is none.
    pub fn text(&self, selector: &str) -> String {
        let document = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).unwrap();
        let found = document.select(&selector).next();
        found
            .map(|element| {
                element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .unwrap_or_default()
    }

    /// The text of every element a CSS selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let document = Html::parse_document(&self.body);
        document.select(&Selector::parse(selector).unwrap()).map(|found| found.text().collect()).collect()
    }

    /// How many elements a CSS selector finds.
    pub fn count(&self, selector: &str) -> usize {
        Html::parse_document(&self.body).select(&Selector::parse(selector).unwrap()).count()
    }

    /// An attribute of the first element a CSS selector finds.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let document = Html::parse_document(&self.body);
        document.select(&Selector::parse(selector).unwrap()).next()?.attr(name).map(str::to_owned)
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body)
            .unwrap_or_else(|error| panic!("{}: {error}: {}", self.path, self.body))
    }

    /// What would be sent by the form that leads to `action`, with some fields changed.
    #[track_caller]
    pub fn form(&self, action: &str, changed: &[(&str, &str)]) -> Vec<(String, String)> {
        let document = Html::parse_document(&self.body);
        let forms = Selector::parse("form").unwrap();
        let own = self.path.split('?').next().unwrap_or_default();
        let form = document
            .select(&forms)
            .find(|form| form.attr("action").unwrap_or(own) == action)
            .unwrap_or_else(|| panic!("{} has no form to {action}: {}", self.path, self.text("main")));
        let named = Selector::parse("[name]").unwrap();
        let fields: Vec<ElementRef<'_>> =
            document.select(&named).filter(|field| is_of(field, &form)).collect();
        let mut sent: Vec<(String, String)> = filled(&fields);
        for (name, _) in changed {
            let has = fields.iter().any(|field| field.attr("name") == Some(*name));
            assert!(has, "the form to {action} has no field {name}");
            sent.retain(|(known, _)| known != name);
        }
        sent.extend(changed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        sent
    }
}

/// Whether a field belongs to a form: it says so, or stands in it and names no other.
fn is_of(field: &ElementRef<'_>, form: &ElementRef<'_>) -> bool {
    match field.attr("form") {
        Some(id) => form.attr("id") == Some(id),
        None => field.ancestors().any(|above| above.id() == form.id()),
    }
}

/// The fields a browser would send if nothing were changed: no buttons.
fn filled(fields: &[ElementRef<'_>]) -> Vec<(String, String)> {
    let mut sent = Vec::new();
    for field in fields.iter().filter(|field| matches!(field.value().name(), "input" | "textarea" | "select"))
    {
        let name = field.attr("name").unwrap_or_default().to_owned();
        let value = match field.value().name() {
            "textarea" => Some(field.text().collect()),
            "select" => {
                let option = |css| field.select(&Selector::parse(css).unwrap()).next();
                option("option[selected]")
                    .or_else(|| option("option"))
                    .map(|option| option.attr("value").map_or_else(|| option.text().collect(), str::to_owned))
            }
            _ => match field.attr("type").unwrap_or("text") {
                "radio" | "checkbox" if field.attr("checked").is_none() => None,
                "submit" | "button" => None,
                _ => Some(
                    field
                        .attr("value")
                        .unwrap_or(if field.attr("type") == Some("checkbox") { "on" } else { "" })
                        .to_owned(),
                ),
            },
        };
        sent.extend(value.map(|value| (name, value)));
    }
    sent
}

fn around(body: &str, needle: impl Into<Needle>) -> String {
    let Needle(needle) = needle.into();
    let at = body.find(&needle).unwrap_or(0);
    body.chars().skip(body[..at].chars().count().saturating_sub(80)).take(200).collect()
}

struct Needle(String);
impl From<char> for Needle {
    fn from(sign: char) -> Self {
        Self(sign.to_string())
    }
}
impl From<&str> for Needle {
    fn from(words: &str) -> Self {
        Self(words.to_owned())
    }
}
