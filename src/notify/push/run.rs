//! Sends what is due, several at once. Nobody waits for it: what is on its way lies in the database, and whoever dies leaves
//! it there.

use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;

use super::rules::{End, end};
use super::{Ears, Letter, post, store};
use crate::app::App;
use crate::forum::pace;
use crate::kernel::{Error, Moment};
use crate::notify::choices::{self, Sort};
use crate::notify::inbox;

/// Letters in hand at once.
const AT_ONCE: usize = 24;
/// Whoever has a letter and does not settle it by then is taken for dead; longer than the client waits for an answer.
const LEASE_S: i64 = 90;
/// The longest sleep: a safety net under the bell, for letters that other processes put on their way.
const SWEEP: Duration = Duration::from_secs(5);
/// After a fault of the database.
const PAUSE: Duration = Duration::from_secs(1);

/// Sends what is due for ever.
pub async fn run(app: App) {
    loop {
        if let Err(error) = send_due(&app, true).await {
            tracing::error!(%error, "the queue of pushes does not answer");
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// Sends all that is due now, and returns how many letters that was.
///
/// # Errors
/// A fault of the database.
pub async fn run_due(app: &App) -> Result<usize, Error> {
    send_due(app, false).await
}

async fn send_due(app: &App, for_ever: bool) -> Result<usize, Error> {
    let (mut hands, mut sent) = (FuturesUnordered::new(), 0);
    loop {
        for letter in take(app, AT_ONCE.saturating_sub(hands.len())).await? {
            sent += 1;
            hands.push(deliver(app, letter));
        }
        if hands.is_empty() && !for_ever {
            return Ok(sent);
        }
        let nap = until_next(app).await?;
        tokio::select! {
            Some(settled) = hands.next() => settled?,
            () = app.push().bell.notified(), if hands.len() < AT_ONCE => {}
            () = tokio::time::sleep(nap), if hands.len() < AT_ONCE => {}
        }
    }
}

/// Takes letters whose turn it is. Most of the time there are none, and then nothing is written.
async fn take(app: &App, room: usize) -> Result<Vec<Letter>, Error> {
    let (now, room) = (app.clock().now(), i64::try_from(room).unwrap_or(0));
    if room == 0 || app.read(store::next_due).await?.is_none_or(|due| due > now) {
        return Ok(Vec::new());
    }
    app.write(move |tx| store::claim(tx, room, tx.now().plus_s(LEASE_S))).await
}

async fn until_next(app: &App) -> Result<Duration, Error> {
    let (now, due) = (app.clock().now(), app.read(store::next_due).await?);
    let wait_ms = due.map_or(i64::MAX, |due| due.0.saturating_sub(now.0)).max(10);
    Ok(SWEEP.min(Duration::from_millis(u64::try_from(wait_ms).unwrap_or(u64::MAX))))
}

async fn deliver(app: &App, letter: Letter) -> Result<(), Error> {
    let end = match may_go(app, &letter).await? {
        Ok(ears) => send(app, &letter, &ears).await,
        Err(end) => end,
    };
    app.write(move |tx| match end {
        End::Over => store::drop_letter(tx, letter.id),
        End::Gone => store::remove(tx, letter.face, letter.device).map(drop),
        End::Again(at) => store::put_back(tx, letter.id, at, letter.tries),
        End::Later(at) => store::put_back(tx, letter.id, at, letter.tries - 1),
    })
    .await
}

/// How the device is reached, if it is still to be told: much may have changed while the letter waited.
async fn may_go(app: &App, letter: &Letter) -> Result<Result<Ears, End>, Error> {
    let (now, keys, own) = (app.clock().now(), app.keys().clone(), letter.clone());
    let marks = app.later().seen.of(&letter.face).unwrap_or_default();
    let verdict = app
        .read(move |db| {
            if own.until < now.day() {
                return Ok(Some(End::Gone));
            }
            let chosen = choices::of(db, &keys, own.face)?;
            if !store::is_open(db, own.face, now.day())? || !chosen.place(own.sort).rings() {
                return Ok(Some(End::Over));
            }
            if own.sort.is_urgent() {
                return Ok(None);
            }
            // Whoever has read it meanwhile, has quiet hours now, or is on a break from what waits for them, is not disturbed.
            let is_away = own.sort == Sort::Service && !pace::away(db, &[own.face], now.day())?.is_empty();
            let is_waiting = !is_away && inbox::is_waiting(db, own.face, own.sort, &marks)?;
            let later = chosen
                .quiet_until(now)
                .map(|until| if until > own.late_at { End::Over } else { End::Later(until) });
            Ok(if is_waiting { later } else { Some(End::Over) })
        })
        .await?;
    let is_first = letter.tries == 1;
    if let Some(end) = verdict {
        return Ok(Err(end));
    }
    let plain = app.keys().unseal(letter.device, &letter.ears).ok();
    let Some(ears) = plain.and_then(|plain| serde_json::from_slice::<Ears>(&plain).ok()) else {
        return Ok(Err(End::Over));
    };
    if let Some(until) = app.push().rests_until(&ears.host(), now) {
        return Ok(Err(later(letter, until)));
    }
    if is_first && !letter.sort.is_urgent() && !app.push().may_ring(letter.device, now) {
        return Ok(Err(End::Over));
    }
    Ok(Ok(ears))
}

fn later(letter: &Letter, at: Moment) -> End {
    if at > letter.late_at { End::Over } else { End::Later(at) }
}

async fn send(app: &App, letter: &Letter, ears: &Ears) -> End {
    let parcel = match post::wrap(app, letter, ears).await {
        Ok(parcel) => parcel,
        Err(error) => {
            tracing::warn!(%error, "a push could not be made");
            return End::Over;
        }
    };
    let said = app.send_push(parcel).await;
    let now = app.clock().now();
    app.push().heard(&ears.host(), said.status.is_some_and(|status| status < 500 && status != 429), now);
    if !said.status.is_some_and(|status| (200..300).contains(&status)) {
        // Not where to: an address is its device's.
        tracing::debug!(status = said.status, "a push was not taken");
    }
    let permille = i64::try_from(app.chance().stream("push", letter.device.0).below(251)).unwrap_or(0);
    end(letter, said, now, permille)
}
