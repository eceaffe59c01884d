//! Milestones and chips for programs. There are no counts of chips, and no order but the day.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Chip, ChipId, MilestoneId, Refusal, Shown, State, Words, pages};
use crate::app::App;
use crate::forum::threads::Author;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::identity::affiliations::LabelJson;
use crate::keys::Keyring;
use crate::recovery::counters::CounterId;
use crate::recovery::counters::milestones::Milestone;
use crate::recovery::{Own, chips};

/// The doors of chips for programs.
pub fn doors(doors: &mut Doors) {
    doors.post("/api/v1/counters/{id}/milestone", Who::Member, show_milestone);
    doors.delete("/api/v1/counters/{id}/milestone", Who::Member, take_milestone_down);
    doors.get("/api/v1/milestones", Who::Member, get_milestones);
    doors.post("/api/v1/milestones/{milestone}/chip", Who::Member, give_chip);
    doors.get("/api/v1/chips", Who::Member, get_chips);
    doors.put("/api/v1/chips/{chip}", Who::Member, turn_chip);
    doors.delete("/api/v1/chips/{chip}", Who::Member, give_back_chip);
}

/// A milestone somebody shows you.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShownMilestoneJson {
    /// Its id.
    id: String,
    /// Whose.
    name: String,
    /// Whom they work for, if they are paid in this field; or null.
    affiliation: Option<LabelJson>,
    /// `days`, `months`, `years`
    of: &'static str,
    /// How many.
    n: i64,
    /// The day it was shown, in UTC; it is read for three.
    shown_on: String,
    /// What they call it; null: they show no name.
    called: Option<String>,
    /// What that touches on, as the group's rules say: to be folded until it is opened.
    content_notes: Vec<&'static str>,
}

impl ShownMilestoneJson {
    fn of((shown, author): (Shown, Author), ring: &Keyring) -> Self {
        let (called, notes) = chips::name_of(ring, &shown).unzip();
        let content_notes = notes.unwrap_or_default().labels.iter().map(|note| note.code()).collect();
        let id = shown.id.to_string();
        let (of, n, shown_on) = (shown.span.code(), shown.number, shown.on.iso());
        let affiliation = LabelJson::of(author.label);
        Self { id, name: author.name, affiliation, of, n, shown_on, called, content_notes }
    }
}

/// Milestones people show you.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShownMilestonesJson {
    /// The latest first, and a hundred at most. Of those whom you hear less of there is none.
    rows: Vec<ShownMilestoneJson>,
}

/// A chip you were given.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChipJson {
    /// Its id.
    id: String,
    /// Who gave it.
    by: String,
    /// Whom they work for, if they are paid in this field; or null.
    affiliation: Option<LabelJson>,
    /// `days`, `months`, `years`
    of: &'static str,
    /// How many.
    n: i64,
    /// What they said; null: its key is not here.
    words: Option<String>,
    /// What the words touch on, as the group's rules say: to be folded until they are opened.
    content_notes: Vec<&'static str>,
    /// Whether you hear less of whoever gave it.
    is_muted: bool,
    /// `new`, `kept`, `hidden`
    state: &'static str,
    /// The day, in UTC.
    on: String,
}

impl From<Chip> for ChipJson {
    fn from(chip: Chip) -> Self {
        let (span, n) = Milestone::parts(chip.milestone);
        Self {
            id: chip.id.to_string(),
            by: chip.by.name,
            affiliation: LabelJson::of(chip.by.label),
            of: span.code(),
            n,
            words: chip.words,
            content_notes: chip.notes.labels.iter().map(|note| note.code()).collect(),
            is_muted: chip.hush.is_some(),
            state: chip.state.code(),
            on: chip.on.iso(),
        }
    }
}

/// Chips you were given.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChipsJson {
    /// The latest first.
    rows: Vec<ChipJson>,
}

/// To whom a milestone is to be shown: one of the two.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ShowMilestoneJson {
    /// The short name of a group; null: to a buddy.
    group: Option<String>,
    /// Your side of the two; null: to a group.
    buddy: Option<String>,
    /// Whether with the name you gave this day; left out: without.
    #[serde(default)]
    with_name: bool,
}

