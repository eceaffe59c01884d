//! What waits to be looked at, several at once, and the card on top of a thread.

use actix_web::web::Data;

use super::{door, parse};
use crate::app::App;
use crate::db::Db;
use crate::forum::held::{self, Shelf};
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, see_other};
use crate::identity::aliases::Hand;
use crate::kernel::{Error, ThreadId};
use crate::page;
use crate::policy::Viewer;
use crate::policy::scope::safety::Eyes;
use crate::safety::actions::views::{Case, Line};
use crate::safety::actions::{Refusal, Verb};
use crate::safety::reports::{self, ConcernId};
use crate::ui::{self, Card, Door, Faults, Shell};

page! { "safety/actions/queue.html",
    /// What waits to be looked at.
    pub struct Queue { cases: Vec<Case>, appeals: Vec<Line>, shelves: Vec<Shelf>, fields: Fields, faults: Faults }
}

/// `GET /look`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&load(&app, &member, ui).await?)
}

pub(super) async fn load(app: &App, member: &Member, ui: Shell) -> Result<Queue, Error> {
    let (cases, appeals) = door::queue(app, member).await?;
    let viewer = member.viewer();
    let shelves = app.read(move |db| held::shelves(db, &viewer)).await?;
    let (fields, faults) = (Fields::default(), Faults::default());
    Ok(Queue { ui: ui.at(Door::You), cases, appeals, shelves, fields, faults })
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

/// What waits about a thread, for those who look after it: how many told, and where to look.
///
/// # Errors
/// A fault of the database.
pub fn card(
    db: &mut Db,
    (viewer, hand): (&Viewer, Option<&Hand>),
    thread: ThreadId,
) -> Result<Vec<Card>, Error> {
    // As a rule nothing waits: only where something does is it asked which aliases are theirs.
    let mut waiting = reports::find_on_thread(db, &Eyes::of(viewer, &[]), thread)?;
    let Some(hand) = hand.filter(|_| !waiting.is_empty()) else { return Ok(Vec::new()) };
    let own = reports::own_aliases(db, hand)?;
    waiting.retain(|concern| concern.face_id.is_none_or(|face| !own.contains(&face)));
    let cards = waiting.into_iter().map(|concern| Card {
        key: if concern.reply_id.is_some() { "look-card-reply" } else { "look-card-thread" },
        people: concern.people,
        url: format!("/look/{}", concern.id),
    });
    Ok(cards.collect())
}

impl Queue {
    /// What can be done to several at once.
    const VERBS: [Verb; 3] = [Verb::Fine, Verb::Note, Verb::Remove];

    /// How long ago the oldest was told, in words.
    fn oldest(&self) -> Option<String> {
        self.cases.iter().min_by_key(|case| case.concern.opened_at.0).map(|case| case.waits(&self.ui))
    }
}
