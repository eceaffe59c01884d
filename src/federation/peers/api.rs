//! Other communities for programs: whom this one speaks with for everybody, every verb of their pages for hosts.

mod shapes;

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};

use super::pages::own;
use super::{Decision, Links, Own, Refusal, Stance, State};
use crate::app::App;
use crate::db::Tx;
use crate::federation::cases;
use crate::federation::peers;
use crate::http::problem::{self, ProblemJson};
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Bounded, Error};
use crate::policy::{self, Action, Viewer};
use crate::safety::reports::Reason;
use shapes::{
    AskJson, GroupsJson, LinksJson, ListJson, PartnerJson, PartnersJson, PeerJson, PeersJson, PlanJson,
    SeenJson, StanceJson,
};

/// The doors of other communities for programs. What has a name of its own stands before `{domain}`.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/partners", Who::Visitor, list_partners);
    doors.get("/api/v1/host/partners", Who::Host, list_peers);
    doors.post("/api/v1/host/partners", Who::Host, ask_peer);
    doors.put("/api/v1/host/partners/links", Who::Host, set_links);
    doors.post("/api/v1/host/partners/list", Who::Host, read_list);
    doors.get("/api/v1/host/partners/{domain}", Who::Host, get_peer);
    doors.get("/api/v1/host/partners/{domain}/sees", Who::Host, get_seen);
    doors.post("/api/v1/host/partners/{domain}/accept", Who::Host, accept_peer);
    doors.post("/api/v1/host/partners/{domain}/refuse", Who::Host, refuse_peer);
    doors.post("/api/v1/host/partners/{domain}/end", Who::Host, end_peer);
    doors.put("/api/v1/host/partners/{domain}/stance", Who::Host, set_stance);
    doors.put("/api/v1/host/partners/{domain}/groups", Who::Host, set_peer_groups);
    doors.post("/api/v1/host/partners/{domain}/key", Who::Host, keep_peer_key);
    doors.post("/api/v1/host/partners/{domain}/retry", Who::Host, retry_peer);
}

/// Partner communities. Reading them takes no right: they stand on `/partners`.
#[utoipa::path(get, path = "/api/v1/partners", tag = "partners",
    responses((status = 200, body = PartnersJson)))]
pub async fn list_partners(app: Data<App>) -> Answer {
    let (links, partners) = app.read(|db| Ok((peers::links(db)?, peers::partners(db)?))).await?;
    let is_linking = links != Links::Closed;
    let rows = partners.into_iter().filter(|peer| is_linking && !peer.is_paused()).map(PartnerJson::of);
    Ok(HttpResponse::Ok().json(PartnersJson { rows: rows.collect(), links: links.code(), next: None }))
}

/// Every community the host has to do with.
#[utoipa::path(get, path = "/api/v1/host/partners", tag = "partners",
    responses((status = 200, body = PeersJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson)))]
pub async fn list_peers(app: Data<App>, viewer: Viewer) -> Answer {
    let states = [State::Partner, State::Asking, State::Asked, State::Refused, State::Ended];
    let rows = app.read(move |db| peers::shown(db, &viewer, &states)).await?;
    let rows = rows.into_iter().map(PeerJson::of).collect();
    Ok(HttpResponse::Ok().json(PeersJson { rows, next: None }))
}

/// Asks a community to be a partner. Where it has asked already, this says yes.
#[utoipa::path(post, path = "/api/v1/host/partners", tag = "partners", request_body = AskJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn ask_peer(app: Data<App>, viewer: Viewer, sent: Json<AskJson>) -> Answer {
    policy::may_in_community(&viewer, Action::ManageLinks)?;
    let own = own(&app);
    let domain = own.parse(&sent.domain).map_err(|refusal| problem::of_field("domain", Box::new(refusal)))?;
    app.write(move |tx| peers::ask(tx, &viewer, &own, &domain)).await?;
    app.forget_house();
    Ok(HttpResponse::NoContent().finish())
}

