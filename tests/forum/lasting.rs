//! How long words stay: until the day their writer chose, as long as their group keeps them; and then nothing is left.

use hearthside::policy::Reach;

use super::{answers, shares};
use crate::harness::{Person, Town};

const DAY_S: i64 = 86_400;

/// Days go by, one at a time; people look in, and whoever hears of news hears it.
fn days(town: &Town, people: &[&Person], many: i64) {
    for _ in 0..many {
        town.waits_s(DAY_S);
        for person in people {
            person.visits("/").is(200);
        }
    }
    town.settles();
}

/// A group with two people in it, after every job has seen the clock.
fn evenings(town: &Town) -> (Person, Person) {
    town.begins();
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Community, &[&ada, &maya]);
    // Long enough that nobody is new: newcomers have few words.
    days(town, &[&ada, &maya], 15);
    (ada, maya)
}

/// Shares something that stays for a time.
fn shares_for(person: &Person, lasting: &str, words: &str) -> String {
    let form = person.visits("/share?group=evenings").is(200);
    let sent =
        person.fills(&form, "/share", &[("body", words), ("lasting", lasting), ("step", "send")]).is(303);
    super::id_in(&sent.location)
}

fn keeps(town: &Town, keeps: &'static str) {
    let sql = format!("UPDATE \"group\" SET keeps = '{keeps}' WHERE name = 'evenings'");
    town.arranges(move |tx| tx.batch(&sql));
}

fn places(town: &Town) -> (i64, i64) {
    (town.count("SELECT count(*) AS n FROM thread"), town.count("SELECT count(*) AS n FROM reply"))
}

