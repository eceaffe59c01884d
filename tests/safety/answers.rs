//! Whoever a decision met answers it, and somebody reads that who did not decide.

use super::{decides, owls, tells, the_act, the_case};
use crate::forum::aliases::{night_owls, whispers};
use crate::forum::shares;
use crate::harness::{Person, Seen};

const REMOVED: [(&str, &str); 2] = [("verb", "remove"), ("words", "Not for this group.")];
const NOTED: [(&str, &str); 2] = [("verb", "note"), ("words", "A note of ours.")];
const WARNED: [(&str, &str); 2] = [("verb", "warn"), ("words", "Please leave people be.")];

/// Ada says something, Tom tells of it, and a keeper decides; the thread.
#[track_caller]
fn decided(keeper: &Person, (ada, tom): (&Person, &Person), how: &[(&str, &str)]) -> String {
    let thread = shares(ada, "owls", "My words.");
    tells(tom, &format!("/p/{thread}"), &[("reason", "other")]).is(303);
    decides(keeper, &the_case(keeper), how).is(303);
    thread
}

/// Whoever a decision met answers it, on the page as they found it.
#[track_caller]
fn replies(person: &Person, words: &str) -> Seen {
    let page = person.visits("/decisions").is(200);
    person.fills(&page, &the_act(person, "/decisions"), &[("words", words)]).is(303);
    page
}

/// Somebody reads an answer and takes the decision back; whoever answered reads that.
#[track_caller]
fn is_lifted_by(reader: &Person, of: &Person, answered: &str) {
    let queue = reader.visits("/look").is(200).shows(answered);
    let answer = queue.attribute("main form", "action").unwrap();
    reader.fills(&queue, &answer, &[("words", "I see it now."), ("answer", "lift")]).is(303);
    of.visits("/decisions").is(200).shows("I see it now.").shows("taken back");
}

