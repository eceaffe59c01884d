//! Starting a group, shaping it, and who can tell that it exists.

use hearthside::policy::Reach;

use crate::harness::{Browser, Person, Seen};

/// Somebody starts a group with the form, some answers changed.
fn starts(person: &Person, title: &str, changed: &[(&str, &str)]) -> Seen {
    let form = person.visits("/g/new").is(200);
    let mut answers = vec![("title", title), ("purpose", "For evenings that are long.")];
    answers.retain(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    answers.extend(changed);
    person.fills(&form, "/g/new", &answers)
}

const HIDDEN: &[(&str, &str)] = &[("listed", "group"), ("ceiling", "group")];

on_both! {
    fn whoever_starts_a_group_looks_after_it_and_it_says_where_its_posts_travel(town) {
        let ada = town.person("Quiet Ada");

        starts(&ada, "Long evenings", &[("pathway", "smart"), ("topic", "alcohol"), ("rules", "Ask first.")]).is(303);

        let about = ada.visits("/g/long-evenings/about").is(200).shows("Ask first.").shows("SMART Recovery");
        assert!(about.text("#where").contains("partner communities"), "{}", about.text("#where"));
        assert_eq!(about.text("#size"), "fewer than 20 people");
        assert_eq!(about.shows("steward").count("a[href='/g/long-evenings/edit']"), 1);
        let seen = town.person("Maya Lake").visits("/groups").is(200).shows("Long evenings");
        seen.hides("/g/long-evenings/edit");
    }

    fn a_visitor_sees_the_groups_that_are_for_everyone_to_know_of(town) {
        let ada = town.person("Quiet Ada");
        starts(&ada, "Long evenings", &[]).is(303);
        starts(&ada, "Small wins", &[("listed", "everyone"), ("ceiling", "everyone")]).is(303);

        let visitor = town.stranger();
        visitor.visits("/groups").is(200).shows("Small wins").hides("Long evenings");
        visitor.visits("/g/small-wins/about").is(200).shows("Come in");
        let hidden = visitor.visits("/g/long-evenings/about").is(404);
        assert_eq!(hidden.body, visitor.visits("/g/no-such-group/about").is(404).body);
        let listed = visitor.visits("/api/v1/groups").is(200).json();
        assert_eq!(listed["rows"].as_array().map(Vec::len), Some(1));
    }

    fn a_hidden_group_cannot_be_told_from_an_absent_one(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        starts(&ada, "Only us", HIDDEN).is(303);

        maya.visits("/groups").is(200).hides("Only us");
        let visitor = town.stranger();
        for page in ["about", "people", "edit", "leave", "notes", "invitations"] {
            let (hidden, absent) = (format!("/g/only-us/{page}"), format!("/g/nothing/{page}"));
            ada.visits(&hidden).is(200);
            assert_eq!(maya.visits(&hidden).is(404).body, maya.visits(&absent).is(404).body, "{page}");
            assert_eq!(visitor.visits(&hidden).is(404).body, visitor.visits(&absent).is(404).body, "{page}");
        }
        let form = maya.visits("/g/new").is(200);
        for verb in ["join", "withdraw", "leave", "home", "unlisted", "answer", "role", "close", "notes"] {
            let fields = form.form("/g/new", &[]);
            let csrf = fields.iter().find(|(name, _)| name == "csrf").map(|(_, value)| value.clone()).unwrap();
            let sends = |name: &str| maya.posts(&format!("/g/{name}/{verb}"), &[("csrf", &csrf), ("role", "steward")]);
            assert_eq!(sends("only-us").is(404).text("main"), sends("nothing").is(404).text("main"), "{verb}");
        }
        assert_eq!(
            maya.visits("/api/v1/groups/only-us").is(404).body,
            maya.visits("/api/v1/groups/nothing").is(404).body
        );
    }

    fn a_hidden_group_keeps_its_posts_and_no_post_starts_past_the_ceiling(town) {
        let ada = town.person("Quiet Ada");

        let again = starts(&ada, "Only us", &[("listed", "group"), ("ceiling", "community")]).is(422);
        assert!(again.text("#ceiling-fault").contains("stay inside"));
        assert_eq!(again.attribute("#title", "value").as_deref(), Some("Only us"));

        let again = starts(&ada, "Only us", &[("ceiling", "community"), ("reach", "everyone")]).is(422);
        assert!(again.text("#reach-fault").contains("further"));
        let again = starts(&ada, "Only us", &[("ceiling", "the moon"), ("listed", "partners")]).is(422);
        assert_eq!(again.text("#ceiling-fault"), "Choose one of these.");
        ada.visits("/g/only-us/about").is(404);
        ada.visits("/g/only%00us/about").is(404);
        ada.visits("/g/%FF/about").is(404);
    }

    fn names_that_look_alike_are_not_free_and_one_that_is_free_is_offered(town) {
        let ada = town.person("Quiet Ada");
        starts(&ada, "Night owls", &[]).is(303);

        for name in ["night-owls", "Night-Owls", "nightowls", "night-0wls", "night-ow1s", "n-i-g-h-t-owls"] {
            let again = starts(&ada, "Something else", &[("name", name)]);
            assert!(again.is(422).text("#name-fault").contains("-2"), "{name}");
        }
        for name in ["new", "Groups", "a", "né", "нight-owls", "a/b", "a--b", "night\u{202e}owls", "..", "ni\0ght"] {
            assert_eq!(starts(&ada, "Something else", &[("name", name)]).is(422).count("#name-fault"), 1, "{name:?}");
        }
        let again = starts(&ada, "NIGHT 0WLS", &[]).is(422);
        assert!(again.text("#title-fault").contains("title like this"));
        let cyrillic = starts(&ada, "Night \u{43e}wls", &[]).is(422);
        assert_eq!(cyrillic.count("#title-fault"), 1);
    }

    fn a_title_of_other_letters_still_gets_an_address(town) {
        let ada = town.person("Quiet Ada");
        assert!(starts(&ada, "Ночные совы", &[]).is(303).location.starts_with("/g/room"));
        assert!(starts(&ada, "New", &[]).is(303).location.starts_with("/g/new-2"));
    }

    fn what_does_not_fit_is_said_beside_its_field_and_every_word_is_kept(town) {
        let ada = town.person("Quiet Ada");
        let (long, zalgo) = ("a".repeat(61), format!("a{}b", "\u{301}".repeat(2_000)));

        for title in ["", "x", &long, "a\0b", "\u{202e}\u{202d}", "\u{1}\u{2}\u{3}\u{4}"] {
            let again = starts(&ada, title, &[("values", "Kindness first."), ("pathway", "aa")]).is(422);
            assert_eq!(again.count("#title-fault"), 1, "{title:?}");
            assert!(again.text("#values").contains("Kindness first."));
            assert_eq!(again.count("input[name=pathway][value=aa][checked]"), 1);
        }
        let script = starts(&ada, "<script>alert(1)</script>", &[("rules", "<img src=x onerror=alert(1)>")]).is(303);
        let about = ada.visits(&format!("{}/about", script.location)).is(200);
        about.hides("<script>alert").hides("<img");
        let tamed = starts(&ada, &zalgo, &[("name", "tamed")]).is(303);
        ada.visits(&format!("{}/about", tamed.location)).is(200).hides(&"\u{301}".repeat(10));
        let bidi = starts(&ada, "Safe \u{202e}emoh", &[]).is(303);
        ada.visits(&format!("{}/about", bidi.location)).is(200).hides("\u{202e}");
    }

    fn pressing_start_twice_starts_one_group(town) {
        let ada = town.person("Quiet Ada");
        let form = ada.visits("/g/new").is(200);
        let answers = [("title", "Long evenings"), ("purpose", "For evenings that are long.")];

        let first = ada.fills(&form, "/g/new", &answers).is(303);
        let second = ada.fills(&form, "/g/new", &answers).is(303);

        assert_eq!(first.location, second.location);
        assert_eq!(ada.visits("/api/v1/groups").json()["rows"].as_array().map(Vec::len), Some(1));
    }

    fn a_steward_changes_a_group_and_nobody_else_does(town) {
        let (ada, maya, rae) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Rae Stone"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        appoints(&ada, "evenings", "Maya Lake", "moderator");

        let form = ada.visits("/g/evenings/edit").is(200);
        ada.fills(&form, "/g/evenings/edit", &[("purpose", "For evenings, and for mornings."), ("aliases", "first-look")]).is(303);
        ada.visits("/g/evenings/about").is(200).shows("for mornings").shows("the day alone");

        for other in [&maya, &rae] {
            other.visits("/g/evenings/edit").is(403);
            other.visits("/g/evenings/notes").is(403);
            let token = csrf(other);
            for verb in ["edit", "close", "reopen", "notes"] {
                other.posts(&format!("/g/evenings/{verb}"), &[("csrf", &token)]).is(403).shows("stewards of the group");
            }
        }
        assert!(!town.stranger().visits("/g/evenings/edit").is(404).body.contains("evenings are"));
    }

    fn a_closed_group_can_be_read_and_takes_nobody_new(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada]);

        let form = ada.visits("/g/evenings/edit").is(200);
        ada.fills(&form, "/g/evenings/close", &[]).is(303);
        ada.fills(&form, "/g/evenings/close", &[]).is(303);

        maya.visits("/g/evenings/about").is(200).shows("takes no new posts").hides("action=\"/g/evenings/join\"");
        let token = csrf(&maya);
        maya.posts("/g/evenings/join", &[("csrf", &token)]).is(422).shows("takes nobody new");
        let form = ada.visits("/g/evenings/edit").is(200);
        ada.fills(&form, "/g/evenings/reopen", &[]).is(303);
        maya.posts("/g/evenings/join", &[("csrf", &token)]).is(303);
    }

    fn a_group_says_what_it_does_with_content_notes(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        town.group("mornings", Reach::Community, &[&ada]);
        starts(&ada, "Only us", HIDDEN).is(303);

        let form = ada.visits("/g/evenings/notes").is(200).hides("value=\"only-us\"");
        let answers = [("rule-lapse", "require"), ("rule-method", "elsewhere"), ("to-method", "mornings")];
        ada.fills(&form, "/g/evenings/notes", &answers).is(303);

        let again = ada.visits("/g/evenings/notes").is(200);
        assert_eq!(again.attribute("#rule-lapse option[selected]", "value").as_deref(), Some("require"));
        let kept = ada.visits("/api/v1/groups/evenings/notes").json();
        assert_eq!(kept["rows"].as_array().map(Vec::len), Some(2));
        assert_eq!(kept["rows"][1]["elsewhere"], "mornings");
        for target in ["only-us", "evenings", "nothing"] {
            let again = ada.fills(&again, "/g/evenings/notes", &[("rule-method", "elsewhere"), ("to-method", target)]);
            again.is(422).shows("cannot be sent there");
        }
    }

    fn programs_can_do_what_pages_do(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let shape = serde_json::json!({
            "title": "Long evenings", "purpose": "For evenings that are long.", "advice": "welcome", "joining": "open",
            "listed": "community", "ceiling": "community", "reach": "group", "aliases": "off"
        });

        let made = asks(&ada, "POST", "/api/v1/groups", &shape).is(201).json();
        assert_eq!(made["name"], "long-evenings");
        assert_eq!(made["about_people"], serde_json::Value::Null);
        let mut wider = shape.clone();
        wider["reach"] = "everyone".into();
        assert_eq!(asks(&ada, "PUT", "/api/v1/groups/long-evenings", &wider).is(422).json()["code"], "group-reach-past-ceiling");
        assert_eq!(asks(&maya, "PUT", "/api/v1/groups/long-evenings", &shape).is(403).json()["code"], "stewards-only");
        assert_eq!(asks(&ada, "POST", "/api/v1/groups", &shape).is(409).json()["code"], "group-title-taken");
        assert_eq!(made["followers"], "untold");
        let mut told = shape.clone();
        told["followers"] = "everybody".into();
        assert_eq!(asks(&ada, "PUT", "/api/v1/groups/long-evenings", &told).is(422).json()["field"], "followers");
        told["followers"] = "told".into();
        assert_eq!(asks(&ada, "PUT", "/api/v1/groups/long-evenings", &told).is(200).json()["followers"], "told");
        assert_eq!(asks(&maya, "PUT", "/api/v1/groups/long-evenings", &told).is(403).json()["code"], "stewards-only");
        assert_eq!(asks(&ada, "PUT", "/api/v1/groups/long-evenings", &shape).is(200).json()["followers"], "told", "left out: as before");
        asks(&ada, "POST", "/api/v1/groups/long-evenings/close", &serde_json::json!({})).is(200);
        assert_eq!(maya.visits("/api/v1/groups/long-evenings").json()["is_closed"], true);
        asks(&ada, "POST", "/api/v1/groups/long-evenings/reopen", &serde_json::json!({})).is(200);
        let rules = serde_json::json!({"rows": [{"note": "lapse", "rule": "require", "elsewhere": null}]});
        asks(&ada, "PUT", "/api/v1/groups/long-evenings/notes", &rules).is(204);
        assert_eq!(asks(&town.stranger(), "POST", "/api/v1/groups", &shape).is(401).json()["code"], "sign-in-first");
        assert_eq!(ada.visits("/api/v1/groups?pathway=nothing").is(422).json()["field"], "pathway");
    }
}

/// A program asks on somebody's behalf.
pub fn asks(browser: &Browser, method: &str, path: &str, sent: &serde_json::Value) -> Seen {
    let body = sent.to_string();
    browser.sends(method, path, &[("content-type", "application/json")], Some(body.as_bytes()))
}

/// A form token of somebody's session, for forms they were never shown.
pub fn csrf(person: &Person) -> String {
    let form = person.visits("/g/new").is(200).form("/g/new", &[]);
    form.into_iter().find(|(name, _)| name == "csrf").map(|(_, value)| value).unwrap()
}

/// A steward says what somebody does in a group.
pub fn appoints(steward: &Person, group: &str, person: &str, role: &str) -> Seen {
    let token = csrf(steward);
    steward
        .posts(&format!("/g/{group}/role"), &[("csrf", &token), ("person", person), ("role", role)])
        .is(303)
}
