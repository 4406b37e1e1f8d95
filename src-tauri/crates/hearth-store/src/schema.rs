//! Migrations, frozen once released, and the check that an image holds exactly what they make.

use std::borrow::Cow;

use sha2::{Digest, Sha256};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{Row, SqlSafeStr, SqliteConnection};

use crate::error::OpenError;

/// The newest schema.
pub const SCHEMA: i64 = 1;

const MIGRATIONS: [(i64, &str, &str); 1] = [(1, "first", include_str!("../migrations/0001_first.sql"))];

/// Brings a connection to the newest schema.
///
/// # Errors
/// [`OpenError::Migration`] if SQLite refuses, [`OpenError::NewerSchema`] if it is beyond this version.
pub async fn newest(connection: &mut SqliteConnection) -> Result<(), OpenError> {
    if let Some(found) = found(connection).await.filter(|found| *found > SCHEMA) {
        return Err(OpenError::NewerSchema { found });
    }
    let migrations = MIGRATIONS
        .iter()
        .map(|(version, name, sql)| {
            Migration::new(*version, Cow::Borrowed(name), MigrationType::Simple, sql.into_sql_str(), false)
        })
        .collect();
    // `run` would ask for a lifetime that a future sent between threads cannot promise.
    Migrator::with_migrations(migrations).run_direct(None, connection, false).await.map_err(OpenError::Migration)
}

/// The schema version an image says it has; `None` for an empty one.
async fn found(connection: &mut SqliteConnection) -> Option<i64> {
    let row = sqlx::query("SELECT max(version) FROM _sqlx_migrations").fetch_one(connection).await.ok()?;
    row.try_get::<Option<i64>, _>(0).ok()?
}

/// SHA-256 over every object's type, name and SQL. The shared image may have been made by hand by the partner,
/// who holds its key: a trigger or view in it would run in my program.
pub async fn fingerprint(connection: &mut SqliteConnection) -> Result<[u8; 32], OpenError> {
    let rows = sqlx::query("SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")
        .fetch_all(connection)
        .await
        .map_err(|e| OpenError::Damaged(Some(e)))?;
    let mut hash = Sha256::new();
    for row in rows {
        for column in 0..3 {
            let text: String = row.try_get(column).map_err(|e| OpenError::Damaged(Some(e)))?;
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
    }
    Ok(hash.finalize().into())
}
