//! What went out of sight because a group of another community blocked its writer comes back when the block is taken back there.

use serde_json::{Value, json};

use super::coming::{Owls, Scene};
use super::own_of;
use crate::forum::said::{opens, viewer};
use crate::harness::Town;
use crate::safety::decisions::takes_back;
use crate::safety::{decides, tells, the_case};
use hearthside::forum::members;

/// What became of what came last.
fn fate(town: &Town) -> String {
    town.lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id DESC LIMIT 1").pop().unwrap()
}

/// What stands: threads and replies.
fn stand(town: &Town) -> (i64, i64) {
    (
        town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL AND taken_back_at IS NULL"),
        town.count("SELECT count(*) AS n FROM reply WHERE removed_at IS NULL AND taken_back_at IS NULL"),
    )
}

fn block(owls: &Owls<'_>, whom: &str) -> Value {
    let mut block = owls.does("Block", json!(whom));
    block["removeData"] = json!(true);
    block
}

/// Threads of Wren's come through the group.
fn come(town: &mut Town, scene: &Scene, owls: &Owls<'_>, paths: &[&str]) {
    for path in paths {
        owls.passes_on(town, &scene.activity("Create", scene.page_in(path, &owls.actor)));
        assert_eq!(fate(town), "done ");
    }
}

