//! One thin function a command: take the state, call one use case. The table in `hearth_app::contract::commands`
//! says what each carries.

mod closeness;
mod deals;
mod kept;
mod letters;
mod library;
mod life;
mod pages;
mod park;
mod rhythm;
mod run;
mod setup;

use std::sync::Arc;

use hearth_app::App;
use hearth_app::contract::CommandError;
use tauri::State;
use tauri::ipc::Invoke;

type Core<'a> = State<'a, Arc<App>>;
type Answer<T> = Result<T, CommandError>;

include!("commands/names.in");

/// The handler of every command in the table.
pub fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    let _ = COMMANDS;
    tauri::generate_handler![
        setup::start,
        setup::display_set,
        library::help_page,
        life::watch,
        life::active,
        life::lock,
        life::hide,
        life::print,
        setup::vault_choose,
        setup::setup_begin,
        setup::setup_words,
        setup::setup_name,
        setup::setup_passphrase,
        setup::setup_prove,
        setup::setup_leave,
        setup::unlock,
        setup::join,
        library::home,
        library::catalogue,
        library::come_next,
        library::look,
        run::run_begin,
        run::run_open,
        run::run_back,
        run::run_check,
        run::run_draft,
        run::run_answer,
        run::run_tap,
        run::run_iam,
        run::run_return,
        run::run_pick,
        run::run_break,
        run::run_stop,
        run::run_keep,
        pages::seals,
        pages::seal_take_back,
        pages::agreements,
        pages::agreement_end,
        pages::agreeing_begin,
        pages::agreeing_press,
        deals::register,
        deals::draft_begin,
        deals::draft_write,
        deals::draft_give,
        deals::draft_remove,
        deals::limit_read,
        deals::limit_end,
        deals::proposal_answer,
        pages::things,
        kept::thing_remove,
        kept::thing_put_back,
        kept::thing_purge,
        kept::removed,
        kept::find,
        kept::entry,
        kept::past,
        rhythm::check_ins,
        rhythm::check_in_show,
        letters::letters,
        letters::letter,
        letters::letter_write,
        letters::letter_ready,
        letters::letter_put,
        letters::letter_take_back,
        letters::tray_open,
        letters::tray_leave,
        letters::letters_pause,
        letters::forgiveness_remove,
        rhythm::trend,
        closeness::closeness,
        closeness::closeness_open,
        closeness::closeness_take_back,
        closeness::closeness_list,
        closeness::closeness_mark,
        closeness::closeness_add,
        closeness::closeness_remove,
        closeness::closeness_sexual,
        closeness::closeness_sort,
        closeness::closeness_clear,
        pages::pace_get,
        pages::pace_set,
        park::park,
        park::park_add,
        park::park_talked,
        pages::session_begin,
        pages::session_close,
    ]
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_manifest_lists_the_commands_of_the_contract() {
        let contract: Vec<&str> = hearth_app::contract::commands::commands().iter().map(|c| c.name).collect();
        assert_eq!(super::COMMANDS, contract);
    }

    #[test]
    fn the_window_may_call_the_commands_and_nothing_else() {
        let file = include_str!("../capabilities/main.json");
        for name in super::COMMANDS {
            assert!(file.contains(&format!("\"allow-{}\"", name.replace('_', "-"))), "{name}");
        }
        assert_eq!(file.matches("\"allow-").count(), super::COMMANDS.len());
        assert!(!file.contains("core:") && !file.contains(":default"));
    }
}
