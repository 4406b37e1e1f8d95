//! The closeness list of Ours: one row of text, always written over (F12).

use sqlx::SqliteConnection;

use crate::change::SharedYeses;
use crate::error::ApplyError;

/// Its row. Ours has no other setting.
pub(crate) const ROW: &str = "closeness";

pub(super) async fn put(yeses: &SharedYeses, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let v = serde_json::to_string(yeses).map_err(ApplyError::UnknownChange)?;
    sqlx::query("INSERT OR REPLACE INTO setting (k, v) VALUES (?, ?)").bind(ROW).bind(v).execute(c).await?;
    Ok(())
}
