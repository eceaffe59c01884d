//! Groups for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pathways::{Pathway, Topic};
use super::{
    Advice, Aliases, Amount, Crosstalk, Followers, Group, Joining, NoteRule, Plan, Purpose, Refusal,
    RoomRules, RoomValues, Ruled, Shape, ShortName, Title,
};
use crate::app::App;
use crate::forum::content_notes::ContentNote;
use crate::forum::groups;
use crate::forum::here;
use crate::forum::lasting::Keeps;
use crate::http::problem::{InField, ProblemJson};
use crate::http::{Answer, Doors, Who};
use crate::kernel::Error;
use crate::policy::{Reach, Viewer};

/// The doors of groups.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/groups", Who::Visitor, list_groups);
    doors.post("/api/v1/groups", Who::Member, start_group);
    doors.get("/api/v1/groups/{name}", Who::Visitor, get_group);
    doors.put("/api/v1/groups/{name}", Who::Keeper, change_group);
    doors.post("/api/v1/groups/{name}/close", Who::Keeper, close_group);
    doors.post("/api/v1/groups/{name}/reopen", Who::Keeper, reopen_group);
    doors.get("/api/v1/groups/{name}/notes", Who::Visitor, get_notes);
    doors.put("/api/v1/groups/{name}/notes", Who::Keeper, set_notes);
}

/// A group as programs see it. Fewer than twenty people are not counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupJson {
    /// Short, in addresses.
    name: String,
    /// What people call it.
    title: String,
    /// Who it is for.
    purpose: String,
    /// Markdown as written.
    values: String,
    /// Markdown as written.
    rules: String,
    /// `own-experience`, `when-asked`, `welcome`.
    advice: &'static str,
    /// `open`, `ask`, `invitation`.
    joining: &'static str,
    /// `group`, `community`, `everyone`.
    listed: &'static str,
    /// The furthest its posts may travel.
    ceiling: &'static str,
    /// Where its posts go unless their writers say otherwise.
    reach: &'static str,
    /// `off`, `first-look`, `allowed`: whether members may speak as aliases.
    aliases: &'static str,
    /// `month`, `quarter`, `year`, `always`: how long a thread stays after its last words.
    keeps: &'static str,
    /// `untold`, `told`: whether other communities learn about how many follow it from there.
    followers: &'static str,
    /// `on`, `off`: whether replies may answer replies of others. Where it is off, people share, and replies go to whoever
    /// opened the thread.
    crosstalk: &'static str,
    /// Whether posts show their time.
    shows_times: bool,
    /// Whether it reads on, and nobody posts.
    is_closed: bool,
    /// About how many are in it; none if fewer than twenty.
    about_people: Option<i64>,
    /// `few`, `ten`, `twenty`, `many`: how many others are here now, in wide steps. For members, where one group is asked for; null:
    /// nothing is said of it.
    here: Option<&'static str>,
}

impl GroupJson {
    fn of(group: Group) -> Self {
        Self {
            advice: group.advice.code(),
            joining: group.joining.code(),
            listed: group.listed.code(),
            ceiling: group.ceiling.code(),
            reach: group.reach.code(),
            aliases: group.aliases.code(),
            keeps: group.keeps.code(),
            followers: group.followers.code(),
            crosstalk: group.crosstalk.code(),
            shows_times: group.shows_times(),
            is_closed: group.is_closed(),
            about_people: match Amount::of(group.member_count) {
                Amount::About(number) => Some(number),
                Amount::Few | Amount::Unknown => None,
            },
            here: None,
            name: group.name,
            title: group.title,
            purpose: group.purpose,
            values: group.values_text,
            rules: group.rules_text,
        }
    }
}

/// A page of groups.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupsJson {
    /// By title.
    rows: Vec<GroupJson>,
    /// There is one page.
    next: Option<String>,
}

