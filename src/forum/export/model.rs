//! What a copy holds, field by field, and the schema that says so. Others appear in it by nothing but the address and the
//! title of what somebody answered.

use serde::Serialize;
use serde_json::{Value, json};
use utoipa::{PartialSchema as _, ToSchema};

use super::{
    AskedAfterCopyJson, BuddyCopyJson, CareCopyJson, CheckinCopyJson, ChipCopyJson, CircleCopyJson,
    CounterCopyJson, LampCopyJson, MilestoneCopyJson, PlanCopyJson, RoomCopyJson, ServesCopyJson,
    ToldCopyJson,
};
use crate::forum::quiet::QuietJson;
use crate::kernel;

/// Letters a passphrase needs.
pub const LETTERS_MIN: usize = 14;

/// The name and version of the format.
pub const FORMAT: &str = "hearthside-copy-1";

/// A day on which what they say goes to one group alone.
#[derive(Debug, Serialize, ToSchema)]
pub struct SmallCircleCopyJson {
    /// The group's short name.
    pub group: String,
    /// Until when.
    pub until: String,
}

/// Everything of a member, or of their aliases.
#[derive(Debug, Serialize, ToSchema)]
pub struct CopyJson {
    /// `hearthside-copy-1`.
    pub format: &'static str,
    /// The community.
    pub community: String,
    /// The day it was made, in UTC.
    pub made_on: String,
    /// The account; null in a copy of aliases.
    pub me: Option<OwnJson>,
    /// Aliases whose ties live; empty in the copy of an account.
    pub aliases: Vec<AliasJson>,
    /// Groups they are in, or asked to join.
    pub groups: Vec<PlaceJson>,
    /// Words not sent.
    pub drafts: Vec<UnsentJson>,
    /// Links they made that still let somebody in.
    pub links: Vec<LinkJson>,
    /// What they were told.
    pub notices: Vec<NoticeJson>,
    /// Counters they keep.
    pub counters: Vec<CounterCopyJson>,
    /// How they were, day by day, the latest first.
    pub checkins: Vec<CheckinCopyJson>,
    /// Their part in the daily circle; empty in a copy of aliases.
    pub circle: CircleCopyJson,
    /// Chips they were given, and those they gave.
    pub chips: Vec<ChipCopyJson>,
    /// Milestones they show now; empty in a copy of aliases.
    pub milestones: Vec<MilestoneCopyJson>,
    /// What they wrote for a hard hour; null: nothing, and always in a copy of aliases.
    pub plan: Option<PlanCopyJson>,
    /// That they are asked how they are after a setback; null: they are not, and always in a copy of aliases.
    pub asked_after: Option<AskedAfterCopyJson>,
    /// How far they chose to ask for company the last time: `lamps`, `groups` or `everyone`; null: they did not yet, and always in a copy of
    /// aliases.
    pub asks_as_far_as: Option<&'static str>,
    /// How they are there to listen, if they ever said so.
    pub lamp: Option<LampCopyJson>,
    /// Their buddies; empty in a copy of aliases.
    pub buddies: Vec<BuddyCopyJson>,
    /// What of their news they are told, and where; null in a copy of aliases: nothing rings for one.
    pub told: Option<ToldCopyJson>,
    /// Small rooms of the last day: the one they asked for, and those they came to.
    pub rooms: Vec<RoomCopyJson>,
    /// Whom they do not meet, and what they hear less of. Words they muted lie on their device.
    pub quiet: QuietJson,
    /// Their small circle for a day; null: there is none, and always in a copy of aliases.
    pub small_circle: Option<SmallCircleCopyJson>,
    /// What people who look after things wrote to them when they may have needed somebody, the latest first.
    pub care: Vec<CareCopyJson>,
    /// How they look after others: what they take on, and their times as keepers or hosts. Nothing in a copy of aliases.
    pub serves: ServesCopyJson,
    /// Kind words they gave.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required)]
    pub kind_words: Vec<KindWordJson>,
    /// Threads they opened.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required)]
    pub threads: Vec<ThreadCopyJson>,
    /// Replies they gave.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required)]
    pub replies: Vec<ReplyCopyJson>,
}

/// An account.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnJson {
    /// The name others see.
    pub name: String,
    /// Markdown: what they say about themself.
    pub about: String,
    /// What sort of business they said they work for: `treatment`, `housing`, `product`, `other`; empty: none.
    pub affiliation: &'static str,
    /// Which; may be empty.
    pub affiliated_with: String,
    /// `member`, `keeper` or `host`.
    pub rank: &'static str,
    /// `open`, `paused` …
    pub standing: String,
    /// Why, in a host's words; may be empty.
    pub standing_reason: String,
    /// What they wrote to be let in; may be empty.
    pub application: String,
    /// The Monday of the week they came in.
    pub here_since: String,
    /// The Monday of the week they were last here.
    pub last_here: String,
    /// Whether the return words were kept.
    pub words_kept: bool,
    /// Whether leaving fast signs out.
    pub leave_signs_out: bool,
    /// Whether they set a password.
    pub has_password: bool,
    /// What their passkeys are called.
    pub passkeys: Vec<String>,
    /// Recovery codes not used yet.
    pub codes_left: i64,
    /// Where they are signed in.
    pub devices: Vec<DeviceJson>,
}

