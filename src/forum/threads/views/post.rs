//! One thread as its page shows it, and what is known of whoever reads it.

use std::collections::HashMap;

use super::reach;
use crate::db::Db;
use crate::forum::content_notes::{self, HouseRule, Said};
use crate::forum::folds::{self, Folds};
use crate::forum::groups::{self, Group};
use crate::forum::quiet::{self, Quiet};
use crate::forum::reactions::{self, Acts, Reaction};
use crate::forum::threads::{self, Author, Thread};
use crate::identity::aliases::{self, Hand, Own};
use crate::kernel::{Error, FaceId, Html, PublicId, markdown};
use crate::policy::{self, Action, Standing, Viewer};
use crate::ui::{Shell, urls};

/// A thread and everything around it that its pages need, read at once.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The thread.
    pub thread: Thread,
    /// Who wrote it.
    pub author: Author,
    /// Its group.
    pub group: Group,
    /// The group's rules for content notes.
    pub rules: Vec<HouseRule>,
    /// The reader's own kind words here, by reply; 0 is the thread.
    pub mine: HashMap<i64, Reaction>,
    /// Where the reader stands.
    pub standing: Standing,
    /// The reader.
    pub viewer: Viewer,
    /// The reader's own aliases that may be met here.
    pub own: Vec<Own>,
    /// Whom the reader does not meet, and of whom they hear less.
    pub quiet: Quiet,
    /// What the reader had folded here when they told of it.
    pub folds: Folds,
    /// The group it was moved from, if it was and the reader may know of that one.
    pub came_from: Option<Group>,
}

impl Scene {
    /// Reads a thread for a viewer; what they hold finds which of its words are an alias's of theirs.
    ///
    /// # Errors
    /// Absent for a thread out of reach; `taken-back`.
    pub fn read(db: &mut Db, (viewer, hand): (&Viewer, Option<&Hand>), id: &PublicId) -> Result<Self, Error> {
        let (mut thread, author) = threads::find(db, viewer, id)?;
        quiet::recount(db, viewer, [&mut thread])?;
        let group = groups::find(db, thread.group_id)?;
        let rules = content_notes::house_rules(db, viewer, group.id)?;
        let mine = reactions::all_mine(db, thread.id, viewer.face())?;
        let own = match hand {
            Some(hand) => aliases::met(db, hand, &thread.groups(), Some(thread.id))?,
            None => Vec::new(),
        };
        let standing = Standing::in_group(db, viewer, group.id)?;
        let quiet = quiet::of(db, viewer, standing.looks_after())?;
        let came_from = match thread.moved_from {
            Some(from) => groups::find_seen(db, viewer, from)?,
            None => None,
        };
        let viewer = viewer.clone();
        let folds = folds::of(db, hand, [thread.id])?;
        let mut scene =
            Self { thread, author, group, rules, mine, standing, viewer, own, quiet, folds, came_from };
        scene.standing.is_author = scene.is_own(scene.thread.author_face);
        Ok(scene)
    }

    /// Whether words of this face are the reader's, under whichever name.
    #[must_use]
    pub fn is_own(&self, face: FaceId) -> bool {
        let is_alias = || self.own.iter().any(|own| own.alias.face == face);
        self.viewer.is_signed_in() && (self.viewer.face() == face || is_alias())
    }

    /// Whether the reader may do this to the thread.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        policy::may(&self.viewer, action, &self.standing).is_ok()
    }

    /// Whether the thread can still be answered.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.thread.is_locked() && self.group.closed_at.is_none()
    }

    /// Whether the reader may answer a reply of this face, under one of their names at least: where people share and do not
    /// answer each other, what they say goes to whoever opened the thread.
    #[must_use]
    pub fn may_answer(&self, whose: FaceId) -> bool {
        let is_helped = self.standing.is_author || self.standing.looks_after();
        let is_free = !self.group.is_for_sharing() || is_helped;
        is_free || whose == self.thread.author_face || self.is_own(whose)
    }
}

