//! Turns the town's words into rows: the same town every time, with dates that lie behind the day it is made.

use std::collections::BTreeMap;

use super::model::{
    Account, Community, Face, Group, GroupPathway, GroupTopic, Helpline, Membership, NoteRule, Reaction,
    Reply, Rows, Thread,
};
use super::town::{self, Town};
use crate::forum::groups::Joining;
use crate::forum::reactions::Reaction as Word;
use crate::forum::threads::Kind;
use crate::identity::{names, words};
use crate::kernel::{AccountId, Chance, FaceId, GroupId, Moment, PublicId, ReplyId, ThreadId};
use crate::policy::{Rank, Reach, Role};

/// What the town's chance begins with. Its return words are the same everywhere, which is why `dev`
/// listens on this machine only.
pub const SEED: u64 = 226;
/// Weeks over which people came in, the host first.
const WEEKS: i64 = 40;
/// Minutes between an answer and the next, at most.
const PAUSE_S: i64 = 25 * 60;

/// A person of the town, and what lets them in.
pub struct Resident {
    /// Their name.
    pub name: String,
    /// Their six words.
    pub words: words::ReturnWords,
}

/// What lets everybody in, in the order of the file.
pub fn residents(town: &Town) -> Vec<Resident> {
    let chance = Chance::seeded(SEED);
    let mut below = |end| chance.below(end);
    town.people
        .iter()
        .map(|person| Resident { name: person.name.clone(), words: words::generate(&mut below) })
        .collect()
}

/// Everybody and everything, as of `now`.
pub fn rows(town: &Town, now: Moment) -> Rows {
    let chance = Chance::seeded(SEED + 1);
    let (faces, groups) = (BTreeMap::new(), BTreeMap::new());
    let mut builder = Builder { now, chance, faces, groups, rows: Rows::default() };
    builder.community(town);
    for (place, person) in town.people.iter().enumerate() {
        builder.person(person, i64::try_from(place).unwrap_or(0));
    }
    for group in &town.groups {
        builder.group(group, town);
    }
    let mut threads: Vec<&town::Thread> = town.threads.iter().collect();
    threads.sort_by_key(|thread| std::cmp::Reverse(thread.hours_ago));
    for thread in threads {
        builder.thread(thread, town);
    }
    builder.rows
}

struct Builder {
    now: Moment,
    chance: Chance,
    faces: BTreeMap<String, FaceId>,
    groups: BTreeMap<String, (GroupId, Reach, bool)>,
    rows: Rows,
}

impl Builder {
    fn community(&mut self, town: &Town) {
        let about = &town.community;
        self.rows.community.push(Community {
            id: 1,
            name: about.name.clone(),
            sentence: about.sentence.clone(),
            about: about.about.trim().to_owned(),
            how_we_talk: about.how_we_talk.trim().to_owned(),
            contact: about.contact.trim().to_owned(),
            language: about.language.clone(),
            country: about.country.clone(),
            doors: about.doors.clone(),
            quiet_hours: true,
            setup_step: "done",
            opened_at: Some(self.now.plus_s(-WEEKS * 7 * 86_400)),
            // Whoever tries this town out is new in it.
            newcomer_minutes: 0,
        });
        self.rows.helplines.extend((0..).zip(&town.helplines).map(|(position, line)| Helpline {
            id: position + 1,
            country: line.country.clone(),
            name: line.name.clone(),
            number: line.number.clone(),
            kind: line.reached(),
            hours: line.hours.clone(),
            position,
        }));
    }

    fn person(&mut self, person: &town::Person, place: i64) {
        let (face, account) = (FaceId(self.chance.id()), AccountId(self.chance.id()));
        let here = self.now.week();
        let since = crate::kernel::Week(here.0 - (WEEKS - place * WEEKS / 11).max(0));
        self.faces.insert(person.name.clone(), face);
        self.rows.faces.push(Face {
            id: face,
            name: person.name.clone(),
            name_key: names::key(&person.name),
            kind: "name",
            seed: self.chance.id(),
            about: person.about.clone(),
            since_week: since,
        });
        self.rows.accounts.push(Account {
            id: account,
            face_id: face,
            rank: if person.is_host { Rank::Host } else { Rank::Member },
            joined_week: since,
            active_week: here,
            words_kept: true,
        });
    }

