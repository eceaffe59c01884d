//! How long things are kept: as the host says, as members are told, and never because a clock jumped.

use hearthside::policy::Reach;

use crate::forum::{answers, shares};
use crate::harness::{Person, Town};

const DAY_S: i64 = 86_400;

/// Days go by, one at a time.
fn days(town: &Town, many: i64) {
    for _ in 0..many {
        town.waits_s(DAY_S);
    }
}

/// Somebody with a draft, a wording before the last, and a notice.
fn lived(town: &Town) -> (Person, Person) {
    town.begins();
    let (host, ada) = (town.host("Patient Alder"), town.person("Quiet Ada"));
    town.group("evenings", Reach::Community, &[&host, &ada]);
    let own = shares(&ada, "evenings", "First wording.");
    let edit = ada.visits(&format!("/p/{own}/edit")).is(200);
    ada.fills(&edit, &format!("/p/{own}/edit"), &[("body", "Second wording.")]).is(303);
    answers(&host, &own, None, "An answer.");
    let draft = serde_json::json!({"place": "share", "fields": [["body", "Not yet."]]}).to_string();
    ada.sends("POST", "/api/v1/drafts", &[("content-type", "application/json")], Some(draft.as_bytes()))
        .is(201);
    // Every job has had its first turn, and so has seen the clock.
    town.waits_s(120);
    (host, ada)
}

fn left(town: &Town) -> (i64, i64, i64) {
    (
        town.count("SELECT count(*) AS n FROM revision"),
        town.count("SELECT count(*) AS n FROM notice"),
        town.count("SELECT count(*) AS n FROM draft"),
    )
}

on_both! {
    fn what_nobody_takes_back_goes_after_as_many_days_as_the_host_says(town) {
        let (host, _ada) = lived(town);
        let page = host.visits("/host/data").is(200);
        assert_eq!(page.attribute("#keep_wordings", "value").as_deref(), Some("7"));
        let sent = [("keep_wordings", "3"), ("keep_notices", "10"), ("keep_drafts", "20"), ("keep_away", "400")];
        host.fills(&page, "/host/data", &sent).is(303);

        days(town, 3);
        assert_eq!(left(town), (1, 1, 1));
        days(town, 2);
        assert_eq!(left(town), (0, 1, 1));
        days(town, 7);
        assert_eq!(left(town), (0, 0, 1));
        days(town, 10);
        assert_eq!(left(town), (0, 0, 0));
    }

    fn the_promise_changes_with_the_setting(town) {
        let (host, ada) = lived(town);
        town.arranges(|tx| tx.batch("UPDATE community SET country = 'ES'"));
        let told = "the wording before is deleted after 7 days";
        town.stranger().visits("/privacy").is(200).shows(told).shows("for 730 days");
        let page = host.visits("/host/data").is(200);
        host.fills(&page, "/host/data", &[("keep_wordings", "5"), ("keep_away", "365")]).is(303);
        town.stranger().visits("/privacy").is(200).hides(told).shows("deleted after 5 days").shows("for 365 days");
        let json = [("content-type", "application/json")];
        host.sends("PATCH", "/api/v1/host/community", &json, Some(br#"{"keep_drafts": 30}"#)).is(200);
        town.stranger().visits("/privacy").is(200).shows("deleted 30 days after you last saved them").shows("after 5 days");

        for (field, value) in [("keep_wordings", "0"), ("keep_wordings", "91"), ("keep_notices", "x"), ("keep_away", "")] {
            host.fills(&page, "/host/data", &[(field, value)]).is(422).shows("Choose a number of days from");
        }
        host.sends("PATCH", "/api/v1/host/community", &json, Some(br#"{"keep_away": 3}"#)).is(422);
        ada.visits("/host/data").is(403);
    }

    fn a_clock_that_jumps_deletes_nothing(town) {
        let _people = lived(town);
        town.waits_s(3_650 * DAY_S);
        days(town, 2);
        assert_eq!(left(town), (1, 1, 1), "ten years at once are a clock set wrong");
        assert_eq!(town.count("SELECT count(*) AS n FROM account WHERE state = 'open'"), 2);
        days(town, 8);
        assert_eq!(left(town), (0, 0, 0), "a clock that goes on is believed");
    }

    fn an_account_nobody_uses_goes_out_of_sight_and_then_for_good(town) {
        let (host, ada) = lived(town);
        town.arranges(|tx| tx.batch("UPDATE community SET keep_away = 180"));
        let state = "SELECT count(*) AS n FROM account WHERE state = 'leaving'";
        for _ in 0..27 {
            town.waits_s(7 * DAY_S);
        }
        assert_eq!(town.count(state), 1, "the host's account waits for its host");
        let again = town.stranger();
        again.fills(&again.visits("/back-in"), "/back-in", &[("words", &host.words)]).is(303);
        again.visits("/people/Quiet%20Ada").is(404);
        let back = town.stranger();
        back.fills(&back.visits("/back-in"), "/back-in", &[("words", &ada.words)]).is(303);
        let status = back.visits("/status").is(200).shows("Until then nobody here sees it.");
        back.fills(&status, "/status/stay", &[]).is(303);
        days(town, 3);
        assert_eq!(town.count(state), 0, "whoever comes back stays");

        for _ in 0..40 {
            town.waits_s(7 * DAY_S);
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM account"), 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM account WHERE rank = 'host' AND state = 'open'"), 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE taken_back_at IS NULL"), 1);
    }
}