/// What a reader may do with a post.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "independent lines of a menu")]
pub struct Menu {
    /// It is theirs: change it, take it back.
    pub is_mine: bool,
    /// It can be stopped, or let go on.
    pub can_lock: bool,
    /// It can be kept at the top.
    pub can_pin: bool,
    /// It can be moved to another group.
    pub can_move: bool,
    /// Its earlier wordings can be read.
    pub has_history: bool,
    /// Its reader can ask to hear less of its writer.
    pub can_quieten: bool,
    /// Those who look after things can be told about it.
    pub can_tell: bool,
}

impl Menu {
    /// Whether there is anything in it.
    #[must_use]
    pub const fn has_any(&self) -> bool {
        self.is_mine || self.can_lock || self.can_pin || self.has_history || self.can_quieten || self.can_tell
    }
}

/// The opening post of a thread.
#[derive(Debug, Clone)]
pub struct Post {
    /// Its title, or a sentence in its place.
    pub title: String,
    /// The title behind the fold, where the words do not begin with it.
    pub folded_title: Option<String>,
    /// Its words.
    pub html: Html,
    /// What stands on the fold; none: the words are open.
    pub fold: Option<String>,
    /// Where the reader opens it again for good; none: they did not fold it when they told of it.
    pub unfold_url: Option<String>,
    /// The kind words under it.
    pub acts: Acts,
    /// Who can read this.
    pub reach: String,
    /// That it was moved, and from where as far as the reader may know; none: it stands where it was opened.
    pub moved: Option<String>,
    /// What the reader may do with it.
    pub menu: Menu,
}

impl Post {
    /// The post for one reader, who is at `back`.
    #[must_use]
    pub fn of(ui: &Shell, scene: &Scene, back: &str) -> Self {
        let thread = &scene.thread;
        let (is_own, is_told) = (scene.standing.is_author, scene.folds.has(thread.id, None));
        let said = Said { title: &thread.title, body: &thread.body, is_own, is_told };
        let (fold, title) = content_notes::fold_titled(ui, &scene.rules, &thread.content_notes(), said);
        let post = reactions::Post { thread: thread.public_id.clone(), reply: None };
        let reader = reactions::Reader {
            is_signed_in: scene.viewer.is_signed_in(),
            is_author: scene.standing.is_author,
            mine: scene.mine.get(&0).copied(),
        };
        Self {
            title,
            folded_title: fold.as_ref().and_then(|_| given_title(thread)),
            html: markdown::render(&thread.body),
            fold,
            unfold_url: is_told.then(|| format!("{}/unfold", urls::thread(&thread.public_id))),
            acts: Acts::of(&post, Some(thread.kind), &thread.counts, reader, back),
            reach: reach::reader_sentence(ui, &scene.group, thread.reach),
            moved: moved(ui, scene),
            menu: Menu {
                is_mine: scene.standing.is_author,
                can_lock: scene.may(Action::LockThread),
                can_pin: scene.may(Action::PinThread),
                can_move: scene.group.elsewhere().is_none() && scene.may(Action::MoveThread),
                has_history: thread.is_edited && scene.may(Action::SeeRevisions),
                can_quieten: scene.viewer.is_signed_in() && !scene.standing.is_author,
                can_tell: scene.may(Action::TellConcern) && !scene.standing.is_author,
            },
        }
    }
}

fn moved(ui: &Shell, scene: &Scene) -> Option<String> {
    scene.thread.moved_from?;
    Some(match &scene.came_from {
        Some(group) => ui.t1("thread-moved-from", "group", &group.title),
        None => ui.t("thread-moved").into_owned(),
    })
}

/// The title, unless it was made of the first line.
fn given_title(thread: &Thread) -> Option<String> {
    let is_first_line = markdown::plain(&thread.body).starts_with(thread.title.trim_end_matches('…'));
    (!is_first_line).then(|| thread.title.clone())
}

/// The page of a thread after something was sent there: what was sent, whether its writer asks to be looked out for, and
/// where it stands.
#[must_use]
pub fn after_sending(thread: &PublicId, (sent, asks_care): (&str, bool), anchor: &str) -> String {
    let asked = if asks_care { "&asked" } else { "" };
    format!("{}?sent={sent}{asked}#{anchor}", urls::thread(thread))
}
