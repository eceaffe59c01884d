//! Two buddies, on a page of their own: what they told each other of their days, what each asks the other to notice, nudges.

use actix_web::web::{Data, Path};

use crate::app::App;
use crate::db::Tx;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::identity::silences::{By, DAYS, REST_DAYS};
use crate::kernel::{BuddyId, Day, Error, Zone};
use crate::keys::Keyring;
use crate::page;
use crate::policy::Viewer;
use crate::recovery::Own;
use crate::recovery::checkins::{self, Between};
use crate::support::buddies::{self, Cadence, Card, Sealer, Seen};
use crate::support::oncall::Weekday;
use crate::support::{noticing, nudges};
use crate::ui::{self, Door, Faults, Shell};

/// The doors of a pair.
pub fn doors(doors: &mut Doors) {
    doors.get("/buddies/pair/{buddy}", Who::Member, show);
    doors.post("/buddies/pair/{buddy}/card", Who::Member, keep_card);
    doors.post("/buddies/pair/{buddy}/quiet", Who::Member, ask_to_notice);
    doors.post("/buddies/pair/{buddy}/quiet/rest", Who::Member, rest);
    doors.post("/buddies/pair/{buddy}/quiet/end", Who::Member, stop_asking_to_notice);
    doors.post("/buddies/pair/{buddy}/notice", Who::Member, agree_to_notice);
    doors.post("/buddies/pair/{buddy}/notice/end", Who::Member, stop_noticing);
    doors.post("/buddies/pair/{buddy}/nudge", Who::Member, ask_for_nudge);
    doors.post("/buddies/pair/{buddy}/nudge/end", Who::Member, stop_asking_for_nudge);
    doors.post("/buddies/pair/{buddy}/nudge/answer", Who::Member, answer_nudge);
    doors.post("/buddies/pair/{buddy}/nudging", Who::Member, agree_to_nudge);
    doors.post("/buddies/pair/{buddy}/nudging/end", Who::Member, stop_nudging);
    doors.post("/buddies/pair/{buddy}/untell", Who::Member, untell);
}

page! { "web/pair.html",
    /// Two buddies, from where one of them stands.
    pub struct Pair {
        me: String,
        buddy: Seen,
        days: Between,
        quiet: noticing::Agreed,
        nudge: nudges::Agreed,
        card: Card,
        is_card: bool,
        fields: Fields,
        faults: Faults,
    }
}

