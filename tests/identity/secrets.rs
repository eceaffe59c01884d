//! The member secret and sealed sessions: what every way back in opens, and what a copy of the database does not say.

use std::os::unix::fs::PermissionsExt as _;

use diesel::sql_types::Text;
use diesel::{QueryableByName, sql_query};
use hearthside::db::schema::{account, session};
use hearthside::db::{Purpose, Run as _};
use hearthside::kernel::AccountId;

use diesel::prelude::*;

use crate::harness::{Home, Person, Town};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

fn devices(browser: &crate::harness::Browser) -> usize {
    browser.visits("/you/safety").is(200).count("form[action$='/name']")
}

fn account_of(town: &Town, person: &Person) -> AccountId {
    let face = person.face;
    town.arranges(move |tx| account::table.filter(account::face_id.eq(face)).select(account::id).row(tx))
}

on_both! {
    fn every_way_back_in_opens_what_the_others_sealed(town) {
        let ada = town.person("Quiet Ada");
        let page = ada.visits("/you/safety/password").is(200);
        let fields = [("password", "lamp river forty spoons"), ("again", "lamp river forty spoons")];
        ada.fills(&page, "/you/safety/password", &fields).is(303);
        ada.fills(&ada.visits("/you/safety/codes"), "/you/safety/codes", &[]).is(303);
        let codes = ada.visits("/you/safety/codes").texts("ul.codes li");

        // The list of devices is sealed with the secret: whoever sees all of them holds the same one.
        let ways = [
            vec![("words", ada.words.as_str())],
            vec![("name", "Quiet Ada"), ("password", "lamp river forty spoons")],
            vec![("code", codes[0].as_str())],
        ];
        for (place, way) in ways.iter().enumerate() {
            let browser = town.stranger();
            browser.posts("/back-in", way).is(303);
            assert_eq!(devices(&browser), place + 2, "{way:?}");
        }
        // The code brought new words, which wrap it as well; and so do words asked for, and a password changed.
        let made = ada.fills(&ada.visits("/you/safety"), "/you/safety/words", &[]).is(303);
        let words = ada.visits(&made.location).is(200).texts("ol.words li").join(" ");
        let other = [("password", "twelve kettles on a shelf"), ("again", "twelve kettles on a shelf")];
        ada.fills(&ada.visits("/you/safety/password"), "/you/safety/password", &other).is(303);
        for way in [
            vec![("words", words.as_str())],
            vec![("name", "Quiet Ada"), ("password", "twelve kettles on a shelf")],
            vec![("code", codes[1].as_str())],
        ] {
            let browser = town.stranger();
            browser.posts("/back-in", &way).is(303);
            assert!(devices(&browser) > 4, "{way:?}");
        }
    }

    fn a_used_code_wraps_nothing_any_more(town) {
        let ada = town.person("Quiet Ada");
        ada.fills(&ada.visits("/you/safety/codes"), "/you/safety/codes", &[]).is(303);
        let codes = ada.visits("/you/safety/codes").texts("ul.codes li");
        assert_eq!(town.count("SELECT count(*) AS n FROM recovery_code WHERE wrapped <> ''"), 10);
        town.stranger().posts("/back-in", &[("code", &codes[0])]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM recovery_code WHERE wrapped <> ''"), 9);
    }

    fn a_second_press_of_the_form_to_come_in_holds_the_same_secret(town) {
        town.opens_its_doors("open");
        let browser = town.stranger();
        let hello = browser.visits("/hello").is(200);
        let fields = [("name", "Quiet Ada"), ("agrees", "1")];
        let again = town.stranger();
        browser.fills(&hello, "/hello", &fields).is(303);
        again.fills(&hello, "/hello", &fields).is(303);
        assert_eq!((devices(&again), devices(&browser)), (2, 2));
    }

    fn one_device_signs_another_out(town) {
        let ada = town.person("Quiet Ada");
        let phone = town.stranger();
        phone.posts("/back-in", &[("words", &ada.words)]).is(303);
        // A week later both have other tokens, and the list follows.
        town.waits_s(7 * 86_400);
        phone.visits("/you").is(200);
        ada.visits("/you").is(200);
        let page = ada.visits("/you/safety").is(200);
        let devices: Vec<&str> = page.body.split("<li class=\"stack tight\">").skip(1).collect();
        let (own, others): (Vec<&str>, Vec<&str>) = devices.iter().partition(|row| row.contains("tag new"));
        assert_eq!((own.len(), others.len()), (1, 1));
        for row in [others[0], own[0]] {
            let path = row.split("action=\"").filter_map(|part| part.split('"').next()).find(|path| path.ends_with("/out"));
            ada.posts(path.unwrap(), &[("csrf", &page.attribute("input[name=csrf]", "value").unwrap())]).is(303);
            phone.visits("/you").is(303);
        }
        ada.visits("/you").is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM session"), 0);
    }

    fn a_row_put_back_by_hand_lets_nobody_in(town) {
        let ada = town.person("Quiet Ada");
        let token = ada.cookie("__Host-s").unwrap();
        let rows: Vec<(String, String, i64)> = town.arranges(|tx| {
            session::table.select((session::id_hash, session::sealed, session::expires_week)).rows(tx)
        });
        let kept = rows.clone();
        ada.fills(&ada.visits("/you/safety"), "/you/safety/everywhere/out", &[]).is(303);
        let put_back = move |tx: &mut hearthside::db::Tx<'_>| {
            for (row, sealed, week) in kept.clone() {
                diesel::insert_into(session::table)
                    .values((session::id_hash.eq(row), session::sealed.eq(sealed), session::expires_week.eq(week)))
                    .exec(tx)?;
            }
            Ok(())
        };
        town.arranges(put_back);
        ada.keeps("__Host-s", &token);
        ada.visits("/you").is(303);
        // Nor does a row with another's name on it: the seal knows where it belongs.
        let bea = town.person("Bea Stone");
        town.arranges(move |tx| {
            tx.batch(&format!("UPDATE session SET sealed = '{}' WHERE id_hash <> '{}'", rows[0].1, rows[0].0))
        });
        bea.visits("/you").is(303);
    }

    fn a_copy_of_the_database_does_not_say_who_is_signed_in(town) {
        let (ada, bea) = (town.person("Quiet Ada"), town.person("Bea Stone"));
        let ids = [ada.face.0, bea.face.0, account_of(town, &ada).0, account_of(town, &bea).0];
        let needles: Vec<Vec<u8>> = ids.iter().flat_map(|id| spellings(*id)).collect();
        let (sessions, all) = raw(town);
        let holds = |bytes: &[u8], needle: &[u8]| bytes.windows(needle.len()).any(|at| at == needle);
        assert_eq!(town.count("SELECT count(*) AS n FROM session"), 2);
        for needle in &needles {
            assert!(!holds(&sessions, needle), "{needle:?} stands near a session");
        }
        // The search would have found them: the accounts are in the same copy.
        for id in ids {
            assert!(spellings(id).iter().any(|needle| holds(&all, needle)), "{id} was not found anywhere");
        }
    }

    fn months_end_with_the_days_and_not_with_a_jump_of_the_clock(town) {
        let today = |town: &Town| town.app.clock().now().day();
        let (month, key) = town.app.keys().epoch_of(today(town)).unwrap();
        assert_eq!(town.app.keys().epoch_of(today(town)).unwrap(), (month.clone(), key.clone()));
        let _ada = town.person("Quiet Ada");
        winds(town);
        town.waits_s(3_650 * 86_400);
        assert_eq!(town.app.keys().epoch(&month).unwrap(), Some(key));
        let mut days = 0;
        while town.app.keys().epoch(&month).unwrap().is_some() {
            town.waits_s(86_400);
            days += 1;
            assert!(days < 100, "the month never ends");
        }
        assert!(days > 80, "gone after {days} days");
        let file = town.home().data().join("keys/ring.json");
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o400);
        assert!(!std::fs::read_to_string(file).unwrap().contains(&month));
    }
}

