//! Telling of a setback: company first, no blame, kind words alone at wish, and a question later for whoever wants it.

use super::crisis::{four, press, writes};
use crate::forum::{answers, id_in, shares};

on_both! {
    fn blame_under_a_setback_gets_a_pause_and_a_second_press(town) {
        let (_, _, ada, tom) = four(town);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET advice = 'welcome'"));
        let setback = shares(&ada, "owls", "I drank last night.");
        let reply = format!("/p/{setback}/reply");
        let form = tom.visits(&reply).is(200).shows("Company first");
        let blame = "Well, you threw it away. Shame on you.";
        let pause = tom.fills(&form, &reply, &[("body", blame)]).is(200).shows("may land as blame").shows(blame);
        assert_eq!(town.count("SELECT count(*) AS n FROM reply"), 0);
        tom.fills(&pause, &reply, &[("step", "edit")]).is(200).shows(blame);
        tom.fills(&pause, &reply, &[("step", "send")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM reply"), 1, "a second press, and never a refusal");
        answers(&tom, &setback, None, "I was ashamed of myself too. Glad you are here.");

        let calm = id_in(&writes(&ada, &[("body", "A good day."), ("kind", "win")]).is(303).location);
        let url = format!("/p/{calm}/reply");
        let form = tom.visits(&url).is(200).hides("Company first");
        tom.fills(&form, &url, &[("body", "Shame on you, you never told me.")]).is(303);
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 0, "a pause tells nobody");
    }

    fn whoever_tells_of_a_setback_reads_what_makes_the_next_hours_safer(town) {
        let (_, _, ada, tom) = four(town);
        ada.visits("/share?group=owls&kind=setback").is(200).shows("Your body may be less used to it now.");
        let sent = writes(&ada, &[("body", "I drank last night."), ("kind", "setback")]).is(303);
        let page = format!("/p/{}", id_in(&sent.location));
        ada.follows(sent).shows("naloxone").shows("ask a doctor first");
        tom.visits(&page).is(200).hides("naloxone");
        let reply = format!("{page}/reply");
        let form = tom.visits(&reply).is(200);
        tom.fills(&form, &reply, &[("body", "You should go to a meeting.")]).is(422);
        let asks = writes(&ada, &[("body", "Again."), ("kind", "setback"), ("ask", "ideas")]).is(303);
        let reply = format!("/p/{}/reply", id_in(&asks.location));
        let form = tom.visits(&reply).is(200);
        tom.fills(&form, &reply, &[("body", "You should go to a meeting.")]).is(303);
    }

    fn whoever_told_of_a_setback_closes_it_to_all_but_kind_words_and_opens_it_again(town) {
        let (maya, _, ada, tom) = four(town);
        let setback = shares(&ada, "owls", "I drank last night.");
        let (page, hush) = (format!("/p/{setback}"), format!("/p/{setback}/hush"));
        press(&tom, &hush, &[]).is(403);
        let seen = ada.visits(&page).is(200).shows("Kind words alone for now");
        ada.fills(&seen, &hush, &[]).is(303);
        let seen = tom.visits(&page).is(200).shows("would like kind words alone for now");
        tom.fills(&seen, &format!("{page}/react"), &[("kind", "with")]).is(303);
        press(&tom, &format!("{page}/reply"), &[("body", "Me again."), ("step", "send")]).is(409);
        press(&ada, &hush, &[("open", "1")]).is(303);
        answers(&tom, &setback, None, "Good that you are here.");

        press(&maya, &format!("{page}/lock"), &[("reason", "For the night.")]).is(303);
        press(&ada, &hush, &[("open", "1")]).is(409);
        tom.visits(&page).is(200).shows("For the night.");
        let win = id_in(&writes(&ada, &[("body", "A good day."), ("kind", "win")]).is(303).location);
        press(&ada, &format!("/p/{win}/hush"), &[]).is(404);
    }

    fn whoever_told_of_a_setback_and_wants_it_is_asked_four_times_and_no_more(town) {
        let (_, _, ada, _) = four(town);
        let asked = || ada.visits("/care").is(200).body.matches("a while after what you told?").count();
        writes(&ada, &[("body", "A good day."), ("kind", "win"), ("after", "1")]).is(303);
        writes(&ada, &[("body", "I drank last night."), ("kind", "setback"), ("after", "1")]).is(303);
        town.settles();
        assert_eq!((asked(), town.count("SELECT count(*) AS n FROM setback")), (0, 1));
        for (hours, times) in [(2, 0), (2, 1), (23, 2), (49, 3), (97, 4), (24 * 20, 4)] {
            town.waits_s(hours * 3_600);
            assert_eq!(asked(), times, "after {hours} more hours");
        }
        ada.visits("/news").is(200).shows("There is word for you");
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 0, "nobody is told");
        let own = ada.visits("/care").is(200).hides("Your answer");
        let quiet = own.attribute("form[action$='/quiet']", "action").unwrap();
        press(&ada, &quiet.replace("/quiet", ""), &[("words", "To nobody.")]).is(404);

        writes(&ada, &[("body", "Again."), ("kind", "setback"), ("after", "1")]).is(303);
        let gone = id_in(&writes(&ada, &[("body", "And again."), ("kind", "setback"), ("after", "1")]).is(303).location);
        town.settles();
        let form = ada.visits(&format!("/p/{gone}/delete")).is(200);
        ada.fills(&form, &format!("/p/{gone}/delete"), &[]).is(303);
        ada.fills(&own, &quiet, &[]).is(303);
        town.waits_s(40 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM setback"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM care"), 0, "and a month later it is gone");
    }
}
