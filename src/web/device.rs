//! What somebody chooses for one device: what this place looks like there, where Leave leads, when it locks. Kept in a
//! cookie, so that it holds for pages of nobody too; only the lock is part of the session.

use std::borrow::Cow;

use actix_web::web::{Data, Query};

use super::leave;
use super::reading::{COOKIE_BYTES_MAX, TooManyWords};
use crate::admin::settings::LeaveUrl;
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::credentials;
use crate::identity::sessions::{self, LOCKS_MIN};
use crate::kernel::Error;
use crate::page;
use crate::ui::icons::Safe;
use crate::ui::{self, Door, Faults, Look, Shell, faces, urls};

/// The doors of this device.
pub fn doors(doors: &mut Doors) {
    doors.get("/you/device", Who::Visitor, show);
    doors.post("/you/device", Who::Visitor, keep);
}

page! { "web/device.html",
    /// Every choice for this device.
    pub struct Device {
        looks: Vec<Choice>,
        places: Vec<Choice>,
        is_own: bool,
        own: String,
        locks: Vec<Choice>,
        is_kept: bool,
        faults: Faults,
    }
}

/// One thing to choose from a list: what is sent, its words, its drawing, whether it is chosen.
pub struct Choice {
    code: Cow<'static, str>,
    label: String,
    mark: Safe<&'static str>,
    is_chosen: bool,
}

/// Whether the choices were kept a moment ago.
#[derive(serde::Deserialize)]
pub struct Kept {
    kept: Option<String>,
}

/// `GET /you/device`
pub async fn show(ui: Shell, kept: Query<Kept>) -> Answer {
    ui::answer(&Device { is_kept: kept.kept.is_some(), ..page(ui, None) })
}

/// `POST /you/device`
pub async fn keep(app: Data<App>, ui: Shell, fields: Fields) -> Answer {
    let mut faults = Faults::default();
    let mut chosen = ui.reading.clone();
    chosen.look = Look::parse(fields.one("look"));
    match fields.one("away") {
        "own" => {
            let own = faults.take(&ui, "own", leave::elsewhere(&app, fields.one("own")));
            chosen.away = own.map(|url| url.as_str().to_owned()).unwrap_or_default();
        }
        code => chosen.away = nth(&ui, code).unwrap_or_default(),
    }
    let lock_min = fields.one("lock").parse().ok().filter(|minutes| LOCKS_MIN.contains(minutes)).unwrap_or(0);
    let member = ui.signed.clone().map(Member);
    if let Some(member) = &member {
        chosen.lock_min = lock_min;
        if weakens(member.lock_min, lock_min) && !credentials::is_proven(&app, member) {
            return Ok(see_other(&urls::proof("/you/device")));
        }
    }
    let cookie = chosen.cookie(ui.is_shared_device());
    if cookie.value().len() > COOKIE_BYTES_MAX {
        faults.add(&ui, "own", &TooManyWords);
    }
    if !faults.is_empty() {
        return ui::refused(&Device { faults, ..page(ui, Some(&fields)) });
    }
    if let Some(member) = member.filter(|member| member.lock_min != lock_min) {
        sessions::hear(app.identity(), member.session, app.clock().now());
        let holder = member.holder.clone();
        app.write(move |tx| sessions::set_lock(tx, &holder, lock_min)).await?;
    }
    let mut answer = see_other("/you/device?kept=1");
    answer.add_cookie(&cookie).map_err(Error::other)?;
    Ok(answer)
}

/// Whoever finds a device open must not keep it open.
const fn weakens(before: i64, after: i64) -> bool {
    before > 0 && (after == 0 || after > before)
}

/// The address a form chose from the host's list. None: the host's first choice, whatever it is that day.
fn nth(ui: &Shell, code: &str) -> Option<String> {
    code.parse().ok().and_then(|at: usize| ui.house.leave_more.get(at)).cloned()
}

fn page(ui: Shell, typed: Option<&Fields>) -> Device {
    let was = |name: &str, code: &str, kept: bool| typed.map_or(kept, |fields| fields.one(name) == code);
    let (reading, house) = (&ui.reading, &ui.house);
    let look = |look: Option<Look>| {
        let code = look.map_or("", Look::code);
        let label = look.map_or(Cow::Borrowed(&*house.name), |look| look.name(ui.words, house)).into_owned();
        let mark = look.map_or_else(faces::logo, Look::mark);
        Choice { code: code.into(), label, mark, is_chosen: was("look", code, reading.look == look) }
    };
    let looks = [None].into_iter().chain(Look::ALL.iter().copied().map(Some)).map(look).collect();

    let place = |code: String, raw: &str, is_kept: bool| {
        let label = LeaveUrl::parse(raw).map(|url| url.site()).unwrap_or_default();
        let is_chosen = was("away", &code, is_kept);
        Choice { code: code.into(), label, mark: Safe(""), is_chosen }
    };
    let more = house.leave_more.iter().enumerate();
    let more = more.map(|(at, raw)| place(at.to_string(), raw, reading.away == *raw));
    let usual = place(String::new(), &house.leave_url, reading.away.is_empty());
    let places: Vec<Choice> = [usual].into_iter().chain(more).collect();
    let is_listed = reading.away.is_empty() || house.leave_more.contains(&reading.away);
    let is_own = was("away", "own", !is_listed);
    let kept_own = if is_listed { String::new() } else { reading.away.clone() };
    let own = typed.map_or(kept_own, |fields| fields.one("own").to_owned());

    let lock_min = ui.signed.as_ref().map_or(0, |signed| signed.lock_min);
    let waiting = [0].into_iter().chain(LOCKS_MIN).map(|minutes| {
        let label = if minutes == 0 {
            ui.t("device-lock-never").into_owned()
        } else {
            ui.t1("device-lock-after", "n", minutes)
        };
        let code = minutes.to_string();
        let is_chosen = was("lock", &code, lock_min == minutes);
        Choice { code: code.into(), label, mark: Safe(""), is_chosen }
    });
    let waits = waiting.collect();
    Device {
        ui: ui.at(Door::You),
        looks,
        places,
        is_own,
        own,
        locks: waits,
        is_kept: false,
        faults: Faults::default(),
    }
}

#[test]
fn only_a_longer_wait_is_weaker() {
    for (before, after, is_weaker) in
        [(0, 5, false), (5, 1, false), (5, 5, false), (5, 15, true), (5, 0, true)]
    {
        assert_eq!(weakens(before, after), is_weaker, "{before} {after}");
    }
}
