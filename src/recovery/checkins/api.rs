//! Check-ins for programs: one's own days, and how those of a group are.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    About, Draft, Entry, Halt, Line, LookBack, Refusal, Shared, Told, URGE_MAX, Weather, Went, between,
    of_group, rules,
};
use crate::app::App;
use crate::forum::{lookout, members};
use crate::http::problem::{InField as _, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{BuddyId, Day, Error, Moment, Zone};
use crate::recovery::{Own, checkins, counters};

/// The doors of check-ins for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/checkins", Who::Member, list_checkins);
    doors.put("/api/v1/checkins", Who::Member, check_in);
    doors.delete("/api/v1/checkins/{date}", Who::Member, take_back_checkin);
    doors.delete("/api/v1/checkins/{date}/buddy", Who::Member, untell_checkin);
    doors.get("/api/v1/groups/{name}/checkins", Who::Member, list_group_checkins);
    doors.get("/api/v1/buddies/{buddy}/checkins", Who::Member, list_buddy_checkins);
}

/// One of your days.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckinJson {
    /// The day, by your own clock.
    date: String,
    /// The name of the zone of that clock.
    zone: String,
    /// `good`, `okay`, `mixed`, `hard`, `very-hard`
    weather: &'static str,
    /// From 0 to 10; null: not said.
    urge: Option<i64>,
    /// `hungry`, `angry`, `lonely`, `tired`
    halt: Vec<&'static str>,
    /// One line; may be empty, as all that follow.
    line: String,
    /// What you mean to do.
    intention: String,
    /// A promise in your own words.
    pledge: String,
    /// Whether it was given for this day.
    is_pledged: bool,
    /// How yesterday's intention went: `well`, `partly`, `another`; or null.
    went: Option<&'static str>,
    /// What you said when the day was over.
    look_back: String,
    /// The short name of the group that reads weather and line; null: nobody does.
    group: Option<String>,
    /// Your side of the two, if a buddy reads weather and line; null: none does.
    buddy: Option<String>,
    /// Whether it stands in the daily circle.
    in_circle: bool,
    /// Whether people who can help come before anything else now.
    leads_to_people: bool,
}

impl CheckinJson {
    fn of(entry: Entry, group: Option<String>) -> Self {
        Self {
            date: entry.day.iso(),
            leads_to_people: rules::leads_to_people(&entry),
            zone: entry.zone,
            weather: entry.weather.code(),
            urge: entry.urge,
            halt: entry.halt.into_iter().map(Halt::code).collect(),
            line: entry.line,
            intention: entry.intention,
            pledge: entry.pledge,
            is_pledged: entry.is_pledged,
            went: entry.went.map(Went::code),
            look_back: entry.look_back,
            buddy: entry.buddy.map(|buddy| buddy.to_string()),
            in_circle: entry.in_circle,
            group,
        }
    }
}

/// Your own days.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckinsJson {
    /// The latest first.
    rows: Vec<CheckinJson>,
    /// Always null: there are no further pages.
    next: Option<String>,
}

/// How you are.
#[derive(Debug, Deserialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing to us")]
pub struct CheckInJson {
    /// The day it is about, by your own clock: it can be written for 36 hours from its beginning. Null: the day it is when it arrives,
    /// which may be another one than you meant.
    #[serde(default)]
    date: Option<String>,
    /// Without a date: whether it is about the day before.
    #[serde(default)]
    is_yesterday: bool,
    /// Where your clock stands, as `Europe/Berlin`.
    zone: String,
    /// `good`, `okay`, `mixed`, `hard`, `very-hard`
    weather: String,
    /// From 0 to 10; null: not said.
    urge: Option<i64>,
    /// `hungry`, `angry`, `lonely`, `tired`
    halt: Vec<String>,
    /// One line; may be empty, as all that follow.
    line: String,
    /// What you mean to do.
    intention: String,
    /// A promise in your own words.
    pledge: String,
    /// Whether it is given for this day.
    is_pledged: bool,
    /// How yesterday's intention went: `well`, `partly`, `another`; or null.
    went: Option<String>,
    /// What you say when the day is over.
    look_back: String,
    /// The short name of the group that is to read weather and line; null: nobody.
    group: Option<String>,
    /// Your side of the two, if a buddy is to read weather and line; null: none is.
    #[serde(default)]
    buddy: Option<String>,
    /// Whether the daily circle is to read weather and line.
    #[serde(default)]
    in_circle: bool,
    /// Whether help was shown after an answer of `help-first`: then it is said as it is.
    #[serde(default)]
    helped: bool,
}

