//! `/host/partners/{domain}`: one community: what it promised, how it answers, what it may do.

use actix_web::web::{Data, Path};

use super::{beside, own};
use crate::app::App;
use crate::federation::cases;
use crate::federation::delivery::{DeadLetter, Health, Kind, Why};
use crate::federation::peers::{
    self, Admission, Between, Decision, Domain, Facing, Own, Peer, Promises, Refusal, Seen, Stance,
};
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::{Bounded, Error};
use crate::page;
use crate::policy::{self, Action, Viewer};
use crate::safety::reports::Reason;
use crate::ui::{self, Door, Faults, Shell};

/// The doors of one community.
pub fn doors(doors: &mut Doors) {
    doors.get("/host/partners/{domain}", Who::Host, show);
    doors.get("/host/partners/{domain}/sees", Who::Host, sees);
    doors.post("/host/partners/{domain}/accept", Who::Host, accept);
    doors.post("/host/partners/{domain}/refuse", Who::Host, refuse);
    doors.post("/host/partners/{domain}/end", Who::Host, end);
    doors.post("/host/partners/{domain}/stance", Who::Host, stance);
    doors.post("/host/partners/{domain}/groups", Who::Host, groups);
    doors.post("/host/partners/{domain}/key", Who::Host, key);
    doors.post("/host/partners/{domain}/retry", Who::Host, retry);
}

/// Where the page of a community is.
pub fn url(domain: &str) -> String {
    format!("/host/partners/{domain}")
}

page! { "federation/peers/show.html",
    /// One community.
    pub struct Show {
        peer: Peer, health: Health, dead: Vec<DeadLetter>, groups: Vec<(Facing, bool)>, promises: Option<Promises>,
        takes_media: bool, told: (i64, i64), between: Between, faults: Faults,
    }
}

page! { "federation/peers/sees.html",
    /// What it would see of this one.
    pub struct Sees { domain: String, seen: Seen }
}

impl Show {
    fn url(&self, verb: &str) -> String {
        format!("{}/{verb}", url(&self.peer.domain))
    }

    fn is_disguised(&self) -> bool {
        Domain::parse(&self.peer.domain, "").is_ok_and(|domain| domain.is_disguised())
    }

    /// A fingerprint as people compare it: the beginning, in fours.
    fn print(&self, print: &str) -> String {
        let letters: Vec<char> = print.chars().take(32).collect();
        letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
    }

    /// What keeping it away would do at this moment.
    fn block_now(&self) -> String {
        let (held, waiting) = (self.health.holds, self.health.waiting);
        self.ui.t2("peer-block-now", ("held", held), ("waiting", waiting))
    }

    /// What became of requests to let go of something.
    fn let_go(&self) -> String {
        let Between { asked, unheard, .. } = self.between;
        match asked + unheard {
            0 => self.ui.t("peer-deletes-all").into_owned(),
            _ => self.ui.t2("peer-deletes-n", ("asked", asked), ("unheard", unheard)),
        }
    }

    fn fault(&self) -> Option<&'static str> {
        self.health.fault.map(said)
    }

    fn why(&self, letter: &DeadLetter) -> &'static str {
        Why::parse(&letter.reason).map_or("peer-why-refused", said)
    }

    fn kind(&self, letter: &DeadLetter) -> &'static str {
        match letter.kind {
            Kind::Create => "peer-kind-create",
            Kind::Update => "peer-kind-update",
            Kind::Delete => "peer-kind-delete",
            Kind::Link => "peer-kind-link",
            Kind::Other => "peer-kind-other",
        }
    }
}

impl Sees {
    fn admission(&self) -> &'static str {
        match self.seen.admission {
            Admission::Closed => "peer-sees-nothing",
            Admission::Limited | Admission::Held | Admission::Open => "peer-sees-lead",
        }
    }
}

const fn said(why: Why) -> &'static str {
    match why {
        Why::Unreachable => "peer-why-unreachable",
        Why::Slow => "peer-why-slow",
        Why::Busy => "peer-why-busy",
        Why::TheirFault => "peer-why-their-fault",
        Why::NotVerified => "peer-why-not-verified",
        Why::Refused => "peer-why-refused",
        Why::Unsafe => "peer-why-unsafe",
        Why::TooLate => "peer-why-too-late",
    }
}

/// `GET /host/partners/{domain}`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, domain: Path<String>) -> Answer {
    ui::answer(&page(&app, viewer, ui, domain.into_inner(), Faults::default()).await?)
}

/// `GET /host/partners/{domain}/sees`
pub async fn sees(app: Data<App>, viewer: Viewer, ui: Shell, domain: Path<String>) -> Answer {
    let domain = domain.into_inner();
    let name = domain.clone();
    let seen = app.read(move |db| peers::sees(db, &viewer, &name)).await?;
    ui::answer(&Sees { ui: ui.at(Door::You), domain, seen })
}

