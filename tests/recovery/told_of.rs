//! A chip is read by one person alone: who may send one into a group's room, and how those who look after things come to see it.

use super::chips::{chip, gives, ninety_days, place, shows};
use crate::harness::{Person, Town};
use crate::safety::{tells, the_case};
use crate::support::blocks;
use crate::support::noticing::presses;

/// Ada was given a chip by Maya, and a host looks after the community.
fn given(town: &Town) -> (Person, Person, Person) {
    let host = town.host("Fern Walker");
    let (ada, maya, counter) = ninety_days(town);
    shows(&ada, &counter);
    gives(&maya, "Find me at Zanzibar, same name");
    (host, ada, maya)
}

on_both! {
    fn who_came_lately_gives_no_chip_in_a_group_nor_does_anybody_new_in_it_to_them(town) {
        let (ada, maya, counter) = ninety_days(town);
        shows(&ada, &counter);
        town.arranges(|tx| tx.batch("UPDATE community SET newcomer_weeks = 1"));
        let at = place(&maya);
        let tries = || presses(&maya, &at, &[("words", "From me to you")]);
        tries().is(403).shows("A chip in a group is for people who have been here for two weeks.");
        let face = maya.face;
        town.arranges(move |tx| tx.batch(&format!("UPDATE account SET joined_week = 2900 WHERE face_id = {face}")));
        tries().is(403).shows("Whoever shows this came lately.");
        town.arranges(move |tx| tx.batch(&format!("UPDATE membership SET since_week = 2960 WHERE face_id = {face}")));
        tries().is(303);
        ada.visits("/chips").is(200).shows("From me to you");
    }

    fn whoever_has_been_here_a_while_is_given_chips_by_people_new_in_the_group(town) {
        let (ada, maya, counter) = ninety_days(town);
        shows(&ada, &counter);
        town.arranges(|tx| tx.batch("UPDATE community SET newcomer_weeks = 1; UPDATE account SET joined_week = 2900; UPDATE face SET since_week = 2900"));
        gives(&maya, "From me to you");
        ada.visits("/chips").is(200).shows("From me to you");
    }

    fn whoever_was_given_a_chip_tells_of_it_and_its_words_go_along_if_they_let_them(town) {
        let (host, ada, maya) = given(town);
        let at = chip(&ada);
        let form = ada.visits(&format!("{at}/concern")).is(200).shows("Find me at Zanzibar").shows("who gave you a chip");
        assert_eq!(form.count("input[name=quotes][checked]"), 1);
        maya.visits(&format!("{at}/concern")).is(404);
        presses(&maya, &format!("{at}/concern"), &[("reason", "advances"), ("quotes", "1")]).is(404);
        tells(&ada, &at, &[("reason", "advances"), ("words", "Not welcome.")]).is(303);
        assert_eq!(town.lines("SELECT subject AS line FROM concern"), [format!("face:{}", maya.face)]);
        let rows = town.lines("SELECT quoted || words || mark AS line FROM report").join(" ");
        assert!(!rows.contains("Zanzibar") && !rows.contains(&ada.face.to_string()), "{rows}");
        presses(&ada, &at, &[("do", "give-back")]).is(303);
        let case = the_case(&host);
        let page = host.visits(&case).is(200).shows("Find me at Zanzibar").shows("The words this is about");
        page.shows("Not welcome.").shows("Maya Lake").hides("Quiet Ada");
        let read = host.sends("GET", "/api/v1/look", &[], None).is(200).json();
        assert_eq!(read["rows"][0]["quoted"], serde_json::json!(["Find me at Zanzibar, same name"]));
        ada.visits("/concerns").is(200).shows("Still to be looked at.").hides("Zanzibar");
        maya.visits("/look").is(200).shows("Nothing waiting.").hides("Zanzibar");
    }

    fn the_words_stay_where_they_are_unless_they_are_let_go_and_may_go_along_later(town) {
        let (host, ada, _) = given(town);
        let at = chip(&ada);
        let path = format!("{at}/concern");
        presses(&ada, &path, &[("reason", "other"), ("words", "A first word.")]).is(303);
        host.visits(&the_case(&host)).is(200).hides("Zanzibar").shows("A first word.");
        presses(&ada, &path, &[("reason", "advances"), ("words", "A second word."), ("quotes", "1")]).is(303);
        assert_eq!(town.count("SELECT people AS n FROM concern"), 1, "telling twice is telling once");
        host.visits(&the_case(&host)).is(200).shows("Zanzibar").shows("A first word.").shows("A second word.");
        presses(&ada, &path, &[("quotes", "1")]).is(422).shows("Find me at Zanzibar");
    }

    fn a_program_tells_of_a_chip_of_its_member_s_own(town) {
        let (host, ada, maya) = given(town);
        let id = chip(&ada).rsplit('/').next().unwrap().to_owned();
        let json = [("content-type", "application/json")];
        let tell = |who: &Person, chip: &str| {
            let body = format!(r#"{{"chip":"{chip}","reason":"advances","quotes":true}}"#);
            who.sends("POST", "/api/v1/concerns", &json, Some(body.as_bytes()))
        };
        tell(&maya, &id).is(404);
        tell(&ada, "nothing").is(404);
        tell(&ada, &id).is(204);
        host.visits(&the_case(&host)).is(200).shows("Zanzibar");
    }

    fn of_somebody_one_does_not_meet_there_is_no_chip_to_tell_of(town) {
        let (_, ada, _) = given(town);
        let at = chip(&ada);
        blocks(&ada, "maya-lake");
        ada.visits(&format!("{at}/concern")).is(404);
    }
}
