//! The seeded town: what `dev` fills a new community with, read from the files beside this one.

mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::admin::helplines::{self, Known};
use crate::forum::content_notes::ContentNote;
use crate::forum::groups::pathways::{Pathway, Topic};
use crate::forum::reactions::Reaction;
use crate::forum::threads::kinds::{Ask, Kind};

pub use words::words;

/// The slug of each group, and the file of what is said there.
const THREADS: [(&str, &str); 4] = [
    ("night-owls", include_str!("threads/night_owls.toml")),
    ("first-90-days", include_str!("threads/first_90_days.toml")),
    ("small-wins", include_str!("threads/small_wins.toml")),
    ("family-and-friends", include_str!("threads/family_and_friends.toml")),
];

/// Everybody and everything in the town.
#[derive(Debug)]
pub struct Town {
    /// What the host wrote about it.
    pub community: Community,
    /// Who lives there; the host first.
    pub people: Vec<Person>,
    /// Where they meet.
    pub groups: Vec<Group>,
    /// What they say, by group.
    pub threads: Vec<Thread>,
    /// Who answers the phone, by country.
    pub helplines: Vec<Known>,
}

/// The place itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Community {
    /// Its name.
    pub name: String,
    /// One sentence under the name.
    pub sentence: String,
    /// Markdown.
    pub about: String,
    /// Markdown.
    pub how_we_talk: String,
    /// Markdown.
    pub contact: String,
    /// `en`
    pub language: String,
    /// For the danger line and helplines.
    pub country: String,
    /// Who may come in.
    pub doors: String,
}

/// Someone in the town.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// A made-up name.
    pub name: String,
    /// One line about them.
    pub about: String,
    /// Slugs of their groups.
    pub groups: Vec<String>,
    /// Whether they run the place.
    #[serde(default)]
    pub is_host: bool,
    /// When their lamp is lit; none: it never is.
    pub lamp: Option<Hours>,
}

/// When somebody is around to listen, every day.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// From which hour, in UTC.
    pub from: i64,
    /// Until which; earlier than the first: of the next day.
    pub to: i64,
    /// Whether they also lit it by hand.
    #[serde(default)]
    pub is_lit: bool,
}

/// Somewhere to meet.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// For its address.
    pub slug: String,
    /// As shown.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// What people there hold to.
    pub values: Vec<String>,
    /// What is asked of them.
    pub rules: Vec<String>,
    /// Ways of recovering it is for.
    pub pathways: Vec<Pathway>,
    /// What people there recover from.
    pub topics: Vec<Topic>,
    /// "none", "ask-first" or "open".
    pub advice: String,
    /// How far a new thread reaches: "group", "community", "partners" or "everyone".
    pub reach: String,
    /// How far a thread may reach.
    pub ceiling: String,
    /// "open", "ask" or "invitation".
    pub join: String,
    /// Whether one may speak there under an alias.
    pub allows_aliases: bool,
    /// Who looks after it.
    pub keepers: Vec<String>,
    /// What happens to a labelled post, where it is not simply shown.
    pub notes: BTreeMap<ContentNote, NoteRule>,
}

/// What a group does with posts under a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteRule {
    /// Folded for everyone.
    Fold,
    /// Must be labelled.
    Require,
    /// Belongs in another group.
    NotHere,
}

/// A conversation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thread {
    /// The slug of its group, filled in from the file it stands in.
    #[serde(skip)]
    pub group: String,
    /// Who began it.
    pub by: String,
    /// What kind of post it is.
    pub kind: Kind,
    /// What its writer asks for.
    pub ask: Ask,
    /// Its first line.
    pub title: String,
    /// What was said first, in Markdown.
    pub body: String,
    /// How long ago.
    pub hours_ago: i64,
    /// What it touches on.
    #[serde(default)]
    pub notes: Vec<ContentNote>,
    /// How many people of the town answered without words, each way.
    #[serde(default)]
    pub reactions: BTreeMap<Reaction, usize>,
    /// The answers, oldest first.
    #[serde(default)]
    pub replies: Vec<Reply>,
}

/// An answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Who answered.
    pub by: String,
    /// The place, from 0, of the answer it answers; none for the first post.
    pub to: Option<usize>,
    /// In Markdown.
    pub body: String,
}

#[derive(Deserialize)]
struct People {
    person: Vec<Person>,
}

#[derive(Deserialize)]
struct Groups {
    group: Vec<Group>,
}

#[derive(Deserialize)]
struct Threads {
    thread: Vec<Thread>,
}

/// Reads the town.
///
/// # Errors
///
/// When a file beside this one is misspelt, which the tests would have told.
pub fn read() -> Result<Town, toml::de::Error> {
    let community = toml::from_str(include_str!("community.toml"))?;
    let People { person: people } = toml::from_str(include_str!("people.toml"))?;
    let Groups { group: groups } = toml::from_str(include_str!("groups.toml"))?;
    let helplines = helplines::all()?;
    let mut threads = Vec::new();
    for (group, file) in THREADS {
        let Threads { thread } = toml::from_str(file)?;
        threads.extend(thread.into_iter().map(|thread| Thread { group: group.to_owned(), ..thread }));
    }
    Ok(Town { community, people, groups, threads, helplines })
}

impl Town {
    /// Who reacted how to a thread: nobody twice, and never its writer.
    pub fn reactions<'a>(&'a self, thread: &'a Thread) -> impl Iterator<Item = (&'a Person, Reaction)> {
        let ways = thread.reactions.iter().flat_map(|(&way, &count)| std::iter::repeat_n(way, count));
        let shift = thread.title.len() % self.people.len().max(1);
        let others = self.people.iter().cycle().skip(shift).take(self.people.len());
        others.filter(|person| person.name != thread.by && person.groups.contains(&thread.group)).zip(ways)
    }
}
