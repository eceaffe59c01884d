//! Check-ins in the browser: the card on a page of its own, one's own days, and how those of a group are.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::filters::Safe;

use super::views::sum;
use super::{About, Card, Draft, Entry, Halt, Line, LookBack, Refusal, Shared, Weather, Went, rules, trend};
use crate::app::App;
use crate::forum::groups::Group;
use crate::forum::lookout;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::kernel::{BuddyId, Day, Error, Moment, Zone};
use crate::page;
use crate::recovery::{Own, checkins, counters};
use crate::ui::{self, Door, Faults, Shell, curve};

/// Days of one's own that are listed.
const LISTED: usize = 92;
/// The field that says that the daily circle reads of it.
const IN_CIRCLE: &str = "circle";

/// The doors of check-ins.
pub fn doors(doors: &mut Doors) {
    doors.get("/checkin", Who::Member, show);
    doors.post("/checkin", Who::Member, check_in);
    doors.get("/checkin/history", Who::Member, history);
    doors.post("/checkin/delete", Who::Member, take_back);
    doors.get("/g/{name}/checkins", Who::Member, of_group);
}

page! { "recovery/checkins/form.html",
    /// The card, with a page to itself.
    pub struct Form { card: Card, is_page: bool }
}

page! { "recovery/checkins/history.html",
    /// One's own days.
    pub struct History { trend: Safe<String>, urges: Option<Urges>, days: Vec<Row>, has_trend: bool }
}

/// Urges of the last four weeks: the curve, what it is called, and each of them in words.
pub struct Urges {
    curve: Safe<String>,
    named: String,
    said: Vec<(String, i64)>,
}

impl Urges {
    /// None: nothing was marked.
    fn of(ui: &Shell, entries: &[Entry], today: Day) -> Option<Self> {
        let marked = |entry: &Entry| Some((entry.day, entry.urge?));
        let is_drawn = |(day, _): &(Day, i64)| (0..curve::DAYS).contains(&(today.0 - day.0));
        let marks: Vec<(Day, i64)> = entries.iter().filter_map(marked).filter(is_drawn).collect();
        let (least, most) = marks.iter().map(|(_, urge)| *urge).fold(None, |span, urge| {
            let (least, most) = span.unwrap_or((urge, urge));
            Some((urge.min(least), urge.max(most)))
        })?;
        let places: Vec<(i64, i64)> = marks.iter().map(|(day, urge)| (today.0 - day.0, *urge)).collect();
        Some(Self {
            curve: curve::days(&places),
            named: ui.t2("checkin-urges", ("least", least), ("most", most)),
            said: marks.iter().map(|(day, urge)| (ui.date(day), *urge)).collect(),
        })
    }
}

page! { "recovery/checkins/group.html",
    /// How those of a group are.
    pub struct OfGroup { group: Group, rows: Vec<Shared> }
}

/// One day of the list.
pub struct Row {
    entry: Entry,
    date: String,
    sum: String,
    /// Where it can still be written.
    written_at: Option<&'static str>,
}

/// `GET /checkin`: today, or `?day=yesterday`.
pub async fn show(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let asked = Fields::asked(&request);
    let mut card = card(&app, &member, &ui, &asked).await?;
    if asked.has("to", "circle") {
        card.fields = card.fields.with(IN_CIRCLE, "1");
    }
    ui::answer(&Form { ui: ui.at(Door::Today), card, is_page: true })
}

async fn card(app: &App, member: &Member, ui: &Shell, fields: &Fields) -> Result<Card, Error> {
    let (own, now) = (Own::of(member), ui.now);
    let mut loaded = app.read(move |db| checkins::load(db, &own, now)).await?;
    if let Some(zone) = Zone::parse(fields.one("zone")) {
        loaded.zone = zone;
    }
    Ok(Card::of(loaded, now, about(fields, now)))
}

/// Which day a page is about: it was opened on one, and is sent whenever it is.
fn about(fields: &Fields, now: Moment) -> About {
    let opened = fields.one("opened").parse().map_or(now, |seconds| Moment(0).plus_s(seconds));
    if fields.has("day", "yesterday") { About::Before(opened) } else { About::Then(opened) }
}

