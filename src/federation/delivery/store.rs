//! Every SQL statement about letters.

mod bags;

use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Activity, DeadLetter, Kind, Letter, Recipient};
use crate::db::schema::{activity, delivery, holding, mailbag};
use crate::db::{Db, Run, Tx};
use crate::kernel::{Day, Error, Moment};

pub use bags::{Bag, Became, Carried, End, claim, form_of, health, next_due, remember_form, settle, waiting};
pub(super) use bags::{heard_from, hold, put_in_bag, try_since, wake_bag};

/// Given-up letters shown at once.
const SHOWN: i64 = 50;
/// Addresses looked for at once.
const AT_ONCE: usize = 400;

pub(super) fn insert(tx: &mut Tx<'_>, sent: &Activity, until: Day) -> Result<i64, Error> {
    insert_into(activity::table)
        .values((
            activity::kind.eq(sent.kind),
            activity::object.eq(&sent.object),
            activity::key_id.eq(&sent.key_id),
            activity::body.eq(&sent.body),
            activity::about.eq(&sent.about),
            activity::until_on.eq(until),
        ))
        .returning(activity::id)
        .row(tx)
}

pub(super) fn address(tx: &mut Tx<'_>, id: i64, to: &Recipient) -> Result<(), Error> {
    insert_into(delivery::table)
        .values((
            delivery::domain.eq(&to.domain),
            delivery::activity_id.eq(id),
            delivery::inbox.eq(&to.inbox),
        ))
        .on_conflict_do_nothing()
        .exec(tx)
        .map(drop)
}

/// Activities of these kinds about an object.
pub(super) fn about(db: &mut Db, object: &str, kinds: &[Kind]) -> Result<Vec<i64>, Error> {
    activity::table
        .filter(activity::object.eq(object))
        .filter(activity::kind.eq_any(kinds))
        .select(activity::id)
        .rows(db)
}

/// Takes these letters back, from one host or from all, given up or not.
pub(super) fn unaddress(tx: &mut Tx<'_>, ids: &[i64], domain: Option<&str>) -> Result<(), Error> {
    let letters = delivery::table.filter(delivery::activity_id.eq_any(ids));
    match domain {
        Some(domain) => delete(letters.filter(delivery::domain.eq(domain))).exec(tx).map(drop),
        None => delete(letters).exec(tx).map(drop),
    }
}

/// Forgets these activities if nobody waits for them any more.
pub(super) fn forget_delivered(tx: &mut Tx<'_>, ids: &[i64]) -> Result<(), Error> {
    let waited_for = delivery::table.filter(delivery::activity_id.eq(activity::id));
    delete(activity::table.filter(activity::id.eq_any(ids)).filter(not(exists(waited_for))))
        .exec(tx)
        .map(drop)
}

/// Forgets every activity that nobody waits for.
pub(super) fn sweep_delivered(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let waited_for = delivery::table.filter(delivery::activity_id.eq(activity::id));
    delete(activity::table.filter(not(exists(waited_for)))).exec(tx)
}

/// Gives up what was tried for as long as it is; forgets what was given up before `forget_before`, and what was to make others
/// let go before `deletes_before`: so long its writer may see that they never did.
pub(super) fn sweep_late(
    tx: &mut Tx<'_>,
    today: Day,
    (forget_before, deletes_before): (Day, Day),
) -> Result<(), Error> {
    let late: Vec<i64> = activity::table
        .filter(activity::until_on.lt(today))
        .select(activity::id)
        .order(activity::id)
        .limit(500)
        .rows(tx)?;
    update(
        delivery::table.filter(delivery::activity_id.eq_any(&late)).filter(delivery::given_up_on.is_null()),
    )
    .set((delivery::given_up_on.eq(today), delivery::reason.eq(super::Why::TooLate.code())))
    .exec(tx)?;
    let deletes = activity::table.filter(activity::kind.eq(Kind::Delete)).select(activity::id);
    let given_up = delivery::table.filter(delivery::given_up_on.lt(deletes_before));
    delete(given_up).exec(tx)?;
    let given_up = delivery::table.filter(delivery::given_up_on.lt(forget_before));
    delete(given_up.filter(delivery::activity_id.ne_all(deletes))).exec(tx).map(drop)
}

