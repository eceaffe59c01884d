//! Members who are told by e-mail: to which address, in which words, when, and when no more.

use hearthside::policy::Reach;

use super::carrier::{ADDRESS, Carrier, gives, is_told_by_mail, mails_go, says_yes, waits_and_mails_go};
use super::phone::chooses;
use crate::forum::aliases::{night_owls, whispers};
use crate::forum::said::{answers, opens};
use crate::harness::{Person, Town};
use crate::support::{asks, comes, keeps_hours, lights, two_neighbours};

/// One body, two tests, each with a carrier of its own.
macro_rules! on_both_by_mail {
    ($(fn $name:ident($town:ident, $carrier:ident) $body:block)+) => {$(
        fn $name($town: &$crate::harness::Town, $carrier: &$crate::notify::carrier::Carrier) $body

        mod $name {
            use $crate::harness::Home;
            use $crate::notify::carrier::{Carrier, town};

            #[test]
            fn sqlite() {
                let carrier = Carrier::new();
                super::$name(&town(Home::sqlite(), &carrier, &[]), &carrier);
            }

            #[test]
            fn postgres() {
                let carrier = Carrier::new();
                if let Some(home) = Home::postgres() {
                    super::$name(&town(home, &carrier, &[]), &carrier);
                }
            }
        }
    )+};
}
pub(super) use on_both_by_mail;

/// Ada, who is told of answers by mail, and Maya, who answers.
pub fn told(town: &Town, carrier: &Carrier) -> (Person, Person) {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Community, &[&ada, &maya]);
    is_told_by_mail(town, carrier, &ada);
    chooses(&ada, &[("replies", "mail")]);
    (ada, maya)
}

pub fn letters(town: &Town) -> i64 {
    town.count("SELECT count(*) AS n FROM mail_letter")
}

pub fn addresses(town: &Town) -> i64 {
    town.count("SELECT count(*) AS n FROM mail_address")
}

