//! Set-up in the browser, from the printed code to the open door.

use super::{code, opens};
use crate::harness::{Browser, Town};

fn claims(town: &Town, browser: &Browser, name: &str) {
    let page = browser.visits("/host/setup/claim").is(200);
    let answer = browser.fills(&page, "/host/setup/claim", &[("code", &code(town)), ("name", name)]).is(303);
    assert_eq!(answer.location, "/hello/words?then=%2Fhost%2Fsetup%2Fname");
    assert_eq!(browser.visits(&answer.location).is(200).count("ol.words li"), 6);
}

/// Sends the question that stands at `step` and lands on the next.
fn answers(browser: &Browser, step: &str, fields: &[(&str, &str)], next: &str) {
    let place = format!("/host/setup/{step}");
    let page = browser.visits(&place).is(200);
    let answer = browser.fills(&page, &place, fields).is(303);
    assert_eq!(answer.location, next);
}

on_both! {
    fn a_host_answers_one_question_a_page_and_opens_the_door(town) {
        let host = town.stranger();
        assert_eq!(host.visits("/host/setup").is(303).location, "/host/setup/claim");
        claims(town, &host, "Maple Lane");

        let name = [("name", "Porchlight"), ("sentence", "A light is on."), ("country", "us")];
        answers(&host, "name", &name, "/host/setup/helplines");
        host.visits("/host/setup/helplines").is(200).shows("911").shows("Check this number");
        answers(&host, "helplines", &[], "/host/setup/doors");
        answers(&host, "doors", &[("doors", "ask"), ("age", "21")], "/host/setup/keepers");
        answers(&host, "keepers", &[("keepers", "quiet")], "/host/setup/neighbours");
        answers(&host, "neighbours", &[], "/host/setup/groups");
        answers(&host, "groups", &[("group", "night-owls"), ("group", "family-and-friends")], "/host/setup/rules");
        answers(&host, "rules", &[("rule5", "Bring your own cup.")], "/host/setup/neutral");
        answers(&host, "neutral", &[("neutral_name", "Shopping")], "/host/setup/check");

        let mut last = host.visits("/host/setup/check").is(200);
        for words in ["Porchlight", "911", "I say yes first", "Night owls", "Family and friends", "Shopping"] {
            last = last.shows(words);
        }
        let open = host.fills(&last, "/host/setup/check", &[]).is(303);
        assert_eq!(open.location, "/host");

        host.visits("/host").is(200).shows("Try the numbers").hides("still shut");
        host.visits("/host/words").is(200).shows("- Speak from your own experience.").shows("- Bring your own cup.");
        host.visits("/host/groups").is(200).shows("Night owls").shows("Fewer than 20");
        assert_eq!(host.visits("/host/setup/name").is(303).location, "/host");
        town.stranger().visits("/host/setup/claim").is(404);
        assert_eq!(town.stranger().visits("/").is(200).text("title"), "Welcome · Porchlight");
    }

    fn a_host_who_will_find_somebody_gets_a_link_for_one_person_at_the_end(town) {
        let host = town.stranger();
        claims(town, &host, "Maple Lane");
        let name = [("name", "Porchlight"), ("sentence", "A light is on."), ("country", "us")];
        answers(&host, "name", &name, "/host/setup/helplines");
        answers(&host, "helplines", &[], "/host/setup/doors");
        answers(&host, "doors", &[("doors", "invitation")], "/host/setup/keepers");
        answers(&host, "keepers", &[("keepers", "soon")], "/host/setup/neighbours");
        town.arranges(|tx| tx.batch("UPDATE community SET setup_step = 'check'"));

        let last = host.visits("/host/setup/check").is(200);
        let open = host.fills(&last, "/host/setup/check", &[]).is(303);
        let link = open.location;
        let page = host.visits(&link).is(200).shows("look after people with you").shows("5 December 2026");
        assert!(page.text("#address").ends_with(&link));
        assert_eq!(host.fills(&last, "/host/setup/check", &[]).is(303).location, "/host", "a second press makes no second link");

        let friend = town.stranger();
        let door = friend.visits(&link).is(200).attribute("a.honey", "href").unwrap();
        let hello = friend.visits(&door).is(200);
        friend.fills(&hello, "/hello", &[("name", "Quiet Ada"), ("agrees", "1")]).is(303);
        town.stranger().visits(&link).is(410);
        host.visits("/host/people").is(200).shows("Quiet Ada");
    }

    fn a_wrong_code_is_said_beside_the_field_and_nothing_typed_is_lost(town) {
        code(town);
        let host = town.stranger();
        let page = host.visits("/host/setup/claim").is(200);

        for wrong in ["", "aaaaa-aaaaa-aaaa", "not a code"] {
            let again = host.fills(&page, "/host/setup/claim", &[("code", wrong), ("name", "Maple Lane")]).is(422).shows("not the code the server printed last");
            assert_eq!(again.attribute("#name", "value").as_deref(), Some("Maple Lane"));
        }
        assert_eq!(host.visits("/host/setup").is(303).location, "/host/setup/claim");
    }

    fn only_the_code_printed_last_begins_set_up(town) {
        let (old, new) = (code(town), code(town));
        let host = town.stranger();
        let page = host.visits("/host/setup/claim").is(200);

        host.fills(&page, "/host/setup/claim", &[("code", &old), ("name", "Maple Lane")]).is(422);
        host.fills(&page, "/host/setup/claim", &[("code", &new.to_uppercase()), ("name", "Maple Lane")]).is(303);
    }

    fn of_two_who_claim_at_once_one_is_host_and_the_other_reads_why_not(town) {
        let code = code(town);
        let (one, two) = (town.stranger(), town.stranger());
        let pages = [one.visits("/host/setup/claim").is(200), two.visits("/host/setup/claim").is(200)];

        let answers = std::thread::scope(|scope| {
            let claim = |browser: Browser, page, name: &'static str| {
                let code = code.clone();
                scope.spawn(move || browser.fills(page, "/host/setup/claim", &[("code", &code), ("name", name)]))
            };
            let first = claim(one, &pages[0], "Maple Lane");
            let second = claim(two, &pages[1], "Quiet Heron");
            [first.join().unwrap(), second.join().unwrap()]
        });

        let mut statuses: Vec<u16> = answers.iter().map(|seen| seen.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        let other = answers.iter().find(|seen| seen.status == 409).unwrap();
        assert!(other.body.contains("Somebody has begun to set this place up"));
    }

    fn guesses_at_the_code_run_dry(town) {
        code(town);
        let stranger = town.stranger();
        let page = stranger.visits("/host/setup/claim").is(200);
        let guess = [("code", "aaaaa-aaaaa-aaaa"), ("name", "Maple Lane")];
        let is_dry = (0..2_000).any(|_| stranger.fills(&page, "/host/setup/claim", &guess).status == 429);
        assert!(is_dry);
    }

    fn set_up_goes_on_where_it_was_left_and_skips_nothing(town) {
        let host = town.stranger();
        claims(town, &host, "Maple Lane");

        assert_eq!(host.visits("/host/setup/check").is(303).location, "/host/setup/name");
        let page = host.visits("/host/setup/name").is(200);
        let again = host.fills(&page, "/host/setup/name", &[("name", "x"), ("country", "Spain")]).is(422).shows("Write two letters");
        assert_eq!(again.attribute("#name", "value").as_deref(), Some("x"));

        host.fills(&page, "/host/setup/name", &[("name", "Porchlight"), ("country", "GB")]).is(303);
        assert_eq!(host.visits("/host/setup").is(303).location, "/host/setup/helplines");
        let back = host.visits("/host/setup/name").is(200);
        assert_eq!(back.attribute("#name", "value").as_deref(), Some("Porchlight"));
    }

    fn the_door_stays_shut_without_a_number_to_call(town) {
        let host = town.stranger();
        claims(town, &host, "Maple Lane");
        answers(&host, "name", &[("name", "Porchlight"), ("country", "ZZ")], "/host/setup/helplines");
        host.visits("/host/setup/helplines").is(200).shows("We have no numbers for this country");
        town.arranges(|tx| tx.batch("UPDATE community SET setup_step = 'check'"));

        let last = host.visits("/host/setup/check").is(200);
        host.fills(&last, "/host/setup/check", &[]).is(422).shows("Keep at least one number");

        let line = [("country", "ZZ"), ("name", "Night line"), ("number", "12 34"), ("kind", "call")];
        let page = host.visits("/host/setup/helplines").is(200);
        assert_eq!(host.fills(&page, "/host/helplines", &line).is(303).location, "/host/setup/helplines");
        host.fills(&last, "/host/setup/check", &[]).is(303);
    }

    fn the_questions_are_for_the_host_alone(town) {
        let (member, host) = (town.person("Quiet Ada"), town.stranger());
        claims(town, &host, "Maple Lane");

        member.visits("/host/setup/name").is(403);
        assert_eq!(town.stranger().visits("/host/setup/name").is(303).location, "/back-in?then=%2Fhost%2Fsetup%2Fname");
        town.stranger().posts("/host/setup/name", &[("name", "Mine")]).is(401);
        town.stranger().visits("/host/setup/claim").is(409);
        town.stranger().visits("/host/setup/nothing").is(404);
    }

    fn a_community_that_is_open_cannot_be_claimed_by_programs_either(town) {
        opens(town);
        let sent = br#"{"code":"aaaaa-aaaaa-aaaa","name":"Maple Lane"}"#;
        let json = [("content-type", "application/json"), ("accept", "application/json")];
        let seen = town.stranger().sends("POST", "/api/v1/host/setup/claim", &json, Some(sent)).is(409);
        assert_eq!(seen.json()["code"], "setup-claimed");
    }
}
