//! Letters of whoever means no good, by published weakness: each is answered as it should be, and nothing of it stands.

use hearthside::federation::signature::Form;
use serde_json::{Value, json};

use super::coming::{Scene, opens};
use crate::harness::Town;
use crate::harness::peer::{Peer, Says};

/// What stands in a town: threads, replies, kind words, followers, people, words by address.
fn stands(town: &Town) -> Vec<i64> {
    vec![
        town.count("SELECT count(*) AS n FROM thread"),
        town.count("SELECT count(*) AS n FROM reply"),
        town.count("SELECT count(*) AS n FROM reaction"),
        town.count("SELECT count(*) AS n FROM follower"),
        town.count("SELECT count(*) AS n FROM face WHERE kind = 'remote'"),
        town.count("SELECT count(*) AS n FROM far_post WHERE thread_id <> 0"),
        town.count("SELECT count(*) AS n FROM thread WHERE taken_back_at IS NOT NULL OR locked_at IS NOT NULL OR pinned_at IS NOT NULL"),
        town.count("SELECT count(*) AS n FROM thread WHERE is_edited"),
    ]
}

/// A letter and the answer it gets; what was let in at the door is let go of with this reason.
struct Case {
    what: &'static str,
    activity: Value,
    answer: u16,
    reason: &'static str,
}

fn case(what: &'static str, activity: Value, answer: u16, reason: &'static str) -> Case {
    Case { what, activity, answer, reason }
}

/// Well signed, and not theirs to say.
#[expect(clippy::too_many_lines, reason = "a table, a letter a line")]
fn signed(town: &Town, scene: &Scene, victim: &Peer, ours: &str) -> Vec<Case> {
    let page = |path: &str| scene.page(town, path);
    let with = |mut value: Value, pointer: &str, new: Value| {
        *value.pointer_mut(pointer).expect(pointer) = new;
        value
    };
    let create = |object: Value| scene.activity("Create", object);
    let robin = scene.peer.at("/u/robin");
    let owls = victim.at("/g/owls");
    let addressed_to = |group: &str| {
        let page = with(page("/p/x"), "/to", json!([group]));
        create(with(page, "/audience", json!(group)))
    };
    let reply = |path: &str, answers: String| {
        let mut note = with(page(path), "/type", json!("Note"));
        note["inReplyTo"] = json!(answers);
        create(note)
    };
    let undo = |kind: &str, actor: &str, object: &str| {
        scene.activity(
            "Undo",
            json!({ "id": scene.peer.at("/a/0"), "type": kind, "actor": actor, "object": object }),
        )
    };
    vec![
        case("another's letter", with(create(page("/p/x")), "/actor", json!(victim.at("/u/wren"))), 403, ""),
        case("a neighbour's letter", with(create(page("/p/x")), "/actor", json!(robin)), 403, ""),
        case("an address elsewhere", with(create(page("/p/x")), "/id", json!(victim.at("/a/1"))), 403, ""),
        case("an address of ours", with(create(page("/p/x")), "/id", json!(format!("{ours}/a/1"))), 403, ""),
        case(
            "words at an address of ours",
            create(with(page("/p/x"), "/id", json!(format!("{ours}/p/abc")))),
            403,
            "",
        ),
        case(
            "words at another's address",
            create(with(page("/p/x"), "/id", json!(victim.at("/p/1")))),
            403,
            "",
        ),
        case("a neighbour's words", create(with(page("/p/x"), "/attributedTo", json!(robin))), 403, ""),
        case("a number for an author", create(with(page("/p/x"), "/attributedTo", json!(7))), 403, ""),
        case(
            "another author first",
            create(with(page("/p/x"), "/attributedTo", json!([robin, scene.wren()]))),
            403,
            "",
        ),
        case(
            "a change of a neighbour's",
            scene.activity("Update", with(page("/p/x"), "/attributedTo", json!(robin))),
            403,
            "",
        ),
        case("two types", with(create(page("/p/x")), "/type", json!(["Create", "Delete"])), 403, ""),
        case(
            "said next year",
            create({
                let mut page = page("/p/x");
                page["published"] = json!("2027-11-21T00:00:00Z");
                page
            }),
            403,
            "",
        ),
        case(
            "a thousand names",
            create({
                let mut page = page("/p/x");
                page["tag"] = json!(vec![json!({ "type": "Mention", "href": robin }); 1_000]);
                page
            }),
            403,
            "",
        ),
        case("a neighbour's follow undone", undo("Follow", &robin, &scene.group_id(town)), 403, ""),
        case(
            "a follow of nothing undone",
            undo("Follow", &scene.wren(), &format!("{ours}/g/none")),
            202,
            "absent",
        ),
        case(
            "words of ours taken back",
            scene.activity("Delete", json!(format!("{ours}/p/{}", thread_of(town)))),
            202,
            "not-theirs",
        ),
        case(
            "another's words taken back",
            scene.activity("Delete", json!(victim.at("/p/1"))),
            202,
            "not-theirs",
        ),
        case("another taken away", scene.activity("Delete", json!(victim.at("/u/wren"))), 202, "not-theirs"),
        case(
            "a yes to nothing",
            scene.activity("Accept", json!(format!("{ours}/reader#follow-9"))),
            202,
            "no-request",
        ),
        case(
            "a no to nothing",
            scene.activity("Reject", json!({ "id": format!("{ours}/reader#follow-9"), "type": "Follow" })),
            202,
            "no-request",
        ),
        case(
            "passed on by a stranger",
            scene.activity("Announce", create(page("/p/x"))),
            202,
            "not-followed",
        ),
        case(
            "passed on by a stranger, by address",
            scene.activity("Announce", json!(victim.at("/p/1"))),
            202,
            "not-followed",
        ),
        case(
            "a lock of ours",
            scene.activity("Lock", json!(format!("{ours}/p/{}", thread_of(town)))),
            202,
            "not-through-group",
        ),
        case(
            "a keeper of ours",
            {
                let mut add = scene.activity("Add", json!(scene.wren()));
                add["target"] = json!(format!("{}/moderators", scene.group_id(town)));
                add
            },
            202,
            "not-through-group",
        ),
        case("somebody shut out of ours", scene.activity("Block", json!(robin)), 202, "not-through-group"),
        case(
            "a group that is not there",
            scene.activity("Follow", json!(format!("{ours}/g/none"))),
            202,
            "absent",
        ),
        case(
            "a group nobody may know of",
            scene.activity("Follow", json!(format!("{ours}/g/hidden"))),
            202,
            "absent",
        ),
        case(
            "a path for a group",
            scene.activity("Follow", json!(format!("{ours}/g/../g/evenings"))),
            202,
            "absent",
        ),
        case("words for a hidden group", addressed_to(&format!("{ours}/g/hidden")), 202, "no-group"),
        case("words for a group elsewhere", addressed_to(&owls), 202, "no-group"),
        case(
            "an answer to what we may not see",
            reply("/p/x", format!("{ours}/p/zzzzzzzzzzzzzz")),
            202,
            "parent",
        ),
        case("an answer to itself", reply("/p/loop", scene.peer.at("/p/loop")), 202, "loop"),
        case(
            "a word that is not kind",
            {
                let mut like = scene.activity("EmojiReact", json!(format!("{ours}/p/{}", thread_of(town))));
                like["content"] = json!("🖕");
                like
            },
            202,
            "no-kind-word",
        ),
        case(
            "no vote",
            scene.activity("Dislike", json!(format!("{ours}/p/{}", thread_of(town)))),
            202,
            "dislike",
        ),
        case("a film", create(with(page("/p/x"), "/type", json!("Video"))), 202, "unknown-kind"),
        case("a verb nobody knows", scene.activity("Arrive", json!(scene.wren())), 202, "unknown-verb"),
        case(
            "a link elsewhere to be fetched",
            scene.activity("Create", json!("http://127.0.0.1:9/p/1")),
            202,
            "",
        ),
    ]
}

