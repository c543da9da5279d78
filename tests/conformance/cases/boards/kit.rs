//! A board that can do without its card and its network.

use crate::cases::clock::Fake;
use crate::cases::drivers::{Bus, Driver, Error, Part, rail};

pub(crate) struct Parts {
    i2c: Part,
    card: Part,
}

bringup::board! {
    pub(crate) board kit;
    levels bus, device;
    error = Error;
    clock = Fake;
    input p: Parts;

    rail vcard { enable = rail("vcard", true)?; disable = rail("vcard", false)?; off_delay = 3ms; }
    rail vnet { enable = rail("vnet", true)?; disable = rail("vnet", false)?; }

    i2c: Bus { level = bus; init = Driver::open("i2c", p.i2c)?; deinit (p.i2c) = this.release(); }
    /// Boots because the network needs it, and only for that.
    #[allow(L0901)]
    phy: Driver<()> { level = bus; init_skip; init = Driver::open("phy", ())?; deinit = this.close()?; }
    card: Bus {
        level = device; optional; power = &vcard;
        retry = 3; retry_delay = 5ms;
        init (p.card) = Driver::attempt("card", p.card)?;
        deinit (p.card) = this.release();
    }
    files: Driver<()> {
        level = device; optional; depends = [&card];
        init = Driver::open("files", ())?;
        deinit = this.close()?;
    }
    net: Driver<()> {
        level = device; optional; power = &vnet; depends = [&phy, &i2c];
        init = Driver::open("net", ())?;
        deinit = this.close()?;
    }
    log: Driver<()> { level = device; after = [&files]; init = Driver::open("log", ())?; deinit = this.close()?; }
}

pub(crate) fn fresh() -> kit::Fresh {
    kit::Fresh::take(kit::Inputs { p: Parts { i2c: Part, card: Part } }).expect("one case, one board")
}

pub(crate) const UP: &str = "+i2c +phy +vcard +card +files +vnet +net +log";
pub(crate) const DOWN: &str = "-log -net -vnet -files -card -vcard -phy -i2c";
/// The card does not answer at all.
pub(crate) const UP_WITHOUT_CARD: &str = "+i2c +phy +vcard !card w5000 !card w5000 !card -vcard +vnet +net +log";
/// Nor does the network.
pub(crate) const UP_WITHOUT_BOTH: &str =
    "+i2c +phy +vcard !card w5000 !card w5000 !card -vcard +vnet !net -vnet -phy +log";
