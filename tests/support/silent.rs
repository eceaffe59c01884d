//! Whoever came and says nothing keeps nobody else away, and whoever asked asks for one more as they like; whoever hands over reads what is so.

use hearthside::policy::Reach;
use serde_json::Value;

use super::{asks, came_long_ago, comes, keeps_hours, lights, presses, says, they_talk, two_neighbours};
use crate::harness::{Person, Seen, Town};

const RUNG: &str = "SELECT count(*) AS n FROM event WHERE kind = 'AskRung'";

/// Joe, in another group of whoever asks; his lamp is out.
fn joe(town: &Town, ada: &Person) -> Person {
    let joe = town.person("Slow Joe");
    town.group("mornings", Reach::Community, &[&joe, ada]);
    came_long_ago(town, &[&joe]);
    joe
}

/// Joe, who may be asked by his groups, and Sam, who is in none of them and may be asked by everybody.
fn joe_and_sam(town: &Town, ada: &Person) -> (Person, Person) {
    let (joe, sam) = (joe(town, ada), town.person("Sam Hollow"));
    came_long_ago(town, &[&sam]);
    keeps_hours(&joe, &[("askable", "groups")]).is(303);
    keeps_hours(&sam, &[("askable", "everyone")]).is(303);
    (joe, sam)
}

/// What somebody's list of asks holds.
fn sees(person: &Person) -> usize {
    person.visits("/support/asks").is(200).count("#asks article")
}

#[track_caller]
fn tells(person: &Person, room: &str, door: &str, body: &str) -> Seen {
    let path = room.replace("/support/ask", "/api/v1/company");
    let json = [("content-type", "application/json"), ("accept", "application/json")];
    person.sends("POST", &format!("{path}/{door}"), &json, Some(body.as_bytes()))
}

/// What a program reads of a room: whether nobody says anything, whether another one is asked for, and how many can see it.
fn read(person: &Person, room: &str) -> (Value, Value, Value) {
    let path = room.replace("/support/ask", "/api/v1/company");
    let seen = person.sends("GET", &path, &[("accept", "application/json")], None).is(200).json();
    (seen["is_silent"].clone(), seen["is_calling"].clone(), seen["asked"].clone())
}

fn three(is_silent: bool, is_calling: bool, asked: i64) -> (Value, Value, Value) {
    (is_silent.into(), is_calling.into(), asked.into())
}

