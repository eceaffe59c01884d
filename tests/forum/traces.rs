//! What an alias leaves behind, and what its holder does beside it: no moment, no tie that comes back.

use super::aliases::{night_owls, whispers};
use super::{answers, shares};

on_both! {
    fn right_after_an_alias_spoke_nothing_says_at_which_moment(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let thread = shares(&maya, "owls", "Who else?");
        town.settles();
        let url = format!("/p/{thread}/reply");
        let form = ada.visits(&url).is(200);
        ada.fills(&form, &url, &[("body", "Me too."), ("as", "thread")]).is(303);
        whispers(&ada, "group", "And something else.");

        assert!(town.count("SELECT count(*) AS n FROM job WHERE event_id IS NOT NULL") > 0, "the news has not been told yet");
        assert_eq!(town.count("SELECT count(*) AS n FROM job WHERE event_id IS NOT NULL AND run_at % 86400000 <> 0"), 0);
        for words in ["SELECT count(said_at) AS n FROM thread", "SELECT count(said_at) AS n FROM reply"] {
            assert_eq!(town.count(words), 0);
        }
        town.settles();
        maya.visits("/news").is(200).shows("answered you");
    }

    fn that_somebody_was_here_and_saw_their_news_is_written_hours_later(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let thread = shares(&maya, "owls", "Who else?");
        answers(&ada, &thread, None, "As myself.");
        town.settles();
        let week = "SELECT max(active_week) AS n FROM account";
        town.waits_s(7 * 86_400);
        let (seen, before) = ("SELECT count(*) AS n FROM notice WHERE is_seen", town.count(week));

        let news = maya.visits("/news").is(200);
        assert_eq!(maya.visits("/groups").count("nav .dot, header .dot"), 1);
        maya.fills(&news, "/news", &[]).is(303);
        assert_eq!(maya.visits("/groups").count("nav .dot, header .dot"), 0, "the dot is gone at once");
        assert_eq!((town.count(seen), town.count(week)), (0, before), "nothing is written while she is here");
        answers(&ada, &thread, None, "Once more.");
        town.waits_s(6 * 3_600 - 1);
        assert_eq!((town.count(seen), town.count(week)), (0, before));
        assert_eq!(maya.visits("/groups").count("nav .dot, header .dot"), 1, "what came since was not seen");
        town.waits_s(6 * 3_600 + 1);
        assert_eq!((town.count(seen), town.count(week)), (0, before + 1), "one notice, and what came to it since is new");
        let news = maya.visits("/news").is(200);
        maya.fills(&news, "/news", &[]).is(303);
        town.stops_writing();
        assert_eq!(town.count(seen), 1, "a stop writes what waits");
    }

    fn one_form_sent_under_a_name_and_as_an_alias_leaves_no_mark_alike(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let thread = shares(&maya, "owls", "Who else?");
        // As with Back: the same form again, with another answer to who speaks.
        for (url, at) in [("/share?group=owls".to_owned(), "/share".to_owned()), (format!("/p/{thread}/reply"), format!("/p/{thread}/reply"))] {
            let form = ada.visits(&url).is(200);
            for speaks in ["name", "thread"] {
                ada.fills(&form, &at, &[("body", "The same words."), ("as", speaks), ("step", "send")]).is(303);
            }
        }
        assert_eq!(town.count("SELECT count(once) AS n FROM thread WHERE body = 'The same words.'"), 2);
        assert_eq!(town.count("SELECT count(DISTINCT once) AS n FROM thread WHERE body = 'The same words.'"), 2);
        assert_eq!(town.count("SELECT count(once) AS n FROM reply"), 2);
        assert_eq!(town.count("SELECT count(DISTINCT once) AS n FROM reply"), 2);
    }

    fn who_put_kind_words_is_for_the_holder_of_the_alias_alone(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let thread = whispers(&ada, "thread", "A win.");
        let (page, react) = (format!("/p/{thread}"), format!("/p/{thread}/react"));
        let seen = maya.visits(&page).is(200);
        maya.fills(&seen, &react, &[("kind", "with")]).is(303);

        let hers = ada.visits(&page).is(200);
        assert_eq!((hers.count(&format!("a[href='{page}/reactions']")), hers.count("button[value=with]")), (1, 0));
        ada.visits(&format!("{page}/reactions")).is(200).shows("Maya Lake");
        maya.visits(&format!("{page}/reactions")).is(403).hides("Ada");
        ada.sends("GET", &format!("/api/v1/threads/{thread}/reactions"), &[], None).is(200).shows("Maya Lake");
        maya.sends("GET", &format!("/api/v1/threads/{thread}/reactions"), &[], None).is(403).hides("Ada");
    }

    fn a_tie_that_ended_and_came_back_with_a_backup_ends_at_the_next_run(town) {
        let ada = town.person("Quiet Ada");
        night_owls(town, "allowed", &[&ada]);
        town.arranges(hearthside::app::schedule::wind);
        whispers(&ada, "thread", "Long ago.");
        town.waits_s(7_261);
        // As a backup of two months ago leaves it: the job remembers that day, until the way back calls it off.
        town.app.clock().advance_s(60 * 86_400);
        town.arranges(|tx| hearthside::jobs::call_off(tx, hearthside::identity::aliases::END_TIES));
        town.arranges(hearthside::app::schedule::wind);
        town.waits_s(61);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias WHERE state <> 'expired'"), 0);
    }

    fn much_under_one_kept_name_is_said_and_a_fresh_one_offered(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let thread = whispers(&ada, "group", "The first.");
        let face = "SELECT id AS n FROM face WHERE kind = 'alias'";
        let alias = town.count(face);
        let add = move |from: i64, to: i64| town.arranges(move |tx| (from..to).try_for_each(|n| tx.batch(&format!(
            "INSERT INTO reply (public_id, thread_id, author_face, number, depth, path, body, said_on)
                SELECT '{:014}', id, {alias}, {}, 1, '{:04}', 'More.', said_on FROM thread", n, n + 100, n + 100))));
        add(0, 18);
        let url = format!("/p/{thread}/reply");
        assert_eq!(ada.visits(&url).is(200).count("#adds-up"), 0, "nineteen");
        add(18, 19);
        let form = ada.visits(&url).is(200).shows("how somebody writes adds up");
        assert_eq!(form.attribute("#adds-up a", "href").as_deref(), Some("/you/names#aliases"));
        assert_eq!(maya.visits(&url).is(200).count("#adds-up"), 0);
    }
}
