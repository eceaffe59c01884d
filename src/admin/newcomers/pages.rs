//! "When somebody comes", in the browser: one page for hosts.

use actix_web::web::Data;

use super::{Draft, model};
use crate::admin::newcomers;
use crate::app::App;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::Error;
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Door, Faults, Shell};

const PAGE: &str = "/host/newcomers";

/// The doors of what is set for newcomers.
pub fn doors(doors: &mut Doors) {
    doors.get(PAGE, Who::Host, show);
    doors.post(PAGE, Who::Host, update);
}

page! { "admin/newcomers/show.html",
    /// How the community meets those who come.
    pub struct Show { fields: Fields, faults: Faults }
}

impl Show {
    /// Weeks one can choose.
    const WEEKS: [i64; 3] = [0, 1, 2];
}

/// `GET /host/newcomers`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell) -> Answer {
    ui::answer(&load(&app, viewer, ui).await?)
}

async fn load(app: &App, viewer: Viewer, ui: Shell) -> Result<Show, Error> {
    let set = app.read(move |db| newcomers::get(db, &viewer)).await?;
    let watches = if set.watches_selling { "1" } else { "" };
    let fields = [
        ("weeks", set.weeks.to_string()),
        ("posts", set.posts.to_string()),
        ("minutes", set.minutes.to_string()),
        ("watches", watches.to_owned()),
    ];
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Ok(Show { ui: ui.at(Door::You), fields, faults: Faults::default() })
}

/// `POST /host/newcomers`
pub async fn update(app: Data<App>, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    // Whether somebody may set anything at all comes before what was typed.
    let page = load(&app, viewer.clone(), ui.clone()).await?;
    let mut faults = Faults::default();
    let number = |name: &str| fields.one(name).trim().parse().ok();
    let weeks = faults.take(&ui, "weeks", model::weeks(number("weeks")));
    let posts = faults.take(&ui, "posts", model::posts(number("posts")));
    let minutes = faults.take(&ui, "minutes", model::minutes(number("minutes")));
    let (Some(weeks), Some(posts), Some(minutes)) = (weeks, posts, minutes) else {
        return ui::refused(&Show { fields, faults, ..page });
    };
    let draft = Draft { weeks, posts, minutes, watches_selling: fields.has("watches", "1") };
    app.write(move |tx| newcomers::set(tx, &viewer, draft)).await?;
    Ok(see_other(PAGE))
}
