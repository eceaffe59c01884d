//! What belongs together in a case: two steps in one press, notes between those who look after it, how long a name has been
//! here; and the lists of who came lately and who is limited.

use std::collections::BTreeSet;

use hearthside::identity::names;
use serde_json::{Value, json};

use super::crisis::{four, press};
use super::decisions::takes_back;
use super::{tells, the_case};
use crate::forum::aliases::{night_owls, whispers};
use crate::forum::groups::asks;
use crate::forum::shares;
use crate::harness::{Person, Seen, Town};

/// Tom tells of words of Ada's; where they stand, and the page of the case.
fn told(town: &Town, (maya, ada, tom): (&Person, &Person, &Person), reason: &str) -> (String, String) {
    let thread = shares(ada, "owls", "Harsh words.");
    tells(tom, &format!("/p/{thread}"), &[("reason", reason)]).is(303);
    town.settles();
    (format!("/p/{thread}"), the_case(maya))
}

fn case_json(keeper: &Person, case: &str) -> Value {
    asks(keeper, "GET", &format!("/api/v1{case}"), &json!({})).is(200).json()
}

on_both! {
    fn words_go_out_of_sight_and_their_writer_is_paused_in_one_press_one_letter_and_one_way_back(town) {
        let (maya, lea, ada, tom) = four(town);
        let (place, case) = told(town, (&maya, &ada, &tom), "cruel");
        let away = format!("{case}/away");
        let page = maya.visits(&case).is(200).shows("Remove and pause");
        maya.fills(&page, &away, &[("both_words", "")]).is(422);
        maya.fills(&page, &away, &[("days", "91")]).is(422);
        press(&tom, &away, &[("both_words", "Not mine to do."), ("days", "7")]).is(403);
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 0);
        let sent = maya.fills(&page, &away, &[("both_words", "These words hurt.")]).is(303);
        maya.follows(sent).is(200).shows("You can take it back under");
        town.settles();

        tom.visits(&place).is(404);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 1);
        let letter = ada.visits("/decisions").is(200).shows("These words hurt.");
        assert_eq!(letter.count("article.case"), 1, "one decision, one letter");
        let heading = letter.text("article.case h2");
        assert!(heading.contains("paused in this group") && heading.contains("put out of sight"), "{heading}");
        ada.visits("/news").is(200).shows("There is word for you from the people who look after owls");
        let log = lea.visits("/look/done").is(200);
        assert_eq!(log.count("main form"), 1, "one line, one way back");
        let json = asks(&lea, "GET", "/api/v1/look/done", &json!({})).json();
        assert_eq!((&json["rows"][0]["verb"], &json["rows"][0]["also"], json["rows"].as_array().map(Vec::len)), (&json!("pause"), &json!(["remove"]), Some(1)));

        takes_back(&lea);
        tom.visits(&place).is(200).shows("Harsh words.");
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE state = 'undone'"), 2);
        the_case(&maya);
    }

    fn what_was_typed_stands_there_again_when_it_is_refused_and_in_no_other_form_of_the_page(town) {
        let (maya, _, ada, tom) = four(town);
        let (_, case) = told(town, (&maya, &ada, &tom), "cruel");
        let away = format!("{case}/away");
        let page = maya.visits(&case).is(200);
        let (ready, long) = (page.attribute("#both_words", "value").unwrap(), "Too long. ".repeat(30));
        assert_eq!(page.text("#words"), ready);
        for typed in ["", "No", long.as_str()] {
            let seen = maya.fills(&page, &away, &[("both_words", typed)]).is(422);
            assert_eq!(seen.attribute("#both_words", "value").as_deref(), Some(typed));
            assert_eq!((seen.text("#words"), seen.count("#both_words-fault"), seen.count("#words-fault")), (ready.clone(), 1, 0));
        }
        let seen = maya.fills(&page, &away, &[("both_words", "These words hurt."), ("days", "91")]).is(422);
        assert_eq!(seen.attribute("#both_words", "value").as_deref(), Some("These words hurt."));
        let seen = maya.fills(&page, &case, &[("verb", "note"), ("words", &long)]).is(422);
        assert_eq!((seen.text("#words"), seen.attribute("#both_words", "value")), (long.trim().to_owned(), Some(ready)));
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 0);
    }

    fn either_part_is_taken_back_with_the_other_and_an_answer_is_to_all_of_it(town) {
        let (maya, lea, ada, tom) = four(town);
        let (place, case) = told(town, (&maya, &ada, &tom), "cruel");
        press(&maya, &format!("{case}/away"), &[("both_words", "These words hurt."), ("days", "7")]).is(303);
        let part = town.lines("SELECT CAST(id AS TEXT) AS line FROM act WHERE verb = 'remove'").pop().unwrap();
        press(&ada, &format!("/decisions/{part}"), &[("words", "They were kind.")]).is(404);
        let page = ada.visits("/decisions").is(200);
        let answer = page.attribute("article.case form", "action").unwrap();
        ada.fills(&page, &answer, &[("words", "They were kind.")]).is(303);
        let id = answer.rsplit('/').next().unwrap().to_owned();
        press(&lea, &format!("/look/answers/{id}"), &[("words", "We see it now."), ("answer", "lift")]).is(303);
        tom.visits(&place).is(200);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 0);

        let (place, case) = told(town, (&maya, &ada, &tom), "spam");
        press(&maya, &format!("{case}/away"), &[("both_words", "Once is enough."), ("days", "7")]).is(303);
        let part = town.lines("SELECT CAST(id AS TEXT) AS line FROM act WHERE verb = 'remove' AND state = 'done'").pop().unwrap();
        press(&lea, &format!("/look/done/{part}"), &[]).is(303);
        tom.visits(&place).is(200);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE state = 'done'"), 0);
    }

    fn where_two_people_decide_each_step_there_is_no_press_for_both(town) {
        let (maya, _, ada, tom) = four(town);
        let (place, case) = told(town, (&maya, &ada, &tom), "worried");
        maya.visits(&case).is(200).hides("Remove and pause");
        press(&maya, &format!("{case}/away"), &[("both_words", "These words hurt."), ("days", "7")]).is(422);
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 0);
        tom.visits(&place).is(200);
    }

    fn those_who_look_after_a_calm_case_leave_notes_there_and_nobody_else_reads_them(town) {
        let (maya, lea, ada, tom) = four(town);
        let host = town.host("Patient Alder");
        let (_, case) = told(town, (&maya, &ada, &tom), "spam");
        let notes = format!("{case}/notes");
        let page = maya.visits(&case).is(200).shows("Notes between you");
        maya.fills(&page, &notes, &[("case_note", " ")]).is(422);
        maya.fills(&page, &notes, &[("case_note", "I asked about the second link.")]).is(303);
        lea.visits(&case).is(200).shows("I asked about the second link.").shows("Maya Lake").shows("Notes between you (1)");
        asks(&lea, "POST", &format!("/api/v1{notes}"), &json!({"note": "It is theirs."})).is(204);
        asks(&lea, "POST", &format!("/api/v1{notes}"), &json!({"note": ""})).is(422);
        let all = asks(&maya, "GET", &format!("/api/v1{case}/care"), &json!({})).is(200).json();
        assert_eq!((all["rows"].as_array().map(Vec::len), &all["rows"][0]["kind"]), (Some(2), &json!("note")));
        for other in [&ada, &tom] {
            press(other, &notes, &[("case_note", "Let me see.")]).is(403);
            asks(other, "POST", &format!("/api/v1{notes}"), &json!({"note": "Let me see."})).is(403);
        }
        press(&host, &notes, &[("case_note", "Not in my hands.")]).is(404);
        ada.visits("/care").is(200).hides("second link");
        let kept = town.lines("SELECT words AS line FROM care");
        assert!(kept.len() == 2 && kept.iter().all(|words| !words.contains("link")), "they lie sealed");

        press(&maya, &case, &[("verb", "fine"), ("words", "")]).is(303);
        lea.visits(&case).is(200).shows("I asked about the second link.");
        town.waits_s(92 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM care"), 0, "they go with the case");
    }

    fn a_card_says_in_weeks_how_long_a_name_has_been_here_and_nothing_of_an_alias(town) {
        let (maya, lea, ada, tom) = four(town);
        let (_, case) = told(town, (&maya, &ada, &tom), "spam");
        maya.visits(&case).is(200).shows("here for 2 weeks");
        assert_eq!(case_json(&maya, &case)["here_weeks"], 2);
        let nia = town.person("New Reed");
        press(&nia, "/g/owls/join", &[]).is(303);
        press(&maya, &case, &[("verb", "fine"), ("words", "")]).is(303);
        let (_, case) = told(town, (&maya, &nia, &tom), "spam");
        lea.visits(&case).is(200).shows("came this week");
    }

    fn an_alias_is_no_older_than_its_words(town) {
        let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        let thread = whispers(&ada, "thread", "Something harsh.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        let case = the_case(&maya);
        maya.visits(&case).is(200).hides("here for 2 weeks").hides("came this week");
        assert!(case_json(&maya, &case)["here_weeks"].is_null());
    }

    fn who_came_lately_and_who_is_paused_is_listed_by_name_where_somebody_looks_after_things(town) {
        let (maya, _, ada, tom) = four(town);
        let (host, nia) = (town.host("Patient Alder"), town.person("New Reed"));
        press(&nia, "/g/owls/join", &[]).is(303);
        let (_, case) = told(town, (&maya, &ada, &tom), "cruel");
        press(&maya, &case, &[("verb", "pause"), ("words", "A week away."), ("days", "7")]).is(303);
        let page = maya.visits("/look/people").is(200).shows("New Reed").shows("came this week").shows("Quiet Ada");
        page.hides("The whole community").hides("A week away.").hides("Calm Stone");
        maya.visits("/look").is(200).shows("New names, and limited ones");
        let json = asks(&maya, "GET", "/api/v1/look/people", &json!({})).is(200).json();
        let row = &json["rows"][0];
        assert_eq!((&row["group"], &row["new"][0]["name"], &row["limited"][0]["name"]), (&json!("owls"), &json!("New Reed"), &json!("Quiet Ada")));
        assert!(row["limited"][0]["until"].is_string());
        let seen = host.visits("/look/people").is(200).shows("The whole community").shows("New Reed").hides("Quiet Ada");
        seen.hides("owls");
        for other in [&ada, &tom, &nia] {
            other.visits("/look/people").is(403);
            asks(other, "GET", "/api/v1/look/people", &json!({})).is(403);
        }
        town.stranger().visits("/look/people").is(303);
        press(&maya, "/g/owls/role", &[("person", "Calm Stone"), ("role", "responder"), ("turn", "month")]).is(303);
        tom.visits("/look/people").is(403);
    }

    fn lists_of_more_than_a_hundred_names_say_so_and_go_on(town) {
        let (maya, _, _, tom) = four(town);
        let (host, week) = (town.host("Patient Alder"), town.app.clock().now().week().0);
        // Numbers as keys have them: o and l look like them.
        let faces = (0..205).map(|number| {
            let (name, face) = (format!("Reed {number:03}"), 7_000 + number);
            let (key, state) = (names::key(&name), if number < 103 { "in" } else { "paused" });
            format!(
                "INSERT INTO face (id, name, name_key, kind, seed, since_week) VALUES ({face}, '{name}', '{key}', 'name', 1, {week});
                 INSERT INTO membership (group_id, face_id, role, state, since_week) SELECT id, {face}, 'member', '{state}', {week} FROM \"group\" WHERE name = 'owls';"
            )
        });
        let sql = faces.collect::<String>();
        town.arranges(move |tx| tx.batch(&sql));
        let first = maya.visits("/look/people").is(200);
        let shown = |seen: &Seen| seen.texts("main li bdi");
        let links = first.texts("nav.pager a");
        assert_eq!(links, ["More names", "More names"]);
        let before = shown(&first);
        assert_eq!(before.len(), 200, "a hundred of each");
        let more = first.attribute("nav.pager a", "href").unwrap();
        let then = maya.visits(&more).is(200).shows("Came this week or the one before").hides("Paused or out");
        assert_eq!((then.count("nav.pager"), then.count("main h2")), (0, 1));
        let after = shown(&then);
        assert!(after.len() >= 3 && after.iter().all(|name| !before.contains(name)), "{after:?}");
        let all: BTreeSet<_> = before.into_iter().chain(after).collect();
        for number in 0..103 {
            assert!(all.contains(&format!("Reed {number:03}")), "nobody is left out: {number}");
        }
        let last = maya.visits("/look/people?group=owls&list=limited&after=Zzz").is(200).shows("These were all.");
        last.shows("All lists from the beginning");

        let json = asks(&maya, "GET", "/api/v1/look/people", &json!({})).is(200).json();
        let row = &json["rows"][0];
        assert_eq!((row["new"].as_array().map(Vec::len), row["limited"].as_array().map(Vec::len)), (Some(100), Some(100)));
        let next = row["limited_next"].as_str().unwrap().replace(' ', "%20");
        let url = format!("/api/v1/look/people?list=limited&group=owls&after={next}");
        let row = asks(&maya, "GET", &url, &json!({})).is(200).json()["rows"][0].clone();
        assert_eq!((row["limited"].as_array().map(Vec::len), &row["limited_next"], row["new"].as_array().map(Vec::len)), (Some(2), &json!(null), Some(0)));

        // A list of a place that is not theirs is not there, whoever asks.
        for place in ["group=owls&list=new", "group=nowhere&list=new", "group=%00&list=limited&after=%00"] {
            host.visits(&format!("/look/people?{place}")).is(404);
            asks(&host, "GET", &format!("/api/v1/look/people?{place}"), &json!({})).is(404);
        }
        maya.visits("/look/people?list=new").is(404);
        maya.visits("/look/people?group=owls&list=sideways").is(200);
        tom.visits("/look/people?group=owls&list=new").is(403);
    }
}
