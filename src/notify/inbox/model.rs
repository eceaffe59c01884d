//! Notices.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::db::schema::notice;
use crate::kernel::{Day, FaceId, GroupId, ReplyId, ThreadId};

crate::id! {
    /// A notice. Random, 53 bits.
    NoticeId;
}

crate::text_enum! {
    /// What sort of news.
    pub enum Kind {
        /// Somebody answered.
        Reply = "reply",
        /// Somebody put a kind word.
        Reaction = "reaction",
        /// Somebody let them into a group.
        LetIn = "let-in",
        /// Somebody asks to join a group they look after.
        Asked = "asked",
        /// Words wait for a look in a group they look after.
        Held = "held",
        /// Words of theirs came back from such a look.
        SentBack = "sent-back",
        /// Words of theirs that waited can be read.
        LetThrough = "let-through",
        /// Their role in a group changed.
        Role = "role",
        /// Their turn in a group, or for the whole community, ends within days.
        TurnEnds = "turn-ends",
        /// Their turn in a group, or for the whole community, is over.
        TurnOver = "turn-over",
        /// Somebody asks to come into the community.
        Arrival = "arrival",
        /// Where their account stands has changed.
        Standing = "standing",
        /// Something waits to be looked at.
        Concern = "concern",
        /// Something was decided about their words or name.
        Decision = "decision",
        /// Something was decided about their words or name in a group of another community.
        There = "there",
        /// Somebody asks for company, and they may be asked.
        Company = "company",
        /// Somebody came, as they asked.
        WithYou = "with-you",
        /// Somebody who looks after things wrote to them, or asks how they are.
        Care = "care",
        /// Somebody they were with a day ago may need them again.
        FollowUp = "follow-up",
        /// Their buddy sent a caring note.
        Buddy = "buddy",
        /// Their buddy was quiet for as long as both agreed.
        Quiet = "quiet",
        /// It is the hour at which they asked their buddy to be thought of.
        Nudge = "nudge",
        /// Mails to the address they gave do not arrive, and no more are sent.
        MailOver = "mail-over",
        /// Somebody who read words of theirs sent a caring note.
        Note = "note",
    }
}

/// A notice as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = notice)]
pub struct Notice {
    /// Its id.
    pub id: NoticeId,
    /// What sort of news.
    pub kind: Kind,
    /// What it is about, in a word that notices about one thing share.
    pub subject: String,
    /// The thread it is about.
    pub thread_id: Option<ThreadId>,
    /// The reply it is about.
    pub reply_id: Option<ReplyId>,
    /// The group it is about.
    pub group_id: Option<GroupId>,
    /// Who did it last.
    pub from_face: Option<FaceId>,
    /// The day it happened.
    pub happened_on: Day,
    /// Sequence for this face, newest highest.
    pub number: i64,
    /// Whether more than one face did it since it was last seen.
    pub is_several: bool,
    /// Whether it was seen.
    pub is_seen: bool,
}

/// What somebody saw of their news and is not written yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Everything up to this number.
    pub all_to: i64,
    /// Single ones, and the number each had: what happened to it since was not seen.
    pub ones: BTreeMap<i64, i64>,
}

impl Marks {
    /// Whether a notice that bears this number was seen.
    #[must_use]
    pub fn cover(&self, id: NoticeId, number: i64) -> bool {
        number <= self.all_to || self.ones.get(&id.0).is_some_and(|seen| number <= *seen)
    }

    /// A notice as it stands once these are written.
    #[must_use]
    pub fn on(&self, notice: Notice) -> Notice {
        if !self.cover(notice.id, notice.number) {
            return notice;
        }
        Notice { is_seen: true, is_several: false, ..notice }
    }
}
