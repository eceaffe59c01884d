//! From a case about words from elsewhere: what is done about the person there, and what a host says of the whole community.

use serde_json::json;

use super::coming::{Scene, opens};
use crate::harness::{Person, Town};
use crate::safety::decisions::takes_back;
use crate::safety::{decides, tells, token};

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];

/// A thread of Wren's comes with these words; what became of it.
fn comes(town: &Town, scene: &Scene, path: &str, words: &str) -> String {
    let mut page = scene.page(town, path);
    page["content"] = json!(format!("<p>{words}</p>"));
    scene.sends(town, &scene.activity("Create", page));
    opens(town);
    fate(town)
}

/// What became of what came last.
fn fate(town: &Town) -> String {
    town.lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id DESC LIMIT 1").pop().unwrap()
}

/// The newest thread, as an address.
fn newest(town: &Town) -> String {
    let id = town.lines("SELECT public_id AS line FROM thread ORDER BY id DESC LIMIT 1").pop().unwrap();
    format!("/p/{id}")
}

/// A case about words of Wren's that only hosts look at any more; with its page.
fn told(town: &Town, scene: &Scene, reason: &str) -> (Person, Person, String) {
    let (tom, host) = (town.person("Calm Stone"), town.host("Patient Alder"));
    comes(town, scene, "/p/1", "Buy this from me.");
    tells(&tom, &newest(town), &[("reason", reason)]).is(303);
    town.arranges(|tx| tx.batch("UPDATE concern SET tier = 'house'"));
    let case = host.visits("/look").is(200).attribute("article.case a.btn", "href").unwrap();
    (tom, host, case)
}

