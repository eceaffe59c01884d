//! Taking something out of the circle, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Refusal, What};
use crate::app::App;
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::safety::actions::Sentence;
use crate::safety::circles;

/// The door of the circle for those who look after it.
pub fn doors(doors: &mut Doors) {
    doors.post("/api/v1/circle/out", Who::Keeper, take_out_of_circle);
}

/// What is taken out of the circle.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CircleOutJson {
    /// `line`; `greeting`: what they said at the top; `week`: them out of the weeks they host.
    what: String,
    /// Whose: their name.
    of: String,
    /// Whether it is about the circle of the day before.
    #[serde(default)]
    is_yesterday: bool,
    /// Why, in one line of 3 to 280 letters: they read it.
    reason: String,
}

/// Takes a line or a greeting out of the circle, or somebody out of the weeks they host; for those who look after the
/// community. They read why and can answer; what is gone stays gone. Twice is the same as once.
#[utoipa::path(post, path = "/api/v1/circle/out", tag = "looking", request_body = CircleOutJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn take_out_of_circle(app: Data<App>, member: Member, sent: Json<CircleOutJson>) -> Answer {
    let (asks, viewer) = (member.viewer(), member.viewer());
    // Whoever may not is told that, whatever they sent.
    app.read(move |db| circles::may(db, &asks).map(drop)).await?;
    let CircleOutJson { what, of, is_yesterday, reason } = sent.into_inner();
    let what = What::parse(&what).ok_or(Refusal::Unchosen)?;
    let words = Sentence::parse(&reason).in_field("reason")?;
    app.write(move |tx| circles::take_out(tx, &viewer, (what, &of, is_yesterday), &words)).await?;
    Ok(HttpResponse::NoContent().finish())
}
