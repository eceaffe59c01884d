//! What a member reads of the circle: who hosts, what they say, how people are, and what the reader may do.

use super::store::lines;
use super::{Hosting, Line, Which, commands, rules, store};
use crate::db::Db;
use crate::forum::quiet;
use crate::forum::threads::Author;
use crate::identity::accounts;
use crate::kernel::{Day, Error, FaceId};
use crate::keys::Keyring;
use crate::policy::Viewer;

/// Who has a week, for whoever reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Nobody.
    Free,
    /// Somebody was asked and has not said; whom, only they and whoever asked know.
    Asked,
    /// Somebody.
    Hosted(Author),
}

/// The circle of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is something of its own that the reader may do")]
pub struct Circle {
    /// The day.
    pub day: Day,
    /// Whether it is today's.
    pub is_today: bool,
    /// Who hosts this week.
    pub host: Place,
    /// Who hosts the next.
    pub next: Place,
    /// What was said at the top, and by whom.
    pub greeting: Option<(Author, String)>,
    /// How people are, by name.
    pub lines: Vec<Line>,
    /// The name after which there is more.
    pub more: Option<String>,
    /// Whether the reader stands in it.
    pub is_in: bool,
    /// Whether the reader hosts this week.
    pub is_host: bool,
    /// Whether they host the next.
    pub is_next: bool,
    /// Whom the reader asked, who has not said.
    pub asked: Option<Author>,
    /// Who asks the reader, and for which week.
    pub asks: Option<(Author, Which)>,
    /// Weeks the reader may offer to host.
    pub offers: Vec<Which>,
}

/// The circle of today, or of the day before; those after a name.
///
/// # Errors
/// `sign-in-first`; absent for a name that is none.
pub fn read(
    db: &mut Db,
    (viewer, ring): (&Viewer, &Keyring),
    (today, is_yesterday): (Day, bool),
    after: &str,
) -> Result<Circle, Error> {
    let me = viewer.member()?.face;
    if after.contains('\0') {
        return Err(Error::Absent);
    }
    let day = if is_yesterday { today.plus(-commands::READ_DAYS) } else { today };
    let mut lines = lines::of_day(db, (me, ring), (day, after))?;
    let is_cut = lines.len() > lines::PAGE;
    lines.truncate(lines::PAGE);
    let more = lines.last().filter(|_| is_cut).map(|line| line.name.clone());
    let [this, next] = [Which::This, Which::Next].map(|which| which.week(today));
    let (this, next) = (store::week(db, this)?, store::week(db, next)?);
    let (this, next) = (hosting(db, this)?, hosting(db, next)?);
    let mine = |hosting: &Hosting| hosting.is_agreed && hosting.face_id == me;
    let (is_host, is_next) = (this.as_ref().is_some_and(mine), next.as_ref().is_some_and(mine));
    let asked = next.filter(|next| !next.is_agreed && next.asked_by == Some(me));
    let asks = asks(db, me, today)?;
    let may = |which: &Which| {
        let wanted = if *which == Which::This { this } else { next };
        let is_theirs = if *which == Which::This { is_host } else { is_next };
        !viewer.is_new() && !is_theirs && rules::may_offer(me, *which, (this, wanted)).is_ok()
    };
    let offers = Which::ALL.iter().copied().filter(may).collect();
    Ok(Circle {
        day,
        is_today: !is_yesterday,
        host: place(db, this.filter(|this| this.is_agreed))?,
        next: place(db, next)?,
        greeting: greeting(db, day)?,
        lines,
        more,
        is_in: lines::is_in(db, me, today)?,
        is_host,
        is_next,
        asked: match asked {
            Some(asked) => author(db, asked.face_id)?,
            None => None,
        },
        asks,
        offers,
    })
}

/// Who hosts, as long as their account is open.
fn hosting(db: &mut Db, row: Option<Hosting>) -> Result<Option<Hosting>, Error> {
    let Some(row) = row else { return Ok(None) };
    let is_here = !accounts::open_among(db, &[row.face_id])?.is_empty();
    Ok(is_here.then_some(row))
}

fn place(db: &mut Db, row: Option<Hosting>) -> Result<Place, Error> {
    Ok(match row {
        None => Place::Free,
        Some(row) if !row.is_agreed => Place::Asked,
        Some(row) => author(db, row.face_id)?.map_or(Place::Free, Place::Hosted),
    })
}

fn greeting(db: &mut Db, day: Day) -> Result<Option<(Author, String)>, Error> {
    let Some((face, words)) = store::greeting(db, day)? else { return Ok(None) };
    Ok(author(db, face)?.map(|author| (author, words)))
}

fn author(db: &mut Db, face: FaceId) -> Result<Option<Author>, Error> {
    Ok(store::people(db, &[face])?.remove(&face))
}

fn asks(db: &mut Db, me: FaceId, today: Day) -> Result<Option<(Author, Which)>, Error> {
    let Some(asked) = commands::asked(db, me, today.week())? else { return Ok(None) };
    let Some(by) = asked.asked_by else { return Ok(None) };
    if quiet::apart(db, me)?.contains(&by) {
        return Ok(None);
    }
    let which = if asked.week == today.week() { Which::This } else { Which::Next };
    Ok(author(db, by)?.map(|author| (author, which)))
}

/// What Today says of it: whether the reader is asked to host.
///
/// # Errors
/// A fault of the database.
pub fn glance(db: &mut Db, me: FaceId, today: Day) -> Result<Option<String>, Error> {
    Ok(asks(db, me, today)?.map(|(author, _)| author.name))
}
