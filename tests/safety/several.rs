//! Several cases decided at once: looked over first, decided with an answer for each, and taken back one by one.

use serde_json::{Value, json};

use super::crisis::{four, press};
use super::decisions::takes_back;
use super::{decides, tells};
use crate::forum::aliases::{author_of, night_owls, whispers};
use crate::forum::groups::asks;
use crate::forum::{answers, shares};
use crate::harness::{Person, Seen, Town};

const LOOK: &str = "/api/v1/look";
const PREVIEW: &str = "/api/v1/look/preview";

/// Somebody shares something in the group, and somebody else tells of it; its case.
#[track_caller]
fn told(town: &Town, (writer, teller): (&Person, &Person), words: &str, reason: &str) -> (String, String) {
    let thread = shares(writer, "owls", words);
    (thread.clone(), told_of(town, teller, &format!("/p/{thread}"), reason))
}

/// Somebody tells of something; the case that made.
#[track_caller]
fn told_of(town: &Town, teller: &Person, place: &str, reason: &str) -> String {
    let ids = || town.lines("SELECT CAST(id AS TEXT) AS line FROM concern");
    let before = ids();
    tells(teller, place, &[("reason", reason)]).is(303);
    ids().into_iter().find(|id| !before.contains(id)).expect("a case of its own")
}

/// Somebody picks cases in the queue and says what shall happen to them.
fn picks(keeper: &Person, cases: &[&String], fields: &[(&str, &str)]) -> Seen {
    let cases: Vec<(&str, &str)> = cases.iter().map(|id| ("case", id.as_str())).collect();
    press(keeper, "/look", &[&cases[..], fields].concat())
}

/// What a program is told of each: its state, and why it is left out.
fn each(seen: &Seen) -> Vec<(String, String)> {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = seen.json()["rows"].as_array().unwrap().clone();
    rows.iter().map(|row| (word(&row["state"]), word(&row["why"]))).collect()
}

fn said(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(state, why)| ((*state).to_owned(), (*why).to_owned())).collect()
}

fn acts(town: &Town) -> i64 {
    town.count("SELECT count(*) AS n FROM act WHERE state = 'done'")
}

