//! What waits to be looked at, several at once, and the card on top of a thread.

use actix_web::web::Data;

use super::{Leases, door, parse};
use crate::app::App;
use crate::db::Db;
use crate::forum::held::{self, Shelf};
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, see_other};
use crate::identity::aliases::Hand;
use crate::kernel::{Error, FaceId, Moment, ThreadId};
use crate::page;
use crate::policy::Viewer;
use crate::policy::scope::safety::Eyes;
use crate::safety::actions::views::{self, Case, Line};
use crate::safety::actions::{Refusal, Verb};
use crate::safety::reports::{self, Concern, ConcernId, Reason};
use crate::ui::{self, Card, Door, Faults, Shell};

page! { "safety/actions/queue.html",
    /// What waits to be looked at.
    pub struct Queue {
        cases: Vec<Case>,
        lately: Vec<Case>,
        appeals: Vec<Line>,
        shelves: Vec<Shelf>,
        duty: usize,
        minutes: Option<i64>,
        fields: Fields,
        faults: Faults,
    }
}

/// `GET /look`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&load(&app, &member, ui).await?)
}

pub(super) async fn load(app: &App, member: &Member, ui: Shell) -> Result<Queue, Error> {
    let (cases, appeals) = door::queue(app, member).await?;
    let lately = door::lately(app, member).await?;
    let (now, on) = (app.clock().now(), app.leases().duty());
    let minutes = on.until(member.person.face, now).map(|until| until.seconds_since(now) / 60);
    let duty = on.on(now);
    let viewer = member.viewer();
    let shelves = app.read(move |db| held::shelves(db, &viewer)).await?;
    let (fields, faults) = (Fields::default(), Faults::default());
    Ok(Queue { ui: ui.at(Door::You), cases, lately, appeals, shelves, duty, minutes, fields, faults })
}

/// `POST /look`: the same light decision about several.
pub async fn decide_many(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    // Whether somebody may look at all comes before what was typed.
    let page = load(&app, &member, ui.clone()).await?;
    let mut faults = Faults::default();
    let ids: Vec<ConcernId> = fields.all("case").filter_map(|id| id.parse().ok()).map(ConcernId).collect();
    let decision = parse(&ui, &fields, &mut faults);
    if ids.is_empty() && faults.is_empty() {
        faults.add(&ui, "verb", &Refusal::Unchosen);
    }
    let Some(decision) = decision.filter(|_| !ids.is_empty()) else {
        return ui::refused(&Queue { fields, faults, ..page });
    };
    door::decide_many(&app, &member, ids, decision).await?;
    Ok(see_other("/look"))
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
    /// What can be done to several at once.
    const VERBS: [Verb; 3] = [Verb::Fine, Verb::Note, Verb::Remove];

    /// Whether somebody may be in distress.
    fn has_lane(&self) -> bool {
        self.cases.iter().any(Case::is_distress)
    }

    /// Whether anything else waits.
    fn has_more(&self) -> bool {
        !self.cases.iter().all(Case::is_distress)
    }

    /// How long ago the oldest was told, in words.
    fn oldest(&self) -> Option<String> {
        self.cases.iter().min_by_key(|case| case.concern.opened_at.0).map(|case| case.waits(&self.ui))
    }
}
