//! What the doors of threads and replies do when somebody speaks as an alias; and the page that says words wait.

use std::future::Future;
use std::time::Duration;

use actix_web::web::{Data, Query};
use serde::Deserialize;
use tokio::time::{Instant, sleep_until};

use super::model::{As, Refusal, Sent, Spot, Wish, is_alias};
use super::views::Met;
use super::{commands, rules, store};
use crate::app::App;
use crate::db::{Db, Side};
use crate::forum::authors;
use crate::forum::first_answers;
use crate::forum::groups::{self, Group};
use crate::forum::held;
use crate::forum::replies::{self, Answer as Words, Reply};
use crate::forum::screening::{self, By};
use crate::forum::threads::{self, Draft, Thread};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Signed, Who};
use crate::identity::aliases::{self, Hand, Place, hand};
use crate::kernel::{Error, FaceId, GroupId, Moment, PublicId, links};
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Door, Shell, urls};

/// Words under one kept name from which on the form says that a manner of writing adds up.
const ADDS_UP: i64 = 20;

/// The doors of voices.
pub fn doors(doors: &mut Doors) {
    doors.get("/share/waits", Who::Member, waits);
}

page! { "forum/voices/waits.html",
    /// "Your words wait for a look."
    pub struct Waits { group: Group, sent: String, has_own: bool, asked: bool, after: Option<String> }
}

/// Which group's keepers will look, and which draft on the device may go.
#[derive(Debug, Default, Deserialize)]
pub struct Where {
    #[serde(default)]
    group: String,
    #[serde(default)]
    sent: String,
    asked: Option<String>,
}

/// `GET /share/waits`
pub async fn waits(app: Data<App>, member: Member, ui: Shell, at: Query<Where>) -> Answer {
    let (viewer, at, now) = (member.viewer(), at.into_inner(), app.clock().now());
    let asked = at.asked.is_some();
    let (group, has_own, quiet) = app
        .read(move |db| {
            let group = groups::find_by_name(db, &viewer, &at.group)?;
            let has_own = held::mine(db, &viewer)?.iter().any(|own| own.group.id == group.id);
            let quiet = screening::quiet_now(db, group.id, now)?;
            Ok((group, has_own, quiet))
        })
        .await?;
    let after = quiet.map(|quiet| quiet.told(quiet.until));
    let sent = match PublicId::parse(&at.sent) {
        Some(thread) => format!("reply-{thread}"),
        None => "share".to_owned(),
    };
    ui::answer(&Waits { ui: ui.at(Door::Groups), group, sent, has_own, asked, after })
}

/// What was typed into a field: links without their sharers' marks; for an alias, without habits of typing too.
#[must_use]
pub fn typed(fields: &Fields, name: &str, is_alias: bool) -> String {
    said(fields.one(name), is_alias)
}

/// As [`typed`], for words that came another way.
#[must_use]
pub fn said(words: &str, is_alias: bool) -> String {
    if is_alias { rules::plain(words) } else { links::strip_trackers(words) }
}

/// The page that says words wait; `thread` where they were an answer.
#[must_use]
pub fn waits_url(group: &str, thread: Option<&PublicId>, asks_care: bool) -> String {
    let sent = thread.map(|thread| format!("&sent={thread}")).unwrap_or_default();
    let asked = if asks_care { "&asked=1" } else { "" };
    format!("/share/waits?group={}{sent}{asked}", urls::segment(group))
}

/// What a form knows of its reader's aliases in a group, or in a thread there.
///
/// # Errors
/// A fault of the database.
pub fn met(db: &mut Db, hand: &Hand, group: &Group, thread: Option<&Thread>) -> Result<Met, Error> {
    let own = aliases::met(db, hand, &[group.id], thread.map(|thread| thread.id))?;
    let faces: Vec<_> = own.iter().map(|own| own.alias.face).collect();
    let spoke = match thread {
        Some(thread) if faces.contains(&thread.author_face) => Some(thread.author_face),
        Some(thread) => replies::has_spoken(db, thread.id, &faces)?,
        None => None,
    };
    let kept = aliases::speaking(&own, None).map(|own| own.alias.face);
    let said = kept.map_or(Ok(0), |face| authors::amount(db, face))?;
    Ok(Met { own, thread: thread.map(|thread| thread.id), spoke, adds_up: said >= ADDS_UP })
}

/// Answers wait for the next of these, counted from the moment the words came in.
const BEAT: Duration = Duration::from_millis(50);

/// Does what the words ask for, and gives its outcome at a beat if aliases may speak there: how long it took must not say
/// whether the words came from one.
pub async fn evenly<T>(app: &App, at: Spot, deed: impl Future<Output = T>) -> T {
    let began = Instant::now();
    let outcome = deed.await;
    // A database that does not answer tells nobody anything: the answer waits as well.
    if app.read(move |db| store::has_aliases(db, &at)).await.unwrap_or(true) {
        let beats = began.elapsed().as_millis() / BEAT.as_millis() + 1;
        sleep_until(began + BEAT * u32::try_from(beats).unwrap_or(1)).await;
    }
    outcome
}

