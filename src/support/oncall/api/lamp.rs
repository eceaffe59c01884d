//! A listener's own lamp, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::Answer;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::kernel::{Day, Error, Refusal as _, Zone};
use crate::support::oncall::{self, After, Circle, Duty, OwnLamp, Refusal, Weekday};

/// An hour of the day in which people ask: only where it was ten times or more in a year.
#[derive(Debug, Serialize, ToSchema)]
pub struct HourJson {
    /// By your own clock.
    hour: i64,
    /// How often, in tens rounded down.
    n: i64,
}

/// Your own lamp.
#[derive(Debug, Serialize, ToSchema)]
pub struct LampJson {
    /// Whether it is lit, by hand or by its hours.
    is_lit: bool,
    /// Minutes for which it is lit by hand; null: it is not.
    minutes_left: Option<i64>,
    /// Whether you rest: nobody asks you.
    rests: bool,
    /// People at a time.
    most: i64,
    /// People in 24 hours, at most; 0: as many as ask.
    a_day: i64,
    /// Whether you came to as many as that: nobody more asks you.
    is_done: bool,
    /// Who may ask while it is out: `lamps` (nobody), `groups`, `everyone`
    askable: &'static str,
    /// Days of hours on duty: `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`
    days: Vec<&'static str>,
    /// From which hour.
    from_hour: i64,
    /// Until which; not later than the first: of the next day.
    to_hour: i64,
    /// Where your clock stands.
    zone: String,
    /// Why you cannot light it yet: the code of a refusal, or null.
    why_not: Option<&'static str>,
    /// When people ask.
    hours: Vec<HourJson>,
    /// Where an ask reaches you beside the pages here: `here` (nowhere else), `push`, `mail`, `both`. While your lamp is lit, in your quiet
    /// hours, too.
    reaches: &'static str,
}

impl LampJson {
    fn of(own: OwnLamp, reaches: &'static str) -> Self {
        let lamp = own.lamp;
        Self {
            is_lit: own.is_lit,
            minutes_left: own.minutes_left,
            rests: own.rests,
            most: lamp.most,
            a_day: lamp.a_day,
            is_done: own.is_done,
            askable: lamp.askable.code(),
            days: lamp.on_days().map(Weekday::code).collect(),
            from_hour: lamp.from_hour,
            to_hour: lamp.to_hour,
            zone: lamp.zone,
            why_not: own.why.as_ref().map(Refusal::code),
            hours: own.hours.into_iter().map(|(hour, n)| HourJson { hour, n }).collect(),
            reaches,
        }
    }
}

/// After listening, for whoever listened.
#[derive(Debug, Serialize, ToSchema)]
pub struct AfterListeningJson {
    /// To how many you came within a day. Kept for no longer, and for nobody else.
    stood_by: i64,
    /// Whether nobody asks you for now.
    rests: bool,
    /// Whether you are to be asked how you are: on the next day by your own clock, and for three days after.
    is_asked: bool,
    /// That day; null: you are not asked.
    asked_on: Option<String>,
}

/// What you choose after listening.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LookAfterYourselfJson {
    /// Whether nobody is to ask you for half a day.
    rests: bool,
    /// Whether you would like to be asked tomorrow how you are.
    tomorrow: bool,
}

/// For how long.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LightJson {
    /// 30, 60 or 120.
    minutes: i64,
}

/// When you would like to be asked.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DutyJson {
    /// People at a time, from 1 to 3.
    most: i64,
    /// People in 24 hours, at most, up to 10; 0: as many as ask; left out: as it was.
    #[serde(default)]
    a_day: Option<i64>,
    /// Who may ask while your lamp is out: `lamps` (nobody), `groups`, `everyone`
    askable: String,
    /// Days of hours on duty: `mon` to `sun`; empty: none.
    days: Vec<String>,
    /// From which hour, 0 to 23.
    from_hour: i64,
    /// Until which.
    to_hour: i64,
    /// Where your clock stands.
    zone: String,
}

