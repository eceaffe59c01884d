//! `/host/partners`: whom this community speaks with, and `/partners`, where everybody reads who they are.

mod list;
mod one;

use actix_web::web::Data;

use super::{Links, Own, Promises, Refusal, Shown, State};
use crate::app::App;
use crate::federation::peers;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::Error;
use crate::page;
use crate::policy::{self, Action, Viewer};
use crate::ui::{self, Door, Faults, Shell};

/// The doors of other communities. What has a name of its own stands before `{domain}`.
pub fn doors(doors: &mut Doors) {
    doors.get("/partners", Who::Visitor, partners);
    doors.get("/host/partners", Who::Host, index);
    doors.post("/host/partners", Who::Host, ask);
    doors.post("/host/partners/links", Who::Host, set_links);
    list::doors(doors);
    one::doors(doors);
}

page! { "federation/peers/partners.html",
    /// Partner communities, for everybody.
    pub struct Partners { rows: Vec<(String, String, bool)>, is_open: bool }
}

page! { "federation/peers/index.html",
    /// Every community the host has to do with.
    pub struct Index {
        links: Links, asking: Vec<Shown>, partners: Vec<Shown>, touch: Vec<Shown>, others: Vec<Shown>, decided: usize, ours: Promises,
        fields: Fields, faults: Faults,
    }
}

impl Index {
    fn url(&self, domain: &str) -> String {
        one::url(domain)
    }

    fn is_linking(&self) -> bool {
        self.links != Links::Closed
    }
}

/// `GET /partners`
pub async fn partners(app: Data<App>, ui: Shell) -> Answer {
    let (links, partners) = app.read(|db| Ok((peers::links(db)?, peers::partners(db)?))).await?;
    let is_linking = links != Links::Closed;
    let partners = partners.into_iter().filter(|peer| is_linking && !peer.is_paused()).map(|peer| {
        let promises = peer.promised().unwrap_or_default();
        (peer.domain, promises.name, promises.keeps_limits)
    });
    ui::answer(&Partners { ui: ui.on_open_web(), rows: partners.collect(), is_open: links == Links::Open })
}

/// `GET /host/partners`
pub async fn index(app: Data<App>, viewer: Viewer, ui: Shell) -> Answer {
    let page = overview(&app, viewer, ui, Fields::default(), Faults::default()).await?;
    ui::answer(&page)
}

/// `POST /host/partners`: asks a community to be a partner.
pub async fn ask(app: Data<App>, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    policy::may_in_community(&viewer, Action::ManageLinks)?;
    let own = own(&app);
    let asked = match own.parse(fields.one("domain")) {
        Ok(domain) => {
            let (asker, name) = (viewer.clone(), domain.clone());
            let outcome = app.write(move |tx| peers::ask(tx, &asker, &own, &name)).await;
            app.forget_house();
            outcome.map(|()| domain)
        }
        Err(refusal) => Err(refusal.into()),
    };
    match asked {
        Ok(domain) => Ok(see_other(&one::url(domain.as_str()))),
        Err(error) => {
            let faults = beside(&ui, "domain", error)?;
            ui::refused(&overview(&app, viewer, ui, fields, faults).await?)
        }
    }
}

/// `POST /host/partners/links`: which communities may speak with this one.
pub async fn set_links(app: Data<App>, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    policy::may_in_community(&viewer, Action::ManageLinks)?;
    let Some(links) = Links::parse(fields.one("links")) else {
        let faults = beside(&ui, "links", Refusal::Choice.into())?;
        return ui::refused(&overview(&app, viewer, ui, fields, faults).await?);
    };
    let own = own(&app);
    app.write(move |tx| peers::set_links(tx, &viewer, &own, links)).await?;
    Ok(see_other("/host/partners"))
}

/// This community's own name, from its settings.
pub(super) fn own(app: &App) -> Own {
    Own::at(&app.settings().server.origin())
}

/// A refusal, as the fault of a field; anything else goes on.
fn beside(ui: &Shell, field: &'static str, error: Error) -> Result<Faults, Error> {
    let Error::Refused(refusal) = error else { return Err(error) };
    let mut faults = Faults::default();
    faults.add(ui, field, refusal.as_ref());
    Ok(faults)
}

async fn overview(
    app: &App,
    viewer: Viewer,
    ui: Shell,
    fields: Fields,
    faults: Faults,
) -> Result<Index, Error> {
    app.read(move |db| {
        Ok(Index {
            asking: peers::shown(db, &viewer, &[State::Asking])?,
            partners: peers::shown(db, &viewer, &[State::Partner])?,
            touch: peers::in_touch(db, &viewer)?,
            others: peers::shown(db, &viewer, &[State::Asked, State::Refused, State::Ended])?,
            decided: peers::decided(db, &viewer)?.len(),
            links: peers::links(db)?,
            ours: Promises::ours(db)?,
            ui: ui.at(Door::You),
            fields,
            faults,
        })
    })
    .await
}
