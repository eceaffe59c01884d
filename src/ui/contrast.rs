//! Reads the shipped colours and holds them to WCAG contrast, so that no later tint goes grey on grey.
#![cfg(test)]

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../frontend/styles/10-tokens.css");
const PEOPLE: &str = include_str!("../../frontend/styles/40-parts/people.css");

/// Text or mark, ground, contrast needed.
const PAIRS: &[(&str, &[&str], f64)] = &[
    (
        "ink",
        &["paper", "card", "sunk", "honey-wash", "slate-wash", "ember-wash", "moss-wash", "plum-wash"],
        7.0,
    ),
    ("soft", &["paper", "card", "sunk", "honey-wash", "plum-wash"], 4.5),
    ("plum", &["paper", "card", "plum-wash", "honey-wash", "slate-wash", "moss-wash"], 4.5),
    ("plum-deep", &["plum-wash"], 4.5),
    ("btn-on", &["btn", "btn-over"], 4.5),
    ("on-honey", &["honey"], 4.5),
    ("honey-ink", &["honey-wash", "card", "paper"], 4.5),
    ("moss", &["moss-wash", "card", "paper"], 4.5),
    ("ember", &["ember-wash", "card", "paper"], 4.5),
    ("slate", &["slate-wash", "card", "paper"], 4.5),
    ("edge", &["card", "paper"], 3.0),
    ("focus", &["card", "paper"], 3.0),
    ("btn", &["card", "paper"], 3.0),
];

#[test]
fn every_theme_keeps_its_contrast() {
    for theme in ["  :root {", "  :root[data-theme=night] {", "  :root[data-theme=contrast] {"] {
        let colours = colours(block(theme));
        for (text, grounds, needed) in PAIRS {
            for ground in *grounds {
                let found = contrast(colours[text], colours[ground]);
                assert!(found >= *needed, "{theme} {text} on {ground}: {found:.2}, needs {needed}");
            }
        }
    }
}

#[test]
fn a_wish_of_the_device_looks_like_the_same_choice() {
    let wished = TOKENS.matches("    :root:not([data-theme]) {").count();
    assert_eq!(wished, 2);
    for (wish, choice) in [("prefers-color-scheme:dark", "night"), ("prefers-contrast:more", "contrast")] {
        let after = TOKENS.split(wish).nth(1).expect("a media query");
        let wished = after.split('{').nth(2).and_then(|rest| rest.split('}').next()).expect("a block");
        assert_eq!(colours(wished), colours(block(&format!("  :root[data-theme={choice}] {{"))), "{choice}");
    }
}

#[test]
fn every_face_can_be_seen() {
    let tints: Vec<Vec<&str>> = PEOPLE
        .lines()
        .filter(|line| line.trim_start().starts_with(".t"))
        .map(|line| line.split('#').collect())
        .collect();
    assert_eq!(tints.len(), 8);
    for tint in tints {
        let found = contrast(channels(&tint[1][..6]), channels(&tint[2][..6]));
        assert!(found >= 4.5, "{tint:?}: {found:.2}");
    }
}

/// What stands between this selector and its closing brace.
fn block(selector: &str) -> &'static str {
    TOKENS.split(selector).nth(1).and_then(|rest| rest.split('}').next()).expect("a theme")
}

fn colours(block: &str) -> BTreeMap<&str, [u8; 3]> {
    let tokens = block.split(';').filter_map(|token| token.trim().strip_prefix("--")?.split_once(":#"));
    tokens.map(|(name, hex)| (name, channels(hex))).collect()
}

fn channels(hex: &str) -> [u8; 3] {
    let long: String =
        if hex.len() == 3 { hex.chars().flat_map(|digit| [digit, digit]).collect() } else { hex.into() };
    [0, 2, 4].map(|at| u8::from_str_radix(&long[at..at + 2], 16).expect("a hex colour"))
}

/// The WCAG 2 formula.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
