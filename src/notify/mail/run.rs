//! Sends what is due to addresses.

use super::{Held, Letter, Relay, Said, commands, post, rules, store};
use crate::app::App;
use crate::db::Db;
use crate::kernel::{Day, Error, Mailbox, Moment, Zone};
use crate::notify::choices::{self, Choices, Sort};
use crate::notify::inbox::{self, Marks};
use crate::notify::letters::{self, End, Queue};
use crate::notify::push;
use crate::support::oncall;

/// Letters in hand at once: one machine takes them all.
const AT_ONCE: usize = 4;
/// Whoever has a letter and does not settle it by then is taken for dead; longer than the machine is waited for.
const LEASE_S: i64 = 180;

/// Sends what is due for ever; where there is no e-mail, never.
pub async fn run(app: App) {
    if let Some(relay) = app.mail().relay.as_ref() {
        queue(&app).run(|letter| deliver(&app, relay, letter)).await;
    }
}

/// Sends all that is due now, and returns how many letters that was.
///
/// # Errors
/// A fault of the database.
pub async fn run_due(app: &App) -> Result<usize, Error> {
    let Some(relay) = app.mail().relay.as_ref() else { return Ok(0) };
    queue(app).run_due(|letter| deliver(app, relay, letter)).await
}

fn queue(app: &App) -> Queue<'_, Letter> {
    Queue {
        app,
        bell: &app.mail().bell,
        of: "mails",
        at_once: AT_ONCE,
        lease_s: LEASE_S,
        next_due: store::next_due,
        claim: store::claim,
    }
}

/// A letter that may go: what is sealed of its address, and the day there.
type Ready = (Held, Mailbox, Day);

async fn deliver(app: &App, relay: &Relay, letter: Letter) -> Result<(), Error> {
    let (end, today) = match may_go(app, &letter).await? {
        Ok((held, to, today)) => (send(app, relay, (&letter, &held), &to).await, today),
        Err(end) => (end, Day(0)),
    };
    let (keys, marks) = (app.keys().clone(), marks(app, &letter));
    app.write(move |tx| match end {
        End::Over => store::drop_letter(tx, letter.id),
        End::Sent => {
            store::drop_letter(tx, letter.id)?;
            if letter.sort.is_some() { commands::count(tx, &keys, letter.to.id, today) } else { Ok(()) }
        }
        End::Gone => commands::give_up(tx, &keys, &letter.to, &marks),
        End::Again(at) => store::put_back(tx, letter.id, at, letter.tries),
        End::Later(at) => store::put_back(tx, letter.id, at, letter.tries - 1),
    })
    .await
}

fn marks(app: &App, letter: &Letter) -> Marks {
    app.later().seen.of(&letter.to.face).unwrap_or_default()
}

/// Where a letter goes, if it is still to go: much may have changed while it waited.
async fn may_go(app: &App, letter: &Letter) -> Result<Result<Ready, End>, Error> {
    let (now, keys, own, marks) = (app.clock().now(), app.keys().clone(), letter.clone(), marks(app, letter));
    let (held, chosen, verdict) = app
        .read(move |db| {
            let Some(kept) = store::by_id(db, own.to.id)? else {
                return Ok((None, Choices::default(), Some(End::Over)));
            };
            let chosen = choices::of(db, &keys, kept.face)?;
            let own = Letter { to: kept, ..own };
            let verdict = stays(db, &own, &chosen, &marks, now)?;
            Ok((commands::open(&keys, &own.to), chosen, verdict))
        })
        .await?;
    if let Some(end) = verdict {
        return Ok(Err(end));
    }
    let Some((held, to)) = held.and_then(|held| held.mailbox().map(|to| (held, to))) else {
        return Ok(Err(End::Over));
    };
    let per_day = app.settings().mail.per_day;
    if let Some(end) = rules::held_back(&chosen, letter, &held, per_day, now) {
        return Ok(Err(end));
    }
    if let Some(until) = app.mail().rests_until(now) {
        return Ok(Err(letters::later(letter.late_at, until)));
    }
    let today = Zone::parse(&chosen.zone).unwrap_or(Zone::utc()).day(now);
    Ok(Ok((held, to, today)))
}

/// What becomes of a letter that does not go out now.
fn stays(
    db: &mut Db,
    own: &Letter,
    chosen: &Choices,
    marks: &Marks,
    now: Moment,
) -> Result<Option<End>, Error> {
    let (face, is_open) = (own.to.face, push::is_open(db, own.to.face, now.day())?);
    let Some(sort) = own.sort else {
        return Ok((!is_open || own.to.until.is_none()).then_some(End::Over));
    };
    let by_mail = |sort: &Sort| chosen.place(*sort).mails();
    if !is_open || own.to.until.is_some() {
        return Ok(Some(End::Over));
    }
    if sort.is_urgent() {
        let is_late = sort == Sort::Lamp && !oncall::is_called(db, face, now)?;
        return Ok((is_late || !by_mail(&sort)).then_some(End::Over));
    }
    // Whoever has read it meanwhile, or has quiet hours now, is not disturbed.
    let all: Vec<Sort> = if own.is_several { Sort::ALL.to_vec() } else { vec![sort] };
    let mut is_waiting = false;
    for each in all.iter().filter(|each| by_mail(each) && !each.is_urgent()) {
        is_waiting |= inbox::is_waiting(db, face, *each, marks)?;
    }
    if !is_waiting {
        return Ok(Some(End::Over));
    }
    Ok(chosen.quiet_until(now).map(|until| letters::later(own.late_at, until)))
}

async fn send(app: &App, relay: &Relay, (letter, held): (&Letter, &Held), to: &Mailbox) -> End {
    let origin = app.settings().server.origin();
    let mail = post::write(&origin, relay.from(), (letter, held), app.clock().now());
    let said = relay.send(to, mail.as_bytes()).await;
    let now = app.clock().now();
    app.mail().heard(!matches!(said, Said::NotNow { is_well: false }), now);
    if said != Said::Taken {
        // Not where to: an address is its member's.
        tracing::debug!(?said, "a mail was not taken");
    }
    let permille = i64::try_from(app.chance().stream("mail", letter.to.id.0).below(251)).unwrap_or(0);
    rules::end(letter, said, now, permille)
}
