//! The ways to boot a board that takes its time.

use crate::board::Style;

/// How many random boards there are, numbered by their seeds.
pub(crate) const BOARDS: u64 = 200;

/// A way to boot.
pub(crate) struct Way {
    pub(crate) name: &'static str,
    /// The same for people.
    #[allow(dead_code)] // who builds the boards does not read it
    pub(crate) title: &'static str,
    /// The name of the module with boards of this way.
    #[allow(dead_code)] // who measures does not read it
    pub(crate) module: &'static str,
    pub(crate) style: Style<'static>,
    /// Whether its boot is `async`.
    pub(crate) awaits: bool,
}

pub(crate) const WAYS: [Way; 5] = [
    Way::new("on-the-spot", "each rail waited for on the spot", "on_the_spot", ""),
    Way::new("delay", "a `DelayNs` only", "delay", "    clock = bringup::clock::Delay<crate::time::Spin>;\n"),
    Way::new("clock", "a `Clock`", "clock", "    clock = crate::time::Counter;\n"),
    Way::new("async", "`async`, drivers sleep", "sequence", EMBASSY).sleeping(),
    Way::new("concurrent", "`concurrent`, drivers sleep", "concurrent", CONCURRENT).sleeping(),
];

const EMBASSY: &str = "    clock = bringup::clock::Embassy;\n";
const CONCURRENT: &str = "    clock = bringup::clock::Embassy;\n    concurrent;\n";

impl Way {
    const fn new(name: &'static str, title: &'static str, module: &'static str, head: &'static str) -> Way {
        let on_the_spot: Option<fn(u64) -> String> = if head.is_empty() { Some(wait) } else { None };
        let attribute = "#[allow(L0903, L0904, L0905, L0907)] ";
        Way { name, title, module, style: Style { head, attribute, spend: busy, on_the_spot }, awaits: false }
    }

    /// With drivers that sleep instead of being busy.
    const fn sleeping(mut self) -> Way {
        self.style.spend = asleep;
        self.awaits = true;
        self
    }
}

fn busy(us: u64) -> String {
    format!("crate::time::spend({us})")
}

fn wait(us: u64) -> String {
    format!("crate::time::wait({us})")
}

fn asleep(us: u64) -> String {
    format!("crate::time::nap({us}).await")
}
