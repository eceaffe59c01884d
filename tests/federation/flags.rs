//! What another community tells of words, people and groups here: it waits in a lane of its own, names that community alone, and nothing comes of
//! it by itself.

use serde_json::{Value, json};

use super::coming::{Scene, opens};
use crate::forum::aliases::says;
use crate::forum::groups::asks;
use crate::forum::said::opens as shares;
use crate::forum::{answers, id_in};
use crate::harness::{Person, Town};
use crate::safety::crisis::press;
use crate::safety::{decides, tells, the_case};

/// Wren's community tells of a thread, and of what else is named.
fn flags(town: &Town, scene: &Scene, thread: &str, words: &str) {
    let origin = town.app.federation().own.origin.clone();
    let mut flag = scene.activity("Flag", json!([format!("{origin}/p/{thread}"), scene.wren()]));
    flag["content"] = json!(words);
    assert_eq!(scene.sends(town, &flag), 202);
    opens(town);
}

/// Wren's community tells of whatever has these paths here.
fn names(town: &Town, scene: &Scene, paths: &[&str], words: &str) {
    let origin = town.app.federation().own.origin.clone();
    let about: Vec<String> = paths.iter().map(|path| format!("{origin}{path}")).collect();
    tells_of(town, scene, &about, words);
}

fn tells_of(town: &Town, scene: &Scene, about: &[String], words: &str) {
    let mut flag = scene.activity("Flag", json!(about));
    flag["content"] = json!(words);
    assert_eq!(scene.sends(town, &flag), 202);
    opens(town);
}

/// Somebody of the group who does not look after it.
fn joins(town: &Town) -> Person {
    let maya = town.person("Maya Lake");
    press(&maya, "/g/evenings/join", &[]).is(303);
    maya
}

fn case_json(keeper: &Person, case: &str) -> Value {
    asks(keeper, "GET", &format!("/api/v1{case}"), &json!({})).is(200).json()
}

fn concerns(town: &Town) -> i64 {
    town.count("SELECT count(*) AS n FROM concern WHERE decided_on IS NULL")
}

