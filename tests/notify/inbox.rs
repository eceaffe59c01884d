//! Notices: who is told what, grouped, seen, forgotten.

use hearthside::events::forum::Event;
use hearthside::events::identity::Event as Identity;
use hearthside::forum::replies;
use hearthside::kernel::PublicId;
use hearthside::policy::Reach;

use crate::forum::said::{answers, opens, viewer};
use crate::harness::{Person, Town};

fn evenings(town: &Town) -> (Person, Person, Person) {
    let (ada, maya, joe) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Slow Joe"));
    town.group("evenings", Reach::Community, &[&ada, &maya, &joe]);
    (ada, maya, joe)
}

on_both! {
    fn an_answer_is_told_once_to_whom_it_answers_and_leads_there(town) {
        let (ada, maya, _) = evenings(town);
        ada.visits("/news").is(200).shows("All quiet.");
        let thread = opens(town, &ada, "evenings", "First week");
        let reply = answers(town, &maya, &thread, "With you");
        let seen = ada.visits("/news").is(200).shows("Maya Lake answered you").shows("First week");
        maya.visits("/news").is(200).shows("All quiet.");
        ada.visits("/").is(200).shows("Maya Lake answered you");

        let form = seen.attribute("ul.rows form", "action").unwrap();
        assert_eq!(ada.fills(&seen, &form, &[]).is(303).location, format!("/p/{thread}/r/{reply}"));
        let after = ada.visits("/news").is(200);
        assert_eq!(after.count("ul.rows .dot.off"), 1);
    }

    fn a_dot_stands_on_the_door_to_everything_personal_until_the_news_was_seen(town) {
        let (ada, maya, _) = evenings(town);
        let thread = opens(town, &ada, "evenings", "First week");
        let dots = |person: &Person| person.visits("/groups").is(200).count("nav.tabs a[href='/you'] .dot");
        assert_eq!((dots(&ada), dots(&maya)), (0, 0));
        answers(town, &maya, &thread, "With you");
        assert_eq!((dots(&ada), dots(&maya)), (1, 0));
        ada.visits("/you").is(200).shows("Something new since you last looked.");
        ada.fills(&ada.visits("/news"), "/news", &[]).is(303);
        assert_eq!(dots(&ada), 0);
        ada.visits("/you").is(200).shows("All quiet.");
    }

    fn several_answers_in_one_thread_are_one_notice(town) {
        let (ada, maya, joe) = evenings(town);
        let thread = opens(town, &ada, "evenings", "First week");
        answers(town, &maya, &thread, "With you");
        answers(town, &joe, &thread, "Me too");
        let seen = ada.visits("/news").is(200).shows("Slow Joe and others answered you");
        assert_eq!(seen.count("ul.rows li"), 1);
        ada.fills(&seen, "/news", &[]).is(303);
        let seen = ada.visits("/news").is(200);
        assert_eq!((seen.count("form[action='/news']"), seen.count("ul.rows .dot:not(.off)")), (0, 0));
        answers(town, &maya, &thread, "Again");
        ada.visits("/news").is(200).shows("Maya Lake answered you").hides("and others");
    }

    fn looking_changes_nothing(town) {
        let (ada, maya, _) = evenings(town);
        let thread = opens(town, &ada, "evenings", "First week");
        answers(town, &maya, &thread, "With you");
        for _ in 0..3 {
            assert_eq!(ada.visits("/news").is(200).count("ul.rows .dot:not(.off)"), 1);
        }
        ada.visits("/api/v1/news").is(200);
        assert_eq!(ada.visits("/api/v1/news").json()["rows"][0]["is_seen"], false);
    }

    fn a_taken_back_answer_is_told_no_more(town) {
        let (ada, maya, _) = evenings(town);
        let thread = opens(town, &ada, "evenings", "First week");
        let reply = answers(town, &maya, &thread, "With you");
        let (writer, ids) = (viewer(&maya, false), (PublicId::parse(&thread).unwrap(), PublicId::parse(&reply).unwrap()));
        town.arranges(move |tx| replies::take_back(tx, &writer, (&ids.0, &ids.1)));
        town.settles();
        ada.visits("/news").is(200).shows("All quiet.").hides("Maya Lake");
    }

    fn keepers_hear_who_asks_and_members_hear_that_they_are_in(town) {
        let (ada, maya, joe) = evenings(town);
        let group = town.group("mornings", Reach::Community, &[&ada]);
        let (asker, keeper) = (maya.face, ada.face);
        town.arranges(move |tx| tx.emit(Event::MembershipAsked { group, face: asker }));
        town.arranges(move |tx| tx.emit(Event::MemberJoined { group, face: asker, by: keeper }));
        town.settles();
        ada.visits("/news").is(200).shows("Maya Lake asks to join mornings");
        maya.visits("/news").is(200).shows("You are in mornings now");
        joe.visits("/news").is(200).shows("All quiet.");
    }

    fn hosts_hear_of_arrivals_and_nobody_else_does(town) {
        let (ada, _, joe) = evenings(town);
        let host = town.host("Old Oak");
        let face = joe.face;
        town.arranges(move |tx| tx.emit(Identity::ArrivalAsked { face }));
        town.settles();
        host.visits("/news").is(200).shows("Slow Joe asks to come in");
        ada.visits("/news").is(200).shows("All quiet.");
    }

    fn erasing_an_account_erases_what_it_was_told_and_what_was_told_of_it(town) {
        let (ada, maya, _) = evenings(town);
        let thread = opens(town, &ada, "evenings", "First week");
        answers(town, &maya, &thread, "With you");
        let face = maya.face;
        town.arranges(move |tx| tx.emit(Identity::AccountErased { face, takes_words_back: false }));
        town.settles();
        ada.visits("/news").is(200).hides("Maya Lake").shows("All quiet.");
    }

    fn at_most_a_hundred_are_kept_and_shown_a_page_at_a_time(town) {
        let (ada, maya, _) = evenings(town);
        for number in 0..103 {
            let thread = opens(town, &ada, "evenings", &format!("number {number}"));
            answers(town, &maya, &thread, "With you");
        }
        let (mut count, mut next) = (0, "/news".to_owned());
        loop {
            let page = ada.visits(&next).is(200);
            count += page.count("ul.rows li");
            let Some(older) = page.attribute("a[rel=next]", "href") else { break };
            next = older;
        }
        assert_eq!(count, 100);
    }

    fn news_of_others_are_not_there(town) {
        let (ada, maya, joe) = evenings(town);
        let thread = opens(town, &ada, "evenings", "First week");
        answers(town, &maya, &thread, "With you");
        let id = ada.visits("/api/v1/news").json()["rows"][0]["id"].as_str().unwrap().to_owned();
        joe.sends("POST", &format!("/api/v1/news/{id}/seen"), &[("accept", "application/json")], None).is(404);
        ada.sends("POST", &format!("/api/v1/news/{id}/seen"), &[("accept", "application/json")], None).is(204);
        assert_eq!(ada.visits("/api/v1/news").json()["rows"][0]["is_seen"], true);
        town.stranger().visits("/api/v1/news").is(401);
    }
}
