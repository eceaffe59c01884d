//! Plain pages: what the host wrote, and what is so here whoever the host is.

use actix_web::web::Data;

use crate::admin::settings::{self, HostWords, Keeping};
use crate::app::App;
use crate::forum::lasting;
use crate::http::{Answer, Doors, Who};
use crate::identity::sessions::{SHARED_MIN, Staying, WEEKS_MAX};
use crate::identity::{accounts, aliases};
use crate::kernel::{Error, Html, markdown};
use crate::page;
use crate::ui::{self, Shell};

/// The doors of plain pages.
pub fn doors(doors: &mut Doors) {
    doors.get("/about", Who::Visitor, about);
    doors.get("/how-we-talk", Who::Visitor, how_we_talk);
    doors.get("/contact", Who::Visitor, contact);
    doors.get("/privacy", Who::Visitor, privacy);
    doors.get("/who-sees", Who::Visitor, who_sees);
    doors.get("/accessibility", Who::Visitor, accessibility);
}

page! { "web/about.html",
    /// What this community is.
    pub struct About {
        words: Html,
    }
}

page! { "web/how_we_talk.html",
    /// The rules.
    pub struct HowWeTalk {
        words: Html,
    }
}

page! { "web/contact.html",
    /// How to reach the host without an account.
    pub struct Contact {
        words: Html,
    }
}

page! { "web/privacy.html",
    /// What is kept, for how long, and who can see it.
    pub struct Privacy {
        devices: String,
        minutes_shared: i64,
        kept: Vec<String>,
    }
}

page! { "web/who_sees.html",
    /// The four reaches, and who sees what.
    pub struct WhoSees {
        ties: String,
    }
}

page! { "web/accessibility.html",
    /// What works for whom, and what does not yet.
    pub struct Accessibility {}
}

/// `GET /about`
pub async fn about(app: Data<App>, ui: Shell) -> Answer {
    let words = written(&app, |words| &words.about).await?;
    ui::answer(&About { ui: ui.on_open_web(), words })
}

/// `GET /how-we-talk`
pub async fn how_we_talk(app: Data<App>, ui: Shell) -> Answer {
    let words = written(&app, |words| &words.how_we_talk).await?;
    ui::answer(&HowWeTalk { ui: ui.on_open_web(), words })
}

/// `GET /contact`
pub async fn contact(app: Data<App>, ui: Shell) -> Answer {
    let words = written(&app, |words| &words.contact).await?;
    ui::answer(&Contact { ui: ui.on_open_web(), words })
}

/// `GET /privacy`: what the code does today, with the numbers it goes by.
pub async fn privacy(app: Data<App>, ui: Shell) -> Answer {
    let (unused, most) = (Staying::Own.days(), WEEKS_MAX * 7);
    let devices = ui.t2("privacy-devices-how", ("unused", unused), ("most", most));
    let keeping = app.read(settings::keeping).await?;
    let kept = keeping.map(|keeping| promises(&ui, keeping)).unwrap_or_default();
    ui::answer(&Privacy { ui: ui.on_open_web(), devices, minutes_shared: SHARED_MIN, kept })
}

/// How long each thing is kept, one sentence each, with the days that the jobs go by.
fn promises(ui: &Shell, keeping: Keeping) -> Vec<String> {
    let (thread, group) = aliases::TIE_DAYS;
    vec![
        ui.t("promise-groups").into_owned(),
        ui.t1("promise-remains", "days", lasting::REMAINS_DAYS),
        ui.t1("promise-wordings", "days", keeping.wordings),
        ui.t1("promise-notices", "days", keeping.notices),
        ui.t1("promise-drafts", "days", keeping.drafts),
        ui.t2("promise-away", ("days", keeping.away), ("more", accounts::AWAY_GRACE_DAYS)),
        ui.t2("promise-aliases", ("thread", thread), ("group", group)),
        ui.t1("promise-closing", "days", accounts::GRACE_DAYS),
    ]
}

/// `GET /who-sees`
pub async fn who_sees(ui: Shell) -> Answer {
    let (thread, group) = aliases::TIE_DAYS;
    let ties = ui.t2("who-sees-alias-tie", ("thread", thread), ("group", group));
    ui::answer(&WhoSees { ui: ui.on_open_web(), ties })
}

/// `GET /accessibility`
pub async fn accessibility(ui: Shell) -> Answer {
    ui::answer(&Accessibility { ui: ui.on_open_web() })
}

async fn written(app: &App, pick: fn(&HostWords) -> &String) -> Result<Html, Error> {
    let words = app.read(settings::host_words).await?;
    Ok(markdown::render(pick(&words)))
}
