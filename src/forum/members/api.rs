//! Memberships and links into groups for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AskWords, Neighbour, Refusal, Sentence};
use crate::app::App;
use crate::forum::groups::{self, Group};
use crate::forum::members;
use crate::forum::turns::{self, Length};
use crate::http::problem::{InField, ProblemJson};
use crate::http::{Answer, Doors, Who};
use crate::identity::invitations::{self, LinksJson, MadeJson, OfferJson};
use crate::kernel::{Error, Token, Week};
use crate::policy::{self, Action, Role, Standing, Viewer};

/// The doors of members.
pub fn doors(doors: &mut Doors) {
    doors.post("/api/v1/groups/{name}/join", Who::Member, join_group);
    doors.post("/api/v1/groups/{name}/withdraw", Who::Member, withdraw_ask);
    doors.post("/api/v1/groups/{name}/leave", Who::Member, leave_group);
    doors.put("/api/v1/groups/{name}/home", Who::Member, set_home);
    doors.put("/api/v1/groups/{name}/unlisted", Who::Member, set_unlisted);
    doors.get("/api/v1/groups/{name}/people", Who::Member, list_people);
    doors.put("/api/v1/groups/{name}/people", Who::Keeper, appoint_person);
    doors.get("/api/v1/groups/{name}/asks", Who::Keeper, list_asks);
    doors.post("/api/v1/groups/{name}/asks", Who::Keeper, answer_ask);
    doors.get("/api/v1/groups/{name}/invitations", Who::Keeper, list_group_invitations);
    doors.post("/api/v1/groups/{name}/invitations", Who::Keeper, make_group_invitation);
    doors.get("/api/v1/invitations/{link}", Who::Visitor, get_invitation);
    doors.post("/api/v1/invitations/{link}", Who::Member, follow_invitation);
}

/// What comes with a wish to join.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct JoinJson {
    /// For groups where people ask first; may be empty.
    #[serde(default)]
    words: String,
}

/// Where somebody stands towards a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceJson {
    /// The group.
    group: String,
    /// `in`, `asked`, `not-now` or `none`.
    state: &'static str,
    /// What they may do there.
    role: &'static str,
    /// The day they asked.
    asked_on: Option<String>,
    /// Whether it is their home group.
    is_home: bool,
    /// Whether they are left out of the list of people.
    is_unlisted: bool,
}

async fn place(app: &App, viewer: Viewer, group: Group) -> Answer {
    let id = group.id;
    let place = app.read(move |db| members::standing(db, &viewer, id)).await?;
    Ok(HttpResponse::Ok().json(PlaceJson {
        group: group.name,
        state: place.as_ref().map_or("none", |place| place.state.code()),
        role: place.as_ref().map_or("none", |place| place.role.code()),
        asked_on: place.as_ref().and_then(|place| place.asked_on).map(crate::kernel::Day::iso),
        is_home: place.as_ref().is_some_and(|place| place.is_home),
        is_unlisted: place.as_ref().is_some_and(|place| place.is_unlisted),
    }))
}

