//! Sends what is due to devices.

use std::sync::{Mutex, PoisonError};

use super::{Ears, Letter, post, rules, store};
use crate::app::App;
use crate::forum::pace;
use crate::kernel::{Error, FaceId};
use crate::notify::choices::{self, Sort};
use crate::notify::inbox;
use crate::notify::letters::{self, End, Queue};
use crate::support::oncall;

/// Letters in hand at once.
const AT_ONCE: usize = 24;
/// Whoever has a letter and does not settle it by then is taken for dead; longer than the client waits for an answer.
const LEASE_S: i64 = 90;

/// Sends what is due for ever.
pub async fn run(app: App) {
    queue(&app).run(|letter| deliver(&app, letter)).await;
}

/// Sends all that is due now, and returns how many letters that was.
///
/// # Errors
/// A fault of the database.
pub async fn run_due(app: &App) -> Result<usize, Error> {
    queue(app).run_due(|letter| deliver(app, letter)).await
}

fn queue(app: &App) -> Queue<'_, Letter> {
    Queue {
        app,
        bell: &app.push().bell,
        of: "pushes",
        at_once: AT_ONCE,
        lease_s: LEASE_S,
        next_due: store::next_due,
        claim: store::claim,
    }
}

/// Hands all that is due now to nobody, and says whom it would have told of what: for a community in which nobody lives.
///
/// # Errors
/// A fault of the database.
pub async fn told_now(app: &App) -> Result<Vec<(FaceId, Sort)>, Error> {
    let told = Mutex::new(Vec::new());
    queue(app).run_due(|letter| tell(app, letter, &told)).await?;
    Ok(told.into_inner().unwrap_or_else(PoisonError::into_inner))
}

async fn tell(app: &App, letter: Letter, told: &Mutex<Vec<(FaceId, Sort)>>) -> Result<(), Error> {
    let end = match may_go(app, &letter).await? {
        Ok(_) => {
            told.lock().unwrap_or_else(PoisonError::into_inner).push((letter.face, letter.sort));
            End::Sent
        }
        Err(end) => end,
    };
    settle(app, letter, end).await
}

async fn deliver(app: &App, letter: Letter) -> Result<(), Error> {
    let end = match may_go(app, &letter).await? {
        Ok(ears) => send(app, &letter, &ears).await,
        Err(end) => end,
    };
    settle(app, letter, end).await
}

async fn settle(app: &App, letter: Letter, end: End) -> Result<(), Error> {
    app.write(move |tx| match end {
        End::Sent | End::Over => store::drop_letter(tx, letter.id),
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
                let is_late = own.sort == Sort::Lamp && !oncall::is_called(db, own.face, now)?;
                return Ok(is_late.then_some(End::Over));
            }
            // Whoever has read it meanwhile, has quiet hours now, or is on a break from what waits for them, is not disturbed.
            let is_away = own.sort == Sort::Service && !pace::away(db, &[own.face], now.day())?.is_empty();
            let is_waiting = !is_away && inbox::is_waiting(db, own.face, own.sort, &marks)?;
            let later = chosen.quiet_until(now).map(|until| letters::later(own.late_at, until));
            Ok(if is_waiting { later } else { Some(End::Over) })
        })
        .await?;
    let is_first = letter.tries == 1;
    if let Some(end) = verdict {
        return Ok(Err(end));
    }
    let Some(ears) = app.keys().open_filled::<_, Ears>(letter.device, &letter.ears) else {
        return Ok(Err(End::Over));
    };
    if let Some(until) = app.push().rests_until(&ears.host(), now) {
        return Ok(Err(letters::later(letter.late_at, until)));
    }
    if is_first && !letter.sort.is_urgent() && !app.push().may_ring(letter.device, now) {
        return Ok(Err(End::Over));
    }
    Ok(Ok(ears))
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
    rules::end(letter, said, now, permille)
}
