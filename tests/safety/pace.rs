//! Looking after those who look after others: an end for each day, a break with one press, and hard words met by choice.

use serde_json::{Value, json};

use super::crisis::{four, press};
use super::tells;
use crate::forum::groups::asks;
use crate::forum::shares;
use crate::harness::{Person, Seen, Town};

const PACE: &str = "/api/v1/look/pace";

/// Tom tells of words of Ada's; the page of that case, as Maya finds it.
fn case_of(
    town: &Town,
    (maya, ada, tom): (&Person, &Person, &Person),
    words: &str,
    fields: &[(&str, &str)],
) -> String {
    let before = cases(maya);
    let thread = shares(ada, "owls", words);
    tells(tom, &format!("/p/{thread}"), fields).is(303);
    town.settles();
    cases(maya).into_iter().find(|case| !before.contains(case)).expect("a new case")
}

/// The pages of all that somebody may look at, whatever the queue offers.
fn cases(keeper: &Person) -> Vec<String> {
    let seen = asks(keeper, "GET", "/api/v1/look", &json!({})).is(200).json();
    seen["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("/look/{}", row["id"].as_str().unwrap()))
        .collect()
}

fn takes(keeper: &Person, case: &str) -> Seen {
    press(keeper, &format!("{case}/take"), &[])
}

fn chooses(keeper: &Person, a_day: &str, at_once: &str) -> Seen {
    press(keeper, "/look/pace", &[("a_day", a_day), ("at_once", at_once), ("folds", "1")])
}

fn pace(keeper: &Person) -> Value {
    asks(keeper, "GET", PACE, &json!({})).is(200).json()
}

on_both! {
    fn a_day_has_the_end_that_somebody_chose_and_the_queue_says_so_kindly(town) {
        let (maya, lea, ada, tom) = four(town);
        let [one, two] = ["One.", "Two."].map(|words| case_of(town, (&maya, &ada, &tom), words, &[("reason", "spam")]));
        maya.visits("/look/pace").is(200).shows("You took 0 cases today.");
        chooses(&maya, "none", "").is(422).shows("Write a number from 1 to 50");
        chooses(&maya, "1", "51").is(422);
        chooses(&maya, "1", "").is(303);
        takes(&maya, &one).is(303);
        let queue = maya.visits("/look").is(200).shows("That is enough for today.").shows("One more waits.");
        assert_eq!((queue.count("article.case"), queue.attribute("article.case a.btn", "href")), (1, Some(one.clone())));
        takes(&maya, &two).is(409).shows("That is enough for today.");
        let page = maya.visits(&two).is(200).shows("That is enough for today.");
        assert_eq!((page.count("form[action$='/take']"), page.count("input[name=verb]")), (0, 0));
        press(&maya, &two, &[("verb", "fine"), ("words", "")]).is(409);
        press(&maya, "/look", &[("case", two.trim_start_matches("/look/")), ("verb", "fine"), ("words", "")]).is(409).shows("enough for today");
        press(&maya, &one, &[("verb", "fine"), ("words", "")]).is(303);
        takes(&maya, &two).is(409);
        assert_eq!((&pace(&maya)["today"], &pace(&maya)["full"]), (&json!(1), &json!("pace-enough")));

        lea.visits("/look").is(200).hides("enough for today").hides("Maya Lake");
        takes(&lea, &two).is(303);
        town.waits_s(5 * 3_600);
        maya.visits("/look").is(200).hides("enough for today");
        takes(&maya, &two).is(303);
    }

    fn somebody_in_danger_can_be_taken_beyond_it_one_at_a_time(town) {
        let (maya, _, ada, tom) = four(town);
        let calm = case_of(town, (&maya, &ada, &tom), "One.", &[("reason", "spam")]);
        let other = case_of(town, (&maya, &ada, &tom), "Two.", &[("reason", "cruel")]);
        let danger = case_of(town, (&maya, &ada, &tom), "Nobody is here tonight.", &[("reason", "danger")]);
        let worried = case_of(town, (&maya, &ada, &tom), "I cannot sleep.", &[("reason", "worried")]);
        chooses(&maya, "1", "1").is(303);
        takes(&maya, &calm).is(303);
        let queue = maya.visits("/look").is(200).shows("enough for today");
        assert_eq!(queue.count("article.case"), 3, "what is in her hands, and who may be in danger");
        let page = maya.visits(&danger).is(200).shows("Take this one all the same");
        takes(&maya, &danger).is(409);
        press(&maya, &format!("{other}/take"), &[("lifts", "1")]).is(409);
        maya.fills(&page, &format!("{danger}/take"), &[("lifts", "1")]).is(303);
        maya.visits(&danger).is(200).shows("You are looking at this.");
        takes(&maya, &worried).is(409);
        press(&maya, &format!("{danger}/close"), &[]).is(303);
        asks(&maya, "POST", &format!("/api/v1{worried}/take"), &json!({})).is(409);
        asks(&maya, "POST", &format!("/api/v1{worried}/take"), &json!({"lifts": true})).is(204);
    }

    fn hands_are_full_for_a_while_and_free_again(town) {
        let (maya, _, ada, tom) = four(town);
        let [one, two] = ["One.", "Two."].map(|words| case_of(town, (&maya, &ada, &tom), words, &[("reason", "spam")]));
        chooses(&maya, "", "1").is(303);
        takes(&maya, &one).is(303);
        takes(&maya, &one).is(303);
        takes(&maya, &two).is(409).shows("Your hands are full for now.");
        maya.visits("/look").is(200).shows("Your hands are full for now.");
        press(&maya, &one, &[("verb", "fine"), ("words", "")]).is(303);
        takes(&maya, &two).is(303);
        town.waits_s(16 * 60);
        assert_eq!((&pace(&maya)["held"], &pace(&maya)["today"]), (&json!(0), &json!(2)));
    }

    fn a_host_sets_the_most_and_reads_a_number_of_what_waits_for_it(town) {
        let (maya, lea, ada, tom) = four(town);
        let host = town.host("Patient Alder");
        let [one, two] = ["One.", "Two."].map(|words| case_of(town, (&maya, &ada, &tom), words, &[("reason", "spam")]));
        for other in [&maya, &ada] {
            press(other, "/host/pace", &[("most_a_day", "1"), ("most_at_once", "")]).is(403);
            asks(other, "PUT", "/api/v1/host/pace", &json!({"a_day": 1, "at_once": null})).is(403);
            asks(other, "GET", "/api/v1/host/pace", &json!({})).is(403);
        }
        let page = host.visits("/look/pace").is(200);
        host.fills(&page, "/host/pace", &[("most_a_day", "0")]).is(422).shows("Write a number from 1 to 50");
        host.fills(&page, "/host/pace", &[("most_a_day", "1")]).is(303);
        asks(&host, "PUT", "/api/v1/host/pace", &json!({"a_day": 51, "at_once": null})).is(422);
        maya.visits("/look/pace").is(200).shows("Here nobody takes more than 1 on one day.");
        chooses(&maya, "9", "").is(303);
        takes(&maya, &one).is(303);
        takes(&maya, &two).is(409);
        let waits = |host: &Person| asks(host, "GET", "/api/v1/host/pace", &json!({})).is(200).json()["waiting"].clone();
        assert_eq!(waits(&host), 0, "Lea has room");
        host.visits("/look").is(200).hides("waits because everybody");
        let third = case_of(town, (&lea, &ada, &tom), "Three.", &[("reason", "spam")]);
        takes(&lea, &third).is(303);
        assert_eq!(waits(&host), 1);
        host.visits("/look").is(200).shows("One case waits because everybody who looks after it has enough").hides("Maya Lake").hides("Old Lantern");
        lea.visits("/look").is(200).hides("waits because everybody");
    }

    fn a_break_puts_everything_down_with_one_press_and_nobody_is_told(town) {
        let (maya, lea, ada, tom) = four(town);
        let case = case_of(town, (&maya, &ada, &tom), "One.", &[("reason", "spam")]);
        takes(&maya, &case).is(303);
        press(&maya, "/look/duty", &[("hours", "2")]).is(303);
        town.arranges({
            let (face, until) = (maya.face, town.app.clock().now().plus_s(3_600));
            move |tx| tx.batch(&format!("INSERT INTO lamp (face_id, lit_until) VALUES ({face}, {})", until.0))
        });
        lea.visits(&case).is(200).shows("Maya Lake is looking at this.");
        press(&maya, "/look/break", &[("rest", "century")]).is(422);
        let page = maya.visits("/look").is(200);
        maya.fills(&page, "/look/break", &[]).is(303);

        let away = maya.visits("/look").is(200).shows("You are on a break").hides("One.");
        assert_eq!((away.count("article.case"), away.count("form[action='/look/duty']")), (0, 0));
        maya.visits("/support").is(200).shows("Nobody who looks after things here is on duty right now");
        assert_eq!(town.count("SELECT count(*) AS n FROM lamp WHERE lit_until IS NULL AND rests_until IS NOT NULL"), 1);
        takes(&maya, &case).is(409).shows("You are on a break.");
        press(&maya, &case, &[("verb", "fine"), ("words", "")]).is(409);
        press(&maya, "/look/duty", &[("hours", "2")]).is(409);
        lea.visits(&case).is(200).hides("Maya Lake");
        takes(&lea, &case).is(303);
        press(&maya, "/news", &[]).is(303);
        press(&lea, "/news", &[]).is(303);
        let more = shares(&ada, "owls", "Two.");
        tells(&tom, &format!("/p/{more}"), &[("reason", "worried")]).is(303);
        town.settles();
        let news = |person: &Person| asks(person, "GET", "/api/v1/news", &json!({})).is(200).json()["rows"].to_string();
        assert!(!news(&maya).contains("\"is_seen\":false"), "{}", news(&maya));
        assert!(news(&lea).contains("\"is_seen\":false"));
        for other in [&lea, &ada, &tom] {
            for place in ["/g/owls/about", "/people/Maya%20Lake", "/news"] {
                other.visits(place).is(200).hides("on a break");
            }
        }
        lea.visits("/look").is(200).hides("Maya Lake");

        let page = maya.visits("/look").is(200);
        maya.fills(&page, "/look/back", &[]).is(303);
        press(&maya, "/look/back", &[]).is(303);
        maya.visits("/look").is(200).hides("You are on a break").shows("Two.");
        assert_eq!(town.count("SELECT count(*) AS n FROM lamp WHERE rests_until IS NOT NULL"), 0);
    }

    fn a_break_ends_on_the_day_that_was_chosen(town) {
        let (maya, ..) = four(town);
        asks(&maya, "POST", "/api/v1/look/break", &json!({"rest": "long"})).is(422);
        asks(&maya, "POST", "/api/v1/look/break", &json!({"rest": "week"})).is(204);
        assert_eq!((&pace(&maya)["is_away"], &pace(&maya)["full"], &pace(&maya)["back_on"]), (&json!(true), &json!("pace-away"), &json!("2026-12-13")));
        maya.visits("/look").is(200).shows("Until 13 December 2026, or until you say");
        town.waits_s(6 * 86_400);
        maya.visits("/look").is(200).shows("You are on a break");
        town.waits_s(86_400);
        maya.visits("/look").is(200).hides("You are on a break");
        asks(&maya, "POST", "/api/v1/look/break", &json!({"rest": "open"})).is(204);
        town.waits_s(10 * 86_400);
        assert_eq!(pace(&maya)["is_away"], true);
        asks(&maya, "POST", "/api/v1/look/back", &json!({})).is(204);
        assert_eq!(pace(&maya)["is_away"], false);
    }

    fn where_all_of_a_group_are_on_a_break_those_who_look_after_the_community_do(town) {
        let (maya, lea, ada, tom) = four(town);
        let host = town.host("Patient Alder");
        let early = case_of(town, (&maya, &ada, &tom), "Early words.", &[("reason", "spam")]);
        for keeper in [&maya, &lea] {
            host.visits(&early).is(404);
            press(keeper, "/look/break", &[("rest", "week")]).is(303);
        }
        let thread = shares(&ada, "owls", "Late words.");
        let form = tom.visits(&format!("/p/{thread}/concern")).is(200);
        form.shows("The people who look after the whole community read it.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
        town.settles();
        host.visits("/news").is(200).shows("Something waits to be looked at");
        host.visits("/look").is(200).shows("Late words.").hides("Early words.");
        town.waits_s(3_700);
        host.visits("/look").is(200).shows("Early words.");
        host.visits(&early).is(200);

        press(&host, "/news", &[]).is(303);
        press(&host, "/look/break", &[]).is(303);
        host.visits("/look").is(200).shows("hosts find it among their news all the same");
        let news = |host: &Person| asks(host, "GET", "/api/v1/news", &json!({})).is(200).json()["rows"].to_string().contains("\"is_seen\":false");
        let calm = shares(&ada, "owls", "Calm words.");
        tells(&tom, &format!("/p/{calm}"), &[("reason", "spam")]).is(303);
        town.settles();
        assert!(!news(&host));
        let danger = shares(&ada, "owls", "Last words.");
        tells(&tom, &format!("/p/{danger}"), &[("reason", "danger")]).is(303);
        town.settles();
        assert!(news(&host), "a life is told of all the same");
    }

    fn hard_words_lie_behind_a_line_until_they_are_opened_and_each_says_so_for_themself(town) {
        let (maya, lea, ada, tom) = four(town);
        let case = case_of(town, (&maya, &ada, &tom), "Five words that are hard.", &[("reason", "outing"), ("words", "It says her street.")]);
        let page = maya.visits(&case).is(200);
        assert_eq!(page.count("article.case details.fold:not([open])"), 1);
        let line = page.text("article.case details.fold summary span");
        for part in ["Somebody may be given away", "5 words", "Quiet Ada"] {
            assert!(line.contains(part), "{line}");
        }
        assert!(!line.contains("hard"), "{line}");
        assert!(page.text("article.case details:not(.fold)").contains("It says her street."), "what people added is folded too");
        let queue = maya.visits("/look").is(200);
        assert_eq!((queue.count("article.case details.fold:not([open])"), queue.count("article.case blockquote > .voice")), (1, 0));
        assert_eq!(asks(&maya, "GET", &format!("/api/v1{case}"), &json!({})).json()["is_folded"], true);

        let form = maya.visits("/look/pace").is(200);
        assert_eq!(form.count("input[name=folds][checked]"), 1);
        press(&maya, "/look/pace", &[("a_day", ""), ("at_once", "")]).is(303);
        for place in [case.as_str(), "/look"] {
            let open = maya.visits(place).is(200).shows("Five words that are hard.");
            assert_eq!(open.count("article.case details.fold"), 0);
        }
        assert_eq!(lea.visits(&case).is(200).count("article.case details.fold:not([open])"), 1);
        let all = |keeper: &Person| keeper.visits(&format!("{case}/all")).is(200).count("details.section[open]");
        assert_eq!((all(&maya), all(&lea)), (1, 0));
        assert_eq!(asks(&maya, "GET", &format!("/api/v1{case}"), &json!({})).json()["is_folded"], false);
    }

    fn words_that_wait_because_a_line_was_met_are_folded_for_whoever_looks(town) {
        let (maya, lea, ada, _) = four(town);
        press(&maya, "/g/owls/rules", &[("step", "keep"), ("words", "copper kettle"), ("does", "hold"), ("sentence", "")]).is(303);
        let form = ada.visits("/share?group=owls").is(200);
        ada.fills(&form, "/share", &[("body", "The copper kettle sings."), ("kind", "win"), ("step", "send")]);
        town.settles();
        let held = maya.visits("/g/owls/held").is(200);
        let line = held.text("article.case details.fold:not([open]) summary span");
        assert!(line.contains("It meets one of your lines.") && line.contains("4 words") && line.contains("Quiet Ada"), "{line}");
        press(&maya, "/look/pace", &[("a_day", ""), ("at_once", "")]).is(303);
        assert_eq!(maya.visits("/g/owls/held").is(200).count("details.fold"), 0);
        assert_eq!(lea.visits("/g/owls/held").is(200).count("details.fold"), 1);
    }

    fn what_somebody_takes_on_is_for_those_who_look_after_something(town) {
        let (maya, _, ada, tom) = four(town);
        press(&maya, "/g/owls/role", &[("person", "Calm Stone"), ("role", "greeter"), ("turn", "month")]).is(303);
        for outside in [&ada, &tom] {
            outside.visits("/look/pace").is(403);
            asks(outside, "GET", PACE, &json!({})).is(403);
            asks(outside, "PUT", PACE, &json!({"limits": {"a_day": 1, "at_once": null}, "folds": true})).is(403);
            asks(outside, "POST", "/api/v1/look/break", &json!({"rest": "week"})).is(403);
            asks(outside, "POST", "/api/v1/look/back", &json!({})).is(403);
            for place in ["/look/pace", "/look/break", "/look/back", "/host/pace"] {
                press(outside, place, &[("rest", "week"), ("a_day", "1")]).is(403);
            }
        }
        let stranger = town.stranger();
        stranger.visits("/look/pace").is(303);
        asks(&stranger, "GET", PACE, &json!({})).is(401);
        asks(&maya, "PUT", PACE, &json!({"limits": {"a_day": 0, "at_once": null}, "folds": true})).is(422);
        asks(&maya, "PUT", PACE, &json!({"limits": {"a_day": 3, "at_once": 2}, "folds": false})).is(204);
        assert_eq!((&pace(&maya)["own"], &pace(&maya)["folds"]), (&json!({"a_day": 3, "at_once": 2}), &json!(false)));
        assert_eq!(town.count("SELECT count(*) AS n FROM pace"), 1);

        let face = maya.face;
        town.arranges(move |tx| tx.emit(hearthside::events::identity::Event::AccountErased { face, takes_words_back: false }));
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM pace"), 0);
    }
}
