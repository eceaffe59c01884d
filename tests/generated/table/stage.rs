//! The puppets of the table: three communities, who speaks there, what they have said, and what stands here of it.

use std::collections::BTreeMap;

use hearthside::federation::far::{self, State};
use hearthside::federation::inbound;
use hearthside::federation::peers::{self, Links};
use hearthside::federation::signature::Form;
use hearthside::policy::{Reach, Viewer};
use serde_json::{Value, json};

use super::cast::{Thing, WHO, Who};
use super::said::{About, plain, undone};
use crate::forum::said::{answers, opens};
use crate::harness::peer::{Peer, Says};
use crate::harness::{Browser, Person, Town};

const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";
/// The address of the request that the group there has said yes to.
const FOLLOW: &str = "/reader#follow-1";
/// So far the clock goes on from letter to letter, in seconds: nobody is in a hurry.
const PAUSE_S: i64 = 7;
/// After this, what an activity brings about in time has come about: nobody who is gone is left.
const CALM_S: i64 = 300;

/// What came of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// Refused at the door: the status and why.
    Refused(u16, String),
    /// Acknowledged, and nothing is kept of it.
    Unkept,
    /// It waits, and for what.
    Waits(String),
    /// Let go, and why.
    Dropped(String),
    /// Done; whether that changed anything.
    Done(bool),
}

/// All of it.
pub struct Stage {
    peers: [Peer; 3],
    ada: Person,
    thread: String,
    reply: String,
    /// What each has said, by their address and the sort of it; the document as they show it.
    said: BTreeMap<(String, &'static str), Value>,
    number: usize,
    /// Whoever brings a letter to the door: one, so that the way there is open.
    post: Browser,
    /// What could be changed from elsewhere, as the last letter left it; none: something else may have happened since.
    stood: Option<Vec<String>>,
}

impl Stage {
    pub fn at(town: &Town) -> Self {
        let own = town.app.federation().own.clone();
        town.opens_its_doors("open");
        town.arranges(move |tx| peers::set_links(tx, &Viewer::House, &own, Links::Partners));
        let ada = town.person("Quiet Ada");
        let group = town.group("evenings", Reach::Everyone, &[&ada]);
        town.arranges(move |tx| {
            tx.batch(&format!(
                "UPDATE \"group\" SET listed = 'everyone', reach = 'everyone' WHERE id = {group}"
            ))
        });
        let thread = opens(town, &ada, "evenings", "Awake again.");
        let reply = answers(town, &ada, &thread, "And still.");
        let peers = [Peer::new(11), Peer::new(12), Peer::new(13)];
        for peer in &peers[..2] {
            let domain = peer.domain();
            town.arranges(move |tx| {
                tx.batch(&format!(
                    "INSERT INTO peer (domain, state, since_on, offer) VALUES ('{domain}', 'partner', 20700, 'x')"
                ))
            });
        }
        let (said, post) = (BTreeMap::new(), town.stranger());
        let mut stage = Self { peers, ada, thread, reply, said, number: 0, post, stood: None };
        stage.shows_everybody();
        stage.mends(town);
        stage
    }

    fn shows_everybody(&self) {
        for who in WHO {
            let kind = if who.path == "/" { "Application" } else { "Person" };
            let kind = if who.path.starts_with("/g/") { "Group" } else { kind };
            let mut shown = self.peers[who.host].actor(who.path, kind);
            shown["preferredUsername"] = json!(who.path.rsplit('/').next());
            if kind == "Group" {
                shown["name"] = json!("Owls");
            }
            shown["attributedTo"] = json!(self.peers[who.host].at("/g/owls/moderators"));
            self.peers[who.host].says(who.path, Says::json(&shown));
        }
        let keepers = json!({ "id": self.peers[0].at("/g/owls/moderators"), "type": "OrderedCollection",
            "orderedItems": [self.peers[0].at("/u/keeper")] });
        self.peers[0].says("/g/owls/moderators", Says::json(&keepers));
        let mut moved = self.peers[1].actor("/g/owls-too", "Group");
        moved["alsoKnownAs"] = json!([self.owls()]);
        self.peers[1].says("/g/owls-too", Says::json(&moved));
    }

    /// The group there, as it says itself what it is.
    fn about(&self) -> far::About {
        far::About {
            actor: self.owls(),
            domain: self.peers[0].domain(),
            handle: "owls".to_owned(),
            title: "Owls".to_owned(),
            purpose: String::new(),
            language: "en".to_owned(),
            reach: Reach::Everyone,
            inbox: self.peers[0].at("/inbox"),
            shared: String::new(),
            outbox: String::new(),
            moderators: vec![self.peers[0].at("/u/keeper")],
        }
    }

