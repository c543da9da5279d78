//! What a new crate can run on.

use clap::ValueEnum;
use clap::builder::PossibleValue;

/// A machine of QEMU.
pub(super) struct Machine {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) target: &'static str,
    pub(super) qemu: &'static str,
    pub(super) core: Core,
    /// What its timer counts in a second.
    pub(super) hz: &'static str,
    /// Linker script with its memory.
    pub(super) memory: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Core {
    CortexM,
    RiscV,
}

const MACHINES: [Machine; 3] = [
    Machine {
        name: "lm3s6965evb",
        about: "Stellaris LM3S6965: Cortex-M3, 256 KiB flash, 64 KiB RAM",
        target: "thumbv7m-none-eabi",
        qemu: "qemu-system-arm",
        core: Core::CortexM,
        hz: "12_000_000",
        memory: "MEMORY {\n  FLASH : ORIGIN = 0x00000000, LENGTH = 256K\n  RAM   : ORIGIN = 0x20000000, LENGTH = 64K\n}\n",
    },
    Machine {
        name: "mps2-an386",
        about: "Arm MPS2: Cortex-M4, 4 MiB flash, 4 MiB RAM",
        target: "thumbv7em-none-eabi",
        qemu: "qemu-system-arm",
        core: Core::CortexM,
        hz: "25_000_000",
        memory: "MEMORY {\n  FLASH : ORIGIN = 0x00000000, LENGTH = 4M\n  RAM   : ORIGIN = 0x20000000, LENGTH = 4M\n}\n",
    },
    Machine {
        name: "virt",
        about: "RISC-V virtual machine: RV32IMAC, 16 MiB RAM",
        target: "riscv32imac-unknown-none-elf",
        qemu: "qemu-system-riscv32",
        core: Core::RiscV,
        hz: "10_000_000",
        memory: "MEMORY {\n  RAM : ORIGIN = 0x80000000, LENGTH = 16M\n}\n\
                 REGION_ALIAS(\"REGION_TEXT\", RAM);\nREGION_ALIAS(\"REGION_RODATA\", RAM);\n\
                 REGION_ALIAS(\"REGION_DATA\", RAM);\nREGION_ALIAS(\"REGION_BSS\", RAM);\n\
                 REGION_ALIAS(\"REGION_HEAP\", RAM);\nREGION_ALIAS(\"REGION_STACK\", RAM);\n",
    },
];

/// Which of [`MACHINES`].
#[derive(Clone, Copy)]
pub(super) struct Mcu(usize);

impl ValueEnum for Mcu {
    fn value_variants<'a>() -> &'a [Self] {
        const { &[Mcu(0), Mcu(1), Mcu(2)] }
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let machine = &MACHINES[self.0];
        Some(PossibleValue::new(machine.name).help(machine.about))
    }
}

/// What differs from core to core.
pub(super) struct Words {
    pub(super) inputs: &'static str,
    pub(super) start: &'static str,
    pub(super) entry: &'static str,
    pub(super) take: &'static str,
    pub(super) dependencies: &'static str,
    pub(super) link: &'static str,
    pub(super) bios: &'static str,
    pub(super) ticks: &'static str,
}

impl Words {
    pub(super) fn of(core: Core) -> Words {
        match core {
            Core::CortexM => Words {
                inputs: "    input cp: cortex_m::Peripherals;\n",
                start: "crate::ticks::start(cp.SYST)",
                entry: "cortex_m_rt::entry",
                take: "    let cp = cortex_m::Peripherals::take().ok_or(parts::Error::Taken)?;\n    \
                       let fresh = Fresh::take(Inputs { cp }).ok_or(parts::Error::Taken)?;",
                dependencies: "cortex-m = { version = \"0.7.10\", features = [\"critical-section-single-core\", \
                               \"inline-asm\"] }\ncortex-m-rt = \"0.7.7\"",
                link: "\"-C\", \"link-arg=-Tlink.x\"",
                bios: "",
                ticks: include_str!("../../../templates/systick.rs"),
            },
            Core::RiscV => Words {
                inputs: "    // input p: my_chip::Peripherals;\n",
                start: "crate::ticks::start()",
                entry: "riscv_rt::entry",
                take: "    let fresh = Fresh::take(Inputs {}).ok_or(parts::Error::Taken)?;",
                dependencies: "riscv = { version = \"0.16.1\", features = [\"critical-section-single-hart\"] }\n\
                               riscv-rt = \"0.18.0\"",
                link: "\"-C\", \"link-arg=-Tmemory.x\", \"-C\", \"link-arg=-Tlink.x\"",
                bios: "\"-bios\", \"none\", ",
                ticks: include_str!("../../../templates/mtime.rs"),
            },
        }
    }
}

impl Mcu {
    pub(super) fn machine(self) -> &'static Machine {
        &MACHINES[self.0]
    }
}
