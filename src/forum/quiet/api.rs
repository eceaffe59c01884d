//! What one hears less of, for programs. Words have doors of their own (`identity::muted`).

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{About, Community, Lasts, Lists, Muted, Refusal, commands};
use crate::app::App;
use crate::forum::quiet;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::identity::muted::{self, Entry, MutedWordJson};
use crate::kernel::Day;

/// The doors of what one hears less of.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/quiet", Who::Member, get_quiet);
    doors.put("/api/v1/people/{name}/block", Who::Member, block_person);
    doors.delete("/api/v1/people/{name}/block", Who::Member, take_back_block);
    doors.put("/api/v1/people/{name}/mute", Who::Member, mute_person);
    doors.delete("/api/v1/people/{name}/mute", Who::Member, hear_person);
    doors.put("/api/v1/groups/{name}/mute", Who::Member, mute_group);
    doors.delete("/api/v1/groups/{name}/mute", Who::Member, hear_group);
    doors.put("/api/v1/communities/{domain}/mute", Who::Member, mute_community);
    doors.delete("/api/v1/communities/{domain}/mute", Who::Member, hear_community);
}

/// Something muted.
#[derive(Debug, Serialize, ToSchema)]
pub struct MutedJson {
    /// The name of a person, the short name of a group, or a community.
    pub name: String,
    /// The day on which it ends, in UTC; null: for good.
    pub until: Option<String>,
}

impl From<Muted> for MutedJson {
    fn from(muted: Muted) -> Self {
        Self { name: muted.name, until: muted.until.map(Day::iso) }
    }
}

/// Everything you hear less of.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct QuietJson {
    /// Names you blocked: neither of you meets the other.
    pub blocks: Vec<String>,
    /// People you hear less of.
    pub people: Vec<MutedJson>,
    /// Groups you hear less of.
    pub groups: Vec<MutedJson>,
    /// Communities you hear less of.
    pub communities: Vec<MutedJson>,
    /// Words you would rather not meet.
    pub words: Vec<MutedWordJson>,
}

impl From<(Lists, Vec<Entry>)> for QuietJson {
    fn from((lists, words): (Lists, Vec<Entry>)) -> Self {
        let muted = |all: Vec<Muted>| all.into_iter().map(MutedJson::from).collect();
        Self {
            blocks: lists.blocks,
            people: muted(lists.people),
            groups: muted(lists.groups),
            communities: muted(lists.communities),
            words: words.into_iter().map(MutedWordJson::from).collect(),
        }
    }
}

/// For how long.
#[derive(Debug, Deserialize, ToSchema)]
pub struct MuteJson {
    /// `day`, `week`, or `good`: until you take it back.
    lasts: String,
}

/// Everything you hear less of.
#[utoipa::path(get, path = "/api/v1/quiet", tag = "quiet",
    responses((status = 200, body = QuietJson), (status = 401, body = ProblemJson)))]
pub async fn get_quiet(app: Data<App>, member: Member) -> Answer {
    let viewer = member.viewer();
    let today = app.clock().now().day();
    let lists =
        app.read(move |db| Ok((quiet::lists(db, &viewer)?, muted::list(db, &member, today)?))).await?;
    Ok(HttpResponse::Ok().json(QuietJson::from(lists)))
}

/// Blocks a name: neither of you meets the other's words. Nobody is told.
#[utoipa::path(put, path = "/api/v1/people/{name}/block", tag = "quiet",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn block_person(app: Data<App>, member: Member, name: Path<String>) -> Answer {
    let (viewer, name) = (member.viewer(), name.into_inner());
    app.write(move |tx| commands::block(tx, &viewer, &name)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes a block back.
#[utoipa::path(delete, path = "/api/v1/people/{name}/block", tag = "quiet",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn take_back_block(app: Data<App>, member: Member, name: Path<String>) -> Answer {
    let (viewer, name) = (member.viewer(), name.into_inner());
    app.write(move |tx| commands::take_back_block(tx, &viewer, &name)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Mutes a person: their words leave lists and news, and can still be opened.
#[utoipa::path(put, path = "/api/v1/people/{name}/mute", tag = "quiet", request_body = MuteJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn mute_person(app: Data<App>, member: Member, name: Path<String>, sent: Json<MuteJson>) -> Answer {
    mute(&app, &member, About::Person(name.into_inner()), &sent).await
}

/// Hears a person again.
#[utoipa::path(delete, path = "/api/v1/people/{name}/mute", tag = "quiet",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn hear_person(app: Data<App>, member: Member, name: Path<String>) -> Answer {
    hear(&app, &member, About::Person(name.into_inner())).await
}

/// Mutes a group: it leaves your lists and news. You stay in it.
#[utoipa::path(put, path = "/api/v1/groups/{name}/mute", tag = "quiet", request_body = MuteJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn mute_group(app: Data<App>, member: Member, name: Path<String>, sent: Json<MuteJson>) -> Answer {
    mute(&app, &member, About::Group(name.into_inner()), &sent).await
}

/// Hears a group again.
#[utoipa::path(delete, path = "/api/v1/groups/{name}/mute", tag = "quiet",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn hear_group(app: Data<App>, member: Member, name: Path<String>) -> Answer {
    hear(&app, &member, About::Group(name.into_inner())).await
}

/// Mutes another community: its people and groups leave your lists and news.
#[utoipa::path(put, path = "/api/v1/communities/{domain}/mute", tag = "quiet", request_body = MuteJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn mute_community(
    app: Data<App>,
    member: Member,
    domain: Path<String>,
    sent: Json<MuteJson>,
) -> Answer {
    mute(&app, &member, About::Community(Community::parse(&domain)?), &sent).await
}

/// Hears another community again.
#[utoipa::path(delete, path = "/api/v1/communities/{domain}/mute", tag = "quiet",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn hear_community(app: Data<App>, member: Member, domain: Path<String>) -> Answer {
    hear(&app, &member, About::Community(Community::parse(&domain)?)).await
}

async fn mute(app: &App, member: &Member, about: About, sent: &MuteJson) -> Answer {
    let lasts = Lasts::parse(&sent.lasts).ok_or(Refusal::Choice)?;
    let viewer = member.viewer();
    app.write(move |tx| commands::mute(tx, &viewer, &about, lasts)).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn hear(app: &App, member: &Member, about: About) -> Answer {
    let viewer = member.viewer();
    app.write(move |tx| commands::take_back_mute(tx, &viewer, &about)).await?;
    Ok(HttpResponse::NoContent().finish())
}
