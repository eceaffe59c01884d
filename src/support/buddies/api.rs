//! Buddies, for programs. Who has talked asks by name here, too; a link is made and opened in the browser.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{BuddyId, BuddyLinkId, Cadence, Line, Note, Offer, Refusal, Sealer, Seen};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::support::buddies;

/// The doors of buddies for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/buddies", Who::Member, get_buddies);
    doors.delete("/api/v1/buddies/{buddy}", Who::Member, end_buddy);
    doors.post("/api/v1/buddies/{buddy}/notes", Who::Member, note_buddy);
    doors.get("/api/v1/me/buddy-asks", Who::Member, get_buddy_asks);
    doors.post("/api/v1/me/buddy-asks", Who::Member, ask_buddy);
    doors.post("/api/v1/me/buddy-asks/{ask}", Who::Member, accept_buddy_ask);
    doors.delete("/api/v1/me/buddy-asks/{ask}", Who::Member, withdraw_buddy_ask);
}

/// A buddy of yours.
#[derive(Debug, Serialize, ToSchema)]
pub struct BuddyJson {
    /// Your side of it.
    id: String,
    /// Their name.
    name: String,
    /// How often you want to hear of each other: `daily`, `few`, `weekly`
    cadence: &'static str,
    /// What they need and offer; null: its key is not here. May be empty.
    line: Option<String>,
    /// Their latest caring note of this week, or null: `thinking`, `here`, `glad`, `today`, `rest`, `how`, `setback`, `before`,
    /// `after`, `okay`, `chat`
    note: Option<&'static str>,
    /// How many kind notes you may still send them today.
    notes_left: i64,
    /// How many that ask for them: `setback`, `before`. That a half-hour is over, whose begin you told, can always be told.
    asks_left: i64,
    /// Whether they can be reached here right now.
    is_here: bool,
}

impl From<Seen> for BuddyJson {
    fn from(seen: Seen) -> Self {
        Self {
            id: seen.id.to_string(),
            name: seen.who.name,
            cadence: seen.cadence.code(),
            line: seen.line,
            note: seen.note.map(Note::code),
            notes_left: seen.left,
            asks_left: seen.asks_left,
            is_here: seen.is_here,
        }
    }
}

/// Your buddies.
#[derive(Debug, Serialize, ToSchema)]
pub struct BuddiesJson {
    /// Those whom you meet.
    rows: Vec<BuddyJson>,
}

/// A caring note.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BuddyNoteJson {
    /// `thinking`, `here`, `glad`, `today`, `rest`, `how` (how they are; one press answers it), `setback`, `before`, `after`
    note: String,
}

/// Somebody who asks you to be buddies, or whom you ask.
#[derive(Debug, Serialize, ToSchema)]
pub struct BuddyAskJson {
    /// Its id.
    id: String,
    /// Their name.
    name: String,
    /// How often you would hear of each other: `daily`, `few`, `weekly`
    cadence: &'static str,
    /// What they need and offer; null: its key is not here, or it is your own. May be empty.
    line: Option<String>,
    /// The last day of it.
    until: String,
}

/// Who asks you, and whom you ask.
#[derive(Debug, Serialize, ToSchema)]
pub struct BuddyAsksJson {
    /// Who asks you.
    rows: Vec<BuddyAskJson>,
    /// Whom you ask. Whether they saw it is not told.
    own: Vec<BuddyAskJson>,
}

/// Whom to ask.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AskBuddyJson {
    /// Their name: somebody you have talked with.
    name: String,
    /// `daily`, `few`, `weekly`
    cadence: String,
    /// What you need and offer, in one line; may be empty.
    line: String,
}

/// A yes.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AcceptBuddyJson {
    /// What you need and offer, in one line; may be empty.
    line: String,
}

/// Your buddies.
#[utoipa::path(get, path = "/api/v1/buddies", tag = "company",
    responses((status = 200, body = BuddiesJson), (status = 401, body = ProblemJson)))]
