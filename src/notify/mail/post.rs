//! A mail as it goes out: one line and a link, in plain text. It names nobody and no thing, holds no picture and nothing that tells whether it was
//! read; its headers say that a machine wrote it, and how it is ended with one press (RFC 3834, 8058).

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Held, Letter};
use crate::kernel::{Language, Mailbox, Moment, sha256_hex};
use crate::ui::Words;

/// Letters of a line of quoted text (RFC 2045), and of what tells mails apart.
const LINE: usize = 75;
const ID: usize = 32;

/// Writes a mail: the text that is handed over, line for line.
#[must_use]
pub fn write(origin: &str, from: &Mailbox, (letter, held): (&Letter, &Held), now: Moment) -> String {
    let words = Words::of(Language::parse(&held.language).unwrap_or_default());
    let (said, link) = match letter.sort {
        None => (words.t("mail-confirm"), format!("{origin}/mail/yes/{}", held.yes)),
        Some(_) if letter.is_several => (words.t("mail-several"), format!("{origin}/news")),
        Some(sort) => (words.t(&format!("push-{}", sort.code())), format!("{origin}/news")),
    };
    let text = format!("{said}\r\n\r\n{link}\r\n");
    // The same for each try: whoever takes it twice shows it once. It opens nothing.
    let id = sha256_hex(format!("mail {} {}", letter.id, held.off).as_bytes());
    let mut mail = String::new();
    let headers = [
        ("Date", now.rfc2822()),
        ("From", format!("<{}>", from.as_str())),
        ("To", format!("<{}>", held.address)),
        ("Message-ID", format!("<{}@{}>", id.get(..ID).unwrap_or_default(), from.domain())),
        ("Subject", header(&words.t("mail-subject"))),
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("List-Unsubscribe", format!("<{origin}/mail/off/{}>", held.off)),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
        ("MIME-Version", "1.0".to_owned()),
        ("Content-Type", "text/plain; charset=utf-8".to_owned()),
        ("Content-Transfer-Encoding", if text.is_ascii() { "7bit" } else { "quoted-printable" }.to_owned()),
    ];
    for (name, value) in headers {
        // Writing into a text does not fail.
        let _ = write!(mail, "{name}: {value}\r\n");
    }
    mail + "\r\n" + &if text.is_ascii() { text } else { quoted(&text) }
}

/// A header's words, as mails write what is not plain (RFC 2047).
fn header(words: &str) -> String {
    if words.is_ascii() { words.to_owned() } else { format!("=?utf-8?B?{}?=", STANDARD.encode(words)) }
}

/// Text as mails write what is not plain (RFC 2045, 6.7).
fn quoted(text: &str) -> String {
    let mut all = String::new();
    for line in text.split_inclusive("\r\n") {
        let (line, end) = line.strip_suffix("\r\n").map_or((line, ""), |line| (line, "\r\n"));
        let mut length = 0;
        for byte in line.bytes() {
            let is_plain = (b' '..=b'~').contains(&byte) && byte != b'=';
            let sign = if is_plain { char::from(byte).to_string() } else { format!("={byte:02X}") };
            if length + sign.len() > LINE {
                all.push_str("=\r\n");
                length = 0;
            }
            length += sign.len();
            all.push_str(&sign);
        }
        all.push_str(end);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Day, FaceId};
    use crate::keys::Sealed;
    use crate::notify::choices::Sort;
    use crate::notify::mail::model::Kept;
    use crate::notify::mail::{AddressId, LetterId};

    fn mail(sort: Option<Sort>, is_several: bool, language: &str) -> String {
        let held = Held {
            address: "wren@post.example".to_owned(),
            language: language.to_owned(),
            yes: "Y".repeat(43),
            off: "N".repeat(43),
            sent: (Day(0), 0),
        };
        let to = Kept { id: AddressId(1), face: FaceId(1), until: None, sealed: Sealed::read("a.b") };
        let letter = Letter { id: LetterId(7), sort, is_several, late_at: Moment(0), tries: 1, to };
        let from = Mailbox::parse("notes@porch.example").unwrap();
        write("https://porch.example", &from, (&letter, &held), Moment(1_795_289_400_000))
    }

    #[test]
    fn every_byte_of_a_mail_is_one_that_says_nothing() {
        let written = mail(Some(Sort::Replies), false, "en");
        let (id, rest) = written.split_once("Message-ID: <").unwrap().1.split_once('@').unwrap();
        assert!(id.len() == ID && id.bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert!(rest.starts_with("porch.example>"));
        let expected = format!(
            "Date: Sat, 21 Nov 2026 19:30:00 +0000\r\nFrom: <notes@porch.example>\r\nTo: <wren@post.example>\r\n\
             Message-ID: <{id}@porch.example>\r\nSubject: A note for you\r\nAuto-Submitted: auto-generated\r\n\
             List-Unsubscribe: <https://porch.example/mail/off/{}>\r\n\
             List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n\
             Someone replied.\r\n\r\nhttps://porch.example/news\r\n",
            "N".repeat(43)
        );
        assert_eq!(written, expected);
    }

    #[test]
    fn each_language_is_written_so_that_every_machine_carries_it() {
        for language in Language::ALL {
            let sorts = Sort::ALL.iter().copied().map(Some).chain([None]);
            for (sort, is_several) in sorts.flat_map(|sort| [(sort, false), (sort, true)]) {
                let written = mail(sort, is_several, language.code());
                assert!(written.is_ascii() && !written.replace("\r\n", "").contains(['\r', '\n']));
                let (head, body) = written.split_once("\r\n\r\n").unwrap();
                assert!(head.split("\r\n").all(|line| line.contains(": ") && line.len() < 200));
                assert_eq!(body.matches("https://").count(), 1);
                assert!(!body.contains('<') && !head.to_lowercase().contains("html"));
            }
        }
    }

    #[test]
    fn what_is_not_plain_is_quoted_and_no_line_is_long() {
        assert_eq!(quoted("¿Sí?\r\na=b\r\n"), "=C2=BFS=C3=AD?\r\na=3Db\r\n");
        let long = quoted(&"ñ".repeat(100));
        assert!(long.lines().all(|line| line.len() <= LINE + 1));
        assert_eq!(long.replace("=\r\n", "").matches("=C3=B1").count(), 100);
        assert_eq!(header("Una nota"), "Una nota");
        assert_eq!(header("Señal"), "=?utf-8?B?U2XDsWFs?=");
    }
}
