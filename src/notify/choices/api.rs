//! What is told where, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Choices, Refusal, Sort};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Error;
use crate::notify::choices;

/// The doors of choices.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/notices", Who::Member, get_choices);
    doors.put("/api/v1/notices", Who::Member, keep_choices);
}

/// Where one sort of news is told.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ChoiceJson {
    /// `replies`, `kindness`, `answered` (somebody came, as you asked), `lamp` (somebody asks for company), `agreed`
    /// (a buddy asks if you can check in, and what you two agreed on), `place`, or `service`.
    sort: String,
    /// `none` (for `replies` and `kindness` alone), `here`, `push` (on devices too), `mail` (by e-mail too), or `both`.
    place: String,
}

/// What is told where, and when not. Nothing is ever pushed or mailed for an alias.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ChoicesJson {
    /// Every sort of news; one that is left out is told here.
    told: Vec<ChoiceJson>,
    /// The hour of your clock from which nothing rings but that somebody came, as you asked, and, while your lamp is lit, that somebody
    /// asks for company: 0 to 23.
    quiet_from: i64,
    /// The hour until which. The same hour twice: there are no quiet hours.
    quiet_to: i64,
    /// Where your clock stands: `Europe/Berlin`.
    zone: String,
}

impl From<Choices> for ChoicesJson {
    fn from(chosen: Choices) -> Self {
        let told = Sort::ALL.iter().map(|sort| ChoiceJson {
            sort: sort.code().to_owned(),
            place: chosen.place(*sort).code().to_owned(),
        });
        let (quiet_from, quiet_to) = chosen.quiet;
        Self { told: told.collect(), quiet_from, quiet_to, zone: chosen.zone }
    }
}

impl ChoicesJson {
    fn read(self) -> Result<Choices, Refusal> {
        let chosen = Choices::default().quiet_between(self.quiet_from, self.quiet_to, &self.zone)?;
        self.told.iter().try_fold(chosen, |chosen, told| {
            chosen.with(Sort::parse(&told.sort).ok_or(Refusal::Place)?, &told.place)
        })
    }
}

/// What is told where.
#[utoipa::path(get, path = "/api/v1/notices", tag = "news",
    responses((status = 200, body = ChoicesJson), (status = 401, body = ProblemJson)))]
pub async fn get_choices(app: Data<App>, member: Member) -> Answer {
    let (signed, keys, now) = (member.clone(), app.keys().clone(), app.clock().now());
    let chosen = app.read(move |db| choices::shown(db, &signed, &keys, now)).await?;
    Ok(HttpResponse::Ok().json(ChoicesJson::from(chosen)))
}

/// Chooses what is told where, all at once.
#[utoipa::path(put, path = "/api/v1/notices", tag = "news", request_body = ChoicesJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn keep_choices(app: Data<App>, member: Member, sent: Json<ChoicesJson>) -> Answer {
    let (viewer, keys) = (member.viewer(), app.keys().clone());
    let chosen = sent.into_inner().read().map_err(Error::from)?;
    app.write(move |tx| choices::keep(tx, &viewer, &keys, &chosen)).await?;
    Ok(HttpResponse::NoContent().finish())
}
