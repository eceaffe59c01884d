//! What is chosen for one device, and the lock.

use super::{opens, sets};
use crate::harness::{Person, Seen, Town};

/// Somebody whose session locks itself after five minutes.
fn locks(town: &Town) -> Person {
    opens(town, "open");
    let ada = town.person("Quiet Ada");
    let page = ada.visits("/you/device").is(200);
    ada.fills(&page, "/you/device", &[("lock", "5")]).is(303);
    ada
}

#[track_caller]
fn is_locked(seen: Seen) -> Seen {
    let seen = seen.is(401).hides("Quiet Ada").hides("Porchlight");
    assert_eq!((seen.text("title"), seen.count("#lock")), ("Notes".to_owned(), 1));
    assert_eq!(seen.count("nav.tabs, footer"), 0);
    assert_eq!(seen.attribute("header a:last-of-type", "href").as_deref(), Some("/leave"));
    assert_eq!(seen.header("cache-control"), "no-store");
    seen
}

on_both! {
    fn a_device_is_made_to_look_like_something_else_and_stays_so_when_signed_out(town) {
        opens(town, "open");
        let ada = town.person("Quiet Ada");
        let page = ada.visits("/you/device").is(200);
        assert_eq!(page.count("input[name=look]"), 4);
        let kept = ada.fills(&page, "/you/device", &[("look", "list")]).is(303);
        for part in ["__Host-reading=look%3Dlist", "HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=31536000"] {
            let cookie = kept.header("set-cookie").replace("look=list", "look%3Dlist");
            assert!(cookie.contains(part), "{cookie} lacks {part}");
        }
        ada.follows(kept).is(200).shows("Kept on this device.");
        ada.fills(&ada.visits("/you"), "/back-out", &[]).is(303);
        for (path, status) in [("/", 200), ("/no/such/place", 404), ("/back-in", 200), ("/support", 200)] {
            let seen = ada.visits(path).is(status);
            assert_eq!((seen.text("title"), seen.text("header .name")), ("Reading list".into(), "Reading list".into()));
        }
        // How somebody reads is chosen elsewhere, and takes nothing of this away.
        ada.posts("/you/reading", &[("theme", "night")]).is(303);
        assert_eq!(ada.visits("/about").text("title"), "Reading list");
    }

    fn what_the_worker_keeps_looks_like_the_rest(town) {
        opens(town, "open");
        let worker = town.stranger();
        let seen = worker.visits("/support?look=weather").is(200);
        assert_eq!((seen.text("title"), seen.text("header .name")), ("Weather".into(), "Weather".into()));
        assert_eq!(worker.visits("/support").text("header .name"), "Porchlight");
        // A cookie says more than an address does: a link cannot change what somebody chose.
        worker.keeps("__Host-reading", "look=list");
        assert_eq!(worker.visits("/support?look=weather").text("title"), "Reading list");
    }

    fn leave_leads_where_its_holder_chose(town) {
        opens(town, "open");
        sets(town, "leave_more = 'https://tea.example/ https://birds.example/today'");
        let ada = town.stranger();
        let page = ada.visits("/you/device").is(200).shows("www.wikipedia.org").shows("birds.example");
        assert_eq!(page.count("input[name=away]"), 4);
        assert_eq!(page.count("input[name=lock]"), 0, "nobody is signed in");
        ada.fills(&page, "/you/device", &[("away", "1")]).is(303);
        assert_eq!(ada.visits("/leave").location, "https://birds.example/today");
        ada.posts("/cloak", &[]).is(303);
        ada.visits("/leaving-fast").is(200).shows("birds.example");

        let page = ada.visits("/you/device");
        ada.fills(&page, "/you/device", &[("away", "own"), ("own", "https://cats.example/?a=b&c")]).is(303);
        assert_eq!(ada.visits("/leave").location, "https://cats.example/?a=b&c");
        ada.posts("/cloak", &[]).is(303);
        assert_eq!(ada.visits("/you/device").attribute("#own", "value").as_deref(), Some("https://cats.example/?a=b&c"));
        ada.fills(&ada.visits("/you/device"), "/you/device", &[("away", "")]).is(303);
        assert_eq!(ada.visits("/leave").location, "https://www.wikipedia.org/");
    }

    fn leave_leads_nowhere_odd(town) {
        opens(town, "open");
        let ada = town.stranger();
        for own in ["", "http://cats.example/", "javascript:alert(1)", "https://ada:pw@cats.example/", "//cats.example/", "https://127.0.0.1/"] {
            let page = ada.visits("/you/device").is(200);
            let again = ada.fills(&page, "/you/device", &[("away", "own"), ("own", own), ("look", "weather")]).is(422);
            assert!(!again.text("#own-fault").is_empty(), "{own}");
            assert_eq!(again.attribute("#own", "value").as_deref(), Some(own));
            assert_eq!(again.count("input[value=weather][checked], input[value=own][checked]"), 2);
            assert_eq!(ada.cookie("__Host-reading"), None);
        }
        // A cookie that somebody changed by hand leads where the host says.
        ada.keeps("__Host-reading", "away=javascript%3Aalert(1)");
        assert_eq!(ada.visits("/leave").location, "https://www.wikipedia.org/");
    }

    fn after_five_minutes_every_page_asks_who_is_there(town) {
        let ada = locks(town);
        town.waits_s(299);
        ada.visits("/you").is(200);
        town.waits_s(299);
        // What a browser asks for by itself is no sign of anybody.
        ada.visits("/manifest.webmanifest").is(200);
        // Nor is the question of the cover, whose page nobody touches.
        ada.visits("/back-in/unlock").is(303);
        town.waits_s(1);
        for path in ["/", "/you", "/you/safety", "/about", "/no/such/place", "/you/awake"] {
            is_locked(ada.visits(path));
        }
        ada.visits("/support").is(200).shows("You’re not on your own").hides("Quiet Ada");
        assert_eq!(ada.sends("GET", "/api/v1/me", &[("accept", "application/json")], None).status, 401);
        let token = ada.cookie("__Host-s").unwrap();
        let bearer = format!("Bearer {token}");
        let program = town.stranger().sends("GET", "/api/v1/me", &[("authorization", &bearer), ("accept", "application/json")], None);
        assert_eq!(program.status, 401);

        let lock = is_locked(ada.visits("/you/names?a=b"));
        let wrong = ada.fills(&lock, "/back-in/unlock", &[("words", "not these")]).is(422);
        let wrong = wrong.shows("That does not open the door.").hides("Quiet Ada");
        let back = ada.fills(&wrong, "/back-in/unlock", &[("words", &ada.words)]).is(303);
        assert_eq!(back.location, "/you/names?a=b");
        ada.follows(back).is(200);
        assert_eq!(ada.cookie("__Host-s"), Some(token), "forms that stand open in other tabs still fit");
        // One of them is the lock itself.
        assert_eq!(ada.fills(&wrong, "/back-in/unlock", &[]).is(303).location, "/you/names?a=b");
    }

    fn nobody_else_and_no_code_opens_a_lock(town) {
        let ada = locks(town);
        let bea = town.person("Bea Stone");
        let codes = ada.fills(&ada.visits("/you/safety/codes"), "/you/safety/codes", &[]);
        let code = ada.follows(codes).text(".codes code");
        assert!(!code.is_empty());
        town.waits_s(300);
        let lock = is_locked(ada.visits("/you"));
        ada.fills(&lock, "/back-in/unlock", &[("words", &bea.words)]).is(422);
        ada.posts("/back-in/unlock", &[("code", &code)]).is(422);
        is_locked(ada.visits("/you"));
        // The code was not used up.
        town.stranger().posts("/back-in", &[("code", &code)]).is(303);
    }

    fn the_password_opens_the_lock_too(town) {
        let ada = locks(town);
        let word = "lamp river forty spoons";
        ada.fills(&ada.visits("/you/safety/password"), "/you/safety/password", &[("password", word), ("again", word)]).is(303);
        town.waits_s(300);
        let lock = is_locked(ada.visits("/you"));
        ada.fills(&lock, "/back-in/unlock", &[("password", "lamp river forty")]).is(422);
        ada.fills(&lock, "/back-in/unlock", &[("password", word)]).is(303);
        ada.visits("/you").is(200);
    }

    fn what_is_sent_under_a_lock_is_kept_and_sent_again(town) {
        let ada = locks(town);
        let long = "I went for a walk instead. ".repeat(20);
        let page = ada.visits("/you/names").is(200);
        town.waits_s(300);
        let lock = is_locked(ada.fills(&page, "/you/names", &[("name", "Slow River"), ("about", &long)]));
        let lock = lock.shows("Your words are still here.").shows("I went for a walk instead.");
        let wrong = ada.fills(&lock, "/back-in/unlock", &[("words", "no")]).is(422).shows("I went for a walk instead.");
        let back = ada.fills(&wrong, "/back-in/unlock", &[("words", &ada.words)]).is(200);
        ada.fills(&back, "/you/names", &[]).is(303);
        ada.visits("/people/Slow%20River").is(200).shows("I went for a walk instead.");
    }

    fn another_site_cannot_have_a_form_kept_under_a_lock(town) {
        let ada = locks(town);
        town.waits_s(300);
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "cross-site")];
        let seen = ada.sends("POST", "/you/data/delete", &headers, Some(b"words=take")).is(403);
        assert_eq!(seen.count("#lock"), 0);
        let away = ada.posts("/back-in/unlock", &[("to", "//elsewhere.example/"), ("words", &ada.words)]).is(303);
        assert_eq!(away.location, "/");
    }

    fn a_lock_can_be_left_and_signed_out(town) {
        let ada = locks(town);
        ada.fills(&ada.visits("/you/safety"), "/you/safety/leaving", &[("signs_out", "1")]).is(303);
        town.waits_s(300);
        let gone = ada.visits("/leave").is(303);
        assert_eq!(gone.header("clear-site-data"), r#""cache", "storage""#);
        assert_eq!(ada.cookie("__Host-s"), None);

        let (bea, phone) = (town.person("Bea Stone"), town.stranger());
        phone.posts("/back-in", &[("words", &bea.words)]).is(303);
        phone.fills(&phone.visits("/you/device"), "/you/device", &[("lock", "1")]).is(303);
        town.waits_s(60);
        let lock = is_locked(phone.visits("/you"));
        phone.fills(&lock, "/back-out", &[]).is(303);
        assert_eq!(phone.cookie("__Host-s"), None);
        bea.visits("/you").is(200);
    }

    fn whoever_finds_a_device_open_cannot_keep_it_open(town) {
        let ada = locks(town);
        town.waits_s(200);
        ada.visits("/you").is(200);
        town.waits_s(200);
        ada.visits("/you").is(200);
        town.waits_s(250);
        // Ten minutes after coming in, a weaker lock asks who it is; a stronger one does not.
        let page = ada.visits("/you/device").is(200);
        assert_eq!(page.count("input[name=lock][value='5'][checked]"), 1);
        for weaker in ["0", "15"] {
            let asked = ada.fills(&page, "/you/device", &[("lock", weaker)]).is(303);
            assert_eq!(asked.location, "/you/proof?then=%2Fyou%2Fdevice");
        }
        ada.fills(&page, "/you/device", &[("lock", "1")]).is(303).hides("proof");
        town.waits_s(60);
        is_locked(ada.visits("/you"));
    }

    fn a_lock_holds_on_this_device_for_the_next_time_and_on_no_other(town) {
        let ada = locks(town);
        let phone = town.stranger();
        phone.posts("/back-in", &[("words", &ada.words)]).is(303);
        ada.fills(&ada.visits("/you"), "/back-out", &[]).is(303);
        ada.posts("/back-in", &[("words", &ada.words)]).is(303);
        town.waits_s(300);
        is_locked(ada.visits("/you"));
        phone.visits("/you").is(200);
    }
}

on_both! {
    fn the_lock_is_no_page_for_those_with_nothing_to_unlock(town) {
        opens(town, "open");
        let ada = town.person("Quiet Ada");
        assert_eq!(ada.visits("/back-in/unlock").is(303).location, "/");
        assert_eq!(town.stranger().visits("/back-in/unlock").is(303).location, "/back-in");
        assert_eq!(town.stranger().posts("/back-in/unlock", &[("to", "/you")]).is(303).location, "/you");
        ada.visits("/you/awake").is(204);
        let part = ada.sends("GET", "/back-in/unlock", &[("x-part", "lock")], None).is(200);
        assert_eq!(part.count("#lock[data-open]"), 1);
    }
}
