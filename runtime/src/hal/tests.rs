use crate::shared::{Shared, testing};
use crate::{Atomic, Dev, DevError, Local, Sharing};
use embedded_hal::digital::{InputPin, OutputPin, StatefulOutputPin};
use embedded_hal::i2c::{self, I2c, Operation};
use embedded_hal::spi::{self, SpiBus, SpiDevice};
use std::{format, string::String, vec::Vec};

/// Every trait at once; logs what it is asked for and fails on address 0x7f.
#[derive(Default)]
struct Fake {
    log: Vec<String>,
    high: bool,
}

#[derive(Clone, Copy, PartialEq, Debug)]
struct Nak;

impl i2c::Error for Nak {
    fn kind(&self) -> i2c::ErrorKind {
        i2c::ErrorKind::Bus
    }
}
impl spi::Error for Nak {
    fn kind(&self) -> spi::ErrorKind {
        spi::ErrorKind::Overrun
    }
}
impl embedded_hal::digital::Error for Nak {
    fn kind(&self) -> embedded_hal::digital::ErrorKind {
        embedded_hal::digital::ErrorKind::Other
    }
}
impl i2c::ErrorType for Fake {
    type Error = Nak;
}
impl spi::ErrorType for Fake {
    type Error = Nak;
}
impl embedded_hal::digital::ErrorType for Fake {
    type Error = Nak;
}

impl I2c for Fake {
    fn write(&mut self, address: u8, write: &[u8]) -> Result<(), Nak> {
        self.log.push(format!("write {address:#x} {write:?}"));
        Ok(())
    }
    fn transaction(&mut self, address: u8, operations: &mut [Operation<'_>]) -> Result<(), Nak> {
        self.log.push(format!("transaction {address:#x} of {}", operations.len()));
        if address == 0x7f { Err(Nak) } else { Ok(()) }
    }
}
impl SpiBus for Fake {
    fn read(&mut self, words: &mut [u8]) -> Result<(), Nak> {
        words.fill(1);
        Ok(())
    }
    fn write(&mut self, words: &[u8]) -> Result<(), Nak> {
        self.log.push(format!("spi write {words:?}"));
        Ok(())
    }
    fn transfer(&mut self, read: &mut [u8], write: &[u8]) -> Result<(), Nak> {
        read.copy_from_slice(write);
        Ok(())
    }
    fn transfer_in_place(&mut self, words: &mut [u8]) -> Result<(), Nak> {
        words.reverse();
        Ok(())
    }
    fn flush(&mut self) -> Result<(), Nak> {
        Err(Nak)
    }
}
impl OutputPin for Fake {
    fn set_low(&mut self) -> Result<(), Nak> {
        self.high = false;
        Ok(())
    }
    fn set_high(&mut self) -> Result<(), Nak> {
        self.high = true;
        Ok(())
    }
}
impl StatefulOutputPin for Fake {
    fn is_set_high(&mut self) -> Result<bool, Nak> {
        Ok(self.high)
    }
    fn is_set_low(&mut self) -> Result<bool, Nak> {
        Ok(!self.high)
    }
}
impl InputPin for Fake {
    fn is_high(&mut self) -> Result<bool, Nak> {
        Ok(self.high)
    }
    fn is_low(&mut self) -> Result<bool, Nak> {
        Ok(!self.high)
    }
}

struct Device;
impl spi::ErrorType for Device {
    type Error = Nak;
}
impl SpiDevice for Device {
    fn transaction(&mut self, operations: &mut [spi::Operation<'_, u8>]) -> Result<(), Nak> {
        if operations.is_empty() { Err(Nak) } else { Ok(()) }
    }
}

fn up<T, S: Sharing>(value: T) -> (&'static Shared<T, S>, Dev<T, S>) {
    let shared = testing::up(value);
    // SAFETY: the test acts for the token.
    (shared, unsafe { shared.dev() })
}

fn reach_i2c<S: Sharing>() {
    let (shared, mut bus) = up::<_, S>(Fake::default());
    I2c::write(&mut bus, 0x48, &[1, 2]).unwrap();
    I2c::read(&mut bus, 0x48, &mut [0]).unwrap();
    bus.write_read(0x48, &[0], &mut [0]).unwrap();
    assert_eq!(I2c::transaction(&mut bus, 0x7f, &mut []), Err(DevError::Bus(Nak)));
    assert_eq!(
        bus.with(|fake| fake.log.clone()).unwrap(),
        ["write 0x48 [1, 2]", "transaction 0x48 of 1", "transaction 0x48 of 2", "transaction 0x7f of 0"]
    );
    assert_eq!(bus.with(|_| I2c::read(&mut { bus }, 0x48, &mut [0])), Ok(Err(DevError::Busy)));
    // SAFETY: one thread.
    drop(unsafe { shared.remove() });
    assert_eq!(I2c::read(&mut bus, 0x48, &mut [0]), Err(DevError::Down));
}

#[test]
fn i2c_reaches_the_bus_and_keeps_its_own_methods() {
    reach_i2c::<Local>();
    reach_i2c::<Atomic>();
}

fn reach_spi<S: Sharing>() {
    let (_, mut bus) = up::<_, S>(Fake::default());
    let mut words = [0, 0];
    SpiBus::read(&mut bus, &mut words).unwrap();
    assert_eq!(words, [1, 1]);
    SpiBus::write(&mut bus, &[3]).unwrap();
    SpiBus::transfer(&mut bus, &mut words, &[4, 5]).unwrap();
    SpiBus::transfer_in_place(&mut bus, &mut words).unwrap();
    assert_eq!(words, [5, 4]);
    assert_eq!(SpiBus::flush(&mut bus), Err(DevError::Bus(Nak)));

    let (_, mut device) = up::<_, S>(Device);
    SpiDevice::write(&mut device, &[1]).unwrap();
    assert_eq!(SpiDevice::transaction(&mut device, &mut []), Err(DevError::Bus(Nak)));
}

#[test]
fn spi_reaches_bus_and_device() {
    reach_spi::<Local>();
    reach_spi::<Atomic>();
}

fn switch_and_read<S: Sharing>() {
    let (_, mut pin) = up::<_, S>(Fake::default());
    pin.set_high().unwrap();
    assert_eq!((pin.is_set_high(), pin.is_low()), (Ok(true), Ok(false)));
    pin.toggle().unwrap();
    assert_eq!((pin.is_set_low(), pin.is_high()), (Ok(true), Ok(false)));
}

#[test]
fn pins_switch_and_read() {
    switch_and_read::<Local>();
    switch_and_read::<Atomic>();
}

#[test]
fn the_kind_of_a_bus_error_shows_through() {
    use i2c::Error as _;
    assert_eq!(DevError::Bus(Nak).kind(), i2c::ErrorKind::Bus);
    assert_eq!(DevError::<Nak>::Busy.kind(), i2c::ErrorKind::Other);
    assert_eq!(spi::Error::kind(&DevError::Bus(Nak)), spi::ErrorKind::Overrun);
    assert_eq!(spi::Error::kind(&DevError::<Nak>::Down), spi::ErrorKind::Other);
}

#[cfg(feature = "embedded-hal-async")]
mod future {
    use super::*;
    use core::future::{Future, pending};
    use core::pin::pin;
    use core::task::{Context, Poll, Waker};
    use embedded_hal_async::i2c::I2c;
    use std::boxed::Box;
    use std::thread;

