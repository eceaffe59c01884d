//! Enums that are stored, sent and translated by a short code.

/// Declares an enum whose every case has a kebab-case code: `code()`, `parse(code)`, `ALL`.
///
/// Codes are stored and sent to other servers, and so are never renamed.
#[macro_export]
macro_rules! text_enum {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$case_doc:meta])* $case:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$case_doc])* #[serde(rename = $code)] $case,)+
        }

        impl $name {
            /// Every case, in the order pages show them.
            pub const ALL: &'static [Self] = &[$(Self::$case,)+];

            /// The code it is stored and sent by.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$case => $code,)+
                }
            }

            /// The case of exactly this code.
            pub fn parse(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$case),)+
                    _ => None,
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

#[cfg(test)]
mod tests {
    text_enum! {
        /// What the sky does.
        pub enum Weather {
            /// Nothing falls.
            Dry = "dry",
            /// Something falls.
            LightRain = "light-rain",
        }
    }

    #[test]
    fn codes_are_read_back() {
        for weather in Weather::ALL {
            assert_eq!(Weather::parse(weather.code()), Some(*weather));
            assert_eq!(serde_json::to_string(weather).ok(), Some(format!("\"{weather}\"")));
        }
        assert_eq!(Weather::parse("hail"), None);
    }
}
