//! The languages the interface speaks, and which one a browser asks for.

/// A language of the interface. The two last are for tests: longer words, and mirrored pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
    /// English with accents and longer words.
    EnXa,
    /// English as if written from right to left.
    ArXb,
}

impl Language {
    /// Every language, the default first.
    pub const ALL: [Self; 4] = [Self::En, Self::Es, Self::EnXa, Self::ArXb];

    /// The code for `lang` attributes, cookies and folders.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::EnXa => "en-XA",
            Self::ArXb => "ar-XB",
        }
    }

    /// The direction of its lines, for `dir` attributes.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self {
            Self::En | Self::Es | Self::EnXa => "ltr",
            Self::ArXb => "rtl",
        }
    }

    /// Whether people speak it, and so may be offered it.
    #[must_use]
    pub const fn is_spoken(self) -> bool {
        matches!(self, Self::En | Self::Es)
    }

    /// The language of exactly this code, in any case.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code.trim()))
    }
}

/// The best language for an `Accept-Language` header; English when none fits.
#[must_use]
pub fn negotiate(accept_language: &str) -> Language {
    let mut best = (0, Language::default());
    for range in accept_language.split(',').take(32) {
        let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
        let weight = thousandths(weight);
        if let Some(language) = matching(tag.trim()).filter(|_| weight > best.0) {
            best = (weight, language);
        }
    }
    best.1
}

fn matching(tag: &str) -> Option<Language> {
    Language::parse(tag).or_else(|| {
        let primary = tag.split('-').next().unwrap_or_default();
        Language::parse(primary).or_else(|| (tag == "*").then(Language::default))
    })
}

/// `;q=0.8` as 800. What cannot be read counts as nothing.
fn thousandths(weight: &str) -> u16 {
    let weight = weight.trim();
    if weight.is_empty() {
        return 1000;
    }
    let Some(value) = weight.strip_prefix("q=").or_else(|| weight.strip_prefix("Q=")) else {
        return 0;
    };
    let (whole, fraction) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    match whole {
        "1" => 1000,
        "0" => format!("{fraction:0<3}").get(..3).and_then(|digits| digits.parse().ok()).unwrap_or(0),
        _ => 0,
    }
}

#[test]
fn a_browser_gets_the_language_it_likes_best() {
    check("es", Language::Es);
    check("de, es-MX;q=0.8, en;q=0.5", Language::Es);
    check("en-GB,en;q=0.9,es;q=0.95", Language::En);
    check("es;q=0.2, en;q=0.7", Language::En);
    check("es;q=0", Language::En);
    check("fr", Language::En);
    check("", Language::En);
    check("*;q=0.1, ES;q=0.05", Language::En);
    check("ar-XB", Language::ArXb);
    check("ar", Language::En);
    check("es;q=😀, ;;;,", Language::En);

    #[track_caller]
    fn check(header: &str, expected: Language) {
        assert_eq!(negotiate(header), expected);
    }
}

#[test]
fn codes_are_read_back() {
    for language in Language::ALL {
        assert_eq!(Language::parse(language.code()), Some(language));
    }
}
