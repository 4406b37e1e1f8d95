//! The closeness list of Ours, read.

use super::Cells;
use crate::apply::CLOSENESS;
use crate::change::SharedYeses;
use crate::error::ReadError;
use crate::image::Image;
use crate::space::Ours;

impl Image<Ours> {
    /// What both said yes to, as it stands; empty if nothing was opened yet. A row put there by hand is left out.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn closeness(&mut self) -> Result<SharedYeses, ReadError> {
        let query = sqlx::query("SELECT v FROM setting WHERE k = ?").bind(CLOSENESS);
        let Some(row) = query.fetch_optional(&mut self.connection).await? else { return Ok(SharedYeses::default()) };
        let read = Cells::of("setting", &row).text("v").ok().and_then(|v| serde_json::from_str(&v).ok());
        self.left_out |= read.is_none();
        Ok(read.unwrap_or_default())
    }
}
