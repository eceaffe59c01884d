//! What moving a thread would change, and why it may say no.

use crate::forum::groups::Group;
use crate::forum::threads::Thread;
use crate::kernel::{self, GroupId, Kind};
use crate::policy::Reach;

/// A move that may be made, as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The thread.
    pub thread: Thread,
    /// Where it is.
    pub from: Group,
    /// Where it goes.
    pub to: Group,
    /// How far it travels there.
    pub reach: Reach,
    /// Whether more people could read it there: then its writer is asked, and nothing moves before they say yes.
    pub asks_writer: bool,
}

/// What came of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It is there.
    Moved,
    /// Its writer is asked.
    Asked,
}

impl Plan {
    /// Whether fewer people could read it.
    #[must_use]
    pub fn narrows(&self) -> bool {
        self.reach < self.thread.reach || self.reach == Reach::Group
    }

    /// Whether copies of it may be elsewhere.
    #[must_use]
    pub fn travels(&self) -> bool {
        self.thread.reach >= Reach::Partners
    }

    /// Where it was, for taking the move back.
    pub(super) fn was(&self) -> String {
        format!("{} {} {}", self.from.id, self.to.id, self.thread.reach.code())
    }
}

/// The group a thread was in, the one it went to, and how far it travelled before.
pub(super) fn read(was: &str) -> Option<(GroupId, GroupId, Reach)> {
    let mut parts = was.split(' ');
    let (from, to) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((GroupId(from), GroupId(to), Reach::parse(parts.next()?)?))
}

/// Why a thread may not be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is there.
    #[error("it is in that group")]
    Same,
    /// One of the two groups is closed.
    #[error("nobody posts in one of these groups any more")]
    Closed,
    /// A group elsewhere is kept there.
    #[error("only between groups of this community")]
    Elsewhere,
    /// Its writer could no longer read it, or nobody can know whether they could.
    #[error("its writer could not read it there")]
    WriterOut,
    /// Once is enough to find the right room.
    #[error("it was moved before")]
    Again,
    /// The same, for its writer: of whom anybody is worried is not theirs to know.
    #[error("it stays where it is for now")]
    NotNow,
    /// Somebody is worried about somebody in it: it stays where those who look after it find it.
    #[error("somebody is worried about somebody in this thread")]
    Worried,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Same => "move-same",
            Self::Closed => "move-closed",
            Self::Elsewhere => "move-elsewhere",
            Self::WriterOut => "move-writer-out",
            Self::Again => "move-again",
            Self::NotNow => "move-not-now",
            Self::Worried => "move-worried",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Same => Kind::Invalid,
            Self::Closed | Self::Elsewhere | Self::WriterOut | Self::Again => Kind::Conflict,
            Self::NotNow | Self::Worried => Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some("group")
    }
}

#[test]
fn where_it_was_is_read_back() {
    assert_eq!(read("3 7 partners"), Some((GroupId(3), GroupId(7), Reach::Partners)));
    assert_eq!(["", "3 7", "3 x group", "3 7 moon"].map(read), [None; 4]);
}
