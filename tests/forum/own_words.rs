//! One's own words, wherever they stand: found, shown by themselves, and taken back.

use hearthside::policy::Reach;

use super::aliases::{night_owls, whispers};
use super::{answers, shares};
use crate::harness::{Person, Town};

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];

fn blocks(who: &Person, name: &str) {
    let url = format!("/people/{}/quiet", name.replace(' ', "%20"));
    let form = who.visits(&url).is(200);
    who.fills(&form, &url, &[("how", "block")]).is(303);
}

/// Ada opens a thread titled by her words; Maya answers it.
fn thread_of_ada(town: &Town) -> (Person, Person, String, String) {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Community, &[&ada, &maya]);
    let thread = shares(&ada, "evenings", "Kettle by Ada.");
    let reply = answers(&maya, &thread, None, "Lantern by Maya.");
    (ada, maya, thread, reply)
}

fn is_gone(town: &Town) -> bool {
    town.count("SELECT count(*) AS n FROM reply WHERE taken_back_at IS NOT NULL AND body = ''") == 1
        && town.count("SELECT sum(reply_count) AS n FROM thread") == 0
}

on_both! {
    fn whoever_was_blocked_finds_their_own_reply_by_itself_and_takes_it_back(town) {
        let (ada, maya, thread, reply) = thread_of_ada(town);
        maya.visits("/you/words").is(200).shows("Lantern by Maya.").shows("Kettle by Ada.");
        blocks(&ada, "Maya Lake");

        maya.visits(&format!("/p/{thread}")).is(404);
        let list = maya.visits("/you/words").is(200).shows("Lantern by Maya.").hides("Kettle").hides("Ada");
        let place = format!("/p/{thread}/r/{reply}");
        assert_eq!(list.attribute("main ul a.row", "href").as_deref(), Some(place.as_str()));
        maya.visits("/you/data").is(200).shows("What you said");
        let seen = maya.visits(&place).is(200).shows("Lantern by Maya.").hides("Kettle").hides("Ada").hides("evenings");
        let delete = format!("{place}/delete");
        assert_eq!(seen.attribute("main a.btn", "href").as_deref(), Some(delete.as_str()));
        let form = maya.visits(&delete).is(200).shows("Lantern by Maya.").hides("Kettle").hides("Ada");
        assert_eq!(maya.fills(&form, &delete, &[]).is(303).location, "/you/words");
        assert!(is_gone(town));
        maya.visits("/you/words").is(200).shows("No replies yet.");
        maya.visits(&place).is(404);
        maya.visits(&delete).is(410);
        ada.visits(&format!("/p/{thread}")).is(200).hides("Lantern");
    }

    fn programs_read_and_take_back_their_own_reply_where_the_thread_is_not_met(town) {
        let (ada, maya, thread, reply) = thread_of_ada(town);
        blocks(&ada, "Maya Lake");
        let api = format!("/api/v1/threads/{thread}/replies/{reply}");
        let json = maya.visits(&api).is(200).hides("Ada").hides("Kettle").json();
        assert_eq!((&json["body"], &json["author"]), (&"Lantern by Maya.".into(), &"Maya Lake".into()));
        maya.sends("PATCH", &api, &JSON, Some(br#"{"body":"Other words."}"#)).is(404);
        maya.sends("DELETE", &api, &[], None).is(204);
        assert!(is_gone(town));
        maya.sends("DELETE", &api, &[], None).is(410);
    }

    fn nobody_elses_words_are_found_that_way(town) {
        let (ada, _, thread, reply) = thread_of_ada(town);
        let joe = town.person("Slow Joe");
        let face = joe.face;
        town.arranges(move |tx| tx.batch(&format!("INSERT INTO membership (group_id, face_id, state, role, since_week) SELECT id, {face}, 'in', 'member', 2900 FROM \"group\"")));
        joe.visits(&format!("/p/{thread}/r/{reply}")).is(200);
        blocks(&ada, "Slow Joe");
        blocks(&ada, "Maya Lake");
        let place = format!("/p/{thread}/r/{reply}");
        let never: String = thread.chars().rev().collect();
        for door in ["", "/delete", "/edit", "/history"] {
            let (hidden, absent) = (joe.visits(&format!("{place}{door}")), joe.visits(&format!("/p/{never}/r/{reply}{door}")));
            assert_eq!((hidden.status, hidden.text("main")), (absent.status, absent.text("main")), "{door}");
        }
        joe.sends("DELETE", &format!("/api/v1/threads/{thread}/replies/{reply}"), &[], None).is(404);
        joe.visits(&format!("/api/v1/threads/{thread}/replies/{reply}")).is(404);
        joe.visits("/you/words").is(200).hides("Lantern").shows("No replies yet.");
        town.stranger().visits("/you/words").is(303);
        town.stranger().visits(&place).is(404);
        assert!(!is_gone(town));
    }

    fn the_page_says_the_same_for_a_block_and_for_a_thread_that_is_gone(town) {
        let (ada, maya, thread, reply) = thread_of_ada(town);
        let place = format!("/p/{thread}/r/{reply}");
        blocks(&ada, "Maya Lake");
        let blocked = maya.visits(&place).is(200).text("main");
        let list = ada.visits("/you/quiet").is(200);
        ada.fills(&list, "/people/Maya%20Lake/quiet", &[("how", "none")]).is(303);
        maya.visits(&place).is(200).shows("Kettle by Ada.");
        ada.sends("DELETE", &format!("/api/v1/threads/{thread}"), &[], None).is(204);
        assert_eq!(maya.visits(&place).is(200).text("main"), blocked);
        maya.sends("DELETE", &format!("/api/v1/threads/{thread}/replies/{reply}"), &[], None).is(204);
        assert!(is_gone(town));
    }

    fn what_was_said_in_a_group_one_left_can_be_taken_back(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Group, &[&ada, &maya]);
        let own = shares(&maya, "evenings", "Opened by Maya.");
        let thread = shares(&ada, "evenings", "Kettle by Ada.");
        let reply = answers(&maya, &thread, None, "Lantern by Maya.");
        town.arranges(|tx| tx.batch("DELETE FROM membership WHERE face_id = (SELECT id FROM face WHERE name = 'Maya Lake')"));

        maya.visits(&format!("/p/{own}")).is(404);
        maya.visits("/you/words").is(200).shows("Opened by Maya.").shows("Lantern by Maya.").hides("Kettle");
        let delete = format!("/p/{own}/delete");
        let form = maya.visits(&delete).is(200).shows("Opened by Maya.");
        assert_eq!(maya.fills(&form, &delete, &[]).is(303).location, "/you/words");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE taken_back_at IS NOT NULL"), 1);
        maya.visits(&delete).is(404);
        maya.sends("DELETE", &format!("/api/v1/threads/{thread}/replies/{reply}"), &[], None).is(204);
        ada.visits(&format!("/p/{own}/delete")).is(410);
        maya.visits(&format!("/p/{thread}/delete")).is(404);
    }

    fn an_alias_takes_back_its_reply_where_its_holder_left(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&ada, &maya]);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET reach = 'group'"));
        let thread = whispers(&maya, "thread", "Nobody knows.");
        let form = maya.visits(&format!("/p/{thread}/reply")).is(200);
        let sent = maya.fills(&form, &format!("/p/{thread}/reply"), &[("body", "Still nobody."), ("as", "thread")]).is(303);
        let reply = sent.location.rsplit_once("#r").unwrap().1.to_owned();
        town.arranges(|tx| tx.batch("DELETE FROM membership WHERE face_id = (SELECT id FROM face WHERE name = 'Maya Lake')"));
        let place = format!("/p/{thread}/r/{reply}");
        maya.visits(&format!("/p/{thread}")).is(404);
        maya.visits(&place).is(200).shows("Still nobody.").hides("Nobody knows.");
        ada.visits(&place).is(200).shows("Nobody knows.");
        let form = maya.visits(&format!("{place}/delete")).is(200);
        maya.fills(&form, &format!("{place}/delete"), &[]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM reply WHERE taken_back_at IS NOT NULL"), 1);
        maya.visits("/you/words").is(200).hides("Still nobody.");
    }
}
