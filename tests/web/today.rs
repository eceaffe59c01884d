//! Today, as each sees it.

use hearthside::forum::threads::Kind;
use hearthside::kernel::Week;
use hearthside::policy::Reach;

use crate::forum::said::{answers, opens, opens_as};
use crate::harness::{Person, Town};

/// Makes somebody as if they had come in long ago.
fn came_long_ago(town: &Town, person: &Person) {
    use diesel::prelude::*;
    use hearthside::db::Run as _;
    use hearthside::db::schema::account;
    let face = person.face;
    town.arranges(move |tx| {
        diesel::update(account::table.filter(account::face_id.eq(face)))
            .set((account::joined_week.eq(Week(2_900)), account::words_kept.eq(true)))
            .exec(tx)
    });
}

on_both! {
    fn somebody_new_is_welcomed_and_sees_who_answered(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let seen = ada.visits("/").is(200).shows("You’re in, Quiet Ada.").shows("People who answered you");
        seen.shows("it’s early").hides("Waiting for a first reply");
        let thread = opens(town, &ada, "evenings", "First week");
        answers(town, &maya, &thread, "With you");
        ada.visits("/").is(200).shows("Maya Lake answered you");
    }

    fn somebody_who_has_been_here_sees_who_waits(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        came_long_ago(town, &ada);
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        opens_as(town, &maya, "evenings", "an easy one", |draft| draft.kind = Kind::Win);
        opens(town, &maya, "evenings", "a hard one");
        let seen = ada.visits("/").is(200).shows("Saturday evening").hides("You’re in");
        assert_eq!(seen.text("article h3"), "a hard one");
        assert!(seen.text("ul.rows").contains("a hard one · a moment ago"), "{}", seen.text("ul.rows"));
    }

    fn without_a_group_three_are_suggested(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        for name in ["one", "two", "three", "four"] {
            town.group(name, Reach::Community, &[&ada]);
        }
        let seen = maya.visits("/").is(200).shows("Groups you could look into");
        assert_eq!(seen.count("section[aria-labelledby=rooms] li"), 3);
        assert_eq!(ada.visits("/").is(200).count("section[aria-labelledby=rooms] li"), 4);
    }

    fn a_suggestion_is_put_off_for_two_weeks_and_the_next_one_comes(town) {
        let ada = town.person("Quiet Ada");
        let first = ada.visits("/").is(200).shows("You’re in");
        let answer = ada.fills(&first, "/later", &[]).is(303);
        assert!(answer.header("set-cookie").contains("Max-Age=1209600"), "{}", answer.header("set-cookie"));
        let second = ada.visits("/").is(200).hides("You’re in").shows("return words");
        ada.fills(&second, "/later", &[]).is(303);
        let third = ada.visits("/").is(200).shows("Read it your way");
        ada.fills(&third, "/later", &[]).is(303);
        assert_eq!(ada.visits("/").is(200).count("form[action='/later']"), 0);
    }
}