on_both! {
    fn somebody_elsewhere_is_slowed_paused_or_put_out_of_a_group_by_those_who_look_after_it(town) {
        let scene = Scene::at(town);
        town.arranges(hearthside::app::schedule::wind);
        let tom = town.person("Calm Stone");
        comes(town, &scene, "/p/1", "Buy this from me.");
        tells(&tom, &newest(town), &[("reason", "spam")]).is(303);
        let case = scene.ada.visits("/look").is(200).attribute("article.case a.btn", "href").unwrap();
        let page = scene.ada.visits(&case).is(200).shows("do not read this").hides("What the whole community");
        let has = |verb: &str| page.count(&format!("input[name=verb][value={verb}]"));
        assert_eq!((has("pause"), has("close"), has("slow")), (1, 1, 1));
        assert_eq!((has("note"), has("pause-here"), has("pause-far"), has("close-far")), (0, 0, 0, 0));
        decides(&scene.ada, &case, &[("verb", "close-far"), ("words", "Not mine to say.")]).is(422);
        decides(&scene.ada, &case, &[("verb", "note"), ("words", "Nobody reads it.")]).is(422);
        decides(&scene.ada, &case, &[("verb", "pause"), ("days", "7"), ("words", "We sell nothing here."), ("removes", "1")]).is(303);
        assert_eq!(comes(town, &scene, "/p/2", "Me again."), "dropped paused-here");
        town.waits_s(9 * 86_400);
        assert_eq!(comes(town, &scene, "/p/3", "A good evening."), "done ");
    }

    fn somebody_elsewhere_reads_along_in_a_group_for_some_days(town) {
        let scene = Scene::at(town);
        town.arranges(hearthside::app::schedule::wind);
        let tom = town.person("Calm Stone");
        comes(town, &scene, "/p/1", "Buy this from me.");
        tells(&tom, &newest(town), &[("reason", "spam")]).is(303);
        let case = scene.ada.visits("/look").is(200).attribute("article.case a.btn", "href").unwrap();
        decides(&scene.ada, &case, &[("verb", "mute"), ("days", "7"), ("words", "We sell nothing here.")]).is(303);
        assert_eq!(comes(town, &scene, "/p/2", "Me again."), "dropped rules-reads-along");
        town.waits_s(9 * 86_400);
        assert_eq!(comes(town, &scene, "/p/3", "A good evening."), "done ");
    }

    fn all_that_one_person_elsewhere_wrote_in_a_group_goes_in_one_act_after_a_look_and_comes_back(town) {
        let scene = Scene::at(town);
        let tom = town.person("Calm Stone");
        for (path, words) in [("/p/1", "Buy this."), ("/p/2", "Buy that."), ("/p/3", "Buy all.")] {
            comes(town, &scene, path, words);
        }
        tells(&tom, &newest(town), &[("reason", "spam")]).is(303);
        let case = scene.ada.visits("/look").is(200).attribute("article.case a.btn", "href").unwrap();
        let all = format!("{case}/all");
        let page = scene.ada.visits(&all).is(200).shows("3 posts and replies stand").shows("Buy that.").shows("do not read this");
        scene.ada.fills(&page, &all, &[("words", "We sell nothing here."), ("closes", "1")]).is(303);
        let standing = "SELECT count(*) AS n FROM thread WHERE removed_at IS NULL";
        assert_eq!(town.count(standing), 0);
        assert_eq!(comes(town, &scene, "/p/4", "And more."), "dropped paused-here");
        takes_back(&scene.ada);
        assert_eq!(town.count(standing), 3);
        assert_eq!(comes(town, &scene, "/p/5", "Better words."), "done ");
    }

    fn a_host_keeps_somebody_elsewhere_away_from_every_group_and_lets_them_near_again(town) {
        let scene = Scene::at(town);
        let (_, host, case) = told(town, &scene, "spam");
        let page = host.visits(&case).is(200).shows("Keep this person away");
        assert_eq!(page.count("input[value=close-here]"), 0, "there is no account here to close");
        decides(&host, &case, &[("verb", "pause-far"), ("days", "0"), ("words", "For a while.")]).is(422);
        decides(&host, &case, &[("verb", "pause-far"), ("days", "5"), ("words", "For a while.")]).is(303);
        assert_eq!(comes(town, &scene, "/p/2", "Me again."), "dropped paused-here");
        scene.sends(town, &scene.activity("Like", json!(scene.peer.at("/p/1"))));
        opens(town);
        assert_eq!(fate(town), "dropped paused-here", "nor a kind word");
        takes_back(&host);
        assert_eq!(comes(town, &scene, "/p/3", "A good evening."), "done ");

        decides(&host, &case, &[("verb", "close-far"), ("words", "Not here.")]).is(303);
        assert_eq!(comes(town, &scene, "/p/4", "Me again."), "dropped paused-here");
        assert_eq!(town.lines("SELECT COALESCE(CAST(until_on AS TEXT), 'no end') AS line FROM kept_away"), ["no end"]);
    }

    fn once_it_is_no_longer_for_good_somebody_elsewhere_is_kept_away_for_the_days_from_before(town) {
        let scene = Scene::at(town);
        let (tom, host, case) = told(town, &scene, "spam");
        decides(&host, &case, &[("verb", "pause-far"), ("days", "5"), ("words", "For a while.")]).is(303);
        tells(&tom, &newest(town), &[("reason", "spam")]).is(303);
        town.arranges(|tx| tx.batch("UPDATE concern SET tier = 'house'"));
        let again = host.visits("/look").is(200).attribute("article.case a.btn", "href").unwrap();
        decides(&host, &again, &[("verb", "close-far"), ("words", "Not here.")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM kept_away WHERE until_on IS NULL"), 1);
        takes_back(&host);
        assert_eq!(town.count("SELECT until_on AS n FROM kept_away"), town.app.clock().now().day().0 + 5);
        assert_eq!(comes(town, &scene, "/p/2", "Me again."), "dropped paused-here");
    }

    fn somebody_kept_away_for_some_days_is_let_near_when_they_are_over(town) {
        let scene = Scene::at(town);
        town.arranges(hearthside::app::schedule::wind);
        let (_, host, case) = told(town, &scene, "spam");
        decides(&host, &case, &[("verb", "pause-far"), ("days", "5"), ("words", "For a while.")]).is(303);
        town.waits_s(7 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM kept_away"), 0);
        assert_eq!(comes(town, &scene, "/p/3", "A good evening."), "done ");
    }

    fn a_host_decides_about_a_whole_community_from_a_case_sees_what_comes_of_it_and_takes_it_back(town) {
        let scene = Scene::at(town);
        let (tom, host, case) = told(town, &scene, "spam");
        comes(town, &scene, "/p/2", "And buy that.");
        host.visits(&case).is(200).shows("What the whole community they are of may do here");
        let url = format!("{case}/community");
        let page = host.visits(&url).is(200).shows(&scene.peer.domain()).shows("2 posts and replies from there stand");
        let page = page.shows("And buy that.").shows("They are asked first to delete every copy").shows("You can take this back");
        assert_eq!(page.attribute("input[name=stance][checked]", "value").as_deref(), Some("allow"));
        for other in [&tom, &scene.ada] {
            other.visits(&url).is(403);
            other.posts(&url, &[("csrf", &token(other)), ("stance", "block"), ("why", "spam")]).is(403);
            other.sends("GET", &format!("/api/v1{url}"), &[], None).is(403);
        }
        host.fills(&page, &url, &[("stance", "allow"), ("why", "spam")]).is(422).shows("Choose what shall happen");
        host.fills(&page, &url, &[("stance", "block"), ("words", "They sell.")]).is(422);
        host.fills(&page, &url, &[("stance", "hold"), ("why", "spam"), ("words", "They sell.")]).is(303);
        host.visits(&case).is(200).shows("waits for a look").shows("They sell.").shows("Decide");
        assert_eq!(town.lines("SELECT verb || ' ' || why || ' ' || tier AS line FROM act"), ["hold-there spam house"]);
        comes(town, &scene, "/p/3", "Held words.");
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 1);

        let log = host.visits("/look/done").is(200).shows(&scene.peer.domain());
        let undo = log.attribute("main form", "action").unwrap();
        assert!(undo.ends_with("/community"));
        host.posts(undo.trim_end_matches("/community"), &[("csrf", &token(&host))]).is(404);
        tom.posts(&undo, &[("csrf", &token(&tom))]).is(404);
        host.fills(&log, &undo, &[]).is(303);
        host.posts(&undo, &[("csrf", &token(&host))]).is(409);
        assert_eq!(town.lines("SELECT stance AS line FROM peer"), ["allow"]);
        assert_eq!(town.lines("SELECT state AS line FROM act"), ["undone"]);
    }

    fn an_older_decision_about_a_community_is_taken_back_and_the_newer_holds(town) {
        let scene = Scene::at(town);
        let (_, host, case) = told(town, &scene, "spam");
        let url = format!("{case}/community");
        let stance = || town.lines("SELECT stance AS line FROM peer");
        for is_older_first in [true, false] {
            for chosen in ["hold", "block"] {
                let page = host.visits(&url).is(200);
                host.fills(&page, &url, &[("stance", chosen), ("why", "spam"), ("words", "They sell.")]).is(303);
            }
            let act = |verb: &str| {
                let id = town.lines(&format!("SELECT CAST(id AS TEXT) AS line FROM act WHERE verb = '{verb}' ORDER BY number DESC")).remove(0);
                host.posts(&format!("/look/done/{id}/community"), &[("csrf", &token(&host))])
            };
            if is_older_first {
                assert_eq!(act("hold-there").is(303).location, "/look?stays");
                assert_eq!(stance(), ["block"]);
                act("block-there").is(303);
            } else {
                act("block-there").is(303);
                assert_eq!(stance(), ["hold"]);
                act("hold-there").is(303);
            }
            assert_eq!(stance(), ["allow"]);
            act("hold-there").is(409).shows("This does not hold any more.").shows("What we decided");
        }
    }

    fn all_that_came_from_a_community_goes_in_one_act_after_a_look_and_the_door_is_shut(town) {
        let scene = Scene::at(town);
        let (_, host, case) = told(town, &scene, "solicitation");
        comes(town, &scene, "/p/2", "And buy that.");
        let url = format!("/api/v1{case}/community");
        let json = host.sends("GET", &url, &[], None).is(200).json();
        assert_eq!((&json["stands"], &json["stance"]), (&json!(2), &json!("allow")));
        let sends = |body: &str| host.sends("POST", &url, &JSON, Some(body.as_bytes()));
        sends(r#"{"stance":"sometimes","why":"spam"}"#).is(422);
        sends(r#"{"stance":"block","why":"dislike"}"#).is(422);
        sends(r#"{"stance":"block","no_media":true,"why":"solicitation","words":"They sell beds.","removes":true}"#).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL"), 0);
        let mut page = scene.page(town, "/p/3");
        page["content"] = json!("<p>Once more.</p>");
        assert_eq!(scene.sends(town, &scene.activity("Create", page)), 404);
        town.settles();

        // The latest first: the door is open again, then their words are back.
        takes_back(&host);
        let acts = host.sends("GET", "/api/v1/look/done", &[], None).is(200).json();
        let of = |verb: &str| acts["rows"].as_array().unwrap().iter().find(|row| row["verb"] == verb).unwrap().clone();
        assert_eq!((&of("block-there")["community"], &of("block-there")["state"]), (&json!(scene.peer.domain()), &json!("undone")));
        let removed = of("remove-there")["id"].as_str().unwrap().to_owned();
        host.sends("POST", &format!("/api/v1/look/done/{removed}"), &JSON, None).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL"), 2);
        town.settles();
    }

    fn words_of_somebody_others_worry_about_stay_where_all_that_came_from_a_community_goes(town) {
        let scene = Scene::at(town);
        let (tom, host, case) = told(town, &scene, "solicitation");
        comes(town, &scene, "/p/2", "Nobody is here tonight.");
        town.arranges(|tx| {
            tx.batch(
                "INSERT INTO face (id, name, name_key, kind, seed, since_week) SELECT 77, 'robin.' || name, 'robin.' || name_key, 'remote', 7, 2900 FROM face WHERE kind = 'remote';
                 INSERT INTO far_face (face_id, actor, domain) SELECT 77, actor || '/robin', domain FROM far_face;
                 UPDATE thread SET author_face = 77 WHERE id = (SELECT max(id) FROM thread)",
            )
        });
        let heavy = newest(town);
        tells(&tom, &heavy, &[("reason", "worried")]).is(303);
        let json = host.sends("GET", &format!("/api/v1{case}/community"), &[], None).is(200).json();
        assert_eq!((&json["stands"], &json["left"]), (&json!(1), &json!(1)));
        let url = format!("{case}/community");
        let page = host.visits(&url).is(200).shows("One more was written by somebody people here are worried about").hides("Nobody is here tonight.");
        host.fills(&page, &url, &[("stance", "hold"), ("why", "solicitation"), ("words", "They sell."), ("removes", "yes")]).is(303);
        assert_eq!(town.lines("SELECT body AS line FROM thread WHERE removed_at IS NULL").len(), 1);
        tom.visits(&heavy).is(200).shows("Nobody is here tonight.");
    }

    fn a_case_of_somebody_in_distress_or_of_somebody_here_leads_to_no_community(town) {
        let scene = Scene::at(town);
        let (tom, host, case) = told(town, &scene, "worried");
        host.visits(&case).is(200).hides("What the whole community");
        host.visits(&format!("{case}/community")).is(404);
        tells(&tom, "/people/Quiet%20Ada", &[("reason", "spam")]).is(303);
        let own = town.lines("SELECT CAST(id AS TEXT) AS line FROM concern WHERE thread_id IS NULL").pop().unwrap();
        host.visits(&format!("/look/{own}")).is(200).hides("What the whole community");
        host.visits(&format!("/look/{own}/community")).is(404);
        host.visits("/look/1/community").is(404);
    }

    fn what_a_host_says_of_a_community_on_its_own_page_stands_in_the_log_with_why(town) {
        let scene = Scene::at(town);
        let (_, host, _) = told(town, &scene, "spam");
        let domain = scene.peer.domain();
        let of = domain.clone();
        town.arranges(move |tx| hearthside::federation::peers::know(tx, &of));
        let page = host.visits(&format!("/host/partners/{domain}")).is(200);
        host.fills(&page, &format!("/host/partners/{domain}/stance"), &[("stance", "limit"), ("why", "cruel"), ("comment", "They mock.")]).is(303);
        assert_eq!(town.lines("SELECT verb || ' ' || why AS line FROM act"), ["limit-there cruel"]);
        host.visits("/look/done").is(200).shows("kept in the background").shows("They mock.").shows(&domain);
    }

    fn somebody_kept_away_without_an_end_is_let_near_again_however_long_ago_that_was(town) {
        let scene = Scene::at(town);
        town.arranges(hearthside::app::schedule::wind);
        let (tom, host, case) = told(town, &scene, "spam");
        decides(&host, &case, &[("verb", "close-far"), ("words", "Not here.")]).is(303);
        town.arranges(|tx| tx.batch("UPDATE act SET done_on = done_on - 500"));
        town.waits_s(7_200);
        assert_eq!(comes(town, &scene, "/p/2", "Me again."), "dropped paused-here");
        host.visits("/look/done").is(200).shows("Not here.").shows("Take back");
        let list = host.visits("/look/people").is(200).shows("until somebody lets them back");
        let name = list.attribute("main input[name=name]", "value").unwrap();
        assert!(name.ends_with(&scene.peer.domain()), "{name}");
        for other in [&tom, &scene.ada] {
            other.posts("/look/people/back", &[("csrf", &token(other)), ("name", &name)]).is(403);
        }
        host.fills(&list, "/look/people/back", &[]).is(303);
        assert_eq!(comes(town, &scene, "/p/3", "A good evening."), "done ");
        assert_eq!(town.lines("SELECT state AS line FROM act"), ["undone"]);
        assert_eq!(host.visits("/look/people").is(200).count("main input[name=name]"), 0);
    }
}
