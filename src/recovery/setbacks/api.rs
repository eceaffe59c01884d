//! Setbacks for programs: a counter is told, or none is.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Error;
use crate::recovery::counters::{CounterId, Part, act_of, sort_of};
use crate::recovery::{Own, after, counters};

/// The doors of setbacks for programs.
pub fn doors(doors: &mut Doors) {
    doors.post("/api/v1/setbacks", Who::Member, tell_any_setback);
}

/// A counter that is told of a setback.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ToldCounterJson {
    /// Which.
    id: String,
    /// What it does: `leave`, `run`, `day-one`, `hide`. After the last two a counter that others saw is seen by you alone.
    turn: String,
    /// The day it happened.
    on: String,
    /// The first day of the new stretch; null: that day.
    from: Option<String>,
    /// In your own words; may be empty.
    words: String,
}

/// A setback to tell of, with a counter or without one.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AnySetbackJson {
    /// What kind it was: `once`, `days`, `opioids`, `behaviour`, `close`, `prescribed`; null: not said.
    #[serde(default)]
    sort: Option<String>,
    /// The counter that is told; null: none is, and nothing is kept.
    #[serde(default)]
    counter: Option<ToldCounterJson>,
    /// Whether you are asked how you are after three hours, a day, three days and a week, on Today alone.
    #[serde(default)]
    asks_after: bool,
}

/// What matters for the next hours.
#[derive(Debug, Serialize, ToSchema)]
pub struct NextHoursJson {
    /// What matters most first: `tolerance`, `naloxone`, `stop`, `mix`, `urge`, `apart`, `doctor`
    card: Vec<&'static str>,
}

/// Tells of a setback, with a counter or without one. Nobody else is told. No day you lived is taken away.
#[utoipa::path(post, path = "/api/v1/setbacks", tag = "counters", request_body = AnySetbackJson,
    responses((status = 200, body = NextHoursJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn tell_any_setback(app: Data<App>, member: Member, sent: Json<AnySetbackJson>) -> Answer {
    let (own, sent) = (Own::of(&member), sent.into_inner());
    let sort = sort_of(sent.sort.as_deref())?;
    let told = match sent.counter {
        None => None,
        Some(told) => {
            let id = CounterId(told.id.parse().map_err(|_| Error::Absent)?);
            let days = (told.on.as_str(), told.from.as_deref());
            Some((id, act_of((&told.turn, sort), days, &told.words)?))
        }
    };
    let asks = sent.asks_after;
    app.write(move |tx| {
        if let Some((id, act)) = &told {
            counters::act(tx, &own, *id, act)?;
        }
        if asks { after::ask(tx, &own, None) } else { Ok(()) }
    })
    .await?;
    let card = Part::of(sort).iter().map(|part| part.code()).collect();
    Ok(HttpResponse::Ok().json(NextHoursJson { card }))
}
