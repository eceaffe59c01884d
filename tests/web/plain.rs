//! What the host wrote, and what is so whoever the host is.

use super::{opens, sets};

on_both! {
    fn the_hosts_words_are_shown_and_nothing_in_them_runs(town) {
        opens(town, "open");
        let stranger = town.stranger();
        let seen = stranger.visits("/about").is(200).shows("We sit together.");
        assert_eq!(seen.text("main strong"), "together");
        assert_eq!(seen.attribute("main .voice", "lang").as_deref(), Some("en"));

        sets(town, "about = 'Hello <script>alert(1)</script> <img src=x onerror=alert(2)> [here](javascript:alert(3))', \
                    how_we_talk = '<svg onload=alert(4)>', contact = '<iframe src=\"//x.example\"></iframe>'");
        for path in ["/about", "/how-we-talk", "/contact", "/"] {
            let seen = stranger.visits(path).is(200);
            let hostile = "main script, main img, main iframe, main svg[onload], main [onerror], main a[href^=javascript]";
            assert_eq!(seen.count(hostile), 0, "{path}");
        }
    }

    fn what_is_not_written_yet_says_so(town) {
        let stranger = town.stranger();
        stranger.visits("/about").is(200).shows("The host has not written this page yet.");
        stranger.visits("/contact").is(200).shows("The host has not said here how to reach them.");
        stranger.visits("/how-we-talk").is(200).shows("Speak from your own life.");
    }

    fn privacy_is_told_with_the_numbers_the_server_goes_by(town) {
        opens(town, "open");
        let seen = town.stranger().visits("/privacy").is(200);
        let seen = seen.shows("Signed out 30 days after you last used them, and after 91 days at most.");
        seen.shows("Whoever runs the server can read the posts and drafts kept on it").shows("after 60 minutes without you").hides("encrypt");
        town.stranger().visits("/partners").is(200).shows("None yet.");
        town.stranger().visits("/who-sees").is(200).shows("The open web").shows("While there is none, nothing goes there").shows("30 days after its last words");
    }
}