/// `POST /checkin`
pub async fn check_in(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let (own, viewer, ring) = (Own::of(&member), member.viewer(), app.keys().clone());
    let (mut status, mut faults) = (StatusCode::UNPROCESSABLE_ENTITY, Faults::default());
    if fields.has(lookout::EDITS.0, lookout::EDITS.1) {
        status = StatusCode::OK;
    } else if let Some(draft) = parse(&ui, &fields, &mut faults) {
        if draft.in_circle && lookout::offers_for(&app, &fields, &["line"]).await? {
            return lookout::offer_for(&app, ui, ("/checkin", "line", true), &fields).await;
        }
        match app.write(move |tx| checkins::check_in(tx, &viewer, (&own, &ring), &draft)).await {
            Ok(entry) if rules::leads_to_people(&entry) => return Ok(see_other("/support?checked-in")),
            Ok(entry) if is_past(&entry, ui.now) => return Ok(see_other("/checkin/history")),
            Ok(_) => return Ok(see_other("/#checkin")),
            Err(error) => {
                status = problem::status(error.kind());
                faults = Faults::mend(&ui, error)?;
            }
        }
    }
    let card = card(&app, &member, &ui, &fields).await?;
    let card = Card { fields, faults, ..card };
    ui::with_status(status, &Form { ui: ui.at(Door::Today), card, is_page: true })
}

fn parse(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<Draft> {
    let weather = faults.take(ui, "weather", Weather::parse(fields.one("weather")).ok_or(Refusal::Weather));
    let urge = match fields.one("urge") {
        "" => Some(None),
        typed => faults.take(ui, "urge", urge(typed)).map(Some),
    };
    let zone = faults.take(ui, "zone", Zone::parse(fields.one("zone")).ok_or(counters::Refusal::Zone));
    let line = faults.take(ui, "line", Line::parse(fields.one("line")));
    let intention = faults.take(ui, "intention", Line::parse(fields.one("intention")));
    let pledge = faults.take(ui, "pledge", Line::parse(fields.one("pledge")));
    let look_back = faults.take(ui, "look_back", LookBack::parse(fields.one("look_back")));
    Some(Draft {
        about: about(fields, ui.now),
        zone: zone?,
        weather: weather?,
        urge: urge?,
        halt: Halt::ALL.iter().copied().filter(|halt| fields.has("halt", halt.code())).collect(),
        line: line?,
        intention: intention?,
        pledge: (pledge?, fields.has("pledged", "1")),
        went: Went::parse(fields.one("went")),
        look_back: look_back?,
        group: Some(fields.one("group").to_owned()).filter(|name| !name.is_empty()),
        buddy: buddy(fields.one("buddy")),
        in_circle: fields.has(IN_CIRCLE, "1"),
    })
}

/// Whether it is of a day before: Today does not show it.
fn is_past(entry: &Entry, now: Moment) -> bool {
    Zone::parse(&entry.zone).is_some_and(|zone| entry.day < rules::today(&zone, now))
}

/// A side of one's own; what is none names nobody's.
fn buddy(sent: &str) -> Option<BuddyId> {
    (!sent.is_empty()).then(|| BuddyId(sent.parse().unwrap_or_default()))
}

fn urge(typed: &str) -> Result<i64, Refusal> {
    let urge = typed.parse().map_err(|_| Refusal::Urge)?;
    if Card::urges().contains(&urge) { Ok(urge) } else { Err(Refusal::Urge) }
}

/// `GET /checkin/history`
pub async fn history(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let own = Own::of(&member);
    let entries = app.read(move |db| checkins::all(db, &own)).await?;
    let zone = entries.first().and_then(|entry| Zone::parse(&entry.zone)).unwrap_or(Zone::utc());
    let (today, before) = (rules::today(&zone, ui.now), rules::yesterday(&zone, ui.now));
    let trend = trend::trend(&entries, today);
    let has_trend = entries.iter().any(|entry| today.0 - entry.day.0 < trend::DAYS);
    let urges = Urges::of(&ui, &entries, today);
    let written_at = |day: Day| match day {
        day if day == today => Some("/checkin"),
        day if Some(day) == before => Some("/checkin?day=yesterday"),
        _ => None,
    };
    let line = |entry: Entry| Row {
        date: ui.date(&entry.day),
        sum: sum(&ui, &entry),
        written_at: written_at(entry.day),
        entry,
    };
    let days = entries.into_iter().take(LISTED).map(line).collect();
    ui::answer(&History { ui: ui.at(Door::Today), trend, urges, days, has_trend })
}

/// `POST /checkin/delete`
pub async fn take_back(app: Data<App>, member: Member, fields: Fields) -> Answer {
    let own = Own::of(&member);
    let day = Day::parse(fields.one("date")).ok_or(Error::Absent)?;
    app.write(move |tx| checkins::take_back(tx, &own, day)).await?;
    Ok(see_other("/checkin/history"))
}

/// `GET /g/{name}/checkins`: for who is in the group.
pub async fn of_group(app: Data<App>, member: Member, ui: Shell, name: Path<String>) -> Answer {
    let (viewer, name, today) = (member.viewer(), name.into_inner(), ui.now.day());
    let (group, rows) = app.read(move |db| checkins::of_group(db, &viewer, &name, today)).await?;
    ui::answer(&OfGroup { ui: ui.at(Door::Groups), group, rows })
}
