//! Groups, what they are made from, and why they may say no.

use diesel::prelude::*;

use super::ShortName;
use super::pathways::{Pathway, Topic};
use crate::db::schema::group_;
use crate::forum::content_notes::ContentNote;
use crate::forum::lasting::Keeps;
use crate::kernel::{self, Bounded, FaceId, GroupId, Moment};
use crate::policy::Reach;

/// What people call a group: one line, 2 to 60 letters.
pub type Title = Bounded<2, 60, false>;
/// Who it is for: up to 500 letters.
pub type Purpose = Bounded<10, 500, true>;
/// What its members hold dear: Markdown, up to 2,000 letters; may be empty.
pub type RoomValues = Bounded<0, 2_000, true>;
/// What is asked of its members: Markdown, up to 4,000 letters; may be empty.
pub type RoomRules = Bounded<0, 4_000, true>;

crate::text_enum! {
    /// How somebody gets into a group.
    pub enum Joining {
        /// By pressing "Join".
        Open = "open",
        /// By asking, and a yes.
        Ask = "ask",
        /// By a link.
        Invitation = "invitation",
    }
}

crate::text_enum! {
    /// How people answer each other in a group.
    pub enum Advice {
        /// Everybody tells of themselves alone.
        OwnExperience = "own-experience",
        /// Ideas when a writer asks for them.
        WhenAsked = "when-asked",
        /// Ideas at any time.
        Welcome = "welcome",
    }
}

crate::text_enum! {
    /// Whether people answer each other below a thread, or share and leave what others share as it is, as in meetings.
    pub enum Crosstalk {
        /// Replies may answer replies of others.
        On = "on",
        /// Replies go to whoever opened the thread.
        Off = "off",
    }
}

crate::text_enum! {
    /// Whether members may speak as aliases in a group. Where they may, posts show the day alone.
    pub enum Aliases {
        /// They may not, and posts show their time.
        Off = "off",
        /// They may; an alias's first words wait for a look.
        FirstLook = "first-look",
        /// They may.
        Allowed = "allowed",
    }
}

crate::text_enum! {
    /// Whether other communities learn about how many follow a group from there. Who they are is told nobody.
    pub enum Followers {
        /// They do not.
        Untold = "untold",
        /// They do, as a round number and from twenty on.
        Told = "told",
    }
}

crate::text_enum! {
    /// What a group does with a content note.
    pub enum NoteRule {
        /// Posts with it stand open.
        Allow = "allow",
        /// Posts with it are folded.
        Fold = "fold",
        /// Posts that touch on it must bear it, and are folded.
        Require = "require",
        /// Such posts belong elsewhere.
        Elsewhere = "elsewhere",
    }
}

/// A group, as every page of it needs it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = group_)]
pub struct Group {
    /// Its id; never shown.
    pub id: GroupId,
    /// Short, in addresses.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// Who it is for.
    pub purpose: String,
    /// Markdown.
    pub values_text: String,
    /// Markdown.
    pub rules_text: String,
    /// How people answer each other.
    pub advice: Advice,
    /// The furthest its posts may travel.
    pub ceiling: Reach,
    /// Where its posts go unless their writers say otherwise.
    pub reach: Reach,
    /// Who may know of it.
    pub listed: Reach,
    /// How somebody gets in.
    pub joining: Joining,
    /// Whether members may speak as aliases.
    pub aliases: Aliases,
    /// How long a thread stays after its last words.
    pub keeps: Keeps,
    /// How many are in it.
    pub member_count: i64,
    /// Set: it reads on, and nobody posts.
    pub closed_at: Option<Moment>,
    /// The group it has gone to, as that is known here. Nobody goes along unless they say so.
    pub moved_to: Option<GroupId>,
    /// Whether others learn about how many follow it.
    pub followers: Followers,
    /// Whether people answer each other below a thread.
    pub crosstalk: Crosstalk,
}

impl Group {
    /// The community it is a group of, if that is another; only the names of such groups have an @.
    #[must_use]
    pub fn elsewhere(&self) -> Option<&str> {
        self.name.split_once('@').map(|(_, community)| community)
    }

    /// Whether posts show their time; groups that allow aliases show the day alone.
    #[must_use]
    pub fn shows_times(&self) -> bool {
        self.aliases == Aliases::Off
    }

