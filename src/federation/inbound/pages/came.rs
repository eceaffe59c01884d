//! `/host/partners/{domain}/came`: what became of all that one community sent.

use actix_web::web::{Data, Path};

use crate::app::App;
use crate::federation::inbound;
use crate::http::{Answer, Doors, Who};
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Door, Shell};

/// The door.
pub fn doors(doors: &mut Doors) {
    doors.get("/host/partners/{domain}/came", Who::Host, show);
}

page! { "federation/inbound/came.html",
    /// What became of what came.
    pub struct Page { domain: String, came: inbound::Came }
}

/// `GET /host/partners/{domain}/came`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, domain: Path<String>) -> Answer {
    let (domain, origin) = (domain.into_inner(), app.federation().own.origin.clone());
    let name = domain.clone();
    let came = app.read(move |db| inbound::came(db, &viewer, &origin, &name)).await?;
    ui::answer(&Page { ui: ui.at(Door::You), domain, came })
}
