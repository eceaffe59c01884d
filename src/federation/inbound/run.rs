//! Opens what came: one thing of each community at a time, in the order it came. Its effect and its being settled are one
//! transaction, so that whatever dies, it happens once.

use std::time::Duration;

use futures_util::future::join_all;

use super::asking::Asking;
use super::model::{Deed, Outcome, Parcel, Plan, Sender, State};
use super::{announce, mirror, shape, store, verbs};
use crate::app::App;
use crate::db::Side;
use crate::federation::far;
use crate::federation::fetch::{self, Budget};
use crate::federation::peers::{self, Admission};
use crate::jobs;
use crate::kernel::Error;

/// Communities whose letters are opened at the same time.
const TOGETHER: i64 = 16;
/// The longest sleep: other processes of this community keep what comes, too.
const SWEEP: Duration = Duration::from_secs(5);
/// After a fault of the database.
const PAUSE: Duration = Duration::from_secs(1);
/// Days after which what waits is let go, and days for which it is remembered that something came.
const WAITS_DAYS: i64 = 7;
const KNOWN_DAYS: i64 = 30;
/// The first wait of what cannot be done yet, in seconds, and the longest.
const FIRST_S: i64 = 30;
const LONGEST_S: i64 = 21_600;
/// An activity whose reading has not come back by then waits for another turn.
const READ_MAX: Duration = Duration::from_mins(5);

/// Opens what comes, for ever.
pub async fn run(app: App) {
    loop {
        if let Err(error) = open_due(&app).await {
            tracing::error!(%error, "what came cannot be opened");
            tokio::time::sleep(PAUSE).await;
        }
        let now = app.clock().now();
        let due = app.read(store::next_due).await.ok().flatten();
        let nap = jobs::nap(due, now, SWEEP);
        let _ = tokio::time::timeout(nap, app.federation().arrivals.notified()).await;
    }
}

/// Opens all that is due now, and returns how many that were.
///
/// # Errors
/// A fault of the database.
pub async fn open_due(app: &App) -> Result<usize, Error> {
    let mut opened = 0;
    loop {
        let now = app.clock().now();
        let due = app.read(move |db| store::due(db, now, TOGETHER)).await?;
        if due.is_empty() {
            return Ok(opened);
        }
        opened += due.len();
        for outcome in join_all(due.into_iter().map(|parcel| open(app, parcel))).await {
            outcome?;
        }
    }
}

/// Forgets what came long ago.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut crate::db::Tx<'_>) -> Result<(), Error> {
    let before = tx.now().day().plus(-KNOWN_DAYS);
    far::forget_tombstones(tx, before)?;
    store::forget(tx, before).map(drop)
}

async fn open(app: &App, parcel: Parcel) -> Result<(), Error> {
    let id = parcel.id;
    let is_old = app.clock().now().day().0 - parcel.received_on.0 >= WAITS_DAYS;
    let tries = parcel.tries;
    let planned = tokio::time::timeout(READ_MAX, read(app, &parcel)).await;
    let planned = planned.unwrap_or(Ok(Plan::Later("slow")));
    let done = match planned {
        Ok(Plan::Do(deed)) => act(app, id, deed, Side::House).await,
        Ok(Plan::Aside(deed)) => act(app, id, deed, Side::Alias).await,
        Ok(Plan::Drop(why)) => Ok(Some(why)),
        Ok(Plan::Later(why)) if is_old => Ok(Some(why)),
        Ok(Plan::Later(why)) => return park(app, id, tries, why).await,
        Err(error) => Err(error),
    };
    let why = match done {
        Ok(None) => return Ok(()),
        Ok(Some(why)) => why,
        Err(Error::Fault(fault)) => {
            tracing::warn!(%fault, "an activity could not be done");
            if is_old { "our-fault" } else { return park(app, id, tries, "our-fault").await }
        }
        Err(refusal) => refusal.code(),
    };
    tracing::debug!(why, "an activity has no effect");
    let keeps = why == super::FLAG;
    app.write(move |tx| store::settle(tx, id, (State::Dropped, why), keeps)).await
}

/// Effect and settling, together. What has none says why.
async fn act(app: &App, id: i64, deed: Deed, side: Side) -> Result<Option<&'static str>, Error> {
    app.write_as(side, move |tx| {
        if !store::take(tx, id)? {
            return Ok(None);
        }
        match deed(tx)? {
            Outcome::Done => store::settle(tx, id, (State::Done, ""), false).map(|()| None),
            Outcome::Dropped(why) => {
                store::settle(tx, id, (State::Dropped, why), why == super::FLAG).map(|()| None)
            }
        }
    })
    .await
}

/// Does what was planned without a parcel of its own: one of many things that a group's newest threads are.
pub(super) async fn do_now(app: &App, planned: Plan) -> Result<(), Error> {
    let (deed, side) = match planned {
        Plan::Do(deed) => (deed, Side::House),
        Plan::Aside(deed) => (deed, Side::Alias),
        Plan::Drop(_) | Plan::Later(_) => return Ok(()),
    };
    match app.write_as(side, move |tx| deed(tx)).await {
        Err(Error::Fault(fault)) => Err(fault.into()),
        _ => Ok(()),
    }
}

async fn park(app: &App, id: i64, tries: i64, why: &'static str) -> Result<(), Error> {
    let wait_s = (FIRST_S << tries.clamp(0, 20)).min(LONGEST_S);
    app.write(move |tx| {
        let until = tx.now().plus_s(wait_s);
        store::park(tx, id, until, why)
    })
    .await
}

/// What is to be done, once all is known that has to be asked.
async fn read(app: &App, parcel: &Parcel) -> Result<Plan, Error> {
    let host = parcel.domain.clone();
    let (admission, may_take_back) =
        app.read(move |db| Ok((peers::admit(db, &host)?, peers::may_take_back(db, &host)?))).await?;
    let is_closed = admission == Admission::Closed;
    if is_closed && !may_take_back {
        return Ok(Plan::Drop("closed"));
    }
    let sender = Sender { actor: parcel.actor.clone(), host: parcel.domain.clone(), via: None };
    let mut asking = Asking {
        app,
        own: app.federation().own.clone(),
        sender,
        admission,
        raw: parcel.body.clone(),
        budget: Budget::default(),
    };
    if parcel.activity.starts_with(super::NEWEST) && !is_closed {
        let actor = parcel.actor.clone();
        let group = app.read(move |db| far::far_group_by_actor(db, &actor)).await?;
        let Some(group) = group.filter(|group| group.state == far::State::In) else {
            return Ok(Plan::Drop("not-followed"));
        };
        asking.budget = Budget::of(mirror::LOOKS);
        return mirror::newest(&mut asking, group).await;
    }
    let Ok(activity) = fetch::parse(&parcel.body) else { return Ok(Plan::Drop("unreadable")) };
    if is_closed && shape::kind(&activity) != "Delete" {
        return Ok(Plan::Drop("closed"));
    }
    if shape::kind(&activity) == "Announce" {
        return announce::announce(&mut asking, &activity).await;
    }
    verbs::act(&mut asking, &activity).await
}
