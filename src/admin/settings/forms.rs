//! What hosts send, read once for the page and the JSON door alike.

use super::model::{
    self, About, Community, Country, Discretion, Doors, Entrance, KEEPING, Keeping, LeaveUrl, Pages, Refusal,
};
use super::{Name, Sentence, Text};
use crate::http::{Fields, problem};
use crate::kernel::{Bounded, Error, Language};
use crate::ui::{Faults, Shell};

/// One line of the rules.
type Line = Bounded<0, 200, false>;

/// Everything that does not fit yet: the field, and why.
#[derive(Debug, Default)]
pub struct Wrong(Vec<(&'static str, Box<dyn crate::kernel::Refusal>)>);

impl Wrong {
    /// Keeps a parsed value, or the reason why there is none.
    pub fn take<T, R: crate::kernel::Refusal>(
        &mut self,
        field: &'static str,
        parsed: Result<T, R>,
    ) -> Option<T> {
        parsed.map_err(|refusal| self.0.push((field, Box::new(refusal)))).ok()
    }

    /// These and those.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// The same as sentences beside fields.
    #[must_use]
    pub fn faults(&self, ui: &Shell) -> Faults {
        let mut faults = Faults::default();
        for (field, refusal) in &self.0 {
            faults.add(ui, field, refusal.as_ref());
        }
        faults
    }

    /// One line each, for the terminal.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.0.iter().map(|(field, refusal)| format!("--{field}: {refusal}")).collect()
    }

    /// The first of them, for programs.
    #[must_use]
    pub fn error(self) -> Error {
        self.0.into_iter().next().map_or_else(
            || Error::other("nothing is wrong"),
            |(field, refusal)| problem::of_field(field, refusal),
        )
    }
}

/// Name, sentence, language, country.
///
/// # Errors
/// What does not fit.
pub fn about(fields: &Fields) -> Result<About, Wrong> {
    let mut wrong = Wrong::default();
    let name = wrong.take("name", Name::parse(fields.one("name")));
    let sentence = wrong.take("sentence", Sentence::parse(fields.one("sentence")));
    let spoken = Language::parse(fields.one("language")).filter(|language| language.is_spoken());
    let language = wrong.take("language", spoken.ok_or(Refusal::Choice));
    let country = wrong.take("country", Country::parse(fields.one("country")));
    let is_indexed = fields.sent("is_indexed");
    match (name, sentence, language, country) {
        (Some(name), Some(sentence), Some(language), Some(country)) => {
            Ok(About { name, sentence, language, country, is_indexed })
        }
        _ => Err(wrong),
    }
}

/// Who may come in.
///
/// # Errors
/// What does not fit.
pub fn entrance(fields: &Fields) -> Result<Entrance, Wrong> {
    let mut wrong = Wrong::default();
    let doors = wrong.take("doors", Doors::parse(fields.one("doors")).ok_or(Refusal::Choice));
    let age = wrong.take("age", model::age(fields.one("age")));
    match (doors, age) {
        (Some(doors), Some(age)) => Ok(Entrance { doors, age }),
        _ => Err(wrong),
    }
}

/// Whether hosts accept hours in which nobody is on duty.
///
/// # Errors
/// What does not fit.
pub fn keepers(fields: &Fields) -> Result<bool, Wrong> {
    let mut wrong = Wrong::default();
    let chosen = match fields.one("keepers") {
        "quiet" => Ok(true),
        "soon" => Ok(false),
        _ => Err(Refusal::Choice),
    };
    wrong.take("keepers", chosen).ok_or(wrong)
}

/// How long things are kept.
///
/// # Errors
/// What does not fit.
pub fn keeping(fields: &Fields) -> Result<Keeping, Wrong> {
    let mut wrong = Wrong::default();
    let days = KEEPING.map(|(field, _, least, most)| {
        let days = fields.one(field).trim().parse().ok().filter(|days| (least..=most).contains(days));
        wrong.take(field, days.ok_or(Refusal::Days { least, most }))
    });
    match days {
        [Some(wordings), Some(notices), Some(drafts), Some(away)] => {
            Ok(Keeping { wordings, notices, drafts, away })
        }
        _ => Err(wrong),
    }
}

/// How we talk, as up to five lines become a list in Markdown.
///
/// # Errors
/// What does not fit; a list of nothing does not.
pub fn rules(fields: &Fields) -> Result<Text, Wrong> {
    let mut wrong = Wrong::default();
    let lines: Vec<Option<Line>> = ["rule1", "rule2", "rule3", "rule4", "rule5"]
        .into_iter()
        .map(|field| wrong.take(field, Line::parse(fields.one(field))))
        .collect();
    let items: Vec<String> = lines
        .into_iter()
        .flatten()
        .filter(|line| !line.as_str().is_empty())
        .map(|line| format!("- {line}"))
        .collect();
    let text = Bounded::<1, 20_000, true>::parse(&items.join("\n"));
    if !wrong.0.is_empty() {
        return Err(wrong);
    }
    let text = text.and_then(|text| Text::parse(text.as_str()));
    wrong.take("rule1", text).ok_or(wrong)
}

/// The host's own pages.
///
/// # Errors
/// What does not fit.
pub fn pages(fields: &Fields) -> Result<Pages, Wrong> {
    let mut wrong = Wrong::default();
    let about = wrong.take("about", Text::parse(fields.one("about")));
    let how_we_talk = wrong.take("how_we_talk", Text::parse(fields.one("how_we_talk")));
    let contact = wrong.take("contact", Text::parse(fields.one("contact")));
    match (about, how_we_talk, contact) {
        (Some(about), Some(how_we_talk), Some(contact)) => Ok(Pages { about, how_we_talk, contact }),
        _ => Err(wrong),
    }
}

/// What shows when somebody looks over a shoulder.
///
/// # Errors
/// What does not fit.
pub fn discretion(fields: &Fields) -> Result<Discretion, Wrong> {
    let mut wrong = Wrong::default();
    let neutral_name = wrong.take("neutral_name", Name::parse(fields.one("neutral_name")));
    let leave_url = wrong.take("leave_url", LeaveUrl::parse(fields.one("leave_url")));
    let leave_more = wrong.take("leave_more", LeaveUrl::list(fields.one("leave_more")));
    match (neutral_name, leave_url, leave_more) {
        (Some(neutral_name), Some(leave_url), Some(leave_more)) => {
            Ok(Discretion { neutral_name, leave_url, leave_more })
        }
        _ => Err(wrong),
    }
}

/// The forms as they stand now.
#[must_use]
pub fn filled(community: &Community) -> Fields {
    let fields = [
        ("name", community.name.clone()),
        ("sentence", community.sentence.clone()),
        ("language", community.language.clone()),
        ("country", community.country.clone()),
        ("doors", community.doors.code().to_owned()),
        ("age", community.age.to_string()),
        ("about", community.about.clone()),
        ("how_we_talk", community.how_we_talk.clone()),
        ("contact", community.contact.clone()),
        ("neutral_name", community.neutral_name.clone()),
        ("leave_url", community.leave_url.clone()),
        ("leave_more", community.leave_more.replace(' ', "\n")),
        ("keep_wordings", community.keeping.wordings.to_string()),
        ("keep_notices", community.keeping.notices.to_string()),
        ("keep_drafts", community.keeping.drafts.to_string()),
        ("keep_away", community.keeping.away.to_string()),
        ("keepers", if community.quiet_hours { "quiet" } else { "soon" }.to_owned()),
    ];
    let indexed = community.is_indexed.then(|| ("is_indexed", "yes".to_owned()));
    fields.into_iter().chain(indexed).map(|(name, value)| (name.to_owned(), value)).collect()
}
