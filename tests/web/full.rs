//! A disk without room: nobody's words are lost, and everybody reads on.

use hearthside::db::disk::Space;
use hearthside::policy::Reach;

use crate::forum::said::opens;
use crate::harness::Town;

/// Leaves the database no room for another reply, as the database itself would say it.
fn fills(town: &Town) {
    let sql = if town.home().database_url().is_some() {
        "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            RAISE EXCEPTION 'could not extend file \"base/1/2\": No space left on device' USING ERRCODE = '53100';
         END $$;
         CREATE TRIGGER no_room BEFORE INSERT ON reply FOR EACH ROW EXECUTE FUNCTION no_room();"
    } else {
        "PRAGMA max_page_count = 1;"
    };
    town.arranges(move |tx| tx.batch(sql));
}

fn makes_room(town: &Town) {
    let sql = if town.home().database_url().is_some() {
        "DROP TRIGGER no_room ON reply; DROP FUNCTION no_room();"
    } else {
        "PRAGMA max_page_count = 1073741823;"
    };
    town.arranges(move |tx| tx.batch(sql));
}

on_both! {
    fn words_that_find_no_room_come_back_and_reading_goes_on(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let thread = opens(town, &ada, "evenings", "First week");
        let (page, url) = (format!("/p/{thread}"), format!("/p/{thread}/reply"));
        let form = maya.visits(&url).is(200);
        let words = "Tonight is the only one. ".repeat(700);

        fills(town);
        let back = maya.fills(&form, &url, &[("body", &words)]).is(503).shows("Tonight is the only one.");
        assert_eq!(back.text("textarea, pre").matches("Tonight").count(), 700, "every word");
        maya.visits(&page).is(200).shows("First week").hides("Tonight");
        ada.visits("/").is(200);
        let json = serde_json::json!({"body": words}).to_string();
        let told = maya.sends("POST", &format!("/api/v1/threads/{thread}/replies"), &[("content-type", "application/json")], Some(json.as_bytes()));
        assert_eq!(told.is(503).json()["code"], "disk-full");

        makes_room(town);
        maya.fills(&form, &url, &[("body", &words)]).is(303);
        maya.visits(&page).is(200).shows("1 reply").shows("Tonight");
    }

    fn a_session_that_cannot_be_renewed_for_want_of_room_keeps_nobody_from_reading(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        let thread = opens(town, &ada, "evenings", "First week");
        town.app.disk().pretend(Some(Space { free: 0, total: 100 << 30 }));
        town.app.clock().advance_s(8 * 86_400);

        for _ in 0..2 {
            ada.visits(&format!("/p/{thread}")).is(200).shows("First week");
            ada.visits("/you").is(200);
        }
        town.app.disk().pretend(None);
        town.app.disk().pretend(Some(Space { free: 0, total: 100 << 30 }));
        town.waits_s(12 * 3_600);
        ada.visits("/you").is(200);
        town.app.disk().pretend(None);
        let before = ada.cookie(hearthside::identity::sessions::middleware::COOKIE);
        town.waits_s(12 * 3_600);
        ada.visits("/you").is(200);
        assert_ne!(ada.cookie(hearthside::identity::sessions::middleware::COOKIE), before, "renewed once there is room");
    }
}
