//! Conditions, as an author writes them and as a couple's answers meet them.

use std::collections::BTreeMap;

use hearth_domain::{Pace, Person};
use proptest::prelude::*;

use super::{Expr, Literal, Op, Over, Problem, RowScope, Scope, Seen, Term, Whose};
use crate::value::Row;

/// Answers by step: the acting person's, then both people's.
#[derive(Default)]
struct Answers {
    acting: BTreeMap<&'static str, Seen>,
    each: BTreeMap<(&'static str, &'static str), Seen>,
}

impl Scope for Answers {
    fn value(&self, step: &str, whose: Whose) -> Option<Seen> {
        match whose {
            Whose::Acting => self.acting.get(step).cloned(),
            Whose::Of(who) => {
                self.each.iter().find(|((s, w), _)| *s == step && *w == who.letter()).map(|(_, v)| v.clone())
            }
        }
    }
    fn done(&self, slug: &str, days: u32) -> bool {
        slug == "starting-safely" && days >= 30
    }
    fn agreed(&self, slug: &str) -> bool {
        slug == "our-ground-rules"
    }
    fn sessions(&self, days: u32) -> u32 {
        days / 10
    }
    fn pace(&self) -> Option<Pace> {
        Some(Pace::Light)
    }
    fn lap(&self) -> u32 {
        2
    }
    fn clear(&self, gate: &str) -> bool {
        gate == "ho-ok"
    }
}

fn one(id: &str) -> Seen {
    Seen::One(id.to_owned())
}

fn holds(text: &str, answers: &Answers) -> bool {
    Expr::parse(text).unwrap_or_else(|e| panic!("{text}: {e}")).holds(answers)
}

#[test]
fn e27_a_comparison_with_null_is_false() {
    let none = Answers::default();
    for text in ["a < 4", "a <= 4", "a > 4", "a >= 4", "a == 4", "a == 'x'", "a in ['x']", "'x' in a", "a == b", "a"] {
        assert!(!holds(text, &none), "{text}");
        assert!(holds(&format!("not {text}"), &none), "not {text}");
    }
    assert!(!holds("count(a) >= 0", &none));
}

#[test]
fn e27_a_person_who_declined_is_not_ready() {
    let half = Answers { each: [(("jo-calm", "a"), Seen::Number(9))].into(), ..Answers::default() };
    assert!(holds("not all(jo-calm >= 4)", &half));
    assert!(!holds("any(jo-calm < 4)", &half));
    assert!(holds("any(jo-calm >= 4)", &half));
    assert!(!holds("jo-calm >= 4", &half), "outside a turn an each value has no owner");
}

#[test]
fn e27_there_is_no_not_equal() {
    assert_eq!(Expr::parse("a != 3").unwrap_err().problem, Problem::NotEqual);
}

#[test]
fn e27_lists_compare_only_by_in() {
    let many = Answers { acting: [("helped", Seen::Many(vec!["talk".into()]))].into(), ..Answers::default() };
    assert!(holds("'talk' in helped", &many));
    assert!(!holds("'walk' in helped", &many));
    assert!(!holds("helped == 'talk'", &many));
    assert!(!holds("helped in ['talk']", &many), "which of several is meant is not clear, so it is false");
    assert!(holds("count(helped) == 1", &many));
}

#[test]
fn choose_one_compares_as_its_option() {
    let slow = Answers { acting: [("way", one("slow"))].into(), ..Answers::default() };
    assert!(holds("way == 'slow'", &slow));
    assert!(holds("way in ['slow', 'feet']", &slow));
    assert!(!holds("way > 'a'", &slow));
    assert!(holds("way", &slow));
}

#[test]
fn and_binds_closer_than_or_and_not_closest() {
    let slow = Answers { acting: [("way", one("slow"))].into(), ..Answers::default() };
    assert!(holds("way == 'slow' or way == 'a' and way == 'b'", &slow));
    assert!(!holds("(way == 'slow' or way == 'a') and way == 'b'", &slow));
    assert!(holds("not way == 'a' and way == 'slow'", &slow));
}

