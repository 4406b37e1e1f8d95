//! A display of its own for every laptop, so that tests never meet.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A virtual display; it ends when dropped.
#[derive(Debug)]
pub struct Display {
    server: Child,
    number: String,
}

impl Display {
    /// Starts one. The server chooses a free number itself, so parallel tests cannot choose the same.
    ///
    /// # Panics
    /// If Xvfb is not installed or does not start.
    #[must_use]
    pub fn start() -> Self {
        let mut xvfb = Command::new("Xvfb");
        // Without the last one it begins anew when its last window closes, and a start just then is never answered.
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"]);
        let mut server = xvfb
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts (cargo xtask test installs it)");
        let mut number = String::new();
        let stdout = server.stdout.take().expect("the number comes on stdout");
        BufReader::new(stdout).read_line(&mut number).expect("Xvfb tells its number");
        assert!(!number.trim().is_empty(), "Xvfb ended without a display");
        Self { server, number: number.trim().to_owned() }
    }

    /// What `DISPLAY` is set to.
    #[must_use]
    pub fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