on_both! {
    fn whoever_comes_and_says_nothing_keeps_nobody_else_away(town) {
        let (ada, maya) = two_neighbours(town);
        let joe = joe(town, &ada);
        lights(&maya);
        lights(&joe);
        let room = asks(town, &ada, &[]);
        comes(&maya, &room).is(303);
        town.settles();
        let before = town.count(RUNG);
        town.waits_s(179);
        ada.visits(&room).is(200).shows("Someone is with you: Maya Lake.");
        joe.visits("/support/asks").is(200).shows("Somebody is with them.");
        assert_eq!((town.count(RUNG), read(&ada, &room)), (before, three(false, false, 0)));

        town.waits_s(1);
        ada.visits(&room).is(200).shows("Maya Lake came and has not said anything yet. One more person can see it now.").hides("Someone is with you");
        maya.visits(&room).is(200).shows("One word is enough.");
        joe.visits("/support/asks").is(200).shows("nobody has said a word to them yet").hides("Somebody is with them.");
        assert_eq!((town.count(RUNG), read(&ada, &room)), (before + 1, three(true, true, 1)));
        let list = joe.sends("GET", "/api/v1/company", &[("accept", "application/json")], None).is(200).json();
        assert_eq!(list["rows"][0]["is_silent"], true);

        comes(&joe, &room).is(303);
        ada.visits(&room).is(200).shows("People are with you: Maya Lake, Slow Joe.").hides("not said anything yet");
        town.waits_s(180);
        ada.visits(&room).is(200).shows("Maya Lake, Slow Joe came and have not said anything yet. Nobody else whom this reaches has a lamp on right now.");
        says(&joe, &room, "I am here, vellumotter.").is(303);
        ada.visits(&room).is(200).shows("People are with you: Maya Lake, Slow Joe.").hides("not said anything yet");
        joe.visits(&room).is(200).hides("One word is enough.");
        let rung = town.count(RUNG);
        town.waits_s(400);
        assert_eq!(town.count(RUNG), rung, "a word is enough");
    }

    fn while_whoever_came_says_nothing_it_goes_as_far_as_was_agreed_to(town) {
        let (ada, maya) = two_neighbours(town);
        let (joe, sam) = joe_and_sam(town, &ada);
        lights(&maya);
        let room = asks(town, &ada, &[("consent", "everyone")]);
        comes(&maya, &room).is(303);
        town.waits_s(179);
        assert_eq!((sees(&joe), sees(&sam)), (0, 0));
        town.waits_s(1);
        assert_eq!((sees(&joe), sees(&sam)), (1, 0));
        joe.visits("/news").is(200).shows("Somebody asks for company");
        town.waits_s(300);
        assert_eq!((sees(&joe), sees(&sam)), (1, 1));
        sam.visits("/news").is(200).shows("Somebody asks for company");
        ada.visits(&room).is(200).shows("2 more people can see it now.");
        town.waits_s(300);
        ada.visits(&room).is(200).shows("Maya Lake came and has not said anything yet. Nobody else has come. You can ask for one more.");
        assert_eq!((read(&ada, &room), sees(&sam)), (three(true, false, 0), 1), "whoever looks can come all the same");
        assert_eq!(town.count("SELECT count(*) AS n FROM ask WHERE is_calling OR rung_at % 86400000 <> 0"), 0, "when is not kept");
    }

    fn whoever_is_newly_reached_is_rung_though_another_one_was_just_asked_for(town) {
        let (ada, maya) = two_neighbours(town);
        let (joe, _sam) = joe_and_sam(town, &ada);
        lights(&maya);
        let room = asks(town, &ada, &[("consent", "groups")]);
        comes(&maya, &room).is(303);
        town.waits_s(90);
        presses(&ada, &room, "turn", &[("move", "cover")]).is(303);
        town.settles();
        assert_eq!(sees(&joe), 0);
        town.waits_s(90);
        joe.visits("/news").is(200).shows("Somebody asks for company");
        assert_eq!(sees(&joe), 1);
    }

    fn without_more_consent_nobody_is_asked_but_those_with_a_lamp_on(town) {
        let (ada, maya) = two_neighbours(town);
        let (joe, sam) = joe_and_sam(town, &ada);
        lights(&maya);
        let room = asks(town, &ada, &[("consent", "lamps")]);
        comes(&maya, &room).is(303);
        town.waits_s(180);
        town.waits_s(600);
        assert_eq!((sees(&joe), sees(&sam)), (0, 0));
        ada.visits(&room).is(200).shows("Nobody else has come.");
    }

    fn a_word_of_the_only_one_who_came_ends_what_their_silence_began(town) {
        let (ada, maya) = two_neighbours(town);
        joe_and_sam(town, &ada);
        lights(&maya);
        let room = asks(town, &ada, &[("consent", "everyone")]);
        comes(&maya, &room).is(303);
        town.waits_s(180);
        assert_eq!(read(&ada, &room), three(true, true, 1));
        says(&maya, &room, "Here.").is(303);
        assert_eq!(read(&ada, &room), three(false, false, 0));
        let rung = town.count(RUNG);
        town.waits_s(700);
        let reach = town.count("SELECT count(*) AS n FROM ask WHERE circle = 'groups'");
        assert_eq!((town.count(RUNG), reach), (rung, 1), "it goes no further");
    }

    fn the_word_of_whoever_asked_is_not_one_of_whoever_came(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let room = asks(town, &ada, &[]);
        comes(&maya, &room).is(303);
        says(&ada, &room, "Are you there?").is(303);
        town.waits_s(180);
        ada.visits(&room).is(200).shows("Maya Lake came and has not said anything yet.").shows("Are you there?");
        says(&ada, &room, "Hello?").is(303);
        ada.visits(&room).is(200).shows("has not said anything yet");
        says(&maya, &room, "Here.").is(303);
        ada.visits(&room).is(200).shows("Someone is with you: Maya Lake.").hides("has not said anything yet");
        presses(&ada, &room, "turn", &[("move", "close")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM job WHERE kind = 'widen-ask'"), 0, "its clocks are stopped");
    }

    fn a_word_of_before_is_none_of_whoever_comes_back(town) {
        let (ada, maya, room) = they_talk(town);
        presses(&maya, &room, "turn", &[("move", "leave")]).is(303);
        comes(&maya, &room).is(303);
        town.waits_s(180);
        ada.visits(&room).is(200).shows("Maya Lake came and has not said anything yet.");
        says(&maya, &room, "Here.").is(303);
        ada.visits(&room).is(200).shows("Someone is with you: Maya Lake.");
    }

    fn where_it_is_hard_again_whoever_says_nothing_is_waited_for_anew(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let room = asks(town, &ada, &[]);
        comes(&maya, &room).is(303);
        says(&ada, &room, "Are you there?").is(303);
        presses(&ada, &room, "turn", &[("move", "ease")]).is(303);
        town.waits_s(180);
        assert_eq!(read(&ada, &room), three(false, false, 0));
        presses(&ada, &room, "turn", &[("move", "harder")]).is(303);
        town.waits_s(179);
        ada.visits(&room).is(200).shows("Someone is with you: Maya Lake.");
        town.waits_s(1);
        ada.visits(&room).is(200).shows("Maya Lake came and has not said anything yet.");
    }

    fn where_it_eases_nobody_else_is_waited_for(town) {
        let (ada, maya, room) = they_talk(town);
        let (joe, _sam) = joe_and_sam(town, &ada);
        presses(&ada, &room, "widen", &[]).is(303);
        presses(&ada, &room, "turn", &[("move", "cover")]).is(303);
        presses(&maya, &room, "turn", &[("move", "hand-over")]).is(303);
        assert_eq!(read(&ada, &room), three(false, true, 1));
        presses(&ada, &room, "turn", &[("move", "ease")]).is(303);
        ada.visits(&room).is(200).shows("It is easier now. Nobody has to hurry.").hides("more person can see it").hides("goes further");
        assert_eq!((read(&ada, &room), maya.visits(&room).is(200).count("#handing")), (three(false, false, 0), 0));
        assert_eq!(sees(&joe), 0);
        let rung = town.count(RUNG);
        town.waits_s(700);
        assert_eq!(town.count(RUNG), rung);
    }

    fn where_it_eases_a_silence_is_none(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let room = asks(town, &ada, &[]);
        comes(&maya, &room).is(303);
        says(&ada, &room, "Are you there?").is(303);
        town.waits_s(180);
        assert_eq!(read(&ada, &room), three(true, true, 0));
        presses(&ada, &room, "turn", &[("move", "ease")]).is(303);
        ada.visits(&room).is(200).shows("It is easier now.").hides("said anything yet");
        maya.visits(&room).is(200).hides("others can come");
        assert_eq!(read(&ada, &room), three(false, false, 0));
    }

    fn whoever_speaks_and_leaves_one_who_says_nothing_leaves_nobody_alone(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = joe(town, &ada);
        lights(&joe);
        comes(&joe, &room).is(303);
        town.waits_s(180);
        ada.visits(&room).is(200).hides("said anything yet");
        presses(&maya, &room, "turn", &[("move", "leave")]).is(303);
        town.waits_s(180);
        ada.visits(&room).is(200).shows("Slow Joe came and has not said anything yet.");
        presses(&joe, &room, "turn", &[("move", "leave")]).is(303);
        town.settles();
        ada.visits(&room).is(200).shows("Nobody whom this reaches has a lamp on right now.").hides("has not said anything yet");
        assert_eq!(town.count("SELECT count(*) AS n FROM ask WHERE is_silent OR is_calling"), 0);
    }

    fn whoever_asked_asks_for_one_more_and_reads_who_can_see_it(town) {
        let (ada, _maya, room) = they_talk(town);
        let joe = joe(town, &ada);
        keeps_hours(&joe, &[("askable", "groups")]).is(303);
        let cover = [("move", "cover")];
        let page = ada.visits(&room).is(200).shows("Ask for one more");
        assert_eq!(page.count("#room input[value=cover]"), 1);
        presses(&ada, &room, "turn", &cover).is(303);
        presses(&ada, &room, "turn", &cover).is(409).shows("Others were asked a moment ago");
        let page = ada.visits(&room).is(200).shows("Someone is with you: Maya Lake.").shows("Nobody else whom this reaches has a lamp on right now.");
        assert_eq!((page.count("#room input[value=cover]"), page.count(&format!("form[action='{room}/widen']"))), (0, 1));
        presses(&ada, &room, "widen", &[]).is(303);
        town.settles();
        joe.visits("/news").is(200).shows("Somebody asks for company");
        ada.visits(&room).is(200).shows("One more person can see it now.");
        comes(&joe, &room).is(303);
        ada.visits(&room).is(200).shows("People are with you: Maya Lake, Slow Joe.").hides("can see it now");
        tells(&ada, &room, "turn", r#"{"move":"cover"}"#).is(204);
        assert_eq!(read(&ada, &room), three(false, true, 0));
        assert_eq!(tells(&ada, &room, "turn", r#"{"move":"cover"}"#).is(409).json()["code"], "ask-just-asked");
    }

    fn nobody_asks_for_one_more_where_nobody_is_yet_or_no_seat_is_or_it_eases_or_it_is_over(town) {
        let (ada, maya) = two_neighbours(town);
        let (birch, cedar) = (town.person("Calm Birch"), town.person("Calm Cedar"));
        town.group("afternoons", Reach::Community, &[&birch, &cedar, &ada]);
        came_long_ago(town, &[&birch, &cedar]);
        [&maya, &birch, &cedar].into_iter().for_each(lights);
        let room = asks(town, &ada, &[]);
        let cover = [("move", "cover")];
        presses(&ada, &room, "turn", &cover).is(409).shows("Nobody is there yet.");
        for person in [&maya, &birch, &cedar] {
            comes(person, &room).is(303);
        }
        presses(&ada, &room, "turn", &cover).is(409).shows("Others are with them already.");
        assert_eq!(ada.visits(&room).is(200).count("#room input[value=cover]"), 0);
        town.waits_s(180);
        ada.visits(&room).is(200).shows("came and have not said anything yet.").hides("You can ask for one more");
        presses(&cedar, &room, "turn", &[("move", "leave")]).is(303);
        ada.visits(&room).is(200).shows("You can ask for one more");
        says(&maya, &room, "I am here.").is(303);
        presses(&ada, &room, "turn", &[("move", "ease")]).is(303);
        presses(&ada, &room, "turn", &cover).is(409);
        assert_eq!(ada.visits(&room).is(200).count("#room input[value=cover]"), 0);
        presses(&ada, &room, "turn", &[("move", "close")]).is(303);
        presses(&ada, &room, "turn", &cover).is(409).shows("This is over.");
        presses(&town.person("Sam Hollow"), &room, "turn", &cover).is(404);
        assert_eq!(town.stranger().posts(&format!("{room}/turn"), &cover).status, 401);
    }

    fn whoever_hands_over_reads_how_many_can_see_it_and_that_nobody_came(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = joe(town, &ada);
        presses(&maya, &room, "turn", &[("move", "hand-over")]).is(303);
        let page = maya.visits(&room).is(200).shows("You can stay until somebody comes, or go").hides("You are still here until");
        assert!(page.text("#handing").starts_with("Nobody else whom this reaches"), "{}", page.text("#handing"));
        assert_eq!(read(&maya, &room), three(false, true, 0));
        lights(&joe);
        maya.visits(&room).is(200).shows("One person can see it. You are still here until they come").hides("Nobody else whom this reaches");
        let hears = maya.listens(&format!("{room}/live"));
        town.waits_s(600);
        assert_eq!(hears.recv_timeout(std::time::Duration::from_secs(10)).as_deref(), Ok("event: news"));
        maya.visits(&room).is(200).shows("Nobody else has come. You can go: then this room asks anew at once.");
        ada.visits(&room).is(200).shows("is with you until somebody else comes");
        presses(&maya, &room, "turn", &[("move", "leave")]).is(303);
        town.settles();
        ada.visits(&room).is(200).shows("Nobody is there yet.").hides("is with you");
        joe.visits("/news").is(200).shows("Somebody asks for company");
        assert_eq!(sees(&joe), 1);
    }

    fn a_hand_over_goes_as_far_as_was_agreed_to_and_who_takes_it_over_and_says_nothing_is_not_the_last_one_asked(town) {
        let (ada, maya) = two_neighbours(town);
        let (joe, sam) = joe_and_sam(town, &ada);
        lights(&maya);
        let room = asks(town, &ada, &[("consent", "everyone")]);
        comes(&maya, &room).is(303);
        says(&maya, &room, "I am here.").is(303);
        presses(&maya, &room, "turn", &[("move", "hand-over")]).is(303);
        assert_eq!((sees(&joe), sees(&sam)), (0, 0));
        town.waits_s(120);
        assert_eq!((sees(&joe), sees(&sam)), (1, 0));
        joe.visits("/news").is(200).shows("Somebody asks for company");
        town.waits_s(180);
        assert_eq!((sees(&joe), sees(&sam)), (1, 1));
        maya.visits(&room).is(200).shows("2 people can see it.");
        comes(&joe, &room).is(303);
        ada.visits(&room).is(200).shows("Someone is with you: Slow Joe.");
        town.waits_s(180);
        ada.visits(&room).is(200).shows("Slow Joe came and has not said anything yet. One more person can see it now.");
    }
}
