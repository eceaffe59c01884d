//! A setback, with a counter or without one: what matters for the next hours, and nothing kept that nobody chose to keep.

use hearthside::policy::Reach;

use super::counters::starts;
use crate::harness::{Person, Seen};

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