    /// Answers on address 0 at once, on the others never.
    struct Slow;
    impl i2c::ErrorType for Slow {
        type Error = Nak;
    }
    impl I2c for Slow {
        async fn transaction(&mut self, address: u8, _: &mut [Operation<'_>]) -> Result<(), Nak> {
            if address == 0 { Err(Nak) } else { pending().await }
        }
    }

    fn busy_while_waiting<S: Sharing>() {
        let (shared, mut bus) = up::<_, S>(Slow);
        let mut copy = bus;
        let mut context = Context::from_waker(Waker::noop());
        {
            let mut waiting = pin!(bus.write(1, &[]));
            assert_eq!(waiting.as_mut().poll(&mut context), Poll::Pending);
            let second = pin!(copy.write(1, &[]));
            assert_eq!(second.poll(&mut context), Poll::Ready(Err(DevError::Busy)));
            // SAFETY: one thread.
            assert!(unsafe { shared.remove() }.is_none());
        }
        let failing = pin!(bus.write(0, &[]));
        assert_eq!(failing.poll(&mut context), Poll::Ready(Err(DevError::Bus(Nak))));
    }

    #[test]
    fn an_async_call_is_busy_while_it_waits_and_a_dropped_one_frees_the_bus() {
        busy_while_waiting::<Local>();
        busy_while_waiting::<Atomic>();
    }

    #[test]
    fn with_atomic_a_call_may_begin_on_one_thread_and_end_on_another() {
        let (shared, mut bus) = up::<_, Atomic>(Slow);
        let mut waiting = Box::pin(async move { bus.write(1, &[]).await });
        let mut context = Context::from_waker(Waker::noop());
        assert_eq!(waiting.as_mut().poll(&mut context), Poll::Pending);
        // SAFETY: this thread acts for the token.
        assert!(unsafe { shared.is_busy() });
        thread::spawn(move || {
            let mut context = Context::from_waker(Waker::noop());
            assert_eq!(waiting.as_mut().poll(&mut context), Poll::Pending);
        })
        .join()
        .unwrap();
        // SAFETY: this thread acts for the token.
        assert!(unsafe { shared.remove() }.is_some());
    }
}
