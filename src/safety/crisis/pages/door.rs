//! What both doors, pages and JSON, do in the lane: on the right side, and for nobody while somebody else has it.

use crate::app::App;
use crate::db::Side;
use crate::forum::content_notes::Notes;
use crate::forum::pace::Refusal as Full;
use crate::forum::{replies, threads};
use crate::http::viewer::Member;
use crate::identity::accounts;
use crate::identity::sessions::Held;
use crate::kernel::{Error, FaceId, PublicId};
use crate::policy::Viewer;
use crate::safety::actions::{Decision, Sentence, Verb, door};
use crate::safety::crisis::views::{self, Line};
use crate::safety::crisis::{Aside, CareId, Note, Words, commands, store};
use crate::safety::reports::{self, Concern, ConcernId};
use crate::ui::Shell;

/// On duty for so many hours, or no longer.
pub async fn serve(app: &App, member: &Member, hours: Option<i64>) -> Result<(), Error> {
    door::may_look(app, member).await?;
    if hours.is_some() && door::room(app, member).await?.away.is_some() {
        return Err(Full::Away.into());
    }
    let (face, duty) = (member.person.face, app.leases().duty());
    match hours {
        Some(hours) => duty.begin(face, app.clock().now().plus_s(hours * 3_600)),
        None => duty.end(face),
    }
    Ok(())
}

/// All that was said about a case that is theirs to look at.
pub async fn said(app: &App, member: &Member, id: ConcernId) -> Result<Vec<Line>, Error> {
    let (of, ring) = (door::case(app, member, id).await?.concern.id, app.keys().clone());
    app.read(move |db| views::of_case(db, of, &ring)).await
}

/// Writes to whoever it is about.
pub async fn write(
    app: &App,
    member: &Member,
    concern: &Concern,
    (words, offers): (Words, bool),
) -> Result<(), Error> {
    let id = concern.id;
    app.leases().check(id, member.person.face, app.clock().now())?;
    let (viewer, eyes, ring) = (member.viewer(), door::eyes(app, member).await?, app.keys().clone());
    let side = door::side_of(app, concern.face_id).await?;
    app.write_as(side, move |tx| commands::write(tx, (&viewer, &eyes), id, (&words, offers), &ring)).await?;
    app.leases().go_on(concern, member.person.face, app.clock().now());
    Ok(())
}

/// Calls the others, and lets it go.
pub async fn pass_on(app: &App, member: &Member, id: ConcernId, note: Note) -> Result<(), Error> {
    let now = app.clock().now();
    app.leases().check(id, member.person.face, now)?;
    let (viewer, eyes, ring) = (member.viewer(), door::eyes(app, member).await?, app.keys().clone());
    app.write(move |tx| commands::pass_on(tx, (&viewer, &eyes), id, &note, &ring)).await?;
    app.leases().release(id, now);
    Ok(())
}

/// Leaves a note for the others who may look at it.
pub async fn note(app: &App, member: &Member, concern: &Concern, note: Aside) -> Result<(), Error> {
    let (viewer, eyes, ring) = (member.viewer(), door::eyes(app, member).await?, app.keys().clone());
    let (id, side) = (concern.id, door::side_of(app, concern.face_id).await?);
    app.write_as(side, move |tx| commands::note(tx, (&viewer, &eyes), id, &note, &ring)).await
}

/// Closes it for now: somebody was with them.
pub async fn close(app: &App, member: &Member, ui: &Shell, id: ConcernId) -> Result<(), Error> {
    let words = Sentence::clipped(&ui.t("act-did-care"));
    let (notes, label) = (Notes::default(), None);
    let decision = Decision {
        verb: Verb::Care,
        words,
        days: 0,
        notes,
        label,
        removes: false,
        closes: false,
        shares: false,
    };
    door::decide(app, member, id, decision).await.map(drop)
}

/// Whoever words of care are said to.
pub struct Whom {
    viewer: Viewer,
    /// Their own name's.
    pub face: FaceId,
    /// Every face of theirs.
    own: Vec<FaceId>,
}

impl Whom {
    /// A member.
    pub async fn member(app: &App, member: &Member) -> Result<Self, Error> {
        let own = door::own_faces(app, member).await?;
        Ok(Self { viewer: member.viewer(), face: member.person.face, own })
    }

    /// Somebody whose account is not open: they have no part that a rule could ask for. That it was said to them is all it
    /// takes, so the house keeps what they say.
    pub async fn held(app: &App, held: &Held) -> Result<Self, Error> {
        let (own, account) = (door::held_faces(app, held).await?, held.0.account);
        let face = app.read(move |db| accounts::face_of(db, account)).await?;
        Ok(Self { viewer: Viewer::House, face, own })
    }
}

/// What was said to somebody, under whichever name.
pub async fn own(app: &App, whom: &Whom) -> Result<Vec<Line>, Error> {
    let (own, ring) = (whom.own.clone(), app.keys().clone());
    app.read(move |db| views::own(db, &own, &ring)).await
}

/// They answer what was said to them.
pub async fn answer(app: &App, whom: Whom, (id, words): (CareId, Words)) -> Result<(), Error> {
    let (side, ring) = (side_of(app, &whom, id).await?, app.keys().clone());
    app.write_as(side, move |tx| commands::answer(tx, &whom.viewer, &whom.own, (id, &words), &ring)).await
}

/// They want not to be asked any more, or to be asked again.
pub async fn set_quiet(app: &App, whom: Whom, (id, is_quiet): (CareId, bool)) -> Result<(), Error> {
    let side = side_of(app, &whom, id).await?;
    app.write_as(side, move |tx| commands::set_quiet(tx, &whom.viewer, &whom.own, (id, is_quiet))).await
}

/// The side on which the face stands that a word was said to.
async fn side_of(app: &App, whom: &Whom, id: CareId) -> Result<Side, Error> {
    let own = whom.own.clone();
    let face = app.read(move |db| Ok(store::find_to(db, &own, id)?.face_id)).await?;
    door::side_of(app, face).await
}

/// Whoever asked to be looked out for is safe now. Returns the thread.
pub async fn safe(
    app: &App,
    member: &Member,
    (thread, reply): (&str, Option<&str>),
) -> Result<PublicId, Error> {
    let parse = |text: &str| PublicId::parse(text).ok_or(Error::Absent);
    let (thread, reply) = (parse(thread)?, reply.map(parse).transpose()?);
    let (viewer, found) = (member.viewer(), thread.clone());
    let (place, face) = app
        .read(move |db| {
            if let Some(reply) = reply {
                let (thread, reply, _) = replies::find(db, &viewer, &thread, &reply)?;
                Ok(((thread.id, Some(reply.id)), reply.author_face))
            } else {
                let (thread, _) = threads::find(db, &viewer, &thread)?;
                Ok(((thread.id, None), thread.author_face))
            }
        })
        .await?;
    let own = door::own_faces(app, member).await?;
    let (side, viewer) = (door::side_of(app, Some(face)).await?, member.viewer());
    app.write_as(side, move |tx| reports::unflag(tx, &viewer, &own, place)).await?;
    Ok(found)
}

/// A word's id in an address.
pub fn care_id(id: &str) -> Result<CareId, Error> {
    CareId::read(id)
}
