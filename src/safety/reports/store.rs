//! Every SQL statement of concerns and of what was told. Nothing here asks for an account, or could.

mod counts;
mod flagged;
mod flags;
mod named;
mod together;
mod told;
mod up;

use diesel::dsl::{exists, not, select};
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::teller::Hidden;
use super::{Concern, ConcernId, Outcome, Reason, Subject, Told};
use crate::db::schema::{act, care, concern, flag, report, thread};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Day, Error, FaceId, GroupId, Moment, ThreadId};
use crate::policy::Permit;
use crate::policy::scope::safety::{self as scope, Eyes};
use crate::safety::actions::{ActId, State};

pub use counts::{Told as Counted, told_by_month};
pub use flagged::{flags_of, waiting_about, waiting_from};
pub(super) use flagged::{insert_flag, is_flagged, is_told_elsewhere};
pub use flags::{after_due, asked_on, find_asked, forget_flags, looked_after, set_after, wake};
pub(super) use flags::{set_flags, unask};
pub use named::find_named;
pub use together::{open_all_again, settle_all};
pub use told::{reasons_among, told_of};
pub(super) use told::{set_reason, tell_more, told_before};
pub use up::raise;
pub(super) use up::{carry, lift, waiting_groups, waiting_in, waiting_on, waiting_since};

/// Concerns that one page of the queue shows; the rest comes up as these are decided.
const SHOWN: i64 = 50;
/// What was told of a name: whose, when, in which concern and group, and whether by somebody who had not told of that name.
pub type OfName = (Option<FaceId>, Moment, ConcernId, Option<GroupId>, bool);

/// Tellings of one name that a pattern is made of at most.
const PATTERN_MAX: i64 = 500;

pub(super) fn find_open(db: &mut Db, subject: &str) -> Result<Option<Concern>, Error> {
    concern::table
        .filter(concern::subject.eq(subject))
        .filter(concern::decided_on.is_null())
        .select(cols::<Concern>())
        .row_opt(db)
}

/// A concern that nobody told of before.
pub(super) struct New<'a> {
    pub id: ConcernId,
    pub subject: &'a Subject,
    pub urgency: i64,
    pub at: Moment,
}