/// A device that is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeviceJson {
    /// What they call it; may be empty.
    pub label: String,
    /// The Monday of the week it signed in.
    pub since: String,
    /// The Monday of the week it was last here.
    pub last_here: String,
}

/// An alias.
#[derive(Debug, Serialize, ToSchema)]
pub struct AliasJson {
    /// Its name.
    pub name: String,
    /// `live`, `muted`, `closed` or `retired`.
    pub state: &'static str,
    /// What those who look after the group said; may be empty.
    pub reason: String,
    /// The day the tie ends.
    pub until: String,
}

/// A place in a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceJson {
    /// The group's short name.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// `member`, `moderator` or `steward`.
    pub role: &'static str,
    /// `in`, `asked` or `not-now`.
    pub state: &'static str,
    /// What they wrote when they asked; may be empty.
    pub words: String,
    /// Whether it is their home group.
    pub is_home: bool,
    /// Whether they are left out of its list of people.
    pub is_unlisted: bool,
}

/// Words not sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnsentJson {
    /// `share`, or `reply:` and a thread's address.
    pub place: String,
    /// The form as typed: names and values.
    pub fields: Vec<(String, String)>,
    /// The day they were kept.
    pub saved_on: String,
}

/// A link that lets somebody in.
#[derive(Debug, Serialize, ToSchema)]
pub struct LinkJson {
    /// What they call it.
    pub label: String,
    /// How many more may come in by it.
    pub uses_left: i64,
    /// The last day it works.
    pub expires_on: String,
}

/// One notice. Who it came from is not said.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeJson {
    /// `reply`, `reaction` …
    pub kind: String,
    /// The address of the thread it is about.
    pub thread: Option<String>,
    /// The day it happened.
    pub happened_on: String,
}

/// A kind word under somebody's post.
#[derive(Debug, Serialize, ToSchema)]
pub struct KindWordJson {
    /// The thread's address.
    pub thread: String,
    /// The reply's address; null: the thread itself.
    pub reply: Option<String>,
    /// `with`, `same`, `proud` or `thanks`.
    pub word: &'static str,
}

/// How something was worded before.
#[derive(Debug, Serialize, ToSchema)]
pub struct EarlierJson {
    /// The title then; replies have none.
    pub title: String,
    /// Markdown.
    pub body: String,
}

/// A thread they opened.
#[derive(Debug, Serialize, ToSchema)]
pub struct ThreadCopyJson {
    /// Its address.
    pub thread: String,
    /// The group's short name.
    pub group: String,
    /// The name it was said under.
    pub name: String,
    /// What kind of post.
    pub kind: &'static str,
    /// How far it travels.
    pub reach: &'static str,
    /// Its title.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// Content notes: codes with a space between.
    pub notes: String,
    /// A content note in their own words.
    pub note_words: String,
    /// The day it was said, in UTC.
    pub said_on: String,
    /// How it was worded before, latest first.
    pub earlier: Vec<EarlierJson>,
}

/// A reply they gave.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReplyCopyJson {
    /// Its address.
    pub reply: String,
    /// The address of the thread it is in.
    pub thread: String,
    /// That thread's title, if they may still read it.
    pub thread_title: Option<String>,
    /// The name it was said under.
    pub name: String,
    /// Markdown.
    pub body: String,
    /// Content notes: codes with a space between.
    pub notes: String,
    /// A content note in their own words.
    pub note_words: String,
    /// The day it was said, in UTC.
    pub said_on: String,
    /// How it was worded before, latest first.
    pub earlier: Vec<EarlierJson>,
}

/// The JSON Schema (2020-12) of a copy.
///
/// # Errors
/// None that can be met.
pub fn schema() -> serde_json::Result<Value> {
    let mut inner = Vec::new();
    CopyJson::schemas(&mut inner);
    let mut root = serde_json::to_value(CopyJson::schema())?;
    if let Some(root) = root.as_object_mut() {
        let defs: Value = inner.into_iter().map(|(name, schema)| (name, json!(schema))).collect();
        root.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        root.insert("title".into(), FORMAT.into());
        root.insert("$defs".into(), defs);
    }
    serde_json::from_str(&root.to_string().replace("#/components/schemas/", "#/$defs/"))
}

/// Why a copy may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A passphrase that would not hold.
    #[error("a passphrase of fourteen letters or more")]
    Passphrase,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        "passphrase-short"
    }

    fn kind(&self) -> kernel::Kind {
        kernel::Kind::Invalid
    }

    fn field(&self) -> Option<&'static str> {
        Some("passphrase")
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        vec![("letters", LETTERS_MIN.to_string())]
    }
}
