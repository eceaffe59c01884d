//! A town in which a script is played, and the people in it. Only here is it known who is behind an alias.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use proptest::sample::Index;
use serde_json::{Value, json};

use super::keepers;
use super::script::{Act, Care, Deed, Step};
use super::worlds::Play;
use crate::harness::{Browser, Home, Person, Seen, Town};
use hearthside::db::disk::Space;
use hearthside::policy::Reach;

/// Who may be behind the aliases: somebody who has been here long, somebody new, and one who looks after the group.
pub const CANDIDATES: usize = 3;
/// The people: the candidates, a plain member, the group's steward, the community's host.
pub const NAMES: [&str; 6] = ["Quiet Ada", "Bright Bea", "Kind Kim", "Old Lantern", "Maya Lake", "Tall Host"];
pub const STEWARD: usize = 4;
pub const HOST: usize = 5;
/// Who tells of what is told, where it does not matter who: never behind an alias.
pub const TELLER: usize = 3;
/// Nobody is short of words because of a limit: limits count in real time, and each member's own.
pub const ROOM: &[(&str, &str)] = &[
    ("HEARTHSIDE_LIMITS_ARRIVALS_PER_HOUR", "1000"),
    ("HEARTHSIDE_LIMITS_ALIASES_PER_DAY", "1000"),
    ("HEARTHSIDE_LIMITS_ALIAS_POSTS_PER_HOUR", "20000"),
    ("HEARTHSIDE_LIMITS_ALIAS_POSTS_PER_DAY", "20000"),
    ("HEARTHSIDE_LIMITS_POSTS_PER_HOUR", "20000"),
    ("HEARTHSIDE_LIMITS_POSTS_FIRST_HOUR", "20000"),
    ("HEARTHSIDE_LIMITS_REPLIES_FIRST_HOUR", "20000"),
];
/// What is noted of each post of an alias: the status alone, which must not depend on who it is.
pub const ANSWERED: &str = "somebody is answered";
const NAMES_OF_ALIASES: &str =
    "SELECT f.name AS line FROM face f JOIN alias a ON a.face_id = f.id WHERE a.is_known ORDER BY f.id";
const JSON: [(&str, &str); 1] = [("content-type", "application/json")];

/// Something that was seen: by whom (none: by anybody), what it was, and every byte of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    pub by: Option<usize>,
    pub what: String,
    pub bytes: String,
}

/// A town while a script is played in it.
pub struct Stage {
    pub town: Town,
    pub people: Vec<Person>,
    pub stranger: Browser,
    /// Who is behind each role.
    behind: [usize; 2],
    /// Who is, in one world and in the other, and who tells where that differs.
    suspects: Vec<usize>,
    /// Who tells of what is told.
    teller: usize,
    /// Threads, by the ids in their addresses, in the order they came to be.
    pub threads: Vec<String>,
    /// Aliases whose words have stood in the group.
    pub aliases: Vec<String>,
    /// Words of each role: the address of each, for programs.
    own: [Vec<String>; 2],
    /// How many words were said: no two are alike.
    said: usize,
    gone: Vec<usize>,
    /// What the live page of the first thread told a member and a visitor.
    live: Vec<Receiver<String>>,
    /// All that was seen, in order.
    pub seen: Vec<Sight>,
}

