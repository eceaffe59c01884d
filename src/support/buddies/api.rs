//! Buddies, for programs. Who has talked asks by name here, too; a link is made and opened in the browser.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    BuddyId, BuddyLinkId, Cadence, Card, DayPart, Fit, Kind, Line, Note, Offer, Refusal, Sealer, Seen,
};
use super::{Sent, Way};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Error, Moment};
use crate::support::buddies;

/// The doors of buddies for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/buddies", Who::Member, get_buddies);
    doors.delete("/api/v1/buddies/{buddy}", Who::Member, end_buddy);
    doors.put("/api/v1/buddies/{buddy}/card", Who::Member, keep_buddy_card);
    doors.post("/api/v1/buddies/{buddy}/notes", Who::Member, note_buddy);
    doors.get("/api/v1/me/buddy-asks", Who::Member, get_buddy_asks);
    doors.post("/api/v1/me/buddy-asks", Who::Member, ask_buddy);
    doors.post("/api/v1/me/buddy-asks/{ask}", Who::Member, accept_buddy_ask);
    doors.delete("/api/v1/me/buddy-asks/{ask}", Who::Member, withdraw_buddy_ask);
}

/// What somebody would like of a buddy, what they can do for one, and when. Every part may be empty.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct BuddyCardJson {
    /// What they would like: `word` (a short word in the morning), `tell` (somebody to tell when it gets hard), `company` (at a
    /// meeting or on a walk), `path` (somebody on the same pathway), `asks` (somebody who asks how it is going)
    likes: Vec<String>,
    /// In which way: `listen`, `been` (having been there), `practical`
    like_ways: Vec<String>,
    /// One line of their own.
    like_line: String,
    /// What they can do for a buddy, in the same words. Whoever offers `tell` may be sent the note `ask`.
    can: Vec<String>,
    /// In which way.
    can_ways: Vec<String>,
    /// One line of their own.
    can_line: String,
    /// When they have time: `morning`, `afternoon`, `evening`, `night`
    when: Vec<String>,
    /// Where the clock stands by which they say so: `Europe/Berlin`; empty: not said. Always empty in another's card.
    zone: String,
}

impl BuddyCardJson {
    fn own(card: Card) -> Self {
        let zone = card.zone.clone();
        Self { zone, ..Self::shown(card) }
    }

    /// As another reads it.
    fn shown(card: Card) -> Self {
        Self {
            likes: codes(card.likes.kinds, Kind::code),
            like_ways: codes(card.likes.ways, Way::code),
            like_line: card.likes.line,
            can: codes(card.can.kinds, Kind::code),
            can_ways: codes(card.can.ways, Way::code),
            can_line: card.can.line,
            when: codes(card.when, DayPart::code),
            zone: String::new(),
        }
    }

    fn parse(self) -> Result<Card, Error> {
        let lines = (Line::parse(&self.like_line)?, Line::parse(&self.can_line)?);
        let sent = Sent {
            likes: self.likes,
            like_ways: self.like_ways,
            line: self.like_line,
            can: self.can,
            can_ways: self.can_ways,
            can_line: self.can_line,
            when: self.when,
            zone: self.zone,
        };
        Ok(Card::chosen(&sent, lines)?)
    }
}

fn codes<T>(chosen: impl IntoIterator<Item = T>, code: fn(T) -> &'static str) -> Vec<String> {
    chosen.into_iter().map(|each| code(each).to_owned()).collect()
}

/// The card of whoever sends one, or the one line that stood in its place.
fn card(card: Option<BuddyCardJson>, line: &str) -> Result<Card, Error> {
    match card {
        Some(card) => card.parse(),
        None => Ok(Card::of_line(Line::parse(line)?.as_str())),
    }
}

/// Where your card and theirs fit, in the words of the cards. Nothing is counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct BuddyFitJson {
    /// What you both would like.
    both: Vec<String>,
    /// What you would like, and they can do.
    they: Vec<String>,
    /// What they would like, and you can do.
    you: Vec<String>,
    /// Ways that one of you likes and the other has.
    ways: Vec<String>,
    /// When you both have time, by your clock.
    when: Vec<String>,
}