/// The answers to the four questions.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ShapeJson {
    /// Short, in addresses; only when starting. Made from the title if left out.
    name: Option<String>,
    /// What people call it.
    title: String,
    /// Who it is for.
    purpose: String,
    /// Codes of pathways.
    #[serde(default)]
    pathways: Vec<String>,
    /// Codes of topics.
    #[serde(default)]
    topics: Vec<String>,
    /// Markdown.
    #[serde(default)]
    values: String,
    /// Markdown.
    #[serde(default)]
    rules: String,
    /// `own-experience`, `when-asked`, `welcome`.
    advice: String,
    /// `open`, `ask`, `invitation`.
    joining: String,
    /// `group`, `community`, `everyone`.
    listed: String,
    /// The furthest its posts may travel.
    ceiling: String,
    /// Where its posts go unless their writers say otherwise.
    reach: String,
    /// `off`, `first-look`, `allowed`: whether members may speak as aliases. Where they may, posts show the day alone.
    aliases: String,
    /// `month`, `quarter`, `year`, `always`: how long a thread stays after its last words. Nothing: as before; a year in a
    /// new group.
    keeps: Option<String>,
    /// `untold`, `told`: whether other communities learn about how many follow it from there, in round numbers from twenty on.
    /// Nothing: as before; untold in a new group.
    followers: Option<String>,
    /// `on`, `off`: whether replies may answer replies of others. Nothing: as before; on in a new group.
    crosstalk: Option<String>,
}

impl ShapeJson {
    fn shape(&self) -> Result<Shape, Error> {
        Ok(Shape {
            title: Title::parse(&self.title).in_field("title")?,
            purpose: Purpose::parse(&self.purpose).in_field("purpose")?,
            pathways: codes(&self.pathways, "pathways", Pathway::parse)?,
            topics: codes(&self.topics, "topics", Topic::parse)?,
            values: RoomValues::parse(&self.values).in_field("values")?,
            rules: RoomRules::parse(&self.rules).in_field("rules")?,
            advice: one(&self.advice, "advice", Advice::parse)?,
            joining: one(&self.joining, "joining", Joining::parse)?,
            listed: one(&self.listed, "listed", Reach::parse)?,
            ceiling: one(&self.ceiling, "ceiling", Reach::parse)?,
            reach: one(&self.reach, "reach", Reach::parse)?,
            aliases: one(&self.aliases, "aliases", Aliases::parse)?,
            keeps: self.keeps.as_deref().map(|code| one(code, "keeps", Keeps::parse)).transpose()?,
            followers: self
                .followers
                .as_deref()
                .map(|code| one(code, "followers", Followers::parse))
                .transpose()?,
            crosstalk: self
                .crosstalk
                .as_deref()
                .map(|code| one(code, "crosstalk", Crosstalk::parse))
                .transpose()?,
        })
    }
}

fn one<T>(code: &str, field: &'static str, parse: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
    parse(code).ok_or_else(|| Refusal::Unchosen { field }.into())
}

fn codes<T>(
    codes: &[String],
    field: &'static str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, Error> {
    codes.iter().map(|code| one(code, field, &parse)).collect()
}

/// What groups are asked for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    pathway: Option<String>,
}

/// The groups somebody may know of; `?pathway=` chooses some.
#[utoipa::path(get, path = "/api/v1/groups", tag = "groups", params(("pathway" = Option<String>, Query)),
    responses((status = 200, body = GroupsJson), (status = 422, body = ProblemJson)))]
pub async fn list_groups(app: Data<App>, viewer: Viewer, asked: Query<Asked>) -> Answer {
    let pathway = match asked.pathway.as_deref() {
        None | Some("") => None,
        Some(code) => Some(one(code, "pathway", Pathway::parse)?),
    };
    let found = app.read(move |db| groups::listed(db, &viewer, pathway)).await?;
    let rows = found.into_iter().map(GroupJson::of).collect();
    Ok(HttpResponse::Ok().json(GroupsJson { rows, next: None }))
}

/// One group.
#[utoipa::path(get, path = "/api/v1/groups/{name}", tag = "groups",
    responses((status = 200, body = GroupJson), (status = 404, body = ProblemJson)))]
pub async fn get_group(app: Data<App>, viewer: Viewer, name: Path<String>) -> Answer {
    let me = viewer.person().map(|person| person.face);
    let group = app.read(move |db| groups::find_by_name(db, &viewer, &name)).await?;
    let here = match me {
        Some(me) => here::told(&app, me, vec![group.id]).await?.remove(&group.id),
        None => None,
    };
    Ok(HttpResponse::Ok().json(GroupJson { here: here.map(here::Amount::code), ..GroupJson::of(group) }))
}