on_both! {
    fn what_another_community_tells_waits_in_its_own_lane_and_does_nothing(town) {
        let scene = Scene::at(town);
        let maya = joins(town);
        let host = town.host("Patient Alder");
        let thread = shares(town, &maya, "evenings", "Awake again.");
        flags(town, &scene, &thread, "<p>They sell something.</p>");
        let stands = "SELECT count(*) AS n FROM thread WHERE removed_at IS NULL AND locked_at IS NULL";
        assert_eq!((town.count(stands), town.count("SELECT count(*) AS n FROM held"), concerns(town)), (1, 0, 1));
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 0);
        assert!(town.lines("SELECT words AS line FROM flag").iter().all(|words| !words.contains("sell")), "it lies sealed");

        let queue = scene.ada.visits("/look").is(200).shows("Told by other communities").shows("They sell something.");
        queue.shows(&scene.peer.domain()).hides("wren").hides("Wren");
        let case = the_case(&scene.ada);
        let page = scene.ada.visits(&case).is(200).shows("Another community told of this");
        assert_eq!(page.count("input[name=shares]"), 0, "nobody here told of it");
        let json = case_json(&scene.ada, &case);
        assert_eq!((&json["flags"][0]["community"], &json["flags"][0]["words"]), (&json!(scene.peer.domain()), &json!("They sell something.")));
        scene.ada.visits(&format!("/p/{thread}")).is(200).shows("Another community told of something here.");
        maya.visits(&format!("/p/{thread}")).is(200).hides("Another community told");
        maya.visits(&case).is(403);
        host.visits(&case).is(404);

        let domain = scene.peer.domain();
        let of = domain.clone();
        town.arranges(move |tx| hearthside::federation::peers::know(tx, &of));
        let page = host.visits(&format!("/host/partners/{domain}")).is(200);
        assert_eq!((page.text("#told-by"), page.text("#told-about")), ("One waits to be looked at".to_owned(), "None waits".to_owned()));
        decides(&scene.ada, &case, &[("verb", "fine"), ("words", "")]).is(303);
        let page = host.visits(&format!("/host/partners/{domain}")).is(200);
        assert_eq!(page.text("#told-by"), "None waits");
        let json = asks(&host, "GET", &format!("/api/v1/host/partners/{domain}"), &json!({})).is(200).json();
        assert_eq!((&json["told_by"], &json["told_about"]), (&json!(0), &json!(0)));
    }

    fn a_community_is_heard_once_of_each_thing_and_what_people_here_tell_comes_first(town) {
        let scene = Scene::at(town);
        let (maya, tom) = (joins(town), town.person("Calm Stone"));
        let thread = shares(town, &maya, "evenings", "Awake again.");
        flags(town, &scene, &thread, "They sell something.");
        flags(town, &scene, &thread, "And once more.");
        assert_eq!((concerns(town), town.count("SELECT count(*) AS n FROM flag")), (1, 1));

        tells(&tom, &format!("/p/{thread}"), &[("reason", "spam")]).is(303);
        assert_eq!(concerns(town), 1, "one thing, one case");
        let case = the_case(&scene.ada);
        scene.ada.visits("/look").is(200).hides("Told by other communities").shows("The same thing in many places");
        scene.ada.visits(&case).is(200).shows(&scene.peer.domain()).shows("Nothing was done because of it.");
        decides(&scene.ada, &case, &[("verb", "fine"), ("words", "")]).is(303);
        flags(town, &scene, &thread, "It still stands.");
        assert_eq!(concerns(town), 0, "what was decided is not opened again by the same voice");
    }

    fn whoever_asked_to_be_looked_out_for_does_not_end_what_another_community_told(town) {
        let scene = Scene::at(town);
        let maya = joins(town);
        let fields = [("body", "Awake again."), ("lookout", "1")];
        let sent = says(&maya, "evenings", &fields).is(303);
        let thread = id_in(&sent.location);
        flags(town, &scene, &thread, "They sell something.");
        assert_eq!(concerns(town), 1, "one thing, one case");
        press(&maya, &format!("/p/{thread}/safe"), &[]).is(303);
        assert_eq!(concerns(town), 1, "what the others told still waits");
        scene.ada.visits("/look").is(200).shows("Told by other communities").shows("They sell something.");
    }

    fn what_is_not_here_is_taken_back_or_comes_through_a_group_opens_no_case(town) {
        let scene = Scene::at(town);
        let maya = joins(town);
        let thread = shares(town, &maya, "evenings", "Awake again.");
        flags(town, &scene, "01ARZ3NDEKTSV4", "They sell something.");
        press(&maya, &format!("/p/{thread}/delete"), &[]).is(303);
        flags(town, &scene, &thread, "They sell something.");
        assert_eq!(concerns(town), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM parcel WHERE reason = 'flag'"), 2, "hosts find it all the same");
    }

    fn a_reply_that_was_put_away_or_taken_back_opens_no_case_as_a_thread_does_not(town) {
        let scene = Scene::at(town);
        let (maya, tom) = (joins(town), town.person("Calm Stone"));
        press(&tom, "/g/evenings/join", &[]).is(303);
        let thread = shares(town, &maya, "evenings", "Awake again.");
        let away = answers(&tom, &thread, None, "Buy this.");
        let (back, stays) = (answers(&tom, &thread, None, "Or this."), answers(&tom, &thread, None, "A calm word."));
        let place = |reply: &str| format!("/p/{thread}/r/{reply}");
        tells(&maya, &place(&away), &[("reason", "spam")]).is(303);
        decides(&scene.ada, &the_case(&scene.ada), &[("verb", "remove"), ("words", "We sell nothing here.")]).is(303);
        press(&tom, &format!("{}/delete", place(&back)), &[]).is(303);
        for reply in [&away, &back] {
            names(town, &scene, &[&place(reply)], "They sell something.");
            assert_eq!(concerns(town), 0, "there is nothing left to look at");
        }
        // Nor by telling of it here, of a thread as of a reply.
        maya.visits(&format!("{}/concern", place(&away))).is(404);
        press(&maya, &format!("{}/concern", place(&away)), &[("reason", "spam")]).is(404);
        maya.visits(&format!("{}/concern", place(&back))).is(410);
        press(&maya, &format!("{}/concern", place(&back)), &[("reason", "spam")]).is(410);
        assert_eq!(concerns(town), 0);
        names(town, &scene, &[&place(&stays)], "They sell something.");
        assert_eq!(concerns(town), 1, "what stands is looked at");
    }

    fn a_person_and_a_group_another_community_tells_of_wait_for_those_who_look_after_the_house(town) {
        let scene = Scene::at(town);
        let (maya, host) = (joins(town), town.host("Patient Alder"));
        shares(town, &maya, "evenings", "Awake again.");
        names(town, &scene, &["/people/Maya%20Lake"], "<p>They sell something.</p>");
        assert_eq!(concerns(town), 1);
        let queue = host.visits("/look").is(200).shows("Told by other communities").shows("They sell something.");
        queue.shows(&scene.peer.domain()).hides("wren").hides("Wren");
        let case = the_case(&host);
        host.visits(&case).is(200).shows("Another community told of this").shows("Maya Lake");
        // It is about a person, wherever they speak: those who look after one group do not read it, nor does the person.
        for other in [&scene.ada, &maya] {
            assert!(other.visits(&case).status >= 403);
        }
        assert_eq!(case_json(&host, &case)["flags"][0]["community"], json!(scene.peer.domain()));
        decides(&host, &case, &[("verb", "fine"), ("words", "")]).is(303);

        names(town, &scene, &["/g/evenings"], "It is a shop.");
        let case = the_case(&host);
        host.visits(&case).is(200).shows("It is a shop.").shows(&scene.peer.domain());
        assert!(scene.ada.visits(&case).status >= 403, "those who look after the group do not look at this");
        names(town, &scene, &["/g/evenings", "/people/Maya%20Lake"], "Once more.");
        assert_eq!((concerns(town), town.count("SELECT count(*) AS n FROM flag")), (1, 2), "of each thing once");

        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 1, "what the host decided, and nothing by itself");
        let untouched = "SELECT count(*) AS n FROM thread WHERE removed_at IS NULL AND locked_at IS NULL";
        assert_eq!((town.count(untouched), town.count("SELECT count(*) AS n FROM membership WHERE state <> 'in'")), (1, 0));
    }

    fn whoever_is_named_beside_words_is_told_of_by_the_words_alone(town) {
        let scene = Scene::at(town);
        let maya = joins(town);
        let thread = shares(town, &maya, "evenings", "Awake again.");
        names(town, &scene, &["/people/Maya%20Lake", &format!("/p/{thread}"), "/g/evenings"], "They sell something.");
        assert_eq!(town.lines("SELECT subject AS line FROM concern").iter().filter(|line| !line.starts_with("thread:")).count(), 0);
        assert_eq!(concerns(town), 1);
    }

    fn nobody_somebody_unseen_an_alias_and_what_is_of_others_open_no_case(town) {
        let scene = Scene::at(town);
        let (maya, host) = (joins(town), town.host("Patient Alder"));
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET aliases = 'allowed'"));
        town.waits_s(15 * 86_400);
        says(&maya, "evenings", &[("body", "Nobody here knows this."), ("as", "group"), ("kind", "question")]).is(303);
        let alias = town.lines("SELECT name AS line FROM face WHERE kind = 'alias'").pop().unwrap();
        let place = format!("/people/{}", alias.replace(' ', "%20"));
        // That community may read words of the alias, and none of Maya's under her name.
        town.stranger().sends("GET", &place, &[("accept", "application/activity+json")], None).is(200);
        let nobody = ["/people/Nobody%20At%20All", "/people/Maya%20Lake", "/g/nothing", "/people/", "/g/", "/", "/people/%00", "/g/%00"];
        for one in nobody.into_iter().chain([place.as_str()]) {
            names(town, &scene, &[one], "They are one and the same.");
            assert_eq!(concerns(town), 0, "{one}");
        }
        names(town, &scene, &[place.as_str(), "/people/Maya%20Lake"], "They are one and the same.");
        let elsewhere = [scene.wren(), scene.peer.at("/g/owls"), "https://calm.example/people/Maya".to_owned()];
        tells_of(town, &scene, &elsewhere, "Theirs to look at.");
        assert_eq!((concerns(town), town.count("SELECT count(*) AS n FROM flag")), (0, 0));
        host.visits("/look").is(200).hides(&alias).hides("one and the same");

        shares(town, &maya, "evenings", "Under my own name.");
        names(town, &scene, &[place.as_str(), "/people/Maya%20Lake"], "They are one and the same.");
        let subjects = town.lines("SELECT subject AS line FROM concern");
        assert_eq!(subjects, [format!("face:{}", maya.face)], "the name, and never the alias beside it");
    }

    fn concerns_about_people_of_a_community_are_counted_on_its_page(town) {
        let scene = Scene::at(town);
        let (tom, host) = (town.person("Calm Stone"), town.host("Patient Alder"));
        scene.sends(town, &scene.activity("Create", scene.page(town, "/p/1")));
        opens(town);
        let id = town.lines("SELECT public_id AS line FROM thread").pop().unwrap();
        tells(&tom, &format!("/p/{id}"), &[("reason", "spam")]).is(303);
        let domain = scene.peer.domain();
        let of = domain.clone();
        town.arranges(move |tx| hearthside::federation::peers::know(tx, &of));
        let page = host.visits(&format!("/host/partners/{domain}")).is(200);
        assert_eq!(page.text("#told-about"), "One waits to be looked at");
        page.hides("Calm Stone");
        tom.visits(&format!("/host/partners/{domain}")).is(403);
    }
}
