//! The daily circle in the browser.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::{Circle, Greeting, Line, Place, Reader, Refusal, Said, Which};
use crate::app::App;
use crate::db::Tx;
use crate::forum::lookout;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::kernel::Error;
use crate::page;
use crate::policy::Viewer;
use crate::recovery::circle;
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of the circle.
pub fn doors(doors: &mut Doors) {
    doors.get("/circle", Who::Member, show);
    doors.post("/circle/greet", Who::Member, greet);
    doors.post("/circle/greet/back", Who::Member, take_back_greeting);
    doors.post("/circle/host", Who::Member, host);
    doors.post("/circle/step-down", Who::Member, step_down);
    doors.post("/circle/ask", Who::Member, ask);
    doors.post("/circle/ask/back", Who::Member, take_back);
    doors.post("/circle/answer", Who::Member, answer);
}

page! { "recovery/circle/show.html",
    /// A day's circle.
    pub struct Show { circle: Circle, more: Option<String>, fields: Fields, faults: Faults }
}

impl Show {
    /// What stands in the field of what the host says.
    fn said(&self) -> &str {
        if self.fields.sent("words") {
            return self.fields.one("words");
        }
        let own = self.circle.greeting.as_ref().filter(|said| said.is_own && self.circle.is_today);
        own.map_or("", |said| said.words.as_str())
    }

    /// Where somebody who looks after the community takes something of somebody's out of the circle; empty for others.
    fn out_of(&self, what: &str, of: &str) -> String {
        if !self.circle.keeps {
            return String::new();
        }
        format!("/circle/out?{}", self.named(what, of))
    }

    /// Where whoever reads it tells those who look after the community of what somebody said.
    fn tell_of(&self, what: &str, of: &str) -> String {
        format!("/circle/concern?{}", self.named(what, of))
    }

    fn named(&self, what: &str, of: &str) -> String {
        let day = if self.circle.is_today { "" } else { "&day=yesterday" };
        format!("what={what}&of={}{day}", urls::segment(of))
    }

    /// What stands beside the name of whoever said something at the top: whether they host.
    fn beside(&self, said: &Said) -> String {
        if said.hosts { self.ui.t("daily-host").into_owned() } else { String::new() }
    }

    /// How somebody's day is, in words.
    fn weather(&self, line: &Line) -> String {
        match line.weather {
            Some(weather) => self.ui.t(&format!("weather-{weather}")).into_owned(),
            None => self.ui.t("room-shut").into_owned(),
        }
    }

    /// Whether somebody hosts this week.
    const fn is_hosted(&self) -> bool {
        matches!(self.circle.host, Place::Hosted(_))
    }
}

/// `GET /circle`: today's, or `?day=yesterday`; those after a name, `?after=`.
pub async fn show(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let asked = Fields::asked(&request);
    ui::answer(&load(&app, &member, ui, &asked).await?)
}

async fn load(app: &App, member: &Member, ui: Shell, asked: &Fields) -> Result<Show, Error> {
    let reader = Reader { viewer: member.viewer(), ring: app.keys().clone(), muted: ui.muted.clone() };
    let (is_yesterday, after, now) = (asked.has("day", "yesterday"), asked.one("after").to_owned(), ui.now);
    let circle = app.read(move |db| circle::read(db, &reader, (now, is_yesterday), &after)).await?;
    let day = if is_yesterday { "day=yesterday&" } else { "" };
    let more = circle.more.as_ref().map(|name| format!("/circle?{day}after={}", urls::segment(name)));
    Ok(Show { ui: ui.at(Door::Today), circle, more, fields: Fields::default(), faults: Faults::default() })
}

/// Does it, and shows the circle; or says beside its field why not.
async fn done(
    app: &App,
    (member, ui): (&Member, Shell),
    fields: Fields,
    work: impl Fn(&mut Tx<'_>, &Viewer, &Fields) -> Result<(), Error> + Send + 'static,
) -> Answer {
    let (viewer, sent) = (member.viewer(), fields.clone());
    let Err(error) = app.write(move |tx| work(tx, &viewer, &sent)).await else {
        return Ok(see_other("/circle"));
    };
    let status: StatusCode = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    let page = load(app, member, ui, &Fields::default()).await?;
    ui::with_status(status, &Show { fields, faults, ..page })
}

/// `POST /circle/greet`: what sounds heavy is offered help first.
pub async fn greet(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    if fields.has(lookout::EDITS.0, lookout::EDITS.1) {
        let page = load(&app, &member, ui, &Fields::default()).await?;
        return ui::answer(&Show { fields, ..page });
    }
    if lookout::offers_for(&app, &fields, &["words"]).await? {
        return lookout::offer_for(&app, ui, ("/circle/greet", "words", true), &fields).await;
    }
    done(&app, (&member, ui), fields, |tx, viewer, fields| {
        circle::greet(tx, viewer, &Greeting::parse(fields.one("words"))?)
    })
    .await
}

/// `POST /circle/greet/back`: today's, or with `day=yesterday` that of the day before.
pub async fn take_back_greeting(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    done(&app, (&member, ui), fields, |tx, viewer, fields| {
        circle::take_back_greeting(tx, viewer, fields.has("day", "yesterday"))
    })
    .await
}

/// `POST /circle/host`
pub async fn host(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    done(&app, (&member, ui), fields, |tx, viewer, fields| {
        circle::host(tx, viewer, Which::parse(fields.one("week")).ok_or(Refusal::Unknown)?)
    })
    .await
}

/// `POST /circle/step-down`
pub async fn step_down(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    done(&app, (&member, ui), fields, |tx, viewer, _| circle::step_down(tx, viewer)).await
}

/// `POST /circle/ask`: somebody is asked to host the next week.
pub async fn ask(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    done(&app, (&member, ui), fields, |tx, viewer, fields| circle::hand_over(tx, viewer, fields.one("name")))
        .await
}

/// `POST /circle/ask/back`
pub async fn take_back(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    done(&app, (&member, ui), fields, |tx, viewer, _| circle::take_back_ask(tx, viewer)).await
}

/// `POST /circle/answer`: yes, or not this time.
pub async fn answer(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    done(&app, (&member, ui), fields, |tx, viewer, fields| match fields.one("answer") {
        "yes" => circle::answer(tx, viewer, true),
        "no" => circle::answer(tx, viewer, false),
        _ => Err(Refusal::Unknown.into()),
    })
    .await
}
