//! A group's front page, who waits for a first reply, and feeds for readers of feeds.

use actix_web::http::header;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::atom;
use crate::app::App;
use crate::forum::content_notes;
use crate::forum::feeds;
use crate::forum::folds;
use crate::forum::groups::{self, Group};
use crate::forum::here::{self, Amount};
use crate::forum::quiet;
use crate::forum::threads::{Card, CardRow};
use crate::forum::voices;
use crate::http::answer::{fresh, known};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Part, Who};
use crate::kernel::{Error, Listed, PageSize, PublicId};
use crate::page;
use crate::policy::{Reach, Standing, Viewer};
use crate::ui::{self, Door, Shell, urls};

/// Waiting posts on a group's front page.
const WAITING: i64 = 3;
/// How long readers of feeds may keep one, in seconds.
const FEED_S: u32 = 300;

/// The doors of lists.
pub fn doors(doors: &mut Doors) {
    doors.get("/g/{name}", Who::Visitor, front);
    doors.get("/g/{name}/feed.atom", Who::Visitor, group_feed);
    doors.get("/feed.atom", Who::Visitor, open_feed);
    doors.get("/waiting", Who::Member, waiting);
}

page! { "forum/feeds/front.html",
    /// A group: what is pinned, who waits, what is new.
    pub struct Front {
        group: Group,
        is_in: bool,
        is_first: bool,
        pinned: Vec<Card>,
        waiting: Vec<Card>,
        newest: Vec<Card>,
        next: Option<String>,
        quiet: Option<String>,
        here: Option<Amount>,
        milestones: Option<&'static str>,
        feed: Option<String>,
        left_out: bool,
    }
}

page! { "forum/feeds/waiting.html",
    /// Everybody who waits for a first reply.
    pub struct Waiting {
        cards: Vec<Card>,
        next: Option<String>,
        left_out: bool,
    }
}

/// `GET /g/{name}`
pub async fn front(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    (name, part): (Path<String>, Part),
    request: HttpRequest,
) -> Answer {
    let (name, before) = (name.into_inner(), key(&request));
    let is_first = before.is_none();
    let muted = ui.muted.clone();
    let hand = ui.signed.as_deref().map(|signed| voices::hand(&app, signed));
    let today = ui.now.day();
    let (group, rules, standing, [pinned, waiting], (newest, left_out), folds, has_milestone) = app
        .read(move |db| {
            let group = groups::find_by_name(db, &viewer, &name)?;
            let rules = content_notes::house_rules(db, &viewer, group.id)?;
            let standing = Standing::in_group(db, &viewer, group.id)?;
            let (reader, of_group) = ((&viewer, &muted), Some(group.id));
            let (mut newest, mut left_out) =
                feeds::sifted(db, reader, (before, PageSize::FEED), |db, before| {
                    feeds::newest_in_group(db, &viewer, group.id, before, PageSize::FEED)
                })?;
            let mut above = [Vec::new(), Vec::new()];
            if is_first {
                let few = PageSize::of(WAITING);
                let (waiting, is_some_left) = feeds::sifted(db, reader, (None, few), |db, after| {
                    feeds::waiting(db, &viewer, of_group, after, few)
                })?;
                let mut pinned = feeds::pinned(db, &viewer, group.id)?;
                let all = pinned.len();
                pinned.retain(|(thread, ..)| feeds::is_for(viewer.face(), &muted, thread));
                left_out |= is_some_left || pinned.len() < all;
                above = [pinned, waiting.rows];
            }
            let cards = newest.rows.iter_mut().chain(above.iter_mut().flatten());
            quiet::recount(db, &viewer, cards.map(|(thread, ..)| thread))?;
            let shown = newest.rows.iter().chain(above.iter().flatten()).map(|(thread, ..)| thread.id);
            let folds = folds::of(db, hand.as_ref(), shown)?;
            let has_milestone = is_first && feeds::shows_milestone(db, &viewer, group.id, today)?;
            Ok((group, rules, standing, above, (newest, left_out), folds, has_milestone))
        })
        .await?;
    here::visit(&app, &ui, (&group, &part));
    let here = here::amounts(&app, &ui, vec![group.id]).await?.remove(&group.id);
    let ui = ui.at(Door::Groups).on_open_web();
    let card = |row| Card::of(&ui, row, (&rules, &folds));
    let cards = |rows: Vec<CardRow>| rows.into_iter().map(card).collect();
    // What was left out is not silence.
    let quiet = if is_first && !left_out { silence(&ui, &newest.rows) } else { None };
    let page = urls::group(&group.name);
    ui::answer(&Front {
        is_in: standing.role.is_some(),
        is_first,
        pinned: cards(pinned),
        waiting: cards(waiting),
        newest: cards(newest.rows),
        next: newest.next.map(|key| format!("{page}?before={key}")),
        quiet,
        here,
        milestones: has_milestone.then_some("/milestones"),
        left_out,
        feed: (group.ceiling == Reach::Everyone).then(|| urls::in_group(&group.name, "feed.atom")),
        group,
        ui,
    })
}

