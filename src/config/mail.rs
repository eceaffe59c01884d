//! By which machine mails go out, if any do.

use super::server::SecretText;
use crate::kernel::Mailbox;

crate::settings! { "mail",
    /// E-mail for members who wish to be told of news by it. Off, unless `host` names a machine. Nobody comes in by mail, and nothing is asked back by it.
    pub struct Mail {
        /// The machine that carries mails on: its name, such as `smtp.example`. Empty: there is no e-mail at all.
        pub host: String = String::new(),

        /// Its port: 465 for `tls` and 587 for `starttls`, as a rule.
        pub port: u16 = 465,

        /// How the way to it is kept private: `tls` from the first byte, or `starttls`. `none` is taken for a machine that is this very one, and for no other.
        ///
        /// If what is asked for cannot be had, nothing is sent.
        pub security: String = "tls".to_owned(),

        /// The name to sign in with there. Empty: nobody signs in.
        pub user: String = String::new(),

        /// The password for that name.
        pub password: SecretText = SecretText::default(),

        /// The address from which mails come, such as `notes@porch.example`. Whoever sees a member's mail sees it: let it say nothing.
        pub from: String = String::new(),

        /// Mails one member gets in a day at most. What comes beyond waits, and is one line the next day. From 1 to 24.
        pub per_day: u8 = 4,

        /// How long to wait for that machine, in seconds. From 1 to 120.
        pub timeout_s: u8 = 20,
    }
}

impl Mail {
    /// Whether there is e-mail at all.
    #[must_use]
    pub fn is_on(&self) -> bool {
        !self.host.is_empty()
    }

    /// Whether the machine is this very one.
    fn is_here(&self) -> bool {
        ["127.0.0.1", "::1", "localhost"].contains(&self.host.as_str())
    }

    pub(super) fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if !(1..=24).contains(&self.per_day) {
            wrong.push("mail.per_day: expected a number from 1 to 24".to_owned());
        }
        if !(1..=120).contains(&self.timeout_s) {
            wrong.push("mail.timeout_s: expected a number from 1 to 120".to_owned());
        }
        if !self.is_on() {
            return wrong;
        }
        if self.host.chars().any(|c| c.is_whitespace() || c.is_control() || "/@".contains(c)) {
            wrong.push("mail.host: expected the name of a machine".to_owned());
        }
        if self.port == 0 {
            wrong.push("mail.port: expected a port".to_owned());
        }
        match self.security.as_str() {
            "tls" | "starttls" => {}
            "none" if self.is_here() => {}
            "none" => wrong.push(
                "mail.security: `none` is for a machine that is this one; anybody on the way could read along"
                    .to_owned(),
            ),
            _ => wrong.push("mail.security: expected tls, starttls or none".to_owned()),
        }
        if Mailbox::parse(&self.from).is_none() {
            wrong.push("mail.from: expected an address, such as notes@porch.example".to_owned());
        }
        if self.user.is_empty() != self.password.get().is_none() {
            wrong.push("mail.user and mail.password belong together".to_owned());
        }
        wrong
    }
}

#[test]
fn what_is_wrong_with_mail_is_said_and_nothing_is_asked_of_a_place_without() {
    let on = Mail { host: "smtp.example".into(), from: "notes@porch.example".into(), ..Mail::default() };
    assert_eq!(Mail::default().wrong(), Vec::<String>::new());
    assert_eq!(on.wrong(), Vec::<String>::new());
    let count = |mail: Mail| mail.wrong().len();
    assert_eq!(count(Mail { security: "none".into(), ..on.clone() }), 1);
    assert_eq!(count(Mail { security: "none".into(), host: "127.0.0.1".into(), ..on.clone() }), 0);
    assert_eq!(count(Mail { security: "ssl".into(), port: 0, per_day: 0, timeout_s: 0, ..on.clone() }), 4);
    assert_eq!(count(Mail { from: "notes".into(), user: "porch".into(), ..on.clone() }), 2);
    assert_eq!(count(Mail { host: "smtp.example/x".into(), ..on }), 1);
}
