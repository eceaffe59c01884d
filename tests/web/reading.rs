//! How somebody likes to read.

use super::opens;

on_both! {
    fn choices_work_before_coming_in_and_are_kept_on_the_device_alone(town) {
        opens(town, "open");
        let stranger = town.stranger();
        let page = stranger.visits("/you/reading").is(200);
        assert_eq!(page.count("input[name=open]"), 20);
        assert_eq!(page.count("html[data-theme]"), 0);

        let kept = stranger.fills(&page, "/you/reading", &[
            ("theme", "night"), ("size", "large"), ("plain", "1"), ("language", "es"), ("order", "newest"),
            ("open", "grief"), ("open", "lapse"), ("muted", " Poker \n\nvodka\npoker"),
        ]).is(303);
        let cookie = kept.header("set-cookie").to_owned();
        for part in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=31536000"] {
            assert!(cookie.contains(part), "{cookie} lacks {part}");
        }

        let seen = stranger.follows(kept).is(200);
        let html = |name| seen.attribute("html", name);
        assert_eq!(html("data-theme").as_deref(), Some("night"));
        assert_eq!(html("data-size").as_deref(), Some("large"));
        assert_eq!(html("data-letters").as_deref(), Some("plain"));
        assert_eq!(html("lang").as_deref(), Some("es"));
        assert_eq!(seen.text("#muted"), "poker vodka");
        assert_eq!(seen.count("input[name=open][checked]"), 2);
        assert_eq!(seen.count("input[name=order][value=newest][checked]"), 1);
    }

    fn back_to_nothing_is_back_to_what_the_device_says(town) {
        let stranger = town.stranger();
        stranger.keeps("__Host-reading", "theme=contrast&look=weather&open=grief");
        let page = stranger.visits("/you/reading").is(200);
        assert_eq!(page.attribute("html", "data-theme").as_deref(), Some("contrast"));
        let sent = [("theme", ""), ("size", "usual"), ("order", "oldest"), ("muted", ""), ("language", "")];
        let seen = stranger.follows(stranger.posts("/you/reading", &sent)).is(200).shows("Kept on this device.");
        assert_eq!(seen.count("html[data-theme], html[data-size], html[data-letters]"), 0);
        assert_eq!(seen.count("input[name=open][checked]"), 0);
        // What is chosen on the page for this device stays.
        assert_eq!(seen.text("title"), "Weather");
    }

    fn more_words_than_a_cookie_holds_are_refused_and_stay_in_the_box(town) {
        let stranger = town.stranger();
        let page = stranger.visits("/you/reading").is(200);
        let long: String = (0..49).map(|n| format!("{}{n}", "señal".repeat(20))).collect::<Vec<_>>().join("\n");
        let many: String = (0..51).map(|n| format!("w{n}")).collect::<Vec<_>>().join("\n");
        for words in [long, many] {
            let again = stranger.fills(&page, "/you/reading", &[("muted", &words), ("theme", "day")]).is(422);
            assert_eq!(again.text("#muted-fault"), "That is more words than this device can keep. Take some out.");
            assert_eq!(again.text("#muted"), words.split_whitespace().collect::<Vec<_>>().join(" "));
            assert_eq!(again.count("input[name=theme][value=day][checked]"), 1);
            assert_eq!(stranger.cookie("__Host-reading"), None);
        }
    }

    fn what_nobody_offers_is_passed_over(town) {
        let stranger = town.stranger();
        let sent = [("theme", "plaid"), ("size", "huge"), ("language", "en-XA"), ("open", "nothing"), ("order", "<b>")];
        stranger.posts("/you/reading", &sent).is(303);
        assert_eq!(stranger.cookie("__Host-reading").as_deref(), Some(""));
    }
}
