//! An image open in memory.

use std::marker::PhantomData;
use std::sync::OnceLock;

use sqlx::sqlite::{SqliteConnectOptions, SqliteOwnedBuf};
use sqlx::{ConnectOptions, Connection, Row, SqliteConnection};

use crate::apply::Apply;
use crate::change::Stamped;
use crate::error::{ApplyError, OpenError, ReadError};
use crate::schema;
use crate::space::Space;

/// One space, open in memory. One connection, never a pool: a pool drops idle in-memory databases.
pub struct Image<S: Space> {
    pub(crate) connection: SqliteConnection,
    /// A row held something no change writes.
    pub(crate) left_out: bool,
    space: PhantomData<S>,
}

impl<S: Space> Image<S> {
    /// A new, empty space at the newest schema.
    ///
    /// # Errors
    /// [`OpenError`] if this SQLite was built without the safety flags, or refuses the schema.
    pub async fn create() -> Result<Self, OpenError> {
        let mut connection = connect().await?;
        schema::newest(&mut connection).await?;
        Ok(Self { connection, left_out: false, space: PhantomData })
    }

    /// Opens bytes that were authenticated already. A broken image deserializes without complaint, so it is
    /// checked; a schema this program did not make is refused.
    ///
    /// # Errors
    /// [`OpenError::Damaged`], [`OpenError::NewerSchema`] or [`OpenError::ForeignSchema`].
    pub async fn open(bytes: &[u8]) -> Result<Self, OpenError> {
        let mut connection = connect().await?;
        let buffer = SqliteOwnedBuf::try_from(bytes).map_err(|e| OpenError::Damaged(Some(e)))?;
        connection.deserialize(None, buffer, false).await.map_err(|e| OpenError::Damaged(Some(e)))?;
        harden(&mut connection).await?;
        quick_check(&mut connection).await?;
        schema::newest(&mut connection).await?;
        if schema::fingerprint(&mut connection).await? != expected().await? {
            return Err(OpenError::ForeignSchema);
        }
        Ok(Self { connection, left_out: false, space: PhantomData })
    }

    /// Applies one journal line, whole or not at all.
    ///
    /// # Errors
    /// [`ApplyError`]; the image is then as before.
    pub async fn apply(&mut self, line: &[u8]) -> Result<(), ApplyError> {
        self.apply_all(&[line]).await
    }

    /// Applies several lines, all or none.
    ///
    /// # Errors
    /// [`ApplyError`]; the image is then as before.
    pub async fn apply_all<L: AsRef<[u8]>>(&mut self, lines: &[L]) -> Result<(), ApplyError> {
        let mut transaction = self.connection.begin().await?;
        for line in lines.iter().map(AsRef::as_ref) {
            let change = Stamped::<S::Change>::read(line)?;
            S::Change::apply(&change, line, &mut transaction).await?;
        }
        Ok(transaction.commit().await?)
    }

    /// The image as bytes, to be encrypted and written.
    ///
    /// # Errors
    /// [`ReadError`] with what SQLite says.
    pub async fn to_bytes(&mut self) -> Result<Vec<u8>, ReadError> {
        Ok(self.connection.serialize(None).await?.as_ref().to_vec())
    }
}

/// The fingerprint of a space this program makes; it is the same for every image of one process.
async fn expected() -> Result<[u8; 32], OpenError> {
    static EXPECTED: OnceLock<[u8; 32]> = OnceLock::new();
    if let Some(known) = EXPECTED.get() {
        return Ok(*known);
    }
    let mut made = connect().await?;
    schema::newest(&mut made).await?;
    let fingerprint = schema::fingerprint(&mut made).await?;
    Ok(*EXPECTED.get_or_init(|| fingerprint))
}

async fn connect() -> Result<SqliteConnection, OpenError> {
    // `new()` and not a URL: "sqlite::memory:" means a cache shared by all connections of the process.
    let options = SqliteConnectOptions::new().disable_statement_logging();
    let mut connection = options.connect().await.map_err(|e| OpenError::Damaged(Some(e)))?;
    assert_build(&mut connection).await?;
    harden(&mut connection).await?;
    Ok(connection)
}

/// The shared image may be crafted by the partner (`vault.md` 2.3).
async fn harden(connection: &mut SqliteConnection) -> Result<(), OpenError> {
    for pragma in [
        "PRAGMA trusted_schema = OFF",
        "PRAGMA cell_size_check = ON",
        "PRAGMA max_page_count = 16384",
        "PRAGMA journal_mode = MEMORY",
        "PRAGMA temp_store = MEMORY",
        "PRAGMA secure_delete = ON",
        "PRAGMA foreign_keys = ON",
    ] {
        sqlx::query(pragma).execute(&mut *connection).await.map_err(|e| OpenError::Damaged(Some(e)))?;
    }
    Ok(())
}

async fn assert_build(connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let rows = sqlx::query("PRAGMA compile_options").fetch_all(connection).await;
    let rows = rows.map_err(|e| OpenError::Damaged(Some(e)))?;
    let options: Vec<String> = rows.iter().filter_map(|row| row.try_get(0).ok()).collect();
    for flag in ["TEMP_STORE=3", "SECURE_DELETE"] {
        if !options.iter().any(|option| option == flag) {
            return Err(OpenError::UnsafeBuild(flag));
        }
    }
    Ok(())
}

async fn quick_check(connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let row = sqlx::query("PRAGMA quick_check(1)").fetch_one(connection).await;
    let answer: String = row.and_then(|row| row.try_get(0)).map_err(|e| OpenError::Damaged(Some(e)))?;
    if answer == "ok" { Ok(()) } else { Err(OpenError::Damaged(None)) }
}
