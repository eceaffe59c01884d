//! Be there for someone: each way leads to a place, and whom one stood beside is for one's own eyes.

use hearthside::forum::threads::Kind;
use hearthside::policy::Reach;

use crate::forum::said::{answers, opens, opens_as};
use crate::harness::{Person, Town};
use crate::support::noticing::{page_of, pair, presses};
use crate::support::{blocks, came_long_ago};

const DAY_S: i64 = 86_400;

/// Ada and Maya in a group, and Sam who reads it.
fn neighbours(town: &Town) -> (Person, Person, Person) {
    let (ada, maya, sam) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Sam Hollow"));
    town.group("evenings", Reach::Community, &[&ada, &maya, &sam]);
    (ada, maya, sam)
}

/// Makes a name as if it had come long ago.
fn was_here(town: &Town, person: &Person) {
    let face = person.face;
    town.arranges(move |tx| tx.batch(&format!("UPDATE face SET since_week = 2900 WHERE id = {face}")));
}

on_both! {
    fn it_leads_to_somebody_new_and_to_whoever_waits_longest_and_never_to_oneself(town) {
        let (ada, maya, sam) = neighbours(town);
        let page = sam.visits("/be-there").is(200);
        page.shows("Nobody new is waiting right now.").shows("Nobody else is waiting right now.");
        was_here(town, &ada);
        let first = opens(town, &ada, "evenings", "Zanzibar night");
        let _second = opens(town, &ada, "evenings", "a later one");
        let hello = opens_as(town, &maya, "evenings", "Hello from the lake", |draft| draft.kind = Kind::Introduction);
        let page = sam.visits("/be-there").is(200).shows("Hello from the lake").shows("Zanzibar night");
        assert_eq!(page.count(&format!("a[href='/p/{hello}/reply']")), 1);
        assert_eq!(page.count(&format!("a[href='/p/{first}/reply']")), 1);
        page.hides("a later one");
        sam.visits(&format!("/p/{first}/reply")).is(200);
        ada.visits("/be-there").is(200).hides("Zanzibar night").shows("Hello from the lake");
        answers(town, &sam, &first, "With you");
        sam.visits("/be-there").is(200).hides("Zanzibar night").shows("a later one");
    }

    fn it_leads_nobody_to_whom_they_do_not_meet_or_where_they_may_not_answer(town) {
        let (ada, maya, sam) = neighbours(town);
        was_here(town, &ada);
        opens(town, &ada, "evenings", "Zanzibar night");
        opens_as(town, &maya, "evenings", "Hello from the lake", |draft| draft.kind = Kind::Introduction);
        blocks(&sam, "quiet-ada");
        sam.visits("/be-there").is(200).hides("Zanzibar night").shows("Hello from the lake");
        let face = sam.face;
        town.arranges(move |tx| tx.batch(&format!("UPDATE membership SET state = 'paused' WHERE face_id = {face}")));
        sam.visits("/be-there").is(200).hides("Hello from the lake").shows("Nobody new is waiting right now.");
    }

    fn a_newcomer_is_not_led_to_who_asked_for_those_who_have_been_here(town) {
        let (_ada, maya, sam) = neighbours(town);
        opens_as(town, &maya, "evenings", "Hello from the lake", |draft| {
            draft.kind = Kind::Introduction;
            draft.shield = Some(true);
        });
        town.arranges(|tx| tx.batch("UPDATE thread SET shielded_until = 99999"));
        sam.visits("/be-there").is(200).hides("Hello from the lake");
        came_long_ago(town, &[&sam]);
        sam.visits("/be-there").is(200).shows("Hello from the lake");
    }

    fn who_may_not_listen_yet_reads_so_and_who_rests_is_asked_for_nothing(town) {
        let (_ada, _maya, sam) = neighbours(town);
        let page = sam.visits("/be-there").is(200).shows("Your lamp stays out for now.");
        assert_eq!(page.count("#enough"), 0);
        came_long_ago(town, &[&sam]);
        sam.visits("/be-there").is(200).shows("Light your lamp for half an hour");
        sam.fills(&sam.visits("/lamp").is(200), "/lamp/rest", &[]).is(303);
        sam.visits("/be-there").is(200).shows("That is plenty for today.");
    }

    fn whom_one_stood_beside_this_week_is_counted_as_they_look_and_nobody_else_reads_it(town) {
        let (ada, maya, sam) = neighbours(town);
        sam.visits("/be-there").is(200).shows("Nobody this week, as far as this place can tell.");
        let hard = opens(town, &ada, "evenings", "a hard one");
        answers(town, &sam, &hard, "With you");
        answers(town, &sam, &hard, "And again");
        let hello = opens_as(town, &maya, "evenings", "Hello", |draft| draft.kind = Kind::Introduction);
        answers(town, &sam, &hello, "Welcome");
        let own = opens(town, &sam, "evenings", "mine");
        answers(town, &sam, &own, "me again");
        let page = sam.visits("/be-there").is(200).shows("2 people in the last seven days.");
        page.shows("One who had only come in").shows("One on a hard day");
        ada.visits("/be-there").is(200).shows("Nobody this week");
        let seen = ada.visits("/people/Sam%20Hollow").is(200);
        seen.hides("seven days").hides("stood beside");
        town.waits_s(7 * DAY_S);
        sam.visits("/be-there").is(200).shows("Nobody this week");
    }

    fn a_caring_note_counts_for_its_buddy(town) {
        let (ada, _maya) = pair(town);
        let id = page_of(&ada).replace("/buddies/pair/", "");
        presses(&ada, "/buddies/note", &[("buddy", &id), ("note", "glad")]).is(303);
        ada.visits("/be-there").is(200).shows("One person in the last seven days.").shows("One buddy who got a caring note");
    }

    fn whoever_is_not_signed_in_is_led_to_the_door(town) {
        assert_eq!(town.stranger().visits("/be-there").is(303).location.split('?').next(), Some("/back-in"));
    }
}
