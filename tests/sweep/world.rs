//! A small world with one of everything a door can be about, and one person of every standing.

use std::cell::RefCell;
use std::collections::BTreeMap;

use diesel::prelude::*;
use hearthside::api;
use hearthside::db::Run as _;
use hearthside::db::schema::account;
use hearthside::http::csrf::CsrfKey;
use hearthside::identity::sessions::{self, Staying};
use hearthside::kernel::{AccountId, FaceId, PublicId, Token};
use hearthside::keys::MemberSecret;
use hearthside::policy::Reach;
use hearthside::ui::assets;
use serde_json::Value;

use crate::harness::{Browser, Person, Town};

/// What only members of the private group may read.
pub const SECRET: &str = "heather-and-brass";
/// What only its writer may read.
pub const DRAFT: &str = "unsent-lantern";

/// Who stands at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Nobody we know.
    Guest,
    /// Signed in, and not in the group.
    Stranger,
    /// In the group; wrote its thread.
    Member,
    /// Looks after the group.
    Moderator,
    /// Runs the community, and is not in the group.
    Host,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::Guest, Self::Stranger, Self::Member, Self::Moderator, Self::Host];
}

/// The world, and who is in it.
pub struct World<'a> {
    town: &'a Town,
    reach: Reach,
    guest: Browser,
    people: BTreeMap<Role, Person>,
    tokens: RefCell<BTreeMap<Role, Token>>,
    samples: Vec<(&'static str, String)>,
    description: Value,
}

