//! Words that wait for a look, where two look at once, and where they are gone.

use hearthside::events::identity::Event;

use super::crisis::{four, press};
use super::decisions::takes_back;
use super::{is_no, tells, the_case, token};
use crate::forum::aliases::{night_owls, says, whispers};
use crate::forum::shares;
use crate::harness::{Person, Town};

const SHELF: &str = "/g/owls/held";
const COUNTED: &str = "for a first look in owls";

/// Everything in the group waits for a look, and something of Ada's does; whoever looks after it, and Ada.
fn waits(town: &Town) -> (Person, Person, Person) {
    let (maya, lea, ada, _) = four(town);
    press(&maya, "/g/owls/rules", &[("step", "set"), ("shares", "readers"), ("pace", "0"), ("looks", "all")])
        .is(303);
    says(&ada, "owls", &[("body", "Buy these lamps."), ("kind", "win")]).is(303);
    (maya, lea, ada)
}

on_both! {
    fn whoever_decides_second_reads_so_and_loses_no_sentence(town) {
        let (maya, lea, ada) = waits(town);
        let page = lea.visits(SHELF).is(200);
        assert_eq!(page.count("#left-over"), 0);
        maya.fills(&maya.visits(SHELF), SHELF, &[("words", "We sell nothing here."), ("answer", "not-here")]).is(303);
        let sent = [("words", "Please leave the shop out."), ("answer", "not-here")];
        let late = is_no(lea.fills(&page, SHELF, &sent).is(409), "held-decided");
        assert_eq!(late.texts("main #left-over .voice"), ["Please leave the shop out."]);
        ada.visits("/decisions").is(200).shows("We sell nothing here.").hides("Please leave the shop out.");
        // Whoever has no shelf to look at reads of none.
        lea.posts("/g/larks/held", &[("csrf", &token(&lea)), ("thread", "abcdefghijklmn"), ("answer", "let-through")]).is(404);
        ada.fills(&page, SHELF, &[("csrf", &token(&ada)), ("answer", "let-through")]).is(403);
    }

    fn whoever_decides_after_the_writer_had_the_words_back_reads_so(town) {
        let (maya, _, ada) = waits(town);
        let page = maya.visits(SHELF).is(200);
        let own = ada.visits("/share/drafts").is(200);
        ada.fills(&own, "/share/waits", &[]).is(303);
        is_no(maya.fills(&page, SHELF, &[("answer", "let-through")]).is(409), "held-decided");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL"), 0);
    }

    fn what_waits_of_somebody_who_goes_with_their_words_is_counted_no_more(town) {
        let (maya, _, ada) = waits(town);
        town.arranges(|tx| tx.batch("UPDATE house_rule SET looks = ''"));
        let thread = shares(&ada, "owls", "A walk.");
        press(&maya, "/g/owls/rules", &[("step", "set"), ("shares", "readers"), ("pace", "0"), ("looks", "all")]).is(303);
        let url = format!("/p/{thread}/reply");
        ada.fills(&ada.visits(&url).is(200), &url, &[("body", "And more of these lamps.")]).is(303);
        maya.visits("/look").is(200).shows("2 things wait for a first look in owls");
        let face = ada.face;
        town.arranges(move |tx| tx.emit(Event::AccountErased { face, takes_words_back: true }));
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 0);
        maya.visits("/look").is(200).hides(COUNTED);
    }

    fn a_shelf_counts_no_words_that_are_gone(town) {
        let (maya, ..) = waits(town);
        maya.visits("/look").is(200).shows(COUNTED);
        town.arranges(|tx| tx.batch("UPDATE thread SET taken_back_at = 0 WHERE removed_at IS NOT NULL"));
        maya.visits("/look").is(200).hides(COUNTED);
        maya.visits(SHELF).is(200).shows("Nothing waits.");
    }

    fn words_of_an_alias_sent_back_by_a_slip_wait_again_and_else_are_gone_after_a_day(town) {
        let (ada, maya, tom) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Calm Stone"));
        night_owls(town, "first-look", &[&maya, &ada, &tom]);
        town.arranges(hearthside::app::schedule::wind);
        says(&ada, "owls", &[("body", "Buy things."), ("as", "thread")]).is(303);
        let sends_back = || {
            let page = maya.visits(SHELF).is(200).hides("Sent back lately");
            maya.fills(&page, SHELF, &[("words", "Only a slip."), ("answer", "not-here")]).is(303);
        };
        sends_back();
        ada.visits("/you/names").is(200).shows("Only a slip.");
        let page = maya.visits(SHELF).is(200).shows("Sent back lately").shows("Nothing waits.").hides("Buy things.");
        maya.visits("/look").is(200).hides(COUNTED);
        let back = maya.sends("GET", "/api/v1/groups/owls/held", &[], None).is(200).json();
        assert_eq!((back["rows"].as_array().map(Vec::len), back["sent_back"].as_array().map(Vec::len)), (Some(0), Some(1)));
        is_no(maya.fills(&page, SHELF, &[("answer", "let-through")]).is(409), "held-decided");
        tom.fills(&page, SHELF, &[("csrf", &token(&tom)), ("answer", "wait-again")]).is(403);

        maya.fills(&page, SHELF, &[("answer", "wait-again")]).is(303);
        maya.visits(SHELF).is(200).shows("Buy things.").hides("Sent back lately");
        ada.visits("/you/names").is(200).hides("Only a slip.");
        assert_eq!(town.lines("SELECT state AS line FROM act WHERE verb = 'held-back'"), ["undone"]);
        is_no(maya.fills(&page, SHELF, &[("answer", "wait-again")]).is(409), "held-decided");

        sends_back();
        let stands = "SELECT count(*) AS n FROM thread WHERE body <> ''";
        town.waits_s(86_400);
        assert_eq!((town.count("SELECT count(*) AS n FROM held"), town.count(stands)), (1, 1));
        town.waits_s(86_400);
        assert_eq!((town.count("SELECT count(*) AS n FROM held"), town.count(stands)), (0, 0));
        let id = page.attribute("form input[name=thread]", "value").unwrap();
        let sent = format!(r#"{{"thread":"{id}","lets_through":false,"waits_again":true}}"#);
        let json = [("content-type", "application/json")];
        let asks = |person: &Person, group: &str, sent: &str| {
            let door = format!("/api/v1/groups/{group}/held");
            person.sends("POST", &door, &json, Some(sent.as_bytes()))
        };
        asks(&maya, "owls", &sent).is(409);
        asks(&maya, "owls", &sent.replace(&id, "abcdefghijklmn")).is(404);
        asks(&maya, "larks", &sent).is(404);
        asks(&tom, "owls", &sent).is(403);
        maya.visits(SHELF).is(200).hides("Sent back lately");
    }

    fn of_two_that_were_sent_back_the_one_that_waits_again_is_ended_in_the_log(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        whispers(&ada, "group", "Harsh.");
        press(&maya, "/g/owls/rules", &[("step", "set"), ("shares", "readers"), ("pace", "0"), ("looks", "all")]).is(303);
        for (body, why) in [("Buy things.", "The first of them."), ("Buy more.", "The second of them.")] {
            says(&ada, "owls", &[("body", body), ("as", "group")]).is(303);
            maya.fills(&maya.visits(SHELF).is(200), SHELF, &[("words", why), ("answer", "not-here")]).is(303);
        }
        maya.fills(&maya.visits(SHELF).is(200), SHELF, &[("answer", "wait-again")]).is(303);
        maya.visits(SHELF).is(200).shows("Buy things.").hides("Buy more.");
        assert_eq!(town.lines("SELECT state AS line FROM act WHERE verb = 'held-back' ORDER BY number"), ["undone", "done"]);
        ada.visits("/you/names").is(200).shows("The second of them.");

        // Where an alias may not speak, why that is so stays to be read, whatever is sent back meanwhile.
        town.arranges(|tx| tx.batch("UPDATE alias SET state = 'muted', state_until = 99999, reason = 'Some days of rest.'"));
        let not_here = [("words", "Only a slip."), ("answer", "not-here")];
        for pressed in [not_here.as_slice(), &[("answer", "wait-again")]] {
            maya.fills(&maya.visits(SHELF).is(200), SHELF, pressed).is(303);
            ada.visits("/you/names").is(200).shows("Some days of rest.").hides("Only a slip.");
        }
    }

    fn what_was_sent_back_goes_with_all_else_of_its_writer_and_waits_again_once_that_is_taken_back(town) {
        let (ada, maya, tom) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        let thread = whispers(&ada, "group", "Harsh.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        let case = the_case(&maya);
        press(&maya, "/g/owls/rules", &[("step", "set"), ("shares", "readers"), ("pace", "0"), ("looks", "all")]).is(303);
        says(&ada, "owls", &[("body", "Buy things."), ("as", "group")]).is(303);
        maya.fills(&maya.visits(SHELF).is(200), SHELF, &[("words", "Only a slip."), ("answer", "not-here")]).is(303);
        let page = maya.visits(SHELF).is(200).shows("Sent back lately");
        press(&maya, &case, &[("verb", "remove-all"), ("words", "All of it goes.")]).is(303);
        maya.visits(SHELF).is(200).hides("Sent back lately").hides("Buy things.");
        is_no(maya.fills(&page, SHELF, &[("answer", "wait-again")]).is(409), "held-decided");
        takes_back(&maya);
        maya.visits(SHELF).is(200).shows("Buy things.");
    }

    fn a_program_has_words_wait_again_that_it_sent_back(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "first-look", &[&maya, &ada]);
        says(&ada, "owls", &[("body", "Still awake."), ("as", "thread")]).is(303);
        let id = town.lines("SELECT public_id AS line FROM thread").remove(0);
        let sends = |what: &str| {
            let body = format!(r#"{{"thread":"{id}",{what}}}"#);
            maya.sends("POST", "/api/v1/groups/owls/held", &[("content-type", "application/json")], Some(body.as_bytes()))
        };
        let back = r#""lets_through":false,"words":"Only a slip.""#;
        let again = r#""lets_through":false,"waits_again":true"#;
        is_no(sends(again).is(409), "held-decided");
        sends(back).is(204);
        is_no(sends(back).is(409), "held-decided");
        sends(again).is(204);
        sends(r#""lets_through":true"#).is(204);
        town.settles();
        maya.visits(&format!("/p/{id}")).is(200).shows("Still awake.");
    }
}
