//! A thread and its replies.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use crate::app::App;
use crate::forum::first_answers;
use crate::forum::groups::Group;
use crate::forum::here;
use crate::forum::lookout;
use crate::forum::quiet;
use crate::forum::replies::{self, Drawing, Leaf, Span, Tree};
use crate::forum::screening;
use crate::forum::threads::{self, Author, Post, Scene, Thread};
use crate::forum::voices;
use crate::http::{Answer, Fields, Part};
use crate::identity::credentials;
use crate::kernel::{Error, PublicId};
use crate::page;
use crate::policy::{Reach, Standing, Viewer};
use crate::ui::{self, Card, Door, Faults, Shell, urls};

page! { "forum/threads/show.html",
    /// A thread and its replies.
    pub struct Show {
        thread: Thread,
        author: Author,
        group: Group,
        post: Post,
        tree: Tree,
        newest_first: bool,
        other_order: String,
        here: String,
        next_url: Option<String>,
        is_open: bool,
        sent: Option<String>,
        shows_support: bool,
        six: Vec<&'static str>,
        lost_six: bool,
        cards: Vec<Card>,
        may_shield: bool,
        first: first_answers::Wait,
        fields: Fields,
        faults: Faults,
    }
}

/// How somebody looks at a thread.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Look {
    /// `newest` or `oldest`; none: as they like to read.
    order: Option<String>,
    /// The key of the page.
    after: Option<String>,
    /// What they sent here a moment ago: `share`, or a reply's id.
    sent: Option<String>,
    /// There if these are their first words here.
    welcome: Option<String>,
    /// There if they asked to be looked out for.
    asked: Option<String>,
}

impl Show {
    /// Whether its reader may send a caring note to whoever wrote it: under a name of here, and not their own.
    fn may_send_note(&self) -> bool {
        self.ui.is_signed_in() && self.author.kind == "name" && !self.post.menu.is_mine
    }

    /// Days for which those are to answer who have been here a while.
    fn shield_days(&self) -> i64 {
        self.thread.shielded_until.map_or(0, |until| self.ui.days_until(&until))
    }
}

impl Look {
    fn is_newest_first(&self, ui: &Shell) -> bool {
        match self.order.as_deref() {
            Some("newest") => true,
            Some("oldest") => false,
            _ => ui.reading.newest_first,
        }
    }
}

/// `GET /p/{id}`
pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    viewer: Viewer,
    ui: Shell,
    (id, look, part): (Path<String>, Query<Look>, Part),
) -> Answer {
    let is_first = look.welcome.is_some();
    let mut shown = load(&app, viewer, ui, (&id, look.into_inner())).await?;
    here::visit(&app, &shown.ui, (&shown.group, &part));
    // Only once the page is there to show them: words that were taken and not shown would be lost.
    if is_first && shown.post.menu.is_mine {
        shown.six = credentials::new_ones(&app, &request)?;
        shown.lost_six = shown.six.is_empty() && shown.ui.words_wait();
    }
    ui::answer(&shown)
}

/// `GET /p/{id}/live`: says when there is something new, to those who may read the thread; and to a member when there is news for them.
pub async fn live(app: Data<App>, viewer: Viewer, id: Path<String>) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    let (reader, is_member) = (viewer.face(), viewer.person().is_some());
    let (thread, mut deaf_to) = app
        .read(move |db| {
            let (thread, _) = threads::find(db, &viewer, &id)?;
            let looks_after = Standing::in_group(db, &viewer, thread.group_id)?.looks_after();
            Ok((thread, quiet::of(db, &viewer, looks_after)?.unmet()))
        })
        .await?;
    deaf_to.push(reader);
    let (subject, until) = (("thread", thread.id.0), (quiet::MET, reader.0));
    if is_member {
        app.live().stream_to(reader, Some(subject), until, deaf_to)
    } else {
        app.live().stream(subject, until, deaf_to)
    }
}

