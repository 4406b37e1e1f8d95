use hearth_store::{Image, OpenError, Ours};
use sqlx::sqlite::{SqliteConnectOptions, SqliteOwnedBuf};
use sqlx::{AssertSqlSafe, ConnectOptions, SqliteConnection};

use crate::{doc_ours, line, with};

async fn crafted(sql: &str) -> Vec<u8> {
    let bytes = with::<Ours>(&[line(0, doc_ours())]).await.to_bytes().await.unwrap();
    let mut connection: SqliteConnection = SqliteConnectOptions::new().connect().await.unwrap();
    connection.deserialize(None, SqliteOwnedBuf::try_from(bytes.as_slice()).unwrap(), false).await.unwrap();
    sqlx::query(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
    connection.serialize(None).await.unwrap().as_ref().to_vec()
}

#[tokio::test]
async fn a_trigger_view_table_or_index_in_ours_is_refused() {
    for sql in [
        "CREATE TRIGGER t AFTER INSERT ON answer BEGIN DELETE FROM history; END",
        "CREATE VIEW v AS SELECT * FROM answer",
        "CREATE TABLE more (x)",
        "CREATE INDEX i ON answer (value)",
        "DROP TABLE history",
        "ALTER TABLE answer ADD COLUMN extra TEXT",
    ] {
        let refused = Image::<Ours>::open(&crafted(sql).await).await;
        assert!(matches!(refused, Err(OpenError::ForeignSchema)), "{sql}");
    }
}

#[tokio::test]
async fn a_newer_schema_is_told_apart() {
    let sql = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
               VALUES (99, 'later', 1, x'00', 0)";
    let refused = Image::<Ours>::open(&crafted(sql).await).await;
    assert!(matches!(refused, Err(OpenError::NewerSchema { found: 99 })));
}

#[tokio::test]
async fn a_broken_image_is_damaged_and_never_opens() {
    let good = with::<Ours>(&[line(0, doc_ours())]).await.to_bytes().await.unwrap();
    Image::<Ours>::open(&good).await.unwrap();
    for offset in (0..100).chain((4096..good.len()).step_by(997)) {
        let mut bytes = good.clone();
        bytes[offset] ^= 0xff;
        // Some bytes are unused space: then it opens as it was, and that is all it may do.
        if let Ok(mut opened) = Image::<Ours>::open(&bytes).await {
            assert_eq!(opened.doc(&[7; 32]).await.unwrap().as_deref(), Some("{}"), "offset {offset}");
        }
    }
    for length in [0, 1, 99, 100, 4095, 4096, good.len() - 4096] {
        assert!(Image::<Ours>::open(&good[..length]).await.is_err(), "length {length}");
    }
}
