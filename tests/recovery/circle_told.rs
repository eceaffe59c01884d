//! What somebody said in the daily circle is told of with its words, if whoever tells lets them go along; those who may look read
//! them, also once the circle is over, and for no longer than what was told is kept.

use super::circle::{DAY_S, does, stands_in_it, two};
use crate::harness::{Person, Seen, Town};
use crate::safety::{is_no, the_case};
use crate::support::blocks;
use crate::support::noticing::presses;

const TELL: &str = "/circle/concern";

/// Ada stands in the circle, Maya reads it, and a host looks after the community.
fn said(town: &Town) -> (Person, Person, Person) {
    let host = town.host("Fern Walker");
    let (ada, maya) = two(town);
    stands_in_it(&ada, "Zanzibar rain");
    (host, ada, maya)
}

/// The form to which the page of the circle leads.
fn form(reader: &Person, of: &str) -> Seen {
    let link =
        reader.visits("/circle").is(200).attribute(&format!("{of} a[href^='{TELL}']"), "href").unwrap();
    reader.visits(&link).is(200)
}

fn told(town: &Town) -> String {
    town.lines("SELECT quoted || words || mark || entry AS line FROM report").join(" ")
}

on_both! {
    fn a_line_goes_along_if_whoever_tells_lets_it_and_those_alone_read_it_who_may_look(town) {
        let (host, ada, maya) = said(town);
        let tom = town.person("Calm Stone");
        let page = form(&maya, "#lines").shows("Zanzibar rain").shows("what somebody said in the daily circle");
        assert_eq!(page.count("input[name=quotes][checked]"), 1);
        maya.fills(&page, TELL, &[("reason", "advances"), ("words", "Not welcome.")]).is(303);
        assert_eq!(town.lines("SELECT subject AS line FROM concern"), [format!("face:{}", ada.face)]);
        let rows = told(town);
        assert!(!rows.contains("Zanzibar") && !rows.contains(&maya.face.to_string()), "sealed: {rows}");

        // The day is gone from the circle, and from Ada's own days: what was told stays.
        let history = ada.visits("/checkin/history").is(200);
        ada.fills(&history, "/checkin/delete", &[]).is(303);
        let case = the_case(&host);
        let page = host.visits(&case).is(200).shows("The words this is about").shows("Zanzibar rain");
        page.shows("Not welcome.").shows("Quiet Ada").hides("Maya Lake");
        let read = host.sends("GET", "/api/v1/look", &[], None).is(200).json();
        assert_eq!(read["rows"][0]["quoted"], serde_json::json!(["Zanzibar rain"]));
        for other in [&ada, &maya, &tom] {
            assert!(other.visits(&case).status >= 403);
            assert!(other.sends("GET", &format!("/api/v1{case}"), &[], None).status >= 403);
            other.visits("/concerns").is(200).hides("Zanzibar");
        }
        town.stranger().visits(&case).is(303);
    }

    fn what_was_said_at_the_top_stays_where_it_is_until_it_is_let_go(town) {
        let (host, ada, maya) = said(town);
        does(&ada, "host", &[("week", "this")]);
        does(&ada, "greet", &[("words", "Good evening, vellumotter")]);
        form(&maya, "#greeting").shows("Good evening, vellumotter").hides("Zanzibar");
        let of = [("what", "greeting"), ("of", "Quiet Ada")];
        let tells = |fields: &[(&str, &str)]| presses(&maya, TELL, &[&of[..], fields].concat());
        tells(&[("reason", "other"), ("words", "A first word.")]).is(303);
        host.visits(&the_case(&host)).is(200).shows("A first word.").hides("vellumotter");
        let again = tells(&[("quotes", "1")]).is(422).shows("Good evening, vellumotter");
        assert_eq!(again.count("input[name=quotes][checked]"), 1, "nothing chosen is lost");
        maya.fills(&again, TELL, &[("reason", "advances"), ("words", "A second word.")]).is(303);
        assert_eq!(town.count("SELECT people AS n FROM concern"), 1, "telling twice is telling once");
        host.visits(&the_case(&host)).is(200).shows("vellumotter").shows("A first word.").shows("A second word.");
    }

    fn yesterdays_is_told_of_as_long_as_it_is_read_and_by_programs_too(town) {
        let (host, ada, maya) = said(town);
        let tells = |who: &Person, rest: &str| {
            let body = format!(r#"{{"person":"Quiet Ada","circle":"line","reason":"advances","quotes":true{rest}}}"#);
            who.sends("POST", "/api/v1/concerns", &[("content-type", "application/json")], Some(body.as_bytes()))
        };
        tells(&maya, r#","is_yesterday":true"#).is(404);
        tells(&maya, r#","group":"owls""#).is(404);
        is_no(tells(&ada, "").is(409), "concern-own");
        town.begins();
        town.waits_s(DAY_S);
        tells(&maya, "").is(404);
        let page = maya.visits("/circle?day=yesterday").is(200);
        let link = page.attribute(&format!("#lines a[href^='{TELL}']"), "href").unwrap();
        maya.visits(&link).is(200).shows("Zanzibar rain");
        tells(&maya, r#","is_yesterday":true"#).is(204);
        host.visits(&the_case(&host)).is(200).shows("Zanzibar rain");
        town.waits_s(2 * DAY_S);
        maya.visits(&link).is(404);
    }

    fn of_what_does_not_stand_there_for_a_reader_nothing_is_told(town) {
        let (_, ada, maya) = said(town);
        let at = |what: &str, of: &str| format!("{TELL}?what={what}&of={of}");
        for path in [TELL.to_owned(), at("line", ""), at("line", "Nobody"), at("line", "a%00b"), at("week", "Quiet%20Ada"), at("greeting", "Quiet%20Ada"), at("line", "Fern%20Walker")] {
            maya.visits(&path).is(404);
        }
        presses(&maya, TELL, &[("reason", "other")]).is(404);
        let own = presses(&ada, TELL, &[("what", "line"), ("of", "Quiet Ada"), ("reason", "other")]);
        is_no(own.is(409), "concern-own");
        town.stranger().visits(&at("line", "Quiet%20Ada")).is(303);
        maya.visits(&at("line", "Quiet%20Ada")).is(200);
        blocks(&ada, "maya-lake");
        maya.visits(&at("line", "Quiet%20Ada")).is(404);
        presses(&maya, TELL, &[("what", "line"), ("of", "Quiet Ada"), ("reason", "other"), ("quotes", "1")]).is(404);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 0);
    }

    fn the_words_are_gone_with_what_was_told(town) {
        let (host, _, maya) = said(town);
        maya.fills(&form(&maya, "#lines"), TELL, &[("reason", "cruel")]).is(303);
        let case = the_case(&host);
        presses(&host, &case, &[("verb", "note"), ("words", "Please take care.")]).is(303);
        host.visits(&case).is(200).shows("Zanzibar rain");
        assert!(!told(town).is_empty());
        town.arranges(hearthside::app::schedule::wind);
        town.waits_s(92 * DAY_S);
        assert_eq!(town.count("SELECT count(*) AS n FROM report"), 0);
        assert_eq!(told(town), "");
    }
}
