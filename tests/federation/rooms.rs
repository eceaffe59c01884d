//! A thread that is moved to another room of its community: whoever does not follow that one loses it, and whoever does has
//! it there.

use hearthside::federation::far;
use hearthside::federation::signature::Form;
use hearthside::kernel::{GroupId, PublicId};
use hearthside::policy::{Reach, Role};
use hearthside::safety::actions::Sentence;
use hearthside::safety::moves;
use serde_json::json;

use super::coming::{Scene, opens as comes};
use super::leaving::{befriends, follows, leaves, shapes};
use super::own_of;
use super::two::{Towns, joins, mirrored, replies_saying, thread_saying};
use crate::forum::said::{answers, opens, viewer};
use crate::harness::peer::{Peer, Says};
use crate::harness::{Person, Town};

/// A group of ours that travels to partners, which these look after.
fn room(town: &Town, name: &str, people: &[&Person]) -> GroupId {
    let group = town.group(name, Reach::Partners, people);
    let keeps = Role::Steward;
    town.arranges(move |tx| {
        tx.batch(&format!(
            "UPDATE \"group\" SET reach = 'partners', listed = 'everyone' WHERE id = {group};
             UPDATE membership SET role = '{keeps}' WHERE group_id = {group};"
        ))
    });
    group
}

/// Everybody, as others write it.
const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

/// A group of a community elsewhere, as it stands here; its name here.
fn stands(town: &Town, peer: &Peer, handle: &str) -> String {
    let path = format!("/g/{handle}");
    let mut document = peer.actor(&path, "Group");
    document["preferredUsername"] = json!(handle);
    peer.says(&path, Says::json(&document));
    let actor = peer.at(&path);
    let about = far::About {
        actor: actor.clone(),
        domain: peer.domain(),
        handle: handle.to_owned(),
        title: handle.to_owned(),
        purpose: String::new(),
        language: "en".to_owned(),
        reach: Reach::Everyone,
        inbox: format!("{actor}/inbox"),
        shared: String::new(),
        outbox: String::new(),
        moderators: Vec::new(),
    };
    town.arranges(move |tx| far::mirror(tx, &about)).name
}

fn moves_to(town: &Town, keeper: &Person, thread: &str, to: &'static str) {
    let (by, id) = (viewer(keeper, false), PublicId::parse(thread).unwrap());
    town.arranges(move |tx| {
        moves::carry(tx, (&by, &[]), (&id, to), &Sentence::parse("It fits better there.").unwrap())
    });
}

