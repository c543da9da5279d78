//! The lists as they are kept by hand, in the style of an stm32 port of MicroPython: three stretches of its `main`.

/// Once, after a hard reset.
pub const HARD_RESET: &[&str] = &["pendsv", "led", "machine", "rtc", "uart", "spi", "storage"];

/// At each soft reset, before any script runs.
pub const SOFT_RESET: &[&str] = &["readline", "pin", "extint", "timer", "usb"];

/// At each soft reset, when the settings of the user are known.
pub const APPLICATION: &[&str] = &["servo", "script"];

/// The lists and the levels of `mcu.board` that stand for them.
pub const LEVELS: [(&str, &[&str]); 3] = [("driver", HARD_RESET), ("service", SOFT_RESET), ("app", APPLICATION)];
