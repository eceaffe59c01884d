//! Several concerns decided at once, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::forum::content_notes::{ContentNote, Notes};
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Error;
use crate::safety::actions::pages::door;
use crate::safety::actions::{Decision, Each, Refusal, Sentence, Verb};
use crate::safety::reports::ConcernId;

/// The doors of several at once.
pub fn doors(doors: &mut Doors) {
    doors.post("/api/v1/look", Who::Keeper, decide_cases);
    doors.post("/api/v1/look/preview", Who::Keeper, preview_cases);
}

/// One light decision about several.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DecideCasesJson {
    /// Their ids: 1 to 50.
    cases: Vec<String>,
    /// `fine`, `note`, `fold` or `remove`.
    verb: String,
    /// A sentence for whom it meets; may be empty for `fine`, of which nobody is told.
    #[serde(default)]
    words: String,
    /// For a fold: content notes.
    #[serde(default)]
    notes: Vec<String>,
}

/// What becomes of one of them.
#[derive(Debug, Serialize, ToSchema)]
pub struct EachJson {
    /// The concern's id.
    id: String,
    /// `done`; `ready`, where nothing is done yet; or `left`.
    state: &'static str,
    /// Why it is left out, or null: `absent` (not yours to look at, which what is about yourself is, too), `keepers` (others
    /// decide it), `decided` (already), `taken` (somebody else looks at it), `two-people` (decided on its own, by two),
    /// `unfit` (this cannot be done to it) or `gone` (its words are).
    why: Option<&'static str>,
}

/// What becomes of each.
#[derive(Debug, Serialize, ToSchema)]
pub struct EachesJson {
    /// In the order they were named, each once.
    rows: Vec<EachJson>,
    /// Always null.
    next: Option<String>,
}

impl EachesJson {
    fn of(all: &[Each], state: &'static str) -> Self {
        let row = |each: &Each| EachJson {
            id: each.id.to_string(),
            state: if each.left.is_some() { "left" } else { state },
            why: each.left.map(crate::safety::actions::Left::code),
        };
        Self { rows: all.iter().map(row).collect(), next: None }
    }
}

/// Decides the same about several concerns. Each is decided as it would be by itself, or left out, with why; each decision
/// can be taken back by itself.
#[utoipa::path(post, path = "/api/v1/look", tag = "looking after", request_body = DecideCasesJson,
    responses((status = 200, body = EachesJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn decide_cases(app: Data<App>, member: Member, sent: Json<DecideCasesJson>) -> Answer {
    door::may_look(&app, &member).await?;
    let all = door::decide_many(&app, &member, asked(&sent)?).await?;
    Ok(HttpResponse::Ok().json(EachesJson::of(&all, "done")))
}

/// What deciding the same about several concerns would do to each. Nothing is done.
#[utoipa::path(post, path = "/api/v1/look/preview", tag = "looking after", request_body = DecideCasesJson,
    responses((status = 200, body = EachesJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn preview_cases(app: Data<App>, member: Member, sent: Json<DecideCasesJson>) -> Answer {
    door::may_look(&app, &member).await?;
    let all = door::weigh_many(&app, &member, asked(&sent)?).await?;
    Ok(HttpResponse::Ok().json(EachesJson::of(&all, "ready")))
}

fn asked(sent: &DecideCasesJson) -> Result<(Vec<ConcernId>, Decision), Error> {
    let verb = Verb::parse(&sent.verb).ok_or(Refusal::Unchosen)?;
    let is_bare = verb == Verb::Fine && sent.words.trim().is_empty();
    let words = if is_bare { verb.code() } else { &sent.words };
    let decision = Decision {
        verb,
        words: Sentence::parse(words).in_field("words")?,
        days: 0,
        notes: Notes {
            labels: sent.notes.iter().filter_map(|note| ContentNote::parse(note)).collect(),
            words: String::new(),
        },
        removes: false,
        label: None,
        closes: false,
        shares: false,
    };
    Ok((door::named(sent.cases.iter().map(String::as_str))?, decision))
}