on_both! {
    fn words_that_went_by_a_block_come_back_with_its_undo_once(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        come(town, &scene, &owls, &["/p/1", "/p/2", "/p/3"]);
        owls.passes_on(town, &scene.activity("Create", scene.note("/c/1", &scene.peer.at("/p/1"))));
        owls.passes_on(town, &owls.does("Delete", json!(scene.peer.at("/p/3"))));
        assert_eq!(stand(town), (2, 1));
        let block = block(&owls, &scene.wren());
        owls.passes_on(town, &block);
        assert_eq!(stand(town), (0, 0));
        // One of them is decided about by itself.
        owls.passes_on(town, &owls.does("Delete", json!(scene.peer.at("/p/2"))));

        // Nobody takes a block back but those who keep the group.
        owls.passes_on(town, &scene.activity("Undo", block.clone()));
        assert_eq!(stand(town), (0, 0));
        owls.passes_on(town, &owls.does("Undo", block.clone()));
        assert_eq!(fate(town), "done ");
        assert_eq!((stand(town), town.count("SELECT reply_count AS n FROM thread ORDER BY id LIMIT 1")), ((1, 1), 1));
        assert_eq!(town.count("SELECT count(*) AS n FROM away_there"), 0);
        owls.passes_on(town, &owls.does("Undo", block));
        assert_eq!((fate(town), stand(town)), ("dropped theirs-to-decide".to_owned(), (1, 1)));
    }

    fn what_its_writer_took_back_and_what_was_decided_here_stay_out_of_sight(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let (host, maya) = (town.host("Patient Alder"), town.person("Maya Lake"));
        come(town, &scene, &owls, &["/p/1", "/p/2", "/p/3"]);
        let ids = town.lines("SELECT public_id AS line FROM thread ORDER BY id");
        tells(&maya, &format!("/p/{}", ids[1]), &[("reason", "cruel")]).is(303);
        let case = the_case(&host);
        let block = block(&owls, &scene.wren());
        owls.passes_on(town, &block);
        owls.passes_on(town, &scene.activity("Delete", json!(scene.peer.at("/p/1"))));
        decides(&host, &case, &[("verb", "remove"), ("words", "Harsh words.")]).is(303);
        owls.passes_on(town, &owls.does("Undo", block));
        assert_eq!(fate(town), "done ");
        let standing = "SELECT public_id AS line FROM thread WHERE removed_at IS NULL AND taken_back_at IS NULL ORDER BY id";
        assert_eq!(town.lines(standing), ids[2..]);
        assert_eq!(town.count("SELECT count(*) AS n FROM away_there"), 0, "also of what was taken back");
        maya.visits(&format!("/p/{}", ids[2])).is(200);
        maya.visits(&format!("/p/{}", ids[1])).is(404);
        // What was decided here is taken back here.
        takes_back(&host);
        assert_eq!(town.lines(standing), ids[1..]);
    }

    fn what_was_put_out_of_sight_here_is_brought_back_by_nobody_who_keeps_the_group_elsewhere(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let (host, maya) = (town.host("Patient Alder"), town.person("Maya Lake"));
        come(town, &scene, &owls, &["/p/1"]);
        let id = town.lines("SELECT public_id AS line FROM thread").pop().unwrap();
        tells(&maya, &format!("/p/{id}"), &[("reason", "cruel")]).is(303);
        decides(&host, &the_case(&host), &[("verb", "remove"), ("words", "Harsh words.")]).is(303);
        let delete = owls.does("Delete", json!(scene.peer.at("/p/1")));
        owls.passes_on(town, &delete);
        owls.passes_on(town, &owls.does("Undo", delete));
        assert_eq!((fate(town), stand(town)), ("done ".to_owned(), (0, 0)));
        takes_back(&host);
        assert_eq!(stand(town), (1, 0));
    }

    fn a_clean_up_here_covers_what_was_said_until_then_and_what_was_away_by_the_block(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let (host, maya) = (town.host("Patient Alder"), town.person("Maya Lake"));
        let standing = "SELECT public_id AS line FROM thread WHERE removed_at IS NULL ORDER BY id";
        let block = block(&owls, &scene.wren());
        come(town, &scene, &owls, &["/p/1"]);
        let first = town.lines(standing).pop().unwrap();
        tells(&maya, &format!("/p/{first}"), &[("reason", "cruel")]).is(303);
        decides(&host, &the_case(&host), &[("verb", "remove-all"), ("words", "Harsh words.")]).is(303);
        come(town, &scene, &owls, &["/p/2"]);
        let second = town.lines(standing).pop().unwrap();
        for activity in [block.clone(), owls.does("Undo", block.clone())] {
            owls.passes_on(town, &activity);
        }
        assert_eq!(town.lines(standing), std::slice::from_ref(&second), "what was said since went with the block alone");
        takes_back(&host);
        assert_eq!(town.lines(standing), [first.clone(), second.clone()]);

        // Away by the block first: the clean-up keeps it out of sight when the block ends, and gives it back with its own end.
        tells(&maya, &format!("/p/{second}"), &[("reason", "cruel")]).is(303);
        town.settles();
        let cases = town.lines("SELECT CAST(c.id AS TEXT) AS line FROM concern c JOIN thread t ON t.id = c.thread_id WHERE c.decided_on IS NULL AND t.removed_at IS NULL ORDER BY t.id");
        let case = format!("/look/{}", cases[1]);
        owls.passes_on(town, &block);
        decides(&host, &case, &[("verb", "remove-all"), ("words", "Harsh words.")]).is(303);
        owls.passes_on(town, &owls.does("Undo", block.clone()));
        assert_eq!(stand(town), (0, 0));
        takes_back(&host);
        assert_eq!(town.lines(standing), [first, second]);
        assert_eq!(town.count("SELECT count(*) AS n FROM away_there"), 0);
    }

    fn what_is_away_by_a_block_does_not_come_back_with_the_end_of_a_clean_up_here(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let (host, maya) = (town.host("Patient Alder"), town.person("Maya Lake"));
        come(town, &scene, &owls, &["/p/1"]);
        let id = town.lines("SELECT public_id AS line FROM thread").pop().unwrap();
        tells(&maya, &format!("/p/{id}"), &[("reason", "cruel")]).is(303);
        let (case, block) = (the_case(&host), block(&owls, &scene.wren()));
        owls.passes_on(town, &block);
        decides(&host, &case, &[("verb", "remove-all"), ("words", "Harsh words.")]).is(303);
        takes_back(&host);
        assert_eq!(stand(town), (0, 0), "those who keep the group still want it away");
        owls.passes_on(town, &owls.does("Undo", block));
        assert_eq!(stand(town), (1, 0));
    }

    fn a_block_that_ends_without_its_words_leaves_them_away(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        come(town, &scene, &owls, &["/p/1"]);
        let block = block(&owls, &scene.wren());
        owls.passes_on(town, &block);
        let mut undo = owls.does("Undo", block.clone());
        undo["restoreData"] = json!(false);
        owls.passes_on(town, &undo);
        assert_eq!((fate(town), stand(town)), ("dropped theirs-to-decide".to_owned(), (0, 0)));
        owls.passes_on(town, &owls.does("Undo", block));
        assert_eq!(stand(town), (0, 0), "it ended before");
    }

    fn words_of_our_member_that_went_by_a_block_come_back_too(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        owls.lets_us_follow(town);
        let tom = town.person("Calm Stone");
        let name = town.lines("SELECT name AS line FROM \"group\" WHERE id IN (SELECT group_id FROM far_group)").pop().unwrap();
        let (by, joined) = (viewer(&tom, false), name.clone());
        town.arranges(move |tx| members::join(tx, &by, &joined).map(drop));
        town.settles();
        let thread = opens(town, &tom, &name, "Here as ever.");
        let block = block(&owls, &format!("{}/people/Calm%20Stone", own_of(town).origin));
        owls.passes_on(town, &block);
        assert_eq!((fate(town), stand(town)), ("done ".to_owned(), (0, 0)));
        owls.passes_on(town, &owls.does("Undo", block));
        assert_eq!((fate(town), stand(town)), ("done ".to_owned(), (1, 0)));
        scene.ada.visits(&format!("/p/{thread}")).is(200).shows("Here as ever.");
    }
}