on_both_by_mail! {
    fn an_address_says_yes_by_a_link_before_anything_else_goes_there(town, carrier) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        chooses(&ada, &[("kindness", "none"), ("replies", "here")]);
        ada.visits("/you/notices").is(200).shows("A line by e-mail").hides("There, and by e-mail");
        assert_eq!(gives(&ada, ADDRESS).is(303).location, "/you/notices/mail");
        ada.visits("/you/notices/mail").is(200).shows("A mail with a link is on its way").shows("w…@post.example").hides("vellumotter");
        mails_go(town);
        let asked = carrier.mail();
        assert_eq!(asked.line(), "Someone gave this address. If that was you, this link says so. If not, leave it, and nothing more comes.");
        assert!(asked.link(town).starts_with("/mail/yes/"));
        // Chosen or not: nothing goes there yet.
        ada.sends("PUT", "/api/v1/notices", &[("content-type", "application/json")],
            Some(br#"{"told":[{"sort":"replies","place":"mail"}],"quiet_from":22,"quiet_to":8,"zone":"UTC"}"#)).is(204);
        let thread = opens(town, &ada, "evenings", "First week");
        answers(town, &maya, &thread, "With you");
        assert_eq!((waits_and_mails_go(town), letters(town)), (0, 0));
        // A look says nothing yet: machines open links too.
        ada.visits(&asked.link(town)).is(200).shows("Is this your address?");
        ada.visits("/you/notices/mail").is(200).shows("A mail with a link is on its way");
        says_yes(town, &ada, &asked);
        ada.visits("/you/notices/mail").is(200).shows("Your address is confirmed.");
        ada.visits("/you/notices").is(200).shows("There, and by e-mail").shows("There, on my devices and by e-mail");
        answers(town, &maya, &thread, "And again");
        assert_eq!(waits_and_mails_go(town), 1);
        assert_eq!(carrier.mail().line(), "Someone replied.");
    }

    fn a_mail_is_one_neutral_line_and_a_link_byte_for_byte(town, carrier) {
        let (ada, maya) = told(town, carrier);
        let thread = opens(town, &ada, "evenings", "First week");
        answers(town, &maya, &thread, "With you");
        answers(town, &maya, &thread, "And again");
        assert_eq!(mails_go(town), 0, "it waits for a while");
        assert_eq!(waits_and_mails_go(town), 1);
        let heard = carrier.mail();
        let origin = town.app.settings().server.origin();
        let (id, off) = (heard.header("Message-ID"), heard.header("List-Unsubscribe"));
        let token = off.trim_end_matches('>').rsplit('/').next().unwrap();
        assert_eq!((token.len(), id.len()), (43, "<@porch.example>".len() + 32));
        let now = town.app.clock().now().rfc2822();
        let expected = format!(
            "Date: {now}\r\nFrom: <notes@porch.example>\r\nTo: <{ADDRESS}>\r\nMessage-ID: {id}\r\nSubject: A note for you\r\n\
             Auto-Submitted: auto-generated\r\nList-Unsubscribe: <{origin}/mail/off/{token}>\r\n\
             List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\
             Content-Transfer-Encoding: 7bit\r\n\r\nSomeone replied.\r\n\r\n{origin}/news\r\n"
        );
        assert_eq!(heard.mail.as_deref(), Some(&*expected));
        let commands: Vec<&str> = heard.commands.iter().map(String::as_str).collect();
        assert_eq!(
            commands[1..],
            ["MAIL FROM:<notes@porch.example>", &*format!("RCPT TO:<{ADDRESS}>"), "DATA", "QUIT"]
        );
        assert!(commands[0].starts_with("EHLO "));
        for word in ["Maya", "Ada", "First week", "evenings", &*thread, "Porchlight", "recover", "Hearthside"] {
            assert!(!expected.to_lowercase().contains(&word.to_lowercase()), "{word}");
        }
        assert_eq!((waits_and_mails_go(town), letters(town)), (0, 0));
    }

    fn a_mail_is_in_its_readers_language_and_plain_on_the_way(town, carrier) {
        let ada = town.person("Quiet Ada");
        let page = ada.sends("GET", "/you/notices/mail", &[("accept-language", "es")], None).is(200);
        let form = page.form("/you/notices/mail", &[("address", ADDRESS)]);
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&form).finish();
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("accept-language", "es")];
        ada.sends("POST", "/you/notices/mail", &headers, Some(body.as_bytes())).is(303);
        mails_go(town);
        let asked = carrier.mail();
        assert!(asked.body().starts_with("Alguien dio esta direcci"), "{}", asked.body());
        assert!(asked.mail.as_deref().unwrap().is_ascii());
        assert_eq!(asked.header("Content-Transfer-Encoding"), "quoted-printable");
        assert!(asked.body().split("\r\n").all(|line| line.len() <= 76));
        assert_eq!(asked.header("Subject"), "Una nota para ti");
    }

    fn several_things_are_one_mail_and_a_day_holds_a_few(town, carrier) {
        let (ada, maya) = told(town, carrier);
        chooses(&ada, &[("replies", "mail"), ("kindness", "mail"), ("quiet_from", "3"), ("quiet_to", "3")]);
        let thread = opens(town, &ada, "evenings", "First week");
        let reacts = |word: &str| {
            let page = maya.visits(&format!("/p/{thread}")).is(200);
            maya.fills(&page, &format!("/p/{thread}/react"), &[("kind", word)]).is(303);
            town.settles();
        };
        answers(town, &maya, &thread, "With you");
        reacts("with");
        assert_eq!(letters(town), 2);
        waits_and_mails_go(town);
        assert_eq!((carrier.mail().line().to_owned(), letters(town)), ("Several things are waiting.".to_owned(), 0));
        // Half past seven in the evening, and four hours and a half are left of the day.
        let mut lines = Vec::new();
        for n in 0..5 {
            answers(town, &maya, &opens(town, &ada, "evenings", &format!("number {n}")), "With you");
            waits_and_mails_go(town);
            lines.extend(carrier.mails().iter().map(|mail| mail.line().to_owned()));
        }
        assert_eq!(lines, ["Someone replied."; 3], "four a day, the first one counted");
        assert_eq!(letters(town), 1, "what came beyond waits");
        town.waits_s(5 * 3_600);
        mails_go(town);
        assert_eq!((carrier.mail().line().to_owned(), letters(town)), ("Someone replied.".to_owned(), 0));
    }

    fn news_that_was_read_meanwhile_is_not_mailed(town, carrier) {
        let (ada, maya) = told(town, carrier);
        answers(town, &maya, &opens(town, &ada, "evenings", "First week"), "With you");
        ada.fills(&ada.visits("/news"), "/news", &[]).is(303);
        waits_and_mails_go(town);
        assert_eq!((carrier.heard().len(), letters(town)), (0, 0));
    }

    fn in_quiet_hours_only_the_answer_to_ones_own_ask_is_mailed(town, carrier) {
        let (ada, maya) = two_neighbours(town);
        is_told_by_mail(town, carrier, &ada);
        let mayas = "maya.vellumotter@post.example";
        gives(&maya, mayas).is(303);
        mails_go(town);
        says_yes(town, &maya, &carrier.mail());
        let quiet = [("quiet_from", "19"), ("quiet_to", "8")];
        chooses(&ada, &[&quiet[..], &[("answered", "mail"), ("replies", "both")]].concat());
        chooses(&maya, &[&quiet[..], &[("lamp", "mail")]].concat());
        keeps_hours(&maya, &[("askable", "groups")]).is(303);
        let room = asks(town, &ada, &[("consent", "groups")]);
        town.waits_s(120);
        maya.visits("/news").is(200).shows("Somebody asks for company");
        mails_go(town);
        assert_eq!(carrier.heard().len(), 0, "whoever may be asked and has no lamp lit is not woken");
        comes(&maya, &room).is(303);
        answers(town, &maya, &opens(town, &ada, "evenings", "First week"), "With you");
        mails_go(town);
        waits_and_mails_go(town);
        let came = carrier.mail();
        assert_eq!((came.line(), came.header("To")), ("Someone is there.", &*format!("<{ADDRESS}>")));
        town.waits_s(12 * 3_600 + 1_800);
        waits_and_mails_go(town);
        assert_eq!(carrier.mail().line(), "Someone replied.");
    }

    fn an_ask_is_mailed_at_once_to_whoever_lit_a_lamp(town, carrier) {
        let (ada, maya) = two_neighbours(town);
        is_told_by_mail(town, carrier, &maya);
        chooses(&maya, &[("lamp", "mail"), ("quiet_from", "3"), ("quiet_to", "3")]);
        lights(&maya);
        asks(town, &ada, &[("need", "craving"), ("line", "Zanzibar night")]);
        mails_go(town);
        let asked = carrier.mail();
        assert_eq!(asked.line(), "Someone asks if you are there.");
        assert!(!asked.mail.as_deref().unwrap().contains("Zanzibar"));
    }

    fn nothing_is_mailed_for_an_alias(town, carrier) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        is_told_by_mail(town, carrier, &ada);
        chooses(&ada, &[("replies", "mail"), ("kindness", "both"), ("place", "mail")]);
        let thread = whispers(&ada, "thread", "Nobody here knows this.");
        town.settles();
        answers(town, &maya, &thread, "With you");
        assert_eq!(letters(town), 0);
        waits_and_mails_go(town);
        assert_eq!(carrier.heard().len(), 0);
        ada.visits("/news").is(200).shows("Maya Lake answered you");
    }

    fn an_address_that_is_taken_back_is_gone_at_once_with_all_that_was_on_its_way(town, carrier) {
        let (ada, maya) = told(town, carrier);
        answers(town, &maya, &opens(town, &ada, "evenings", "First week"), "With you");
        assert_eq!(letters(town), 1);
        let page = ada.visits("/you/notices/mail").is(200);
        ada.fills(&page, "/you/notices/mail/off", &[]).is(303);
        assert_eq!((addresses(town), letters(town)), (0, 0));
        waits_and_mails_go(town);
        assert_eq!(carrier.heard().len(), 0);
        ada.visits("/you/notices").is(200).hides("There, and by e-mail");
        let chosen = ada.sends("GET", "/api/v1/notices", &[("accept", "application/json")], None).json();
        assert_eq!(chosen["told"][0]["place"], "here", "no choice is left that leads nowhere");
    }

    fn whoever_is_paused_or_gone_is_not_mailed(town, carrier) {
        let (ada, maya) = told(town, carrier);
        let face = ada.face;
        let thread = opens(town, &ada, "evenings", "First week");
        answers(town, &maya, &thread, "With you");
        town.arranges(move |tx| {
            tx.batch(&format!("UPDATE account SET state = 'paused', state_until = 999999 WHERE face_id = {face}"))
        });
        waits_and_mails_go(town);
        answers(town, &maya, &thread, "Still");
        assert_eq!((carrier.heard().len(), letters(town), addresses(town)), (0, 0, 1));
        town.arranges(move |tx| {
            tx.emit(hearthside::events::identity::Event::AccountErased { face, takes_words_back: false })
        });
        town.settles();
        assert_eq!(addresses(town), 0);
    }

    fn an_address_lies_sealed(town, carrier) {
        let (_, _) = told(town, carrier);
        let row = town.lines("SELECT sealed || off_hash AS line FROM mail_address").concat();
        assert!(row.len() > 800 && !row.contains("vellumotter") && !row.contains("post.example"));
    }
}
