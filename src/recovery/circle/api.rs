//! The daily circle for programs.

use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Circle, Greeting, Line, Place, Reader, Refusal, Which};
use crate::app::App;
use crate::forum::lookout;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who};
use crate::identity::affiliations::LabelJson;
use crate::recovery::checkins::Weather;
use crate::recovery::circle;

/// The doors of the circle for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/circle", Who::Member, get_circle);
    doors.put("/api/v1/circle/greeting", Who::Member, greet_circle);
    doors.delete("/api/v1/circle/greeting", Who::Member, take_back_circle_greeting);
    doors.post("/api/v1/circle/host", Who::Member, host_circle);
    doors.delete("/api/v1/circle/host", Who::Member, step_down_from_circle);
    doors.put("/api/v1/circle/next", Who::Member, ask_to_host_circle);
    doors.delete("/api/v1/circle/next", Who::Member, take_back_circle_ask);
    doors.post("/api/v1/circle/next/answer", Who::Member, answer_circle_ask);
}

/// How somebody in the circle is.
#[derive(Debug, Serialize, ToSchema)]
pub struct CircleLineJson {
    /// Who.
    name: String,
    /// `good`, `okay`, `mixed`, `hard`, `very-hard`; null: its key is not here.
    weather: Option<&'static str>,
    /// One line; may be empty.
    line: String,
    /// Whom they work for, if they are paid in this field; or null.
    affiliation: Option<LabelJson>,
    /// Whether it is to be folded: it holds a word you muted, or you blocked them and look after the community.
    is_folded: bool,
}

impl From<Line> for CircleLineJson {
    fn from(line: Line) -> Self {
        Self {
            name: line.by.name,
            weather: line.weather.map(Weather::code),
            line: line.said,
            affiliation: LabelJson::of(line.by.label),
            is_folded: line.fold.is_some(),
        }
    }
}

/// A day's circle. It never leaves this community.
#[derive(Debug, Serialize, ToSchema)]
pub struct CircleJson {
    /// The day, in UTC.
    date: String,
    /// Who hosts this week; null: nobody does.
    host: Option<String>,
    /// Who hosts the next; null: nobody yet.
    next_host: Option<String>,
    /// What was said at the top; null: nothing yet.
    greeting: Option<String>,
    /// By whom; null likewise.
    greeted_by: Option<String>,
    /// How people are, by name.
    rows: Vec<CircleLineJson>,
    /// The `after` of what follows; null: nothing does.
    next: Option<String>,
    /// Whether you stand in today's.
    is_in: bool,
    /// Who asks you to host; null: nobody does.
    asked_by: Option<String>,
    /// Which week they ask for: `this`, `next`; null likewise.
    asked_for: Option<&'static str>,
    /// Weeks you may offer to host: `this`, `next`
    offers: Vec<&'static str>,
}

impl From<Circle> for CircleJson {
    fn from(circle: Circle) -> Self {
        let named = |place: Place| match place {
            Place::Hosted(author) => Some(author.name),
            Place::Free | Place::Asked => None,
        };
        let (greeted_by, greeting) = circle.greeting.map(|said| (said.by.name, said.words)).unzip();
        let (asked_by, asked_for) = circle.asks.map(|(author, which)| (author.name, which.code())).unzip();
        Self {
            date: circle.day.iso(),
            host: named(circle.host),
            next_host: named(circle.next),
            greeting,
            greeted_by,
            rows: circle.lines.into_iter().map(CircleLineJson::from).collect(),
            next: circle.more,
            is_in: circle.is_in,
            asked_by,
            asked_for,
            offers: circle.offers.into_iter().map(Which::code).collect(),
        }
    }
}

/// What the host says.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CircleGreetingJson {
    /// Up to 500 letters; empty: it is taken back.
    words: String,
    /// Whether help was shown after an answer of `help-first`: then it is said as it is.
    #[serde(default)]
    helped: bool,
}

/// A week to host.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CircleHostJson {
    /// `this`, `next`
    week: String,
}

/// Whom to ask.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CircleNextJson {
    /// Their name.
    name: String,
}

