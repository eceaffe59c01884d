//! What every page keeps, whoever's slice it is: one heading, help and the way out last in the header, the headers.

use hearthside::http::doors::Sign;
use hearthside::routes;

use super::opens;
use crate::harness::{Browser, Seen};

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types worker";

/// The pages without a blank in their address.
fn plain_signs() -> Vec<Sign> {
    let all = routes::all();
    all.signs().iter().filter(|sign| sign.method == "GET" && !sign.path.contains('{')).cloned().collect()
}

fn is_page(seen: &Seen) -> bool {
    seen.header("content-type").starts_with("text/html")
}

fn walks(who: &Browser, mut check: impl FnMut(&Sign, &Seen)) {
    let mut pages = 0;
    for sign in plain_signs().iter().filter(|sign| sign.path != "/leave" && !sign.path.ends_with("/live")) {
        let seen = who.visits(sign.path);
        assert!(seen.status < 500, "{} answered {}", sign.path, seen.status);
        assert_eq!(seen.header("content-security-policy"), CSP, "{}", sign.path);
        assert_eq!(seen.header("x-content-type-options"), "nosniff");
        assert_eq!(seen.header("referrer-policy"), "no-referrer");
        assert_eq!(seen.header("cross-origin-opener-policy"), "same-origin");
        if is_page(&seen) {
            pages += 1;
            check(sign, &seen);
        }
    }
    assert!(pages > 12, "only {pages} pages");
}

#[track_caller]
fn keeps_the_rules(sign: &Sign, seen: &Seen) {
    let path = sign.path;
    assert_eq!(seen.count("h1"), 1, "{path}");
    assert_eq!(seen.attribute("header a:nth-last-of-type(2)", "href").as_deref(), Some("/support"), "{path}");
    assert_eq!(seen.attribute("header a:last-of-type", "href").as_deref(), Some("/leave"), "{path}");
    assert_eq!(seen.count("header a[data-leave]"), 1, "{path}");
    assert_eq!(seen.count("p#say[role=status]"), 1, "{path}");
    assert_eq!(seen.count("[style], [onclick], script:not([src])"), 0, "{path} holds inline code");
    assert!(!seen.text("title").is_empty() && !seen.text("h1").is_empty(), "{path}");
    // Only what everybody may read is kept, by those who have not come in, and not for long.
    let is_kept = seen.header("cache-control") == "public, max-age=30" && seen.count("nav.tabs") == 0;
    assert!(is_kept || seen.header("cache-control").contains("no-store"), "{path}");
}

on_both! {
    fn every_page_keeps_the_rules_for_a_visitor_and_for_a_member(town) {
        opens(town, "open");
        let ada = town.person("Quiet Ada");
        let stranger = town.stranger();

        walks(&stranger, |sign, seen| {
            keeps_the_rules(sign, seen);
            assert_eq!(seen.count("nav.tabs"), 0, "{}", sign.path);
            assert_eq!(seen.attribute("footer a", "href").as_deref(), Some("/about"), "{}", sign.path);
        });
        walks(&ada, |sign, seen| {
            keeps_the_rules(sign, seen);
            assert_eq!(seen.count("nav.tabs"), 1, "{}", sign.path);
            assert_eq!(seen.count("footer"), 0, "{}", sign.path);
        });
    }

    fn made_to_look_like_notes_no_title_and_no_header_says_where_one_is(town) {
        opens(town, "open");
        let ada = town.person("Quiet Ada");
        ada.keeps("__Host-reading", "look=notes");

        walks(&ada, |sign, seen| {
            assert_eq!(seen.text("title"), "Notes", "{}", sign.path);
            assert_eq!(seen.text("header .name"), "Notes", "{}", sign.path);
            assert!(seen.attribute("link[rel=icon]", "href").unwrap().contains("/notes."), "{}", sign.path);
        });
    }

    fn an_address_says_what_it_takes(town) {
        let stranger = town.stranger();
        let page = stranger.visits("/support").is(200);
        let head = stranger.sends("HEAD", "/support", &[], None).is(200);
        assert_eq!(head.body, "");
        assert_eq!(head.header("content-type"), page.header("content-type"));

        let options = stranger.sends("OPTIONS", "/you/reading", &[], None).is(204);
        assert_eq!(options.header("allow"), "OPTIONS, GET, HEAD, POST");

        let wrong = stranger.visits("/cloak").is(405).shows("Nothing to see at this address");
        assert_eq!(wrong.header("allow"), "OPTIONS, POST");
        let json = stranger.sends("DELETE", "/api/v1/openapi.json", &[], None).is(405);
        assert_eq!(json.header("allow"), "OPTIONS, GET, HEAD");
        assert_eq!(json.json()["code"], "wrong-verb");
    }

    fn a_no_is_a_page_with_a_way_onward(town) {
        opens(town, "open");
        let ada = town.person("Quiet Ada");
        let lost = ada.visits("/no/such/place").is(404).shows("There is nothing here");
        keeps_the_rules(&Sign { method: "GET", path: "/no/such/place", who: hearthside::http::Who::Visitor }, &lost);
        assert_eq!(lost.count("main a[href='/']"), 1);
        assert_eq!(lost.count("main a[href='/support']"), 1);

        // A form from another session keeps the words and offers to send them again.
        let words = "x".repeat(80);
        let stale = ada.posts("/you/reading", &[("csrf", "AAAA"), ("muted", &words)]).is(409);
        assert_eq!(stale.text("textarea"), words);
        ada.fills(&stale, "/you/reading", &[]).is(303);
    }
}
