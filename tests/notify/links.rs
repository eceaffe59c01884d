//! The links in mails: what each does once, for whom, and what it does for nobody else; and which addresses are not taken.

use serde_json::{Value, json};

use super::carrier::{ADDRESS, Carrier, gives, is_told_by_mail, mails_go, says_yes, waits_and_mails_go};
use super::mail::{addresses, letters, on_both_by_mail, told};
use super::phone::chooses;
use crate::forum::export::copy_in;
use crate::forum::said::{answers, opens};
use crate::harness::{Home, Person, Seen, Town};

const JSON: [(&str, &str); 2] = [("content-type", "application/json"), ("accept", "application/json")];

fn does(person: &Person, method: &str, path: &str, body: &Value) -> Seen {
    person.sends(method, path, &JSON, Some(body.to_string().as_bytes()))
}

/// As a mail program does it for its reader: no cookie, no token of a form, no word of where it stands.
fn presses_once(town: &Town, link: &str) -> Seen {
    town.stranger().posts(link, &[("List-Unsubscribe", "One-Click")])
}

on_both_by_mail! {
    fn one_press_in_a_mail_program_ends_it_and_pressing_again_is_the_same(town, carrier) {
        let (ada, maya) = told(town, carrier);
        answers(town, &maya, &opens(town, &ada, "evenings", "First week"), "With you");
        waits_and_mails_go(town);
        let end = carrier.mail().end(town);
        // A look ends nothing.
        town.stranger().visits(&end).is(200).shows("No more mails");
        assert_eq!(addresses(town), 1);
        for _ in 0..2 {
            presses_once(town, &end).is(200).shows("Nothing more comes to this address.");
            assert_eq!((addresses(town), letters(town)), (0, 0));
        }
        ada.visits("/you/notices").is(200).hides("There, and by e-mail");
        // One that never was says the same, so that no link says whether it is of use.
        let nobodys = format!("/mail/off/{}", "A".repeat(43));
        assert_eq!(town.stranger().visits(&nobodys).is(200).text("main"), town.stranger().visits(&end).is(200).text("main"));
        assert_eq!(presses_once(town, &nobodys).is(200).text("main"), presses_once(town, &end).is(200).text("main"));
        for none in ["/mail/off/x", "/mail/off/%00", "/mail/yes/x"] {
            assert!(town.stranger().posts(none, &[]).status >= 400, "{none}");
        }
        town.stranger().visits("/mail/off/x").is(404);
    }

    fn the_mail_that_asks_can_be_ended_by_whoever_did_not_ask_for_it(town, carrier) {
        let ada = town.person("Quiet Ada");
        gives(&ada, ADDRESS).is(303);
        mails_go(town);
        let asked = carrier.mail();
        presses_once(town, &asked.end(town)).is(200);
        assert_eq!(addresses(town), 0);
        ada.visits(&asked.link(town)).is(410).shows("This link is of no use any more");
    }

    fn a_page_of_another_site_ends_nothing(town, carrier) {
        let ada = town.person("Quiet Ada");
        let end = is_told_by_mail(town, carrier, &ada).end(town);
        let form = ("content-type", "application/x-www-form-urlencoded");
        ada.sends("POST", &end, &[form, ("sec-fetch-site", "cross-site")], Some(b"")).is(403);
        assert_eq!(addresses(town), 1);
    }

    fn whoever_is_paused_can_end_it_too(town, carrier) {
        let ada = town.person("Quiet Ada");
        let end = is_told_by_mail(town, carrier, &ada).end(town);
        let face = ada.face;
        town.arranges(move |tx| {
            tx.batch(&format!("UPDATE account SET state = 'paused', state_until = 999999 WHERE face_id = {face}"))
        });
        let page = ada.visits(&end).is(200);
        ada.fills(&page, &end, &[]).is(200).shows("Nothing more comes");
        assert_eq!(addresses(town), 0);
    }

    fn a_link_says_yes_once_for_its_member_alone_and_not_for_long(town, carrier) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        gives(&ada, ADDRESS).is(303);
        mails_go(town);
        let asked = carrier.mail();
        let link = asked.link(town);
        assert!(town.stranger().visits(&link).is(303).location.starts_with("/back-in"));
        let yes = |person: &Person| {
            let token = person.visits("/you/notices").is(200).attribute("input[name=csrf]", "value").unwrap();
            person.posts(&link, &[("csrf", &*token)])
        };
        // Somebody else's, with an address of their own and without.
        for own in [false, true] {
            if own {
                gives(&maya, "maya.vellumotter@post.example").is(303);
            }
            maya.visits(&link).is(410).hides("post.example");
            yes(&maya).is(410);
        }
        // Another address in its place: the link to the first is of no use.
        gives(&ada, "wren.vellumotter@other.example").is(303);
        ada.visits(&link).is(410);
        yes(&ada).is(410);
        carrier.heard();
        mails_go(town);
        let second = carrier.mails().into_iter().find(|mail| mail.header("To").contains("other")).unwrap();
        says_yes(town, &ada, &second);
        // Said once.
        ada.visits(&second.link(town)).is(410);
        assert_ne!(ada.posts(&second.link(town), &[]).status, 303);
        // Two days later.
        gives(&ada, ADDRESS).is(303);
        mails_go(town);
        let late = carrier.mail();
        town.waits_s(2 * 86_400);
        ada.visits(&late.link(town)).is(410);
        ada.visits("/you/notices/mail").is(200).hides("A mail with a link is on its way");
    }

    fn what_is_no_address_is_not_taken_and_keeps_what_was_typed(town, carrier) {
        let ada = town.person("Quiet Ada");
        for wrong in ["", "wren", "wren@post", "wren@127.0.0.1", "a@b.example\r\nBcc: c@d.example", "wren\0@post.example", "<w@post.example>"] {
            gives(&ada, wrong).is(422).shows("This is no e-mail address we can write to.");
            assert_eq!(does(&ada, "PUT", "/api/v1/notices/mail", &json!({ "address": wrong })).is(422).json()["code"], "mail-address");
        }
        let page = gives(&ada, "wren@post").is(422);
        assert_eq!(page.attribute("#address", "value").as_deref(), Some("wren@post"));
        assert_eq!(page.attribute("#address", "aria-invalid").as_deref(), Some("true"));
        assert_eq!((addresses(town), mails_go(town), carrier.heard().len()), (0, 0, 0));
    }

    fn nobody_is_written_to_again_and_again_because_others_name_them(town, carrier) {
        let people = ["Quiet Ada", "Maya Lake", "Slow Joe"].map(|name| town.person(name));
        for person in &people {
            // The same answer for each: nobody learns that another gave it before.
            gives(person, &ADDRESS.to_uppercase()).is(303);
            person.visits("/you/notices/mail").is(200).shows("A mail with a link is on its way");
        }
        mails_go(town);
        assert_eq!(carrier.mails().len(), 2);
        let [ada, ..] = &people;
        for n in 0..3 {
            gives(ada, &format!("{n}.vellumotter@post.example")).is(303);
        }
        gives(ada, "4.vellumotter@post.example").is(429);
    }

    fn a_program_gives_an_address_says_yes_and_takes_it_back(town, carrier) {
        let ada = town.person("Quiet Ada");
        let mail = || does(&ada, "GET", "/api/v1/notices/mail", &json!({})).is(200).json();
        assert_eq!(mail(), json!({ "is_offered": true, "address": null, "is_confirmed": false }));
        does(&ada, "PUT", "/api/v1/notices/mail", &json!({ "address": ADDRESS })).is(202);
        assert_eq!(mail(), json!({ "is_offered": true, "address": "w…@post.example", "is_confirmed": false }));
        mails_go(town);
        let asked = carrier.mail();
        let token = asked.link(town).rsplit('/').next().unwrap().to_owned();
        for wrong in ["", "x", &"A".repeat(43), "\0"] {
            let said = does(&ada, "POST", "/api/v1/notices/mail/yes", &json!({ "token": wrong }));
            assert_eq!(said.is(410).json()["code"], "mail-link");
        }
        does(&ada, "POST", "/api/v1/notices/mail/yes", &json!({ "token": token })).is(204);
        does(&ada, "POST", "/api/v1/notices/mail/yes", &json!({ "token": token })).is(410);
        assert_eq!(mail()["is_confirmed"], true);
        does(&ada, "DELETE", "/api/v1/notices/mail", &json!({})).is(204);
        does(&ada, "DELETE", "/api/v1/notices/mail", &json!({})).is(204);
        assert_eq!((mail()["address"].clone(), addresses(town)), (Value::Null, 0));
        let stranger = town.stranger();
        stranger.sends("GET", "/api/v1/notices/mail", &JSON, None).is(401);
        stranger.sends("PUT", "/api/v1/notices/mail", &JSON, Some(br#"{"address":"a@b.example"}"#)).is(401);
    }

    fn a_copy_of_ones_own_holds_the_address(town, carrier) {
        let ada = town.person("Quiet Ada");
        is_told_by_mail(town, carrier, &ada);
        chooses(&ada, &[("replies", "mail"), ("place", "both")]);
        let copy = copy_in(&ada.sends("POST", "/api/v1/me/copy", &[], None).is(200));
        let copy: Value = serde_json::from_str(&copy).unwrap();
        let told = &copy["told"];
        assert_eq!((&told["address"], &told["mailed"], &told["pushed"]), (&json!(ADDRESS), &json!(["replies", "place"]), &json!(["place"])));
    }

    fn an_address_lets_nobody_in_and_brings_nothing_back(town, carrier) {
        let ada = town.person("Quiet Ada");
        is_told_by_mail(town, carrier, &ada);
        let stranger = town.stranger();
        let page = stranger.visits("/back-in").is(200).hides("e-mail");
        assert_eq!(page.count("input[type=email]"), 0);
        assert!(stranger.fills(&page, "/back-in", &[("words", ADDRESS)]).status >= 400);
        assert_eq!((mails_go(town), carrier.heard().len()), (0, 0), "nothing is mailed for whoever stands at the door");
    }
}

/// Where the host names no machine there is no e-mail, and no page of it.
#[test]
fn there_is_no_mail_where_the_host_wants_none() {
    let town = Town::with_limits(Home::sqlite(), &[("HEARTHSIDE_MAIL_HOST", "")]);
    let ada = town.person("Quiet Ada");
    ada.visits("/you/notices").is(200).hides("e-mail");
    ada.visits("/you/notices/mail").is(404);
    does(&ada, "PUT", "/api/v1/notices/mail", &json!({ "address": ADDRESS })).is(404);
    let said = does(&ada, "GET", "/api/v1/notices/mail", &json!({})).is(200).json();
    assert_eq!(said, json!({ "is_offered": false, "address": null, "is_confirmed": false }));
    assert_eq!((addresses(&town), mails_go(&town)), (0, 0));
}

/// A host who ends e-mail leaves members the way to take their address back.
#[test]
fn an_address_can_be_taken_back_where_mail_has_ended() {
    let carrier = Carrier::new();
    let town = super::carrier::town(Home::sqlite(), &carrier, &[]);
    let ada = town.person("Quiet Ada");
    is_told_by_mail(&town, &carrier, &ada);
    let words = ada.words;
    let town = Town::again_with(town.closes(), &[("HEARTHSIDE_MAIL_HOST", "")]);
    let ada = town.stranger();
    let page = ada.visits("/back-in").is(200);
    ada.fills(&page, "/back-in", &[("words", &words)]).is(303);
    let page = ada.visits("/you/notices/mail").is(200).hides("Send me a link");
    assert_eq!(ada.fills(&page, "/you/notices/mail/off", &[]).is(303).location, "/you/notices");
    assert_eq!(addresses(&town), 0);
    ada.visits("/you/notices/mail").is(404);
}