#[test]
fn the_past_the_pace_and_the_lap_can_be_asked() {
    let none = Answers::default();
    assert!(holds("done('starting-safely', 90) and agreed('our-ground-rules')", &none));
    assert!(holds("clear(ho-ok) and not clear(fear)", &none));
    assert!(holds("sessions(30) >= 3 and pace in ['open','light'] and lap == 2", &none));
}

#[test]
fn a_table_row_compares_by_its_cells() {
    let cells = [("zone".to_owned(), "nourish".to_owned()), ("n".to_owned(), "3".to_owned())].into();
    let row = Row { row: "n1".to_owned(), by: Person::A, cells };
    assert!(Expr::parse("zone == 'nourish' and n > 2").unwrap().holds(&RowScope(&row)));
    assert!(!Expr::parse("zone == 'drain' or other").unwrap().holds(&RowScope(&row)));
}

#[test]
fn a_step_may_be_called_like_a_function() {
    let expr = Expr::parse("agreed == 'x' or count").unwrap();
    assert_eq!(expr.reads().into_iter().collect::<Vec<_>>(), ["agreed", "count"]);
}

#[test]
fn errors_say_where_and_what() {
    let said = |text: &str| Expr::parse(text).unwrap_err().to_string();
    assert_eq!(said("a == 'x"), "column 6: a text is missing its closing quote");
    assert_eq!(said("a >"), "column 4: this is where a step, a number or an option should be");
    assert_eq!(said("a == 1.5"), "column 6: use a whole number");
    assert_eq!(said("lap"), "column 4: \"lap\" has to be compared with something");
    assert_eq!(said("clear(g) == 1"), "column 13: \"clear\" is true or false and is not compared");
    assert_eq!(said("not not a"), "column 5: this is where a step, a number or an option should be");
    assert_eq!(said(&"(".repeat(40)), "column 18: there are too many brackets inside brackets");
}

fn id() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9-]{0,6}".prop_filter("reserved", |s| !super::parse::RESERVED.contains(&s.as_str()))
}

fn literal() -> impl Strategy<Value = Literal> {
    prop_oneof![
        any::<i64>().prop_map(Literal::Int),
        "[a-z \u{e4}\u{2019}-]{1,8}".prop_map(Literal::Option),
        prop::collection::vec("[a-z]{1,4}", 1..4).prop_map(Literal::Options),
    ]
}

fn op() -> impl Strategy<Value = Op> {
    prop::sample::select(vec![Op::Less, Op::AtMost, Op::More, Op::AtLeast, Op::Equal, Op::In])
}

fn term() -> impl Strategy<Value = Term> {
    prop_oneof![
        id().prop_map(Term::Step),
        literal().prop_map(Term::Literal),
        id().prop_map(Term::Count),
        (1u32..=3650).prop_map(Term::Sessions),
        Just(Term::Pace),
        Just(Term::Lap),
    ]
}

fn expr() -> impl Strategy<Value = Expr> {
    let over = prop::sample::select(vec![Over::Any, Over::All]);
    let leaf = prop_oneof![
        (over, id(), op(), literal()).prop_map(|(over, step, op, value)| Expr::People { over, step, op, value }),
        (term(), op(), term()).prop_map(|(left, op, right)| Expr::Compare { left, op, right }),
        id().prop_map(Expr::Answered),
        id().prop_map(Expr::Clear),
        ("[a-z-]{1,8}", 1u32..=3650).prop_map(|(slug, days)| Expr::Done { slug, days }),
        "[a-z-]{1,8}".prop_map(Expr::Agreed),
    ];
    leaf.prop_recursive(4, 32, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(Expr::Or),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Expr::And),
            inner.prop_map(|e| Expr::Not(Box::new(e))),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_printed_reads_back_the_same(expr in expr()) {
        prop_assert_eq!(Expr::parse(&expr.to_string()), Ok(expr));
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,200}") {
        if let Ok(expr) = Expr::parse(&text) {
            let _ = expr.holds(&Answers::default());
        }
    }

    #[test]
    fn no_string_of_its_own_signs_makes_it_panic(text in "[a-c0-9 '()\\[\\],<>=.-]{0,80}|((not|and|or|in|any\\(|a|1) ){0,12}") {
        let _ = Expr::parse(&text);
    }
}
