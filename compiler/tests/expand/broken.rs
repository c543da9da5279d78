/// Board `broken`.
mod broken {
    /// What the firmware hands over to board `broken`.
    pub struct Inputs {
        /// Input `p`.
        pub p: __user::__Input_p,
    }
    type Token<Stage> = ::bringup::__private::Token<
        Stage,
        (
            __user::__Input_p,
            ::bringup::Dev<__user::__Handle_i2c>,
            __user::__Handle_imu,
            __user::__Handle_spare,
        ),
    >;
    /// Why the board did not come up.
    pub type BootError = ::bringup::BootError<
        Node,
        __user::__Error,
        ::bringup::Always<1u8>,
        ::core::primitive::u8,
    >;
    /// Nothing is up.
    #[must_use = "the board does nothing without it"]
    #[derive(::core::fmt::Debug)]
    pub struct Fresh {
        token: Token<Fresh>,
    }
    impl Fresh {
        /// The board, with nothing up. `None` from the second call on: there is one of it in a program.
        #[inline]
        pub fn take(inputs: Inputs) -> ::core::option::Option<Fresh> {
            loop {}
        }
        /// The board, with nothing up, without the flag in RAM that [`take`](Fresh::take) asks.
        ///
        /// # Safety
        /// This is the only call of it in the life of the program, and `take` is not called at all.
        #[inline]
        #[must_use]
        pub unsafe fn steal(inputs: Inputs) -> Fresh {
            loop {}
        }
        /// Brings up everything that boots, all levels in order. If a step fails, what was up goes down again in reverse.
        ///
        /// # Errors
        /// What failed and why, after the rollback.
        #[inline]
        pub async fn boot(self) -> ::core::result::Result<Running, BootError> {
            loop {}
        }
        /// Brings up level `bus`. If a step fails, everything that is up goes down again in reverse.
        ///
        /// # Errors
        /// What failed and why, after the rollback.
        #[inline]
        pub async fn boot_bus(self) -> ::core::result::Result<AfterBus, BootError> {
            loop {}
        }
        /// Run-time control of the board, with nothing up and nothing held.
        #[inline]
        pub fn dynamic(self) -> Board {
            loop {}
        }
    }
    /// Everything up to level `bus` is up.
    #[must_use = "the board does nothing without it"]
    #[derive(::core::fmt::Debug)]
    pub struct AfterBus {
        token: Token<AfterBus>,
    }
    impl AfterBus {
        /// Brings up level `device`. If a step fails, everything that is up goes down again in reverse.
        ///
        /// # Errors
        /// What failed and why, after the rollback.
        #[inline]
        pub fn boot_device(self) -> ::core::result::Result<Running, BootError> {
            loop {}
        }
        /// Node `i2c` at 0x40005400: level `bus`, priority 100.
        #[inline]
        #[must_use]
        pub fn i2c(&self) -> ::bringup::Dev<__user::__Handle_i2c> {
            loop {}
        }
        /// Run-time control of the board. Each level that is up is held once.
        pub fn into_board(self) -> Board {
            loop {}
        }
    }
    /// Everything that boots is up.
    #[must_use = "the board does nothing without it"]
    #[derive(::core::fmt::Debug)]
    pub struct Running {
        token: Token<Running>,
    }
    impl Running {
        /// Node `i2c` at 0x40005400: level `bus`, priority 100.
        #[inline]
        #[must_use]
        pub fn i2c(&self) -> ::bringup::Dev<__user::__Handle_i2c> {
            loop {}
        }
        /// Node `imu` at 0x68: level `device`, priority 100.
        #[inline]
        #[must_use]
        pub fn imu(&mut self) -> &mut __user::__Handle_imu {
            loop {}
        }
        /// Node `spare` at 0x69: level `device`, priority 100.
        #[inline]
        #[must_use]
        pub fn spare(&mut self) -> &mut __user::__Handle_spare {
            loop {}
        }
        /// All handles at once.
        #[inline]
        pub fn parts(&mut self) -> Parts<'_> {
            loop {}
        }
        /// All handles, for ever: the board never goes down again.
        #[inline]
        pub fn into_static(self) -> StaticParts {
            loop {}
        }
        /// Run-time control of the board. Each level that is up is held once.
        pub fn into_board(self) -> Board {
            loop {}
        }
    }
    /// All handles of a running board at once.
    #[must_use]
    pub struct Parts<'board> {
        /// Node `i2c` at 0x40005400: level `bus`, priority 100.
        pub i2c: ::bringup::Dev<__user::__Handle_i2c>,
        /// Node `imu` at 0x68: level `device`, priority 100.
        pub imu: &'board mut __user::__Handle_imu,
        /// Node `spare` at 0x69: level `device`, priority 100.
        pub spare: &'board mut __user::__Handle_spare,
    }
    /// All handles of a board that never goes down again.
    #[must_use]
    pub struct StaticParts {
        /// Node `i2c` at 0x40005400: level `bus`, priority 100.
        pub i2c: ::bringup::Dev<__user::__Handle_i2c>,
        /// Node `imu` at 0x68: level `device`, priority 100.
        pub imu: &'static mut __user::__Handle_imu,
        /// Node `spare` at 0x69: level `device`, priority 100.
        pub spare: &'static mut __user::__Handle_spare,
    }
    /// The nodes and rails of the board, in the order of declaration.
    #[repr(u8)]
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
        ::core::hash::Hash,
        ::core::fmt::Debug
    )]
    pub enum Node {
        /// Rail `vbus`.
        Vbus,
        /// Node `i2c` at 0x40005400: level `bus`, priority 100.
        I2c,
        /// Node `imu` at 0x68: level `device`, priority 100.
        Imu,
        /// Node `spare` at 0x69: level `device`, priority 100.
        Spare,
    }
    impl Node {
        /// All of them.
        pub const ALL: [Self; 4usize] = [Self::Vbus, Self::I2c, Self::Imu, Self::Spare];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::Vbus => "vbus",
                Self::I2c => "i2c",
                Self::Imu => "imu",
                Self::Spare => "spare",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "vbus" => ::core::option::Option::Some(Self::Vbus),
                "i2c" => ::core::option::Option::Some(Self::I2c),
                "imu" => ::core::option::Option::Some(Self::Imu),
                "spare" => ::core::option::Option::Some(Self::Spare),
                _ => ::core::option::Option::None,
            }
        }
    }
    impl ::core::fmt::Display for Node {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str(self.name())
        }
    }
    /// The run levels of the board, in order.
    #[repr(u8)]
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
        ::core::hash::Hash,
        ::core::fmt::Debug
    )]
    pub enum Level {
        /// Level `bus`.
        Bus,
        /// Level `device`.
        Device,
    }
    impl Level {
        /// All of them.
        pub const ALL: [Self; 2usize] = [Self::Bus, Self::Device];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::Bus => "bus",
                Self::Device => "device",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "bus" => ::core::option::Option::Some(Self::Bus),
                "device" => ::core::option::Option::Some(Self::Device),
                _ => ::core::option::Option::None,
            }
        }
    }
    impl ::core::fmt::Display for Level {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str(self.name())
        }
    }
    /// Node `i2c` at 0x40005400: level `bus`, priority 100.
    pub mod i2c {
        /// Its address on the bus.
        pub const ADDRESS: ::core::primitive::u32 = 0x40005400;
    }
    /// Node `imu` at 0x68: level `device`, priority 100.
    pub mod imu {
        /// Its address on the bus.
        pub const ADDRESS: ::core::primitive::u32 = 0x68;
        /// `odr`, in hertz.
        pub const ODR: ::core::primitive::u32 = 200;
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_imu, 2>;
    }
    /// Node `spare` at 0x69: level `device`, priority 100.
    pub mod spare {
        /// Its address on the bus.
        pub const ADDRESS: ::core::primitive::u32 = 0x69;
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_spare, 3>;
    }
    /// The board as a constant: takes no flash unless it is used.
    pub const GRAPH: ::bringup::graph::Graph = ::bringup::graph::Graph {
        name: "broken",
        levels: &["bus", "device"],
        nodes: &[
            ::bringup::graph::Node {
                name: "vbus",
                kind: ::bringup::graph::NodeKind::Rail,
                level: ::core::option::Option::None,
                priority: ::core::option::Option::None,
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "i2c",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(0),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::Some(1073763328),
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "imu",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(1),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::Some(104),
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "spare",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(1),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::Some(105),
                deferred: true,
                docs: "",
            },
        ],
        edges: &[],
        order: &[0, 1, 2, 3],
    };
    /// What can be held.
    pub type Root = ::bringup::Root<Node, Level>;
    /// Why something did not come up at run time.
    pub type AcquireError = ::bringup::AcquireError<Node, __user::__Error>;
    /// Why a hold was not given up.
    pub type ReleaseError = ::bringup::ReleaseError<Node, Level>;
    /// Why nothing was done.
    pub type Refused = ::bringup::Refused<Node>;
    /// The board under run-time control: what is held is up.
    #[must_use = "without it, nothing of the board goes up or down any more"]
    #[derive(::core::fmt::Debug)]
    pub struct Board {
        token: Token<Board>,
    }
    impl Board {
        /// The node with this name in the board file.
        #[must_use]
        pub fn by_name(name: &::core::primitive::str) -> ::core::option::Option<Node> {
            Node::from_name(name)
        }
        /// Brings up what is missing of what `node` needs, in order, then `node`, and counts a hold of it.
        /// What is up already is not touched.
        ///
        /// # Errors
        /// What this call brought up is down again, and nothing is held by it.
        pub async fn acquire(
            &mut self,
            node: Node,
        ) -> ::core::result::Result<(), AcquireError> {
            loop {}
        }
        /// Gives up one hold of `node`. What nobody holds any more goes down in reverse.
        ///
        /// # Errors
        /// It is not held, or something that would go down is in use: nothing changes. Or steps of the teardown
        /// failed: the rest is done. A shared node that another context takes just then is such a step, and stays up
        /// until the next release.
        pub fn release(
            &mut self,
            node: Node,
        ) -> ::core::result::Result<(), ReleaseError> {
            loop {}
        }
        /// Brings up what boots in `level` and is missing, and counts a hold of the level. An optional node that
        /// fails is left out.
        ///
        /// # Errors
        /// What this call brought up is down again, and nothing is held by it.
        pub async fn acquire_level(
            &mut self,
            level: Level,
        ) -> ::core::result::Result<(), AcquireError> {
            loop {}
        }
        /// Gives up one hold of `level`. What nobody holds any more goes down in reverse.
        ///
        /// # Errors
        /// As for `release`.
        pub fn release_level(
            &mut self,
            level: Level,
        ) -> ::core::result::Result<(), ReleaseError> {
            loop {}
        }
        /// Acquires every level, all or nothing.
        ///
        /// # Errors
        /// As for `acquire_level`.
        pub async fn init_all(&mut self) -> ::core::result::Result<(), AcquireError> {
            loop {}
        }
        /// Gives up one hold of every level that is held. After a boot, that takes down all that booted, unless
        /// something else holds it.
        ///
        /// # Errors
        /// As for `release`, if no level is held.
        pub fn deinit_all(&mut self) -> ::core::result::Result<(), ReleaseError> {
            loop {}
        }
        /// Acquires `node` until the lease is dropped.
        ///
        /// # Errors
        /// As for `acquire`.
        pub async fn lease(
            &mut self,
            node: Node,
        ) -> ::core::result::Result<Lease<'_>, AcquireError> {
            loop {}
        }
        /// Whether `node` is up.
        #[must_use]
        pub fn is_up(&self, node: Node) -> ::core::primitive::bool {
            loop {}
        }
        /// How often `node` itself is held.
        #[must_use]
        pub fn holds(&self, node: Node) -> ::core::primitive::u16 {
            loop {}
        }
        /// How often `level` is held.
        #[must_use]
        pub fn holds_level(&self, level: Level) -> ::core::primitive::u16 {
            loop {}
        }
        /// Takes down in reverse all that is up and needs `rail`, and switches it off. What is held stays held. Of a
        /// rail that is suspended, only what resumes it, for whoever has lost that.
        ///
        /// # Errors
        /// The rail is off, something is in use, or something could not come up again. Nothing changes.
        pub fn suspend(
            &mut self,
            rail: Rail,
        ) -> ::core::result::Result<Suspended, Refused> {
            loop {}
        }
        /// Switches the rail on and brings up again what went down with it and is still held.
        ///
        /// # Errors
        /// What this call brought up is down again, and the rail is still suspended.
        pub async fn resume(
            &mut self,
            suspended: Suspended,
        ) -> ::core::result::Result<(), (Suspended, AcquireError)> {
            loop {}
        }
        /// Node `i2c` at 0x40005400: level `bus`, priority 100.
        #[inline]
        #[must_use]
        pub fn i2c(&self) -> ::bringup::Dev<__user::__Handle_i2c> {
            loop {}
        }
        /// Node `imu` at 0x68: level `device`, priority 100.
        #[inline]
        #[must_use]
        pub fn imu(&mut self) -> ::core::option::Option<&mut __user::__Handle_imu> {
            loop {}
        }
        /// Moves the handle of `imu` out, such as into a task. It stays up until it is back.
        ///
        /// # Errors
        /// It is down, or checked out already.
        pub fn check_out_imu(&mut self) -> ::core::result::Result<imu::Out, Refused> {
            loop {}
        }
        /// Takes the handle of `imu` in again.
        pub fn check_in_imu(&mut self, out: imu::Out) {
            loop {}
        }
        /// Node `spare` at 0x69: level `device`, priority 100.
        #[inline]
        #[must_use]
        pub fn spare(&mut self) -> ::core::option::Option<&mut __user::__Handle_spare> {
            loop {}
        }
        /// Moves the handle of `spare` out, such as into a task. It stays up until it is back.
        ///
        /// # Errors
        /// It is down, or checked out already.
        pub fn check_out_spare(
            &mut self,
        ) -> ::core::result::Result<spare::Out, Refused> {
            loop {}
        }
        /// Takes the handle of `spare` in again.
        pub fn check_in_spare(&mut self, out: spare::Out) {
            loop {}
        }
        /// All handles at once, as far as they are there.
        #[inline]
        pub fn split(&mut self) -> Split<'_> {
            loop {}
        }
    }
    impl Node {
        #[inline]
        fn __place(self) -> ::core::primitive::usize {
            loop {}
        }
    }
    /// A hold that ends when this is dropped. It gives access to the board meanwhile. A node that is in use at
    /// that moment stays up and held.
    #[must_use = "what is dropped at once is released at once"]
    #[derive(::core::fmt::Debug)]
    pub struct Lease<'board> {
        board: &'board mut Board,
        node: Node,
    }
    impl ::core::ops::Deref for Lease<'_> {
        type Target = Board;
        #[inline]
        fn deref(&self) -> &Board {
            loop {}
        }
    }
    impl ::core::ops::DerefMut for Lease<'_> {
        #[inline]
        fn deref_mut(&mut self) -> &mut Board {
            loop {}
        }
    }
    impl ::core::ops::Drop for Lease<'_> {
        #[inline]
        fn drop(&mut self) {
            loop {}
        }
    }
    /// The rails of the board that can be switched off and on again.
    #[repr(u8)]
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
        ::core::hash::Hash,
        ::core::fmt::Debug
    )]
    pub enum Rail {
        /// Rail `vbus`.
        Vbus,
    }
    impl Rail {
        /// All of them.
        pub const ALL: [Self; 1usize] = [Self::Vbus];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::Vbus => "vbus",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "vbus" => ::core::option::Option::Some(Self::Vbus),
                _ => ::core::option::Option::None,
            }
        }
    }
    impl ::core::fmt::Display for Rail {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str(self.name())
        }
    }
    impl Rail {
        fn __number(self) -> ::core::primitive::usize {
            match self {
                Self::Vbus => 0,
            }
        }
    }
    /// A rail that is switched off under its users. It stays so until this is resumed.
    #[must_use = "only this brings the rail back"]
    #[derive(::core::fmt::Debug)]
    pub struct Suspended {
        rail: Rail,
        failures: ::core::primitive::u8,
    }
    impl Suspended {
        /// Which rail it is.
        #[must_use]
        pub fn rail(&self) -> Rail {
            self.rail
        }
        /// How many steps failed on the way down.
        #[must_use]
        pub fn failures(&self) -> ::core::primitive::u8 {
            self.failures
        }
    }
    /// All handles of a board at once, as far as they are there.
    #[must_use]
    pub struct Split<'board> {
        /// Node `i2c` at 0x40005400: level `bus`, priority 100.
        pub i2c: ::bringup::Dev<__user::__Handle_i2c>,
        /// Node `imu` at 0x68: level `device`, priority 100.
        pub imu: ::core::option::Option<&'board mut __user::__Handle_imu>,
        /// Node `spare` at 0x69: level `device`, priority 100.
        pub spare: ::core::option::Option<&'board mut __user::__Handle_spare>,
    }
    #[allow(unused_qualifications, clippy::unreadable_literal)]
    mod __user {
        use super::super::*;
        pub(super) type __Error = ();
        pub(super) type __Input_p = Peripherals;
        pub(super) type __Handle_i2c = I2c;
        pub(super) type __Handle_imu = Imu;
        pub(super) type __Handle_spare = Imu;
    }
}
