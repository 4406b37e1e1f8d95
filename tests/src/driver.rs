//! `tauri-driver` and WebKitWebDriver, on a session bus of their own.

use std::collections::HashMap;
use std::ffi::OsString;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::processes;
use crate::until::until;

/// A running driver. Dropping it kills its whole group: a driver that ends alone leaves the program behind.
#[derive(Debug)]
pub struct Driver {
    bus: Child,
    port: u16,
}

impl Driver {
    /// Starts one with exactly this environment, which the program inherits.
    ///
    /// # Panics
    /// If a tool is missing or the driver does not listen.
    #[must_use]
    pub fn start(environment: &HashMap<OsString, OsString>, log: &Path) -> Self {
        let (port, native) = (free_port(), free_port());
        let log = std::fs::File::options().create(true).append(true).open(log).expect("a log can be written");
        let mut command = as_anybody("dbus-run-session");
        command.arg("--").arg(tauri_driver());
        command.args(["--port", &port.to_string(), "--native-port", &native.to_string()]);
        command.env_clear().envs(environment).process_group(0).stdin(Stdio::null());
        command.stdout(log.try_clone().expect("a log can be written")).stderr(log);
        let bus = command.spawn().expect("dbus-run-session starts (cargo xtask test installs it)");
        let driver = Self { bus, port };
        for port in [port, native] {
            until("the window driver to listen", || TcpStream::connect(("127.0.0.1", port)).ok());
        }
        driver
    }

    /// Where WebDriver commands go.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The process group of everything it started.
    #[must_use]
    pub fn group(&self) -> u32 {
        self.bus.id()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        processes::kill_group(self.group());
        let _ = self.bus.wait();
    }
}

/// A command without root's pass: a folder that cannot be written cannot be written by root either, as on any laptop.
fn as_anybody(program: &str) -> Command {
    let root = std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    if !root {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--bounding-set=-dac_override,-dac_read_search", "--", program]);
    command
}

/// A port nobody listens on. The system does not give the same one again soon.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a local port");
    listener.local_addr().expect("a local port").port()
}

fn tauri_driver() -> PathBuf {
    let tools = std::env::var_os("HEARTHSIDE_TOOLS").map_or_else(|| target().join("tools"), PathBuf::from);
    let driver = tools.join("bin/tauri-driver");
    assert!(driver.exists(), "{} is missing: cargo xtask test installs it", driver.display());
    driver
}

/// Cargo's target folder: a test lies in `<target>/<profile>/deps/`.
pub fn target() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows its path");
    test.ancestors().nth(3).expect("a test lies in the target folder").to_path_buf()
}
