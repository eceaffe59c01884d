//! Whoever told of something: what they find of it later, and what they had folded for themself alone.

use serde_json::{Value, json};

use super::crisis::{four, press};
use super::decisions::takes_back;
use super::{decides, tells, the_case};
use crate::forum::groups::asks;
use crate::forum::{answers, shares};
use crate::harness::Person;

fn list(person: &Person) -> Value {
    asks(person, "GET", "/api/v1/concerns", &json!({})).is(200).json()["rows"][0].clone()
}

on_both! {
    fn whoever_told_finds_that_somebody_looks_what_came_of_it_and_why_where_that_is_shared_and_never_who(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "Harsh words.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        tom.visits("/concerns").is(200).shows("Still to be looked at.");
        let case = the_case(&maya);
        press(&maya, &format!("{case}/take"), &[]).is(303);
        tom.visits("/concerns").is(200).shows("Somebody looks at it.").hides("Still to be looked at.").hides("Maya");
        assert_eq!((&list(&tom)["is_seen"], &list(&tom)["why"]), (&json!(true), &json!("")));

        maya.visits(&case).is(200).shows("Those who told us read this sentence, too");
        decides(&maya, &case, &[("verb", "note"), ("words", "We asked for kinder words."), ("shares", "1")]).is(303);
        let seen = tom.visits("/concerns").is(200).shows("did something about it").shows("We asked for kinder words.");
        seen.hides("Maya").hides("Quiet Ada");
        assert_eq!((&list(&tom)["outcome"], &list(&tom)["why"]), (&json!("acted"), &json!("We asked for kinder words.")));
        for other in [&ada, &lea] {
            other.visits("/concerns").is(200).hides("kinder words");
        }

        takes_back(&lea);
        tom.visits("/concerns").is(200).shows("Still to be looked at.").hides("kinder words");
        decides(&maya, &case, &[("verb", "note"), ("words", "For the writer alone.")]).is(303);
        tom.visits("/concerns").is(200).shows("did something about it").hides("For the writer alone.");
        assert_eq!(list(&tom)["why"], "");
    }

    fn what_is_said_to_somebody_in_distress_is_shared_with_nobody(town) {
        let (maya, _, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "Nobody is here tonight.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
        let case = the_case(&maya);
        maya.visits(&case).is(200).hides("Those who told us read this sentence");
        asks(&maya, "POST", &format!("/api/v1{case}"), &json!({"verb": "note", "words": "You matter here.", "shares": true})).is(200);
        assert_eq!(list(&tom)["why"], "");
    }

    fn where_all_stays_as_it_is_the_reason_can_be_shared_too(town) {
        let (maya, _, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "Harsh words.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "other")]).is(303);
        let case = the_case(&maya);
        decides(&maya, &case, &[("verb", "fine"), ("words", "They speak of themself here."), ("shares", "1")]).is(303);
        tom.visits("/concerns").is(200).shows("It stays as it is.").shows("They speak of themself here.");
        ada.visits("/decisions").is(200).hides("They speak of themself here.");
    }

    fn words_are_folded_for_whoever_told_of_them_for_nobody_else_and_opened_again(town) {
        let (maya, _, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "Harsh words.");
        let place = format!("/p/{thread}");
        let form = tom.visits(&format!("{place}/concern")).is(200).shows("Fold it for me");
        assert_eq!(form.count("input[name=folds][checked]"), 1);
        tom.fills(&form, &format!("{place}/concern"), &[("reason", "cruel")]).is(303);

        let page = tom.visits(&place).is(200).shows("You told of this");
        assert_eq!((page.count("#post details.fold:not([open])"), page.text("#title")), (1, "Something you told of".to_owned()));
        tom.visits("/g/owls").is(200).shows("Something you told of").hides("Harsh words.");
        for other in [&maya, &ada] {
            let seen = other.visits(&place).is(200).hides("You told of this");
            assert_eq!(seen.count("#post details.fold"), 0);
            other.visits("/g/owls").is(200).hides("Something you told of");
        }
        let folds = |person: &Person| asks(person, "GET", &format!("/api/v1/threads/{thread}/folds"), &json!({})).is(200).json();
        assert_eq!((&folds(&tom)["thread"], &folds(&maya)["thread"]), (&json!(true), &json!(false)));
        let kept = town.lines("SELECT mark AS line FROM folded");
        assert!(kept.len() == 1 && kept[0].len() == 32, "nothing says whose it is: {kept:?}");

        tom.fills(&page, &format!("{place}/unfold"), &[]).is(303);
        assert_eq!(tom.visits(&place).is(200).hides("You told of this").count("#post details.fold"), 0);
        press(&tom, &format!("{place}/unfold"), &[]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM folded"), 0);
        press(&tom, "/p/nothing/unfold", &[]).is(404);
    }

    fn a_reply_is_folded_by_a_program_and_only_if_it_asks(town) {
        let (_, _, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "A walk.");
        let reply = answers(&ada, &thread, None, "A reply that hurts.");
        let tell = |folds: bool| asks(&tom, "POST", "/api/v1/concerns", &json!({"thread": thread, "reply": reply, "reason": "cruel", "folds": folds})).is(204);
        tell(false);
        let place = format!("/p/{thread}");
        assert_eq!(tom.visits(&place).is(200).count("details.fold"), 0);
        tell(true);
        assert_eq!(tom.visits(&place).is(200).shows("You told of this").count("details.fold"), 1);
        let json = asks(&tom, "GET", &format!("/api/v1/threads/{thread}/folds"), &json!({})).json();
        assert_eq!((&json["thread"], &json["replies"]), (&json!(false), &json!([reply])));
        asks(&ada, "DELETE", &format!("/api/v1/threads/{thread}/replies/{reply}/fold"), &json!({})).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM folded"), 1, "it is Tom's to open");
        asks(&tom, "DELETE", &format!("/api/v1/threads/{thread}/replies/{reply}/fold"), &json!({})).is(204);
        assert_eq!(tom.visits(&place).is(200).count("details.fold"), 0);
        town.stranger().sends("GET", &format!("/api/v1/threads/{thread}/folds"), &[], None).is(401);
        assert!(town.tying_commits().is_empty());
    }

    fn a_fold_is_forgotten_after_a_year(town) {
        let (_, _, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "Harsh words.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel"), ("folds", "1")]).is(303);
        town.arranges(|tx| tx.batch("UPDATE folded SET until_on = until_on - 366"));
        town.waits_s(86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM folded"), 0);
    }
}