/// Joins a group, or asks to where people ask first.
#[utoipa::path(post, path = "/api/v1/groups/{name}/join", tag = "members", request_body = JoinJson,
    responses((status = 200, body = PlaceJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn join_group(app: Data<App>, viewer: Viewer, name: Path<String>, sent: Json<JoinJson>) -> Answer {
    let words = AskWords::parse(&sent.words).in_field("words")?;
    let asker = viewer.clone();
    let group = app.write(move |tx| members::ask(tx, &asker, &name, &words)).await?;
    place(&app, viewer, group).await
}

/// No longer asks to join.
#[utoipa::path(post, path = "/api/v1/groups/{name}/withdraw", tag = "members",
    responses((status = 200, body = PlaceJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn withdraw_ask(app: Data<App>, viewer: Viewer, name: Path<String>) -> Answer {
    let asker = viewer.clone();
    let group = app.write(move |tx| members::withdraw(tx, &asker, &name)).await?;
    place(&app, viewer, group).await
}

/// Leaves a group.
#[utoipa::path(post, path = "/api/v1/groups/{name}/leave", tag = "members",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn leave_group(app: Data<App>, viewer: Viewer, name: Path<String>) -> Answer {
    app.write(move |tx| members::leave(tx, &viewer, &name)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A yes or a no.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChosenJson {
    /// Which.
    is_chosen: bool,
}

/// Makes a group the member's home group, or no longer.
#[utoipa::path(put, path = "/api/v1/groups/{name}/home", tag = "members", request_body = ChosenJson,
    responses((status = 200, body = PlaceJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn set_home(app: Data<App>, viewer: Viewer, name: Path<String>, sent: Json<ChosenJson>) -> Answer {
    let (member, is_home) = (viewer.clone(), sent.is_chosen);
    let group = app.write(move |tx| members::set_home(tx, &member, &name, is_home)).await?;
    place(&app, viewer, group).await
}

/// Leaves the member out of the list of people, or no longer.
#[utoipa::path(put, path = "/api/v1/groups/{name}/unlisted", tag = "members", request_body = ChosenJson,
    responses((status = 200, body = PlaceJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn set_unlisted(
    app: Data<App>,
    viewer: Viewer,
    name: Path<String>,
    sent: Json<ChosenJson>,
) -> Answer {
    let (member, is_unlisted) = (viewer.clone(), sent.is_chosen);
    let group = app.write(move |tx| members::set_unlisted(tx, &member, &name, is_unlisted)).await?;
    place(&app, viewer, group).await
}

/// Somebody of a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonJson {
    /// Their name.
    name: String,
    /// `member`, `moderator`, `steward`.
    role: &'static str,
    /// What they wrote when asking; empty for those who are in.
    words: String,
    /// The day they asked.
    asked_on: Option<String>,
}

/// A page of people.
#[derive(Debug, Serialize, ToSchema)]
pub struct PeopleJson {
    /// Newest first; those who ask, the longest waiting first.
    rows: Vec<PersonJson>,
    /// Pass this back as `after` to go on.
    next: Option<String>,
}

impl PeopleJson {
    fn of(rows: Vec<Neighbour>, next: Option<(Week, String)>) -> Self {
        let row = |each: Neighbour| PersonJson {
            name: each.name,
            role: each.membership.role.code(),
            words: each.membership.words,
            asked_on: each.membership.asked_on.map(crate::kernel::Day::iso),
        };
        Self { rows: rows.into_iter().map(row).collect(), next: next.map(super::pages::key) }
    }
}

/// Where a page goes on.
#[derive(Debug, Deserialize)]
pub struct After {
    after: Option<String>,
}

/// The people of a group, for its members. Those who are unlisted are left out, but for those who look after it.
#[utoipa::path(get, path = "/api/v1/groups/{name}/people", tag = "members", params(("after" = Option<String>, Query)),
    responses((status = 200, body = PeopleJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_people(app: Data<App>, viewer: Viewer, name: Path<String>, asked: Query<After>) -> Answer {
    let after = super::pages::after(asked.after.as_deref());
    let listed = app
        .read(move |db| {
            let group = groups::find_by_name(db, &viewer, &name)?;
            let standing = Standing::in_group(db, &viewer, group.id)?;
            policy::may(&viewer, Action::SeePeople, &standing)?;
            members::people(db, &viewer, group.id, standing.looks_after(), after)
        })
        .await?;
    Ok(HttpResponse::Ok().json(PeopleJson::of(listed.rows, listed.next)))
}

/// What somebody is to do in a group.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RoleJson {
    /// Their name.
    person: String,
    /// `member`, `greeter`, `responder`, `moderator`, `steward`.
    role: String,
    /// How long their turn is from today: `month`, `quarter`, `half`, `year` or `open`; left out: as it was.
    #[serde(default)]
    turn: Option<String>,
}

/// Says what somebody may do in a group.
#[utoipa::path(put, path = "/api/v1/groups/{name}/people", tag = "members", request_body = RoleJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn appoint_person(
    app: Data<App>,
    viewer: Viewer,
    name: Path<String>,
    sent: Json<RoleJson>,
) -> Answer {
    let role = Role::parse(&sent.role).ok_or(Refusal::RoleUnchosen)?;
    app.write(move |tx| {
        members::appoint(tx, &viewer, &name, &sent.person, role)?;
        match sent.turn.as_deref() {
            Some(code) => {
                let length = Length::parse(code).ok_or(turns::Refusal::LengthUnchosen)?;
                turns::begin(tx, &viewer, &name, &sent.person, length)
            }
            None => Ok(()),
        }
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Those who ask to join a group.
#[utoipa::path(get, path = "/api/v1/groups/{name}/asks", tag = "members",
    responses((status = 200, body = PeopleJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_asks(app: Data<App>, viewer: Viewer, name: Path<String>) -> Answer {
    let asking = app
        .read(move |db| {
            let (group, _) = groups::find_for(db, &viewer, &name, Action::AnswerAsk)?;
            members::asking(db, group.id)
        })
        .await?;
    Ok(HttpResponse::Ok().json(PeopleJson::of(asking, None)))
}

/// An answer to somebody who asked.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AnswerJson {
    /// Their name.
    person: String,
    /// In, or not now.
    lets_in: bool,
    /// What comes with a "not now"; may be empty.
    #[serde(default)]
    words: String,
}

/// Lets somebody in who asked, or tells them "not now".
#[utoipa::path(post, path = "/api/v1/groups/{name}/asks", tag = "members", request_body = AnswerJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn answer_ask(
    app: Data<App>,
    viewer: Viewer,
    name: Path<String>,
    sent: Json<AnswerJson>,
) -> Answer {
    let words = Sentence::parse(&sent.words).in_field("words")?;
    app.write(move |tx| {
        if sent.lets_in {
            members::let_in(tx, &viewer, &name, &sent.person)
        } else {
            members::not_now(tx, &viewer, &name, &sent.person, &words)
        }
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The links into a group that still work.
#[utoipa::path(get, path = "/api/v1/groups/{name}/invitations", tag = "invitations",
    responses((status = 200, body = LinksJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_group_invitations(app: Data<App>, viewer: Viewer, name: Path<String>) -> Answer {
    let today = app.clock().now().day();
    let links = app
        .read(move |db| {
            let (group, _) = groups::find_for(db, &viewer, &name, Action::InviteToGroup)?;
            invitations::list(db, &viewer, Some(group.id), today)
        })
        .await?;
    Ok(HttpResponse::Ok().json(LinksJson::of(links)))
}

/// Makes a link into a group.
#[utoipa::path(post, path = "/api/v1/groups/{name}/invitations", tag = "invitations", request_body = OfferJson,
    responses((status = 201, body = MadeJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn make_group_invitation(
    app: Data<App>,
    viewer: Viewer,
    name: Path<String>,
    sent: Json<OfferJson>,
) -> Answer {
    let offer = sent.offer(None)?;
    let made = app
        .write(move |tx| {
            let group = groups::find_by_name(tx, &viewer, &name)?;
            invitations::make(tx, &viewer, &invitations::Offer { group: Some(group.id), ..offer.clone() })
        })
        .await?;
    Ok(HttpResponse::Created().json(MadeJson::of(&made, &app.settings().server.origin())))
}

/// What a link leads to.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationJson {
    /// The group's short name; none: the community only.
    group: Option<String>,
    /// The group's title.
    title: Option<String>,
    /// The last day it works, in UTC.
    expires_on: String,
}

/// What a link leads to, by its token.
#[utoipa::path(get, path = "/api/v1/invitations/{link}", tag = "invitations",
    responses((status = 200, body = InvitationJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn get_invitation(app: Data<App>, link: Path<String>) -> Answer {
    let token = Token::parse(&link).ok_or(Error::Absent)?;
    let today = app.clock().now().day();
    let (invitation, group) = app
        .read(move |db| {
            let invitation = invitations::look(db, &token, today)?;
            let group = invitation.group_id.map(|group| groups::find(db, group)).transpose()?;
            Ok((invitation, group))
        })
        .await?;
    let (group, title) = group.map(|group| (group.name, group.title)).unzip();
    let expires_on = invitation.expires_on.iso();
    Ok(HttpResponse::Ok().json(InvitationJson { group, title, expires_on }))
}

/// Comes into a group by a link, by its token.
#[utoipa::path(post, path = "/api/v1/invitations/{link}", tag = "invitations",
    responses((status = 200, body = PlaceJson), (status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn follow_invitation(app: Data<App>, viewer: Viewer, link: Path<String>) -> Answer {
    let token = Token::parse(&link).ok_or(Error::Absent)?;
    let person = viewer.clone();
    match app.write(move |tx| members::join_by(tx, &person, &token)).await? {
        Some(group) => place(&app, viewer, group).await,
        None => Ok(HttpResponse::NoContent().finish()),
    }
}