    /// Whether those outside of it cannot tell that it exists.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.listed == Reach::Group
    }

    /// Whether people share there and do not answer each other: replies go to whoever opened the thread.
    #[must_use]
    pub fn is_for_sharing(&self) -> bool {
        self.crosstalk == Crosstalk::Off
    }

    /// Whether it reads on, and nobody posts.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }
}

/// The answers to the four questions; what a steward may change later.
#[derive(Debug, Clone)]
pub struct Shape {
    /// What people call it.
    pub title: Title,
    /// Who it is for.
    pub purpose: Purpose,
    /// The ways of recovering it is for.
    pub pathways: Vec<Pathway>,
    /// What its members recover from.
    pub topics: Vec<Topic>,
    /// What its members hold dear.
    pub values: RoomValues,
    /// What is asked of its members.
    pub rules: RoomRules,
    /// How people answer each other.
    pub advice: Advice,
    /// How somebody gets in.
    pub joining: Joining,
    /// Who may know of it: its members, the community, everyone.
    pub listed: Reach,
    /// The furthest its posts may travel.
    pub ceiling: Reach,
    /// Where its posts go unless their writers say otherwise.
    pub reach: Reach,
    /// Whether members may speak as aliases; where they may, posts show the day alone.
    pub aliases: Aliases,
    /// How long a thread stays after its last words; none: as before, and a year in a new group.
    pub keeps: Option<Keeps>,
    /// Whether others learn about how many follow it; none: as before, and not in a new group.
    pub followers: Option<Followers>,
    /// Whether people answer each other below a thread; none: as before, and in a new group they do.
    pub crosstalk: Option<Crosstalk>,
}

/// A group about to be started.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The answers.
    pub shape: Shape,
    /// Its name in addresses; none: made from the title.
    pub name: Option<ShortName>,
    /// The language of its words.
    pub language: String,
    /// Who looks after it, where the house starts it; anybody else looks after what they start.
    pub steward: Option<FaceId>,
    /// The form's own mark: a second press is not a second group.
    pub once: Option<String>,
}

/// What a group does with one content note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruled {
    /// The note.
    pub note: ContentNote,
    /// What happens.
    pub rule: NoteRule,
    /// Where such posts belong: the short name of a group, if there is one.
    pub elsewhere: Option<String>,
}

/// Why a group may say no.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A name in addresses has small letters, digits and single hyphens.
    #[error("a short name has 2 to 40 of a to z, 0 to 9 and hyphens")]
    NameShape,
    /// Somebody has this short name or one that looks like it, or it is kept back.
    #[error("the short name is not free")]
    NameTaken {
        /// One like it that is free.
        suggestion: String,
    },
    /// A group the viewer can see has this title, or one that looks like it.
    #[error("a group has a title like this")]
    TitleTaken,
    /// Nothing was chosen, or something nobody offered.
    #[error("choose one of these")]
    Unchosen {
        /// The field.
        field: &'static str,
    },
    /// The default is further than the ceiling.
    #[error("posts cannot start out further than they may travel")]
    ReachPastCeiling,
    /// Nobody may know of the group, and its posts would tell.
    #[error("a group nobody may know of keeps its posts to itself")]
    HiddenTravels,
    /// Posts cannot be sent to the group they come from, or to one nobody may know of.
    #[error("posts cannot be sent there")]
    Elsewhere,
    /// No group of another community is known by this address.
    #[error("no group of another community is known here by this address")]
    GoneTo,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NameShape => "group-name-shape",
            Self::NameTaken { .. } => "group-name-taken",
            Self::TitleTaken => "group-title-taken",
            Self::Unchosen { .. } => "group-unchosen",
            Self::ReachPastCeiling => "group-reach-past-ceiling",
            Self::HiddenTravels => "group-hidden-travels",
            Self::Elsewhere => "group-elsewhere",
            Self::GoneTo => "group-gone-to",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::NameTaken { .. } | Self::TitleTaken => kernel::Kind::Conflict,
            Self::NameShape | Self::Unchosen { .. } | Self::Elsewhere | Self::GoneTo => kernel::Kind::Invalid,
            Self::ReachPastCeiling | Self::HiddenTravels => kernel::Kind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::NameShape | Self::NameTaken { .. } => "name",
            Self::TitleTaken => "title",
            Self::Unchosen { field } => field,
            Self::ReachPastCeiling => "reach",
            Self::HiddenTravels => "ceiling",
            Self::Elsewhere => "elsewhere",
            Self::GoneTo => "to",
        })
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NameTaken { suggestion } => vec![("suggestion", suggestion.clone())],
            _ => Vec::new(),
        }
    }
}
