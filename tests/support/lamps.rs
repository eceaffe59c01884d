//! Lamps: who may light one, how it goes out, its hours, and not tonight.

use hearthside::policy::Reach;

use super::{asks, came_long_ago, comes, keeps_hours, lights, presses, two_neighbours};

const DAY_S: i64 = 86_400;

on_both! {
    fn somebody_new_reads_why_not_yet_and_cannot_light_one(town) {
        let (ada, _) = two_neighbours(town);
        let page = ada.visits("/lamp").is(200).shows("Those who listen have been here for 4 weeks.");
        assert_eq!(page.count("form[action='/lamp']"), 0);
        presses(&ada, "", "lamp", &[("minutes", "30")]).is(403);
        presses(&ada, "/lamp", "hours", &[("askable", "everyone"), ("from_hour", "0"), ("to_hour", "0"), ("zone", "UTC")]).is(403);
        assert_eq!(town.count("SELECT count(*) AS n FROM lamp"), 0);
        town.waits_s(28 * DAY_S);
        lights(&ada);
        town.host("Patient Alder").visits("/lamp").is(200).shows("Your lamp is out.");
    }

    fn whoever_is_paused_somewhere_does_not_listen(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let face = maya.face;
        town.arranges(move |tx| tx.batch(&format!("UPDATE membership SET state = 'paused' WHERE face_id = {face}")));
        town.group("mornings", Reach::Community, &[&ada, &maya]);
        let room = asks(town, &ada, &[]);
        ada.visits(&room).is(200).shows("Nobody whom this reaches has a lamp on right now.");
        presses(&maya, &room, "come", &[]).is(404);
        maya.visits("/lamp").is(200).shows("your lamp stays out");
        presses(&maya, "", "lamp", &[("minutes", "30")]).is(403);
    }

    fn it_burns_for_as_long_as_was_said_and_can_be_put_out(town) {
        let (ada, maya) = two_neighbours(town);
        let page = maya.visits("/lamp").is(200).shows("Your lamp is out. Nobody expects it to be lit.");
        maya.fills(&page, "/lamp", &[("minutes", "45")]).is(422).shows("half an hour, one hour or two");
        maya.fills(&page, "/lamp", &[("minutes", "30")]).is(303);
        maya.visits("/lamp").is(200).shows("Your lamp is lit for 30 more minutes.");
        ada.visits("/support").is(200).shows("One person whom you can reach has a lamp on now.").hides("Maya");
        town.waits_s(30 * 60);
        ada.visits("/support").is(200).shows("Nobody whom you can reach has a lamp on right now.");
        lights(&maya);
        let page = maya.visits("/lamp").is(200);
        maya.fills(&page, "/lamp/out", &[]).is(303);
        maya.visits("/lamp").is(200).shows("Your lamp is out.");
        ada.visits("/support").is(200).shows("Nobody whom you can reach has a lamp on right now.");
        assert_eq!(town.count("SELECT count(*) AS n FROM lamp WHERE lit_until IS NOT NULL"), 0);
    }

    fn it_is_lit_by_its_hours_until_its_owner_rests(town) {
        // It is Saturday, half past seven in the evening.
        let (ada, maya) = two_neighbours(town);
        let hours = [("day", "sat"), ("from_hour", "19"), ("to_hour", "23"), ("zone", "UTC")];
        keeps_hours(&maya, &hours).is(303);
        let page = maya.visits("/lamp").is(200).shows("Your lamp is lit: these are your hours.");
        assert_eq!(page.count("input[name=day][value=sat][checked]"), 1);
        ada.visits("/support").is(200).shows("One person whom you can reach has a lamp on now.");
        maya.fills(&page, "/lamp/rest", &[]).is(303);
        maya.visits("/lamp").is(200).shows("Not tonight: nobody asks you for now.");
        ada.visits("/support").is(200).shows("Nobody whom you can reach has a lamp on right now.");
        let room = asks(town, &ada, &[("consent", "everyone")]);
        town.waits_s(301);
        presses(&maya, &room, "come", &[]).is(404);
        town.waits_s(7 * DAY_S);
        ada.visits("/support").is(200).shows("One person whom you can reach has a lamp on now.");
    }

    fn hours_that_do_not_fit_are_refused_and_what_was_chosen_stays(town) {
        let (_, maya) = two_neighbours(town);
        let hours = [("day", "sat"), ("day", "sun"), ("from_hour", "19"), ("to_hour", "19"), ("most", "2"), ("askable", "groups"), ("zone", "Asia/Tokyo")];
        let page = maya.visits("/lamp").is(200);
        let mut sent = page.form("/lamp/hours", &[]);
        sent.retain(|(name, _)| !hours.iter().any(|(known, _)| known == name));
        sent.extend(hours.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let pairs: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let seen = maya.posts("/lamp/hours", &pairs).is(422);
        assert_eq!((seen.count("#from_hour-fault"), seen.count("input[name=day][checked]")), (1, 2));
        assert_eq!(seen.attribute("#zone option[selected]", "value").or_else(|| Some(seen.text("#zone option[selected]"))).as_deref(), Some("Asia/Tokyo"));
        assert_eq!(seen.count("input[name=askable][value=groups][checked]"), 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM lamp"), 0);
        presses(&maya, "/lamp", "hours", &[("from_hour", "24"), ("to_hour", "3"), ("zone", "UTC")]).is(422);
    }

    fn hours_stay_where_their_owners_clock_stands_and_no_clock_is_guessed(town) {
        let (_, maya) = two_neighbours(town);
        assert_eq!(maya.visits("/lamp").is(200).count("#zone[data-zone]"), 1, "nothing was chosen: a script may fill it in");
        keeps_hours(&maya, &[("day", "sat"), ("from_hour", "19"), ("to_hour", "23"), ("zone", "Asia/Tokyo")]).is(303);
        assert_eq!(maya.visits("/lamp").is(200).count("#zone[data-zone]"), 0, "what was chosen is left alone");
        for zone in [&[][..], &[("zone", "")][..], &[("zone", "Etc/Nowhere")][..]] {
            let sent = [&[("day", "sun"), ("from_hour", "7"), ("to_hour", "9"), ("most", "2"), ("askable", "groups")], zone].concat();
            let seen = presses(&maya, "/lamp", "hours", &sent).is(422);
            assert_eq!((seen.count("#zone-fault"), seen.text("#zone option[selected]").as_str()), (1, "Asia/Tokyo"));
            assert_eq!(seen.attribute("#from_hour option[selected]", "value").as_deref(), Some("7"), "what was typed stays");
            assert_eq!(seen.count("input[name=day][value=sun][checked]"), 1);
        }
        let kept = town.lines("SELECT zone || ' ' || from_hour || ' ' || days AS line FROM lamp");
        assert_eq!(kept, ["Asia/Tokyo 19 sat"]);
        keeps_hours(&maya, &[("most", "3")]).is(303);
        assert_eq!(town.lines("SELECT zone AS line FROM lamp"), ["Asia/Tokyo"]);
    }

    fn nobody_is_asked_who_is_with_as_many_as_they_chose(town) {
        let (ada, maya) = two_neighbours(town);
        let joe = town.person("Slow Joe");
        town.group("mornings", Reach::Community, &[&joe, &maya]);
        lights(&maya);
        let (first, second) = (asks(town, &ada, &[]), asks(town, &joe, &[]));
        comes(&maya, &first).is(303);
        assert_eq!(maya.visits("/support/asks").is(200).count("#asks article"), 0);
        presses(&maya, &second, "come", &[]).is(409).shows("You are with as many people as you chose.");
        joe.visits(&second).is(200).shows("Nobody whom this reaches has a lamp on right now.");
        keeps_hours(&maya, &[("most", "2")]).is(303);
        comes(&maya, &second).is(303);
    }

    fn nobody_more_asks_whoever_came_to_as_many_in_a_day_as_they_chose(town) {
        let (ada, maya) = two_neighbours(town);
        let joe = town.person("Slow Joe");
        town.group("mornings", Reach::Community, &[&joe, &maya]);
        let page = maya.visits("/lamp").is(200);
        assert_eq!(page.attribute("#a_day option[selected]", "value").as_deref(), Some("5"), "a calm number, until they choose");
        keeps_hours(&maya, &[("most", "3"), ("a_day", "1")]).is(303);
        lights(&maya);
        let first = asks(town, &ada, &[]);
        maya.visits("/lamp").is(200).hides("as many people in 24 hours");
        comes(&maya, &first).is(303);
        presses(&maya, &first, "turn", &[("move", "leave")]).is(303);
        presses(&maya, &first, "come", &[]).is(303);
        presses(&ada, &first, "turn", &[("move", "close")]).is(303);

        let second = asks(town, &joe, &[]);
        joe.visits(&second).is(200).shows("Nobody whom this reaches has a lamp on right now.");
        assert_eq!(maya.visits("/support/asks").is(200).count("#asks article"), 0);
        presses(&maya, &second, "come", &[]).is(409).shows("You came to as many people in 24 hours as you chose.");
        let seen = maya.visits("/lamp").is(200).shows("Nobody more asks you until some of those hours have passed.");
        assert_eq!(seen.attribute("#a_day option[selected]", "value").as_deref(), Some("1"));
        let program = maya.sends("GET", "/api/v1/lamp", &[("accept", "application/json")], None).is(200).json();
        assert_eq!((&program["a_day"], &program["is_done"]), (&1.into(), &true.into()));

        keeps_hours(&maya, &[("a_day", "0")]).is(303);
        assert_eq!(maya.visits("/support/asks").is(200).count("#asks article"), 1, "as many as ask");
        keeps_hours(&maya, &[("a_day", "1")]).is(303);
        town.waits_s(DAY_S + 3_600);
        maya.visits("/lamp").is(200).hides("as many people in 24 hours");
    }

    fn hours_are_told_only_where_ten_asked_and_hosts_read_numbers_of_ten_alone(town) {
        let (_, maya) = two_neighbours(town);
        let host = town.host("Patient Alder");
        town.arranges(|tx| tx.batch(
            "INSERT INTO ask_tally (month, hour, outcome, n) VALUES ('2026-10', 2, 'asked', 9), ('2026-10', 3, 'asked', 12), \
             ('2026-11', 3, 'asked', 4), ('2026-11', 3, 'soon', 11), ('2026-11', 3, 'ten', 2), ('2026-11', 3, 'unanswered', 3)",
        ));
        let page = maya.visits("/lamp").is(200).shows("03:00").shows("10 times or more");
        assert_eq!(page.count("section[aria-labelledby=when] li"), 1);
        keeps_hours(&maya, &[("zone", "Asia/Tokyo")]).is(303);
        maya.visits("/lamp").is(200).shows("12:00");
        // Of 11 who had company within two minutes and 13 within ten, the two are not left.
        let seen = host.visits("/host").is(200).texts("#company dd");
        assert_eq!(seen[..4], ["20 or more", "10 or more", "10 or more", "Fewer than ten"]);
        maya.visits("/host").is(403);
    }

    fn what_was_counted_in_summer_stands_at_the_hour_of_summer(town) {
        let (_, maya) = two_neighbours(town);
        town.arranges(|tx| tx.batch(
            "INSERT INTO ask_tally (month, hour, outcome, n) VALUES ('2026-01', 18, 'asked', 11), ('2026-07', 18, 'asked', 12), ('2026-10', 18, 'asked', 13)",
        ));
        keeps_hours(&maya, &[("zone", "Europe/Berlin")]).is(303);
        let read = maya.sends("GET", "/api/v1/lamp", &[("accept", "application/json")], None).is(200).json();
        let hours: Vec<(i64, i64)> = read["hours"].as_array().unwrap().iter().map(|row| (row["hour"].as_i64().unwrap(), row["n"].as_i64().unwrap())).collect();
        assert_eq!(hours, [(19, 10), (20, 20)], "it is November");
        let page = maya.visits("/lamp").is(200);
        assert_eq!(page.count("section[aria-labelledby=when] li"), 2);
    }

    fn ones_own_copy_holds_ones_own_lamp_and_words_and_nobody_elses(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let room = asks(town, &ada, &[("line", "Zanzibar night")]);
        comes(&maya, &room).is(303);
        super::says(&maya, &room, "Only vellumotter.").is(303);
        super::says(&ada, &room, "Only quokkaharbour.").is(303);
        let copy = |person: &crate::harness::Person| person.sends("POST", "/api/v1/me/copy", &[], None).is(200);
        let text = |seen: crate::harness::Seen| crate::forum::export::copy_in(&seen);
        let (own, hers) = (text(copy(&ada)), text(copy(&maya)));
        assert!(own.contains("Zanzibar night") && own.contains("quokkaharbour") && !own.contains("vellumotter"), "{own}");
        assert!(hers.contains("vellumotter") && !hers.contains("quokkaharbour") && !hers.contains("Zanzibar"), "{hers}");
        came_long_ago(town, &[&ada]);
        assert!(hers.contains("\"most\""), "{hers}");
    }
}
