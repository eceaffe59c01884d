//! Opening, reading, changing, taking back, locking and pinning threads.

use hearthside::policy::Reach;

use super::{answers, id_in, shares};

on_both! {
    fn a_locked_thread_can_still_be_read_and_says_why(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let thread = shares(&maya, "evenings", "First week.\n\nStill here.");
        let (page, lock) = (format!("/p/{thread}"), format!("/p/{thread}/lock"));

        let seen = ada.visits(&page).is(200).shows("Still here.");
        ada.fills(&seen, &lock, &[("reason", "cooling down")]).is(303);

        let seen = maya.visits(&page).is(200).shows("Still here.").shows("cooling down").hides(&lock);
        assert_eq!(seen.count(".replybar"), 0);
        let again = maya.posts(&lock, &[("reason", "mine now")]).is(409);
        maya.fills(&again, &lock, &[]).is(403).shows("people who look after groups");

        let form = maya.visits(&format!("/p/{thread}/reply")).is(200).shows("cooling down");
        let refused = maya.fills(&form, &format!("/p/{thread}/reply"), &[("body", "One more thing")]).is(409);
        assert_eq!(refused.text("#body").trim(), "One more thing");

        let seen = ada.visits(&page);
        ada.fills(&seen, &format!("/p/{thread}/unlock"), &[]).is(303);
        maya.fills(&refused, &format!("/p/{thread}/reply"), &[]).is(303);
    }

    fn a_reason_that_is_too_short_is_said_beside_its_field_and_nothing_is_lost(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        let thread = shares(&ada, "evenings", "First week.");
        let (page, lock) = (format!("/p/{thread}"), format!("/p/{thread}/lock"));

        let seen = ada.visits(&page).is(200);
        let again = ada.fills(&seen, &lock, &[("reason", "x")]).is(422);

        assert_eq!(again.text("#reason-fault"), "This needs 3 letters or more.");
        assert_eq!(again.attribute("#reason", "value").as_deref(), Some("x"));
    }

    fn a_stranger_cannot_tell_a_private_thread_from_an_absent_one(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Group, &[&ada]);
        let thread = shares(&ada, "evenings", "Only for us.");

        let hidden = maya.visits(&format!("/p/{thread}")).is(404).hides("Only for us");
        let absent = maya.visits("/p/00000000000000").is(404);

        assert_eq!(hidden.body, absent.body);
        assert_eq!(town.stranger().visits(&format!("/p/{thread}")).is(404).text("h1"), absent.text("h1"));
        for forged in ["zz", "0000000000000'", "../share", "%00", "00000000000000000000"] {
            maya.visits(&format!("/p/{forged}")).is(404);
        }
        for page in ["live", "reply", "edit", "delete", "history", "reactions"] {
            maya.visits(&format!("/p/{thread}/{page}")).is(404).hides("Only for us");
        }
        maya.sends("GET", &format!("/api/v1/threads/{thread}/replies"), &[], None).is(404);
    }

    fn changed_words_say_so_and_how_they_were_is_for_the_writer_and_those_who_look_after_the_group(town) {
        let (ada, maya, tom) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Old Lantern"));
        town.group("evenings", Reach::Community, &[&ada, &maya, &tom]);
        let thread = shares(&maya, "evenings", "First wording.");
        let (page, edit) = (format!("/p/{thread}"), format!("/p/{thread}/edit"));

        let form = maya.visits(&edit).is(200);
        assert_eq!(form.text("#body").trim(), "First wording.");
        let refused = maya.fills(&form, &edit, &[("body", "  ")]).is(422);
        maya.fills(&refused, &edit, &[("body", "Second wording."), ("title", "A title")]).is(303);
        maya.fills(&refused, &edit, &[("body", "Second wording."), ("title", "A title")]).is(303);

        tom.visits(&page).is(200).shows("changed").shows("Second wording.").hides("First wording.");
        tom.visits(&edit).is(403);
        tom.visits(&format!("{page}/history")).is(403).hides("First wording.");
        for person in [&maya, &ada] {
            let history = person.visits(&format!("{page}/history")).is(200).shows("First wording.");
            assert_eq!(history.count("section.panel"), 1, "the same change twice is one");
        }
        let rows = maya.sends("GET", &format!("/api/v1/threads/{thread}/revisions"), &[], None).is(200).json();
        assert_eq!(rows["rows"][0]["body"], "First wording.");
    }

    fn what_is_taken_back_is_gone_and_those_who_could_read_it_are_told(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let tom = town.person("Old Lantern");
        town.group("evenings", Reach::Group, &[&ada, &maya]);
        let thread = shares(&maya, "evenings", "Too much said.");
        let (page, delete) = (format!("/p/{thread}"), format!("/p/{thread}/delete"));
        let form = maya.visits(&format!("{page}/edit"));
        maya.fills(&form, &format!("{page}/edit"), &[("body", "Still too much said.")]).is(303);

        ada.visits(&delete).is(403);
        let ask = maya.visits(&delete).is(200).shows("Still too much said.");
        maya.fills(&ask, &delete, &[]).is(303);

        ada.visits(&page).is(410).shows("the one who wrote it took it back").hides("too much");
        maya.visits(&page).is(410);
        maya.visits(&format!("{page}/history")).is(410);
        tom.visits(&page).is(404);
        ada.sends("GET", &format!("/api/v1/threads/{thread}"), &[], None).is(410).hides("too much");
        let left = town.count("SELECT count(*) AS n FROM revision");
        assert_eq!(left, 0, "no earlier wording stays");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE body <> '' OR title <> ''"), 0);
    }

    fn a_thread_is_kept_at_the_top_by_those_who_look_after_the_group(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let thread = shares(&maya, "evenings", "Read me first.");
        let (page, pin) = (format!("/p/{thread}"), format!("/p/{thread}/pin"));

        maya.sends("POST", &format!("/api/v1/threads/{thread}/pin"), &[], None).is(403);
        let seen = ada.visits(&page);
        ada.fills(&seen, &pin, &[]).is(303);
        ada.fills(&seen, &pin, &[]).is(303);
        let seen = ada.visits(&page).shows("pinned");
        ada.fills(&seen, &format!("/p/{thread}/unpin"), &[]).is(303);
        ada.visits(&page).hides("pinned");
    }

    fn a_content_note_folds_unless_the_reader_opens_it_and_muted_words_fold_too(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let form = ada.visits("/share");
        let sent = ada.fills(&form, "/share", &[
            ("body", "It was the kettle."), ("title", "Tuesday"), ("note", "lapse"), ("note_words", "kitchens"), ("step", "send"),
        ]).is(303);
        let page = format!("/p/{}", id_in(&sent.location));

        let folded = maya.visits(&page).is(200);
        assert_eq!(folded.text("details.fold summary span"), "Content note: A lapse, kitchens");
        maya.keeps("__Host-reading", "open=lapse&open=own");
        assert_eq!(maya.visits(&page).count("details.fold"), 0);
        maya.keeps("__Host-reading", "open=lapse&open=own&mute=kettle");
        assert_eq!(maya.visits(&page).text("details.fold summary span"), "Holds a word you muted");
        maya.keeps("__Host-reading", "mute=tuesday");
        assert_eq!(maya.visits(&page).text("h1"), "A post with a word you muted");
        maya.keeps("__Host-reading", "");
        assert_eq!(maya.visits(&page).text("h1"), "A post with a content note");
    }

    fn an_open_page_hears_of_a_reply_within_three_seconds(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Group, &[&ada, &maya]);
        let thread = shares(&ada, "evenings", "Anyone there?");
        let news = ada.listens(&format!("/p/{thread}/live"));
        std::thread::sleep(std::time::Duration::from_millis(300));

        let form = maya.visits(&format!("/p/{thread}/reply"));
        maya.fills(&form, &format!("/p/{thread}/reply"), &[("body", "Here.")]).is(303);

        let heard = news.recv_timeout(std::time::Duration::from_secs(3));
        assert_eq!(heard.as_deref(), Ok("event: news"));
    }

    fn an_open_page_does_not_call_its_readers_own_reply_news(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Group, &[&ada, &maya]);
        let thread = shares(&ada, "evenings", "Anyone there?");
        let live = format!("/p/{thread}/live");
        let (own, other) = (maya.listens(&live), ada.listens(&live));
        std::thread::sleep(std::time::Duration::from_millis(300));

        answers(&maya, &thread, None, "Here.");

        assert!(other.recv_timeout(std::time::Duration::from_secs(3)).is_ok());
        assert!(own.recv_timeout(std::time::Duration::from_millis(300)).is_err());
    }
}
