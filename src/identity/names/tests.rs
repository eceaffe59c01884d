//! Names that pass, names that do not, and names that are the same.

use std::collections::HashSet;

use proptest::prelude::*;

use super::suggest::chance_from;
use super::*;

#[track_caller]
fn passes(raw: &str, shown: &str) {
    assert_eq!(check(raw).as_ref().map(Name::as_str), Ok(shown), "{raw}");
}

#[track_caller]
fn fails(raw: &str, code: &str) {
    let fault = check(raw).err();
    let said = fault.as_ref().map(crate::kernel::Refusal::code);
    assert_eq!(said, Some(format!("name-{code}").as_str()), "{raw}");
    let suggestion = fault.map(|fault| fault.suggestion().to_owned()).unwrap_or_default();
    assert!(check(&suggestion).is_ok(), "{raw} was answered with {suggestion}");
}

#[test]
fn made_up_names_pass() {
    passes("Quiet Heron", "Quiet Heron");
    passes("  quiet   heron ", "quiet heron");
    passes("Maple 41", "Maple 41");
    passes("O’Tide", "O'Tide");
    passes("Jo", "Jo");
    passes("Anna", "Anna");
    passes("Deep Root", "Deep Root");
    passes("Ghost Lamp", "Ghost Lamp");
    passes("Тихая Цапля", "Тихая Цапля");
    passes("نسیم صبح", "نسیم صبح");
    passes("静かな鷺", "静かな鷺");
    passes("Día Nuevo", "Día Nuevo");
}

#[test]
fn lengths_and_characters_are_checked() {
    fails("", "too-short");
    fails("x", "too-short");
    fails(&"x".repeat(31), "too-long");
    fails("a_b", "characters");
    fails("-maple", "characters");
    fails("maple'", "characters");
    fails("🔥🔥", "characters");
    fails("<b>maple</b>", "characters");
    fails("1234", "characters");
    fails("𝔪𝔞𝔭𝔩𝔢", "characters");
    fails("ma\0ple", "characters");
    fails("Mаple", "characters"); // its second letter is Cyrillic
}

#[test]
fn real_names_are_noticed() {
    for name in [
        "John Smith",
        "maria garcia",
        "María García",
        "Smith John",
        "JohnSmith",
        "Anna-Schmidt",
        "Mary Jane Watson",
        "Sean O'Brien",
        "John Smith 41",
    ] {
        fails(name, "real-name");
    }
}

#[test]
fn years_of_birth_are_noticed() {
    for name in ["Maple 1984", "1999 Maple", "Maple2001", "Maple 84", "Maple05"] {
        fails(name, "birth-year");
    }
    passes("Maple 2050", "Maple 2050");
    passes("Maple 7", "Maple 7");
    assert!(check("Maple 1984").is_err_and(|fault| fault.suggestion().starts_with("Maple ")));
}

#[test]
fn roles_are_reserved_with_their_look_alikes() {
    for name in [
        "admin",
        "Moderator",
        "H0st",
        "Adm1n",
        "hearth side",
        "Heаrthside".replace('а', "a").as_str(),
        "Official Heron",
        "root",
        "System",
        "STAFF",
        "helpline 24",
        "Quiet Moderator",
        "everyone",
        "rnoderator",
        "5upport",
    ] {
        fails(name, "reserved");
    }
    fails("аdmin", "characters");
    fails("ноst", "characters");
    fails("НОЅТ", "reserved"); // Cyrillic
    fails("ΝΙΝΑ", "characters"); // Greek, and its small letters would be read as others
}

#[test]
fn ways_to_be_reached_are_refused() {
    for name in [
        "me@a.example",
        "+49 170 1234567",
        "07700900123",
        "https://a.example",
        "www.heron",
        "heron.com",
        "heron on whatsapp",
    ] {
        fails(name, "contact");
    }
}