/// Says which communities may speak with this one.
#[utoipa::path(put, path = "/api/v1/host/partners/links", tag = "partners", request_body = LinksJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn set_links(app: Data<App>, viewer: Viewer, sent: Json<LinksJson>) -> Answer {
    policy::may_in_community(&viewer, Action::ManageLinks)?;
    let own = own(&app);
    let links =
        Links::parse(&sent.links).ok_or_else(|| problem::of_field("links", Box::new(Refusal::Choice)))?;
    app.write(move |tx| peers::set_links(tx, &viewer, &own, links)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Says what a list of communities to keep away would change; with `apply`, changes it.
#[utoipa::path(post, path = "/api/v1/host/partners/list", tag = "partners", request_body = ListJson,
    responses((status = 200, body = PlanJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn read_list(app: Data<App>, viewer: Viewer, sent: Json<ListJson>) -> Answer {
    policy::may_in_community(&viewer, Action::ManageLinks)?;
    let (ListJson { list, apply }, name, asker) = (sent.into_inner(), own(&app), viewer.clone());
    let plan = app.read(move |db| peers::plan(db, &asker, &name, &list)).await?;
    let told = PlanJson::of(&plan, apply);
    if apply {
        let own = own(&app);
        app.write(move |tx| peers::apply_list(tx, &viewer, &own, &plan)).await?;
    }
    Ok(HttpResponse::Ok().json(told))
}

/// One community: what it promised, how it answers, what it may do.
#[utoipa::path(get, path = "/api/v1/host/partners/{domain}", tag = "partners",
    responses((status = 200, body = PeerJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn get_peer(app: Data<App>, viewer: Viewer, domain: Path<String>) -> Answer {
    let domain = domain.into_inner();
    let whole = app.read(move |db| peers::show(db, &viewer, &domain)).await?;
    Ok(HttpResponse::Ok().json(PeerJson::whole(whole)))
}

/// What a community would see of this one.
#[utoipa::path(get, path = "/api/v1/host/partners/{domain}/sees", tag = "partners",
    responses((status = 200, body = SeenJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn get_seen(app: Data<App>, viewer: Viewer, domain: Path<String>) -> Answer {
    let domain = domain.into_inner();
    let seen = app.read(move |db| peers::sees(db, &viewer, &domain)).await?;
    Ok(HttpResponse::Ok().json(SeenJson::of(seen)))
}

/// Says yes to a community that asked.
#[utoipa::path(post, path = "/api/v1/host/partners/{domain}/accept", tag = "partners",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn accept_peer(app: Data<App>, viewer: Viewer, domain: Path<String>) -> Answer {
    settle(&app, viewer, domain.into_inner(), peers::accept).await
}

/// Says no to a community that asked.
#[utoipa::path(post, path = "/api/v1/host/partners/{domain}/refuse", tag = "partners",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn refuse_peer(app: Data<App>, viewer: Viewer, domain: Path<String>) -> Answer {
    settle(&app, viewer, domain.into_inner(), peers::refuse).await
}

/// Ends a partnership or takes a request back, and asks the community to let go of all it was given.
#[utoipa::path(post, path = "/api/v1/host/partners/{domain}/end", tag = "partners",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn end_peer(app: Data<App>, viewer: Viewer, domain: Path<String>) -> Answer {
    settle(&app, viewer, domain.into_inner(), peers::end).await
}

/// Says what a community may do. One that is blocked is asked first to let go of all it was given.
#[utoipa::path(put, path = "/api/v1/host/partners/{domain}/stance", tag = "partners", request_body = StanceJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn set_stance(
    app: Data<App>,
    viewer: Viewer,
    domain: Path<String>,
    sent: Json<StanceJson>,
) -> Answer {
    policy::may_in_community(&viewer, Action::ManageLinks)?;
    let StanceJson { stance, no_media, comment, why } = sent.into_inner();
    let why = Reason::parse(&why).unwrap_or(Reason::Other);
    let stance =
        Stance::parse(&stance).ok_or_else(|| problem::of_field("stance", Box::new(Refusal::Choice)))?;
    let comment = Bounded::parse(&comment).map_err(|fault| problem::of_field("comment", Box::new(fault)))?;
    let decision = Decision { stance, has_media: !no_media, comment };
    settle(&app, viewer, domain.into_inner(), move |tx, viewer, own, domain| {
        cases::note(tx, (viewer, own), (&own.parse(domain)?, &decision), (None, why.code()))
    })
    .await
}

/// Says which groups a community may follow: those named, or every one that faces partners.
#[utoipa::path(put, path = "/api/v1/host/partners/{domain}/groups", tag = "partners", request_body = GroupsJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn set_peer_groups(
    app: Data<App>,
    viewer: Viewer,
    domain: Path<String>,
    sent: Json<GroupsJson>,
) -> Answer {
    let GroupsJson { all, groups } = sent.into_inner();
    settle(&app, viewer, domain.into_inner(), move |tx, viewer, _, domain| {
        peers::set_groups(tx, viewer, domain, (!all).then_some(groups.as_slice()))
    })
    .await
}

/// The host has looked: the new key is theirs.
#[utoipa::path(post, path = "/api/v1/host/partners/{domain}/key", tag = "partners",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn keep_peer_key(app: Data<App>, viewer: Viewer, domain: Path<String>) -> Answer {
    settle(&app, viewer, domain.into_inner(), |tx, viewer, _, domain| peers::keep_key(tx, viewer, domain))
        .await
}

/// Lets what was given up for a community be tried again.
#[utoipa::path(post, path = "/api/v1/host/partners/{domain}/retry", tag = "partners",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn retry_peer(app: Data<App>, viewer: Viewer, domain: Path<String>) -> Answer {
    settle(&app, viewer, domain.into_inner(), |tx, viewer, _, domain| peers::retry(tx, viewer, domain)).await
}

async fn settle(
    app: &App,
    viewer: Viewer,
    domain: String,
    verb: impl Fn(&mut Tx<'_>, &Viewer, &Own, &str) -> Result<(), Error> + Send + 'static,
) -> Answer {
    let own = own(app);
    app.write(move |tx| verb(tx, &viewer, &own, &domain)).await?;
    app.forget_house();
    Ok(HttpResponse::NoContent().finish())
}
