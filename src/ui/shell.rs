//! The shell around a page: who reads it, in which words, under which community.

use std::borrow::Cow;
use std::fmt::Display;
use std::future::{Ready, ready};
use std::sync::{Arc, OnceLock};

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest};
use askama::filters::Safe;

use super::faces::{self, Shape};
use super::{House, Look, Reading, Words, assets, icons, reading};
use crate::http::muted::MutedWords;
use crate::http::{Fields, Signed, answer, viewer};
use crate::kernel::{Chance, Day, Error, FaceId, Moment, Token, language};
use crate::policy::Rank;

/// The doors on the bottom bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// What is new, and who waits.
    Today,
    /// Rooms with a purpose.
    Groups,
    /// Say something.
    Share,
    /// Everything personal.
    You,
}

/// Put into the extensions by `routes.rs`: the community, and the world pages are made in.
#[derive(Clone)]
pub struct Around {
    /// The community.
    pub house: Arc<House>,
    /// When the page is made.
    pub now: Moment,
    /// Where form marks come from.
    pub chance: Chance,
}

/// Put into the extensions by the middleware of sessions: whether something happened that the reader has not seen.
#[derive(Debug, Clone, Copy)]
pub struct HasNews(pub bool);

/// Everything a page needs besides its own content. Templates know it as `ui`.
#[derive(Clone)]
pub struct Shell {
    /// The words of the reader's language.
    pub words: &'static Words,
    /// How they like to read.
    pub reading: Reading,
    /// Words they would rather not meet: those of their account, and those of this device.
    pub muted: MutedWords,
    /// Who reads, if somebody is signed in.
    pub signed: Option<Arc<Signed>>,
    /// The community.
    pub house: Arc<House>,
    /// When the page is made.
    pub now: Moment,
    /// The page's own path.
    pub path: String,
    /// The door this page is behind.
    pub door: Option<Door>,
    /// Whether this page is for everybody and may be kept by caches and found, if the host allows.
    pub is_open_web: bool,
    /// Suggestions the reader put off: codes.
    pub put_off: Vec<String>,
    /// Whether something happened for the reader that they have not seen.
    pub has_news: bool,
    /// Whether this page is asked for by the worker, to be kept on a device.
    pub is_kept: bool,
    /// The tag of what the reader has already.
    pub known: Option<String>,
    chance: Chance,
    mark: OnceLock<String>,
}

impl Shell {
    /// The same shell, behind a door.
    #[must_use]
    pub fn at(self, door: Door) -> Self {
        Self { door: Some(door), ..self }
    }

    /// The same shell, around a page for everybody: search engines may find it, if the host allows any to.
    #[must_use]
    pub fn on_open_web(self) -> Self {
        Self { is_open_web: true, ..self }
    }

    /// The same shell, around a page that shows nobody: one that is kept on a device.
    #[must_use]
    pub fn of_nobody(self) -> Self {
        Self { signed: None, has_news: false, ..self }
    }

    /// Whether this page is behind `door`; for `aria-current`.
    #[must_use]
    pub fn is_today(&self) -> bool {
        self.door == Some(Door::Today)
    }
    /// See [`Shell::is_today`].
    #[must_use]
    pub fn is_groups(&self) -> bool {
        self.door == Some(Door::Groups)
    }
    /// See [`Shell::is_today`].
    #[must_use]
    pub fn is_share(&self) -> bool {
        self.door == Some(Door::Share)
    }
    /// See [`Shell::is_today`].
    #[must_use]
    pub fn is_you(&self) -> bool {
        self.door == Some(Door::You)
    }

