//! Leaving fast.

use super::opens;

on_both! {
    fn leaving_goes_away_and_back_shows_a_neutral_page_until_continue(town) {
        opens(town, "open");
        let ada = town.person("Quiet Ada");
        let gone = ada.visits("/leave").is(303);
        // A page that was left open asks for news and hears that none come; everything else is covered.
        ada.sends("GET", "/news/live", &[("accept", "text/event-stream")], None).is(204);
        assert_eq!(gone.location, "https://www.wikipedia.org/");
        assert_eq!(gone.header("cache-control"), "no-store");
        assert_eq!(gone.header("clear-site-data"), "\"cache\"");
        let cookie = gone.header("set-cookie").to_owned();
        for part in ["__Host-cloak=1", "HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=600"] {
            assert!(cookie.contains(part), "{cookie} lacks {part}");
        }

        let covered = ada.visits("/you/reading?kept=1").is(200).hides("Porchlight").hides("Reading").hides("Quiet Ada");
        assert_eq!(covered.text("title"), "New tab");
        assert_eq!(covered.text("button"), "Continue");
        assert_eq!(covered.header("cache-control"), "no-store");
        ada.visits("/no/such/place").is(200).shows("Continue");
        ada.visits("/support").is(200).shows("You’re not on your own");
        ada.visits("/support/helplines").is(200).shows("Talk line");

        let back = ada.fills(&covered, "/cloak", &[]).is(303);
        assert_eq!(back.location, "/you/reading?kept=1");
        assert_eq!(ada.cookie("__Host-cloak"), None);
        // Leaving did not sign out: an account without an email would be lost to a slip of the thumb.
        assert_eq!(ada.follows(back).is(200).count("nav.tabs"), 1);
    }

    fn what_was_typed_goes_through_under_the_cloak(town) {
        opens(town, "open");
        let ada = town.person("Quiet Ada");
        let form = ada.visits("/you/reading").is(200);
        ada.visits("/leave").is(303);
        ada.fills(&form, "/you/reading", &[("muted", "poker")]).is(303);
        assert!(ada.cookie("__Host-reading").unwrap().contains("poker"));
    }

    fn those_who_chose_so_are_signed_out_and_their_browser_is_emptied(town) {
        opens(town, "open");
        let ada = town.person("Quiet Ada");
        town.arranges(|tx| tx.batch("UPDATE account SET leave_signs_out = TRUE"));
        let token = ada.cookie("__Host-s").unwrap();
        let gone = ada.visits("/leave").is(303);
        assert_eq!(gone.header("clear-site-data"), "\"cache\", \"storage\"");
        assert_eq!(ada.cookie("__Host-s"), None);
        // The session itself is over, not only its cookie.
        let other = town.stranger();
        other.keeps("__Host-s", &token);
        assert_eq!(other.visits("/about").is(200).count("nav.tabs"), 0);
    }

    fn another_sites_link_covers_nothing_and_signs_nobody_out(town) {
        opens(town, "open");
        let ada = town.person("Quiet Ada");
        town.arranges(|tx| tx.batch("UPDATE account SET leave_signs_out = TRUE"));
        ada.sends("GET", "/leave", &[("sec-fetch-site", "cross-site")], None).is(303);
        assert_eq!(ada.cookie("__Host-cloak"), None);
        assert_eq!(ada.visits("/about").is(200).count("nav.tabs"), 1);
    }

    fn continue_never_leads_to_another_site(town) {
        let stranger = town.stranger();
        for then in ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", ""] {
            assert_eq!(stranger.posts("/cloak", &[("then", then)]).is(303).location, "/");
        }
    }

    fn the_limits_are_told_before_anybody_relies_on_it(town) {
        opens(town, "open");
        let seen = town.stranger().visits("/leaving-fast").is(200);
        seen.shows("www.wikipedia.org").shows("Your browser’s history still lists this site and the addresses you opened.").hides("you are safe");
    }
}
