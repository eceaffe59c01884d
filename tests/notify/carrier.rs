//! A machine that carries mails, played by a puppet on loopback: it keeps every byte it was sent, and can be slow, refuse, drop the line, or say
//! that it knows no private way.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hearthside::notify::mail;

use crate::harness::{Home, Person, Seen, Town, log};

/// Where mails go in these tests.
pub const ADDRESS: &str = "wren.vellumotter@post.example";

/// How it behaves.
#[derive(Clone, Default)]
pub struct Manner {
    /// What it can do beside carrying mails.
    pub offers: Vec<&'static str>,
    /// What it answers to a command that begins so, instead of being content.
    pub says: Vec<(&'static str, &'static str)>,
    /// Where it hangs up without a word.
    pub drops_at: Option<&'static str>,
    /// How long it thinks before it greets.
    pub thinks: Duration,
}

/// What one connection held.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// Every command, as it came.
    pub commands: Vec<String>,
    /// The mail, byte for byte, without the dot at its end.
    pub mail: Option<String>,
}

impl Heard {
    /// The value of a header of the mail.
    pub fn header(&self, name: &str) -> &str {
        let (head, _) = self.mail.as_deref().expect("a mail").split_once("\r\n\r\n").unwrap();
        let found =
            head.split("\r\n").filter_map(|line| line.split_once(": ")).find(|(known, _)| *known == name);
        found.map_or("", |(_, value)| value)
    }

    /// What stands below the headers.
    pub fn body(&self) -> &str {
        self.mail.as_deref().expect("a mail").split_once("\r\n\r\n").unwrap().1
    }

    /// The first line.
    pub fn line(&self) -> &str {
        self.body().split("\r\n").next().unwrap()
    }

    /// The path of the one link in it.
    pub fn link(&self, town: &Town) -> String {
        let origin = town.app.settings().server.origin();
        let link = self.body().split("\r\n").find(|line| line.starts_with("http")).expect("a link");
        link.strip_prefix(&origin).expect("a link to this place").to_owned()
    }

    /// The path that ends it with one press.
    pub fn end(&self, town: &Town) -> String {
        let origin = town.app.settings().server.origin();
        let link = self.header("List-Unsubscribe").trim_start_matches('<').trim_end_matches('>');
        link.strip_prefix(&origin).expect("a link to this place").to_owned()
    }
}

/// The machine.
pub struct Carrier {
    /// Where it listens.
    pub port: u16,
    manner: Arc<Mutex<Manner>>,
    heard: Arc<Mutex<VecDeque<Heard>>>,
}

impl Carrier {
    /// One that takes everything.
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (manner, heard) = (Arc::<Mutex<Manner>>::default(), Arc::<Mutex<VecDeque<Heard>>>::default());
        let (ways, kept) = (Arc::clone(&manner), Arc::clone(&heard));
        // Ends with the process: nothing is left to wait for.
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (way, kept) = (ways.lock().unwrap().clone(), Arc::clone(&kept));
                std::thread::spawn(move || {
                    let mut found = Heard::default();
                    let _ = speaks(&stream, &way, &mut found);
                    kept.lock().unwrap().push_back(found);
                });
            }
        });
        log::must_not_hold("vellumotter");
        Self { port, manner, heard }
    }

    /// How it behaves from now on.
    pub fn behaves(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    /// What came since the last look. A goodbye may still be on its way: whoever looks waits for the line to end.
    pub fn heard(&self) -> Vec<Heard> {
        std::thread::sleep(Duration::from_millis(30));
        self.heard.lock().unwrap().drain(..).collect()
    }

    /// The mails among it.
    pub fn mails(&self) -> Vec<Heard> {
        self.heard().into_iter().filter(|heard| heard.mail.is_some()).collect()
    }

    /// The one mail among it.
    #[track_caller]
    pub fn mail(&self) -> Heard {
        self.mails().try_into().map(|[one]: [Heard; 1]| one).expect("one mail")
    }
}

fn speaks(stream: &TcpStream, way: &Manner, found: &mut Heard) -> std::io::Result<()> {
    std::thread::sleep(way.thinks);
    let (mut out, mut lines) = (stream, BufReader::new(stream));
    if way.drops_at == Some("") {
        return Ok(());
    }
    write!(out, "220 carrier.example\r\n")?;
    let mut line = String::new();
    while lines.read_line(&mut line)? > 0 {
        let said = std::mem::take(&mut line);
        found.commands.push(said.trim_end().to_owned());
        if way.drops_at.is_some_and(|word| said.starts_with(word)) {
            return Ok(());
        }
        let other = way.says.iter().find(|(word, _)| said.starts_with(word)).map(|(_, says)| *says);
        if said.starts_with("EHLO") {
            write!(out, "250-carrier.example\r\n")?;
            way.offers.iter().try_for_each(|offer| write!(out, "250-{offer}\r\n"))?;
            write!(out, "250 8BITMIME\r\n")?;
        } else if let Some(other) = other {
            write!(out, "{other}\r\n")?;
        } else if said.starts_with("DATA") {
            write!(out, "354 go on\r\n")?;
            found.mail = Some(letter(&mut lines)?);
            let after =
                way.says.iter().find(|(word, _)| *word == ".").map_or("250 2.0.0 taken", |(_, says)| says);
            if way.drops_at == Some(".") {
                return Ok(());
            }
            write!(out, "{after}\r\n")?;
        } else if said.starts_with("QUIT") {
            return write!(out, "221 bye\r\n");
        } else {
            write!(out, "250 2.1.0 good\r\n")?;
        }
    }
    Ok(())
}

/// Reads up to the dot, and takes away the dots that were doubled on the way.
fn letter(lines: &mut BufReader<&TcpStream>) -> std::io::Result<String> {
    let mut mail = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 || line == ".\r\n" {
            // The line end before the dot belongs to the dot.
            return Ok(mail.strip_suffix("\r\n").unwrap_or(&mail).to_owned());
        }
        mail.push_str(line.strip_prefix('.').filter(|rest| rest.starts_with('.')).unwrap_or(&line));
    }
}

/// A town whose mails go to a carrier, with settings of its own beside.
pub fn town(home: Home, carrier: &Carrier, settings: &[(&str, &str)]) -> Town {
    let port = carrier.port.to_string();
    Town::with_limits(home, &[&[("HEARTHSIDE_MAIL_PORT", &*port)], settings].concat())
}

/// Lets what is due go out.
pub fn mails_go(town: &Town) -> usize {
    town.settles();
    town.waits_for(mail::run_due(&town.app)).unwrap()
}

/// Moves the clock past the longest that calm news waits, and lets what is due go out.
pub fn waits_and_mails_go(town: &Town) -> usize {
    town.waits_s(super::phone::A_WHILE_S);
    mails_go(town)
}

/// Somebody gives an address.
#[track_caller]
pub fn gives(person: &Person, address: &str) -> Seen {
    let page = person.visits("/you/notices/mail").is(200);
    person.fills(&page, "/you/notices/mail", &[("address", address)])
}

/// Somebody opens the link in a mail and says yes.
#[track_caller]
pub fn says_yes(town: &Town, person: &Person, mail: &Heard) {
    let link = mail.link(town);
    let page = person.visits(&link).is(200);
    person.fills(&page, &link, &[]).is(303);
}

/// Somebody whose address said yes; gives back the mail that asked.
#[track_caller]
pub fn is_told_by_mail(town: &Town, carrier: &Carrier, person: &Person) -> Heard {
    gives(person, ADDRESS).is(303);
    mails_go(town);
    let asked = carrier.mail();
    says_yes(town, person, &asked);
    asked
}
