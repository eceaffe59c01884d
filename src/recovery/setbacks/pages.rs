//! Telling of a setback in the browser, whether one counts days or not.

use actix_web::web::Data;

use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::{BuddyId, Error, Zone, once};
use crate::page;
use crate::recovery::counters::{Counter, CounterId, Part, Sight, parse_act, parse_sort};
use crate::recovery::{Own, after, counters};
use crate::ui::{self, Door, Faults, Shell};

/// The doors of setbacks.
pub fn doors(doors: &mut Doors) {
    doors.get("/setback", Who::Member, show);
    doors.post("/setback", Who::Member, tell);
}

page! { "recovery/setbacks/form.html",
    /// What kind it was, and which counter is told, if any.
    pub struct Form { counters: Vec<(CounterId, String)>, is_shown: bool, today: String, fields: Fields, faults: Faults }
}

page! { "recovery/setbacks/told.html",
    /// What matters for the next hours, where no counter was told.
    pub struct Told { words: String, parts: &'static [Part], buddies: Vec<(BuddyId, String)> }
}

/// `GET /setback`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let all = load(&app, &member).await?;
    let today = today(&ui, &all);
    let usual = [("turn", "leave"), ("on", today.as_str())];
    let fields = usual.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter().collect();
    ui::answer(&form(ui, &all, fields, Faults::default()))
}

async fn load(app: &App, member: &Member) -> Result<Vec<Counter>, Error> {
    let own = Own::of(member);
    app.read(move |db| counters::list(db, &own)).await
}

/// The latest day it is for any of their counters.
fn today(ui: &Shell, all: &[Counter]) -> String {
    let days = all.iter().map(|counter| counter.book.today(ui.now));
    days.max().unwrap_or_else(|| Zone::utc().day(ui.now)).iso()
}

fn form(ui: Shell, all: &[Counter], fields: Fields, faults: Faults) -> Form {
    let named = |counter: &Counter| match counter.book.name.as_str() {
        "" => (counter.id, ui.t1("setback-counter-unnamed", "date", ui.date(&counter.book.began))),
        name => (counter.id, name.to_owned()),
    };
    Form {
        counters: all.iter().map(named).collect(),
        is_shown: all.iter().any(|counter| counter.book.sight == Sight::Profile),
        today: today(&ui, all),
        ui: ui.at(Door::Today),
        fields,
        faults,
    }
}

/// `POST /setback`: with a counter it is told there; without one nothing is kept, and no address says of which kind it was.
pub async fn tell(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let (own, asks) = (Own::of(&member), fields.sent("after"));
    let mut faults = Faults::default();
    match chosen(&fields)? {
        None => {
            if let Some(sort) = faults.take(&ui, "sort", parse_sort(&fields)) {
                if asks {
                    let form = once(fields.one("once"));
                    app.write(move |tx| after::ask(tx, &own, form.as_deref())).await?;
                }
                let (viewer, world) = (member.viewer(), app.get_ref().clone());
                let buddies = app.read(move |db| world.would_read(db, &viewer)).await?;
                let words = fields.one("words").trim().to_owned();
                return ui::answer(&Told { ui: ui.at(Door::Today), words, parts: Part::of(sort), buddies });
            }
        }
        Some(id) => {
            if let Some(act) = parse_act(&ui, &fields, &mut faults) {
                let told = app.write(move |tx| {
                    counters::act(tx, &own, id, &act)?;
                    if asks { after::ask(tx, &own, None) } else { Ok(()) }
                });
                match told.await {
                    Ok(()) => return Ok(see_other(&format!("/counters/{id}?told"))),
                    Err(error) => faults = Faults::mend(&ui, error)?,
                }
            }
        }
    }
    let all = load(&app, &member).await?;
    ui::refused(&form(ui, &all, fields, faults))
}

/// The counter that is told, if one is.
fn chosen(fields: &Fields) -> Result<Option<CounterId>, Error> {
    match fields.one("counter") {
        "" => Ok(None),
        sent => Ok(Some(CounterId(sent.parse().map_err(|_| Error::Absent)?))),
    }
}
