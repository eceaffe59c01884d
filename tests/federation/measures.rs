//! Reading along, a slower time and a pause hold at our own door: for our members in groups of other communities, and for people
//! of other communities wherever their words come in.

use serde_json::json;

use super::coming::{Owls, Scene, opens as comes_in};
use super::travelling::night_owls;
use super::two::{Towns, joins, mirrored, replies_saying, thread_saying};
use crate::forum::groups::asks;
use crate::forum::said::{answers, opens, viewer};
use crate::harness::{Person, Town};
use crate::safety::crisis::press;
use crate::safety::decisions::takes_back;
use crate::safety::{decides, is_no, tells, the_case};
use hearthside::forum::members;

const MUTE: [(&str, &str); 3] =
    [("verb", "mute"), ("days", "3"), ("words", "Please only read along for a while.")];
const SLOW: [(&str, &str); 3] = [("verb", "slow"), ("days", "9"), ("words", "Take your time, please.")];

/// What became of what came last.
fn fate(town: &Town) -> String {
    town.lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id DESC LIMIT 1").pop().unwrap()
}

/// The group elsewhere, as it is called here.
fn name_of(town: &Town) -> String {
    town.lines("SELECT name AS line FROM \"group\" WHERE id IN (SELECT group_id FROM far_group)")
        .pop()
        .unwrap()
}

/// Somebody is in the group elsewhere.
fn is_in(town: &Town, person: &Person, name: &str) {
    let (by, name) = (viewer(person, false), name.to_owned());
    town.arranges(move |tx| members::join(tx, &by, &name).map(drop));
    town.settles();
}

