//! Doors beside the case at which a hard step towards somebody others worry about could be taken alone: the shelf of words
//! that wait, moving a thread, and all that came from a whole community.

use super::crisis::{four, press};
use super::moves::{joins, two_rooms};
use super::{is_no, tells, the_case};
use crate::forum::aliases::{night_owls, says, whispers};
use crate::forum::{answers, shares};
use crate::harness::{Person, Seen, Town};
use hearthside::policy::Reach;

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];
const SHELF: &str = "/g/owls/held";
const WAITS: &str = "SELECT count(*) AS n FROM held";

/// Everything in the group waits for a look.
fn all_waits(keeper: &Person) {
    press(
        keeper,
        "/g/owls/rules",
        &[("step", "set"), ("shares", "readers"), ("pace", "0"), ("looks", "all")],
    )
    .is(303);
}

/// Somebody decides about the only thing on the shelf.
fn shelves(keeper: &Person, answer: &str, words: &str) -> Seen {
    let page = keeper.visits(SHELF).is(200);
    keeper.fills(&page, SHELF, &[("words", words), ("answer", answer)])
}

fn moves(keeper: &Person, thread: &str) -> Seen {
    let sent = Some(&br#"{"group":"larks","reason":"It fits better."}"#[..]);
    keeper.sends("POST", &format!("/api/v1/threads/{thread}/move"), &JSON, sent)
}

fn stands_in(town: &Town, thread: &str, group: &str) {
    let sql = format!(
        "SELECT g.name AS line FROM thread t JOIN \"group\" g ON g.id = t.group_id WHERE t.public_id = '{thread}'"
    );
    assert_eq!(town.lines(&sql), [group]);
}

on_both! {
    fn words_of_somebody_others_worry_about_are_not_sent_back_by_one_and_may_be_let_through(town) {
        let (maya, lea, ada, tom) = four(town);
        let host = town.host("Patient Alder");
        all_waits(&maya);
        says(&ada, "owls", &[("body", "Nobody is here tonight."), ("kind", "win")]).is(303);
        let refusal = "nobody sends it back alone";
        maya.visits(SHELF).is(200).hides(refusal);
        tells(&tom, "/people/Quiet%20Ada", &[("reason", "worried")]).is(303);
        town.settles();

        maya.visits(SHELF).is(200).shows(refusal);
        let seen = is_no(shelves(&maya, "not-here", "This is too much for us.").is(409), "held-takes-two");
        assert_eq!(seen.attribute("article.case input[name=words]", "value").as_deref(), Some("This is too much for us."), "nothing typed is lost");
        let of = town.lines("SELECT public_id AS line FROM thread");
        let sent = format!(r#"{{"thread":"{}","lets_through":false,"words":"Too much."}}"#, of[0]);
        is_no(lea.sends("POST", "/api/v1/groups/owls/held", &JSON, Some(sent.as_bytes())).is(409), "held-takes-two");
        assert_eq!(town.count(WAITS), 1);
        ada.visits("/share/drafts").is(200).hides("This is too much for us.");
        shelves(&maya, "let-through", "").is(303);
        assert_eq!(town.count(WAITS), 0);

        // Once nobody is worried any more, one decides again.
        says(&ada, "owls", &[("body", "Buy these lamps."), ("kind", "win")]).is(303);
        is_no(shelves(&maya, "not-here", "We sell nothing here.").is(409), "held-takes-two");
        press(&host, &format!("{}/close", the_case(&host)), &[]).is(303);
        shelves(&maya, "not-here", "We sell nothing here.").is(303);
        assert_eq!(town.count(WAITS), 0);
    }

    fn whoever_looks_reads_of_no_worry_about_an_alias_of_their_own(town) {
        let (maya, lea, tom) = (town.person("Maya Lake"), town.person("Old Lantern"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &lea, &tom]);
        let face = lea.face;
        town.arranges(move |tx| tx.batch(&format!("UPDATE membership SET role = 'moderator' WHERE face_id = {face}")));
        let thread = whispers(&maya, "group", "Nobody knows.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
        town.settles();
        all_waits(&lea);
        says(&maya, "owls", &[("body", "Still awake."), ("as", "group")]).is(303);
        let refusal = "nobody sends it back alone";
        lea.visits(SHELF).is(200).shows("Still awake.").shows(refusal);
        is_no(shelves(&lea, "not-here", "This is too much for us.").is(409), "held-takes-two");
        maya.visits(SHELF).is(200).shows("Still awake.").hides(refusal);
        shelves(&maya, "not-here", "I take it back.").is(303);
        assert!(town.tying_commits().is_empty());
    }

    fn a_thread_with_somebody_others_worry_about_is_not_carried_away_by_one(town) {
        let [maya, lea, ada, tom] = two_rooms(town, [Reach::Community; 2]);
        let (heavy, other) = (shares(&ada, "owls", "Nobody is here tonight."), shares(&tom, "owls", "A walk."));
        let reply = answers(&ada, &other, None, "Me too, these nights.");
        tells(&lea, &format!("/p/{other}/r/{reply}"), &[("reason", "worried")]).is(303);
        for thread in [&heavy, &other] {
            is_no(moves(&maya, thread).is(409), "move-worried");
            is_no(maya.visits(&format!("/p/{thread}/move?group=larks")).is(422), "move-worried");
            stands_in(town, thread, "owls");
        }
        let typed = [("group", "larks"), ("reason", "It fits the mornings.")];
        let seen = is_no(press(&maya, &format!("/p/{heavy}/move"), &typed).is(422), "move-worried");
        assert_eq!(seen.texts("main #left-over .voice"), ["It fits the mornings."]);
        press(&maya, &format!("{}/close", the_case(&maya)), &[]).is(303);
        moves(&maya, &heavy).is(204);
        stands_in(town, &heavy, "larks");
    }

    fn whoever_moves_a_thread_of_their_own_hears_of_no_worry_about_themself(town) {
        let [maya, lea, ..] = two_rooms(town, [Reach::Community; 2]);
        let thread = shares(&maya, "owls", "Nobody is here tonight.");
        tells(&lea, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
        moves(&maya, &thread).is(204);
        stands_in(town, &thread, "larks");
    }

    fn nor_do_they_carry_somebody_else_away_with_a_thread_of_their_own(town) {
        let [maya, lea, _, tom] = two_rooms(town, [Reach::Community; 2]);
        let thread = shares(&maya, "owls", "How are you all?");
        let reply = answers(&tom, &thread, None, "Nobody is here tonight.");
        tells(&lea, &format!("/p/{thread}/r/{reply}"), &[("reason", "worried")]).is(303);
        is_no(moves(&maya, &thread).is(409), "move-worried");
        stands_in(town, &thread, "owls");
        press(&maya, &format!("{}/close", the_case(&maya)), &[]).is(303);
        moves(&maya, &thread).is(204);
    }

    fn whoever_is_asked_before_a_move_says_yes_once_nobody_is_worried_any_more(town) {
        let [maya, lea, ada, tom] = two_rooms(town, [Reach::Group; 2]);
        let joe = town.person("Slow Joe");
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET joining = 'ask'"));
        joins(town, &joe);
        let thread = shares(&ada, "owls", "For us alone.");
        let reply = answers(&tom, &thread, None, "Nobody is here tonight.");
        moves(&maya, &thread).is(202);
        tells(&lea, &format!("/p/{thread}/r/{reply}"), &[("reason", "worried")]).is(303);
        let act = town.lines("SELECT CAST(id AS TEXT) AS line FROM act")[0].clone();
        let agree = format!("/api/v1/decisions/{act}/agree");
        is_no(ada.sends("POST", &agree, &[], None).is(409), "move-not-now");
        stands_in(town, &thread, "owls");
        press(&maya, &format!("{}/close", the_case(&maya)), &[]).is(303);
        ada.sends("POST", &agree, &[], None).is(204);
        stands_in(town, &thread, "larks");
    }
}
