//! What stands on the page: its contents, and whether they fit.

use super::{Window, plain};

impl Window<'_> {
    /// All that stands on the page between its bars: words, and what is typed and chosen, but no passphrase.
    #[must_use]
    pub fn contents(&self) -> String {
        let contents = self.try_run(include_str!("contents.js"), vec![]).ok();
        contents.and_then(|text| text.as_str().map(plain)).unwrap_or_default()
    }

    /// What does not fit on the page: sideways scrolling, and words cut off or outside the window.
    #[must_use]
    pub fn misfits(&self) -> Vec<String> {
        let found = self.run(include_str!("fits.js"), vec![]);
        found.as_array().into_iter().flatten().map(ToString::to_string).collect()
    }
}
