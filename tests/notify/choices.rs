//! What is told where: by page and by program.

use hearthside::policy::Reach;
use serde_json::{Value, json};

use super::phone::{Phone, chooses, rings};
use crate::forum::export::copy_in;
use crate::forum::said::{answers, opens};
use crate::harness::{Person, Seen};

fn does(person: &Person, method: &str, path: &str, body: &Value) -> Seen {
    let headers = [("content-type", "application/json"), ("accept", "application/json")];
    person.sends(method, path, &headers, Some(body.to_string().as_bytes()))
}

on_both! {
    fn everything_is_quiet_until_somebody_says_otherwise(town) {
        let ada = town.person("Quiet Ada");
        let page = ada.visits("/you/notices").is(200).shows("nothing rings unless you wish");
        let chosen = |page: &Seen| page.count("input[type=radio][value=here][checked]");
        assert_eq!((chosen(&page), page.count("input[type=radio][checked]")), (7, 7));
        assert_eq!(page.count("[data-push][hidden]"), 1, "without script there is no button that does nothing");
        page.shows("this page needs a script");
        chooses(&ada, &[("replies", "push"), ("kindness", "none"), ("quiet_from", "21"), ("zone", "Europe/Berlin")]);
        let page = ada.visits("/you/notices").is(200);
        assert_eq!(chosen(&page), 5);
        assert_eq!(page.attribute("#quiet_from option[selected]", "value").as_deref(), Some("21"));
        assert_eq!(page.text("#zone option[selected]"), "Europe/Berlin");
        ada.visits("/you").is(200).shows("What you are told, where, and when not");
    }

    fn what_somebody_wants_to_hear_nowhere_is_not_told(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        chooses(&ada, &[("replies", "none")]);
        answers(town, &maya, &opens(town, &ada, "evenings", "First week"), "With you");
        ada.visits("/news").is(200).shows("All quiet.");
        chooses(&ada, &[("replies", "here")]);
        answers(town, &maya, &opens(town, &ada, "evenings", "Second week"), "With you");
        ada.visits("/news").is(200).shows("Maya Lake answered you");
    }

    fn a_program_chooses_and_turns_devices_on_and_off(town) {
        let ada = town.person("Quiet Ada");
        let before = does(&ada, "GET", "/api/v1/notices", &json!({})).is(200).json();
        assert_eq!((before["quiet_from"].as_i64(), before["quiet_to"].as_i64()), (Some(22), Some(8)));
        assert!(before["told"].as_array().unwrap().iter().all(|told| told["place"] == "here"));
        let chosen = json!({ "told": [{ "sort": "lamp", "place": "push" }], "quiet_from": 1, "quiet_to": 1, "zone": "Asia/Tokyo" });
        does(&ada, "PUT", "/api/v1/notices", &chosen).is(204);
        let after = does(&ada, "GET", "/api/v1/notices", &json!({})).is(200).json();
        assert_eq!(after["zone"], "Asia/Tokyo");
        assert_eq!(after["told"][3], json!({ "sort": "lamp", "place": "push" }));

        let phone = Phone::new();
        let [endpoint, p256dh, auth] = phone.ears();
        let ears = json!({ "endpoint": endpoint, "p256dh": p256dh, "auth": auth });
        let id = does(&ada, "POST", "/api/v1/notices/devices", &ears).is(201).json()["id"].as_str().unwrap().to_owned();
        let again = does(&ada, "POST", "/api/v1/notices/devices", &ears).is(201).json();
        let list = does(&ada, "GET", "/api/v1/notices/devices", &json!({})).is(200).json();
        assert_eq!((list["rows"].as_array().unwrap().len(), list["key"].as_str().unwrap().len()), (1, 87));
        assert_eq!((&list["rows"][0]["id"], list["rows"][0]["is_this"].as_bool()), (&again["id"], Some(true)));
        does(&ada, "DELETE", &format!("/api/v1/notices/devices/{id}"), &json!({})).is(404);
        let page = ada.visits("/you/notices").is(200).shows("this one");
        let off = format!("/you/notices/devices/{}/off", again["id"].as_str().unwrap());
        ada.fills(&page, &off, &[]).is(303);
        ada.visits("/you/notices").is(200).hides("this one");
        assert_eq!(rings(town), 0);
    }

    fn a_copy_of_ones_own_says_what_was_chosen_and_no_address(town) {
        let ada = town.person("Quiet Ada");
        let phone = Phone::new();
        phone.is_turned_on_by(&ada);
        chooses(&ada, &[("replies", "push"), ("kindness", "none"), ("zone", "Europe/Berlin")]);
        let copy = copy_in(&ada.sends("POST", "/api/v1/me/copy", &[], None).is(200));
        let copy: Value = serde_json::from_str(&copy).unwrap();
        let told = json!({ "pushed": ["replies"], "mailed": [], "address": null, "nowhere": ["kindness"], "quiet_from": 22, "quiet_to": 8, "zone": "Europe/Berlin", "devices": 1 });
        assert_eq!(copy["told"], told);
        let [endpoint, point, auth] = phone.ears();
        assert!([endpoint, point, auth].iter().all(|secret| !copy.to_string().contains(&**secret)));
    }
}
