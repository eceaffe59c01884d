//! Every sentence people read, from Fluent files, in the language they read.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Display;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use quick_cache::Equivalent;
use quick_cache::sync::Cache;

use super::assets::LOCALES;
use crate::kernel::Language;

/// Marks a sentence that no file holds; a test fails on any page that shows one.
pub const MISSING: char = '⟦';

/// The sentences of one language. Those without blanks are ready; the others are filled in on demand.
pub struct Words {
    language: Language,
    ready: HashMap<String, Box<str>>,
    bundle: FluentBundle<FluentResource>,
    counted: Cache<(Box<str>, i64), Arc<str>>,
}

/// Sentences with one number in them that are ready, in each language.
const COUNTED: usize = 2_000;

/// A sentence and its number, as [`Words::counted`] is asked for them.
#[derive(PartialEq, Eq, Hash)]
struct Counted<'a>(&'a str, i64);

impl Equivalent<(Box<str>, i64)> for Counted<'_> {
    fn equivalent(&self, (key, number): &(Box<str>, i64)) -> bool {
        self.0 == &**key && self.1 == *number
    }
}

/// Read when somebody first reads that language.
static EN: LazyLock<Words> = LazyLock::new(|| Words::load(Language::En));
static ES: LazyLock<Words> = LazyLock::new(|| Words::load(Language::Es));
static EN_XA: LazyLock<Words> = LazyLock::new(|| Words::load(Language::EnXa));
static AR_XB: LazyLock<Words> = LazyLock::new(|| Words::load(Language::ArXb));

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &EN,
            Language::Es => &ES,
            Language::EnXa => &EN_XA,
            Language::ArXb => &AR_XB,
        }
    }

    /// The words of every language that people speak; for what must be understood whatever the page speaks.
    pub fn spoken() -> impl Iterator<Item = &'static Self> {
        Language::ALL.into_iter().filter(|language| language.is_spoken()).map(Self::of)
    }

    /// Which language this is.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A sentence without blanks.
    #[must_use]
    pub fn t<'a>(&'a self, key: &str) -> Cow<'a, str> {
        match self.ready.get(key) {
            Some(sentence) => Cow::Borrowed(sentence),
            None => Cow::Owned(self.with(key, &[])),
        }
    }

    /// A sentence with its blanks filled in. A value that is a whole number chooses plurals.
    #[must_use]
    pub fn with(&self, key: &str, blanks: &[(&'static str, String)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in blanks {
            match value.parse::<i64>() {
                Ok(number) => args.set(*name, FluentValue::from(number)),
                Err(_) => args.set(*name, FluentValue::from(value.as_str())),
            }
        }
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("{MISSING}{key}⟧");
        };
        let mut faults = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, Some(&args), &mut faults);
        if faults.is_empty() { sentence.into_owned() } else { format!("{MISSING}{key}⟧ {sentence}") }
    }

    /// A sentence with one blank.
    #[must_use]
    pub fn t1(&self, key: &str, name: &'static str, value: impl Display) -> String {
        let value = value.to_string();
        // A thread says "3 hours ago" three hundred times.
        let Some(number) = value.parse().ok().filter(|number| (0..100).contains(number)) else {
            return self.with(key, &[(name, value)]);
        };
        if let Some(sentence) = self.counted.get(&Counted(key, number)) {
            return sentence.as_ref().to_owned();
        }
        let sentence = self.with(key, &[(name, value)]);
        self.counted.insert((key.into(), number), sentence.as_str().into());
        sentence
    }

    /// A sentence with two blanks.
    #[must_use]
    pub fn t2(&self, key: &str, a: (&'static str, impl Display), b: (&'static str, impl Display)) -> String {
        self.with(key, &[(a.0, a.1.to_string()), (b.0, b.1.to_string())])
    }

    fn load(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![langid(language)]);
        // Names stand in <bdi>; marks inside sentences would reach titles and plain texts.
        bundle.set_use_isolating(false);
        bundle.set_transform(match language {
            Language::En | Language::Es => None,
            Language::EnXa => Some(|text: &str| fluent_pseudo::transform(text, false, true)),
            Language::ArXb => Some(|text: &str| fluent_pseudo::transform(text, true, false)),
        });
        let mut keys = Vec::new();
        for source in [Language::En, language] {
            if source == Language::En || source.is_spoken() {
                fill(&mut bundle, source.code(), &mut keys);
            }
        }
        let counted = Cache::new(COUNTED);
        let mut words = Self { language, ready: HashMap::new(), bundle, counted };
        for key in keys {
            let sentence = words.with(&key, &[]);
            if !sentence.starts_with(MISSING) {
                words.ready.insert(key, sentence.into_boxed_str());
            }
        }
        words
    }
}

/// Adds every file of a language; what came before (English) stays where the language has no sentence of its own.
fn fill(bundle: &mut FluentBundle<FluentResource>, code: &str, keys: &mut Vec<String>) {
    for (_, _, text) in LOCALES.iter().filter(|(lang, _, _)| *lang == code) {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, _)| partial);
        for entry in resource.entries() {
            if let fluent_syntax::ast::Entry::Message(message) = entry {
                keys.push(message.id.name.to_owned());
            }
        }
        bundle.add_resource_overriding(resource);
    }
}

fn langid(language: Language) -> unic_langid::LanguageIdentifier {
    let code = match language {
        Language::En | Language::EnXa => "en",
        Language::Es => "es",
        Language::ArXb => "ar",
    };
    code.parse().unwrap_or_default()
}
