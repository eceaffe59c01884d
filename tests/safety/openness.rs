//! The log of those who look after things, and what everybody may read of it.

use super::{decides, owls, tells, the_case};
use crate::forum::shares;
use crate::harness::Town;
use hearthside::kernel::Day;

on_both! {
    fn the_log_has_names_for_those_who_look_after_things_and_numbers_for_everybody(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom, host) = (town.person("Quiet Ada"), town.person("Calm Stone"), town.host("Patient Alder"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        for number in 0..6 {
            let thread = shares(&ada, "owls", &format!("Post {number}."));
            tells(&tom, &format!("/p/{thread}"), &[("reason", "spam")]).is(303);
            let verb = if number == 5 { "lock" } else { "note" };
            decides(&maya, &the_case(&maya), &[("verb", verb), ("words", "Once is enough.")]).is(303);
        }
        lea.visits("/look/done").is(200).shows("Maya Lake").shows("Quiet Ada").hides("Calm Stone");
        maya.visits("/look/done").is(200).shows("Once is enough.");
        let seen = host.visits("/look/done").is(200).shows("Maya Lake").hides("Post 1.");
        assert_eq!(seen.count("main form"), 0, "who acted is told; taking it back is for those who look after the group");
        let log = lea.visits("/look/done");
        let url = log.attribute("main form", "action").unwrap();
        let token = host.visits("/look").attribute("input[name=csrf]", "value").or_else(|| host.visits("/you/names").attribute("input[name=csrf]", "value")).unwrap();
        host.posts(&url, &[("csrf", &token)]).is(404);
        for outside in [&ada, &tom] {
            outside.visits("/look/done").is(403);
            let token = outside.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
            let log = lea.visits("/look/done");
            let url = log.attribute("main form", "action").unwrap();
            outside.posts(&url, &[("csrf", &token)]).is(404);
        }
    }

    fn what_was_done_is_counted_by_month_and_nine_are_not_told(town) {
        let (ada, host) = (town.person("Quiet Ada"), town.host("Patient Alder"));
        let (visitor, day) = (town.stranger(), town.app.clock().now().day());
        let none = visitor.visits("/what-we-did").is(200).shows("Nothing can be told yet").shows("within 24 hours");
        assert_eq!((none.count("dd"), none.count("form[action='/what-we-did']")), (0, 0));
        // A month before this one, and this one, of which nothing is told while it lasts.
        let (last, this) = (day.month().first().plus(-3), day);
        acts(town, last, "note", "", 10);
        acts(town, last, "remove", "", 9);
        acts(town, last, "fold", "", 9);
        acts(town, last, "block-there", "spam", 11);
        acts(town, this, "pause", "", 40);
        let told = last.month();
        town.arranges(move |tx| tx.batch(&format!(
            "UPDATE act SET appeal = 'No.', appealed_on = {last}, appeal_tier = 'house' WHERE verb <> 'pause';
             UPDATE act SET state = 'undone' WHERE verb = 'fold';
             INSERT INTO told_month (month, reason, n) VALUES ({told}, 'spam', 12), ({told}, 'outing', 9), ({told}, 'in-time', 20)"
        )));
        let seen = visitor.visits("/what-we-did").is(200).shows("A note to the writer").shows("A community kept away");
        assert_eq!(seen.texts("dd"), ["12", "10", "11", "11", "39"], "the month that goes on is not in it");
        let seen = seen.shows("Nearly all that people told us was decided by the day after.").shows("The same thing posted everywhere");
        seen.hides("Put out of sight").hides("taken back then").hides("Gives somebody away").hides("Paused in the group");
        let json = visitor.sends("GET", "/api/v1/what-we-did", &[], None).is(200).json();
        let row = &json["rows"][0];
        assert_eq!((&row["done"]["note"], row["done"]["remove"].is_null(), row["taken_back"].is_null()), (&serde_json::json!(10), true, true));
        assert_eq!((&row["why"]["spam"], &row["told"]["spam"], row["told"]["outing"].is_null()), (&serde_json::json!(11), &serde_json::json!(12), true));
        assert_eq!((&json["least"], &json["promises"]["answer_days"]), (&serde_json::json!(10), &serde_json::json!(7)));

        let page = host.visits("/what-we-did").is(200);
        let token = super::token(&ada);
        ada.posts("/what-we-did", &[("csrf", &token), ("readers", "members")]).is(403);
        let wrong = [("csrf", super::token(&host)), ("readers", "nobody".to_owned())];
        host.posts("/what-we-did", &wrong.each_ref().map(|(name, value)| (*name, value.as_str()))).is(422).shows("Choose one of the two");
        host.fills(&page, "/what-we-did", &[("readers", "members")]).is(303);
        assert_ne!(visitor.visits("/what-we-did").status, 200);
        visitor.sends("GET", "/api/v1/what-we-did", &[], None).is(401);
        ada.visits("/what-we-did").is(200).shows("A note to the writer");
        let json = [("content-type", "application/json")];
        ada.sends("PUT", "/api/v1/host/openness", &json, Some(br#"{"readers":"everyone"}"#)).is(403);
        let seen = host.sends("PUT", "/api/v1/host/openness", &json, Some(br#"{"readers":"some"}"#)).is(422);
        assert_eq!(seen.json()["code"], "openness-unchosen");
        host.sends("PUT", "/api/v1/host/openness", &json, Some(br#"{"readers":"everyone"}"#)).is(204);
        visitor.visits("/what-we-did").is(200);
    }

    fn days_are_told_where_ten_of_a_kind_lie_on_them_and_run_together_where_it_is_fewer(town) {
        let today = town.app.clock().now().day();
        // The month before this one has 28 days or more, and is cut after the fourteenth or the fifteenth.
        let last = today.month().first().plus(-1).month();
        let (first, end) = (last.first(), today.month().first().plus(-1).parts().2);
        acts(town, first, "remove", "", 12);
        acts(town, first.plus(20), "remove", "", 10);
        acts(town, first, "lock", "", 31);
        acts(town, first.plus(20), "lock", "", 9);
        for day in [first, first.plus(20)] {
            acts(town, day, "note", "", 4);
            acts(town, day, "fold", "", 3);
            acts(town, day, "warn", "", 2);
            acts(town, day, "slow", "", 1);
        }
        acts(town, today.month().first(), "mute", "", 20);
        let seen = town.stranger().visits("/what-we-did").is(200).shows("Day by day");
        assert_eq!(seen.texts("h4"), ["Put out of sight", "Other decisions, of kinds with fewer than ten each"], "{}", seen.body);
        let half = i64::from(end) / 2;
        let (early, late) = (format!("Days 1 to {half}"), format!("Days {} to {end}", half + 1));
        assert_eq!(seen.texts("details dt"), [early.as_str(), &late, &early, &late]);
        assert_eq!(seen.texts("details dd"), ["12", "10", "10", "10"]);
        assert!(seen.texts("dl.facts")[0].contains("40"), "a kind that cannot be cut is told for the month");
        seen.hides("A note to the writer").hides("Reads along");

        let json = town.stranger().sends("GET", "/api/v1/what-we-did", &[], None).is(200).json();
        let row = &json["rows"][0];
        assert_eq!((&row["done"]["lock"], &row["other"]), (&serde_json::json!(40), &serde_json::json!(20)));
        let days = row["days"].as_array().unwrap();
        let of = |kind: serde_json::Value| days.iter().filter(|day| day["kind"] == kind).map(|day| day["n"].as_i64().unwrap()).collect::<Vec<_>>();
        assert_eq!((of("remove".into()), of(serde_json::Value::Null), days.len()), (vec![12, 10], vec![10, 10], 4));
        assert_eq!((&days[0]["from"], &days[1]["to"]), (&serde_json::json!(first.iso()), &serde_json::json!(today.month().first().plus(-1).iso())));

        // One single day of ten and more stands by itself when its neighbours have ten as well.
        acts(town, first.plus(1), "remove", "", 10);
        acts(town, first.plus(3), "remove", "", 10);
        acts(town, first.plus(8), "remove", "", 10);
        let seen = town.stranger().visits("/what-we-did").is(200);
        assert_eq!(seen.texts("details dt")[0], "Day 1", "{:?}", seen.texts("details dt"));
    }

    fn what_people_told_is_counted_when_it_is_forgotten_and_nothing_else_of_it_is_kept(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        for number in 0..2 {
            let thread = shares(&ada, "owls", &format!("Post {number}."));
            tells(&tom, &format!("/p/{thread}"), &[("reason", "spam")]).is(303);
            tells(&lea, &format!("/p/{thread}"), &[("reason", "outing")]).is(303);
            decides(&maya, &the_case(&maya), &[("verb", "fine")]).is(303);
        }
        town.waits_s(93 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 0);
        let kept = town.lines("SELECT reason || ' ' || n AS line FROM told_month ORDER BY reason");
        assert_eq!(kept, ["in-time 2", "outing 2"], "each thing once, by its gravest reason");
    }
}

/// So many decisions of one kind were made on a day.
fn acts(town: &Town, day: Day, verb: &str, why: &str, n: i64) {
    let (verb, why) = (verb.to_owned(), why.to_owned());
    town.arranges(move |tx| {
        (0..n).try_for_each(|number| {
            let id = day.0 * 10_000_000 + number * 10_000 + verb.bytes().map(i64::from).sum::<i64>();
            tx.batch(&format!(
                "INSERT INTO act (id, subject, tier, verb, state, words, done_on, number, why)
                 VALUES ({id}, 'x', 'house', '{verb}', 'done', '', {day}, {id}, '{why}')"
            ))
        })
    });
}