    fn owls(&self) -> String {
        self.peers[0].at("/g/owls")
    }

    fn follow(&self, town: &Town) -> String {
        format!("{}{FOLLOW}", origin(town))
    }

    fn next(&mut self) -> usize {
        self.number += 1;
        self.number
    }

    /// One cell: the letter goes, and what is due happens.
    pub fn plays(&mut self, town: &Town, verb: &'static str, who: &Who, thing: &Thing) -> String {
        let object = self.object(town, who, thing.title, verb);
        let object = match verb {
            // What is answered is our request to the group there.
            "Accept" | "Reject" if thing.title == "group there" => json!({ "id": self.follow(town) }),
            _ => object,
        };
        let actor = self.actor(town, who);
        let (there, elsewhere) = (self.owls(), self.peers[1].at("/g/owls-too"));
        let id = self.address(who);
        let about = About { id: &id, actor: &actor, object: &object, there: &there, elsewhere: &elsewhere };
        let (kind, is_undo) = verb.strip_prefix("Undo ").map_or((verb, false), |kind| (kind, true));
        let mut activity = plain(kind, &about);
        if is_undo {
            if matches!(self.sends(town, who, &activity), Came::Done(_)) {
                self.stood = None;
                town.waits_s(CALM_S);
            } else {
                // Nothing came of it, and nothing follows.
                town.app.clock().advance_s(CALM_S);
            }
            activity = undone(&self.address(who), &actor, &activity);
        }
        let before = self.stood.take().unwrap_or_else(|| stands(town));
        let came = self.sends(town, who, &activity);
        let after = stands(town);
        let has_changed = after != before;
        self.stood = (!has_changed).then_some(after);
        let came = if came == Came::Done(false) { Came::Done(has_changed) } else { came };
        if came == Came::Done(true) {
            // What follows of itself has come about before anything else is tried.
            town.waits_s(CALM_S);
        }
        assert!(
            !has_changed || came == Came::Done(true),
            "{verb} by {}, {}: {came:?} and it changed something",
            who.title,
            thing.title
        );
        super::cell(&came)
    }

    fn actor(&self, town: &Town, who: &Who) -> String {
        if who.is_ours {
            format!("{}/people/Quiet%20Ada", origin(town))
        } else {
            self.peers[who.host].at(who.path)
        }
    }

    fn address(&mut self, who: &Who) -> String {
        let number = self.next();
        self.peers[who.host].at(&format!("/a/{number}"))
    }

    /// The thing, as whoever made it shows it; of what is told anew, in other words.
    fn object(&mut self, town: &Town, who: &Who, thing: &'static str, verb: &str) -> Value {
        let own = self.peers[who.host].at(who.path);
        let writer = self.peers[0].at("/u/writer");
        let other = if own == writer { self.peers[0].at("/u/neighbour") } else { writer.clone() };
        let (here, group) = (origin(town), format!("{}/g/evenings", origin(town)));
        let ada = format!("{here}/people/Quiet%20Ada");
        let (thread, reply) =
            (format!("{here}/p/{}", self.thread), format!("{here}/p/{}/r/{}", self.thread, self.reply));
        let kept = |stage: &Self, of: &str, sort| stage.said[&(of.to_owned(), sort)].clone();
        let mut object = match thing {
            // Nobody says the same thing twice.
            "own thread" if verb == "Create" => self.words(who.host, (&own, None), &group),
            "own reply" if verb == "Create" => self.words(who.host, (&own, Some(&thread)), &group),
            "own thread" => kept(self, &own, "thread"),
            "own reply" => kept(self, &own, "reply"),
            "another's thread" => kept(self, &other, "thread"),
            "another's reply" => kept(self, &other, "reply"),
            "our thread" => {
                json!({ "id": thread, "type": "Page", "attributedTo": ada, "name": "Not hers", "content": "Not hers.", "to": [group, PUBLIC], "audience": group })
            }
            "our reply" => {
                json!({ "id": reply, "type": "Note", "attributedTo": ada, "inReplyTo": thread, "content": "Not hers.", "to": [PUBLIC] })
            }
            "our group" => {
                json!({ "id": group, "type": "Group", "name": "Not ours", "inbox": format!("{here}/inbox") })
            }
            "our member" => {
                json!({ "id": ada, "type": "Person", "name": "Not her", "inbox": format!("{here}/inbox") })
            }
            "writer's there" => kept(self, &writer, "there"),
            "neighbour's there" => kept(self, &self.peers[0].at("/u/neighbour"), "there"),
            "group there" => {
                json!({ "id": self.owls(), "type": "Group", "preferredUsername": "owls", "name": "Owls", "inbox": self.peers[0].at("/inbox") })
            }
            _ => {
                json!({ "id": own, "type": "Person", "name": "Somebody", "inbox": self.peers[who.host].at("/inbox") })
            }
        };
        // What is ours is told in words that must not be found here.
        if verb == "Update" && !thing.starts_with("our ") {
            let number = self.next();
            let words = if object["type"] == "Group" { "summary" } else { "content" };
            object[words] = json!(format!("<p>Told anew, for the {number}. time.</p>"));
        }
        object
    }