impl Stage {
    /// The town before anything happens.
    pub fn set(home: Home, play: &Play, world: usize) -> Self {
        let town = Town::with_limits(home, ROOM);
        // The one value that the database itself draws.
        town.arranges(|tx| tx.batch("UPDATE return_salt SET salt = '000102030405060708090a0b0c0d0e0f'"));
        let mut people = Vec::new();
        for (who, name) in NAMES.iter().enumerate() {
            people.push(if who == HOST { town.host(name) } else { town.person(name) });
            if who == 0 {
                town.waits_s(20 * 86_400);
            }
        }
        let members: Vec<&Person> = people[..HOST].iter().rev().collect();
        debug_assert_eq!(NAMES[STEWARD], members[0].name);
        let group = town.group(
            "owls",
            Reach::Everyone,
            &[members[0], members[1], members[2], members[3], members[4]],
        );
        let (aliases, kim) = (if play.first_look { "first-look" } else { "allowed" }, people[2].face);
        town.arranges(move |tx| {
            tx.batch(&format!(
                "UPDATE \"group\" SET aliases = '{aliases}', listed = 'everyone' WHERE id = {group};
                 UPDATE membership SET role = 'moderator' WHERE face_id = {kim}"
            ))
        });
        town.arranges(hearthside::app::schedule::wind);
        town.waits_s(3 * 86_400);
        // The disk is the machine's, and another from one look to the next.
        town.app.disk().pretend(Some(Space { free: 1 << 36, total: 1 << 37 }));
        let stranger = town.stranger();
        let mut stage = Self {
            town,
            people,
            stranger,
            behind: play.pair[world],
            suspects: play.suspects(),
            teller: play.tellers[world],
            threads: Vec::new(),
            aliases: Vec::new(),
            own: [Vec::new(), Vec::new()],
            said: 0,
            gone: Vec::new(),
            live: Vec::new(),
            seen: Vec::new(),
        };
        keepers::furnish(&stage);
        stage.everybody_opens_the_front_page();
        stage.does(3, &Deed::Open);
        let live = format!("/p/{}/live", stage.threads[0]);
        stage.live = vec![stage.people[3].listens(&live), stage.stranger.listens(&live)];
        stage
    }

    /// Plays one step.
    pub fn plays(&mut self, step: &Step, look: impl FnOnce(&mut Self)) {
        match step {
            Step::Alias(role, act) if self.gone.is_empty() => self.speaks(*role, act),
            Step::Alias(..) => {}
            Step::Named(who, deed) if !self.gone.contains(who) => self.does(*who, deed),
            Step::Named(..) => {}
            Step::Keeper(care, of) => self.cares(*care, of),
            Step::Tell(thread) => self.tells(thread),
            Step::Wait(seconds) => {
                self.town.waits_s(*seconds);
                self.everybody_opens_the_front_page();
            }
            Step::Look => look(self),
        }
        self.town.settles();
        self.learns_names();
    }

    /// Notes what somebody saw, without the town's own address.
    pub fn notes(&mut self, by: Option<usize>, what: &str, seen: &Seen) {
        let address = self.town.origin().replace("http://", "");
        self.notes_text(by, what, seen.whole().replace(&address, "ORIGIN"));
    }

    /// Notes anything else that can be seen.
    pub fn notes_text(&mut self, by: Option<usize>, what: &str, bytes: String) {
        let name = by.map_or("anybody", |who| NAMES[who]);
        self.seen.push(Sight { by, what: format!("{name}: {what}"), bytes });
    }

    /// Somebody sends something to the doors of programs.
    pub(super) fn asks(&mut self, who: usize, method: &str, path: &str, body: Option<Value>) -> Seen {
        let bytes = body.map(|body| body.to_string().into_bytes());
        let headers = if bytes.is_some() { &JSON[..] } else { &[] };
        let seen = self.people[who].sends(method, path, headers, bytes.as_deref());
        self.notes(Some(who), &format!("{method} {path}"), &seen);
        seen
    }

    fn words(&mut self, of: &str) -> String {
        self.said += 1;
        format!("{of} said number {}.", self.said)
    }

