//! Company right now, for programs: who asks, the small room, and one's own lamp.

pub mod lamp;

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Around, Asked, Circle, Line, Moves, Need, Refusal, Room, Sealer, Seen, Start, Usual, Words};
use crate::app::App;
use crate::db::Tx;
use crate::forum::lookout;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Error, PublicId, once};
use crate::support::oncall;

/// The doors of company for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/company", Who::Member, look_for_company);
    doors.post("/api/v1/company", Who::Member, ask_for_company);
    doors.get("/api/v1/company/{id}", Who::Member, get_room);
    doors.post("/api/v1/company/{id}/come", Who::Member, come_to_room);
    doors.post("/api/v1/company/{id}/words", Who::Member, say_in_room);
    doors.post("/api/v1/company/{id}/turn", Who::Member, turn_room);
    doors.post("/api/v1/company/{id}/widen", Who::Member, widen_ask);
    doors.delete("/api/v1/company/{id}/seats/{seat}", Who::Member, let_go_of_seat);
    doors.get("/api/v1/lamp", Who::Member, lamp::get_lamp);
    doors.put("/api/v1/lamp", Who::Member, lamp::light_lamp);
    doors.delete("/api/v1/lamp", Who::Member, lamp::put_out_lamp);
    doors.put("/api/v1/lamp/rest", Who::Member, lamp::rest_lamp);
    doors.put("/api/v1/lamp/hours", Who::Member, lamp::keep_hours);
    doors.get("/api/v1/lamp/after", Who::Member, lamp::get_after_listening);
    doors.put("/api/v1/lamp/after", Who::Member, lamp::look_after_yourself);
    doors.delete("/api/v1/lamp/after", Who::Member, lamp::looked_back);
}

/// Somebody asks for company. No name: that is for those who come.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskingJson {
    /// Its id.
    id: String,
    /// `craving`, `used`, `company`
    need: &'static str,
    /// In a line of theirs; null: its key is not here. May be empty.
    line: Option<String>,
    /// Minutes for which nobody has come; null: somebody is there.
    waits_minutes: Option<i64>,
    /// Whether those who came have said nothing for some minutes: others are asked, too.
    is_silent: bool,
}

impl From<Seen> for AskingJson {
    fn from(seen: Seen) -> Self {
        Self {
            id: seen.id.to_string(),
            need: seen.need.code(),
            line: seen.line,
            waits_minutes: seen.waits,
            is_silent: seen.is_silent,
        }
    }
}

/// What there is of company right now: counted, never guessed.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyJson {
    /// How many would be asked at once, if you asked.
    lit: usize,
    /// Your own room, if you asked already.
    own: Option<String>,
    /// Whether your own lamp is lit.
    is_lit: bool,
    /// How far your ask begins: as you chose the last time, or wider; `lamps`, `groups`, `everyone`. What is sent is yours to choose.
    starts: &'static str,
    /// Whether that is wider than you chose, because nobody there can be asked. Say so beside it.
    is_wider: bool,
    /// Who asks whom you may come to: first those where nobody is, and of these the ones that wait longest.
    rows: Vec<AskingJson>,
    /// Always null: there are no further pages.
    next: Option<String>,
}

impl CompanyJson {
    fn of((asks, around): (Vec<Seen>, Around), start: Start) -> Self {
        Self {
            lit: around.lit,
            own: around.own.map(|id| id.to_string()),
            is_lit: around.is_lit,
            starts: start.circle.code(),
            is_wider: start.is_wider,
            rows: asks.into_iter().map(AskingJson::from).collect(),
            next: None,
        }
    }
}

/// Asking for company.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AskForCompanyJson {
    /// `craving`, `used`, `company`
    need: String,
    /// In one line; may be empty.
    line: String,
    /// How far it may go while nobody comes: `lamps`, `groups`, `everyone`
    consent: String,
    /// Whether help was shown after an answer of `help-first`: then it is asked as it is.
    #[serde(default)]
    helped: bool,
    /// Whether `consent` is only what `starts` offered while `is_wider`: then your next ask does not begin there.
    #[serde(default)]
    is_offered: bool,
}

impl AskForCompanyJson {
    fn parse(self) -> Result<Asked, Error> {
        Ok(Asked {
            need: Need::parse(&self.need).ok_or(Refusal::Unknown)?,
            line: Line::parse(&self.line)?,
            consent: Circle::parse(&self.consent).ok_or(Refusal::Unknown)?,
        })
    }
}

