//! Notices as their reader meets them: who, what, where; nothing they may not read.

use super::store::Named;
use super::{Kind, Marks, Notice, NoticeId, store};
use crate::db::Db;
use crate::events::safety::There;
use crate::forum::content_notes::{self, Notes, Said};
use crate::forum::folds::{self, Folds};
use crate::forum::threads::{self, Author, InGroup, Thread};
use crate::http::muted::MutedWords;
use crate::identity::aliases::Hand;
use crate::kernel::{Day, Error, FaceId, Listed, PageSize};
use crate::policy::Viewer;
use crate::support::buddies::Note;
use crate::ui::{Shell, urls};

/// One notice, ready to be said.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its id.
    pub id: NoticeId,
    /// What sort of news.
    pub kind: Kind,
    /// The line of a caring note.
    pub note: Option<Note>,
    /// What was decided in a group of another community.
    pub did: Option<There>,
    /// Who did it last.
    pub from: Option<Author>,
    /// Whether others did so too since it was last seen.
    pub is_several: bool,
    /// The thread it is about.
    pub thread: Option<Thread>,
    /// The group it is about.
    pub group: Option<InGroup>,
    /// Where it leads.
    pub url: String,
    /// The day it happened.
    pub on: Day,
    /// Whether it was seen.
    pub is_seen: bool,
    /// What its reader folded in the thread.
    folds: Folds,
}

impl Line {
    /// The title of its thread, or a sentence in its place where that is folded for its reader.
    #[must_use]
    pub fn title(&self, ui: &Shell) -> Option<String> {
        let thread = self.thread.as_ref()?;
        Some(threads::shown_title(ui, thread, (&[], &self.folds)))
    }

    /// When it happened: the day, in words.
    #[must_use]
    pub fn when(&self, ui: &Shell) -> String {
        ui.when(&self.on, &None)
    }
}

/// A page of what happened for a member, newest first. `before` is the key of the page before; the flag says whether an
/// answer was left out that holds a word they muted.
///
/// # Errors
/// A fault of the database.
pub fn lines(
    db: &mut Db,
    viewer: &Viewer,
    before: Option<i64>,
    (marks, muted): (&Marks, &MutedWords),
) -> Result<(Listed<Line, i64>, bool), Error> {
    let size = PageSize::FEED;
    let notices = store::newest(db, viewer.face(), None, before, size.plus_one())?;
    let page = Listed::cut(notices, size, |notice| notice.number);
    let notices = page.rows.into_iter().map(|notice| marks.on(notice)).collect();
    let (rows, left_out) = wanted(db, viewer, notices, (muted, &[viewer.face()]))?;
    Ok((Listed { rows, next: page.next }, left_out))
}

/// The same lines for whoever holds this: what they folded stays folded.
///
/// # Errors
/// A fault of the database.
pub fn folded(db: &mut Db, hand: &Hand, mut lines: Vec<Line>) -> Result<Vec<Line>, Error> {
    let shown = lines.iter().filter_map(|line| line.thread.as_ref().map(|thread| thread.id));
    let folds = folds::of(db, Some(hand), shown)?;
    for line in &mut lines {
        line.folds = folds.clone();
    }
    Ok(lines)
}

/// The newest answers to what a member wrote.
///
/// # Errors
/// A fault of the database.
pub fn answers(
    db: &mut Db,
    viewer: &Viewer,
    most: i64,
    (marks, muted): (&Marks, &MutedWords),
) -> Result<Vec<Line>, Error> {
    let notices = store::newest(db, viewer.face(), Some(Kind::Reply), None, most)?;
    let notices = notices.into_iter().map(|notice| marks.on(notice)).collect();
    Ok(wanted(db, viewer, notices, (muted, &[viewer.face()]))?.0)
}

/// The newest for somebody's own aliases. That they were seen is not kept: it would tie them to this moment.
///
/// # Errors
/// A fault of the database.
pub fn for_aliases(
    db: &mut Db,
    viewer: &Viewer,
    faces: &[FaceId],
    muted: &MutedWords,
) -> Result<Vec<Line>, Error> {
    let notices = store::newest_of(db, viewer, faces)?;
    let own: Vec<FaceId> = faces.iter().copied().chain([viewer.face()]).collect();
    Ok(wanted(db, viewer, notices, (muted, &own))?.0)
}

/// Whether somebody has notices they did not see and want to.
///
/// # Errors
/// A fault of the database.
pub fn has_news(db: &mut Db, viewer: &Viewer, marks: &Marks, muted: &MutedWords) -> Result<bool, Error> {
    let news = store::has_news(db, viewer, marks)?;
    if !news || !muted.hides() {
        return Ok(news);
    }
    let (newest, _) = lines(db, viewer, None, (marks, muted))?;
    Ok(newest.rows.iter().any(|line| !line.is_seen))
}

