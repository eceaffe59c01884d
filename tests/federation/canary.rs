//! Every door by which an address from outside makes this server ask somewhere, with addresses that lead into the house. Whoever
//! sits there must hear nothing, and each is refused for a reason.
//!
//! | door | refused with |
//! |---|---|
//! | the address of a key | 401 |
//! | words by their address: given, passed on by a group, answered, taken back and given again; where a group has gone | `unsafe` |
//! | a group that says where it is written to | `unknown`; nothing changes |
//! | attachments, pictures, previews, icons of words | words are taken, nothing is asked |
//! | what a member types to find a group | beside the field |
//! | where letters of a follower go | given up at once: not an address we speak to |
//! | where a device is told | `push-address` (also `notify/refusals.rs`) |
//! | names that lead to an address within the house, wholly or in part | `fetch/client.rs` |
//!
//! Below it, doors behind a community that is let in: it answers itself, and points elsewhere.

use std::net::TcpListener;

use hearthside::federation::delivery::{self, Kind, Letter};
use hearthside::federation::fetch::Trouble;
use hearthside::federation::peers::{self, Links};
use hearthside::federation::signature::{Form, Head, SigningKey, sign};
use hearthside::federation::{actors, far, inbound};
use hearthside::policy::{Reach, Viewer};
use serde_json::{Value, json};
use url::Url;

use super::coming::{Scene, opens};
use super::{Recipient, activity, own_of};
use crate::harness::peer::{ACTIVITY, Peer, Says};
use crate::harness::{Home, Town};

const WREN: &str = "https://calm.example/u/wren";
const OWLS: &str = "https://calm.example/g/owls";

/// Whoever sits within the house, by both kinds of addresses where there are both.
struct Canary(Vec<TcpListener>);

impl Canary {
    fn new() -> Self {
        let four = TcpListener::bind("127.0.0.1:0").unwrap();
        let six = TcpListener::bind(("::1", four.local_addr().unwrap().port()));
        let both: Vec<TcpListener> = std::iter::once(four).chain(six).collect();
        for each in &both {
            each.set_nonblocking(true).unwrap();
        }
        Self(both)
    }

    fn port(&self) -> u16 {
        self.0[0].local_addr().unwrap().port()
    }

    /// Whether anybody connected.
    fn heard(&self) -> bool {
        self.0.iter().any(|each| each.accept().is_ok())
    }
}

/// The address of the canary, in every way that somebody might write it; and others that nobody asks.
fn addresses(port: u16) -> Vec<String> {
    let canary = [
        "http://127.0.0.1:{p}/x",
        "https://127.0.0.1:{p}/x",
        "https://localhost:{p}/x",
        "https://[::1]:{p}/x",
        "https://[::ffff:127.0.0.1]:{p}/x",
        "https://[64:ff9b::7f00:1]:{p}/x",
        "https://2130706433:{p}/x",
        "https://0x7f000001:{p}/x",
        "https://0x7f.1:{p}/x",
        "https://017700000001:{p}/x",
        "https://127.1:{p}/x",
        "https://127.0.0.1.:{p}/x",
        "https://0.0.0.0:{p}/x",
        "https://us@127.0.0.1:{p}/x",
        "https://calm.example:pw@127.0.0.1:{p}/x",
        "https://calm.example@localhost:{p}/x",
        "https://①②⑦.⓪.⓪.①:{p}/x",
        "https://127。0。0。1:{p}/x",
        "https://calm.example:{p}/x",
        "gopher://127.0.0.1:{p}/x",
        "ftp://127.0.0.1:{p}/x",
        "ws://127.0.0.1:{p}/x",
    ];
    let others = [
        "http://calm.example/x",
        "https://localhost/x",
        "https://printer.local/x",
        "https://vault.internal/x",
        "https://abcdefghijklmnop.onion/x",
        "https://169.254.169.254/latest",
        "https://10.0.0.1/x",
        "https://[fd00::1]/x",
        "https://100.64.0.1/x",
        "https://calm.example./x",
        "file:///etc/passwd",
        "data:application/activity+json,{}",
    ];
    let canary = canary.iter().map(|address| address.replace("{p}", &port.to_string()));
    canary.chain(others.iter().map(|address| (*address).to_owned())).collect()
}