on_both! {
    fn several_are_looked_over_decided_in_one_act_and_taken_back_one_by_one(town) {
        let (maya, lea, ada, tom) = four(town);
        let (one, first) = told(town, (&ada, &tom), "Beds from tonight.", "spam");
        let (two, second) = told(town, (&ada, &tom), "Beds from tomorrow.", "spam");
        let reply = answers(&ada, &two, None, "Or the day after.");
        let third = told_of(town, &tom, &format!("/p/{two}/r/{reply}"), "spam");
        assert_eq!(maya.visits("/look").is(200).count("input[name=case]"), 3);

        let chosen = [("verb", "remove"), ("words", "Once is enough.")];
        let page = picks(&maya, &[&first, &second, &third], &chosen).is(200);
        page.shows("3 of the 3 you picked would be decided.").shows("Once is enough.").shows("One name reads this sentence.");
        let page = picks(&maya, &[&first, &second], &chosen).is(200).shows("2 of the 2 you picked would be decided.");
        assert_eq!((acts(town), page.count("li .tag.warm")), (0, 0), "nothing is done by looking");
        tom.visits(&format!("/p/{one}")).is(200);
        let done = maya.fills(&page, "/look", &[("step", "do")]).is(200).shows("2 of the 2 you picked were decided.");
        assert_eq!(done.count("form[action='/look']"), 0);
        town.settles();
        for gone in [&one, &two] {
            tom.visits(&format!("/p/{gone}")).is(404);
        }
        ada.visits("/decisions").is(200).shows("Once is enough.").shows("put out of sight").hides("Maya");
        tom.visits("/concerns").is(200).shows("did something about it").shows("Still to be looked at.");
        assert_eq!(maya.visits("/look").is(200).count("article.case"), 1, "what was not picked waits on");

        takes_back(&lea);
        tom.visits(&format!("/p/{two}")).is(200);
        tom.visits(&format!("/p/{one}")).is(404);
        takes_back(&maya);
        tom.visits(&format!("/p/{one}")).is(200);
        assert_eq!(maya.visits("/look").is(200).count("article.case"), 3, "they wait again");
    }

    fn what_was_picked_can_be_changed_and_words_are_folded_or_closed_as_fine(town) {
        let (maya, _, ada, tom) = four(town);
        let (one, first) = told(town, (&ada, &tom), "A hard tale.", "other");
        let (_, second) = told(town, (&ada, &tom), "Another.", "other");
        let both = [&first, &second];
        picks(&maya, &both, &[("verb", "fold"), ("words", "It may touch on grief.")]).is(422).shows("Choose the note");
        let page = picks(&maya, &both, &[("verb", "fold"), ("note", "grief"), ("words", "It may touch on grief.")]).is(200);
        let page = page.shows("2 of the 2 you picked");
        let back = picks(&maya, &both, &[("verb", "fold"), ("note", "grief"), ("words", "It may touch on grief."), ("step", "edit")]).is(200);
        assert_eq!(back.attribute("#words", "value").as_deref(), Some("It may touch on grief."));
        assert_eq!((back.count("input[name=case][checked]"), back.count("input[name=note][value=grief][checked]")), (2, 1));
        assert_eq!(acts(town), 0);
        maya.fills(&page, "/look", &[("step", "do")]).is(200);
        assert_eq!(tom.visits(&format!("/p/{one}")).is(200).count("#post details.fold"), 1);
        takes_back(&maya);
        takes_back(&maya);
        assert_eq!(tom.visits(&format!("/p/{one}")).is(200).count("#post details.fold"), 0);

        let page = picks(&maya, &both, &[("verb", "fine"), ("words", "")]).is(200).hides("reads this sentence");
        maya.fills(&page, "/look", &[("step", "do")]).is(200);
        maya.visits("/look").is(200).shows("Nothing waiting.");
        ada.visits("/decisions").is(200).hides("fine");
    }

    fn what_two_decide_what_somebody_has_and_what_was_decided_are_left_out_and_the_page_says_why(town) {
        let (maya, lea, ada, tom) = four(town);
        let (free_at, free) = told(town, (&ada, &tom), "Free.", "spam");
        let (_, taken) = told(town, (&ada, &tom), "Taken.", "spam");
        let (_, over) = told(town, (&ada, &tom), "Over.", "spam");
        let (worry_at, worry) = told(town, (&tom, &ada), "I cannot go on.", "worried");
        let (gone_at, gone) = told(town, (&ada, &tom), "Gone.", "spam");
        press(&lea, &format!("/look/{taken}/take"), &[]).is(303);
        press(&ada, &format!("/p/{gone_at}/delete"), &[]).is(303);
        let all = [&free, &taken, &over, &worry, &gone];
        let page = picks(&maya, &all, &[("verb", "remove"), ("words", "Once is enough.")]).is(200);
        let page = page.shows("2 of the 5 you picked would be decided.").shows("Somebody else is looking at this right now.");
        let page = page.shows("two of you decide this").shows("The words are gone.");
        // Meanwhile a second person decides about one of them.
        decides(&lea, &format!("/look/{over}"), &[("verb", "note"), ("words", "By the way.")]).is(303);
        let done = maya.fills(&page, "/look", &[("step", "do")]).is(200);
        done.shows("One of the 2 you picked was decided.").shows("It was decided already.");
        tom.visits(&format!("/p/{free_at}")).is(404);
        tom.visits(&format!("/p/{worry_at}")).is(200);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE verb = 'remove'"), 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE state = 'proposed'"), 0, "nothing is put forward by the way");

        let sent = json!({ "cases": all, "verb": "remove", "words": "Once is enough." });
        let expected = said(&[("left", "decided"), ("left", "taken"), ("left", "decided"), ("left", "two-people"), ("left", "gone")]);
        for door in [PREVIEW, LOOK] {
            assert_eq!(each(&asks(&maya, "POST", door, &sent).is(200)), expected, "{door}");
        }
        let light = json!({ "cases": [worry, worry], "verb": "note", "words": "We read your words." });
        assert_eq!(each(&asks(&maya, "POST", LOOK, &light).is(200)), said(&[("done", "")]), "each once");
        town.waits_s(16 * 60);
        let late = json!({ "cases": [taken], "verb": "fine" });
        assert_eq!(each(&asks(&maya, "POST", LOOK, &late).is(200)), said(&[("done", "")]), "a claim ends");
    }

    fn what_is_about_oneself_or_of_another_group_is_as_absent_as_what_is_not_there(town) {
        let (maya, _, ada, tom) = four(town);
        let (host, other) = (town.host("Patient Alder"), town.person("Open Window"));
        town.group("larks", hearthside::policy::Reach::Community, &[&other]);
        let own = told_of(town, &tom, "/people/Patient%20Alder", "advances");
        let person = told_of(town, &tom, "/people/Quiet%20Ada", "advances");
        let group = told_of(town, &tom, "/g/owls", "other");
        let (place, theirs) = told(town, (&ada, &tom), "Words.", "spam");
        let never = "1".to_owned();
        let all = [&own, &theirs, &never, &person, &group];
        let page = picks(&host, &all, &[("verb", "note"), ("words", "Please leave people be.")]).is(200);
        page.shows("2 of the 5 you picked").shows("It is not for you to look at").hides("Words.");
        let expected = said(&[("left", "absent"), ("left", "absent"), ("left", "absent"), ("ready", ""), ("ready", "")]);
        let sent = json!({ "cases": all, "verb": "note", "words": "Please leave people be." });
        assert_eq!(each(&asks(&host, "POST", PREVIEW, &sent).is(200)), expected);
        let sent = json!({ "cases": [person, group], "verb": "remove", "words": "Please leave people be." });
        assert_eq!(each(&asks(&host, "POST", LOOK, &sent).is(200)), said(&[("left", "unfit"), ("left", "unfit")]));

        let sent = json!({ "cases": [theirs], "verb": "remove", "words": "Not mine to say." });
        assert_eq!(each(&asks(&other, "POST", LOOK, &sent).is(200)), said(&[("left", "absent")]), "of another group");
        for nobody in [&tom, &ada] {
            for door in [PREVIEW, LOOK] {
                asks(nobody, "POST", door, &sent).is(403);
            }
            picks(nobody, &[&theirs], &[("verb", "remove"), ("words", "Not mine to say."), ("step", "do")]).is(403);
        }
        asks(&town.stranger(), "POST", LOOK, &sent).is(401);
        tom.visits(&format!("/p/{place}")).is(200);
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 0);

        press(&maya, "/g/owls/role", &[("person", "Calm Stone"), ("role", "responder"), ("turn", "month")]).is(303);
        let worry = told(town, (&ada, &maya), "I cannot go on.", "worried").1;
        let sent = json!({ "cases": [worry, theirs], "verb": "fine" });
        assert_eq!(each(&asks(&tom, "POST", LOOK, &sent).is(200)), said(&[("left", "keepers"), ("left", "absent")]));
    }

    fn nothing_is_decided_about_none_about_more_than_fifty_or_with_a_hard_step(town) {
        let (maya, _, ada, tom) = four(town);
        let (place, case) = told(town, (&ada, &tom), "Words.", "spam");
        let words = ("words", "Once is enough.");
        picks(&maya, &[], &[("verb", "remove"), words]).is(422).shows("Pick at least one.");
        let many: Vec<String> = (1..=51).map(|id| id.to_string()).collect();
        let many: Vec<&String> = many.iter().collect();
        picks(&maya, &many, &[("verb", "remove"), words, ("step", "do")]).is(422).shows("At most 50 are decided at once.");
        picks(&maya, &[&case], &[("verb", "remove"), ("words", "")]).is(422);
        picks(&maya, &[&"lamp".to_owned()], &[("verb", "remove"), words]).is(404);
        for step in [("step", "do"), ("step", "")] {
            picks(&maya, &[&case], &[("verb", "close"), words, step]).is(422).shows("Choose what shall happen");
            picks(&maya, &[&case], &[("verb", "note"), words, ("removes", "1"), step]).is(422);
        }
        let sent = |cases: Value, verb: &str, notes: Value| json!({ "cases": cases, "verb": verb, "words": "Once is enough.", "notes": notes });
        let code = |seen: Seen| seen.json()["code"].as_str().unwrap_or_default().to_owned();
        assert_eq!(code(asks(&maya, "POST", LOOK, &sent(json!([]), "fine", json!([]))).is(422)), "act-unpicked");
        assert_eq!(code(asks(&maya, "POST", LOOK, &sent(json!(many), "fine", json!([]))).is(422)), "act-too-many");
        assert_eq!(code(asks(&maya, "POST", LOOK, &sent(json!([case]), "pause", json!([]))).is(422)), "act-unchosen");
        assert_eq!(code(asks(&maya, "POST", LOOK, &sent(json!([case]), "fold", json!(["nothing"]))).is(422)), "act-note");
        asks(&maya, "POST", LOOK, &sent(json!(["lamp"]), "fine", json!([]))).is(404);
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 0);
        tom.visits(&format!("/p/{place}")).is(200);
        let fold = sent(json!([case]), "fold", json!(["grief"]));
        assert_eq!(each(&asks(&maya, "POST", PREVIEW, &fold).is(200)), said(&[("ready", "")]));
        assert_eq!(each(&asks(&maya, "POST", LOOK, &fold).is(200)), said(&[("done", "")]));
        assert_eq!(tom.visits(&format!("/p/{place}")).is(200).count("#post details.fold"), 1);
    }

    fn a_name_and_an_alias_are_decided_about_at_once_and_no_commit_ties_them(town) {
        let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        let thread = whispers(&ada, "thread", "Something harsh.");
        let alias = author_of(&tom, &thread);
        let hidden = told_of(town, &tom, &format!("/p/{thread}"), "cruel");
        let (place, open) = told(town, (&ada, &tom), "As myself.", "cruel");
        let page = picks(&maya, &[&hidden, &open], &[("verb", "remove"), ("words", "Too harsh.")]).is(200);
        let page = page.shows(&alias).shows("2 names read this sentence.");
        maya.fills(&page, "/look", &[("step", "do")]).is(200).shows("2 of the 2 you picked were decided.");
        town.settles();
        for gone in [&thread, &place] {
            tom.visits(&format!("/p/{gone}")).is(404);
        }
        ada.visits("/decisions").is(200).shows(&format!("As {alias}"));
        assert!(town.tying_commits().is_empty());
    }
}
