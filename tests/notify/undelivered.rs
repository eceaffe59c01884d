//! A machine that carries mails and does not, and addresses that nobody has.

use std::time::Duration;

use hearthside::app::schedule;

use super::carrier::{ADDRESS, Carrier, Heard, Manner, gives, mails_go, town as by_mail, waits_and_mails_go};
use super::mail::{addresses, letters, on_both_by_mail, told};
use crate::cli::{Desk, Told};
use crate::forum::said::{answers, opens};
use crate::harness::Home;

/// It answers so to a command that begins so.
fn says(word: &'static str, answer: &'static str) -> Manner {
    Manner { says: vec![(word, answer)], ..Manner::default() }
}

on_both_by_mail! {
    fn an_address_that_nobody_has_is_let_go_and_its_member_hears_of_it(town, carrier) {
        let (ada, maya) = told(town, carrier);
        let thread = opens(town, &ada, "evenings", "First week");
        carrier.behaves(says("RCPT", "550 5.1.1 <wren.vellumotter@post.example>: no such user"));
        answers(town, &maya, &thread, "With you");
        waits_and_mails_go(town);
        let [refused] = carrier.heard().try_into().expect("one try");
        assert_eq!(refused.commands.last().map(String::as_str), Some("QUIT"));
        assert_eq!((addresses(town), letters(town)), (0, 0));
        ada.visits("/news").is(200).shows("Mails to the address you gave do not arrive.");
        answers(town, &maya, &thread, "And again");
        assert_eq!((waits_and_mails_go(town), carrier.heard().len()), (0, 0));
        ada.visits("/you/notices/mail").is(200).shows("Give an address").hides("w…@post.example");
    }

    fn a_machine_that_refuses_everybody_takes_nobodys_address_away(town, carrier) {
        let (ada, maya) = told(town, carrier);
        let thread = opens(town, &ada, "evenings", "First week");
        for manner in [
            says("RCPT", "550 5.7.1 relaying denied"),
            says("RCPT", "554 no"),
            says("DATA", "554 5.6.0 not so"),
            says(".", "554 5.7.1 looks like something we do not carry"),
        ] {
            carrier.behaves(manner);
            answers(town, &maya, &thread, "With you");
            waits_and_mails_go(town);
            assert_eq!((carrier.heard().len(), letters(town), addresses(town)), (1, 0, 1), "one try, and no more");
        }
        carrier.behaves(Manner::default());
        answers(town, &maya, &thread, "And again");
        waits_and_mails_go(town);
        assert_eq!(carrier.mail().line(), "Someone replied.");
    }

    fn what_is_not_taken_now_is_tried_again_under_the_same_name(town, carrier) {
        let (ada, maya) = told(town, carrier);
        let thread = opens(town, &ada, "evenings", "First week");
        carrier.behaves(says(".", "451 4.3.0 later"));
        answers(town, &maya, &thread, "With you");
        waits_and_mails_go(town);
        let first = carrier.mail();
        assert_eq!((letters(town), mails_go(town)), (1, 0), "not at once");
        carrier.behaves(Manner::default());
        town.waits_s(20);
        mails_go(town);
        let second = carrier.mail();
        assert_eq!(first.header("Message-ID"), second.header("Message-ID"));
        assert_eq!(letters(town), 0);
    }

    fn a_machine_that_drops_the_line_anywhere_is_asked_less_and_less(town, carrier) {
        let (ada, maya) = told(town, carrier);
        let thread = opens(town, &ada, "evenings", "First week");
        answers(town, &maya, &thread, "With you");
        town.waits_s(super::phone::A_WHILE_S);
        for (place, wait_s) in [("", 13), ("EHLO", 26), ("MAIL", 51), ("RCPT", 101), (".", 201)] {
            carrier.behaves(Manner { drops_at: Some(place), ..Manner::default() });
            mails_go(town);
            assert_eq!((carrier.heard().len(), letters(town)), (1, 1), "{place}");
            town.waits_s(1);
            assert_eq!((mails_go(town), carrier.heard().len()), (0, 0), "{place}: it is left alone");
            town.waits_s(wait_s);
        }
        carrier.behaves(Manner::default());
        mails_go(town);
        assert_eq!((carrier.mail().line().to_owned(), letters(town)), ("Someone replied.".to_owned(), 0));
    }

    fn what_a_dead_hand_held_is_let_go_but_for_the_question(town, carrier) {
        let (ada, maya) = told(town, carrier);
        answers(town, &maya, &opens(town, &ada, "evenings", "First week"), "With you");
        gives(&maya, "maya.vellumotter@post.example").is(303);
        // As a process leaves them that was killed between sending and settling.
        town.arranges(|tx| tx.batch("UPDATE mail_letter SET is_in_hand = TRUE, tries = 1, due_at = 0"));
        assert_eq!(letters(town), 2);
        mails_go(town);
        assert_eq!(carrier.mail().header("To"), "<maya.vellumotter@post.example>");
        assert_eq!((letters(town), waits_and_mails_go(town)), (0, 0));
    }

    fn what_is_late_and_what_never_said_yes_goes(town, carrier) {
        let (ada, maya) = told(town, carrier);
        gives(&maya, "maya.vellumotter@post.example").is(303);
        carrier.behaves(Manner { drops_at: Some(""), ..Manner::default() });
        answers(town, &maya, &opens(town, &ada, "evenings", "First week"), "With you");
        assert_eq!((addresses(town), letters(town)), (2, 2));
        town.arranges(schedule::wind);
        town.waits_s(3 * 86_400);
        assert_eq!((addresses(town), letters(town)), (1, 0));
        assert_eq!(ada.visits("/you/notices/mail").is(200).count("#yours"), 1);
        assert_eq!(maya.visits("/you/notices/mail").is(200).count("#yours"), 0);
    }
}

