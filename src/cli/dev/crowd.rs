//! A crowd to measure with: thousands of people, and up to a million posts in believable words.

use std::sync::Arc;

use super::model::{Account, Face, Group, Membership, Reply, Rows, Thread};
use super::{seed, store, town};
use crate::app::App;
use crate::forum::groups::Joining;
use crate::forum::threads::{Ask, Kind};
use crate::identity::names;
use crate::kernel::{
    AccountId, Chance, Error, FaceId, GroupId, Moment, PublicId, ReplyId, ThreadId, Week, text,
};
use crate::policy::{Rank, Reach, Role};

/// Posts a transaction.
const AT_ONCE: usize = 10_000;
/// The replies of one thread that everybody answers.
const LONGEST: usize = 1_000;
/// Over how long they wrote, in seconds: sixty days.
const SPAN_S: usize = 60 * 86_400;
/// Groups one person is in.
const GROUPS_EACH: usize = 3;

/// How many of everything.
#[derive(Debug, Clone, Copy)]
pub struct Crowd {
    /// Threads and replies together.
    pub posts: usize,
    /// People.
    pub people: usize,
    /// Groups, besides the town's.
    pub groups: usize,
}

/// A crowd comes to a town that stands, and writes.
///
/// # Errors
/// A fault of the database.
pub async fn comes(app: &App, crowd: &Crowd) -> Result<(), Error> {
    let (taken, mut rooms, (threads, replies)) =
        app.read(|db| Ok((store::name_keys(db)?, store::groups(db)?, store::highest(db)?))).await?;
    let mut writer = Writer::new(app.clock().now(), crowd.posts, (threads, replies));
    let mut rows = Rows::default();
    writer.people(&mut rows, crowd.people, &taken);
    writer.groups(&mut rows, crowd.groups, &mut rooms);
    writer.rooms = rooms.into_iter().map(|(id, reach, aliases)| (id, reach, aliases == "off")).collect();
    writer.members(&mut rows);
    write(app, rows).await?;
    while writer.posts < crowd.posts {
        let mut rows = Rows::default();
        while rows.threads.len() + rows.replies.len() < AT_ONCE && writer.posts < crowd.posts {
            writer.thread(&mut rows);
        }
        write(app, rows).await?;
    }
    app.write(|tx| {
        store::count_members(tx)?;
        store::settle_sequences(tx)
    })
    .await
}

async fn write(app: &App, rows: Rows) -> Result<(), Error> {
    let rows = Arc::new(rows);
    app.write(move |tx| store::insert(tx, &rows)).await
}

struct Writer {
    now: Moment,
    chance: Chance,
    faces: Vec<FaceId>,
    rooms: Vec<(GroupId, Reach, bool)>,
    thread: i64,
    reply: i64,
    posts: usize,
    posts_max: usize,
}

impl Writer {
    fn new(now: Moment, posts_max: usize, (thread, reply): (i64, i64)) -> Self {
        let chance = Chance::seeded(seed::SEED + 2);
        Self { now, chance, faces: Vec::new(), rooms: Vec::new(), thread, reply, posts: 0, posts_max }
    }

    fn people(&mut self, rows: &mut Rows, count: usize, taken: &[String]) {
        let (first, second) = names::lists();
        // Neighbours on the list do not share a word.
        let pairs = (0..first.len() * second.len()).filter_map(|at| {
            let first = first.get(at % first.len())?;
            Some(format!("{first} {}", second.get((at / second.len() + at * 7) % second.len())?))
        });
        let mut keys: std::collections::HashSet<String> = taken.iter().cloned().collect();
        let week = self.now.week();
        for name in pairs {
            let name_key = names::key(&name);
            if rows.faces.len() == count {
                break;
            }
            if !keys.insert(name_key.clone()) {
                continue;
            }
            let (id, account) = (FaceId(self.chance.id()), AccountId(self.chance.id()));
            let since_week = Week(week.0 - self.below_i64(60));
            let (about, seed) = (String::new(), self.chance.id());
            self.faces.push(id);
            rows.faces.push(Face { id, name, name_key, kind: "name", seed, about, since_week });
            rows.accounts.push(Account {
                id: account,
                face_id: id,
                rank: Rank::Member,
                joined_week: since_week,
                active_week: week,
                words_kept: true,
            });
        }
    }

    fn groups(&mut self, rows: &mut Rows, count: usize, rooms: &mut Vec<(GroupId, Reach, String)>) {
        let (first, _) = names::lists();
        let reaches = [Reach::Community, Reach::Everyone, Reach::Group, Reach::Community];
        for (number, word) in (1..=count).zip(first.iter().skip(20)) {
            let reach = reaches.get(number % reaches.len()).copied().unwrap_or(Reach::Community);
            let id = GroupId(self.chance.id());
            let (name, title) = (format!("room-{number}"), format!("{word} room"));
            rows.groups.push(Group {
                id,
                name_key: names::key(&name),
                name,
                title_key: names::key(&title),
                title,
                purpose: self.sentences(2),
                values_text: String::new(),
                rules_text: String::new(),
                advice: "when-asked",
                ceiling: reach,
                reach,
                listed: if reach == Reach::Everyone { Reach::Everyone } else { Reach::Community },
                joining: Joining::Open,
                aliases: "off",
                made_week: Week(self.now.week().0 - 60),
                member_count: 0,
            });
            rooms.push((id, reach, "off".to_owned()));
        }
    }

