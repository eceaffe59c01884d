//! What happened for you, in the browser.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::{Kind, Line, Marks, NoticeId};
use crate::app::App;
use crate::events::safety::There;
use crate::forum::quiet;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::aliases;
use crate::kernel::{Error, FaceId};
use crate::notify::inbox;
use crate::page;
use crate::policy::Viewer;
use crate::safety::reports::{self, Told};
use crate::ui::{self, Door, Shell};

/// The doors of news.
pub fn doors(doors: &mut Doors) {
    doors.get("/news", Who::Member, show);
    doors.get("/news/live", Who::Visitor, live);
    doors.post("/news", Who::Member, see_all);
    doors.post("/news/{id}", Who::Member, open);
}

page! { "notify/inbox/show.html",
    /// What happened for somebody, newest first.
    pub struct Show {
        lines: Vec<Line>,
        for_aliases: Vec<Line>,
        told: Vec<Told>,
        next: Option<String>,
        has_new: bool,
        left_out: bool,
    }
}

/// `GET /news`
pub async fn show(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let (viewer, before) = (member.viewer(), Fields::asked(&request).one("before").parse().ok());
    let (hand, marks) = (aliases::hand(&app, &member), marks(&app, &viewer));
    let (teller, today) = (reports::teller(&app, &member), app.clock().now().day());
    let muted = ui.muted.clone();
    let ((page, left_out), for_aliases, told) = app
        .read(move |db| {
            let own = if before.is_none() { aliases::mine(db, &hand)? } else { Vec::new() };
            let faces: Vec<_> = own.iter().map(|own| own.alias.face).collect();
            let told = if before.is_none() { reports::news(db, &teller, today)? } else { Vec::new() };
            let (mut page, left_out) = inbox::lines(db, &viewer, before, (&marks, &muted))?;
            page.rows = inbox::folded(db, &hand, page.rows)?;
            let for_aliases = inbox::for_aliases(db, &viewer, &faces, &muted)?;
            Ok(((page, left_out), inbox::folded(db, &hand, for_aliases)?, told))
        })
        .await?;
    let has_new = page.rows.iter().any(|line| !line.is_seen);
    let next = page.next.map(|key| format!("/news?before={key}"));
    ui::answer(&Show { ui: ui.at(Door::Today), lines: page.rows, for_aliases, told, next, has_new, left_out })
}

/// `GET /news/live`: says to any page of theirs that there is news, or that somebody asks them for company; never what or who.
/// A page that is still open after its reader signed out hears 204: nothing comes any more (WHATWG HTML 9.2.3).
pub async fn live(app: Data<App>, member: Option<Member>) -> Answer {
    let Some(member) = member else { return Ok(HttpResponse::NoContent().finish()) };
    let face = member.person.face;
    app.live().stream_to(face, None, (quiet::MET, face.0), Vec::new())
}

/// `POST /news`: all of it was seen.
pub async fn see_all(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    let viewer = member.viewer();
    saw_all(&app, viewer).await?;
    Ok(see_other("/news"))
}

/// `POST /news/{id}`: one was seen; on to what it is about.
pub async fn open(app: Data<App>, member: Member, id: Path<String>, _fields: Fields) -> Answer {
    let (viewer, id) = (member.viewer(), NoticeId::read(&id)?);
    let place = saw(&app, viewer, id).await?;
    Ok(see_other(&place))
}

/// Marks one's own notice as seen and returns where it leads.
pub(super) async fn saw(app: &App, viewer: Viewer, id: NoticeId) -> Result<String, Error> {
    let face = viewer.face();
    let (number, place) = app.read(move |db| inbox::open(db, &viewer, id)).await?;
    keep(app, face, |marks| {
        marks.ones.insert(id.0, number);
    });
    Ok(place)
}

/// Marks all one's own notices as seen.
pub(super) async fn saw_all(app: &App, viewer: Viewer) -> Result<(), Error> {
    let face = viewer.face();
    let last = app.read(move |db| inbox::open_all(db, &viewer)).await?;
    keep(app, face, |marks| *marks = Marks { all_to: last, ..Marks::default() });
    Ok(())
}

