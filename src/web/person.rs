//! A person's page: their name, what they say of themself, and what they wrote that you may read.

use actix_web::web::{Data, Path};

use crate::app::App;
use crate::forum::authors::{self, Written};
use crate::http::{Answer, Doors, Who};
use crate::identity::accounts::{self, Profile};
use crate::identity::names;
use crate::kernel::{Error, FaceId, Html, markdown};
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Shell};

/// Threads on one page.
const LATEST: i64 = 20;

/// The doors of people.
pub fn doors(doors: &mut Doors) {
    doors.get("/people/{name}", Who::Visitor, show);
}

page! { "web/person.html",
    /// A person.
    pub struct Person { profile: Profile, about: Html, written: Vec<Written>, is_you: bool }
}

/// `GET /people/{name}`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>) -> Answer {
    let you = viewer.face();
    let (profile, written) = find(&app, viewer, &name).await?;
    let about = markdown::render(&profile.about);
    let is_you = you != FaceId(0) && profile.id == you;
    ui::answer(&Person { ui, profile, about, written, is_you })
}

/// A person and what of theirs this viewer may read. To visitors somebody exists only through what they wrote for
/// the open web; otherwise names could be tried one by one.
///
/// # Errors
/// [`Error::Absent`] alike for nobody, somebody who is gone, and somebody who is not for this viewer.
pub async fn find(app: &App, viewer: Viewer, name: &str) -> Result<(Profile, Vec<Written>), Error> {
    let key = names::key(name);
    app.read(move |db| {
        let profile = accounts::find_by_name(db, &key)?;
        let written = authors::latest(db, &viewer, profile.id, LATEST)?;
        if written.is_empty() && !viewer.is_signed_in() { Err(Error::Absent) } else { Ok((profile, written)) }
    })
    .await
}
