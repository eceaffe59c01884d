//! What both doors, pages and JSON, do: read with a live session's eyes, write on the right side.

use crate::app::App;
use crate::db::{Db, Side, Tx};
use crate::forum::authors::{self, Said};
use crate::forum::held;
use crate::http::Signed;
use crate::http::viewer::Member;
use crate::identity::accounts;
use crate::identity::aliases::{self, Hand};
use crate::identity::sessions::Held;
use crate::kernel::{Error, FaceId};
use crate::policy::Viewer;
use crate::policy::scope::safety::Eyes;
use crate::safety::actions::views::{self, Case, Line, Lines, Row};
use crate::safety::actions::{
    self, ActId, Back, Decision, Done, Each, How, Left, Plea, Sentence, Verb, store,
};
use crate::safety::crisis::{self, Whose};
use crate::safety::pace::{self, Room};
use crate::safety::reports::{self, Concern, ConcernId};

/// People who may be in distress, on one day, after whom somebody is offered to hand the next one on.
const MUCH: usize = 3;

/// What somebody may look at: read with what their live session holds, so that what is about an alias of theirs is not.
///
/// # Errors
/// A fault of the database.
pub async fn eyes(app: &App, signed: &Signed) -> Result<Eyes, Error> {
    let (viewer, hand) = (Viewer::Person(signed.person.clone()), aliases::hand(app, signed));
    let own = app.read(move |db| reports::own_aliases(db, &hand)).await?;
    Ok(Eyes::of(&viewer, &own))
}

/// What somebody is offered.
pub struct Waiting {
    /// What waits; where there is no room for more, what is in their hands, and people who may be in danger.
    pub cases: Vec<Case>,
    /// Answers to decisions.
    pub appeals: Vec<Line>,
    /// How much room they have.
    pub room: Room,
    /// How much waits beside that, for others or another day.
    pub left: usize,
}

/// What waits, and which answers do. On a break, nothing does.
pub async fn queue(app: &App, member: &Member) -> Result<Waiting, Error> {
    let (viewer, eyes, ring) = (member.viewer(), eyes(app, member).await?, app.keys().clone());
    let (mut cases, mut appeals) = app.read(move |db| views::queue(db, (&viewer, &eyes), &ring)).await?;
    let room = room(app, member).await?;
    for case in &mut cases {
        in_hand(app, member, case, &room);
    }
    let all = cases.len();
    if room.away.is_some() {
        cases.clear();
        appeals.clear();
    } else if room.full().is_some() {
        cases.retain(|case| case.is_mine || case.is_distress());
    }
    let left = all - cases.len();
    Ok(Waiting { cases, appeals, room, left })
}

/// How much room somebody has now.
pub async fn room(app: &App, signed: &Signed) -> Result<Room, Error> {
    let (world, at) = (app.clone(), (signed.person.face, app.clock().now()));
    app.read(move |db| pace::room(db, world.leases(), at)).await
}

/// Takes a concern for a while. Beyond what they take on, only by a word of theirs, and where somebody may be in danger.
pub async fn take(app: &App, member: &Member, concern: &Concern, lifts: bool) -> Result<(), Error> {
    room(app, member).await?.check_take(concern, lifts)?;
    app.leases().take(concern, (member.person.face, member.name.clone()), app.clock().now())?;
    // Those who told find that somebody looks: never who.
    let (viewer, eyes, id) = (member.viewer(), eyes(app, member).await?, concern.id);
    let side = side_of(app, concern.face_id).await?;
    app.write_as(side, move |tx| actions::see(tx, (&viewer, &eyes), id)).await
}

/// How many are on duty who would look at these. Never who.
///
/// # Errors
/// A fault of the database.
pub async fn on_duty(app: &App, whose: Whose) -> Result<usize, Error> {
    let (world, now) = (app.clone(), app.clock().now());
    app.read(move |db| Ok(crisis::on_duty(db, (world.leases().duty(), now), whose)?.len())).await
}

