//! Check-ins: one a day by one's own clock, sealed; a group reads the weather and a line, and no other community anything.

use hearthside::policy::Reach;

use crate::harness::{Person, Seen};
use crate::support::buddies::ada_and_maya;

const DAY_S: i64 = 86_400;

pub fn checks_in(person: &Person, fields: &[(&str, &str)]) -> Seen {
    let page = person.visits("/checkin").is(200);
    person.fills(&page, "/checkin", fields)
}

on_both! {
    fn it_takes_one_press_on_today_and_can_be_changed_and_deleted(town) {
        let ada = town.person("Quiet Ada");
        let today = ada.visits("/").is(200).shows("How is today, honestly?");
        assert_eq!(today.count("#checkin input[name=weather]"), 5);
        ada.fills(&today, "/checkin", &[]).is(422).shows("Choose how the day is.");
        let sent = ada.fills(&today, "/checkin", &[("weather", "mixed")]).is(303);
        assert_eq!(sent.location, "/#checkin");
        ada.visits("/").is(200).shows("Today: Mixed").shows("Only you see this.").hides("How is today, honestly?");

        checks_in(&ada, &[("weather", "hard"), ("line", "Zanzibar rain"), ("halt", "tired"), ("halt", "lonely"), ("urge", "3")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM checkin"), 1, "one a day");
        let seen = ada.visits("/").is(200).shows("Today: Hard").shows("Zanzibar rain").shows("Urge 3 of 10");
        assert!(seen.text("#checkin").contains("Lonely"));
        let row = town.lines("SELECT entry || weather || line AS line FROM checkin").join(" ");
        assert!(!row.contains("Zanzibar") && !row.contains("hard"), "sealed: {row}");

        let history = ada.visits("/checkin/history").is(200).shows("21 November 2026").shows("Zanzibar rain");
        assert_eq!((history.count("svg.trend .day"), history.count("svg.urges .mark")), (1, 1));
        assert_eq!(history.attribute("svg.urges", "aria-label").as_deref(), Some("Urges you marked in the last four weeks: from 3 to 3, of 10."));
        assert_eq!(history.texts("section[aria-labelledby='urges'] li"), ["21 November 2026: 3"]);
        ada.fills(&history, "/checkin/delete", &[]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM checkin"), 0);
        ada.visits("/checkin/history").is(200).shows("Nothing here yet.");
    }

    fn urges_are_a_curve_in_which_a_missing_day_is_a_gap_and_nobody_else_sees_it(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        for (urge, then_s) in [("7", DAY_S), ("4", 2 * DAY_S), ("0", 0)] {
            checks_in(&ada, &[("weather", "mixed"), ("urge", urge)]).is(303);
            town.waits_s(then_s);
        }
        checks_in(&maya, &[("weather", "good")]).is(303);
        let page = ada.visits("/checkin/history").is(200).shows("from 0 to 7, of 10");
        assert_eq!((page.count("svg.urges .mark"), page.count("svg.urges .way")), (3, 1), "two days in a row are joined");
        let words = page.texts("section[aria-labelledby='urges'] li");
        assert_eq!(words, ["24 November 2026: 0", "22 November 2026: 4", "21 November 2026: 7"]);
        let theirs = maya.visits("/checkin/history").is(200).hides("of 10");
        assert_eq!((theirs.count("svg.trend .day"), theirs.count("svg.urges")), (1, 0), "nothing marked is nothing drawn");
    }

    fn what_was_meant_yesterday_is_asked_about_and_a_promise_is_given_again_in_one_press(town) {
        let ada = town.person("Quiet Ada");
        let sent = [("weather", "okay"), ("intention", "call my sister"), ("pledge", "Just for today, tea"), ("pledged", "1")];
        let page = ada.visits("/checkin").is(200);
        let mut fields = page.form("/checkin", &[("weather", "okay"), ("intention", "call my sister"), ("pledge", "Just for today, tea")]);
        fields.push(("pledged".to_owned(), "1".to_owned()));
        let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        ada.posts("/checkin", &pairs).is(303);
        ada.visits("/").is(200).shows("You mean to call my sister").shows("Your promise: Just for today, tea");
        assert_eq!(sent.len(), 4);

        town.waits_s(DAY_S);
        let today = ada.visits("/").is(200).shows("Yesterday you meant to").shows("call my sister").shows("How did it go?");
        ada.fills(&today, "/checkin", &[("weather", "good"), ("went", "partly"), ("pledged", "1")]).is(303);
        ada.visits("/").is(200).shows("Your promise: Just for today, tea").hides("Yesterday you meant to");
        let change = ada.visits("/checkin").is(200).shows("Looking back on the day");
        assert_eq!(change.count("input[name=went][value=partly][checked]"), 1);
        ada.fills(&change, "/checkin", &[("look_back", "Quieter than I thought.")]).is(303);
        ada.visits("/checkin/history").is(200).shows("Quieter than I thought.");

        town.waits_s(5 * DAY_S);
        let back = ada.visits("/").is(200).shows("How is today, honestly?").hides("Yesterday you meant to");
        for word in ["missed", "streak", "in a row", "lost", "failed"] {
            assert!(!back.text("main").to_lowercase().contains(word), "{word}");
        }
    }

    fn a_strong_urge_leads_straight_to_people(town) {
        let ada = town.person("Quiet Ada");
        let sent = checks_in(&ada, &[("weather", "mixed"), ("urge", "6")]).is(303);
        ada.visits(&sent.location).is(200).shows("Your check-in is kept.").shows("Call or text a helpline");
        assert_eq!(checks_in(&ada, &[("weather", "mixed"), ("urge", "5")]).is(303).location, "/#checkin");
        checks_in(&ada, &[("weather", "very-hard"), ("urge", "")]).is(303);
        let today = ada.visits("/").is(200).shows("That sounds heavy. Would company help?");
        assert_eq!(today.count("#checkin a[href='/support']"), 1);
        let page = ada.visits("/checkin");
        let mut fields = page.form("/checkin", &[("weather", "good")]);
        fields.retain(|(name, _)| name != "urge");
        fields.push(("urge".to_owned(), "11".to_owned()));
        let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        ada.posts("/checkin", &pairs).is(422).shows("from 0 to 10");
    }

    fn a_strong_urge_leads_to_people_by_name_one_press_each_and_then_to_the_helplines(town) {
        let (ada, maya) = ada_and_maya(town);
        let sent = checks_in(&ada, &[("weather", "hard"), ("urge", "7")]).is(303);
        let page = ada.visits(&sent.location).is(200).shows("Maya Lake").shows("I begin a hard half-hour now.");
        assert_eq!((page.count("#people form"), page.count("a.choice[href='/support/helplines']")), (1, 1));
        let (names, numbers) = (page.body.find("id=\"people\""), page.body.find("class=\"choice\" href=\"/support/helplines\""));
        assert!(names.is_some() && names < numbers, "names first");
        maya.visits("/buddies").is(200).hides("I begin a hard half-hour now.");
        ada.fills(&page, "/support/craving/tell", &[]).is(303);
        maya.visits("/buddies").is(200).shows("Quiet Ada").shows("I begin a hard half-hour now.");
        for _ in 0..7 {
            ada.fills(&ada.visits("/support?checked-in"), "/support/craving/tell", &[]).is(303);
        }
        // As many as one day holds: the name stays.
        let page = ada.visits("/support?checked-in").is(200).shows("Maya Lake");
        assert_eq!((page.count("#people form"), page.count("#people a")), (0, 1));

        // Without a check-in Support names nobody, and nobody else's buddies to anybody.
        ada.visits("/support").is(200).hides("Maya Lake");
        let sam = town.person("Sam Hollow");
        assert_eq!(sam.visits("/support?checked-in").is(200).hides("Maya Lake").count("#people"), 0);
        let stranger = town.stranger().visits("/support?checked-in").is(200).hides("Maya Lake");
        assert_eq!((stranger.count("#people"), stranger.count("a.choice[href='/support/helplines']")), (0, 1));
        ada.visits("/leave").is(303);
        ada.visits("/support?checked-in").is(200).hides("Maya Lake");
    }

    fn a_day_is_a_day_of_ones_own_clock_and_can_be_written_until_the_next_noon(town) {
        let ada = town.person("Quiet Ada");
        checks_in(&ada, &[("weather", "good"), ("zone", "Pacific/Auckland")]).is(303);
        ada.visits("/checkin/history").is(200).shows("22 November 2026");
        // 08:30 there: yesterday can be written still.
        ada.visits("/checkin").is(200).shows("22 November 2026").shows("Say how yesterday was");
        let before = ada.visits("/checkin?day=yesterday").is(200).shows("How was yesterday, honestly?");
        ada.fills(&before, "/checkin", &[("weather", "hard")]).is(303);
        assert_eq!(ada.visits("/checkin/history").is(200).count("form[action='/checkin/delete']"), 2);
        town.waits_s(4 * 3_600);
        ada.fills(&before, "/checkin", &[("weather", "good")]).is(409).shows("can be read, and no longer written");
        ada.visits("/checkin?day=yesterday").is(200).shows("How is today, honestly?");
        assert_eq!(town.count("SELECT count(*) AS n FROM checkin"), 2);
    }

    fn a_clock_that_was_chosen_is_left_alone_and_none_is_guessed(town) {
        let ada = town.person("Quiet Ada");
        assert_eq!(ada.visits("/").is(200).count("#checkin input[name=zone][data-zone]"), 1, "nothing was chosen: a script may fill it in");
        let sends = |zone: &str| checks_in(&ada, &[("weather", "good"), ("line", "Vellumotter sun"), ("zone", zone)]);
        sends("Pacific/Auckland").is(303);
        assert_eq!(ada.visits("/checkin").is(200).count("#zone[data-zone]"), 0);
        for zone in ["", "Etc/Nowhere"] {
            let refused = sends(zone).is(422).shows("Choose a place from the list");
            assert_eq!((refused.count("#zone-fault"), refused.text("#zone option[selected]").as_str()), (1, "Pacific/Auckland"));
            assert_eq!(refused.attribute("#line", "value").as_deref(), Some("Vellumotter sun"), "what was typed stays");
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM checkin"), 1);
        town.waits_s(DAY_S);
        let today = ada.visits("/").is(200);
        assert_eq!(today.attribute("#checkin input[name=zone]", "value").as_deref(), Some("Pacific/Auckland"));
        assert_eq!(today.count("#checkin [data-zone]"), 0);
    }

    fn a_page_opened_on_one_day_and_sent_on_the_next_replaces_no_other_day(town) {
        let ada = town.person("Quiet Ada");
        checks_in(&ada, &[("weather", "okay"), ("line", "Zanzibar rain")]).is(303);
        // 08:00: yesterday's page is opened, and what was said of it stands there.
        town.waits_s(12 * 3_600 + 1_800);
        let before = ada.visits("/checkin?day=yesterday").is(200);
        assert_eq!(before.attribute("#line", "value").as_deref(), Some("Zanzibar rain"));
        let sent = ada.fills(&before, "/checkin", &[("look_back", "Quieter than I thought.")]).is(303);
        assert_eq!(sent.location, "/checkin/history");
        checks_in(&ada, &[("weather", "hard"), ("line", "Vellumotter sun")]).is(303);
        // 08:00 of the day after: it is about a day that is over, and not about the one that is yesterday now.
        town.waits_s(DAY_S);
        let words = [("weather", "good"), ("line", "Tea at last"), ("look_back", "All of these words.")];
        let refused = ada.fills(&before, "/checkin", &words).is(409).shows("can be read, and no longer written");
        let refused = refused.shows("Your words are still here.").shows("How is today, honestly?");
        assert_eq!(refused.attribute("#line", "value").as_deref(), Some("Tea at last"));
        assert_eq!(refused.text("#look_back"), "All of these words.");
        ada.visits("/checkin/history").is(200).shows("Vellumotter sun").shows("Zanzibar rain").hides("Tea at last");
        assert_eq!(town.count("SELECT count(*) AS n FROM checkin"), 2);
        ada.fills(&refused, "/checkin", &[]).is(303);
        let history = ada.visits("/checkin/history").is(200).shows("Vellumotter sun").shows("Tea at last");
        assert_eq!(history.count("form[action='/checkin/delete']"), 3);
    }

    fn yesterday_can_be_looked_back_on_and_changed_until_noon_from_wherever_it_is_read(town) {
        let ada = town.person("Quiet Ada");
        checks_in(&ada, &[("weather", "okay"), ("line", "Zanzibar rain")]).is(303);
        let link = "a[href='/checkin?day=yesterday']";
        let history = ada.visits("/checkin/history").is(200);
        assert_eq!((history.count(link), history.count("main a[href='/checkin']")), (0, 1), "today is changed on its own page");
        // 08:00, with nothing said of today and with something.
        town.waits_s(12 * 3_600 + 1_800);
        for step in ["nothing yet", "something"] {
            for page in ["/", "/checkin", "/checkin/history"] {
                assert_eq!(ada.visits(page).is(200).count(link), 1, "{page}, {step}");
            }
            ada.visits("/").shows("Look back on yesterday, or change what you said");
            checks_in(&ada, &[("weather", "good")]).is(303);
        }
        let before = ada.visits("/checkin?day=yesterday").is(200).shows("Looking back on the day");
        assert_eq!(before.attribute("#line", "value").as_deref(), Some("Zanzibar rain"));
        ada.fills(&before, "/checkin", &[("look_back", "Quieter than I thought.")]).is(303);
        ada.visits("/checkin/history").is(200).shows("Quieter than I thought.");
        town.waits_s(4 * 3_600);
        for page in ["/", "/checkin", "/checkin/history"] {
            assert_eq!(ada.visits(page).is(200).count(link), 0, "{page}, after noon");
        }
        ada.fills(&before, "/checkin", &[("look_back", "Too late.")]).is(409);
    }

    fn a_look_back_begun_before_midnight_is_about_that_day_and_is_not_told_as_the_next_ones(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        checks_in(&ada, &[("weather", "okay"), ("line", "Zanzibar rain")]).is(303);
        town.waits_s(4 * 3_600 + 1_200);
        let late = ada.visits("/checkin").is(200).shows("21 November 2026");
        town.waits_s(1_800);
        let sent = [("look_back", "Quieter than I thought."), ("weather", "okay"), ("circle", "1")];
        assert_eq!(ada.fills(&late, "/checkin", &sent).is(303).location, "/checkin/history");
        ada.visits("/").is(200).shows("How is today, honestly?");
        let history = ada.visits("/checkin/history").is(200).shows("21 November 2026").shows("Quieter than I thought.");
        assert_eq!(history.count("form[action='/checkin/delete']"), 1);
        maya.visits("/circle").is(200).hides("Zanzibar");
        maya.visits("/circle?day=yesterday").is(200).shows("Zanzibar rain").hides("Quieter");
        // What is wrong in it, and what is mended, stays about its day.
        let page = ada.fills(&late, "/checkin", &[("line", &"x".repeat(201))]).is(422).shows("How was yesterday, honestly?");
        ada.fills(&page, "/checkin", &[("line", "Zanzibar sun")]).is(303);
        ada.visits("/checkin/history").is(200).shows("Zanzibar sun").hides("22 November 2026");
    }

    fn a_group_reads_the_weather_and_a_line_for_two_days_and_nobody_else_anything(town) {
        let (ada, maya, sam) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Sam Hollow"));
        town.group("evenings", Reach::Community, &[&maya, &ada]);
        let day = [("weather", "hard"), ("line", "Zanzibar rain"), ("intention", "sleep"), ("urge", "2"), ("group", "evenings")];
        checks_in(&ada, &day).is(303);
        ada.visits("/").is(200).shows("evenings reads the weather and your line");
        let seen = maya.visits("/g/evenings/checkins").is(200).shows("Quiet Ada").shows("Zanzibar rain").shows("Hard");
        seen.hides("sleep").hides("Urge");
        sam.visits("/g/evenings/checkins").is(404);
        town.stranger().visits("/g/evenings/checkins").is(303);
        let page = sam.visits("/checkin").is(200);
        assert_eq!(page.count("select[name=group]"), 0, "what does not exist is not shown");
        let mut fields = page.form("/checkin", &[("weather", "good")]);
        fields.push(("group".to_owned(), "evenings".to_owned()));
        let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        sam.posts("/checkin", &pairs).is(403);

        let leave = ada.visits("/g/evenings/leave").is(200);
        ada.fills(&leave, "/g/evenings/leave", &[]).is(303);
        maya.visits("/g/evenings/checkins").is(200).hides("Zanzibar rain");
        let join = ada.visits("/g/evenings/about").is(200);
        ada.fills(&join, "/g/evenings/join", &[]).is(303);
        maya.visits("/g/evenings/checkins").is(200).shows("Zanzibar rain");

        checks_in(&ada, &[("group", "")]).is(303);
        maya.visits("/g/evenings/checkins").is(200).hides("Zanzibar rain");
        checks_in(&ada, &[("group", "evenings")]).is(303);
        town.begins();
        town.waits_s(2 * DAY_S);
        maya.visits("/g/evenings/checkins").is(200).hides("Zanzibar rain");
        let left = "SELECT count(*) AS n FROM checkin WHERE line <> '' OR weather <> '' OR shared_on IS NOT NULL";
        town.waits_s(DAY_S);
        assert_eq!(town.count(left), 0, "nothing readable stays behind");
        ada.visits("/checkin/history").is(200).shows("Zanzibar rain");
    }
}
