//! Speaking as an alias. One transaction, in which nothing is written that belongs to an account.

use super::model::{As, Refusal, Sent, Wish};
use super::rules;
use crate::db::{Db, Tx};
use crate::forum::groups::{self, Group};
use crate::forum::held;
use crate::forum::replies::{self, Answer, Reply};
use crate::forum::screening::Why;
use crate::forum::threads::{self, Draft, Thread};
use crate::identity::aliases::{self, Ending, Hand, Own, Place};
use crate::kernel::{Error, FaceId, PublicId};
use crate::policy::Viewer;

/// Opens a thread as an alias. Sending the same form twice opens one.
///
/// # Errors
/// As opening a thread, and `aliases-off`, `alias-paused`, `alias-closed`, `aliases-too-many`, `keys-lost`.
pub fn open(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    hand: &Hand,
    draft: &Draft,
    wish: Wish,
) -> Result<Sent<Thread>, Error> {
    let group = groups::find_by_name(tx, viewer, &draft.group)?;
    let now = tx.now();
    threads::could_open(tx, &viewer.behind_a_mask(), draft, now)?;
    if is_turned_away(tx, hand, &group)? {
        return Ok(Sent::Waits);
    }

    let words = format!("{}\n{}", draft.title.as_str(), draft.body.as_str());
    if wish.speaks == As::Group {
        let own = speaker(tx, hand, Place { group: group.id, thread: None }, wish.ending)?;
        let why = rules::waits(group.aliases, own.alias.is_known, &words).then_some(Why::Look);
        let (thread, waits) = threads::open_held(tx, &viewer.speaking_as(own.alias.face), draft, why)?;
        return settled(tx, own.alias.face, waits).map(|sent| sent.with(thread));
    }

    let faces = aliases::recent(tx, hand)?;
    if let Some(before) = threads::opened_before(tx, &faces, draft.once.as_deref())? {
        let waits = held::is_kept(tx, (before.id, None))?;
        return Ok(if waits { Sent::Waits } else { Sent::Up(before) });
    }
    let face = aliases::begin(tx)?;
    let why = rules::waits(group.aliases, false, &words).then_some(Why::Look);
    let (thread, waits) = threads::open_held(tx, &viewer.speaking_as(face), draft, why)?;
    let place = Place { group: group.id, thread: Some(thread.id) };
    aliases::tie(tx, hand, face, place, wish.ending)?;
    settled(tx, face, waits).map(|sent| sent.with(thread))
}

/// Answers as an alias. Sending the same form twice answers once.
///
/// # Errors
/// As giving a reply, and as [`open`].
pub fn answer(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    hand: &Hand,
    answer: &Answer,
    wish: Wish,
) -> Result<Sent<Reply>, Error> {
    let masked = viewer.behind_a_mask();
    let (thread, _) = threads::find(tx, &masked, &answer.thread)?;
    let group = groups::find(tx, thread.group_id)?;
    let now = tx.now();
    replies::could_give(tx, &masked, answer, now)?;
    if is_turned_away(tx, hand, &group)? {
        return Ok(Sent::Waits);
    }

    let place = Place { group: group.id, thread: (wish.speaks == As::Thread).then_some(thread.id) };
    let own = speaker(tx, hand, place, wish.ending)?;
    let body = answer.words.body.as_str();
    let why = rules::waits(group.aliases, own.alias.is_known, body).then_some(Why::Look);
    let (reply, waits) = replies::give_held(tx, &viewer.speaking_as(own.alias.face), answer, why)?;
    settled(tx, own.alias.face, waits).map(|sent| sent.with(reply))
}

/// The viewer as the writer of these words: themself, or the alias of theirs that wrote them.
///
/// # Errors
/// `alias-not-yours` for words of an alias that is not theirs, or no longer.
pub fn as_writer(
    db: &mut Db,
    viewer: &Viewer,
    hand: &Hand,
    of: &Thread,
    author: FaceId,
) -> Result<Viewer, Error> {
    if author == viewer.face() || !aliases::is_alias(db, author)? {
        return Ok(viewer.clone());
    }
    let met = aliases::met(db, hand, &of.groups(), Some(of.id))?;
    let is_own = met.iter().any(|own| own.alias.face == author);
    if is_own { Ok(viewer.speaking_as(author)) } else { Err(Refusal::NotYours.into()) }
}

/// The viewer as the writer of a reply. One's own words stay in one's own hands, under whichever name, also where one does
/// not meet what is around them.
///
/// # Errors
/// Absent for what the writer may not read; as [`as_writer`].
pub fn writer_of_reply(
    db: &mut Db,
    viewer: &Viewer,
    hand: &Hand,
    (thread, id): (&PublicId, &PublicId),
) -> Result<Viewer, Error> {
    let (of, reply, _) = replies::find_unseen(db, (thread, id))?;
    match as_writer(db, viewer, hand, &of, reply.author_face) {
        Ok(writer) if writer.voice() == reply.author_face => Ok(writer),
        named => {
            replies::find(db, viewer, thread, id)?;
            named
        }
    }
}

/// Whether new words of an own alias may stand: it may speak, and its holder was not turned away.
///
/// # Errors
/// `alias-paused`, `alias-closed`, `keys-lost`.
pub fn may_change(
    db: &mut Db,
    hand: &Hand,
    of: &Thread,
    face: FaceId,
    now: crate::kernel::Moment,
) -> Result<bool, Error> {
    let met = aliases::met(db, hand, &of.groups(), Some(of.id))?;
    if let Some(own) = met.iter().find(|own| own.alias.face == face) {
        own.alias.may_speak(now.day())?;
    }
    Ok(!aliases::is_barred(db, hand, of.group_id, now.week())?)
}

fn is_turned_away(tx: &mut Tx<'_>, hand: &Hand, group: &Group) -> Result<bool, Error> {
    if group.shows_times() {
        return Err(Refusal::Off.into());
    }
    let week = tx.now().week();
    aliases::is_barred(tx, hand, group.id, week)
}

fn speaker(tx: &mut Tx<'_>, hand: &Hand, place: Place, ending: Ending) -> Result<Own, Error> {
    let own = aliases::find_or_make(tx, hand, place, ending)?;
    own.alias.may_speak(tx.now().day())?;
    Ok(own)
}

fn settled(tx: &mut Tx<'_>, face: FaceId, waits: bool) -> Result<Sent<()>, Error> {
    aliases::touch(tx, face)?;
    if waits {
        return Ok(Sent::Waits);
    }
    aliases::set_known(tx, face)?;
    Ok(Sent::Up(()))
}

impl Sent<()> {
    fn with<T>(self, value: T) -> Sent<T> {
        match self {
            Self::Up(()) => Sent::Up(value),
            Self::Waits => Sent::Waits,
        }
    }
}
