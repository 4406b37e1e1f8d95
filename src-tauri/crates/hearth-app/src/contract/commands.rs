//! The one table of commands: name, request, response, and what has to be open.
//!
//! The TypeScript interface the window calls is generated from it ([`super::typescript`]); the shell's manifest
//! and its handler list are checked against it.

use hearth_exercise::value::Value;
use ts_rs::{Config, TS};

use super::{
    Agreeing, AgreeingPress, Agreement, Begin, Card, CheckIns, Display, Draft, DraftKept, DraftWrite, Entry, Filter,
    Found, HelpPage, Home, Letter, LetterCheck, LetterSaved, Letters, Look, Notice, Opened, ParkLine, Past,
    ProposalAnswer, Register, Removed, RunView, Saved, Seal, Session, Span, Spot, Start, Strength, Suggestion, Tap,
    Thing, Trend, Until, Words,
};
use super::{Closeness, ClosenessList, ClosenessMark};

/// What has to be open for a command (`build-notes.md` 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing; always answers.
    Any,
    /// Nothing open.
    Locked,
    /// Nothing, or one person.
    LockedOrOne,
    /// One person.
    One,
    /// One person or both.
    Open,
    /// Both.
    Together,
}

/// How a command's request travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// Named JSON arguments.
    Json,
    /// A passphrase as raw bytes, the person in the header `who`; it is never part of a JSON value.
    Passphrase,
    /// A channel for notices.
    Channel,
}

/// One command.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its name on both sides.
    pub name: &'static str,
    /// What has to be open.
    pub needs: Needs,
    /// How the request travels.
    pub body: Body,
    /// Argument names and their TypeScript types, in order.
    pub args: Vec<(&'static str, String)>,
    /// TypeScript of the response.
    pub returns: String,
}

impl Command {
    fn new(name: &'static str, needs: Needs) -> Self {
        Self { name, needs, body: Body::Json, args: vec![], returns: "void".into() }
    }

    fn raw(mut self) -> Self {
        self.body = Body::Passphrase;
        self
    }

    fn arg<T: TS>(mut self, name: &'static str) -> Self {
        self.args.push((name, T::inline_or_name()));
        self
    }

    fn person(mut self) -> Self {
        self.args.push(("person", "\"a\" | \"b\"".into()));
        self
    }

    fn returns<T: TS>(mut self) -> Self {
        self.returns = T::inline_or_name();
        self
    }
}

trait NameInTs: TS {
    fn inline_or_name() -> String {
        <Self as TS>::name(&Config::default())
    }
}

impl<T: TS> NameInTs for T {}

