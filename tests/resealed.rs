//! What is sealed, and by what: nothing that the ring seals may be forgotten when a key of it is replaced, or it is lost with that key.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hearthside::app::schedule;
use hearthside::federation::actors;
use hearthside::kernel::Chance;
use hearthside::keys::{Ring, RingFile};
use hearthside::policy::Reach;

use crate::generated::schema;
use crate::harness::{Person, Town};
use crate::identity::passkeys;
use crate::notify::phone::{Phone, chooses};
use crate::recovery::{self, checks_in};
use crate::support;
use crate::support::noticing::page_of;

/// Columns that a key of the ring seals: those that are sealed anew once it is replaced.
const BY_THE_RING: &[&str] = &[
    "actor_key.sealed",
    "buddy.noted",
    "buddy.sealed",
    "buddy_link.sealed",
    "chip.sealed",
    "circle_line.sealed",
    "checkin_told.sealed",
    "house_handover.sealed",
    "listening_week.sealed",
    "mail_address.sealed",
    "milestone.sealed",
    "notice_choice.sealed",
    "nudge.sealed",
    "passkey.sealed",
    "push_device.sealed",
    "push_key.sealed",
    "silence.sealed",
];
/// Columns that something else seals, and what does.
const OTHERWISE: &[(&str, &str)] = &[
    ("account.devices", "the member's secret"),
    ("account.muted_words", "the member's secret"),
    ("alias.ban_seal", "a month's key, which no copy holds"),
    ("ask.line", "a month's key, gone within a day"),
    ("ask_usual.sealed", "the member's secret"),
    ("ask_word.words", "a month's key, gone within a day"),
    ("care.answer", "a month's key"),
    ("care.words", "a month's key"),
    ("checkin.entry", "the member's secret"),
    ("counter.book", "the member's secret"),
    ("flag.words", "a month's key"),
    ("own_note.note", "the member's secret"),
    ("plan_card.card", "the member's secret"),
    ("report.quoted", "a month's key"),
    ("report.words", "a month's key"),
    ("session.sealed", "the session's token"),
];
/// Values that the ring seals and no column holds: they stand in an address that somebody keeps.
const NOWHERE_KEPT: &[&str] = &["actor_key.goodbye"];

/// The names that the code gives to what it seals with the ring.
fn named(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            named(&path, found);
        } else {
            let text = fs::read_to_string(&path).unwrap_or_default();
            for after in text.split("Field for ").skip(1) {
                let name =
                    after.split("NAME: &'static str = \"").nth(1).and_then(|rest| rest.split('"').next());
                found.extend(name.filter(|name| name.contains('.')).map(str::to_owned));
            }
        }
    }
}

#[test]
fn every_sealed_column_is_known_and_so_is_what_seals_it() {
    let in_schema: BTreeSet<String> = schema::tables()
        .iter()
        .flat_map(|table| table.columns.iter().map(move |column| (table, column)))
        .filter(|(_, column)| {
            let doc = column.doc();
            column.name.contains("seal") || doc.contains("sealed") && !doc.contains("unsealed")
        })
        .map(|(table, column)| format!("{}.{}", table.name, column.name))
        .collect();
    let known = BY_THE_RING.iter().chain(OTHERWISE.iter().map(|(column, _)| column));
    let known: BTreeSet<String> = known.map(|column| (*column).to_owned()).collect();
    assert_eq!(
        in_schema, known,
        "say in tests/resealed.rs what seals a column; what the ring seals is sealed anew"
    );

    let mut in_code = BTreeSet::new();
    named(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut in_code);
    let by_the_ring: BTreeSet<String> =
        BY_THE_RING.iter().chain(NOWHERE_KEPT).map(|column| (*column).to_owned()).collect();
    assert_eq!(in_code, by_the_ring);
}

/// By which key each value of a column is sealed; never empty, or the test would say nothing.
fn sealed_by(town: &Town, column: &str) -> BTreeSet<String> {
    let (table, name) = column.split_once('.').unwrap();
    let rows = town.lines(&format!("SELECT {name} AS line FROM {table} WHERE {name} IS NOT NULL"));
    assert!(!rows.is_empty(), "nothing is sealed in {column}");
    rows.iter().map(|row| row.split_once('.').expect("a key's name stands before").0.to_owned()).collect()
}

