//! A person's page: their name, what they say of themself, and what they wrote that you may read.

use actix_web::web::{Data, Path};

use crate::app::App;
use crate::forum::authors::{self, Written};
use crate::forum::folds::{self, Folds};
use crate::forum::quiet;
use crate::forum::voices;
use crate::http::{Answer, Doors, Who};
use crate::identity::accounts::Profile;
use crate::kernel::{FaceId, Html, markdown};
use crate::page;
use crate::policy::Viewer;
use crate::recovery::counters::{self, Figures};
use crate::support::buddies;
use crate::ui::{self, Shell};

/// The doors of people.
pub fn doors(doors: &mut Doors) {
    doors.get("/people/{name}", Who::Visitor, show);
}

page! { "web/person.html",
    /// A person.
    pub struct Person { profile: Profile, about: Html, written: Vec<Written>, folds: Folds, counters: Vec<Figures>, is_you: bool, is_blocked: bool, may_be_buddy: bool }
}

/// `GET /people/{name}`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>) -> Answer {
    let you = viewer.face();
    let name = name.into_inner();
    let (hand, now) = (ui.signed.as_deref().map(|signed| voices::hand(&app, signed)), ui.now);
    let (profile, (written, folds), shown, (is_blocked, may_be_buddy)) = app
        .read(move |db| {
            let (profile, written) = authors::find(db, &viewer, &name)?;
            let folds = folds::of(db, hand.as_ref(), written.iter().map(|thread| thread.id))?;
            // For who is signed in here: days are nothing for the open web, nor for other communities.
            let is_blocked = viewer.is_signed_in() && quiet::ties(db, you, profile.id)?.blocks;
            let may_see = viewer.is_signed_in() && !is_blocked;
            let shown = if may_see { counters::shown(db, profile.id)? } else { Vec::new() };
            let may_be_buddy =
                may_see && buddies::whom(db, &viewer, &name, now).is_ok_and(|whom| whom.why.is_none());
            Ok((profile, (written, folds), shown, (is_blocked, may_be_buddy)))
        })
        .await?;
    let counters = shown.iter().map(|(id, shown)| counters::shown_figures(&ui, *id, shown)).collect();
    let about = markdown::render(&profile.about);
    let is_you = you != FaceId(0) && profile.id == you;
    ui::answer(&Person { ui, profile, about, written, folds, counters, is_you, is_blocked, may_be_buddy })
}
