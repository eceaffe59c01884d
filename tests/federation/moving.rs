//! A group goes to another community: its page says so, and nobody goes along who did not choose to.

use hearthside::federation::far;
use hearthside::forum::members;
use hearthside::policy::Reach;
use serde_json::json;

use super::coming::{Scene, opens};
use super::leaving::{follows, leaves, shapes};
use crate::forum::said::viewer;
use crate::harness::Town;
use crate::harness::peer::{Peer, Says};

/// A group of a community elsewhere, as it stands here; its name here.
fn stands(town: &Town, peer: &Peer) -> String {
    let actor = peer.at("/g/owls");
    let about = far::About {
        actor: actor.clone(),
        domain: peer.domain(),
        handle: "owls".to_owned(),
        title: "Owls".to_owned(),
        purpose: "For those who lie awake.".to_owned(),
        language: "en".to_owned(),
        reach: Reach::Everyone,
        inbox: format!("{actor}/inbox"),
        shared: String::new(),
        outbox: String::new(),
        moderators: Vec::new(),
    };
    town.arranges(move |tx| far::mirror(tx, &about)).name
}

fn shows_itself(peer: &Peer, was: Option<&str>) {
    let mut group = peer.actor("/g/owls", "Group");
    group["preferredUsername"] = json!("owls");
    group["name"] = json!("Owls");
    if let Some(was) = was {
        group["alsoKnownAs"] = json!([was]);
    }
    peer.says("/g/owls", Says::json(&group));
}

on_both! {
    fn a_group_elsewhere_that_has_gone_says_so_and_nobody_is_taken_along(town) {
        let (scene, other, maya) = (Scene::at(town), Peer::new(12), town.person("Maya Lake"));
        shows_itself(&scene.peer, None);
        shows_itself(&other, None);
        let (name, by) = (stands(town, &scene.peer), viewer(&maya, false));
        town.arranges({
            let name = name.clone();
            move |tx| members::join(tx, &by, &name).map(drop)
        });
        town.arranges(|tx| tx.batch("UPDATE far_group SET state = 'in'"));
        let was = scene.peer.at("/g/owls");
        let mut gone = scene.activity("Move", json!(was));
        gone["actor"] = json!(was);
        gone["target"] = json!(other.at("/g/owls"));
        let about = format!("/g/{name}/about");

        assert_eq!(scene.sends_as(town, "/g/owls", &gone), 202);
        opens(town);
        maya.visits(&about).is(200).hides("has gone to");
        assert_eq!(town.count("SELECT count(*) AS n FROM parcel WHERE reason = 'not-theirs'"), 1, "the other knows nothing of it");

        shows_itself(&other, Some(&was));
        gone["id"] = json!(scene.peer.at("/a/again"));
        scene.sends_as(town, "/g/owls", &gone);
        let mut strange = scene.activity("Move", json!(was));
        strange["target"] = json!(other.at("/g/owls"));
        scene.sends(town, &strange);
        opens(town);
        let page = maya.visits(&about).is(200).shows("This group says that it has gone to Owls").shows("You are not taken along.");
        assert_eq!(town.count("SELECT count(*) AS n FROM parcel WHERE reason = 'not-theirs'"), 2, "nobody says it for a group");
        let there = page.attribute("#moved a.btn", "href").unwrap();
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'in' AND role = 'member'"), 1);
        assert_eq!(town.lines("SELECT state AS line FROM far_group ORDER BY state"), ["in", "wanted"]);

        let page = maya.visits(&there).is(200);
        maya.fills(&page, &there.replace("/about", "/join"), &[]).is(303);
        town.settles();
        assert_eq!(town.lines("SELECT state AS line FROM far_group ORDER BY state"), ["asked", "in"]);
    }

    fn who_looks_after_a_group_of_ours_says_where_it_has_gone(town) {
        let (scene, other) = (Scene::at(town), Peer::new(12));
        let group = hearthside::kernel::GroupId(town.count("SELECT id AS n FROM \"group\" WHERE name = 'evenings'"));
        follows(town, &scene.peer, group);
        let name = stands(town, &other);
        let page = scene.ada.visits("/g/evenings/edit").is(200).shows("This group has gone elsewhere");
        scene.ada.fills(&page, "/g/evenings/moved", &[("to", "nobody@nowhere.example")]).is(422).shows("is known here by this address");
        scene.ada.fills(&page, "/g/evenings/moved", &[("to", &format!("@{name}"))]).is(303);
        scene.ada.visits("/g/evenings/about").is(200).shows("This group says that it has gone to Owls");
        // Where they may not know of it, it is not named.
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET listed = 'community' WHERE title LIKE 'Owls%'"));
        town.stranger().visits("/g/evenings/about").is(200).hides("Owls");
        let seen = town.stranger().sends("GET", "/g/evenings", &[("accept", crate::harness::peer::ACTIVITY)], None).is(200).json();
        assert_eq!(seen["movedTo"], other.at("/g/owls"));
        let told = leaves(town, &scene.peer);
        assert_eq!(shapes(&told), ["Update Group", "Move"]);
        assert_eq!((&told[1]["actor"], &told[1]["object"], &told[1]["target"]), (&json!(scene.group_id(town)), &json!(scene.group_id(town)), &json!(other.at("/g/owls"))));

        // What changes after that is told, and that it has gone is not told again.
        let page = scene.ada.visits("/g/evenings/edit").is(200);
        scene.ada.fills(&page, "/g/evenings/edit", &[("purpose", "For those who sit up late.")]).is(303);
        let told = leaves(town, &scene.peer);
        assert_eq!(shapes(&told), ["Update Group"]);
        assert_eq!(told[0]["object"]["movedTo"], other.at("/g/owls"), "who follows later finds it");

        let page = scene.ada.visits("/g/evenings/edit").is(200);
        scene.ada.fills(&page, "/g/evenings/moved", &[("to", "")]).is(303);
        assert_eq!(shapes(&leaves(town, &scene.peer)), ["Update Group"]);
        scene.ada.visits("/g/evenings/about").is(200).hides("has gone to");
    }
}
