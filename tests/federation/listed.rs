//! The groups a partner lists for this community: what stands in the list, for whom, and where it leads.

use std::time::Duration;

use hearthside::policy::Reach;
use serde_json::{Value, json};

use super::coming::Scene;
use super::door::{befriends, looks, looks_as, opens_links};
use super::own_of;
use super::travelling::night_owls;
use super::two::Towns;
use crate::harness::Town;
use crate::harness::peer::{Peer, Says};
use hearthside::federation::peers::Links;

/// The addresses in a list.
fn named(list: &Value) -> Vec<String> {
    list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group["preferredUsername"].as_str().unwrap().to_owned())
        .collect()
}

/// A partner that lists something.
fn lists(town: &Town, scene: &Scene, says: Says) -> String {
    let domain = scene.peer.domain();
    befriends(town, &scene.peer);
    let mut community = scene.peer.actor("/", "Application");
    community["streams"] = json!([scene.peer.at("/groups")]);
    scene.peer.says("/", Says::json(&community));
    scene.peer.says("/groups", says);
    format!("/groups/elsewhere/{domain}")
}

on_both! {
    fn each_reads_the_groups_it_may_follow_and_no_other(town) {
        let ada = town.person("Quiet Ada");
        for (name, ceiling) in [("square", Reach::Everyone), ("porch", Reach::Partners), ("cellar", Reach::Community), ("attic", Reach::Partners)] {
            town.group(name, ceiling, &[&ada]);
        }
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET listed = 'everyone'; UPDATE \"group\" SET listed = 'group' WHERE name = 'attic'"));
        looks(town, "/groups").is(404);
        opens_links(town, Links::Open);
        let (friend, other) = (Peer::new(11), Peer::new(12));
        befriends(town, &friend);
        assert_eq!(named(&looks(town, "/groups").is(200).json()), ["square"]);
        assert_eq!(named(&looks_as(town, &other, "/groups").is(200).json()), ["square"]);
        let list = looks_as(town, &friend, "/groups").is(200).json();
        assert_eq!(named(&list), ["porch", "square"]);
        assert_eq!((&list["type"], &list["items"][0]["type"]), (&json!("Collection"), &json!("Group")));
        assert_eq!(looks(town, "/").is(200).json()["streams"], json!([list["id"]]));
        town.arranges(|tx| tx.batch("UPDATE peer SET has_all = FALSE"));
        assert_eq!(named(&looks_as(town, &friend, "/groups").is(200).json()), [""; 0], "the host chose none");
        // People see a page there.
        ada.visits("/groups").is(200).shows("square");
    }

    fn a_list_names_groups_of_its_own_community_and_is_read_within_bounds(town) {
        let scene = Scene::at(town);
        let of = |id: String, more: Value| {
            let mut group = json!({ "id": id, "type": "Group", "preferredUsername": "owls", "name": "Night owls", "summary": "<p>For <img src='https://calm.example/a.png'>nights.</p>" });
            group.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            group
        };
        let ours = own_of(town).origin;
        let items = json!([
            of(scene.peer.at("/g/owls"), json!({})), of("https://victim.example/g/x".to_owned(), json!({ "name": "Elsewhere" })),
            of(format!("{ours}/g/evenings"), json!({ "name": "Ours" })), of(scene.peer.at("/u/wren"), json!({ "type": "Person", "name": "Somebody" })),
            7, "a text", of(scene.peer.at("/g/odd"), json!({ "name": "<script>alert(1)</script>", "summary": 7 })),
        ]);
        let place = lists(town, &scene, Says::json(&json!({ "id": scene.peer.at("/groups"), "type": "Collection", "items": items, "next": scene.peer.at("/groups") })));
        let page = scene.ada.visits(&place).is(200).shows("Night owls").shows("For nights.");
        for sign in ["Elsewhere", "Ours", "Somebody", "calm.example/a.png"] {
            assert!(!page.text("main").contains(sign), "{sign}");
        }
        assert!(!page.body.contains("<script>alert"), "a name is words");
        assert_eq!(page.count("main form"), 2);
        assert_eq!(scene.peer.heard().len(), 2, "the community and its list");
        scene.ada.visits("/groups/elsewhere").is(200).shows(&format!("Groups of {}", scene.peer.domain()));

        for (says, sentence) in [
            (Says::endless(&b" ".repeat(65_536), Duration::ZERO), "It lists no groups for us."),
            (Says::typed("text/html", &json!("")), "It lists no groups for us."),
            (Says::bare(503, "x-a", "b"), "That community does not answer now."),
        ] {
            town.app.clock().advance_s(61);
            scene.peer.says("/groups", says);
            scene.ada.visits(&place).is(200).shows(sentence);
        }
        scene.peer.says("/groups", Says::json(&json!({ "id": scene.peer.at("/groups"), "type": "Collection", "items": [] })));
        scene.ada.visits(&place).is(200).shows("It lists no groups for us.");
        assert_eq!(town.count("SELECT count(*) AS n FROM far_group"), 0, "looking makes nothing");
    }

    fn nobody_makes_this_community_ask_where_it_knows_nobody(town) {
        let scene = Scene::at(town);
        let stranger = Peer::new(12);
        for domain in [stranger.domain(), "nobody.example".to_owned(), "127.0.0.1".to_owned(), "a%00b".to_owned()] {
            scene.ada.visits(&format!("/groups/elsewhere/{domain}")).is(404);
        }
        assert!(stranger.heard().is_empty());
        let place = lists(town, &scene, Says::bare(404, "x-a", "b"));
        town.stranger().visits(&place).is(303);
        town.arranges(|tx| tx.batch("UPDATE peer SET stance = 'block'"));
        scene.ada.visits(&place).is(404);
        opens_links(town, Links::Closed);
        scene.ada.visits(&place).is(404);
        scene.ada.visits("/groups/elsewhere").is(200).hides("Groups of 127.0.0.1");
        assert!(scene.peer.heard().is_empty(), "nobody was asked");
    }
}

/// A member looks through the list of a partner, and joins.
fn journey(towns: &Towns) {
    towns.befriend(0, 1);
    let (here, there) = (&towns.all[0], &towns.all[1]);
    let (maya, ada) = (here.person("Maya Lake"), there.person("Quiet Ada"));
    night_owls(there, &[&ada]);
    there.group("cellar", Reach::Community, &[&ada]);
    let place = format!("/groups/elsewhere/{}", own_of(there).host);
    let page = maya.visits(&place).is(200).hides("cellar");
    let found = maya.fills(&page, "/groups/elsewhere", &[]).is(303);
    let about = maya.visits(&found.location).is(200).shows("night-owls");
    let join = found.location.replace("/about", "/join");
    maya.fills(&about, &join, &[]).is(303);
    towns.settle();
    assert_eq!(here.lines("SELECT state AS line FROM far_group"), ["in"]);
}

#[test]
fn a_group_in_the_list_of_a_partner_is_joined_on_sqlite() {
    journey(&Towns::on_sqlite(2));
}

#[test]
fn a_group_in_the_list_of_a_partner_is_joined_on_postgres() {
    if let Some(towns) = Towns::on_postgres(2) {
        journey(&towns);
    }
}