/// Where your room is.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoomIdJson {
    /// Its id.
    id: String,
    /// False: you asked already, and what you sent was not said there.
    is_new: bool,
}

/// Who is there.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeatJson {
    /// Which seat.
    seat: i64,
    /// Who.
    name: String,
    /// Whether they stay only until somebody else comes.
    hands_over: bool,
}

/// Something that was said.
#[derive(Debug, Serialize, ToSchema)]
pub struct SaidJson {
    /// Whether it was you.
    is_own: bool,
    /// Who; null: they are gone.
    name: Option<String>,
    /// What; null: the key that opens it is not here.
    words: Option<String>,
}

/// A small room, for those who are in it. Gone within a day.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing to programs")]
pub struct RoomJson {
    /// Its id.
    id: String,
    /// `craving`, `used`, `company`
    need: &'static str,
    /// `open`, `claimed`, `talking`, `easing`, `closed`, `taken-back`, `unanswered`, `left` (somebody came and had to go, and nobody else came), `handed-off`
    phase: &'static str,
    /// How far it has gone: `lamps`, `groups`, `everyone`
    circle: &'static str,
    /// How far it may go by itself.
    consent: &'static str,
    /// Whether it is your own.
    is_own: bool,
    /// Whether you came, and left again.
    has_left: bool,
    /// Who asked.
    asker: Option<String>,
    /// What they said when they asked; null: its key is not here. May be empty.
    line: Option<String>,
    /// Who is there.
    there: Vec<SeatJson>,
    /// Whether whoever listens points to the helplines.
    is_pointed: bool,
    /// What was said, in order.
    said: Vec<SaidJson>,
    /// Whether something you said sounds heavy: a program shows numbers to call beside the room. Only you learn of it.
    sounds_heavy: bool,
    /// Whether devices ring for it; false: it was asked often, and is listed alone.
    rings: bool,
    /// Whether those who came have said nothing for some minutes: others are asked, too.
    is_silent: bool,
    /// Whether another listener is asked for, while somebody is there.
    is_calling: bool,
    /// How many are asked right now: while nobody is there, or another one is asked for.
    asked: usize,
    /// Seconds for which nobody has come; for whoever asked.
    waits_s: i64,
}

impl From<Room> for RoomJson {
    fn from(room: Room) -> Self {
        let going = room.going;
        let seat = |(seat, who): (i64, crate::forum::threads::Author)| SeatJson {
            seat,
            name: who.name,
            hands_over: going.contains(&seat),
        };
        Self {
            id: room.ask.public_id.to_string(),
            need: room.ask.need.code(),
            phase: room.ask.phase.code(),
            circle: room.ask.circle.code(),
            consent: room.ask.consent.code(),
            is_own: room.is_own,
            has_left: room.has_left,
            asker: room.asker.map(|asker| asker.name),
            line: room.line,
            there: room.there.into_iter().map(seat).collect(),
            is_pointed: room.ask.is_pointed,
            rings: room.ask.rings(),
            said: room
                .said
                .into_iter()
                .map(|(is_own, who, words)| SaidJson { is_own, name: who.map(|who| who.name), words })
                .collect(),
            sounds_heavy: room.sounds_heavy,
            is_silent: room.ask.is_silent,
            is_calling: room.ask.is_calling,
            asked: room.asked,
            waits_s: room.seconds,
        }
    }
}

/// Words to say.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SayJson {
    /// What.
    words: String,
    /// Any text of your own: sending it again says it once.
    once: Option<String>,
}

/// What to press in a room.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TurnRoomJson {
    /// Whoever asked: `ease`, `harder`, `close`, `take-back`, `hand-off`, `cover` (one more is asked for). A listener: `ease`, `harder`, `leave`, `cover`, `hand-over`,
    /// `stay`, `point`.
    #[serde(rename = "move")]
    moves: String,
}

/// Who asks for company, and what there is of it.
#[utoipa::path(get, path = "/api/v1/company", tag = "company",
    responses((status = 200, body = CompanyJson), (status = 401, body = ProblemJson)))]
pub async fn look_for_company(app: Data<App>, member: Member) -> Answer {
    let (viewer, sealer, now) = (member.viewer(), sealer(&app), app.clock().now());
    let usual = Usual::of(&member);
    let (seen, start) = app
        .read(move |db| {
            let (_, start) = oncall::before_asking(db, &viewer, &usual, now)?;
            Ok((oncall::asks_for(db, &viewer, &sealer, now)?, start))
        })
        .await?;
    Ok(HttpResponse::Ok().json(CompanyJson::of(seen, start)))
}

