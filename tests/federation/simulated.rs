//! A simulated day, and after it a day on which two people tell this server all that one can tell it. A community reads every group
//! meanwhile, mails are carried and devices ring: of what was told in confidence, not a byte leaves.

use hearthside::cli::dev::simulate::{self, Simulate};
use hearthside::forum::groups;
use hearthside::kernel::GroupId;
use hearthside::policy::{Reach, Role};

use super::leaving::befriends;
use super::outgoing::Sinks;
use crate::forum::{said, shares};
use crate::harness::peer::Peer;
use crate::harness::{Home, Person, Town, log};
use crate::notify::carrier::{self, Carrier, gives, is_told_by_mail, mails_go, says_yes};
use crate::notify::phone::{Phone, chooses};
use crate::recovery::{checks_in, chips, circle, counters, plans};
use crate::support::noticing::{page_of, presses};
use crate::support::{asks, came_long_ago, comes, lights, says};

/// People enough that some ask for company within a day.
const PLAN: Simulate = Simulate { members: 48, days: 1, lamps: 8, seed: 3, strict: false, wrong: Vec::new() };
const GROUP: &str = "owlery";
/// Stands in everything that is told in confidence, and nowhere else; it looks another way in every dress.
const SECRET: &str = "quökka";
/// What a simulated day tells in confidence, and the lines that one may send a buddy or is sent in a buddy's name.
const SAID: &[&str] = &[
    "Tonight is long",
    "kettle is on",
    "Slept badly",
    "Ring my sister",
    "evenings alone",
    "walk before work",
    "owe me no answer",
    "holding up",
    "Thinking of you",
    "glad that you are here",
];
/// Where each of the things told lies.
const ROWS: &[&str] = &[
    "SELECT count(*) AS n FROM ask WHERE line <> ''",
    "SELECT count(*) AS n FROM ask_word",
    "SELECT count(*) AS n FROM checkin",
    "SELECT count(*) AS n FROM counter WHERE shown <> ''",
    "SELECT count(*) AS n FROM plan_card",
    "SELECT count(*) AS n FROM nudge",
    "SELECT count(*) AS n FROM chip",
    "SELECT count(*) AS n FROM circle_line",
    "SELECT count(*) AS n FROM circle_greeting",
    "SELECT count(*) AS n FROM shelter",
    "SELECT count(*) AS n FROM notice WHERE kind = 'note'",
];
const HOUR_S: i64 = 3_600;

mod of_all_that_is_told_in_confidence_not_a_byte_leaves {
    use crate::harness::Home;

    #[test]
    fn sqlite() {
        super::not_a_byte_leaves(Home::sqlite());
    }

    #[test]
    fn postgres() {
        if let Some(home) = Home::postgres() {
            super::not_a_byte_leaves(home);
        }
    }
}

fn not_a_byte_leaves(home: Home) {
    let carrier = Carrier::new();
    let town = &carrier::town(home, &carrier, &[]);
    let peer = Peer::new(5);
    town.waits_for(simulate::settle(&town.app, &PLAN)).unwrap();
    befriends(town, &peer);
    let group = town.group(GROUP, Reach::Everyone, &[]);
    everybody_reads_everything(town, &peer);
    let told = town.waits_for(simulate::live(&town.app, &PLAN)).unwrap();
    assert!(told.asks.within_s(50).is_some(), "nobody asked, or nobody came: {told:?}");
    assert!(told.replies > 0);
    let asked = town.lines("SELECT public_id AS line FROM ask");
    assert!(!asked.is_empty());
    let lived = told.lived;
    assert!([lived.checkins, lived.counters, lived.buddies, lived.notes].iter().all(|n| *n > 0), "{told:?}");
    let mut sinks = Sinks { peer, carrier, phones: Vec::new(), came: Vec::new() };
    sinks.take(town);
    for thread in town.lines("SELECT public_id AS line FROM thread ORDER BY id DESC LIMIT 3") {
        assert!(!sinks.hold(&thread).is_empty(), "what was posted left");
    }

    noon_comes(town);
    let (ada, maya) = two_with_everything_on(town, group, &mut sinks);
    they_tell_everything(town, &ada, &maya, &mut sinks);
    said::opens(town, &maya, GROUP, "A quiet zanzibär evening.");
    for hours in [1, 1, 3, 6, 12] {
        sinks.take(town);
        town.waits_s(hours * HOUR_S);
    }
    sinks.take(town);
    assert!(town.count("SELECT count(*) AS n FROM notice WHERE kind = 'nudge'") > 0, "the nudge came");

    assert_eq!(sinks.hold("zanzibär").first(), Some(&"peer"), "what was posted left");
    assert!(sinks.count("push") > 0 && sinks.count("mail") > 0, "somebody was told of news");
    assert_eq!(
        town.lines("SELECT domain AS line FROM mailbag"),
        [sinks.peer.domain()],
        "nothing was for anybody else"
    );
    for words in SAID.iter().chain([&SECRET, &"/support/"]) {
        assert_eq!(sinks.hold(words), Vec::<&str>::new(), "{words} left");
    }
    for ask in asked.iter().chain(&town.lines("SELECT public_id AS line FROM ask")) {
        assert_eq!(sinks.hold(ask), Vec::<&str>::new(), "an ask left");
    }
}

