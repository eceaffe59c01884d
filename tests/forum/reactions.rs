//! Kind words: put, changed, taken back; amounts in words, and no digit anywhere.

use hearthside::policy::Reach;

use super::{answers, shares};

on_both! {
    fn a_kind_word_is_put_changed_and_taken_back(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let thread = shares(&maya, "evenings", "First week.");
        let (page, react) = (format!("/p/{thread}"), format!("/p/{thread}/react"));
        let pressed = |word: &str| format!("button[value={word}][aria-pressed=true]");

        let seen = ada.visits(&page);
        let back = ada.fills(&seen, &react, &[("kind", "with")]).is(303);
        assert!(back.location.ends_with("#post"));
        let seen = ada.visits(&page);
        assert_eq!((seen.count(&pressed("with")), seen.text("button[value=with] .few")), (1, "someone".to_owned()));
        ada.fills(&seen, &react, &[("kind", "thanks")]).is(303);
        let seen = ada.visits(&page);
        assert_eq!((seen.count(&pressed("with")), seen.count(&pressed("thanks"))), (0, 1));
        ada.fills(&seen, &react, &[("kind", "thanks")]).is(303);
        let seen = ada.visits(&page);
        assert_eq!((seen.count("[aria-pressed=true]"), seen.count(".few")), (0, 0));
        ada.fills(&seen, &react, &[("kind", "upvote")]).is(422);
        assert_eq!(town.count("SELECT count(*) AS n FROM reaction"), 0);
    }

    fn in_place_the_answer_is_the_part_alone(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let thread = shares(&maya, "evenings", "First week.");
        let react = format!("/p/{thread}/react");

        let form = ada.visits(&format!("/p/{thread}")).form(&react, &[("kind", "same")]);
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&form).finish();
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("x-part", "acts-post")];
        let part = ada.sends("POST", &react, &headers, Some(body.as_bytes())).is(200);
        assert_eq!(part.count("form#acts-post button[value=same][aria-pressed=true]"), 1);
        assert_eq!((part.count("main"), part.header("x-say")), (0, "You%20said%3A%20Same%20here"));
    }

    fn nobody_ever_sees_a_number_and_only_the_writer_sees_who(town) {
        let maya = town.person("Maya Lake");
        let names = ["Amber", "Birch", "Cedar", "Dune", "Elder", "Fern"];
        let others: Vec<_> = names.iter().map(|name| town.person(&format!("Quiet {name}"))).collect();
        let mut all = vec![&maya];
        all.extend(&others);
        town.group("evenings", Reach::Everyone, &all);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET reach = 'everyone'"));
        let thread = shares(&maya, "evenings", "First week.");
        let reply = answers(&others[0], &thread, None, "With you.");
        for person in &others {
            let seen = person.visits(&format!("/p/{thread}"));
            person.fills(&seen, &format!("/p/{thread}/react"), &[("kind", "proud")]).is(303);
        }
        let seen = maya.visits(&format!("/p/{thread}"));
        maya.fills(&seen, &format!("/p/{thread}/r/{reply}/react"), &[("kind", "thanks")]).is(303);

        let stranger = town.stranger();
        let looks = [&*maya, &*others[0], &stranger].map(|who| who.visits(&format!("/p/{thread}")).is(200));
        for look in &looks {
            let acts = look.text("#acts-post");
            assert!(acts.contains("several"), "{acts}");
            assert!(!acts.contains(|sign: char| sign.is_ascii_digit()), "{acts}");
        }
        assert_eq!(looks[0].count("#acts-post button"), 0, "nobody puts a word under their own post");
        assert_eq!(looks[2].count("#acts-post button"), 0);

        let who = maya.visits(&format!("/p/{thread}/reactions")).is(200);
        assert!(who.text("ul.rows li").contains("Quiet Fern"), "the newest stands first");
        assert!(!who.text("ul.rows").contains(|sign: char| sign.is_ascii_digit()));
        others[1].visits(&format!("/p/{thread}/reactions")).is(403).hides("Quiet Fern");
        town.stranger().visits(&format!("/p/{thread}/reactions")).is(303);
        let json = maya.sends("GET", &format!("/api/v1/threads/{thread}"), &[], None).json();
        assert_eq!((json["amounts"]["proud"].as_str(), json["amounts"]["with"].as_str()), (Some("several"), Some("nobody")));

        let api = format!("/api/v1/threads/{thread}/reaction");
        let kind = [("content-type", "application/json")];
        maya.sends("PUT", &api, &kind, Some(br#"{"word":"with"}"#)).is(422);
        let put = others[0].sends("PUT", &api, &kind, Some(br#"{"word":"with"}"#)).is(200).json();
        assert_eq!((put["mine"].as_str(), put["amounts"]["proud"].as_str()), (Some("with"), Some("several")));
        let gone = others[0].sends("DELETE", &api, &[], None).is(200).json();
        assert!(gone["mine"].is_null());
    }

    fn a_setback_is_never_met_with_proud_first(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let form = maya.visits("/share");
        for (kind, first) in [("setback", "with"), ("win", "proud")] {
            let sent = maya.fills(&form, "/share", &[("body", kind), ("kind", kind), ("once", kind), ("step", "send")]).is(303);
            let page = ada.visits(sent.location.split('?').next().unwrap());
            assert_eq!(page.attribute("#acts-post button", "value").as_deref(), Some(first));
        }
    }
}