/// The letter that is next for a host, after one that this turn has carried already.
///
/// # Errors
/// A fault of the database.
pub fn next(db: &mut Db, domain: &str, after: Option<(i64, String)>) -> Result<Option<Letter>, Error> {
    let (id, inbox) = after.unwrap_or_default();
    let columns = (
        activity::id,
        delivery::domain,
        delivery::inbox,
        activity::kind,
        activity::object,
        activity::key_id,
        activity::body,
        activity::about,
    );
    delivery::table
        .inner_join(activity::table)
        .filter(delivery::domain.eq(domain))
        .filter(delivery::given_up_on.is_null())
        .filter(delivery::activity_id.ge(id))
        .filter(delivery::activity_id.gt(id).or(delivery::inbox.gt(inbox)))
        .order((delivery::activity_id, delivery::inbox))
        .limit(1)
        .select(columns)
        .row_opt(db)
}

pub(super) fn done(tx: &mut Tx<'_>, letter: &(i64, String), domain: &str) -> Result<(), Error> {
    delete(one(domain, letter)).exec(tx).map(drop)
}

pub(super) fn give_up(tx: &mut Tx<'_>, letter: &(i64, String), domain: &str, why: &str) -> Result<(), Error> {
    let today = tx.now().day();
    update(one(domain, letter))
        .set((delivery::given_up_on.eq(today), delivery::reason.eq(why)))
        .exec(tx)
        .map(drop)
}

#[diesel::dsl::auto_type]
fn one<'a>(domain: &'a str, letter: &'a (i64, String)) -> _ {
    let (id, inbox): (i64, &'a str) = (letter.0, letter.1.as_str());
    delivery::table
        .filter(delivery::domain.eq(domain))
        .filter(delivery::activity_id.eq(id))
        .filter(delivery::inbox.eq(inbox))
}

/// Letters to a host that were given up, the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn dead_letters(db: &mut Db, domain: &str) -> Result<Vec<DeadLetter>, Error> {
    delivery::table
        .inner_join(activity::table)
        .filter(delivery::domain.eq(domain))
        .filter(delivery::given_up_on.is_not_null())
        .order(delivery::activity_id)
        .limit(SHOWN)
        .select((activity::id, activity::kind, delivery::reason, delivery::given_up_on))
        .rows(db)
}

/// Lets what was given up for a host be tried again, each for as long again.
pub(super) fn put_back(tx: &mut Tx<'_>, domain: &str, kind: Kind, until: Day) -> Result<(), Error> {
    let ids: Vec<i64> = delivery::table
        .inner_join(activity::table)
        .filter(delivery::domain.eq(domain))
        .filter(delivery::given_up_on.is_not_null())
        .filter(activity::kind.eq(kind))
        .select(activity::id)
        .rows(tx)?;
    update(activity::table.filter(activity::id.eq_any(&ids))).set(activity::until_on.eq(until)).exec(tx)?;
    update(delivery::table.filter(delivery::domain.eq(domain)).filter(delivery::activity_id.eq_any(&ids)))
        .set((delivery::given_up_on.eq(None::<Day>), delivery::reason.eq("")))
        .exec(tx)
        .map(drop)
}

/// Letters that wait for a host, but for those that ask it to let go.
pub(super) fn all_but_deletes(db: &mut Db, domain: &str) -> Result<Vec<i64>, Error> {
    delivery::table
        .inner_join(activity::table)
        .filter(delivery::domain.eq(domain))
        .filter(activity::kind.ne(Kind::Delete))
        .filter(activity::kind.ne(Kind::Link))
        .select(activity::id)
        .rows(db)
}

pub(super) fn set_holds(tx: &mut Tx<'_>, letter: &Letter) -> Result<(), Error> {
    insert_into(holding::table)
        .values((
            holding::domain.eq(&letter.domain),
            holding::object.eq(&letter.object),
            holding::key_id.eq(&letter.key_id),
        ))
        .on_conflict_do_nothing()
        .exec(tx)
        .map(drop)
}

pub(super) fn unset_holds(tx: &mut Tx<'_>, domain: &str, object: &str) -> Result<(), Error> {
    delete(holding::table.find((domain, object))).exec(tx).map(drop)
}

/// Hosts that were given an object and not yet asked to let go of it, or did not answer when asked.
///
/// # Errors
/// A fault of the database.
pub fn holders(db: &mut Db, object: &str) -> Result<Vec<String>, Error> {
    holding::table.filter(holding::object.eq(object)).order(holding::domain).select(holding::domain).rows(db)
}