impl Pair {
    /// What there is to choose from.
    #[must_use]
    pub fn numbers() -> &'static [i64] {
        &DAYS
    }
    /// See [`Pair::numbers`].
    #[must_use]
    pub fn bys() -> &'static [By] {
        By::ALL
    }
    /// See [`Pair::numbers`].
    #[must_use]
    pub fn cadences() -> &'static [Cadence] {
        Cadence::ALL
    }
    /// See [`Pair::numbers`].
    #[must_use]
    pub fn hours() -> std::ops::Range<i64> {
        0..24
    }
    /// See [`Pair::numbers`].
    #[must_use]
    pub fn zones() -> &'static [String] {
        Zone::names()
    }
    /// An hour as clocks show it.
    #[must_use]
    pub fn clock(hour: &i64) -> String {
        format!("{hour:02}:00")
    }
    /// The last day of the longest holiday.
    #[must_use]
    pub fn rest_max(&self) -> String {
        self.ui.now.day().plus(REST_DAYS).iso()
    }

    /// Whether the form says so: as it was sent, or as it is kept, or as it begins.
    #[must_use]
    pub fn is_number(&self, days: &i64) -> bool {
        let kept = self.quiet.mine.map_or(3, |mine| mine.terms.days);
        self.says("days", &kept.to_string(), &days.to_string())
    }
    /// See [`Pair::is_number`].
    #[must_use]
    pub fn is_by(&self, by: &By) -> bool {
        let kept = self.quiet.mine.map_or(By::Checkin, |mine| mine.terms.by);
        self.says("by", kept.code(), by.code())
    }
    /// See [`Pair::is_number`].
    #[must_use]
    pub fn is_cadence(&self, cadence: &Cadence) -> bool {
        let kept = self.nudge.mine.as_ref().map_or(Cadence::Few, |mine| mine.terms.cadence);
        self.says("cadence", kept.code(), cadence.code())
    }
    /// See [`Pair::is_number`].
    #[must_use]
    pub fn is_hour(&self, hour: &i64) -> bool {
        let kept = self.nudge.mine.as_ref().map_or(18, |mine| mine.terms.hour);
        self.says("hour", &kept.to_string(), &hour.to_string())
    }
    /// See [`Pair::is_number`].
    #[must_use]
    pub fn is_zone(&self, zone: &str) -> bool {
        let kept = self.nudge.mine.as_ref().map_or("UTC", |mine| mine.terms.zone.as_str());
        self.says("zone", kept, zone)
    }

    /// See [`Pair::cadences`].
    #[must_use]
    pub fn weekdays() -> &'static [Weekday] {
        Weekday::ALL
    }
    /// See [`Pair::is_number`].
    #[must_use]
    pub fn is_weekday(&self, day: &Weekday) -> bool {
        let kept = self.nudge.mine.as_ref().and_then(|mine| mine.terms.weekday()).unwrap_or(Weekday::Sun);
        self.says("day", kept.code(), day.code())
    }

    fn says(&self, field: &str, kept: &str, value: &str) -> bool {
        if self.fields.sent(field) { self.fields.has(field, value) } else { kept == value }
    }

    /// After how many days, and without what: one sentence.
    #[must_use]
    pub fn terms(&self, promise: &noticing::Promise) -> String {
        self.ui.t1(&format!("silence-after-{}", promise.terms.by), "n", promise.terms.days)
    }
    /// How often, and when.
    #[must_use]
    pub fn times(&self, asked: &nudges::Asked) -> String {
        let key = format!("nudge-times-{}", asked.terms.cadence);
        let when = self.ui.t2(&key, ("hour", asked.terms.clock()), ("zone", &asked.terms.zone));
        match asked.terms.weekday() {
            Some(day) => self.ui.t2("nudge-times-on", ("day", self.ui.t(day.label())), ("when", when)),
            None => when,
        }
    }
    /// What became of the nudge that went out today in the reader's name.
    #[must_use]
    pub fn word(&self, asked: &nudges::Asked) -> Option<String> {
        self.said(&asked.word)
    }
    /// What became of a nudge.
    #[must_use]
    pub fn said(&self, word: &nudges::Word) -> Option<String> {
        let who = &self.buddy.who.name;
        match word {
            nudges::Word::None => None,
            nudges::Word::Waits => Some(self.ui.t("nudge-word-waits").into_owned()),
            nudges::Word::Okay => Some(self.ui.t1("nudge-word-okay", "who", who)),
            nudges::Word::Chat => Some(self.ui.t1("nudge-word-chat", "who", who)),
        }
    }
    /// Whether there was one today that the reader may answer, or answer anew.
    #[must_use]
    pub fn is_nudged(&self) -> bool {
        self.nudge.mine.as_ref().is_some_and(|mine| mine.word != nudges::Word::None)
    }
    /// A day in words.
    #[must_use]
    pub fn day(&self, day: &Day) -> String {
        self.ui.date(day)
    }
}

/// `GET /buddies/pair/{buddy}`
pub async fn show(app: Data<App>, member: Member, ui: Shell, buddy: Path<String>) -> Answer {
    ui::answer(&load(&app, &member, ui, BuddyId::read(&buddy)?).await?)
}