    fn members(&mut self, rows: &mut Rows) {
        for (at, &face_id) in self.faces.iter().enumerate() {
            for nth in 0..GROUPS_EACH.min(self.rooms.len()) {
                // A step that divides nothing leads to another room each time.
                let Some(&(group_id, _, _)) = self.rooms.get((at + nth * 5) % self.rooms.len()) else {
                    continue;
                };
                let since_week = Week(self.now.week().0 - 1);
                let is_new = !rows
                    .members
                    .iter()
                    .rev()
                    .take(GROUPS_EACH)
                    .any(|member| member.face_id == face_id && member.group_id == group_id);
                if is_new {
                    let role = Role::Member;
                    rows.members.push(Membership { group_id, face_id, role, is_home: nth == 0, since_week });
                }
            }
        }
    }

    fn thread(&mut self, rows: &mut Rows) {
        let room = self.rooms.get(self.chance.below(self.rooms.len())).copied();
        let (Some((group, reach, shows_times)), Some(author_face)) = (room, self.someone()) else { return };
        let left = self.posts_max.saturating_sub(self.posts + 1);
        let answers = if self.posts == 0 { LONGEST } else { self.answers() }.min(left);
        // Older posts first: ids rise as time does.
        let ago_s = SPAN_S - SPAN_S / self.posts_max.max(1) * self.posts.min(self.posts_max);
        let said = self.now.plus_s(-i64::try_from(ago_s).unwrap_or(0));
        let kind = Kind::ALL.get(self.chance.below(Kind::ALL.len())).copied().unwrap_or(Kind::JustHere);
        let sentences = 1 + self.chance.below(6);
        let body = self.sentences(sentences);
        self.thread += 1;
        self.posts += 1 + answers;
        let reactions = |chance: &Chance| i64::try_from(chance.below(9)).unwrap_or(0);
        rows.threads.push(Thread {
            id: ThreadId(self.thread),
            public_id: PublicId::new(&self.chance),
            group_id: group,
            author_face,
            kind,
            ask: Ask::ALL.get(self.chance.below(Ask::ALL.len())).copied(),
            title: text::excerpt(&body, 60),
            body,
            notes: String::new(),
            reach,
            said_on: said.day(),
            said_at: shows_times.then_some(said),
            is_hard: kind.is_hard(),
            is_waiting: (answers == 0).then_some(true),
            reply_count: i64::try_from(answers).unwrap_or(0),
            with_count: reactions(&self.chance),
            same_count: reactions(&self.chance),
            proud_count: reactions(&self.chance),
            thanks_count: reactions(&self.chance),
        });
        self.replies(rows, answers, said, shows_times);
    }

    fn replies(&mut self, rows: &mut Rows, answers: usize, began: Moment, shows_times: bool) {
        let first = rows.replies.len();
        for number in 1..=i64::try_from(answers).unwrap_or(0) {
            let Some(author_face) = self.someone() else { return };
            // Two in three answer somebody; the newest are answered most.
            let given = rows.replies.len() - first;
            let answered = (given > 0 && self.chance.below(3) > 0)
                .then(|| rows.replies.len() - 1 - self.chance.below(given.min(6)));
            let parent = answered.and_then(|at| rows.replies.get(at)).filter(|parent| parent.depth < 12);
            let (parent_id, above, depth) =
                parent.map_or((None, "", 0), |parent| (Some(parent.id), parent.path.as_str(), parent.depth));
            let path = seed::path(above, number);
            let sentences = 1 + self.chance.below(4);
            let body = self.sentences(sentences);
            let said = began.plus_s(number * 60);
            let said = if said > self.now { self.now } else { said };
            self.reply += 1;
            rows.replies.push(Reply {
                id: ReplyId(self.reply),
                public_id: PublicId::new(&self.chance),
                thread_id: ThreadId(self.thread),
                parent_id,
                author_face,
                number,
                depth: depth + 1,
                path,
                body,
                said_on: said.day(),
                said_at: shows_times.then_some(said),
            });
        }
    }

    /// How many answer: usually a few, now and then very many.
    fn answers(&self) -> usize {
        if self.chance.below(10) == 0 { self.chance.below(80) } else { self.chance.below(12) }
    }

    fn someone(&self) -> Option<FaceId> {
        self.faces.get(self.chance.below(self.faces.len())).copied()
    }

    fn sentences(&self, count: usize) -> String {
        town::words(&mut |end| self.chance.below(end), count)
    }

    fn below_i64(&self, end: usize) -> i64 {
        i64::try_from(self.chance.below(end)).unwrap_or(0)
    }
}
