//! The description of the API, generated from its handlers.

use actix_web::HttpResponse;
use utoipa::OpenApi;

use super::people;
use crate::admin::health::api as health;
use crate::admin::helplines::api as helplines;
use crate::admin::newcomers::api as newcomers;
use crate::admin::people::api as residents;
use crate::admin::settings::api as settings;
use crate::admin::setup::api as setup;
use crate::federation::cases::api as far_cases;
use crate::federation::peers::api as peers;
use crate::forum::drafts::api as drafts;
use crate::forum::export::api as copies;
use crate::forum::feeds::api as feeds;
use crate::forum::folds::api as folds;
use crate::forum::groups::api as groups;
use crate::forum::held::api as held;
use crate::forum::lookout::api as phrases;
use crate::forum::members::api as members;
use crate::forum::quiet::api as quiet;
use crate::forum::reactions::api as reactions;
use crate::forum::replies::api as replies;
use crate::forum::sanctions::api as sanctions;
use crate::forum::screening::api as rules;
use crate::forum::search::api as search;
use crate::forum::shelter::api as shelter;
use crate::forum::threads::api as threads;
use crate::forum::turns::api as turns;
use crate::http::Answer;
use crate::identity::accounts::api as accounts;
use crate::identity::affiliations::api as affiliations;
use crate::identity::aliases::api as aliases;
use crate::identity::credentials::api as credentials;
use crate::identity::invitations::api as invitations;
use crate::identity::muted::api as muted;
use crate::identity::passkeys::api as passkeys;
use crate::identity::sessions::api as sessions;
use crate::notify::caring::api as caring;
use crate::notify::choices::api as choices;
use crate::notify::inbox::api as news;
use crate::notify::mail::api as mail;
use crate::notify::push::api as push;
use crate::recovery::after::api as asked_after;
use crate::recovery::checkins::api as checkins;
use crate::recovery::chips::api as chips;
use crate::recovery::circle::api as circle;
use crate::recovery::counters::api as counters;
use crate::recovery::plans::api as plans;
use crate::safety::actions::api as looking;
use crate::safety::circles::api as circles;
use crate::safety::crisis::api as care;
use crate::safety::moves::api as moves;
use crate::safety::openness::api as openness;
use crate::safety::pace::api as pace;
use crate::safety::people::api as looked_after;
use crate::safety::reports::api as concerns;
use crate::safety::terms::api as terms;
use crate::support::buddies::api as buddies;
use crate::support::noticing::api as noticing;
use crate::support::nudges::api as nudges;
use crate::support::oncall::api as company;