/// Tom and Maya are in the group elsewhere, he says something there, and she tells of it: the host, he and she, the name of the group
/// and the thread.
fn told_of(town: &Town) -> (Person, Person, Person, String, String) {
    let (host, tom, maya) = (town.host("Patient Alder"), town.person("Calm Stone"), town.person("Maya Lake"));
    let name = name_of(town);
    for person in [&tom, &maya] {
        is_in(town, person, &name);
    }
    let thread = opens(town, &tom, &name, "Harsh words.");
    tells(&maya, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
    (host, tom, maya, name, thread)
}

/// A thread of Wren's comes through the group elsewhere; what became of it.
fn passes(town: &mut Town, scene: &Scene, owls: &Owls<'_>, path: &str) -> String {
    owls.passes_on(town, &scene.activity("Create", scene.page_in(path, &owls.actor)));
    fate(town)
}

on_both! {
    fn our_member_reads_along_or_goes_slowly_in_a_group_of_another_community(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let (host, tom, maya, name, thread) = told_of(town);
        let place = format!("/p/{thread}");
        decides(&host, &the_case(&host), &MUTE).is(303);

        let replies = format!("/api/v1/threads/{thread}/replies");
        let said = "SELECT (SELECT count(*) FROM thread) + (SELECT count(*) FROM reply) AS n";
        tom.visits(&format!("/share?group={name}")).is(200).shows("You read along in this group for 3 more days.");
        let draft = json!({"group": name, "kind": "win", "body": "And more."});
        is_no(asks(&tom, "POST", "/api/v1/threads", &draft).is(409), "rules-reads-along");
        let form = tom.visits(&format!("{place}/reply")).is(200);
        let seen = tom.fills(&form, &format!("{place}/reply"), &[("body", "Still me.")]).is(409).shows("Still me.");
        is_no(seen, "rules-reads-along");
        is_no(asks(&tom, "POST", &replies, &json!({"body": "By a program."})).is(409), "rules-reads-along");
        let form = tom.visits(&format!("{place}/edit")).is(200);
        tom.fills(&form, &format!("{place}/edit"), &[("body", "Harsher words.")]).is(409);
        assert_eq!(town.count(said), 1, "nothing of it left");
        // Others speak there, and so does whoever looks after the community; they speak elsewhere, and take their words back.
        asks(&maya, "POST", &replies, &json!({"body": "A calm word."})).is(201);
        press(&tom, "/g/evenings/join", &[]).is(303);
        opens(town, &tom, "evenings", "Here as ever.");
        takes_back(&host);
        asks(&tom, "POST", &replies, &json!({"body": "As before."})).is(201);

        decides(&host, &the_case(&host), &SLOW).is(303);
        town.waits_s(3_600);
        asks(&tom, "POST", &replies, &json!({"body": "After an hour."})).is(201);
        is_no(asks(&tom, "POST", &replies, &json!({"body": "And at once."})).is(429), "rules-pace");
        asks(&maya, "POST", &replies, &json!({"body": "Nobody else waits."})).is(201);
        town.waits_s(3_600);
        asks(&tom, "POST", &replies, &json!({"body": "And after another."})).is(201);
        town.waits_s(10 * 86_400);
        for words in ["One.", "Two."] {
            asks(&tom, "POST", &replies, &json!({"body": words})).is(201);
        }
    }

    fn our_member_who_is_paused_in_a_group_of_another_community_says_nothing_there(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let (host, tom, _maya, name, thread) = told_of(town);
        let case = the_case(&host);
        decides(&host, &case, &[("verb", "pause"), ("days", "7"), ("words", "A week away.")]).is(303);
        let replies = format!("/api/v1/threads/{thread}/replies");
        is_no(asks(&tom, "POST", &replies, &json!({"body": "Still me."})).is(403), "paused-here");
        asks(&tom, "POST", "/api/v1/threads", &json!({"group": name, "kind": "win", "body": "And more."})).is(403);
        takes_back(&host);
        asks(&tom, "POST", &replies, &json!({"body": "As before."})).is(201);

        // Nor does anything leave under a name whose account is paused.
        decides(&host, &case, &[("verb", "pause-here"), ("days", "7"), ("words", "A week away.")]).is(303);
        assert!(asks(&tom, "POST", &replies, &json!({"body": "Once more."})).status >= 400);
        assert_eq!(town.count("SELECT count(*) AS n FROM reply"), 1);
    }

    fn what_was_decided_of_somebody_elsewhere_holds_for_what_a_group_elsewhere_passes_on(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let (host, maya) = (town.host("Patient Alder"), town.person("Maya Lake"));
        assert_eq!(passes(town, &scene, &owls, "/p/1"), "done ");
        let thread = town.lines("SELECT public_id AS line FROM thread").pop().unwrap();
        tells(&maya, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        let case = the_case(&host);
        decides(&host, &case, &MUTE).is(303);
        assert_eq!(passes(town, &scene, &owls, "/p/2"), "dropped rules-reads-along");
        let mut page = scene.page_in("/p/1", &owls.actor);
        page["content"] = json!("<p>Harsher.</p>");
        owls.passes_on(town, &scene.activity("Update", page));
        assert_eq!(fate(town), "dropped rules-reads-along", "changing words is saying something");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE body LIKE '%Harsher%'"), 0);
        takes_back(&host);
        assert_eq!(passes(town, &scene, &owls, "/p/3"), "done ");

        decides(&host, &case, &SLOW).is(303);
        assert_eq!(passes(town, &scene, &owls, "/p/4"), "done ");
        passes(town, &scene, &owls, "/p/5");
        assert_eq!(town.lines("SELECT why AS line FROM held"), ["pace"], "what is too much waits for a look");
        takes_back(&host);

        decides(&host, &case, &[("verb", "pause"), ("days", "7"), ("words", "A week away.")]).is(303);
        assert_eq!(passes(town, &scene, &owls, "/p/6"), "dropped paused-here");
        takes_back(&host);
        assert_eq!(passes(town, &scene, &owls, "/p/7"), "done ");
    }

    fn a_thread_that_goes_slowly_does_so_for_people_of_other_communities_too(town) {
        let scene = Scene::at(town);
        let maya = town.person("Maya Lake");
        let here = opens(town, &scene.ada, "evenings", "Awake again.");
        let origin = town.app.federation().own.origin.clone();
        tells(&maya, &format!("/p/{here}"), &[("reason", "other")]).is(303);
        town.arranges(|tx| tx.batch("UPDATE concern SET tier = 'house'"));
        let host = town.host("Patient Alder");
        let slow = [("verb", "slow-thread"), ("days", "3"), ("words", "Slowly here, please.")];
        decides(&host, &the_case(&host), &slow).is(303);
        let there = format!("{origin}/p/{here}");
        // It holds from the first of what they say, though nobody knew of them before it.
        assert_eq!(town.count("SELECT count(*) AS n FROM far_face"), 0);
        for (path, held) in [("/p/0", 0), ("/p/1", 1), ("/p/2", 2)] {
            scene.sends(town, &scene.activity("Create", scene.note(path, &there)));
            comes_in(town);
            assert_eq!(town.count("SELECT count(*) AS n FROM held WHERE why = 'pace'"), held, "{path}");
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM reply WHERE removed_at IS NULL"), 1);
        let mut elsewhere = scene.page(town, "/p/3");
        elsewhere["content"] = json!("<p>A good evening.</p>");
        scene.sends(town, &scene.activity("Create", elsewhere));
        comes_in(town);
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 2, "in that thread alone");
    }
}

/// Two communities: what the partner decided of its member holds in our group, and nothing of it leaves.
fn at_the_door_of_their_own(towns: &Towns) {
    towns.befriend(0, 1);
    let (home, there) = (&towns.all[0], &towns.all[1]);
    let (maya, birch) = (home.person("Maya Lake"), there.host("Patient Birch"));
    let (wren, bea) = (there.person("Small Wren"), there.person("Bright Reed"));
    night_owls(home, &[&maya]);
    let name = mirrored(towns, (0, "night-owls"), 1);
    joins(towns, 1, &wren, &name);
    joins(towns, 1, &bea, &name);
    opens(home, &maya, "night-owls", "Awake again.");
    towns.settle();
    let copy = thread_saying(there, "Awake again.").expect("it is read there");
    let harsh = answers(there, &wren, &copy, "Harsh words.");
    towns.settle();
    assert_eq!(replies_saying(home, "Harsh words."), 1);

    tells(&bea, &format!("/p/{copy}/r/{harsh}"), &[("reason", "cruel")]).is(303);
    decides(&birch, &the_case(&birch), &MUTE).is(303);
    let url = format!("/p/{copy}/reply");
    let form = wren.visits(&url).is(200).shows("You read along in this group for 3 more days.");
    is_no(wren.fills(&form, &url, &[("body", "Still me.")]).is(409), "rules-reads-along");
    answers(there, &bea, &copy, "A calm word.");
    towns.settle();
    assert_eq!((replies_saying(home, "Still me."), replies_saying(home, "A calm word.")), (0, 1));
}

#[test]
fn what_a_community_decided_of_its_member_holds_in_the_group_of_its_partner_on_sqlite() {
    at_the_door_of_their_own(&Towns::on_sqlite(2));
}

#[test]
fn what_a_community_decided_of_its_member_holds_in_the_group_of_its_partner_on_postgres() {
    let Some(towns) = Towns::on_postgres(2) else { return };
    at_the_door_of_their_own(&towns);
}
