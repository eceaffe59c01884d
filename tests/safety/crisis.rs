//! Somebody may be in distress: help before posting, who learns of it, what is done and what is not.

use super::{decides, owls, tells, the_case, token};
use crate::forum::aliases::{author_of, night_owls, whispers};
use crate::forum::{answers, id_in, shares};
use crate::harness::{Person, Seen, Town};

pub const HEAVY: &str = "I don't want to live like this.";
const OFFER: &str = "Before you post";

/// Somebody fills in the form for a new thread.
pub fn writes(person: &Person, fields: &[(&str, &str)]) -> Seen {
    let form = person.visits("/share?group=owls").is(200);
    person.fills(&form, "/share", &[fields, &[("step", "send")]].concat())
}

/// Somebody posts words as they are, after help was offered.
#[track_caller]
pub fn as_it_is(person: &Person, offer: &Seen, action: &str) -> Seen {
    person.fills(offer, action, &[("step", "send")])
}

/// Maya and a second person look after a group; Ada and Tom are in it.
pub fn four(town: &Town) -> (Person, Person, Person, Person) {
    let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
    let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
    owls(town, &[&maya, &lea, &ada, &tom]);
    (maya, lea, ada, tom)
}

/// Ada's words, of which somebody is worried.
fn worried(town: &Town) -> (Person, Person, Person, String, String) {
    let (maya, lea, ada, tom) = four(town);
    let thread = shares(&ada, "owls", "Nobody is here tonight.");
    tells(&tom, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
    town.settles();
    let case = the_case(&maya);
    (maya, lea, ada, thread, case)
}

pub fn press(person: &Person, url: &str, fields: &[(&str, &str)]) -> Seen {
    let token = token(person);
    person.posts(url, &[&[("csrf", token.as_str())], fields].concat())
}

on_both! {
    fn a_responder_is_there_for_whom_people_worry_about_and_decides_nothing_else(town) {
        let (maya, lea, ada, tom) = four(town);
        press(&maya, "/g/owls/role", &[("person", "Calm Stone"), ("role", "responder"), ("turn", "month")]).is(303);
        tom.visits("/look").is(200);
        let other = shares(&ada, "owls", "The heron stood very still.");
        tells(&lea, &format!("/p/{other}"), &[("reason", "advice")]).is(303);
        town.settles();
        let spared = the_case(&maya);
        tom.visits("/news").is(200).hides("Something waits");
        tom.visits(&spared).is(404);
        press(&tom, &spared, &[("verb", "fine"), ("words", "Fine.")]).is(404);

        let thread = shares(&ada, "owls", "Nobody is here tonight.");
        tells(&lea, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
        town.settles();
        tom.visits("/news").is(200).shows("Something waits to be looked at in owls");
        let case = the_case(&tom);
        let page = tom.visits(&case).is(200).shows("Nobody is here tonight.");
        assert_eq!(page.count("input[name=verb]"), 0, "what keepers decide is not offered");
        press(&tom, &case, &[("verb", "remove"), ("words", "Gone.")]).is(403);
        press(&tom, &format!("{case}/hand-up"), &[]).is(403);
        press(&tom, &format!("{case}/close"), &[]).is(303);
        press(&tom, &format!("{case}/close"), &[]).is(409);
    }

    fn heavy_words_are_offered_help_and_go_up_as_they_are_with_one_more_press(town) {
        let (maya, _, ada, tom) = four(town);
        let offer = writes(&ada, &[("body", HEAVY), ("title", "Tonight"), ("kind", "setback"), ("note", "suicide")]);
        let offer = offer.is(200).shows(OFFER).shows(HEAVY).shows("Nobody who looks after things here is on duty right now");
        assert!(offer.count("#danger") == 1 && offer.count("main a[href='/support']") == 1);
        assert!(offer.body.find("id=\"danger\"") < offer.body.find("Post it as it is"));
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 0, "nothing is up before the press");
        let back = ada.fills(&offer, "/share", &[("step", "edit")]).is(200);
        assert_eq!((back.text("#body").trim(), back.attribute("#title", "value").as_deref()), (HEAVY, Some("Tonight")));

        let sent = as_it_is(&ada, &offer, "/share").is(303);
        let thread = id_in(&sent.location);
        ada.follows(sent).shows("Open Support");
        town.settles();
        let page = format!("/p/{thread}");
        tom.visits(&page).is(200).shows(HEAVY).hides("may need somebody").hides("Open Support");
        tom.visits("/g/owls").is(200).shows("A post with a content note").hides("may need");
        maya.visits(&page).is(200).shows("Whoever wrote here may need somebody.");
        maya.visits("/look").is(200).shows("People first").shows("The words meet a line of the list").hides("told us");
        ada.visits("/look").is(403);
        tom.visits("/news").is(200).hides("Something waits");
        assert_eq!(town.count("SELECT count(*) AS n FROM concern WHERE is_met AND NOT is_asked AND people = 0"), 1);

        let reply = format!("{page}/reply");
        let form = ada.visits(&reply).is(200);
        let offer = ada.fills(&form, &reply, &[("body", "Ya no quiero vivir.")]).is(200).shows(OFFER);
        ada.fills(&offer, &reply, &[("step", "edit")]).is(200).shows("Ya no quiero vivir.");
        as_it_is(&ada, &offer, &reply).is(303);
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM concern WHERE is_met"), 2);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE locked_at IS NOT NULL OR removed_at IS NOT NULL"), 0);
        writes(&tom, &[("body", "A good day, and the heat is killing me.")]).is(303);
    }

    fn words_that_are_offered_help_can_be_kept_as_a_draft(town) {
        let (_, _, ada, _) = four(town);
        let offer = writes(&ada, &[("body", HEAVY), ("lookout", "1")]).is(200).shows(OFFER);
        ada.fills(&offer, "/share", &[("step", "keep")]).is(303);
        ada.visits("/share/drafts").is(200).shows("want to live");
        assert_eq!(town.count("SELECT count(*) AS n FROM draft WHERE fields LIKE '%lookout%' OR fields LIKE '%helped%'"), 0);
    }

    fn whoever_asks_to_be_looked_out_for_is_shown_support_at_once_and_takes_it_back(town) {
        let (maya, lea, ada, tom) = four(town);
        let sent = writes(&ada, &[("body", "It is a long night."), ("lookout", "1")]).is(303);
        let page = format!("/p/{}", id_in(&sent.location));
        ada.follows(sent).shows("Open Support");
        town.settles();
        maya.visits("/news").is(200).shows("Something waits to be looked at in owls");
        lea.visits("/look").is(200).shows("asks us to look out for them").shows("Somebody may be in danger");
        tom.visits(&page).is(200).hides("look out for").hides("safe now");
        press(&tom, &format!("{page}/safe"), &[]).is(404);
        press(&maya, &format!("{page}/safe"), &[]).is(404);
        town.stranger().posts(&format!("{page}/safe"), &[]).is(401);

        let seen = ada.visits(&page).is(200).shows("They alone know.");
        ada.fills(&seen, &format!("{page}/safe"), &[]).is(303);
        ada.visits(&page).is(200).hides("They alone know.");
        press(&ada, &format!("{page}/safe"), &[]).is(404);
        maya.visits("/look").is(200).shows("Nothing waiting.");
        assert_eq!(town.count("SELECT count(*) AS n FROM care"), 0, "whoever is safe is not asked the next day");
        town.waits_s(3 * 86_400);
        ada.visits("/care").is(200).shows("Nobody has written to you here.");
    }

    fn taking_it_back_leaves_what_others_told(town) {
        let (maya, _, ada, tom) = four(town);
        let sent = writes(&ada, &[("body", "It is a long night."), ("lookout", "1")]).is(303);
        let page = format!("/p/{}", id_in(&sent.location));
        town.settles();
        tells(&tom, &page, &[("reason", "spam")]).is(303);
        press(&ada, &format!("{page}/safe"), &[]).is(303);
        maya.visits("/look").is(200).shows("One person told us").hides("look out for").hides("People first");
    }

    fn a_reply_of_an_alias_asks_too_and_nobody_learns_whose_it_is(town) {
        let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        town.arranges(hearthside::app::schedule::wind);
        let thread = whispers(&ada, "thread", "Nobody knows.");
        let (page, alias) = (format!("/p/{thread}"), author_of(&maya, &thread));
        let form = ada.visits(&format!("{page}/reply")).is(200);
        let sent = ada.fills(&form, &format!("{page}/reply"), &[("body", "It is me again."), ("lookout", "1")]).is(303);
        ada.follows(sent).shows("Open Support");
        town.settles();
        let case = the_case(&maya);
        let seen = maya.visits(&case).is(200).shows(&alias).hides("Ada");
        maya.fills(&seen, &format!("{case}/write"), &[("care_words", "Good that you said it.")]).is(303);
        town.settles();
        maya.visits(&case).is(200).shows("Good that you said it.").hides("Ada");
        ada.visits("/news").is(200).shows("There is word for you");
        let own = ada.visits("/care").is(200).shows("Good that you said it.").shows(&format!("As {alias}")).hides("Maya");
        tom.visits("/care").is(200).hides("Good that");
        let answer = own.attribute("main article form", "action").unwrap();
        press(&tom, &answer, &[("words", "Not mine.")]).is(404);
        ada.fills(&own, &answer, &[("words", "Thank you, stranger.")]).is(303);
        town.settles();
        maya.visits(&case).is(200).shows("Thank you, stranger.").hides("Ada");
        let seen = ada.visits(&page).is(200).shows("They alone know.");
        let safe = seen.attribute("form.note", "action").unwrap();
        press(&tom, &safe, &[]).is(404);
        ada.fills(&seen, &safe, &[]).is(303);
        assert_eq!(town.lines(&format!("SELECT CAST(id AS TEXT) AS line FROM care WHERE face_id = {} OR by_face = {}", ada.face, ada.face)).len(), 0);
        assert!(town.tying_commits().is_empty());
    }

    fn people_come_first_and_a_claim_is_short(town) {
        let (maya, lea, ada, tom) = four(town);
        for (words, reason) in [("One.", "outing"), ("Two.", "danger"), ("Three.", "worried")] {
            let thread = shares(&ada, "owls", words);
            tells(&tom, &format!("/p/{thread}"), &[("reason", reason)]).is(303);
        }
        let queue = maya.visits("/look").is(200);
        assert_eq!(queue.texts("section[aria-labelledby=lane] article.case h2"), ["Somebody may be in danger", "Worried about somebody"]);
        assert_eq!(queue.count("article.case"), 3);
        let case = queue.attribute("article.case a.btn", "href").unwrap();
        let page = maya.visits(&case).is(200).shows("What may help").shows("What to leave").shows("medical training");
        maya.fills(&page, &format!("{case}/take"), &[]).is(303);
        maya.visits(&case).is(200).shows("for five minutes");
        lea.visits(&case).is(200).shows("Maya Lake is looking at this.").hides("Write to them");
        press(&lea, &format!("{case}/write"), &[("care_words", "Hello there.")]).is(409);
        press(&lea, &format!("{case}/pass-on"), &[]).is(409);
        press(&lea, &format!("{case}/close"), &[]).is(409);
        town.waits_s(5 * 60);
        press(&lea, &format!("{case}/write"), &[("care_words", "Hello there.")]).is(303);
    }

    fn care_is_written_answered_closed_and_asked_about_the_next_day_once(town) {
        let (maya, lea, ada, _, case) = worried(town);
        let page = maya.visits(&case).is(200);
        let write = format!("{case}/write");
        maya.fills(&page, &write, &[]).is(422).shows("Write a line, or choose words");
        maya.fills(&page, &write, &[("care_words", &"a".repeat(1_001))]).is(422);
        maya.fills(&page, &write, &[("say", "company"), ("care_words", "left alone")]).is(303);
        maya.fills(&page, &write, &[("care_words", "I read what you wrote.")]).is(303);
        town.settles();
        ada.visits("/news").is(200).shows("There is word for you").hides("Maya");
        let own = ada.visits("/care").is(200).shows("I read what you wrote.").shows("You do not have to carry tonight alone.");
        own.shows("Support is open for you").hides("left alone").hides("Maya");
        for (who, status) in [(&ada, 403), (&lea, 303)] {
            press(who, &format!("{case}/pass-on"), &[("pass_note", "Please stay with Ada.")]).is(status);
        }
        press(&ada, &write, &[("care_words", "To myself.")]).is(403);
        maya.visits(&case).is(200).shows("Please stay with Ada.").shows("Old Lantern");
        ada.visits("/care").is(200).hides("Please stay");

        press(&maya, &format!("{case}/close"), &[]).is(303);
        maya.visits("/look").is(200).shows("Nothing waiting.").shows("Looked after in the last seven days");
        press(&maya, &write, &[("care_words", "One more.")]).is(409).shows("closed for now");
        ada.visits("/decisions").is(200).shows("Nothing was decided");
        town.waits_s(6 * 3_600);
        ada.visits("/care").is(200).hides("How are you today?");
        town.waits_s(86_400);
        town.waits_s(86_400);
        let own = ada.visits("/care").is(200);
        assert_eq!(own.body.matches("How are you today?").count(), 1, "once");
        maya.visits("/news").is(200).shows("Somebody you were with yesterday").hides("Ada");
        lea.visits("/news").is(200).hides("you were with yesterday");

        let answer = own.attribute("main article form", "action").unwrap();
        ada.fills(&own, &answer, &[("words", "")]).is(422);
        ada.fills(&own, &answer, &[("words", "Better, thank you.")]).is(303);
        press(&ada, &answer, &[("words", "Twice.")]).is(409).shows("answered this already");
        assert_eq!(the_case(&lea), case, "an answer brings it back");
        lea.visits(&case).is(200).shows("Better, thank you.");
        let copies = town.lines("SELECT words || answer AS line FROM care");
        assert!(copies.iter().all(|line| !line.contains("Better") && !line.contains("I read what")), "sealed");
    }

    fn whoever_wants_not_to_be_asked_is_not_asked_any_more(town) {
        let (maya, _, ada, _, case) = worried(town);
        let page = maya.visits(&case).is(200);
        maya.fills(&page, &format!("{case}/write"), &[("say", "read")]).is(303);
        press(&maya, &format!("{case}/close"), &[]).is(303);
        let own = ada.visits("/care").is(200);
        let quiet = own.attribute("form[action$='/quiet']", "action").unwrap();
        press(&maya, &quiet, &[]).is(404);
        ada.fills(&own, &quiet, &[]).is(303);
        ada.visits("/care").is(200).shows("You are not asked how you are any more.");
        town.waits_s(3 * 86_400);
        ada.visits("/care").is(200).hides("How are you today?");
        maya.visits("/news").is(200).hides("you were with yesterday");

        press(&ada, &quiet, &[("ask", "1")]).is(303);
        ada.visits("/care").is(200).shows("ask me how I am any more");
        assert_eq!(town.count("SELECT count(*) AS n FROM care_quiet"), 0);
    }

    fn hard_steps_take_two_people_and_light_ones_one(town) {
        let (maya, lea, ada, thread, case) = worried(town);
        let page = format!("/p/{thread}");
        for (verb, undone) in [("remove", "thread WHERE removed_at IS NOT NULL"), ("lock", "thread WHERE locked_at IS NOT NULL"), ("pause", "membership WHERE state = 'paused'")] {
            let put = [("verb", verb), ("words", "For everybody's calm.")];
            decides(&maya, &case, &put).is(303);
            let happened = town.lines(&format!("SELECT CAST(count(*) AS TEXT) AS line FROM {undone}"));
            assert_eq!(happened, ["0"], "{verb}");
            decides(&maya, &case, &put).is(409).shows("A second person decides it with you");
        }
        let seen = maya.visits(&case).is(200);
        assert_eq!(seen.count("input[name=removes]"), 0, "each hard step is put by itself");
        press(&maya, &case, &[("verb", "note"), ("words", "By the way."), ("removes", "1")]).is(422);
        press(&maya, "/look", &[("case", case.trim_start_matches("/look/")), ("verb", "remove"), ("words", "Several at once."), ("step", "do")]).is(200).shows("two of you decide this");
        ada.visits(&page).is(200);

        let stop = press(&maya, &format!("{page}/lock"), &[("reason", "It is late.")]).is(409).shows("Two of you decide together");
        assert_eq!(stop.attribute("#reason", "value").as_deref(), Some("It is late."), "nothing typed is lost");
        let reply = answers(&ada, &thread, None, "I am still here.");
        assert!(!reply.is_empty());
        decides(&maya, &case, &[("verb", "outside"), ("words", "We called for help.")]).is(303);
        ada.visits("/decisions").is(200).shows("Nothing was decided");
        decides(&lea, &case, &[("verb", "outside"), ("words", "We called for help.")]).is(303);
        town.settles();
        ada.visits("/decisions").is(200).shows("We asked for help outside").shows("We called for help.");
        press(&maya, &format!("{page}/lock"), &[("reason", "It is late.")]).is(303);
    }

    fn words_that_say_how_are_folded_by_one_person_and_stay_up(town) {
        let (maya, _, _, thread, case) = worried(town);
        decides(&maya, &case, &[("verb", "fold"), ("note", "method"), ("words", "How is behind a note now.")]).is(303);
        let seen = maya.visits(&format!("/p/{thread}")).is(200);
        assert_eq!(seen.count("#post details.fold"), 1);
        let calm = shares(&maya, "owls", "A calm evening.");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL"), 2, "{calm}");
    }

    fn who_is_on_duty_is_a_number_and_nobody_is_never_somebody(town) {
        let (maya, lea, ada, _) = four(town);
        ada.visits("/support").is(200).shows("Nobody who looks after things here is on duty right now");
        town.stranger().visits("/support").is(200).hides("on duty");
        press(&ada, "/look/duty", &[("hours", "2")]).is(403);
        press(&maya, "/look/duty", &[("hours", "2")]).is(303);
        press(&lea, "/look/duty", &[("hours", "8")]).is(303);
        press(&lea, "/look/duty", &[("hours", "8")]).is(303);
        ada.visits("/support").is(200).shows("2 people who look after things here are on duty").hides("Maya");
        maya.visits("/look").is(200).shows("You are, for 120 more minutes.");
        town.waits_s(2 * 3_600);
        ada.visits("/support").is(200).shows("One person who looks after things here is on duty");
        press(&lea, "/look/duty", &[("hours", "0")]).is(303);
        ada.visits("/support").is(200).shows("Nobody who looks after things here is on duty");
        press(&lea, "/look/duty", &[("hours", "99")]).is(303);
        ada.visits("/support").is(200).shows("Nobody who looks after things here is on duty");
    }

    fn a_host_adds_lines_and_leaves_lines_out(town) {
        let (host, ada) = (town.host("Patient Alder"), town.person("Quiet Ada"));
        owls(town, &[&host, &ada]);
        let page = host.visits("/host/phrases").is(200).shows("want to die");
        ada.visits("/host/phrases").is(403);
        press(&ada, "/host/phrases", &[("added", "mine"), ("dropped", "")]).is(403);
        let long = "a ".repeat(60);
        host.fills(&page, "/host/phrases", &[("added", &long)]).is(422).shows("80 letters at most").shows(long.trim());
        host.fills(&page, "/host/phrases", &[("added", "the old bridge\n"), ("dropped", "want to die")]).is(303);
        host.visits("/host/phrases").is(200).shows("the old bridge");
        writes(&ada, &[("body", "I want to die of laughing.")]).is(303);
        writes(&ada, &[("body", "At the OLD bridge again.")]).is(200).shows(OFFER);
        host.fills(&page, "/host/phrases", &[("added", ""), ("dropped", "")]).is(303);
        writes(&ada, &[("body", "At the old bridge again.")]).is(303);
        writes(&ada, &[("body", "I want to die of laughing.")]).is(200).shows(OFFER);
    }

    fn a_month_after_it_is_closed_nothing_says_that_somebody_asked(town) {
        let (maya, _, ada, tom) = four(town);
        let asked = id_in(&writes(&ada, &[("body", "A long night."), ("lookout", "1")]).is(303).location);
        let told = id_in(&writes(&ada, &[("body", "Another night."), ("lookout", "1")]).is(303).location);
        town.settles();
        tells(&tom, &format!("/p/{told}"), &[("reason", "worried")]).is(303);
        for _ in 0..2 {
            let case = maya.visits("/look").is(200).attribute("article.case a.btn", "href").unwrap();
            press(&maya, &format!("{case}/write"), &[("say", "read")]).is(303);
            press(&maya, &format!("{case}/close"), &[]).is(303);
        }
        town.waits_s(20 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern WHERE is_asked"), 2);
        town.waits_s(12 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern WHERE is_asked OR is_met"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 1, "what somebody told is kept as before: {asked}");
        assert_eq!(town.count("SELECT count(*) AS n FROM care"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM event WHERE kind = 'LookoutRaised'"), 0);
    }

    fn whoever_leaves_takes_it_all_along_and_a_copy_holds_it_before(town) {
        let (maya, _, ada, _) = four(town);
        writes(&ada, &[("body", "A long night."), ("lookout", "1")]).is(303);
        town.settles();
        let case = the_case(&maya);
        press(&maya, &format!("{case}/write"), &[("care_words", "I read what you wrote.")]).is(303);
        let face = ada.face;
        town.arranges(move |tx| {
            tx.emit(hearthside::events::identity::Event::AccountErased { face, takes_words_back: false })
        });
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM care"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 0);
    }
}
