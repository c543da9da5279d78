//! Firmware for the BBC micro:bit on embassy: some nodes take their time, and boot and acquire await them.
//!
//!     cargo run --release        in QEMU; see .cargo/config.toml
#![no_std]
#![no_main]

mod console;
mod error;
mod led;
mod noise;
mod pin;
mod speaker;
mod time;

use core::fmt;
use cortex_m_semihosting::debug;
use embassy_executor::Spawner;
use embassy_futures::select::{Either, select};
use embassy_sync::blocking_mutex::raw::CriticalSectionRawMutex;
use embassy_sync::signal::Signal;
use embassy_time::{Duration, Timer};
use microbit::{Board, Node};

bringup::board!(include_str!("microbit.board"));

#[embassy_executor::main]
async fn main(spawner: Spawner) {
    exit(run(spawner).await)
}

async fn run(spawner: Spawner) -> Result<(), &'static str> {
    let p = embassy_nrf::init(Default::default());
    let fresh = microbit::Fresh::take(microbit::Inputs { p }).ok_or("board taken twice")?;
    let running = fresh.boot().await.map_err(|error| {
        log!("boot failed at `{}`: {}", error.node.name(), error.cause);
        "boot failed"
    })?;
    let mut board = running.into_board();
    log!("board is up");

    // the light belongs to a task from here on, until the task is done
    let led = board.check_out_led().map_err(|_| "no light")?;
    spawner.spawn(blink(led).map_err(|_| "two tasks that blink")?);

    give_up_on_the_speaker(&mut board).await?;
    use_the_speaker(&mut board).await?;

    log!("deinit_all: {:?}", board.deinit_all());
    let led = LED.wait().await;
    log!("the light is back");
    board.check_in_led(led);
    log!("deinit_all: {:?}", board.deinit_all());
    if board.is_up(Node::Led) { Err("something is still up") } else { Ok(()) }
}

/// What came up is down again when this returns: the future of `acquire` is dropped half way.
async fn give_up_on_the_speaker(board: &mut Board) -> Result<(), &'static str> {
    log!("acquire speaker, for 15 ms at most");
    match select(board.acquire(Node::Speaker), Timer::after(Duration::from_millis(15))).await {
        Either::First(_) => return Err("the speaker is never that fast"),
        Either::Second(()) => log!("gave up"),
    }
    let rest = [Node::Noise, Node::Signal, Node::Vamp, Node::Speaker].iter().any(|node| board.is_up(*node));
    if rest || board.holds(Node::Speaker) != 0 { Err("not rolled back") } else { Ok(()) }
}

async fn use_the_speaker(board: &mut Board) -> Result<(), &'static str> {
    log!("lease speaker");
    let mut lease = board.lease(Node::Speaker).await.map_err(|error| {
        log!("{error}");
        "no speaker"
    })?;
    let speaker = lease.speaker().ok_or("the speaker is held, and not there")?;
    let high = speaker.hiss(1000).map_err(|_| "the speaker has lost its input")?;
    log!("hissed");
    if (400..600).contains(&high) { Ok(()) } else { Err("that is no noise") }
}

/// Where the light comes back.
static LED: Signal<CriticalSectionRawMutex, microbit::led::Out> = Signal::new();

#[embassy_executor::task]
async fn blink(mut led: microbit::led::Out) {
    for _ in 0..5 {
        led.flash(Duration::from_millis(20)).await;
        Timer::after(Duration::from_millis(20)).await;
    }
    LED.signal(led);
}

/// The order that the macro worked out.
struct Order;

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        microbit::GRAPH.boot_order().try_for_each(|node| write!(f, " {}", node.name))
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
