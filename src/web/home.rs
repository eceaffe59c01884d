//! The first page: today for those signed in, a light in the window for everybody else.

use actix_web::web::{Data, ReqData};

use super::today;
use crate::admin::settings;
use crate::app::App;
use crate::forum::feeds;
use crate::forum::folds::Folds;
use crate::forum::threads::Card;
use crate::http::{Answer, see_other};
use crate::identity::sessions::Held;
use crate::kernel::{Html, PageSize, markdown};
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Shell};

/// Posts shown to somebody who has not come in.
const OPEN_WEB_POSTS: i64 = 3;

page! { "web/welcome.html",
    /// What this is, for somebody who has not come in.
    pub struct Welcome {
        cards: Vec<Card>,
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
    let (words, newest) = app
        .read(|db| {
            let newest = feeds::newest_on_open_web(db, None, PageSize::of(OPEN_WEB_POSTS))?;
            Ok((settings::host_words(db)?, newest))
        })
        .await?;
    let ui = ui.on_open_web();
    // Posts of many groups: without one group's rules, every content note folds.
    let cards = newest.rows.into_iter().map(|row| Card::of(&ui, row, (&[], &Folds::default()))).collect();
    ui::answer(&Welcome { ui, cards, how_we_talk: markdown::render(&words.how_we_talk) })
}