/// A community as it is served in earnest, and one it knows already: no key of that has to be asked for.
struct Outside {
    town: Town,
    key: SigningKey,
    number: std::cell::Cell<usize>,
}

impl Outside {
    fn at(home: Home) -> Self {
        let town = Town::on_the_web(home);
        let own = own_of(&town);
        town.opens_its_doors("open");
        town.arranges(move |tx| peers::set_links(tx, &Viewer::House, &own, Links::Open));
        let key = SigningKey::from_seed(format!("{WREN}#main-key"), &[7; 32]).unwrap();
        let pem = key.public().to_pem().unwrap();
        for (actor, kind) in [(WREN, "Person"), (OWLS, "Group")] {
            let pem = pem.clone();
            town.arranges(move |tx| {
                tx.batch(&format!(
                    "INSERT INTO remote_actor (key_id, actor, domain, kind, inbox, shared, pem, fetched_on)
                     VALUES ('{actor}#main-key', '{actor}', 'calm.example', '{kind}', 'https://calm.example/inbox', '', '{pem}', 20778)"
                ))
            });
        }
        let about = far::About {
            actor: OWLS.to_owned(),
            domain: "calm.example".to_owned(),
            handle: "owls".to_owned(),
            title: "Owls".to_owned(),
            purpose: String::new(),
            language: "en".to_owned(),
            reach: Reach::Everyone,
            inbox: "https://calm.example/inbox".to_owned(),
            shared: String::new(),
            outbox: "https://calm.example/g/owls/outbox".to_owned(),
            moderators: vec![],
        };
        town.arranges(move |tx| {
            let group = far::mirror(tx, &about)?;
            far::set_state(tx, group.id, far::State::In, "https://porch.example/reader#follow-1")?;
            peers::know(tx, "calm.example")
        });
        Self { town, key, number: std::cell::Cell::new(0) }
    }

    fn does(&self, actor: &str, kind: &str, object: Value) -> Value {
        self.number.set(self.number.get() + 1);
        let id = format!("https://calm.example/a/{}", self.number.get());
        json!({ "id": id, "type": kind, "actor": actor, "to": ["as:Public"], "object": object })
    }

    /// A letter of whoever is its actor, signed with the key at an address; the answer.
    fn sends(&self, activity: &Value, key_id: &str) -> u16 {
        let (body, own) = (activity.to_string(), own_of(&self.town));
        let url = Url::parse(&format!("{}/inbox", own.origin)).unwrap();
        let head = Head {
            method: "POST",
            url: &url,
            body: Some(body.as_bytes()),
            date: self.town.app.clock().now(),
        };
        let signed = sign(&head, &self.key.named(key_id), Form::Draft).unwrap();
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let letter = signed
            .iter()
            .filter(|(name, _)| *name != "host")
            .fold(agent.post(format!("{}/inbox", self.town.origin())), |letter, (name, value)| {
                letter.header(name.as_str(), value.to_str().unwrap())
            });
        letter.header("content-type", ACTIVITY).send(body.as_bytes()).unwrap().status().as_u16()
    }

    /// What becomes of a letter that was let in.
    fn fate(&self, activity: &Value) -> String {
        let actor = activity["actor"].as_str().unwrap();
        assert_eq!(self.sends(activity, &format!("{actor}#main-key")), 202, "{activity}");
        self.town.waits_for(inbound::open_due(&self.town.app)).unwrap();
        self.town
            .lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id DESC LIMIT 1")
            .swap_remove(0)
    }
}

