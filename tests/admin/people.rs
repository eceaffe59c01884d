//! Who is here, who may come in, who looks after the place.

use super::opens;
use crate::harness::{Person, Seen};

fn does(host: &Person, name: &str, fields: &[(&str, &str)]) -> Seen {
    let place = format!("/host/people/{}", name.replace(' ', "%20"));
    let page = host.visits(&place).is(200);
    let csrf = page.form(&place, &[]).into_iter().find(|(name, _)| name == "csrf").unwrap().1;
    let sent: Vec<(&str, &str)> = fields.iter().copied().chain([("csrf", csrf.as_str())]).collect();
    host.posts(&place, &sent)
}

on_both! {
    fn a_pause_keeps_somebody_out_until_its_day(town) {
        opens(town);
        let (host, ada) = (town.host("Maple Lane"), town.person("Quiet Ada"));
        town.arranges(hearthside::app::schedule::wind);

        does(&host, "Quiet Ada", &[("verb", "pause"), ("reason", "x")]).is(422);
        does(&host, "Quiet Ada", &[("verb", "pause"), ("reason", "a rest"), ("until", "2020-01-01")]).is(422).shows("a day after today");
        does(&host, "Quiet Ada", &[("verb", "pause"), ("reason", "a rest"), ("until", "2026-11-25")]).is(303);
        host.visits("/host/people").is(200).shows("Paused");
        host.visits("/host/people/Quiet%20Ada").is(200).shows("a rest").shows("25 November 2026");
        assert_ne!(ada.visits("/g/new").status, 200);

        town.waits_s(5 * 86_400);
        host.visits("/host/people").is(200).hides("Paused");
        town.arranges(|tx| tx.batch("DELETE FROM job"));
    }

    fn somebody_who_asked_is_let_in_or_told_not_now(town) {
        opens(town);
        let host = town.host("Maple Lane");
        for name in ["Quiet Ada", "Maya Lake"] {
            town.person(name);
        }
        town.arranges(|tx| tx.batch("UPDATE account SET state = 'waiting', application = 'A friend told me.' WHERE rank = 'member'"));

        let page = host.visits("/host/people").is(200).shows("A friend told me.");
        let csrf = page.form("/host/people/Quiet%20Ada", &[]).into_iter().find(|(name, _)| name == "csrf").unwrap().1;
        host.posts("/host/people/Quiet%20Ada", &[("csrf", &csrf), ("verb", "let-in")]).is(303);
        host.posts("/host/people/Maya%20Lake", &[("csrf", &csrf), ("verb", "turn-away")]).is(303);

        let page = host.visits("/host/people").is(200).hides("A friend told me.");
        page.shows("Quiet Ada").shows("Closed");
    }

    fn the_last_host_stays(town) {
        opens(town);
        let (host, ada) = (town.host("Maple Lane"), town.person("Quiet Ada"));

        does(&host, "Maple Lane", &[("verb", "appoint"), ("rank", "member")]).is(422).shows("This is the last host");
        does(&host, "Maple Lane", &[("verb", "close"), ("reason", "going")]).is(422).shows("This is you");
        does(&host, "Quiet Ada", &[("verb", "appoint"), ("rank", "host")]).is(303);
        ada.visits("/host").is(200);
        does(&host, "Maple Lane", &[("verb", "appoint"), ("rank", "member")]).is(303);
        host.visits("/host").is(403);
    }

    fn hosts_see_a_name_where_it_stands_and_weeks(town) {
        opens(town);
        let (host, _) = (town.host("Maple Lane"), town.person("Quiet Ada"));
        let seen = host.visits("/api/v1/host/people?begins=quiet").is(200);
        assert_eq!(
            seen.json()["rows"],
            serde_json::json!([{ "name": "Quiet Ada", "rank": "member", "state": "open", "until": null, "weeks": 0 }])
        );
        host.visits("/host/people?begins=nobody").is(200).shows("Nobody here has a name like that");
        host.visits("/host/people/Nobody").is(404);
    }

    fn a_group_is_closed_and_opened_again_by_a_host_who_is_not_in_it(town) {
        use hearthside::policy::Reach;
        opens(town);
        let (host, ada) = (town.host("Maple Lane"), town.person("Quiet Ada"));
        town.group("evenings", Reach::Community, &[&ada]);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET listed = 'community'"));

        let page = host.visits("/host/groups").is(200).shows("evenings");
        host.fills(&page, "/host/groups/evenings/close", &[]).is(303);
        let page = host.visits("/host/groups").is(200).shows("takes no new posts");
        host.fills(&page, "/host/groups/evenings/reopen", &[]).is(303);
        host.visits("/host/groups").is(200).hides("takes no new posts");
        assert_ne!(ada.posts("/host/groups/evenings/close", &[]).status, 303);
    }
}
