//! The first page: today for those signed in, a light in the window for everybody else.

use actix_web::web::{Data, ReqData};

use super::today;
use crate::admin::settings;
use crate::app::App;
use crate::http::{Answer, see_other};
use crate::identity::sessions::Held;
use crate::kernel::{Html, markdown};
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Shell};

page! { "web/welcome.html",
    /// What this is, for somebody who has not come in.
    pub struct Welcome {
        how_we_talk: Html,
    }
}

page! { "web/being_set_up.html",
    /// The house is not open yet.
    pub struct BeingSetUp {}
}

/// `GET /`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, held: Option<ReqData<Held>>) -> Answer {
    if viewer.is_signed_in() {
        return today::page(&app, viewer, ui).await;
    }
    if held.is_some() {
        return Ok(see_other("/status"));
    }
    if !ui.house.is_open {
        return ui::answer(&BeingSetUp { ui });
    }
    let words = app.read(settings::host_words).await?;
    ui::answer(&Welcome { ui: ui.on_open_web(), how_we_talk: markdown::render(&words.how_we_talk) })
}
