//! Counters for programs of their member: the same books, opened by the same session.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::milestones::{DayName, Marks, Milestone, Named};
use super::model::Words;
use super::{Act, Counter, CounterId, Name, Refusal, Shape, Shows, Sight, Sort, Stretch, Turn};
use crate::app::App;
use crate::http::problem::{InField as _, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Day, Error, Moment, Zone};
use crate::recovery::{Own, checkins, counters};

/// The doors of counters for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/counters", Who::Member, list_counters);
    doors.post("/api/v1/counters", Who::Member, start_counter);
    doors.get("/api/v1/counters/{id}", Who::Member, get_counter);
    doors.put("/api/v1/counters/{id}", Who::Member, change_counter);
    doors.delete("/api/v1/counters/{id}", Who::Member, put_counter_away);
    doors.post("/api/v1/counters/{id}/setbacks", Who::Member, tell_setback);
    doors.put("/api/v1/counters/{id}/setbacks/{place}", Who::Member, strike_setback);
    doors.put("/api/v1/counters/{id}/kept", Who::Member, keep_milestone);
    doors.put("/api/v1/counters/{id}/named/{after}", Who::Member, name_day);
    doors.delete("/api/v1/counters/{id}/named/{after}", Who::Member, unname_day);
}

/// A setback, as its member told it to themself.
#[derive(Debug, Serialize, ToSchema)]
pub struct SetbackJson {
    /// `leave`, `run`, `day-one`, `hide`
    turn: &'static str,
    /// `once`, `days`, `opioids`, `behaviour`, `close`, `prescribed`; null: not said. Nobody else reads it.
    sort: Option<&'static str>,
    /// The day it happened.
    on: String,
    /// The first day of the new stretch, if one begins.
    from: Option<String>,
    /// In their own words; may be empty.
    words: String,
    /// Whether it was taken back.
    is_struck: bool,
}

/// Some days in a row.
#[derive(Debug, Serialize, ToSchema)]
pub struct StretchJson {
    /// Its first day.
    from: String,
    /// The day after its last; today, if it goes on.
    until: String,
}

impl StretchJson {
    fn of(stretch: &Stretch) -> Self {
        Self { from: stretch.from.iso(), until: stretch.until.iso() }
    }
}

/// A length of time worth a word.
#[derive(Debug, Serialize, ToSchema)]
pub struct MilestoneJson {
    /// `days`, `months`, `years`
    of: &'static str,
    /// How many.
    n: i64,
}

impl From<Milestone> for MilestoneJson {
    fn from(milestone: Milestone) -> Self {
        let of = match milestone {
            Milestone::Days(_) => "days",
            Milestone::Months(_) => "months",
            Milestone::Years(_) => "years",
        };
        Self { of, n: milestone.words().1 }
    }
}

/// A day you gave a name.
#[derive(Debug, Serialize, ToSchema)]
pub struct NamedDayJson {
    /// After how many days of a stretch.
    after: i64,
    /// What you call it.
    name: String,
}

impl From<&Named> for NamedDayJson {
    fn from(named: &Named) -> Self {
        Self { after: named.after, name: named.name.clone() }
    }
}

/// A name for a day.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DayNameJson {
    /// Up to 60 letters.
    name: String,
}

/// A counter of your own.
#[derive(Debug, Serialize, ToSchema)]
pub struct CounterJson {
    /// Its id.
    id: String,
    /// What it is called; may be empty.
    name: String,
    /// The first day.
    on: String,
    /// The name of the zone its days are counted in.
    zone: String,
    /// What the large number says now: `days`, `weeks`, `months`, `hours`, `run`, `rings`
    shows: &'static str,
    /// Which days are told of: `usual`, `steps`, `beside`, `coins`, `tags`, `hundreds`, `none`
    marks: &'static str,
    /// Who sees it: `me`, `profile`
    sight: &'static str,
    /// Whether Today shows it; null: you did not choose, and Today shows it if it is the first of all.
    on_today: Option<bool>,
    /// Days that are shown: all, or those since you began again.
    days: i64,
    /// Days in all. Nothing makes it less.
    total: i64,
    /// Days of the stretch that goes on.
    run: i64,
    /// Days of the longest stretch.
    longest: i64,
    /// Every stretch, the one that goes on last.
    stretches: Vec<StretchJson>,
    /// Setbacks, in the order they were told: the first has place 0.
    setbacks: Vec<SetbackJson>,
    /// What today is, or one of the three days before was, if a word is welcome; or null.
    milestone: Option<MilestoneJson>,
    /// Days you gave a name: each is a milestone too, whatever list the counter goes by. Nobody reads a name but where you show it.
    named: Vec<NamedDayJson>,
    /// The day of that; or null.
    milestone_on: Option<String>,
}

