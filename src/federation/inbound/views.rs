//! What a host sees of what another community sent: what became of it, in words, and the concerns among it.

use serde_json::Value;

use super::flag::{self, said as said_by};
use super::model::State;
use super::{shape, store};
use crate::db::Db;
use crate::federation::fetch;
use crate::federation::peers;
use crate::kernel::{Day, Error};
use crate::policy::{self, Action, Viewer};

/// Letters of a concern's words that are shown.
const WORDS_MAX: usize = 1_000;

/// What a host sees of what a community sent in the last thirty days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Came {
    /// Things that had their effect.
    pub done: i64,
    /// Things that wait to be opened, or for what they need.
    pub waiting: i64,
    /// Why the others had none, by the key of its words, and how many those were; the most frequent first.
    pub without: Vec<(&'static str, i64)>,
    /// What was told about words here.
    pub concerns: Vec<Concern>,
}

/// A concern that another community sent. Nothing is done about it by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// The day it came.
    pub day: Day,
    /// What it says.
    pub words: String,
    /// What it is about: an address, and the path if it is one of ours.
    pub about: Vec<(String, Option<String>)>,
}

/// What became of what a community sent. For hosts.
///
/// # Errors
/// `sign-in-first`, `hosts-only`; absent for a community nobody has met.
pub fn came(db: &mut Db, viewer: &Viewer, origin: &str, domain: &str) -> Result<Came, Error> {
    policy::may_in_community(viewer, Action::ManageLinks)?;
    peers::find(db, domain)?;
    let mut came = Came::default();
    for (state, reason, many) in store::tallies(db, domain)? {
        match state {
            State::Done => came.done += many,
            State::New | State::Parked => came.waiting += many,
            State::Dropped if reason == super::FLAG => {}
            State::Dropped => match came.without.iter_mut().find(|(key, _)| *key == said(&reason)) {
                Some((_, sum)) => *sum += many,
                None => came.without.push((said(&reason), many)),
            },
        }
    }
    came.without.sort_by_key(|(key, many)| (-many, *key));
    let flags = store::flags(db, domain)?;
    came.concerns = flags.iter().filter_map(|(day, body)| concern(*day, body, origin)).collect();
    Ok(came)
}

/// A reason, as a sentence for those who do not write servers.
fn said(reason: &str) -> &'static str {
    match reason {
        "not-theirs" | "not-keeper" | "not-their-own" | "elsewhere" | "id-elsewhere" | "our-own"
        | "no-request" => "came-not-theirs",
        "shape" | "unknown-verb" | "unknown-kind" | "unreadable" | "dislike" | "no-kind-word" | "type"
        | "large" => "came-unread",
        "no-group" | "absent" | "not-of-group" | "not-followed" | "not-through-group" | "unknown"
        | "host" => "came-no-place",
        "not-reached" | "spent" | "parent" | "slow" | "not-there" | "unsafe" | "no-inbox" | "no-list" => {
            "came-not-had"
        }
        "blocked" | "closed" => "came-kept-away",
        "gone" => "came-gone",
        "crowd" | "future" | "loop" | "depth" => "came-odd",
        "echo" | "again" => "came-again",
        "theirs-to-decide" => "came-theirs",
        "our-fault" => "came-our-fault",
        _ => "came-rules",
    }
}

fn concern(day: Day, body: &[u8], origin: &str) -> Option<Concern> {
    let sent = fetch::parse(body).ok()?;
    let about = shape::things(&sent, "object").filter_map(|thing| place(thing, origin));
    Some(Concern {
        day,
        words: said_by(&sent).chars().take(WORDS_MAX).collect(),
        about: about.take(flag::PLACES_MAX).collect(),
    })
}

fn place(thing: &Value, origin: &str) -> Option<(String, Option<String>)> {
    let address = shape::id(thing)?;
    let path = address.strip_prefix(origin);
    let path = path.filter(|path| ["/p/", "/people/", "/g/"].iter().any(|place| path.starts_with(place)));
    Some((address.to_owned(), path.map(str::to_owned)))
}

#[test]
fn a_concern_says_what_it_is_about_and_leads_only_to_places_here() {
    let flag = serde_json::json!({
        "type": "Flag", "content": "<p>Sells <script>x</script>things.</p>",
        "object": ["https://porch.example/p/abc", "https://other.example/p/1", "https://porch.example.evil/p/1",
            "https://porch.example//evil.example/"],
    });
    let read = concern(Day(20_000), flag.to_string().as_bytes(), "https://porch.example").unwrap();
    assert_eq!(read.words.trim(), "Sells things.");
    let paths: Vec<Option<&str>> = read.about.iter().map(|(_, path)| path.as_deref()).collect();
    assert_eq!(paths, [Some("/p/abc"), None, None, None]);
    assert_eq!(concern(Day(20_000), b"{", "https://porch.example"), None);
}
