//! Form tokens: each form carries one made from the session, masked anew on each page so that compression tells nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

use crate::kernel::{Chance, Token};

const LENGTH: usize = 32;

/// What a session's form tokens are made from.
#[derive(Clone)]
pub struct CsrfKey([u8; LENGTH]);

impl std::fmt::Debug for CsrfKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CsrfKey(…)")
    }
}

impl CsrfKey {
    /// The key of a session.
    #[must_use]
    pub fn of(session: &Token) -> Self {
        let mut key = [0; LENGTH];
        if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(session.expose().as_bytes()) {
            mac.update(b"form");
            key = mac.finalize().into_bytes().into();
        }
        Self(key)
    }

    /// A token for the forms of one page. No two are alike.
    #[must_use]
    pub fn token(&self, chance: &Chance) -> String {
        let mask = chance.bytes::<LENGTH>();
        let mut both = mask.to_vec();
        both.extend(mask.iter().zip(self.0).map(|(mask, key)| mask ^ key));
        URL_SAFE_NO_PAD.encode(both)
    }

    /// Whether a token belongs to this session. Takes the same time for every wrong one of the right length.
    #[must_use]
    pub fn accepts(&self, token: &str) -> bool {
        let Ok(both) = URL_SAFE_NO_PAD.decode(token) else { return false };
        let Some((mask, masked)) = both.split_at_checked(LENGTH) else { return false };
        let key: Vec<u8> = mask.iter().zip(masked).map(|(mask, byte)| mask ^ byte).collect();
        key.ct_eq(&self.0).into()
    }
}

#[test]
fn a_token_belongs_to_one_session() {
    let chance = Chance::seeded(1);
    let (mine, theirs) = (CsrfKey::of(&Token::new(&chance)), CsrfKey::of(&Token::new(&chance)));
    let token = mine.token(&chance);
    assert!(mine.accepts(&token));
    assert_ne!(token, mine.token(&chance));
    for (key, token) in [(&theirs, token.as_str()), (&mine, ""), (&mine, "AAAA"), (&mine, &token[1..])] {
        assert!(!key.accepts(token));
    }
}