/// Opens a thread as an alias.
///
/// # Errors
/// As the command, and `alias-points`, `alias-too-soon`, `too-many`.
pub async fn open(app: &App, signed: &Signed, draft: Draft, wish: Wish) -> Result<Sent<Thread>, Error> {
    let draft = Draft { once: rules::own_mark(draft.once.as_deref()), ..draft };
    let viewer = Viewer::Person(signed.person.clone());
    ask(
        signed,
        wish,
        &format!("{}\n{}\n{}", draft.title.as_str(), draft.body.as_str(), draft.note_words.as_str()),
    )?;
    let (asks, asked, hand) = (viewer.clone(), draft.clone(), hand(app, signed));
    let (own, now) = (hand.clone(), app.clock().now());
    let makes = app
        .read(move |db| {
            threads::could_open(db, &asks.behind_a_mask(), &asked, now)?;
            let group = groups::find_by_name(db, &asks, &asked.group)?;
            makes(db, (&asks, &own), (&group, None), (wish.speaks, now))
        })
        .await?;
    let is_new = makes.is_new;
    let said = format!("{}\n{}", draft.title.as_str(), draft.body.as_str());
    let is_repeated = app.paces().echoes(&said, (By::Alias, &makes.group.to_string()), now);
    let draft = Draft { is_repeated, ..draft };
    admit(app, signed, makes, false)?;
    let sent = app.write_as(Side::Alias, move |tx| commands::open(tx, &viewer, &hand, &draft, wish)).await?;
    if let (Sent::Up(thread), true) = (&sent, is_new) {
        app.paces().begin((thread.author_face, thread.group_id), now);
    }
    if let Sent::Up(thread) = &sent {
        first_answers::begin(app, thread).await?;
    }
    Ok(sent)
}

/// Answers as an alias.
///
/// # Errors
/// As the command, and as [`open`].
pub async fn answer(app: &App, signed: &Signed, words: Words, wish: Wish) -> Result<Sent<Reply>, Error> {
    let words = Words { once: rules::own_mark(words.once.as_deref()), ..words };
    let viewer = Viewer::Person(signed.person.clone());
    ask(signed, wish, &format!("{}\n{}", words.words.body.as_str(), words.words.note_words.as_str()))?;
    let (asks, asked, hand) = (viewer.clone(), words.clone(), hand(app, signed));
    let (own, now, world) = (hand.clone(), app.clock().now(), app.clone());
    let makes = app
        .read(move |db| {
            let masked = asks.behind_a_mask();
            replies::could_give(db, &masked, &asked, now)?;
            let (thread, _) = threads::find(db, &masked, &asked.thread)?;
            let group = groups::find(db, thread.group_id)?;
            let minutes = first_answers::left(&world, db, &thread)?;
            if minutes > 0 && !is_theirs(db, &own, &thread)? {
                return Err(first_answers::Refusal::OnTheWay { minutes }.into());
            }
            makes(db, (&asks, &own), (&group, Some(&thread)), (wish.speaks, now))
        })
        .await?;
    let (is_new, group) = (makes.is_new, makes.group);
    let said = (By::Alias, words.thread.as_str());
    let is_repeated = app.paces().echoes(words.words.body.as_str(), said, now);
    let words = Words { is_repeated, ..words };
    admit(app, signed, makes, true)?;
    let sent =
        app.write_as(Side::Alias, move |tx| commands::answer(tx, &viewer, &hand, &words, wish)).await?;
    if let (Sent::Up(reply), true) = (&sent, is_new) {
        app.paces().begin((reply.author_face, group), now);
    }
    Ok(sent)
}

/// Changes a thread as whoever of the member wrote it.
///
/// # Errors
/// As changing a thread, and `alias-not-yours`, `alias-paused`, `alias-closed`.
pub async fn change_thread(
    app: &App,
    signed: &Signed,
    id: PublicId,
    change: threads::Change,
) -> Result<Sent<Thread>, Error> {
    let at = Spot::Thread(id.clone());
    evenly(app, at, change_thread_now(app, signed, id, change)).await
}

