//! The same verbs for programs.

use serde_json::{Value, json};

use crate::harness::{Browser, Seen, Town};

fn sends(browser: &Browser, method: &str, path: &str, token: &str, body: &Value) -> Seen {
    let bearer = format!("Bearer {token}");
    let headers =
        [("content-type", "application/json"), ("accept", "application/json"), ("authorization", &*bearer)];
    browser.sends(method, path, &headers, Some(body.to_string().as_bytes()))
}

fn comes_in(town: &Town, name: &str) -> (Browser, Value) {
    town.opens_its_doors("open");
    let browser = town.stranger();
    let made = sends(&browser, "POST", "/api/v1/accounts", "", &json!({"name": name, "agrees": true}))
        .is(201)
        .json();
    (browser, made)
}

on_both! {
    fn a_program_comes_in_and_comes_back(town) {
        let (program, made) = comes_in(town, "Quiet Ada");
        let token = made["token"].as_str().unwrap();
        let words: Vec<&str> = made["words"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        assert_eq!((words.len(), made["is_waiting"].as_bool()), (6, Some(false)));
        let me = sends(&program, "GET", "/api/v1/me", token, &json!({})).is(200).json();
        assert_eq!((me["name"].as_str(), me["rank"].as_str()), (Some("Quiet Ada"), Some("member")));

        let back = json!({"words": words.join(" ")});
        let session = sends(&program, "POST", "/api/v1/sessions", "", &back).is(201).json();
        let second = session["token"].as_str().unwrap();
        let devices = sends(&program, "GET", "/api/v1/sessions", second, &json!({})).is(200).json();
        assert_eq!(devices["rows"].as_array().unwrap().len(), 2);
        sends(&program, "DELETE", "/api/v1/sessions", second, &json!({})).is(204);
        sends(&program, "GET", "/api/v1/me", token, &json!({})).is(401);
        let wrong = sends(&program, "POST", "/api/v1/sessions", "", &json!({"words": "no"})).is(422).json();
        assert_eq!(wrong["code"], "back-in-unknown");
    }

    fn a_program_is_refused_like_anybody(town) {
        let (program, _) = comes_in(town, "Quiet Ada");
        let tries = |body: Value| sends(&program, "POST", "/api/v1/accounts", "", &body);
        let code = |seen: Seen| seen.json()["code"].as_str().unwrap().to_owned();
        assert_eq!(code(tries(json!({"name": "quiet ada", "agrees": true})).is(409)), "name-taken");
        assert_eq!(code(tries(json!({"name": "Bea Stone", "agrees": false})).is(422)), "not-agreed");
        assert_eq!(code(tries(json!({"name": "x", "agrees": true})).is(422)), "name-too-short");
        assert_eq!(code(tries(json!({"name": 5})).is(422)), "form-unknown");
        town.opens_its_doors("closed");
        assert_eq!(code(tries(json!({"name": "Bea Stone", "agrees": true})).is(403)), "doors-closed");
        town.opens_its_doors("invitation");
        assert_eq!(code(tries(json!({"name": "Bea Stone", "agrees": true})).is(403)), "invitation-needed");
    }

    fn sending_twice_makes_one_account(town) {
        town.opens_its_doors("open");
        let program = town.stranger();
        let body = json!({"name": "Quiet Ada", "agrees": true, "once": "0123456789abcdef"});
        sends(&program, "POST", "/api/v1/accounts", "", &body).is(201);
        let again = sends(&program, "POST", "/api/v1/accounts", "", &body).is(201).json();
        let me = sends(&program, "GET", "/api/v1/me", again["token"].as_str().unwrap(), &json!({})).is(200).json();
        assert_eq!(me["name"], "Quiet Ada");
    }

    fn ways_back_in_are_changed_after_proof(town) {
        let (program, made) = comes_in(town, "Quiet Ada");
        let token = made["token"].as_str().unwrap();
        let does = |method: &str, path: &str, body: Value| sends(&program, method, path, token, &body);
        does("PUT", "/api/v1/me/password", json!({"password": "short"})).is(422);
        does("PUT", "/api/v1/me/password", json!({"password": "lamp river forty spoons"})).is(204);
        let codes = does("POST", "/api/v1/me/codes", json!({})).is(201).json();
        assert_eq!(codes["codes"].as_array().unwrap().len(), 10);
        assert_eq!(does("GET", "/api/v1/me/codes", json!({})).is(200).json()["left"], 10);
        town.waits_s(600);
        for (method, path) in [
            ("PUT", "/api/v1/me/words"), ("DELETE", "/api/v1/me/password"), ("POST", "/api/v1/me/codes"),
            ("POST", "/api/v1/me/passkeys/begin"),
        ] {
            assert_eq!(does(method, path, json!({})).is(403).json()["code"], "prove-first", "{path}");
        }
        does("DELETE", "/api/v1/me", json!({"takes_words_back": true})).is(403);
        does("POST", "/api/v1/sessions/proof", json!({"password": "lamp river forty spoons"})).is(204);
        assert_eq!(does("PUT", "/api/v1/me/words", json!({})).is(200).json()["words"].as_array().unwrap().len(), 6);
        does("DELETE", "/api/v1/me/password", json!({})).is(204);
        let code = codes["codes"][0].as_str().unwrap();
        let back = sends(&program, "POST", "/api/v1/sessions", "", &json!({"code": code})).is(201).json();
        assert_eq!(back["words"].as_array().unwrap().len(), 6);
    }

    fn one_changes_oneself_and_goes(town) {
        let (program, made) = comes_in(town, "Quiet Ada");
        let token = made["token"].as_str().unwrap();
        let does = |method: &str, path: &str, body: Value| sends(&program, method, path, token, &body);
        does("PATCH", "/api/v1/me", json!({"name": "Slow River", "about": "Tea.", "leave_signs_out": true, "new_face": true})).is(204);
        let me = does("GET", "/api/v1/me", json!({})).is(200).json();
        assert_eq!((me["name"].as_str(), me["about"].as_str(), me["leave_signs_out"].as_bool()), (Some("Slow River"), Some("Tea."), Some(true)));
        assert_eq!(does("GET", "/api/v1/people/slow%20river", json!({})).is(200).json()["about"], "Tea.");
        sends(&program, "GET", "/api/v1/people/slow%20river", "", &json!({})).is(404);
        does("DELETE", "/api/v1/me", json!({"takes_words_back": false})).is(204);
        does("GET", "/api/v1/me", json!({})).is(401);
        town.settles();
    }

    fn names_are_suggested_and_looked_at(town) {
        let (program, _) = comes_in(town, "Quiet Ada");
        let name = sends(&program, "GET", "/api/v1/names/suggestion", "", &json!({})).is(200).json();
        let looks = |name: &str| sends(&program, "POST", "/api/v1/names/check", "", &json!({"name": name}));
        assert_eq!(looks(name["name"].as_str().unwrap()).is(200).json()["is_free"], true);
        assert_eq!(looks("QUIET ada").is(200).json()["is_free"], false);
        looks("John Smith").is(422);
    }
}