    /// A sentence without blanks.
    #[must_use]
    pub fn t(&self, key: &str) -> Cow<'static, str> {
        self.words.t(key)
    }

    /// A sentence with one blank.
    #[must_use]
    pub fn t1(&self, key: &str, name: &'static str, value: impl Display) -> String {
        self.words.t1(key, name, value)
    }

    /// A sentence with two blanks.
    #[must_use]
    pub fn t2(&self, key: &str, a: (&'static str, impl Display), b: (&'static str, impl Display)) -> String {
        self.words.t2(key, a, b)
    }

    /// A small drawing.
    #[must_use]
    pub fn icon(&self, name: &str) -> Safe<&'static str> {
        icons::icon(name)
    }

    /// The drawn face of a name, an alias or somebody of another community.
    #[must_use]
    pub fn face_of(&self, kind: &str, seed: &i64) -> Safe<Arc<str>> {
        let shape = match kind {
            "alias" => Shape::Alias,
            "remote" => Shape::Remote,
            _ => Shape::Name,
        };
        faces::face(*seed, shape)
    }

    /// Whether this device is shared with others, and should keep nothing.
    #[must_use]
    pub fn is_shared_device(&self) -> bool {
        self.signed.as_ref().is_some_and(|signed| signed.is_shared)
    }

    /// Minutes after which the page covers itself; 0: never.
    #[must_use]
    pub fn lock_min(&self) -> i64 {
        self.signed.as_ref().map_or(0, |signed| signed.lock_min)
    }

    /// The number for danger to life, in the country somebody chose or else in the community's; empty if none is known.
    #[must_use]
    pub fn emergency(&self) -> &str {
        let chosen = Some(&self.reading.country).filter(|country| !country.is_empty());
        let here = chosen.unwrap_or(&self.house.country);
        let known = self.house.emergencies.iter().find(|(country, _)| country == here);
        known.map_or("", |(_, number)| number.as_str())
    }

    /// Whether another country's is known, too.
    #[must_use]
    pub fn has_more_emergencies(&self) -> bool {
        self.house.emergencies.len() > 1
    }

    /// The mark at the top: the community's, or what the place is made to look like.
    #[must_use]
    pub fn logo(&self) -> Safe<&'static str> {
        self.reading.look.map_or_else(faces::logo, Look::mark)
    }

    /// The name at the top: the community's, or what the place is made to look like.
    #[must_use]
    pub fn place(&self) -> Cow<'_, str> {
        match self.reading.look {
            None => Cow::Borrowed(&self.house.name),
            Some(look) => look.name(self.words, &self.house),
        }
    }

    /// The addresses of the icon: a drawing, one for masks, a picture for home screens.
    #[must_use]
    pub fn place_icons(&self) -> [&'static str; 3] {
        Look::icons(self.reading.look)
    }

    /// The address of a style or script.
    #[must_use]
    pub fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }

    /// The hidden fields of every form that changes something: the session's token and a mark of this form alone.
    #[must_use]
    pub fn marks(&self) -> Safe<String> {
        let once = Token::new(&self.chance);
        Safe(format!(r#"{}<input type="hidden" name="once" value="{}">"#, self.mark().0, once.expose()))
    }

    /// The session's token alone, for forms that mean the same however often they are sent: a long thread has hundreds.
    #[must_use]
    pub fn mark(&self) -> Safe<&str> {
        let field = self.mark.get_or_init(|| {
            let csrf = self.signed.as_ref().map(|signed| signed.csrf.token(&self.chance)).unwrap_or_default();
            format!(r#"<input type="hidden" name="csrf" value="{csrf}">"#)
        });
        Safe(field)
    }

    /// Whether a host reads this.
    #[must_use]
    pub fn is_host(&self) -> bool {
        self.signed.as_ref().is_some_and(|signed| signed.person.rank == Rank::Host)
    }

    /// Whether somebody reads this who looks after the whole community.
    #[must_use]
    pub fn keeps_all(&self) -> bool {
        self.signed.as_ref().is_some_and(|signed| matches!(signed.person.rank, Rank::Keeper | Rank::Host))
    }

    /// Whether the reader's return words still wait to be kept.
    #[must_use]
    pub fn words_wait(&self) -> bool {
        self.signed.as_ref().is_some_and(|signed| signed.words_wait)
    }

    /// Whether anybody is signed in.
    #[must_use]
    pub fn is_signed_in(&self) -> bool {
        self.signed.is_some()
    }

    /// Whether a line may come up on this page that there is news: not where the place is made to look like another one.
    #[must_use]
    pub fn hears_news(&self) -> bool {
        self.is_signed_in() && self.reading.look.is_none()
    }

    /// Whether words of a face are the reader's, under their own name.
    #[must_use]
    pub fn is_me(&self, face: FaceId) -> bool {
        self.signed.as_ref().is_some_and(|signed| signed.person.face == face)
    }

    /// A day in words.
    #[must_use]
    pub fn on_day(&self, on: &Day) -> String {
        self.when(on, &None)
    }

    /// A day as people write it, with its year.
    #[must_use]
    pub fn date(&self, day: &Day) -> String {
        let (year, month, number) = day.parts();
        let month = self.t1("date-month", "month", month);
        self.words.with("date", &[("day", number.to_string()), ("month", month), ("year", year.to_string())])
    }

    /// Days from today until a day; 0 for days that are over.
    #[must_use]
    pub fn days_until(&self, day: &Day) -> i64 {
        (day.0 - self.now.day().0).max(0)
    }

    /// The name of a day's weekday.
    #[must_use]
    pub fn weekday(&self, day: &Day) -> Cow<'static, str> {
        // 1970-01-01 was a Thursday.
        match (day.0 + 3).rem_euclid(7) {
            0 => self.t("weekday-monday"),
            1 => self.t("weekday-tuesday"),
            2 => self.t("weekday-wednesday"),
            3 => self.t("weekday-thursday"),
            4 => self.t("weekday-friday"),
            5 => self.t("weekday-saturday"),
            _ => self.t("weekday-sunday"),
        }
    }

    /// When something was said, in words: minutes and hours where times are shown, else the day.
    #[must_use]
    pub fn when(&self, on: &Day, at: &Option<Moment>) -> String {
        let days = self.now.day().0 - on.0;
        if let Some(at) = at {
            let minutes = self.now.seconds_since(*at).max(0) / 60;
            match minutes {
                0 => return self.t("when-now").into_owned(),
                1..60 => return self.t1("when-minutes", "n", minutes),
                60..1_440 => return self.t1("when-hours", "n", minutes / 60),
                _ => {}
            }
        }
        match days {
            ..=0 => self.t("when-today").into_owned(),
            1 => self.t("when-yesterday").into_owned(),
            2..14 => self.t1("when-days", "n", days),
            _ => self.date(on),
        }
    }
}

impl FromRequest for Shell {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request).ok_or_else(|| Error::other("no shell around this route")))
    }
}

impl Shell {
    /// The shell for a request, if the middleware of `routes.rs` has been there.
    #[must_use]
    pub fn of(request: &HttpRequest) -> Option<Self> {
        let around = request.extensions().get::<Around>().cloned()?;
        let reading = Reading::of(request);
        let asked = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let language =
            reading.language.unwrap_or_else(|| asked.map_or(around.house.language, language::negotiate));
        let signed = viewer::signed(request);
        let muted = signed.as_ref().map(|signed| signed.muted.clone()).unwrap_or_default();
        let reader = signed.as_ref().map_or(0, |signed| signed.person.face.0);
        Some(Self {
            words: Words::of(language),
            muted: muted.and(&reading.muted),
            reading,
            signed,
            house: around.house,
            now: around.now,
            path: request.path().to_owned(),
            door: None,
            is_open_web: false,
            put_off: reading::put_off(request),
            has_news: request.extensions().get::<HasNews>().is_some_and(|news| news.0),
            is_kept: Fields::asked(request).sent("worker"),
            known: answer::known(request),
            chance: around.chance.stream("forms", reader),
            mark: OnceLock::new(),
        })
    }
}
