//! Terms, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Holder, Past, hand_over, serving};
use crate::app::App;
use crate::forum::turns::Words;
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Day;

/// The doors of terms.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/service", Who::Keeper, get_terms);
    doors.put("/api/v1/service", Who::Keeper, hand_terms_over);
}

/// Somebody who looks after the whole community.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolderJson {
    /// Their name.
    name: String,
    /// `keeper` or `host`.
    rank: &'static str,
    /// The day their term ends by itself, or null: without an end.
    ends_on: Option<String>,
}

/// Somebody who did.
#[derive(Debug, Serialize, ToSchema)]
pub struct PastTermJson {
    /// Their name, or null: they are gone.
    name: Option<String>,
    /// `keeper` or `host`.
    rank: &'static str,
    /// The first day.
    began_on: String,
    /// The day it was over.
    ended_on: String,
}

/// Who looks after the whole community.
#[derive(Debug, Serialize, ToSchema)]
pub struct TermsJson {
    /// Hosts first.
    rows: Vec<HolderJson>,
    /// Those whose term is over, the latest first.
    past: Vec<PastTermJson>,
    /// What was left for whoever comes next, as Markdown; may be empty.
    handover: String,
}

/// Who looks after the whole community, who did, and what they leave for whoever comes next.
#[utoipa::path(get, path = "/api/v1/service", tag = "looking after",
    responses((status = 200, body = TermsJson), (status = 403, body = ProblemJson)))]
pub async fn get_terms(app: Data<App>, member: Member) -> Answer {
    let (viewer, keys) = (member.viewer(), app.keys().clone());
    let serving = app.read(move |db| serving(db, &viewer, &keys)).await?;
    let holder = |each: Holder| HolderJson {
        rank: each.rank.code(),
        ends_on: each.ends_on.map(Day::iso),
        name: each.name,
    };
    let past = |each: Past| PastTermJson {
        rank: each.rank.code(),
        began_on: each.began_on.iso(),
        ended_on: each.ended_on.iso(),
        name: each.name,
    };
    Ok(HttpResponse::Ok().json(TermsJson {
        rows: serving.holders.into_iter().map(holder).collect(),
        past: serving.past.into_iter().map(past).collect(),
        handover: serving.handover.map(|left| left.words).unwrap_or_default(),
    }))
}

/// Words for whoever comes next.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TermsHandoverJson {
    /// Markdown; empty: what was left is taken away.
    words: String,
}

/// Leaves words for whoever comes next.
#[utoipa::path(put, path = "/api/v1/service", tag = "looking after", request_body = TermsHandoverJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn hand_terms_over(app: Data<App>, member: Member, sent: Json<TermsHandoverJson>) -> Answer {
    let words = Words::parse(&sent.words).in_field("words")?;
    let (viewer, keys) = (member.viewer(), app.keys().clone());
    app.write(move |tx| hand_over(tx, &viewer, &keys, &words)).await?;
    Ok(HttpResponse::NoContent().finish())
}