impl CounterJson {
    fn of(counter: &Counter, (now, was_here): (Moment, bool)) -> Self {
        let (book, today) = (&counter.book, counter.book.today(now));
        let milestone = book.milestone_on(today, was_here);
        let setback = |act: &Act| SetbackJson {
            turn: act.turn.code(),
            sort: act.sort.map(Sort::code),
            on: act.on.iso(),
            from: act.from.map(Day::iso),
            words: act.words.clone(),
            is_struck: act.is_struck,
        };
        Self {
            id: counter.id.to_string(),
            name: book.name.clone(),
            on: book.began.iso(),
            zone: book.zone.clone(),
            shows: book.shows_now().code(),
            marks: book.marks.code(),
            sight: book.sight.code(),
            on_today: book.on_today,
            days: book.shown_total(today),
            total: book.total(today),
            run: book.run(today).days(),
            longest: book.longest(today),
            stretches: book.stretches(today).iter().map(StretchJson::of).collect(),
            setbacks: book.acts.iter().map(setback).collect(),
            named: book.named.iter().map(NamedDayJson::from).collect(),
            milestone: milestone.map(|(milestone, _)| MilestoneJson::from(milestone)),
            milestone_on: milestone.map(|(_, day)| day.iso()),
        }
    }
}

/// Everything you count.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountersJson {
    /// In the order in which they begin.
    rows: Vec<CounterJson>,
    /// Always null: there are no further pages.
    next: Option<String>,
}

/// What a counter is to be.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ShapeJson {
    /// What it is called; may be empty.
    name: String,
    /// The first day.
    on: String,
    /// Where its days begin and end, as `Europe/Berlin`.
    zone: String,
    /// `days`, `weeks`, `months`, `hours`, `run`, `rings`
    shows: String,
    /// `usual`, `steps`, `beside`, `coins`, `tags`, `hundreds`, `none`
    marks: String,
    /// `me`, `profile`
    sight: String,
    /// Whether Today shows it; null or left out: as it is.
    #[serde(default)]
    on_today: Option<bool>,
}

impl ShapeJson {
    fn parse(self) -> Result<Shape, Error> {
        Ok(Shape {
            name: Name::parse(&self.name)?,
            began: Day::parse(&self.on).ok_or(Refusal::Day)?,
            zone: Zone::parse(&self.zone).ok_or(Refusal::Zone)?,
            shows: Shows::parse(&self.shows).ok_or(Refusal::Choice)?,
            marks: Marks::parse(&self.marks).ok_or(Refusal::Choice)?,
            sight: Sight::parse(&self.sight).ok_or(Refusal::Choice)?,
            on_today: self.on_today,
        })
    }
}

/// A setback to tell of.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TellJson {
    /// What it does: `leave`, `run`, `day-one`, `hide`. After the last two a counter that others saw is seen by you alone.
    turn: String,
    /// What kind it was: `once`, `days`, `opioids`, `behaviour`, `close`, `prescribed`; left out: not said.
    #[serde(default)]
    sort: Option<String>,
    /// The day it happened.
    on: String,
    /// The first day of the new stretch; null: that day.
    from: Option<String>,
    /// In your own words; may be empty.
    words: String,
}

impl TellJson {
    fn parse(self) -> Result<Act, Error> {
        let told = (self.turn.as_str(), sort_of(self.sort.as_deref())?);
        act_of(told, (&self.on, self.from.as_deref()), &self.words)
    }
}

/// What kind of setback it was, as it was sent: nobody has to say.
pub(in crate::recovery) fn sort_of(sent: Option<&str>) -> Result<Option<Sort>, Error> {
    sent.map(|sort| Sort::parse(sort).ok_or(Refusal::Choice)).transpose().in_field("sort")
}

/// A setback, as it was sent: what it does and its kind, the day it happened and that from which a new stretch counts.
pub(in crate::recovery) fn act_of(
    (turn, sort): (&str, Option<Sort>),
    (on, from): (&str, Option<&str>),
    words: &str,
) -> Result<Act, Error> {
    let turn = Turn::parse(turn).ok_or(Refusal::Choice)?;
    let on = Day::parse(on).ok_or(Refusal::Day)?;
    let from = from.map_or(Ok(on), |from| Day::parse(from).ok_or(Refusal::Day))?;
    let from = matches!(turn, Turn::Run | Turn::DayOne).then_some(from);
    Ok(Act { turn, sort, on, from, words: Words::parse(words)?.into_string(), is_struck: false })
}

/// Whether a setback counts as told.
#[derive(Debug, Deserialize, ToSchema)]
pub struct StrikeJson {
    /// True: it is taken back; false: brought back.
    is_struck: bool,
}

/// Everything you count.
#[utoipa::path(get, path = "/api/v1/counters", tag = "counters",
    responses((status = 200, body = CountersJson), (status = 401, body = ProblemJson)))]
