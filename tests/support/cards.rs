//! A card of needs and offers: whoever gets it reads it, it can be changed, and where two meet is said in words; and asking, in one press,
//! whoever said that they may be told.

use super::buddies::{ada_and_maya, presses};
use super::{asks, blocks, presses as moves};
use crate::forum::export::copy_in;
use crate::harness::{Person, Seen, Town};
use crate::recovery::plans::writes;

const ASK: &str = "/buddies/ask-now";

/// The page of the two, as one of them calls it.
fn pair(person: &Person) -> String {
    let side = person.visits("/buddies").is(200).attribute("#buddies input[name=buddy]", "value").unwrap();
    format!("/buddies/pair/{side}")
}

/// Keeps a card for the first buddy.
#[track_caller]
fn keeps(person: &Person, fields: &[(&str, &str)]) -> Seen {
    let pair = pair(person);
    let page = person.visits(&pair).is(200);
    person.fills(&page, &format!("{pair}/card"), fields)
}

/// What somebody reads of where they meet.
fn fit(person: &Person) -> String {
    person.visits("/buddies").is(200).text("#buddies")
}

/// Maya says that she may be told, and stands on Ada's call list.
fn may_be_told(town: &Town) -> (Person, Person) {
    let (ada, maya) = ada_and_maya(town);
    keeps(&maya, &[("can", "tell")]).is(303);
    writes(&ada, &[("people", "Maya Lake, here\nMy sister, +1 (555) 010-0199")]).is(303);
    (ada, maya)
}

