//! A setback, with a counter or without one: what matters for the next hours, and nothing kept that nobody chose to keep.

use hearthside::policy::Reach;

use serde_json::json;

use super::checks_in;
use super::counters::starts;
use crate::forum::export::copy_in;
use crate::harness::{Person, Seen};

const NOTES: &str = "SELECT count(*) AS n FROM own_note";
const EVENTS: &str = "SELECT count(*) AS n FROM event";
const ASKED: &str = "/api/v1/me/asked-after";
const LINE: &str = "how-now";
const HOUR_S: i64 = 3_600;
const COUNTERS: &str = "SELECT count(*) AS n FROM counter";

fn tells(person: &Person, fields: &[(&str, &str)]) -> Seen {
    person.fills(&person.visits("/setback").is(200), "/setback", fields)
}

on_both! {
    fn whoever_counts_nothing_says_what_kind_it_was_and_reads_what_matters_first(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        for page in ["/", "/support", "/share?kind=setback"] {
            assert!(ada.visits(page).is(200).count("main a[href='/setback']") > 0, "{page}");
        }
        let page = ada.visits("/setback").is(200).shows("You count no days here, and need not.");
        assert_eq!((page.count("input[name=counter]"), page.count("input[name=turn]"), page.count("#words")), (0, 0, 0));
        assert_eq!(page.attribute("input[name=sort][checked]", "value").as_deref(), Some(""), "nobody has to say");
        for (sort, words) in [("", "After a break, your old amount"), ("opioids", "Keep naloxone near"), ("close", "An urge rises")] {
            let said = tells(&ada, &[("sort", sort)]).is(200).shows("Would you like someone to know?");
            assert!(said.text("#card li b").starts_with(words), "{sort}: {}", said.text("#card"));
        }
        assert_eq!(tells(&ada, &[("sort", "shame")]).is(422).count("#sort-fault"), 1);
        assert_eq!(town.count(COUNTERS), 0, "nothing is kept");
        town.stranger().visits("/setback").is(303);
    }

    fn of_several_counters_one_is_told_or_all_are_left_for_now(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let tea = starts(&ada, &[("name", "Zanzibar tea"), ("on", "2026-04-09")]);
        let other = starts(&ada, &[("on", "2026-10-01")]);
        let page = ada.visits("/setback").is(200).shows("Zanzibar tea").shows("Since 1 October 2026");
        assert_eq!(page.attribute("input[name=counter][checked]", "value").as_deref(), Some(""), "left for now, if nothing is chosen");

        let left = tells(&ada, &[("sort", "days"), ("turn", "day-one"), ("words", "One evening.")]).is(200);
        left.shows("One evening.").shows("kept nowhere").shows("Ask a doctor before you stop");
        for counter in [&tea, &other] {
            ada.visits(counter).is(200).hides("One evening.").hides("What you told");
        }

        let id = tea.rsplit('/').next().unwrap();
        let sent = tells(&ada, &[("counter", id), ("sort", "once"), ("turn", "run"), ("on", "2026-10-14"), ("words", "One evening.")]).is(303);
        assert_eq!(sent.location, format!("{tea}?told"), "no address says of which kind it was");
        ada.visits(&sent.location).is(200).shows("226 days").shows("38 days this run").shows("One evening.").shows("For the next hours");
        ada.visits(&other).is(200).hides("What you told");

        let early = tells(&ada, &[("counter", id), ("on", "2026-04-08"), ("words", "Another evening.")]).is(422);
        early.shows("before this counter begins").shows("Another evening.");
        let hers = maya.visits("/setback").is(200);
        let token = hers.attribute("form[action='/setback'] input[name=csrf]", "value").unwrap();
        for nobodys in [id, "0", "x", "9223372036854775808"] {
            maya.posts("/setback", &[("csrf", &token), ("counter", nobodys), ("turn", "leave"), ("on", "2026-11-20")]).is(404);
        }
    }

    fn whoever_asks_for_it_is_asked_how_they_are_by_one_line_on_today_and_nobody_else_is(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        tells(&maya, &[("sort", "days")]).is(200);
        assert_eq!(town.count(NOTES), 0, "nothing is asked unless it was ticked");
        let events = town.count(EVENTS);
        tells(&ada, &[("sort", "days"), ("after", "1")]).is(200);
        assert_eq!(town.count(EVENTS), events, "nothing hears of it");
        ada.visits("/").is(200).hides(LINE);
        for (hours, words) in [(3, "How are you now?"), (21, "How are you today?"), (48, "How are these days?"), (96, "How has the week been?")] {
            town.waits_s(hours * HOUR_S);
            let today = ada.visits("/").is(200).shows(words);
            assert_eq!(today.count("#how-now"), 1);
            for word in ["setback", "tropiezo", "used", "relapse"] {
                assert!(!today.text("#how-now").to_lowercase().contains(word), "{word}");
            }
            maya.visits("/").is(200).hides(LINE);
        }
        let row = town.lines("SELECT note AS line FROM own_note").join(" ");
        assert!(!row.is_empty() && !row.contains("since"), "sealed: {row}");
        town.waits_s(24 * HOUR_S);
        ada.visits("/").is(200).hides(LINE);
        town.begins();
        town.waits_s(8 * 24 * HOUR_S);
        town.waits_s(24 * HOUR_S);
        assert_eq!(town.count(NOTES), 0, "swept when it is over");
    }

    fn a_page_that_is_loaded_anew_begins_nothing_anew(town) {
        let ada = town.person("Quiet Ada");
        let form = ada.visits("/setback").is(200);
        let sends = |form: &Seen| ada.fills(form, "/setback", &[("sort", "days"), ("after", "1")]).is(200);
        sends(&form);
        town.waits_s(3 * HOUR_S);
        ada.visits("/").is(200).shows("How are you now?");
        sends(&form);
        ada.visits("/").is(200).shows("How are you now?");
        let today = ada.visits("/").is(200);
        ada.fills(&today, "/setback/asked", &[]).is(303);
        sends(&form);
        ada.visits("/").is(200).hides(LINE);
        town.waits_s(21 * HOUR_S);
        ada.visits("/").is(200).shows("How are you today?");
        // Told once more, it begins once more.
        sends(&ada.visits("/setback").is(200));
        ada.visits("/").is(200).hides(LINE);
        assert_eq!(town.count(NOTES), 1);
    }

    fn a_question_is_put_off_once_or_for_good_and_is_no_question_to_who_said_how_they_are(town) {
        let ada = town.person("Quiet Ada");
        let counter = starts(&ada, &[("on", "2026-04-09")]);
        let path = format!("{counter}/setback");
        ada.fills(&ada.visits(&path).is(200), &path, &[("after", "1")]).is(303);
        town.waits_s(3 * HOUR_S);
        let today = ada.visits("/").is(200).shows("How are you now?");
        ada.fills(&today, "/setback/asked", &[]).is(303);
        ada.visits("/").is(200).hides(LINE);
        town.waits_s(21 * HOUR_S);
        ada.visits("/").is(200).shows("How are you today?");
        checks_in(&ada, &[("weather", "okay")]).is(303);
        ada.visits("/").is(200).hides(LINE);
        town.waits_s(48 * HOUR_S);
        let today = ada.visits("/").is(200).shows("How are these days?");
        let token = today.attribute("form[action='/setback/asked'] input[name=csrf]", "value").unwrap();
        for _ in 0..2 {
            ada.posts("/setback/asked", &[("csrf", &token), ("do", "end")]).is(303);
        }
        assert_eq!(town.count(NOTES), 0);
        town.waits_s(96 * HOUR_S);
        ada.visits("/").is(200).hides(LINE);
    }

    fn a_program_reads_the_question_puts_it_off_and_ends_it_and_it_is_in_the_copy(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let json = [("content-type", "application/json"), ("accept", "application/json")];
        let asked = |who: &Person| who.sends("GET", ASKED, &json, None).is(200).json();
        ada.sends("POST", "/api/v1/setbacks", &json, Some(br#"{"asks_after":true}"#)).is(200);
        assert_eq!((asked(&ada), asked(&maya)["is_on"].clone()), (json!({"is_on": true, "now": null}), false.into()));
        let copy = copy_in(&ada.sends("POST", "/api/v1/me/copy", &[], None).is(200));
        let copy: serde_json::Value = serde_json::from_str(&copy).unwrap();
        assert_eq!(copy["asked_after"], json!({"since": "2026-11-21T19:30:00Z", "put_off": null}));
        town.waits_s(3 * HOUR_S);
        assert_eq!(asked(&ada)["now"], "hours");
        ada.sends("PUT", &format!("{ASKED}/later"), &json, None).is(204);
        assert_eq!(asked(&ada), json!({"is_on": true, "now": null}));
        maya.sends("DELETE", ASKED, &json, None).is(204);
        assert_eq!(asked(&ada)["is_on"], true, "hers alone");
        for _ in 0..2 {
            ada.sends("DELETE", ASKED, &json, None).is(204);
        }
        assert_eq!((asked(&ada)["is_on"].clone(), town.count(NOTES)), (false.into(), 0));
        assert_eq!(town.stranger().sends("GET", ASKED, &json, None).status, 401);
    }

    fn a_program_tells_a_counter_or_none_and_reads_what_matters_first(town) {
        let ada = town.person("Quiet Ada");
        let sends = |who: &Person, body: &str| {
            let json = [("content-type", "application/json"), ("accept", "application/json")];
            who.sends("POST", "/api/v1/setbacks", &json, Some(body.as_bytes()))
        };
        assert_eq!(sends(&ada, "{}").is(200).json()["card"][0], "tolerance");
        assert_eq!(sends(&ada, r#"{"sort":"opioids"}"#).is(200).json()["card"][0], "naloxone");
        assert_eq!(sends(&ada, r#"{"sort":"shame"}"#).is(422).json()["field"], "sort");
        let counter = starts(&ada, &[("on", "2026-04-09")]);
        let id = counter.rsplit('/').next().unwrap();
        let told = |id: &str, on: &str| {
            format!(r#"{{"sort":"days","counter":{{"id":"{id}","turn":"leave","on":"{on}","from":null,"words":"One evening."}}}}"#)
        };
        assert_eq!(sends(&ada, &told(id, "2026-11-20")).is(200).json()["card"][0], "stop");
        ada.visits(&counter).is(200).shows("226 days").shows("One evening.");
        assert_eq!(sends(&ada, &told(id, "2026-04-08")).is(422).json()["code"], "counter-before");
        let maya = town.person("Maya Lake");
        for nobodys in [id, "0", "x"] {
            sends(&maya, &told(nobodys, "2026-11-20")).is(404);
        }
        let json = [("content-type", "application/json"), ("accept", "application/json")];
        town.stranger().sends("POST", "/api/v1/setbacks", &json, Some(b"{}")).is(401);
    }
}
