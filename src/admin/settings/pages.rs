//! `/host/community`, `/host/doors`, `/host/words`, `/host/data`: what the community says of itself, and how long it keeps things.

use std::borrow::Cow;

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::{Community, forms};
use crate::admin::settings;
use crate::app::App;
use crate::db::Tx;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::{Error, Html, markdown};
use crate::page;
use crate::policy::{self, Action, Viewer};
use crate::ui::{self, Door, Faults, Shell};

/// The doors of settings.
pub fn doors(doors: &mut Doors) {
    doors.get("/host/community", Who::Host, community);
    doors.post("/host/community", Who::Host, save_community);
    doors.get("/host/doors", Who::Host, entrance);
    doors.post("/host/doors", Who::Host, save_entrance);
    doors.get("/host/words", Who::Host, words);
    doors.post("/host/words", Who::Host, save_words);
    doors.get("/host/data", Who::Host, data);
    doors.post("/host/data", Who::Host, save_data);
}

page! { "admin/settings/edit.html",
    /// One form of the settings.
    pub struct Edit { part: Part, fields: Fields, faults: Faults, previews: Vec<(&'static str, Html)> }
}

/// Which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Name, sentence, language, country, discretion.
    Community,
    /// Who may come in.
    Doors,
    /// The host's own pages.
    Words,
    /// How long things are kept.
    Data,
}

impl Part {
    /// Where it is.
    #[must_use]
    pub const fn url(self) -> &'static str {
        match self {
            Self::Community => "/host/community",
            Self::Doors => "/host/doors",
            Self::Words => "/host/words",
            Self::Data => "/host/data",
        }
    }
}

impl Edit {
    fn of(ui: Shell, part: Part, fields: Fields) -> Self {
        let (faults, previews) = (Faults::default(), Vec::new());
        Self { ui: ui.at(Door::You), part, fields, faults, previews }
    }
}

impl Edit {
    /// What is kept for some days: the field, what it is called, and what may stand in it.
    fn periods(&self) -> Vec<(&'static str, Cow<'static, str>, String)> {
        let period = |(field, key, least, most): (&'static str, &str, i64, i64)| {
            (field, self.ui.t(key), self.ui.t2("keep-between", ("least", least), ("most", most)))
        };
        settings::KEEPING.map(period).to_vec()
    }
}

/// `GET /host/community`
pub async fn community(app: Data<App>, viewer: Viewer, ui: Shell) -> Answer {
    show(&app, viewer, ui, Part::Community).await
}

/// `GET /host/doors`
pub async fn entrance(app: Data<App>, viewer: Viewer, ui: Shell) -> Answer {
    show(&app, viewer, ui, Part::Doors).await
}

/// `GET /host/words`
pub async fn words(app: Data<App>, viewer: Viewer, ui: Shell) -> Answer {
    show(&app, viewer, ui, Part::Words).await
}

/// `POST /host/community`
pub async fn save_community(app: Data<App>, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let (about, discretion) = match (forms::about(&fields), forms::discretion(&fields)) {
        (Ok(about), Ok(discretion)) => (about, discretion),
        (about, discretion) => {
            let wrong = about.err().into_iter().chain(discretion.err());
            return again(ui, Part::Community, fields, wrong);
        }
    };
    save(&app, Part::Community, move |tx| {
        settings::describe(tx, &viewer, &about)?;
        settings::be_discreet(tx, &viewer, &discretion)
    })
    .await
}

/// `POST /host/doors`
pub async fn save_entrance(app: Data<App>, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let (entrance, accepts) = match (forms::entrance(&fields), forms::keepers(&fields)) {
        (Ok(entrance), Ok(accepts)) => (entrance, accepts),
        (entrance, accepts) => {
            let wrong = entrance.err().into_iter().chain(accepts.err());
            return again(ui, Part::Doors, fields, wrong);
        }
    };
    save(&app, Part::Doors, move |tx| {
        settings::set_entrance(tx, &viewer, entrance)?;
        settings::set_quiet_hours(tx, &viewer, accepts)
    })
    .await
}

/// `POST /host/words`: keeps the pages, or shows how they would look.
pub async fn save_words(app: Data<App>, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let pages = match forms::pages(&fields) {
        Ok(pages) => pages,
        Err(wrong) => return again(ui, Part::Words, fields, Some(wrong)),
    };
    if fields.sent("look") {
        let texts =
            [("about", &pages.about), ("how_we_talk", &pages.how_we_talk), ("contact", &pages.contact)];
        let previews =
            texts.into_iter().map(|(name, text)| (name, markdown::render(text.as_str()))).collect();
        return ui::answer(&Edit { previews, ..Edit::of(ui, Part::Words, fields) });
    }
    save(&app, Part::Words, move |tx| settings::write_pages(tx, &viewer, &pages)).await
}

/// `GET /host/data`
pub async fn data(app: Data<App>, viewer: Viewer, ui: Shell) -> Answer {
    show(&app, viewer, ui, Part::Data).await
}

/// `POST /host/data`
pub async fn save_data(app: Data<App>, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    match forms::keeping(&fields) {
        Ok(keeping) => save(&app, Part::Data, move |tx| settings::keep_for(tx, &viewer, keeping)).await,
        Err(wrong) => again(ui, Part::Data, fields, Some(wrong)),
    }
}

async fn show(app: &App, viewer: Viewer, ui: Shell, part: Part) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let community: Option<Community> = app.read(settings::community).await?;
    let fields = forms::filled(&community.ok_or(Error::Absent)?);
    ui::answer(&Edit::of(ui, part, fields))
}

async fn save(
    app: &App,
    part: Part,
    work: impl Fn(&mut Tx<'_>) -> Result<(), Error> + Send + 'static,
) -> Result<HttpResponse, Error> {
    app.write(work).await?;
    app.forget_house();
    Ok(see_other(part.url()))
}

fn again(ui: Shell, part: Part, fields: Fields, wrong: impl IntoIterator<Item = forms::Wrong>) -> Answer {
    let wrong = wrong.into_iter().fold(forms::Wrong::default(), forms::Wrong::and);
    let faults = wrong.faults(&ui);
    ui::refused(&Edit { faults, ..Edit::of(ui, part, fields) })
}