/// What somebody saw and is not written yet.
#[must_use]
pub fn marks(app: &App, viewer: &Viewer) -> Marks {
    app.later().seen.of(&viewer.face()).unwrap_or_default()
}

fn keep(app: &App, face: FaceId, work: impl FnOnce(&mut Marks)) {
    app.later().seen.change(face, Marks::default, work);
    app.later().wait(app.clock().now(), &app.chance().stream("later", 0));
}

/// What was decided in a group of another community, and what can be done about that.
fn there(ui: &Shell, line: &Line) -> String {
    let (Some(group), Some(did)) = (&line.group, line.did) else {
        return ui.t("news-there").into_owned();
    };
    // A group of another community says where it is in its title.
    let of = ("group", group.title.as_str());
    match did {
        There::Out => ui.t1("news-there-out", of.0, of.1),
        There::Locked => ui.t1("news-there-locked", of.0, of.1),
        There::Away => ui.t1("news-there-away", of.0, of.1),
        There::Back => ui.t1("news-there-back", of.0, of.1),
        There::Near => ui.t1("news-there-near", of.0, of.1),
    }
}

/// A notice in one sentence.
#[must_use]
pub fn sentence(ui: &Shell, line: &Line) -> String {
    let who = match (&line.from, line.is_several) {
        (Some(from), false) => from.name.clone(),
        (Some(from), true) => ui.t1("news-and-others", "name", &from.name),
        (None, _) => ui.t("news-somebody").into_owned(),
    };
    let group = line.group.as_ref().map(|group| group.title.clone()).unwrap_or_default();
    match line.kind {
        Kind::Reply => ui.t1("news-reply", "who", who),
        Kind::Reaction => ui.t1("news-reaction", "who", who),
        Kind::LetIn => ui.t1("news-let-in", "group", group),
        Kind::Asked => ui.t2("news-asked", ("who", who), ("group", group)),
        Kind::Held => ui.t1("news-held", "group", group),
        Kind::SentBack => ui.t1("news-sent-back", "group", group),
        Kind::LetThrough => ui.t("news-let-through").into_owned(),
        Kind::TurnEnds if group.is_empty() => ui.t("news-term-ends").into_owned(),
        Kind::TurnOver if group.is_empty() => ui.t("news-term-over").into_owned(),
        Kind::TurnEnds => ui.t1("news-turn-ends", "group", group),
        Kind::TurnOver => ui.t1("news-turn-over", "group", group),
        Kind::Role => ui.t1("news-role", "group", group),
        Kind::Arrival => ui.t1("news-arrival", "who", who),
        Kind::Standing => ui.t("news-standing").into_owned(),
        Kind::Concern if group.is_empty() => ui.t("news-concern-house").into_owned(),
        Kind::Concern => ui.t1("news-concern", "group", group),
        Kind::Company => ui.t("news-company").into_owned(),
        Kind::Buddy => ui.t1("news-buddy", "who", who),
        Kind::BuddyAsks => ui.t1("news-buddy-asks", "who", who),
        Kind::Quiet => ui.t1("news-quiet", "who", who),
        Kind::Nudge => ui.t1("news-nudge", "who", who),
        Kind::WithYou => ui.t("news-with-you").into_owned(),
        Kind::MailOver => ui.t("news-mail-over").into_owned(),
        Kind::Note => {
            let words = line.note.map(|note| ui.t(&format!("buddy-note-{note}"))).unwrap_or_default();
            ui.t2("news-note", ("who", who), ("words", words))
        }
        Kind::Care => ui.t("news-care").into_owned(),
        Kind::FollowUp => ui.t("news-follow-up").into_owned(),
        Kind::There => there(ui, line),
        Kind::Decision if group.is_empty() => ui.t("news-decision-house").into_owned(),
        Kind::Decision => ui.t1("news-decision", "group", group),
    }
}