fn makes_a_link(person: &Person, line: &str) -> String {
    let page = person.visits("/buddies").is(200);
    person.fills(&page, "/buddies", &[("cadence", "daily"), ("line", line)]).is(303).location
}

/// Somebody asks for company, and somebody comes.
fn listens(town: &Town, ada: &Person, maya: &Person) {
    town.group("evenings", Reach::Community, &[maya, ada]);
    support::came_long_ago(town, &[maya]);
    support::lights(maya);
    let room = support::asks(town, ada, &[]);
    support::comes(maya, &room).is(303);
}

/// What somebody asks of their buddy, and tells them.
fn asks_a_buddy(ada: &Person) {
    let hers = page_of(ada);
    let side = hers.rsplit('/').next().unwrap();
    let page = ada.visits(&hers).is(200);
    ada.fills(&page, &format!("{hers}/quiet"), &[("days", "3"), ("by", "checkin")]).is(303);
    ada.fills(&page, &format!("{hers}/nudge"), &[("cadence", "daily"), ("hour", "21"), ("zone", "UTC")])
        .is(303);
    checks_in(ada, &[("weather", "good"), ("line", "By the river"), ("buddy", side)]).is(303);
}

/// Something sealed in every column.
fn seals_everywhere(town: &Town, ada: &Person, maya: &Person) -> Phone {
    town.waits_for(actors::public_key(&town.app, actors::Path::community(), None)).unwrap();
    passkeys::adds(town, &passkeys::holder(town, ada), None);
    let link = makes_a_link(ada, "Walks by the river");
    let page = maya.visits(&link).is(200);
    maya.fills(&page, &link, &[("line", "Tea")]).is(303);
    asks_a_buddy(ada);
    makes_a_link(maya, "Another walk");
    listens(town, ada, maya);
    recovery::lives_here(ada, "evenings", ["Tea", "Rain"]);
    recovery::is_given_a_chip(ada, maya, "evenings", "For your week by the river");
    let phone = Phone::new();
    phone.is_turned_on_by(ada);
    chooses(ada, &[("kindness", "none"), ("zone", "Europe/Berlin")]);
    let host = town.host("Patient Alder");
    let page = host.visits("/service").is(200);
    host.fills(&page, "/service", &[("words", "The tea is in the blue tin.")]).is(303);
    let page = ada.visits("/you/notices/mail").is(200);
    ada.fills(&page, "/you/notices/mail", &[("address", "wren.vellumotter@post.example")]).is(303);
    phone
}

on_both! {
    fn what_a_replaced_key_sealed_is_sealed_anew_in_every_column_and_opens(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let _phone = seals_everywhere(town, &ada, &maya);
        let before: BTreeSet<String> = BY_THE_RING.iter().flat_map(|column| sealed_by(town, column)).collect();
        assert_eq!(before.len(), 1);
        let file = RingFile::within(&town.home().data().join("keys"));
        let today = town.app.clock().now().day();
        file.change(|ring| ring.rotate(&Chance::default(), today)).unwrap();
        town.arranges(schedule::wind);
        town.waits_s(3_600);
        town.waits_s(10);
        for column in BY_THE_RING {
            let after = sealed_by(town, column);
            assert!(after.len() == 1 && after.is_disjoint(&before), "{column} is sealed by {after:?}");
        }
        // The old key is gone in time, and everything opens still.
        let goes_by = |ring: &mut Ring| (1..=92).for_each(|day| { ring.tend(today.plus(day), true); });
        file.change(goes_by).unwrap();
        town.app.keys().refresh().unwrap();
        assert_eq!(file.read().unwrap().unwrap().fields().len(), 1);
        ada.visits("/you/notices/mail").is(200).shows("w…@post.example");
        maya.visits("/buddies").is(200).shows("Walks by the river");
        ada.visits("/chips").is(200).shows("For your week by the river");
        maya.visits("/milestones").is(200).shows("A week of mornings");
        maya.visits(&page_of(&maya)).is(200).shows("Rain").shows("Quiet Ada asks to be thought of");
        let page = ada.visits("/you/notices").is(200).shows("this one");
        assert_eq!(page.text("#zone option[selected]"), "Europe/Berlin");
        let own = town.app.federation().own.clone();
        let key_id = actors::Path::community().key_id(&own);
        assert!(town.waits_for(actors::signing_key(&town.app, &own, &key_id)).unwrap().is_some());
    }
}
