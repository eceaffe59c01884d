//! What is decided, whom it meets, and how it is taken back.

use super::{decides, owls, tells, the_case};
use crate::forum::aliases::{author_of, night_owls, whispers};
use crate::forum::{answers, shares};
use crate::harness::{Person, Town};

/// Somebody takes back what the log lists first.
#[track_caller]
pub fn takes_back(keeper: &Person) {
    let log = keeper.visits("/look/done").is(200);
    let url = log.attribute("main form", "action").expect("something to take back");
    keeper.fills(&log, &url, &[]).is(303);
}

fn told_of(town: &Town, words: &str) -> (Person, Person, Person, Person, String) {
    let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
    let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
    owls(town, &[&maya, &lea, &ada, &tom]);
    let thread = shares(&ada, "owls", words);
    tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
    (maya, lea, ada, tom, thread)
}

on_both! {
    fn whoever_takes_a_case_has_it_for_a_quarter_of_an_hour(town) {
        let (maya, lea, ..) = told_of(town, "Words.");
        let case = the_case(&maya);
        let take = format!("{case}/take");
        let page = maya.visits(&case).is(200);
        maya.fills(&page, &take, &[]).is(303);
        maya.visits(&case).is(200).shows("You are looking at this.");
        let seen = lea.visits(&case).is(200).shows("Maya Lake is looking at this.");
        assert_eq!(seen.count("form[action$='/take']"), 0);
        lea.visits("/look").is(200).shows("Maya Lake is looking at this.");
        let token = lea.visits("/look").attribute("input[name=csrf]", "value").unwrap();
        let sent = [("csrf", token.as_str()), ("verb", "remove"), ("words", "Not here, please.")];
        lea.posts(&case, &sent).is(409).shows("Somebody else is looking at this");
        lea.posts(&take, &sent).is(409);
        town.waits_s(16 * 60);
        decides(&lea, &case, &[("verb", "note"), ("words", "Please mind your tone.")]).is(303);
        let late = [("csrf", super::token(&maya)), ("verb", "remove".to_owned()), ("words", "Not here, please.".to_owned())];
        let late = late.each_ref().map(|(name, value)| (*name, value.as_str()));
        maya.posts(&case, &late).is(409).shows("decided this meanwhile");
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 1);
    }

    fn a_post_goes_out_of_sight_with_a_reason_and_comes_back(town) {
        let (maya, _, ada, tom, thread) = told_of(town, "Harsh words.");
        let (place, case) = (format!("/p/{thread}"), the_case(&maya));
        maya.visits(&place).is(200).shows("One person told us about this post.");
        assert!(maya.visits(&place).body.contains(&case));
        tom.visits(&place).is(200).hides("told us about this post");
        decides(&maya, &case, &[("verb", "remove"), ("words", "")]).is(422);
        decides(&maya, &case, &[("words", "No verb.")]).is(422).shows("Choose what shall happen");
        decides(&maya, &case, &[("verb", "pause-here"), ("words", "Not mine to do.")]).is(422);
        decides(&maya, &case, &[("verb", "remove"), ("words", "It named somebody who is not here.")]).is(303);
        town.settles();

        tom.visits(&place).is(404);
        tom.visits("/g/owls").is(200).hides("Harsh words.");
        tom.visits("/search?q=Harsh").is(200).hides("Harsh words.");
        ada.visits("/news").is(200).shows("There is word for you from the people who look after owls");
        let own = ada.visits("/decisions").is(200).shows("It named somebody who is not here.").shows("Harsh words.");
        own.shows("out of sight").hides("Maya").hides("Calm Stone");
        tom.visits("/decisions").is(200).shows("Nothing was decided").hides("Harsh");

        takes_back(&maya);
        tom.visits(&place).is(200).shows("Harsh words.");
        tom.visits("/concerns").is(200).shows("Still to be looked at.");
        the_case(&maya);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE state = 'undone'"), 1);
    }

    fn a_post_is_folded_or_stopped_and_a_reply_put_away_and_all_of_it_is_undone(town) {
        let (maya, lea, ada, tom, thread) = told_of(town, "A hard tale.");
        let place = format!("/p/{thread}");
        decides(&maya, &the_case(&maya), &[("verb", "fold"), ("words", "It may touch on grief.")]).is(422).shows("Choose the note");
        decides(&maya, &the_case(&maya), &[("verb", "fold"), ("note", "grief"), ("words", "It may touch on grief.")]).is(303);
        assert_eq!(tom.visits(&place).is(200).count("#post details.fold"), 1);
        takes_back(&lea);
        assert_eq!(tom.visits(&place).is(200).count("#post details.fold"), 0);

        decides(&maya, &the_case(&maya), &[("verb", "lock"), ("words", "Cooling down.")]).is(303);
        tom.visits(&place).is(200).shows("Cooling down.");
        takes_back(&maya);
        let reply = answers(&ada, &thread, None, "A reply that hurts.");
        decides(&maya, &the_case(&maya), &[("verb", "fine"), ("words", "")]).is(303);
        tells(&tom, &format!("{place}/r/{reply}"), &[("reason", "cruel")]).is(303);
        maya.visits(&place).is(200).shows("One person told us about a reply here.");
        decides(&lea, &the_case(&lea), &[("verb", "lock"), ("words", "There is no such thing.")]).is(422);
        decides(&lea, &the_case(&lea), &[("verb", "remove"), ("words", "These words hurt.")]).is(303);
        tom.visits(&place).is(200).hides("A reply that hurts.").hides("1 reply");
        ada.visits("/decisions").is(200).shows("A reply that hurts.");
        takes_back(&lea);
        tom.visits(&place).is(200).shows("A reply that hurts.").shows("1 reply");
    }

    fn somebody_is_paused_in_a_group_and_cannot_get_round_it(town) {
        let (maya, _, ada, _, thread) = told_of(town, "Harsh words.");
        let case = the_case(&maya);
        decides(&maya, &case, &[("verb", "pause"), ("days", "0"), ("words", "A week away.")]).is(422).shows("1 to 90 days");
        decides(&maya, &case, &[("verb", "pause"), ("days", "7"), ("words", "A week away."), ("removes", "1")]).is(303);
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 2);

        let token = ada.visits("/g/owls/about").is(200).shows("You are paused in this group").attribute("input[name=csrf]", "value");
        drop(token);
        let form = ada.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
        let sent = [("csrf", form.as_str()), ("group", "owls"), ("body", "Me again."), ("kind", "win"), ("step", "send")];
        assert!(ada.posts("/share", &sent).status >= 400);
        ada.posts("/g/owls/join", &sent).is(403);
        ada.posts("/g/owls/leave", &sent);
        ada.posts("/g/owls/withdraw", &sent);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 1);
        assert_eq!(town.count("SELECT member_count AS n FROM \"group\""), 3);
        ada.visits("/decisions").is(200).shows("A week away.").shows("Until");
        maya.visits(&format!("/p/{thread}")).is(404);

        town.waits_s(9 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 0);
        assert_eq!(town.count("SELECT member_count AS n FROM \"group\""), 4);
        shares(&ada, "owls", "Back again.");
    }

    fn the_same_verbs_meet_an_alias_and_name_nobody(town) {
        let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        let thread = whispers(&ada, "thread", "Something harsh.");
        let alias = author_of(&tom, &thread);
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        maya.visits("/look").is(200).shows(&alias).hides("Ada");
        let page = maya.visits(&the_case(&maya)).is(200).hides("Ada");
        assert_eq!(page.count("input[value=close-here]"), 0);
        decides(&maya, &the_case(&maya), &[("verb", "pause"), ("days", "3"), ("words", "Too harsh."), ("removes", "1")]).is(303);
        town.settles();
        maya.visits("/look/done").is(200).shows(&alias).hides("Ada");
        ada.visits("/decisions").is(200).shows("Too harsh.").shows(&format!("As {alias}")).shows("Something harsh.");
        ada.visits("/news").is(200).shows("There is word for you");
        shares(&ada, "owls", "As myself I may speak.");
        let other = whispers(&ada, "thread", "Elsewhere too.");
        tom.visits(&format!("/p/{other}")).is(200);
        assert!(town.tying_commits().is_empty());
        takes_back(&maya);
        tom.visits(&format!("/p/{thread}")).is(200).shows("Something harsh.");
        assert_eq!(town.count("SELECT count(*) AS n FROM alias WHERE state <> 'live'"), 0);
    }

    fn a_host_pauses_an_account_and_its_holder_answers_from_the_page_that_says_so(town) {
        let (host, other) = (town.host("Patient Alder"), town.host("Second Alder"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        tells(&tom, "/people/Quiet%20Ada", &[("reason", "advances")]).is(303);
        let case = the_case(&host);
        decides(&host, &case, &[("verb", "remove"), ("words", "There are no words.")]).is(422);
        decides(&host, &case, &[("verb", "pause-here"), ("days", "5"), ("words", "Please leave people be.")]).is(303);
        ada.visits("/").is(303);
        ada.visits("/status").is(200).shows("Please leave people be.").shows("Decisions about your words");
        let page = ada.visits("/status/decisions").is(200).shows("Your account is paused").hides("Calm Stone").hides("Alder");
        let url = page.attribute("main form", "action").unwrap();
        ada.fills(&page, &url, &[("words", "")]).is(422);
        ada.fills(&page, &url, &[("words", "I was not myself.")]).is(303);
        ada.visits("/status/decisions").is(200).shows("answers by");
        host.visits("/look").is(200).hides("I was not myself.");
        let queue = other.visits("/look").is(200).shows("I was not myself.");
        let url = queue.attribute("main form", "action").unwrap();
        other.fills(&queue, &url, &[("words", "Welcome back."), ("answer", "lift")]).is(303);
        ada.visits("/decisions").is(200).shows("Welcome back.").shows("taken back");
        host.visits("/status/decisions").is(404);
    }

    fn two_people_put_somebody_out_who_may_be_in_distress(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        let thread = shares(&ada, "owls", "I cannot go on.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
        let case = the_case(&maya);
        maya.visits(&case).is(200).shows("told out of worry");
        let close = [("verb", "close"), ("words", "We cannot hold this here.")];
        decides(&maya, &case, &close).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 0);
        ada.visits("/decisions").is(200).shows("Nothing was decided");
        decides(&maya, &case, &close).is(409).shows("A second person decides it with you");
        lea.visits(&case).is(200).shows("waits for a second person");
        decides(&lea, &case, &close).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 1);
    }

    fn all_that_one_wrote_goes_in_one_act_after_a_look_and_comes_back(town) {
        let (maya, lea, ada, tom, thread) = told_of(town, "Beds from tonight.");
        let second = shares(&ada, "owls", "Call this number.");
        let own = shares(&tom, "owls", "Something else.");
        let reply = answers(&ada, &own, None, "Or this one.");
        tells(&tom, &format!("/p/{second}"), &[("reason", "solicitation")]).is(303);
        let case = maya.visits("/look").is(200).attribute("article.case a.btn", "href").unwrap();
        let all = format!("{case}/all");

        maya.visits(&case).is(200).shows("All they wrote in this group");
        let page = maya.visits(&all).is(200).shows("3 posts and replies stand").shows("Call this number.").shows("Or this one.");
        let json = maya.sends("GET", &format!("/api/v1{all}"), &[], None).is(200).json();
        assert_eq!(json["rows"].as_array().map(Vec::len), Some(3));
        ada.visits(&all).is(403);
        tom.visits(&all).is(403);
        maya.fills(&page, &all, &[("words", "")]).is(422);
        maya.fills(&page, &all, &[("words", "We sell nothing here."), ("closes", "1")]).is(303);
        town.settles();
        maya.visits("/look").is(200).shows("Nothing waiting.");
        for gone in [&thread, &second] {
            tom.visits(&format!("/p/{gone}")).is(404);
        }
        tom.visits(&format!("/p/{own}")).is(200).hides("Or this one.");
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 1);
        tom.visits("/concerns").is(200).hides("Still to be looked at.");
        ada.visits("/decisions").is(200).shows("All you wrote in this group was put out of sight").shows("You are out of this group");

        // What was decided in one press is taken back in one: they are let back in, and their words are back.
        takes_back(&lea);
        for back in [&thread, &second] {
            tom.visits(&format!("/p/{back}")).is(200);
        }
        tom.visits(&format!("/p/{own}")).is(200).shows("Or this one.");
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 0);
        assert!(!reply.is_empty());
    }

    fn several_are_decided_at_once_and_a_case_is_handed_up(town) {
        let (maya, _, ada, tom, thread) = told_of(town, "One.");
        let host = town.host("Patient Alder");
        let second = shares(&ada, "owls", "Two.");
        tells(&tom, &format!("/p/{second}"), &[("reason", "spam")]).is(303);
        let queue = maya.visits("/look").is(200);
        let cases: Vec<String> = town.lines("SELECT CAST(id AS TEXT) AS line FROM concern");
        let token = queue.attribute("input[name=csrf]", "value").unwrap();
        let all = [("csrf", token.as_str()), ("case", cases[0].as_str()), ("case", cases[1].as_str()), ("words", "Once is enough.")];
        let with = |verb| [&all[..], &[("verb", verb)]].concat();
        maya.posts("/look", &with("close")).is(422);
        maya.posts("/look", &with("nothing")).is(422);
        maya.posts("/look", &[("csrf", token.as_str()), ("verb", "fine")]).is(422);
        tom.posts("/look", &[("csrf", super::token(&tom).as_str()), ("case", cases[0].as_str()), ("verb", "remove"), ("words", "Not mine to say.")]).is(403);
        let page = maya.posts("/look", &with("remove")).is(200);
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 0, "looked over first");
        maya.fills(&page, "/look", &[("step", "do")]).is(200);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE verb = 'remove'"), 2);
        tom.visits(&format!("/p/{thread}")).is(404);

        takes_back(&maya);
        let case = the_case(&maya);
        let page = maya.visits(&case).is(200);
        maya.fills(&page, &format!("{case}/hand-up"), &[]).is(303);
        maya.visits("/look").is(200).shows("Nothing waiting.");
        maya.visits(&case).is(404);
        decides(&host, &case, &[("verb", "fine")]).is(303);
    }
}
