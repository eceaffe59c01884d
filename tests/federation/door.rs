//! What others may look at, and what they may not.

use hearthside::federation::peers::{self, Links};
use hearthside::federation::signature::{Form, PublicKey};
use hearthside::policy::{Reach, Viewer};
use serde_json::json;

use crate::forum::said::{answers, lists, opens_as};
use crate::harness::peer::{ACTIVITY, Peer};
use crate::harness::{Person, Seen, Town};

/// Where this town lives, as its settings say.
pub const ORIGIN: &str = "http://127.0.0.1:8080";

pub fn opens_links(town: &Town, links: Links) {
    let own = town.app.federation().own.clone();
    town.opens_its_doors("open");
    town.arranges(move |tx| peers::set_links(tx, &Viewer::House, &own, links));
}

pub fn befriends(town: &Town, peer: &Peer) {
    let domain = peer.domain();
    town.arranges(move |tx| {
        tx.batch(&format!(
            "INSERT INTO peer (domain, state, since_on, offer) VALUES ('{domain}', 'partner', 20700, 'x')"
        ))
    });
}

/// A program looks, unsigned.
pub fn looks(town: &Town, path: &str) -> Seen {
    town.stranger().sends("GET", path, &[("accept", ACTIVITY)], None)
}

/// A community looks, in somebody's name.
pub fn looks_as(town: &Town, peer: &Peer, path: &str) -> Seen {
    looks_in(town, peer, path, Form::Draft)
}

fn looks_in(town: &Town, peer: &Peer, path: &str, form: Form) -> Seen {
    let at = town.app.clock().now();
    let mut headers = peer.signs("/", ("GET", &format!("{ORIGIN}{path}")), None, (form, at));
    headers.push(("accept".to_owned(), ACTIVITY.to_owned()));
    let headers: Vec<(&str, &str)> =
        headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    town.stranger().sends("GET", path, &headers, None)
}

/// One post a circle of readers: the group, the community, partners, everybody.
pub fn four_circles(town: &Town, ada: &Person) -> [String; 4] {
    lists(town, "evenings", Reach::Everyone);
    [Reach::Group, Reach::Community, Reach::Partners, Reach::Everyone].map(|reach| {
        opens_as(town, ada, "evenings", &format!("for {reach}"), |draft| draft.reach = Some(reach))
    })
}

/// Every address of one thing of each sort.
fn addresses(thread: &str, reply: &str) -> Vec<String> {
    [
        "/".to_owned(),
        "/outbox".to_owned(),
        "/reader".to_owned(),
        "/groups".to_owned(),
        "/g/evenings".to_owned(),
        "/g/evenings/outbox".to_owned(),
        "/g/evenings/followers".to_owned(),
        "/g/evenings/moderators".to_owned(),
        "/g/evenings/featured".to_owned(),
        "/people/Quiet%20Ada".to_owned(),
        "/people/Quiet%20Ada/outbox".to_owned(),
        "/people/Quiet%20Ada/followers".to_owned(),
        format!("/p/{thread}"),
        format!("/p/{thread}/context"),
        format!("/p/{thread}/replies"),
        format!("/p/{thread}/r/{reply}"),
        format!("/p/{thread}/r/{reply}/replies"),
        "/.well-known/webfinger?resource=acct:evenings@127.0.0.1:8080".to_owned(),
        "/.well-known/nodeinfo".to_owned(),
        "/.well-known/host-meta".to_owned(),
        "/nodeinfo/2.1".to_owned(),
    ]
    .into()
}

