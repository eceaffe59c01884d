//! `/host/partners/list`: communities to keep away, one at a time or by a list from elsewhere that is looked through first.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Data;

use super::{beside, own};
use crate::app::App;
use crate::federation::peers::{self, Decision, Entry, Peer, Plan, Severity, Stance};
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::{Bounded, Error};
use crate::page;
use crate::policy::{self, Action, Viewer};
use crate::ui::{self, Door, Faults, Shell};

/// The doors of the list.
pub fn doors(doors: &mut Doors) {
    doors.get("/host/partners/list", Who::Host, show);
    doors.post("/host/partners/list", Who::Host, read);
    doors.get("/host/partners/list.csv", Who::Host, export);
    doors.post("/host/partners/block", Who::Host, block);
}

page! { "federation/peers/list.html",
    /// What is decided, and what a list would change.
    pub struct List { decided: Vec<Peer>, plan: Option<Plan>, fields: Fields, faults: Faults }
}

impl List {
    fn severity(&self, entry: &Entry) -> &'static str {
        match entry.severity {
            Severity::Noop => "peer-allow",
            Severity::Silence => "peer-limit",
            Severity::Suspend => "peer-block",
        }
    }

    fn stance(&self, peer: &Peer) -> &'static str {
        match peer.stance {
            Stance::Allow => "peers-plan-media",
            Stance::Limit => "peer-limit",
            Stance::Hold => "peer-hold",
            Stance::Block => "peer-block",
        }
    }
}

/// `GET /host/partners/list`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell) -> Answer {
    ui::answer(&page(&app, viewer, ui, Fields::default(), Faults::default()).await?)
}

/// `POST /host/partners/list`: says what a list would do; the second press does it.
pub async fn read(app: Data<App>, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    policy::may_in_community(&viewer, Action::ManageLinks)?;
    let (text, asker, name) = (fields.one("list").to_owned(), viewer.clone(), own(&app));
    let plan = match app.read(move |db| peers::plan(db, &asker, &name, &text)).await {
        Ok(plan) => plan,
        Err(error) => {
            let faults = beside(&ui, "list", error)?;
            return ui::refused(&page(&app, viewer, ui, fields, faults).await?);
        }
    };
    if !fields.sent("apply") {
        let (ui, faults) = (ui.at(Door::You), Faults::default());
        return ui::answer(&List { ui, decided: Vec::new(), plan: Some(plan), fields, faults });
    }
    let own = own(&app);
    app.write(move |tx| peers::apply_list(tx, &viewer, &own, &plan)).await?;
    Ok(see_other("/host/partners/list"))
}

/// `GET /host/partners/list.csv`
pub async fn export(app: Data<App>, viewer: Viewer) -> Answer {
    let text = app.read(move |db| peers::written_list(db, &viewer)).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"communities.csv\""))
        .body(text))
}

/// `POST /host/partners/block`: keeps one community away, or goes to its page if it is a partner.
pub async fn block(app: Data<App>, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    policy::may_in_community(&viewer, Action::ManageLinks)?;
    let own = own(&app);
    let domain = match own.parse(fields.one("domain")) {
        Ok(domain) => domain,
        Err(refusal) => {
            let faults = beside(&ui, "domain", refusal.into())?;
            return ui::refused(&page(&app, viewer, ui, fields, faults).await?);
        }
    };
    let place = super::one::url(domain.as_str());
    app.write(move |tx| {
        if peers::partners(tx)?.iter().any(|peer| peer.domain == domain.as_str()) {
            return Ok(());
        }
        let decision = Decision { stance: Stance::Block, has_media: true, comment: Bounded::clipped("") };
        peers::decide(tx, &viewer, &own, &domain, &decision)
    })
    .await?;
    Ok(see_other(&place))
}

async fn page(app: &App, viewer: Viewer, ui: Shell, fields: Fields, faults: Faults) -> Result<List, Error> {
    let decided = app.read(move |db| peers::decided(db, &viewer)).await?;
    Ok(List { ui: ui.at(Door::You), decided, plan: None, fields, faults })
}
