//! What waits, and what may be decided of it.

use crate::forum::content_notes;
use crate::forum::groups::Group;
use crate::forum::pace;
use crate::forum::replies::Reply;
use crate::forum::screening::Why;
use crate::forum::threads::{Author, Thread};
use crate::kernel::{self, Bounded, FaceId, GroupId, Html, Kind, PublicId, ReplyId, ThreadId, markdown};
use crate::ui::Shell;

/// A sentence for whoever wrote what does not go up: one line.
pub type Sentence = Bounded<3, 280, false>;

/// Words that wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The thread, or the one to be answered.
    pub thread: Thread,
    /// The reply; none: the thread itself waits.
    pub reply: Option<Reply>,
    /// Whose they are.
    pub author: Author,
    /// Why they wait.
    pub why: Why,
}

impl Waiting {
    /// The words.
    #[must_use]
    pub fn html(&self) -> Html {
        markdown::render(self.reply.as_ref().map_or(&self.thread.body, |reply| &reply.body))
    }

    /// Why they wait, in words.
    #[must_use]
    pub fn because(&self, ui: &Shell) -> String {
        ui.t(&format!("held-why-{}", self.why.code())).into_owned()
    }

    /// What stands on the fold over them, where they are folded for whoever looks: why they wait, how long they are, and by
    /// whom. None: they are not hard to read.
    #[must_use]
    pub fn fold(&self, ui: &Shell, folds: bool) -> Option<String> {
        let notes = self.reply.as_ref().map_or_else(|| self.thread.content_notes(), Reply::content_notes);
        if !folds || self.why != Why::Words && !pace::is_hard(&notes) {
            return None;
        }
        let body = self.reply.as_ref().map_or(&self.thread.body, |reply| &reply.body);
        let length = ui.t1("look-fold-words", "n", body.split_whitespace().count());
        let notes = content_notes::listed(ui, &notes);
        let notes = (!notes.is_empty()).then(|| ui.t1("fold-note", "notes", notes));
        let parts = [notes, Some(self.because(ui)), Some(length), Some(self.author.name.clone())];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    }

    /// Whether an alias wrote them.
    #[must_use]
    pub fn is_alias(&self) -> bool {
        self.author.kind == "alias"
    }

    /// Which they are.
    #[must_use]
    pub fn of(&self) -> (ThreadId, Option<ReplyId>) {
        (self.thread.id, self.reply.as_ref().map(|reply| reply.id))
    }

    /// Whose they are.
    #[must_use]
    pub fn face(&self) -> FaceId {
        self.reply.as_ref().map_or(self.thread.author_face, |reply| reply.author_face)
    }

    /// The reply's id in a form; empty for a thread.
    #[must_use]
    pub fn reply_id(&self) -> String {
        self.reply.as_ref().map(|reply| reply.public_id.to_string()).unwrap_or_default()
    }
}

/// Words of one's own that wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// The thread, or the one to be answered.
    pub thread: Thread,
    /// The reply; none: the thread itself waits.
    pub reply: Option<Reply>,
    /// Where.
    pub group: Group,
    /// Why they wait.
    pub why: Why,
}

impl Own {
    /// Which part of the words is looked at, where it is one; none: they wait for no word of theirs.
    #[must_use]
    pub fn because(&self, ui: &Shell) -> Option<String> {
        self.why.is_selling().then(|| ui.t(&format!("waits-why-{}", self.why.code())).into_owned())
    }

    /// The words.
    #[must_use]
    pub fn html(&self) -> Html {
        markdown::render(self.reply.as_ref().map_or(&self.thread.body, |reply| &reply.body))
    }

    /// The reply's id in a form; empty for a thread.
    #[must_use]
    pub fn reply_id(&self) -> String {
        self.reply.as_ref().map(|reply| reply.public_id.to_string()).unwrap_or_default()
    }
}

/// How much waits in one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// Its short name.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// How many things.
    pub count: i64,
}

impl Shelf {
    /// How much waits where, in words.
    #[must_use]
    pub fn said(&self, ui: &Shell) -> String {
        ui.t2("look-shelf", ("n", self.count.to_string()), ("group", self.title.clone()))
    }
}

/// A thread, or a reply in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Which {
    /// The thread.
    pub thread: PublicId,
    /// The reply; none: the thread itself.
    pub reply: Option<PublicId>,
}

/// Words that waited, and are out of sight with all else of whoever wrote them: nobody lets them through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aside {
    /// Which.
    pub of: (ThreadId, Option<ReplyId>),
    /// Where they waited.
    pub group: GroupId,
    /// Why they did.
    pub why: Why,
}

impl Aside {
    /// As one word, to have them wait again by.
    #[must_use]
    pub fn written(&self) -> String {
        let (thread, reply) = self.of;
        format!("{thread}.{}.{}.{}", reply.map_or(0, |reply| reply.0), self.group, self.why)
    }

    /// Reads that.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let mut parts = written.split('.');
        let mut number = || parts.next()?.parse::<i64>().ok();
        let (thread, reply, group) = (number()?, number()?, number()?);
        let why = Why::parse(parts.next()?)?;
        let reply = (reply != 0).then_some(ReplyId(reply));
        Some(Self { of: (ThreadId(thread), reply), group: GroupId(group), why })
    }
}

#[test]
fn words_that_were_set_aside_are_read_back() {
    for reply in [None, Some(ReplyId(9))] {
        let aside = Aside { of: (ThreadId(5), reply), group: GroupId(3), why: Why::Links };
        assert_eq!(Aside::read(&aside.written()), Some(aside));
    }
    assert_eq!(["", "5", "5.9.3", "5.9.3.moon", "x.9.3.links"].map(Aside::read), [None; 5]);
}

/// What becomes of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// They stand.
    LetThrough,
    /// They do not, and why.
    NotHere(Sentence),
    /// They were sent back by a slip, and wait again.
    WaitAgain,
}

/// Why something that waits is not decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody is worried about whoever wrote it: until that is closed, nobody sends it back alone.
    #[error("somebody is worried about whoever wrote this")]
    TakesTwo,
    /// Somebody else was faster, or its writer has it back.
    #[error("this waits no more")]
    Decided,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::TakesTwo => "held-takes-two",
            Self::Decided => "held-decided",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::TakesTwo | Self::Decided => Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        None
    }
}
