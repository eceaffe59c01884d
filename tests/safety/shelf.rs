//! Words that wait for a look, where two look at once, and where they are gone.

use hearthside::events::identity::Event;

use super::crisis::{four, press};
use super::is_no;
use crate::forum::aliases::says;
use crate::forum::shares;
use crate::harness::{Person, Town};

const SHELF: &str = "/g/owls/held";
const COUNTED: &str = "for a first look in owls";

/// Everything in the group waits for a look, and something of Ada's does; whoever looks after it, and Ada.
fn waits(town: &Town) -> (Person, Person, Person) {
    let (maya, lea, ada, _) = four(town);
    press(&maya, "/g/owls/rules", &[("step", "set"), ("shares", "readers"), ("pace", "0"), ("looks", "all")])
        .is(303);
    says(&ada, "owls", &[("body", "Buy these lamps."), ("kind", "win")]).is(303);
    (maya, lea, ada)
}

on_both! {
    fn whoever_decides_second_reads_so_and_loses_no_sentence(town) {
        let (maya, lea, ada) = waits(town);
        let page = lea.visits(SHELF).is(200);
        assert_eq!(page.count("#left-over"), 0);
        maya.fills(&maya.visits(SHELF), SHELF, &[("words", "We sell nothing here."), ("answer", "not-here")]).is(303);
        let sent = [("words", "Please leave the shop out."), ("answer", "not-here")];
        let late = is_no(lea.fills(&page, SHELF, &sent).is(409), "held-decided");
        assert_eq!(late.texts("main #left-over .voice"), ["Please leave the shop out."]);
        ada.visits("/decisions").is(200).shows("We sell nothing here.").hides("Please leave the shop out.");
        // Whoever has no shelf to look at reads of none.
        lea.posts("/g/larks/held", &[("csrf", &super::token(&lea)), ("thread", "abcdefghijklmn"), ("answer", "let-through")]).is(404);
        ada.fills(&page, SHELF, &[("csrf", &super::token(&ada)), ("answer", "let-through")]).is(403);
    }

    fn whoever_decides_after_the_writer_had_the_words_back_reads_so(town) {
        let (maya, _, ada) = waits(town);
        let page = maya.visits(SHELF).is(200);
        let own = ada.visits("/share/drafts").is(200);
        ada.fills(&own, "/share/waits", &[]).is(303);
        is_no(maya.fills(&page, SHELF, &[("answer", "let-through")]).is(409), "held-decided");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL"), 0);
    }

    fn what_waits_of_somebody_who_goes_with_their_words_is_counted_no_more(town) {
        let (maya, _, ada) = waits(town);
        town.arranges(|tx| tx.batch("UPDATE house_rule SET looks = ''"));
        let thread = shares(&ada, "owls", "A walk.");
        press(&maya, "/g/owls/rules", &[("step", "set"), ("shares", "readers"), ("pace", "0"), ("looks", "all")]).is(303);
        let url = format!("/p/{thread}/reply");
        ada.fills(&ada.visits(&url).is(200), &url, &[("body", "And more of these lamps.")]).is(303);
        maya.visits("/look").is(200).shows("2 things wait for a first look in owls");
        let face = ada.face;
        town.arranges(move |tx| tx.emit(Event::AccountErased { face, takes_words_back: true }));
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 0);
        maya.visits("/look").is(200).hides(COUNTED);
    }

    fn a_shelf_counts_no_words_that_are_gone(town) {
        let (maya, ..) = waits(town);
        maya.visits("/look").is(200).shows(COUNTED);
        town.arranges(|tx| tx.batch("UPDATE thread SET taken_back_at = 0 WHERE removed_at IS NOT NULL"));
        maya.visits("/look").is(200).hides(COUNTED);
        maya.visits(SHELF).is(200).shows("Nothing waits.");
    }
}