/// Without news of one answer that holds a word which hides, and of threads of others that do. What those who look after
/// things do is told always. `own` are the reader's faces.
fn wanted(
    db: &mut Db,
    viewer: &Viewer,
    notices: Vec<Notice>,
    (muted, own): (&MutedWords, &[FaceId]),
) -> Result<(Vec<Line>, bool), Error> {
    if !muted.hides() {
        return Ok((readable(db, viewer, notices)?, false));
    }
    let (named, answers) = (store::named(db, viewer, &notices)?, store::answers_of(db, &notices)?);
    let hides = |notes: &Notes, (title, body): (&str, &str), face: &FaceId| {
        let is_own = own.contains(face);
        content_notes::is_hidden(muted, notes, Said { title, body, is_own, is_told: false })
    };
    let is_hidden = |notice: &Notice| {
        let is_theirs = matches!(notice.kind, Kind::Reply | Kind::Reaction);
        let answer = notice.reply_id.filter(|_| !notice.is_several).and_then(|id| answers.get(&id));
        let thread = notice.thread_id.and_then(|id| named.threads.get(&id));
        is_theirs
            && (answer.is_some_and(|(face, body, notes)| hides(notes, ("", body.as_str()), face))
                || thread.is_some_and(|thread| {
                    let said = (thread.title.as_str(), thread.body.as_str());
                    hides(&thread.content_notes(), said, &thread.author_face)
                }))
    };
    let all = notices.len();
    let wanted: Vec<Notice> = notices.into_iter().filter(|notice| !is_hidden(notice)).collect();
    let left_out = wanted.len() < all;
    Ok((wanted.iter().filter_map(|notice| line(&named, notice)).collect(), left_out))
}

/// Where one notice leads, if that can still be read.
pub(super) fn place(db: &mut Db, viewer: &Viewer, notice: Notice) -> Result<Option<String>, Error> {
    Ok(readable(db, viewer, vec![notice])?.into_iter().next().map(|line| line.url))
}

fn readable(db: &mut Db, viewer: &Viewer, notices: Vec<Notice>) -> Result<Vec<Line>, Error> {
    let named = store::named(db, viewer, &notices)?;
    Ok(notices.into_iter().filter_map(|notice| line(&named, &notice)).collect())
}

/// None if what it is about is gone, or out of the reader's reach.
fn line(named: &Named, notice: &Notice) -> Option<Line> {
    let thread = notice.thread_id.map(|id| named.threads.get(&id).cloned());
    let group = notice.group_id.map(|id| named.groups.get(&id).cloned());
    // Whoever is paused out of a group may not know of it any more, and is told all the same.
    let is_decided = matches!(notice.kind, Kind::Decision | Kind::There);
    let group = if is_decided { Some(group.flatten()) } else { lift(group) };
    let (thread, group) = (lift(thread)?, group?);
    let reply = notice.reply_id.map(|id| named.replies.get(&id));
    let url = match (notice.kind, &thread, &group) {
        (_, Some(thread), _) => match reply {
            Some(Some(reply)) => urls::reply(&thread.public_id, reply),
            // The one answer it told of was taken back; where there were several, the thread still has some.
            Some(None) if !notice.is_several => return None,
            Some(None) | None => urls::thread(&thread.public_id),
        },
        (Kind::Concern | Kind::FollowUp, ..) => "/look".to_owned(),
        (Kind::Care, ..) => "/care".to_owned(),
        (Kind::Decision, ..) => "/decisions".to_owned(),
        (Kind::There, _, Some(group)) => urls::in_group(&group.name, "about"),
        (Kind::There, _, None) => "/groups".to_owned(),
        (Kind::Company, ..) => "/support/asks".to_owned(),
        (Kind::Buddy | Kind::Quiet | Kind::Nudge, ..) => "/buddies".to_owned(),
        (Kind::MailOver, ..) => "/you/notices/mail".to_owned(),
        (Kind::WithYou, ..) => "/support/ask".to_owned(),
        (Kind::SentBack, ..) => "/share/drafts".to_owned(),
        (Kind::Asked, _, Some(group)) => urls::in_group(&group.name, "people"),
        (Kind::TurnEnds, _, None) => "/service".to_owned(),
        (Kind::TurnEnds, _, Some(group)) => urls::in_group(&group.name, "service"),
        (Kind::Held, _, Some(group)) => urls::in_group(&group.name, "held"),
        (_, _, Some(group)) => urls::group(&group.name),
        (Kind::Arrival, _, _) => "/host/people".to_owned(),
        (_, None, None) => "/status".to_owned(),
    };
    let did = notice.subject.strip_prefix("there:").and_then(|rest| rest.split(':').next());
    let note = match (notice.kind, notice.subject.split(':').collect::<Vec<_>>().as_slice()) {
        (Kind::Note, ["note", code, ..]) => Some(Note::parse(code)?),
        // It went nowhere.
        (Kind::Note, _) => return None,
        _ => None,
    };
    Some(Line {
        id: notice.id,
        kind: notice.kind,
        note,
        did: did.and_then(There::parse),
        from: notice.from_face.and_then(|face| named.faces.get(&face).cloned()),
        is_several: notice.is_several,
        thread,
        group,
        url,
        on: notice.happened_on,
        is_seen: notice.is_seen,
        folds: Folds::default(),
    })
}

/// Nothing named is fine; something named and not found is not.
#[expect(
    clippy::option_option,
    reason = "the outer says whether something is named, the inner whether it is found"
)]
fn lift<T>(named: Option<Option<T>>) -> Option<Option<T>> {
    match named {
        None => Some(None),
        Some(found) => found.map(Some),
    }
}
