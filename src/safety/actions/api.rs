//! Looking after things, for programs.

pub mod acts;
pub mod back;
pub mod flags;
pub mod held;
pub mod said;
pub mod several;

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use self::acts::{ActJson, ActsJson, BeforeQuery};
use self::flags::FlagJson;
use super::pages::door::{self, Waiting};
use super::pages::label;
use super::views::{self, Case};
use super::{Decision, Done, How, Plea, Refusal, Sentence, Verb};
use crate::app::App;
use crate::forum::content_notes::{ContentNote, Notes};
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Day, Error, Refusal as Refused};

/// The doors of looking after things.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/look", Who::Keeper, list_cases);
    // Before one case, so that what is about several is none.
    several::doors(doors);
    doors.get("/api/v1/look/done", Who::Keeper, list_acts);
    doors.post("/api/v1/look/done/{act}", Who::Keeper, undo_act);
    doors.post("/api/v1/look/answers/{act}", Who::Keeper, answer_appeal);
    doors.get("/api/v1/look/{case}", Who::Keeper, get_case);
    doors.post("/api/v1/look/{case}", Who::Keeper, decide_case);
    said::doors(doors);
    doors.post("/api/v1/look/{case}/take", Who::Keeper, take_case);
    doors.post("/api/v1/look/{case}/hand-up", Who::Keeper, hand_up_case);
    doors.get("/api/v1/decisions", Who::Member, list_decisions);
    doors.post("/api/v1/decisions/{act}", Who::Member, appeal_decision);
    held::doors(doors);
}

/// Something people told.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseJson {
    /// Its id.
    id: String,
    /// The reasons, the gravest first.
    reasons: Vec<&'static str>,
    /// How many told. Never who.
    people: i64,
    /// Whether its writer asks to be looked out for.
    is_asked: bool,
    /// Whether its words meet the list of phrases.
    is_met: bool,
    /// What they added.
    words: Vec<String>,
    /// What was said to them with a chip, or stood in the daily circle, as far as they let it go along.
    quoted: Vec<String>,
    /// A title or a name.
    heading: String,
    /// The words it is about, as HTML; empty if they are gone.
    html: String,
    /// Whose: a name or an alias; null for a group, or if they are gone.
    author: Option<String>,
    /// The group's short name.
    group: Option<String>,
    /// The page it stands on, or null.
    page: Option<String>,
    /// The other community that keeps it, or null: this one does.
    kept_at: Option<String>,
    /// Whether that community was told.
    is_passed_on: bool,
    /// `group` or `house`: who looks.
    tier: &'static str,
    /// When it was told first, to the quarter hour.
    opened_at: String,
    /// What may be done.
    verbs: Vec<&'static str>,
    /// What several people told of the same name in ninety days, or null.
    pattern: Option<PatternJson>,
    /// What other communities told of it; never who there.
    flags: Vec<FlagJson>,
    /// Who looks at it right now, or null.
    taken_by: Option<String>,
    /// Why one does not take it now: `pace-enough`, `pace-hands-full`, `pace-away`; null: one may.
    full: Option<&'static str>,
    /// Whether its words are to be folded for whoever reads this, until they open them.
    is_folded: bool,
    /// Weeks since its writer came, under their name; null: an alias, somebody elsewhere, or not known.
    here_weeks: Option<i64>,
    /// The day somebody took it, or null.
    seen_on: Option<String>,
    /// Whether hard steps take two people: somebody is worried about its writer, here or in anything else that waits. Never true
    /// for whoever takes no such step.
    takes_two: bool,
    /// What was decided about this before.
    earlier: Vec<ActJson>,
    /// What was decided about other words of the same name, or of the same alias, as far as one's own log goes.
    of_writer: Vec<ActJson>,
}

/// How many told of one name, for selling or for advances. Never who.
#[derive(Debug, Serialize, ToSchema)]
pub struct PatternJson {
    /// How many different people.
    people: usize,
    /// In how many things.
    cases: usize,
}

/// What waits.
#[derive(Debug, Serialize, ToSchema)]
pub struct CasesJson {
    /// The most urgent first, then the oldest.
    rows: Vec<CaseJson>,
    /// Answers to decisions that wait to be read.
    appeals: Vec<ActJson>,
    /// How many wait beside these, for others or another day: where one has enough, rows hold what is in one's hands and people
    /// who may be in danger, and on a break nothing.
    left: usize,
    /// Always null: the rest comes up as these are decided.
    next: Option<String>,
}

