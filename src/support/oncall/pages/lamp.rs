//! A listener's own lamp in the browser.

use actix_web::http::StatusCode;
use actix_web::web::Data;

use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, problem, see_other};
use crate::kernel::{Error, Kind, Refusal, Zone};
use crate::page;
use crate::support::oncall::{
    self, A_DAY_MAX, After, Circle, Duty, LISTENS_AFTER_WEEKS, MANY, MINUTES, OwnLamp, SEATS, Weekday,
};
use crate::ui::{self, Door, Faults, Shell};

page! { "support/oncall/lamp.html",
    /// Somebody's own lamp.
    pub struct Show { own: OwnLamp, reaches: &'static str, fields: Fields, faults: Faults }
}

page! { "support/oncall/aftercare.html",
    /// After listening: what there is for whoever listened.
    pub struct Aftercare { own: OwnLamp, faults: Faults }
}

impl Aftercare {
    /// Whether it was a lot for one day.
    #[must_use]
    pub fn is_much(&self) -> bool {
        self.own.stood_by >= MANY
    }
    /// Whether they are to be asked how they are, now.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.own.looks_back(self.ui.now)
    }
}

impl Show {
    /// Whether they are to be asked how they are, after they listened.
    #[must_use]
    pub fn looks_back(&self) -> bool {
        self.own.looks_back(self.ui.now)
    }
    /// For how long it may be lit.
    #[must_use]
    pub fn minutes() -> &'static [i64] {
        &MINUTES
    }
    /// People at a time.
    #[must_use]
    pub fn seats() -> std::ops::RangeInclusive<i64> {
        1..=SEATS
    }
    /// People in 24 hours; 0: as many as ask.
    #[must_use]
    pub fn a_days() -> std::ops::RangeInclusive<i64> {
        0..=A_DAY_MAX
    }
    /// Weeks somebody has been here before they may listen.
    #[must_use]
    pub fn weeks() -> i64 {
        LISTENS_AFTER_WEEKS
    }
    /// Days of the week.
    #[must_use]
    pub fn weekdays() -> &'static [Weekday] {
        Weekday::ALL
    }
    /// Hours of a day.
    #[must_use]
    pub fn day() -> std::ops::Range<i64> {
        0..24
    }
    /// Who may ask while it is out.
    #[must_use]
    pub fn circles() -> &'static [Circle] {
        Circle::ALL
    }
    /// Where clocks may stand.
    #[must_use]
    pub fn zones() -> &'static [String] {
        Zone::names()
    }

    /// Whether the form says so: as it was sent, or else as it is kept.
    #[must_use]
    pub fn is_day(&self, day: &Weekday) -> bool {
        if self.was_sent() {
            self.fields.has("day", day.code())
        } else {
            self.own.lamp.on_days().any(|each| each == *day)
        }
    }
    /// See [`Show::is_day`].
    #[must_use]
    pub fn is_circle(&self, circle: &Circle) -> bool {
        if self.was_sent() {
            self.fields.has("askable", circle.code())
        } else {
            self.own.lamp.askable == *circle
        }
    }
    /// See [`Show::is_day`].
    #[must_use]
    pub fn is_chosen(&self, field: &str, value: &i64) -> bool {
        if self.was_sent() {
            return self.fields.has(field, &value.to_string());
        }
        *value
            == match field {
                "most" => self.own.lamp.most,
                "a_day" => self.own.lamp.a_day,
                "from_hour" => self.own.lamp.from_hour,
                _ => self.own.lamp.to_hour,
            }
    }
    /// As it was sent, if it is one of the list; else as it is kept.
    #[must_use]
    pub fn is_zone(&self, zone: &str) -> bool {
        let sent = self.fields.one("zone");
        if Zone::parse(sent).is_some() { sent == zone } else { self.own.lamp.zone == zone }
    }

    fn was_sent(&self) -> bool {
        self.fields.sent("from_hour")
    }

    /// An hour as clocks show it.
    #[must_use]
    pub fn clock(hour: &i64) -> String {
        format!("{hour:02}:00")
    }
}

/// No place of the list: no clock is guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("choose where your clock stands")]
pub struct NoSuchPlace;

