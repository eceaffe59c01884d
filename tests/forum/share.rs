//! Writing: the form, who can see it, what is refused and how, and that nothing typed is ever lost.

use hearthside::policy::Reach;

use super::groups::asks;
use super::{answers, id_in, shares};

on_both! {
    fn the_form_says_who_will_see_it_and_starts_at_the_groups_own_reach(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);

        let form = ada.visits("/share?group=evenings&kind=setback").is(200);
        assert_eq!(form.attribute("input[name=reach][checked]", "value").as_deref(), Some("group"));
        assert_eq!(form.attribute("input[name=kind][checked]", "value").as_deref(), Some("setback"));
        assert_eq!(form.count("input[name=reach]"), 2, "no further than the group lets its posts travel");
        assert_eq!(form.count("input[name=kind]"), 7);
        assert_eq!(form.count("input[name=note]"), 20);
        assert_eq!(
            form.text("[data-summary-out]"),
            "fewer than 20 people in evenings will see this from Quiet Ada. It stays on Porchlight."
        );
    }

    fn without_script_the_plain_sentence_is_a_page_with_everything_on_it(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        town.group("mornings", Reach::Community, &[&ada]);
        let form = ada.visits("/share?group=evenings");

        let check = ada.fills(&form, "/share", &[
            ("body", "Day three."), ("kind", "win"), ("note", "grief"), ("reach", "community"), ("step", "check"),
        ]).is(200);
        assert!(check.text("main").contains("Day three."));
        assert!(check.text(".note.reach").contains("and everyone else on Porchlight"), "{}", check.text(".note.reach"));
        assert!(check.text(".note.reach").contains("with a note about Grief"));
        let back = ada.fills(&check, "/share", &[("step", "edit")]).is(200);
        assert_eq!(back.text("#body").trim(), "Day three.");
        let sent = ada.fills(&check, "/share", &[("step", "send")]).is(303);
        ada.follows(sent).is(200).shows("Day three.").shows("Grief");

        let moved = ada.fills(&form, "/share", &[("body", "For the early ones."), ("group", "mornings"), ("step", "send")]);
        let moved = moved.is(200);
        assert!(moved.text(".note.reach").contains("in mornings"), "another group is asked about once more");
        ada.fills(&moved, "/share", &[("step", "send")]).is(303);
    }

    fn a_second_press_is_not_a_second_post(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        let form = ada.visits("/share");

        let fields = [("body", "Once."), ("step", "send")];
        let (first, second) = (ada.fills(&form, "/share", &fields).is(303), ada.fills(&form, "/share", &fields).is(303));
        assert_eq!(first.location, second.location);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 1);
    }

    fn nothing_typed_is_lost_when_something_is_not_right(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        let form = ada.visits("/share");

        let again = ada.fills(&form, "/share", &[("body", ""), ("title", "A title"), ("kind", "win"), ("note", "lapse"), ("step", "send")]).is(422);
        assert_eq!(again.text("#body-fault"), "Nothing is written here yet. One line is enough.");
        assert_eq!(again.attribute("#title", "value").as_deref(), Some("A title"));
        assert_eq!(again.attribute("input[name=kind][checked]", "value").as_deref(), Some("win"));
        assert_eq!(again.attribute("input[name=note][checked]", "value").as_deref(), Some("lapse"));

        let wider = ada.fills(&form, "/share", &[("body", "To the world"), ("reach", "everyone"), ("step", "send")]).is(422);
        assert_eq!(wider.text("#body").trim(), "To the world");
        assert!(wider.text("#reach-fault").contains("do not travel that far"));

        for (raw, why) in [("hi\u{0}there", "no text has"), (&"x".repeat(20_001), "one letter too long")] {
            let again = ada.fills(&form, "/share", &[("body", raw), ("step", "send")]).is(422);
            assert!(again.text("#body-fault").contains(why), "{}", again.text("#body-fault"));
        }
        let zalgo = format!("h{}i", "\u{0301}".repeat(400));
        ada.fills(&form, "/share", &[("body", &zalgo), ("step", "send")]).is(303);
        let kept: i64 = town.count("SELECT CAST(max(length(body)) AS BIGINT) AS n FROM thread");
        assert!(kept < 50, "towers of marks are cut: {kept}");
    }

    fn a_stale_page_a_lost_session_and_garbled_bytes_keep_the_words(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);

        let stale = ada.posts("/share", &[("group", "evenings"), ("body", "Long thought over"), ("kind", "win"), ("reach", "group"), ("step", "send")]).is(409);
        assert_eq!(stale.text("#body").trim(), "Long thought over");
        ada.fills(&stale, "/share", &[("step", "send")]).is(303);

        let lost = town.stranger().posts("/share", &[("body", "Words written before the session ended, and long enough to be shown again.")]);
        lost.is(401).shows("Words written before the session ended");

        let kind = [("content-type", "application/x-www-form-urlencoded")];
        ada.sends("POST", "/share", &kind, Some(b"body=hi+%FF+there")).is(422).shows("did not come through");
        let huge = vec![b'a'; 10 << 20];
        ada.sends("POST", "/share", &kind, Some(&huge)).is(413).shows("more than we can take at once");
    }

    fn what_another_app_shares_fills_the_form_and_sends_nothing(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);

        let filled = ada.posts("/share", &[("title", "A song"), ("text", "It helped"), ("url", "https://a.example/x?utm_source=me&id=4")]).is(200);
        assert_eq!(filled.text("#body").trim(), "It helped https://a.example/x?id=4");
        assert_eq!(filled.attribute("#title", "value").as_deref(), Some("A song"));
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 0);
    }

    fn too_much_at_once_waits_and_keeps_the_words(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        let form = ada.visits("/share");
        let sends = |number: usize| {
            let fields = [("body", "It matters."), ("once", ["a", "b", "c", "d"][number]), ("step", "send")];
            ada.fills(&form, "/share", &fields)
        };
        let waits = (0..4).map(sends).find(|seen| seen.status != 303).expect("a newcomer has three posts an hour");
        let waits = waits.is(429);
        assert_eq!(waits.text("#body").trim(), "It matters.");
    }

    fn danger_shows_the_way_to_support_to_the_writer_alone_and_never_stops_the_words(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let form = ada.visits("/share");
        let offer = ada.fills(&form, "/share", &[("body", "I don\u{2019}t want to live like this"), ("step", "send")]).is(200);
        let sent = ada.fills(&offer, "/share", &[("step", "send")]).is(303);
        let page = sent.location.clone();
        assert_eq!(ada.follows(sent).count(".note.danger a[href='/support']"), 1);
        assert_eq!(maya.visits(page.split('#').next().unwrap()).is(200).count(".note.danger"), 0);
    }

    fn drafts_are_offered_back_and_go_when_they_are_sent(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let form = ada.visits("/share");
        let kept = [("body", "Half a thought"), ("kind", "question"), ("note", "grief"), ("step", "keep")];
        ada.fills(&form, "/share", &kept).is(303);
        ada.fills(&form, "/share", &kept).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM draft"), 1, "a second press keeps one");
        ada.fills(&form, "/share", &[("body", " "), ("step", "keep")]).is(422).shows("nothing to keep");

        let offer = ada.visits("/share").is(200).shows("Half a thought");
        ada.visits("/share/drafts").is(200).shows("Half a thought");
        let again = offer.attribute("a[href^='/share?draft=']", "href").unwrap();
        maya.visits(&again).is(404).hides("Half a thought");
        maya.visits("/share/drafts").is(200).hides("Half a thought");

        let form = ada.visits(&again).is(200);
        assert_eq!(form.attribute("input[name=kind][checked]", "value").as_deref(), Some("question"));
        assert_eq!(form.attribute("input[name=note][checked]", "value").as_deref(), Some("grief"));
        ada.fills(&form, "/share", &[("step", "send")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM draft"), 0);

        let thread = shares(&maya, "evenings", "Anyone awake?");
        let reply = format!("/p/{thread}/reply");
        let form = ada.visits(&reply);
        ada.fills(&form, &reply, &[("body", "Nearly said"), ("step", "keep")]).is(303);
        ada.visits(&reply).is(200).shows("Nearly said");
        let delete = ada.visits("/share/drafts").attribute("form[action^='/share/drafts/']", "action").unwrap();
        let list = ada.visits("/share/drafts");
        ada.fills(&list, &delete, &[]).is(303);
        ada.visits("/share/drafts").shows("You have no drafts");
    }

    fn a_group_asks_for_a_note_or_sends_words_where_they_belong(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        town.group("after-loss", Reach::Community, &[&ada]);
        town.arranges(|tx| tx.batch(
            "INSERT INTO group_note_rule (group_id, note, rule, elsewhere)
                SELECT id, 'lapse', 'require', NULL FROM \"group\" WHERE name = 'evenings';
             INSERT INTO group_note_rule (group_id, note, rule, elsewhere)
                SELECT a.id, 'grief', 'elsewhere', b.id FROM \"group\" a, \"group\" b WHERE a.name = 'evenings' AND b.name = 'after-loss';"
        ));
        let form = ada.visits("/share?group=evenings");
        let asked = ada.fills(&form, "/share", &[("body", "A plain day"), ("step", "send")]).is(422);
        assert!(asked.text("#note-fault").contains("asks for a content note"));
        ada.fills(&asked, "/share", &[("note", "none"), ("step", "send")]).is(303);

        let sent_on = ada.fills(&form, "/share", &[("body", "My sister"), ("note", "lapse"), ("note", "grief"), ("step", "send")]).is(422);
        assert!(sent_on.text("#note-fault").contains("belong in after-loss"));
        let there = ada.fills(&sent_on, "/share", &[("move", "after-loss")]).is(200);
        assert_eq!(there.text("#body").trim(), "My sister");
        assert_eq!(there.attribute("input[name=for_group]", "value").as_deref(), Some("after-loss"));
        ada.fills(&there, "/share", &[("step", "send")]).is(303);
    }

    fn replies_keep_the_groups_rules_for_notes_and_may_go_on_where_they_belong(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        town.group("after-loss", Reach::Community, &[&ada, &maya]);
        let thread = shares(&ada, "evenings", "Anyone there?");
        let mine = answers(&maya, &thread, None, "Before there were rules.");
        town.arranges(|tx| tx.batch(
            "INSERT INTO group_note_rule (group_id, note, rule, elsewhere)
                SELECT id, 'lapse', 'require', NULL FROM \"group\" WHERE name = 'evenings';
             INSERT INTO group_note_rule (group_id, note, rule, elsewhere)
                SELECT a.id, 'grief', 'elsewhere', b.id FROM \"group\" a, \"group\" b WHERE a.name = 'evenings' AND b.name = 'after-loss';"
        ));
        let url = format!("/p/{thread}/reply");
        let form = maya.visits(&url).is(200).hides("asks for a note");
        maya.fills(&form, &url, &[("body", "With you.")]).is(303);
        let form = maya.visits(&url);

        let sent_on = maya.fills(&form, &url, &[("body", "My sister"), ("note", "lapse"), ("note", "grief")]).is(422);
        assert!(sent_on.text("#note-fault").contains("belong in after-loss"));
        let moved = maya.fills(&sent_on, &url, &[("move", "after-loss")]).is(303);
        let there = maya.visits(&moved.location).is(200);
        assert_eq!(there.text("#body").trim(), "My sister");
        assert!(there.text("h1").contains("Share") && there.attribute("#group option[selected]", "value").as_deref() == Some("after-loss"));
        assert_eq!(there.count("input[name=note][value=grief][checked]"), 1);
        maya.fills(&there, "/share", &[("step", "send")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM reply"), 2);

        let edit = format!("/p/{thread}/r/{mine}/edit");
        let page = maya.visits(&edit).is(200);
        let again = maya.fills(&page, &edit, &[("body", "After."), ("note", "grief")]).is(422);
        assert_eq!((again.count("#note-fault"), again.count("button[name=move]")), (1, 0), "words that stand here do not move");
        maya.fills(&page, &edit, &[("body", "After.")]).is(303);
        let api = format!("/api/v1/threads/{thread}/replies");
        let sent = serde_json::json!({"body": "My sister", "notes": ["grief"]});
        assert_eq!(asks(&maya, "POST", &api, &sent).is(422).json()["code"], "note-elsewhere");
        let sent = serde_json::json!({"body": "A program"});
        asks(&maya, "POST", &api, &sent).is(201);
    }

    fn words_of_danger_are_known_in_every_language_the_pages_speak(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        for (language, words) in [("en", "Ya no puedo, quiero morir."), ("es", "I want to die.")] {
            ada.keeps("__Host-reading", &format!("lang={language}"));
            let form = ada.visits("/share?group=evenings");
            let offer = ada.fills(&form, "/share", &[("body", words), ("step", "send")]).is(200);
            let sent = ada.fills(&offer, "/share", &[("step", "send")]).is(303);
            assert_eq!(ada.follows(sent).count(".note.danger a[href='/support']"), 1, "{words}");
        }
    }

    fn hostile_words_are_words(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        let body = HOSTILE.join("\n\n");
        let form = ada.visits("/share");
        let sent = ada.fills(&form, "/share", &[("body", &body), ("title", "</title><script>alert(1)</script>"), ("note_words", "\"><img src=x onerror=alert(1)>"), ("step", "send")]).is(303);
        let thread = id_in(&sent.location);
        let reply = format!("/p/{thread}/reply");
        let form = ada.visits(&reply);
        ada.fills(&form, &reply, &[("body", &body)]).is(303);
        for page in [format!("/p/{thread}"), reply, format!("/p/{thread}/edit"), format!("/p/{thread}/delete")] {
            is_harmless(&ada.visits(&page).is(200), &page);
        }
        let deep = format!("{}deep", "> ".repeat(5_000));
        let form = ada.visits("/share");
        let sent = ada.fills(&form, "/share", &[("body", &deep), ("step", "send")]).is(303);
        ada.follows(sent).is(200).shows("deep");
    }
}

/// Our own cases: markup, handlers, addresses that run, nested marks, broken tags.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "[x](javascript:alert(1)) [y](JaVaScRiPt:alert(1)) [z](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](<java\nscript:alert(1)>) [q](vbscript:msgbox(1))",
    "![x](x\" onerror=\"alert(1))",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<style>*{background:url(//evil.example)}</style>",
    "<form action=//evil.example><button formaction=//evil.example>go</button></form>",
    "<base href=//evil.example/><meta http-equiv=refresh content=0;url=//evil.example>",
    "<div style=\"position:fixed;inset:0\" onclick=alert(1)>over</div>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "`<script>alert(1)</script>`",
    "\"><svg/onload=alert(1)>",
    "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<details open ontoggle=alert(1)>",
];

/// No script but our own, no handler, no address that runs, nothing inside people's words but plain markup.
fn is_harmless(seen: &crate::harness::Seen, page: &str) {
    let page_of = scraper::Html::parse_document(&seen.body);
    let allowed = "p br em strong del a ul ol li blockquote code pre hr h2 h3 h4 h5 h6 span bdi";
    for element in page_of.select(&scraper::Selector::parse("*").unwrap()) {
        let name = element.value().name();
        for (attribute, value) in element.value().attrs() {
            assert!(!attribute.starts_with("on"), "{page}: <{name} {attribute}={value}>");
            assert!(attribute != "style" && attribute != "srcdoc", "{page}: <{name} {attribute}={value}>");
            let runs = ["javascript:", "data:", "vbscript:"]
                .iter()
                .any(|scheme| value.trim().to_lowercase().starts_with(scheme));
            assert!(
                !(runs && matches!(attribute, "href" | "src" | "action" | "formaction")),
                "{page}: <{name} {attribute}={value}>"
            );
        }
        if name == "script" {
            assert!(
                element.attr("src").is_some_and(|src| src.starts_with("/static/")),
                "{page}: a script that is not ours"
            );
        }
        assert!(
            !matches!(name, "iframe" | "object" | "embed" | "base" | "math" | "style"),
            "{page}: <{name}>"
        );
    }
    for inside in page_of.select(&scraper::Selector::parse(".voice *").unwrap()) {
        let name = inside.value().name();
        assert!(allowed.split(' ').any(|tag| tag == name), "{page}: <{name}> inside of somebody's words");
    }
}