/// An answer.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CircleAnswerJson {
    /// Whether you will; a no is told to nobody.
    yes: bool,
}

/// The circle of today, or of yesterday.
#[utoipa::path(get, path = "/api/v1/circle", tag = "checkins",
    params(("day" = Option<String>, Query, description = "`yesterday`, or nothing"), ("after" = Option<String>, Query, description = "The `next` of the page before")),
    responses((status = 200, body = CircleJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn get_circle(app: Data<App>, member: Member, request: HttpRequest) -> Answer {
    let asked = Fields::asked(&request);
    let reader = Reader { viewer: member.viewer(), ring: app.keys().clone(), muted: member.muted.clone() };
    let (is_yesterday, after) = (asked.has("day", "yesterday"), asked.one("after").to_owned());
    let now = app.clock().now();
    let circle = app.read(move |db| circle::read(db, &reader, (now, is_yesterday), &after)).await?;
    Ok(HttpResponse::Ok().json(CircleJson::from(circle)))
}

/// Says something at the top of today's circle: for whoever hosts this week. Empty words take back what you said. 409 with the
/// code `help-first`: they sound heavy. A program then shows numbers to call (`GET /api/v1/helplines`) and Support, and on one more press sends the same
/// with `helped` set to true.
#[utoipa::path(put, path = "/api/v1/circle/greeting", tag = "checkins", request_body = CircleGreetingJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn greet_circle(app: Data<App>, member: Member, sent: Json<CircleGreetingJson>) -> Answer {
    let (viewer, words) = (member.viewer(), Greeting::parse(&sent.words)?);
    lookout::help_first(&app, sent.helped, words.as_str().to_owned()).await?;
    app.write(move |tx| circle::greet(tx, &viewer, &words)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes back what you said at the top of today's circle, or of yesterday's, whether you still host or not. Twice is the same
/// as once.
#[utoipa::path(delete, path = "/api/v1/circle/greeting", tag = "checkins",
    params(("day" = Option<String>, Query, description = "`yesterday`, or nothing")),
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn take_back_circle_greeting(app: Data<App>, member: Member, request: HttpRequest) -> Answer {
    let is_yesterday = Fields::asked(&request).has("day", "yesterday");
    app.write(move |tx| circle::take_back_greeting(tx, &member.viewer(), is_yesterday)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Offers to host a week, and does from now on. Twice is the same as once.
#[utoipa::path(post, path = "/api/v1/circle/host", tag = "checkins", request_body = CircleHostJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn host_circle(app: Data<App>, member: Member, sent: Json<CircleHostJson>) -> Answer {
    let (viewer, which) = (member.viewer(), Which::parse(&sent.week).ok_or(Refusal::Unknown)?);
    app.write(move |tx| circle::host(tx, &viewer, which)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Steps down at once, from this week and the next. Nothing is asked, and twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/circle/host", tag = "checkins",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn step_down_from_circle(app: Data<App>, member: Member) -> Answer {
    app.write(move |tx| circle::step_down(tx, &member.viewer())).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Asks somebody to host the next week: for whoever hosts this one.
#[utoipa::path(put, path = "/api/v1/circle/next", tag = "checkins", request_body = CircleNextJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn ask_to_host_circle(app: Data<App>, member: Member, sent: Json<CircleNextJson>) -> Answer {
    let (viewer, name) = (member.viewer(), sent.into_inner().name);
    app.write(move |tx| circle::hand_over(tx, &viewer, &name)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes back what you asked of somebody who has not said. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/circle/next", tag = "checkins",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn take_back_circle_ask(app: Data<App>, member: Member) -> Answer {
    app.write(move |tx| circle::take_back_ask(tx, &member.viewer())).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Says yes or no to having been asked.
#[utoipa::path(post, path = "/api/v1/circle/next/answer", tag = "checkins", request_body = CircleAnswerJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn answer_circle_ask(app: Data<App>, member: Member, sent: Json<CircleAnswerJson>) -> Answer {
    let (viewer, is_yes) = (member.viewer(), sent.yes);
    app.write(move |tx| circle::answer(tx, &viewer, is_yes)).await?;
    Ok(HttpResponse::NoContent().finish())
}