async fn load(app: &App, member: &Member, ui: Shell, id: BuddyId) -> Result<Pair, Error> {
    let (viewer, ring, now) = (member.viewer(), app.keys().clone(), ui.now);
    let today = now.day();
    let (buddy, days, quiet, nudge) = app
        .read(move |db| {
            let buddy = buddies::one(db, &viewer, &Sealer::new(ring.clone()), (id, today))?;
            let days = checkins::between(db, &viewer, &ring, (id, today))?;
            let quiet = noticing::of(db, &viewer, &ring, id)?;
            Ok((buddy, days, quiet, nudges::of(db, &viewer, (&ring, now), id)?))
        })
        .await?;
    Ok(Pair {
        me: member.name.clone(),
        ui: ui.at(Door::You),
        card: buddy.own.clone().unwrap_or_default(),
        is_card: false,
        buddy,
        days,
        quiet,
        nudge,
        fields: Fields::default(),
        faults: Faults::default(),
    })
}

/// What each form of the page comes with, besides what was typed.
type On = (Data<App>, Member, Shell, Path<String>);

/// `POST /buddies/pair/{buddy}/card`: what the other finds in place of the card before.
pub async fn keep_card((app, member, ui, buddy): On, fields: Fields) -> Answer {
    let (id, viewer, sealer) = (BuddyId::read(&buddy)?, member.viewer(), Sealer::new(app.keys().clone()));
    let (sent, mut faults) = (buddies::card_sent(&fields), Faults::default());
    if let Some(card) = buddies::card_read(&ui, &mut faults, &sent) {
        app.write(move |tx| buddies::keep(tx, &viewer, &sealer, (id, &card))).await?;
        return Ok(see_other(&format!("/buddies/pair/{id}#cards")));
    }
    let page = load(&app, &member, ui, id).await?;
    ui::refused(&Pair { card: Card::typed(&sent), is_card: true, faults, ..page })
}

/// One of the two, with what opens what both agreed.
struct Half {
    id: BuddyId,
    viewer: Viewer,
    ring: Keyring,
}

/// Does what a form asks for, with what was read of it.
async fn write<T: Send + 'static>(
    (app, member, _, buddy): &On,
    read: Result<T, Error>,
    work: impl Fn(&mut Tx<'_>, &Half, &T) -> Result<(), Error> + Send + 'static,
) -> Result<(), Error> {
    let half = Half { id: BuddyId::read(buddy)?, viewer: member.viewer(), ring: app.keys().clone() };
    let read = read?;
    app.write(move |tx| work(tx, &half, &read)).await
}

/// The same; then back to the page, or to the page with what is to be mended and what was typed.
async fn act<T: Send + 'static>(
    on: On,
    fields: Fields,
    read: Result<T, Error>,
    work: impl Fn(&mut Tx<'_>, &Half, &T) -> Result<(), Error> + Send + 'static,
) -> Answer {
    let done = write(&on, read, work).await;
    let (app, member, ui, buddy) = on;
    let id = BuddyId::read(&buddy)?;
    let Err(error) = done else { return Ok(see_other(&format!("/buddies/pair/{id}"))) };
    let status = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    let page = load(&app, &member, ui, id).await?;
    ui::with_status(status, &Pair { fields, faults, ..page })
}

fn terms(fields: &Fields) -> Result<noticing::Terms, Error> {
    Ok(noticing::Terms::parse(fields.one("days").parse().unwrap_or_default(), fields.one("by"))?)
}

fn times(fields: &Fields) -> Result<nudges::Terms, Error> {
    let hour = fields.one("hour").parse().unwrap_or(-1);
    let terms = nudges::Terms::parse(fields.one("cadence"), hour, fields.one("zone"))?;
    Ok(terms.on(fields.one("day"))?)
}

/// `POST /buddies/pair/{buddy}/quiet`: what is to be noticed.
pub async fn ask_to_notice(on: On, fields: Fields) -> Answer {
    let terms = terms(&fields);
    act(on, fields, terms, |tx, half, terms| noticing::ask(tx, &half.viewer, &half.ring, (half.id, *terms)))
        .await
}

