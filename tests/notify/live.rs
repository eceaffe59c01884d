//! News on pages that are open: one word that there is some, for whoever it is for, and nothing of it.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use hearthside::policy::Reach;

use crate::forum::said::{answers, opens};
use crate::support::{asks, lights, two_neighbours};

const SOON: Duration = Duration::from_secs(10);
/// How long nothing is waited for.
const NEVER: Duration = Duration::from_millis(300);

fn hears(page: &Receiver<String>) -> Option<String> {
    page.recv_timeout(SOON).ok()
}

on_both! {
    fn an_open_page_hears_that_there_is_news_and_only_that_of_whom_it_is_for(town) {
        let (ada, maya, joe) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Slow Joe"));
        town.group("evenings", Reach::Community, &[&ada, &maya, &joe]);
        let thread = opens(town, &ada, "evenings", "First week");
        let (hers, others) = (ada.listens("/news/live"), [maya.listens("/news/live"), joe.listens("/news/live")]);
        answers(town, &maya, &thread, "With you");
        assert_eq!(hears(&hers).as_deref(), Some("event: told"));
        assert!(hers.recv_timeout(NEVER).is_err(), "once");
        for other in others {
            assert!(other.recv_timeout(NEVER).is_err());
        }
        // A page that stays open after its reader signed out asks no more.
        town.stranger().visits("/news/live").is(204);
    }

    fn the_page_of_a_thread_hears_of_news_beside_its_replies(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let (thread, other) = (opens(town, &ada, "evenings", "First week"), opens(town, &ada, "evenings", "Second"));
        let page = ada.listens(&format!("/p/{thread}/live"));
        answers(town, &maya, &other, "With you");
        assert_eq!(hears(&page).as_deref(), Some("event: told"), "in another thread");
        answers(town, &maya, &thread, "Here too");
        let mut both = [hears(&page).unwrap(), hears(&page).unwrap()];
        both.sort();
        assert_eq!(both, ["event: news", "event: told"]);
    }

    fn whoever_has_a_lamp_on_hears_of_an_ask_wherever_they_read_and_today_says_it(town) {
        let (ada, maya) = two_neighbours(town);
        let today = "Somebody asks for company right now.";
        lights(&maya);
        maya.visits("/").is(200).hides(today);
        let (page, own) = (maya.listens("/news/live"), ada.listens("/news/live"));
        asks(town, &ada, &[("line", "Zanzibar night")]);
        assert_eq!(hears(&page).as_deref(), Some("event: asked"));
        assert!(own.recv_timeout(NEVER).is_err(), "not of one's own");
        let seen = maya.visits("/").is(200).shows(today).hides("Zanzibar").hides("Quiet Ada");
        assert_eq!(seen.count("#asks a[href='/support/asks']"), 1);
        ada.visits("/").is(200).hides(today);
        maya.fills(&maya.visits("/lamp").is(200), "/lamp/out", &[]).is(303);
        maya.visits("/").is(200).hides(today);
    }

    fn no_page_hears_it_that_is_made_to_look_like_another_place(town) {
        let ada = town.person("Quiet Ada");
        let hears = || ada.visits("/groups").is(200).count("p.told[data-told='/news/live'][hidden]");
        assert_eq!(hears(), 1);
        ada.keeps("__Host-reading", "look=weather");
        assert_eq!(hears(), 0);
        assert_eq!(town.stranger().visits("/").is(200).count("[data-told]"), 0);
    }
}