/// Everything the page of a thread shows.
pub(super) async fn load(
    app: &App,
    viewer: Viewer,
    ui: Shell,
    (id, look): (&str, Look),
) -> Result<Show, Error> {
    let id = PublicId::parse(id).ok_or(Error::Absent)?;
    let newest_first = look.is_newest_first(&ui);
    let sent = look.sent.as_deref().and_then(PublicId::parse);
    let asked = look.asked.is_some();
    let (after, of) = (look.after.clone().filter(|key| replies::is_key(key)), sent.clone());
    let hand = ui.signed.as_deref().map(|signed| voices::hand(app, signed));
    let asks = app.clone();
    let now = app.clock().now();
    let (scene, rows, open, cards, may_shield, list, first) = app
        .read(move |db| {
            let scene = Scene::read(db, (&viewer, hand.as_ref()), &id)?;
            let rows = if newest_first {
                Leaf::newest(db, &scene, after.and_then(|key| key.parse().ok()))?
            } else {
                Leaf::in_tree(db, &scene, &Span { under: None, after })?
            };
            let open = of.and_then(|reply| replies::find(db, &viewer, &id, &reply).ok());
            // Who looks after the group is shown what waits, and whoever asked to be looked out for how to say they are safe.
            let cards = asks.waits_on(db, (&viewer, hand.as_ref()), scene.thread.id)?;
            let is_own = viewer.is_signed_in() && scene.thread.author_face == viewer.face();
            let is_here = scene.group.elsewhere().is_none();
            let may_shield = is_own && is_here && screening::may_ask_shield(db, &viewer, now)?;
            let first = first_answers::wait(&asks, db, &viewer, (&scene.thread, scene.standing.is_author))?;
            let open = open.map(|(_, reply, _)| reply);
            Ok((scene, rows, open, cards, may_shield, lookout::list(db)?, first))
        })
        .await?;
    let here = urls::thread(&scene.thread.public_id);
    let back = here_with(&here, newest_first, look.after.as_deref());
    let path = open.as_ref().map_or("", |reply| reply.path.as_str());
    let drawing = Drawing { back: &back, folds: Some(path), is_flat: newest_first };
    let tree = Tree::draw(&ui, &scene, rows, drawing);
    let wrote = open.filter(|reply| scene.is_own(reply.author_face)).map(|reply| reply.body);
    let just_shared = look.sent.as_deref() == Some("share") && scene.standing.is_author;
    let words = wrote.or_else(|| just_shared.then(|| scene.thread.said()));
    let mut ui = ui.at(Door::Groups);
    ui.is_open_web = scene.thread.reach == Reach::Everyone;
    Ok(Show {
        post: Post::of(&ui, &scene, &back),
        next_url: tree.next.as_deref().map(|key| here_with(&here, newest_first, Some(key))),
        other_order: here_with(&here, !newest_first, None),
        shows_support: words.as_deref().is_some_and(|words| asked || list.meets(words)),
        sent: sent_key(&scene.thread.public_id, just_shared, words.is_some()),
        is_open: scene.is_open(),
        here: back,
        ui,
        tree,
        newest_first,
        thread: scene.thread,
        author: scene.author,
        group: scene.group,
        six: Vec::new(),
        lost_six: false,
        cards,
        may_shield,
        first,
        fields: Fields::default(),
        faults: Faults::default(),
    })
}

/// The draft on the device that can go now: its words were sent.
fn sent_key(thread: &PublicId, just_shared: bool, just_answered: bool) -> Option<String> {
    if just_shared { Some("share".to_owned()) } else { just_answered.then(|| format!("reply-{thread}")) }
}

fn here_with(here: &str, newest_first: bool, after: Option<&str>) -> String {
    let order = if newest_first { "newest" } else { "oldest" };
    match after {
        Some(key) => format!("{here}?order={order}&after={}", urls::segment(key)),
        None => format!("{here}?order={order}"),
    }
}