on_both! {
    fn words_go_on_the_day_their_writer_chose_and_everybody_is_told(town) {
        let (ada, maya) = evenings(town);
        let form = maya.visits("/share?group=evenings").is(200);
        let lasting = form.attribute("#lasting option[selected]", "value");
        assert_eq!((form.count("#lasting option"), lasting), (4, None), "nothing is chosen for anybody");
        let own = shares_for(&maya, "week", "Here for seven days.");
        let hers = shares(&ada, "evenings", "Here to stay.");
        let to = format!("/p/{hers}/reply");
        maya.fills(&maya.visits(&to), &to, &[("body", "A month of company."), ("lasting", "month")]).is(303);
        town.settles();
        ada.visits(&format!("/p/{own}")).is(200).shows("goes in 7 days");
        ada.visits(&format!("/p/{hers}")).is(200).shows("goes in 30 days").shows("A month of company.");

        days(town, &[&ada, &maya], 6);
        ada.visits(&format!("/p/{own}")).is(200).shows("goes tomorrow").shows("Here for seven days.");
        ada.visits("/search?q=seven").is(200).shows("Here for");
        days(town, &[&ada, &maya], 1);
        ada.visits(&format!("/p/{own}")).is(410).shows("or its time was over").hides("seven days");
        maya.visits("/search?q=seven").is(200).hides("Here for");
        ada.visits("/g/evenings").is(200).hides("Here for seven");

        days(town, &[&ada, &maya], 23);
        ada.visits(&format!("/p/{hers}")).is(200).shows("Here to stay.").hides("A month of company.");
        let count = "SELECT count(*) AS n FROM thread WHERE reply_count = 0 AND body <> ''";
        assert_eq!(town.count(count), 1, "it is no longer counted");
    }

    fn a_writer_may_change_their_mind_about_the_day(town) {
        let (ada, maya) = evenings(town);
        let own = shares_for(&maya, "week", "Seven days, or more.");
        let edit = format!("/p/{own}/edit");
        let form = maya.visits(&edit).is(200).shows("As before: 7 more days");
        assert_eq!(form.count("#lasting option"), 5);
        maya.fills(&form, &edit, &[]).is(303);
        ada.visits(&format!("/p/{own}")).is(200).shows("goes in 7 days").hides(">changed<");
        maya.fills(&form, &edit, &[("lasting", "stay")]).is(303);
        ada.visits(&format!("/p/{own}")).is(200).hides("goes in").hides(">changed<");
        days(town, &[&ada, &maya], 9);
        ada.visits(&format!("/p/{own}")).is(200).shows("Seven days, or more.");
        let token = ada.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
        ada.posts(&edit, &[("csrf", &token), ("body", "Mine now."), ("lasting", "week")]).is(403);
        ada.visits(&edit).is(403);
        ada.visits(&format!("/p/{own}")).is(200).hides("goes in").hides("Mine now");
    }

    fn programs_choose_a_day_too_and_hear_of_one_that_is_none(town) {
        let (ada, maya) = evenings(town);
        let json = [("content-type", "application/json")];
        let sent = |method: &str, path: &str, body: serde_json::Value| maya.sends(method, path, &json, Some(body.to_string().as_bytes()));
        let words = serde_json::json!({"group": "evenings", "kind": "win", "body": "By a program.", "lasting": "quarter"});
        let made = sent("POST", "/api/v1/threads", words).is(201).json();
        let id = made["id"].as_str().unwrap().to_owned();
        assert!(made["goes_on"].as_str().is_some_and(|day| day.len() == 10), "{made}");
        let wrong = sent("POST", "/api/v1/threads", serde_json::json!({"group": "evenings", "kind": "win", "body": "No.", "lasting": "eon"}));
        assert_eq!(wrong.is(422).json()["code"], "lasting-unknown");
        let stays = serde_json::json!({"body": "By a program.", "lasting": "stay"});
        assert!(sent("PATCH", &format!("/api/v1/threads/{id}"), stays).is(200).json()["goes_on"].is_null());
        let reply = serde_json::json!({"body": "And a reply.", "lasting": "week"});
        let reply = sent("POST", &format!("/api/v1/threads/{id}/replies"), reply).is(201).json();
        assert!(reply["goes_on"].is_string(), "{reply}");
        let seen = ada.sends("GET", &format!("/api/v1/threads/{id}/replies"), &[], None).is(200).json();
        assert_eq!(seen["rows"][0]["goes_on"], reply["goes_on"]);
    }

    fn a_thread_goes_once_nobody_has_written_in_it_for_as_long_as_the_group_says(town) {
        let (ada, maya) = evenings(town);
        keeps(town, "month");
        let quiet = shares(&maya, "evenings", "Soon quiet.");
        answers(&ada, &quiet, None, "An answer.");
        let pinned = shares(&maya, "evenings", "Pinned for everybody.");
        let token = ada.visits(&format!("/p/{pinned}")).attribute("input[name=csrf]", "value").unwrap();
        ada.posts(&format!("/p/{pinned}/pin"), &[("csrf", &token)]).is(303);
        let alive = shares(&maya, "evenings", "Still spoken in.");
        maya.posts(&format!("/p/{quiet}/react"), &[("csrf", &maya.visits("/you/names").attribute("input[name=csrf]", "value").unwrap()), ("kind", "with")]);
        days(town, &[&ada, &maya], 20);
        answers(&ada, &alive, None, "Twenty days on.");
        days(town, &[&ada, &maya], 12);

        ada.visits(&format!("/p/{quiet}")).is(410);
        ada.visits(&format!("/p/{pinned}")).is(200);
        ada.visits(&format!("/p/{alive}")).is(200).shows("Twenty days on.");
        assert_eq!(town.count("SELECT count(*) AS n FROM reply WHERE body = 'An answer.'"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM reaction"), 0);
        ada.visits("/search?q=answer").is(200).hides("An answer.");
        assert_eq!(places(town), (3, 2), "for a month whoever comes back is told");
        days(town, &[&ada, &maya], 17);
        keeps(town, "always");
        days(town, &[&ada, &maya], 30);
        assert_eq!(places(town), (2, 1), "then nothing says that there was something");
        ada.visits(&format!("/p/{quiet}")).is(404);
    }

    fn a_steward_says_how_long_and_everybody_can_read_it(town) {
        let (host, ada) = (town.host("Patient Alder"), town.person("Quiet Ada"));
        let form = host.visits("/g/new").is(200);
        assert_eq!(form.attribute("input[name=keeps][checked]", "value").as_deref(), Some("year"));
        let fields = [("title", "Slow mornings"), ("purpose", "For whoever wakes up slowly.")];
        host.fills(&form, "/g/new", &fields).is(303);
        ada.visits("/g/slow-mornings/about").is(200).shows("nobody writes for a year is deleted");
        let edit = host.visits("/g/slow-mornings/edit").is(200);
        host.fills(&edit, "/g/slow-mornings/edit", &[("keeps", "quarter")]).is(303);
        ada.visits("/g/slow-mornings/about").is(200).shows("nobody writes for 90 days is deleted");
        ada.visits("/g/slow-mornings/edit").is(403);
        let seen = ada.sends("GET", "/api/v1/groups/slow-mornings", &[], None).is(200).json();
        assert_eq!(seen["keeps"], "quarter");
    }

    fn what_was_taken_back_leaves_its_place_after_a_month_and_a_place_that_is_answered_stays(town) {
        let (ada, maya) = evenings(town);
        let own = shares(&maya, "evenings", "Where they talk.");
        let first = answers(&ada, &own, None, "Taken back later.");
        let second = answers(&maya, &own, Some(&first), "An answer to it.");
        let gone = shares(&ada, "evenings", "A thread taken back.");
        answers(&maya, &gone, None, "Said below it.");
        for place in [format!("/p/{own}/r/{first}/delete"), format!("/p/{gone}/delete")] {
            ada.fills(&ada.visits(&place).is(200), &place, &[]).is(303);
        }
        days(town, &[&ada, &maya], 32);
        assert_eq!(places(town), (1, 2), "one place is answered");
        ada.visits(&format!("/p/{own}")).is(200).shows("An answer to it.").shows("or its time was over");
        let place = format!("/p/{own}/r/{second}/delete");
        maya.fills(&maya.visits(&place).is(200), &place, &[]).is(303);
        days(town, &[&ada, &maya], 33);
        assert_eq!(places(town), (1, 0));
        ada.visits(&format!("/p/{gone}")).is(404);
    }

    fn words_that_went_with_their_writer_do_not_go_once_more_on_their_day(town) {
        let (ada, maya) = evenings(town);
        let hers = shares(&ada, "evenings", "Where both speak.");
        let to = format!("/p/{hers}/reply");
        maya.fills(&maya.visits(&to), &to, &[("body", "For a month."), ("lasting", "month")]).is(303);
        answers(&ada, &hers, None, "Here to stay.");
        let face = maya.face;
        town.arranges(move |tx| {
            tx.emit(hearthside::events::identity::Event::AccountErased { face, takes_words_back: true })
        });
        town.settles();
        let count = "SELECT reply_count AS n FROM thread";
        assert_eq!(town.count(count), 1, "what is gone is no longer counted");
        for _ in 0..32 {
            town.waits_s(DAY_S);
            ada.visits("/").is(200);
        }
        town.settles();
        assert_eq!(town.count(count), 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM event WHERE payload LIKE '%ReplyTakenBack%'"), 0);
    }

    fn a_clock_that_jumps_takes_nobodys_words(town) {
        let (ada, maya) = evenings(town);
        keeps(town, "month");
        let own = shares_for(&maya, "week", "Still mine.");
        ada.visits(&format!("/p/{own}")).is(200).shows("Still mine.");
        town.waits_s(3_650 * DAY_S);
        town.waits_s(DAY_S);
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE body = 'Still mine.'"), 1);
    }
}
