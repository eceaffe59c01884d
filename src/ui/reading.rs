//! How somebody likes to read: kept in a cookie on their device, never in the database.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use super::Look;
use crate::http::Fields;
use crate::kernel::Language;

/// The cookie's name.
pub const COOKIE: &str = "__Host-reading";
/// The cookie that says which suggestions were put off; it lasts two weeks.
pub const LATER: &str = "__Host-later";
/// Muted words kept at most.
const MUTED_MAX: usize = 50;

crate::text_enum! {
    /// Light, dark or strong.
    pub enum Theme {
        /// Heather-grey paper.
        Day = "day",
        /// Plum ink.
        Night = "night",
        /// Black on white.
        Contrast = "contrast",
    }
}

crate::text_enum! {
    /// How large letters are.
    pub enum Size {
        /// As the device says.
        Usual = "usual",
        /// Larger.
        Large = "large",
        /// Larger still.
        Larger = "larger",
    }
}

/// A reader's choices. Everything is optional.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The theme; none: the device decides.
    pub theme: Option<Theme>,
    /// The size of letters.
    pub size: Option<Size>,
    /// Everything in the sans face.
    pub plain_letters: bool,
    /// The language; none: the browser decides.
    pub language: Option<Language>,
    /// What this place is made to look like; none: itself.
    pub look: Option<Look>,
    /// Where Leave leads; empty: where the host says.
    pub away: String,
    /// Minutes after which a session that begins here is locked; 0: never.
    pub lock_min: i64,
    /// Newest replies first.
    pub newest_first: bool,
    /// Content notes shown open: codes.
    pub open_notes: Vec<String>,
    /// Posts holding one of these words are folded.
    pub muted: Vec<String>,
    /// Whose numbers to call are shown, as ISO 3166-1 alpha-2; empty: those of the community's country.
    pub country: String,
}

impl Reading {
    /// What the cookie says; anything unknown in it is passed over. The worker shows no cookie, and says in the address
    /// what the pages it keeps are to look like, and whose numbers they are to show.
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        if let Some(cookie) = request.cookie(COOKIE) {
            return Self::parse(cookie.value());
        }
        let asked = Fields::asked(request);
        let country = country(asked.one("country")).unwrap_or_default();
        Self { look: Look::parse(asked.one("look")), country, ..Self::default() }
    }

    /// Reads the cookie's text.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut reading = Self::default();
        for (key, value) in url::form_urlencoded::parse(text.as_bytes()) {
            match &*key {
                "theme" => reading.theme = Theme::parse(&value),
                "size" => reading.size = Size::parse(&value),
                "plain" => reading.plain_letters = true,
                "lang" => reading.language = Language::parse(&value),
                "look" => reading.look = Look::parse(&value),
                "away" => reading.away = value.into_owned(),
                "lock" => reading.lock_min = value.parse().unwrap_or_default(),
                "newest" => reading.newest_first = true,
                "country" => reading.country = country(&value).unwrap_or_default(),
                "open" => reading.open_notes.push(value.into_owned()),
                "mute" if reading.muted.len() < MUTED_MAX && !value.trim().is_empty() => {
                    reading.muted.push(value.trim().to_lowercase());
                }
                _ => {}
            }
        }
        reading
    }

    /// These choices as text, which [`Reading::parse`] reads.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = url::form_urlencoded::Serializer::new(String::new());
        let single = [
            ("theme", self.theme.map(Theme::code)),
            ("size", self.size.map(Size::code)),
            ("plain", self.plain_letters.then_some("1")),
            ("lang", self.language.map(Language::code)),
            ("look", self.look.map(Look::code)),
            ("away", Some(self.away.as_str()).filter(|away| !away.is_empty())),
            ("newest", self.newest_first.then_some("1")),
            ("country", Some(self.country.as_str()).filter(|country| !country.is_empty())),
        ];
        for (key, value) in single {
            text.extend_pairs(value.map(|value| (key, value)));
        }
        text.extend_pairs((self.lock_min > 0).then(|| ("lock", self.lock_min.to_string())));
        text.extend_pairs(self.open_notes.iter().map(|note| ("open", note)));
        text.extend_pairs(self.muted.iter().map(|word| ("mute", word)));
        text.finish()
    }

    /// The cookie for these choices. It lasts a year; a session's, on a shared device.
    #[must_use]
    pub fn cookie(&self, is_shared: bool) -> Cookie<'static> {
        // What comes back has been unescaped once.
        let cookie = Cookie::build(COOKIE, self.text().replace('%', "%25"))
            .path("/")
            .secure(true)
            .http_only(true)
            .same_site(SameSite::Lax);
        if is_shared { cookie.finish() } else { cookie.max_age(Duration::days(365)).finish() }
    }

    /// Whether a content note is shown open.
    #[must_use]
    pub fn opens(&self, note: &str) -> bool {
        self.open_notes.iter().any(|open| open == note)
    }
}

/// A country somebody chose: two letters, made large.
#[must_use]
pub fn country(typed: &str) -> Option<String> {
    let is_code = typed.len() == 2 && typed.bytes().all(|sign| sign.is_ascii_alphabetic());
    is_code.then(|| typed.to_ascii_uppercase())
}

/// The cookies that leave nothing of how somebody reads on a device.
#[must_use]
pub fn forgotten() -> [Cookie<'static>; 2] {
    let gone = |name| Cookie::build(name, "").path("/").secure(true).http_only(true).max_age(Duration::ZERO);
    [gone(COOKIE).finish(), gone(LATER).finish()]
}

/// Suggestions the reader put off.
#[must_use]
pub fn put_off(request: &HttpRequest) -> Vec<String> {
    let codes = request.cookie(LATER).map(|cookie| cookie.value().to_owned()).unwrap_or_default();
    codes.split('.').filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

/// The cookie for suggestions put off; a session's, on a shared device.
#[must_use]
pub fn later(codes: &[&str], is_shared: bool) -> Cookie<'static> {
    let cookie =
        Cookie::build(LATER, codes.join(".")).path("/").secure(true).http_only(true).same_site(SameSite::Lax);
    if is_shared { cookie.finish() } else { cookie.max_age(Duration::days(14)).finish() }
}

#[test]
fn choices_survive_the_cookie() {
    let reading = Reading {
        theme: Some(Theme::Night),
        plain_letters: true,
        look: Some(Look::Weather),
        away: "https://www.example.org/?a=b&c".into(),
        lock_min: 5,
        language: Some(Language::Es),
        open_notes: vec!["lapse".into()],
        muted: vec!["piña colada; & more".into()],
        country: "ES".into(),
        ..Reading::default()
    };
    let cookie = reading.cookie(false);
    assert_eq!(Reading::parse(&reading.text()), reading);
    let back = Cookie::parse_encoded(cookie.to_string()).unwrap();
    assert_eq!(Reading::parse(back.value()), reading);
    assert!(!cookie.value().contains([';', ',', ' ']));
    assert_eq!(Reading::parse("theme=plaid&who=knows&country=%3Cb%3E"), Reading::default());
}
