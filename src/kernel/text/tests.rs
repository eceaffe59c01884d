//! What cleaning keeps, drops and refuses.

use proptest::prelude::*;

use super::*;

type Title = Bounded<3, 20, false>;
type Body = Bounded<1, 50, true>;

#[track_caller]
fn line_is(raw: &str, expected: &str) {
    assert_eq!(line(raw, 0, 500).as_deref(), Ok(expected));
}

#[track_caller]
fn block_is(raw: &str, expected: &str) {
    assert_eq!(block(raw, 0, 500).as_deref(), Ok(expected));
}

#[test]
fn a_line_is_one_line() {
    line_is("  two\r\nlines\tand\u{a0}more  ", "two lines and more");
    line_is("", "");
}

#[test]
fn a_block_keeps_lines_and_loses_gaps() {
    block_is("a\r\nb\rc\n", "a\nb\nc");
    block_is("a\n\n\n\n\n\nb", "a\n\n\nb");
    block_is("a  \n \n b", "a\n\n b");
    block_is("\n\n  a", "a");
}

#[test]
fn letters_are_composed() {
    line_is("cafe\u{301}", "café");
}

#[test]
fn invisible_tricks_are_removed() {
    line_is("abc\u{202E}fed\u{202C}", "abcfed");
    line_is("he\u{200B}llo\u{FEFF} wo\u{AD}rld\u{2066}", "hello world");
    line_is("tag\u{E0041}ged\u{E0100}", "tagged");
    line_is("bell\u{7} is dropped", "bell is dropped");
    line_is("joi\u{200D}ned, no\u{200C}t", "joined, not");
}

#[test]
fn joiners_that_mean_something_stay() {
    line_is("👩\u{200D}👧 and ❤\u{FE0F}\u{200D}🔥", "👩\u{200D}👧 and ❤\u{FE0F}\u{200D}🔥");
    line_is("می\u{200C}خواهم", "می\u{200C}خواهم");
    line_is("क्\u{200D}ष", "क्\u{200D}ष");
}

#[test]
fn zalgo_is_thinned_and_languages_are_not() {
    let zalgo = format!("h{}i", "\u{336}\u{34B}\u{353}\u{489}".repeat(40));
    assert!(line(&zalgo, 1, 10).is_ok_and(|text| text.chars().count() <= 6));
    line_is("Tiếng Việt, שָׁלוֹם, ကျွန်ုပ်, नमस्ते", "Tiếng Việt, שָׁלוֹם, ကျွန်ုပ်, नमस्ते");
}

#[test]
fn refusals_say_what_is_wrong() {
    check(" \u{200B} \u{2800}\n", Err(TextFault::Empty));
    check("ab", Err(TextFault::TooShort { min: 3 }));
    check("abcdefghijklmnopqrstuvwxyz", Err(TextFault::TooLong { max: 20, over: 6 }));
    check("a\0b", Err(TextFault::Nul));
    check("\u{1}\u{2}\u{3}\u{4}abc", Err(TextFault::ControlCharacters));
    check("abc", Ok("abc"));

    #[track_caller]
    fn check(raw: &str, expected: Result<&str, TextFault>) {
        assert_eq!(Title::parse(raw).as_ref().map(Title::as_str), expected.as_ref().map(|text| *text));
    }
}

#[test]
fn letters_are_counted_as_people_see_them() {
    assert_eq!(letters("👩\u{200D}👧🇩🇪é"), 3);
    assert!(Title::parse(&"🇩🇪".repeat(20)).is_ok());
}

#[test]
fn one_letter_cannot_hide_megabytes() {
    let chain = vec!["👩"; 50_000].join("\u{200D}");
    assert!(matches!(Title::parse(&format!("abc{chain}")), Err(TextFault::TooLong { max: 20, .. })));
    assert!(Title::clipped(&chain).as_str().len() <= 20 * 16);
}

#[test]
fn remote_text_is_cut_between_words() {
    assert_eq!(Title::clipped("A long title from somewhere else").as_str(), "A long title from…");
    assert_eq!(Title::clipped("a\0b\n\nc").as_str(), "ab c");
    assert_eq!(Body::clipped("one\n\ntwo").as_str(), "one\n\ntwo");
    assert_eq!(Title::clipped(" \u{200B}").as_str(), "");
}

#[test]
fn excerpts_end_with_a_word() {
    assert_eq!(excerpt("short", 20), "short");
    assert_eq!(excerpt("one two, three four", 10), "one two…");
    assert_eq!(excerpt("unbrokenlongword", 6), "unbro…");
    assert_eq!(excerpt("abc", 0), "");
}

#[test]
fn a_log_shows_the_length_only() {
    assert_eq!(Title::parse("secret").map(|title| format!("{title:?}")), Ok("Bounded(6 letters)".to_owned()));
}

/// Ordinary and odd characters alike.
fn odd() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-z \n\t]{1,6}",
        proptest::sample::select(vec![
            "\u{200D}", "\u{200C}", "\u{202E}", "\u{301}", "\u{FE0F}", "👩", "م", "क", "\u{94D}", "\r\n",
            "\u{a0}", "\u{1100}", "\u{1161}", "\u{11A8}"
        ])
        .prop_map(String::from),
    ];
    proptest::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cleaning_twice_is_cleaning_once(raw in odd()) {
        for clean in [line, block] {
            if let Ok(once) = clean(&raw, 0, 1000) {
                prop_assert_eq!(clean(&once, 0, 1000), Ok(once));
            }
        }
    }

    #[test]
    fn bounds_hold(raw in odd()) {
        if let Ok(title) = Title::parse(&raw) {
            prop_assert!((3..=20).contains(&letters(title.as_str())));
            let is_one_line = !title.as_str().contains(['\n', '\u{202E}', '\0']);
            prop_assert!(is_one_line);
        }
        prop_assert!(letters(Body::clipped(&raw).as_str()) <= 50);
        prop_assert!(letters(&excerpt(&raw, 12)) <= 12);
    }
}
