//! Looking after the whole community is a turn: given, told of before its end, over by itself, handed over, and kept for those
//! who carry it.

use hearthside::events::identity::Event;
use hearthside::policy::Reach;
use serde_json::json;

use super::crisis::press;
use crate::forum::groups::asks;
use crate::forum::turns::days_pass;
use crate::harness::{Person, Seen, Town};

const SERVICE: &str = "/api/v1/service";

fn appoints(by: &Person, person: &str, rank: &str, turn: &str) -> Seen {
    let path = format!("/api/v1/host/people/{}/standing", person.replace(' ', "%20"));
    asks(by, "POST", &path, &json!({"verb": "appoint", "rank": rank, "turn": turn}))
}

/// A host, somebody who is to be a keeper, and somebody who looks after one group.
fn three(town: &Town) -> (Person, Person, Person) {
    let people = (town.host("Patient Alder"), town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Community, &[&people.2]);
    people
}

on_both! {
    fn a_keepers_term_is_told_a_week_before_its_end_and_is_then_over(town) {
        let (host, ada, maya) = three(town);
        ada.visits("/service").is(403);
        appoints(&host, "Quiet Ada", "keeper", "month").is(204);
        ada.visits("/service").is(200).shows("Quiet Ada").shows("until 19 December 2026").shows("Nobody so far.");
        host.visits("/host/people/Quiet%20Ada").is(200).shows("until 19 December 2026");
        days_pass(town, &[&host, &ada, &maya], 20);
        ada.visits("/news").is(200).hides("ends within a week");
        days_pass(town, &[&host, &ada, &maya], 1);
        ada.visits("/news").is(200).shows("Your term as a keeper of this place ends within a week");
        maya.visits("/news").is(200).hides("Your term");
        ada.visits("/look").is(200);
        days_pass(town, &[&host, &ada], 7);
        ada.visits("/news").is(200).shows("Your term as a keeper of this place is over");
        ada.visits("/look").is(403);
        ada.visits("/service").is(403);
        host.visits("/service").is(200).shows("21 November 2026 to 19 December 2026");
        let seen = asks(&host, "GET", SERVICE, &json!({})).is(200).json();
        assert_eq!(seen["past"], json!([{"name": "Quiet Ada", "rank": "keeper", "began_on": "2026-11-21", "ended_on": "2026-12-19"}]));
        assert_eq!(seen["rows"], json!([{"name": "Patient Alder", "rank": "host", "ends_on": null}]));
    }

    fn only_a_host_makes_a_term_longer_and_its_new_end_is_told_anew(town) {
        let (host, ada, maya) = three(town);
        appoints(&host, "Quiet Ada", "keeper", "century").is(422);
        appoints(&host, "Quiet Ada", "keeper", "").is(204);
        ada.visits("/service").is(200).shows("until 22 May 2027");
        appoints(&host, "Quiet Ada", "keeper", "month").is(204);
        for other in [&ada, &maya] {
            appoints(other, "Quiet Ada", "keeper", "year").is(403);
            press(other, "/host/people/Quiet%20Ada", &[("verb", "appoint"), ("rank", "keeper"), ("turn", "year")]).is(403);
        }
        days_pass(town, &[&host, &ada], 22);
        ada.visits("/news").is(200).shows("ends within a week");
        press(&ada, "/news", &[]).is(303);
        appoints(&host, "Quiet Ada", "keeper", "").is(204);
        assert_eq!(asks(&ada, "GET", SERVICE, &json!({})).json()["rows"][1]["ends_on"], "2026-12-19", "without a length it stays");
        let page = host.visits("/host/people/Quiet%20Ada").is(200);
        host.fills(&page, "/host/people/Quiet%20Ada", &[("rank", "keeper"), ("turn", "month")]).is(303);
        assert_eq!(asks(&ada, "GET", SERVICE, &json!({})).json()["rows"][1]["ends_on"], "2027-01-10");
        days_pass(town, &[&host, &ada], 10);
        ada.visits("/look").is(200);
        assert_eq!(town.count("SELECT count(*) AS n FROM term WHERE is_end_told"), 0);
        days_pass(town, &[&host, &ada], 12);
        assert_eq!(town.count("SELECT count(*) AS n FROM term WHERE is_end_told"), 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM term"), 1, "one term, made longer");
    }

    fn hosts_have_no_end_and_whoever_steps_down_is_in_the_list_of_those_before(town) {
        let (host, ada, _) = three(town);
        appoints(&host, "Quiet Ada", "host", "month").is(204);
        days_pass(town, &[&host, &ada], 30);
        ada.visits("/host").is(200);
        appoints(&host, "Quiet Ada", "keeper", "open").is(204);
        ada.visits("/service").is(200).shows("without an end").shows("host · 21 November 2026 to 21 December 2026");
        appoints(&host, "Quiet Ada", "member", "").is(204);
        ada.visits("/service").is(403);
        assert_eq!(asks(&host, "GET", SERVICE, &json!({})).json()["past"].as_array().map(Vec::len), Some(2));
        town.arranges(|tx| tx.batch("UPDATE term SET ended_on = ended_on - 731"));
        days_pass(town, &[&host], 2);
        assert_eq!(town.count("SELECT count(*) AS n FROM term"), 0, "kept for two years");
    }

    fn what_is_left_is_read_by_keepers_and_hosts_alone_and_lies_sealed(town) {
        let (host, ada, maya) = three(town);
        let noor = town.person("Noor Vale");
        appoints(&host, "Quiet Ada", "keeper", "half").is(204);
        press(&ada, "/service", &[("words", "The tea is in the **blue** tin.")]).is(303);
        let page = host.visits("/service").is(200).shows("Written by Quiet Ada on 21 November 2026");
        assert_eq!(page.text("section .prose strong"), "blue");
        for other in [&maya, &noor] {
            other.visits("/service").is(403).hides("blue");
            press(other, "/service", &[("words", "Mine.")]).is(403);
            asks(other, "GET", SERVICE, &json!({})).is(403);
            asks(other, "PUT", SERVICE, &json!({"words": "Mine."})).is(403);
        }
        let stranger = town.stranger();
        stranger.visits("/service").is(303);
        asks(&stranger, "GET", SERVICE, &json!({})).is(401);
        assert_eq!(town.count("SELECT count(*) AS n FROM house_handover WHERE sealed LIKE '%tin%'"), 0);

        let long = "a".repeat(4_001);
        let again = press(&host, "/service", &[("words", &long)]).is(422);
        assert!(again.text("#words").contains(&long), "nothing typed is lost");
        asks(&host, "PUT", SERVICE, &json!({"words": long})).is(422);
        asks(&host, "PUT", SERVICE, &json!({"words": "Ring the gong twice."})).is(204);
        assert_eq!(asks(&ada, "GET", SERVICE, &json!({})).is(200).json()["handover"], "Ring the gong twice.");
        press(&ada, "/service", &[("words", "")]).is(303);
        host.visits("/service").is(200).hides("gong");
        assert_eq!(town.count("SELECT count(*) AS n FROM house_handover"), 0);
    }

    fn whoever_leaves_for_good_is_named_under_no_term_and_no_words(town) {
        let (host, ada, _) = three(town);
        appoints(&host, "Quiet Ada", "keeper", "half").is(204);
        press(&ada, "/service", &[("words", "The key is under the mat.")]).is(303);
        let face = ada.face;
        town.arranges(move |tx| {
            tx.batch(&format!("UPDATE account SET rank = 'member' WHERE face_id = {face}"))?;
            tx.emit(Event::AccountErased { face, takes_words_back: false })
        });
        town.settles();
        host.visits("/service").is(200).shows("under the mat").shows("Somebody who is gone").hides("Quiet Ada");
        assert_eq!(town.count("SELECT count(*) AS n FROM term WHERE face_id IS NOT NULL OR ended_on IS NULL"), 0);
    }
}
