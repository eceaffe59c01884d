//! What the daily circle does for those in it: what it takes, whom it names, who takes things out, and whom a reader meets.

use hearthside::kernel::GroupId;
use hearthside::policy::Reach;

use super::checks_in;
use super::circle::{DAY_S, ROWS, does, stands_in_it, two};
use crate::forum::export::copy_in;
use crate::harness::{Person, Seen, Town};
use crate::support::noticing::presses;
use crate::support::{blocks, came_long_ago};

/// An account that is open no more, as its state says.
fn sets_account(town: &Town, person: &Person, state: &'static str) {
    let face = person.face;
    town.arranges(move |tx| {
        tx.batch(&format!("UPDATE account SET state = '{state}' WHERE face_id = {face}"))
    });
}

fn pauses(town: &Town, person: &Person, group: GroupId) {
    let face = person.face;
    town.arranges(move |tx| {
        tx.batch(&format!(
            "UPDATE membership SET state = 'paused' WHERE face_id = {face} AND group_id = {group}"
        ))
    });
}

#[track_caller]
fn mutes_word(person: &Person, word: &str, hush: &str) {
    let body = format!(r#"{{"word":"{word}","hush":"{hush}","lasts":"week"}}"#);
    let json = [("content-type", "application/json")];
    person.sends("PUT", "/api/v1/quiet/words", &json, Some(body.as_bytes())).is(204);
}

on_both! {
    fn a_week_is_free_once_whoever_has_it_is_gone(town) {
        let (ada, maya) = two(town);
        let lea = town.person("Old Lantern");
        came_long_ago(town, &[&lea]);
        does(&maya, "host", &[("week", "this")]);
        does(&maya, "ask", &[("name", "Old Lantern")]);
        sets_account(town, &lea, "closed");
        does(&maya, "ask", &[("name", "Quiet Ada")]);
        ada.visits("/circle").is(200).shows("Maya Lake asks whether you would host next week");
        sets_account(town, &maya, "closed");
        ada.visits("/circle").is(200).shows("Nobody hosts this week.").hides("asks whether you would host");
        does(&ada, "host", &[("week", "this")]);
        does(&ada, "greet", &[("words", "Good evening")]);
    }

    fn nobody_hosts_who_is_paused_somewhere(town) {
        let (ada, maya) = two(town);
        let group = town.group("evenings", Reach::Community, &[&ada, &maya]);
        does(&ada, "host", &[("week", "this")]);
        pauses(town, &ada, group);
        maya.visits("/circle").is(200).shows("Nobody hosts this week.");
        presses(&ada, "/circle/greet", &[("words", "Hello")]).is(409).shows("That is for whoever hosts this week.");
        let page = ada.visits("/circle").is(200);
        assert_eq!(page.count("form[action='/circle/host']"), 0);
        presses(&ada, "/circle/host", &[("week", "this")]).is(409).shows("While you are paused somewhere, you do not host.");
        does(&maya, "host", &[("week", "this")]);
        presses(&maya, "/circle/ask", &[("name", "Quiet Ada")]).is(422);
        presses(&ada, "/circle/host", &[("week", "next")]).is(409);
    }

    fn what_somebody_said_at_the_top_is_theirs_to_take_back(town) {
        let (ada, maya) = two(town);
        does(&ada, "host", &[("week", "this")]);
        does(&ada, "greet", &[("words", "Vellumotter evening")]);
        maya.visits("/circle").is(200).shows("hosts this week");
        does(&ada, "step-down", &[]);
        let page = maya.visits("/circle").is(200).shows("Vellumotter evening").shows("Nobody hosts this week.");
        assert!(!page.text("#greeting").contains("hosts this week"), "{}", page.text("#greeting"));
        presses(&maya, "/circle/greet", &[("words", "")]).is(409);
        does(&maya, "host", &[("week", "this")]);
        let page = maya.visits("/circle").is(200).shows("Maya Lake");
        assert_eq!(page.text("#words"), "", "another's words are not put into one's own mouth");
        maya.fills(&page, "/circle/greet", &[("words", "")]).is(303);
        ada.visits("/circle").is(200).shows("Vellumotter evening");
        does(&ada, "greet/back", &[]);
        maya.visits("/circle").is(200).hides("Vellumotter");

        does(&maya, "greet", &[("words", "Zanzibar morning")]);
        does(&maya, "step-down", &[]);
        town.begins();
        town.waits_s(DAY_S);
        let page = maya.visits("/circle?day=yesterday").is(200).shows("Zanzibar morning").shows("Yesterday’s circle");
        maya.fills(&page, "/circle/greet/back", &[]).is(303);
        ada.visits("/circle?day=yesterday").is(200).hides("Zanzibar").shows("Nobody said anything.");
        presses(&maya, "/circle/greet/back", &[("day", "yesterday")]).is(303);
    }

    fn in_one_circle_stands_one_line_of_each(town) {
        let (ada, maya) = two(town);
        // Until noon, yesterday can be written; it goes to yesterday's circle.
        town.waits_s(DAY_S - 10 * 3_600);
        let form = ada.visits("/checkin?day=yesterday").is(200);
        ada.fills(&form, "/checkin", &[("weather", "hard"), ("line", "Zanzibar rain"), ("circle", "1")]).is(303);
        let page = ada.visits("/circle").is(200).hides("Zanzibar");
        assert_eq!(page.count("a[href='/checkin?to=circle']"), 1);
        maya.visits("/circle?day=yesterday").is(200).shows("Zanzibar rain");
        stands_in_it(&ada, "Vellumotter sun");
        assert_eq!(maya.visits("/circle").is(200).shows("Vellumotter sun").count("#lines > li"), 1);
        assert_eq!(maya.visits("/circle?day=yesterday").is(200).count("#lines > li"), 1);

        // Sunday evening and Monday morning of New York are one day of the community: the later word stands.
        let far = [("weather", "good"), ("circle", "1"), ("zone", "America/New_York")];
        town.waits_s(16 * 3_600 + 1_800);
        checks_in(&maya, &[&far[..], &[("line", "Evening there")]].concat()).is(303);
        ada.visits("/circle").is(200).shows("Evening there");
        town.waits_s(11 * 3_600);
        checks_in(&maya, &[&far[..], &[("line", "Morning there")]].concat()).is(303);
        let page = ada.visits("/circle").is(200).shows("Morning there").hides("Evening there");
        assert_eq!(page.count("#lines > li"), 1);
        maya.visits("/checkin/history").is(200).shows("Evening there").shows("Morning there");
    }

    fn what_would_wait_for_a_look_is_not_taken_and_stays_in_the_form(town) {
        let (ada, maya) = two(town);
        let line = "beds free, call (555) 123-4567";
        let seen = checks_in(&ada, &[("weather", "good"), ("line", line), ("circle", "1")]).is(422).shows("Somebody would look at this first");
        assert_eq!(seen.attribute("#line", "value").as_deref(), Some(line));
        maya.visits("/circle").is(200).hides("beds free");
        assert_eq!(town.count(ROWS), 0);
        checks_in(&ada, &[("weather", "good"), ("line", line)]).is(303);
        does(&ada, "host", &[("week", "this")]);
        presses(&ada, "/circle/greet", &[("words", line)]).is(422).shows("Without them it can stand there.").shows("beds free");

        // The doors opened long ago: links of somebody who came today wait.
        town.arranges(|tx| tx.batch("UPDATE community SET newcomer_weeks = 1"));
        let sam = town.person("Sam Hollow");
        let pointing = [("weather", "good"), ("line", "see https://elsewhere.example/x"), ("circle", "1")];
        checks_in(&sam, &pointing).is(422).shows("Links open after your first days here");
        checks_in(&maya, &pointing).is(303);
        checks_in(&sam, &pointing[..2]).is(303);
        // Whoever looks after the community is asked nothing.
        let host = town.host("Patient Alder");
        checks_in(&host, &[("weather", "good"), ("line", line), ("circle", "1")]).is(303);
    }

    fn help_is_offered_before_heavy_words_stand(town) {
        let (ada, maya) = two(town);
        let heavy = [("weather", "very-hard"), ("line", "Thinking of suicide again"), ("circle", "1"), ("halt", "tired"), ("halt", "lonely")];
        let offer = checks_in(&ada, &heavy).is(200).shows("You are not on your own with this").shows("Thinking of suicide").shows("are told that you may want company");
        assert_eq!(offer.count("button[value=keep]"), 0, "no draft is kept of it");
        assert_eq!(town.count(ROWS), 0);
        let again = ada.fills(&offer, "/checkin", &[("step", "edit")]).is(200);
        assert_eq!(again.attribute("#line", "value").as_deref(), Some("Thinking of suicide again"));
        ada.fills(&offer, "/checkin", &[("step", "send")]).is(303);
        maya.visits("/circle").is(200).shows("Thinking of suicide again");
        // What is theirs alone is offered nothing.
        checks_in(&maya, &[("weather", "hard"), ("line", "Thinking of suicide again")]).is(303);
        does(&ada, "host", &[("week", "this")]);
        let offer = presses(&ada, "/circle/greet", &[("words", "I do not want to live, suicide")]).is(200).shows("You are not on your own");
        ada.fills(&offer, "/circle/greet", &[("step", "edit")]).is(200).shows("I do not want to live, suicide");
        ada.fills(&offer, "/circle/greet", &[("step", "send")]).is(303);
        assert!(maya.visits("/circle").is(200).text("#greeting").contains("suicide"));
    }

    fn a_program_is_told_of_help_before_heavy_words_stand_in_the_circle(town) {
        let (ada, maya) = two(town);
        let sends = |path: &str, body: &str| ada.sends("PUT", path, &[("content-type", "application/json")], Some(body.as_bytes()));
        let is_helped_first = |no: Seen| {
            let no = no.is(409).json();
            assert_eq!((&no["code"], &no["field"]), (&"help-first".into(), &"helped".into()));
        };
        let day = |more: &str| {
            let rest = r#""urge":null,"halt":[],"intention":"","pledge":"","is_pledged":false,"went":null,"look_back":"","group":null"#;
            sends("/api/v1/checkins", &format!(r#"{{"zone":"UTC","weather":"hard","line":"Thinking of suicide again",{rest}{more}}}"#))
        };
        is_helped_first(day(r#","in_circle":true"#));
        is_helped_first(day(r#","in_circle":true,"helped":false"#));
        assert_eq!(town.count(ROWS), 0);
        day(r#","in_circle":true,"helped":true"#).is(200);
        maya.visits("/circle").is(200).shows("Thinking of suicide again");
        // What is theirs alone is offered nothing.
        day("").is(200);
        maya.visits("/circle").is(200).hides("Thinking of suicide");

        does(&ada, "host", &[("week", "this")]);
        is_helped_first(sends("/api/v1/circle/greeting", r#"{"words":"Suicide is on my mind"}"#));
        maya.visits("/circle").is(200).hides("on my mind");
        sends("/api/v1/circle/greeting", r#"{"words":"Suicide is on my mind","helped":true}"#).is(204);
        maya.visits("/circle").is(200).shows("on my mind");
    }

    fn heavy_words_in_the_circle_raise_a_private_flag_about_whoever_says_them_and_nobody_else_sees_it(town) {
        let (ada, maya) = two(town);
        let host = town.host("Patient Alder");
        let says = |line: &str| {
            let offer = checks_in(&ada, &[("weather", "very-hard"), ("line", line), ("circle", "1")]).is(200);
            ada.fills(&offer, "/checkin", &[("step", "send")]).is(303);
            town.settles();
        };
        let open = "SELECT count(*) AS n FROM concern WHERE is_met AND decided_on IS NULL";
        says("Thinking of suicide again");
        assert_eq!(town.count(open), 1);
        let case = host.visits("/look").is(200).attribute("article.case a.btn", "href").unwrap();
        host.visits(&case).is(200).shows("Quiet Ada").shows("The words meet a line of the list.").hides("Thinking of suicide");
        for page in ["/look", case.as_str(), "/circle", "/people/quiet-ada", "/news"] {
            assert!(!maya.visits(page).text("body").contains("meet a line"), "{page}");
            assert!(!ada.visits(page).text("body").contains("meet a line"), "{page}");
        }
        maya.visits(&case).is(403);
        ada.visits(&case).is(403);

        // The same words once more, with something else changed, are no news; other words are, once it is closed.
        presses(&host, &format!("{case}/write"), &[("say", "read")]).is(303);
        presses(&host, &format!("{case}/close"), &[]).is(303);
        says("Thinking of suicide again");
        assert_eq!(town.count(open), 0);
        says("I want to kill myself");
        assert_eq!(town.count(open), 1);
    }

    fn heavy_words_of_whoever_hosts_raise_it_too_and_those_for_oneself_raise_none(town) {
        let (ada, maya) = two(town);
        let concerns = "SELECT count(*) AS n FROM concern";
        checks_in(&maya, &[("weather", "hard"), ("line", "Thinking of suicide again")]).is(303);
        town.settles();
        assert_eq!(town.count(concerns), 0, "a day of one's own is one's own");
        does(&ada, "host", &[("week", "this")]);
        for _ in 0..2 {
            presses(&ada, "/circle/greet", &[("words", "Thinking of suicide again"), ("helped", "1")]).is(303);
            town.settles();
        }
        assert_eq!(town.count(concerns), 1);
        does(&ada, "greet", &[("words", "A calm evening to all")]);
        town.settles();
        assert_eq!(town.count(concerns), 1);
    }

    fn a_closed_account_is_read_no_more(town) {
        let (ada, maya) = two(town);
        stands_in_it(&ada, "Zanzibar rain");
        does(&ada, "host", &[("week", "this")]);
        does(&ada, "greet", &[("words", "Vellumotter evening")]);
        for state in ["paused", "closed"] {
            sets_account(town, &ada, state);
            let page = maya.visits("/circle").is(200).hides("Zanzibar").hides("Vellumotter").shows("Nobody hosts this week.");
            assert_eq!(page.count("#lines > li"), 0);
        }
    }

    fn whoever_looks_after_the_community_meets_all_and_takes_things_out(town) {
        let (ada, maya) = two(town);
        let host = town.host("Patient Alder");
        blocks(&ada, "patient-alder");
        blocks(&host, "maya-lake");
        stands_in_it(&ada, "Zanzibar rain");
        stands_in_it(&maya, "Vellumotter sun");
        does(&ada, "host", &[("week", "this")]);
        does(&ada, "greet", &[("words", "Evening words")]);
        let page = host.visits("/circle").is(200).shows("Zanzibar rain").shows("Vellumotter sun").shows("By somebody you blocked. You look after this community");
        let seen = maya.visits("/circle").is(200);
        assert_eq!(seen.count("#lines a[href^='/circle/concern?what=line']"), 1);
        assert_eq!((seen.count("#greeting a[href^='/circle/concern?what=greeting']"), seen.count("a[href^='/circle/out']")), (1, 0));
        maya.visits("/circle/out?what=line&of=Quiet%20Ada").is(403);
        presses(&maya, "/circle/out", &[("what", "line"), ("of", "Quiet Ada"), ("reason", "Because of that")]).is(403);

        let url = "/circle/out?what=line&of=Quiet%20Ada";
        assert_eq!(page.count(&format!("#lines a[href='{url}']")), 1);
        let form = host.visits(url).is(200).shows("The line of Quiet Ada goes out");
        host.fills(&form, "/circle/out", &[("reason", "")]).is(422);
        host.fills(&form, "/circle/out", &[("reason", "It names where somebody lives.")]).is(303);
        host.fills(&form, "/circle/out", &[("reason", "It names where somebody lives.")]).is(303);
        maya.visits("/circle").is(200).hides("Zanzibar").shows("Vellumotter sun");
        ada.visits("/checkin/history").is(200).shows("Zanzibar rain");
        let log = host.visits("/look/done").is(200).shows("A line taken out of the daily circle");
        assert_eq!((log.count("ul.rows > li"), log.count("form[action^='/look/done/']")), (1, 0));
        ada.visits("/decisions").is(200).shows("Your line was taken out of the daily circle").shows("It names where somebody lives.");

        for (what, did) in [("greeting", "A greeting taken out of the daily circle"), ("week", "A week of the daily circle freed")] {
            let form = host.visits(&format!("/circle/out?what={what}&of=Quiet%20Ada")).is(200);
            host.fills(&form, "/circle/out", &[("reason", "It is not for everybody.")]).is(303);
            host.visits("/look/done").is(200).shows(did);
        }
        maya.visits("/circle").is(200).hides("Evening words").shows("Nobody hosts this week.");
        host.visits("/circle/out?what=never&of=Quiet%20Ada").is(422);
        presses(&host, "/circle/out", &[("what", "line"), ("of", "Nobody Here"), ("reason", "Because of that")]).is(404);
    }

    fn a_program_takes_things_out_too(town) {
        let (ada, maya) = two(town);
        let host = town.host("Patient Alder");
        let json = [("content-type", "application/json")];
        stands_in_it(&ada, "Zanzibar rain");
        let body = br#"{"what":"line","of":"Quiet Ada","reason":"It names somebody."}"#;
        maya.sends("POST", "/api/v1/circle/out", &json, Some(body)).is(403);
        host.sends("POST", "/api/v1/circle/out", &json, Some(br#"{"what":"never","of":"Quiet Ada","reason":"It names somebody."}"#)).is(422).shows("circle-out-unchosen");
        host.sends("POST", "/api/v1/circle/out", &json, Some(br#"{"what":"line","of":"Quiet Ada\u0000","reason":"It names somebody."}"#)).is(404);
        host.sends("POST", "/api/v1/circle/out", &json, Some(body)).is(204);
        assert_eq!(town.count(ROWS), 0);
        let act = host.sends("GET", "/api/v1/look/done", &[], None).is(200).json()["rows"][0].clone();
        assert_eq!(act["verb"], "circle-line");
        host.sends("POST", &format!("/api/v1/look/done/{}", act["id"].as_str().unwrap()), &json, Some(b"{}")).is(409);
        ada.sends("DELETE", "/api/v1/circle/greeting?day=yesterday", &[], None).is(204);
    }

    fn who_is_muted_leaves_the_list_and_what_is_muted_is_folded(town) {
        let (ada, maya) = two(town);
        stands_in_it(&ada, "Zanzibar rain");
        does(&ada, "host", &[("week", "this")]);
        does(&ada, "greet", &[("words", "Poker night")]);
        mutes_word(&maya, "zanzibar", "fold");
        mutes_word(&maya, "poker", "fold");
        let page = maya.visits("/circle").is(200);
        assert_eq!((page.count("#lines details.fold"), page.count("#greeting details.fold")), (1, 1));
        assert_eq!(ada.visits("/circle").is(200).count("details.fold"), 0, "one's own words stay open");
        assert_eq!(maya.sends("GET", "/api/v1/circle", &[], None).is(200).json()["rows"][0]["is_folded"], true);
        mutes_word(&maya, "zanzibar", "hide");
        maya.visits("/circle").is(200).hides("Zanzibar");

        mutes_word(&maya, "zanzibar", "fold");
        does(&ada, "ask", &[("name", "Maya Lake")]);
        maya.visits("/").is(200).shows("asks whether you would host");
        maya.sends("PUT", "/api/v1/people/Quiet%20Ada/mute", &[("content-type", "application/json")], Some(br#"{"lasts":"week"}"#)).is(204);
        maya.visits("/").is(200).hides("asks whether you would host");
        let page = maya.visits("/circle").is(200).hides("Zanzibar");
        assert!(page.text("#greeting").contains("By somebody you hear less of"), "{}", page.text("#greeting"));
    }

    fn whom_somebody_works_for_stands_beside_what_they_say(town) {
        let (ada, maya) = two(town);
        let face = ada.face;
        town.arranges(move |tx| tx.batch(&format!("UPDATE face SET affiliation = 'housing', affiliated_with = 'Harbour House' WHERE id = {face}")));
        stands_in_it(&ada, "Zanzibar rain");
        does(&ada, "host", &[("week", "this")]);
        does(&ada, "greet", &[("words", "Good evening")]);
        let page = maya.visits("/circle").is(200);
        assert!(page.text("#lines").contains("Harbour House") && page.text("#greeting").contains("Harbour House"));
        assert_eq!(maya.sends("GET", "/api/v1/circle", &[], None).is(200).json()["rows"][0]["affiliation"]["with"], "Harbour House");
    }

    fn the_copy_says_that_they_rest_and_no_line_shows_its_length(town) {
        let (ada, maya) = two(town);
        stands_in_it(&ada, "x");
        let long = "\u{1f9d1}\u{200d}\u{1f680}".repeat(140);
        stands_in_it(&maya, &long);
        let lengths = town.lines("SELECT CAST(length(sealed) AS TEXT) AS line FROM circle_line");
        assert_eq!((lengths.len(), &lengths[0]), (2, &lengths[1]));
        does(&ada, "host", &[("week", "this")]);
        does(&ada, "ask", &[("name", "Maya Lake")]);
        does(&maya, "answer", &[("answer", "no")]);
        let copy = copy_in(&maya.sends("POST", "/api/v1/me/copy", &[], None).is(200));
        assert!(copy.contains("rests_until") && copy.contains("is_let_go"), "{copy}");
    }
}