on_both! {
    fn a_door_that_is_shut_is_not_there(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Everyone, &[&ada]);
        let [.., open] = four_circles(town, &ada);
        let reply = answers(town, &ada, &open, "and again");
        let peer = Peer::new(11);
        befriends(town, &peer);
        let nothing = looks(town, "/p/00000000000000").is(404);
        for path in addresses(&open, &reply) {
            assert_eq!(looks(town, &path).is(404).body, nothing.body, "{path}");
            looks_as(town, &peer, &path).is(404);
        }
        assert!(peer.heard().is_empty(), "nobody is asked for a key");
        assert_eq!(town.count("SELECT count(*) AS n FROM actor_key"), 0);
        town.stranger().visits(&format!("/p/{open}")).is(200).shows("for everyone");
    }

    fn what_faces_the_open_web_is_there_for_programs_too(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Everyone, &[&ada]);
        let [.., open] = four_circles(town, &ada);
        let reply = answers(town, &ada, &open, "and *again*");
        opens_links(town, Links::Open);
        for path in addresses(&open, &reply) {
            let seen = looks(town, &path).is(200);
            assert!(seen.header("content-type").starts_with("application/"), "{path}");
            let head = town.stranger().sends("HEAD", &path, &[("accept", ACTIVITY)], None).is(200);
            assert!(head.body.is_empty(), "{path}");
        }
        let page = looks(town, &format!("/p/{open}"));
        assert_eq!(page.header("content-type"), ACTIVITY);
        assert!(page.header("vary").contains("Accept"), "{}", page.header("vary"));
        assert_eq!(page.header("cache-control"), "public, max-age=30");
        let tag = page.header("etag").to_owned();
        town.stranger().sends("GET", &format!("/p/{open}"), &[("accept", ACTIVITY), ("if-none-match", &tag)], None).is(304);
        let (page, id) = (page.json(), format!("{ORIGIN}/p/{open}"));
        assert_eq!((&page["id"], &page["type"]), (&json!(id), &json!("Page")));
        let group = looks(town, "/g/evenings").json();
        assert_eq!((&group["type"], &group["id"]), (&json!("Group"), &page["audience"]));
        let person = looks(town, "/people/Quiet%20Ada").json();
        assert_eq!((&person["type"], &person["id"]), (&json!("Person"), &page["attributedTo"]));
        for actor in [&group, &person, &looks(town, "/").json()] {
            assert_eq!(actor["publicKey"]["owner"], actor["id"]);
            assert!(PublicKey::from_pem(actor["publicKey"]["publicKeyPem"].as_str().unwrap()).is_some());
        }
        let note = looks(town, &format!("/p/{open}/r/{reply}")).json();
        assert_eq!((&note["type"], &note["inReplyTo"]), (&json!("Note"), &json!(id)));
        let context = looks(town, &format!("/p/{open}/context")).json();
        assert_eq!(context["orderedItems"], json!([id, note["id"]]));
        assert_eq!(looks(town, &format!("/p/{open}/replies")).json()["items"], json!([note["id"]]));
        let outbox = looks(town, "/g/evenings/outbox").json();
        assert_eq!(outbox["orderedItems"].as_array().unwrap().len(), 1);
        assert_eq!(outbox["orderedItems"][0]["object"]["object"]["id"], page["id"]);
        assert_eq!(looks(town, "/g/evenings/moderators").json()["orderedItems"], json!([person["id"]]));
        // People still see pages, and a page says that it is one of two.
        let html = town.stranger().visits(&format!("/p/{open}")).is(200).shows("for everyone");
        assert!(html.header("vary").contains("Accept"), "{}", html.header("vary"));
    }

    fn names_are_found_and_nobody_else(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Everyone, &[&ada, &maya]);
        let _ = four_circles(town, &ada);
        opens_as(town, &maya, "evenings", "for us", |draft| draft.reach = Some(Reach::Group));
        opens_links(town, Links::Open);
        let finds = |resource: &str| looks(town, &format!("/.well-known/webfinger?resource={resource}"));
        for (resource, id, kind) in [
            ("acct:evenings@127.0.0.1:8080", "/g/evenings", "Group"),
            ("acct:Quiet_Ada@127.0.0.1:8080", "/people/Quiet%20Ada", "Person"),
            ("acct:127.0.0.1@127.0.0.1:8080", "/", "Application"),
            ("http://127.0.0.1:8080/", "/", "Application"),
            ("http://127.0.0.1:8080/people/Quiet%20Ada", "/people/Quiet%20Ada", "Person"),
        ] {
            let found = finds(&resource.replace('%', "%25")).is(200).json();
            let own = found["links"].as_array().unwrap().iter().find(|link| link["rel"] == "self").unwrap().clone();
            assert_eq!(own["href"], format!("{ORIGIN}{id}"), "{resource}");
            assert_eq!(own["properties"]["https://www.w3.org/ns/activitystreams#type"], kind);
        }
        for resource in [
            "acct:Maya_Lake@127.0.0.1:8080",
            "acct:evenings@porch.example",
            "acct:nobody@127.0.0.1:8080",
            "evenings",
            "",
            "http://127.0.0.1:8080.evil.example/g/evenings",
        ] {
            finds(resource).is(404);
        }
        assert_eq!(looks(town, "/people/Maya%20Lake").is(404).body, looks(town, "/people/Nobody").is(404).body);
    }

    fn partners_read_what_is_for_partners_and_no_further(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Everyone, &[&ada]);
        let [group, community, partners, everyone] = four_circles(town, &ada);
        let (friend, other) = (Peer::new(11), Peer::new(12));
        befriends(town, &friend);
        opens_links(town, Links::Open);
        let status = |peer: Option<&Peer>, id: &str| {
            let path = format!("/p/{id}");
            peer.map_or_else(|| looks(town, &path), |peer| looks_as(town, peer, &path)).status
        };
        let all = [&group, &community, &partners, &everyone];
        assert_eq!(all.map(|id| status(Some(&friend), id)), [404, 404, 200, 200]);
        assert_eq!(all.map(|id| status(Some(&other), id)), [404, 404, 404, 200]);
        assert_eq!(all.map(|id| status(None, id)), [404, 404, 404, 200]);
        let page = looks_in(town, &friend, &format!("/p/{partners}"), Form::Rfc9421).is(200);
        assert_eq!(page.header("cache-control"), "private, no-store");
        assert!(!page.body.contains("#Public"), "{}", page.body);
        let outbox = looks_as(town, &friend, "/g/evenings/outbox").json();
        assert_eq!(outbox["orderedItems"].as_array().unwrap().len(), 2);
        for hidden in ["for group", "for community"] {
            looks_as(town, &friend, "/g/evenings/outbox").hides(hidden);
        }
        looks(town, "/g/evenings/outbox").hides("for partners");
        // A page that was kept for visitors is not what a partner gets, nor the other way round.
        looks_as(town, &friend, "/g/evenings/outbox").shows("for partners");
    }

    fn whoever_is_not_let_in_is_not_even_asked(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Everyone, &[&ada]);
        let [.., open] = four_circles(town, &ada);
        let (stranger, blocked) = (Peer::new(11), Peer::new(12));
        opens_links(town, Links::Partners);
        let domain = blocked.domain();
        town.arranges(move |tx| tx.batch(&format!("INSERT INTO peer (domain, stance) VALUES ('{domain}', 'block')")));
        looks_as(town, &stranger, &format!("/p/{open}")).is(404);
        opens_links(town, Links::Open);
        looks_as(town, &blocked, &format!("/p/{open}")).is(404);
        assert!(stranger.heard().is_empty() && blocked.heard().is_empty());
        looks_as(town, &stranger, &format!("/p/{open}")).is(200);
        assert_eq!(stranger.heard().len(), 1, "its key, once");
        looks_as(town, &stranger, &format!("/p/{open}")).is(200);
        assert!(stranger.heard().is_empty(), "it is known now");
    }

    fn a_key_that_changed_is_asked_for_once(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Everyone, &[&ada]);
        let [.., open] = four_circles(town, &ada);
        let (peer, path) = (Peer::new(11), format!("/p/{open}"));
        opens_links(town, Links::Open);
        looks_as(town, &peer, &path).is(200);
        peer.turns_key(12);
        looks_as(town, &peer, &path).is(200);
        peer.turns_key(13);
        looks_as(town, &peer, &path).is(401);
        assert_eq!(peer.heard().len(), 2, "not again within the hour");
        town.waits_s(3_601);
        looks_as(town, &peer, &path).is(200);
        // Old dates and signatures of others are from nobody, and tell nothing of what is there.
        let at = town.app.clock().now().plus_s(-7_200);
        for path in [path, "/p/00000000000000".to_owned()] {
            let mut headers = peer.signs("/", ("GET", &format!("{ORIGIN}{path}")), None, (Form::Draft, at));
            headers.push(("accept".to_owned(), ACTIVITY.to_owned()));
            let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            town.stranger().sends("GET", &path, &headers, None).is(401);
        }
    }

    fn the_changed_key_of_a_partner_closes_the_door(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Everyone, &[&ada]);
        let [.., open] = four_circles(town, &ada);
        let (peer, path) = (Peer::new(11), format!("/p/{open}"));
        befriends(town, &peer);
        opens_links(town, Links::Partners);
        looks_as(town, &peer, &path).is(200);
        peer.turns_key(12);
        looks_as(town, &peer, &path).is(404);
        looks_as(town, &peer, &path).is(404);
    }

    fn how_many_follow_a_group_is_told_where_it_chose_so_in_round_numbers_and_never_who(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Everyone, &[&ada]);
        lists(town, "evenings", Reach::Everyone);
        opens_links(town, Links::Open);
        let follow = |numbers: std::ops::Range<i64>| town.arranges(move |tx| {
            numbers.clone().try_for_each(|number| tx.batch(&format!(
                "INSERT INTO follower (group_id, actor, domain, inbox, shared, follow, since_on)
                 SELECT id, 'https://far.example/u/{number}', 'far.example', 'https://far.example/inbox', '', 'f{number}', 20700 FROM \"group\""
            )))
        });
        let told = || looks(town, "/g/evenings/followers").is(200);
        follow(0..27);
        assert!(told().json().get("totalItems").is_none(), "nobody chose so");
        let page = ada.visits("/g/evenings/edit").is(200).shows("Tell nobody");
        ada.fills(&page, "/g/evenings/edit", &[("purpose", "For quiet evenings."), ("followers", "told")]).is(303);
        assert_eq!(told().json()["totalItems"], 20, "a round number");
        assert_eq!(looks_as(town, &Peer::new(11), "/g/evenings/followers").json()["totalItems"], 20);
        assert!(!told().body.contains("far.example") && !told().body.contains("tems\":["), "{}", told().body);
        let shape = ada.visits("/api/v1/groups/evenings").is(200).json();
        assert_eq!(shape["followers"], "told");

        town.arranges(|tx| tx.batch("DELETE FROM follower WHERE actor > 'https://far.example/u/2'"));
        assert!(told().json().get("totalItems").is_none(), "of a few, nothing is told");
        follow(100..130);
        assert!(told().json()["totalItems"].as_i64() >= Some(30));
        let page = ada.visits("/g/evenings/edit").is(200);
        ada.fills(&page, "/g/evenings/edit", &[("followers", "untold")]).is(303);
        assert!(told().json().get("totalItems").is_none());
        opens_links(town, Links::Closed);
        looks(town, "/g/evenings/followers").is(404);
    }

    fn only_whoever_was_given_words_learns_that_they_are_gone(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Everyone, &[&ada]);
        let [.., open] = four_circles(town, &ada);
        let (holder, other) = (Peer::new(11), Peer::new(12));
        opens_links(town, Links::Open);
        let (domain, id) = (holder.domain(), format!("{ORIGIN}/p/{open}"));
        let held = id.clone();
        town.arranges(move |tx| {
            tx.batch(&format!("INSERT INTO holding (domain, object, key_id) VALUES ('{domain}', '{held}', 'k')"))
        });
        let taken = open.clone();
        town.arranges(move |tx| {
            tx.batch(&format!("UPDATE thread SET taken_back_at = 0, title = '', body = '' WHERE public_id = '{taken}'"))
        });
        let path = format!("/p/{open}");
        let left = looks_as(town, &holder, &path).is(410).json();
        assert_eq!((&left["type"], &left["id"]), (&json!("Tombstone"), &json!(id)));
        let nothing = looks(town, "/p/00000000000000").is(404).body;
        assert_eq!(looks_as(town, &other, &path).is(404).body, nothing);
        assert_eq!(looks(town, &path).is(404).body, nothing);
    }

    fn a_partner_for_whom_groups_were_chosen_sees_those(town) {
        let ada = town.person("Quiet Ada");
        let evenings = town.group("evenings", Reach::Everyone, &[&ada]);
        town.group("mornings", Reach::Everyone, &[&ada]);
        let [.., open] = four_circles(town, &ada);
        let peer = Peer::new(11);
        befriends(town, &peer);
        opens_links(town, Links::Partners);
        town.arranges(move |tx| tx.batch("UPDATE peer SET has_all = FALSE"));
        looks_as(town, &peer, &format!("/p/{open}")).is(404);
        looks_as(town, &peer, "/g/evenings").is(404);
        town.arranges(move |tx| {
            tx.batch(&format!("INSERT INTO peer_group (domain, group_id) SELECT domain, {} FROM peer", evenings.0))
        });
        looks_as(town, &peer, &format!("/p/{open}")).is(200);
        looks_as(town, &peer, "/g/evenings").is(200);
    }
}