/// Whether somebody looks after anything here.
///
/// # Errors
/// `keepers-only`, or a fault of the database.
pub async fn may_look(app: &App, member: &Member) -> Result<(), Error> {
    let viewer = member.viewer();
    app.read(move |db| views::may_look(db, &viewer)).await
}

/// Whether somebody was with so many people today that others might take the next one.
pub async fn was_much(app: &App, member: &Member) -> Result<bool, Error> {
    let (face, today) = (member.person.face, app.clock().now().day());
    let carried = app.read(move |db| store::carried(db, face, today)).await?;
    Ok(carried >= MUCH)
}

/// People who may have been in distress, and were looked after in the last days.
pub async fn lately(app: &App, member: &Member) -> Result<Vec<Case>, Error> {
    let (viewer, eyes, ring) = (member.viewer(), eyes(app, member).await?, app.keys().clone());
    let today = app.clock().now().day();
    if room(app, member).await?.away.is_some() {
        return Ok(Vec::new());
    }
    app.read(move |db| views::lately(db, (&viewer, &eyes), (today, &ring))).await
}

/// One concern.
///
/// # Errors
/// Absent for one that is not theirs to look at.
pub async fn case(app: &App, member: &Member, id: ConcernId) -> Result<Case, Error> {
    let (viewer, eyes, ring) = (member.viewer(), eyes(app, member).await?, app.keys().clone());
    let mut case = app.read(move |db| views::case(db, (&viewer, &eyes), (id, &ring))).await?;
    let room = room(app, member).await?;
    in_hand(app, member, &mut case, &room);
    Ok(case)
}

/// All that the writer of a case said.
pub struct Whole {
    /// The case.
    pub case: Case,
    /// What puts all of it out of sight.
    pub verb: Verb,
    /// What of it stands, the newest first.
    pub said: Vec<Said>,
    /// How much more waits for a look.
    pub waiting: usize,
}

/// One concern, what puts all its writer said out of sight, and all of that which stands: in the group, or wherever whoever
/// looks may read it; and how much of theirs waits for a look there.
///
/// # Errors
/// Absent where nothing does.
pub async fn all_said(
    app: &App,
    member: &Member,
    (id, everywhere): (ConcernId, bool),
) -> Result<Whole, Error> {
    let case = case(app, member, id).await?;
    let (Some(verb), Some(face)) = (case.all(everywhere), case.concern.face_id) else {
        return Err(Error::Absent);
    };
    let (group, viewer) = (case.concern.group_id, member.viewer());
    let (said, waiting) = app
        .read(move |db| {
            let only = group.filter(|_| verb == Verb::RemoveAll);
            let said = if let Some(only) = only {
                authors::standing_in(db, face, only)?
            } else {
                authors::standing_here(db, &viewer, (face, group))?
            };
            Ok((said, held::of_face(db, &viewer, (face, only))?.len()))
        })
        .await?;
    Ok(Whole { case, verb, said, waiting })
}

/// Says on a concern who looks at it, whether there is room for it, and whether its words are folded.
fn in_hand(app: &App, member: &Member, case: &mut Case, room: &Room) {
    case.folds = room.folds;
    case.count_weeks(app.clock().now().day());
    case.full = room.check_take(&case.concern, false).err();
    if let Some((face, name)) = app.leases().holder(case.concern.id, app.clock().now()) {
        case.is_mine = face == member.person.face;
        case.taken_by = (!case.is_mine).then_some(name);
    }
}

/// Decides, unless somebody else looks at it right now.
pub async fn decide(app: &App, member: &Member, id: ConcernId, decision: Decision) -> Result<Done, Error> {
    let now = app.clock().now();
    app.leases().check(id, member.person.face, now)?;
    let (viewer, eyes) = (member.viewer(), eyes(app, member).await?);
    let seen = eyes.clone();
    let concern = app.read(move |db| reports::find(db, &seen, id)).await?;
    room(app, member).await?.check_decide(&concern, false)?;
    let side = side_of(app, concern.face_id).await?;
    let others = app.leases().of_others(member.person.face, now);
    let work = move |tx: &mut Tx<'_>| actions::decide(tx, (&viewer, &eyes), (id, &decision), &others);
    let done = app.write_as(side, work).await?;
    app.leases().release(id, now);
    Ok(done)
}

