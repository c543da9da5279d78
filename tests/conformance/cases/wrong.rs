//! A case that does not hold: the harness must see that.

use crate::cases::boards::hub::fresh;
use crate::cases::drivers::fail_up;
use crate::cases::trace;

/// The rollback is another than it expects.
pub(crate) fn wrong() {
    fail_up("lcd", 1);
    assert!(fresh().boot().is_err());
    trace::expect("+clocks +spi +i2c +v3v3 +vio +imu +baro !lcd -imu -baro -vio -v3v3 -i2c -spi -clocks");
}
