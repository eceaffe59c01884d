//! Kind words in the browser.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path};
use askama::Template as _;

use super::views::{Acts, Reader};
use super::{Post, Reaction, Refusal};
use crate::app::App;
use crate::forum::reactions;
use crate::forum::threads::{self, Author, Kind};
use crate::forum::voices;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Part, Who, see_other};
use crate::kernel::{Error, PublicId};
use crate::page;
use crate::ui::{self, Door, Shell, urls};

/// The doors of reactions.
pub fn doors(doors: &mut Doors) {
    doors.post("/p/{id}/react", Who::Member, react);
    doors.post("/p/{id}/r/{reply}/react", Who::Member, react_to_reply);
    doors.get("/p/{id}/reactions", Who::Member, show);
    doors.get("/p/{id}/r/{reply}/reactions", Who::Member, show_of_reply);
}

page! { "forum/reactions/part.html",
    /// The words under one post, alone: what a press swaps in.
    pub struct Pressed {
        acts: Acts,
    }
}

page! { "forum/reactions/show.html",
    /// Who put which word: for the writer alone, by name, without a number.
    pub struct Show {
        givers: Vec<(Author, Reaction)>,
        back: String,
    }
}

/// `POST /p/{id}/react`
pub async fn react(
    app: Data<App>,
    member: Member,
    (ui, part): (Shell, Part),
    id: Path<String>,
    fields: Fields,
) -> Answer {
    let post = Post { thread: PublicId::parse(&id).ok_or(Error::Absent)?, reply: None };
    press(&app, &member, (ui, part), post, &fields).await
}

/// `POST /p/{id}/r/{reply}/react`
pub async fn react_to_reply(
    app: Data<App>,
    member: Member,
    (ui, part): (Shell, Part),
    ids: Path<(String, String)>,
    fields: Fields,
) -> Answer {
    press(&app, &member, (ui, part), reply_of(&ids)?, &fields).await
}

/// `GET /p/{id}/reactions`
pub async fn show(app: Data<App>, member: Member, ui: Shell, id: Path<String>) -> Answer {
    let post = Post { thread: PublicId::parse(&id).ok_or(Error::Absent)?, reply: None };
    list(&app, &member, ui, post).await
}

/// `GET /p/{id}/r/{reply}/reactions`
pub async fn show_of_reply(app: Data<App>, member: Member, ui: Shell, ids: Path<(String, String)>) -> Answer {
    list(&app, &member, ui, reply_of(&ids)?).await
}

async fn press(app: &App, member: &Member, (ui, part): (Shell, Part), post: Post, fields: &Fields) -> Answer {
    let word = Reaction::parse(fields.one("kind")).ok_or(Refusal::Unknown)?;
    let (viewer, pressed) = (member.viewer(), post.clone());
    let (standings, kind) = app
        .write(move |tx| {
            let standings = reactions::press(tx, &viewer, &pressed, word)?;
            Ok((standings, kind_of(tx, &viewer, &pressed)?))
        })
        .await?;
    let anchor = post.reply.as_ref().map_or("post".to_owned(), |reply| format!("r{reply}"));
    let own = urls::thread(&post.thread);
    let back = urls::own_path(fields.one("back")).filter(|back| back.starts_with(&own)).unwrap_or(&own);
    if part.0.is_none() {
        return Ok(see_other(&format!("{back}#{anchor}")));
    }
    let reader = Reader { is_signed_in: true, is_author: false, mine: standings.mine };
    let acts = Acts::of(&post, kind, &standings.counts, reader, back);
    let said = match standings.mine {
        Some(_) => ui.t1("reaction-put", "word", ui.t(reactions::label(&word))),
        None => ui.t("reaction-taken-back").into_owned(),
    };
    let html = Pressed { ui, acts }.render().map_err(Error::other)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header(("x-say", urls::segment(&said)))
        .body(html))
}

/// A thread's kind decides which word leads; a reply has none.
fn kind_of(
    db: &mut crate::db::Db,
    viewer: &crate::policy::Viewer,
    post: &Post,
) -> Result<Option<Kind>, Error> {
    if post.reply.is_some() { Ok(None) } else { Ok(Some(threads::find(db, viewer, &post.thread)?.0.kind)) }
}

async fn list(app: &App, member: &Member, ui: Shell, post: Post) -> Answer {
    let (viewer, looked, hand) = (member.viewer(), post.clone(), voices::hand(app, member));
    let givers = app.read(move |db| reactions::givers(db, &viewer, &hand, &looked)).await?;
    let back = match &post.reply {
        Some(reply) => urls::reply(&post.thread, reply),
        None => urls::thread(&post.thread),
    };
    ui::answer(&Show { ui: ui.at(Door::Groups), givers, back })
}

fn reply_of(ids: &(String, String)) -> Result<Post, Error> {
    let thread = PublicId::parse(&ids.0).ok_or(Error::Absent)?;
    let reply = PublicId::parse(&ids.1).ok_or(Error::Absent)?;
    Ok(Post { thread, reply: Some(reply) })
}