/// Groups face the open web, and somebody of a partner follows each.
fn everybody_reads_everything(town: &Town, peer: &Peer) {
    let (domain, actor, inbox) = (peer.domain(), peer.at("/u/wren"), peer.at("/inbox"));
    town.arranges(move |tx| {
        tx.batch("UPDATE \"group\" SET ceiling = 'everyone', reach = 'everyone', listed = 'everyone', joining = 'open'")?;
        tx.batch(&format!(
            "INSERT INTO follower (group_id, actor, domain, inbox, shared, follow, since_on)
             SELECT id, '{actor}', '{domain}', '{inbox}', '{inbox}', '{actor}#follow-' || name, 20700 FROM \"group\""
        ))
    });
}

/// Noon of the next day: nobody has quiet hours, and a nudge comes in an hour.
fn noon_comes(town: &Town) {
    let of_day_s = town.app.clock().now().0 / 1_000 % (24 * HOUR_S);
    town.waits_s((12 * HOUR_S - of_day_s).rem_euclid(24 * HOUR_S));
}

/// Ada and Maya, who came long ago, and are told of everything by mail and on a device.
fn two_with_everything_on(town: &Town, group: GroupId, sinks: &mut Sinks) -> (Person, Person) {
    log::must_not_hold(SECRET);
    town.arranges(|tx| tx.batch("UPDATE community SET newcomer_weeks = 0"));
    town.app.forget_house();
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    came_long_ago(town, &[&ada, &maya]);
    for (person, role) in [(&ada, Role::Member), (&maya, Role::Steward)] {
        let face = person.face;
        town.arranges(move |tx| groups::join_plain(tx, group, face, role));
    }
    is_told_by_mail(town, &sinks.carrier, &ada);
    gives(&maya, "maya.vellumotter@post.example").is(303);
    mails_go(town);
    says_yes(town, &maya, &sinks.carrier.mail());
    let sorts = ["replies", "kindness", "answered", "lamp", "agreed", "place", "service"];
    for person in [&ada, &maya] {
        let phone = Phone::new();
        phone.is_turned_on_by(person);
        sinks.phones.push(phone);
        let told = sorts.map(|sort| (sort, "both"));
        chooses(person, &[&told[..], &[("quiet_from", "0"), ("quiet_to", "0")]].concat());
    }
    (ada, maya)
}

/// Everything of Ada's own, and all that goes between the two.
fn they_tell_everything(town: &Town, ada: &Person, maya: &Person, sinks: &mut Sinks) {
    lights(maya);
    let room = asks(town, ada, &[("need", "craving"), ("line", "Tonight, quökka")]);
    sinks.take(town);
    comes(maya, &room).is(303);
    says(maya, &room, "I am here, quökka.").is(303);
    says(ada, &room, "Thank you, quökka.").is(303);
    sinks.take(town);

    let day = [
        ("weather", "hard"),
        ("line", "Rain, quökka"),
        ("intention", "Tea, quökka"),
        ("group", GROUP),
        ("circle", "1"),
    ];
    checks_in(ada, &day).is(303);
    circle::does(maya, "host", &[("week", "this")]);
    circle::does(maya, "greet", &[("words", "Good evening, quökka")]);
    let counter =
        counters::starts(ada, &[("name", "quökka tea"), ("on", "2026-04-09"), ("sight", "profile")]);
    let setback = format!("{counter}/setback");
    let told = [("turn", "leave"), ("words", "One evening, quökka.")];
    ada.fills(&ada.visits(&setback).is(200), &setback, &told).is(303);
    plans::writes(ada, &[("alone", "A walk, quökka")]).is(303);

    let a_week_ago = town.app.clock().now().day().plus(-7).iso();
    let shown = format!("{}/milestone", counters::starts(ada, &[("name", "quökka"), ("on", &a_week_ago)]));
    ada.fills(&ada.visits(&shown).is(200), &shown, &[("group", GROUP)]).is(303);
    chips::gives(maya, "I saw June, quökka.");

    let page = ada.visits("/buddies").is(200);
    let link = ada.fills(&page, "/buddies", &[("line", "Walks, quökka")]).is(303).location;
    maya.fills(&maya.visits(&link).is(200), &link, &[("line", "Tea, quökka")]).is(303);
    let (hers, mayas) = (page_of(ada), page_of(maya));
    for (person, page, note) in [(ada, &hers, "rest"), (maya, &mayas, "thinking")] {
        let id = page.rsplit('/').next().unwrap();
        presses(person, "/buddies/note", &[("buddy", id), ("note", note)]).is(303);
    }
    let hour = [("cadence", "daily"), ("hour", "13"), ("zone", "UTC")];
    ada.fills(&ada.visits(&hers).is(200), &format!("{hers}/nudge"), &hour).is(303);
    maya.fills(&maya.visits(&mayas).is(200), &format!("{mayas}/nudging"), &[]).is(303);

    let small = ada.visits("/small-circle").is(200);
    ada.fills(&small, "/small-circle", &[("group", GROUP)]).is(303);
    let told = shares(ada, GROUP, "I drank last night, quökka.");
    presses(maya, &format!("/p/{told}/note"), &[("note", "glad")]).is(303);
    town.settles();
    for rows in ROWS {
        assert!(town.count(rows) > 0, "nothing lies where it should: {rows}");
    }
}