impl DutyJson {
    fn parse(self) -> Result<Duty, Error> {
        let days: Option<Vec<Weekday>> = self.days.iter().map(|day| Weekday::parse(day)).collect();
        Ok(Duty {
            most: self.most,
            a_day: self.a_day,
            askable: Circle::parse(&self.askable).ok_or(Refusal::Unknown)?,
            days: days.ok_or(Refusal::Hours)?,
            hours: (self.from_hour, self.to_hour),
            zone: Zone::parse(&self.zone).ok_or(Refusal::Unknown)?,
        })
    }
}

/// Your own lamp, and when people ask.
#[utoipa::path(get, path = "/api/v1/lamp", tag = "company",
    responses((status = 200, body = LampJson), (status = 401, body = ProblemJson)))]
pub async fn get_lamp(app: Data<App>, member: Member) -> Answer {
    let (viewer, now, world) = (member.viewer(), app.clock().now(), app.clone());
    let (own, reaches) =
        app.read(move |db| Ok((OwnLamp::read(db, &viewer, now)?, world.lamp_reaches(db, &member)?))).await?;
    Ok(HttpResponse::Ok().json(LampJson::of(own, reaches)))
}

/// Lights it; whoever rested is back.
#[utoipa::path(put, path = "/api/v1/lamp", tag = "company", request_body = LightJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn light_lamp(app: Data<App>, member: Member, sent: Json<LightJson>) -> Answer {
    let (viewer, minutes) = (member.viewer(), sent.minutes);
    app.write(move |tx| oncall::light(tx, &viewer, minutes)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts it out. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/lamp", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn put_out_lamp(app: Data<App>, member: Member) -> Answer {
    let viewer = member.viewer();
    app.write(move |tx| oncall::put_out(tx, &viewer)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Not tonight: nobody asks you for half a day. Nobody is told, and nothing is owed.
#[utoipa::path(put, path = "/api/v1/lamp/rest", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn rest_lamp(app: Data<App>, member: Member) -> Answer {
    let viewer = member.viewer();
    app.write(move |tx| oncall::rest(tx, &viewer)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Says when you would like to be asked, by whom, and by how many at a time.
#[utoipa::path(put, path = "/api/v1/lamp/hours", tag = "company", request_body = DutyJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn keep_hours(app: Data<App>, member: Member, sent: Json<DutyJson>) -> Answer {
    let (viewer, duty) = (member.viewer(), sent.into_inner().parse()?);
    app.write(move |tx| oncall::hours(tx, &viewer, &duty)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// After listening: to how many you came, and what you chose for yourself.
#[utoipa::path(get, path = "/api/v1/lamp/after", tag = "company",
    responses((status = 200, body = AfterListeningJson), (status = 401, body = ProblemJson)))]
pub async fn get_after_listening(app: Data<App>, member: Member) -> Answer {
    let (viewer, now) = (member.viewer(), app.clock().now());
    let own = app.read(move |db| OwnLamp::read(db, &viewer, now)).await?;
    Ok(HttpResponse::Ok().json(AfterListeningJson {
        stood_by: own.stood_by,
        rests: own.rests,
        is_asked: own.looks_back(now),
        asked_on: own.lamp.looks_back_on.map(Day::iso),
    }))
}

/// Chooses for yourself after listening: nobody asks you tonight, and you are asked tomorrow how you are.
#[utoipa::path(put, path = "/api/v1/lamp/after", tag = "company", request_body = LookAfterYourselfJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn look_after_yourself(
    app: Data<App>,
    member: Member,
    sent: Json<LookAfterYourselfJson>,
) -> Answer {
    let LookAfterYourselfJson { rests, tomorrow: looks_back } = sent.into_inner();
    let viewer = member.viewer();
    app.write(move |tx| oncall::look_after_oneself(tx, &viewer, After { rests, looks_back })).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Looked back: nothing more is asked. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/lamp/after", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn looked_back(app: Data<App>, member: Member) -> Answer {
    let viewer = member.viewer();
    app.write(move |tx| oncall::looked_back(tx, &viewer)).await?;
    Ok(HttpResponse::NoContent().finish())
}