/// A town that asks for a private way, and what the machine heard of a mail.
fn spoken(security: &str, manner: Manner) -> (Vec<Heard>, i64) {
    let carrier = Carrier::new();
    let settings = [("HEARTHSIDE_MAIL_SECURITY", security), ("HEARTHSIDE_MAIL_TIMEOUT_S", "1")];
    let town = by_mail(Home::sqlite(), &carrier, &settings);
    let ada = town.person("Quiet Ada");
    carrier.behaves(manner);
    gives(&ada, ADDRESS).is(303);
    mails_go(&town);
    (carrier.heard(), letters(&town))
}

#[test]
fn without_a_private_way_nothing_is_said_but_a_greeting() {
    // It offers none; it offers one and does not mean it; what it says after that is no TLS.
    for manner in [
        Manner::default(),
        Manner {
            offers: vec!["STARTTLS"],
            says: vec![("STARTTLS", "454 4.7.0 not now")],
            ..Manner::default()
        },
        Manner {
            offers: vec!["STARTTLS"],
            says: vec![("STARTTLS", "220 go ahead\r\n250 carrier\r\n250 good")],
            ..Manner::default()
        },
    ] {
        let (heard, left) = spoken("starttls", manner);
        assert_eq!((heard.len(), left), (1, 1), "it is tried again later");
        let spoken = heard[0].commands.join("\n");
        assert!(
            !spoken.contains("MAIL") && !spoken.contains("AUTH") && !spoken.contains("vellumotter"),
            "{spoken}"
        );
    }
    let (heard, left) = spoken("tls", Manner::default());
    assert_eq!(left, 1);
    assert!(heard.iter().all(|heard| !heard.commands.concat().contains("EHLO") && heard.mail.is_none()));
}

#[test]
fn a_slow_machine_is_not_waited_for() {
    let began = std::time::Instant::now();
    let (_, left) = spoken("none", Manner { thinks: Duration::from_secs(3), ..Manner::default() });
    assert_eq!(left, 1);
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
}

#[test]
fn a_name_and_a_password_are_shown_where_the_settings_say() {
    let signs_in = |manner: Manner| {
        let carrier = Carrier::new();
        let settings = [("HEARTHSIDE_MAIL_USER", "porch"), ("HEARTHSIDE_MAIL_PASSWORD", "four-spoons")];
        let town = by_mail(Home::sqlite(), &carrier, &settings);
        let ada = town.person("Quiet Ada");
        carrier.behaves(manner);
        gives(&ada, ADDRESS).is(303);
        mails_go(&town);
        let heard = carrier.heard();
        assert_eq!(heard.len(), 1);
        (heard[0].clone(), letters(&town))
    };
    let (heard, left) = signs_in(Manner {
        offers: vec!["AUTH PLAIN LOGIN"],
        says: vec![("AUTH", "235 2.7.0 good")],
        ..Manner::default()
    });
    assert_eq!((heard.mail.is_some(), left), (true, 0));
    assert!(heard.commands[1].starts_with("AUTH PLAIN "));
    let (heard, left) = signs_in(Manner {
        offers: vec!["AUTH PLAIN"],
        says: vec![("AUTH", "535 5.7.8 no")],
        ..Manner::default()
    });
    assert_eq!((heard.mail.is_some(), left), (false, 1), "a wrong password is no fault of the address");
}

#[test]
fn check_speaks_with_the_machine_and_sends_nothing() {
    let desk = Desk::new();
    let checks = |settings: &[(&str, &str)], manner: Manner| {
        let carrier = Carrier::new();
        carrier.behaves(manner);
        let mut command = desk.command(&["check"]);
        command
            .env("HEARTHSIDE_MAIL_HOST", "127.0.0.1")
            .env("HEARTHSIDE_MAIL_PORT", carrier.port.to_string());
        command.env("HEARTHSIDE_MAIL_SECURITY", "none").env("HEARTHSIDE_MAIL_FROM", "notes@porch.example");
        command.envs(settings.iter().copied());
        let told = Told(command.output().unwrap());
        assert!(carrier.mails().is_empty());
        told
    };
    checks(&[], Manner::default()).is(0).says("takes mails from notes@porch.example");
    checks(&[("HEARTHSIDE_MAIL_SECURITY", "starttls")], Manner::default()).is(1).says("offers no STARTTLS");
    checks(&[("HEARTHSIDE_MAIL_SECURITY", "tls"), ("HEARTHSIDE_MAIL_TIMEOUT_S", "1")], Manner::default())
        .is(1)
        .says("One thing needs a change");
    checks(&[], Manner { drops_at: Some(""), ..Manner::default() }).is(1).says("does not answer");
    checks(&[], says("MAIL", "550 5.7.1 not you")).is(1).says("does not take mails from the address");
    let signs_in = [("HEARTHSIDE_MAIL_USER", "porch"), ("HEARTHSIDE_MAIL_PASSWORD", "four-spoons")];
    let refuses =
        Manner { offers: vec!["AUTH PLAIN"], says: vec![("AUTH", "535 5.7.8 no")], ..Manner::default() };
    let told = checks(&signs_in, refuses);
    told.is(1).says("does not take the name and the password");
    assert!(!(told.out() + &told.err()).contains("four-spoons"));
    let afar = [("HEARTHSIDE_MAIL_HOST", "smtp.example"), ("HEARTHSIDE_MAIL_FROM", "nobody")];
    checks(&afar, Manner::default())
        .is(1)
        .says("anybody on the way could read along")
        .says("mail.from: expected an address");
}
