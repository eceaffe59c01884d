//! Words that wait, and what those who look after a group do about an alias: never knowing who it is.

use super::aliases::{author_of, night_owls, says, whispers};
use super::shares;
use crate::harness::{Person, Seen, Town};
use crate::safety::is_no;

/// Somebody decides about an alias.
pub fn decides(keeper: &Person, alias: &str, fields: &[(&str, &str)]) -> Seen {
    let url = format!("/g/owls/aliases/{}", alias.replace(' ', "%20"));
    let page = keeper.visits(&url).is(200);
    let token = page.attribute("input[name=csrf]", "value").unwrap();
    keeper.posts(&url, &[&[("csrf", token.as_str())], fields].concat())
}

/// The page of an alias of the group.
fn page_of(alias: &str) -> String {
    format!("/g/owls/aliases/{}", alias.replace(' ', "%20"))
}

/// An alias of Ada's in a group that Maya looks after, alone or with somebody.
fn stopped(town: &Town, (maya, second, ada): (&Person, Option<&Person>, &Person)) -> String {
    let all: Vec<&Person> = [Some(maya), second, Some(ada)].into_iter().flatten().collect();
    night_owls(town, "allowed", &all);
    if let Some(face) = second.map(|second| second.face) {
        town.arranges(move |tx| {
            tx.batch(&format!("UPDATE membership SET role = 'moderator' WHERE face_id = {face}"))
        });
    }
    town.arranges(hearthside::app::schedule::wind);
    let thread = whispers(ada, "group", "Something harsh.");
    author_of(maya, &thread)
}

/// Ada answers as her only alias.
fn says_back(ada: &Person, words: &str) -> Seen {
    let names = ada.visits("/you/names").is(200);
    let (alias, csrf) =
        (names.text("#aliases .who b"), names.attribute("input[name=csrf]", "value").unwrap());
    ada.posts("/you/names/answer", &[("csrf", csrf.as_str()), ("alias", alias.trim()), ("words", words)])
}

/// What somebody is told who was turned away, whichever way they try.
fn hears_nothing_but_wait(town: &Town, person: &Person, thread: &str) {
    let before = town.count("SELECT (SELECT count(*) FROM thread) + (SELECT count(*) FROM reply) + (SELECT count(*) FROM alias) AS n");
    let sent = says(person, "owls", &[("body", "Me again."), ("as", "thread")]).is(303);
    person.visits(&sent.location).is(200).shows("wait for a look");
    let url = format!("/p/{thread}/reply");
    let form = person.visits(&url).is(200);
    let sent = person.fills(&form, &url, &[("body", "Me again."), ("as", "thread")]).is(303);
    person.visits(&sent.location).is(200).shows("wait for a look");
    let json = [("content-type", "application/json")];
    let body = br#"{"group":"owls","kind":"win","body":"Me.","as":"group"}"#;
    person.sends("POST", "/api/v1/threads", &json, Some(body)).is(202).shows("waits");
    let after = town.count("SELECT (SELECT count(*) FROM thread) + (SELECT count(*) FROM reply) + (SELECT count(*) FROM alias) AS n");
    assert_eq!(before, after, "nothing is stored");
}