/// What is decided.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DecideJson {
    /// One of the case's verbs.
    verb: String,
    /// A sentence for whom it meets.
    words: String,
    /// For a pause or a slower time: 1 to 90.
    #[serde(default)]
    days: i64,
    /// For a fold: content notes.
    #[serde(default)]
    notes: Vec<String>,
    /// For a label: `treatment`, `housing`, `product` or `other`.
    #[serde(default)]
    label_tie: String,
    /// For a label: whom they work for.
    #[serde(default)]
    label_with: String,
    /// Whether the words go out of sight too.
    #[serde(default)]
    removes: bool,
    /// For `remove-all`: whether the writer is put out of the group too; for `remove-all-here`: out of the community.
    #[serde(default)]
    closes: bool,
    /// Whether those who told of it read the sentence, too; never who wrote it.
    #[serde(default)]
    shares: bool,
}

/// What came of a decision.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecidedJson {
    /// `done`, or `proposed`: a second person is asked for.
    state: &'static str,
}

/// A sentence.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SentenceJson {
    /// The words.
    words: String,
    /// For an answer: whether the decision is taken back.
    #[serde(default)]
    lifts: bool,
    /// For an answer: whether something is asked back first; once.
    #[serde(default)]
    asks: bool,
}

impl CaseJson {
    fn of(case: Case) -> Self {
        Self {
            is_folded: case.folds,
            takes_two: case.says_two(),
            here_weeks: case.weeks,
            seen_on: case.concern.seen_on.map(Day::iso),
            full: case.full.as_ref().map(Refused::code),
            id: case.concern.id.to_string(),
            reasons: case.reasons.iter().map(|(reason, _)| reason.code()).collect(),
            people: case.concern.people,
            is_asked: case.concern.is_asked,
            is_met: case.concern.is_met,
            kept_at: case.kept_at().map(str::to_owned),
            is_passed_on: case.concern.is_passed_on,
            html: case.what.html.to_string(),
            author: case.what.author.map(|author| author.name),
            group: case.what.group.map(|group| group.name),
            page: case.what.url,
            heading: case.what.heading,
            tier: case.concern.tier.code(),
            opened_at: case.concern.opened_at.rfc3339(),
            verbs: case.fitting.iter().map(|verb| verb.code()).collect(),
            words: case.words,
            quoted: case.quoted,
            flags: case.flags.into_iter().map(FlagJson::of).collect(),
            pattern: case.pattern.map(|all| PatternJson { people: all.people, cases: all.cases }),
            taken_by: case.taken_by,
            earlier: case.earlier.into_iter().map(|line| ActJson::of(line, true)).collect(),
            of_writer: case.of_writer.into_iter().map(|line| ActJson::of(line, true)).collect(),
        }
    }
}

/// What waits to be looked at.
#[utoipa::path(get, path = "/api/v1/look", tag = "looking after",
    responses((status = 200, body = CasesJson), (status = 403, body = ProblemJson)))]
pub async fn list_cases(app: Data<App>, member: Member) -> Answer {
    let Waiting { cases, appeals, left, .. } = door::queue(&app, &member).await?;
    Ok(HttpResponse::Ok().json(CasesJson {
        left,
        rows: cases.into_iter().map(CaseJson::of).collect(),
        appeals: appeals.into_iter().map(|line| ActJson::of(line, true)).collect(),
        next: None,
    }))
}

