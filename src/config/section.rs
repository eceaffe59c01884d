//! One macro for every section: fields with defaults, docs, parsing and the table behind `settings.md`.

/// One setting, as the docs and the example file show it.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Its name in the file.
    pub key: &'static str,
    /// Its doc comment, lines joined.
    pub doc: String,
    /// Its default, as TOML; empty for "not set".
    pub default: String,
}

/// A group of settings.
pub trait Section {
    /// Its name in the file; empty for the keys at the top.
    const NAME: &'static str;
    /// Its first line of docs.
    const ABOUT: &'static str;

    /// Sets a value read from TOML.
    ///
    /// # Errors
    /// A sentence: the key is unknown, or the value does not fit.
    fn set(&mut self, key: &str, value: toml::Value) -> Result<(), String>;

    /// Every setting with its default.
    fn table(&self) -> Vec<Setting>;

    /// What is wrong with the values taken together.
    fn check(&self) -> Vec<String> {
        Vec::new()
    }

    /// Sets a value given as text, in a variable or a flag.
    ///
    /// # Errors
    /// As [`Section::set`].
    fn set_text(&mut self, key: &str, text: &str) -> Result<(), String> {
        // A number or a truth where one fits; words otherwise.
        let as_toml =
            format!("v = {text}").parse::<toml::Table>().ok().and_then(|mut table| table.remove("v"));
        if let Some(value) = as_toml
            && self.set(key, value).is_ok()
        {
            return Ok(());
        }
        self.set(key, toml::Value::String(text.to_owned()))
    }
}

/// Declares a section. Each field: doc comment, name, type, default.
#[macro_export]
macro_rules! settings {
    ($section:literal, $(#[doc = $about:literal])+ pub struct $name:ident {
        $($(#[doc = $doc:literal])+ pub $key:ident: $type:ty = $default:expr,)+
    }) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone)]
        pub struct $name { $($(#[doc = $doc])+ pub $key: $type,)+ }

        impl Default for $name {
            fn default() -> Self {
                Self { $($key: $default,)+ }
            }
        }

        impl $crate::config::Section for $name {
            const NAME: &'static str = $section;
            const ABOUT: &'static str = concat!($($about, "\n",)+);

            fn set(&mut self, key: &str, value: toml::Value) -> Result<(), String> {
                match key {
                    $(stringify!($key) => {
                        self.$key = <$type as serde::Deserialize>::deserialize(value)
                            .map_err(|error| error.to_string().trim().to_owned())?;
                        Ok(())
                    })+
                    _ => Err("there is no such setting".to_owned()),
                }
            }

            fn table(&self) -> Vec<$crate::config::Setting> {
                vec![$($crate::config::Setting {
                    key: stringify!($key),
                    doc: concat!($($doc, "\n",)+).to_owned(),
                    default: toml::Value::try_from(&self.$key).map(|value| value.to_string()).unwrap_or_default(),
                },)+]
            }

            fn check(&self) -> Vec<String> {
                self.wrong()
            }
        }
    };
}