/// Starts a group; whoever starts it looks after it.
#[utoipa::path(post, path = "/api/v1/groups", tag = "groups", request_body = ShapeJson,
    responses((status = 201, body = GroupJson), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn start_group(app: Data<App>, viewer: Viewer, sent: Json<ShapeJson>) -> Answer {
    viewer.member()?;
    let name = sent.name.as_deref().map(ShortName::parse).transpose()?;
    let language = app.house().await?.language.code().to_owned();
    let plan = Plan { shape: sent.shape()?, name, language, steward: None, once: None };
    let group = app.write(move |tx| groups::start(tx, &viewer, &plan)).await?;
    Ok(HttpResponse::Created().json(GroupJson::of(group)))
}

/// Changes all that a group says of itself.
#[utoipa::path(put, path = "/api/v1/groups/{name}", tag = "groups", request_body = ShapeJson,
    responses((status = 200, body = GroupJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn change_group(
    app: Data<App>,
    viewer: Viewer,
    name: Path<String>,
    sent: Json<ShapeJson>,
) -> Answer {
    let shape = sent.shape()?;
    let group = app.write(move |tx| groups::change(tx, &viewer, &name, &shape)).await?;
    Ok(HttpResponse::Ok().json(GroupJson::of(group)))
}

/// Closes a group: it reads on, and nobody posts or joins.
#[utoipa::path(post, path = "/api/v1/groups/{name}/close", tag = "groups",
    responses((status = 200, body = GroupJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn close_group(app: Data<App>, viewer: Viewer, name: Path<String>) -> Answer {
    let group = app.write(move |tx| groups::close(tx, &viewer, &name)).await?;
    Ok(HttpResponse::Ok().json(GroupJson::of(group)))
}

/// Opens a closed group again.
#[utoipa::path(post, path = "/api/v1/groups/{name}/reopen", tag = "groups",
    responses((status = 200, body = GroupJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn reopen_group(app: Data<App>, viewer: Viewer, name: Path<String>) -> Answer {
    let group = app.write(move |tx| groups::reopen(tx, &viewer, &name)).await?;
    Ok(HttpResponse::Ok().json(GroupJson::of(group)))
}

/// What a group does with one content note.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct RuledJson {
    /// The note's code.
    note: String,
    /// `allow`, `fold`, `require`, `elsewhere`. Notes that are not named are folded.
    rule: String,
    /// For `elsewhere`: the short name of the group such posts belong to, if there is one.
    elsewhere: Option<String>,
}

/// What a group does with content notes.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct NotesJson {
    /// One row a note.
    rows: Vec<RuledJson>,
}

/// What a group does with content notes, where it is not to fold them.
#[utoipa::path(get, path = "/api/v1/groups/{name}/notes", tag = "groups",
    responses((status = 200, body = NotesJson), (status = 404, body = ProblemJson)))]
pub async fn get_notes(app: Data<App>, viewer: Viewer, name: Path<String>) -> Answer {
    let ruled = app
        .read(move |db| {
            let group = groups::find_by_name(db, &viewer, &name)?;
            groups::note_rules(db, group.id)
        })
        .await?;
    let row = |each: Ruled| RuledJson {
        note: each.note.code().to_owned(),
        rule: each.rule.code().to_owned(),
        elsewhere: each.elsewhere,
    };
    Ok(HttpResponse::Ok().json(NotesJson { rows: ruled.into_iter().map(row).collect() }))
}

/// Says what a group does with content notes, all at once.
#[utoipa::path(put, path = "/api/v1/groups/{name}/notes", tag = "groups", request_body = NotesJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn set_notes(app: Data<App>, viewer: Viewer, name: Path<String>, sent: Json<NotesJson>) -> Answer {
    let row = |each: &RuledJson| {
        let note = one(&each.note, "note", ContentNote::parse)?;
        let rule = one(&each.rule, "rule", NoteRule::parse)?;
        Ok(Ruled { note, rule, elsewhere: each.elsewhere.clone() })
    };
    let ruled = sent.rows.iter().map(row).collect::<Result<Vec<_>, Error>>()?;
    app.write(move |tx| groups::set_notes(tx, &viewer, &name, &ruled)).await?;
    Ok(HttpResponse::NoContent().finish())
}
