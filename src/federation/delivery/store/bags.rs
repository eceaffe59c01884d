//! Every SQL statement about mailbags: whose turn it is, who holds it, how it went.

use diesel::dsl::{count_star, min};
use diesel::prelude::*;
use diesel::{insert_into, update};

use super::super::model::{Health, Kind, Letter, Why};
use super::super::rules::{gap_ms, next_pace, wait_ms};
use super::counts;
use crate::db::schema::{delivery, mailbag};
use crate::db::{Db, Run, Tx};
use crate::federation::delivery::Recipient;
use crate::kernel::{Day, Error, Moment};

/// How long a bag belongs to whoever took it and has not said since that it is alive, in seconds: who is killed keeps nobody
/// waiting for longer.
const LEASE_S: i64 = 15;
/// How long a bag rests whose letters are to wait, in milliseconds.
const REST_MS: i64 = 900_000;

/// A bag in somebody's hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bag {
    /// The host it is for.
    pub domain: String,
    /// The number of this turn: whoever takes the bag later has a higher one.
    pub fence: i64,
    /// Letters it may carry this time.
    pub pace: i64,
    /// Turns in a row without success before this one.
    pub failures: i64,
}

/// How a turn ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Everything that was carried has its answer.
    Well,
    /// The host did not answer as it should; the wait already holds its jitter.
    Silent {
        /// Milliseconds until the next try.
        wait_ms: i64,
        /// Why.
        why: Why,
    },
    /// What is next is to wait until a host has looked; nothing is wrong with the other side.
    Rests,
}

impl End {
    /// After a turn without success.
    #[must_use]
    pub fn silent(bag: &Bag, jitter: i64, after: Option<std::time::Duration>, why: Why) -> Self {
        Self::Silent { wait_ms: wait_ms(bag.failures.saturating_add(1), jitter, after), why }
    }
}

/// Something waits for a host. If it already has a turn coming, that one stays.
pub fn put_in_bag(tx: &mut Tx<'_>, to: &Recipient) -> Result<(), Error> {
    let known: Option<Option<Moment>> =
        mailbag::table.find(&to.domain).select(mailbag::due_at).row_opt(tx)?;
    // What may go as soon as may be bears the day alone: a finer moment would date the words in it.
    let now = tx.now().day().start();
    match known {
        Some(Some(_)) => Ok(()),
        Some(None) => update(mailbag::table.find(&to.domain))
            .set((mailbag::due_at.eq(now), mailbag::inbox.eq(&to.inbox)))
            .exec(tx)
            .map(drop),
        None => insert_into(mailbag::table)
            .values((mailbag::domain.eq(&to.domain), mailbag::inbox.eq(&to.inbox), mailbag::due_at.eq(now)))
            .exec(tx)
            .map(drop),
    }
}

/// Somebody asked that a host be tried now. A bag in somebody's hands is being tried.
pub fn wake_bag(tx: &mut Tx<'_>, domain: &str) -> Result<(), Error> {
    let now = tx.now();
    let free = mailbag::held_until.is_null().or(mailbag::held_until.le(now));
    update(mailbag::table.find(domain).filter(free))
        .set((mailbag::due_at.eq(now), mailbag::pace.eq(1)))
        .exec(tx)
        .map(drop)
}

/// Takes bags whose turn it is: so many of hosts that answer, so many of those that do not, the longest due first.
///
/// On PostgreSQL bags that other processes are taking are stepped over; on SQLite there is one writer.
///
/// # Errors
/// A fault of the database.
pub fn claim(tx: &mut Tx<'_>, answering: i64, silent: i64) -> Result<Vec<Bag>, Error> {
    let mut bags = Vec::new();
    for (is_silent, most) in [(false, answering), (true, silent)] {
        for (domain, fence, pace, failures) in due(tx, is_silent, most)? {
            let (fence, until) = (fence.saturating_add(1), tx.now().plus_s(LEASE_S));
            update(mailbag::table.find(&domain))
                .set((mailbag::fence.eq(fence), mailbag::due_at.eq(until), mailbag::held_until.eq(until)))
                .exec(tx)?;
            bags.push(Bag { domain, fence, pace, failures });
        }
    }
    Ok(bags)
}

