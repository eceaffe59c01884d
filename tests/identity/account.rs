//! What others see, where an account stands, and going.

use hearthside::policy::Reach;

use crate::harness::{Person, Town};

fn states(town: &Town, person: &Person, state: &str, until: Option<i64>) {
    let (face, state, until) =
        (person.face, state.to_owned(), until.map_or("NULL".into(), |day| day.to_string()));
    town.arranges(move |tx| {
        tx.batch(&format!(
            "UPDATE account SET state = '{state}', state_reason = 'Named somebody.', state_until = {until} WHERE face_id = {face}"
        ))
    });
}

/// Somebody with first words in the group `welcome`; their thread's address.
fn writes(town: &Town, name: &str) -> (crate::harness::Browser, String) {
    let browser = town.stranger();
    let hello = browser.visits("/hello").is(200);
    let inside = browser
        .fills(&hello, "/hello", &[("name", name), ("body", "My first words."), ("agrees", "1")])
        .is(303);
    let words = browser.visits(&inside.location);
    let thread = browser.fills(&words, "/hello/words", &[]).is(303).location;
    (browser, thread.replace("?welcome", ""))
}

on_both! {
    fn a_paused_member_sees_why_and_until_when_and_little_else(town) {
        let ada = town.person("Quiet Ada");
        let today = town.app.clock().now().day().0;
        states(town, &ada, "paused", Some(today + 7));
        for path in ["/", "/you", "/groups", "/share"] {
            assert_eq!(ada.visits(path).is(303).location, "/status", "{path}");
        }
        ada.visits("/status").is(200).shows("paused").shows("Named somebody.").shows("28 November 2026");
        ada.posts("/you/names", &[("name", "Other Name")]).is(401);
        town.stranger().posts("/back-in", &[("words", &ada.words)]).is(303);
        town.waits_s(7 * 86_400);
        ada.visits("/you").is(200);

        states(town, &ada, "closed", None);
        ada.visits("/status").is(200).shows("Your account is closed.").shows("No end is set.");
        ada.fills(&ada.visits("/status"), "/back-out", &[]).is(303);
        ada.visits("/status").is(303);
    }

    fn a_name_changes_and_the_old_one_stays_taken(town) {
        let (ada, bea) = (town.person("Quiet Ada"), town.person("Bea Stone"));
        let page = ada.visits("/you/names").is(200);
        ada.fills(&page, "/you/names", &[("name", "bea stone")]).is(422).shows("is free");
        ada.fills(&page, "/you/names", &[("name", "Slow River"), ("about", "Rain & tea.")]).is(303);
        ada.visits("/people/slow%20river").is(200).shows("Slow River").shows("Rain & tea.");
        bea.visits("/people/Quiet%20Ada").is(404);
        let page = bea.visits("/you/names");
        bea.fills(&page, "/you/names", &[("name", "Quiet Ada")]).is(422).shows("is free");
        // A change of case alone is no new name.
        let page = ada.visits("/you/names");
        ada.fills(&page, "/you/names", &[("name", "SLOW river")]).is(303);
        ada.visits("/you").is(200).shows("SLOW river");
    }

    fn names_cannot_be_tried_one_after_the_other_by_renaming(town) {
        let (ada, _) = (town.person("Quiet Ada"), town.person("Bea Stone"));
        let page = ada.visits("/you/names").is(200);
        for _ in 0..3 {
            ada.fills(&page, "/you/names", &[("name", "QUIET Ada"), ("about", "Tea.")]).is(303);
        }
        for _ in 0..10 {
            ada.fills(&page, "/you/names", &[("name", "Bea Stone")]).is(422).shows("is free");
        }
        let again = ada.fills(&page, "/you/names", &[("name", "Slow River"), ("about", "Still here.")]).is(429);
        assert_eq!((again.attribute("#name", "value").as_deref(), again.text("#about").trim()), (Some("Slow River"), "Still here."));
        let sent = serde_json::json!({"name": "Slow River"}).to_string();
        ada.sends("PATCH", "/api/v1/me", &[("content-type", "application/json")], Some(sent.as_bytes())).is(429);
        ada.fills(&page, "/you/names", &[("name", "quiet ada"), ("about", "Tea.")]).is(303);
    }

    fn another_face_is_drawn(town) {
        let ada = town.person("Quiet Ada");
        let page = ada.visits("/you/names").is(200);
        let sent = [("csrf", page.attribute("input[name=csrf]", "value").unwrap()), ("face", "new".to_owned())];
        let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ada.posts("/you/names", &sent).is(303);
        let drawn = |body: &str| body.split("class=\"face").nth(1).map(|rest| rest.split("</svg>").next().unwrap().to_owned());
        assert_ne!(drawn(&page.body), drawn(&ada.visits("/you/names").body));
    }

    fn visitors_cannot_try_names_one_by_one(town) {
        let ada = town.person("Quiet Ada");
        ada.visits("/people/Quiet%20Ada").is(200);
        let here = town.stranger().visits("/people/Quiet%20Ada").is(404);
        let nobody = town.stranger().visits("/people/Nobody%20Here").is(404);
        assert_eq!(here.body, nobody.body);
    }

    fn a_member_who_goes_takes_their_words_back_and_nobody_gets_the_name(town) {
        let ada = town.person("Quiet Ada");
        town.group("welcome", Reach::Community, &[&ada]);
        let (maya, thread) = writes(town, "Maya Lake");
        ada.visits(&thread).is(200).shows("My first words.");

        let page = maya.visits("/you/data/delete").is(200).shows("the name Maya Lake with it");
        let gone = maya.fills(&page, "/you/data/delete", &[("when", "now")]).is(303);
        assert_eq!(gone.header("clear-site-data"), r#""cache", "storage""#);
        town.settles();

        maya.visits("/you").is(303);
        ada.visits(&thread).is(410).hides("My first words.");
        let deleted = ada.visits("/people/Maya%20Lake").is(404);
        assert_eq!(deleted.body, ada.visits("/people/Nobody%20Here").is(404).body);
        let bea = town.stranger();
        bea.fills(&bea.visits("/hello"), "/hello", &[("name", "maya lake"), ("agrees", "1")]).is(422).shows("is free");
    }

    fn words_may_be_left_without_the_name(town) {
        let ada = town.person("Quiet Ada");
        town.group("welcome", Reach::Community, &[&ada]);
        let (maya, thread) = writes(town, "Maya Lake");
        let page = maya.visits("/you/data/delete").is(200);
        maya.fills(&page, "/you/data/delete", &[("words", "leave"), ("when", "now")]).is(303);
        town.settles();
        ada.visits(&thread).is(200).shows("My first words.").shows("a former member").hides("Maya");
        ada.visits("/people/Maya%20Lake").is(404);
    }

    fn going_needs_proof_and_the_last_host_stays(town) {
        let ada = town.host("Quiet Ada");
        let page = ada.visits("/you/data/delete").is(200);
        ada.fills(&page, "/you/data/delete", &[]).is(422).shows("This is the last host.");
        town.waits_s(600);
        ada.visits("/you/data/delete").is(303);
        ada.fills(&page, "/you/data/delete", &[]).is(403);
    }
}
