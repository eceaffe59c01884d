//! Carries letters: a bag a host, many hosts at once, each bag in one pair of hands. How a letter is posted and whether it
//! may still go is given from outside.

use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;

use super::store::{self, Bag, Became, Carried, End};
use super::{Kind, Letter, May, Outcome, Why};
use crate::app::App;
use crate::db::Db;
use crate::jobs;
use crate::kernel::Error;

/// Bags in hand at once: of hosts that answer, and of hosts that do not. The silent ones can never be in the others' way.
const ANSWERING: usize = 48;
const SILENT: usize = 16;
/// A post that has not come back by then is taken for lost, whatever it waits for.
const POST_MAX: Duration = Duration::from_mins(1);
/// A turn begins no further letter after so many seconds: what was taken is noted, and whoever dies repeats little.
const TURN_S: i64 = 60;
/// How often whoever holds a bag says that it is alive; a third of how long it is believed.
const BEAT: Duration = Duration::from_secs(5);
/// The longest sleep: a safety net under the bell.
const SWEEP: Duration = Duration::from_secs(15);
/// After a fault of the database.
const PAUSE: Duration = Duration::from_secs(1);

/// Carries what is due for ever.
///
/// `post` sends one letter. `still_may` is asked before each, in the same look that reads it; what asks others to let go of
/// something goes without being asked about.
pub async fn run<P, M>(app: App, post: P, still_may: M)
where
    P: AsyncFn(&Letter) -> Outcome,
    M: Fn(&mut Db, &Letter) -> Result<May, Error> + Clone + Send + 'static,
{
    loop {
        if let Err(error) = carry_due(&app, &post, &still_may, true).await {
            tracing::error!(%error, "the queue of letters does not answer");
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// Carries all that is due now, and returns how many turns that took.
///
/// # Errors
/// A fault of the database.
pub async fn run_due<P, M>(app: &App, post: &P, still_may: &M) -> Result<usize, Error>
where
    P: AsyncFn(&Letter) -> Outcome,
    M: Fn(&mut Db, &Letter) -> Result<May, Error> + Clone + Send + 'static,
{
    carry_due(app, post, still_may, false).await
}

async fn carry_due<P, M>(app: &App, post: &P, still_may: &M, for_ever: bool) -> Result<usize, Error>
where
    P: AsyncFn(&Letter) -> Outcome,
    M: Fn(&mut Db, &Letter) -> Result<May, Error> + Clone + Send + 'static,
{
    let (mut hands, mut silent, mut turns) = (FuturesUnordered::new(), 0_usize, 0_usize);
    loop {
        let answering = hands.len() - silent;
        let room = (ANSWERING.saturating_sub(answering), SILENT.saturating_sub(silent));
        for bag in take(app, room).await? {
            silent += usize::from(bag.failures > 0);
            turns += 1;
            hands.push(async move {
                let was_silent = bag.failures > 0;
                (carry(app, bag, post, still_may).await, was_silent)
            });
        }
        if hands.is_empty() && !for_ever {
            return Ok(turns);
        }
        let nap = until_next(app, for_ever && hands.len() < ANSWERING + SILENT).await?;
        tokio::select! {
            Some((carried, was_silent)) = hands.next() => {
                silent -= usize::from(was_silent);
                carried?;
            }
            () = app.letters().notified() => {}
            () = tokio::time::sleep(nap) => {}
        }
    }
}

/// Takes bags whose turn it is. Most of the time there are none, and then nothing is written.
async fn take(app: &App, (answering, silent): (usize, usize)) -> Result<Vec<Bag>, Error> {
    let [answering, silent] = [answering, silent].map(|room| i64::try_from(room).unwrap_or(0));
    let now = app.clock().now();
    if answering + silent == 0 || app.read(store::next_due).await?.is_none_or(|due| due > now) {
        return Ok(Vec::new());
    }
    app.write(move |tx| store::claim(tx, answering, silent)).await
}

async fn until_next(app: &App, has_room: bool) -> Result<Duration, Error> {
    if !has_room {
        return Ok(SWEEP);
    }
    let (now, due) = (app.clock().now(), app.read(store::next_due).await?);
    Ok(jobs::nap(due, now, SWEEP))
}

/// One turn of one host: letters in order until one has to wait, then all of it is settled at once. Who dies in between has
/// sent some of them for nothing; whoever takes the bag next sends them again.
async fn carry<P, M>(app: &App, bag: Bag, post: &P, still_may: &M) -> Result<(), Error>
where
    P: AsyncFn(&Letter) -> Outcome,
    M: Fn(&mut Db, &Letter) -> Result<May, Error> + Clone + Send + 'static,
{
    let turn = tokio::select! {
        biased;
        turn = turn(app, &bag, post, still_may) => Some(turn?),
        lost = keep_hold(app, &bag) => { lost?; None }
    };
    let domain = bag.domain.clone();
    let is_ours = match turn {
        Some((carried, end)) => app.write(move |tx| store::settle(tx, &bag, &carried, end)).await?,
        None => false,
    };
    if !is_ours {
        tracing::debug!(domain, "a bag was in other hands before its turn was over");
    }
    Ok(())
}

/// Says that whoever holds a bag is alive, until somebody else has it.
async fn keep_hold(app: &App, bag: &Bag) -> Result<(), Error> {
    loop {
        tokio::time::sleep(BEAT).await;
        let own = bag.clone();
        if !app.write(move |tx| store::hold(tx, &own)).await? {
            return Ok(());
        }
    }
}

/// The letters of a turn, and how it ended.
async fn turn<P, M>(app: &App, bag: &Bag, post: &P, still_may: &M) -> Result<(Vec<Carried>, End), Error>
where
    P: AsyncFn(&Letter) -> Outcome,
    M: Fn(&mut Db, &Letter) -> Result<May, Error> + Clone + Send + 'static,
{
    let (mut carried, mut end, mut posted) = (Vec::<Carried>::new(), End::Well, 0);
    let begun = app.clock().now();
    while posted < bag.pace && app.clock().now().seconds_since(begun) < TURN_S {
        let last = carried.last().map(|last| (last.letter.id, last.letter.inbox.clone()));
        let Some((letter, may)) = next(app, bag, last, still_may).await? else { break };
        match may {
            May::Go => {}
            May::Rest => {
                end = End::Rests;
                break;
            }
            May::Drop => {
                carried.push(Carried { letter, became: Became::Dropped });
                continue;
            }
        }
        posted += 1;
        let late = Outcome::Again { after: None, why: Why::Slow };
        let became = match tokio::time::timeout(POST_MAX, post(&letter)).await.unwrap_or(late) {
            Outcome::Taken => Became::Taken,
            Outcome::Never(why) => Became::Refused(why),
            Outcome::Again { after, why } => {
                let jitter = i64::try_from(app.chance().below(251)).unwrap_or(0);
                end = End::silent(bag, jitter, after, why);
                break;
            }
        };
        carried.push(Carried { letter, became });
    }
    Ok((carried, end))
}

async fn next<M>(
    app: &App,
    bag: &Bag,
    last: Option<(i64, String)>,
    still_may: &M,
) -> Result<Option<(Letter, May)>, Error>
where
    M: Fn(&mut Db, &Letter) -> Result<May, Error> + Clone + Send + 'static,
{
    let (domain, still_may) = (bag.domain.clone(), still_may.clone());
    app.read(move |db| {
        let Some(letter) = store::next(db, &domain, last)? else { return Ok(None) };
        let may = if letter.kind == Kind::Delete { May::Go } else { still_may(db, &letter)? };
        Ok(Some((letter, may)))
    })
    .await
}
