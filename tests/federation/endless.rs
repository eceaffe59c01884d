//! A partner that never comes to an end, or answers with something else than was asked for: what it costs, what the host reads
//! of it, and what stands here after it.
//!
//! | what a group's list answers | what becomes of it | the host reads |
//! |---|---|---|
//! | HTML, or JSON that is not an activity | `type`, one look | a kind of thing this community does not take |
//! | a note, a number | `no-list`, one look | could not be fetched |
//! | a redirect to a redirect | `not-there`, two looks | could not be fetched |
//! | a redirect to another host or into the house; a first page there | `elsewhere`, one look | not theirs to say |
//! | bytes without end | `large`, after 1 MiB | a kind of thing this community does not take |
//! | a byte a moment, without end | parked as `not-reached`, after the time one answer has | waits to be opened |
//! | a million things in a page | `large` | a kind of thing this community does not take |
//! | twenty thousand things that are nothing | `done`, twenty are looked at, none is fetched | nothing |
//! | a page whose `next` is itself, and a `context` whose `next` is | `done`; no `next` is ever followed | nothing |
//! | things of ours, things that say they are elsewhere | `done`, none stands | nothing |
//!
//! What words do, by whoever brings them: a crowd of names is `crowd`, a date ahead `future`, answers that go round `loop`,
//! answers without end `depth`; by letter (`hostile_letters`) and by address (below) alike.

use std::time::{Duration, Instant};

use hearthside::federation::fetch::{Budget, Signing, Trouble};
use hearthside::federation::signature::Form;
use hearthside::federation::{actors, far};
use hearthside::policy::Reach;
use serde_json::{Value, json};
use url::Url;

use super::coming::{Scene, opens};
use crate::harness::peer::{Peer, Says};
use crate::harness::{Person, Town};

/// A group elsewhere with a list at an address, about to let us follow it.
struct Rooms<'a> {
    scene: &'a Scene,
    host: Person,
    number: usize,
}

impl<'a> Rooms<'a> {
    fn at(town: &Town, scene: &'a Scene) -> Self {
        let domain = scene.peer.domain();
        town.arranges(move |tx| tx.batch(&format!("INSERT INTO peer (domain) VALUES ('{domain}')")));
        Self { scene, host: town.host("Patient Alder"), number: 0 }
    }

    /// Another group, whose list says this; it is followed, and what it says of its newest threads is read. Returns its address.
    fn lists(&mut self, town: &Town, says: Says) -> String {
        self.number += 1;
        let peer = &self.scene.peer;
        let path = format!("/g/owls-{}", self.number);
        let (actor, outbox) = (peer.at(&path), format!("{path}/outbox"));
        peer.says(&path, Says::json(&peer.actor(&path, "Group")));
        peer.says(&outbox, says);
        let follow = format!("{}/reader#follow-{}", town.app.federation().own.origin, self.number);
        let about = far::About {
            actor: actor.clone(),
            domain: peer.domain(),
            handle: format!("owls-{}", self.number),
            title: format!("Owls {}", self.number),
            purpose: String::new(),
            language: "en".to_owned(),
            reach: Reach::Everyone,
            inbox: peer.at("/inbox"),
            shared: String::new(),
            outbox: peer.at(&outbox),
            moderators: vec![],
        };
        let open = follow.clone();
        town.arranges(move |tx| {
            let group = far::mirror(tx, &about)?;
            far::set_state(tx, group.id, far::State::Asked, &open)
        });
        // A minute has room for sixty looks at one host.
        town.app.clock().advance_s(61);
        let mut accept = self.scene.activity("Accept", json!(follow));
        accept["actor"] = json!(actor);
        assert_eq!(self.scene.sends_as(town, &path, &accept), 202);
        peer.heard();
        opens(town);
        actor
    }

    /// What the host reads of what came from there.
    fn came(&self) -> String {
        self.host.visits(&format!("/host/partners/{}/came", self.scene.peer.domain())).is(200).text("main")
    }
}

/// What became of the last list.
fn fate(town: &Town) -> String {
    town.lines("SELECT state || ' ' || reason AS line FROM parcel WHERE activity LIKE 'newest:%' ORDER BY id DESC LIMIT 1")
        .pop()
        .unwrap()
}

fn list(items: &Value) -> Value {
    json!({ "type": "OrderedCollection", "orderedItems": items })
}