on_both! {
    fn a_card_has_two_sides_and_whoever_gets_the_link_reads_both(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let page = ada.visits("/buddies").is(200);
        let sides = [("likes", "word"), ("likes", "tell"), ("likes_ways", "listen"), ("line", "Walks, vellumotter")];
        let offers = [("can", "path"), ("can_line", "Soup, quokkaharbour"), ("when", "evening"), ("zone", "Europe/Berlin")];
        let link = ada.fills(&page, "/buddies", &[sides.as_slice(), offers.as_slice()].concat()).is(303).location;
        let rows = town.lines("SELECT sealed AS line FROM buddy_link");
        assert!(rows.iter().all(|row| !["otter", "quokka", "listen", "Berlin"].iter().any(|word| row.contains(word))), "sealed");

        let own = ada.visits(&link).is(200).shows("What I would like").shows("What I can do for a buddy").shows("When I have time");
        own.hides("What they would like").hides("When they have time").hides("By their own clock");
        let page = maya.visits(&link).is(200).shows("Walks, vellumotter").shows("Soup, quokkaharbour");
        let page = page.shows("By their own clock, on which it is past");
        let read = ["a short word in the morning", "somebody to tell when it gets hard", "by listening", "somebody on the same pathway"];
        assert_eq!((page.texts("main .panel ul li"), page.text("main .panel .tag")), (read.map(str::to_owned).to_vec(), "in the evening".to_owned()));
        let offers = [("can", "tell"), ("can_ways", "listen"), ("likes", "word"), ("when", "evening"), ("zone", "Europe/Madrid")];
        maya.fills(&page, &link, &offers).is(303);
        for (who, other) in [(&ada, "You would like, and they can be or do: somebody to tell"), (&maya, "They would like, and you can be or do: somebody to tell")] {
            let said = fit(who);
            assert!(said.contains("You both would like a short word in the morning") && said.contains(other), "{said}");
            assert!(said.contains("It suits you both by listening") && said.contains("You both have time in the evening"), "{said}");
        }
        let sam = town.person("Sam Hollow");
        sam.visits(&pair(&ada)).is(404);
        for path in ["/buddies", "/people/quiet-ada", "/api/v1/people/quiet-ada", "/api/v1/buddies"] {
            sam.visits(path).is(200).hides("otter").hides("quokka");
        }
    }

    fn a_card_is_changed_for_one_buddy_and_they_are_told_nothing(town) {
        let (ada, maya) = ada_and_maya(town);
        let (events, lengths) = ("SELECT count(*) AS n FROM event", || {
            let rows = town.lines("SELECT sealed AS line FROM buddy");
            rows.iter().map(String::len).collect::<std::collections::BTreeSet<_>>()
        });
        let before = town.count(events);
        assert_eq!(lengths().len(), 1);
        keeps(&ada, &[("line", "Rain, plumkettle"), ("likes", "asks")]).is(303);
        assert_eq!((lengths().len(), town.count(events)), (1, before), "how much was said does not show, and nobody is told");
        let page = maya.visits(&pair(&maya)).is(200).hides("vellumotter");
        assert_eq!((page.text("#their-card .voice"), page.text("#their-card li")), ("Rain, plumkettle".to_owned(), "somebody who asks how it is going".to_owned()));
        let form = ada.visits(&pair(&ada)).is(200);
        assert_eq!(form.attribute("#line", "value").as_deref(), Some("Rain, plumkettle"), "it begins as it is");
        keeps(&ada, &[("line", "")]).is(303);
        assert_eq!(maya.visits("/buddies").is(200).hides("plumkettle").text("#buddies li"), "somebody who asks how it is going");
    }

    fn what_cannot_be_chosen_is_not_kept_and_what_was_typed_is_not_lost(town) {
        let (ada, maya) = ada_and_maya(town);
        let card = format!("{}/card", pair(&ada));
        let long = "a".repeat(201);
        for wrong in [("likes", "gold"), ("likes_ways", "shouting"), ("can", "money"), ("when", "always"), ("zone", "Mars/Base"), ("can_line", long.as_str())] {
            let page = presses(&ada, &card, &[wrong, ("line", "Rain, plumkettle")]).is(422);
            assert_eq!(page.attribute("#line", "value").as_deref(), Some("Rain, plumkettle"), "{wrong:?}");
        }
        let page = ada.visits("/buddies").is(200);
        ada.fills(&page, "/buddies", &[("likes", "gold"), ("line", "Rain, plumkettle")]).is(422).shows("Choose one of these.");
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy_link"), 0);
        presses(&maya, &card, &[("line", "Mine")]).is(404);
        presses(&ada, "/buddies/pair/99/card", &[("line", "Mine")]).is(404);
        assert_eq!(town.stranger().visits("/buddies").is(303).location.split('?').next(), Some("/back-in"));
        maya.visits("/buddies").is(200).shows("vellumotter").hides("plumkettle");
        blocks(&maya, "quiet-ada");
        presses(&ada, &card, &[("line", "Mine")]).is(404);
    }

    fn a_program_shows_a_card_reads_one_and_changes_it(town) {
        let (ada, maya) = ada_and_maya(town);
        let json = [("content-type", "application/json")];
        let card = format!("/api/v1/buddies/{}/card", pair(&ada).rsplit('/').next().unwrap());
        let sends = |who: &Person, body: &str| who.sends("PUT", &card, &json, Some(body.as_bytes()));
        sends(&ada, r#"{"likes":["tell"],"like_line":"Rain","when":["night"],"zone":"Asia/Tokyo"}"#).is(204);
        keeps(&maya, &[("can", "tell"), ("when", "night"), ("zone", "Asia/Tokyo")]).is(303);
        let read = |who: &Person| who.sends("GET", "/api/v1/buddies", &[], None).is(200).json()["rows"][0].clone();
        let (hers, theirs) = (read(&ada), read(&maya));
        assert_eq!((&hers["own"]["zone"], &theirs["card"]["zone"]), (&"Asia/Tokyo".into(), &"".into()), "what hour it is, not where");
        assert_eq!((&theirs["card"]["like_line"], &theirs["line"]), (&"Rain".into(), &"Rain".into()));
        assert_eq!((&hers["fits"]["they"][0], &hers["fits"]["when"][0]), (&"tell".into(), &"night".into()));
        assert_eq!(theirs["fits"]["you"][0], "tell");
        sends(&ada, r#"{"likes":["gold"]}"#).is(422);
        sends(&maya, r#"{"likes":["tell"]}"#).is(404);
        let copy = copy_in(&ada.sends("POST", "/api/v1/me/copy", &[], None).is(200)).replace(' ', "");
        assert!(copy.contains("\"zone\":\"Asia/Tokyo\"") && copy.contains("\"like_line\":\"Rain\""), "{copy}");
    }

    fn whoever_said_that_they_may_be_told_is_asked_in_one_press_from_plan_and_support(town) {
        let (ada, maya) = may_be_told(town);
        let page = ada.visits("/support").is(200).shows("People I chose").shows("Ask Maya Lake");
        assert_eq!(page.attribute("#calls a[href^='tel:']", "href").as_deref(), Some("tel:+15550100199"));
        let plan = ada.visits("/support/plan").is(200).shows("Ask Maya Lake");
        assert_eq!(plan.count("#card a[href='tel:+15550100199']"), 1);
        assert_eq!(ada.fills(&plan, ASK, &[]).is(303).location, "/support/plan#calls");
        town.settles();
        maya.visits("/news").is(200).shows("Quiet Ada asks if you can check in").hides("caring note").hides("sister");
        maya.visits("/buddies").is(200).shows("It is hard right now. Could you be with me for a while?").hides("010-0199");
        let page = ada.visits("/support").is(200).shows("Maya Lake was asked today.");
        assert_eq!(ada.fills(&page, ASK, &[]).is(303).location, "/support#calls");
        let side = pair(&ada).rsplit('/').next().unwrap().to_owned();
        let sent = presses(&ada, ASK, &[("buddy", side.as_str()), ("back", "//elsewhere.example")]).is(303);
        assert_eq!(sent.location, "/buddies", "a way back is one of ours");
        for _ in 0..5 {
            presses(&ada, ASK, &[("buddy", side.as_str()), ("back", "support")]).is(303);
        }
        assert_eq!(ada.visits("/support").is(200).count(&format!("form[action='{ASK}']")), 0, "eight asks fit into a day");
        for person in [&maya, &town.person("Sam Hollow")] {
            person.visits("/support").is(200).hides("010-0199").hides("People I chose");
        }
        ada.visits("/leave").is(303);
        ada.visits("/support").is(200).hides("Maya Lake").hides("010-0199");
        assert_eq!(town.stranger().visits("/support").is(200).count("#calls"), 0);
    }

    fn whoever_did_not_say_so_is_not_asked_and_neither_is_a_stranger(town) {
        let (ada, maya) = ada_and_maya(town);
        writes(&ada, &[("people", "maya lake")]).is(303);
        let page = ada.visits("/support").is(200);
        assert_eq!((page.count("#calls"), page.count(&format!("form[action='{ASK}']"))), (1, 0));
        let id = pair(&ada).rsplit('/').next().unwrap().to_owned();
        presses(&ada, ASK, &[("buddy", id.as_str())]).is(409).shows("They have not said on their card");
        presses(&ada, "/buddies/note", &[("buddy", id.as_str()), ("note", "ask")]).is(409);
        let json = [("content-type", "application/json")];
        let refused = ada.sends("POST", &format!("/api/v1/buddies/{id}/notes"), &json, Some(br#"{"note":"ask"}"#));
        assert_eq!(refused.is(409).json()["code"], "buddy-untold");
        keeps(&maya, &[("can", "tell")]).is(303);
        for (who, buddy) in [(&maya, id.as_str()), (&town.person("Sam Hollow"), id.as_str()), (&ada, "99"), (&ada, "short")] {
            presses(who, ASK, &[("buddy", buddy)]).is(404);
        }
        town.settles();
        maya.visits("/buddies").is(200).hides("It is hard right now.");
        keeps(&maya, &[("can", "")]).is(422);
        presses(&maya, &format!("{}/card", pair(&maya)), &[("line", "")]).is(303);
        presses(&ada, ASK, &[("buddy", id.as_str())]).is(409);
    }

    fn an_ask_that_reaches_nobody_shows_the_asker_first_whom_they_chose(town) {
        let (ada, maya) = may_be_told(town);
        let room = asks(town, &ada, &[]);
        let page = ada.visits(&room).is(200).shows("People I chose").shows("Nobody whom this reaches");
        assert_eq!(page.count("#room #calls a[href='tel:+15550100199']"), 1);
        let back = ada.fills(&page, ASK, &[]).is(303).location;
        assert_eq!(back, room);
        town.settles();
        maya.visits("/buddies").is(200).shows("It is hard right now.");
        assert_eq!(town.lines("SELECT * FROM (SELECT payload AS line FROM event) AS told WHERE line LIKE '%sister%'"), Vec::<String>::new());
        moves(&ada, &room, "turn", &[("move", "take-back")]).is(303);
        let cleo = town.person("Cleo Finch");
        let room = asks(town, &cleo, &[]);
        assert_eq!(cleo.visits(&room).is(200).count("#calls"), 0, "who wrote no list has none");
    }
}
