//! The tree as a page draws it: a flat list that says when a level opens and closes.

use std::collections::{HashMap, HashSet};

use super::{Reply, Span, rules, store};
use crate::db::Db;
use crate::forum::content_notes::{self, Said};
use crate::forum::quiet::Quiet;
use crate::forum::reactions::{self, Acts};
use crate::forum::threads::{self, Author, Revision, Scene};
use crate::kernel::{Error, Html, Listed, PageSize, PublicId, ReplyId, markdown};
use crate::policy::{self, Action, Standing, Viewer};
use crate::ui::{Shell, urls};

/// Three rails, then flat: the deepest level that is drawn as one of its own.
const LEVELS: i64 = 4;
/// From this depth on a reply says whom it answers, even right under it: rails alone are hard to follow on a phone.
const SAYS_TO: i64 = 3;
/// A longer branch is folded behind a link…
const BRANCH_MAX: usize = 6;
/// …after this many of its replies.
const BRANCH_SHOWN: usize = 3;

/// A page of replies as read, with the names of parents that stand elsewhere.
pub struct Leaf {
    /// The replies.
    pub rows: Vec<(Reply, Author)>,
    /// Whether more follow.
    pub has_more: bool,
    /// Address and name of the parents, by reply.
    parents: HashMap<i64, (PublicId, Option<String>)>,
}

impl Leaf {
    /// Reads a page in the order of the tree.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn in_tree(db: &mut Db, scene: &Scene, span: &Span) -> Result<Self, Error> {
        let listed = store::list(db, scene.thread.id, span, PageSize::REPLIES)?;
        Self::with_parents(db, &scene.quiet, listed)
    }

    /// Reads a page, the newest first.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn newest(db: &mut Db, scene: &Scene, before: Option<i64>) -> Result<Self, Error> {
        let of = (scene.thread.id, scene.quiet.unmet());
        let listed = store::newest(db, of, before, PageSize::REPLIES)?;
        Self::with_parents(db, &scene.quiet, listed)
    }

    fn with_parents<K>(
        db: &mut Db,
        quiet: &Quiet,
        listed: Listed<(Reply, Author), K>,
    ) -> Result<Self, Error> {
        let has_more = listed.next.is_some();
        let rows: Vec<(Reply, Author)> = listed.rows.into_iter().map(|row| quiet.veiled(row)).collect();
        let here: HashSet<ReplyId> = rows.iter().map(|(reply, _)| reply.id).collect();
        let elsewhere: HashSet<ReplyId> = rows.iter().filter_map(|(reply, _)| reply.parent_id).collect();
        let missing: Vec<ReplyId> = elsewhere.difference(&here).copied().collect();
        let found = store::find_all(db, &missing)?;
        let found: Vec<(Reply, Author)> = found.into_iter().map(|row| quiet.veiled(row)).collect();
        let parents = rows
            .iter()
            .chain(&found)
            .map(|(reply, author)| {
                let name = (!reply.is_taken_back()).then(|| author.name.clone());
                (reply.id.0, (reply.public_id.clone(), name))
            })
            .collect();
        Ok(Self { rows, has_more, parents })
    }
}

/// The reply that another answers.
#[derive(Debug, Clone)]
pub struct To {
    /// Who gave it.
    pub name: String,
    /// Where it stands.
    pub url: String,
}

/// One reply as its reader meets it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What addresses call it.
    pub id: PublicId,
    /// The reply.
    pub reply: Reply,
    /// Who gave it.
    pub author: Author,
    /// Its words.
    pub html: Html,
    /// What stands on the fold; none: the words are open.
    pub fold: Option<String>,
    /// Where the reader opens it again for good; none: they did not fold it when they told of it.
    pub unfold_url: Option<String>,
    /// The kind words under it.
    pub acts: Acts,
    /// Whom it answers, where the drawing does not make it plain.
    pub to: Option<To>,
    /// Whether its writer also wrote the thread.
    pub wrote_post: bool,
    /// Whether the reader gave it.
    pub is_mine: bool,
    /// Whether its earlier wordings can be read.
    pub has_history: bool,
    /// Where those who look after things can be told about it; none: it is not for this reader to tell.
    pub tell_url: Option<String>,
    /// Where its reader can ask to hear less of its writer; none for their own, and for visitors.
    pub quiet_url: Option<String>,
    /// Where to answer it; none where nobody can.
    pub reply_url: Option<String>,
    /// Its own page.
    pub url: String,
}

/// One reply in the drawing.
#[derive(Debug, Clone)]
pub struct Branch {
    /// Levels that end before it.
    pub closes: usize,
    /// Whether a level begins with it.
    pub opens: bool,
    /// The reply.
    pub shown: Shown,
    /// Where the rest of its branch is, and how many replies that is; 0: not known here.
    pub rest: Option<(String, usize)>,
}

