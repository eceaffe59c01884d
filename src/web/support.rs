//! Help, for everybody, before and without coming in: who to call, what to do next, safer hours.

use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use actix_web::web::{Data, Query};

use super::{cloak, leave};
use crate::admin::helplines::{self, Helpline};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Fields};
use crate::kernel::Error;
use crate::page;
use crate::recovery::Own;
use crate::recovery::plans::{self, Part};
use crate::support::buddies::{self, Sealer, Seen};
use crate::support::oncall::AskForm;
use crate::ui::calls::Call;
use crate::ui::{self, Reading, Shell, reading};

page! { "web/support.html",
    /// The danger line, then the choices there are today, and the first lines of the member's own plan.
    pub struct Support { has_checked_in: bool, duty: usize, buddies: Vec<Seen>, ask: Option<AskForm>, calls: Vec<Call>, plan: Vec<(Part, String)> }
}

page! { "web/helplines.html",
    /// Numbers of one country, and the list of countries.
    pub struct Helplines {
        country: String,
        countries: Vec<Country>,
        numbers: Vec<Helpline>,
    }
}

page! { "web/safer.html",
    /// What makes the next hours safer.
    pub struct Safer {}
}

/// One country to choose.
pub struct Country {
    code: String,
    name: String,
    is_chosen: bool,
}

/// What the chooser sends.
#[derive(serde::Deserialize)]
pub struct Chosen {
    #[serde(default)]
    country: String,
}

/// `GET /support`; with `?checked-in`, after an urge that was strong, people they know come first. Visitors, and pages kept for when there is no network,
/// have what needs nobody else.
pub async fn show(app: Data<App>, ui: Shell, request: HttpRequest) -> Answer {
    let has_checked_in = ui.is_signed_in() && Fields::asked(&request).sent("checked-in");
    let (mut ask, mut calls, mut plan, mut known, mut duty) = (None, Vec::new(), Vec::new(), Vec::new(), 0);
    if let Some(signed) = ui.signed.clone().filter(|_| !cloak::is_down(&request)) {
        let member = Member(signed);
        ask = Some(AskForm::load(&app, &member, &ui).await?);
        calls = app.calls(&member).await?;
        let own = Own::of(&member);
        let (viewer, sealer, today) = (member.viewer(), Sealer::new(app.keys().clone()), ui.now.day());
        let world = app.clone();
        (plan, known, duty) = app
            .read(move |db| {
                let plan = plans::find(db, &own)?.plan.first_lines();
                let known = if has_checked_in {
                    buddies::reachable(db, &viewer, &sealer, today)?
                } else {
                    Vec::new()
                };
                Ok((plan, known, world.on_duty(db, viewer.face(), None)?))
            })
            .await?;
    }
    ui::answer(&Support { ui, has_checked_in, duty, buddies: known, ask, calls, plan })
}

/// `GET /support/helplines`: the country somebody chose, now or before on this device, else the community's. Never one guessed from an
/// address.
pub async fn helplines(app: Data<App>, mut ui: Shell, chosen: Query<Chosen>, request: HttpRequest) -> Answer {
    let asked = reading::country(&chosen.country);
    let before = Some(ui.reading.country.clone()).filter(|country| !country.is_empty());
    let code = asked.clone().or(before).unwrap_or_else(|| ui.house.country.clone());
    let wanted = code.clone();
    let (codes, numbers) =
        app.read(move |db| Ok((helplines::countries(db)?, helplines::by_country(db, &wanted)?))).await?;
    let is_new = asked.is_some() && codes.contains(&code);
    let kept = if is_new { keep(&mut ui, &request, &code) } else { None };
    let country = name(&ui, &code);
    let mut countries: Vec<Country> = codes
        .into_iter()
        .map(|each| Country { name: name(&ui, &each), is_chosen: each == code, code: each })
        .collect();
    countries.sort_by(|a, b| a.name.cmp(&b.name));
    let mut answer = ui::answer(&Helplines { ui, country, countries, numbers })?;
    if let Some(cookie) = kept {
        answer.add_cookie(&cookie).map_err(Error::other)?;
    }
    Ok(answer)
}

/// Remembers on this device whose numbers somebody chose, for the line for danger and for pages kept for when there is no network. Back to the
/// community's own country nothing of it is left; none: there is nothing to change.
fn keep(ui: &mut Shell, request: &HttpRequest, code: &str) -> Option<Cookie<'static>> {
    let country = if code == ui.house.country { "" } else { code };
    country.clone_into(&mut ui.reading.country);
    let before = request.cookie(reading::COOKIE);
    let before = before.map(|cookie| Reading::parse(cookie.value())).unwrap_or_default();
    let after = Reading { country: country.to_owned(), ..before.clone() };
    (after != before && leave::is_own_step(request)).then(|| after.cookie(ui.is_shared_device()))
}

/// `GET /support/safer`
pub async fn safer(ui: Shell) -> Answer {
    ui::answer(&Safer { ui })
}

/// A country in the reader's words; its code if there is no word for it.
fn name(ui: &Shell, code: &str) -> String {
    if code.is_empty() {
        return String::new();
    }
    let name = ui.t(&format!("country-{code}"));
    if name.starts_with(ui::words::MISSING) { code.to_owned() } else { name.into_owned() }
}