/// Which of these addresses are held, and by whom.
///
/// # Errors
/// A fault of the database.
pub fn held(db: &mut Db, addresses: &[String]) -> Result<Vec<(String, String)>, Error> {
    let mut all = Vec::new();
    for some in addresses.chunks(AT_ONCE) {
        let found: Vec<(String, String)> = holding::table
            .filter(holding::object.eq_any(some))
            .order((holding::object, holding::domain))
            .select((holding::domain, holding::object))
            .rows(db)?;
        all.extend(found);
    }
    Ok(all)
}

/// A host, an address it was asked to let go of and has not yet, and the day it was given up.
pub type Asked = (String, String, Option<Day>);

/// Which hosts have been asked to let go of what stood at these addresses, and have not answered.
///
/// # Errors
/// A fault of the database.
pub fn asked_to_let_go(db: &mut Db, addresses: &[String]) -> Result<Vec<Asked>, Error> {
    let mut all = Vec::new();
    for some in addresses.chunks(AT_ONCE) {
        let found: Vec<Asked> = delivery::table
            .inner_join(activity::table)
            .filter(activity::object.eq_any(some))
            .filter(activity::kind.eq(Kind::Delete))
            .order((delivery::domain, activity::object))
            .select((delivery::domain, activity::object, delivery::given_up_on))
            .rows(db)?;
        all.extend(found);
    }
    Ok(all)
}

/// Hosts to which something about an object may be on its way in this very moment: nobody can say any more whether they
/// were given it.
///
/// # Errors
/// A fault of the database.
fn under_way(db: &mut Db, object: &str, now: Moment) -> Result<Vec<String>, Error> {
    delivery::table
        .inner_join(activity::table)
        .inner_join(mailbag::table.on(mailbag::domain.eq(delivery::domain)))
        .filter(activity::object.eq(object))
        .filter(mailbag::held_until.gt(now))
        .select(delivery::domain)
        .distinct()
        .rows(db)
}

/// Hosts that hold an object, or may be given it in this moment.
///
/// # Errors
/// A fault of the database.
pub fn reached(db: &mut Db, object: &str, now: Moment) -> Result<Vec<String>, Error> {
    let mut all = holders(db, object)?;
    all.extend(under_way(db, object, now)?);
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// Hosts for which something about an object waits.
///
/// # Errors
/// A fault of the database.
pub fn awaiting(db: &mut Db, object: &str) -> Result<Vec<String>, Error> {
    delivery::table
        .inner_join(activity::table)
        .filter(activity::object.eq(object))
        .filter(delivery::given_up_on.is_null())
        .select(delivery::domain)
        .distinct()
        .rows(db)
}

/// Where a host was last written to; none if it never was.
///
/// # Errors
/// A fault of the database.
pub fn inbox_of(db: &mut Db, domain: &str) -> Result<Option<String>, Error> {
    mailbag::table.find(domain).select(mailbag::inbox).row_opt(db)
}

/// What a host was given: the address of the words, and the key they were signed with.
///
/// # Errors
/// A fault of the database.
pub fn holds(db: &mut Db, domain: &str) -> Result<Vec<(String, String)>, Error> {
    holding::table
        .filter(holding::domain.eq(domain))
        .order(holding::object)
        .select((holding::object, holding::key_id))
        .rows(db)
}

/// How many letters wait for a host, and how many were given up.
fn counts(db: &mut Db, domain: &str) -> Result<(i64, i64, i64), Error> {
    let letters = delivery::table.filter(delivery::domain.eq(domain));
    let waiting = letters.filter(delivery::given_up_on.is_null()).select(count_star()).row(db)?;
    let given_up = letters.filter(delivery::given_up_on.is_not_null()).select(count_star()).row(db)?;
    let holds = holding::table.filter(holding::domain.eq(domain)).select(count_star()).row(db)?;
    Ok((waiting, given_up, holds))
}

/// How many requests to let go of something wait for a host, and how many it never confirmed. Who took something back and the
/// group it was in both ask.
///
/// # Errors
/// A fault of the database.
pub fn deletes(db: &mut Db, domain: &str) -> Result<(i64, i64), Error> {
    let asks = delivery::table
        .inner_join(activity::table)
        .filter(delivery::domain.eq(domain).and(activity::kind.eq(Kind::Delete)));
    let waiting = asks.filter(delivery::given_up_on.is_null()).select(count_star()).row(db)?;
    let given_up = asks.filter(delivery::given_up_on.is_not_null()).select(count_star()).row(db)?;
    Ok((waiting, given_up))
}