/// Which concerns a form or a program names, each once.
pub fn named<'a>(ids: impl Iterator<Item = &'a str>) -> Result<Vec<ConcernId>, Error> {
    let mut all = Vec::new();
    for id in ids {
        let id = case_id(id)?;
        if !all.contains(&id) {
            all.push(id);
        }
    }
    Ok(all)
}

/// What would become of each of several. Nothing is done.
pub async fn weigh_many(
    app: &App,
    member: &Member,
    (ids, decision): (Vec<ConcernId>, Decision),
) -> Result<Vec<Each>, Error> {
    let (viewer, eyes) = (member.viewer(), eyes(app, member).await?);
    let mut all = app.read(move |db| views::weighed(db, (&viewer, &eyes), (&ids, &decision))).await?;
    let (face, now) = (member.person.face, app.clock().now());
    for each in all.iter_mut().filter(|each| each.left.is_none()) {
        each.left = app.leases().check(each.id, face, now).err().map(|_| Left::Taken);
    }
    // All that is free, or none where that is more than they take on.
    room(app, member).await?.check_many(&free(&all))?;
    Ok(all)
}

/// The same light decision about several, and what became of each. What is about names and what is about aliases is
/// decided in a turn each, on the side it is written on.
pub async fn decide_many(
    app: &App,
    member: &Member,
    (ids, decision): (Vec<ConcernId>, Decision),
) -> Result<Vec<Each>, Error> {
    let mut all = weigh_many(app, member, (ids, decision.clone())).await?;
    let (viewer, eyes) = (member.viewer(), eyes(app, member).await?);
    let (seen, free) = (eyes.clone(), free(&all));
    let (ours, of_aliases) = app.read(move |db| by_side(db, &seen, &free)).await?;
    for (side, ids) in [(Side::House, ours), (Side::Alias, of_aliases)] {
        if ids.is_empty() {
            continue;
        }
        let (viewer, eyes, decision) = (viewer.clone(), eyes.clone(), decision.clone());
        let work = move |tx: &mut Tx<'_>| actions::bulk(tx, (&viewer, &eyes), (&ids, &decision));
        for done in app.write_as(side, work).await? {
            app.leases().release(done.id, app.clock().now());
            for each in all.iter_mut().filter(|each| each.id == done.id) {
                *each = done;
            }
        }
    }
    Ok(all)
}

/// Those that nothing leaves out.
fn free(all: &[Each]) -> Vec<ConcernId> {
    all.iter().filter(|each| each.left.is_none()).map(|each| each.id).collect()
}

/// Those about names or groups, and those about aliases.
fn by_side(db: &mut Db, eyes: &Eyes, ids: &[ConcernId]) -> Result<(Vec<ConcernId>, Vec<ConcernId>), Error> {
    let (mut ours, mut of_aliases) = (Vec::new(), Vec::new());
    for id in ids {
        let face = match reports::find(db, eyes, *id) {
            Ok(concern) => concern.face_id,
            Err(Error::Absent) => None,
            Err(fault) => return Err(fault),
        };
        let is_alias = face.map_or(Ok(false), |face| aliases::is_alias(db, face))?;
        if is_alias { of_aliases.push(*id) } else { ours.push(*id) }
    }
    Ok((ours, of_aliases))
}

/// What became of several, or would, each with what it is about.
pub async fn rows(app: &App, member: &Member, all: Vec<Each>) -> Result<Vec<Row>, Error> {
    let (viewer, eyes, ring) = (member.viewer(), eyes(app, member).await?, app.keys().clone());
    app.read(move |db| views::named(db, (&viewer, &eyes), (&all, &ring))).await
}

