//! A small world with one of everything a door can be about, and one person of every standing.

use std::cell::RefCell;
use std::collections::BTreeMap;

use diesel::prelude::*;
use hearthside::db::Run as _;
use hearthside::db::schema::account;
use hearthside::http::csrf::CsrfKey;
use hearthside::identity::sessions::{self, Staying};
use hearthside::kernel::{AccountId, FaceId, PublicId, Token};
use hearthside::policy::Reach;
use hearthside::ui::assets;

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
}

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
        let (member, moderator) = (people[&Role::Member].face, people[&Role::Moderator].face);
        town.group("evenings", reach, &[&people[&Role::Moderator], &people[&Role::Member]]);
        let ids: Vec<PublicId> = (0..2).map(|_| PublicId::new(town.app.chance())).collect();
        town.arranges({
            let (thread, reply) = (ids[0].to_string(), ids[1].to_string());
            move |tx| tx.batch(&sql(reach, member, moderator, [&thread, &reply]))
        });
        let samples = vec![
            ("/p/{id}", ids[0].to_string()),
            ("/threads/{id}", ids[0].to_string()),
            ("/r/{reply}", ids[1].to_string()),
            ("/replies/{reply}", ids[1].to_string()),
            ("/replies/{id}", ids[1].to_string()),
            ("/g/{name}", "evenings".to_owned()),
            ("/groups/{name}", "evenings".to_owned()),
            ("/people/{name}", "Maya%20Lake".to_owned()),
            ("/static/{file}", assets::url("leave.js").trim_start_matches("/static/").to_owned()),
            ("/setup/{step}", "community".to_owned()),
            ("/drafts/{id}", "1".to_owned()),
            ("/passkeys/{id}", "1".to_owned()),
            ("/devices/{id}", "1".to_owned()),
            ("/sessions/{id}", "1".to_owned()),
        ];
        let guest = town.stranger();
        Self { town, reach, guest, people, tokens: RefCell::default(), samples }
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

    /// The browser of somebody.
    pub fn browser(&self, role: Role) -> &Browser {
        self.people.get(&role).map_or(&self.guest, |person| person)
    }

    /// Signs somebody in anew: the door before may have signed them out.
    pub fn renews(&self, role: Role) {
        let Some(person) = self.people.get(&role) else { return };
        let face = person.face;
        let token = self.town.arranges(move |tx| {
            let id: AccountId =
                account::table.filter(account::face_id.eq(face)).select(account::id).row(tx)?;
            sessions::start(tx, id, Staying::Own)
        });
        person.keeps(sessions::middleware::COOKIE, token.expose());
        self.tokens.borrow_mut().insert(role, token);
    }

    /// A form token for the session of somebody.
    pub fn csrf(&self, role: Role) -> String {
        let tokens = self.tokens.borrow();
        tokens.get(&role).map(|token| CsrfKey::of(token).token(self.town.app.chance())).unwrap_or_default()
    }
}

/// Rows that no command has to make: a thread, a reply, a draft, all of them the member's.
fn sql(reach: Reach, member: FaceId, moderator: FaceId, [thread, reply]: [&str; 2]) -> String {
    format!(
        "UPDATE \"group\" SET listed = '{reach}', reach = '{reach}';
         UPDATE membership SET role = 'moderator' WHERE face_id = {moderator};
         INSERT INTO thread (public_id, group_id, author_face, kind, title, body, reach, said_on)
            SELECT '{thread}', id, {member}, 'win', '{SECRET}', '{SECRET}', '{reach}', 20778 FROM \"group\";
         INSERT INTO reply (public_id, thread_id, author_face, number, depth, path, body, said_on)
            SELECT '{reply}', id, {member}, 1, 1, '0001', '{SECRET}', 20778 FROM thread;
         UPDATE thread SET reply_count = 1;
         INSERT INTO draft (id, face_id, place, fields, saved_on)
            VALUES (1, {member}, 'share', '{{\"body\":\"{DRAFT}\",\"title\":\"{DRAFT}\"}}', 20778);"
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
    ];
    if !path.starts_with("/you/") && path != "/back-in" {
        fields.push(("words", "Some words"));
    }
    fields
}

/// The same as JSON.
pub fn json(path: &str) -> String {
    let fields: serde_json::Map<String, serde_json::Value> =
        form(path).into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
    serde_json::Value::Object(fields).to_string()
}