/// Letters that name an address, and what becomes of them.
fn letters(outside: &Outside, address: &str) -> Vec<(&'static str, Value, &'static str)> {
    let group = format!("{}/g/evenings", own_of(&outside.town).origin);
    let id = format!("https://calm.example/p/{}", outside.number.get());
    let note = |more: Value| {
        let mut note = json!({ "id": id, "type": "Note", "attributedTo": WREN, "to": [OWLS, "as:Public"], "audience": OWLS, "content": "Hello" });
        note.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        note
    };
    let answer = outside.does(WREN, "Create", note(json!({ "inReplyTo": address })));
    let picture = json!({ "type": "Image", "url": address, "href": address });
    let seen = note(json!({
        "to": [group, "as:Public"], "audience": group, "attachment": [picture, { "type": "Link", "href": address }], "image": picture,
        "icon": picture, "preview": picture, "url": address, "context": address, "replies": address, "likes": address,
        "source": { "content": format!("Hello ![]({address})"), "mediaType": "text/markdown" },
        "tag": [{ "type": "Emoji", "name": ":x:", "icon": picture }, { "type": "Mention", "href": address, "name": "@x" }],
    }));
    let told = json!({ "id": OWLS, "type": "Group", "preferredUsername": "owls", "inbox": address, "outbox": address, "moderators": address });
    let mut moved = outside.does(OWLS, "Move", json!(OWLS));
    moved["target"] = json!(address);
    vec![
        ("given by address", outside.does(WREN, "Create", json!(address)), "dropped unsafe"),
        ("passed on by address", outside.does(OWLS, "Announce", json!(address)), "dropped unsafe"),
        ("answered", outside.does(OWLS, "Announce", answer), "dropped unsafe"),
        (
            "given again",
            outside.does(WREN, "Undo", json!({ "id": "https://calm.example/a/0", "type": "Delete", "actor": WREN, "object": address })),
            "dropped unsafe",
        ),
        ("where a group went", moved, "dropped unsafe"),
        ("a group's own addresses", outside.does(OWLS, "Update", told), "dropped unknown"),
        ("what words carry", outside.does(WREN, "Create", seen), "done "),
    ]
}

fn within_the_house(home: Home) {
    let (outside, canary) = (Outside::at(home), Canary::new());
    let town = &outside.town;
    let ada = town.person("Quiet Ada");
    let group = town.group("evenings", Reach::Everyone, &[&ada]);
    town.arranges(move |tx| {
        tx.batch(&format!("UPDATE \"group\" SET listed = 'everyone', reach = 'everyone' WHERE id = {group}"))
    });
    for address in addresses(canary.port()) {
        let url = Url::parse(&address).unwrap();
        let client = &town.app.federation().client;
        assert_eq!(client.allows(&url), Err(Trouble::Unsafe), "{address}");
        assert!(!town.app.may_send_push(&url), "{address}");
        assert_eq!(town.waits_for(client.push(&url, &[], b"x".to_vec())), Err(Trouble::Unsafe), "{address}");
        // Headers are of plain letters.
        if address.is_ascii() {
            let like = outside.does(WREN, "Like", json!("https://calm.example/p/1"));
            assert_eq!(outside.sends(&like, &format!("{address}#main-key")), 401, "a key at {address}");
        }
        let page = ada.visits("/groups/elsewhere").is(200);
        let refused = ada.fills(&page, "/groups/elsewhere", &[("address", &address)]);
        assert!(
            (400..500).contains(&refused.status) && refused.count(".fault") > 0,
            "typed: {address}: {}",
            refused.status
        );
        assert!(!canary.heard(), "somebody was asked at {address}");
    }
    for address in addresses(canary.port()).iter().step_by(3) {
        // A writer nobody knows is not slowed down in the next hour.
        town.app.clock().advance_s(3_600);
        for (door, letter, expected) in letters(&outside, address) {
            assert_eq!(outside.fate(&letter), expected, "{door}: {address}");
            assert!(!canary.heard(), "{door}: somebody was asked at {address}");
        }
    }
    assert_eq!(
        town.lines("SELECT DISTINCT inbox || ' ' || outbox AS line FROM far_group"),
        ["https://calm.example/inbox https://calm.example/g/owls/outbox"]
    );
    letters_of_followers(&outside, &canary);
}

