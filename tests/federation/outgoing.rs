//! All that leaves, byte for byte, and the look for a word in it, in whichever dress it would travel.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

use crate::harness::Town;
use crate::harness::peer::{Heard, Peer};
use crate::notify::carrier::{Carrier, mails_go};
use crate::notify::phone::{Phone, rings};

use super::leaving::carried;

/// Where everything ends that this server sends: a community that reads it, the machine that carries its mails, and devices.
pub struct Sinks {
    /// The community.
    pub peer: Peer,
    /// The machine.
    pub carrier: Carrier,
    /// Devices, each with a service of its own.
    pub phones: Vec<Phone>,
    /// Whatever came, in order: where it came to, and all of its bytes, in small letters.
    pub came: Vec<(&'static str, String)>,
}

impl Sinks {
    /// Lets all that is due go out, and keeps it.
    pub fn take(&mut self, town: &Town) {
        let letters = carried(town, &self.peer);
        for heard in &letters {
            self.keep("peer", &all_of(heard));
        }
        rings(town);
        let rung: Vec<_> = self.phones.iter().flat_map(|phone| phone.rung(town)).collect();
        for rung in rung {
            // What the service saw, and what only the device can read.
            self.keep("push", &all_of(&rung.heard));
            self.keep("push", rung.said.to_string().as_bytes());
        }
        mails_go(town);
        for heard in self.carrier.heard() {
            let said = format!("{}\r\n{}", heard.commands.join("\r\n"), heard.mail.unwrap_or_default());
            self.keep("mail", said.as_bytes());
        }
    }

    /// Keeps what came, in small letters: a dress that tells them apart is found no less.
    fn keep(&mut self, sink: &'static str, bytes: &[u8]) {
        self.came.push((sink, String::from_utf8_lossy(bytes).to_lowercase()));
    }

    /// Where a word came to, in whichever dress.
    pub fn hold(&self, word: &str) -> Vec<&'static str> {
        let dresses: Vec<String> = dresses(word).iter().map(|dress| dress.to_lowercase()).collect();
        let holds = |said: &str| dresses.iter().any(|dress| said.contains(dress));
        self.came.iter().filter(|(_, said)| holds(said)).map(|(sink, _)| *sink).collect()
    }

    /// How much came to one of them.
    pub fn count(&self, sink: &str) -> usize {
        self.came.iter().filter(|(to, _)| *to == sink).count()
    }
}

/// The address, every header and the body.
fn all_of(heard: &Heard) -> Vec<u8> {
    let mut all = format!("{}\r\n", heard.target);
    for (name, value) in &heard.headers {
        let _ = write!(all, "{name}: {value}\r\n");
    }
    [all.as_bytes(), &heard.body].concat()
}

/// A word as it is, in an address, in a form, in a mail, escaped for JSON and for HTML, and within base64 wherever it begins there.
fn dresses(word: &str) -> Vec<String> {
    let form: String = url::form_urlencoded::byte_serialize(word.as_bytes()).collect();
    let address = form.replace('+', "%20");
    let escaped = |mark: fn(u32) -> String| -> String {
        word.chars()
            .map(|sign| if sign.is_ascii() { sign.to_string() } else { mark(u32::from(sign)) })
            .collect()
    };
    let mail = address.replace("%20", " ").replace('%', "=");
    let json = escaped(|code| format!("\\u{code:04x}"));
    let html = escaped(|code| format!("&#{code};"));
    let mut all = vec![word.to_owned(), form, address, mail, json, html];
    for before in 0..3 {
        let bytes = [&[0; 3][..before], word.as_bytes()].concat();
        // Signs that share bits with whatever stands before or after the word are left out.
        let (first, end) = ((before * 8).div_ceil(6), bytes.len() * 8 / 6);
        all.push(STANDARD_NO_PAD.encode(&bytes)[first..end].to_owned());
        all.push(URL_SAFE_NO_PAD.encode(&bytes)[first..end].to_owned());
    }
    all
}

#[test]
fn a_word_is_found_in_every_dress_and_another_is_not() {
    let (peer, carrier) = (Peer::new(5), Carrier::new());
    let mut sinks = Sinks { peer, carrier, phones: Vec::new(), came: Vec::new() };
    let said = "To quökka harbour.";
    for (offset, dressed) in [
        said.to_owned(),
        "/p/qu%c3%b6kka%20harbour".to_owned(),
        "words=QU%C3%B6KKA+harbour".to_owned(),
        "qu=C3=B6kka harbour".to_owned(),
        "{\"content\":\"qu\\u00f6kka\"}".to_owned(),
        "<p>qu&#246;kka</p>".to_owned(),
        STANDARD_NO_PAD.encode(said),
        URL_SAFE_NO_PAD.encode(format!(".{said}")),
        STANDARD_NO_PAD.encode(format!("..{said}")),
    ]
    .into_iter()
    .enumerate()
    {
        sinks.came.clear();
        sinks.keep("peer", dressed.as_bytes());
        assert_eq!(
            (sinks.hold("quökka"), sinks.hold("zanzibar")),
            (vec!["peer"], vec![]),
            "{offset}: {dressed}"
        );
    }
    assert_eq!((sinks.count("peer"), sinks.count("mail")), (1, 0));
}
