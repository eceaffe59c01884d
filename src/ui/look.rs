//! What this place can be made to look like on a device: another title, another icon, another name.

use std::borrow::Cow;

use super::{House, Words, assets, icons};
use crate::ui::icons::Safe;

crate::text_enum! {
    /// Something that could be on anybody's device. The codes stand in a cookie, and say nothing there either.
    pub enum Look {
        /// The host's neutral word.
        Notes = "notes",
        /// The weather.
        Weather = "weather",
        /// Things to read.
        List = "list",
    }
}

impl Look {
    /// What it is called.
    #[must_use]
    pub fn name<'a>(self, words: &'a Words, house: &'a House) -> Cow<'a, str> {
        match self {
            Self::Notes => Cow::Borrowed(&house.neutral_name),
            Self::Weather => words.t("look-weather"),
            Self::List => words.t("look-list"),
        }
    }

    /// The drawing beside its name.
    #[must_use]
    pub fn mark(self) -> Safe<&'static str> {
        icons::icon(match self {
            Self::Notes => "plan",
            Self::Weather => "cloud",
            Self::List => "book",
        })
    }

    /// The addresses of its icon: as it is, for masks, for home screens that take no drawings.
    #[must_use]
    pub fn icons(look: Option<Self>) -> [&'static str; 3] {
        let [icon, maskable, picture] = match look {
            None => ["icon.svg", "maskable.svg", "icon.png"],
            Some(Self::Notes) => ["notes.svg", "notes-maskable.svg", "notes.png"],
            Some(Self::Weather) => ["weather.svg", "weather-maskable.svg", "weather.png"],
            Some(Self::List) => ["list.svg", "list-maskable.svg", "list.png"],
        };
        [icon, maskable, picture].map(assets::url)
    }
}
