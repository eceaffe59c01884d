//! Telling of something: who may, what is kept of it, and that nobody learns who it was.

use super::{decides, owls, tells, the_case};
use crate::forum::aliases::{author_of, night_owls, whispers};
use crate::forum::{answers, shares};
use hearthside::policy::Reach;

on_both! {
    fn two_who_tell_of_one_post_make_one_case_and_both_learn_the_outcome(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom, bea) = (town.person("Quiet Ada"), town.person("Calm Stone"), town.person("Bright Reed"));
        owls(town, &[&maya, &lea, &ada, &tom, &bea]);
        let thread = shares(&ada, "owls", "Ask me for a discount.");
        let place = format!("/p/{thread}");

        tom.visits(&place).is(200).shows("Tell the people who look after this");
        let thanks = tells(&tom, &place, &[("reason", "solicitation"), ("words", "They sent me the same.")]).is(303);
        tom.visits(&thanks.location).is(200).shows("Thank you. Somebody will look at it.").shows("Still to be looked at.");
        tells(&tom, &place, &[("reason", "spam")]).is(303);
        tells(&bea, &place, &[("reason", "other"), ("words", "Feels like dealing.")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 1);
        assert_eq!(town.count("SELECT people AS n FROM concern"), 2, "telling twice is telling once");
        town.settles();

        maya.visits("/news").is(200).shows("Something waits to be looked at in owls").hides("Calm Stone").hides("Bright Reed");
        let queue = maya.visits("/look").is(200).shows("2 people told us").shows("Somebody may be selling treatment");
        queue.shows("They sent me the same.").shows("Feels like dealing.").shows("Quiet Ada").hides("Calm Stone").hides("Bright Reed");
        ada.visits("/look").is(403);
        tom.visits("/look").is(403);
        town.stranger().visits("/look").is(303);

        let case = the_case(&lea);
        decides(&lea, &case, &[("verb", "remove"), ("words", "We do not sell anything here.")]).is(303);
        town.settles();
        for teller in [&tom, &bea] {
            teller.visits("/concerns").is(200).shows("did something about it").hides("Ada").hides("discount");
            teller.visits("/news").is(200).shows("What you told us about has been looked at");
        }
        ada.visits("/concerns").is(200).shows("You have told us of nothing");
        tom.visits(&place).is(404);
        maya.visits("/look").is(200).shows("Nothing waiting.");
    }

    fn a_copy_of_the_database_does_not_say_who_told(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        let thread = shares(&ada, "owls", "Words.");
        let reply = answers(&ada, &thread, None, "More words.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel"), ("words", "heather-and-brass")]).is(303);
        tells(&tom, &format!("/p/{thread}/r/{reply}"), &[("reason", "cruel")]).is(303);
        town.settles();
        let (face, name) = (tom.face, "heather-and-brass");
        let found = town.lines("SELECT mark || entry || reason || words || month || concern_id AS line FROM report");
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|line| !line.contains(name) && !line.contains(&face.to_string())), "{found:?}");
        let told = town.lines("SELECT payload AS line FROM event");
        assert!(told.iter().filter(|line| line.contains("Safety")).all(|line| !line.contains(&face.to_string())), "{told:?}");
        assert_eq!(town.count("SELECT count(*) AS n FROM notice WHERE kind = 'concern' AND from_face IS NOT NULL"), 0);
        let (marks, entries) = (town.count("SELECT count(DISTINCT mark) AS n FROM report"), town.count("SELECT count(DISTINCT entry) AS n FROM report"));
        assert_eq!((marks, entries), (2, 2), "two tellings of one person hold no value alike");
        let at = town.count("SELECT opened_at AS n FROM concern ORDER BY opened_at LIMIT 1");
        assert_eq!(at % 900_000, 0, "a quarter of an hour, no finer");
        assert!(town.tying_commits().is_empty());
        maya.visits("/look").is(200).shows("heather-and-brass");
    }

    fn a_concern_is_refused_where_it_makes_no_sense_and_keeps_what_was_typed(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        let thread = shares(&ada, "owls", "Words.");
        let url = format!("/p/{thread}/concern");

        ada.visits(&url).is(409);
        ada.visits("/people/Quiet%20Ada/concern").is(409);
        ada.visits(&format!("/p/{thread}")).is(200).hides("Tell the people who look after this");
        town.stranger().visits(&url).is(303);
        tom.visits("/p/00000000000000/concern").is(404);
        tom.visits("/people/Nobody%20Here/concern").is(404);
        let form = tom.visits(&url).is(200);
        tom.fills(&form, &url, &[("words", "My words stay.")]).is(422).shows("My words stay.").shows("Choose what is the matter");
        tom.fills(&form, &url, &[("reason", "unheard-of")]).is(422);
        let long = "a".repeat(501);
        tom.fills(&form, &url, &[("reason", "spam"), ("words", &long)]).is(422);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 0);
        for number in 0..13 {
            let seen = tom.fills(&form, &url, &[("reason", "spam")]);
            assert_eq!(seen.status, if number < 12 { 303 } else { 429 }, "{number}");
        }
        assert_eq!(town.count("SELECT people AS n FROM concern"), 1);
    }

    fn what_is_about_a_group_its_keepers_or_a_person_goes_to_the_hosts_and_past_whom_it_is_about(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (host, other, tom) = (town.host("Patient Alder"), town.host("Second Alder"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &tom, &host]);
        let thread = shares(&maya, "owls", "I am in charge.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        tells(&tom, "/g/owls", &[("reason", "other")]).is(303);
        tells(&tom, "/people/Patient%20Alder", &[("reason", "advances")]).is(303);
        town.settles();

        for keeper in [&maya, &lea] {
            keeper.visits("/look").is(200).shows("Nothing waiting.");
            keeper.visits("/news").is(200).hides("looked at");
        }
        let seen = other.visits("/look").is(200);
        assert_eq!(seen.count("article.case"), 3);
        let about_host = seen.attribute("article.case a.btn", "href").unwrap();
        let own = host.visits("/look").is(200).hides("Advances");
        assert_eq!(own.count("article.case"), 2, "the one about themself is not theirs");
        let cases: Vec<String> = town.lines("SELECT CAST(id AS TEXT) AS line FROM concern WHERE tier = 'house' AND subject LIKE 'face:%'");
        assert_eq!(cases.len(), 1);
        host.visits(&format!("/look/{}", cases[0])).is(404);
        maya.visits(&about_host).is(404);
        other.visits(&format!("/look/{}", cases[0])).is(200).shows("Patient Alder");
    }

    fn what_is_about_the_only_host_is_kept_and_the_page_says_that_nobody_reads_it_yet(town) {
        let (host, tom) = (town.host("Patient Alder"), town.person("Calm Stone"));
        town.group("porch", Reach::Community, &[&host, &tom]);
        for place in ["/people/Patient%20Alder", "/g/porch"] {
            tom.visits(&format!("{place}/concern")).is(200).shows("nobody reads it for now").shows("a helpline");
            tells(&tom, place, &[("reason", "advances")]).is(303);
        }
        tom.visits("/people/Calm%20Stone/concern").is(409).hides("nobody reads it");
        let json = tom.sends("GET", "/api/v1/concerns", &[], None).is(200).json();
        assert_eq!(json["rows"][0]["is_unread"].as_bool(), Some(true));
        assert_eq!(tom.visits("/concerns").is(200).texts("main li").iter().filter(|row| row.contains("Nobody can look at it yet")).count(), 2);
        host.visits("/look").is(200).shows("Nothing waiting.");
        town.settles();
        host.visits("/news").is(200).hides("waits to be looked at");

        let second = town.host("Second Alder");
        tom.visits("/people/Patient%20Alder/concern").is(200).shows("people who look after the whole community read it").hides("nobody reads it");
        tom.visits("/concerns").is(200).shows("Still to be looked at.").hides("Nobody can look");
        assert_eq!(second.visits("/look").is(200).count("article.case"), 2);
    }

    fn somebody_is_not_shown_what_is_about_an_alias_of_theirs(town) {
        let (maya, lea, tom) = (town.person("Maya Lake"), town.person("Old Lantern"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &lea, &tom]);
        let second = lea.face;
        town.arranges(move |tx| tx.batch(&format!("UPDATE membership SET role = 'moderator' WHERE face_id = {second}")));
        let thread = whispers(&lea, "thread", "Somebody's harsh words.");
        let alias = author_of(&tom, &thread);
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        tells(&tom, &format!("/people/{}", alias.replace(' ', "%20")), &[("reason", "cruel")]).is(303);
        lea.visits(&format!("/p/{thread}/concern")).is(409);

        let seen = maya.visits("/look").is(200).shows(&alias).hides("Old Lantern");
        assert_eq!(seen.count("article.case"), 2);
        lea.visits("/look").is(200).shows("Nothing waiting.");
        let case = seen.attribute("article.case a.btn", "href").unwrap();
        lea.visits(&case).is(404);
    }

    fn the_gravest_comes_first_and_what_nobody_looks_at_goes_up(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom, host) = (town.person("Quiet Ada"), town.person("Calm Stone"), town.host("Patient Alder"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        for reason in ["spam", "solicitation", "outing", "danger"] {
            let thread = shares(&ada, "owls", &format!("About {reason}."));
            tells(&tom, &format!("/p/{thread}"), &[("reason", reason)]).is(303);
            town.waits_s(1_000);
        }
        let shown = maya.visits("/look").is(200).texts("article.case h2");
        assert_eq!(shown, ["Somebody may be in danger", "Somebody may be given away", "Somebody may be selling treatment", "The same thing in many places"]);
        host.visits("/look").is(200).shows("Nothing waiting.");
        town.waits_s(2 * 86_400);
        assert_eq!(host.visits("/look").is(200).count("article.case"), 4);
    }

    fn programs_tell_and_look_too(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        let thread = shares(&ada, "owls", "Words.");
        let json = [("content-type", "application/json")];
        let tell = |body: String| tom.sends("POST", "/api/v1/concerns", &json, Some(body.as_bytes()));
        tell(format!(r#"{{"thread":"{thread}","reason":"worried"}}"#)).is(204);
        tell(format!(r#"{{"thread":"{thread}","reason":"nothing"}}"#)).is(422);
        tell(r#"{"reason":"spam"}"#.to_owned()).is(404);
        let told = tom.sends("GET", "/api/v1/concerns", &json, None).is(200).json();
        assert_eq!((told["rows"][0]["about"].as_str(), told["rows"][0]["outcome"].as_str()), (Some("thread"), Some("")));

        let queue = maya.sends("GET", "/api/v1/look", &json, None).is(200).json();
        let id = queue["rows"][0]["id"].as_str().unwrap().to_owned();
        assert_eq!(queue["rows"][0]["people"], 1);
        tom.sends("GET", &format!("/api/v1/look/{id}"), &json, None).is(403);
        maya.sends("POST", &format!("/api/v1/look/{id}/take"), &json, Some(b"{}")).is(204);
        let decide = |keeper: &crate::harness::Person, body: &str| keeper.sends("POST", &format!("/api/v1/look/{id}"), &json, Some(body.as_bytes()));
        decide(&lea, r#"{"verb":"fine","words":"All is well."}"#).is(409).shows("act-taken");
        decide(&maya, r#"{"verb":"lift-off","words":"All is well."}"#).is(422);
        decide(&maya, r#"{"verb":"fine","words":"All is well."}"#).is(200).shows("done");
        decide(&maya, r#"{"verb":"fine","words":"All is well."}"#).is(409).shows("act-decided");
        let told = tom.sends("GET", "/api/v1/concerns", &json, None).is(200).json();
        assert_eq!(told["rows"][0]["outcome"].as_str(), Some("fine"));
    }
}
