//! The steps of set-up, the code that begins it, and the groups a community may begin with.

use crate::kernel::{Chance, Kind, PublicId, Secret, sha256_hex};
use crate::policy::Reach;

crate::text_enum! {
    /// One question a page, in this order.
    pub enum Step {
        /// The code, and a name for the host.
        Claim = "claim",
        /// Name, sentence, language, country.
        Name = "name",
        /// Numbers to call.
        Helplines = "helplines",
        /// Who may come in.
        Doors = "doors",
        /// Who looks after people.
        Keepers = "keepers",
        /// Other communities.
        Neighbours = "neighbours",
        /// Groups to begin with.
        Groups = "groups",
        /// Five lines on how we talk.
        Rules = "rules",
        /// The name in discreet mode.
        Neutral = "neutral",
        /// Look once more, and open.
        Check = "check",
        /// The doors were opened.
        Done = "done",
    }
}

impl Step {
    /// The step after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL.iter().copied().find(|step| *step > self).unwrap_or(Self::Done)
    }

    /// The step before this one, if a host may go back to it.
    #[must_use]
    pub fn back(self) -> Option<Self> {
        Self::ALL.iter().copied().rfind(|step| *step < self && *step > Self::Claim)
    }

    /// Where it is asked.
    #[must_use]
    pub fn url(self) -> String {
        format!("/host/setup/{}", self.code())
    }

    /// The Fluent key of its question.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Claim => "setup-claim",
            Self::Name => "setup-name",
            Self::Helplines => "setup-helplines",
            Self::Doors => "setup-doors",
            Self::Keepers => "setup-keepers",
            Self::Neighbours => "setup-neighbours",
            Self::Groups => "setup-groups",
            Self::Rules => "setup-rules",
            Self::Neutral => "setup-neutral",
            Self::Check | Self::Done => "setup-check",
        }
    }

    /// Which of how many, for people; the last step is no question.
    #[must_use]
    pub fn place(self) -> (usize, usize) {
        let questions = Self::ALL.len() - 1;
        (Self::ALL.iter().position(|step| *step == self).map_or(questions, |at| at + 1), questions)
    }
}

/// What `serve` prints and the first host types. 70 random bits; only its hash is kept.
#[derive(Debug, Clone)]
pub struct Code(Secret<String>);

impl Code {
    /// A new one.
    #[must_use]
    pub fn new(chance: &Chance) -> Self {
        Self(Secret::new(PublicId::new(chance).as_str().to_owned()))
    }

    /// Reads what somebody typed: case, spaces and hyphens do not matter.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let bare: String = typed.chars().filter(char::is_ascii_alphanumeric).take(64).collect();
        PublicId::parse(&bare.to_ascii_lowercase()).map(|id| Self(Secret::new(id.as_str().to_owned())))
    }

    /// As it is printed, in groups of five.
    #[must_use]
    pub fn shown(&self) -> String {
        let signs: Vec<char> = self.0.expose().chars().collect();
        let groups: Vec<String> = signs.chunks(5).map(String::from_iter).collect();
        groups.join("-")
    }

    /// What is kept.
    #[must_use]
    pub fn hash(&self) -> String {
        sha256_hex(self.0.expose().as_bytes())
    }
}

/// A group a community may begin with. Its words are the messages `starter-<name>` and `starter-<name>-purpose`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Starter {
    /// Short, for its address.
    pub name: &'static str,
    /// How far its posts may travel.
    pub ceiling: Reach,
    /// Whether it is ticked to begin with.
    pub is_usual: bool,
}

impl Starter {
    /// The Fluent key of its name.
    #[must_use]
    pub fn title(&self) -> String {
        format!("starter-{}", self.name)
    }

    /// The Fluent key of what it is for.
    #[must_use]
    pub fn purpose(&self) -> String {
        format!("starter-{}-purpose", self.name)
    }

    /// The Fluent key of who can read it.
    #[must_use]
    pub fn reach(&self) -> &'static str {
        match self.ceiling {
            Reach::Group => "starter-reach-group",
            Reach::Community => "starter-reach-community",
            Reach::Partners | Reach::Everyone => "starter-reach-partners",
        }
    }
}

/// Every starter group.
pub const STARTERS: &[Starter] = &[
    Starter { name: "welcome", ceiling: Reach::Community, is_usual: true },
    Starter { name: "night-owls", ceiling: Reach::Community, is_usual: true },
    Starter { name: "first-90-days", ceiling: Reach::Community, is_usual: true },
    Starter { name: "wins", ceiling: Reach::Partners, is_usual: true },
    Starter { name: "questions", ceiling: Reach::Community, is_usual: false },
    Starter { name: "family-and-friends", ceiling: Reach::Group, is_usual: false },
];

/// Why set-up may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not the code that was printed last.
    #[error("not the code printed last")]
    CodeWrong,
    /// Another host was first.
    #[error("somebody has claimed this community")]
    Claimed,
    /// Questions are left.
    #[error("some questions are left")]
    Unfinished,
    /// No number to call in the community's country.
    #[error("keep at least one number to call before you open")]
    HelplineMissing,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::CodeWrong => "setup-code-wrong",
            Self::Claimed => "setup-claimed",
            Self::Unfinished => "setup-unfinished",
            Self::HelplineMissing => "helpline-missing",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::CodeWrong => Kind::Invalid,
            Self::Claimed | Self::Unfinished | Self::HelplineMissing => Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::CodeWrong => Some("code"),
            Self::Claimed | Self::Unfinished | Self::HelplineMissing => None,
        }
    }
}

#[test]
fn a_code_is_read_back_however_it_is_typed() {
    let code = Code::new(&Chance::seeded(1));
    let shown = code.shown();
    assert_eq!(shown.len(), 16);
    for typed in [shown.clone(), shown.to_uppercase(), shown.replace('-', " "), format!(" {shown}\n")] {
        assert_eq!(Code::parse(&typed).unwrap().hash(), code.hash(), "{typed}");
    }
    assert!(Code::parse("").is_none() && Code::parse(&shown[1..]).is_none());
    assert!(!format!("{code:?}").contains(&shown[..5]), "a code prints as dots");
}

#[test]
fn steps_follow_each_other_to_the_open_door() {
    assert_eq!(Step::Claim.next(), Step::Name);
    assert_eq!(Step::Check.next(), Step::Done);
    assert_eq!((Step::Name.back(), Step::Helplines.back()), (None, Some(Step::Name)));
    assert_eq!(Step::Check.place(), (10, 10));
}