/// A drawn page of replies.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// The replies, in order.
    pub branches: Vec<Branch>,
    /// Levels that end after the last one.
    pub closes: usize,
    /// The key of the next page.
    pub next: Option<String>,
}

/// How a page is to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Drawing<'a> {
    /// Where the reader is.
    pub back: &'a str,
    /// Whether long branches are folded, but for the one this path is in.
    pub folds: Option<&'a str>,
    /// Whether it is one flat list.
    pub is_flat: bool,
}

impl Tree {
    /// Draws a page.
    #[must_use]
    pub fn draw(ui: &Shell, scene: &Scene, mut page: Leaf, drawing: Drawing<'_>) -> Self {
        if drawing.is_flat {
            return Self::flat(ui, scene, &page, drawing);
        }
        drop_bare_stubs(&mut page);
        let last = page.rows.last().map(|(reply, _)| reply.path.clone());
        let cut = drawing.folds.map(|open| cut_branches(&mut page, open)).unwrap_or_default();
        let base = page.rows.iter().map(|(reply, _)| reply.depth).min().unwrap_or(1);
        let here: HashSet<i64> = page.rows.iter().map(|(reply, _)| reply.id.0).collect();
        let mut tree = Self { branches: Vec::with_capacity(page.rows.len()), ..Self::default() };
        let mut line: Vec<ReplyId> = Vec::new();
        for (reply, author) in page.rows {
            let deep = (reply.depth - base + 1).min(LEVELS);
            let level = usize::try_from(deep).unwrap_or(1).min(line.len() + 1);
            let opens = level > line.len();
            let closes = line.len().saturating_sub(level);
            let drawn_under = level.checked_sub(2).and_then(|above| line.get(above)).copied();
            let is_plain = drawn_under == reply.parent_id && reply.depth < SAYS_TO;
            let to = reply
                .parent_id
                .filter(|_| !is_plain)
                .and_then(|parent| to(scene, &page.parents, &here, parent));
            line.truncate(level - 1);
            line.push(reply.id);
            let rest = cut.rests.get(&reply.id.0);
            let rest = rest.map(|(root, count)| (urls::reply(&scene.thread.public_id, root), *count));
            let shown = Shown::of(ui, scene, (reply, author), to, drawing.back);
            tree.branches.push(Branch { closes, opens, shown, rest });
        }
        tree.closes = line.len();
        tree.next = last.filter(|_| page.has_more).map(|path| next_key(&path, &cut));
        tree
    }

    fn flat(ui: &Shell, scene: &Scene, page: &Leaf, drawing: Drawing<'_>) -> Self {
        let here: HashSet<i64> = page.rows.iter().map(|(reply, _)| reply.id.0).collect();
        let branches: Vec<Branch> = page
            .rows
            .iter()
            .enumerate()
            .map(|(at, (reply, author))| {
                let to = reply.parent_id.and_then(|parent| to(scene, &page.parents, &here, parent));
                let shown = Shown::of(ui, scene, (reply.clone(), author.clone()), to, drawing.back);
                Branch { closes: 0, opens: at == 0, shown, rest: None }
            })
            .collect();
        let last = page.rows.last().map(|(reply, _)| reply.number.to_string());
        Self { closes: branches.len().min(1), branches, next: last.filter(|_| page.has_more) }
    }
}

impl Shown {
    /// One reply for one reader.
    #[must_use]
    pub fn of(
        ui: &Shell,
        scene: &Scene,
        (reply, author): (Reply, Author),
        to: Option<To>,
        back: &str,
    ) -> Self {
        let (thread, id) = (&scene.thread.public_id, reply.public_id.clone());
        let is_mine = scene.is_own(reply.author_face);
        let standing = Standing { is_author: is_mine, ..scene.standing };
        let sees_history = policy::may(&scene.viewer, Action::SeeRevisions, &standing).is_ok();
        let post = reactions::Post { thread: thread.clone(), reply: Some(id.clone()) };
        let reader = reactions::Reader {
            is_signed_in: scene.viewer.is_signed_in(),
            is_author: is_mine,
            mine: scene.mine.get(&reply.id.0).copied(),
        };
        let is_told = scene.folds.has(scene.thread.id, Some(reply.id));
        let quiet = scene.quiet.fold(reply.author_face, &author).filter(|_| !is_told);
        Self {
            html: markdown::render(&reply.body),
            fold: quiet.map(|key| ui.t(key).into_owned()).or_else(|| {
                let said = Said { title: "", body: &reply.body, is_own: is_mine, is_told };
                content_notes::fold(ui, &scene.rules, &reply.content_notes(), said)
            }),
            unfold_url: is_told.then(|| format!("{}/unfold", urls::reply(thread, &id))),
            acts: Acts::of(&post, None, &reply.counts, reader, back),
            wrote_post: reply.author_face == scene.thread.author_face,
            has_history: reply.is_edited && sees_history,
            tell_url: (scene.may(Action::TellConcern) && !is_mine)
                .then(|| format!("{}/concern", urls::reply(thread, &id))),
            quiet_url: (scene.viewer.is_signed_in() && !is_mine)
                .then(|| format!("{}/quiet", urls::person(&author.name))),
            reply_url: (scene.is_open() && scene.may_answer(reply.author_face))
                .then(|| format!("{}/reply?to={id}", urls::thread(thread))),
            url: urls::reply(thread, &id),
            id,
            reply,
            author,
            to,
            is_mine,
        }
    }

