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
    pub type BootError = ::bringup::BootError<Node, __user::__Error>;
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
    }
    /// Node `spare` at 0x69: level `device`, priority 100.
    pub mod spare {
        /// Its address on the bus.
        pub const ADDRESS: ::core::primitive::u32 = 0x69;
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