impl CheckInJson {
    fn about(&self, now: Moment) -> Result<About, Error> {
        match &self.date {
            Some(date) => Ok(About::Day(Day::parse(date).ok_or(counters::Refusal::Day).in_field("date")?)),
            None if self.is_yesterday => Ok(About::Before(now)),
            None => Ok(About::Then(now)),
        }
    }

    fn parse(self, now: Moment) -> Result<Draft, Error> {
        if self.urge.is_some_and(|urge| !(0..=URGE_MAX).contains(&urge)) {
            return Err(Refusal::Urge.into());
        }
        let (about, choice) = (self.about(now)?, counters::Refusal::Choice);
        let halt: Option<Vec<Halt>> = self.halt.iter().map(|halt| Halt::parse(halt)).collect();
        let went = self.went.map(|went| Went::parse(&went).ok_or(choice)).transpose()?;
        Ok(Draft {
            about,
            zone: Zone::parse(&self.zone).ok_or(counters::Refusal::Zone)?,
            weather: Weather::parse(&self.weather).ok_or(Refusal::Weather)?,
            urge: self.urge,
            halt: halt.ok_or(choice)?,
            line: Line::parse(&self.line)?,
            intention: Line::parse(&self.intention)?,
            pledge: (Line::parse(&self.pledge)?, self.is_pledged),
            went,
            look_back: LookBack::parse(&self.look_back)?,
            group: self.group.filter(|name| !name.is_empty()),
            buddy: self.buddy.map(|buddy| BuddyId(buddy.parse().unwrap_or_default())),
            in_circle: self.in_circle,
        })
    }
}

/// How somebody of a group is.
#[derive(Debug, Serialize, ToSchema)]
pub struct SharedJson {
    /// Who.
    name: String,
    /// `good`, `okay`, `mixed`, `hard`, `very-hard`
    weather: &'static str,
    /// One line; may be empty.
    line: String,
    /// The day it was shared, in UTC.
    told_on: String,
}

impl From<Shared> for SharedJson {
    fn from(shared: Shared) -> Self {
        Self {
            name: shared.name,
            weather: shared.weather.code(),
            line: shared.line,
            told_on: shared.told_on.iso(),
        }
    }
}

/// What a buddy was told of a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckinToldJson {
    /// The day, by the clock of whoever told.
    date: String,
    /// `good`, `okay`, `mixed`, `hard`, `very-hard`
    weather: &'static str,
    /// One line; may be empty.
    line: String,
}

impl From<Told> for CheckinToldJson {
    fn from(told: Told) -> Self {
        Self { date: told.day.iso(), weather: told.weather.code(), line: told.line }
    }
}

/// What you and a buddy told each other of late.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckinsBetweenJson {
    /// What you told, the latest first.
    mine: Vec<CheckinToldJson>,
    /// What they told you, likewise.
    theirs: Vec<CheckinToldJson>,
}

/// How those of a group are who told it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SharedListJson {
    /// The latest first.
    rows: Vec<SharedJson>,
    /// Always null: there are no further pages.
    next: Option<String>,
}

/// Your own days.
#[utoipa::path(get, path = "/api/v1/checkins", tag = "checkins",
    responses((status = 200, body = CheckinsJson), (status = 401, body = ProblemJson)))]