/// What there is besides: each address's first of its kind, or a name that nobody has.
const STANDING: &[(&str, &str)] = &[
    ("/g/{name}", "evenings"),
    ("/groups/{name}", "evenings"),
    ("/people/{name}", "Maya%20Lake"),
    ("/seats/{seat}", "1"),
    ("/checkins/{date}", "2026-11-20"),
    ("/setbacks/{place}", "0"),
    ("/named/{after}", "30"),
    ("/setup/{step}", "community"),
    ("/helplines/{id}", "1"),
    ("/partners/{domain}", "calmwater.example"),
    ("/elsewhere/{domain}", "calmwater.example"),
    ("/communities/{domain}", "calmwater.example"),
    ("/drafts/{id}", "1"),
    ("/counters/{id}", "1"),
    ("/aliases/{alias}", "Slow%20River"),
    ("/milestones/{milestone}", "1"),
    ("/chips/{chip}", "1"),
    ("/passkeys/{id}", "1"),
    ("/devices/{id}", "1"),
    ("/sessions/{id}", "1"),
    ("/news/{id}", "1"),
    ("/look/{case}", "1"),
    ("/care/{care}", "1"),
    ("/lines/{line}", "1"),
    ("/done/{act}", "1"),
    ("/answers/{act}", "1"),
    ("/decisions/{act}", "1"),
    ("/i/{link}", "nobody-made-this-link"),
    ("/buddies/{buddy}", "1"),
    ("/pair/{buddy}", "1"),
    ("/buddy-asks/{ask}", "1"),
    ("/with/{link}", "nobody-made-this-link"),
    ("/yes/{token}", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
    ("/off/{token}", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
    ("/gone/{kept}", "nobody-kept-this"),
    ("/kept/{mark}", "nobody-kept-this"),
    ("/invitations/{link}", "nobody-made-this-link"),
];

impl<'a> World<'a> {
    /// Everything is for its group alone.
    pub fn private(town: &'a Town) -> Self {
        Self::of(town, Reach::Group)
    }

    /// Everything is on the open web.
    pub fn open(town: &'a Town) -> Self {
        Self::of(town, Reach::Everyone)
    }

    fn of(town: &'a Town, reach: Reach) -> Self {
        let people = [
            (Role::Moderator, town.person("Quiet Ada")),
            (Role::Member, town.person("Maya Lake")),
            (Role::Stranger, town.person("Passing Heron")),
            (Role::Host, town.host("Patient Alder")),
        ];
        let people = BTreeMap::from(people);
        let member = people[&Role::Member].face;
        town.group("evenings", reach, &[&people[&Role::Moderator], &people[&Role::Member]]);
        let ids: Vec<PublicId> = (0..3).map(|_| PublicId::new(town.app.chance())).collect();
        town.arranges({
            let ids: Vec<String> = ids.iter().map(PublicId::to_string).collect();
            move |tx| tx.batch(&sql(reach, member, [&ids[0], &ids[1], &ids[2]]))
        });
        let mut samples: Vec<(&str, String)> =
            STANDING.iter().map(|&(pattern, value)| (pattern, value.to_owned())).collect();
        samples.extend([
            ("/p/{id}", ids[0].to_string()),
            ("/threads/{id}", ids[0].to_string()),
            ("/r/{reply}", ids[1].to_string()),
            ("/replies/{reply}", ids[1].to_string()),
            ("/replies/{id}", ids[1].to_string()),
            ("/ask/{id}", ids[2].to_string()),
            ("/company/{id}", ids[2].to_string()),
            ("/static/{file}", assets::url("lamplight.js").trim_start_matches("/static/").to_owned()),
        ]);
        let guest = town.stranger();
        let description = serde_json::from_str(&api::description()).unwrap();
        Self { town, reach, guest, people, tokens: RefCell::default(), samples, description }
    }

    /// Whether everybody may read everything.
    pub fn is_open(&self) -> bool {
        self.reach == Reach::Everyone
    }

    /// A door's address, filled in with what there is; none if nobody has said how.
    pub fn fills(&self, path: &str) -> Option<String> {
        let mut filled = String::new();
        let mut before = String::new();
        for segment in path.split('/').skip(1) {
            let pattern = format!("/{before}/{segment}");
            let known =
                self.samples.iter().find(|(known, _)| *known == pattern).map(|(_, value)| value.as_str());
            let value = if segment.starts_with('{') { known? } else { segment };
            filled = format!("{filled}/{value}");
            segment.clone_into(&mut before);
        }
        Some(filled)
    }

    /// The same address with names and ids of which nothing ever was.
    pub fn absent(&self, path: &str) -> Option<String> {
        let twins = self.samples.iter().map(|(_, value)| (value.as_str(), never(value)));
        let filled = self.fills(path)?;
        Some(twins.fold(filled, |filled, (value, never)| filled.replace(value, &never)))
    }

    /// The names and ids that stand in an address, written as they are and as addresses write them.
    pub fn values_in(&self, path: &str) -> Vec<String> {
        let parts = path.split('/').filter(|part| part.len() > 3 && !part.chars().all(char::is_alphabetic));
        let names = ["evenings", "mornings"].into_iter().filter(|name| path.contains(name));
        parts.chain(names).flat_map(|part| [part.to_owned(), part.replace("%20", " ")]).collect()
    }

    /// The member closes their account; what they wrote stays without a name.
    pub fn member_goes(&self) {
        let face = self.people[&Role::Member].face;
        self.town.arranges(move |tx| {
            tx.batch(&format!(
                "UPDATE account SET state = 'leaving', state_until = 99999 WHERE face_id = {face};
                 UPDATE face SET is_retired = TRUE WHERE id = {face};"
            ))
        });
    }

    /// The browser of somebody.
    pub fn browser(&self, role: Role) -> &Browser {
        self.people.get(&role).map_or(&self.guest, |person| person)
    }

    /// Puts everything back as it was, and signs somebody in anew: the door before may have undone either.
    pub fn renews(&self, role: Role) {
        let (member, moderator) = (self.people[&Role::Member].face, self.people[&Role::Moderator].face);
        let reach = self.reach;
        self.town.arranges(move |tx| tx.batch(&as_it_was(reach, member, moderator)));
        let Some(person) = self.people.get(&role) else { return };
        let face = person.face;
        let token = self.town.arranges(move |tx| {
            let id: AccountId =
                account::table.filter(account::face_id.eq(face)).select(account::id).row(tx)?;
            // A secret of its own each time: nothing here asks what it wraps.
            let secret = MemberSecret::new(tx.chance());
            sessions::start(tx, id, &secret, Staying::Own)
        });
        person.keeps(sessions::middleware::COOKIE, token.expose());
        self.tokens.borrow_mut().insert(role, token);
    }

    /// Signs somebody in anew, with a session that locks itself and of which nothing was heard since.
    pub fn locks(&self, role: Role) {
        self.renews(role);
        let token = self.tokens.borrow()[&role].clone();
        self.town.arranges(move |tx| {
            let now = tx.now();
            let live = sessions::resolve(tx, &token, now)?.unwrap();
            sessions::set_lock(tx, &live.seat.holder(&token), 5)
        });
    }

    /// What the description of the API says a door takes, filled in, so that it is the rules that say no.
    pub fn json(&self, method: &str, path: &str) -> String {
        let verb = &self.description["paths"][path][method.to_lowercase()];
        let schema = &verb["requestBody"]["content"]["application/json"]["schema"];
        self.sample("", schema).to_string()
    }

    fn sample(&self, name: &str, schema: &Value) -> Value {
        if let Some(known) = schema["$ref"].as_str() {
            let known = known.rsplit('/').next().unwrap_or_default();
            return self.sample(name, &self.description["components"]["schemas"][known]);
        }
        if let Some(choice) = schema["enum"].get(0).or_else(|| schema.get("const")) {
            return choice.clone();
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let parts = parts.iter().map(|part| self.sample(name, part));
            return parts.filter_map(|part| part.as_object().cloned()).flatten().collect();
        }
        let may_be_null = schema["type"].as_array().is_some_and(|sorts| sorts.contains(&"null".into()));
        if may_be_null || schema.get("oneOf").is_some() {
            return Value::Null;
        }
        if let Some(properties) = schema["properties"].as_object() {
            return properties.iter().map(|(name, inner)| (name.clone(), self.sample(name, inner))).collect();
        }
        let sort = schema["type"].as_str().unwrap_or_default();
        match sort {
            "string" => {
                let words = form("").into_iter().find(|(known, _)| *known == name);
                words.map_or("Some words", |(_, words)| words).into()
            }
            "integer" | "number" => 1.into(),
            "boolean" => false.into(),
            "array" => Value::Array(Vec::new()),
            _ => Value::Null,
        }
    }

    /// A form token for the session of somebody.
    pub fn csrf(&self, role: Role) -> String {
        let tokens = self.tokens.borrow();
        tokens.get(&role).map(|token| CsrfKey::of(token).token(self.town.app.chance())).unwrap_or_default()
    }
}

/// A name or an id like this one, that nobody ever had.
fn never(value: &str) -> String {
    match value {
        "evenings" => "mornings".to_owned(),
        "Maya%20Lake" => "Nona%20Dale".to_owned(),
        id if id.len() == 14 && id.chars().all(|c| c.is_ascii_alphanumeric()) => id.chars().rev().collect(),
        other => other.to_owned(),
    }
}

/// Rows that no command has to make: a thread, a reply, a draft, an ask for company, all of them the member's.
fn sql(reach: Reach, member: FaceId, [thread, reply, ask]: [&str; 3]) -> String {
    format!(
        "INSERT INTO peer (domain, state) VALUES ('calmwater.example', 'partner');
         INSERT INTO thread (public_id, group_id, author_face, kind, title, body, reach, said_on)
            SELECT '{thread}', id, {member}, 'win', '{SECRET}', '{SECRET}', '{reach}', 20778 FROM \"group\";
         INSERT INTO reply (public_id, thread_id, author_face, number, depth, path, body, said_on)
            SELECT '{reply}', id, {member}, 1, 1, '0001', '{SECRET}', 20778 FROM thread;
         UPDATE thread SET reply_count = 1;
         INSERT INTO draft (id, face_id, place, fields, saved_on)
            VALUES (1, {member}, 'share', '{{\"body\":\"{DRAFT}\",\"title\":\"{DRAFT}\"}}', 20778);
         INSERT INTO ask (id, public_id, face_id, need, month, consent, circle, phase, rung_at, ends_at)
            VALUES (1, '{ask}', {member}, 'company', '', 'lamps', 'lamps', 'open', 0, 9999999999999);
         INSERT INTO concern (id, subject, thread_id, face_id, group_id, tier, urgency, people, opened_at)
            SELECT 1, 'thread:' || id, id, {member}, group_id, 'group', 9, 1, 0 FROM thread;
         INSERT INTO act (id, concern_id, subject, thread_id, face_id, group_id, tier, verb, state, words, done_on, number)
            SELECT 1, 1, 'thread:' || id, id, {member}, group_id, 'group', 'note', 'done', '{SECRET}', 20778, 1 FROM thread;"
    )
}

/// What a door may have changed of it, as it was.
fn as_it_was(reach: Reach, member: FaceId, moderator: FaceId) -> String {
    format!(
        "DELETE FROM pace;
         UPDATE community SET most_a_day = NULL, most_at_once = NULL;
         DELETE FROM block;
         DELETE FROM mute;
         DELETE FROM buddy;
         INSERT INTO buddy (id, face_id, with_face, cadence, sealed)
            VALUES (1, {member}, {moderator}, 'few', 'none.none'), (2, {moderator}, {member}, 'few', 'none.none');
         UPDATE \"group\" SET listed = '{reach}', reach = '{reach}', ceiling = '{reach}', joining = 'open', closed_at = NULL
            WHERE name = 'evenings';
         UPDATE membership SET role = CASE face_id WHEN {moderator} THEN 'moderator' ELSE 'member' END;
         DELETE FROM membership WHERE face_id NOT IN ({member}, {moderator});
         INSERT INTO membership (group_id, face_id, role, since_week)
            SELECT g.id, f.id, CASE f.id WHEN {moderator} THEN 'moderator' ELSE 'member' END, 2960
            FROM \"group\" g, face f WHERE g.name = 'evenings' AND f.id IN ({member}, {moderator}) ON CONFLICT DO NOTHING;
         UPDATE thread SET locked_at = NULL, pinned_at = NULL, taken_back_at = NULL, removed_at = NULL, title = '{SECRET}', body = '{SECRET}',
            reach = '{reach}' WHERE author_face = {member} AND body IN ('{SECRET}', '');
         UPDATE reply SET taken_back_at = NULL, removed_at = NULL, body = '{SECRET}' WHERE author_face = {member} AND body IN ('{SECRET}', '');
         DELETE FROM concern WHERE id <> 1 AND id NOT IN (SELECT concern_id FROM report);
         UPDATE concern SET decided_on = NULL, outcome = '', tier = 'group' WHERE id = 1;
         UPDATE act SET state = 'done', appeal = '', answer = '' WHERE id = 1;
         UPDATE community SET newcomer_weeks = 0;
         UPDATE ask SET phase = 'open', over_on = NULL WHERE id = 1;
         UPDATE account SET state = 'open';"
    )
}

/// Fields good enough for the parser of any form, so that it is the rules that say no.
pub fn form(path: &str) -> Vec<(&'static str, &'static str)> {
    let mut fields = vec![
        ("reason", "because of the rain"),
        ("title", "A title"),
        ("body", "Some words"),
        ("label", "A label"),
        ("once", "c2FtcGxl"),
        ("purpose", "Evenings without a drink"),
        ("person", "Maya Lake"),
        ("role", "moderator"),
        ("advice", "welcome"),
        ("joining", "open"),
        ("reach", "group"),
        ("ceiling", "group"),
        ("listed", "group"),
        ("aliases", "off"),
        ("kind", "win"),
        ("word", "thanks"),
        ("verb", "fine"),
        ("weather", "good"),
        ("on", "2026-11-20"),
        ("zone", "UTC"),
        ("shows", "days"),
        ("marks", "usual"),
        ("sight", "me"),
        ("turn", "leave"),
        ("act", "0"),
        ("how", "week"),
        ("lasts", "week"),
        ("community", "calmwater.example"),
        ("date", "2026-11-20"),
        ("move", "take-back"),
        ("minutes", "30"),
        ("seat", "1"),
    ];
    if !path.starts_with("/you/") && path != "/back-in" {
        fields.push(("words", "Some words"));
    }
    fields
}
