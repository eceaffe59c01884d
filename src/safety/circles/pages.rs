//! Taking something out of the circle, in the browser: what, and why.

use actix_web::HttpRequest;
use actix_web::web::Data;

use super::{Refusal, What};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::Error;
use crate::page;
use crate::safety::actions::Sentence;
use crate::safety::circles;
use crate::ui::{self, Door, Faults, Shell};

/// The doors of the circle for those who look after it.
pub fn doors(doors: &mut Doors) {
    doors.get("/circle/out", Who::Keeper, show);
    doors.post("/circle/out", Who::Keeper, take_out);
}

page! { "safety/circles/out.html",
    /// What is taken out, and why.
    pub struct Out { what: What, fields: Fields, faults: Faults }
}

/// `GET /circle/out?what=…&of=…`: for the circle of the day before, `&day=yesterday`.
pub async fn show(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let fields = Fields::asked(&request);
    ui::answer(&load(&app, &member, ui, (fields, Faults::default())).await?)
}

/// `POST /circle/out`
pub async fn take_out(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let mut faults = Faults::default();
    // Whoever may not is told that, whatever they sent.
    let page = load(&app, &member, ui.clone(), (fields.clone(), Faults::default())).await?;
    let Some(words) = faults.take(&ui, "reason", Sentence::parse(fields.one("reason"))) else {
        return ui::refused(&Out { faults, ..page });
    };
    let (viewer, what, of) = (member.viewer(), page.what, fields.one("of").to_owned());
    let is_yesterday = fields.has("day", "yesterday");
    app.write(move |tx| circles::take_out(tx, &viewer, (what, &of, is_yesterday), &words)).await?;
    Ok(see_other(if is_yesterday { "/circle?day=yesterday" } else { "/circle" }))
}

async fn load(
    app: &App,
    member: &Member,
    ui: Shell,
    (fields, faults): (Fields, Faults),
) -> Result<Out, Error> {
    let viewer = member.viewer();
    app.read(move |db| circles::may(db, &viewer).map(drop)).await?;
    let what = What::parse(fields.one("what")).ok_or(Refusal::Unchosen)?;
    Ok(Out { ui: ui.at(Door::Today), what, fields, faults })
}