pub async fn get_buddies(app: Data<App>, member: Member) -> Answer {
    let (viewer, today) = (member.viewer(), app.clock().now().day());
    let sealer = Sealer::new(app.keys().clone());
    let seen = app.read(move |db| buddies::list(db, &viewer, &sealer, today)).await?;
    Ok(HttpResponse::Ok().json(BuddiesJson { rows: seen.into_iter().map(BuddyJson::from).collect() }))
}

/// Ends it, for both, at once; they are told nothing. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/buddies/{buddy}", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn end_buddy(app: Data<App>, member: Member, buddy: Path<String>) -> Answer {
    let (viewer, id) = (member.viewer(), BuddyId::read(&buddy)?);
    app.write(move |tx| buddies::end(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Sends a buddy a caring note, or asks for them: `setback`, `before`.
#[utoipa::path(post, path = "/api/v1/buddies/{buddy}/notes", tag = "company", request_body = BuddyNoteJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn note_buddy(
    app: Data<App>,
    member: Member,
    buddy: Path<String>,
    sent: Json<BuddyNoteJson>,
) -> Answer {
    let (viewer, id) = (member.viewer(), BuddyId::read(&buddy)?);
    let note = Note::parse(&sent.note).ok_or(Refusal::Unknown)?;
    let sealer = Sealer::new(app.keys().clone());
    app.write(move |tx| buddies::send(tx, &viewer, &sealer, (id, note))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Who asks you to be buddies, and whom you ask.
#[utoipa::path(get, path = "/api/v1/me/buddy-asks", tag = "company",
    responses((status = 200, body = BuddyAsksJson), (status = 401, body = ProblemJson)))]
pub async fn get_buddy_asks(app: Data<App>, member: Member) -> Answer {
    let (viewer, today) = (member.viewer(), app.clock().now().day());
    let sealer = Sealer::new(app.keys().clone());
    let (asked, own) = app
        .read(move |db| {
            Ok((buddies::asked(db, &viewer, &sealer, today)?, buddies::links(db, &viewer, today)?))
        })
        .await?;
    let rows = asked.into_iter().map(|asked| BuddyAskJson {
        id: asked.id.to_string(),
        name: asked.who.name,
        cadence: asked.cadence.code(),
        line: asked.line,
        until: asked.until.iso(),
    });
    let own = own.into_iter().filter_map(|open| {
        let (id, cadence, until) = (open.id.to_string(), open.cadence.code(), open.until.iso());
        Some(BuddyAskJson { id, name: open.to?, cadence, line: None, until })
    });
    Ok(HttpResponse::Ok().json(BuddyAsksJson { rows: rows.collect(), own: own.collect() }))
}

/// Asks somebody with whom you have talked. They find it on their page; of a no you hear nothing.
#[utoipa::path(post, path = "/api/v1/me/buddy-asks", tag = "company", request_body = AskBuddyJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn ask_buddy(app: Data<App>, member: Member, sent: Json<AskBuddyJson>) -> Answer {
    let (viewer, sent) = (member.viewer(), sent.into_inner());
    let cadence = Cadence::parse(&sent.cadence).ok_or(Refusal::Unknown)?;
    let offer = Offer { cadence, line: Line::parse(&sent.line)?, token: None };
    let sealer = Sealer::new(app.keys().clone());
    app.write(move |tx| buddies::ask(tx, &viewer, &sealer, (&sent.name, &offer))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Says yes to somebody who asks you.
#[utoipa::path(post, path = "/api/v1/me/buddy-asks/{ask}", tag = "company", request_body = AcceptBuddyJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn accept_buddy_ask(
    app: Data<App>,
    member: Member,
    ask: Path<String>,
    sent: Json<AcceptBuddyJson>,
) -> Answer {
    let (viewer, id, line) = (member.viewer(), BuddyLinkId::read(&ask)?, Line::parse(&sent.line)?);
    let sealer = Sealer::new(app.keys().clone());
    app.write(move |tx| buddies::accept_asked(tx, &viewer, &sealer, (id, &line))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes back that you ask somebody. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/me/buddy-asks/{ask}", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn withdraw_buddy_ask(app: Data<App>, member: Member, ask: Path<String>) -> Answer {
    let (viewer, id) = (member.viewer(), BuddyLinkId::read(&ask)?);
    app.write(move |tx| buddies::withdraw(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
