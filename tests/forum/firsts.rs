//! How long first answers take, as hosts read it: numbers of ten and more, and nobody in them.

use hearthside::policy::Reach;
use serde_json::{Value, json};

use super::said::{answers, opens};
use crate::harness::{Person, Town};

const HOUR_S: i64 = 3_600;

fn figures(host: &Person) -> Value {
    host.sends("GET", "/api/v1/host/answers", &[("accept", "application/json")], None).is(200).json()
}

fn evenings(town: &Town) -> (Person, Person, Person) {
    let (host, ada, maya) = (town.host("Patient Alder"), town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Community, &[&ada, &maya]);
    (host, ada, maya)
}

on_both! {
    fn nine_who_waited_are_not_told_and_ten_are(town) {
        let (host, ada, maya) = evenings(town);
        let nothing = json!({ "posts": null, "unanswered_after_2_hours": null, "unanswered_after_12_hours": null,
            "first_posts": null, "first_posts_answered_within_1_hour": null });
        for n in 0..9 {
            opens(town, &ada, "evenings", &format!("number {n}"));
        }
        town.waits_s(13 * HOUR_S);
        assert_eq!(figures(&host), nothing);
        let page = host.visits("/host").is(200).shows("Without an answer after twelve hours");
        assert_eq!(page.texts("#answers dd"), ["Fewer than ten"; 5]);
        let tenth = opens(town, &ada, "evenings", "number 9");
        assert_eq!(figures(&host), nothing, "it may still be answered in time");
        town.waits_s(3 * HOUR_S);
        answers(town, &ada, &tenth, "My own words are no answer");
        answers(town, &maya, &tenth, "With you");
        town.waits_s(10 * HOUR_S);
        let seen = figures(&host);
        assert_eq!(
            (&seen["posts"], &seen["unanswered_after_2_hours"], &seen["unanswered_after_12_hours"]),
            (&json!(10), &json!(10), &Value::Null),
        );
        assert_eq!(seen["first_posts"], Value::Null, "all but one are no first post");
        assert_eq!(host.visits("/host").is(200).texts("#answers dd")[..3], ["10 or more", "10 or more", "Fewer than ten"]);
        // After four weeks they count no more.
        town.waits_s(29 * 24 * HOUR_S);
        assert_eq!(figures(&host), nothing);
    }

    fn first_posts_that_were_answered_within_the_hour_are_counted(town) {
        let (host, ada, maya) = evenings(town);
        let people: Vec<Person> = (0..10).map(|n| town.person(&format!("Quiet Heron {}", char::from(b'A' + n)))).collect();
        town.group("mornings", Reach::Community, &people.iter().chain([&maya]).collect::<Vec<_>>());
        let threads: Vec<String> = people.iter().map(|person| opens(town, person, "mornings", "First words")).collect();
        opens(town, &ada, "evenings", "First words too");
        town.waits_s(HOUR_S);
        let (last, soon) = threads.split_last().unwrap();
        for thread in soon {
            answers(town, &maya, thread, "Welcome");
        }
        town.waits_s(1);
        answers(town, &maya, last, "Welcome");
        town.waits_s(12 * HOUR_S);
        let seen = figures(&host);
        assert_eq!((&seen["first_posts"], &seen["first_posts_answered_within_1_hour"]), (&json!(10), &Value::Null));
        // The same, had the tenth been a second sooner.
        town.arranges(|tx| tx.batch("UPDATE reply SET said_at = said_at - 1000"));
        assert_eq!(figures(&host)["first_posts_answered_within_1_hour"], json!(10));
    }

    fn whoever_is_no_host_reads_no_figures_and_a_group_without_times_has_none(town) {
        let (host, ada, maya) = evenings(town);
        for person in [&ada, &maya] {
            person.sends("GET", "/api/v1/host/answers", &[("accept", "application/json")], None).is(403);
        }
        town.stranger().sends("GET", "/api/v1/host/answers", &[("accept", "application/json")], None).is(401);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET aliases = 'allowed'"));
        for n in 0..12 {
            opens(town, &ada, "evenings", &format!("number {n}"));
        }
        town.waits_s(13 * HOUR_S);
        assert_eq!(figures(&host)["posts"], Value::Null);
    }
}
