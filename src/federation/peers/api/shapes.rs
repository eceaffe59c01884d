//! What programs read and send about other communities.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::federation::peers::{Admission, Entry, Peer, Plan, Seen, Severity, Shown, Whole};
use crate::kernel::Day;

/// A partner community, as everybody may know it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartnerJson {
    /// Its name on the network.
    domain: String,
    /// What it calls itself.
    name: String,
    /// Whether it says that it keeps what is for partners among partners.
    keeps_limits: bool,
}

impl PartnerJson {
    /// Of what is known.
    pub fn of(peer: Peer) -> Self {
        let said = peer.promised().unwrap_or_default();
        Self { domain: peer.domain, name: said.name, keeps_limits: said.keeps_limits }
    }
}

/// Partner communities.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartnersJson {
    /// By name.
    pub rows: Vec<PartnerJson>,
    /// Which communities may speak with this one: `closed`, `partners`, `open`
    pub links: &'static str,
    /// There is one page.
    pub next: Option<String>,
}

/// Another community, as hosts see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PeerJson {
    /// Its name on the network.
    domain: String,
    /// `known`, `asking`, `asked`, `partner`, `refused`, `ended`
    state: &'static str,
    /// `allow`, `limit`, `hold`, `block`
    stance: &'static str,
    /// Whether pictures from there are taken.
    has_media: bool,
    /// Why, as lists pass it on.
    comment: String,
    /// Its key changed: everything rests until a host has looked.
    is_paused: bool,
    /// The day it became a partner.
    since: Option<String>,
    /// What it promised, as it said it.
    #[schema(value_type = Option<Object>)]
    promises: Option<serde_json::Value>,
    /// `unknown`, `fine`, `shaky`, `silent`
    health: &'static str,
    /// Letters that wait.
    waiting: i64,
    /// Letters that were given up.
    given_up: i64,
    /// How many words of ours it holds.
    holds: i64,
    /// Groups it may follow, where it is asked about one community.
    groups: Option<Vec<String>>,
    /// The same: how many things wait that people here told of its people.
    told_about: Option<i64>,
    /// The same: how many things wait that it told of words here.
    told_by: Option<i64>,
    /// The same: how many groups here somebody there follows.
    groups_followed: Option<i64>,
    /// The same: how many groups there somebody here is in.
    groups_read: Option<i64>,
    /// The same: how many requests to let go of something wait to be confirmed.
    deletes_asked: Option<i64>,
    /// The same: how many it never confirmed.
    deletes_unheard: Option<i64>,
}

impl PeerJson {
    /// As in a list.
    pub fn of(shown: Shown) -> Self {
        let Shown { peer, health } = shown;
        Self {
            state: peer.state.code(),
            stance: peer.stance.code(),
            has_media: peer.has_media,
            is_paused: peer.is_paused(),
            since: peer.since_on.map(Day::iso),
            promises: peer.promised().and_then(|said| serde_json::to_value(said).ok()),
            health: health.spirits().code(),
            waiting: health.waiting,
            given_up: health.given_up,
            holds: health.holds,
            comment: peer.comment,
            domain: peer.domain,
            groups: None,
            told_about: None,
            told_by: None,
            groups_followed: None,
            groups_read: None,
            deletes_asked: None,
            deletes_unheard: None,
        }
    }

    /// With its groups.
    pub fn whole(whole: Whole) -> Self {
        let groups = whole.groups.into_iter().filter(|(_, may)| *may).map(|(group, _)| group.name);
        Self {
            groups: Some(groups.collect()),
            told_about: Some(whole.told_about),
            told_by: Some(whole.told_by),
            groups_followed: Some(whole.between.leaves),
            groups_read: Some(whole.between.comes),
            deletes_asked: Some(whole.between.asked),
            deletes_unheard: Some(whole.between.unheard),
            ..Self::of(whole.shown)
        }
    }
}

/// Communities the host has to do with.
#[derive(Debug, Serialize, ToSchema)]
pub struct PeersJson {
    /// By name.
    pub rows: Vec<PeerJson>,
    /// There is one page.
    pub next: Option<String>,
}

/// Whom to ask.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct AskJson {
    /// Its name on the network.
    pub domain: String,
}

/// Which communities may speak with this one.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct LinksJson {
    /// `closed`, `partners`, `open`
    pub links: String,
}

/// What a community may do.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct StanceJson {
    /// `allow`, `limit`, `hold`, `block`
    pub stance: String,
    /// No pictures from there.
    pub no_media: bool,
    /// Why, as lists pass it on.
    pub comment: String,
    /// Why, as it is counted for everybody: a reason as for concerns; `other` if there is none.
    pub why: String,
}

/// Which groups a community may follow.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct GroupsJson {
    /// Every one that faces partners.
    pub all: bool,
    /// Or these, by their short names.
    pub groups: Vec<String>,
}

/// A list of communities.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct ListJson {
    /// Mastodon's columns, or a name a line.
    pub list: String,
    /// Do it, rather than say what it would do.
    pub apply: bool,
}

/// A line of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct LineJson {
    /// The community.
    domain: String,
    /// `noop`, `silence`, `suspend`
    severity: &'static str,
    /// Whether pictures from there are not taken.
    rejects_media: bool,
}

/// What a list changes.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanJson {
    /// Whether it was done.
    is_applied: bool,
    /// Treated more strictly.
    stricter: Vec<LineJson>,
    /// Treated so already, or more strictly.
    same: Vec<String>,
    /// Partners, which no list decides about.
    partners: Vec<String>,
    /// Lines that could not be read.
    unread: Vec<String>,
}

impl PlanJson {
    /// Of a plan.
    pub fn of(plan: &Plan, is_applied: bool) -> Self {
        let line = |entry: &Entry| LineJson {
            domain: entry.domain.clone(),
            severity: match entry.severity {
                Severity::Noop => "noop",
                Severity::Silence => "silence",
                Severity::Suspend => "suspend",
            },
            rejects_media: entry.rejects_media,
        };
        Self {
            is_applied,
            stricter: plan.stricter.iter().map(line).collect(),
            same: plan.same.clone(),
            partners: plan.partners.clone(),
            unread: plan.unread.clone(),
        }
    }
}

/// A group another community would see.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeenGroupJson {
    /// Its short name.
    name: String,
    /// How many of its threads could be read there.
    threads: i64,
}

/// What another community would see.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeenJson {
    /// `closed`, `limited`, `held`, `open`
    admission: &'static str,
    /// Groups it may follow.
    groups: Vec<SeenGroupJson>,
    /// The newest threads in them.
    threads: Vec<String>,
}

impl SeenJson {
    /// Of what was seen.
    pub fn of(seen: Seen) -> Self {
        let group = |group: crate::federation::peers::SeenGroup| SeenGroupJson {
            name: group.name,
            threads: group.threads,
        };
        Self {
            admission: match seen.admission {
                Admission::Closed => "closed",
                Admission::Limited => "limited",
                Admission::Held => "held",
                Admission::Open => "open",
            },
            groups: seen.groups.into_iter().map(group).collect(),
            threads: seen.newest.into_iter().map(|(id, _, _)| id.to_string()).collect(),
        }
    }
}
