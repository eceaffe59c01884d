//! A plan, and waves, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Act, Block, Edge, Helped, Kept, OwnAct, Part, Plan, Refusal, Wave, Words};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Day, Error};
use crate::recovery::{Own, plans};

/// The doors of plans for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/me/plan", Who::Member, get_plan);
    doors.put("/api/v1/me/plan", Who::Member, keep_plan);
    doors.delete("/api/v1/me/plan", Who::Member, put_plan_away);
    doors.get("/api/v1/me/waves", Who::Member, list_waves);
    doors.post("/api/v1/me/waves", Who::Member, mark_wave);
    doors.delete("/api/v1/me/waves", Who::Member, forget_waves);
    doors.get("/api/v1/me/half-hour", Who::Member, get_helped);
    doors.post("/api/v1/me/half-hour", Who::Member, keep_helped);
    doors.delete("/api/v1/me/half-hour", Who::Member, forget_helped);
}

/// Your plan for a hard hour: up to a thousand letters under each heading, each of which may be empty.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct HardHourPlanJson {
    /// What tells you that it is coming.
    signs: String,
    /// What you can do alone.
    alone: String,
    /// Where you can go, and who takes your mind off it.
    places: String,
    /// Whom you can call.
    people: String,
    /// Professionals, and places that help.
    help: String,
    /// How you make what is around you safer.
    safer: String,
    /// What is worth it to you.
    reasons: String,
}

impl HardHourPlanJson {
    fn of(plan: &Plan) -> Self {
        let words = |part: Part| plan.words(part).to_owned();
        Self {
            signs: words(Part::Signs),
            alone: words(Part::Alone),
            places: words(Part::Places),
            people: words(Part::People),
            help: words(Part::Help),
            safer: words(Part::Safer),
            reasons: words(Part::Reasons),
        }
    }

    const fn words(&self, part: Part) -> &String {
        match part {
            Part::Signs => &self.signs,
            Part::Alone => &self.alone,
            Part::Places => &self.places,
            Part::People => &self.people,
            Part::Help => &self.help,
            Part::Safer => &self.safer,
            Part::Reasons => &self.reasons,
        }
    }

    fn parse(&self) -> Result<Plan, Error> {
        let mut plan = Plan::default();
        for part in Part::ALL {
            plan = plan.with(*part, Words::parse(self.words(*part))?);
        }
        Ok(plan)
    }
}

/// A half-hour with a craving.
#[derive(Serialize, ToSchema)]
pub struct WaveJson {
    /// The day, by your own clock.
    on: String,
    /// How strong the urge was before it, from 0 to 10; null: not said.
    before: Option<i64>,
    /// The same after it.
    after: Option<i64>,
}

impl From<Wave> for WaveJson {
    fn from(wave: Wave) -> Self {
        Self { on: Day::iso(wave.day), before: wave.before, after: wave.after }
    }
}

/// Half-hours you marked.
#[derive(Serialize, ToSchema)]
pub struct WavesJson {
    /// The latest last; the latest thirty are kept.
    rows: Vec<WaveJson>,
}

/// One end of a half-hour.
#[derive(Deserialize, ToSchema)]
pub struct MarkWaveJson {
    /// `before` or `after`
    edge: String,
    /// How strong the urge is, from 0 to 10.
    urge: i64,
}