/// All commands, in the order of the window's life.
#[must_use]
pub fn commands() -> Vec<Command> {
    use Needs::{Any, Locked, LockedOrOne, One, Open, Together};
    let c = Command::new;
    vec![
        c("start", Any).returns::<Start>(),
        c("display_set", Any).arg::<Display>("display").returns::<Display>(),
        c("help_page", Any).arg::<Option<String>>("region").returns::<HelpPage>(),
        Command { body: Body::Channel, ..c("watch", Any).arg::<Notice>("channel") },
        c("active", Any),
        c("lock", Any),
        c("hide", Any),
        c("print", Open),
        c("vault_choose", Locked).returns::<Start>(),
        c("setup_begin", LockedOrOne).returns::<Words>(),
        c("setup_words", LockedOrOne).returns::<Words>(),
        c("setup_name", LockedOrOne).arg::<String>("name").arg::<bool>("on_tile"),
        c("setup_passphrase", LockedOrOne).raw().returns::<Strength>(),
        c("setup_prove", LockedOrOne).raw().returns::<Opened>(),
        c("setup_leave", LockedOrOne).returns::<Start>(),
        c("unlock", Locked).raw().person().returns::<Opened>(),
        c("join", One).raw().person().returns::<Opened>(),
        c("home", Open).returns::<Home>(),
        c("catalogue", Open).arg::<Filter>("filter").returns::<Vec<Card>>(),
        c("come_next", Open).arg::<Option<String>>("run").arg::<Vec<String>>("named").returns::<Vec<Suggestion>>(),
        c("look", Open).arg::<String>("slug").returns::<Look>(),
        Command {
            args: vec![
                ("slug", "string".into()),
                ("part", "string | null".into()),
                ("first", "\"a\" | \"b\" | null".into()),
            ],
            ..c("run_begin", Open).returns::<RunView>()
        },
        c("run_open", Open).arg::<String>("run").returns::<RunView>(),
        c("run_back", Open).arg::<String>("run").returns::<RunView>(),
        c("run_check", Open).arg::<String>("run").arg::<Option<String>>("step").returns::<RunView>(),
        c("run_draft", Open)
            .arg::<String>("run")
            .arg::<String>("step")
            .arg::<Option<Value>>("value")
            .returns::<Saved>(),
        c("run_answer", Open)
            .arg::<String>("run")
            .arg::<String>("step")
            .arg::<Option<Value>>("value")
            .returns::<RunView>(),
        c("run_tap", Open).arg::<String>("run").arg::<Tap>("tap").returns::<RunView>(),
        c("run_iam", Together).arg::<String>("run").person().returns::<RunView>(),
        c("run_return", Together).arg::<String>("run").person().returns::<RunView>(),
        c("run_pick", Together)
            .arg::<String>("run")
            .arg::<String>("step")
            .arg::<Vec<String>>("items")
            .returns::<RunView>(),
        c("run_break", Open).arg::<String>("run").arg::<Until>("until").returns::<RunView>(),
        c("run_stop", Open).arg::<String>("run").arg::<bool>("new_facts").returns::<RunView>(),
        c("run_keep", Open).arg::<String>("run").arg::<bool>("keep").returns::<Home>(),
        c("seals", Open).returns::<Vec<Seal>>(),
        c("seal_take_back", Open).arg::<String>("round").returns::<Vec<Seal>>(),
        c("agreements", Open).returns::<Vec<Agreement>>(),
        c("agreement_end", Open).arg::<String>("item").returns::<Vec<Agreement>>(),
        c("agreeing_begin", Together).arg::<String>("item").returns::<Agreeing>(),
        c("agreeing_press", Together).arg::<AgreeingPress>("press").returns::<Agreeing>(),
        c("register", Open).returns::<Register>(),
        c("draft_begin", One).arg::<Begin>("begin").returns::<Draft>(),
        c("draft_write", One).arg::<DraftWrite>("write").returns::<DraftKept>(),
        c("draft_give", One).arg::<String>("item").returns::<Register>(),
        c("draft_remove", One).arg::<String>("item").returns::<Register>(),
        c("limit_read", One).arg::<String>("item").returns::<Register>(),
        c("limit_end", One).arg::<String>("item").returns::<Register>(),
        c("proposal_answer", One)
            .arg::<String>("item")
            .arg::<u32>("n")
            .arg::<ProposalAnswer>("answer")
            .returns::<Register>(),
        c("things", Open).returns::<Vec<Thing>>(),
        c("thing_remove", One).arg::<String>("item").returns::<Vec<Thing>>(),
        c("thing_put_back", One).arg::<String>("item").returns::<Vec<Removed>>(),
        c("thing_purge", One).arg::<String>("item").returns::<Vec<Removed>>(),
        c("removed", One).returns::<Vec<Removed>>(),
        c("find", Open).arg::<String>("words").arg::<u32>("most").returns::<Found>(),
        c("entry", Open).arg::<Spot>("spot").returns::<Entry>(),
        c("past", Open).arg::<Option<u32>>("before").returns::<Past>(),
        c("check_ins", Open).arg::<u32>("most").returns::<CheckIns>(),
        c("check_in_show", One).arg::<String>("run").arg::<bool>("shown").arg::<u32>("most").returns::<CheckIns>(),
        c("letters", Open).returns::<Letters>(),
        c("letter", One).arg::<String>("item").returns::<Letter>(),
        c("letter_write", One)
            .arg::<Option<String>>("item")
            .arg::<bool>("for_partner")
            .arg::<String>("topic")
            .arg::<String>("words")
            .returns::<LetterSaved>(),
        c("letter_ready", One).arg::<String>("item").returns::<LetterCheck>(),
        c("letter_put", One).arg::<String>("item").arg::<String>("topic").returns::<Letters>(),
        c("letter_take_back", One).arg::<String>("tray").returns::<Letters>(),
        c("tray_open", One).arg::<String>("tray").returns::<Letter>(),
        c("tray_leave", One).arg::<String>("tray").arg::<bool>("closed").returns::<Letters>(),
        c("letters_pause", One).arg::<bool>("paused").returns::<Letters>(),
        c("forgiveness_remove", One).arg::<String>("run").returns::<Letters>(),
        c("trend", One).arg::<Option<String>>("series").arg::<Span>("span").returns::<Option<Trend>>(),
        c("closeness", Open).returns::<Closeness>(),
        Command { args: vec![("who", "\"a\" | \"b\"".into())], ..c("closeness_open", Together).returns::<Closeness>() },
        c("closeness_take_back", Open).arg::<String>("row").returns::<Closeness>(),
        c("closeness_list", One).returns::<ClosenessList>(),
        c("closeness_mark", One).arg::<String>("row").arg::<Option<ClosenessMark>>("mark").returns::<ClosenessList>(),
        c("closeness_add", One).arg::<String>("label").returns::<ClosenessList>(),
        c("closeness_remove", One).arg::<String>("row").returns::<ClosenessList>(),
        c("closeness_sexual", One).arg::<bool>("on").returns::<ClosenessList>(),
        c("closeness_sort", One).arg::<Vec<String>>("order").returns::<ClosenessList>(),
        c("closeness_clear", One).returns::<ClosenessList>(),
        c("pace_get", One).returns::<String>(),
        c("pace_set", One).arg::<String>("pace"),
        c("park", Open).returns::<Vec<ParkLine>>(),
        c("park_add", Open).arg::<String>("text").arg::<bool>("shared").returns::<Vec<ParkLine>>(),
        c("park_talked", Open).arg::<String>("item").arg::<bool>("talked").returns::<Vec<ParkLine>>(),
        c("session_begin", Together).arg::<u32>("minutes").arg::<Option<String>>("slug").returns::<Session>(),
        c("session_close", Together).arg::<Option<String>>("line").arg::<Option<String>>("next"),
    ]
}
