//! A partner that shows to visitors what is for partners: whoever writes reads that before they send.

use hearthside::federation::peers::{self, Links, Promises, State, accepted, asked, ended, promised};
use hearthside::policy::{Reach, Viewer};

use super::leaving::evenings;
use super::{CALM, links, own_of};
use crate::forum::said::opens_as;
use crate::harness::{Person, Town};

const OFFER: &str = "https://calmwater.example/#link-7";
const OPEN_WEB: &str = "Treat this as the open web: calmwater.example shows it to visitors.";

fn promises(keeps_limits: bool) -> Promises {
    Promises { name: "Calm Water".to_owned(), keeps_limits, ..Promises::default() }
}

/// Calm Water is a partner, and says whether it keeps limits.
fn becomes_partner(town: &Town, keeps_limits: bool) {
    let own = own_of(town);
    town.arranges(move |tx| {
        asked(tx, &own, CALM, OFFER, &promises(keeps_limits))?;
        peers::accept(tx, &Viewer::House, &own, CALM)
    });
    town.app.forget_house();
}

fn composer(ada: &Person) -> String {
    ada.visits("/share?group=evenings").is(200).text("#reach")
}

/// The plain sentence, on the page that says it once more.
fn once_more(ada: &Person) -> String {
    let page = ada.visits("/share?group=evenings").is(200);
    let sent = [("kind", "just-here"), ("body", "Still awake."), ("reach", "partners"), ("step", "check")];
    ada.fills(&page, "/share", &sent).is(200).text(".note.reach")
}

on_both! {
    fn whoever_writes_reads_that_a_partner_keeps_no_limits(town) {
        links(town, Links::Partners);
        let ada = town.person("Quiet Ada");
        evenings(town, Reach::Everyone, &[&ada]);
        let usual = "Copies go to communities the host has linked.";
        assert!(composer(&ada).contains(usual));
        becomes_partner(town, true);
        assert!(composer(&ada).contains(usual) && !composer(&ada).contains(OPEN_WEB), "it keeps them");
        assert!(once_more(&ada).contains("its partner communities will see this"));

        // It says anew what it promises, and the form says so from then on.
        town.arranges(|tx| promised(tx, CALM, &promises(false)));
        town.app.forget_house();
        assert!(composer(&ada).contains(OPEN_WEB) && !composer(&ada).contains(usual));
        let sentence = once_more(&ada);
        assert!(sentence.contains("and anyone who visits calmwater.example will see this from Quiet Ada."), "{sentence}");
        let thread = opens_as(town, &ada, "evenings", "For partners.", |draft| draft.reach = Some(Reach::Partners));
        ada.visits(&format!("/p/{thread}")).is(200).shows("and anyone who visits calmwater.example");
        // What stays nearer is not touched by it.
        let thread = opens_as(town, &ada, "evenings", "For us.", |draft| draft.reach = Some(Reach::Community));
        ada.visits(&format!("/p/{thread}")).is(200).hides("calmwater.example");

        town.arranges(|tx| promised(tx, CALM, &promises(true)));
        town.app.forget_house();
        assert!(composer(&ada).contains(usual));
    }

    fn it_is_said_from_the_yes_of_both_hosts_until_one_of_them_ends_it(town) {
        links(town, Links::Partners);
        let (ada, host, own) = (town.person("Quiet Ada"), town.host("Patient Alder"), own_of(town));
        evenings(town, Reach::Everyone, &[&ada]);
        town.arranges(move |tx| asked(tx, &own, CALM, OFFER, &promises(false)));
        assert!(!composer(&ada).contains(OPEN_WEB), "nobody has said yes");
        let page = host.visits("/host/partners/calmwater.example").is(200);
        host.fills(&page, "/host/partners/calmwater.example/accept", &[]).is(303);
        assert!(composer(&ada).contains(OPEN_WEB), "at once, by the page of the host");
        let page = host.visits("/host/partners/calmwater.example").is(200);
        host.fills(&page, "/host/partners/calmwater.example/end", &[]).is(303);
        assert!(!composer(&ada).contains(OPEN_WEB));

        becomes_partner(town, false);
        assert!(composer(&ada).contains(OPEN_WEB));
        let own = own_of(town);
        assert!(town.arranges(move |tx| ended(tx, &own, CALM, OFFER)), "they end it");
        town.app.forget_house();
        assert!(!composer(&ada).contains(OPEN_WEB));
    }

    fn of_two_partners_the_one_that_shows_it_is_named_and_a_promise_of_a_stranger_counts_for_nothing(town) {
        links(town, Links::Partners);
        let (ada, own) = (town.person("Quiet Ada"), own_of(town));
        evenings(town, Reach::Everyone, &[&ada]);
        becomes_partner(town, true);
        assert!(!town.arranges(|tx| accepted(tx, "harsh.example", OFFER, &promises(false))), "nobody asked it");
        town.arranges(|tx| promised(tx, "harsh.example", &promises(false)));
        town.app.forget_house();
        assert!(!composer(&ada).contains("Treat this as the open web"));

        let theirs = "https://loud.example/#link-1";
        town.arranges(move |tx| {
            asked(tx, &own, "loud.example", theirs, &promises(false))?;
            peers::accept(tx, &Viewer::House, &own, "loud.example")
        });
        town.app.forget_house();
        assert_eq!(town.arranges(|tx| peers::find(tx, CALM)).state, State::Partner);
        assert!(composer(&ada).contains("loud.example shows it to visitors"));
    }
}