/// Your plan. Nobody else can read it, and neither can whoever runs the server while you are not here. 409: there is one that does
/// not open.
#[utoipa::path(get, path = "/api/v1/me/plan", tag = "company",
    responses((status = 200, body = HardHourPlanJson), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn get_plan(app: Data<App>, member: Member) -> Answer {
    let own = Own::of(&member);
    let kept = app.read(move |db| plans::find(db, &own)).await?.opened()?;
    Ok(HttpResponse::Ok().json(HardHourPlanJson::of(&kept.plan)))
}

/// Keeps a plan in place of the one before. 409: the one before does not open, and nothing is written over it; delete it first if it
/// may go.
#[utoipa::path(put, path = "/api/v1/me/plan", tag = "company", request_body = HardHourPlanJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn keep_plan(app: Data<App>, member: Member, sent: Json<HardHourPlanJson>) -> Answer {
    let (own, plan) = (Own::of(&member), sent.parse()?);
    app.write(move |tx| plans::keep(tx, &own, (&plan, false))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts your plan away for good. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/me/plan", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn put_plan_away(app: Data<App>, member: Member) -> Answer {
    let own = Own::of(&member);
    app.write(move |tx| plans::put_away(tx, &own)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Half-hours with a craving that you marked. Nobody else can read them.
#[utoipa::path(get, path = "/api/v1/me/waves", tag = "company",
    responses((status = 200, body = WavesJson), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn list_waves(app: Data<App>, member: Member) -> Answer {
    let own = Own::of(&member);
    let kept = app.read(move |db| plans::find(db, &own)).await?.opened()?;
    let rows = kept.waves.into_iter().map(WaveJson::from).collect();
    Ok(HttpResponse::Ok().json(WavesJson { rows }))
}

/// Marks how strong the urge is before or after a half-hour. The same end marked again says it anew.
#[utoipa::path(post, path = "/api/v1/me/waves", tag = "company", request_body = MarkWaveJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn mark_wave(app: Data<App>, member: Member, sent: Json<MarkWaveJson>) -> Answer {
    let (own, urge) = (Own::of(&member), sent.urge);
    let edge = Edge::parse(&sent.edge).ok_or(Refusal::Edge)?;
    app.write(move |tx| plans::mark(tx, &own, (edge, urge))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Every half-hour you marked goes. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/me/waves", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn forget_waves(app: Data<App>, member: Member) -> Answer {
    let own = Own::of(&member);
    app.write(move |tx| plans::forget_waves(tx, &own)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What helped you in one part of a half-hour: one of the two.
#[derive(Serialize, ToSchema)]
pub struct HelpedJson {
    /// One of what is offered: `move`, `breath`, `wave`, `water`, `music`, `eat`, `write`, `people`, `rest`, `reasons`, `forward`,
    /// `bookend`; null: your own words.
    act: Option<&'static str>,
    /// Your own words; null: what is offered.
    words: Option<String>,
}

impl From<&Helped> for HelpedJson {
    fn from(helped: &Helped) -> Self {
        let words = helped.words();
        Self { act: helped.act().map(Act::code), words: (!words.is_empty()).then(|| words.to_owned()) }
    }
}

/// What helped you last time; null: nothing is kept of that part.
#[derive(Serialize, ToSchema)]
pub struct HalfHourJson {
    /// In the first ten minutes.
    one: Option<HelpedJson>,
    /// In the next ten.
    two: Option<HelpedJson>,
    /// In the last ten.
    three: Option<HelpedJson>,
}

/// What helped, to keep.
#[derive(Deserialize, ToSchema)]
pub struct KeepHelpedJson {
    /// `one`, `two` or `three`
    part: String,
    /// One of what is offered in that part.
    act: Option<String>,
    /// Or your own words, up to 120 letters. Neither: nothing is kept of that part.
    words: Option<String>,
}

/// What helped you last time, in each part of the half-hour. Nobody else can read it.
#[utoipa::path(get, path = "/api/v1/me/half-hour", tag = "company",
    responses((status = 200, body = HalfHourJson), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn get_helped(app: Data<App>, member: Member) -> Answer {
    let own = Own::of(&member);
    let Kept { helped, .. } = app.read(move |db| plans::find(db, &own)).await?.opened()?;
    let of = |block| helped.get(&block).map(HelpedJson::from);
    let (one, two, three) = (of(Block::One), of(Block::Two), of(Block::Three));
    Ok(HttpResponse::Ok().json(HalfHourJson { one, two, three }))
}

/// Keeps what helped in one part, in place of what did before.
#[utoipa::path(post, path = "/api/v1/me/half-hour", tag = "company", request_body = KeepHelpedJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn keep_helped(app: Data<App>, member: Member, sent: Json<KeepHelpedJson>) -> Answer {
    let own = Own::of(&member);
    let block = Block::parse(&sent.part).ok_or(Refusal::Block)?;
    let words = OwnAct::parse(sent.words.as_deref().unwrap_or_default())?;
    let helped = Helped::chosen(block, sent.act.as_deref().unwrap_or_default(), words)?;
    app.write(move |tx| plans::keep_helped(tx, &own, (block, helped.as_ref()))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Nothing that helped is kept any more. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/me/half-hour", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn forget_helped(app: Data<App>, member: Member) -> Answer {
    let own = Own::of(&member);
    app.write(move |tx| plans::forget_helped(tx, &own)).await?;
    Ok(HttpResponse::NoContent().finish())
}
