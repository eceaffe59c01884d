//! Somebody who has only come speaks a little more slowly, is told so before, and loses nothing they typed.

use super::aliases::says;
use super::newcomers::{arrives, people, says_back};
use super::{answers, id_in, shares};
use crate::harness::Town;

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];

/// Five minutes lie between two things a newcomer says.
fn takes_time(town: &Town) {
    town.arranges(|tx| tx.batch("UPDATE community SET newcomer_minutes = 5"));
}

on_both! {
    fn a_newcomer_speaks_more_slowly_is_told_so_before_and_nothing_typed_is_lost(town) {
        let (_, _, tom) = people(town);
        takes_time(town);
        let theirs = shares(&tom, "owls", "How was the day?");
        let nia = arrives(town, "New Reed");
        let url = format!("/p/{theirs}/reply");
        nia.visits(&url).is(200).shows("In your first days, 5 minutes lie between two things you say").hides("level");
        tom.visits("/share?group=owls").is(200).hides("In your first days");
        answers(&nia, &theirs, None, "It went well.");

        let soon = says_back(&nia, &theirs, "And yours?").is(429).shows("Your words are here.").shows("in 5 minutes");
        assert_eq!(soon.text("textarea[name=body]").trim(), "And yours?", "nothing is lost");
        let kept = nia.fills(&soon, &url, &[("step", "keep")]).is(303);
        nia.follows(kept).shows("And yours?");
        let json = nia.sends("POST", &format!("/api/v1/threads/{theirs}/replies"), &JSON, Some(br#"{"body":"And yours?"}"#)).is(429).json();
        assert_eq!(json["code"], "newcomer-pace");
        town.waits_s(5 * 60);
        says_back(&nia, &theirs, "And yours?").is(303);
        says_back(&tom, &theirs, "Mine was long.").is(303);
        says_back(&tom, &theirs, "And good.").is(303);
    }

    fn a_thread_of_ones_own_a_setback_and_asking_for_somebody_never_wait(town) {
        let (_, _, tom) = people(town);
        takes_time(town);
        let theirs = shares(&tom, "owls", "How was the day?");
        let nia = arrives(town, "New Reed");
        let own = id_in(&says(&nia, "owls", &[("body", "My first words."), ("kind", "win")]).is(303).location);
        nia.visits(&format!("/p/{own}/reply")).is(200).hides("In your first days");
        for words in ["One more thing.", "And another."] {
            answers(&nia, &own, None, words);
        }
        says(&nia, "owls", &[("body", "A win already."), ("kind", "win")]).is(429);
        says(&nia, "owls", &[("body", "I drank last night."), ("kind", "setback")]).is(303);
        says_back(&nia, &theirs, "Mine was hard.").is(429);
        let form = nia.visits(&format!("/p/{theirs}/reply")).is(200);
        nia.fills(&form, &format!("/p/{theirs}/reply"), &[("body", "Mine was hard."), ("lookout", "1")]).is(303);
        nia.visits("/support").is(200).hides("In your first days");
    }

    fn a_host_says_how_slowly_and_whether_at_all(town) {
        let (_, _, tom) = people(town);
        let host = town.host("Patient Alder");
        let page = host.visits("/host/newcomers").is(200);
        let wrong = host.fills(&page, "/host/newcomers", &[("minutes", "61")]).is(422).shows("Choose 0 to 60.");
        assert_eq!(wrong.attribute("#minutes", "value").as_deref(), Some("61"));
        host.fills(&page, "/host/newcomers", &[("minutes", "20")]).is(303);
        let set = |body: &str| host.sends("PUT", "/api/v1/host/newcomers", &JSON, Some(body.as_bytes()));
        set(r#"{"weeks":1,"posts":3,"watches_selling":true}"#).is(204);
        let json = host.sends("GET", "/api/v1/host/newcomers", &[], None).is(200).json();
        assert_eq!(json["minutes"], 20, "what is left out stays as it is");
        set(r#"{"weeks":1,"posts":3,"minutes":61,"watches_selling":true}"#).is(422);

        let theirs = shares(&tom, "owls", "How was the day?");
        let nia = arrives(town, "New Reed");
        answers(&nia, &theirs, None, "It went well.");
        says_back(&nia, &theirs, "And yours?").is(429).shows("in 20 minutes");
        set(r#"{"weeks":1,"posts":3,"minutes":0,"watches_selling":true}"#).is(204);
        says_back(&nia, &theirs, "And yours?").is(303);
    }
}