pub async fn list_checkins(app: Data<App>, member: Member) -> Answer {
    let own = Own::of(&member);
    let (entries, mine) =
        app.read(move |db| Ok((checkins::all(db, &own)?, members::mine(db, own.face())?))).await?;
    let named = |entry: Entry| {
        let group = mine.iter().map(|mine| &mine.group).find(|group| Some(group.id) == entry.group);
        CheckinJson::of(entry, group.map(|group| group.name.clone()))
    };
    let rows = entries.into_iter().map(named).collect();
    Ok(HttpResponse::Ok().json(CheckinsJson { rows, next: None }))
}

/// Says how you are, or were on a day that can still be written. Saying it again says it anew. 409 with the code `help-first`: the
/// circle is to read the line, and it sounds heavy. A program then shows numbers to call (`GET /api/v1/helplines`) and Support, and on
/// one more press sends the same with `helped` set to true.
#[utoipa::path(put, path = "/api/v1/checkins", tag = "checkins", request_body = CheckInJson,
    responses((status = 200, body = CheckinJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn check_in(app: Data<App>, member: Member, sent: Json<CheckInJson>) -> Answer {
    let (own, viewer) = (Own::of(&member), member.viewer());
    let sent = sent.into_inner();
    let helped = sent.helped;
    let draft = sent.parse(app.clock().now())?;
    if draft.in_circle {
        lookout::help_first(&app, helped, draft.line.as_str().to_owned()).await?;
    }
    let ring = app.keys().clone();
    let group = draft.group.clone();
    let entry = app.write(move |tx| checkins::check_in(tx, &viewer, (&own, &ring), &draft)).await?;
    Ok(HttpResponse::Ok().json(CheckinJson::of(entry, group)))
}

/// Takes a day back, whichever it was. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/checkins/{date}", tag = "checkins",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn take_back_checkin(app: Data<App>, member: Member, date: Path<String>) -> Answer {
    let own = Own::of(&member);
    let day = Day::parse(&date).ok_or(Error::Absent)?;
    app.write(move |tx| checkins::take_back(tx, &own, day)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// How those of a group you are in are, who told it.
#[utoipa::path(get, path = "/api/v1/groups/{name}/checkins", tag = "checkins",
    responses((status = 200, body = SharedListJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_group_checkins(app: Data<App>, member: Member, name: Path<String>) -> Answer {
    let (viewer, name, today) = (member.viewer(), name.into_inner(), app.clock().now().day());
    let (_, rows) = app.read(move |db| of_group(db, &viewer, &name, today)).await?;
    let rows = rows.into_iter().map(SharedJson::from).collect();
    Ok(HttpResponse::Ok().json(SharedListJson { rows, next: None }))
}

/// Your buddy reads nothing of a day any more; the day stays. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/checkins/{date}/buddy", tag = "checkins",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn untell_checkin(app: Data<App>, member: Member, date: Path<String>) -> Answer {
    let own = Own::of(&member);
    let day = Day::parse(&date).ok_or(Error::Absent)?;
    app.write(move |tx| checkins::untell(tx, &own, day)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What you and a buddy told each other of your days in the last seven. Nobody else reads it.
#[utoipa::path(get, path = "/api/v1/buddies/{buddy}/checkins", tag = "checkins",
    responses((status = 200, body = CheckinsBetweenJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_buddy_checkins(app: Data<App>, member: Member, buddy: Path<String>) -> Answer {
    let (viewer, today, ring) = (member.viewer(), app.clock().now().day(), app.keys().clone());
    let own = BuddyId::read(&buddy)?;
    let told = app.read(move |db| between(db, &viewer, &ring, (own, today))).await?;
    let rows = |told: Vec<Told>| told.into_iter().map(CheckinToldJson::from).collect();
    Ok(HttpResponse::Ok().json(CheckinsBetweenJson { mine: rows(told.mine), theirs: rows(told.theirs) }))
}
