//! Somebody who is gone is gone: from every row, from the file itself, from an old copy that is put back.

use std::fs;

use diesel::sql_types::{BigInt, Text};
use hearthside::db::{DatabaseUrl, Db, Purpose, Run as _, backup};
use hearthside::kernel::FaceId;
use hearthside::policy::Reach;

use crate::forum::aliases::{night_owls, whispers};
use crate::forum::{answers, shares};
use crate::harness::{Person, Town};

const DAY_S: i64 = 86_400;
/// Words that stand nowhere else.
const SECRETS: &[&str] = &[
    "zanzibarlantern",
    "quokkaharbour",
    "vellumotter",
    "brindlekettle",
    "mossyorrery",
    "tarpaulinswan",
    "cinderlark",
    "pewterfinch",
    "thimblegrove",
];

#[derive(diesel::QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    place: String,
    #[diesel(sql_type = Text)]
    name: String,
}

#[derive(diesel::QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// Every column of every table, whatever it is for; but for what the audit of this town notes.
fn columns(db: &mut Db) -> Vec<Column> {
    let sqlite =
        "SELECT m.name AS place, c.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c
                  WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'";
    let postgres =
        "SELECT table_name::text AS place, column_name::text AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name <> 'audit_touch'";
    diesel::sql_query(if db.is_sqlite() { sqlite } else { postgres }).rows(db).unwrap()
}

/// Where any of these stands, in any row.
fn found(town: &Town, needles: Vec<String>) -> Vec<String> {
    town.arranges(move |tx| {
        let mut found = Vec::new();
        for Column { place, name } in columns(tx) {
            for needle in &needles {
                let holds = if tx.is_sqlite() {
                    format!("instr(CAST(\"{name}\" AS TEXT), '{needle}') > 0")
                } else {
                    format!("position('{needle}' IN CAST(\"{name}\" AS TEXT)) > 0")
                };
                let question = format!("SELECT count(*) AS n FROM \"{place}\" WHERE {holds}");
                let number: Number = diesel::sql_query(question).row(tx)?;
                if number.n > 0 {
                    found.push(format!("{place}.{name} holds {needle}"));
                }
            }
        }
        Ok(found)
    })
}

fn account_of(town: &Town, face: FaceId) -> i64 {
    town.arranges(move |tx| {
        let question = format!("SELECT id AS n FROM account WHERE face_id = {face}");
        let number: Number = diesel::sql_query(question).row(tx)?;
        Ok(number.n)
    })
}

/// Maya Lake, who leaves a trace of every kind, and Ada, who met her.
fn maya_lived_here(town: &Town) -> (Person, Person, String) {
    town.begins();
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Community, &[&ada, &maya]);
    for _ in 0..3 {
        town.waits_s(5 * DAY_S);
    }
    let names = maya.visits("/you/names").is(200);
    maya.fills(&names, "/you/names", &[("about", SECRETS[0])]).is(303);
    let own = shares(&maya, "evenings", SECRETS[1]);
    let edit = maya.visits(&format!("/p/{own}/edit")).is(200);
    maya.fills(&edit, &format!("/p/{own}/edit"), &[("title", SECRETS[2]), ("body", SECRETS[2])]).is(303);
    let hers = shares(&ada, "evenings", "What Ada said.");
    answers(&maya, &hers, None, SECRETS[3]);
    answers(&ada, &own, None, "What Ada answered.");
    let token = maya.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
    maya.posts(&format!("/p/{hers}/react"), &[("csrf", &token), ("kind", "with")]).is(303);
    let draft = serde_json::json!({"place": "share", "fields": [["body", SECRETS[4]]]}).to_string();
    let json = [("content-type", "application/json")];
    maya.sends("POST", "/api/v1/drafts", &json, Some(draft.as_bytes())).is(201);
    let link = maya.visits("/invitations").is(200);
    maya.fills(&link, "/invitations", &[("label", SECRETS[5])]);
    crate::recovery::lives_here(&maya, "evenings", [SECRETS[6], SECRETS[7]]);
    let label = maya.visits("/you/affiliation").is(200);
    maya.fills(&label, "/you/affiliation", &[("tie", "treatment"), ("with", SECRETS[8])]).is(303);
    town.settles();
    (ada, maya, own)
}

