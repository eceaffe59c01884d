//! Lists of communities as hosts pass them on: Mastodon's CSV, its extended form, and bare names. Read whole, never trusted.

use super::{Domain, Peer, Stance, State};
use crate::kernel::Bounded;

/// Lines that are read; a list is no larger.
const LINES_MAX: usize = 20_000;

/// What a list says is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Nothing, but for what else stands in its line.
    Noop,
    /// Only those who follow it see it.
    Silence,
    /// Nothing at all.
    Suspend,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The community.
    pub domain: String,
    /// What is to be done.
    pub severity: Severity,
    /// Whether pictures from there are not taken.
    pub rejects_media: bool,
    /// Why.
    pub comment: Bounded<0, 300, false>,
}

/// A list, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    /// What could be read, each community once, the strictest line of it.
    pub entries: Vec<Entry>,
    /// What could not: names with stars in them, names of no community, our own.
    pub unread: Vec<String>,
}

/// What applying a list would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Communities that would be treated more strictly.
    pub stricter: Vec<Entry>,
    /// Communities that are treated so already, or more strictly.
    pub same: Vec<String>,
    /// Partners: a list decides nothing about them.
    pub partners: Vec<String>,
    /// What could not be read.
    pub unread: Vec<String>,
}

impl Lines {
    /// Reads a list. Columns are known by their names, in any order; without names it is one community a line.
    #[must_use]
    pub fn read(text: &str, own: &str) -> Self {
        let mut rows = rows(text).into_iter().take(LINES_MAX).peekable();
        let columns = rows.next_if(|row| row.iter().any(|cell| name_of(cell) == "domain"));
        let at =
            |name: &str| columns.as_ref().and_then(|row| row.iter().position(|cell| name_of(cell) == name));
        let [domain, severity, media, comment] =
            ["domain", "severity", "reject_media", "public_comment"].map(at);
        let is_bare = columns.is_none();
        let mut lines = Self::default();
        for row in rows {
            let cell = |column: Option<usize>| {
                column.and_then(|column| row.get(column)).map(|cell| cell.trim()).unwrap_or_default()
            };
            let name = if is_bare { cell(Some(0)) } else { cell(domain) };
            if name.is_empty() || is_bare && name.starts_with('#') {
                continue;
            }
            match (Domain::parse(name, own), severity_of(cell(severity), severity.is_none())) {
                (Ok(domain), Some(severity)) => lines.add(Entry {
                    domain: domain.to_string(),
                    severity,
                    rejects_media: cell(media).eq_ignore_ascii_case("true"),
                    comment: Bounded::clipped(cell(comment)),
                }),
                _ => lines.unread.push(name.chars().take(80).collect()),
            }
        }
        lines
    }

    fn add(&mut self, entry: Entry) {
        match self.entries.iter_mut().find(|known| known.domain == entry.domain) {
            Some(known) => {
                known.rejects_media |= entry.rejects_media;
                if rank(entry.severity) > rank(known.severity) {
                    known.severity = entry.severity;
                }
            }
            None => self.entries.push(entry),
        }
    }

    /// What applying it would do, beside what is known already.
    #[must_use]
    pub fn plan(self, known: &[Peer]) -> Plan {
        let mut plan = Plan { unread: self.unread, ..Plan::default() };
        for entry in self.entries {
            let peer = known.iter().find(|peer| peer.domain == entry.domain);
            let (stance, has_media) =
                peer.map_or((Stance::Allow, true), |peer| (peer.stance, peer.has_media));
            let asked = rank(entry.severity);
            let is_stricter = asked > stance || (entry.rejects_media && has_media);
            if peer.is_some_and(|peer| peer.state == State::Partner) {
                plan.partners.push(entry.domain);
            } else if is_stricter {
                plan.stricter.push(entry);
            } else {
                plan.same.push(entry.domain);
            }
        }
        plan
    }
}

