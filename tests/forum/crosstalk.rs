//! A group in which people share and do not answer each other: replies go to whoever opened the thread.

use serde_json::json;

use super::aliases::{night_owls, whispers};
use super::groups::asks;
use super::{answers, shares};
use crate::harness::{Person, Seen, Town};
use crate::safety::is_no;

/// Those who look after the group say that people share there.
fn is_for_sharing(keeper: &Person) {
    let form = keeper.visits("/g/owls/edit").is(200).shows("People share, and do not answer each other");
    let said = [("crosstalk", "off"), ("title", "Night owls"), ("purpose", "For evenings that are long.")];
    keeper.fills(&form, "/g/owls/edit", &said).is(303);
}

/// What comes of answering a reply with words, by a program.
fn answered(person: &Person, thread: &str, to: Option<&str>) -> Seen {
    asks(
        person,
        "POST",
        &format!("/api/v1/threads/{thread}/replies"),
        &json!({ "body": "I was there too.", "to": to }),
    )
}

/// Where the links under replies lead somebody who reads a thread.
fn links(person: &Person, thread: &str) -> usize {
    person.visits(&format!("/p/{thread}")).is(200).count(".thread a[href*='/reply?to=']")
}

/// Ada's thread, which Tom answered, and Bea; who looks after the group is Maya.
fn shared(town: &Town) -> ([Person; 4], String, [String; 2]) {
    let people = ["Maya Lake", "Quiet Ada", "Calm Stone", "Bright Reed"].map(|name| town.person(name));
    let [maya, ada, tom, bea] = &people;
    night_owls(town, "allowed", &[maya, ada, tom, bea]);
    is_for_sharing(maya);
    let thread = shares(ada, "owls", "A long night.");
    let replies = [tom, bea].map(|each| answers(each, &thread, None, "I hear you."));
    (people, thread, replies)
}

on_both! {
    fn where_people_share_a_reply_goes_to_whoever_opened_the_thread_and_to_nobody_else(town) {
        let ([maya, ada, tom, bea], thread, [toms, beas]) = shared(town);
        let place = format!("/p/{thread}/reply");
        bea.visits("/g/owls/about").is(200).shows("a reply goes to whoever opened the thread, and not to others who replied");

        // The form says so in its place, and all that was typed is there to be sent to whoever opened the thread.
        let form = bea.visits(&format!("{place}?to={toms}")).is(200).shows("People share here, and do not answer each other");
        assert!(form.text("h1").contains("Quiet Ada") && !form.text("h1").contains("Calm Stone"));
        let typed = [("body", "It was the same with me."), ("to", toms.as_str()), ("note", "grief"), ("step", "send")];
        let again = is_no(bea.fills(&form, &place, &typed).is(409), "reply-crosstalk");
        assert_eq!(again.text("#body").trim(), typed[0].1);
        assert_eq!(again.count("input[name=note][value=grief][checked]"), 1);
        assert_eq!(again.attribute("input[name=to]", "value").as_deref(), Some(""));
        bea.fills(&again, &place, &[("step", "send")]).is(303);
        ada.visits(&format!("/p/{thread}")).is(200).shows("It was the same with me.");
        assert_eq!(town.count("SELECT count(*) AS n FROM reply WHERE parent_id IS NOT NULL"), 0);
        is_no(answered(&bea, &thread, Some(&toms)).is(409), "reply-crosstalk");

        // Whoever opened it answers all; one adds to one's own; whoever looks after the group helps.
        answered(&ada, &thread, Some(&beas)).is(201);
        let thanks = town.lines("SELECT public_id AS line FROM reply WHERE parent_id IS NOT NULL").pop().unwrap();
        for (who, to) in [(&tom, &toms), (&tom, &thanks), (&maya, &toms)] {
            answered(who, &thread, Some(to)).is(201);
        }
        assert_eq!(links(&ada, &thread), links(&maya, &thread));
        assert!(links(&bea, &thread) < links(&maya, &thread), "no link to what is not answered");

        // In another group, and once it says so again, people answer each other.
        assert_eq!(bea.visits("/api/v1/groups/owls").is(200).json()["crosstalk"], "off");
        let form = maya.visits("/g/owls/edit").is(200);
        assert_eq!(form.attribute("input[name=crosstalk][checked]", "value").as_deref(), Some("off"));
        maya.fills(&form, "/g/owls/edit", &[("crosstalk", "on")]).is(303);
        answered(&bea, &thread, Some(&toms)).is(201);
        bea.visits(&place).is(200).hides("People share here");
    }

    fn an_alias_shares_like_everybody_and_the_name_behind_it_opens_no_door(town) {
        let ([maya, ada, tom, bea], thread, [toms, _]) = shared(town);
        let before = town.count("SELECT count(*) AS n FROM alias");
        let as_alias = |person: &Person, thread: &str, to: &str| {
            let place = format!("/p/{thread}/reply");
            let form = person.visits(&format!("{place}?to={to}")).is(200);
            person.fills(&form, &place, &[("body", "From behind."), ("as", "thread"), ("to", to), ("step", "send")])
        };
        is_no(as_alias(&bea, &thread, &toms).is(409), "reply-crosstalk");
        // Neither who opened the thread nor who looks after the group does so as an alias.
        is_no(as_alias(&ada, &thread, &toms).is(409), "reply-crosstalk");
        is_no(as_alias(&maya, &thread, &toms).is(409), "reply-crosstalk");
        assert_eq!(town.count("SELECT count(*) AS n FROM alias"), before, "nothing is left of it");

        // An alias that opened a thread answers those who answered it.
        let hers = whispers(&ada, "thread", "Nobody knows.");
        let reply = answers(&tom, &hers, None, "I am here.");
        as_alias(&ada, &hers, &reply).is(303);
        is_no(answered(&ada, &hers, Some(&reply)).is(409), "reply-crosstalk");
        assert!(town.tying_commits().is_empty());
    }

    fn a_program_says_whether_people_answer_each_other(town) {
        let ada = town.person("Quiet Ada");
        let mut shape = json!({
            "title": "Long evenings", "purpose": "For evenings that are long.", "advice": "welcome", "joining": "open",
            "listed": "community", "ceiling": "community", "reach": "group", "aliases": "off"
        });
        assert_eq!(asks(&ada, "POST", "/api/v1/groups", &shape).is(201).json()["crosstalk"], "on");
        shape["crosstalk"] = "never".into();
        assert_eq!(asks(&ada, "PUT", "/api/v1/groups/long-evenings", &shape).is(422).json()["field"], "crosstalk");
        shape["crosstalk"] = "off".into();
        assert_eq!(asks(&ada, "PUT", "/api/v1/groups/long-evenings", &shape).is(200).json()["crosstalk"], "off");
        shape.as_object_mut().unwrap().remove("crosstalk");
        assert_eq!(asks(&ada, "PUT", "/api/v1/groups/long-evenings", &shape).is(200).json()["crosstalk"], "off", "left out: as before");
        let maya = town.person("Maya Lake");
        assert_eq!(asks(&maya, "PUT", "/api/v1/groups/long-evenings", &shape).is(403).json()["code"], "stewards-only");
    }
}