/// Shows who they are, and closes the account.
fn goes(maya: &Person, how: &[(&str, &str)]) {
    let to = maya.visits("/you/data/delete");
    if to.status == 303 {
        maya.fills(&maya.visits(&to.location), "/you/proof", &[("words", &maya.words)]).is(303);
    }
    maya.fills(&maya.visits("/you/data/delete").is(200), "/you/data/delete", how).is(303);
}

fn needles(town: &Town, maya: &Person) -> Vec<String> {
    let mut needles: Vec<String> = SECRETS.iter().map(|word| (*word).to_owned()).collect();
    needles.extend(["Maya Lake".to_owned(), "mayalake".to_owned(), maya.face.to_string()]);
    needles.push(account_of(town, maya.face).to_string());
    needles
}

/// A minute for what is left to be buried, and eight days for the news of it to be forgotten.
fn time_passes(town: &Town) {
    town.settles();
    town.waits_s(61);
    for _ in 0..8 {
        town.waits_s(DAY_S);
    }
}

on_both! {
    fn no_row_and_no_word_of_somebody_is_left(town) {
        let (ada, maya, own) = maya_lived_here(town);
        let needles = needles(town, &maya);
        let before = found(town, needles.clone());
        for needle in &needles {
            assert!(before.iter().any(|place| place.ends_with(needle.as_str())) || needle.len() < 12, "{needle} was never there: {before:?}");
        }
        goes(&maya, &[("when", "now")]);
        time_passes(town);

        assert_eq!(found(town, needles), Vec::<String>::new());
        assert_eq!(town.count("SELECT count(*) AS n FROM counter"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM checkin"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM own_note"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM account"), 1);
        ada.visits(&format!("/p/{own}")).is(410);
        let stranger = town.stranger();
        stranger.fills(&stranger.visits("/hello"), "/hello", &[("name", "maya lake"), ("agrees", "1")]).is(422).shows("is free");
        stranger.posts("/back-in", &[("words", &maya.words)]);
        stranger.visits("/you").is(303);
    }

    fn words_that_stay_lead_to_nobody(town) {
        let (ada, maya, own) = maya_lived_here(town);
        let account = account_of(town, maya.face).to_string();
        goes(&maya, &[("words", "leave"), ("when", "now")]);
        time_passes(town);
        ada.visits(&format!("/p/{own}")).is(200).shows(SECRETS[2]).shows("a former member").hides("Maya");
        let gone = [SECRETS[0], SECRETS[1], SECRETS[4], SECRETS[5], SECRETS[6], SECRETS[7], "Maya Lake", "mayalake", &account];
        assert_eq!(found(town, gone.map(str::to_owned).to_vec()), Vec::<String>::new());
    }

    fn a_week_is_left_to_stay_after_all(town) {
        let (ada, maya, own) = maya_lived_here(town);
        goes(&maya, &[("when", "week")]);
        maya.visits("/you").is(303);
        let status = maya.visits("/status").is(200).shows("Your account will be gone on 13 December 2026");
        ada.visits("/people/Maya%20Lake").is(404);
        ada.visits(&format!("/p/{own}")).is(200);
        town.waits_s(6 * DAY_S);
        maya.fills(&status, "/status/stay", &[]).is(303);
        maya.visits("/you").is(200).shows("Maya Lake");
        ada.visits("/people/Maya%20Lake").is(200);
        for _ in 0..9 {
            town.waits_s(DAY_S);
        }
        maya.visits("/you").is(200);

        goes(&maya, &[("when", "week")]);
        for _ in 0..6 {
            town.waits_s(DAY_S);
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM account"), 2);
        town.waits_s(2 * DAY_S);
        assert_eq!(town.count("SELECT count(*) AS n FROM account"), 1);
        ada.visits(&format!("/p/{own}")).is(410);
    }

    fn what_an_alias_said_goes_with_its_holder_if_they_say_so_and_not_in_the_same_breath(town) {
        town.begins();
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let hers = whispers(&ada, "thread", "Ada as an alias.");
        let one = whispers(&maya, "thread", "Maya as an alias.");
        let two = whispers(&maya, "group", "Maya as another.");
        maya.visits("/you/names").is(200);
        town.settles();
        let rows = "SELECT count(*) AS n FROM alias WHERE at_expiry = 'delete'";
        goes(&maya, &[("when", "now"), ("alias_words", "back")]);
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM account"), 1);
        assert_eq!(town.count(rows), 0, "nothing on the other side tells the moment");
        town.waits_s(13 * 3_600);
        assert_eq!(town.count(rows), 2);
        ada.visits(&format!("/p/{one}")).is(200);
        for _ in 0..10 {
            town.waits_s(DAY_S);
        }
        town.settles();
        for gone in [&one, &two] {
            ada.visits(&format!("/p/{gone}")).is(410);
        }
        ada.visits(&format!("/p/{hers}")).is(200).shows("Ada as an alias.");
        for _ in 0..35 {
            town.waits_s(DAY_S);
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 1);
        for _ in 0..8 {
            town.waits_s(DAY_S);
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM face WHERE kind = 'alias'"), 1, "nor is its name left");
    }

    fn whoever_says_nothing_of_their_aliases_leaves_what_they_said_as_chosen(town) {
        town.begins();
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let one = whispers(&maya, "thread", "Maya as an alias.");
        goes(&maya, &[("when", "now")]);
        for _ in 0..12 {
            town.waits_s(DAY_S);
        }
        ada.visits(&format!("/p/{one}")).is(200).shows("Maya as an alias.");
    }

    fn a_clock_that_jumps_ends_nobody(town) {
        let (_ada, maya, _) = maya_lived_here(town);
        goes(&maya, &[("when", "week")]);
        town.waits_s(400 * DAY_S);
        town.waits_s(DAY_S);
        assert_eq!(town.count("SELECT count(*) AS n FROM account"), 2, "the clock may have been set wrong");
        for _ in 0..8 {
            town.waits_s(DAY_S);
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM account"), 1);
    }
}

#[test]
fn nothing_of_somebody_is_left_in_the_file() {
    let town = Town::on_sqlite();
    let (ada, maya, _) = maya_lived_here(&town);
    let needles = needles(&town, &maya);
    goes(&maya, &[("when", "now")]);
    time_passes(&town);
    drop((maya, ada));
    let home = town.closes();
    let log = home.data().join("hearthside.sqlite-wal");
    // The writer empties its log as the last thing it does, a moment after the town is closed.
    for _ in 0..50 {
        if fs::metadata(&log).map_or(0, |log| log.len()) == 0 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    for entry in fs::read_dir(home.data()).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file())
    {
        let bytes = fs::read(entry.path()).unwrap();
        for needle in needles.iter().filter(|needle| needle.chars().any(char::is_alphabetic)) {
            let holds =
                bytes.windows(needle.len()).any(|window| window.eq_ignore_ascii_case(needle.as_bytes()));
            assert!(!holds, "{} holds {needle}", entry.path().display());
        }
    }
}

#[test]
fn an_old_copy_brings_nobody_back() {
    let town = Town::on_sqlite();
    let (ada, maya, own) = maya_lived_here(&town);
    let (folder, old) = (town.home().data().to_owned(), town.home().data().join("old.sqlite"));
    let DatabaseUrl::Sqlite(file) = town.home().url() else { panic!("a file") };
    backup::copy(&mut town.home().url().open(Purpose::Write).unwrap(), &old).unwrap();
    goes(&maya, &[("when", "now")]);
    time_passes(&town);
    let list = fs::read_to_string(town.app.settings().server.keys().join("erased.log")).unwrap();
    assert_eq!(list.trim().lines().count(), 1);
    assert!(!list.contains("Maya") && list.trim().ends_with(" gone"), "{list}");
    drop((maya, ada));

    let home = town.closes();
    for ending in ["-wal", "-shm"] {
        let _ =
            fs::remove_file(folder.join(format!("{}{ending}", file.file_name().unwrap().to_string_lossy())));
    }
    fs::rename(&old, &file).unwrap();
    let town = Town::again(home);
    assert_eq!(town.count("SELECT count(*) AS n FROM account"), 2, "the copy holds her");
    town.begins();
    assert_eq!(town.count("SELECT count(*) AS n FROM account"), 1);
    let stranger = town.stranger();
    stranger.visits(&format!("/p/{own}"));
    time_passes(&town);
    assert_eq!(found(&town, SECRETS.iter().map(|word| (*word).to_owned()).collect()), Vec::<String>::new());
}