/// `GET /waiting`
pub async fn waiting(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let (viewer, after) = (member.viewer(), key(&request));
    let (muted, hand) = (ui.muted.clone(), voices::hand(&app, &member));
    let (page, left_out, folds) = app
        .read(move |db| {
            let (mut page, left_out) =
                feeds::sifted(db, (&viewer, &muted), (after, PageSize::FEED), |db, after| {
                    feeds::waiting(db, &viewer, None, after, PageSize::FEED)
                })?;
            quiet::recount(db, &viewer, page.rows.iter_mut().map(|(thread, ..)| thread))?;
            let folds = folds::of(db, Some(&hand), page.rows.iter().map(|(thread, ..)| thread.id))?;
            Ok((page, left_out, folds))
        })
        .await?;
    let ui = ui.at(Door::Today);
    let cards = page.rows.into_iter().map(|row| Card::of(&ui, row, (&[], &folds))).collect();
    let next = page.next.map(|key| format!("/waiting?before={key}"));
    ui::answer(&Waiting { ui, cards, next, left_out })
}

/// `GET /g/{name}/feed.atom`
pub async fn group_feed(app: Data<App>, ui: Shell, name: Path<String>, request: HttpRequest) -> Answer {
    let name = name.into_inner();
    let (group, rules, newest) = app
        .read(move |db| {
            let group = groups::find_by_name(db, &Viewer::Guest, &name)?;
            if group.ceiling != Reach::Everyone {
                return Err(Error::Absent);
            }
            let rules = content_notes::house_rules(db, &Viewer::Guest, group.id)?;
            let newest = feeds::newest_in_group(db, &Viewer::Guest, group.id, None, PageSize::FEED)?;
            Ok((group, rules, newest))
        })
        .await?;
    let path = urls::group(&group.name);
    Ok(feed(&app, &ui, &request, &atom::Head { title: group.title, path, rules }, newest))
}

/// `GET /feed.atom`
pub async fn open_feed(app: Data<App>, ui: Shell, request: HttpRequest) -> Answer {
    let newest = app.read(|db| feeds::newest_on_open_web(db, None, PageSize::FEED)).await?;
    let head = atom::Head { title: ui.house.name.clone(), path: "/".to_owned(), rules: Vec::new() };
    Ok(feed(&app, &ui, &request, &head, newest))
}

fn feed(
    app: &App,
    ui: &Shell,
    request: &HttpRequest,
    head: &atom::Head,
    newest: Listed<CardRow, PublicId>,
) -> HttpResponse {
    let text = atom::feed(ui, &app.settings().server.origin(), head, &newest.rows);
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((header::CONTENT_TYPE, "application/atom+xml; charset=utf-8"))
        .insert_header((header::VARY, "Accept-Language"));
    fresh(answer, text, known(request).as_deref(), FEED_S)
}

/// The key of the page asked for, if one was given out.
pub(super) fn key(request: &HttpRequest) -> Option<PublicId> {
    PublicId::parse(Fields::asked(request).one("before"))
}

/// What to say of a group where nobody spoke for a while.
fn silence(ui: &Shell, newest: &[CardRow]) -> Option<String> {
    let Some((thread, _, _)) = newest.first() else { return Some(ui.t("group-empty").into_owned()) };
    match ui.now.day().0 - thread.said_on.0 {
        ..2 => None,
        2..7 => Some(ui.t1("group-quiet-since", "day", ui.weekday(&thread.said_on))),
        _ => Some(ui.t("group-quiet").into_owned()),
    }
}