    fn group(&mut self, group: &town::Group, town: &Town) {
        let id = GroupId(self.chance.id());
        let reach = Reach::parse(&group.reach).unwrap_or(Reach::Group);
        let ceiling = Reach::parse(&group.ceiling).unwrap_or(reach);
        let members = town.people.iter().filter(|person| person.groups.contains(&group.slug));
        let made = crate::kernel::Week(self.now.week().0 - WEEKS);
        let first_member = self.rows.members.len();
        for person in members {
            let Some(&face_id) = self.faces.get(&person.name) else { continue };
            let role = match group.keepers.iter().position(|keeper| *keeper == person.name) {
                Some(0) => Role::Steward,
                Some(_) => Role::Moderator,
                None => Role::Member,
            };
            let is_home = person.groups.first() == Some(&group.slug);
            self.rows.members.push(Membership { group_id: id, face_id, role, is_home, since_week: made });
        }
        self.rows.groups.push(Group {
            id,
            name: group.slug.clone(),
            name_key: names::key(&group.slug),
            title: group.name.clone(),
            title_key: names::key(&group.name),
            purpose: group.purpose.clone(),
            values_text: listed(&group.values),
            rules_text: listed(&group.rules),
            advice: match group.advice.as_str() {
                "none" => "own-experience",
                "open" => "welcome",
                _ => "when-asked",
            },
            ceiling,
            reach,
            listed: if ceiling == Reach::Everyone { Reach::Everyone } else { Reach::Community },
            joining: Joining::parse(&group.join).unwrap_or(Joining::Ask),
            aliases: if group.allows_aliases { "allowed" } else { "off" },
            made_week: made,
            member_count: i64::try_from(self.rows.members.len() - first_member).unwrap_or(0),
        });
        self.rows
            .pathways
            .extend(group.pathways.iter().map(|&pathway| GroupPathway { group_id: id, pathway }));
        self.rows.topics.extend(group.topics.iter().map(|&topic| GroupTopic { group_id: id, topic }));
        self.rows.note_rules.extend(group.notes.iter().map(|(&note, rule)| NoteRule {
            group_id: id,
            note,
            rule: match rule {
                town::NoteRule::Fold => "fold",
                town::NoteRule::Require => "require",
                town::NoteRule::NotHere => "elsewhere",
            },
        }));
        self.groups.insert(group.slug.clone(), (id, reach, !group.allows_aliases));
    }

    fn thread(&mut self, thread: &town::Thread, town: &Town) {
        let Some((&author, &(group, reach, shows_times))) =
            self.faces.get(&thread.by).zip(self.groups.get(&thread.group))
        else {
            return;
        };
        let id = ThreadId(i64::try_from(self.rows.threads.len()).unwrap_or(0) + 1);
        let said = self.now.plus_s(-thread.hours_ago * 3_600);
        let notes: Vec<&str> = thread.notes.iter().map(|note| note.code()).collect();
        let before = self.rows.reactions.len();
        for (number, (person, word)) in (1..).zip(town.reactions(thread)) {
            let Some(&face_id) = self.faces.get(&person.name) else { continue };
            self.rows.reactions.push(Reaction { thread_id: id, reply_id: ReplyId(0), face_id, word, number });
        }
        let put = self.rows.reactions.get(before..).unwrap_or_default();
        let count = |word| i64::try_from(put.iter().filter(|each| each.word == word).count()).unwrap_or(0);
        self.rows.threads.push(Thread {
            id,
            public_id: PublicId::new(&self.chance),
            group_id: group,
            author_face: author,
            kind: thread.kind,
            ask: Some(thread.ask),
            title: thread.title.clone(),
            body: thread.body.clone(),
            notes: notes.join(" "),
            reach,
            said_on: said.day(),
            said_at: shows_times.then_some(said),
            is_hard: thread.kind.is_hard() || thread.kind == Kind::Introduction,
            is_waiting: thread.replies.is_empty().then_some(true),
            reply_count: i64::try_from(thread.replies.len()).unwrap_or(0),
            with_count: count(Word::With),
            same_count: count(Word::Same),
            proud_count: count(Word::Proud),
            thanks_count: count(Word::Thanks),
        });
        self.replies(thread, id, said, shows_times);
    }

    fn replies(&mut self, thread: &town::Thread, id: ThreadId, began: Moment, shows_times: bool) {
        let first = self.rows.replies.len();
        let pause_s = (self.now.seconds_since(began) / i64::try_from(thread.replies.len() + 1).unwrap_or(1))
            .min(PAUSE_S);
        for (number, reply) in (1..).zip(&thread.replies) {
            let Some(&author_face) = self.faces.get(&reply.by) else { continue };
            let parent = reply.to.and_then(|place| self.rows.replies.get(first + place));
            let (parent_id, above, depth) =
                parent.map_or((None, "", 0), |parent| (Some(parent.id), parent.path.as_str(), parent.depth));
            let said = began.plus_s(pause_s * number);
            let path = path(above, number);
            self.rows.replies.push(Reply {
                id: ReplyId(i64::try_from(self.rows.replies.len()).unwrap_or(0) + 1),
                public_id: PublicId::new(&self.chance),
                thread_id: id,
                parent_id,
                author_face,
                number,
                depth: depth + 1,
                path,
                body: reply.body.clone(),
                said_on: said.day(),
                said_at: shows_times.then_some(said),
            });
        }
    }
}

/// Where a reply stands in its tree: the numbers of its line of parents, in base 36, four letters each.
pub fn path(above: &str, number: i64) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let number = usize::try_from(number).unwrap_or(0);
    let digit = |place: usize| DIGITS.get(number / place % 36).copied().unwrap_or(b'0');
    let own: String = [46_656, 1_296, 36, 1].into_iter().map(|place| char::from(digit(place))).collect();
    format!("{above}{own}")
}

/// Lines as a Markdown list.
fn listed(lines: &[String]) -> String {
    let items: Vec<String> = lines.iter().map(|line| format!("- {line}")).collect();
    items.join("\n")
}
