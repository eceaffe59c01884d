//! What browsers and programs ask of every site.

use hearthside::ui::assets::ASSETS;

use super::{opens, sets};

on_both! {
    fn the_manifest_names_the_community_unless_it_was_made_to_look_like_something_else(town) {
        opens(town, "open");
        let (open, discreet) = (town.stranger(), town.stranger());
        discreet.keeps("__Host-reading", "look=weather");

        let seen = open.visits("/manifest.webmanifest").is(200);
        assert_eq!(seen.header("content-type"), "application/manifest+json");
        let manifest = seen.json();
        assert_eq!(manifest["name"], "Porchlight");
        assert_eq!(manifest["short_name"], "Notes");
        assert_eq!(manifest["display"], "standalone");
        assert_eq!(manifest["share_target"]["action"], "/share");
        assert_eq!(manifest["share_target"]["method"], "POST");
        for icon in manifest["icons"].as_array().unwrap() {
            let icon = open.visits(icon["src"].as_str().unwrap()).is(200);
            assert!(icon.header("content-type").starts_with("image/"));
        }

        let hidden = discreet.visits("/manifest.webmanifest").is(200).hides("Porchlight").json();
        assert_eq!((&hidden["name"], &hidden["short_name"]), (&"Weather".into(), &"Weather".into()));
        for icon in hidden["icons"].as_array().unwrap() {
            assert!(icon["src"].as_str().unwrap().contains("/weather"), "{icon}");
        }
        assert!(discreet.visits("/favicon.ico").is(302).location.contains("/weather."));
        assert!(discreet.visits("/apple-touch-icon.png").is(302).location.contains("/weather."));
        let seen = open.visits("/about").is(200);
        assert_eq!(seen.attribute("link[rel=manifest]", "crossorigin").as_deref(), Some("use-credentials"));
    }

    fn the_worker_keeps_hashed_files_and_public_pages_alone(town) {
        opens(town, "open");
        let stranger = town.stranger();
        let worker = stranger.visits("/sw.js").is(200);
        assert_eq!(worker.header("cache-control"), "no-cache");
        assert_eq!(worker.header("service-worker-allowed"), "/");
        assert!(worker.header("content-type").starts_with("text/javascript"));
        let line = |name: &str| {
            let start = format!("const {name} = [");
            let rest = worker.body.split_once(&start).unwrap().1.split_once(']').unwrap().0;
            rest.split(',').map(|path| path.trim().trim_matches('\'').to_owned()).collect::<Vec<_>>()
        };
        for path in line("SHELL") {
            assert!(ASSETS.iter().any(|asset| asset.immutable && asset.path == path), "{path}");
            stranger.visits(&path).is(200);
        }
        let open = line("OPEN");
        assert_eq!(open, ["/offline", "/support", "/support/helplines", "/support/craving", "/support/safer"]);
        for path in open {
            let seen = stranger.visits(&path).is(200);
            assert_eq!(seen.attribute("main #danger a", "href").as_deref(), Some("tel:112"), "{path}");
        }
    }

    fn robots_are_kept_out_unless_the_host_lets_them_in(town) {
        opens(town, "open");
        let stranger = town.stranger();
        assert_eq!(stranger.visits("/robots.txt").is(200).body, "User-agent: *\nDisallow: /\n");
        let seen = stranger.visits("/about").is(200);
        assert!(seen.header("x-robots-tag").contains("noindex"));

        sets(town, "is_indexed = TRUE");
        let rules = stranger.visits("/robots.txt").is(200).body;
        assert!(rules.contains("Disallow: /you\n") && !rules.contains("Disallow: /\n"), "{rules}");
        assert_eq!(stranger.visits("/about").header("x-robots-tag"), "all");
        assert!(stranger.visits("/support").header("x-robots-tag").contains("noindex"));
    }

    fn well_known_addresses_lead_where_they_say(town) {
        opens(town, "open");
        let stranger = town.stranger();
        assert_eq!(stranger.visits("/.well-known/change-password").is(302).location, "/you/safety");
        assert!(stranger.visits("/favicon.ico").is(302).location.contains(".svg"));
        let text = stranger.visits("/.well-known/security.txt").is(200).body;
        assert!(text.contains("/contact\n") && text.contains("Expires: 2027-05-20T00:00:00Z\n"), "{text}");

        sets(town, "contact = ''");
        stranger.visits("/.well-known/security.txt").is(404);
    }
}
