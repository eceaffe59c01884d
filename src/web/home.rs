//! The first page: today for those signed in, a light in the window for everybody else.

use actix_web::web::{Data, ReqData};

use crate::admin::settings;
use crate::app::App;
use crate::http::{Answer, see_other};
use crate::identity::sessions::Held;
use crate::kernel::{Html, markdown};
use crate::page;
use crate::ui::{self, Door, Shell};

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

page! { "web/inside.html",
    /// The first page inside.
    pub struct Inside {}
}

/// `GET /`
pub async fn show(app: Data<App>, ui: Shell, held: Option<ReqData<Held>>) -> Answer {
    if ui.is_signed_in() {
        return ui::answer(&Inside { ui: ui.at(Door::Today) });
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