/// Whoever holds a bag is alive. Says whether the bag is still in the same hands.
pub fn hold(tx: &mut Tx<'_>, bag: &Bag) -> Result<bool, Error> {
    let until = tx.now().plus_s(LEASE_S);
    let own = mailbag::table.find(&bag.domain).filter(mailbag::fence.eq(bag.fence));
    let rows = update(own).set((mailbag::due_at.eq(until), mailbag::held_until.eq(until))).exec(tx)?;
    Ok(rows > 0)
}

/// A host was heard from that did not answer lately: it is tried now. What it asked us to wait for still holds. Says whether
/// anything waits for it.
pub fn heard_from(tx: &mut Tx<'_>, domain: &str) -> Result<bool, Error> {
    let now = tx.now();
    let free = mailbag::held_until.is_null().or(mailbag::held_until.le(now));
    let is_silent = mailbag::silent_on.is_not_null().and(mailbag::fault.ne(Why::Busy.code()));
    let waits = mailbag::table.find(domain).filter(mailbag::due_at.gt(now)).filter(is_silent).filter(free);
    Ok(update(waits).set(mailbag::due_at.eq(now)).exec(tx)? > 0)
}

/// Hosts that fell silent since this day are tried now.
pub fn try_since(tx: &mut Tx<'_>, day: Day) -> Result<usize, Error> {
    let now = tx.now();
    let free = mailbag::held_until.is_null().or(mailbag::held_until.le(now));
    let waits = mailbag::table
        .filter(mailbag::silent_on.ge(day))
        .filter(mailbag::due_at.gt(now))
        .filter(mailbag::fault.ne(Why::Busy.code()))
        .filter(free);
    update(waits).set(mailbag::due_at.eq(now)).exec(tx)
}

type Found = (String, i64, i64, i64);

fn due(tx: &mut Tx<'_>, is_silent: bool, most: i64) -> Result<Vec<Found>, Error> {
    let now = tx.now();
    let due = mailbag::table.filter(mailbag::due_at.le(now)).order(mailbag::due_at).limit(most).select((
        mailbag::domain,
        mailbag::fence,
        mailbag::pace,
        mailbag::failures,
    ));
    // A partial index is used only where its condition stands in the statement itself.
    let found = match (&mut **tx, is_silent) {
        (Db::Sqlite(conn), true) => due.filter(mailbag::silent_on.is_not_null()).load::<Found>(&mut **conn),
        (Db::Sqlite(conn), false) => due.filter(mailbag::silent_on.is_null()).load(&mut **conn),
        (Db::Pg(conn), true) => {
            due.filter(mailbag::silent_on.is_not_null()).for_update().skip_locked().load(&mut **conn)
        }
        (Db::Pg(conn), false) => {
            due.filter(mailbag::silent_on.is_null()).for_update().skip_locked().load(&mut **conn)
        }
    };
    Ok(found?)
}

/// When the next bag has its turn, if any waits.
///
/// # Errors
/// A fault of the database.
pub fn next_due(db: &mut Db) -> Result<Option<Moment>, Error> {
    let answering: Option<Moment> =
        mailbag::table.filter(mailbag::silent_on.is_null()).select(min(mailbag::due_at)).row(db)?;
    let silent: Option<Moment> =
        mailbag::table.filter(mailbag::silent_on.is_not_null()).select(min(mailbag::due_at)).row(db)?;
    Ok(answering.into_iter().chain(silent).min())
}