    fn speaks(&mut self, role: usize, act: &Act) {
        let who = self.behind[role];
        let speaks = |kept: &bool| if *kept { "group" } else { "thread" };
        match act {
            Act::Open { kept, goes } => {
                let ending = if *goes { "delete" } else { "keep" };
                let body = json!({"group": "owls", "kind": "win", "body": self.words("Somebody"), "as": speaks(kept), "ending": ending});
                let seen = self.asks(who, "POST", "/api/v1/threads", Some(body));
                self.remembers(role, &seen, None);
            }
            Act::Answer { kept, thread } => {
                let thread = thread.get(&self.threads).clone();
                let body = json!({"body": self.words("Somebody"), "as": speaks(kept)});
                let seen = self.asks(who, "POST", &format!("/api/v1/threads/{thread}/replies"), Some(body));
                self.remembers(role, &seen, Some(&thread));
                self.hears(&thread, seen.status == 201);
            }
            Act::Edit(of) => self.own_words(role, of, "PATCH"),
            Act::TakeBack(of) => self.own_words(role, of, "DELETE"),
            Act::Object => self.objects(who, role),
            Act::Retire(of) | Act::Appeal(of) => {
                let mine = self.people[who].sends("GET", "/api/v1/me/aliases", &[], None).json();
                let mut names: Vec<&str> =
                    mine["rows"].as_array().unwrap().iter().filter_map(|row| row["name"].as_str()).collect();
                // A role knows its own; the other role may be the same person.
                names.retain(|name| self.own[role].iter().any(|own| own.ends_with(&format!("#{name}"))));
                names.sort_unstable();
                if names.is_empty() {
                    return;
                }
                let path = format!("/api/v1/me/aliases/{}", of.get(&names).replace(' ', "%20"));
                match act {
                    Act::Retire(_) => drop(self.asks(who, "DELETE", &path, None)),
                    _ => drop(self.asks(
                        who,
                        "POST",
                        &format!("{path}/answer"),
                        Some(json!({"words": "I mean well."})),
                    )),
                }
            }
        }
    }

    fn own_words(&mut self, role: usize, of: &Index, method: &str) {
        if self.own[role].is_empty() {
            return;
        }
        let path = of.get(&self.own[role]).split('#').next().unwrap().to_owned();
        let body = (method == "PATCH").then(|| json!({"body": self.words("Somebody")}));
        drop(self.asks(self.behind[role], method, &path, body));
    }

    fn remembers(&mut self, role: usize, seen: &Seen, thread: Option<&str>) {
        // That somebody was answered alike, whoever they are.
        self.notes_text(None, ANSWERED, seen.status.to_string());
        if seen.status != 201 {
            return;
        }
        let made = seen.json();
        let (id, author) = (made["id"].as_str().unwrap(), made["author"].as_str().unwrap());
        let path = match thread {
            None => format!("/api/v1/threads/{id}#{author}"),
            Some(thread) => format!("/api/v1/threads/{thread}/replies/{id}#{author}"),
        };
        self.own[role].push(path);
        if thread.is_none() {
            self.threads.push(id.to_owned());
        }
    }

    fn does(&mut self, who: usize, deed: &Deed) {
        match deed {
            Deed::Open => {
                let body = json!({"group": "owls", "kind": "setback", "reach": "everyone", "body": self.words(NAMES[who])});
                let made = self.asks(who, "POST", "/api/v1/threads", Some(body));
                if made.status == 201 {
                    self.threads.push(made.json()["id"].as_str().unwrap().to_owned());
                }
            }
            Deed::Answer(thread) => {
                let thread = thread.get(&self.threads).clone();
                let body = json!({"body": self.words(NAMES[who])});
                let seen = self.asks(who, "POST", &format!("/api/v1/threads/{thread}/replies"), Some(body));
                if who != 3 {
                    self.hears(&thread, seen.status == 201);
                }
            }
            Deed::React(thread) => {
                let path = format!("/api/v1/threads/{}/reaction", thread.get(&self.threads));
                drop(self.asks(who, "PUT", &path, Some(json!({"word": "with"}))));
            }
            Deed::Block(thread) => {
                // Those behind the aliases would block themselves in one world and not in the other.
                if who < CANDIDATES {
                    return;
                }
                let seen =
                    self.asks(who, "GET", &format!("/api/v1/threads/{}", thread.get(&self.threads)), None);
                let Some(name) = (seen.status == 200).then(|| seen.json()["author"].clone()) else { return };
                let name = name.as_str().unwrap_or_default().replace(' ', "%20");
                drop(self.asks(who, "PUT", &format!("/api/v1/people/{name}/block"), None));
            }
            Deed::Keep => {
                let body = json!({"place": "share", "fields": [["group", "owls"], ["body", self.words(NAMES[who])]]});
                drop(self.asks(who, "POST", "/api/v1/drafts", Some(body)));
            }
            Deed::SeeNews => drop(self.asks(who, "POST", "/api/v1/news/seen", None)),
            Deed::Go => {
                if who < CANDIDATES && self.gone.is_empty() {
                    let words = json!({"words": self.people[who].words});
                    drop(self.asks(who, "POST", "/api/v1/sessions/proof", Some(words)).is(204));
                    drop(
                        self.asks(who, "DELETE", "/api/v1/me", Some(json!({"takes_words_back": true})))
                            .is(204),
                    );
                    self.gone.push(who);
                }
            }
        }
    }

