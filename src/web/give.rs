//! Be there for someone: who is new and waits for a hello, who waits longest, one's own lamp, a line to a buddy. And whom
//! somebody stood beside this week: for their own eyes, counted as they look, kept nowhere.

use std::collections::BTreeSet;

use actix_web::web::Data;

use crate::app::App;
use crate::db::Db;
use crate::forum::threads::{Card, CardRow, Kind};
use crate::forum::{feeds, folds, quiet, replies, voices};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Day, Error, FaceId, Moment, PageSize};
use crate::page;
use crate::policy::{self, Action, Standing, Viewer};
use crate::support::buddies::{self, Sealer};
use crate::support::oncall::{self, Around};
use crate::ui::{self, Door, Shell, urls};

/// Of those who wait, how many are looked through for somebody new.
const LOOKED_THROUGH: i64 = 50;
/// Days of the week that is over today.
const WEEK: i64 = 6;
/// From so many people a day on, the page says that it is enough.
const ENOUGH: usize = 5;

/// The doors of giving.
pub fn doors(doors: &mut Doors) {
    doors.get("/be-there", Who::Member, show);
}

/// Whom somebody stood beside: how many, and how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beside {
    /// People, each once.
    people: usize,
    /// Of them, those whom they answered when these had only come in.
    new: usize,
    /// Those whom they answered after a hard day.
    hard: usize,
    /// Those whom they answered otherwise.
    other: usize,
    /// Buddies to whom they sent a caring note.
    noted: usize,
    /// People they answered today.
    today: usize,
}

page! { "web/give.html",
    /// Ways to be there for somebody, each to a place.
    pub struct Give {
        newcomer: Option<Card>,
        waiting: Option<Card>,
        around: Around,
        may_listen: bool,
        rests: bool,
        buddies: usize,
        beside: Beside,
    }
}

impl Give {
    /// Whether it is enough for today.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.rests || self.beside.today >= ENOUGH
    }
    /// Where an answer to somebody is written; there are openings for whoever does not know how to begin.
    #[must_use]
    pub fn answer(&self, card: &Card) -> String {
        urls::in_thread(&card.thread.public_id, "reply")
    }
}

/// `GET /be-there`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let (viewer, now, sealer) = (member.viewer(), ui.now, Sealer::new(app.keys().clone()));
    let hand = voices::hand(&app, &member);
    let ((waiting, folds), (lamp, why), around, (buddies, beside)) = app
        .read(move |db| {
            let (newcomer, longest) = waiting(db, &viewer, now)?;
            let shown = newcomer.iter().chain(&longest).map(|(thread, ..)| thread.id);
            let folds = folds::of(db, Some(&hand), shown)?;
            let lamp = oncall::own_lamp(db, &viewer, now)?;
            let buddies = buddies::list(db, &viewer, &sealer, now.day())?.len();
            let beside = beside(db, &viewer, &sealer, now.day())?;
            let waiting = ((newcomer, longest), folds);
            Ok((waiting, lamp, oncall::around(db, &viewer, now)?, (buddies, beside)))
        })
        .await?;
    let ui = ui.at(Door::Today);
    let (newcomer, waiting) = waiting;
    let card = |row: Option<CardRow>| row.map(|row| Card::of(&ui, row, (&[], &folds)));
    ui::answer(&Give {
        newcomer: card(newcomer),
        waiting: card(waiting),
        around,
        may_listen: why.is_none(),
        rests: lamp.rests_until.is_some_and(|until| until > now),
        buddies,
        beside,
        ui,
    })
}

/// Somebody new who waits for a hello, and whoever waits longest of the others: of those whom the viewer may answer.
fn waiting(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<(Option<CardRow>, Option<CardRow>), Error> {
    let mut rows = feeds::waiting(db, viewer, None, None, PageSize::of(LOOKED_THROUGH))?.rows;
    quiet::recount(db, viewer, rows.iter_mut().map(|(thread, ..)| thread))?;
    let (mut newcomer, mut longest) = (None, None);
    for row in rows {
        let place = if is_new(&row, now) { &mut newcomer } else { &mut longest };
        let is_for_others = viewer.is_new() && row.0.is_shielded(now.day());
        if place.is_some() || is_for_others {
            continue;
        }
        let standing = Standing::in_group(db, viewer, row.0.group_id)?;
        if policy::may(viewer, Action::Reply, &standing).is_ok() {
            *place = Some(row);
        }
    }
    Ok((newcomer, longest))
}

fn is_new((thread, author, _): &CardRow, now: Moment) -> bool {
    thread.kind == Kind::Introduction || author.kind == "name" && author.is_new(&now)
}

fn beside(db: &mut Db, viewer: &Viewer, sealer: &Sealer, today: Day) -> Result<Beside, Error> {
    let (apart, since) = (quiet::apart(db, viewer.face())?, today.plus(-WEEK));
    let mut given = replies::beside(db, viewer, since)?;
    given.retain(|(face, ..)| !apart.contains(face));
    let whom = |fits: &dyn Fn(Kind) -> bool| -> BTreeSet<FaceId> {
        given.iter().filter(|(_, kind, _)| fits(*kind)).map(|(face, ..)| *face).collect()
    };
    let (new, hard) = (whom(&|kind| kind == Kind::Introduction), whom(&Kind::is_hard));
    let other = whom(&|kind| kind != Kind::Introduction && !kind.is_hard());
    let noted = buddies::noted_since(db, viewer, sealer, (since, today))?;
    let people: BTreeSet<FaceId> = new.iter().chain(&hard).chain(&other).chain(&noted).copied().collect();
    let today: BTreeSet<FaceId> =
        given.iter().filter(|(.., on)| *on == today).map(|(face, ..)| *face).collect();
    Ok(Beside {
        people: people.len(),
        new: new.len(),
        hard: hard.len(),
        other: other.len(),
        noted: noted.len(),
        today: today.len(),
    })
}