/// How a number may stand in a file: as text, in PostgreSQL's rows, in SQLite's rows, and as SQLite's row id.
fn spellings(id: i64) -> Vec<Vec<u8>> {
    let bytes = id.to_be_bytes();
    let short = bytes.iter().copied().skip_while(|byte| *byte == 0).collect();
    let groups =
        (0..9).rev().map(|n| u8::try_from(id >> (7 * n) & 127).unwrap()).skip_while(|group| *group == 0);
    let groups: Vec<u8> = groups.collect();
    let last = groups.len() - 1;
    let row =
        groups.iter().enumerate().map(|(n, group)| if n < last { group | 128 } else { *group }).collect();
    vec![id.to_string().into_bytes(), id.to_le_bytes().to_vec(), short, row]
}

/// Puts the recurring jobs into the queue, as `serve` does.
fn winds(town: &Town) {
    town.arranges(hearthside::app::schedule::wind);
}

/// Every page on the disk that holds a session, and all pages there are.
fn raw(town: &Town) -> (Vec<u8>, Vec<u8>) {
    let rows: Vec<String> = town.arranges(|tx| session::table.select(session::id_hash).rows(tx));
    match town.home() {
        Home::Folder(folder) => {
            let read = |file: &str| std::fs::read(folder.join(file)).unwrap_or_default();
            let (file, log) = (read("hearthside.sqlite"), read("hearthside.sqlite-wal"));
            let size = usize::from(u16::from_be_bytes([file[16], file[17]]));
            // The log has a head of its own, and so has each page in it.
            let logged =
                log.get(32..).unwrap_or_default().chunks(24 + size).filter_map(|frame| frame.get(24..));
            let pages: Vec<&[u8]> = file.chunks(size).chain(logged).collect();
            let holds = |page: &[u8], row: &String| page.windows(row.len()).any(|at| at == row.as_bytes());
            assert!(rows.iter().all(|row| pages.iter().any(|page| holds(page, row))));
            let near = pages.iter().filter(|page| rows.iter().any(|row| holds(page, row)));
            (near.copied().flatten().copied().collect(), pages.concat())
        }
        Home::Postgres { .. } => {
            let url = town.home().url();
            let read = move |table: &'static str| {
                let url = url.clone();
                let heap = format!(
                    "SELECT encode(pg_read_binary_file(pg_relation_filepath('{table}')), 'hex') AS line"
                );
                let lines: Vec<Line> = std::thread::spawn(move || {
                    let mut db = url.open(Purpose::Write).unwrap();
                    db.batch("CHECKPOINT").unwrap();
                    sql_query(heap).rows(&mut db).unwrap()
                })
                .join()
                .unwrap();
                let hex = lines.into_iter().map(|line| line.line).collect::<String>();
                (0..hex.len() / 2)
                    .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
                    .collect::<Vec<u8>>()
            };
            let sessions = [read("session"), read("session_pkey"), read("session_by_expiry")].concat();
            assert!(rows.iter().all(|row| sessions.windows(row.len()).any(|at| at == row.as_bytes())));
            (sessions, [read("account"), read("face")].concat())
        }
    }
}