/// What this host decided, in Mastodon's columns. Holding has no word there; it is passed on as silence.
#[must_use]
pub fn write(decided: &[Peer]) -> String {
    let mut out =
        String::from("#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\n");
    for peer in decided {
        let severity = match peer.stance {
            Stance::Allow => "noop",
            Stance::Limit | Stance::Hold => "silence",
            Stance::Block => "suspend",
        };
        let media = if peer.has_media { "FALSE" } else { "TRUE" };
        // A cell that begins like a formula is one, in a spreadsheet.
        let guard = if peer.comment.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        let comment = peer.comment.replace('"', "\"\"");
        out.extend([&peer.domain, ",", severity, ",", media, ",FALSE,\"", guard, &comment, "\",FALSE\n"]);
    }
    out
}

const fn rank(severity: Severity) -> Stance {
    match severity {
        Severity::Noop => Stance::Allow,
        Severity::Silence => Stance::Limit,
        Severity::Suspend => Stance::Block,
    }
}

/// A list that says nothing of severity is of communities to keep away.
fn severity_of(word: &str, is_unsaid: bool) -> Option<Severity> {
    match word {
        "suspend" => Some(Severity::Suspend),
        "silence" => Some(Severity::Silence),
        "noop" => Some(Severity::Noop),
        "" if is_unsaid => Some(Severity::Suspend),
        _ => None,
    }
}

fn name_of(cell: &str) -> &str {
    cell.trim().trim_start_matches('\u{feff}').trim_start_matches('#')
}

/// Rows of cells: commas between, quotes around what holds any, two quotes for one.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' => {}
            other => cell.push(other),
        }
    }
    row.push(cell);
    rows.push(row);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_their_names() {
        let mastodon = "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\n\
            Loud.example,suspend,TRUE,FALSE,\"spam, and \"\"worse\"\"\",FALSE\r\n\
            near.example,silence,FALSE,FALSE,,FALSE\nex***le.org,suspend,FALSE,FALSE,,TRUE\nporch.example,suspend,,,,\n";
        let lines = Lines::read(mastodon, "porch.example");
        let told: Vec<_> =
            lines.entries.iter().map(|e| (e.domain.as_str(), e.severity, e.rejects_media)).collect();
        assert_eq!(
            told,
            [("loud.example", Severity::Suspend, true), ("near.example", Severity::Silence, false)]
        );
        assert_eq!(lines.entries[0].comment.as_str(), "spam, and \"worse\"");
        assert_eq!(lines.unread, ["ex***le.org", "porch.example"]);

        let extended = "severity,domain\nsilence,a.example\nsuspend,a.example\nwhatever,b.example\n";
        let lines = Lines::read(extended, "");
        assert_eq!((lines.entries.len(), lines.entries[0].severity), (1, Severity::Suspend));
        assert_eq!(lines.unread, ["b.example"]);

        let bare = Lines::read("# a list\na.example\n\nb.example\n", "");
        assert!(bare.entries.len() == 2 && bare.entries.iter().all(|e| e.severity == Severity::Suspend));
        assert_eq!(Lines::read("", ""), Lines::default());
        assert!(Lines::read("\"never closed,\n,,\n", "").entries.is_empty());
    }

    #[test]
    fn what_is_written_is_read_back() {
        let peer = |domain: &str, stance, has_media, comment: &str| Peer {
            domain: domain.to_owned(),
            state: State::Known,
            stance,
            has_media,
            comment: comment.to_owned(),
            promises: String::new(),
            offer: String::new(),
            key_print: String::new(),
            key_next: String::new(),
            has_all: true,
            since_on: None,
        };
        let decided = [
            peer("a.example", Stance::Block, true, "said \"no\", twice"),
            peer("b.example", Stance::Limit, false, "=cmd()"),
            peer("c.example", Stance::Allow, false, ""),
        ];
        let text = write(&decided);
        assert!(text.contains("'=cmd()"));
        let plan = Lines::read(&text, "").plan(&[]);
        assert_eq!(plan.stricter.len(), 3);
        assert_eq!(plan.stricter[0].comment.as_str(), "said \"no\", twice");
        assert_eq!(
            Lines::read(&text, "").plan(&decided).same.len(),
            3,
            "nothing is made milder or done twice"
        );

        let partner = Peer { state: State::Partner, ..peer("a.example", Stance::Allow, true, "") };
        assert_eq!(Lines::read(&text, "").plan(&[partner]).partners, ["a.example"]);
    }
}
