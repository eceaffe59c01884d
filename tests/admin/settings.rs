//! Name, doors and words of the community.

use super::opens;

on_both! {
    fn what_a_host_changes_is_on_the_next_page(town) {
        opens(town);
        let host = town.host("Maple Lane");

        let page = host.visits("/host/community").is(200);
        let changed = [("name", "Lamp House"), ("country", "de"), ("leave_url", "https://weather.example/")];
        host.fills(&page, "/host/community", &changed).is(303);

        let seen = host.visits("/host/community").is(200);
        assert_eq!(seen.text("title"), "Name and place · Lamp House");
        assert_eq!(seen.attribute("#country", "value").as_deref(), Some("DE"));
    }

    fn everything_that_does_not_fit_is_said_at_once(town) {
        opens(town);
        let host = town.host("Maple Lane");
        let page = host.visits("/host/community").is(200);
        let wrong = [("name", "x"), ("country", "1"), ("leave_url", "javascript:alert(1)")];
        let again = host.fills(&page, "/host/community", &wrong).is(422);
        for field in ["#name-fault", "#country-fault", "#leave_url-fault"] {
            assert!(!again.text(field).is_empty(), "{field}");
        }
        assert_eq!(again.attribute("#leave_url", "value").as_deref(), Some("javascript:alert(1)"));
    }

    fn doors_and_age_are_kept(town) {
        opens(town);
        let host = town.host("Maple Lane");
        let page = host.visits("/host/doors").is(200);
        host.fills(&page, "/host/doors", &[("doors", "closed"), ("age", "12")]).is(422).shows("13 to 99");
        host.fills(&page, "/host/doors", &[("doors", "closed"), ("age", "21"), ("keepers", "soon")]).is(303);
        let seen = host.visits("/host/doors").is(200);
        assert_eq!(seen.attribute("[name=doors][checked]", "value").as_deref(), Some("closed"));
        assert_eq!(seen.attribute("#age", "value").as_deref(), Some("21"));
    }

    fn words_can_be_looked_at_before_they_are_kept(town) {
        opens(town);
        let host = town.host("Maple Lane");
        let page = host.visits("/host/words").is(200);
        let words = "We sit *together*. <script>alert(1)</script>";
        let sent = [("about", words)];

        let mut looked = page.form("/host/words", &sent);
        looked.push(("look".to_owned(), "yes".to_owned()));
        let looked: Vec<(&str, &str)> = looked.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let preview = host.posts("/host/words", &looked).is(200);
        let preview = preview.hides("<script>alert(1)");
        assert!(preview.body.contains("<em>together</em>"));
        host.visits("/host/words").is(200).hides("We sit");

        host.fills(&preview, "/host/words", &[]).is(303);
        host.visits("/host/words").is(200).shows("We sit *together*");
    }

    fn settings_are_for_hosts(town) {
        opens(town);
        let member = town.person("Quiet Ada");
        for page in ["/host/community", "/host/doors", "/host/words", "/host/helplines", "/host/people", "/host/groups"] {
            member.visits(page).is(403);
            assert!(town.stranger().visits(page).is(303).location.starts_with("/back-in"), "{page}");
        }
    }

    fn programs_change_a_part_and_leave_the_rest(town) {
        opens(town);
        let host = town.host("Maple Lane");
        let json = [("content-type", "application/json"), ("accept", "application/json")];
        let change = |body: &str| host.sends("PATCH", "/api/v1/host/community", &json, Some(body.as_bytes()));

        let seen = change(r#"{"name":"Lamp House","is_indexed":true}"#).is(200);
        assert_eq!((&seen.json()["name"], &seen.json()["country"]), (&"Lamp House".into(), &"ES".into()));
        assert_eq!(seen.json()["is_indexed"], true);
        let wrong = change(r#"{"country":"Spain"}"#).is(422);
        assert_eq!((&wrong.json()["code"], &wrong.json()["field"]), (&"country-unknown".into(), &"country".into()));
        assert_eq!(change("{}").is(200).json()["is_indexed"], true);
    }
}