async fn change_thread_now(
    app: &App,
    signed: &Signed,
    id: PublicId,
    change: threads::Change,
) -> Result<Sent<Thread>, Error> {
    let (viewer, hand) = (Viewer::Person(signed.person.clone()), hand(app, signed));
    let (asks, own, of) = (viewer.clone(), hand.clone(), id.clone());
    let writer = app
        .read(move |db| {
            let (thread, _) = threads::find(db, &asks, &of)?;
            commands::as_writer(db, &asks, &own, &thread, thread.author_face)
        })
        .await?;
    let side = side_of(&writer);
    app.write_as(side, move |tx| {
        let (thread, _) = threads::find(tx, &writer, &id)?;
        let now = tx.now();
        if side == Side::Alias && !commands::may_change(tx, &hand, &thread, thread.author_face, now)? {
            return Ok(Sent::Waits);
        }
        threads::edit(tx, &writer, &id, &change).map(Sent::Up)
    })
    .await
}

/// Changes a reply as whoever of the member gave it.
///
/// # Errors
/// As changing a reply, and as [`change_thread`].
pub async fn change_reply(
    app: &App,
    signed: &Signed,
    (thread, id): (PublicId, PublicId),
    change: replies::Change,
) -> Result<Sent<Reply>, Error> {
    let at = Spot::Thread(thread.clone());
    evenly(app, at, change_reply_now(app, signed, (thread, id), change)).await
}

async fn change_reply_now(
    app: &App,
    signed: &Signed,
    (thread, id): (PublicId, PublicId),
    change: replies::Change,
) -> Result<Sent<Reply>, Error> {
    let (viewer, hand) = (Viewer::Person(signed.person.clone()), hand(app, signed));
    let (asks, own, of) = (viewer.clone(), hand.clone(), (thread.clone(), id.clone()));
    let writer = app.read(move |db| commands::writer_of_reply(db, &asks, &own, (&of.0, &of.1))).await?;
    let side = side_of(&writer);
    app.write_as(side, move |tx| {
        let (of, reply, _) = replies::find(tx, &writer, &thread, &id)?;
        let now = tx.now();
        if side == Side::Alias && !commands::may_change(tx, &hand, &of, reply.author_face, now)? {
            return Ok(Sent::Waits);
        }
        replies::edit(tx, &writer, (&thread, &id), &change).map(Sent::Up)
    })
    .await
}

/// Whose rows a change by this viewer touches.
#[must_use]
pub const fn side_of(viewer: &Viewer) -> Side {
    if is_alias(viewer) { Side::Alias } else { Side::House }
}

/// The one question. It is asked once, and a yes is a yes.
fn ask(signed: &Signed, wish: Wish, words: &str) -> Result<(), Error> {
    if !wish.keeps && rules::points(words, &[signed.name.as_str()]) {
        return Err(Refusal::Points.into());
    }
    Ok(())
}

/// What the gates ask: whether a new alias comes to be; and, where one that is there speaks on, which, and how much time
/// lies between two things of it.
struct Makes {
    is_new: bool,
    group: GroupId,
    paced: Option<((FaceId, GroupId), i64)>,
}

fn makes(
    db: &mut Db,
    (viewer, hand): (&Viewer, &Hand),
    (group, thread): (&Group, Option<&Thread>),
    (speaks, now): (As, Moment),
) -> Result<Makes, Error> {
    if group.shows_times() {
        return Err(Refusal::Off.into());
    }
    let place = match (speaks, thread) {
        (As::Thread, None) => return Ok(Makes { is_new: true, group: group.id, paced: None }),
        (As::Thread, Some(thread)) => Place { group: group.id, thread: Some(thread.id) },
        (As::Name | As::Group, _) => Place { group: group.id, thread: None },
    };
    let met = aliases::met(db, hand, &[group.id], place.thread)?;
    let Some(own) = aliases::speaking(&met, place.thread) else {
        return Ok(Makes { is_new: true, group: group.id, paced: None });
    };
    let speaker = viewer.speaking_as(own.alias.face);
    let minutes = screening::pace(db, &speaker, (group, thread), now)?;
    Ok(Makes { is_new: false, group: group.id, paced: Some(((own.alias.face, group.id), minutes)) })
}

/// Whether a thread is of an alias that a hand finds. Nobody who goes before others does so as an alias: it would say so of
/// whoever is behind it.
fn is_theirs(db: &mut Db, hand: &Hand, thread: &Thread) -> Result<bool, Error> {
    let own = aliases::met(db, hand, &thread.groups(), Some(thread.id))?;
    Ok(own.iter().any(|own| own.alias.face == thread.author_face))
}

/// Gates that live in memory alone: a restart forgives.
fn admit(app: &App, signed: &Signed, makes: Makes, is_reply: bool) -> Result<(), Error> {
    let (person, now) = (&signed.person, app.clock().now());
    if app.identity().newcomers.peek(&person.account, now).is_some() {
        return Err(Refusal::TooSoon.into());
    }
    if let Some((of, minutes)) = makes.paced {
        app.paces().admit(of, minutes, now)?;
    }
    app.throttle().alias(person.face, makes.is_new)?;
    app.throttle().words(person.face, person.is_new, is_reply)
}