on_both! {
    fn followers_of_the_old_room_alone_are_asked_to_let_go_of_all_of_it(town) {
        let (peer, ada) = (Peer::new(5), town.person("Quiet Ada"));
        befriends(town, &peer);
        let owls = room(town, "owls", &[&ada]);
        room(town, "larks", &[&ada]);
        follows(town, &peer, owls);
        let thread = opens(town, &ada, "owls", "Early birds?");
        answers(town, &ada, &thread, "Me.");
        assert_eq!(leaves(town, &peer).len(), 2);

        moves_to(town, &ada, &thread, "larks");
        let told = leaves(town, &peer);
        let deletes: Vec<_> = told.iter().filter(|letter| letter["type"] == "Announce").collect();
        assert_eq!(deletes.len(), 2, "{:?}", shapes(&told));
        for letter in deletes {
            assert!(letter["actor"].as_str().unwrap().ends_with("/g/owls"), "the room it was in: {letter}");
            assert_eq!(letter["object"]["type"], "Delete");
        }
        assert!(!told.iter().any(|letter| letter.to_string().contains("larks")), "nothing of the new one");
        // What is said in it from now on does not go there either, nor does anything once it is back.
        answers(town, &ada, &thread, "And I.");
        assert_eq!(leaves(town, &peer).len(), 0);
    }

    fn what_waited_for_followers_of_the_old_room_does_not_leave(town) {
        let (peer, ada) = (Peer::new(5), town.person("Quiet Ada"));
        befriends(town, &peer);
        let owls = room(town, "owls", &[&ada]);
        room(town, "larks", &[&ada]);
        follows(town, &peer, owls);
        let thread = opens(town, &ada, "owls", "Early birds?");
        town.settles();
        moves_to(town, &ada, &thread, "larks");
        let told = leaves(town, &peer);
        assert!(!told.iter().any(|letter| letter.to_string().contains("Early birds")), "{:?}", shapes(&told));
    }

    fn followers_of_the_new_room_are_told_of_it_by_its_address(town) {
        let (peer, ada) = (Peer::new(5), town.person("Quiet Ada"));
        befriends(town, &peer);
        room(town, "owls", &[&ada]);
        let larks = room(town, "larks", &[&ada]);
        follows(town, &peer, larks);
        let thread = opens(town, &ada, "owls", "Early birds?");
        answers(town, &ada, &thread, "Me.");
        assert_eq!(leaves(town, &peer).len(), 0);
        moves_to(town, &ada, &thread, "larks");
        let told = leaves(town, &peer);
        assert_eq!(shapes(&told), ["Announce", "Announce"]);
        assert_eq!(told[0]["object"], format!("{}/p/{thread}", own_of(town).origin));
        assert!(told[0]["actor"].as_str().unwrap().ends_with("/g/larks"));
    }

    fn a_thread_elsewhere_moves_if_it_says_so_itself_and_between_rooms_of_one_community(town) {
        let (scene, other) = (Scene::at(town), Peer::new(12));
        let [owls, larks] = ["owls", "larks"].map(|name| stands(town, &scene.peer, name));
        let strangers = stands(town, &other, "wrens");
        town.arranges(|tx| tx.batch("UPDATE far_group SET state = 'in'"));
        let page = |group: &str| {
            json!({
                "id": scene.peer.at("/p/1"), "type": "Page", "attributedTo": scene.wren(), "name": "A long night",
                "to": [group, PUBLIC], "audience": group, "content": "<p>Still here.</p>",
            })
        };
        let announces = |peer: &Peer, path: &str| {
            let mut told = scene.activity("Announce", json!(scene.peer.at("/p/1")));
            told["actor"] = json!(peer.at(path));
            let came = town.lines("SELECT reason AS line FROM parcel").len();
            told["id"] = json!(peer.at(&format!("{path}/told-{came}")));
            let body = told.to_string();
            let inbox = format!("{}/inbox", own_of(town).origin);
            let now = town.app.clock().now();
            let headers = peer.signs(path, ("POST", &inbox), Some(body.as_bytes()), (Form::Draft, now));
            assert_eq!(scene.posts(town, body.as_bytes(), &headers), 202);
            comes(town);
        };
        let room = || town.lines("SELECT g.name AS line FROM thread t JOIN \"group\" g ON g.id = t.group_id");
        scene.peer.says("/p/1", Says::json(&page(&scene.peer.at("/g/owls"))));
        announces(&scene.peer, "/g/owls");
        assert_eq!(room(), std::slice::from_ref(&owls));

        announces(&scene.peer, "/g/larks");
        assert_eq!(room(), std::slice::from_ref(&owls), "it says that it is in the other room");
        scene.peer.says("/p/1", Says::json(&page(&other.at("/g/wrens"))));
        announces(&other, "/g/wrens");
        assert_eq!(room(), [owls], "that room is another community's");
        scene.peer.says("/p/1", Says::json(&page(&scene.peer.at("/g/larks"))));
        announces(&scene.peer, "/g/larks");
        assert_eq!(room(), [larks]);
        assert!(!room().contains(&strangers));
    }

    fn what_is_not_for_others_moves_without_a_word(town) {
        let (peer, ada) = (Peer::new(5), town.person("Quiet Ada"));
        befriends(town, &peer);
        let owls = room(town, "owls", &[&ada]);
        let larks = room(town, "larks", &[&ada]);
        follows(town, &peer, owls);
        town.arranges(move |tx| {
            tx.batch(&format!("UPDATE \"group\" SET ceiling = 'community', reach = 'community' WHERE id = {larks}"))
        });
        let thread = opens(town, &ada, "owls", "Early birds?");
        leaves(town, &peer);
        moves_to(town, &ada, &thread, "larks");
        assert!(leaves(town, &peer).iter().all(|letter| letter.to_string().contains("Delete")));
        assert_eq!(town.lines("SELECT reach AS line FROM thread"), ["community"]);
    }
}

/// Here both rooms are followed, at a third the old one alone.
#[test]
fn a_community_that_follows_both_has_it_in_the_new_room_and_one_that_does_not_has_it_no_more() {
    let towns = Towns::on_sqlite(3);
    for (one, other) in [(0, 1), (1, 2)] {
        towns.befriend(one, other);
    }
    let (here, home, third) = (&towns.all[0], &towns.all[1], &towns.all[2]);
    let (maya, ada, wren) = (here.person("Maya Lake"), home.person("Quiet Ada"), third.person("Small Wren"));
    room(home, "owls", &[&ada]);
    room(home, "larks", &[&ada]);
    let both = [mirrored(&towns, (1, "owls"), 0), mirrored(&towns, (1, "larks"), 0)];
    for name in &both {
        joins(&towns, 0, &maya, name);
    }
    let one = mirrored(&towns, (1, "owls"), 2);
    joins(&towns, 2, &wren, &one);

    let thread = opens(home, &ada, "owls", "Early birds?");
    answers(home, &ada, &thread, "Me.");
    towns.settle();
    assert_eq!((replies_saying(here, "Me."), replies_saying(third, "Me.")), (1, 1));
    let copy = thread_saying(here, "Early").unwrap();

    moves_to(home, &ada, &thread, "larks");
    towns.settle();
    let standing = "SELECT count(*) AS n FROM thread WHERE taken_back_at IS NULL AND removed_at IS NULL";
    assert_eq!(
        (third.count(standing), replies_saying(third, "Me.")),
        (0, 0),
        "who follows the old one alone has nothing"
    );
    let groups = here.lines(
        "SELECT g.name AS line FROM thread t JOIN \"group\" g ON g.id = t.group_id WHERE t.taken_back_at IS NULL AND t.removed_at IS NULL",
    );
    assert_eq!(groups, [both[1].clone()]);
    assert_eq!(replies_saying(here, "Me."), 1);
    maya.visits(&format!("/p/{copy}")).is(200).shows("Early birds?").shows("Me.").shows("Moved here from");

    // Nobody moves a thread by saying so: only the room it names itself.
    answers(home, &ada, &thread, "More of it.");
    towns.settle();
    assert_eq!((replies_saying(here, "More of it."), replies_saying(third, "More of it.")), (1, 0));
}
