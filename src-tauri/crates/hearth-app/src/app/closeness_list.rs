//! Marking one's own closeness list, alone (F12).

use chrono::{DateTime, Utc};

use super::App;
use crate::closeness::{KEY, Mark, Marks, Rows, written};
use crate::contract::{ClosenessList, ClosenessMark, ClosenessRow, Code, CommandError};

type Answer<T> = Result<T, CommandError>;

impl App {
    /// One's own list; alone only.
    ///
    /// # Errors
    /// [`Code::NotNow`] in Together.
    pub async fn closeness_list(&self) -> Answer<ClosenessList> {
        self.closeness_change(|_, _, _| Some(false)).await
    }

    /// Marks a line, or leaves it empty.
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is no such line, [`Code::NotNow`] in Together.
    pub async fn closeness_mark(&self, row: &str, mark: Option<ClosenessMark>) -> Answer<ClosenessList> {
        self.closeness_change(|rows, marks, now| {
            let known = ids(rows, marks).any(|id| id == row);
            known.then(|| marks.put(row, mark.map(|mark| self.mark(mark, now)))).map(|()| true)
        })
        .await
    }

    /// Adds a line of one's own. One that is there already stays one.
    ///
    /// # Errors
    /// [`Code::BadAnswer`] if it holds no word or there are too many, [`Code::NotNow`] in Together.
    pub async fn closeness_add(&self, label: &str) -> Answer<ClosenessList> {
        let refused = self.closeness_change(|rows, marks, _| {
            let there = shown(rows, marks).any(|(_, _, words)| written(words) == written(label));
            (there || marks.add(label).is_some()).then_some(true)
        });
        refused.await.map_err(|error| if error.code == Code::Unknown { Code::BadAnswer.into() } else { error })
    }

    /// Removes a line of one's own, with its mark.
    ///
    /// # Errors
    /// [`Code::NotNow`] in Together.
    pub async fn closeness_remove(&self, row: &str) -> Answer<ClosenessList> {
        self.closeness_change(|_, marks, _| {
            marks.remove(row);
            Some(true)
        })
        .await
    }

    /// Switches the lines about sexual touch on or off, for oneself. They show and can be marked at once, whatever the
    /// other switched: so nothing tells what that was. They are compared only if both switched them on (CR29).
    ///
    /// # Errors
    /// [`Code::NotNow`] in Together.
    pub async fn closeness_sexual(&self, on: bool) -> Answer<ClosenessList> {
        self.closeness_change(|_, marks, _| {
            marks.sexual = on;
            Some(true)
        })
        .await
    }

    /// Keeps one's own order; none brings back the order of the list.
    ///
    /// # Errors
    /// [`Code::NotNow`] in Together.
    pub async fn closeness_sort(&self, order: Vec<String>) -> Answer<ClosenessList> {
        self.closeness_change(|rows, marks, _| {
            let known: Vec<String> = ids(rows, marks).map(str::to_owned).collect();
            marks.keep_order(order.into_iter().filter(|row| known.contains(row)).collect());
            Some(true)
        })
        .await
    }

    /// Leaves every line empty. The lines one wrote and their order stay.
    ///
    /// # Errors
    /// [`Code::NotNow`] in Together.
    pub async fn closeness_clear(&self) -> Answer<ClosenessList> {
        self.closeness_change(|_, marks, _| {
            marks.clear();
            Some(true)
        })
        .await
    }

    /// Changes one's own list: `Some(true)` writes it, `Some(false)` only reads, `None` means there is no such line.
    async fn closeness_change(
        &self,
        change: impl FnOnce(&Rows, &mut Marks, DateTime<Utc>) -> Option<bool>,
    ) -> Answer<ClosenessList> {
        let mut table = self.table().await?;
        let now = table.now_or_later(self.now()).await?;
        let (who, own) = table.sitting.alone()?;
        let mut marks = Marks::read(own.setting(KEY).await.map_err(Code::from)?.as_deref());
        if change(&self.closeness_rows()?, &mut marks, now).ok_or(Code::Unknown)? {
            let outcome = table.sitting.commit_own(who, self.now(), vec![marks.change()]).await;
            self.saved(outcome)?;
        }
        self.closeness_list_of(&marks, now)
    }

    pub(super) fn closeness_list_of(&self, marks: &Marks, now: DateTime<Utc>) -> Answer<ClosenessList> {
        let rows = self.closeness_rows()?;
        let row = |(group, row, label): (Option<&str>, &str, &str)| {
            let mark = marks.mark(row, now);
            ClosenessRow {
                row: row.to_owned(),
                label: label.to_owned(),
                group: group.map(str::to_owned),
                mark: mark.map(|mark| ClosenessMark {
                    answer: mark.answer,
                    only_if: mark.only_if.clone(),
                    lasts: mark.lasts,
                }),
                until: mark.and_then(|mark| mark.ends).map(|ends| self.day(ends)),
            }
        };
        let mut list: Vec<ClosenessRow> = shown(&rows, marks).map(row).collect();
        marks.sort(&mut list, |row| &row.row);
        Ok(ClosenessList { rows: list, sorted: !marks.order.is_empty(), sexual: marks.sexual })
    }

    fn mark(&self, mark: ClosenessMark, now: DateTime<Utc>) -> Mark {
        let ClosenessMark { answer, only_if, lasts } = mark;
        Mark { answer, only_if, lasts, ends: self.closeness_ends(lasts, now) }
    }
}

/// The lines one person sees: heading, id, words. Their own come last.
fn shown<'a>(rows: &'a Rows, marks: &'a Marks) -> impl Iterator<Item = (Option<&'a str>, &'a str, &'a str)> {
    let shipped = rows.all().filter(|(group, ..)| marks.sexual || !group.sexual);
    let shipped = shipped.map(|(group, id, label)| (Some(&*group.label), id, label));
    shipped.chain(marks.own.iter().map(|own| (None, &*own.row, &*own.label)))
}

fn ids<'a>(rows: &'a Rows, marks: &'a Marks) -> impl Iterator<Item = &'a str> {
    shown(rows, marks).map(|(_, id, _)| id)
}