    fn cares(&mut self, care: Care, of: &Index) {
        let about = |act: &str| json!({"act": act, "days": 3, "weeks": 4, "words": "As we agreed."});
        let act = match care {
            Care::Lock => {
                let path = format!("/api/v1/threads/{}/lock", of.get(&self.threads));
                return drop(self.asks(STEWARD, "POST", &path, Some(json!({"reason": "Enough for today."}))));
            }
            Care::LetThrough | Care::NotHere => {
                let waits = self.asks(STEWARD, "GET", "/api/v1/groups/owls/held", None).is(200).json();
                let Some(first) = waits["rows"].get(0) else { return };
                let lets = matches!(care, Care::LetThrough);
                let body = json!({"thread": first["thread"], "reply": first["reply"], "lets_through": lets, "words": "Not here."});
                drop(self.asks(STEWARD, "POST", "/api/v1/groups/owls/held", Some(body)));
                if lets && first["reply"].is_null() {
                    self.threads.push(first["thread"].as_str().unwrap().to_owned());
                }
                return;
            }
            Care::Decide(verb) => return self.decides(verb),
            Care::TakeBack => return self.takes_back(),
            Care::Hear => return self.hears_answers(),
            Care::Pause => "pause",
            Care::Close => "close",
            Care::ClosePerson => "close-person",
            Care::Lift => "lift",
            Care::Answer => "answer",
        };
        if !self.aliases.is_empty() {
            let path = format!("/api/v1/groups/owls/aliases/{}", of.get(&self.aliases).replace(' ', "%20"));
            drop(self.asks(STEWARD, "POST", &path, Some(about(act))));
        }
    }

    fn everybody_opens_the_front_page(&mut self) {
        for who in (0..NAMES.len()).filter(|who| !self.gone.contains(who)).collect::<Vec<_>>() {
            // Twice: the first look of a week hands a browser the token that takes over once a second one shows it.
            for _ in 0..2 {
                let seen = self.people[who].visits("/");
                self.notes(Some(who), "GET /", &seen);
            }
        }
    }

    /// Whether open pages of the first thread were told of an answer.
    fn hears(&mut self, thread: &str, is_up: bool) {
        if self.threads[0] != thread {
            return;
        }
        self.town.settles();
        let wait = Duration::from_millis(if is_up { 5_000 } else { 30 });
        for listener in 0..self.live.len() {
            // That there is news for a member comes beside it, sooner or later.
            let mut told = self.live[listener].recv_timeout(wait);
            while told.as_deref() == Ok("event: told") {
                told = self.live[listener].recv_timeout(wait);
            }
            let told = told.unwrap_or_default();
            self.notes_text(None, "the live page says", told);
        }
    }

    /// The names of aliases that stand in the group, as its steward meets them.
    fn learns_names(&mut self) {
        for name in self.town.lines(NAMES_OF_ALIASES) {
            if !self.aliases.contains(&name) {
                self.aliases.push(name);
            }
        }
    }

    /// Who is still there and only looks on, and a stranger.
    pub fn onlookers(&self) -> Vec<Option<usize>> {
        let looks_on = |who: &usize| !self.gone.contains(who) && !self.suspects.contains(who);
        let members = (0..NAMES.len()).filter(looks_on).map(Some);
        members.chain([None]).collect()
    }

    /// The names a role spoke under.
    pub fn names_of(&self, role: usize) -> Vec<String> {
        self.own[role]
            .iter()
            .filter_map(|path| path.split_once('#'))
            .map(|(_, name)| name.to_owned())
            .collect()
    }

    /// Who tells of what is told.
    pub fn who_tells(&self) -> usize {
        self.teller
    }

    /// Their face.
    pub fn teller(&self) -> i64 {
        self.people[self.teller].face.0
    }

    /// The face of whoever is behind a role.
    pub fn face_behind(&self, role: usize) -> i64 {
        self.people[self.behind[role]].face.0
    }
}