/// One concern.
#[utoipa::path(get, path = "/api/v1/look/{case}", tag = "looking after", params(("case" = String, Path)),
    responses((status = 200, body = CaseJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn get_case(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    let case = door::case(&app, &member, door::case_id(&id)?).await?;
    Ok(HttpResponse::Ok().json(CaseJson::of(case)))
}

/// Decides about a concern.
#[utoipa::path(post, path = "/api/v1/look/{case}", tag = "looking after", params(("case" = String, Path)), request_body = DecideJson,
    responses((status = 200, body = DecidedJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn decide_case(app: Data<App>, member: Member, id: Path<String>, sent: Json<DecideJson>) -> Answer {
    let id = door::case(&app, &member, door::case_id(&id)?).await?.concern.id;
    let done = door::decide(&app, &member, id, decision(&sent)?).await?;
    let state = if done == Done::Done { "done" } else { "proposed" };
    Ok(HttpResponse::Ok().json(DecidedJson { state }))
}

/// How a concern is taken.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct TakeJson {
    /// Although one has enough: only where somebody may be in danger.
    #[serde(default)]
    lifts: bool,
}

/// Takes a concern for a quarter of an hour, or five minutes where somebody may be in distress: others see that somebody
/// looks. Nothing need be sent.
#[utoipa::path(post, path = "/api/v1/look/{case}/take", tag = "looking after", params(("case" = String, Path)), request_body = TakeJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn take_case(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    sent: Option<Json<TakeJson>>,
) -> Answer {
    let concern = door::case(&app, &member, door::case_id(&id)?).await?.concern;
    door::take(&app, &member, &concern, sent.is_some_and(|sent| sent.lifts)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Hands a concern up to those who look after the whole community.
#[utoipa::path(post, path = "/api/v1/look/{case}/hand-up", tag = "looking after", params(("case" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn hand_up_case(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    door::hand_up(&app, &member, door::case_id(&id)?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What was decided where one looks after things.
#[utoipa::path(get, path = "/api/v1/look/done", tag = "looking after", params(BeforeQuery),
    responses((status = 200, body = ActsJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_acts(app: Data<App>, member: Member, asked: Query<BeforeQuery>) -> Answer {
    let page = door::log(&app, &member, asked.id()?).await?;
    Ok(HttpResponse::Ok().json(ActsJson::of(page, true)))
}

/// Takes a decision back.
#[utoipa::path(post, path = "/api/v1/look/done/{act}", tag = "looking after", params(("act" = String, Path)),
    responses((status = 204), (status = 200, body = back::BackJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn undo_act(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    Ok(back::said(door::take_back(&app, &member, door::act_id(&id)?).await?))
}

/// Answers what somebody said to a decision.
#[utoipa::path(post, path = "/api/v1/look/answers/{act}", tag = "looking after", params(("act" = String, Path)), request_body = SentenceJson,
    responses((status = 204), (status = 200, body = back::BackJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn answer_appeal(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    sent: Json<SentenceJson>,
) -> Answer {
    let words = Sentence::parse(&sent.words).in_field("words")?;
    let how = match (sent.asks, sent.lifts) {
        (true, _) => How::Asks,
        (false, true) => How::Lifts,
        (false, false) => How::Stays,
    };
    Ok(back::said(door::reply(&app, &member, (door::act_id(&id)?, words, how)).await?))
}

/// What was decided about one's own words and names.
#[utoipa::path(get, path = "/api/v1/decisions", tag = "looking after", params(BeforeQuery),
    responses((status = 200, body = ActsJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_decisions(app: Data<App>, member: Member, asked: Query<BeforeQuery>) -> Answer {
    let (own, before) = (door::own_faces(&app, &member).await?, asked.id()?);
    let page = app.read(move |db| views::decisions(db, &own, before)).await?;
    Ok(HttpResponse::Ok().json(ActsJson::of(page, false)))
}

/// Answers a decision, in up to a thousand letters: once, and once more where something is asked back.
#[utoipa::path(post, path = "/api/v1/decisions/{act}", tag = "looking after", params(("act" = String, Path)), request_body = SentenceJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn appeal_decision(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    sent: Json<SentenceJson>,
) -> Answer {
    let words = Plea::parse(&sent.words).in_field("words")?;
    let own = door::own_faces(&app, &member).await?;
    door::appeal(&app, own, (door::act_id(&id)?, words)).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn decision(sent: &DecideJson) -> Result<Decision, Error> {
    Ok(Decision {
        verb: Verb::parse(&sent.verb).ok_or(Refusal::Unchosen)?,
        words: Sentence::parse(&sent.words).in_field("words")?,
        days: sent.days,
        notes: Notes {
            labels: sent.notes.iter().filter_map(|note| ContentNote::parse(note)).collect(),
            words: String::new(),
        },
        label: label(&sent.label_tie, &sent.label_with),
        removes: sent.removes,
        closes: sent.closes,
        shares: sent.shares,
    })
}