on_both! {
    fn an_answer_is_read_by_somebody_else_and_the_decision_may_go(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        let thread = decided(&maya, (&ada, &tom), &REMOVED);

        let url = the_act(&ada, "/decisions");
        let page = ada.visits("/decisions");
        let token = tom.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
        tom.posts(&url, &[("csrf", &token), ("words", "I answer for her.")]).is(404);
        ada.fills(&page, &url, &[("words", "")]).is(422);
        ada.fills(&page, &url, &[("words", "It was about my own mother.")]).is(303);
        ada.fills(&page, &url, &[("words", "And once more.")]).is(409);
        town.settles();

        maya.visits("/look").is(200).hides("my own mother");
        lea.visits("/news").is(200).shows("Something waits to be looked at");
        let queue = lea.visits("/look").is(200).shows("It was about my own mother.").shows("answer by");
        let answer = queue.attribute("main form", "action").unwrap();
        let token = maya.visits("/look/done").attribute("input[name=csrf]", "value").unwrap();
        maya.posts(&answer, &[("csrf", &token), ("words", "I judge myself.")]).is(404);
        lea.fills(&queue, &answer, &[("words", "")]).is(422);
        lea.fills(&queue, &answer, &[("words", "You are right, thank you."), ("answer", "lift")]).is(303);
        ada.visits("/decisions").is(200).shows("You are right, thank you.").shows("taken back").hides("Lantern");
        tom.visits(&format!("/p/{thread}")).is(200).shows("My words.");
        lea.fills(&queue, &answer, &[("words", "Again."), ("answer", "stays")]).is(409);
    }

    fn what_was_typed_as_an_answer_stands_there_again_when_it_is_refused(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        for number in 0..2 {
            let thread = shares(&ada, "owls", &format!("Words {number}."));
            tells(&tom, &format!("/p/{thread}"), &[("reason", "other")]).is(303);
            decides(&maya, &the_case(&maya), &[("verb", "remove"), ("words", "Not for this group.")]).is(303);
        }
        let long = "It was about my mother.".repeat(50);
        let page = ada.visits("/decisions").is(200);
        let url = page.attribute("article.case form", "action").unwrap();
        let seen = ada.fills(&page, &url, &[("words", &long)]).is(422);
        let id = url.rsplit('/').next().unwrap();
        let typed = seen.texts("textarea[name=words]");
        assert_eq!(typed.iter().filter(|words| !words.is_empty()).count(), 1, "in one form alone");
        assert_eq!(seen.text(&format!("#words-{id}")), long);
        ada.fills(&seen, &url, &[("words", "It was about my mother.")]).is(303);
        town.settles();

        let queue = lea.visits("/look").is(200).shows("It was about my mother.");
        let answer = queue.attribute("main form", "action").unwrap();
        let long = "It was about your mother. ".repeat(20);
        let seen = lea.fills(&queue, &answer, &[("words", &long)]).is(422);
        assert_eq!(seen.count("input[name=words][value^='It was about your']"), 1, "in one form alone");
        assert_eq!(seen.attribute(&format!("#words-{}", answer.rsplit('/').next().unwrap()), "value"), Some(long));
        lea.fills(&seen, &answer, &[("words", "Thank you for saying so."), ("answer", "stays")]).is(303);
    }

    fn where_nobody_else_looks_after_the_group_the_hosts_read_it(town) {
        let (maya, ada, tom, host) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"), town.host("Patient Alder"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        let thread = whispers(&ada, "thread", "Something harsh.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        decides(&maya, &the_case(&maya), &[("verb", "close"), ("words", "Too harsh.")]).is(303);
        let url = the_act(&ada, "/decisions");
        let page = ada.visits("/decisions");
        ada.fills(&page, &url, &[("words", "I was angry.")]).is(303);
        maya.visits("/look").is(200).hides("I was angry.");
        let queue = host.visits("/look").is(200).shows("I was angry.").hides("Ada");
        let answer = queue.attribute("main form", "action").unwrap();
        host.fills(&queue, &answer, &[("words", "It stays for now."), ("answer", "stays")]).is(303);
        ada.visits("/decisions").is(200).shows("It stays for now.");
        assert!(town.tying_commits().is_empty());
        assert_eq!(town.count("SELECT count(*) AS n FROM alias WHERE state = 'closed'"), 1);
    }

    fn where_nobody_else_is_at_all_whoever_decided_reads_it_and_the_page_says_so(town) {
        let (host, ada, tom) = (town.host("Patient Alder"), town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&host, &tom, &ada]);
        town.arranges(|tx| tx.batch("UPDATE membership SET role = 'member' WHERE role = 'moderator'"));
        decided(&host, (&ada, &tom), &REMOVED);
        replies(&ada, "It was about my mother.").shows("they read it themself").hides("who did not decide");
        town.settles();
        ada.visits("/decisions").is(200).shows("since nobody else is here to");
        host.visits("/news").is(200).shows("Something waits to be looked at");

        // Somebody who comes meanwhile may read it as well.
        let second = town.host("Second Alder");
        second.visits("/look").is(200).shows("It was about my mother.");
        is_lifted_by(&host, &ada, "It was about my mother.");
    }

    fn a_warning_says_that_more_comes_hides_nothing_and_is_answered_like_all_else(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        let thread = decided(&maya, (&ada, &tom), &WARNED);
        tom.visits(&format!("/p/{thread}")).is(200).shows("My words.").hides("warning");
        replies(&ada, "Please look again.").shows("A warning: more comes if it goes on").shows("Please leave people be.");
        lea.visits("/look").is(200).shows("Please look again.");

        // Whoever looks at the next thing of theirs reads that they were warned.
        let next = shares(&ada, "owls", "Other words.");
        tells(&tom, &format!("/p/{next}"), &[("reason", "other")]).is(303);
        let before = maya.visits(&the_case(&maya)).is(200).text("article.case details.of-writer");
        assert!(before.contains("A warning to the writer") && before.contains("Please leave people be."), "{before}");
    }

    fn a_warning_to_somebody_who_may_be_in_distress_takes_two(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        let thread = shares(&ada, "owls", "My words.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "danger")]).is(303);
        decides(&maya, &the_case(&maya), &[("verb", "warn"), ("words", "Please leave people be.")]).is(303);
        ada.visits("/decisions").is(200).hides("A warning");
    }

    fn an_answer_that_nobody_of_the_group_reads_goes_up(town) {
        let (maya, lea, host) = (town.person("Maya Lake"), town.person("Old Lantern"), town.host("Patient Alder"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        decided(&maya, (&ada, &tom), &NOTED);
        replies(&ada, "Please look again.").shows("who did not decide");
        town.waits_s(2 * 86_400);
        host.visits("/look").is(200).hides("Please look again.");
        town.waits_s(3 * 86_400);
        host.visits("/look").is(200).shows("Please look again.");
        maya.visits("/look").is(200).hides("Please look again.");
    }

    fn what_was_typed_for_an_answer_that_went_up_meanwhile_is_not_lost(town) {
        let (maya, lea, host) = (town.person("Maya Lake"), town.person("Old Lantern"), town.host("Patient Alder"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        decided(&maya, (&ada, &tom), &NOTED);
        replies(&ada, "Please look again.");
        let queue = lea.visits("/look").is(200).shows("Please look again.");
        let answer = queue.attribute("main form", "action").unwrap();
        town.waits_s(2 * 86_400);
        town.waits_s(3 * 86_400);
        let sends = |keeper: &Person| {
            let typed = [("csrf", super::token(keeper)), ("words", "We looked again, with care.".to_owned()), ("answer", "stays".to_owned())];
            keeper.posts(&answer, &typed.each_ref().map(|(name, value)| (*name, value.as_str())))
        };
        let seen = sends(&lea).is(404).shows("Somebody else reads this now");
        assert_eq!(seen.texts("main #left-over .voice"), ["We looked again, with care."]);
        seen.hides("Please look again.");
        sends(&tom).is(403);
        host.visits("/look").is(200).shows("Please look again.");
        sends(&host).is(303);
    }

    fn an_answer_never_goes_to_where_nobody_may_read_it_and_comes_to_whoever_decided_at_last(town) {
        let (host, lea) = (town.host("Patient Alder"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&host, &lea, &ada, &tom]);
        decided(&host, (&ada, &tom), &REMOVED);
        replies(&ada, "Please look again.").shows("who did not decide");
        town.waits_s(5 * 86_400);
        lea.visits("/look").is(200).shows("Please look again.");
        host.visits("/look").is(200).hides("Please look again.");
        ada.visits("/decisions").is(200).shows("Somebody else reads this");

        // Nobody else is left: whoever decided reads it, and she is told so.
        let face = lea.face;
        town.arranges(move |tx| tx.batch(&format!("UPDATE membership SET role = 'member' WHERE face_id = {face}")));
        let before = town.count("SELECT count(*) AS n FROM event WHERE kind = 'Decided'");
        town.waits_s(7_200);
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM event WHERE kind = 'Decided'"), before + 1);
        lea.visits("/look").is(403);
        ada.visits("/decisions").is(200).shows("since nobody else is here to");
        host.visits("/news").is(200).shows("Something waits to be looked at");
        is_lifted_by(&host, &ada, "Please look again.");
    }

    fn words_of_a_decision_go_after_ninety_days_though_whoever_decided_left_before(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        decided(&lea, (&ada, &tom), &NOTED);
        replies(&ada, "Please look again.");
        let face = lea.face;
        town.arranges(move |tx| tx.emit(hearthside::events::identity::Event::AccountErased { face, takes_words_back: false }));
        town.settles();
        let kept = "SELECT count(*) AS n FROM act WHERE by_face IS NULL AND words <> '' AND appeal <> ''";
        assert_eq!(town.count(kept), 1, "it stands until its day");
        town.waits_s(100 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE words <> '' OR appeal <> '' OR answer <> '' OR subject <> '' OR face_id IS NOT NULL"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 1, "what was decided when is left to be counted");
    }

    fn an_answer_that_goes_up_is_news_there(town) {
        let (maya, lea, host) = (town.person("Maya Lake"), town.person("Old Lantern"), town.host("Patient Alder"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        decided(&maya, (&ada, &tom), &NOTED);
        replies(&ada, "Please look again.");
        town.settles();
        host.visits("/news").is(200).hides("Something waits to be looked at");
        town.waits_s(5 * 86_400);
        town.settles();
        host.visits("/news").is(200).shows("Something waits to be looked at");
        town.waits_s(2 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM event WHERE kind = 'DecisionAnswered'"), 2, "once for each who read it");
    }

    fn what_is_known_of_somebody_goes_with_them(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        decided(&maya, (&ada, &tom), &NOTED);
        let face = ada.face;
        town.arranges(move |tx| tx.emit(hearthside::events::identity::Event::AccountErased { face, takes_words_back: false }));
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE face_id IS NOT NULL OR words <> ''"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern WHERE face_id IS NOT NULL"), 0);
        town.waits_s(100 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM report"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE by_face IS NOT NULL"), 0);
    }
}
