//! The same for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pages::{seen, settle, take_back};
use super::{Chosen, Preview, Was};
use crate::app::App;
use crate::federation::peers::Stance;
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Bounded;
use crate::safety::actions::Refusal;
use crate::safety::reports::Reason;

/// The doors from a case to a whole community, for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/look/{case}/community", Who::Host, get_case_community);
    doors.post("/api/v1/look/{case}/community", Who::Host, decide_case_community);
    doors.post("/api/v1/look/done/{act}/community", Who::Host, undo_community_act);
}

/// A community behind a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommunityJson {
    /// Its name on the network.
    domain: String,
    /// What it may do: `allow`, `limit`, `hold`, `block`.
    stance: &'static str,
    /// No pictures from there.
    no_media: bool,
    /// How many words of ours it holds, as far as we know.
    holds: i64,
    /// How many letters wait for it.
    waiting: i64,
    /// How many threads and replies from there stand where this host may read them: what `removes` would put out of sight.
    stands: usize,
    /// How many more stand and would go on standing, because somebody is worried about whoever wrote them.
    left: usize,
}

impl CommunityJson {
    fn of(seen: Preview) -> Self {
        let now = Was::of(seen.peer.as_ref());
        Self {
            domain: seen.domain,
            stance: now.stance.code(),
            no_media: !now.has_media,
            holds: seen.health.holds,
            waiting: seen.health.waiting,
            stands: seen.said.len(),
            left: seen.left,
        }
    }
}

/// What a host chooses for a whole community.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DecideCommunityJson {
    /// `allow`, `limit`, `hold`, `block`.
    stance: String,
    /// No pictures from there.
    #[serde(default)]
    no_media: bool,
    /// Why, as it is counted for everybody: a reason as for concerns.
    why: String,
    /// One line for those who look after things, and for lists that are passed on; may be empty.
    #[serde(default)]
    words: String,
    /// Whether all that came from there and stands goes out of sight.
    #[serde(default)]
    removes: bool,
}

/// The community that words in a case came from.
#[utoipa::path(get, path = "/api/v1/look/{case}/community", tag = "looking after", params(("case" = String, Path)),
    responses((status = 200, body = CommunityJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn get_case_community(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    Ok(HttpResponse::Ok().json(CommunityJson::of(seen(&app, &member, &id).await?)))
}

/// Says, from a case, what the whole community may do. The case stays to be decided.
#[utoipa::path(post, path = "/api/v1/look/{case}/community", tag = "looking after", params(("case" = String, Path)), request_body = DecideCommunityJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn decide_case_community(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    sent: Json<DecideCommunityJson>,
) -> Answer {
    let id = seen(&app, &member, &id).await?.concern.id;
    let chosen = Chosen {
        stance: Stance::parse(&sent.stance).ok_or(Refusal::Unchosen)?,
        has_media: !sent.no_media,
        why: Reason::parse(&sent.why).ok_or(Refusal::Unchosen)?,
        words: Bounded::parse(&sent.words).in_field("words")?,
        removes: sent.removes,
    };
    settle(&app, &member, id, chosen).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes back what was decided of a whole community.
#[utoipa::path(post, path = "/api/v1/look/done/{act}/community", tag = "looking after", params(("act" = String, Path)),
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn undo_community_act(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    take_back(&app, &member, &id).await?;
    Ok(HttpResponse::NoContent().finish())
}