#[test]
fn look_alikes_share_a_key() {
    for (one, other) in [
        ("Quiet Heron", "quiet-heron"),
        ("Quiet Heron", "QUIETHERON"),
        ("Maple l", "Maple 1"),
        ("Cloud 0", "Cloud O"),
        ("Maple", "Mаple"),
        ("Ｍaple", "Maple"),
        ("O'Tide", "O’Tide"),
        ("modem", "modern"),
        ("Lily", "Iily"),
        ("Maple I", "Maple 1"),
        ("ВЕРА", "BEPA"),       // Cyrillic and Latin
        ("Вера", "вера"),       // Cyrillic, both
        ("Нора", "Hopa"),       // Cyrillic and Latin
        ("ΚΑΤΕ", "KATE"),       // Greek and Latin
        ("Βασίλης", "βασίλης"), // Greek, both
    ] {
        assert_eq!(key(one), key(other), "{one} and {other}");
    }
    for (one, other) in [("Maple 41", "Maple 42"), ("Maple 41", "Maple"), ("Quiet Heron", "Quiet Hero")] {
        assert_ne!(key(one), key(other));
    }
}

#[test]
fn a_taken_name_gets_a_number() {
    assert_eq!(with_number("Quiet Heron", 41), "Quiet Heron 41");
    for number in NUMBERS {
        let name = with_number("Quiet Heron", number);
        passes(&name, &name);
    }
}

#[test]
fn no_word_is_in_both_lists_or_hurts() {
    let (first, second) = lists();
    let all: HashSet<String> = first.iter().chain(second).map(|word| word.to_lowercase()).collect();
    assert_eq!(all.len(), first.len() + second.len());
    assert!(first.len() >= 400 && second.len() >= 400, "{} and {}", first.len(), second.len());
    for word in HURTFUL.split_whitespace() {
        assert!(!all.contains(word), "{word}");
    }
    assert!(all.iter().all(|word| word.chars().all(|c| c.is_ascii_lowercase()) && word.len() <= 14));
}

/// Slang for drugs and drink, places, diagnoses, genders, religion, bodies, gambling, food as trouble.
const HURTFUL: &str = "snow ice crystal speed rock weed grass pot joint smack horse brown sugar white angel molly blow coke candy \
    bean poppy lean purple mushroom acid dust tar blue skunk crank chalk glass spice hash bud herb roach needle spoon pipe high stoned wasted \
    drunk sober clean dirty hop hops malt wine cider brandy cask barrel cellar tavern bottle cork amber barley vine berry paris london berlin \
    victoria sydney dakota jordan china georgia dallas austin manic bipolar crazy mad numb blind lame dumb king queen prince princess maid lady \
    lad boy girl man woman mother father sister brother saint holy chapel monk cross bishop cardinal prayer temple hymn psalm heaven hell devil \
    demon dice card ace spade lucky jackpot wager thin slim fat plump hungry bony scale wet moist hard stiff beaver cock tit booby bush black red \
    yellow knife rope blade gun bridge cliff noose razor pill noose";

#[test]
fn every_suggestion_would_pass() {
    let (first, second) = lists();
    for (at, word) in first.iter().enumerate() {
        for other in second.iter().skip(at % 29).step_by(29) {
            let name = format!("{word} {other}");
            passes(&name, &name);
        }
    }
    for word in second {
        passes(&format!("Quiet {word}"), &format!("Quiet {word}"));
    }
}

#[test]
fn suggestions_follow_chance() {
    let mut names = HashSet::new();
    let mut chance = chance_from("town");
    names.extend((0..1000).map(|_| suggest(&mut chance)));
    assert!(names.len() > 980, "{} different names", names.len());
    assert_eq!(suggest(&mut |_| 0), "Able Acorn");
    assert!(!suggest(&mut |below| below + 7).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_an_answer(raw in any::<String>()) {
        match check(&raw) {
            Ok(name) => {
                prop_assert_eq!(check(name.as_str()), Ok(name.clone()));
                prop_assert!(!name.key().is_empty());
            }
            Err(fault) => prop_assert!(check(fault.suggestion()).is_ok(), "{}", fault.suggestion()),
        }
    }

    #[test]
    fn case_and_spacing_do_not_make_another_name(name in "[A-Za-z][A-Za-z0-9 '-]{0,20}[A-Za-z]") {
        prop_assert_eq!(key(&name), key(&name.to_uppercase()));
        prop_assert_eq!(key(&name), key(&name.replace(' ', "  ")));
    }
}
