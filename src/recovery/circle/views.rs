//! What a member reads of the circle: who hosts, what they say, how people are, and what the reader may do.

use super::store::lines;
use super::{Hosting, Line, Of, Part, Which, commands, rules, store};
use crate::db::Db;
use crate::forum::quiet::{self, Quiet};
use crate::forum::shelter;
use crate::forum::threads::Author;
use crate::http::muted::{Hush, MutedWords};
use crate::identity::{accounts, names};
use crate::kernel::{Day, Error, FaceId, Moment};
use crate::keys::Keyring;
use crate::policy::{Rank, Viewer};

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

/// What somebody said at the top of a day's circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub by: Author,
    /// The words.
    pub words: String,
    /// The key of what stands on the fold over them, for whoever reads; none: they are open.
    pub fold: Option<&'static str>,
    /// Whether they are the reader's own.
    pub is_own: bool,
    /// Whether whoever said them hosts this week.
    pub hosts: bool,
}

/// Who reads, and what they need for it.
#[derive(Debug)]
pub struct Reader {
    /// Who.
    pub viewer: Viewer,
    /// What opens lines.
    pub ring: Keyring,
    /// Words they would rather not meet.
    pub muted: MutedWords,
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
    /// What was said at the top.
    pub greeting: Option<Said>,
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
    /// Whether they look after the community.
    pub keeps: bool,
    /// Whom the reader asked, who has not said.
    pub asked: Option<Author>,
    /// Who asks the reader, and for which week.
    pub asks: Option<(Author, Which)>,
    /// Weeks the reader may offer to host.
    pub offers: Vec<Which>,
}

impl Circle {
    /// Who hosts, where what they said does not name them already.
    #[must_use]
    pub fn unnamed_host(&self) -> Option<&Author> {
        match &self.host {
            Place::Hosted(author) if !self.greeting.as_ref().is_some_and(|said| said.hosts) => Some(author),
            _ => None,
        }
    }

    /// Whom the reader may put out of a week, as somebody who looks after the community.
    #[must_use]
    pub fn hosts(&self) -> Vec<&Author> {
        let places = [(&self.host, self.is_host), (&self.next, self.is_next)];
        let mut hosts: Vec<&Author> = places
            .into_iter()
            .filter_map(|(place, is_own)| match place {
                Place::Hosted(author) if self.keeps && !is_own => Some(author),
                _ => None,
            })
            .collect();
        hosts.dedup();
        hosts
    }
}

/// The circle of today, or of the day before; those after a name.
///
/// # Errors
/// `sign-in-first`; absent for a name that is none.
pub fn read(
    db: &mut Db,
    reader: &Reader,
    (now, is_yesterday): (Moment, bool),
    after: &str,
) -> Result<Circle, Error> {
    let (viewer, today) = (&reader.viewer, now.day());
    let me = viewer.member()?.face;
    if after.contains('\0') {
        return Err(Error::Absent);
    }
    let keeps = matches!(viewer.rank(), Some(Rank::Keeper | Rank::Host));
    let day = if is_yesterday { today.plus(-commands::READ_DAYS) } else { today };
    let (lines, more) = lines(db, (reader, keeps), (day, after))?;
    let [this, next] = [Which::This, Which::Next].map(|which| which.week(today));
    let (this, next) = (commands::held(db, this)?, commands::held(db, next)?);
    let mine = |hosting: &Hosting| hosting.is_agreed && hosting.face_id == me;
    let (is_host, is_next) = (this.as_ref().is_some_and(mine), next.as_ref().is_some_and(mine));
    let asked = next.filter(|next| !next.is_agreed && next.asked_by == Some(me));
    let is_kept_out = viewer.is_new() || commands::is_paused(db, me)?;
    let may = |which: &Which| {
        let (wanted, is_theirs) = if *which == Which::This { (this, is_host) } else { (next, is_next) };
        !is_kept_out && !is_theirs && rules::may_offer(me, *which, (this, wanted)).is_ok()
    };
    let offers = Which::ALL.iter().copied().filter(may).collect();
    let this = this.filter(|this| this.is_agreed);
    Ok(Circle {
        day,
        is_today: !is_yesterday,
        host: place(db, this)?,
        next: place(db, next)?,
        greeting: greeting(db, (reader, keeps), (day, this.map(|this| this.face_id)))?,
        lines,
        more,
        is_in: lines::is_in(db, me, today)?,
        is_host,
        is_next,
        keeps,
        asked: match asked {
            Some(asked) => author(db, asked.face_id)?,
            None => None,
        },
        asks: asks(db, me, now)?,
        offers,
    })
}

/// Lines as the reader meets them, and the name after which there is more.
fn lines(
    db: &mut Db,
    (reader, keeps): (&Reader, bool),
    (day, after): (Day, &str),
) -> Result<(Vec<Line>, Option<String>), Error> {
    let me = reader.viewer.face();
    let mut rows = lines::of_day(db, ((me, keeps), &reader.ring), (day, after))?;
    let is_cut = rows.len() > lines::PAGE;
    rows.truncate(lines::PAGE);
    let more = rows.last().filter(|_| is_cut).map(|(_, line)| line.by.name.clone());
    let quiet = quiet::of(db, &reader.viewer, keeps)?;
    let folded = |(face, line): (FaceId, Line)| {
        let met = reader.muted.met_in(&[&line.said]).filter(|_| !line.is_own);
        let fold = fold(&quiet, (face, &line.by), met);
        // What one would rather not meet at all is left out of lists.
        (met != Some(Hush::Hide)).then_some(Line { fold, ..line })
    };
    Ok((rows.into_iter().filter_map(folded).collect(), more))
}

