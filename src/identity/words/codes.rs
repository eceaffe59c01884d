//! Recovery codes: each lets somebody back in once.

use std::sync::LazyLock;

/// Crockford's alphabet: no I, L, O or U, which are misread or make words.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Five bits a letter: 115 bits, more than can be guessed, so a plain hash may keep it.
const LETTERS: usize = 23;
const GROUP: usize = 5;

static SIGNS: LazyLock<Vec<char>> = LazyLock::new(|| ALPHABET.iter().copied().map(char::from).collect());

/// How many random bytes a code is made of.
pub const BYTES: usize = LETTERS;

/// A code such as "ABCDE-FGHJK-MNPQR-STVWX-YZ0": one letter for the low five bits of each byte.
#[must_use]
pub fn generate(bytes: &[u8; BYTES]) -> String {
    let letters: String = bytes.iter().filter_map(|byte| SIGNS.get(usize::from(byte & 31))).collect();
    grouped(&letters)
}

/// The code somebody typed, in its one spelling.
///
/// Case, spaces and hyphens do not matter; O is read as 0, I and L as 1.
pub fn parse(raw: &str) -> Option<String> {
    if raw.len() > 200 {
        return None;
    }
    let letters: Option<String> = raw.chars().filter(|c| c.is_alphanumeric()).map(letter).collect();
    letters.filter(|letters| letters.len() == LETTERS).map(|letters| grouped(&letters))
}

fn letter(typed: char) -> Option<char> {
    let meant = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    SIGNS.contains(&meant).then_some(meant)
}

fn grouped(letters: &str) -> String {
    let mut code = String::with_capacity(LETTERS + LETTERS / GROUP);
    for (at, letter) in letters.chars().enumerate() {
        if at > 0 && at % GROUP == 0 {
            code.push('-');
        }
        code.push(letter);
    }
    code
}

#[test]
fn a_code_is_read_back_however_it_is_typed() {
    let code = generate(&std::array::from_fn(|at| u8::try_from(at).unwrap_or(0)));
    assert_eq!(code, "01234-56789-ABCDE-FGHJK-MNP");
    for typed in [
        code.clone(),
        code.to_lowercase(),
        code.replace('-', " "),
        code.replace('-', ""),
        code.replace('0', "o").replace('1', "l"),
        format!(" {code}\n"),
    ] {
        assert_eq!(parse(&typed).as_deref(), Some(code.as_str()), "{typed}");
    }
}

#[test]
fn every_byte_has_a_letter() {
    for byte in 0..=255 {
        let code = generate(&[byte; BYTES]);
        assert_eq!(parse(&code), Some(code));
    }
}

#[test]
fn other_texts_are_no_code() {
    for typed in [
        "",
        "01234",
        "01234-56789-ABCDE-FGHJK-MNPQ",
        "U1234-56789-ABCDE-FGHJK-MNP",
        "é1234-56789-ABCDE-FGHJK-MNP",
    ] {
        assert_eq!(parse(typed), None, "{typed}");
    }
}
