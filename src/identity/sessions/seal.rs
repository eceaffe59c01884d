//! What a session's row holds, and how it is sealed: by a key of its token, which only the cookie has.

use zeroize::Zeroizing;

use crate::kernel::{AccountId, Chance, Day, Error, SessionId, Token, Week, sha256_hex};
use crate::keys::{Holder, Key, MemberSecret};

/// What the sealed part is called.
const WHAT: &str = "session";
/// Numbers in it, eight bytes each, beside the secret.
const NUMBERS: usize = 8;
const SECRET: usize = 32;

/// What only the token opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The member secret.
    pub secret: MemberSecret,
    /// Whose.
    pub account: AccountId,
    /// Which of their devices.
    pub session: SessionId,
    /// The account's generation when it was made.
    pub generation: i64,
    /// The week it was made.
    pub made: Week,
    /// The week it was last used.
    pub seen: Week,
    /// The last day on which it lets in.
    pub expires: Day,
    /// Whether others use the device.
    pub is_shared: bool,
    /// Minutes after which it is locked; 0: never.
    pub lock_min: i64,
}

impl Seat {
    /// The row's key and its sealed part.
    ///
    /// # Errors
    /// None that can be met; see [`Key::seal`].
    pub fn seal(&self, chance: &Chance, token: &Token) -> Result<(String, String), Error> {
        let numbers: [i64; NUMBERS] = [
            self.account.0,
            self.session.0,
            self.generation,
            self.made.0,
            self.seen.0,
            self.expires.0,
            self.is_shared.into(),
            self.lock_min,
        ];
        // Room for all of it at once: a vector that grew would leave copies behind.
        let mut plain = Zeroizing::new(Vec::with_capacity(SECRET + 8 * NUMBERS));
        plain.extend_from_slice(self.secret.bytes());
        for number in numbers {
            plain.extend_from_slice(&number.to_be_bytes());
        }
        let row = row_of(token);
        let sealed = key_of(token).seal(chance, WHAT, &row, &plain)?;
        Ok((row, sealed))
    }

    /// Opens a row with its token.
    #[must_use]
    pub fn open(token: &Token, row: &str, sealed: &str) -> Option<Self> {
        let plain = key_of(token).open(WHAT, row, sealed)?;
        let (secret, numbers) = plain.split_at_checked(SECRET)?;
        let (numbers, rest) = numbers.as_chunks::<8>();
        let &[account, session, generation, made, seen, expires, shared, lock] = numbers else { return None };
        let number = i64::from_be_bytes;
        rest.is_empty().then_some(Self {
            secret: MemberSecret::from_bytes(secret)?,
            account: AccountId(number(account)),
            session: SessionId(number(session)),
            generation: number(generation),
            made: Week(number(made)),
            seen: Week(number(seen)),
            expires: Day(number(expires)),
            is_shared: number(shared) == 1,
            lock_min: number(lock),
        })
    }

    /// What a request of this session holds.
    #[must_use]
    pub fn holder(&self, token: &Token) -> Holder {
        let (account, session) = (self.account, self.session);
        Holder { account, session, token: token.clone(), secret: self.secret.clone() }
    }
}

/// What a session's row is found by.
#[must_use]
pub fn row_of(token: &Token) -> String {
    sha256_hex(format!("sid{}", token.expose()).as_bytes())
}

fn key_of(token: &Token) -> Key {
    Key::derive(token.expose().as_bytes(), "session")
}

#[test]
fn a_seat_opens_with_its_own_token_and_row_alone() {
    let chance = Chance::seeded(1);
    let (token, other) = (Token::new(&chance), Token::new(&chance));
    let seat = Seat {
        secret: MemberSecret::new(&chance),
        account: AccountId(1),
        session: SessionId(2),
        generation: 3,
        made: Week(4),
        seen: Week(5),
        expires: Day(6),
        is_shared: true,
        lock_min: 5,
    };
    let (row, sealed) = seat.seal(&chance, &token).unwrap();
    assert_eq!(Seat::open(&token, &row, &sealed), Some(seat.clone()));
    assert_eq!(Seat::open(&other, &row, &sealed), None);
    assert_eq!(Seat::open(&token, &row_of(&other), &sealed), None);
    assert_eq!(Seat::open(&token, &row, &sealed[1..]), None);
    assert_ne!(seat.seal(&chance, &token).unwrap().1, sealed);
    assert_eq!(format!("{:?}", seat.secret), "…");
}
