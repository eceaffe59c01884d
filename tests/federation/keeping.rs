//! What those who look after things here say to another community: about words it keeps, and about who may not speak here.

use hearthside::kernel::GroupId;
use serde_json::{Value, json};

use super::coming::{Scene, opens};
use super::leaving::{follows, leaves, shapes};
use super::own_of;
use crate::harness::{Person, Town};
use crate::safety::decisions::takes_back;
use crate::safety::{decides, tells, the_case, token};

/// Words of Wren's, of another community, in a group of ours; their place here.
fn written_elsewhere(town: &Town, scene: &Scene) -> String {
    assert_eq!(scene.sends(town, &scene.activity("Create", scene.page(town, "/p/1"))), 202);
    opens(town);
    format!("/p/{}", town.lines("SELECT public_id AS line FROM thread").pop().unwrap())
}

fn flags(letters: &[Value]) -> Vec<&Value> {
    letters.iter().filter(|letter| letter["type"] == "Flag").collect()
}

fn group_of(town: &Town) -> GroupId {
    GroupId(town.count("SELECT id AS n FROM \"group\" WHERE name = 'evenings'"))
}

/// Somebody tells of a post in these words.
fn worries(person: &Person, place: &str, more: &[(&str, &str)]) {
    tells(person, place, &[&[("reason", "spam"), ("words", "All over the place.")], more].concat()).is(303);
}

