//! Age identity files of ours: comment lines, identity lines, padding, and a last line that proves who wrote it
//! (`vault.md` 2.2). The age CLI reads them and skips every line that starts with `#`.

use zeroize::Zeroizing;

use crate::mac::MacKey;

const MAC_LINE: &str = "# mac ";
/// `# mac <64 hex>\n`.
const MAC_LINE_LEN: usize = MAC_LINE.len() + 64 + 1;

/// Pads and signs the lines. The result is a multiple of `unit` bytes long.
pub(crate) fn seal(lines: &str, unit: usize, key: &MacKey) -> Zeroizing<Vec<u8>> {
    // A padding line is at least `#\n`.
    let size = (lines.len() + 2 + MAC_LINE_LEN).next_multiple_of(unit);
    let mut text = Zeroizing::new(Vec::with_capacity(size));
    text.extend_from_slice(lines.as_bytes());
    text.resize(size - MAC_LINE_LEN - 1, b'#');
    text.push(b'\n');
    let mac = key.sign(&[&text]);
    text.extend_from_slice(format!("{MAC_LINE}{}\n", hex::encode(mac)).as_bytes());
    text
}

/// The lines before the last one, and the proof in it. Nothing is proven yet.
pub(crate) fn split(text: &[u8]) -> Option<(&str, [u8; 32])> {
    let at = text.len().checked_sub(MAC_LINE_LEN)?;
    let (body, last) = text.split_at(at);
    let digits = last.strip_prefix(MAC_LINE.as_bytes())?.strip_suffix(b"\n")?;
    let mut mac = [0; 32];
    hex::decode_to_slice(digits, &mut mac).ok()?;
    let body = std::str::from_utf8(body).ok()?;
    if body.ends_with('\n') { Some((body, mac)) } else { None }
}
