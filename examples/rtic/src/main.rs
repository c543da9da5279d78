//! RTIC firmware for the LM3S6965 evaluation board: the board is a shared resource, a device is local to its task, and
//! a bus is used by tasks of two priorities.
//!
//!     cargo run --release        in QEMU; see .cargo/config.toml
#![no_std]
#![no_main]

// The chip is that of the example `lm3s6965`.
#[path = "../../lm3s6965/src/chip.rs"]
mod chip;
#[path = "../../lm3s6965/src/console.rs"]
mod console;
mod devices;
#[path = "../../lm3s6965/src/error.rs"]
mod error;
#[path = "../../lm3s6965/src/gpio.rs"]
mod gpio;
#[path = "../../lm3s6965/src/i2c.rs"]
mod i2c;
#[path = "../../lm3s6965/src/supply.rs"]
mod supply;
mod tick;

use core::fmt;
use cortex_m_semihosting::debug;

bringup::board!(include_str!("evb.board"));

#[rtic::app(device = lm3s6965, dispatchers = [GPIOA, GPIOB])]
mod app {
    use crate::devices::Bus;
    use crate::evb::{self, Board, Level, Node};
    use crate::tick::Tick;
    use crate::{exit, log};
    use bringup::Irq;

    #[shared]
    struct Shared {
        board: Board,
        /// The thermometer, when its task is done with it.
        returned: Option<evb::tmp::Out>,
    }

    #[local]
    struct Local {
        tmp: Option<evb::tmp::Out>,
        bus: Bus,
        tick: Irq<Tick>,
        alarm: Irq<Tick>,
    }

    #[init]
    fn init(cx: init::Context) -> (Shared, Local) {
        match start(cx.core) {
            Ok(resources) => resources,
            Err(why) => exit(Err(why)),
        }
    }

    fn start(cp: cortex_m::Peripherals) -> Result<(Shared, Local), &'static str> {
        let p = crate::chip::Peripherals::take().ok_or("peripherals taken twice")?;
        let fresh = evb::Fresh::take(evb::Inputs { p, cp }).ok_or("board taken twice")?;
        let running = fresh.boot().map_err(|error| {
            log!("boot failed at `{}`: {}", error.node.name(), error.cause);
            "boot failed"
        })?;
        let mut board = running.into_board();
        let tmp = board.check_out_tmp().map_err(|_| "no thermometer")?;
        let (bus, tick) = (board.i2c1(), board.tick());
        power::spawn().map_err(|()| "`power` runs already")?;
        Ok((Shared { board, returned: None }, Local { tmp: Some(tmp), bus, tick, alarm: tick }))
    }

    /// The EEPROM up and down again, and what the board does not let go of.
    #[task(shared = [board], priority = 1)]
    async fn power(mut cx: power::Context) {
        cx.shared.board.lock(|board| {
            log!("acquire eeprom");
            match board.acquire(Node::Eeprom) {
                Ok(()) => {
                    let byte = board.eeprom().map(|eeprom| eeprom.read_byte(0));
                    log!("byte 0: {byte:?}");
                    log!("release eeprom: {:?}", board.release(Node::Eeprom));
                }
                Err(error) => log!("{error}; PG0 reads {}", u8::from(crate::chip::pg0_is_high())),
            }
            log!("release device: {:?}", board.release_level(Level::Device));
        });
        spawned(contend::spawn());
    }

    /// Uses the bus, and is interrupted meanwhile by a task that needs it too.
    #[task(local = [bus, alarm], priority = 1)]
    async fn contend(cx: contend::Context) {
        let interrupted = cx.local.bus.with(|_| {
            log!("i2c1 is in use");
            spawned(sample::spawn(false));
            log!("i2c1 is free again");
        });
        log!("used: {interrupted:?}");
        spawned(sample::spawn(true));
        let set = cx.local.alarm.with(|tick| tick.alarm(3));
        log!("alarm in 3 ms: {set:?}");
    }

    /// One temperature. Preempts `contend`.
    #[task(local = [tmp], shared = [returned], priority = 2)]
    async fn sample(mut cx: sample::Context, last: bool) {
        if let Some(tmp) = cx.local.tmp {
            match tmp.read_temperature() {
                Ok(degrees) => log!("temperature {} C", degrees as i32),
                Err(error) => log!("no temperature: {error:?}"),
            }
        }
        if last {
            cx.shared.returned.lock(|returned| *returned = cx.local.tmp.take());
        }
    }

    #[task(binds = SysTick, local = [tick], priority = 3)]
    fn systick(cx: systick::Context) {
        if cx.local.tick.with(Tick::count) == Ok(true) {
            spawned(finish::spawn());
        }
    }

    #[task(shared = [board, returned], priority = 1)]
    async fn finish(mut cx: finish::Context) {
        log!("alarm");
        let returned = cx.shared.returned.lock(Option::take);
        let done = cx.shared.board.lock(|board| {
            if let Some(tmp) = returned {
                board.check_in_tmp(tmp);
            }
            board.deinit_all()
        });
        log!("deinit_all: {done:?}");
        exit(done.map_err(|_| "something is still up"));
    }

    /// No task is spawned while it still runs.
    fn spawned<E>(result: Result<(), E>) {
        if result.is_err() {
            exit(Err("a task runs already"));
        }
    }
}

/// The order that the macro worked out.
struct Order;

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        evb::GRAPH.boot_order().try_for_each(|node| write!(f, " {}", node.name))
    }
}

fn exit(result: Result<(), &'static str>) -> ! {
    debug::exit(match result {
        Ok(()) => debug::EXIT_SUCCESS,
        Err(why) => {
            log!("stopped: {why}");
            debug::EXIT_FAILURE
        }
    });
    loop {
        cortex_m::asm::wfi();
    }
}

#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    log!("{info}");
    exit(Err("panic"))
}