    /// Whether there is anything in the menu.
    #[must_use]
    pub const fn has_menu(&self) -> bool {
        self.is_mine || self.has_history || self.tell_url.is_some() || self.quiet_url.is_some()
    }
}

/// A reply that was taken back stands only while something hangs below it.
fn drop_bare_stubs(page: &mut Leaf) {
    let mut below: Option<String> = None;
    let mut keeps = Vec::with_capacity(page.rows.len());
    for (at, (reply, _)) in page.rows.iter().enumerate().rev() {
        let has_more_below = page.has_more && at + 1 == page.rows.len();
        let is_held = below.as_ref().is_some_and(|next| next.starts_with(&reply.path));
        let keep = !reply.is_taken_back() || is_held || has_more_below;
        if keep {
            below = Some(reply.path.clone());
        }
        keeps.push(keep);
    }
    let mut keeps = keeps.into_iter().rev();
    page.rows.retain(|_| keeps.next().unwrap_or(true));
}

/// What was cut from long branches.
#[derive(Default)]
struct Cut {
    /// Behind which reply the rest of which branch is, and how much; 0: more than this page knows of.
    rests: HashMap<i64, (PublicId, usize)>,
    /// The paths of the branches that were cut.
    roots: HashSet<String>,
}

/// Cuts the long branches that begin on this page, but for the one that `open` is in.
fn cut_branches(page: &mut Leaf, open: &str) -> Cut {
    let mut sizes: HashMap<String, usize> = HashMap::new();
    for (reply, _) in &page.rows {
        *sizes.entry(rules::root(&reply.path).to_owned()).or_default() += 1;
    }
    let is_long = |path: &str| sizes.get(path).is_some_and(|size| *size > BRANCH_MAX + 1);
    let roots: HashMap<String, PublicId> = page
        .rows
        .iter()
        .filter(|(reply, _)| reply.depth == 1 && is_long(&reply.path) && !open.starts_with(&reply.path))
        .map(|(reply, _)| (reply.path.clone(), reply.public_id.clone()))
        .collect();
    let last = page.rows.last().map(|(reply, _)| rules::root(&reply.path).to_owned());
    let mut shown: HashMap<String, (usize, i64)> = HashMap::new();
    page.rows.retain(|(reply, _)| {
        let root = rules::root(&reply.path);
        if !roots.contains_key(root) {
            return true;
        }
        let (count, latest) = shown.entry(root.to_owned()).or_default();
        let keep = *count <= BRANCH_SHOWN;
        if keep {
            (*count, *latest) = (*count + 1, reply.id.0);
        }
        keep
    });
    let mut cut = Cut::default();
    for (path, id) in roots {
        let (count, latest) = shown.get(&path).copied().unwrap_or_default();
        let goes_on = page.has_more && last.as_ref() == Some(&path);
        let hidden = sizes.get(&path).copied().unwrap_or(0).saturating_sub(count);
        cut.rests.insert(latest, (id, if goes_on { 0 } else { hidden }));
        cut.roots.insert(path);
    }
    cut
}

/// Where the next page begins: a branch that was cut is not gone on with.
fn next_key(path: &str, cut: &Cut) -> String {
    let root = rules::root(path);
    if cut.roots.contains(root) { rules::past(root) } else { path.to_owned() }
}

fn to(
    scene: &Scene,
    parents: &HashMap<i64, (PublicId, Option<String>)>,
    here: &HashSet<i64>,
    parent: ReplyId,
) -> Option<To> {
    let (id, name) = parents.get(&parent.0)?;
    let url =
        if here.contains(&parent.0) { format!("#r{id}") } else { urls::reply(&scene.thread.public_id, id) };
    Some(To { name: name.clone()?, url })
}

/// Earlier wordings of a reply, the latest first; for its writer and those who look after the group.
///
/// # Errors
/// Absent for a thread out of reach or a reply that is not in it; `taken-back`, `keepers-only`.
pub fn history(
    db: &mut Db,
    viewer: &Viewer,
    (thread, id): (&PublicId, &PublicId),
) -> Result<Vec<Revision>, Error> {
    let (thread, reply, _) = store::find(db, viewer, thread, id)?;
    let standing = Standing::towards_words(db, viewer, thread.group_id, reply.author_face)?;
    let permit = policy::may(viewer, Action::SeeRevisions, &standing)?;
    threads::revisions(db, &permit, (thread.id, Some(reply.id)))
}
