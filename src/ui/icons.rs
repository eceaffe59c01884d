//! Small drawings beside words, inline so that they take the colour of the text.

pub use askama::filters::Safe;

/// Every icon: name and markup, in order of name.
static ICONS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/icons.rs"));

/// The markup of an icon, ready for a template: `{{ icon("lamp") }}`.
///
/// An unknown name draws nothing; a test looks through templates and sources for such names.
pub fn icon(name: &str) -> Safe<&'static str> {
    let place = ICONS.binary_search_by_key(&name, |(known, _)| known);
    Safe(place.ok().and_then(|place| ICONS.get(place)).map_or("", |(_, markup)| markup))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn directional_icons_flip_and_all_are_hidden_from_readers() {
        assert!(icon("reply").0.contains("icon flip"));
        assert!(icon("lamp").0.contains(r#"class="icon""#));
        for (name, markup) in ICONS {
            assert_eq!(icon(name).0, *markup);
            assert!(markup.contains(r#"aria-hidden="true" focusable="false""#), "{name}");
        }
        assert_eq!(icon("nobody").0, "");
    }

    #[test]
    fn every_icon_and_asset_that_is_named_exists() {
        for folder in ["frontend/templates", "src"] {
            look(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
        }

        fn look(folder: &Path) {
            for entry in fs::read_dir(folder).into_iter().flatten() {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    look(&path);
                } else if !path.ends_with("ui/icons.rs") && !path.ends_with("ui/assets.rs") {
                    check(&path, &fs::read_to_string(&path).unwrap_or_default());
                }
            }
        }

        fn check(path: &Path, text: &str) {
            for name in named(text, "icon(\"") {
                assert_ne!(icon(name).0, "", "{}: no icon {name}", path.display());
            }
            for name in named(text, "asset(\"").chain(named(text, "assets::url(\"")) {
                assert_ne!(
                    crate::ui::assets::url(name),
                    "/static/unknown",
                    "{}: no asset {name}",
                    path.display()
                );
            }
        }

        fn named<'a>(text: &'a str, call: &'a str) -> impl Iterator<Item = &'a str> {
            text.split(call).skip(1).filter_map(|rest| rest.split_once("\")").map(|(name, _)| name))
        }
    }
}
