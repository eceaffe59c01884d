//! What waits to be looked at, and the card on top of a thread.

use std::borrow::Cow;

use actix_web::HttpRequest;
use actix_web::web::Data;

use super::Leases;
use super::door::{self, Waiting};
use crate::app::App;
use crate::db::Db;
use crate::forum::content_notes;
use crate::forum::held::{self, Shelf};
use crate::forum::pace::Refusal as Full;
use crate::forum::turns::Rest;
use crate::http::viewer::Member;
use crate::http::{Answer, Fields};
use crate::identity::aliases::Hand;
use crate::kernel::{Error, FaceId, Moment, ThreadId};
use crate::page;
use crate::policy::Viewer;
use crate::policy::scope::safety::Eyes;
use crate::safety::actions::views::{self, Case, Line};
use crate::safety::actions::{Back, FOR_SEVERAL, Verb};
use crate::safety::crisis::Whose;
use crate::safety::pace::{self, Room};
use crate::safety::reports::{self, Concern, Reason};
use crate::ui::{self, Card, Door, Faults, Shell};

/// Where whoever took something back goes on: to where they were, or to where they read that something newer or older holds.
#[must_use]
pub const fn after(back: Back, plain: &'static str) -> &'static str {
    match back {
        Back::All => plain,
        Back::Stays => "/look?stays",
        Back::Before => "/look?before",
    }
}

page! { "safety/actions/queue.html",
    /// What waits to be looked at.
    pub struct Queue {
        cases: Vec<Case>,
        lately: Vec<Case>,
        appeals: Vec<Line>,
        shelves: Vec<Shelf>,
        duty: usize,
        minutes: Option<i64>,
        is_much: bool,
        note: Option<String>,
        notes: content_notes::Choice,
        room: Room,
        left: usize,
        waits: Option<usize>,
        fields: Fields,
        faults: Faults,
    }
}

/// `GET /look`
pub async fn show(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let asked = Fields::asked(&request);
    let note = if asked.sent("decided") {
        Some(ui.t("look-decided"))
    } else if asked.sent("stays") {
        Some(ui.t("look-stays"))
    } else {
        asked.sent("before").then(|| ui.t("look-before"))
    };
    let note = note.map(Cow::into_owned);
    let page = load(&app, &member, ui, Fields::default()).await?;
    ui::answer(&Queue { note, ..page })
}

pub(super) async fn load(app: &App, member: &Member, ui: Shell, fields: Fields) -> Result<Queue, Error> {
    let Waiting { cases, appeals, room, left } = door::queue(app, member).await?;
    let lately = door::lately(app, member).await?;
    let (now, on) = (app.clock().now(), app.leases().duty());
    let minutes = on.until(member.person.face, now).map(|until| until.seconds_since(now) / 60);
    let duty = door::on_duty(app, Whose::Of(member.person.face)).await?;
    let viewer = member.viewer();
    let (world, is_host, is_away) = (app.clone(), ui.is_host(), room.away.is_some());
    let (shelves, waits) = app
        .read(move |db| {
            let shelves = if is_away { Vec::new() } else { held::shelves(db, &viewer)? };
            let waits = if is_host { Some(pace::left_waiting(db, world.leases(), now)?) } else { None };
            Ok((shelves, waits.filter(|waits| *waits > 0)))
        })
        .await?;
    let is_much = door::was_much(app, member).await?;
    Ok(Queue {
        notes: content_notes::Choice::of(&fields, &[]),
        ui: ui.at(Door::You),
        cases,
        lately,
        appeals,
        shelves,
        duty,
        minutes,
        is_much,
        note: None,
        room,
        left,
        waits,
        fields,
        faults: Faults::default(),
    })
}

/// What waits about a thread and its replies, for those who look after it: the same card as in the queue, with what is the
/// matter, how many told, who looks, and the way to decide. For whoever asked there to be looked out for: how to say that
/// they are safe. Nobody else sees any trace.
///
/// # Errors
/// A fault of the database.
pub fn card(
    db: &mut Db,
    (viewer, hand): (&Viewer, Option<&Hand>),
    thread: ThreadId,
    (leases, now): (&Leases, Moment),
) -> Result<Vec<Card>, Error> {
    let Some(hand) = hand else { return Ok(Vec::new()) };
    // As a rule nothing waits: only where something does is it asked which aliases are theirs.
    let (mut waiting, asked) =
        (reports::find_on_thread(db, &Eyes::of(viewer, &[]), thread)?, reports::asked_on(db, thread)?);
    if waiting.is_empty() && asked.is_empty() {
        return Ok(Vec::new());
    }
    let own = [reports::own_aliases(db, hand)?, vec![viewer.face()]].concat();
    waiting.retain(|concern| concern.face_id.is_none_or(|face| !own.contains(&face)));
    let mut cards = Vec::with_capacity(waiting.len());
    for concern in &waiting {
        let first = reports::reasons_of(db, concern.id)?.into_iter().next();
        cards.push(to_look_at(concern, first, leases.holder(concern.id, now), viewer.face()));
    }
    for concern in asked.iter().filter(|concern| concern.face_id.is_some_and(|face| own.contains(&face))) {
        let place = reports::place(db, concern)?;
        cards.extend(place.map(|place| Card {
            heading: String::new(),
            key: "lookout-yours",
            people: 0,
            since: concern.opened_at,
            url: format!("{place}/safe"),
            taken_by: None,
            is_mine: false,
            is_own: true,
        }));
    }
    Ok(cards)
}

/// What waits, as it stands on top of its thread.
fn to_look_at(
    concern: &Concern,
    first: Option<Reason>,
    holder: Option<(FaceId, String)>,
    own: FaceId,
) -> Card {
    let is_mine = holder.as_ref().is_some_and(|(face, _)| *face == own);
    Card {
        heading: format!("look-heading-{}", views::gravest(concern, first).code()),
        key: match (concern.people, concern.reply_id) {
            (0, _) if !concern.is_asked && !concern.is_met => "look-card-elsewhere",
            (0, _) => "look-card-flag",
            (_, Some(_)) => "look-card-reply",
            (_, None) => "look-card-thread",
        },
        people: concern.people,
        since: concern.opened_at,
        url: format!("/look/{}", concern.id),
        taken_by: holder.filter(|_| !is_mine).map(|(_, name)| name),
        is_mine,
        is_own: false,
    }
}

impl Queue {
    /// A sentence that was typed for an answer that waits no more, or for several of which one is left: it is not lost.
    fn left_over(&self) -> Option<&str> {
        if !self.fields.one(super::ACT).is_empty() {
            return super::left_over(&self.fields, self.appeals.iter());
        }
        let words = self.fields.one("words");
        (self.cases.len() < 2 && !words.trim().is_empty()).then_some(words)
    }

    /// Why no more is offered, in words; none: there is room, or they are on a break and nothing is.
    fn enough(&self) -> Option<&'static str> {
        match self.room.full()? {
            Full::Enough => Some("pace-full-day"),
            Full::HandsFull => Some("pace-full-hands"),
            Full::Away | Full::Number => None,
        }
    }

    /// How long a break lasts, in words.
    fn away(&self) -> Option<String> {
        let away = self.room.away?;
        Some(match away.back_on {
            Some(day) => self.ui.t1("pace-away-until", "day", self.ui.date(&day)),
            None => self.ui.t("pace-away-open").into_owned(),
        })
    }

    /// How long a break may be.
    fn rests() -> &'static [Rest] {
        Rest::ALL
    }

    /// What can be done to several at once.
    const VERBS: [Verb; 4] = FOR_SEVERAL;

    /// Whether something waits that other communities alone told of.
    fn has_flags(&self) -> bool {
        self.cases.iter().any(Case::is_from_elsewhere)
    }

    /// Whether somebody may be in distress.
    fn has_lane(&self) -> bool {
        self.cases.iter().any(Case::is_distress)
    }

    /// Whether anything else waits.
    fn has_more(&self) -> bool {
        !self.cases.iter().all(|case| case.is_distress() || case.is_from_elsewhere())
    }

    /// How long ago the oldest was told, in words.
    fn oldest(&self) -> Option<String> {
        self.cases.iter().min_by_key(|case| case.concern.opened_at.0).map(|case| case.waits(&self.ui))
    }
}