pub(super) fn insert(tx: &mut Tx<'_>, new: &New<'_>) -> Result<(), Error> {
    insert_into(concern::table)
        .values((
            concern::id.eq(new.id),
            concern::subject.eq(new.subject.word()),
            concern::thread_id.eq(new.subject.thread),
            concern::reply_id.eq(new.subject.reply),
            concern::face_id.eq(new.subject.face),
            concern::group_id.eq(new.subject.group),
            concern::tier.eq(new.subject.tier),
            concern::urgency.eq(new.urgency),
            concern::opened_at.eq(new.at),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn is_told(db: &mut Db, mark: &str) -> Result<bool, Error> {
    select(exists(report::table.find(mark.to_owned()))).row(db)
}

/// Which of these entries are in use.
pub(super) fn used(db: &mut Db, entries: &[String]) -> Result<Vec<String>, Error> {
    report::table.filter(report::entry.eq_any(entries.to_vec())).select(report::entry).rows(db)
}

pub(super) fn insert_report(
    tx: &mut Tx<'_>,
    of: ConcernId,
    (mark, entry): (&str, &str),
    (reason, hidden, is_another): (Reason, &Hidden, bool),
) -> Result<(), Error> {
    insert_into(report::table)
        .values((
            report::mark.eq(mark),
            report::concern_id.eq(of),
            report::entry.eq(entry),
            report::reason.eq(reason),
            report::words.eq(&hidden.words),
            report::quoted.eq(&hidden.quoted),
            report::month.eq(&hidden.month),
            report::is_another.eq(is_another),
        ))
        .exec(tx)
        .map(drop)
}

/// One more told; the gravest reason says how urgent it is.
pub(super) fn count(tx: &mut Tx<'_>, id: ConcernId, urgency: i64) -> Result<(), Error> {
    update(concern::table.find(id)).set(concern::people.eq(concern::people + 1)).exec(tx)?;
    press(tx, id, urgency)
}

/// It is as urgent as this at least.
pub(super) fn press(tx: &mut Tx<'_>, id: ConcernId, urgency: i64) -> Result<(), Error> {
    update(concern::table.find(id).filter(concern::urgency.gt(urgency)))
        .set(concern::urgency.eq(urgency))
        .exec(tx)
        .map(drop)
}

/// Concerns go with all that was told and said of them.
fn remove(tx: &mut Tx<'_>, gone: Vec<ConcernId>) -> Result<usize, Error> {
    delete(report::table.filter(report::concern_id.eq_any(gone.clone()))).exec(tx)?;
    delete(care::table.filter(care::concern_id.eq_any(gone.clone()))).exec(tx)?;
    delete(flag::table.filter(flag::concern_id.eq_any(gone.clone()))).exec(tx)?;
    delete(concern::table.filter(concern::id.eq_any(gone))).exec(tx)
}

/// Takes the one turn in which another community is told of a concern; says whether it was there to be taken.
pub(super) fn take_passing(tx: &mut Tx<'_>, id: ConcernId) -> Result<bool, Error> {
    let is_new = concern::table.find(id).filter(concern::is_passed_on.eq(false));
    Ok(update(is_new).set(concern::is_passed_on.eq(true)).exec(tx)? > 0)
}

/// What was told under these entries.
pub(super) fn by_entries(db: &mut Db, entries: &[String]) -> Result<Vec<(String, Told)>, Error> {
    let rows: Vec<(String, Reason, Concern)> = report::table
        .inner_join(concern::table)
        .filter(report::entry.eq_any(entries.to_vec()))
        .select((report::entry, report::reason, cols::<Concern>()))
        .rows(db)?;
    Ok(rows
        .into_iter()
        .map(|(entry, reason, concern)| (entry, Told { reason, concern, is_unread: false }))
        .collect())
}

/// What waits for somebody, the most urgent first, then the oldest.
///
/// # Errors
/// A fault of the database.
pub fn list(db: &mut Db, eyes: &Eyes) -> Result<Vec<Concern>, Error> {
    concern::table
        .filter(concern::decided_on.is_null())
        .filter(scope::concerns(eyes))
        .order((concern::urgency, concern::opened_at, concern::id))
        .limit(SHOWN)
        .select(cols::<Concern>())
        .rows(db)
}

/// Everything that waits, whoever looks at it: to be counted.
///
/// # Errors
/// A fault of the database.
pub fn waiting(db: &mut Db, most: i64) -> Result<Vec<Concern>, Error> {
    concern::table
        .filter(concern::decided_on.is_null())
        .order((concern::urgency, concern::opened_at, concern::id))
        .limit(most)
        .select(cols::<Concern>())
        .rows(db)
}

/// One concern, if it is this viewer's to look at.
///
/// # Errors
/// [`Error::Absent`] alike for none, and for one that is not theirs or is about themself.
pub fn find(db: &mut Db, eyes: &Eyes, id: ConcernId) -> Result<Concern, Error> {
    concern::table.filter(concern::id.eq(id)).filter(scope::concerns(eyes)).select(cols::<Concern>()).row(db)
}

/// What waits about a thread and the replies in it.
///
/// # Errors
/// A fault of the database.
pub fn find_on_thread(db: &mut Db, eyes: &Eyes, thread: ThreadId) -> Result<Vec<Concern>, Error> {
    concern::table
        .filter(concern::decided_on.is_null())
        .filter(concern::thread_id.eq(thread))
        .filter(scope::concerns(eyes))
        .order((concern::urgency, concern::opened_at, concern::id))
        .limit(SHOWN)
        .select(cols::<Concern>())
        .rows(db)
}

/// Why people told of a concern, the gravest first, each as often as it was told. No words are opened.
///
/// # Errors
/// A fault of the database.
pub fn reasons_of(db: &mut Db, id: ConcernId) -> Result<Vec<Reason>, Error> {
    let mut reasons: Vec<Reason> =
        report::table.filter(report::concern_id.eq(id)).select(report::reason).rows(db)?;
    reasons.sort_unstable();
    Ok(reasons)
}

/// What may make a pattern, of any of these names, since a moment. Nobody who told is named, and an alias stands for itself.
///
/// # Errors
/// A fault of the database.
pub fn tellings(db: &mut Db, faces: Vec<FaceId>, since: Moment) -> Result<Vec<OfName>, Error> {
    let reasons: Vec<Reason> = Reason::ALL.iter().copied().filter(|reason| reason.adds_up()).collect();
    let most = PATTERN_MAX.saturating_mul(i64::try_from(faces.len()).unwrap_or(1));
    let faces: Vec<Option<FaceId>> = faces.into_iter().map(Some).collect();
    report::table
        .inner_join(concern::table)
        .filter(concern::face_id.eq_any(faces))
        .filter(concern::opened_at.ge(since))
        .filter(report::reason.eq_any(reasons))
        .limit(most)
        .select((concern::face_id, concern::opened_at, concern::id, concern::group_id, report::is_another))
        .rows(db)
}

/// Closes a concern. Those who told are told so when they look. What one of two people had put about it is no proposal any more,
/// whenever it may wait again.
///
/// # Errors
/// A fault of the database.
pub fn settle(tx: &mut Tx<'_>, _permit: &Permit, id: ConcernId, outcome: Outcome) -> Result<(), Error> {
    let today = tx.now().day();
    update(act::table.filter(act::concern_id.eq(id)).filter(act::state.eq(State::Proposed)))
        .set(act::state.eq(State::Dropped))
        .exec(tx)?;
    update(concern::table.find(id))
        .set((concern::decided_on.eq(Some(today)), concern::outcome.eq(outcome)))
        .exec(tx)
        .map(drop)
}

/// What was done about a concern was taken back, since it was not right: those who told of it read today that it stays as it is.
/// What waits again by now waits on.
///
/// # Errors
/// A fault of the database.
pub fn lifted(tx: &mut Tx<'_>, _permit: &Permit, id: ConcernId) -> Result<(), Error> {
    let today = tx.now().day();
    let decided = concern::table.find(id).filter(concern::outcome.eq(Outcome::Acted));
    update(decided)
        .set((concern::decided_on.eq(Some(today)), concern::outcome.eq(Outcome::Fine), concern::why.eq("")))
        .exec(tx)
        .map(drop)
}

/// Shares with those who told why it was decided as it was.
///
/// # Errors
/// A fault of the database.
pub fn say_why(tx: &mut Tx<'_>, _permit: &Permit, id: ConcernId, words: &str) -> Result<(), Error> {
    update(concern::table.find(id)).set(concern::why.eq(words)).exec(tx).map(drop)
}

/// Says that somebody looks at it, since today: never who. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn see(tx: &mut Tx<'_>, _permit: &Permit, id: ConcernId) -> Result<(), Error> {
    let today = tx.now().day();
    let unseen = concern::table.find(id).filter(concern::seen_on.is_null());
    update(unseen).set(concern::seen_on.eq(Some(today))).exec(tx).map(drop)
}

/// A concern waits again, unless another about the same thing does by now; in the group where its thread is by now.
///
/// # Errors
/// A fault of the database.
pub fn open_again(tx: &mut Tx<'_>, _permit: &Permit, id: ConcernId) -> Result<(), Error> {
    let found: Option<(String, Option<ThreadId>)> =
        concern::table.find(id).select((concern::subject, concern::thread_id)).row_opt(tx)?;
    let Some((subject, on)) = found else { return Ok(()) };
    if find_open(tx, &subject)?.is_some() {
        return Ok(());
    }
    let stands: Option<GroupId> = match on {
        Some(on) => thread::table.find(on).select(thread::group_id).row_opt(tx)?,
        None => None,
    };
    update(concern::table.find(id))
        .set((
            concern::decided_on.eq(None::<Day>),
            concern::seen_on.eq(None::<Day>),
            concern::outcome.eq(Outcome::Waits),
            concern::why.eq(""),
            concern::settled_by.eq(None::<ActId>),
            stands.map(|group| concern::group_id.eq(Some(group))),
        ))
        .exec(tx)
        .map(drop)
}

/// Forgets concerns that were decided before a day, with all that was told of them, some at a time.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, before: Day, most: i64) -> Result<usize, Error> {
    let old: Vec<ConcernId> =
        concern::table.filter(concern::decided_on.lt(before)).limit(most).select(concern::id).rows(tx)?;
    counts::keep(tx, &old)?;
    remove(tx, old)
}

/// Forgets whose words concerns were about; those about the person or alias themself go, and those that nobody told of.
///
/// # Errors
/// A fault of the database.
pub fn unlink(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    let about = format!("face:{face}");
    let flagged = concern::face_id.eq(face).and(concern::people.eq(0));
    let gone: Vec<ConcernId> =
        concern::table.filter(concern::subject.eq(&about).or(flagged)).select(concern::id).rows(tx)?;
    remove(tx, gone)?;
    update(concern::table.filter(concern::face_id.eq(face)).filter(not(concern::thread_id.is_null())))
        .set((
            concern::face_id.eq(None::<FaceId>),
            concern::is_asked.eq(false),
            concern::is_met.eq(false),
            concern::after_on.eq(None::<Day>),
            concern::why.eq(""),
        ))
        .exec(tx)
        .map(drop)
}