    /// New words, shown where they live.
    fn words(&mut self, host: usize, (author, answers): (&str, Option<&str>), group: &str) -> Value {
        let path = format!("/p/{}", self.next());
        let mut words = json!({
            "@context": "https://www.w3.org/ns/activitystreams",
            "id": self.peers[host].at(&path), "type": "Page", "attributedTo": author, "name": "A long night",
            "to": [group, PUBLIC], "audience": group, "content": "<p>Still here.</p>",
        });
        if let Some(answers) = answers {
            words["type"] = json!("Note");
            words["inReplyTo"] = json!(answers);
            words.as_object_mut().unwrap().remove("name");
        }
        self.peers[host].says(&path, Says::json(&words));
        words
    }

    /// What should stand and does not is said anew, and everybody is there again who was.
    pub fn mends(&mut self, town: &Town) {
        self.stood = None;
        let (follow, about) = (self.follow(town), self.about());
        town.arranges(move |tx| {
            let group = far::mirror(tx, &about)?.id;
            far::set_moderators(tx, group, &about.moderators)?;
            far::set_state(tx, group, State::In, &follow)?;
            tx.batch(&format!("UPDATE \"group\" SET moved_to = NULL WHERE id = {group}"))
        });
        let standing = town.lines(
            "SELECT uri AS line FROM far_post JOIN thread ON thread.id = far_post.thread_id
             WHERE far_post.is_gone = FALSE AND thread.taken_back_at IS NULL AND thread.removed_at IS NULL AND reply_id = 0
             UNION SELECT uri AS line FROM far_post JOIN reply ON reply.id = far_post.reply_id
             WHERE far_post.is_gone = FALSE AND reply.taken_back_at IS NULL AND reply.removed_at IS NULL",
        );
        let group = format!("{}/g/evenings", origin(town));
        let thread = format!("{}/p/{}", origin(town), self.thread);
        for who in WHO.iter().filter(|who| !who.is_through && !who.is_ours) {
            let actor = self.peers[who.host].at(who.path);
            for (sort, answers) in [("thread", None), ("reply", Some(thread.as_str()))] {
                self.says_again(town, (who, &actor, sort), (answers, &group), &standing);
            }
        }
        let owls = self.owls();
        for who in WHO.iter().filter(|who| matches!(who.title, "writer, through the group" | "neighbour")) {
            let actor = self.peers[0].at(who.path);
            let by = Who { is_through: true, ..*who };
            self.says_again(town, (&by, &actor, "there"), (None, &owls), &standing);
        }
    }

