//! What is not kept, and whose it is not.

use serde_json::{Value, json};

use super::phone::Phone;
use crate::harness::{Home, Person, Seen, Town};

fn does(person: &Person, method: &str, path: &str, body: &Value) -> Seen {
    let headers = [("content-type", "application/json"), ("accept", "application/json")];
    person.sends(method, path, &headers, Some(body.to_string().as_bytes()))
}

#[track_caller]
fn is_refused(person: &Person, [endpoint, p256dh, auth]: [&str; 3], code: &str) {
    let ears = json!({ "endpoint": endpoint, "p256dh": p256dh, "auth": auth });
    let status = if code == "push-shared" { 409 } else { 422 };
    assert_eq!(does(person, "POST", "/api/v1/notices/devices", &ears).is(status).json()["code"], code);
}

on_both! {
    fn keys_that_are_none_and_choices_that_are_none_are_refused(town) {
        let ada = town.person("Quiet Ada");
        let [endpoint, point, auth] = Phone::new().ears();
        let huge = "A".repeat(50_000);
        let off = format!("{}{}", &point[..80], if point.ends_with('A') { "BBBBBBB" } else { "AAAAAAA" });
        for (point, auth) in [(&*huge, &*auth), (&*off, &*auth), ("", &*auth), (&*point, &*huge), (&*point, "AA")] {
            is_refused(&ada, [&endpoint, point, auth], "push-keys");
        }
        is_refused(&ada, [&format!("{endpoint}{huge}"), &point, &auth], "push-address");
        let chosen = |told: Value, from: i64, zone: &str| json!({ "told": told, "quiet_from": from, "quiet_to": 8, "zone": zone });
        for (body, code) in [
            (chosen(json!([{ "sort": "place", "place": "none" }]), 22, "UTC"), "notice-place"),
            (chosen(json!([{ "sort": "weather", "place": "here" }]), 22, "UTC"), "notice-place"),
            (chosen(json!([]), 24, "UTC"), "notice-hours"),
            (chosen(json!([]), 22, "Europe/Nowhere"), "notice-zone"),
        ] {
            assert_eq!(does(&ada, "PUT", "/api/v1/notices", &body).is(422).json()["code"], code);
        }
        let page = ada.visits("/you/notices").is(200);
        ada.fills(&page, "/you/notices", &[("zone", "Europe/Nowhere")]).is(422).shows("Choose a place from the list");
        assert_eq!(town.count("SELECT count(*) AS n FROM push_device"), 0);
    }

    fn a_device_of_somebody_else_is_not_there(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let phone = Phone::new();
        phone.is_turned_on_by(&ada);
        let id = town.lines("SELECT CAST(id AS TEXT) AS line FROM push_device").concat();
        does(&maya, "DELETE", &format!("/api/v1/notices/devices/{id}"), &json!({})).is(404);
        let list = does(&maya, "GET", "/api/v1/notices/devices", &json!({})).is(200).json();
        assert_eq!(list["rows"], json!([]));
        town.stranger().visits("/you/notices").is(303);
        town.stranger().sends("GET", "/api/v1/notices/devices", &[("accept", "application/json")], None).is(401);
        assert_eq!(town.count("SELECT count(*) AS n FROM push_device"), 1);
    }

    fn a_device_that_others_use_stays_silent(town) {
        let ada = town.person("Quiet Ada");
        let back = json!({ "words": ada.words, "is_shared": true });
        let token = does(&ada, "POST", "/api/v1/sessions", &back).is(201).json()["token"].as_str().unwrap().to_owned();
        let [endpoint, p256dh, auth] = Phone::new().ears();
        let ears = json!({ "endpoint": endpoint, "p256dh": p256dh, "auth": auth }).to_string();
        let bearer = format!("Bearer {token}");
        let headers = [("content-type", "application/json"), ("accept", "application/json"), ("authorization", &*bearer)];
        let refused = town.stranger().sends("POST", "/api/v1/notices/devices", &headers, Some(ears.as_bytes()));
        assert_eq!(refused.is(409).json()["code"], "push-shared");
    }
}

/// A place on the network sends to public names over https, and to nothing else.
#[test]
fn no_address_within_the_house_and_none_without_https_is_taken() {
    let town = Town::on_the_web(Home::sqlite());
    let ada = town.person("Quiet Ada");
    let [near, point, auth] = Phone::new().ears();
    for endpoint in [
        &*near,
        "http://push.example/a",
        "https://127.0.0.1/a",
        "https://[::1]/a",
        "https://10.0.0.8/a",
        "https://localhost/a",
        "https://push.example:8443/a",
        "https://us@push.example/a",
        "file:///etc/passwd",
    ] {
        is_refused(&ada, [endpoint, &point, &auth], "push-address");
    }
    let ears = json!({ "endpoint": "https://push.example/a", "p256dh": point, "auth": auth });
    does(&ada, "POST", "/api/v1/notices/devices", &ears).is(201);
}
