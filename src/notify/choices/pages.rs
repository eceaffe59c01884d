//! One page for all of it: what is told where, when not, and on which devices.

use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::{Choices, Place, Refusal, Sort};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::Zone;
use crate::notify::choices;
use crate::notify::mail;
use crate::notify::push::{self, Ringing};
use crate::page;
use crate::ui::{self, Door, Faults, Shell};

/// The doors of choices.
pub fn doors(doors: &mut Doors) {
    doors.get("/you/notices", Who::Member, show);
    doors.post("/you/notices", Who::Member, keep);
}

page! { "notify/choices/show.html",
    /// What is told where.
    pub struct Show {
        rows: Vec<Row>,
        quiet: (i64, i64),
        zone: String,
        devices: Vec<Ringing>,
        key: String,
        has_mail_page: bool,
        is_kept: bool,
        faults: Faults,
    }
}

/// One sort of news, and where it is told.
pub struct Row {
    sort: Sort,
    places: Vec<(Place, bool)>,
}

impl Show {
    /// Whether this device may be turned on, if its browser can.
    fn may_turn_on(&self) -> bool {
        !self.ui.is_shared_device()
            && !self.key.is_empty()
            && !self.devices.iter().any(|device| device.is_this)
    }

    /// Every hour of a day.
    fn hours() -> std::ops::Range<i64> {
        0..24
    }

    /// Every zone there is.
    fn zones() -> &'static [String] {
        Zone::names()
    }
}

/// Whether something was kept a moment ago.
#[derive(Debug, Default, Deserialize)]
pub struct Kept {
    kept: Option<String>,
}

/// `GET /you/notices`
pub async fn show(app: Data<App>, member: Member, ui: Shell, kept: Query<Kept>) -> Answer {
    let page = page(&app, &member, ui, None).await?;
    ui::answer(&Show { is_kept: kept.into_inner().kept.is_some(), ..page })
}

/// `POST /you/notices`
pub async fn keep(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let mut faults = Faults::default();
    match read(&fields) {
        Ok(chosen) => {
            let (viewer, keys) = (member.viewer(), app.keys().clone());
            app.write(move |tx| choices::keep(tx, &viewer, &keys, &chosen)).await?;
            return Ok(see_other("/you/notices?kept=1"));
        }
        Err(refusal) => faults.add(&ui, crate::kernel::Refusal::field(&refusal).unwrap_or(""), &refusal),
    }
    let page = page(&app, &member, ui, Some(faults)).await?;
    ui::refused(&page)
}

fn read(fields: &Fields) -> Result<Choices, Refusal> {
    let hour = |name: &str| fields.one(name).parse().map_err(|_| Refusal::Hours);
    let mut chosen =
        Choices::default().quiet_between(hour("quiet_from")?, hour("quiet_to")?, fields.one("zone"))?;
    for sort in Sort::ALL {
        chosen = chosen.with(*sort, fields.one(sort.code()))?;
    }
    Ok(chosen)
}

async fn page(
    app: &App,
    member: &Member,
    ui: Shell,
    faults: Option<Faults>,
) -> Result<Show, crate::kernel::Error> {
    let key = push::public_key(app).await.unwrap_or_default();
    let (signed, keys, now) = (member.clone(), app.keys().clone(), app.clock().now());
    let (chosen, devices, address) = app
        .read(move |db| {
            let chosen = choices::shown(db, &signed, &keys, now)?;
            let address = mail::own(db, &signed.viewer(), &keys, now.day())?;
            Ok((chosen, push::devices(db, &signed, now)?, address))
        })
        .await?;
    let has_mail_page = app.mail().relay.is_some() || address.is_some();
    // Nobody is offered a place where nothing of theirs arrives.
    let is_mailed = app.mail().relay.is_some() && address.is_some_and(|address| address.is_confirmed);
    let row = |sort: &Sort| {
        let place = chosen.place(*sort);
        let place = if is_mailed { place } else { place.without_mail() };
        let offered = sort.places().iter().filter(|each| is_mailed || !each.mails());
        Row { sort: *sort, places: offered.map(|each| (*each, place == *each)).collect() }
    };
    let rows = Sort::ALL.iter().map(row).collect();
    let (quiet, zone) = (chosen.quiet, chosen.zone.clone());
    let faults = faults.unwrap_or_default();
    Ok(Show { ui: ui.at(Door::You), rows, quiet, zone, devices, key, has_mail_page, is_kept: false, faults })
}