impl From<Fit> for BuddyFitJson {
    fn from(fit: Fit) -> Self {
        Self {
            both: codes(fit.both, Kind::code),
            they: codes(fit.they, Kind::code),
            you: codes(fit.you, Kind::code),
            ways: codes(fit.ways, Way::code),
            when: codes(fit.when, DayPart::code),
        }
    }
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
    /// The own line of what they would like; null: its key is not here. May be empty.
    line: Option<String>,
    /// What they showed you; null likewise.
    card: Option<BuddyCardJson>,
    /// What you showed them; null likewise.
    own: Option<BuddyCardJson>,
    /// Where the two fit.
    fits: BuddyFitJson,
    /// Their latest caring note of this week, or null: `thinking`, `here`, `glad`, `today`, `rest`, `how`, `setback`, `before`,
    /// `after`, `ask`, `okay`, `chat`
    note: Option<&'static str>,
    /// How many kind notes you may still send them today.
    notes_left: i64,
    /// How many that ask for them: `setback`, `before`, `ask`. That a half-hour is over, whose begin you told, can always be told.
    asks_left: i64,
    /// Whether they can be reached here right now.
    is_here: bool,
}

impl BuddyJson {
    fn of(seen: Seen, now: Moment) -> Self {
        Self {
            fits: seen.fit(&now).into(),
            line: seen.card.as_ref().map(|card| card.likes.line.clone()),
            card: seen.card.map(BuddyCardJson::shown),
            own: seen.own.map(BuddyCardJson::own),
            id: seen.id.to_string(),
            name: seen.who.name,
            cadence: seen.cadence.code(),
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
    /// `thinking`, `here`, `glad`, `today`, `rest`, `how` (how they are; one press answers it), `setback`, `before`, `after`; `ask`,
    /// that it is hard now, to whoever offers `tell`
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
    /// The own line of what they would like; null: its key is not here, or it is your own. May be empty.
    line: Option<String>,
    /// What they showed you; null likewise.
    card: Option<BuddyCardJson>,
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
    /// What you would like, in one line; may be empty. Not read where there is a card.
    line: String,
    /// What you show them.
    card: Option<BuddyCardJson>,
}

/// A yes.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AcceptBuddyJson {
    /// What you would like, in one line; may be empty. Not read where there is a card.
    line: String,
    /// What you show them.
    card: Option<BuddyCardJson>,
}

/// Your buddies.
#[utoipa::path(get, path = "/api/v1/buddies", tag = "company",
    responses((status = 200, body = BuddiesJson), (status = 401, body = ProblemJson)))]
pub async fn get_buddies(app: Data<App>, member: Member) -> Answer {
    let (viewer, now) = (member.viewer(), app.clock().now());
    let sealer = Sealer::new(app.keys().clone());
    let seen = app.read(move |db| buddies::list(db, &viewer, &sealer, now.day())).await?;
    let rows = seen.into_iter().map(|seen| BuddyJson::of(seen, now)).collect();
    Ok(HttpResponse::Ok().json(BuddiesJson { rows }))
}

/// Keeps another card for one buddy. They find it in place of the one before, and are told nothing.
#[utoipa::path(put, path = "/api/v1/buddies/{buddy}/card", tag = "company", request_body = BuddyCardJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn keep_buddy_card(
    app: Data<App>,
    member: Member,
    buddy: Path<String>,
    sent: Json<BuddyCardJson>,
) -> Answer {
    let (viewer, id, card) = (member.viewer(), BuddyId::read(&buddy)?, sent.into_inner().parse()?);
    let sealer = Sealer::new(app.keys().clone());
    app.write(move |tx| buddies::keep(tx, &viewer, &sealer, (id, &card))).await?;
    Ok(HttpResponse::NoContent().finish())
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
        line: asked.card.as_ref().map(|card| card.likes.line.clone()),
        card: asked.card.map(BuddyCardJson::shown),
        until: asked.until.iso(),
    });
    let own = own.into_iter().filter_map(|open| {
        let (id, cadence, until) = (open.id.to_string(), open.cadence.code(), open.until.iso());
        Some(BuddyAskJson { id, name: open.to?, cadence, line: None, card: None, until })
    });
    Ok(HttpResponse::Ok().json(BuddyAsksJson { rows: rows.collect(), own: own.collect() }))
}

/// Asks somebody with whom you have talked. They find it on their page; of a no you hear nothing.
#[utoipa::path(post, path = "/api/v1/me/buddy-asks", tag = "company", request_body = AskBuddyJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn ask_buddy(app: Data<App>, member: Member, sent: Json<AskBuddyJson>) -> Answer {
    let (viewer, sent) = (member.viewer(), sent.into_inner());
    let cadence = Cadence::parse(&sent.cadence).ok_or(Refusal::Unknown)?;
    let offer = Offer { cadence, card: card(sent.card, &sent.line)?, token: None };
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
    let (viewer, id, sent) = (member.viewer(), BuddyLinkId::read(&ask)?, sent.into_inner());
    let card = card(sent.card, &sent.line)?;
    let sealer = Sealer::new(app.keys().clone());
    app.write(move |tx| buddies::accept_asked(tx, &viewer, &sealer, (id, &card))).await?;
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