    fn says_again(
        &mut self,
        town: &Town,
        (who, actor, sort): (&Who, &str, &'static str),
        (answers, group): (Option<&str>, &str),
        standing: &[String],
    ) {
        let key = (actor.to_owned(), sort);
        let is_said = self.said.get(&key);
        let id = is_said.and_then(|words| words["id"].as_str()).unwrap_or_default().to_owned();
        // Whoever is not let in has said it and is not heard; that is once enough.
        let is_heard = who.host < 2;
        if is_said.is_some() && (!is_heard || standing.contains(&id)) {
            return;
        }
        let words = self.words(who.host, (actor, answers), group);
        let id = self.address(who);
        let about = About { id: &id, actor, object: &words, there: "", elsewhere: "" };
        let came = self.sends(town, who, &plain("Create", &about));
        assert_eq!(came == Came::Done(false), is_heard, "{} says {sort}: {came:?}", who.title);
        self.said.insert(key, words);
    }

    /// A letter goes, and what it asks for happens.
    fn sends(&mut self, town: &Town, who: &Who, activity: &Value) -> Came {
        town.app.clock().advance_s(PAUSE_S);
        let (path, letter) = if who.is_through {
            let number = self.next();
            let wrap = json!({ "id": self.peers[0].at(&format!("/a/{number}")), "type": "Announce", "actor": self.owls(),
                "to": [PUBLIC], "object": activity });
            ("/g/owls", wrap)
        } else {
            (who.path, activity.clone())
        };
        let peer = if who.is_through { &self.peers[0] } else { &self.peers[who.host] };
        let body = letter.to_string();
        let inbox = format!("{}/inbox", origin(town));
        let now = town.app.clock().now();
        let mut headers = peer.signs(path, ("POST", &inbox), Some(body.as_bytes()), (Form::Draft, now));
        headers.push(("content-type".to_owned(), "application/activity+json".to_owned()));
        let headers: Vec<(&str, &str)> =
            headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = self.post.sends("POST", "/inbox", &headers, Some(body.as_bytes()));
        if answer.status != 202 {
            let why = answer.json()["error"].as_str().unwrap_or_default().to_owned();
            return Came::Refused(answer.status, why);
        }
        town.waits_for(inbound::open_due(&town.app)).unwrap();
        town.settles();
        let fate =
            town.lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id DESC LIMIT 1").pop();
        town.arranges(|tx| tx.batch("DELETE FROM parcel"));
        let Some(fate) = fate else { return Came::Unkept };
        match fate.split_once(' ').unwrap() {
            ("done", _) => Came::Done(false),
            ("parked", why) => Came::Waits(why.to_owned()),
            (_, why) => Came::Dropped(why.to_owned()),
        }
    }

    /// Through the page: our member's words are as they were, and so are they.
    pub fn looks_as_it_did(&self, town: &Town) {
        let page = self.ada.visits(&format!("/p/{}", self.thread)).is(200);
        page.shows("Awake again.").shows("And still.").hides("Not hers.").hides("no longer answered");
        town.stranger().visits(&format!("/p/{}", self.thread)).is(200).shows("Awake again.");
        self.ada.visits("/g/evenings/about").is(200).hides("Not ours");
        town.stranger().visits("/people/Quiet%20Ada").hides("Not her");
    }

    /// Nothing is left to be sent or opened.
    pub fn rests(&self, town: &Town) {
        town.settles();
    }
}

fn origin(town: &Town) -> String {
    town.app.federation().own.origin.clone()
}

/// All that could be changed from elsewhere.
fn stands(town: &Town) -> Vec<String> {
    town.lines(
        "SELECT 'thread ' || id || ' ' || title || ' ' || body || ' ' || reach || ' ' || with_count || ' ' || proud_count || ' ' || reply_count
           || ' ' || COALESCE(CAST(pinned_at AS TEXT), '') || ' ' || COALESCE(CAST(locked_at AS TEXT), '')
           || ' ' || COALESCE(CAST(removed_at AS TEXT), '') || ' ' || COALESCE(CAST(taken_back_at AS TEXT), '') AS line FROM thread
         UNION ALL SELECT 'reply ' || id || ' ' || body || ' ' || with_count || ' ' || proud_count || ' ' || COALESCE(CAST(removed_at AS TEXT), '')
           || ' ' || COALESCE(CAST(taken_back_at AS TEXT), '') FROM reply
         UNION ALL SELECT 'word ' || thread_id || ' ' || reply_id || ' ' || face_id || ' ' || word FROM reaction
         UNION ALL SELECT 'follower ' || group_id || ' ' || actor FROM follower
         UNION ALL SELECT 'far ' || actor || ' ' || state || ' ' || moderators FROM far_group
         UNION ALL SELECT 'post ' || uri || ' ' || thread_id || ' ' || reply_id || ' ' || CAST(is_gone AS TEXT) || ' ' || actor FROM far_post
         UNION ALL SELECT 'member ' || group_id || ' ' || face_id || ' ' || role || ' ' || state FROM membership
         UNION ALL SELECT 'held ' || thread_id || ' ' || reply_id FROM held
         UNION ALL SELECT 'group ' || name || ' ' || title || ' ' || purpose || ' ' || COALESCE(CAST(moved_to AS TEXT), '') FROM \"group\"
         UNION ALL SELECT 'face ' || id || ' ' || name || ' ' || CAST(is_retired AS TEXT) FROM face
         ORDER BY line",
    )
}