/// Settles a turn: what was taken is done, what will never be taken is given up, and the bag has its next turn or none.
///
/// Says whether the bag was still in the same hands; if not, nothing is changed: whoever has it now carries all of it again.
///
/// # Errors
/// A fault of the database.
pub fn settle(tx: &mut Tx<'_>, bag: &Bag, carried: &[Carried], end: End) -> Result<bool, Error> {
    let own = mailbag::table.find(&bag.domain).filter(mailbag::fence.eq(bag.fence));
    let held: Option<Option<Day>> = own.select(mailbag::silent_on).row_opt(tx)?;
    let Some(silent_on) = held else { return Ok(false) };
    carried.iter().try_for_each(|carried| note(tx, carried))?;
    let more: i64 = delivery::table
        .filter(delivery::domain.eq(&bag.domain))
        .filter(delivery::given_up_on.is_null())
        .select(count_star())
        .row(tx)?;
    let (now, today) = (tx.now(), tx.now().day());
    let at = |wait_ms: i64| (more > 0).then(|| Moment(now.0.saturating_add(wait_ms)));
    let became = |wanted| carried.iter().any(|carried| carried.became == wanted);
    let was_taken = became(Became::Taken);
    // What we could not sign or send is no answer of theirs.
    let was_heard = was_taken || became(Became::Refused(Why::Refused));
    if was_taken {
        update(own).set(mailbag::ok_on.eq(today)).exec(tx)?;
    }
    match end {
        End::Well if was_heard => update(own)
            .set((
                mailbag::due_at.eq(at(gap_ms(bag.pace))),
                mailbag::failures.eq(0),
                mailbag::pace.eq(next_pace(bag.pace)),
                mailbag::silent_on.eq(None::<Day>),
                mailbag::fault.eq(""),
            ))
            .exec(tx)?,
        End::Well => update(own).set(mailbag::due_at.eq(at(gap_ms(bag.pace)))).exec(tx)?,
        End::Rests => update(own).set(mailbag::due_at.eq(at(REST_MS))).exec(tx)?,
        End::Silent { wait_ms, why } => update(own)
            .set((
                mailbag::due_at.eq(at(wait_ms)),
                mailbag::failures.eq(bag.failures.saturating_add(1)),
                mailbag::pace.eq(1),
                mailbag::silent_on.eq(Some(silent_on.unwrap_or(today))),
                mailbag::fault.eq(why.code()),
            ))
            .exec(tx)?,
    };
    update(mailbag::table.find(&bag.domain)).set(mailbag::held_until.eq(None::<Moment>)).exec(tx)?;
    Ok(true)
}

/// Writes down what became of one letter, and whether its host now holds what it was about.
fn note(tx: &mut Tx<'_>, Carried { letter, became }: &Carried) -> Result<(), Error> {
    let place = (letter.id, letter.inbox.clone());
    match became {
        Became::Dropped => super::done(tx, &place, &letter.domain),
        Became::Refused(why) => super::give_up(tx, &place, &letter.domain, why.code()),
        Became::Taken => {
            super::done(tx, &place, &letter.domain)?;
            match letter.kind {
                Kind::Create | Kind::Update => super::set_holds(tx, letter),
                Kind::Delete => super::unset_holds(tx, &letter.domain, &letter.object),
                Kind::Link | Kind::Other => Ok(()),
            }
        }
    }
}

/// A letter that was carried, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The letter.
    pub letter: Letter,
    /// What became of it.
    pub became: Became,
}

/// What becomes of a letter in a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// The host has it.
    Taken,
    /// It was not to go any more.
    Dropped,
    /// The host will never take it.
    Refused(Why),
}

/// How many letters wait for anybody.
///
/// # Errors
/// A fault of the database.
pub fn waiting(db: &mut Db) -> Result<i64, Error> {
    delivery::table.filter(delivery::given_up_on.is_null()).select(count_star()).row(db)
}

/// How a host takes what is sent.
///
/// # Errors
/// A fault of the database.
pub fn health(db: &mut Db, domain: &str) -> Result<Health, Error> {
    type Row = (i64, Option<Day>, Option<Day>, String);
    let columns = (mailbag::failures, mailbag::ok_on, mailbag::silent_on, mailbag::fault);
    let row: Option<Row> = mailbag::table.find(domain).select(columns).row_opt(db)?;
    let (failures, ok_on, silent_on, fault) = row.unwrap_or_default();
    let (waiting, given_up, holds) = counts(db, domain)?;
    Ok(Health { waiting, given_up, failures, ok_on, silent_on, fault: Why::parse(&fault), holds })
}

/// The form of signature a host understands, in the signer's word; empty until one was taken.
///
/// # Errors
/// A fault of the database.
pub fn form_of(db: &mut Db, domain: &str) -> Result<String, Error> {
    mailbag::table.find(domain).select(mailbag::form).row_opt(db).map(Option::unwrap_or_default)
}

/// Remembers the form of signature a host understood.
///
/// # Errors
/// A fault of the database.
pub fn remember_form(tx: &mut Tx<'_>, domain: &str, form: &str) -> Result<(), Error> {
    update(mailbag::table.find(domain)).set(mailbag::form.eq(form)).exec(tx).map(drop)
}
