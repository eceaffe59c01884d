//! "What you take on", in the browser: one's own pace, a break, and what the host says for all.

use actix_web::web::Data;

use super::Room;
use crate::app::App;
use crate::forum::pace::{self, Cap, Limits, Refusal};
use crate::forum::turns::{Refusal as Unchosen, Rest};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::{Day, Error};
use crate::page;
use crate::policy::{self, Action};
use crate::safety::actions::door;
use crate::support::oncall;
use crate::ui::{self, Door, Faults, Shell};

/// Seconds for which nobody asks whoever is on a break without an end: until they are back.
const LONG_S: i64 = 400 * 86_400;
/// What is sent for a break that lasts until they say so.
const OPEN: &str = "open";

/// The doors of pace. Before those of cases, so that `/look/pace` is not one.
pub fn doors(doors: &mut Doors) {
    doors.get("/look/pace", Who::Keeper, show);
    doors.post("/look/pace", Who::Keeper, update);
    doors.post("/look/break", Who::Keeper, take_break);
    doors.post("/look/back", Who::Keeper, come_back);
    doors.post("/host/pace", Who::Host, limit);
}

page! { "safety/pace/show.html",
    /// What somebody takes on.
    pub struct Show { own: Chosen, ceiling: Limits, room: Room, fields: Fields, faults: Faults }
}

/// What somebody chose for themself.
#[derive(Debug, Clone, Copy)]
pub struct Chosen {
    /// How much.
    pub limits: Limits,
    /// Whether words are folded.
    pub folds: bool,
}

impl Show {
    /// What stands in a field: what was typed, or else what holds.
    fn typed(&self, field: &str, cap: &Cap) -> String {
        if self.fields.sent(field) {
            return self.fields.one(field).to_owned();
        }
        cap.most().map(|most| most.to_string()).unwrap_or_default()
    }

    /// The host's number beside one's own; none: there is none.
    fn at_most(&self, key: &str, cap: &Cap) -> Option<String> {
        cap.most().map(|most| self.ui.t1(key, "n", most))
    }
}

/// `GET /look/pace`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&load(&app, &member, ui).await?)
}

async fn load(app: &App, member: &Member, ui: Shell) -> Result<Show, Error> {
    door::may_look(app, member).await?;
    let (own, ceiling) = chosen(app, member).await?;
    let room = door::room(app, member).await?;
    let (fields, faults) = (Fields::default(), Faults::default());
    Ok(Show { ui: ui.at(Door::You), own, ceiling, room, fields, faults })
}

/// What somebody chose, and the host's limits.
pub(super) async fn chosen(app: &App, member: &Member) -> Result<(Chosen, Limits), Error> {
    let face = member.person.face;
    app.read(move |db| {
        let own = pace::of(db, face)?;
        Ok((Chosen { limits: own.limits(), folds: own.folds }, pace::ceiling(db)?))
    })
    .await
}

fn limits(ui: &Shell, fields: &Fields, faults: &mut Faults, names: [&'static str; 2]) -> Option<Limits> {
    let [a_day, at_once] = names.map(|name| faults.take(ui, name, Cap::parse(fields.one(name))));
    Some(Limits { a_day: a_day?, at_once: at_once? })
}

/// `POST /look/pace`
pub async fn update(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let page = load(&app, &member, ui.clone()).await?;
    let mut faults = Faults::default();
    let Some(limits) = limits(&ui, &fields, &mut faults, ["a_day", "at_once"]) else {
        return ui::refused(&Show { fields, faults, ..page });
    };
    let (viewer, folds) = (member.viewer(), fields.sent("folds"));
    app.write(move |tx| pace::choose(tx, &viewer, (limits, folds))).await?;
    Ok(see_other("/look/pace"))
}

/// `POST /host/pace`: the most that anybody takes on.
pub async fn limit(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    policy::may_in_community(&member.viewer(), Action::ManageCommunity)?;
    let page = load(&app, &member, ui.clone()).await?;
    let mut faults = Faults::default();
    let Some(limits) = limits(&ui, &fields, &mut faults, ["most_a_day", "most_at_once"]) else {
        return ui::refused(&Show { fields, faults, ..page });
    };
    let viewer = member.viewer();
    app.write(move |tx| pace::limit_all(tx, &viewer, limits)).await?;
    Ok(see_other("/look/pace"))
}

/// `POST /look/break`: everything is put down at once.
pub async fn take_break(app: Data<App>, member: Member, fields: Fields) -> Answer {
    begin(&app, &member, rest(fields.one("rest"))?).await?;
    Ok(see_other("/look"))
}

/// `POST /look/back`
pub async fn come_back(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    end(&app, &member).await?;
    Ok(see_other("/look"))
}

/// How long a break lasts; none: until they say so.
///
/// # Errors
/// `rest-unchosen`.
pub(super) fn rest(code: &str) -> Result<Option<Rest>, Unchosen> {
    match code {
        "" | OPEN => Ok(None),
        code => Rest::parse(code).map(Some).ok_or(Unchosen::RestUnchosen),
    }
}

/// A break begins: whatever they hold is free for others, they are off duty, and nobody asks them for company.
pub(super) async fn begin(app: &App, member: &Member, rest: Option<Rest>) -> Result<(), Error> {
    let viewer = member.viewer();
    app.write(move |tx| {
        let away = pace::begin_break(tx, &viewer, rest)?;
        let until = away.back_on.map_or_else(|| tx.now().plus_s(LONG_S), Day::start);
        oncall::away(tx, &viewer, until)
    })
    .await?;
    let (face, now) = (member.person.face, app.clock().now());
    app.leases().give_back(face, now);
    app.leases().duty().end(face);
    Ok(())
}

/// They are back.
pub(super) async fn end(app: &App, member: &Member) -> Result<(), Error> {
    let viewer = member.viewer();
    app.write(move |tx| {
        pace::end_break(tx, &viewer)?;
        oncall::back(tx, &viewer)
    })
    .await
}

/// The limits a program sends.
///
/// # Errors
/// `pace-number`.
pub(super) fn sent(a_day: Option<i64>, at_once: Option<i64>) -> Result<Limits, Refusal> {
    Ok(Limits { a_day: Cap::of(a_day)?, at_once: Cap::of(at_once)? })
}
