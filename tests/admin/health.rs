//! Probes, numbers and the page that says how the server is.

use hearthside::db::disk::Space;

use super::opens;

on_both! {
    fn a_server_that_is_well_says_so_and_tells_no_secrets(town) {
        opens(town);
        let seen = town.stranger().visits("/healthz").is(200);
        assert_eq!(seen.json()["alive"], true);
        let seen = town.stranger().visits("/readyz").is(200);
        assert_eq!(seen.json()["reasons"], serde_json::json!([]));
        seen.hides("postgres").hides("/tmp/").hides("sqlite");
    }

    fn a_nearly_full_disk_takes_no_new_words_and_loses_none(town) {
        opens(town);
        let host = town.host("Maple Lane");
        let page = host.visits("/host/community").is(200);
        town.app.disk().pretend(Some(Space { free: 100 << 20, total: 100 << 30 }));
        town.app.forget_house();

        let refused = host.fills(&page, "/host/community", &[("name", "Lamp House")]).is(503);
        let refused = refused.shows("We have no room");
        assert!(refused.body.contains("Lamp House"), "what was typed is still there");
        host.visits("/host").is(200).shows("The disk is nearly full").shows("Make room on the disk");
        let ready = town.stranger().visits("/readyz").is(503);
        assert_eq!(ready.json()["reasons"], serde_json::json!(["disk"]));

        town.app.disk().pretend(Some(Space { free: 50 << 30, total: 100 << 30 }));
        town.app.forget_house();
        host.fills(&page, "/host/community", &[("name", "Lamp House")]).is(303);
        host.visits("/host").is(200).hides("nearly full").shows("Lamp House");
    }

    fn work_that_was_given_up_is_shown_and_tried_again(town) {
        opens(town);
        let host = town.host("Maple Lane");
        town.arranges(|tx| {
            tx.batch("INSERT INTO job (kind, payload, run_at, parked_at, fault) VALUES ('sweep-sessions', '{}', 1, 1, 'the lamp went out')")
        });

        let page = host.visits("/host").is(200).shows("Some work was given up").shows("the lamp went out");
        host.fills(&page, "/host/retry", &[]).is(303);
        town.settles();

        host.visits("/host").is(200).hides("the lamp went out");
        town.arranges(|tx| tx.batch("DELETE FROM job"));
    }

    fn the_health_of_the_server_is_for_hosts(town) {
        opens(town);
        let member = town.person("Quiet Ada");
        member.visits("/host").is(403);
        member.visits("/api/v1/host/health").is(403);
        assert_eq!(town.stranger().visits("/host").is(303).location, "/back-in?then=%2Fhost");
        town.stranger().visits("/api/v1/host/health").is(401);
        let seen = town.host("Maple Lane").visits("/api/v1/host/health").is(200);
        assert_eq!(seen.json()["todo"], serde_json::json!(["backup", "ring-copy", "keeper"]));
    }
}
