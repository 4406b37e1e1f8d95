//! The exercise file.
