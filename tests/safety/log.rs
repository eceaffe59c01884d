//! The log of service and what met somebody: page by page, and as long as it holds; answers with what they are about.

use serde_json::json;

use super::crisis::{four, press};
use super::{is_no, owls, tells, the_act, the_case};
use crate::forum::groups::asks;
use crate::forum::shares;
use crate::harness::{Person, Town};

const OUT: &str = "SELECT count(*) AS n FROM membership WHERE state = 'paused'";

/// Tom tells of words of Ada's, and Maya decides; with the thread.
fn decided(
    town: &Town,
    (maya, ada, tom): (&Person, &Person, &Person),
    words: &str,
    fields: &[(&str, &str)],
) -> String {
    let thread = shares(ada, "owls", words);
    tells(tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
    press(maya, &the_case(maya), fields).is(303);
    town.settles();
    thread
}

/// So many days go over what was decided and answered, and what is old goes.
fn goes_by(town: &Town, days: i64) {
    town.arranges(move |tx| {
        tx.batch(&format!(
            "UPDATE act SET done_on = done_on - {days}, appealed_on = appealed_on - {days}, answered_on = answered_on - {days}"
        ))
    });
    town.waits_s(7_200);
}

/// So many notes to Ada, made after everything else.
fn notes(town: &Town, ada: &Person, many: i64) {
    let (face, today) = (ada.face, town.app.clock().now().day().0);
    let note = |number: i64| {
        format!(
            "INSERT INTO act (id, concern_id, subject, face_id, group_id, tier, verb, state, by_face, words, done_on, number)
                SELECT {0}, 1, 'face:{face}', {face}, id, 'group', 'note', 'done', {face}, 'Note {0}.', {today}, {0} FROM \"group\" WHERE name = 'owls';",
            5_000 + number
        )
    };
    let sql: String = (1..=many).map(note).collect();
    town.arranges(move |tx| tx.batch(&sql));
}

on_both! {
    fn whoever_was_put_out_reads_why_answers_and_is_let_back_however_long_ago_that_was(town) {
        let (maya, lea, ada, tom) = four(town);
        decided(town, (&maya, &ada, &tom), "Harsh.", &[("verb", "close"), ("words", "Not here any more.")]);
        goes_by(town, 500);
        let page = ada.visits("/decisions").is(200).shows("You are out of this group").shows("Not here any more.");
        ada.fills(&page, &the_act(&ada, "/decisions"), &[("words", "It is long ago.")]).is(303);
        lea.visits("/look").is(200).shows("It is long ago.");
        maya.visits("/look/done").is(200).shows("Put out of the group").shows("Take back");

        let list = maya.visits("/look/people").is(200).shows("Quiet Ada").shows("until somebody lets them back");
        for other in [&tom, &ada] {
            press(other, "/look/people/back", &[("group", "owls"), ("name", "Quiet Ada")]).is(403);
        }
        assert_eq!(maya.fills(&list, "/look/people/back", &[]).is(303).location, "/look/people");
        assert_eq!(town.count(OUT), 0);
        ada.visits("/decisions").is(200).shows("This was taken back.");
        // What holds no more goes as everything does, a while after it was answered.
        goes_by(town, 100);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE face_id IS NOT NULL OR words <> ''"), 0);
    }

    fn an_account_that_is_closed_reads_why_as_long_as_it_is_and_what_holds_no_more_goes(town) {
        let (maya, _, ada, tom) = four(town);
        let host = town.host("Patient Alder");
        // Whatever let them in again, the line does not outlive it.
        decided(town, (&maya, &ada, &tom), "Harsh.", &[("verb", "close"), ("words", "Not here any more.")]);
        town.arranges(|tx| tx.batch("UPDATE membership SET state = 'in' WHERE state = 'paused'"));
        goes_by(town, 100);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE face_id IS NOT NULL OR words <> ''"), 0);

        let sets = |sent| asks(&host, "POST", "/api/v1/host/people/Quiet%20Ada/standing", &sent).is(204);
        sets(json!({ "verb": "close", "reason": "Again and again." }));
        goes_by(town, 500);
        ada.visits("/status/decisions").is(200).shows("Your account is closed").shows("Again and again.");
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 1);
        sets(json!({ "verb": "reopen" }));
        goes_by(town, 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 0);
    }

    fn letting_back_is_for_those_who_look_after_the_place_and_twice_is_the_same_as_once(town) {
        let (maya, _, ada, tom) = four(town);
        let host = town.host("Patient Alder");
        decided(town, (&maya, &ada, &tom), "Harsh.", &[("verb", "pause"), ("days", "9"), ("words", "Some days away.")]);
        let row = asks(&maya, "GET", "/api/v1/look/people", &json!({})).is(200).json()["rows"][0]["limited"][0].clone();
        assert_eq!((&row["name"], &row["may_return"]), (&json!("Quiet Ada"), &json!(true)));
        let url = "/api/v1/look/people/back";
        let back = |name: &str| json!({ "group": "owls", "name": name });
        for other in [&tom, &ada] {
            asks(other, "POST", url, &back("Quiet Ada")).is(403);
            asks(other, "POST", url, &json!({ "name": "Quiet Ada" })).is(403);
        }
        asks(&maya, "POST", url, &json!({ "name": "Quiet Ada" })).is(403);
        asks(&maya, "POST", url, &back("Nobody Here")).is(404);
        asks(&maya, "POST", url, &json!({ "group": "nowhere", "name": "Quiet Ada" })).is(404);
        asks(&host, "POST", url, &json!({ "name": "Quiet Ada" })).is(404);
        assert_eq!(town.count(OUT), 1);
        for _ in 0..2 {
            asks(&maya, "POST", url, &back("Quiet Ada")).is(204);
        }
        assert_eq!((town.count(OUT), town.count("SELECT count(*) AS n FROM act WHERE state = 'undone'")), (0, 1));
    }

    fn nobody_lets_themself_back_nor_anybody_where_only_others_look_after_things(town) {
        let (maya, _, ada, tom) = four(town);
        let (host, url) = (town.host("Patient Alder"), "/api/v1/look/people/back");
        press(&host, "/g/owls/join", &[]).is(303);
        decided(town, (&maya, &host, &tom), "Harsh.", &[("verb", "close"), ("words", "Not here any more.")]);
        decided(town, (&maya, &ada, &tom), "Harsh.", &[("verb", "close"), ("words", "Not here any more.")]);
        for name in ["Patient Alder", "Quiet Ada"] {
            let sent = json!({ "group": "owls", "name": name });
            is_no(asks(&host, "POST", url, &sent).is(403), "keepers-only");
        }
        assert_eq!(town.count(OUT), 2);
        asks(&maya, "POST", url, &json!({ "group": "owls", "name": "Patient Alder" })).is(204);
        assert_eq!(town.count(OUT), 1);
    }

    fn what_went_along_with_putting_somebody_out_is_taken_back_after_they_were_let_back_too(town) {
        let (maya, lea, ada, tom) = four(town);
        let fields = [("verb", "close"), ("removes", "1"), ("words", "Not here any more.")];
        let thread = decided(town, (&maya, &ada, &tom), "Harsh.", &fields);
        press(&lea, "/look/people/back", &[("group", "owls"), ("name", "Quiet Ada")]).is(303);
        tom.visits(&format!("/p/{thread}")).is(404);
        // Their words are away still: that is said, and answered.
        let own = ada.visits("/decisions").is(200).shows("Part of this was taken back. The rest still holds.").hides("This was taken back.");
        ada.fills(&own, &the_act(&ada, "/decisions"), &[("words", "Let my words stand.")]).is(303);
        lea.visits("/look").is(200).shows("Let my words stand.");
        let log = lea.visits("/look/done").is(200);
        assert_eq!(log.count("main form"), 1);
        lea.fills(&log, &log.attribute("main form", "action").unwrap(), &[]).is(303);
        tom.visits(&format!("/p/{thread}")).is(200);
        assert_eq!(lea.visits("/look/done").is(200).count("main form"), 0);
    }

    fn the_log_goes_on_page_by_page_to_what_was_decided_first(town) {
        let (maya, lea, ada, tom) = four(town);
        decided(town, (&maya, &ada, &tom), "Harsh.", &[("verb", "close"), ("removes", "1"), ("words", "Not here any more.")]);
        notes(town, &ada, 55);
        let first = lea.visits("/look/done").is(200).hides("Not here any more.");
        assert_eq!(first.count("main li.row"), 50);
        let older = first.attribute("nav.pager a", "href").unwrap();
        let rest = lea.visits(&older).is(200).shows("Not here any more.");
        assert_eq!((rest.count("main li.row"), rest.count("nav.pager")), (6, 0), "what was one press is one line");

        let page = asks(&lea, "GET", "/api/v1/look/done", &json!({})).is(200).json();
        let next = page["next"].as_str().unwrap().to_owned();
        let page = asks(&lea, "GET", &format!("/api/v1/look/done?before={next}"), &json!({})).is(200).json();
        let last = page["rows"][5].clone();
        assert_eq!((&last["verb"], &last["also"], &page["next"]), (&json!("close"), &json!(["remove"]), &json!(null)));
        press(&lea, &format!("/look/done/{}", last["id"].as_str().unwrap()), &[]).is(303);
        assert_eq!(town.count(OUT), 0);
        for nowhere in ["1", "lamp", "%00"] {
            lea.visits(&format!("/look/done?before={nowhere}")).is(404);
            asks(&lea, "GET", &format!("/api/v1/look/done?before={nowhere}"), &json!({})).is(404);
        }
    }

    fn what_was_decided_is_taken_back_from_its_case_by_those_who_look_after_it(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = decided(town, (&maya, &ada, &tom), "Harsh.", &[("verb", "remove"), ("words", "These words hurt.")]);
        let case = town.lines("SELECT '/look/' || CAST(id AS TEXT) AS line FROM concern")[0].clone();
        let page = lea.visits(&case).is(200).shows("These words hurt.").shows("Take back");
        let undo = page.attribute("form[action^='/look/done/']", "action").unwrap();
        tom.visits(&case).is(403);
        lea.fills(&page, &undo, &[]).is(303);
        tom.visits(&format!("/p/{thread}")).is(200);
        let queue = lea.visits("/look").is(200).hides("Take back");
        assert_eq!(queue.count("article.case"), 1, "it waits again");
        lea.visits(&case).is(200).hides("Take back");
    }

    fn what_met_somebody_is_read_and_answered_though_more_than_fifty_came_after_it(town) {
        let (maya, lea, ada, tom) = four(town);
        decided(town, (&maya, &ada, &tom), "Harsh.", &[("verb", "warn"), ("words", "More comes if this goes on.")]);
        let warning = the_act(&ada, "/decisions");
        notes(town, &ada, 55);
        let first = ada.visits("/decisions").is(200).hides("More comes if this goes on.");
        assert_eq!(first.count("article.case"), 50);
        let older = first.attribute("nav.pager a", "href").unwrap();
        let rest = ada.visits(&older).is(200).shows("More comes if this goes on.");
        assert_eq!((rest.count("article.case"), rest.count("nav.pager")), (6, 0));
        ada.fills(&rest, &warning, &[("words", "I was tired.")]).is(303);
        lea.visits("/look").is(200).shows("I was tired.");
        let page = asks(&ada, "GET", "/api/v1/decisions", &json!({})).is(200).json();
        let url = format!("/api/v1/decisions?before={}", page["next"].as_str().unwrap());
        let rows = asks(&ada, "GET", &url, &json!({})).is(200).json()["rows"].clone();
        assert_eq!((&rows[5]["verb"], &rows[5]["appeal"]), (&json!("warn"), &json!("I was tired.")));
        ada.visits("/decisions?before=lamp").is(404);
        let own = warning.rsplit('/').next().unwrap();
        press(&tom, &format!("/decisions/{own}"), &[("words", "I answer for her.")]).is(404);
    }

    fn an_answer_on_a_late_day_is_kept_until_somebody_replied_and_a_while_after(town) {
        let (maya, lea, ada, tom) = four(town);
        decided(town, (&maya, &ada, &tom), "Harsh.", &[("verb", "note"), ("words", "A note of ours.")]);
        goes_by(town, 85);
        let url = the_act(&ada, "/decisions");
        ada.fills(&ada.visits("/decisions").is(200), &url, &[("words", "Please look again.")]).is(303);
        goes_by(town, 80);
        ada.visits("/decisions").is(200).shows("Please look again.").shows("A note of ours.");
        let answer = url.replace("/decisions/", "/look/answers/");
        press(&lea, &answer, &[("words", "We did."), ("answer", "stays")]).is(303);
        goes_by(town, 80);
        ada.visits("/decisions").is(200).shows("Please look again.").shows("We did.");
        goes_by(town, 20);
        ada.visits("/decisions").is(200).hides("We did.");
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE face_id IS NOT NULL OR words <> '' OR appeal <> '' OR answer <> ''"), 0);
    }

    fn whoever_reads_an_answer_reads_what_it_is_about_and_nobody_who_does_not(town) {
        let (maya, lea, ada, tom) = four(town);
        let host = town.host("Patient Alder");
        let thread = decided(town, (&maya, &ada, &tom), "They all laughed.", &[("verb", "pause"), ("days", "20"), ("removes", "1"), ("words", "These words hurt.")]);
        tom.visits(&format!("/p/{thread}")).is(404);
        let url = the_act(&ada, "/decisions");
        ada.fills(&ada.visits("/decisions").is(200), &url, &[("words", "They laughed at me.\nI was sad.")]).is(303);

        host.visits("/look").is(200).hides("They all laughed.").hides("They laughed at me.");
        let here = lea.visits("/look").is(200).shows("The words it is about").shows("They all laughed.").shows("Cruel or hateful");
        let case = here.attribute("section[aria-labelledby=answers] a", "href").unwrap();
        lea.visits(&case).is(200).shows("They all laughed.");
        town.waits_s(5 * 86_400);

        let seen = host.visits("/look").is(200).shows("They all laughed.").shows("Cruel or hateful").shows("Put out of sight");
        assert_eq!(seen.count("section[aria-labelledby=answers] a"), 0, "the case is the group's");
        host.visits(&case).is(404);
        let row = asks(&host, "GET", "/api/v1/look", &json!({})).is(200).json()["appeals"][0].clone();
        assert!(row["html"].as_str().unwrap().contains("They all laughed."), "{row}");
        assert_eq!((&row["reasons"], &row["group"], &row["also"], &row["case"]), (&json!(["cruel"]), &json!("owls"), &json!(["remove"]), &json!(null)));
        let log = asks(&host, "GET", "/api/v1/look/done", &json!({})).is(200).hides("They all laughed.");
        assert_eq!((&log.json()["rows"][0]["group"], &log.json()["rows"][0]["heading"]), (&json!(null), &json!("")));
        asks(&ada, "GET", "/api/v1/decisions", &json!({})).is(200).hides("Maya Lake");
    }

    fn whoever_reads_an_answer_may_ask_something_back_once_before_they_reply(town) {
        let (maya, lea, ada, tom) = four(town);
        decided(town, (&maya, &ada, &tom), "Harsh.", &[("verb", "remove"), ("words", "These words hurt.")]);
        let url = the_act(&ada, "/decisions");
        ada.fills(&ada.visits("/decisions").is(200), &url, &[("words", "I was quoting.")]).is(303);
        let answer = url.replace("/decisions/", "/look/answers/");
        press(&ada, &url, &[("words", "And another thing.")]).is(409);
        let queue = lea.visits("/look").is(200).shows("Ask them something first");
        lea.fills(&queue, &answer, &[("words", "Whom did you quote?"), ("answer", "ask")]).is(303);
        town.settles();
        ada.visits("/news").is(200).shows("There is word for you from the people who look after owls");
        let queue = lea.visits("/look").is(200).shows("Whom did you quote?").shows("No word to that yet.").hides("Ask them something first");
        lea.fills(&queue, &answer, &[("words", "And when?"), ("answer", "ask")]).is(409);
        maya.visits("/look").is(200).hides("Whom did you quote?");

        let own = ada.visits("/decisions").is(200).shows("Whom did you quote?").hides("Lantern");
        ada.fills(&own, &url, &[("words", "")]).is(422);
        ada.fills(&own, &url, &[("words", "My own mother.")]).is(303);
        ada.fills(&own, &url, &[("words", "And once more.")]).is(409).shows("And once more.");
        let row = asks(&lea, "GET", "/api/v1/look", &json!({})).is(200).json()["appeals"][0].clone();
        assert_eq!((&row["asked"], &row["more"]), (&json!("Whom did you quote?"), &json!("My own mother.")));
        asks(&lea, "POST", &format!("/api/v1{answer}"), &json!({ "words": "Thank you.", "lifts": true })).is(204);
        ada.visits("/decisions").is(200).shows("My own mother.").shows("Thank you.").shows("This was taken back.");
        goes_by(town, 100);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE asked <> '' OR more <> ''"), 0);
    }

    fn where_an_answer_was_right_those_who_told_read_that_it_stays(town) {
        let (maya, lea, ada, tom) = four(town);
        decided(town, (&maya, &ada, &tom), "Harsh.", &[("verb", "remove"), ("words", "These words hurt."), ("shares", "1")]);
        tom.visits("/concerns").is(200).shows("did something about it").shows("These words hurt.");
        let url = the_act(&ada, "/decisions");
        ada.fills(&ada.visits("/decisions").is(200), &url, &[("words", "I was quoting.")]).is(303);
        let answer = url.replace("/decisions/", "/look/answers/");
        press(&lea, &answer, &[("words", "So it was."), ("answer", "lift")]).is(303);
        let told = tom.visits("/concerns").is(200).shows("It stays as it is.").hides("did something about it");
        told.hides("These words hurt.").hides("So it was.");
        assert_eq!(lea.visits("/look").is(200).count("article.case"), 0, "it does not wait again");

        // Where it stays as it was decided, they read what they read before.
        decided(town, (&maya, &ada, &tom), "Harsher.", &[("verb", "remove"), ("words", "These words hurt, too.")]);
        let url = the_act(&ada, "/decisions");
        ada.fills(&ada.visits("/decisions").is(200), &url, &[("words", "I was quoting again.")]).is(303);
        let answer = url.replace("/decisions/", "/look/answers/");
        press(&lea, &answer, &[("words", "It stays."), ("answer", "stays")]).is(303);
        tom.visits("/concerns").is(200).shows("did something about it");
    }

    fn a_host_who_looks_after_a_group_neither_reads_nor_takes_back_what_was_decided_about_it(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.host("Patient Alder"));
        let (tom, other) = (town.person("Calm Stone"), town.host("Second Alder"));
        owls(town, &[&maya, &lea, &tom]);
        tells(&tom, "/g/owls", &[("reason", "other")]).is(303);
        press(&other, &the_case(&other), &[("verb", "note"), ("words", "A word about the group.")]).is(303);
        other.visits("/look/done").is(200).shows("A word about the group.");
        let id = town.lines("SELECT CAST(id AS TEXT) AS line FROM act")[0].clone();
        for one in [&lea, &maya] {
            one.visits("/look/done").is(200).hides("A word about the group.");
            asks(one, "GET", "/api/v1/look/done", &json!({})).is(200).hides("A word about the group.");
            press(one, &format!("/look/done/{id}"), &[]).is(404);
        }
        press(&other, &format!("/look/done/{id}"), &[]).is(303);
    }

    fn lines_of_the_log_say_which_words_and_lead_to_their_case(town) {
        let (maya, lea, ada, tom) = four(town);
        let host = town.host("Patient Alder");
        for words in ["The first lamp.", "The second lamp."] {
            decided(town, (&maya, &ada, &tom), words, &[("verb", "remove"), ("words", "Once is enough.")]);
        }
        let log = lea.visits("/look/done").is(200);
        let lines: Vec<String> = log.texts("main li.row").iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert!(lines[0].contains("The second lamp.") && lines[1].contains("The first lamp."), "{lines:?}");
        lea.visits(&log.attribute("main li.row a", "href").unwrap()).is(200).shows("The second lamp.");
        let above = host.visits("/look/done").is(200).shows("Once is enough.").hides("second lamp");
        assert_eq!(above.count("main li.row a"), 0);
        let rows = asks(&host, "GET", "/api/v1/look/done", &json!({})).is(200).json()["rows"].clone();
        assert_eq!((&rows[0]["case"], &rows[0]["heading"]), (&json!(null), &json!("")));
    }

    fn what_one_told_of_is_found_again_as_long_as_one_may_read_it(town) {
        let (maya, _, ada, tom) = four(town);
        let threads = ["The first lamp.", "The second lamp."].map(|words| shares(&ada, "owls", words));
        for thread in &threads {
            tells(&tom, &format!("/p/{thread}"), &[("reason", "other")]).is(303);
        }
        let list = tom.visits("/concerns").is(200).shows("The first lamp.").shows("The second lamp.");
        assert_eq!(list.count("main li details a"), 2);
        let rows = asks(&tom, "GET", "/api/v1/concerns", &json!({})).is(200).json()["rows"].clone();
        let pages: Vec<_> = rows.as_array().unwrap().iter().map(|row| row["page"].as_str().unwrap().to_owned()).collect();
        assert!(threads.iter().all(|thread| pages.contains(&format!("/p/{thread}"))), "{pages:?}");
        let case = town.lines(&format!("SELECT CAST(c.id AS TEXT) AS line FROM concern c JOIN thread t ON t.id = c.thread_id WHERE t.public_id = '{}'", threads[0]));
        press(&maya, &format!("/look/{}", case[0]), &[("verb", "remove"), ("words", "Once is enough.")]).is(303);
        let list = tom.visits("/concerns").is(200).hides("The first lamp.").shows("The second lamp.");
        assert_eq!(list.count("main li details a"), 1);
        ada.visits("/concerns").is(200).hides("second lamp");
    }
}