fn thread_of(town: &Town) -> String {
    town.lines("SELECT public_id AS line FROM thread ORDER BY id").swap_remove(0)
}

on_both! {
    fn what_is_not_theirs_to_say_is_not_said(town) {
        let scene = Scene::at(town);
        let victim = Peer::new(12);
        town.group("hidden", hearthside::policy::Reach::Community, &[&scene.ada]);
        crate::forum::said::opens(town, &scene.ada, "evenings", "Awake again.");
        let ours = town.app.federation().own.origin.clone();
        let before = stands(town);
        for Case { what, activity, answer, reason } in signed(town, &scene, &victim, &ours) {
            let kept = town.count("SELECT count(*) AS n FROM parcel");
            assert_eq!(scene.sends(town, &activity), answer, "{what}");
            let comes = town.count("SELECT count(*) AS n FROM parcel") - kept;
            assert_eq!(comes, i64::from(answer == 202), "{what}: kept");
            opens(town);
            if answer == 202 && !reason.is_empty() {
                let fate = town.lines("SELECT reason AS line FROM parcel ORDER BY id DESC LIMIT 1").swap_remove(0);
                assert_eq!(fate, reason, "{what}");
            }
            assert_eq!(stands(town), before, "{what}");
        }
        assert_eq!(victim.heard().len(), 0, "nobody was asked on their behalf");
    }

    fn what_is_not_signed_as_it_must_be_is_from_nobody(town) {
        let scene = Scene::at(town);
        let body = scene.activity("Create", scene.page(town, "/p/1")).to_string();
        let body = body.as_bytes();
        let right = scene.headers(town, "/u/wren", body);
        let inbox = format!("{}/inbox", town.app.federation().own.origin);
        let now = town.app.clock().now();
        let at = |s: i64| scene.peer.signs("/u/wren", ("POST", &inbox), Some(body), (Form::Draft, now.plus_s(s)));
        let without = |name: &str| right.iter().filter(|(own, _)| own != name).cloned().collect::<Vec<_>>();
        let twice = |name: &str| {
            let mut twice = right.clone();
            twice.extend(right.iter().filter(|(own, _)| own == name).cloned());
            twice
        };
        let elsewhere = scene.peer.signs("/u/wren", ("POST", "http://127.0.0.1:1/inbox"), Some(body), (Form::Draft, now));
        let other_path = scene.peer.signs("/u/wren", ("POST", &format!("{inbox}/x")), Some(body), (Form::Draft, now));
        let unbodied = scene.peer.signs("/u/wren", ("POST", &inbox), None, (Form::Draft, now));
        let nobody = scene.headers(town, "/u/nobody", body);
        let cases = [
            ("no signature", vec![]), ("no digest", without("digest")), ("no date", without("date")),
            ("two signatures", twice("signature")), ("two digests", twice("digest")), ("for another host", elsewhere),
            ("for another path", other_path), ("a digest that is not signed", unbodied), ("from tomorrow", at(86_400)),
            ("from yesterday", at(-86_400)), ("whose key is nowhere", nobody),
        ];
        for (what, headers) in cases {
            assert_eq!(scene.posts(town, body, &headers), 401, "{what}");
        }
        assert_eq!(scene.posts(town, b"{\"type\":\"Create\"}", &right), 401, "another body");
        assert_eq!(town.count("SELECT count(*) AS n FROM parcel"), 0);

        let late = at(-1_800);
        assert_eq!(scene.posts(town, body, &late), 202, "half an hour late");
        assert_eq!(scene.posts(town, body, &late), 401, "and once more");
        assert_eq!(town.count("SELECT count(*) AS n FROM parcel"), 1);
    }

    fn what_is_too_much_is_not_read(town) {
        let scene = Scene::at(town);
        let sends = |body: &[u8]| scene.posts(town, body, &scene.headers(town, "/u/wren", body));
        assert_eq!(sends(&vec![b'a'; 2 << 20]), 413);
        let deep = format!("{}1{}", "{\"a\":".repeat(40), "}".repeat(40));
        assert_eq!(sends(deep.as_bytes()), 400, "deep");
        assert_eq!(sends(b"<html><body>hello</body></html>"), 400, "HTML");
        assert_eq!(sends(b"[]"), 400, "a list");
        let twice = format!(r#"{{"id":"{}","type":"Like","actor":"{}","actor":"{}"}}"#, scene.peer.at("/a/1"), scene.wren(), scene.wren());
        assert_eq!(sends(twice.as_bytes()), 400, "a key that stands twice");
        assert_eq!(sends(b"{\"type\":\"Cr\xffeate\"}"), 400, "bytes that are no text");
        assert_eq!(town.count("SELECT count(*) AS n FROM parcel"), 0);
    }

    fn whoever_is_unknown_and_goes_costs_nothing_and_whoever_is_kept_out_finds_nothing(town) {
        let scene = Scene::at(town);
        scene.peer.heard();
        assert_eq!(scene.sends(town, &scene.activity("Delete", json!(scene.wren()))), 202);
        assert_eq!((scene.peer.heard().len(), town.count("SELECT count(*) AS n FROM parcel")), (0, 0));
        let domain = scene.peer.domain();
        town.arranges(move |tx| tx.batch(&format!("INSERT INTO peer (domain, stance) VALUES ('{domain}', 'block')")));
        assert_eq!(scene.sends(town, &scene.activity("Create", scene.page(town, "/p/1"))), 404);
        town.arranges(|tx| tx.batch("UPDATE community SET links = 'closed'"));
        assert_eq!(scene.sends(town, &scene.activity("Create", scene.page(town, "/p/1"))), 404);
        assert_eq!((scene.peer.heard().len(), town.count("SELECT count(*) AS n FROM parcel")), (0, 0), "nobody was asked");
    }

    fn names_that_look_alike_are_told_apart_and_markup_does_not_run(town) {
        let scene = Scene::at(town);
        for (path, number) in [("/u/Wren", 1), ("/u/Wr%D0%B5n", 2)] {
            scene.peer.says(path, Says::json(&scene.peer.actor(path, "Person")));
            let mut page = scene.page(town, &format!("/p/{number}"));
            page["attributedTo"] = json!(scene.peer.at(path));
            page["name"] = json!("<img src=x onerror=alert(1)> & \u{202e}evil");
            page["content"] = json!("<p onclick=alert(1)>Hello<script>alert(1)</script><img src='http://127.0.0.1:9/seen.png'></p>");
            let mut activity = scene.activity("Create", page);
            activity["actor"] = json!(scene.peer.at(path));
            scene.sends_as(town, path, &activity);
        }
        opens(town);
        let names = town.lines("SELECT name_key AS line FROM face WHERE kind = 'remote' ORDER BY name_key");
        assert_eq!(i64::try_from(names.len()).unwrap(), town.count("SELECT count(DISTINCT name_key) AS n FROM face WHERE kind = 'remote'"));
        for id in town.lines("SELECT public_id AS line FROM thread") {
            let page = scene.ada.visits(&format!("/p/{id}")).is(200).shows("Hello");
            for sign in ["<script>alert", "<img src=x", "seen.png", "onclick"] {
                assert!(!page.body.contains(sign), "{sign}");
            }
        }
    }
}