fn stands(town: &Town) -> i64 {
    town.count("SELECT (SELECT count(*) FROM thread) + (SELECT count(*) FROM reply) + (SELECT count(*) FROM far_post) AS n")
}

const UNREAD: &str = "A kind of thing this community does not take.";
const NOT_HAD: &str = "What it speaks of could not be fetched.";
const NOT_THEIRS: &str = "It was not theirs to say.";
const ODD: &str = "It names too many people, is dated in the future, or goes round in circles.";

on_both! {
    fn a_list_that_is_none_or_has_no_end_costs_a_look_or_two_and_says_why(town) {
        let (scene, canary) = (Scene::at(town), Peer::new(12));
        let mut rooms = Rooms::at(town, &scene);
        let peer = &scene.peer;
        peer.says("/again", Says::bare(302, "location", "/again"));
        let with = |mut value: Value, outbox: usize| {
            value["id"] = json!(peer.at(&format!("/g/owls-{outbox}/outbox")));
            value
        };
        let million: Vec<Value> = (0..60_000).map(|number| json!(peer.at(&format!("/p/{number}")))).collect();
        let first = |page: &str| json!({ "type": "OrderedCollection", "first": page });
        let raw = |text: &str| Says { body: text.as_bytes().to_vec(), ..Says::json(&Value::Null) };
        let cases = [
            ("HTML", Says::typed("text/html", &json!("<html>")), "dropped type", UNREAD, 1),
            ("another type", Says::typed("application/json", &with(list(&json!([])), 2)), "dropped type", UNREAD, 1),
            ("no JSON", raw("{\"id\":"), "dropped unreadable", UNREAD, 1),
            ("a note", Says::json(&with(json!({ "type": "Note", "orderedItems": [peer.at("/p/1")] }), 4)), "dropped no-list", NOT_HAD, 1),
            ("a number", Says::json(&with(json!({ "type": 7 }), 5)), "dropped no-list", NOT_HAD, 1),
            ("a chain", Says::bare(302, "location", "/again"), "dropped not-there", NOT_HAD, 2),
            ("away", Says::bare(302, "location", &canary.at("/list")), "dropped elsewhere", NOT_THEIRS, 1),
            ("into the house", Says::bare(307, "location", "http://127.0.0.1:22/"), "dropped elsewhere", NOT_THEIRS, 1),
            ("a first page away", Says::json(&with(first(&canary.at("/list")), 9)), "dropped elsewhere", NOT_THEIRS, 1),
            ("a million", Says::json(&with(list(&json!(million)), 10)), "dropped large", UNREAD, 1),
            ("bytes without end", Says::endless(&b" ".repeat(65_536), Duration::ZERO), "dropped large", UNREAD, 1),
        ];
        for (what, says, expected, words, looks) in cases {
            rooms.lists(town, says);
            assert_eq!((fate(town).as_str(), peer.heard().len()), (expected, looks), "{what}");
            assert!(rooms.came().contains(words), "{what}: {}", rooms.came());
            assert_eq!(stands(town), 0, "{what}");
        }
        let poured = peer.poured();
        assert!((1 << 20..32 << 20).contains(&poured), "{poured} bytes were taken of what never ends");
        assert!(canary.heard().is_empty(), "nobody was led there");
    }

    fn a_list_that_drips_is_left_when_its_time_is_over(town) {
        let scene = Scene::at(town);
        let mut rooms = Rooms::at(town, &scene);
        let begun = Instant::now();
        rooms.lists(town, Says::endless(b" ", Duration::from_millis(50)));
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
        assert_eq!(fate(town), "parked not-reached");
        assert_eq!(stands(town), 0);
    }

    fn of_a_list_one_page_is_read_and_of_that_twenty_things(town) {
        let scene = Scene::at(town);
        let mut rooms = Rooms::at(town, &scene);
        let peer = &scene.peer;
        let nothing: Vec<Value> = (0..20_000).map(|number| json!({ "a": number })).collect();
        let ours = town.app.federation().own.origin.clone();
        let page = |number: usize| peer.at(&format!("/g/owls-{number}/outbox"));
        let turns = |number: usize, items: Value| {
            json!({ "id": page(number), "type": "OrderedCollectionPage", "orderedItems": items, "next": page(number), "first": page(number) })
        };
        rooms.lists(town, Says::json(&turns(1, json!(nothing))));
        assert_eq!((fate(town).as_str(), peer.heard().len()), ("done ", 1), "things that are nothing");
        rooms.lists(town, Says::json(&turns(2, json!([]))));
        assert_eq!((fate(town).as_str(), peer.heard().len()), ("done ", 2), "itself, and its first page once");
        let lies = json!([format!("{ours}/p/abc"), format!("{ours}/g/evenings"), peer.at("/elsewhere"), peer.at("/ours")]);
        peer.says("/elsewhere", Says::json(&json!({ "id": "http://127.0.0.1:9/p/1", "type": "Note", "attributedTo": scene.wren() })));
        peer.says("/ours", Says::json(&json!({ "id": format!("{ours}/p/abc"), "type": "Note", "attributedTo": scene.wren() })));
        rooms.lists(town, Says::json(&turns(3, lies)));
        assert_eq!((fate(town).as_str(), peer.heard().len()), ("done ", 3), "what is ours, or says it is elsewhere");
        assert_eq!(stands(town), 0);

        // A conversation whose list leads to itself for ever.
        let group = peer.at("/g/owls-4");
        let mut thread = scene.page(town, "/p/1");
        thread["to"] = json!([group, "as:Public"]);
        thread["audience"] = json!(group);
        thread["context"] = json!(peer.at("/p/1/context"));
        peer.says("/p/1", Says::json(&thread));
        let all: Vec<Value> = (0..15_000).map(|number| json!(peer.at(&format!("/p/none-{number}")))).collect();
        peer.says("/p/1/context", Says::json(&json!({
            "id": peer.at("/p/1/context"), "type": "Collection", "items": all, "next": peer.at("/p/1/context"),
        })));
        rooms.lists(town, Says::json(&turns(4, json!([peer.at("/p/1")]))));
        let looks = peer.heard();
        assert_eq!((fate(town).as_str(), looks.len()), ("done ", 53), "the list, the thread, its context, fifty of it");
        assert_eq!(looks.iter().filter(|look| look.target == "/p/1/context").count(), 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 1);
    }

    fn what_does_not_fit_into_a_minute_comes_in_the_next(town) {
        let scene = Scene::at(town);
        let mut rooms = Rooms::at(town, &scene);
        let (peer, group) = (&scene.peer, scene.peer.at("/g/owls-1"));
        let words = |path: &str, more: Value| {
            let mut words = scene.page(town, path);
            words["to"] = json!([group, "as:Public"]);
            words["audience"] = json!(group);
            words.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            peer.says(path, Says::json(&words));
        };
        for thread in 0..20 {
            let path = format!("/p/{thread}");
            words(&path, json!({ "context": peer.at(&format!("{path}/context")) }));
            let answers: Vec<String> = (0..5).map(|number| format!("{path}/r/{number}")).collect();
            for answer in &answers {
                words(answer, json!({ "type": "Note", "name": null, "inReplyTo": peer.at(&path) }));
            }
            let all: Vec<String> = answers.iter().chain([&path]).map(|path| peer.at(path)).collect();
            peer.says(&format!("{path}/context"), Says::json(&json!({
                "id": peer.at(&format!("{path}/context")), "type": "Collection", "items": all,
            })));
        }
        let listed: Vec<String> = (0..20).map(|thread| peer.at(&format!("/p/{thread}"))).collect();
        rooms.lists(town, Says::json(&json!({
            "id": peer.at("/g/owls-1/outbox"), "type": "OrderedCollection", "orderedItems": listed,
        })));
        let mut turns = vec![peer.heard().len()];
        while fate(town) == "parked spent" && turns.len() < 9 {
            town.app.clock().advance_s(600);
            opens(town);
            turns.push(peer.heard().len());
        }
        assert!(turns.len() < 5 && turns.iter().all(|looks| *looks <= 60), "{turns:?}");
        assert_eq!(fate(town), "done ");
        let stand = ("SELECT count(*) AS n FROM thread", "SELECT count(*) AS n FROM reply");
        assert_eq!((town.count(stand.0), town.count(stand.1)), (20, 100));
        assert_eq!(town.count("SELECT CAST(length(body) AS BIGINT) AS n FROM parcel WHERE activity LIKE 'newest:%'"), 0, "the note is gone");
    }

    fn words_by_address_meet_what_words_by_letter_do(town) {
        let scene = Scene::at(town);
        let mut rooms = Rooms::at(town, &scene);
        let peer = &scene.peer;
        let group = rooms.lists(town, Says::json(&json!({
            "id": peer.at("/g/owls-1/outbox"), "type": "OrderedCollection", "orderedItems": [],
        })));
        let words = |path: &str, more: Value| {
            let mut words = scene.page(town, path);
            words["to"] = json!([group, "as:Public"]);
            words["audience"] = json!(group);
            words.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            peer.says(path, Says::json(&words));
        };
        let mention = json!({ "type": "Mention", "href": scene.wren(), "name": "@wren" });
        words("/p/crowd", json!({ "tag": vec![mention.clone(); 10_000] }));
        words("/p/addressed", json!({ "cc": vec![json!(scene.wren()); 10_000] }));
        words("/p/tomorrow", json!({ "published": "2999-01-01T00:00:00Z" }));
        words("/p/one", json!({ "type": "Note", "inReplyTo": peer.at("/p/other") }));
        words("/p/other", json!({ "type": "Note", "inReplyTo": peer.at("/p/one") }));
        words("/p/under-crowd", json!({ "type": "Note", "inReplyTo": peer.at("/p/crowd") }));
        for number in 0..40 {
            words(&format!("/p/deep-{number}"), json!({ "type": "Note", "inReplyTo": peer.at(&format!("/p/deep-{}", number + 1)) }));
        }
        for (path, expected, looks) in [
            ("/p/crowd", "dropped crowd", 1), ("/p/addressed", "dropped crowd", 1), ("/p/tomorrow", "dropped future", 1),
            ("/p/one", "dropped loop", 2), ("/p/deep-0", "dropped depth", 16), ("/p/under-crowd", "dropped crowd", 2),
        ] {
            town.app.clock().advance_s(61);
            let mut announce = scene.activity("Announce", json!(peer.at(path)));
            announce["actor"] = json!(group);
            peer.heard();
            assert_eq!(scene.sends_as(town, "/g/owls-1", &announce), 202, "{path}");
            opens(town);
            let fate = town.lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id DESC LIMIT 1").pop().unwrap();
            assert_eq!((fate.as_str(), peer.heard().len()), (expected, looks), "{path}");
        }
        assert!(rooms.came().contains(ODD), "{}", rooms.came());
        assert_eq!(stands(town), 0);
    }
}

