//! How much listening falls on one person: three numbers of a week that is over, where ten or more listened.

use hearthside::app::schedule;
use hearthside::policy::Reach;
use serde_json::Value;

use super::{asks, came_long_ago, comes, lights};
use crate::harness::{Person, Town};

const WEEK_S: i64 = 7 * 86_400;

fn figures(host: &Person) -> Value {
    host.sends("GET", "/api/v1/host/company", &[("accept", "application/json")], None).is(200).json()
}

/// So many listen once each, three to an ask.
fn listen(town: &Town, most: u8) -> Person {
    let host = town.host("Patient Alder");
    let named = |of: &str, n: u8| town.person(&format!("{of} {}", char::from(b'A' + n)));
    let askers: Vec<Person> = (0..most.div_ceil(3)).map(|n| named("Quiet Wren", n)).collect();
    let listeners: Vec<Person> = (0..most).map(|n| named("Patient Heron", n)).collect();
    town.group("evenings", Reach::Community, &listeners.iter().chain(&askers).collect::<Vec<_>>());
    came_long_ago(town, &listeners.iter().collect::<Vec<_>>());
    for (asker, few) in askers.iter().zip(listeners.chunks(3)) {
        few.iter().for_each(lights);
        let room = asks(town, asker, &[]);
        for listener in few {
            comes(listener, &room).is(303);
            // Coming twice is coming once.
            listener.posts(&format!("{room}/come"), &[]);
        }
    }
    host
}

fn rows(town: &Town) -> (i64, i64) {
    let weeks = town.count("SELECT count(*) AS n FROM listening_week");
    (weeks, town.count("SELECT count(*) AS n FROM listening_tally"))
}

fn a_week_goes_by(town: &Town) {
    town.arranges(schedule::wind);
    town.waits_s(WEEK_S);
}

on_both! {
    fn nine_listeners_are_not_told_and_nothing_is_left_of_their_week(town) {
        let host = listen(town, 9);
        assert_eq!(rows(town), (1, 0));
        let sealed = town.lines("SELECT sealed AS line FROM listening_week").concat();
        assert!(sealed.len() > 2_048 && !sealed.contains('{'));
        a_week_goes_by(town);
        assert_eq!(rows(town), (0, 0));
        assert_eq!(figures(&host)["listeners"], Value::Null);
        host.visits("/host").is(200).shows("In no week did ten or more listen yet.");
    }

    fn of_ten_listeners_three_numbers_are_left_once_the_week_is_over(town) {
        let host = listen(town, 10);
        assert_eq!(figures(&host)["listeners"], Value::Null, "not before");
        a_week_goes_by(town);
        assert_eq!(rows(town), (0, 1));
        let seen = figures(&host);
        assert_eq!((&seen["listeners"], &seen["median"], &seen["most"]), (&10.into(), &1.into(), &1.into()));
        let page = host.visits("/host").is(200).shows("People who listened");
        assert!(!page.text("#company").contains("Heron"), "nobody is named");
        // After a year they are gone too.
        town.waits_s(54 * WEEK_S);
        assert_eq!(rows(town), (0, 0));
    }
}