pub async fn list_counters(app: Data<App>, member: Member) -> Answer {
    let (own, now) = (Own::of(&member), app.clock().now());
    let (all, was_here) =
        app.read(move |db| Ok((counters::list(db, &own)?, checkins::was_here(db, &own, now)?))).await?;
    let rows = all.iter().map(|counter| CounterJson::of(counter, (now, was_here))).collect();
    Ok(HttpResponse::Ok().json(CountersJson { rows, next: None }))
}

/// Starts a counter.
#[utoipa::path(post, path = "/api/v1/counters", tag = "counters", request_body = ShapeJson,
    responses((status = 201, body = CounterJson), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn start_counter(app: Data<App>, member: Member, sent: Json<ShapeJson>) -> Answer {
    let (own, now, shape) = (Own::of(&member), app.clock().now(), sent.into_inner().parse()?);
    let viewer = member.viewer();
    let counter = app
        .write(move |tx| {
            let id = counters::start(tx, (&viewer, &own), &shape)?;
            counters::find(tx, &own, id)
        })
        .await?;
    Ok(HttpResponse::Created().json(CounterJson::of(&counter, (now, false))))
}

/// One of your counters.
#[utoipa::path(get, path = "/api/v1/counters/{id}", tag = "counters",
    responses((status = 200, body = CounterJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn get_counter(app: Data<App>, member: Member, id: Path<i64>) -> Answer {
    let (own, now, id) = (Own::of(&member), app.clock().now(), CounterId(id.into_inner()));
    let (counter, was_here) =
        app.read(move |db| Ok((counters::find(db, &own, id)?, checkins::was_here(db, &own, now)?))).await?;
    Ok(HttpResponse::Ok().json(CounterJson::of(&counter, (now, was_here))))
}

/// Changes what you set.
#[utoipa::path(put, path = "/api/v1/counters/{id}", tag = "counters", request_body = ShapeJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn change_counter(app: Data<App>, member: Member, id: Path<i64>, sent: Json<ShapeJson>) -> Answer {
    let (own, id, shape) = (Own::of(&member), CounterId(id.into_inner()), sent.into_inner().parse()?);
    let viewer = member.viewer();
    app.write(move |tx| counters::change(tx, (&viewer, &own), id, &shape)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts a counter away for good. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/counters/{id}", tag = "counters",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn put_counter_away(app: Data<App>, member: Member, id: Path<i64>) -> Answer {
    let (own, id) = (Own::of(&member), CounterId(id.into_inner()));
    app.write(move |tx| counters::put_away(tx, &own, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Tells of a setback. No day you lived is taken away.
#[utoipa::path(post, path = "/api/v1/counters/{id}/setbacks", tag = "counters", request_body = TellJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn tell_setback(app: Data<App>, member: Member, id: Path<i64>, sent: Json<TellJson>) -> Answer {
    let (own, id, act) = (Own::of(&member), CounterId(id.into_inner()), sent.into_inner().parse()?);
    app.write(move |tx| counters::act(tx, &own, id, &act)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes a setback back, or brings it back; for ever.
#[utoipa::path(put, path = "/api/v1/counters/{id}/setbacks/{place}", tag = "counters", request_body = StrikeJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn strike_setback(
    app: Data<App>,
    member: Member,
    path: Path<(i64, usize)>,
    sent: Json<StrikeJson>,
) -> Answer {
    let (own, (id, place)) = (Own::of(&member), path.into_inner());
    let act = (place, sent.is_struck);
    app.write(move |tx| counters::strike(tx, &own, CounterId(id), act)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The milestone that is offered is for you alone: it is not offered again.
#[utoipa::path(put, path = "/api/v1/counters/{id}/kept", tag = "counters",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn keep_milestone(app: Data<App>, member: Member, id: Path<i64>) -> Answer {
    let (own, id) = (Own::of(&member), CounterId(id.into_inner()));
    app.write(move |tx| counters::keep_for_oneself(tx, &own, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Gives a day a name. Where it was shown with another, it is shown without one.
#[utoipa::path(put, path = "/api/v1/counters/{id}/named/{after}", tag = "counters", request_body = DayNameJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn name_day(
    app: Data<App>,
    member: Member,
    path: Path<(i64, i64)>,
    sent: Json<DayNameJson>,
) -> Answer {
    let (own, (id, after), name) = (Own::of(&member), path.into_inner(), DayName::parse(&sent.name)?);
    app.write(move |tx| counters::name_day(tx, &own, CounterId(id), (after, Some(&name)))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes a day's name away. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/counters/{id}/named/{after}", tag = "counters",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn unname_day(app: Data<App>, member: Member, path: Path<(i64, i64)>) -> Answer {
    let (own, (id, after)) = (Own::of(&member), path.into_inner());
    app.write(move |tx| counters::name_day(tx, &own, CounterId(id), (after, None))).await?;
    Ok(HttpResponse::NoContent().finish())
}