/// `POST /buddies/pair/{buddy}/quiet/rest`: a holiday, until a day, or no more.
pub async fn rest(on: On, fields: Fields) -> Answer {
    let until = match fields.one("until") {
        "" if fields.sent("end") => Ok(None),
        typed => Day::parse(typed).map(Some).ok_or_else(|| noticing::Refusal::Rest.into()),
    };
    act(on, fields, until, |tx, half, until| noticing::rest(tx, &half.viewer, &half.ring, (half.id, *until)))
        .await
}

/// `POST /buddies/pair/{buddy}/quiet/end`
pub async fn stop_asking_to_notice(on: On, fields: Fields) -> Answer {
    act(on, fields, Ok(()), |tx, half, ()| noticing::take_back(tx, &half.viewer, half.id)).await
}

/// `POST /buddies/pair/{buddy}/notice`: yes, to what was read.
pub async fn agree_to_notice(on: On, fields: Fields) -> Answer {
    let work = |tx: &mut Tx<'_>, half: &Half, terms: &noticing::Terms| {
        noticing::agree(tx, &half.viewer, &half.ring, (half.id, *terms))
    };
    act(on, Fields::default(), terms(&fields), work).await
}

/// `POST /buddies/pair/{buddy}/notice/end`
pub async fn stop_noticing(on: On, fields: Fields) -> Answer {
    act(on, fields, Ok(()), |tx, half, ()| noticing::disagree(tx, &half.viewer, &half.ring, half.id)).await
}

/// `POST /buddies/pair/{buddy}/nudge`: when to be thought of.
pub async fn ask_for_nudge(on: On, fields: Fields) -> Answer {
    let times = times(&fields);
    act(on, fields, times, |tx, half, times| {
        nudges::ask(tx, &half.viewer, &half.ring, (half.id, times.clone()))
    })
    .await
}

/// `POST /buddies/pair/{buddy}/nudge/end`
pub async fn stop_asking_for_nudge(on: On, fields: Fields) -> Answer {
    act(on, fields, Ok(()), |tx, half, ()| nudges::take_back(tx, &half.viewer, half.id)).await
}

/// `POST /buddies/pair/{buddy}/nudge/answer`: one press, here or on Today.
pub async fn answer_nudge(on: On, fields: Fields) -> Answer {
    let said = nudges::Said::parse(fields.one("answer")).ok_or_else(|| nudges::Refusal::Answer.into());
    let work = |tx: &mut Tx<'_>, half: &Half, said: &nudges::Said| {
        nudges::answer(tx, &half.viewer, &half.ring, (half.id, *said))
    };
    if fields.sent("today") {
        write(&on, said, work).await?;
        return Ok(see_other("/"));
    }
    act(on, Fields::default(), said, work).await
}

/// `POST /buddies/pair/{buddy}/nudging`: yes, to what was read.
pub async fn agree_to_nudge(on: On, fields: Fields) -> Answer {
    let work = |tx: &mut Tx<'_>, half: &Half, times: &nudges::Terms| {
        nudges::agree(tx, &half.viewer, &half.ring, (half.id, times))
    };
    act(on, Fields::default(), times(&fields), work).await
}

/// `POST /buddies/pair/{buddy}/nudging/end`
pub async fn stop_nudging(on: On, fields: Fields) -> Answer {
    act(on, fields, Ok(()), |tx, half, ()| nudges::disagree(tx, &half.viewer, half.id)).await
}

/// `POST /buddies/pair/{buddy}/untell`: they read nothing of that day any more.
pub async fn untell(on: On, fields: Fields) -> Answer {
    let own = Own::of(&on.1);
    let day = Day::parse(fields.one("date")).ok_or(Error::Absent)?;
    act(on, fields, Ok(()), move |tx, _, ()| checkins::untell(tx, &own, day)).await
}