on_both! {
    fn a_concern_is_passed_on_once_and_only_if_whoever_told_wishes_so(town) {
        let scene = Scene::at(town);
        let place = written_elsewhere(town, &scene);
        let people = ["Maya Lake", "Slow Tom", "Small Lea"].map(|name| town.person(name));
        people[0].visits(&format!("{place}/concern")).is(200).shows("Also tell the people who keep it there").shows(&scene.peer.domain());
        tells(&people[0], &place, &[("reason", "cruel"), ("words", "For here alone."), ("elsewhere_words", "1")]).is(303);
        town.waits_s(4_000);
        assert_eq!(flags(&leaves(town, &scene.peer)).len(), 0, "nobody wished so");
        let (case, domain) = (the_case(&scene.ada), scene.peer.domain());
        scene.ada.visits(&case).is(200).shows(&format!("This is kept at {domain}. Nobody there was told of it."));

        worries(&people[1], &place, &[("elsewhere", "1"), ("elsewhere_words", "1")]);
        assert_eq!(flags(&leaves(town, &scene.peer)).len(), 0, "not while they are here");
        town.waits_s(4_000);
        let told = leaves(town, &scene.peer);
        let flag = flags(&told)[0];
        assert_eq!(flag["actor"], format!("{}/reader", own_of(town).origin), "one for all says it, as other programs read it");
        assert_eq!(flag["to"], json!([scene.wren()]));
        scene.ada.visits(&case).is(200).shows(&format!("This is kept at {domain}. The people who look after it there were told, too."));
        let json = scene.ada.visits(&format!("/api/v1{case}")).is(200).json();
        assert_eq!((json["kept_at"].as_str(), json["is_passed_on"].as_bool()), (Some(domain.as_str()), Some(true)));
        assert_eq!(flag["object"], json!([scene.peer.at("/p/1"), scene.wren()]));
        assert_eq!(flag["content"], "The same thing posted everywhere: All over the place.");
        assert!(!["Maya", "Tom", "For here alone"].iter().any(|word| flag.to_string().contains(word)), "{flag}");

        worries(&people[2], &place, &[("elsewhere", "1")]);
        town.waits_s(4_000);
        assert_eq!(flags(&leaves(town, &scene.peer)).len(), 0, "one for each concern");
        assert_eq!(town.count("SELECT count(*) AS n FROM job WHERE kind = 'pass-concern-on'"), 0);
    }

    fn a_community_of_this_program_is_told_of_a_concern_by_this_one_itself(town) {
        let scene = Scene::at(town);
        let place = written_elsewhere(town, &scene);
        let domain = scene.peer.domain();
        town.arranges(move |tx| {
            tx.batch(&format!(
                "INSERT INTO peer (domain, state, since_on, offer, promises)
                 VALUES ('{domain}', 'partner', 20700, 'x', '{{\"software\":\"hearthside\",\"keepsLimits\":true}}')"
            ))
        });
        worries(&town.person("Maya Lake"), &place, &[("elsewhere", "1")]);
        town.waits_s(4_000);
        let told = leaves(town, &scene.peer);
        assert_eq!(flags(&told)[0]["actor"], format!("{}/", own_of(town).origin));
    }

    fn a_life_in_danger_does_not_wait_and_words_stay_here_unless_they_are_sent(town) {
        let scene = Scene::at(town);
        let place = written_elsewhere(town, &scene);
        let maya = town.person("Maya Lake");
        tells(&maya, &place, &[("reason", "danger"), ("words", "I know where they live."), ("elsewhere", "1")]).is(303);
        let told = leaves(town, &scene.peer);
        assert_eq!(flags(&told)[0]["content"], "Somebody is in danger now");

        let ours = crate::forum::said::opens(town, &scene.ada, "evenings", "At home.");
        maya.visits(&format!("/p/{ours}/concern")).is(200).hides("Also tell the people who keep it there");
        let csrf = token(&maya);
        let sent = [("csrf", csrf.as_str()), ("reason", "spam"), ("elsewhere", "1")];
        maya.posts(&format!("/p/{ours}/concern"), &sent).is(303);
        town.waits_s(4_000);
        assert_eq!(flags(&leaves(town, &scene.peer)).len(), 0, "words of ours are ours");
    }

    fn what_turns_out_to_be_a_danger_is_passed_on_when_it_is_told_again_and_only_if_that_is_wished(town) {
        let scene = Scene::at(town);
        let place = written_elsewhere(town, &scene);
        let maya = town.person("Maya Lake");
        let danger = [("reason", "danger"), ("words", "She took pills.")];
        tells(&maya, &place, &[("reason", "other"), ("words", "Odd words.")]).is(303);
        tells(&maya, &place, &danger).is(303);
        assert_eq!(flags(&leaves(town, &scene.peer)).len(), 0, "nobody wished so");
        tells(&maya, &place, &[&danger[..], &[("elsewhere", "1")]].concat()).is(303);
        let told = leaves(town, &scene.peer);
        assert_eq!(flags(&told)[0]["content"], "Somebody is in danger now");
    }

    fn a_community_that_was_told_of_less_is_told_of_a_danger(town) {
        let scene = Scene::at(town);
        let place = written_elsewhere(town, &scene);
        let maya = town.person("Maya Lake");
        worries(&maya, &place, &[("elsewhere", "1")]);
        town.waits_s(4_000);
        assert_eq!(flags(&leaves(town, &scene.peer)).len(), 1);
        for often in [1, 0] {
            tells(&maya, &place, &[("reason", "danger"), ("words", "She took pills."), ("elsewhere", "1")]).is(303);
            assert_eq!(flags(&leaves(town, &scene.peer)).len(), often, "once more, and no more than that");
        }
    }

    fn a_pause_of_somebody_elsewhere_is_announced_with_its_end_and_taken_back(town) {
        let scene = Scene::at(town);
        let place = written_elsewhere(town, &scene);
        follows(town, &scene.peer, group_of(town));
        tells(&town.person("Maya Lake"), &place, &[("reason", "cruel")]).is(303);
        leaves(town, &scene.peer);
        let case = the_case(&scene.ada);
        decides(&scene.ada, &case, &[("verb", "pause"), ("days", "7"), ("words", "A week away.")]).is(303);
        let told = leaves(town, &scene.peer);
        assert_eq!(shapes(&told), ["Announce Block"], "one letter, though they follow the group and it is about them");
        let (block, group) = (&told[0]["object"], scene.group_id(town));
        assert_eq!((&block["actor"], &block["object"], &block["target"]), (&json!(group), &json!(scene.wren()), &json!(group)));
        let ends = format!("{}T00:00:00Z", town.app.clock().now().day().plus(7).iso());
        assert_eq!((&block["endTime"], &block["removeData"]), (&json!(ends), &json!(false)));
        assert!(!block.to_string().contains("Ada") && !block.to_string().contains("A week away"));

        takes_back(&scene.ada);
        let told = leaves(town, &scene.peer);
        assert_eq!(shapes(&told), ["Announce Undo Block"]);
        assert_eq!(told[0]["object"]["object"]["object"], scene.wren());
    }

    fn a_pause_of_somebody_here_is_told_to_nobody_elsewhere(town) {
        let scene = Scene::at(town);
        follows(town, &scene.peer, group_of(town));
        let maya = town.person("Maya Lake");
        let group = group_of(town);
        let face = maya.face;
        town.arranges(move |tx| hearthside::forum::groups::join_plain(tx, group, face, hearthside::policy::Role::Member));
        let thread = crate::forum::said::opens(town, &maya, "evenings", "Loud words.");
        leaves(town, &scene.peer);
        tells(&town.person("Slow Tom"), &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        decides(&scene.ada, &the_case(&scene.ada), &[("verb", "close"), ("words", "Not here.")]).is(303);
        assert_eq!(leaves(town, &scene.peer).len(), 0);
    }
}
