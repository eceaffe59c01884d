//! What comes through a followed group of another community meets what this one watches in all that comes in: signs of selling, and the
//! same words of one name in several places. It only ever waits, for those who look after this community.

use serde_json::{Value, json};

use super::coming::{Owls, Scene, opens as comes_in};
use crate::forum::groups::asks;
use crate::forum::said::{opens, viewer};
use crate::harness::peer::Says;
use crate::harness::{Person, Town};
use hearthside::forum::members;

const TEXT: &str = "There is a house by the sea where all of us found rest.";

/// The group elsewhere passes words of somebody's on; what became of it.
fn passes(
    town: &mut Town,
    (scene, owls): (&Scene, &Owls<'_>),
    mut object: Value,
    (by, words): (&str, &str),
) -> String {
    let author = scene.peer.at(by);
    (object["attributedTo"], object["content"]) = (json!(author), json!(format!("<p>{words}</p>")));
    let mut create = scene.activity("Create", object);
    create["actor"] = json!(author);
    owls.passes_on(town, &create);
    town.lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id DESC LIMIT 1").pop().unwrap()
}

fn held(town: &Town) -> Vec<String> {
    town.lines("SELECT why AS line FROM held WHERE back_on IS NULL ORDER BY thread_id, reply_id")
}

/// The group elsewhere, as it is called here.
fn name_of(town: &Town) -> String {
    town.lines("SELECT name AS line FROM \"group\" WHERE id IN (SELECT group_id FROM far_group)")
        .pop()
        .unwrap()
}

/// Whoever looks after things answers the first of what waits.
#[track_caller]
pub fn looks(keeper: &Person, shelf: &str, answer: &[(&str, &str)]) {
    let mut form = keeper.visits(shelf).is(200).form(shelf, &[]);
    form.retain(|(known, _)| answer.iter().all(|(name, _)| name != known));
    let form = form.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let form: Vec<(&str, &str)> = form.chain(answer.iter().copied()).collect();
    keeper.posts(shelf, &form).is(303);
}

/// A host no longer lets words be watched.
#[track_caller]
pub fn looks_away(host: &Person) {
    let form = host.visits("/host/newcomers").is(200).form("/host/newcomers", &[]);
    let fields = form.iter().filter(|(name, _)| name != "watches");
    let fields: Vec<(&str, &str)> = fields.map(|(name, value)| (name.as_str(), value.as_str())).collect();
    host.posts("/host/newcomers", &fields).is(303);
}

on_both! {
    fn what_looks_like_selling_waits_when_it_comes_through_a_group_of_another_community(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let (host, tom) = (town.host("Patient Alder"), town.person("Calm Stone"));
        let page = |path: &str| scene.page_in(path, &owls.actor);
        let (wren, of) = ("/u/wren", (&scene, &owls));
        assert_eq!(passes(town, of, page("/p/1"), (wren, "Talking of it helped me.")), "done ");
        assert_eq!(passes(town, of, page("/p/2"), (wren, "DM me for a bed.")), "done ");
        let below = scene.note("/c/1", &scene.peer.at("/p/1"));
        assert_eq!(passes(town, of, below, (wren, "Ring (555) 123-4567")), "done ");
        assert_eq!(held(town), ["phone", "lead"]);
        let stand = "SELECT (SELECT count(*) FROM thread WHERE removed_at IS NULL AND taken_back_at IS NULL) \
                     + (SELECT count(*) FROM reply WHERE removed_at IS NULL AND taken_back_at IS NULL) AS n";
        assert_eq!(town.count(stand), 1, "the rest stands");

        // Nobody looks after that group here, so those of the whole community do, and hear of it.
        let shelf = format!("/g/{}/held", name_of(town));
        host.visits("/news").is(200).shows("Something waits for a look in");
        host.visits("/look").is(200).shows("Owls");
        host.visits(&shelf).is(200).shows("DM me").shows("It says what sellers say.").shows("It holds a phone number.");
        tom.visits(&shelf).is(403).hides("DM me");
        town.stranger().visits(&shelf).is(303);
        looks(&host, &shelf, &[("answer", "not-here"), ("words", "We sell nothing here.")]);
        assert_eq!(held(town).len(), 1);
        looks(&host, &shelf, &[("answer", "let-through")]);
        assert_eq!(town.count("SELECT count(*) AS n FROM held WHERE back_on IS NULL"), 0);
        assert_eq!(town.count(stand), 2, "one was let through, and one never stood");

        // One that takes no answers waits as well.
        let mut locked = page("/p/9");
        locked["commentsEnabled"] = json!(false);
        assert_eq!(passes(town, of, locked, (wren, "DM me for a room.")), "done ");
        assert_eq!(town.count("SELECT count(*) AS n FROM held JOIN thread ON thread.id = thread_id WHERE locked_at IS NOT NULL"), 1);
        looks(&host, &shelf, &[("answer", "not-here"), ("words", "We sell nothing here.")]);

        // What stands is not turned into such a thing either.
        let mut changed = page("/p/1");
        changed["content"] = json!("<p>Ring (555) 123-4567</p>");
        owls.passes_on(town, &scene.activity("Update", changed));
        assert_eq!(town.lines("SELECT reason AS line FROM parcel ORDER BY id DESC LIMIT 1"), ["rules-change"]);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE body LIKE '%helped me%'"), 1);
    }

    fn what_waits_or_was_sent_back_here_is_let_in_by_nobody_who_keeps_the_group_elsewhere(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let host = town.host("Patient Alder");
        let page = scene.page_in("/p/1", &owls.actor);
        assert_eq!(passes(town, (&scene, &owls), page, ("/u/wren", "DM me for a bed.")), "done ");
        let stand = "SELECT count(*) AS n FROM thread WHERE removed_at IS NULL";
        let delete = owls.does("Delete", json!(scene.peer.at("/p/1")));
        let back_and_forth = |town: &mut Town| {
            for activity in [delete.clone(), owls.does("Undo", delete.clone())] {
                owls.passes_on(town, &activity);
            }
            assert_eq!(town.count(stand), 0);
        };
        back_and_forth(town);
        assert_eq!(held(town), ["lead"], "it waits as it did");
        let shelf = format!("/g/{}/held", name_of(town));
        looks(&host, &shelf, &[("answer", "not-here"), ("words", "We sell nothing here.")]);
        back_and_forth(town);
        // Whoever looked may still have it wait again, and let it through: then those who keep the group decide as ever.
        looks(&host, &shelf, &[("answer", "wait-again")]);
        looks(&host, &shelf, &[("answer", "let-through")]);
        assert_eq!(town.count(stand), 1);
        owls.passes_on(town, &delete);
        assert_eq!(town.count(stand), 0);
        owls.passes_on(town, &owls.does("Undo", delete));
        assert_eq!(town.count(stand), 1);
    }

    fn nobody_looks_at_what_waits_of_somebody_who_is_blocked_there_until_they_are_not(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let host = town.host("Patient Alder");
        let page = scene.page_in("/p/1", &owls.actor);
        assert_eq!(passes(town, (&scene, &owls), page, ("/u/wren", "DM me for a bed.")), "done ");
        let shelf = format!("/g/{}/held", name_of(town));
        let open = host.visits(&shelf).is(200).shows("DM me");
        let mut block = owls.does("Block", json!(scene.wren()));
        block["removeData"] = json!(true);
        owls.passes_on(town, &block);
        host.visits(&shelf).is(200).hides("DM me");
        host.visits("/look").is(200).hides("for a first look in Owls");
        host.fills(&open, &shelf, &[("answer", "let-through")]).is(409);
        let stand = "SELECT count(*) AS n FROM thread WHERE removed_at IS NULL";
        assert_eq!(town.count(stand), 0);
        owls.passes_on(town, &owls.does("Undo", block));
        assert_eq!(town.count(stand), 0, "it was not looked at");
        looks(&host, &shelf, &[("answer", "let-through")]);
        assert_eq!(town.count(stand), 1);
    }

    fn the_same_words_of_one_name_wait_in_the_third_place_whichever_groups_they_come_through(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let page = |path: &str| scene.page_in(path, &owls.actor);
        let below = |path: &str, answers: &str| scene.note(path, &scene.peer.at(answers));
        let (wren, reed, of) = ("/u/wren", "/u/reed", (&scene, &owls));
        for path in ["/p/1", "/p/2", "/p/3"] {
            assert_eq!(passes(town, of, page(path), (wren, path)), "done ");
        }
        // Twice below one thread is one place; what others say is theirs.
        passes(town, of, below("/c/1", "/p/1"), (wren, TEXT));
        passes(town, of, below("/c/2", "/c/1"), (wren, TEXT));
        passes(town, of, below("/c/3", "/p/2"), (wren, TEXT));
        for (path, answers) in [("/c/4", "/p/1"), ("/c/5", "/p/3")] {
            passes(town, of, below(path, answers), (reed, TEXT));
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 0);
        // The third place is in a group of ours, to which it comes by itself.
        let thread = opens(town, &scene.ada, "evenings", "Awake again.");
        let mut ours = scene.note("/c/9", &format!("{}/p/{thread}", town.app.federation().own.origin));
        ours["content"] = json!(format!("<p>{TEXT}</p>"));
        scene.sends(town, &scene.activity("Create", ours));
        comes_in(town);
        assert_eq!(held(town), ["same"]);
        passes(town, of, below("/c/6", "/p/3"), (wren, TEXT));
        assert_eq!(held(town), ["same", "same"]);
        assert_eq!(town.count("SELECT count(*) AS n FROM reply WHERE removed_at IS NULL"), 5);
    }

    fn a_thread_that_came_along_with_an_answer_is_one_place_as_well(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let (wren, of) = ("/u/wren", (&scene, &owls));
        scene.peer.says("/p/1", Says::json(&scene.page_in("/p/1", &owls.actor)));
        assert_eq!(passes(town, of, scene.page_in("/p/2", &owls.actor), (wren, "A walk.")), "done ");
        for (path, answers) in [("/c/1", "/p/1"), ("/c/2", "/p/1"), ("/c/3", "/p/2")] {
            let below = scene.note(path, &scene.peer.at(answers));
            assert_eq!(passes(town, of, below, (wren, TEXT)), "done ");
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 2, "one came along");
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 0, "two places");
    }

    fn what_members_say_in_a_group_elsewhere_is_watched_there_and_a_host_may_look_away(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let (host, tom) = (town.host("Patient Alder"), town.person("Calm Stone"));
        let (by, name) = (viewer(&tom, false), name_of(town));
        let joined = name.clone();
        town.arranges(move |tx| members::join(tx, &by, &joined).map(drop));
        town.settles();
        let draft = json!({"group": name, "kind": "win", "body": "Ring (555) 123-4567"});
        asks(&tom, "POST", "/api/v1/threads", &draft).is(201);
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 0, "its own community looks at it");

        looks_away(&host);
        let page = scene.page_in("/p/1", &owls.actor);
        assert_eq!(passes(town, (&scene, &owls), page, ("/u/wren", "DM me for a bed.")), "done ");
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL"), 2);
    }
}
