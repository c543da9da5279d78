/// A sensor hub with a camera.
pub mod hub {
    /// What the firmware hands over to board `hub`.
    pub struct Inputs {
        /// The microcontroller.
        pub p: __user::__Input_p,
        /// Input `cam`.
        pub cam: __user::__Input_cam,
    }
    type Token<Stage> = ::bringup::__private::Token<
        Stage,
        (
            __user::__Input_p,
            __user::__Input_cam,
            __user::__Handle_clocks,
            ::bringup::Dev<__user::__Handle_i2c1>,
            __user::__Handle_pmic,
            __user::__Handle_imu,
            __user::__Handle_camera,
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
            static TAKEN: ::bringup::__private::Once = ::bringup::__private::Once::new();
            if TAKEN.take() {
                ::core::option::Option::Some(unsafe { Self::steal(inputs) })
            } else {
                ::core::option::Option::None
            }
        }
        /// The board, with nothing up, without the flag in RAM that [`take`](Fresh::take) asks.
        ///
        /// # Safety
        /// This is the only call of it in the life of the program, and `take` is not called at all.
        #[inline]
        #[must_use]
        pub unsafe fn steal(inputs: Inputs) -> Fresh {
            unsafe { INPUT_p.put(inputs.p) };
            unsafe { INPUT_cam.put(inputs.cam) };
            Fresh {
                token: unsafe { ::bringup::__private::Token::new() },
            }
        }
        /// Brings up everything that boots, all levels in order. If a step fails, what was up goes down again in reverse.
        ///
        /// # Errors
        /// What failed and why, after the rollback.
        #[inline]
        pub fn boot(self) -> ::core::result::Result<Running, BootError> {
            let permit = unsafe { ::bringup::__private::Permit::new() };
            let failures = ::bringup::__private::Failures::new();
            match boot_all(permit, &failures) {
                ::core::result::Result::Ok(()) => {
                    ::core::result::Result::Ok(Running {
                        token: unsafe { ::bringup::__private::Token::new() },
                    })
                }
                ::core::result::Result::Err((node, cause)) => {
                    ::core::result::Result::Err(BootError {
                        node,
                        attempt: ::bringup::Always,
                        cause,
                        rollback_failures: failures.get(),
                    })
                }
            }
        }
        /// Brings up level `core`. If a step fails, everything that is up goes down again in reverse.
        ///
        /// # Errors
        /// What failed and why, after the rollback.
        #[inline]
        pub fn boot_core(self) -> ::core::result::Result<AfterCore, BootError> {
            let permit = unsafe { ::bringup::__private::Permit::new() };
            let failures = ::bringup::__private::Failures::new();
            match boot_level_core(permit, &failures) {
                ::core::result::Result::Ok(()) => {
                    ::core::result::Result::Ok(AfterCore {
                        token: unsafe { ::bringup::__private::Token::new() },
                    })
                }
                ::core::result::Result::Err((node, cause)) => {
                    ::core::result::Result::Err(BootError {
                        node,
                        attempt: ::bringup::Always,
                        cause,
                        rollback_failures: failures.get(),
                    })
                }
            }
        }
        /// Run-time control of the board, with nothing up and nothing held.
        #[inline]
        pub fn dynamic(self) -> Board {
            Board {
                token: unsafe { ::bringup::__private::Token::new() },
            }
        }
    }
    /// Everything up to level `core` is up.
    #[must_use = "the board does nothing without it"]
    #[derive(::core::fmt::Debug)]
    pub struct AfterCore {
        token: Token<AfterCore>,
    }
    impl AfterCore {
        /// Brings up level `bus`. If a step fails, everything that is up goes down again in reverse.
        ///
        /// # Errors
        /// What failed and why, after the rollback.
        #[inline]
        pub fn boot_bus(self) -> ::core::result::Result<AfterBus, BootError> {
            let permit = unsafe { ::bringup::__private::Permit::new() };
            let failures = ::bringup::__private::Failures::new();
            match boot_level_bus(permit, &failures) {
                ::core::result::Result::Ok(()) => {
                    ::core::result::Result::Ok(AfterBus {
                        token: unsafe { ::bringup::__private::Token::new() },
                    })
                }
                ::core::result::Result::Err((node, cause)) => {
                    ::core::result::Result::Err(BootError {
                        node,
                        attempt: ::bringup::Always,
                        cause,
                        rollback_failures: failures.get(),
                    })
                }
            }
        }
        /// Node `clocks`: level `core`, priority 100.
        #[inline]
        #[must_use]
        pub fn clocks(&mut self) -> &mut __user::__Handle_clocks {
            unsafe { SLOT_clocks.get() }
        }
        /// Run-time control of the board. Each level that is up is held once.
        pub fn into_board(self) -> Board {
            ::bringup::__private::control::adopt(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                8usize..9usize,
                1,
                1,
            );
            Board {
                token: unsafe { ::bringup::__private::Token::new() },
            }
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
            let permit = unsafe { ::bringup::__private::Permit::new() };
            let failures = ::bringup::__private::Failures::new();
            match boot_level_device(permit, &failures) {
                ::core::result::Result::Ok(()) => {
                    ::core::result::Result::Ok(Running {
                        token: unsafe { ::bringup::__private::Token::new() },
                    })
                }
                ::core::result::Result::Err((node, cause)) => {
                    ::core::result::Result::Err(BootError {
                        node,
                        attempt: ::bringup::Always,
                        cause,
                        rollback_failures: failures.get(),
                    })
                }
            }
        }
        /// Node `clocks`: level `core`, priority 100.
        #[inline]
        #[must_use]
        pub fn clocks(&mut self) -> &mut __user::__Handle_clocks {
            unsafe { SLOT_clocks.get() }
        }
        /// Sensors and power.
        ///
        /// Node `i2c1` at 0x40005400: level `bus`, priority 10.
        #[inline]
        #[must_use]
        pub fn i2c1(&self) -> ::bringup::Dev<__user::__Handle_i2c1> {
            unsafe { SLOT_i2c1.dev() }
        }
        /// Node `pmic` at 0x34: level `bus`, priority 100.
        #[inline]
        #[must_use]
        pub fn pmic(&mut self) -> &mut __user::__Handle_pmic {
            unsafe { SLOT_pmic.get() }
        }
        /// Run-time control of the board. Each level that is up is held once.
        pub fn into_board(self) -> Board {
            ::bringup::__private::control::adopt(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                8usize..10usize,
                31,
                9,
            );
            Board {
                token: unsafe { ::bringup::__private::Token::new() },
            }
        }
    }
    /// Everything that boots is up.
    #[must_use = "the board does nothing without it"]
    #[derive(::core::fmt::Debug)]
    pub struct Running {
        token: Token<Running>,
    }
    impl Running {
        /// Node `clocks`: level `core`, priority 100.
        #[inline]
        #[must_use]
        pub fn clocks(&mut self) -> &mut __user::__Handle_clocks {
            unsafe { SLOT_clocks.get() }
        }
        /// Sensors and power.
        ///
        /// Node `i2c1` at 0x40005400: level `bus`, priority 10.
        #[inline]
        #[must_use]
        pub fn i2c1(&self) -> ::bringup::Dev<__user::__Handle_i2c1> {
            unsafe { SLOT_i2c1.dev() }
        }
        /// Node `pmic` at 0x34: level `bus`, priority 100.
        #[inline]
        #[must_use]
        pub fn pmic(&mut self) -> &mut __user::__Handle_pmic {
            unsafe { SLOT_pmic.get() }
        }
        /// Accelerometer.
        ///
        /// Node `imu` at 0x68: level `device`, priority 100.
        #[inline]
        #[must_use]
        pub fn imu(&mut self) -> &mut __user::__Handle_imu {
            unsafe { SLOT_imu.get() }
        }
        /// All handles at once.
        #[inline]
        pub fn parts(&mut self) -> Parts<'_> {
            Parts {
                clocks: unsafe { SLOT_clocks.get() },
                i2c1: unsafe { SLOT_i2c1.dev() },
                pmic: unsafe { SLOT_pmic.get() },
                imu: unsafe { SLOT_imu.get() },
            }
        }
        /// All handles, for ever: the board never goes down again.
        #[inline]
        pub fn into_static(self) -> StaticParts {
            StaticParts {
                clocks: unsafe { SLOT_clocks.get() },
                i2c1: unsafe { SLOT_i2c1.dev() },
                pmic: unsafe { SLOT_pmic.get() },
                imu: unsafe { SLOT_imu.get() },
            }
        }
        /// Run-time control of the board. Each level that is up is held once.
        pub fn into_board(self) -> Board {
            ::bringup::__private::control::adopt(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                8usize..11usize,
                127,
                9,
            );
            Board {
                token: unsafe { ::bringup::__private::Token::new() },
            }
        }
    }
    /// All handles of a running board at once.
    #[must_use]
    pub struct Parts<'board> {
        /// Node `clocks`: level `core`, priority 100.
        pub clocks: &'board mut __user::__Handle_clocks,
        /// Sensors and power.
        ///
        /// Node `i2c1` at 0x40005400: level `bus`, priority 10.
        pub i2c1: ::bringup::Dev<__user::__Handle_i2c1>,
        /// Node `pmic` at 0x34: level `bus`, priority 100.
        pub pmic: &'board mut __user::__Handle_pmic,
        /// Accelerometer.
        ///
        /// Node `imu` at 0x68: level `device`, priority 100.
        pub imu: &'board mut __user::__Handle_imu,
    }
    /// All handles of a board that never goes down again.
    #[must_use]
    pub struct StaticParts {
        /// Node `clocks`: level `core`, priority 100.
        pub clocks: &'static mut __user::__Handle_clocks,
        /// Sensors and power.
        ///
        /// Node `i2c1` at 0x40005400: level `bus`, priority 10.
        pub i2c1: ::bringup::Dev<__user::__Handle_i2c1>,
        /// Node `pmic` at 0x34: level `bus`, priority 100.
        pub pmic: &'static mut __user::__Handle_pmic,
        /// Accelerometer.
        ///
        /// Node `imu` at 0x68: level `device`, priority 100.
        pub imu: &'static mut __user::__Handle_imu,
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
        /// Single-cell battery.
        ///
        /// Rail `vbat`.
        Vbat,
        /// Rail `v3v3`.
        V3v3,
        /// Rail `vsens`.
        Vsens,
        /// Node `clocks`: level `core`, priority 100.
        Clocks,
        /// Sensors and power.
        ///
        /// Node `i2c1` at 0x40005400: level `bus`, priority 10.
        I2c1,
        /// Node `pmic` at 0x34: level `bus`, priority 100.
        Pmic,
        /// Accelerometer.
        ///
        /// Node `imu` at 0x68: level `device`, priority 100.
        Imu,
        /// Node `camera`: level `device`, priority 100.
        Camera,
    }
    impl Node {
        /// All of them.
        pub const ALL: [Self; 8usize] = [
            Self::Vbat,
            Self::V3v3,
            Self::Vsens,
            Self::Clocks,
            Self::I2c1,
            Self::Pmic,
            Self::Imu,
            Self::Camera,
        ];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::Vbat => "vbat",
                Self::V3v3 => "v3v3",
                Self::Vsens => "vsens",
                Self::Clocks => "clocks",
                Self::I2c1 => "i2c1",
                Self::Pmic => "pmic",
                Self::Imu => "imu",
                Self::Camera => "camera",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "vbat" => ::core::option::Option::Some(Self::Vbat),
                "v3v3" => ::core::option::Option::Some(Self::V3v3),
                "vsens" => ::core::option::Option::Some(Self::Vsens),
                "clocks" => ::core::option::Option::Some(Self::Clocks),
                "i2c1" => ::core::option::Option::Some(Self::I2c1),
                "pmic" => ::core::option::Option::Some(Self::Pmic),
                "imu" => ::core::option::Option::Some(Self::Imu),
                "camera" => ::core::option::Option::Some(Self::Camera),
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
        /// Level `core`.
        Core,
        /// Level `bus`.
        Bus,
        /// Level `device`.
        Device,
    }
    impl Level {
        /// All of them.
        pub const ALL: [Self; 3usize] = [Self::Core, Self::Bus, Self::Device];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::Core => "core",
                Self::Bus => "bus",
                Self::Device => "device",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "core" => ::core::option::Option::Some(Self::Core),
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
    /// Node `clocks`: level `core`, priority 100.
    pub mod clocks {
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_clocks, 0>;
    }
    /// Sensors and power.
    ///
    /// Node `i2c1` at 0x40005400: level `bus`, priority 10.
    pub mod i2c1 {
        /// Its address on the bus.
        pub const ADDRESS: ::core::primitive::u32 = 0x40005400;
    }
    /// Node `pmic` at 0x34: level `bus`, priority 100.
    pub mod pmic {
        /// Its address on the bus.
        pub const ADDRESS: ::core::primitive::u32 = 0x34;
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_pmic, 4>;
    }
    /// Accelerometer.
    ///
    /// Node `imu` at 0x68: level `device`, priority 100.
    pub mod imu {
        /// Its address on the bus.
        pub const ADDRESS: ::core::primitive::u32 = 0x68;
        /// `odr`, in hertz.
        pub const ODR: ::core::primitive::u32 = 200;
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_imu, 6>;
    }
    /// Node `camera`: level `device`, priority 100.
    pub mod camera {
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_camera, 7>;
    }
    /// The board as a constant: takes no flash unless it is used.
    pub const GRAPH: ::bringup::graph::Graph = ::bringup::graph::Graph {
        name: "hub",
        levels: &["core", "bus", "device"],
        nodes: &[
            ::bringup::graph::Node {
                name: "vbat",
                kind: ::bringup::graph::NodeKind::Rail,
                level: ::core::option::Option::None,
                priority: ::core::option::Option::None,
                address: ::core::option::Option::None,
                deferred: false,
                docs: "Single-cell battery.",
            },
            ::bringup::graph::Node {
                name: "v3v3",
                kind: ::bringup::graph::NodeKind::Rail,
                level: ::core::option::Option::None,
                priority: ::core::option::Option::None,
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "vsens",
                kind: ::bringup::graph::NodeKind::Rail,
                level: ::core::option::Option::None,
                priority: ::core::option::Option::None,
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "clocks",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(0),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "i2c1",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(1),
                priority: ::core::option::Option::Some(10),
                address: ::core::option::Option::Some(1073763328),
                deferred: false,
                docs: "Sensors and power.",
            },
            ::bringup::graph::Node {
                name: "pmic",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(1),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::Some(52),
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "imu",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(2),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::Some(104),
                deferred: false,
                docs: "Accelerometer.",
            },
            ::bringup::graph::Node {
                name: "camera",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(2),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: true,
                docs: "",
            },
        ],
        edges: &[
            ::bringup::graph::Edge {
                from: 1,
                to: 0,
                kind: ::bringup::graph::EdgeKind::From,
            },
            ::bringup::graph::Edge {
                from: 2,
                to: 5,
                kind: ::bringup::graph::EdgeKind::Control,
            },
            ::bringup::graph::Edge {
                from: 2,
                to: 5,
                kind: ::bringup::graph::EdgeKind::Lent,
            },
            ::bringup::graph::Edge {
                from: 4,
                to: 3,
                kind: ::bringup::graph::EdgeKind::Lent,
            },
            ::bringup::graph::Edge {
                from: 5,
                to: 4,
                kind: ::bringup::graph::EdgeKind::Bus,
            },
            ::bringup::graph::Edge {
                from: 5,
                to: 1,
                kind: ::bringup::graph::EdgeKind::Power,
            },
            ::bringup::graph::Edge {
                from: 5,
                to: 4,
                kind: ::bringup::graph::EdgeKind::Held,
            },
            ::bringup::graph::Edge {
                from: 6,
                to: 4,
                kind: ::bringup::graph::EdgeKind::Bus,
            },
            ::bringup::graph::Edge {
                from: 6,
                to: 2,
                kind: ::bringup::graph::EdgeKind::Power,
            },
            ::bringup::graph::Edge {
                from: 6,
                to: 4,
                kind: ::bringup::graph::EdgeKind::Held,
            },
            ::bringup::graph::Edge {
                from: 7,
                to: 4,
                kind: ::bringup::graph::EdgeKind::Depends,
            },
            ::bringup::graph::Edge {
                from: 7,
                to: 1,
                kind: ::bringup::graph::EdgeKind::Power,
            },
        ],
        order: &[3, 0, 1, 4, 5, 2, 6],
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
        pub fn acquire(
            &mut self,
            node: Node,
        ) -> ::core::result::Result<(), AcquireError> {
            let root = node.__place();
            __acquire(root..root + 1)
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
            let root = node.__place();
            ::bringup::__private::control::release(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                root..root + 1,
            )
        }
        /// Brings up what boots in `level` and is missing, and counts a hold of the level. An optional node that
        /// fails is left out.
        ///
        /// # Errors
        /// What this call brought up is down again, and nothing is held by it.
        pub fn acquire_level(
            &mut self,
            level: Level,
        ) -> ::core::result::Result<(), AcquireError> {
            let root = 8usize + level as ::core::primitive::usize;
            __acquire(root..root + 1)
        }
        /// Gives up one hold of `level`. What nobody holds any more goes down in reverse.
        ///
        /// # Errors
        /// As for `release`.
        pub fn release_level(
            &mut self,
            level: Level,
        ) -> ::core::result::Result<(), ReleaseError> {
            let root = 8usize + level as ::core::primitive::usize;
            ::bringup::__private::control::release(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                root..root + 1,
            )
        }
        /// Acquires every level, all or nothing.
        ///
        /// # Errors
        /// As for `acquire_level`.
        pub fn init_all(&mut self) -> ::core::result::Result<(), AcquireError> {
            __acquire(8usize..11usize)
        }
        /// Gives up one hold of every level that is held. After a boot, that takes down all that booted, unless
        /// something else holds it.
        ///
        /// # Errors
        /// As for `release`, if no level is held.
        pub fn deinit_all(&mut self) -> ::core::result::Result<(), ReleaseError> {
            ::bringup::__private::control::release(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                8usize..11usize,
            )
        }
        /// Acquires `node` until the lease is dropped.
        ///
        /// # Errors
        /// As for `acquire`.
        pub fn lease(
            &mut self,
            node: Node,
        ) -> ::core::result::Result<Lease<'_>, AcquireError> {
            self.acquire(node)?;
            ::core::result::Result::Ok(Lease { board: self, node })
        }
        /// Whether `node` is up.
        #[must_use]
        pub fn is_up(&self, node: Node) -> ::core::primitive::bool {
            let root = node.__place();
            ::bringup::__private::control::is_up(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                root,
            )
        }
        /// How often `node` itself is held.
        #[must_use]
        pub fn holds(&self, node: Node) -> ::core::primitive::u16 {
            let root = node.__place();
            ::bringup::__private::control::holds(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                root,
            )
        }
        /// How often `level` is held.
        #[must_use]
        pub fn holds_level(&self, level: Level) -> ::core::primitive::u16 {
            let root = 8usize + level as ::core::primitive::usize;
            ::bringup::__private::control::holds(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                root,
            )
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
            let failures = ::bringup::__private::control::suspend(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                rail.__number(),
            )?;
            ::core::result::Result::Ok(Suspended { rail, failures })
        }
        /// Switches the rail on and brings up again what went down with it and is still held.
        ///
        /// # Errors
        /// What this call brought up is down again, and the rail is still suspended.
        pub fn resume(
            &mut self,
            suspended: Suspended,
        ) -> ::core::result::Result<(), (Suspended, AcquireError)> {
            match __resume(suspended.rail.__number()) {
                ::core::result::Result::Ok(()) => ::core::result::Result::Ok(()),
                ::core::result::Result::Err(error) => {
                    ::core::result::Result::Err((suspended, error))
                }
            }
        }
        /// Node `clocks`: level `core`, priority 100.
        #[inline]
        #[must_use]
        pub fn clocks(
            &mut self,
        ) -> ::core::option::Option<&mut __user::__Handle_clocks> {
            unsafe { ::bringup::__private::control::handle(&__Control, 0, &SLOT_clocks) }
        }
        /// Moves the handle of `clocks` out, such as into a task. It stays up until it is back.
        ///
        /// # Errors
        /// It is down, or checked out already.
        pub fn check_out_clocks(
            &mut self,
        ) -> ::core::result::Result<clocks::Out, Refused> {
            unsafe { ::bringup::__private::control::take_out(&__Control, &SLOT_clocks) }
        }
        /// Takes the handle of `clocks` in again.
        pub fn check_in_clocks(&mut self, out: clocks::Out) {
            unsafe {
                ::bringup::__private::control::put_back(&__Control, &SLOT_clocks, out)
            }
        }
        /// Sensors and power.
        ///
        /// Node `i2c1` at 0x40005400: level `bus`, priority 10.
        #[inline]
        #[must_use]
        pub fn i2c1(&self) -> ::bringup::Dev<__user::__Handle_i2c1> {
            unsafe { SLOT_i2c1.dev() }
        }
        /// Node `pmic` at 0x34: level `bus`, priority 100.
        #[inline]
        #[must_use]
        pub fn pmic(&mut self) -> ::core::option::Option<&mut __user::__Handle_pmic> {
            unsafe { ::bringup::__private::control::handle(&__Control, 4, &SLOT_pmic) }
        }
        /// Moves the handle of `pmic` out, such as into a task. It stays up until it is back.
        ///
        /// # Errors
        /// It is down, or checked out already.
        pub fn check_out_pmic(&mut self) -> ::core::result::Result<pmic::Out, Refused> {
            unsafe { ::bringup::__private::control::take_out(&__Control, &SLOT_pmic) }
        }
        /// Takes the handle of `pmic` in again.
        pub fn check_in_pmic(&mut self, out: pmic::Out) {
            unsafe {
                ::bringup::__private::control::put_back(&__Control, &SLOT_pmic, out)
            }
        }
        /// Accelerometer.
        ///
        /// Node `imu` at 0x68: level `device`, priority 100.
        #[inline]
        #[must_use]
        pub fn imu(&mut self) -> ::core::option::Option<&mut __user::__Handle_imu> {
            unsafe { ::bringup::__private::control::handle(&__Control, 6, &SLOT_imu) }
        }
        /// Moves the handle of `imu` out, such as into a task. It stays up until it is back.
        ///
        /// # Errors
        /// It is down, or checked out already.
        pub fn check_out_imu(&mut self) -> ::core::result::Result<imu::Out, Refused> {
            unsafe { ::bringup::__private::control::take_out(&__Control, &SLOT_imu) }
        }
        /// Takes the handle of `imu` in again.
        pub fn check_in_imu(&mut self, out: imu::Out) {
            unsafe {
                ::bringup::__private::control::put_back(&__Control, &SLOT_imu, out)
            }
        }
        /// Node `camera`: level `device`, priority 100.
        #[inline]
        #[must_use]
        pub fn camera(
            &mut self,
        ) -> ::core::option::Option<&mut __user::__Handle_camera> {
            unsafe { ::bringup::__private::control::handle(&__Control, 7, &SLOT_camera) }
        }
        /// Moves the handle of `camera` out, such as into a task. It stays up until it is back.
        ///
        /// # Errors
        /// It is down, or checked out already.
        pub fn check_out_camera(
            &mut self,
        ) -> ::core::result::Result<camera::Out, Refused> {
            unsafe { ::bringup::__private::control::take_out(&__Control, &SLOT_camera) }
        }
        /// Takes the handle of `camera` in again.
        pub fn check_in_camera(&mut self, out: camera::Out) {
            unsafe {
                ::bringup::__private::control::put_back(&__Control, &SLOT_camera, out)
            }
        }
        /// All handles at once, as far as they are there.
        #[inline]
        pub fn split(&mut self) -> Split<'_> {
            Split {
                clocks: unsafe {
                    ::bringup::__private::control::handle(&__Control, 0, &SLOT_clocks)
                },
                i2c1: unsafe { SLOT_i2c1.dev() },
                pmic: unsafe {
                    ::bringup::__private::control::handle(&__Control, 4, &SLOT_pmic)
                },
                imu: unsafe {
                    ::bringup::__private::control::handle(&__Control, 6, &SLOT_imu)
                },
                camera: unsafe {
                    ::bringup::__private::control::handle(&__Control, 7, &SLOT_camera)
                },
            }
        }
    }
    impl Node {
        #[inline]
        fn __place(self) -> ::core::primitive::usize {
            match self {
                Self::Vbat => 1,
                Self::V3v3 => 2,
                Self::Vsens => 5,
                Self::Clocks => 0,
                Self::I2c1 => 3,
                Self::Pmic => 4,
                Self::Imu => 6,
                Self::Camera => 7,
            }
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
            self.board
        }
    }
    impl ::core::ops::DerefMut for Lease<'_> {
        #[inline]
        fn deref_mut(&mut self) -> &mut Board {
            self.board
        }
    }
    impl ::core::ops::Drop for Lease<'_> {
        #[inline]
        fn drop(&mut self) {
            let _ = self.board.release(self.node);
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
        /// Rail `v3v3`.
        V3v3,
        /// Rail `vsens`.
        Vsens,
    }
    impl Rail {
        /// All of them.
        pub const ALL: [Self; 2usize] = [Self::V3v3, Self::Vsens];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::V3v3 => "v3v3",
                Self::Vsens => "vsens",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "v3v3" => ::core::option::Option::Some(Self::V3v3),
                "vsens" => ::core::option::Option::Some(Self::Vsens),
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
                Self::V3v3 => 2,
                Self::Vsens => 5,
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
        /// Node `clocks`: level `core`, priority 100.
        pub clocks: ::core::option::Option<&'board mut __user::__Handle_clocks>,
        /// Sensors and power.
        ///
        /// Node `i2c1` at 0x40005400: level `bus`, priority 10.
        pub i2c1: ::bringup::Dev<__user::__Handle_i2c1>,
        /// Node `pmic` at 0x34: level `bus`, priority 100.
        pub pmic: ::core::option::Option<&'board mut __user::__Handle_pmic>,
        /// Accelerometer.
        ///
        /// Node `imu` at 0x68: level `device`, priority 100.
        pub imu: ::core::option::Option<&'board mut __user::__Handle_imu>,
        /// Node `camera`: level `device`, priority 100.
        pub camera: ::core::option::Option<&'board mut __user::__Handle_camera>,
    }
    #[inline]
    fn boot_all(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        __user::__up_clocks(permit);
        let undo_clocks = ::bringup::__private::undo(permit, __user::__down_clocks);
        if let ::core::result::Result::Err(cause) = __user::__up_v3v3(permit) {
            return ::core::result::Result::Err((Node::V3v3, cause));
        }
        let undo_v3v3 = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_v3v3,
        );
        let stamp_0 = <__user::__Clock as ::bringup::Clock>::now();
        if let ::core::result::Result::Err(cause) = __user::__up_i2c1(permit) {
            return ::core::result::Result::Err((Node::I2c1, cause));
        }
        let undo_i2c1 = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_i2c1,
        );
        <__user::__Clock as ::bringup::Clock>::wait(stamp_0, 2000, 2000);
        if let ::core::result::Result::Err(cause) = __user::__up_pmic(permit) {
            return ::core::result::Result::Err((Node::Pmic, cause));
        }
        let undo_pmic = ::bringup::__private::undo(permit, __user::__down_pmic);
        if let ::core::result::Result::Err(cause) = __user::__up_vsens(permit) {
            return ::core::result::Result::Err((Node::Vsens, cause));
        }
        let undo_vsens = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_vsens,
        );
        let stamp_1 = <__user::__Clock as ::bringup::Clock>::now();
        <__user::__Clock as ::bringup::Clock>::wait(stamp_1, 500, 500);
        if let ::core::result::Result::Err(cause) = __user::__up_imu(permit) {
            return ::core::result::Result::Err((Node::Imu, cause));
        }
        let undo_imu = ::bringup::__private::undo(permit, __user::__down_imu);
        undo_imu.disarm();
        undo_vsens.disarm();
        undo_pmic.disarm();
        undo_i2c1.disarm();
        undo_v3v3.disarm();
        undo_clocks.disarm();
        ::core::result::Result::Ok(())
    }
    #[inline]
    fn boot_level_core(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        __user::__up_clocks(permit);
        let undo_clocks = ::bringup::__private::undo(permit, __user::__down_clocks);
        undo_clocks.disarm();
        ::core::result::Result::Ok(())
    }
    fn down_level_core(permit: ::bringup::__private::Permit) {
        {
            __user::__down_clocks(permit);
        }
    }
    #[inline]
    fn boot_level_bus(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        let undo_level_0 = ::bringup::__private::undo(permit, down_level_core);
        if let ::core::result::Result::Err(cause) = __user::__up_v3v3(permit) {
            return ::core::result::Result::Err((Node::V3v3, cause));
        }
        let undo_v3v3 = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_v3v3,
        );
        let stamp_0 = <__user::__Clock as ::bringup::Clock>::now();
        if let ::core::result::Result::Err(cause) = __user::__up_i2c1(permit) {
            return ::core::result::Result::Err((Node::I2c1, cause));
        }
        let undo_i2c1 = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_i2c1,
        );
        <__user::__Clock as ::bringup::Clock>::wait(stamp_0, 2000, 2000);
        if let ::core::result::Result::Err(cause) = __user::__up_pmic(permit) {
            return ::core::result::Result::Err((Node::Pmic, cause));
        }
        let undo_pmic = ::bringup::__private::undo(permit, __user::__down_pmic);
        undo_pmic.disarm();
        undo_i2c1.disarm();
        undo_v3v3.disarm();
        undo_level_0.disarm();
        ::core::result::Result::Ok(())
    }
    fn down_level_bus(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) {
        {
            __user::__down_pmic(permit);
        }
        {
            __user::__down_i2c1(permit, failures);
        }
        {
            __user::__down_v3v3(permit, failures);
        }
    }
    #[inline]
    fn boot_level_device(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        let undo_level_0 = ::bringup::__private::undo(permit, down_level_core);
        let undo_level_1 = ::bringup::__private::undo_counting(
            permit,
            failures,
            down_level_bus,
        );
        if let ::core::result::Result::Err(cause) = __user::__up_vsens(permit) {
            return ::core::result::Result::Err((Node::Vsens, cause));
        }
        let undo_vsens = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_vsens,
        );
        let stamp_0 = <__user::__Clock as ::bringup::Clock>::now();
        <__user::__Clock as ::bringup::Clock>::wait(stamp_0, 500, 500);
        if let ::core::result::Result::Err(cause) = __user::__up_imu(permit) {
            return ::core::result::Result::Err((Node::Imu, cause));
        }
        let undo_imu = ::bringup::__private::undo(permit, __user::__down_imu);
        undo_imu.disarm();
        undo_vsens.disarm();
        undo_level_1.disarm();
        undo_level_0.disarm();
        ::core::result::Result::Ok(())
    }
    static INPUT_p: ::bringup::__private::Input<__user::__Input_p> = ::bringup::__private::Input::new();
    static INPUT_cam: ::bringup::__private::Input<__user::__Input_cam> = ::bringup::__private::Input::new();
    static SLOT_clocks: ::bringup::__private::Slot<__user::__Handle_clocks> = <::bringup::__private::Slot<
        __user::__Handle_clocks,
    >>::new();
    static SLOT_i2c1: ::bringup::__private::Shared<__user::__Handle_i2c1> = <::bringup::__private::Shared<
        __user::__Handle_i2c1,
    >>::new();
    static SLOT_pmic: ::bringup::__private::Slot<__user::__Handle_pmic> = <::bringup::__private::Slot<
        __user::__Handle_pmic,
    >>::new();
    static SLOT_imu: ::bringup::__private::Slot<__user::__Handle_imu> = <::bringup::__private::Slot<
        __user::__Handle_imu,
    >>::new();
    static SLOT_camera: ::bringup::__private::Slot<__user::__Handle_camera> = <::bringup::__private::Slot<
        __user::__Handle_camera,
    >>::new();
    static ON_v3v3: ::bringup::__private::OnSince = ::bringup::__private::OnSince::new();
    static ON_vsens: ::bringup::__private::OnSince = ::bringup::__private::OnSince::new();
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    struct __Control;
    impl ::bringup::__private::control::Board for __Control {
        type Node = Node;
        type Level = Level;
        type Error = __user::__Error;
        type Failure = __user::__Error;
        type Set = ::core::primitive::u32;
        type Sets = ::bringup::__private::control::Masks<::core::primitive::u16>;
        fn table(
            &self,
        ) -> &'static ::bringup::__private::control::Table<
            ::core::primitive::u32,
            ::bringup::__private::control::Masks<::core::primitive::u16>,
        > {
            static TABLE: ::bringup::__private::control::Table<
                ::core::primitive::u32,
                ::bringup::__private::control::Masks<::core::primitive::u16>,
            > = ::bringup::__private::control::Table {
                nodes: 8,
                needs: ::bringup::__private::control::Masks(
                    &[0, 0, 2, 1, 12, 16, 40, 12, 1, 24, 64],
                ),
                closures: ::bringup::__private::control::Masks(
                    &[1, 2, 6, 9, 31, 63, 127, 143, 257, 543, 1151],
                ),
                lent_up: ::bringup::__private::control::Masks(
                    &[0, 0, 0, 1, 0, 16, 0, 0],
                ),
                lent_down: ::bringup::__private::control::Masks(
                    &[0, 0, 0, 0, 0, 16, 0, 0],
                ),
                claims: 137,
                lost_down: 1,
                lost_failed: 137,
                tolerated: 0,
                support: 0,
                stays_on: 0,
                settles: 36,
                prompt: 0,
            };
            &TABLE
        }
        fn attempt(
            failure: __user::__Error,
        ) -> (__user::__Error, ::core::primitive::u8) {
            (failure, 1)
        }
        fn state(
            &self,
            _: ::bringup::__private::Permit,
        ) -> &::bringup::__private::control::State<::core::primitive::u32> {
            static STATE: ::bringup::__private::control::State<
                ::core::primitive::u32,
                [::bringup::__private::control::Holds; 11],
            > = ::bringup::__private::control::State::new();
            &STATE
        }
        fn marks(
            &self,
            _: ::bringup::__private::Permit,
        ) -> &::bringup::__private::control::Marks<::core::primitive::u32> {
            static MARKS: ::bringup::__private::control::Marks<::core::primitive::u32> = ::bringup::__private::control::Marks::new();
            &MARKS
        }
        fn node(&self, node: ::core::primitive::usize) -> Node {
            static NODES: [Node; 8usize] = [
                Node::Clocks,
                Node::Vbat,
                Node::V3v3,
                Node::I2c1,
                Node::Pmic,
                Node::Vsens,
                Node::Imu,
                Node::Camera,
            ];
            NODES.get(node).copied().unwrap_or(Node::Camera)
        }
        fn level(&self, node: ::core::primitive::usize) -> Level {
            match node {
                0 => Level::Core,
                1 => Level::Bus,
                _ => Level::Device,
            }
        }
        fn is_busy(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) -> ::core::primitive::bool {
            match node {
                3 => unsafe { SLOT_i2c1.is_busy() }
                _ => false,
            }
        }
        fn begin(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) -> ::core::primitive::bool {
            match node {
                3 => unsafe { SLOT_i2c1.begin() }
                _ => true,
            }
        }
        fn abandon(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) {
            match node {
                3 => unsafe { SLOT_i2c1.finish() }
                _ => {}
            }
        }
        fn down(
            &self,
            permit: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
            forced: ::core::primitive::bool,
            failures: &::bringup::__private::Failures,
        ) -> ::core::primitive::bool {
            let _ = (permit, forced, failures);
            match node {
                2 => {
                    __user::__down_v3v3(permit, failures);
                    true
                }
                5 => {
                    __user::__down_vsens(permit, failures);
                    true
                }
                0 => {
                    __user::__down_clocks(permit);
                    true
                }
                3 => __user::__down_i2c1(permit, failures),
                4 => {
                    __user::__down_pmic(permit);
                    true
                }
                6 => {
                    __user::__down_imu(permit);
                    true
                }
                7 => {
                    __user::__down_camera(permit);
                    true
                }
                _ => true,
            }
        }
    }
    fn __settle(
        permit: ::bringup::__private::Permit,
        node: ::core::primitive::usize,
    ) -> ::bringup::__private::control::Attempt<__Control> {
        let _ = (permit, node);
        match node {
            2 => __user::__settle_v3v3(permit),
            _ => __user::__settle_vsens(permit),
        }
    }
    fn __start(
        permit: ::bringup::__private::Permit,
        node: ::core::primitive::usize,
        forced: ::core::primitive::bool,
    ) -> ::bringup::__private::control::Attempt<__Control> {
        let _ = (permit, forced);
        match node {
            2 => {
                let attempt = { __user::__up_v3v3(permit) };
                { unsafe { ON_v3v3.note::<__user::__Clock>() } }
                attempt
            }
            5 => {
                let attempt = { __user::__up_vsens(permit) };
                { unsafe { ON_vsens.note::<__user::__Clock>() } }
                attempt
            }
            0 => {
                __user::__up_clocks(permit);
                ::core::result::Result::Ok(())
            }
            3 => __user::__up_i2c1(permit),
            4 => __user::__up_pmic(permit),
            6 => __user::__up_imu(permit),
            7 => __user::__up_camera(permit),
            _ => ::core::result::Result::Ok(()),
        }
    }
    fn __acquire(
        roots: ::core::ops::Range<::core::primitive::usize>,
    ) -> ::core::result::Result<(), AcquireError> {
        let permit = unsafe { ::bringup::__private::Permit::new() };
        ::bringup::__private::control::acquire(
            &__Control,
            permit,
            roots,
            __settle,
            __start,
        )
    }
    fn __resume(
        rail: ::core::primitive::usize,
    ) -> ::core::result::Result<(), AcquireError> {
        let permit = unsafe { ::bringup::__private::Permit::new() };
        ::bringup::__private::control::resume(
            &__Control,
            permit,
            rail,
            __settle,
            __start,
        )
    }
    #[allow(unused_qualifications, clippy::unreadable_literal)]
    mod __user {
        use super::super::*;
        pub(super) type __Error = crate::Error;
        pub(super) type __Clock = crate::time::Systick;
        pub(super) type __Input_p = pac::Peripherals;
        pub(super) type __Input_cam = drivers::CameraPins;
        pub(super) type __Handle_clocks = soc::Clocks;
        pub(super) type __Handle_i2c1 = soc::I2c;
        pub(super) type __Handle_pmic = axp::Axp<Dev<soc::I2c>>;
        pub(super) type __Handle_imu = drivers::Imu;
        pub(super) type __Handle_camera = drivers::Camera;
        const _: () = {
            const fn _claim(input: __Input_p) -> ! {
                let _ = &input.RCC;
                let _field = input.RCC;
                let _ = &input.FLASH;
                let _field = input.FLASH;
                let _ = &input.I2C1;
                let _field = input.I2C1;
                let _ = &input.PB6;
                let _field = input.PB6;
                let _ = &input.PB7;
                let _field = input.PB7;
                loop {}
            }
        };
        #[inline(always)]
        pub(super) fn __up_v3v3(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            board_io::v3v3(true)?;
            ::core::result::Result::Ok(())
        }
        #[inline]
        pub(super) fn __settle_v3v3(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let start = unsafe { super::ON_v3v3.get() };
            <__Clock as ::bringup::Clock>::wait(start, 2000, 2000);
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_v3v3(
            _permit: ::bringup::__private::Permit,
            failures: &::bringup::__private::Failures,
        ) {
            if (|| -> ::core::result::Result<(), crate::Error> {
                board_io::v3v3(false)?;
                ::core::result::Result::Ok(())
            })()
                .is_err()
            {
                failures.count();
            }
        }
        #[inline(always)]
        pub(super) fn __up_vsens(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let mut guard = unsafe { super::SLOT_pmic.lend() };
            let __lend_pmic = &mut *guard;
            (&mut *__lend_pmic).enable(Ldo2)?;
            ::core::result::Result::Ok(())
        }
        #[inline]
        pub(super) fn __settle_vsens(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let start = unsafe { super::ON_vsens.get() };
            <__Clock as ::bringup::Clock>::wait(start, 500, 500);
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_vsens(
            _permit: ::bringup::__private::Permit,
            failures: &::bringup::__private::Failures,
        ) {
            let mut guard = unsafe { super::SLOT_pmic.lend() };
            let __lend_pmic = &mut *guard;
            if (|| -> ::core::result::Result<(), crate::Error> {
                (&mut *__lend_pmic).disable(Ldo2)?;
                ::core::result::Result::Ok(())
            })()
                .is_err()
            {
                failures.count();
            }
        }
        #[inline(always)]
        pub(super) fn __up_clocks(_permit: ::bringup::__private::Permit) {
            let mut __p_rcc = unsafe {
                super::INPUT_p.claim(|input| &raw mut (*input).RCC)
            };
            let _ = &mut __p_rcc;
            let mut __p_flash = unsafe {
                super::INPUT_p.claim(|input| &raw mut (*input).FLASH)
            };
            let _ = &mut __p_flash;
            let value: soc::Clocks = soc::Clocks::new(__p_rcc, __p_flash);
            unsafe { super::SLOT_clocks.put(value) };
        }
        #[inline(always)]
        pub(super) fn __down_clocks(_permit: ::bringup::__private::Permit) {
            {
                let _this = unsafe { super::SLOT_clocks.take() };
            }
        }
        #[inline(always)]
        pub(super) fn __up_i2c1(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let mut guard = unsafe { super::SLOT_clocks.lend() };
            let __lend_clocks = &mut *guard;
            let mut __p_i2c1 = unsafe {
                super::INPUT_p.claim(|input| &raw mut (*input).I2C1)
            };
            let _ = &mut __p_i2c1;
            let mut __p_pb6 = unsafe {
                super::INPUT_p.claim(|input| &raw mut (*input).PB6)
            };
            let _ = &mut __p_pb6;
            let mut __p_pb7 = unsafe {
                super::INPUT_p.claim(|input| &raw mut (*input).PB7)
            };
            let _ = &mut __p_pb7;
            let value: soc::I2c = soc::I2c::new(
                __p_i2c1,
                __p_pb6,
                __p_pb7,
                &mut *__lend_clocks,
                400_000,
            )?;
            unsafe { super::SLOT_i2c1.install(value) };
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_i2c1(
            _permit: ::bringup::__private::Permit,
            failures: &::bringup::__private::Failures,
        ) -> ::core::primitive::bool {
            let (give_0, give_1, give_2) = {
                let ::core::option::Option::Some(mut __this) = (unsafe {
                    super::SLOT_i2c1.remove()
                }) else {
                    failures.count();
                    return false;
                };
                unsafe { super::SLOT_i2c1.finish() };
                let _ = &mut __this;
                let result = (|| {
                    let value = __this.release();
                    value
                })();
                result
            };
            unsafe {
                super::INPUT_p.place(|input| &raw mut (*input).I2C1).write(give_0)
            };
            unsafe { super::INPUT_p.place(|input| &raw mut (*input).PB6).write(give_1) };
            unsafe { super::INPUT_p.place(|input| &raw mut (*input).PB7).write(give_2) };
            true
        }
        #[inline(always)]
        pub(super) fn __up_pmic(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let __dev_i2c1 = unsafe { super::SLOT_i2c1.dev() };
            let value: axp::Axp<Dev<soc::I2c>> = axp::Axp::new(__dev_i2c1)?;
            unsafe { super::SLOT_pmic.put(value) };
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_pmic(_permit: ::bringup::__private::Permit) {
            {
                let _this = unsafe { super::SLOT_pmic.take() };
            }
        }
        #[inline(always)]
        pub(super) fn __up_imu(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let __dev_i2c1 = unsafe { super::SLOT_i2c1.dev() };
            let value: drivers::Imu = drivers::Imu::new(__dev_i2c1, 104, 200)?;
            unsafe { super::SLOT_imu.put(value) };
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_imu(_permit: ::bringup::__private::Permit) {
            {
                let _this = unsafe { super::SLOT_imu.take() };
            }
        }
        #[inline(always)]
        pub(super) fn __up_camera(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let mut __cam = unsafe { super::INPUT_cam.claim_whole() };
            let _ = &mut __cam;
            let value: drivers::Camera = drivers::Camera::start(__cam)?;
            unsafe { super::SLOT_camera.put(value) };
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_camera(_permit: ::bringup::__private::Permit) {
            let give_0 = {
                let mut __this = unsafe { super::SLOT_camera.take() };
                let _ = &mut __this;
                let result = (|| {
                    let value = __this.stop();
                    value
                })();
                result
            };
            unsafe { super::INPUT_cam.give_back_whole(give_0) };
        }
    }
}