#[derive(OpenApi)]
#[openapi(
    info(title = "Hearthside", description = "Every verb of the pages, for programs. Sign in by cookie, or send `Authorization: Bearer` with a token from `POST /api/v1/sessions`."),
    paths(
        accounts::check_name,
        accounts::create_account,
        accounts::delete_me,
        accounts::get_me,
        accounts::get_suggestion,
        accounts::stay_after_all,
        accounts::update_me,
        affiliations::declare_affiliation,
        affiliations::get_affiliation,
        affiliations::take_affiliation_off,
        aliases::answer_as_alias,
        aliases::list_aliases,
        aliases::retire_alias,
        choices::get_choices,
        choices::keep_choices,
        checkins::check_in,
        checkins::list_buddy_checkins,
        checkins::list_checkins,
        checkins::list_group_checkins,
        checkins::take_back_checkin,
        checkins::untell_checkin,
        chips::get_chips,
        chips::get_milestones,
        chips::give_back_chip,
        chips::give_chip,
        chips::show_milestone,
        chips::take_milestone_down,
        chips::turn_chip,
        circle::answer_circle_ask,
        circle::ask_to_host_circle,
        circle::get_circle,
        circle::greet_circle,
        circle::host_circle,
        circle::step_down_from_circle,
        circle::take_back_circle_ask,
        circle::take_back_circle_greeting,
        circles::take_out_of_circle,
        buddies::end_buddy,
        buddies::get_buddies,
        buddies::note_buddy,
        buddies::get_buddy_asks,
        buddies::ask_buddy,
        buddies::accept_buddy_ask,
        buddies::withdraw_buddy_ask,
        care::answer_care,
        care::begin_asking,
        care::begin_duty,
        care::close_case,
        care::end_asking,
        care::end_duty,
        care::get_duty,
        care::held::answer_held_care, care::held::begin_held_asking,
        care::held::end_held_asking, care::held::list_held_care,
        care::list_care, care::leave_case_note,
        care::list_case_care, care::pass_case_on,
        care::say_reply_safe,
        care::say_safe,
        care::write_care,
        caring::send_caring_note,
        noticing::agree_to_notice,
        noticing::ask_to_notice,
        noticing::get_noticing,
        noticing::rest_noticing,
        noticing::stop_asking_to_notice,
        noticing::stop_noticing,
        nudges::agree_to_nudge,
        nudges::answer_nudge,
        nudges::ask_for_nudge,
        nudges::get_nudge,
        nudges::stop_asking_for_nudge,
        nudges::stop_nudging,
        company::ask_for_company,
        company::come_to_room,
        company::lamp::get_lamp,
        company::get_room,
        company::lamp::keep_hours,
        company::let_go_of_seat,
        company::lamp::light_lamp,
        company::look_for_company,
        company::lamp::put_out_lamp,
        company::lamp::rest_lamp,
        company::lamp::get_after_listening,
        company::lamp::look_after_yourself,
        company::lamp::looked_back,
        company::say_in_room,
        company::turn_room,
        company::widen_ask,
        concerns::list_concerns,
        concerns::tell_concern,
        copies::create_alias_copy,
        copies::create_copy,
        counters::change_counter,
        counters::get_counter,
        counters::keep_milestone,
        counters::list_counters,
        counters::name_day,
        counters::put_counter_away,
        counters::start_counter,
        counters::strike_setback,
        counters::tell_setback,
        counters::unname_day,
        credentials::create_codes,
        credentials::delete_password,
        credentials::get_codes,
        credentials::replace_password,
        credentials::replace_words,
        drafts::forget_draft,
        drafts::keep_draft,
        drafts::list_drafts,
        far_cases::decide_case_community,
        far_cases::get_case_community,
        far_cases::undo_community_act,
        feeds::list_feed,
        feeds::list_group_threads,
        feeds::list_waiting,
        folds::list_folds,
        folds::unfold_reply,
        folds::unfold_thread,
        groups::change_group,
        groups::close_group,
        groups::get_group,
        groups::get_notes,
        groups::list_groups,
        groups::reopen_group,
        groups::set_notes,
        groups::start_group,
        held::decide_held,
        held::list_held,
        held::list_own_held,
        held::withdraw_held,
        health::get_answer_figures,
        health::get_company_figures,
        health::get_health,
        health::retry_jobs,
        helplines::check_helpline,
        helplines::create_helpline,
        helplines::delete_helpline,
        helplines::list_helplines,
        helplines::raise_helpline,
        helplines::update_helpline,
        invitations::list_invitations,
        invitations::make_invitation,
        invitations::withdraw_invitation,
        looked_after::list_looked_after,
        looking::answer_appeal,
        looking::appeal_decision,
        looking::decide_case,
        looking::several::decide_cases,
        looking::get_case,
        looking::hand_up_case,
        looking::held::appeal_held_decision,
        looking::held::list_held_decisions,
        looking::list_acts,
        looking::list_cases,
        looking::said::list_all_said,
        looking::list_decisions,
        looking::several::preview_cases,
        looking::take_case,
        looking::undo_act,
        members::answer_ask,
        members::appoint_person,
        members::follow_invitation,
        members::get_invitation,
        members::join_group,
        members::leave_group,
        members::list_asks,
        members::list_group_invitations,
        members::list_people,
        members::make_group_invitation,
        members::set_home,
        members::set_unlisted,
        members::withdraw_ask,
        moves::agree_to_move,
        moves::move_thread,
        moves::preview_move,
        muted::hear_word,
        muted::list_muted_words,
        muted::mute_word,
        newcomers::get_newcomers,
        newcomers::set_newcomers,
        news::list_news,
        news::see_news,
        news::see_notice,
        openness::get_what_we_did,
        openness::set_openness,
        pace::begin_break,
        pace::choose_pace,
        pace::end_break,
        pace::get_pace,
        pace::get_pace_of_all,
        pace::limit_pace_of_all,
        passkeys::begin_passkey,
        passkeys::create_passkey,
        passkeys::delete_passkey,
        passkeys::list_passkeys,
        passkeys::update_passkey,
        peers::accept_peer,
        peers::ask_peer,
        peers::end_peer,
        peers::get_peer,
        peers::get_seen,
        peers::keep_peer_key,
        peers::list_partners,
        peers::list_peers,
        peers::read_list,
        peers::refuse_peer,
        peers::retry_peer,
        peers::set_links,
        peers::set_peer_groups,
        peers::set_stance,
        people::get_person,
        phrases::get_phrases,
        phrases::keep_phrases,
        mail::confirm_address,
        mail::get_mail,
        mail::give_address,
        mail::take_address_back,
        plans::forget_waves,
        plans::get_plan,
        plans::keep_plan,
        plans::list_waves,
        plans::mark_wave,
        plans::put_plan_away,
        push::list_told_devices,
        push::move_device,
        push::turn_device_off,
        push::turn_device_on,
        quiet::block_person,
        quiet::get_quiet,
        quiet::hear_community,
        quiet::hear_group,
        quiet::hear_person,
        quiet::mute_community,
        quiet::mute_group,
        quiet::mute_person,
        quiet::take_back_block,
        reactions::list_reactions,
        reactions::list_reply_reactions,
        reactions::put_reaction,
        reactions::put_reply_reaction,
        reactions::take_back_reaction,
        reactions::take_back_reply_reaction,
        replies::edit_reply,
        replies::get_reply,
        replies::give_reply,
        replies::list_replies,
        replies::list_reply_revisions,
        replies::take_back_reply,
        residents::change_standing,
        residents::list_residents,
        rules::end_guard,
        rules::get_rules,
        rules::guard_group,
        rules::keep_line,
        rules::let_line_go,
        rules::set_rules,
        rules::try_line,
        sanctions::get_alias,
        sanctions::keep_alias,
        search::list_finds,
        shelter::begin_small_circle,
        shelter::end_small_circle,
        shelter::get_small_circle,
        shelter::keep_small_circle,
        sessions::create_proof,
        sessions::create_session,
        sessions::delete_session,
        sessions::delete_sessions,
        sessions::list_sessions,
        crate::recovery::setbacks::api::tell_any_setback,
        asked_after::end_asked_after,
        asked_after::get_asked_after,
        asked_after::put_asked_after_off,
        settings::get_community,
        settings::update_community,
        setup::claim_community,
        setup::open_community,
        terms::get_terms,
        terms::hand_terms_over,
        threads::edit_thread,
        threads::get_thread,
        threads::list_thread_revisions,
        threads::lock_thread,
        threads::open_thread,
        threads::own::end_hush,
        threads::own::end_shield,
        threads::own::hush_thread,
        threads::own::shield_thread,
        threads::pin_thread,
        threads::take_back_thread,
        threads::unlock_thread,
        threads::unpin_thread,
        turns::come_back,
        turns::get_service,
        turns::hand_over,
        turns::rest,
    ),
    tags(
        (name = "accounts", description = "Coming in"),
        (name = "care", description = "Somebody may be in distress: those who look after things are with them"),
        (name = "checkins", description = "How you are, a day at a time; opened by your own session"),
        (name = "company", description = "Somebody to be with right now"),
        (name = "counters", description = "Days you count; opened by your own session"),
        (name = "drafts", description = "Words not sent yet"),
        (name = "feeds", description = "Lists of threads, and search"),
        (name = "groups", description = "Rooms with a purpose"),
        (name = "host", description = "Looking after the community"),
        (name = "invitations", description = "Links that let somebody in"),
        (name = "me", description = "One's own account"),
        (name = "members", description = "Who is in a group"),
        (name = "news", description = "What happened for a member"),
        (name = "partners", description = "Other communities, and what each may do"),
        (name = "people", description = "What others may see of a member"),
        (name = "reactions", description = "Kind words, in amounts that are words too"),
        (name = "replies", description = "Answers, in the order of their tree"),
        (name = "rules", description = "What a group checks by itself"),
        (name = "sessions", description = "Coming back in, and signing out"),
        (name = "threads", description = "Conversations in groups"),
    )
)]
struct Description;

/// The whole description, as pretty JSON.
pub fn description() -> String {
    Description::openapi().to_pretty_json().unwrap_or_default()
}

/// `GET /api/v1/openapi.json`
pub async fn show() -> Answer {
    Ok(HttpResponse::Ok().content_type("application/json").body(description()))
}