/// The answer to a letter, to a question for a name and to one for a key is no longer than it may be, either.
#[test]
fn no_answer_is_taken_beyond_its_end() {
    let (town, peer, canary) = (Town::on_sqlite(), Peer::new(11), Peer::new(12));
    let own = town.app.federation().own.clone();
    let key = town.waits_for(actors::community(&town.app, &own)).unwrap();
    let signing = Signing { key, form: Form::Draft, at: town.app.clock().now() };
    let client = &town.app.federation().client;
    let at = |path: &str| Url::parse(&peer.at(path)).unwrap();
    for path in ["/inbox", "/finger", "/u/endless"] {
        peer.says(path, Says::endless(&b" ".repeat(65_536), Duration::ZERO));
    }
    let said = town.waits_for(client.post(&at("/inbox"), b"{}".to_vec(), &signing)).unwrap();
    assert_eq!(said.status, 200, "what it says beyond that is not read");
    let json = Says {
        headers: vec![("content-type", "application/json".to_owned())],
        ..Says::endless(&b"[".repeat(65_536), Duration::ZERO)
    };
    peer.says("/finger", json);
    assert_eq!(
        town.waits_for(client.finger(&at("/finger"), &signing, &mut Budget::default())),
        Err(Trouble::Large)
    );
    let document = town.waits_for(client.get(&at("/u/endless"), &signing, &mut Budget::default()));
    assert_eq!(document.map(drop), Err(Trouble::Large));
    assert!(peer.poured() < 64 << 20);
    peer.says("/inbox", Says::bare(307, "location", &canary.at("/inbox")));
    let said = town.waits_for(client.post(&at("/inbox"), b"{}".to_vec(), &signing)).unwrap();
    assert_eq!((said.status, canary.heard().len()), (307, 0), "letters follow nobody");
}