impl Refusal for NoSuchPlace {
    fn code(&self) -> &'static str {
        "lamp-zone"
    }
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
    fn field(&self) -> Option<&'static str> {
        Some("zone")
    }
}

/// `GET /lamp`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&load(&app, &member, ui).await?)
}

async fn load(app: &App, member: &Member, ui: Shell) -> Result<Show, Error> {
    let (viewer, signed, world, now) = (member.viewer(), member.clone(), app.clone(), ui.now);
    let (own, reaches) =
        app.read(move |db| Ok((OwnLamp::read(db, &viewer, now)?, world.lamp_reaches(db, &signed)?))).await?;
    Ok(Show { ui: ui.at(Door::You), own, reaches, fields: Fields::default(), faults: Faults::default() })
}

/// `POST /lamp`: lights it; on to those who ask already.
pub async fn light(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let (viewer, minutes) = (member.viewer(), fields.one("minutes").parse().unwrap_or_default());
    let lit = app.write(move |tx| oncall::light(tx, &viewer, minutes)).await;
    done(&app, &member, ui, (lit, Fields::default())).await
}

/// `POST /lamp/out`
pub async fn put_out(app: Data<App>, member: Member, ui: Shell, _fields: Fields) -> Answer {
    let viewer = member.viewer();
    let out = app.write(move |tx| oncall::put_out(tx, &viewer)).await;
    done(&app, &member, ui, (out, Fields::default())).await
}

/// `POST /lamp/rest`: not tonight.
pub async fn rest(app: Data<App>, member: Member, ui: Shell, _fields: Fields) -> Answer {
    let viewer = member.viewer();
    let rests = app.write(move |tx| oncall::rest(tx, &viewer)).await;
    done(&app, &member, ui, (rests, Fields::default())).await
}

/// `POST /lamp/hours`
pub async fn hours(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let mut faults = Faults::default();
    let zone = faults.take(&ui, "zone", Zone::parse(fields.one("zone")).ok_or(NoSuchPlace));
    let Some(zone) = zone else {
        let page = load(&app, &member, ui).await?;
        return ui::refused(&Show { fields, faults, ..page });
    };
    let (viewer, duty) = (member.viewer(), duty(&fields, zone));
    let kept = app.write(move |tx| oncall::hours(tx, &viewer, &duty)).await;
    done(&app, &member, ui, (kept, fields)).await
}

/// `GET /lamp/after`: after listening.
pub async fn after(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&load_after(&app, &member, ui).await?)
}

async fn load_after(app: &App, member: &Member, ui: Shell) -> Result<Aftercare, Error> {
    let Show { ui, own, faults, .. } = load(app, member, ui).await?;
    Ok(Aftercare { ui, own, faults })
}

/// `POST /lamp/after`
pub async fn look_after_oneself(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let after = After { rests: fields.sent("rest"), looks_back: fields.sent("tomorrow") };
    let viewer = member.viewer();
    let kept = app.write(move |tx| oncall::look_after_oneself(tx, &viewer, after)).await;
    let Err(error) = kept else { return Ok(see_other("/lamp/after")) };
    let status: StatusCode = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    let page = load_after(&app, &member, ui).await?;
    ui::with_status(status, &Aftercare { faults, ..page })
}

/// `POST /lamp/after/done`: looked back; on to today.
pub async fn looked_back(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    let viewer = member.viewer();
    app.write(move |tx| oncall::looked_back(tx, &viewer)).await?;
    Ok(see_other("/"))
}

fn duty(fields: &Fields, zone: Zone) -> Duty {
    let number = |name: &str| fields.one(name).parse().unwrap_or(-1);
    Duty {
        most: number("most"),
        a_day: fields.one("a_day").parse().ok(),
        askable: Circle::parse(fields.one("askable")).unwrap_or(Circle::Lamps),
        days: Weekday::ALL.iter().copied().filter(|day| fields.has("day", day.code())).collect(),
        hours: (number("from_hour"), number("to_hour")),
        zone,
    }
}

async fn done(app: &App, member: &Member, ui: Shell, (done, fields): (Result<(), Error>, Fields)) -> Answer {
    let Err(error) = done else { return Ok(see_other("/lamp")) };
    let status: StatusCode = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    let page = load(app, member, ui).await?;
    ui::with_status(status, &Show { fields, faults, ..page })
}