/// What you say with a chip.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChipWordsJson {
    /// Up to 280 letters.
    words: String,
}

/// What is to become of a chip.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChipStateJson {
    /// `kept`, `hidden`
    state: String,
}

/// Shows today's milestone of a counter to a group or a buddy, for three days. Twice is the same as once.
#[utoipa::path(post, path = "/api/v1/counters/{id}/milestone", tag = "counters", request_body = ShowMilestoneJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn show_milestone(
    app: Data<App>,
    member: Member,
    id: Path<i64>,
    sent: Json<ShowMilestoneJson>,
) -> Answer {
    let (id, own, viewer) = (CounterId(id.into_inner()), Own::of(&member), member.viewer());
    let ShowMilestoneJson { group, buddy, with_name } = sent.into_inner();
    let ring = app.keys().clone();
    let to = pages::to(&group.unwrap_or_default(), &buddy.unwrap_or_default()).ok_or(Refusal::Whom)?;
    app.write(move |tx| chips::show(tx, &viewer, (&own, &ring), (id, &to, with_name))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Nobody sees a milestone of this counter any more; chips you were given stay.
#[utoipa::path(delete, path = "/api/v1/counters/{id}/milestone", tag = "counters",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn take_milestone_down(app: Data<App>, member: Member, id: Path<i64>) -> Answer {
    let (id, own) = (CounterId(id.into_inner()), Own::of(&member));
    app.write(move |tx| chips::take_down(tx, &own, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Milestones that people of your groups, and buddies, show you.
#[utoipa::path(get, path = "/api/v1/milestones", tag = "counters",
    responses((status = 200, body = ShownMilestonesJson), (status = 401, body = ProblemJson)))]
pub async fn get_milestones(app: Data<App>, member: Member) -> Answer {
    let (viewer, today) = (member.viewer(), app.clock().now().day());
    let (rows, _) = app.read(move |db| chips::list(db, &viewer, today)).await?;
    let rows = rows.into_iter().map(|row| ShownMilestoneJson::of(row, app.keys())).collect();
    Ok(HttpResponse::Ok().json(ShownMilestonesJson { rows }))
}

/// Gives a chip, with words of your own. Only whose it is reads them.
#[utoipa::path(post, path = "/api/v1/milestones/{milestone}/chip", tag = "counters", request_body = ChipWordsJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn give_chip(
    app: Data<App>,
    member: Member,
    milestone: Path<i64>,
    sent: Json<ChipWordsJson>,
) -> Answer {
    let (id, viewer, ring) = (MilestoneId(milestone.into_inner()), member.viewer(), app.keys().clone());
    let words = Words::parse(&sent.words)?;
    app.write(move |tx| chips::give(tx, &viewer, &ring, (id, &words))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Chips you were given.
#[utoipa::path(get, path = "/api/v1/chips", tag = "counters",
    responses((status = 200, body = ChipsJson), (status = 401, body = ProblemJson)))]
pub async fn get_chips(app: Data<App>, member: Member) -> Answer {
    let (viewer, ring) = (member.viewer(), app.keys().clone());
    let rows = app.read(move |db| chips::mine(db, &viewer, &ring)).await?;
    Ok(HttpResponse::Ok().json(ChipsJson { rows: rows.into_iter().map(ChipJson::from).collect() }))
}

/// Keeps a chip, or puts it aside. Nobody is told.
#[utoipa::path(put, path = "/api/v1/chips/{chip}", tag = "counters", request_body = ChipStateJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn turn_chip(app: Data<App>, member: Member, chip: Path<i64>, sent: Json<ChipStateJson>) -> Answer {
    let (viewer, id) = (member.viewer(), ChipId(chip.into_inner()));
    let state = State::parse(&sent.state).filter(|state| *state != State::New).ok_or(Refusal::Unknown)?;
    app.write(move |tx| chips::turn(tx, &viewer, (id, state))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Gives a chip back: it is gone, and nobody is told. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/chips/{chip}", tag = "counters",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn give_back_chip(app: Data<App>, member: Member, chip: Path<i64>) -> Answer {
    let (viewer, id) = (member.viewer(), ChipId(chip.into_inner()));
    app.write(move |tx| chips::give_back(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
