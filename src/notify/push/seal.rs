//! Encrypting for one device (RFC 8291, in the coding of RFC 8188), always to the same length: a service learns nothing of
//! what it carries.

use aws_lc_rs::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::agreement::{self, ECDH_P256, PrivateKey, UnparsedPublicKey};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::kernel::{Chance, Error};

/// Bytes that are encrypted, whatever they say.
pub const FILLED_TO: usize = 1_024;
/// Bytes of a point that is not compressed, and how it begins.
const POINT: usize = 65;
const UNCOMPRESSED: u8 = 4;
/// How large a record may be; ours is the only one.
const RECORD: u32 = 4_096;
/// Stands behind the last record's text.
const LAST: u8 = 2;

/// Whether these are the bytes of a point of the curve.
#[must_use]
pub fn is_point(bytes: &[u8]) -> bool {
    let is_whole = bytes.len() == POINT && bytes.first() == Some(&UNCOMPRESSED);
    let agrees = || {
        let own = PrivateKey::generate(&ECDH_P256).ok()?;
        agreement::agree(&own, UnparsedPublicKey::new(&ECDH_P256, bytes), (), |_| Ok(())).ok()
    };
    is_whole && agrees().is_some()
}

/// Encrypts a text for a device: a key of its own each time, and filled up to [`FILLED_TO`].
///
/// # Errors
/// A fault: the text is too long, or the device's key is none.
pub fn encrypt(chance: &Chance, (point, auth): (&[u8], &[u8; 16]), text: &[u8]) -> Result<Vec<u8>, Error> {
    if text.len() >= FILLED_TO {
        return Err(Error::other("too long to be pushed"));
    }
    let mut plain = [text, &[LAST]].concat();
    plain.resize(FILLED_TO, 0);
    let (_, own) = draw(chance)?;
    seal(&own, &chance.bytes::<16>(), (point, auth), plain)
}

/// A key drawn by chance: its bytes, and itself. Nearly every thirty-two bytes are one; a second draw is not met in a lifetime.
///
/// # Errors
/// A fault that cannot be met.
pub fn draw(chance: &Chance) -> Result<(Zeroizing<[u8; 32]>, PrivateKey), Error> {
    let drawn = (0..8).find_map(|_| {
        let bytes = Zeroizing::new(chance.bytes::<32>());
        let key = PrivateKey::from_private_key(&ECDH_P256, bytes.as_slice()).ok()?;
        Some((bytes, key))
    });
    drawn.ok_or_else(|| Error::other("no key could be made"))
}

/// What a device opens with its own key and the secret: salt, record size, our point, and the one record.
fn seal(
    own: &PrivateKey,
    salt: &[u8; 16],
    (point, auth): (&[u8], &[u8; 16]),
    plain: Vec<u8>,
) -> Result<Vec<u8>, Error> {
    let fault = || Error::other("a push could not be encrypted");
    let ours = own.compute_public_key().map_err(|_| fault())?;
    let theirs = UnparsedPublicKey::new(&ECDH_P256, point);
    let info = [b"WebPush: info\0".as_slice(), point, ours.as_ref()];
    let shared = agreement::agree(own, theirs, fault(), |shared| expand::<32>(auth, shared, &info))?;
    let key = expand::<16>(salt, shared.as_slice(), &[b"Content-Encoding: aes128gcm\0"])?;
    let nonce = expand::<12>(salt, shared.as_slice(), &[b"Content-Encoding: nonce\0"])?;
    let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, key.as_slice()).map_err(|_| fault())?);
    let mut record = plain;
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(*nonce), Aad::empty(), &mut record)
        .map_err(|_| fault())?;
    let length = u8::try_from(ours.as_ref().len()).map_err(Error::other)?;
    Ok([salt.as_slice(), &RECORD.to_be_bytes(), &[length], ours.as_ref(), &record].concat())
}

fn expand<const N: usize>(salt: &[u8], from: &[u8], info: &[&[u8]]) -> Result<Zeroizing<[u8; N]>, Error> {
    let mut made = Zeroizing::new([0; N]);
    let expanded = Hkdf::<Sha256>::new(Some(salt), from).expand_multi_info(info, made.as_mut_slice());
    expanded.map_err(Error::other)?;
    Ok(made)
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    #[test]
    fn the_example_of_the_standard_comes_out_as_it_stands_there() {
        // RFC 8291, appendix A.
        let own = bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        let own = PrivateKey::from_private_key(&ECDH_P256, &own).unwrap();
        let point =
            bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        let auth: [u8; 16] = bytes("BTBZMqHH6r4Tts7J_aSIgg").try_into().unwrap();
        let salt: [u8; 16] = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap();
        let plain = [b"When I grow up, I want to be a watermelon".as_slice(), &[LAST]].concat();
        let sealed = seal(&own, &salt, (&point, &auth), plain).unwrap();
        assert_eq!(
            URL_SAFE_NO_PAD.encode(sealed),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
        );
    }

    #[test]
    fn all_that_is_said_is_of_one_length_and_never_alike() {
        let (chance, auth) = (Chance::seeded(1), [7; 16]);
        let theirs = PrivateKey::generate(&ECDH_P256).unwrap().compute_public_key().unwrap();
        let sealed = |text: &[u8]| encrypt(&chance, (theirs.as_ref(), &auth), text).unwrap();
        let all = [sealed(b""), sealed(b"a"), sealed(&[b'a'; FILLED_TO - 1]), sealed(b"a")];
        assert!(all.iter().all(|each| each.len() == 86 + FILLED_TO + 16));
        assert_ne!(all[1], all[3]);
        assert!(encrypt(&chance, (theirs.as_ref(), &auth), &[0; FILLED_TO]).is_err());
        assert!(encrypt(&chance, (&[4; 65], &auth), b"a").is_err());
        assert!(is_point(theirs.as_ref()) && !is_point(&[4; 65]) && !is_point(b""));
    }
}
