//! Keys of actors: made once, sealed, sealed anew, and gone with their owner.

use hearthside::federation::actors::{self, Path};
use hearthside::federation::signature::{self, Form, Head, PublicKey, Request};
use url::Url;

use crate::harness::Town;

fn made(town: &Town, path: &Path) -> String {
    let path = path.clone();
    town.waits_for(actors::public_key(&town.app, path, None)).unwrap()
}

on_both! {
    fn a_key_is_made_once_and_signs_what_its_public_half_verifies(town) {
        let own = town.app.federation().own.clone();
        let path = Path::group("evenings");
        let key_id = path.key_id(&own);
        assert!(town.waits_for(actors::signing_key(&town.app, &own, &key_id)).unwrap().is_none(), "none is made to sign");
        let pem = made(town, &path);
        assert_eq!(made(town, &path), pem);
        assert_ne!(made(town, &Path::person("Maya Lake")), pem);
        let key = town.waits_for(actors::signing_key(&town.app, &own, &key_id)).unwrap().unwrap();
        let (url, now) = (Url::parse("https://calm.example/inbox").unwrap(), town.app.clock().now());
        let head = Head { method: "POST", url: &url, body: Some(b"{}"), date: now };
        for form in [Form::Draft, Form::Rfc9421] {
            let signed = signature::sign(&head, &key, form).unwrap();
            let headers: Vec<(String, String)> =
                signed.iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
            let arrived =
                Request { method: "POST", target: "/inbox", origin: "https://calm.example", headers: &headers, body: b"{}" };
            let claim = signature::read(&arrived, now).unwrap();
            assert_eq!(claim.key_id.as_str(), key_id);
            claim.check(&PublicKey::from_pem(&pem).unwrap()).unwrap();
        }
    }

    fn what_lies_in_the_database_opens_nothing(town) {
        made(town, &Path::community());
        let rows = town.lines("SELECT sealed AS line FROM actor_key");
        assert!(rows.iter().all(|row| !row.contains("PRIVATE") && !row.contains("MIIEv")), "{rows:?}");
        // A sealed key is sealed for its address: in another's place it does not open.
        made(town, &Path::group("evenings"));
        town.arranges(|tx| tx.batch("UPDATE actor_key SET sealed = (SELECT k.sealed FROM actor_key k WHERE k.path = '/')"));
        let own = town.app.federation().own.clone();
        let key_id = Path::group("evenings").key_id(&own);
        assert!(town.waits_for(actors::signing_key(&town.app, &own, &key_id)).is_err());
    }

    fn a_key_goes_thirty_days_after_its_owner(town) {
        let maya = town.person("Maya Lake");
        let path = Path::person("Maya Lake");
        town.waits_for(actors::public_key(&town.app, path, Some(maya.face))).unwrap();
        made(town, &Path::community());
        let keys = |town: &Town| town.lines("SELECT path AS line FROM actor_key ORDER BY path");
        town.arranges(actors::sweep);
        assert_eq!(keys(town), ["/", "/people/Maya%20Lake"]);
        town.arranges(|tx| tx.batch("UPDATE actor_key SET face_id = 1 WHERE face_id IS NOT NULL"));
        town.arranges(actors::sweep);
        assert_eq!(keys(town).len(), 2, "what was signed is still to be called back");
        town.waits_s(31 * 86_400);
        town.arranges(actors::sweep);
        assert_eq!(keys(town), ["/"]);
    }
}