/// Hands a concern up, unless somebody else looks at it right now.
pub async fn hand_up(app: &App, member: &Member, id: ConcernId) -> Result<(), Error> {
    let (viewer, eyes) = (member.viewer(), eyes(app, member).await?);
    let seen = eyes.clone();
    app.read(move |db| reports::find(db, &seen, id)).await?;
    app.leases().check(id, member.person.face, app.clock().now())?;
    app.write(move |tx| actions::hand_up(tx, (&viewer, &eyes), id)).await?;
    app.leases().release(id, app.clock().now());
    Ok(())
}

/// The log of service, from a decision on.
pub async fn log(app: &App, member: &Member, before: Option<ActId>) -> Result<Lines, Error> {
    let (viewer, eyes) = (member.viewer(), eyes(app, member).await?);
    app.read(move |db| views::log(db, &viewer, &eyes, before)).await
}

/// The decision after which a page is asked for; nothing: the first page.
///
/// # Errors
/// [`Error::Absent`] for what names none.
pub fn before(asked: &str) -> Result<Option<ActId>, Error> {
    if asked.is_empty() { Ok(None) } else { act_id(asked).map(Some) }
}

/// Takes a decision back, on the side it was written on.
pub async fn take_back(app: &App, member: &Member, id: ActId) -> Result<Back, Error> {
    let (viewer, eyes) = (member.viewer(), eyes(app, member).await?);
    let side = side_of_act(app, id).await?;
    app.write_as(side, move |tx| actions::undo(tx, (&viewer, &eyes), id)).await
}

/// Answers what somebody said to a decision.
pub async fn reply(
    app: &App,
    member: &Member,
    (id, words, how): (ActId, Sentence, How),
) -> Result<Back, Error> {
    let (viewer, eyes) = (member.viewer(), eyes(app, member).await?);
    let side = side_of_act(app, id).await?;
    app.write_as(side, move |tx| actions::answer(tx, (&viewer, &eyes), (id, &words, how))).await
}

/// Answers a decision about oneself, on the side it was written on.
pub async fn appeal(app: &App, own: Vec<FaceId>, (id, words): (ActId, Plea)) -> Result<(), Error> {
    let side = side_of_act(app, id).await?;
    app.write_as(side, move |tx| actions::appeal(tx, &own, id, &words)).await
}

/// Every face of a member.
pub async fn own_faces(app: &App, member: &Member) -> Result<Vec<FaceId>, Error> {
    faces(app, member.person.face, aliases::hand(app, member)).await
}

/// Every face of somebody whose account is not open.
pub async fn held_faces(app: &App, held: &Held) -> Result<Vec<FaceId>, Error> {
    let account = held.0.account;
    let face = app.read(move |db| accounts::face_of(db, account)).await?;
    let hand = Hand::new(held.0.secret.clone(), app.keys().clone(), app.clock().now().day());
    faces(app, face, hand).await
}

/// A face, and every alias that a hand finds.
pub async fn faces(app: &App, face: FaceId, hand: Hand) -> Result<Vec<FaceId>, Error> {
    app.read(move |db| {
        let mut own = reports::own_aliases(db, &hand)?;
        own.push(face);
        Ok(own)
    })
    .await
}

/// What is written about an alias is written on the side of aliases.
pub async fn side_of(app: &App, face: Option<FaceId>) -> Result<Side, Error> {
    let Some(face) = face else { return Ok(Side::House) };
    let is_alias = app.read(move |db| aliases::is_alias(db, face)).await?;
    Ok(if is_alias { Side::Alias } else { Side::House })
}

async fn side_of_act(app: &App, id: ActId) -> Result<Side, Error> {
    let face = app.read(move |db| store::whom(db, id)).await?;
    side_of(app, face).await
}

/// A concern's id in an address.
///
/// # Errors
/// [`Error::Absent`].
pub fn case_id(id: &str) -> Result<ConcernId, Error> {
    ConcernId::read(id)
}

/// A decision's id in an address.
///
/// # Errors
/// [`Error::Absent`].
pub fn act_id(id: &str) -> Result<ActId, Error> {
    ActId::read(id)
}