/// Followers whose letters were to go into the house: they are given up at once, and the host reads why.
fn letters_of_followers(outside: &Outside, canary: &Canary) {
    let town = &outside.town;
    let (origin, all) = (own_of(town).origin, addresses(canary.port()));
    let many = all.len();
    town.arranges(move |tx| {
        all.iter().enumerate().try_for_each(|(number, address)| {
            let mut letter = activity(Kind::Link, &format!("o:{number}"), number);
            letter.key_id = format!("{origin}/#main-key");
            let to = Recipient { domain: "calm.example".to_owned(), inbox: address.clone() };
            delivery::enqueue(tx, &letter, std::slice::from_ref(&to))
        })
    });
    let post = async |letter: &Letter| actors::post(&town.app, letter).await;
    for _ in 0..many {
        town.waits_for(delivery::run_due(&town.app, &post, &peers::may_be_sent)).unwrap();
        town.app.clock().advance_s(2);
    }
    let given_up = town.lines("SELECT DISTINCT reason AS line FROM delivery WHERE given_up_on IS NOT NULL");
    assert_eq!(
        (given_up, town.count("SELECT count(*) AS n FROM delivery WHERE given_up_on IS NULL")),
        (vec!["unsafe".to_owned()], 0)
    );
    town.host("Patient Alder")
        .visits("/host/partners/calm.example")
        .is(200)
        .shows("The address is not one we speak to.");
    assert!(!canary.heard(), "a letter went into the house");
}

#[test]
fn nobody_within_the_house_is_asked_on_sqlite() {
    within_the_house(Home::sqlite());
}

#[test]
fn nobody_within_the_house_is_asked_on_postgres() {
    if let Some(home) = Home::postgres() {
        within_the_house(home);
    }
}

on_both! {
    fn a_community_that_points_elsewhere_leads_nobody_there(town) {
        let (scene, canary) = (Scene::at(town), Peer::new(12));
        let (peer, there) = (&scene.peer, canary.at("/x"));
        let with = |path: &str, kind: &str, more: Value| {
            let mut actor = peer.actor(path, kind);
            actor.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            Says::json(&actor)
        };
        // Found by name.
        let link = json!({ "subject": "acct:owls", "links": [{ "rel": "self", "type": ACTIVITY, "href": there }] });
        peer.says("/.well-known/webfinger", Says::typed("application/jrd+json", &link));
        let finds = |address: &str| {
            let page = scene.ada.visits("/groups/elsewhere").is(200);
            scene.ada.fills(&page, "/groups/elsewhere", &[("address", address)])
        };
        assert!((400..500).contains(&finds(&format!("@owls@{}", peer.domain())).status));
        // A group whose lists and doors are elsewhere.
        let lists = json!({ "moderators": there, "attributedTo": there, "featured": there, "followers": there, "outbox": there,
            "icon": { "type": "Image", "url": there }, "image": there, "endpoints": { "sharedInbox": there } });
        peer.says("/g/owls", with("/g/owls", "Group", lists));
        finds(&peer.at("/g/owls")).is(303);
        assert_eq!(town.lines("SELECT outbox || shared || moderators AS line FROM far_group"), ["[]"]);
        peer.says("/g/away", with("/g/away", "Group", json!({ "inbox": there })));
        assert!((400..500).contains(&finds(&peer.at("/g/away")).status));
        // Keys: led away, owned elsewhere, and somebody whose letters were to go elsewhere.
        let letter = |who: &str| {
            let mut like = scene.activity("Like", json!(peer.at("/p/1")));
            like["actor"] = json!(peer.at(who));
            scene.sends_as(town, who, &like)
        };
        peer.says("/u/led", Says::bare(302, "location", &there));
        peer.says("/u/owned", Says::json(&json!({ "id": peer.at("/u/owned"), "owner": there, "publicKeyPem": peer.pem() })));
        peer.says("/u/box", with("/u/box", "Person", json!({ "inbox": there })));
        assert_eq!(["/u/led", "/u/owned", "/u/box"].map(letter), [401; 3]);
        // A shared inbox elsewhere is none: what answers a follower goes to their own.
        peer.says("/u/shared", with("/u/shared", "Person", json!({ "endpoints": { "sharedInbox": there }, "sharedInbox": there })));
        let mut follow = scene.activity("Follow", json!(scene.group_id(town)));
        follow["actor"] = json!(peer.at("/u/shared"));
        assert_eq!(scene.sends_as(town, "/u/shared", &follow), 202);
        opens(town);
        assert_eq!(super::leaving::leaves(town, peer).len(), 1, "the yes");
        assert_eq!(town.lines("SELECT inbox || shared AS line FROM follower"), [peer.at("/inbox")]);
        assert!(canary.heard().is_empty(), "somebody was led there");
    }
}