/// Asks for company. Whoever asks already is led back to their room. 409 with the code `help-first`: the line sounds heavy. A program
/// then shows numbers to call (`GET /api/v1/helplines`) and Support, and on one more press sends the same with `helped` set to true.
/// Nobody is told.
#[utoipa::path(post, path = "/api/v1/company", tag = "company", request_body = AskForCompanyJson,
    responses((status = 201, body = RoomIdJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn ask_for_company(app: Data<App>, member: Member, sent: Json<AskForCompanyJson>) -> Answer {
    let (helped, usual) = (sent.helped, (!sent.is_offered).then(|| Usual::of(&member)));
    let (viewer, sealer, asked) = (member.viewer(), sealer(&app), sent.into_inner().parse()?);
    lookout::help_first(&app, helped, asked.line.as_str().to_owned()).await?;
    let asks = move |tx: &mut Tx<'_>| oncall::ask_and_keep(tx, &viewer, &sealer, &asked, usual.as_ref());
    let (id, is_new) = app.write(asks).await?;
    Ok(HttpResponse::Created().json(RoomIdJson { id: id.to_string(), is_new }))
}

/// A small room; for whoever asked and those who came.
#[utoipa::path(get, path = "/api/v1/company/{id}", tag = "company",
    responses((status = 200, body = RoomJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn get_room(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    let (viewer, sealer, now, id) = (member.viewer(), sealer(&app), app.clock().now(), parse(&id)?);
    let room = app.read(move |db| oncall::room(db, &viewer, &sealer, &id, now)).await?;
    Ok(HttpResponse::Ok().json(RoomJson::from(room)))
}

/// Comes to somebody who asks. Twice is the same as once.
#[utoipa::path(post, path = "/api/v1/company/{id}/come", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn come_to_room(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    let (viewer, sealer, id) = (member.viewer(), sealer(&app), parse(&id)?);
    app.write(move |tx| oncall::claim(tx, &viewer, &sealer, &id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Says something in a room.
#[utoipa::path(post, path = "/api/v1/company/{id}/words", tag = "company", request_body = SayJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson), (status = 429, body = ProblemJson)))]
pub async fn say_in_room(app: Data<App>, member: Member, id: Path<String>, sent: Json<SayJson>) -> Answer {
    let (viewer, sealer, id) = (member.viewer(), sealer(&app), parse(&id)?);
    let (words, once) = (Words::parse(&sent.words)?, sent.once.as_deref().and_then(once));
    app.throttle().room(member.person.face)?;
    app.write(move |tx| oncall::say(tx, &viewer, &sealer, (&id, &words), once.as_deref())).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Says how it goes, or goes.
#[utoipa::path(post, path = "/api/v1/company/{id}/turn", tag = "company", request_body = TurnRoomJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn turn_room(app: Data<App>, member: Member, id: Path<String>, sent: Json<TurnRoomJson>) -> Answer {
    let (viewer, id) = (member.viewer(), parse(&id)?);
    let moves = Moves::parse(&sent.moves).ok_or(Refusal::Unknown)?;
    app.write(move |tx| oncall::turn(tx, &viewer, &id, moves)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Asks further than was agreed to before; for whoever asked.
#[utoipa::path(post, path = "/api/v1/company/{id}/widen", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn widen_ask(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    let (viewer, id) = (member.viewer(), parse(&id)?);
    app.write(move |tx| oncall::widen(tx, &viewer, &id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Would rather have somebody else; for whoever asked. They read that the room is closed.
#[utoipa::path(delete, path = "/api/v1/company/{id}/seats/{seat}", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn let_go_of_seat(app: Data<App>, member: Member, path: Path<(String, i64)>) -> Answer {
    let (viewer, (id, seat)) = (member.viewer(), path.into_inner());
    let id = parse(&id)?;
    app.write(move |tx| oncall::let_go(tx, &viewer, &id, seat)).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn parse(id: &str) -> Result<PublicId, Error> {
    PublicId::parse(id).ok_or(Error::Absent)
}

fn sealer(app: &App) -> Sealer {
    Sealer::new(app.keys().clone(), app.clock().now().day())
}