/// What stands on the fold over somebody's words: by whom, or what they hold.
fn fold(quiet: &Quiet, (face, by): (FaceId, &Author), met: Option<Hush>) -> Option<&'static str> {
    match quiet.fold(face, by) {
        Some("fold-blocked-person") => Some("fold-blocked-circle"),
        Some(key) => Some(key),
        None => met.map(|_| "fold-muted"),
    }
}

fn place(db: &mut Db, row: Option<Hosting>) -> Result<Place, Error> {
    Ok(match row {
        None => Place::Free,
        Some(row) if !row.is_agreed => Place::Asked,
        Some(row) => author(db, row.face_id)?.map_or(Place::Free, Place::Hosted),
    })
}

/// What was said at the top, as long as whoever said it has an open account.
fn greeting(
    db: &mut Db,
    (reader, keeps): (&Reader, bool),
    (day, host): (Day, Option<FaceId>),
) -> Result<Option<Said>, Error> {
    let Some((face, words)) = store::greeting(db, day)? else { return Ok(None) };
    if accounts::open_among(db, &[face])?.is_empty() {
        return Ok(None);
    }
    let Some(by) = author(db, face)? else { return Ok(None) };
    let is_own = face == reader.viewer.face();
    let quiet = quiet::of(db, &reader.viewer, keeps)?;
    let met = reader.muted.met_in(&[&words]).filter(|_| !is_own);
    let fold = fold(&quiet, (face, &by), met);
    Ok(Some(Said { by, words, fold, is_own, hosts: host == Some(face) }))
}

fn author(db: &mut Db, face: FaceId) -> Result<Option<Author>, Error> {
    Ok(store::people(db, &[face])?.remove(&face))
}

/// Who asks somebody, as they read it: not while they are in a small circle, and nobody whom they would rather not hear.
fn asks(db: &mut Db, me: FaceId, now: Moment) -> Result<Option<(Author, Which)>, Error> {
    let today = now.day();
    let Some(asked) = commands::asked(db, me, today.week())? else { return Ok(None) };
    let Some(by) = asked.asked_by else { return Ok(None) };
    let is_small = !shelter::of_these(db, &[me], now)?.is_empty();
    if is_small || quiet::is_unwanted(db, (me, by), None)? || accounts::open_among(db, &[by])?.is_empty() {
        return Ok(None);
    }
    let which = if asked.week == today.week() { Which::This } else { Which::Next };
    Ok(author(db, by)?.map(|author| (author, which)))
}

/// What Today says of it: whether the reader is asked to host.
///
/// # Errors
/// A fault of the database.
pub fn glance(db: &mut Db, me: FaceId, now: Moment) -> Result<Option<String>, Error> {
    Ok(asks(db, me, now)?.map(|(author, _)| author.name))
}

/// Whose it is that a reader tells of, in today's circle or that of the day before: as they may read it there.
///
/// # Errors
/// `sign-in-first`; absent for what does not stand in it for them.
pub fn whose(db: &mut Db, viewer: &Viewer, (of, today): (&Of, Day)) -> Result<FaceId, Error> {
    found(db, viewer, (of, today), None).map(|(face, _)| face)
}

/// The words that a reader tells of. Empty: there are none, or their key is not here.
///
/// # Errors
/// As [`whose`].
pub fn quoted(
    db: &mut Db,
    viewer: &Viewer,
    (of, today): (&Of, Day),
    ring: &Keyring,
) -> Result<String, Error> {
    found(db, viewer, (of, today), Some(ring)).map(|(_, words)| words)
}

fn found(
    db: &mut Db,
    viewer: &Viewer,
    (of, today): (&Of, Day),
    ring: Option<&Keyring>,
) -> Result<(FaceId, String), Error> {
    let me = viewer.member()?.face;
    if of.name.is_empty() || of.name.contains('\0') {
        return Err(Error::Absent);
    }
    let keeps = matches!(viewer.rank(), Some(Rank::Keeper | Rank::Host));
    let day = if of.is_yesterday { today.plus(-commands::READ_DAYS) } else { today };
    let face = accounts::find_by_name(db, &names::key(&of.name))?.id;
    match of.part {
        Part::Line => {
            let held = lines::of_one(db, (me, keeps), (day, face))?.ok_or(Error::Absent)?;
            Ok((face, ring.map(|ring| lines::said(ring, &held)).unwrap_or_default()))
        }
        Part::Greeting => {
            let said = store::greeting(db, day)?.filter(|(by, _)| *by == face).ok_or(Error::Absent)?;
            if accounts::open_among(db, &[face])?.is_empty() { Err(Error::Absent) } else { Ok(said) }
        }
    }
}