on_both! {
    fn what_waits_is_let_through_and_then_everybody_hears_of_it(town) {
        let (ada, maya, tom) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Old Lantern"));
        night_owls(town, "first-look", &[&maya, &ada, &tom]);
        let thread = shares(&tom, "owls", "Who else?");
        let url = format!("/p/{thread}/reply");
        let form = ada.visits(&url).is(200);
        ada.fills(&form, &url, &[("body", "Me too."), ("as", "group")]).is(303);
        town.settles();

        tom.visits("/g/owls/held").is(403);
        let news = maya.visits("/news").is(200).shows("Something waits for a look in owls");
        assert_eq!(news.count("main .rows > li"), 1);
        let queue = maya.visits("/g/owls/held").is(200).shows("Me too.").hides("Ada");
        maya.fills(&queue, "/g/owls/held", &[]).is(422);
        let pressed = |answer| {
            let mut sent = queue.form("/g/owls/held", &[]);
            sent.push(("answer".to_owned(), answer));
            let pairs: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            maya.posts("/g/owls/held", &pairs)
        };
        pressed("let-through".to_owned()).is(303);
        pressed("let-through".to_owned()).is(409).shows("Somebody decided this meanwhile");
        town.settles();

        let seen = tom.visits(&format!("/p/{thread}")).is(200).shows("Me too.").shows("1 reply");
        assert_eq!(tom.visits("/news").count("main .rows > li"), 1);
        ada.visits("/news").is(200).hides("that waited");
        let alias = seen.text(".thread article .who b");
        ada.visits("/you/names").is(200).shows(&alias);
        let form = ada.visits(&url).is(200).shows(&format!("You speak as {alias} here."));
        ada.fills(&form, &url, &[("body", "And more.")]).is(303);
        tom.visits(&format!("/p/{thread}")).shows("And more.");
    }

    fn what_is_not_let_through_is_gone_and_its_alias_hears_why(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "first-look", &[&maya, &ada]);
        says(&ada, "owls", &[("body", "Buy things."), ("as", "thread")]).is(303);

        let queue = maya.visits("/g/owls/held").is(200).shows("Buy things.");
        maya.fills(&queue, "/g/owls/held", &[("words", "We sell nothing here.")]).is(303);
        maya.visits("/g/owls/held").is(200).shows("Nothing waits").hides("Buy things.");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL"), 0);

        let names = ada.visits("/you/names").is(200).shows("We sell nothing here.").shows("not let through");
        ada.fills(&names, "/you/names/answer", &[("words", "I only wanted to help.")]).is(303);
        let alias = names.text("#aliases .who b");
        town.settles();
        let page = maya.visits(&format!("/g/owls/aliases/{}", alias.replace(' ', "%20"))).is(200).shows("I only wanted to help.").hides("Ada");
        drop(page);
        decides(&maya, &alias, &[("act", "answer"), ("words", "Thank you for saying so.")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias_appeal WHERE answer <> ''"), 1);
    }

    fn what_was_typed_about_an_alias_and_as_one_stands_there_again_when_it_is_refused(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "first-look", &[&maya, &ada]);
        says(&ada, "owls", &[("body", "Buy things."), ("as", "thread")]).is(303);
        let long = "We sell nothing here. ".repeat(20);
        let queue = maya.visits("/g/owls/held").is(200);
        let seen = maya.fills(&queue, "/g/owls/held", &[("words", &long)]).is(422);
        assert_eq!(seen.attribute("input[name=words]", "value"), Some(long.clone()));
        maya.fills(&seen, "/g/owls/held", &[("words", "We sell nothing here.")]).is(303);

        let names = ada.visits("/you/names").is(200);
        let longer = long.repeat(6);
        let seen = ada.fills(&names, "/you/names/answer", &[("words", &longer)]).is(422);
        assert_eq!((seen.text("#aliases textarea"), seen.count("#words")), (longer.trim().to_owned(), 1));
        assert_eq!(seen.attribute("#name", "value").as_deref(), Some("Quiet Ada"), "what else stands on the page stays");
        ada.fills(&seen, "/you/names/answer", &[("words", "I only wanted to help.")]).is(303);

        let alias = names.text("#aliases .who b");
        let seen = decides(&maya, &alias, &[("act", "answer"), ("words", &long)]).is(422);
        assert_eq!((seen.attribute("#answer", "value"), seen.attribute("#words", "value")), (Some(long.clone()), Some(String::new())));
        let seen = decides(&maya, &alias, &[("act", "pause"), ("days", "99"), ("words", "A while.")]).is(422);
        assert_eq!((seen.attribute("#words", "value").as_deref(), seen.attribute("#answer", "value")), (Some("A while."), Some(String::new())));
        assert_eq!(town.count("SELECT count(*) AS n FROM alias_appeal WHERE answer <> ''"), 0);
    }

    fn an_alias_is_paused_closed_and_let_go_on_and_its_holder_keeps_their_name(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let thread = whispers(&ada, "thread", "Something harsh.");
        let alias = author_of(&maya, &thread);
        let url = format!("/p/{thread}/reply");
        let answers = |speaks| {
            let form = ada.visits(&url).is(200);
            ada.fills(&form, &url, &[("body", "Once more."), ("as", speaks)])
        };

        ada.visits(&format!("/g/owls/aliases/{}", alias.replace(' ', "%20"))).is(403);
        decides(&maya, &alias, &[("act", "pause"), ("days", "31"), ("words", "Too harsh.")]).is(422).shows("1 to 30 days");
        decides(&maya, &alias, &[("act", "pause"), ("days", "3"), ("words", "")]).is(422);
        decides(&maya, &alias, &[("act", "pause"), ("days", "3"), ("words", "Too harsh.")]).is(303);
        answers("thread").is(409).shows("paused here until").shows("Too harsh.");
        let edit = format!("/p/{thread}/edit");
        let form = ada.visits(&edit).is(200);
        ada.fills(&form, &edit, &[("body", "Harsher.")]).is(409);
        ada.visits("/you/names").is(200).shows("Too harsh.");
        answers("name").is(303);
        town.waits_s(4 * 86_400);
        answers("thread").is(303);

        decides(&maya, &alias, &[("act", "close"), ("words", "Enough.")]).is(303);
        answers("thread").is(409).shows("closed here");
        decides(&maya, &alias, &[("act", "lift")]).is(303);
        answers("thread").is(303);
    }

    fn whoever_is_behind_an_alias_is_turned_away_unseen_on_every_path(town) {
        let (ada, maya, tom) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Old Lantern"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        let thread = whispers(&ada, "thread", "Something harsh.");
        let alias = author_of(&maya, &thread);

        decides(&maya, &alias, &[("act", "close-person"), ("weeks", "4"), ("words", "Harsh.")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias_ban"), 0, "not at the moment of the decision");
        town.waits_s(3_601);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias_ban"), 1);
        maya.visits("/g/owls/people").is(200).shows("Quiet Ada");
        hears_nothing_but_wait(town, &ada, &thread);
        let edit = format!("/p/{thread}/edit");
        let form = ada.visits(&edit).is(200);
        ada.fills(&form, &edit, &[("body", "Harsher still.")]).is(409);
        maya.visits(&format!("/p/{thread}")).hides("Harsher still.");

        shares(&ada, "owls", "As myself.");
        whispers(&tom, "thread", "I may.");
        decides(&maya, &alias, &[("act", "lift")]).is(303);
        let url = format!("/p/{thread}/reply");
        let form = ada.visits(&url).is(200);
        ada.fills(&form, &url, &[("body", "Thank you."), ("as", "thread")]).is(303);
        maya.visits(&format!("/p/{thread}")).is(200).shows("Thank you.");
    }

    fn what_an_alias_answers_is_found_by_who_did_not_decide_and_nothing_of_it_is_lost(town) {
        let (maya, lea, ada) = (town.person("Maya Lake"), town.person("Old Lantern"), town.person("Quiet Ada"));
        let alias = stopped(town, (&maya, Some(&lea), &ada));
        decides(&maya, &alias, &[("act", "close"), ("words", "Too harsh.")]).is(303);
        says_back(&ada, "I was angry.").is(303);
        town.settles();
        let names = ada.visits("/you/names").is(200).shows("I was angry.").shows("not whoever decided");
        assert_eq!(names.count("#aliases textarea"), 0, "once for each decision");
        is_no(says_back(&ada, "And more.").is(409), "alias-answered");

        maya.visits("/news").is(200).hides("Something waits to be looked at");
        maya.visits("/g/owls/held").is(200).shows("Nothing waits.").hides(&alias);
        maya.visits(&page_of(&alias)).is(200).shows("I was angry.").shows("somebody else reads it");
        is_no(decides(&maya, &alias, &[("act", "answer"), ("words", "I judge myself.")]).is(409), "alias-decider");
        lea.visits("/news").is(200).shows("Something waits to be looked at in owls").hides("Ada");
        assert_eq!(lea.visits("/look").is(200).count("a[href='/g/owls/held']"), 1);
        lea.visits("/g/owls/held").is(200).shows(&format!("{alias} answers a decision")).shows("promised by").hides("Ada");
        decides(&lea, &alias, &[("act", "answer"), ("words", "Thank you for saying so.")]).is(303);
        is_no(decides(&lea, &alias, &[("act", "answer"), ("words", "Once more.")]).is(409), "alias-answered");
        lea.visits("/g/owls/held").is(200).shows("Nothing waits.");
        ada.visits("/you/names").is(200).shows("I was angry.").shows("Thank you for saying so.");

        // A newer decision is answered anew, and what was said before stands.
        decides(&lea, &alias, &[("act", "lift")]).is(303);
        ada.visits("/you/names").is(200).shows("Thank you for saying so.");
        decides(&lea, &alias, &[("act", "pause"), ("days", "3"), ("words", "Not again.")]).is(303);
        says_back(&ada, "I see it now.").is(303);
        lea.visits("/g/owls/held").is(200).shows("Nothing waits.");
        maya.visits(&page_of(&alias)).is(200).shows("I was angry.").shows("Thank you for saying so.").shows("I see it now.");
        decides(&maya, &alias, &[("act", "answer"), ("words", "Good.")]).is(303);
        assert!(town.tying_commits().is_empty());
    }

    fn an_answer_of_an_alias_that_nobody_read_outlives_a_newer_decision_and_goes_up(town) {
        let (maya, lea, ada) = (town.person("Maya Lake"), town.person("Old Lantern"), town.person("Quiet Ada"));
        let host = town.host("Patient Alder");
        let alias = stopped(town, (&maya, Some(&lea), &ada));
        decides(&maya, &alias, &[("act", "pause"), ("days", "3"), ("words", "Too harsh.")]).is(303);
        says_back(&ada, "I was angry.").is(303);
        decides(&maya, &alias, &[("act", "close"), ("words", "Enough.")]).is(303);
        lea.visits(&page_of(&alias)).is(200).shows("I was angry.");
        host.visits("/news").is(200).hides("Something waits to be looked at");
        town.waits_s(5 * 86_400);
        town.settles();
        host.visits("/news").is(200).shows("Something waits to be looked at");
        host.visits("/g/owls/held").is(200).shows(&format!("{alias} answers a decision"));
        decides(&host, &alias, &[("act", "answer"), ("words", "We hear you.")]).is(303);
        ada.visits("/you/names").is(200).shows("I was angry.").shows("We hear you.");
    }

    fn where_one_person_looks_after_the_group_hosts_read_it_and_where_nobody_else_is_they_do(town) {
        let (maya, ada) = (town.person("Maya Lake"), town.person("Quiet Ada"));
        let alias = stopped(town, (&maya, None, &ada));
        decides(&maya, &alias, &[("act", "close"), ("words", "Too harsh.")]).is(303);
        says_back(&ada, "I was angry.").is(303);
        town.waits_s(7_200);
        maya.visits("/news").is(200).shows("Something waits to be looked at in owls");
        maya.visits("/g/owls/held").is(200).shows(&format!("{alias} answers a decision"));

        let host = town.host("Patient Alder");
        is_no(decides(&maya, &alias, &[("act", "answer"), ("words", "I judge myself.")]).is(409), "alias-decider");
        host.visits("/g/owls/held").is(200).shows(&format!("{alias} answers a decision"));
        decides(&host, &alias, &[("act", "answer"), ("words", "We hear you.")]).is(303);
        ada.visits("/you/names").is(200).shows("We hear you.");
    }
}