/// `POST /host/partners/{domain}/accept`
pub async fn accept(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    domain: Path<String>,
    _fields: Fields,
) -> Answer {
    settle(&app, viewer, ui, domain.into_inner(), peers::accept).await
}

/// `POST /host/partners/{domain}/refuse`
pub async fn refuse(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    domain: Path<String>,
    _fields: Fields,
) -> Answer {
    settle(&app, viewer, ui, domain.into_inner(), peers::refuse).await
}

/// `POST /host/partners/{domain}/end`
pub async fn end(app: Data<App>, viewer: Viewer, ui: Shell, domain: Path<String>, _fields: Fields) -> Answer {
    settle(&app, viewer, ui, domain.into_inner(), peers::end).await
}

/// `POST /host/partners/{domain}/key`: the host has looked.
pub async fn key(app: Data<App>, viewer: Viewer, ui: Shell, domain: Path<String>, _fields: Fields) -> Answer {
    settle(&app, viewer, ui, domain.into_inner(), |tx, viewer, _, domain| peers::keep_key(tx, viewer, domain))
        .await
}

/// `POST /host/partners/{domain}/retry`: what was given up is tried again.
pub async fn retry(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    domain: Path<String>,
    _fields: Fields,
) -> Answer {
    settle(&app, viewer, ui, domain.into_inner(), |tx, viewer, _, domain| peers::retry(tx, viewer, domain))
        .await
}

/// `POST /host/partners/{domain}/stance`
pub async fn stance(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    domain: Path<String>,
    fields: Fields,
) -> Answer {
    policy::may_in_community(&viewer, Action::ManageLinks)?;
    let domain = domain.into_inner();
    let Some(stance) = Stance::parse(fields.one("stance")) else {
        let faults = beside(&ui, "stance", Refusal::Choice.into())?;
        return ui::refused(&page(&app, viewer, ui, domain, faults).await?);
    };
    let comment = match Bounded::parse(fields.one("comment")) {
        Ok(comment) => comment,
        Err(fault) => {
            let faults = beside(&ui, "comment", fault.into())?;
            return ui::refused(&page(&app, viewer, ui, domain, faults).await?);
        }
    };
    let decision = Decision { stance, has_media: !fields.sent("no_media"), comment };
    let why = Reason::parse(fields.one("why")).unwrap_or(Reason::Other);
    settle(&app, viewer, ui, domain, move |tx, viewer, own, domain| {
        peers::find(tx, domain)?;
        cases::note(tx, (viewer, own), (&own.parse(domain)?, &decision), (None, why.code()))
    })
    .await
}

/// `POST /host/partners/{domain}/groups`
pub async fn groups(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    domain: Path<String>,
    fields: Fields,
) -> Answer {
    policy::may_in_community(&viewer, Action::ManageLinks)?;
    let chosen: Vec<String> = fields.all("group").map(str::to_owned).collect();
    let has_all = fields.sent("all");
    settle(&app, viewer, ui, domain.into_inner(), move |tx, viewer, _, domain| {
        peers::set_groups(tx, viewer, domain, (!has_all).then_some(chosen.as_slice()))
    })
    .await
}

/// Does one thing, and shows the page again: with the reason if it could not be done.
async fn settle(
    app: &App,
    viewer: Viewer,
    ui: Shell,
    domain: String,
    verb: impl Fn(&mut crate::db::Tx<'_>, &Viewer, &Own, &str) -> Result<(), Error> + Send + 'static,
) -> Answer {
    policy::may_in_community(&viewer, Action::ManageLinks)?;
    let (asker, own, name) = (viewer.clone(), own(app), domain.clone());
    let done = app.write(move |tx| verb(tx, &asker, &own, &name)).await;
    app.forget_house();
    match done {
        Ok(()) => Ok(see_other(&url(&domain))),
        Err(error) => {
            let (status, faults) = Faults::mend_as(&ui, error)?;
            ui::with_status(status, &page(app, viewer, ui, domain, faults).await?)
        }
    }
}

async fn page(app: &App, viewer: Viewer, ui: Shell, domain: String, faults: Faults) -> Result<Show, Error> {
    let whole = app.read(move |db| peers::show(db, &viewer, &domain)).await?;
    let (peer, health) = (whole.shown.peer, whole.shown.health);
    let (promises, takes_media) = (peer.promised(), whole.takes_media);
    let (dead, groups, told) = (whole.dead, whole.groups, (whole.told_about, whole.told_by));
    let between = whole.between;
    Ok(Show {
        ui: ui.at(Door::You),
        peer,
        health,
        dead,
        groups,
        promises,
        takes_media,
        told,
        between,
        faults,
    })
}
