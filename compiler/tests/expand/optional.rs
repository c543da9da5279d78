/// Board `hub`.
mod hub {
    /// What the firmware hands over to board `hub`.
    pub struct Inputs {
        /// Input `p`.
        pub p: __user::__Input_p,
    }
    type Token<Stage> = ::bringup::__private::Token<
        Stage,
        (
            __user::__Input_p,
            ::bringup::Dev<__user::__Handle_i2c, ::bringup::Atomic>,
            __user::__Handle_imu,
            __user::__Handle_fusion,
            ::bringup::Irq<__user::__Handle_tick>,
            __user::__Handle_lcd,
            __user::__Error,
        ),
    >;
    /// Why the board did not come up.
    pub type BootError = ::bringup::BootError<
        Node,
        __user::__Error,
        ::core::primitive::u8,
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
            Fresh {
                token: unsafe { ::bringup::__private::Token::new() },
            }
        }
        /// Brings up everything that boots, all levels in order. If a step fails, what was up goes down again in reverse.
        ///
        /// # Errors
        /// What failed and why, after the rollback.
        #[inline]
        pub async fn boot(self) -> ::core::result::Result<Running, BootError> {
            let permit = unsafe { ::bringup::__private::Permit::new() };
            let failures = ::bringup::__private::Failures::new();
            match boot_all(permit, &failures).await {
                ::core::result::Result::Ok(()) => {
                    ::core::result::Result::Ok(Running {
                        token: unsafe { ::bringup::__private::Token::new() },
                    })
                }
                ::core::result::Result::Err((node, attempt, cause)) => {
                    ::core::result::Result::Err(BootError {
                        node,
                        attempt,
                        cause,
                        rollback_failures: failures.get(),
                    })
                }
            }
        }
        /// Brings up level `bus`. If a step fails, everything that is up goes down again in reverse.
        ///
        /// # Errors
        /// What failed and why, after the rollback.
        #[inline]
        pub async fn boot_bus(self) -> ::core::result::Result<AfterBus, BootError> {
            let permit = unsafe { ::bringup::__private::Permit::new() };
            let failures = ::bringup::__private::Failures::new();
            match boot_level_bus(permit, &failures).await {
                ::core::result::Result::Ok(()) => {
                    ::core::result::Result::Ok(AfterBus {
                        token: unsafe { ::bringup::__private::Token::new() },
                    })
                }
                ::core::result::Result::Err((node, attempt, cause)) => {
                    ::core::result::Result::Err(BootError {
                        node,
                        attempt,
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
        pub async fn boot_device(self) -> ::core::result::Result<Running, BootError> {
            let permit = unsafe { ::bringup::__private::Permit::new() };
            let failures = ::bringup::__private::Failures::new();
            match boot_level_device(permit, &failures).await {
                ::core::result::Result::Ok(()) => {
                    ::core::result::Result::Ok(Running {
                        token: unsafe { ::bringup::__private::Token::new() },
                    })
                }
                ::core::result::Result::Err((node, attempt, cause)) => {
                    ::core::result::Result::Err(BootError {
                        node,
                        attempt,
                        cause,
                        rollback_failures: failures.get(),
                    })
                }
            }
        }
        /// Node `i2c`: level `bus`, priority 100.
        #[inline]
        #[must_use]
        pub fn i2c(&self) -> ::bringup::Dev<__user::__Handle_i2c, ::bringup::Atomic> {
            unsafe { SLOT_i2c.dev() }
        }
        /// Node `tick`: level `bus`, priority 100.
        #[inline]
        #[must_use]
        pub fn tick(&self) -> ::bringup::Irq<__user::__Handle_tick> {
            unsafe { SLOT_tick.irq() }
        }
        /// Why `node` is not up although the board is: an optional node that failed, or that needs one that did.
        #[must_use]
        pub fn failure(&self, node: Node) -> ::core::option::Option<&BootError> {
            match node {
                Node::V3v3 => unsafe { OUTCOME_v3v3.failure() }
                Node::Imu => unsafe { OUTCOME_imu.failure() }
                Node::Fusion => unsafe { OUTCOME_fusion.failure() }
                _ => ::core::option::Option::None,
            }
        }
        /// Run-time control of the board. Each level that is up is held once.
        pub fn into_board(self) -> Board {
            ::bringup::__private::control::adopt(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                7usize..8usize,
                3,
                3,
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
        /// Node `i2c`: level `bus`, priority 100.
        #[inline]
        #[must_use]
        pub fn i2c(&self) -> ::bringup::Dev<__user::__Handle_i2c, ::bringup::Atomic> {
            unsafe { SLOT_i2c.dev() }
        }
        /// Node `imu` at 0x68: level `device`, priority 100.
        #[inline]
        #[must_use]
        pub fn imu(&mut self) -> ::core::option::Option<&mut __user::__Handle_imu> {
            if unsafe { OUTCOME_imu.is_up() } {
                ::core::option::Option::Some(unsafe { SLOT_imu.get() })
            } else {
                ::core::option::Option::None
            }
        }
        /// Node `fusion`: level `device`, priority 100.
        #[inline]
        #[must_use]
        pub fn fusion(
            &mut self,
        ) -> ::core::option::Option<&mut __user::__Handle_fusion> {
            if unsafe { OUTCOME_fusion.is_up() } {
                ::core::option::Option::Some(unsafe { SLOT_fusion.get() })
            } else {
                ::core::option::Option::None
            }
        }
        /// Node `tick`: level `bus`, priority 100.
        #[inline]
        #[must_use]
        pub fn tick(&self) -> ::bringup::Irq<__user::__Handle_tick> {
            unsafe { SLOT_tick.irq() }
        }
        /// All handles at once.
        #[inline]
        pub fn parts(&mut self) -> Parts<'_> {
            Parts {
                i2c: unsafe { SLOT_i2c.dev() },
                imu: if unsafe { OUTCOME_imu.is_up() } {
                    ::core::option::Option::Some(unsafe { SLOT_imu.get() })
                } else {
                    ::core::option::Option::None
                },
                fusion: if unsafe { OUTCOME_fusion.is_up() } {
                    ::core::option::Option::Some(unsafe { SLOT_fusion.get() })
                } else {
                    ::core::option::Option::None
                },
                tick: unsafe { SLOT_tick.irq() },
            }
        }
        /// All handles, for ever: the board never goes down again.
        #[inline]
        pub fn into_static(self) -> StaticParts {
            StaticParts {
                i2c: unsafe { SLOT_i2c.dev() },
                imu: if unsafe { OUTCOME_imu.is_up() } {
                    ::core::option::Option::Some(unsafe { SLOT_imu.get() })
                } else {
                    ::core::option::Option::None
                },
                fusion: if unsafe { OUTCOME_fusion.is_up() } {
                    ::core::option::Option::Some(unsafe { SLOT_fusion.get() })
                } else {
                    ::core::option::Option::None
                },
                tick: unsafe { SLOT_tick.irq() },
            }
        }
        /// Why `node` is not up although the board is: an optional node that failed, or that needs one that did.
        #[must_use]
        pub fn failure(&self, node: Node) -> ::core::option::Option<&BootError> {
            match node {
                Node::V3v3 => unsafe { OUTCOME_v3v3.failure() }
                Node::Imu => unsafe { OUTCOME_imu.failure() }
                Node::Fusion => unsafe { OUTCOME_fusion.failure() }
                _ => ::core::option::Option::None,
            }
        }
        /// Run-time control of the board. Each level that is up is held once.
        pub fn into_board(self) -> Board {
            let (mut up, mut taken) = (31, 3);
            if !unsafe { OUTCOME_v3v3.is_up() } {
                ::bringup::__private::control::Set::remove(&mut up, 2);
            }
            if !unsafe { OUTCOME_imu.is_up() } {
                ::bringup::__private::control::Set::remove(&mut up, 3);
            }
            if !unsafe { OUTCOME_fusion.is_up() } {
                ::bringup::__private::control::Set::remove(&mut up, 4);
            }
            ::bringup::__private::control::adopt(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                7usize..9usize,
                up,
                taken,
            );
            Board {
                token: unsafe { ::bringup::__private::Token::new() },
            }
        }
    }
    /// All handles of a running board at once.
    #[must_use]
    pub struct Parts<'board> {
        /// Node `i2c`: level `bus`, priority 100.
        pub i2c: ::bringup::Dev<__user::__Handle_i2c, ::bringup::Atomic>,
        /// Node `imu` at 0x68: level `device`, priority 100.
        pub imu: ::core::option::Option<&'board mut __user::__Handle_imu>,
        /// Node `fusion`: level `device`, priority 100.
        pub fusion: ::core::option::Option<&'board mut __user::__Handle_fusion>,
        /// Node `tick`: level `bus`, priority 100.
        pub tick: ::bringup::Irq<__user::__Handle_tick>,
    }
    /// All handles of a board that never goes down again.
    #[must_use]
    pub struct StaticParts {
        /// Node `i2c`: level `bus`, priority 100.
        pub i2c: ::bringup::Dev<__user::__Handle_i2c, ::bringup::Atomic>,
        /// Node `imu` at 0x68: level `device`, priority 100.
        pub imu: ::core::option::Option<&'static mut __user::__Handle_imu>,
        /// Node `fusion`: level `device`, priority 100.
        pub fusion: ::core::option::Option<&'static mut __user::__Handle_fusion>,
        /// Node `tick`: level `bus`, priority 100.
        pub tick: ::bringup::Irq<__user::__Handle_tick>,
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
        /// Rail `v3v3`.
        V3v3,
        /// Rail `vlcd`.
        Vlcd,
        /// Node `i2c`: level `bus`, priority 100.
        I2c,
        /// Node `imu` at 0x68: level `device`, priority 100.
        Imu,
        /// Node `fusion`: level `device`, priority 100.
        Fusion,
        /// Node `tick`: level `bus`, priority 100.
        Tick,
        /// Node `lcd`: level `device`, priority 100.
        Lcd,
    }
    impl Node {
        /// All of them.
        pub const ALL: [Self; 7usize] = [
            Self::V3v3,
            Self::Vlcd,
            Self::I2c,
            Self::Imu,
            Self::Fusion,
            Self::Tick,
            Self::Lcd,
        ];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::V3v3 => "v3v3",
                Self::Vlcd => "vlcd",
                Self::I2c => "i2c",
                Self::Imu => "imu",
                Self::Fusion => "fusion",
                Self::Tick => "tick",
                Self::Lcd => "lcd",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "v3v3" => ::core::option::Option::Some(Self::V3v3),
                "vlcd" => ::core::option::Option::Some(Self::Vlcd),
                "i2c" => ::core::option::Option::Some(Self::I2c),
                "imu" => ::core::option::Option::Some(Self::Imu),
                "fusion" => ::core::option::Option::Some(Self::Fusion),
                "tick" => ::core::option::Option::Some(Self::Tick),
                "lcd" => ::core::option::Option::Some(Self::Lcd),
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
    /// Node `imu` at 0x68: level `device`, priority 100.
    pub mod imu {
        /// Its address on the bus.
        pub const ADDRESS: ::core::primitive::u32 = 0x68;
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_imu, 3>;
    }
    /// Node `fusion`: level `device`, priority 100.
    pub mod fusion {
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_fusion, 4>;
    }
    /// Node `lcd`: level `device`, priority 100.
    pub mod lcd {
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_lcd, 6>;
    }
    /// The board as a constant: takes no flash unless it is used.
    pub const GRAPH: ::bringup::graph::Graph = ::bringup::graph::Graph {
        name: "hub",
        levels: &["bus", "device"],
        nodes: &[
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
                name: "vlcd",
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
                address: ::core::option::Option::None,
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
                name: "fusion",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(1),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "tick",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(0),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "lcd",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(1),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: true,
                docs: "",
            },
        ],
        edges: &[
            ::bringup::graph::Edge {
                from: 3,
                to: 2,
                kind: ::bringup::graph::EdgeKind::Bus,
            },
            ::bringup::graph::Edge {
                from: 3,
                to: 0,
                kind: ::bringup::graph::EdgeKind::Power,
            },
            ::bringup::graph::Edge {
                from: 3,
                to: 2,
                kind: ::bringup::graph::EdgeKind::Held,
            },
            ::bringup::graph::Edge {
                from: 4,
                to: 2,
                kind: ::bringup::graph::EdgeKind::Bus,
            },
            ::bringup::graph::Edge {
                from: 4,
                to: 3,
                kind: ::bringup::graph::EdgeKind::Lent,
            },
            ::bringup::graph::Edge {
                from: 6,
                to: 1,
                kind: ::bringup::graph::EdgeKind::Power,
            },
        ],
        order: &[2, 5, 0, 3, 4],
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
            let root = node.__place();
            __acquire(root..root + 1).await
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
        pub async fn acquire_level(
            &mut self,
            level: Level,
        ) -> ::core::result::Result<(), AcquireError> {
            let root = 7usize + level as ::core::primitive::usize;
            __acquire(root..root + 1).await
        }
        /// Gives up one hold of `level`. What nobody holds any more goes down in reverse.
        ///
        /// # Errors
        /// As for `release`.
        pub fn release_level(
            &mut self,
            level: Level,
        ) -> ::core::result::Result<(), ReleaseError> {
            let root = 7usize + level as ::core::primitive::usize;
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
        pub async fn init_all(&mut self) -> ::core::result::Result<(), AcquireError> {
            __acquire(7usize..9usize).await
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
                7usize..9usize,
            )
        }
        /// Acquires `node` until the lease is dropped.
        ///
        /// # Errors
        /// As for `acquire`.
        pub async fn lease(
            &mut self,
            node: Node,
        ) -> ::core::result::Result<Lease<'_>, AcquireError> {
            self.acquire(node).await?;
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
            let root = 7usize + level as ::core::primitive::usize;
            ::bringup::__private::control::holds(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                root,
            )
        }
        /// Why `node` is not up although the board is: an optional node that failed, or that needs one that did.
        #[must_use]
        pub fn failure(&self, node: Node) -> ::core::option::Option<&BootError> {
            match node {
                Node::V3v3 => unsafe { OUTCOME_v3v3.failure() }
                Node::Imu => unsafe { OUTCOME_imu.failure() }
                Node::Fusion => unsafe { OUTCOME_fusion.failure() }
                _ => ::core::option::Option::None,
            }
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
        pub async fn resume(
            &mut self,
            suspended: Suspended,
        ) -> ::core::result::Result<(), (Suspended, AcquireError)> {
            match __resume(suspended.rail.__number()).await {
                ::core::result::Result::Ok(()) => ::core::result::Result::Ok(()),
                ::core::result::Result::Err(error) => {
                    ::core::result::Result::Err((suspended, error))
                }
            }
        }
        /// Node `i2c`: level `bus`, priority 100.
        #[inline]
        #[must_use]
        pub fn i2c(&self) -> ::bringup::Dev<__user::__Handle_i2c, ::bringup::Atomic> {
            unsafe { SLOT_i2c.dev() }
        }
        /// Node `imu` at 0x68: level `device`, priority 100.
        #[inline]
        #[must_use]
        pub fn imu(&mut self) -> ::core::option::Option<&mut __user::__Handle_imu> {
            unsafe { ::bringup::__private::control::handle(&__Control, 3, &SLOT_imu) }
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
        /// Node `fusion`: level `device`, priority 100.
        #[inline]
        #[must_use]
        pub fn fusion(
            &mut self,
        ) -> ::core::option::Option<&mut __user::__Handle_fusion> {
            unsafe { ::bringup::__private::control::handle(&__Control, 4, &SLOT_fusion) }
        }
        /// Moves the handle of `fusion` out, such as into a task. It stays up until it is back.
        ///
        /// # Errors
        /// It is down, or checked out already.
        pub fn check_out_fusion(
            &mut self,
        ) -> ::core::result::Result<fusion::Out, Refused> {
            unsafe { ::bringup::__private::control::take_out(&__Control, &SLOT_fusion) }
        }
        /// Takes the handle of `fusion` in again.
        pub fn check_in_fusion(&mut self, out: fusion::Out) {
            unsafe {
                ::bringup::__private::control::put_back(&__Control, &SLOT_fusion, out)
            }
        }
        /// Node `tick`: level `bus`, priority 100.
        #[inline]
        #[must_use]
        pub fn tick(&self) -> ::bringup::Irq<__user::__Handle_tick> {
            unsafe { SLOT_tick.irq() }
        }
        /// Node `lcd`: level `device`, priority 100.
        #[inline]
        #[must_use]
        pub fn lcd(&mut self) -> ::core::option::Option<&mut __user::__Handle_lcd> {
            unsafe { ::bringup::__private::control::handle(&__Control, 6, &SLOT_lcd) }
        }
        /// Moves the handle of `lcd` out, such as into a task. It stays up until it is back.
        ///
        /// # Errors
        /// It is down, or checked out already.
        pub fn check_out_lcd(&mut self) -> ::core::result::Result<lcd::Out, Refused> {
            unsafe { ::bringup::__private::control::take_out(&__Control, &SLOT_lcd) }
        }
        /// Takes the handle of `lcd` in again.
        pub fn check_in_lcd(&mut self, out: lcd::Out) {
            unsafe {
                ::bringup::__private::control::put_back(&__Control, &SLOT_lcd, out)
            }
        }
        /// All handles at once, as far as they are there.
        #[inline]
        pub fn split(&mut self) -> Split<'_> {
            Split {
                i2c: unsafe { SLOT_i2c.dev() },
                imu: unsafe {
                    ::bringup::__private::control::handle(&__Control, 3, &SLOT_imu)
                },
                fusion: unsafe {
                    ::bringup::__private::control::handle(&__Control, 4, &SLOT_fusion)
                },
                tick: unsafe { SLOT_tick.irq() },
                lcd: unsafe {
                    ::bringup::__private::control::handle(&__Control, 6, &SLOT_lcd)
                },
            }
        }
    }
    impl Node {
        #[inline]
        fn __place(self) -> ::core::primitive::usize {
            match self {
                Self::V3v3 => 2,
                Self::Vlcd => 5,
                Self::I2c => 0,
                Self::Imu => 3,
                Self::Fusion => 4,
                Self::Tick => 1,
                Self::Lcd => 6,
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
        /// Rail `vlcd`.
        Vlcd,
    }
    impl Rail {
        /// All of them.
        pub const ALL: [Self; 2usize] = [Self::V3v3, Self::Vlcd];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::V3v3 => "v3v3",
                Self::Vlcd => "vlcd",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "v3v3" => ::core::option::Option::Some(Self::V3v3),
                "vlcd" => ::core::option::Option::Some(Self::Vlcd),
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
                Self::Vlcd => 5,
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
        /// Node `i2c`: level `bus`, priority 100.
        pub i2c: ::bringup::Dev<__user::__Handle_i2c, ::bringup::Atomic>,
        /// Node `imu` at 0x68: level `device`, priority 100.
        pub imu: ::core::option::Option<&'board mut __user::__Handle_imu>,
        /// Node `fusion`: level `device`, priority 100.
        pub fusion: ::core::option::Option<&'board mut __user::__Handle_fusion>,
        /// Node `tick`: level `bus`, priority 100.
        pub tick: ::bringup::Irq<__user::__Handle_tick>,
        /// Node `lcd`: level `device`, priority 100.
        pub lcd: ::core::option::Option<&'board mut __user::__Handle_lcd>,
    }
    #[inline]
    async fn boot_all(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, ::core::primitive::u8, __user::__Error)> {
        if let ::core::result::Result::Err((cause, attempt)) = __user::__up_i2c(permit) {
            return ::core::result::Result::Err((Node::I2c, attempt, cause));
        }
        let undo_i2c = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_i2c,
        );
        __user::__up_tick(permit).await;
        let undo_tick = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_tick,
        );
        let failure_v3v3: ::core::option::Option<
            (__user::__Error, ::core::primitive::u8),
        > = match __user::__up_v3v3(permit) {
            ::core::result::Result::Ok(()) => {
                unsafe { OUTCOME_v3v3.came() };
                ::core::option::Option::None
            }
            ::core::result::Result::Err(failure) => {
                ::core::option::Option::Some((failure, 1u8))
            }
        };
        let undo_v3v3 = ::bringup::__private::Undo(move || {
            if unsafe { OUTCOME_v3v3.leave() } {
                __user::__down_v3v3(permit, failures);
            }
        });
        if !unsafe { OUTCOME_v3v3.is_up() } {
            let failures = &::bringup::__private::Failures::new();
            if let ::core::option::Option::Some((cause, attempt)) = failure_v3v3 {
                let rollback_failures = failures.get();
                let failure = BootError {
                    node: Node::V3v3,
                    attempt,
                    cause,
                    rollback_failures,
                };
                unsafe { OUTCOME_v3v3.record(::core::option::Option::Some(failure)) };
            }
        }
        let stamp_0 = <__user::__Clock as ::bringup::Clock>::now();
        if unsafe { OUTCOME_v3v3.is_up() } {
            <__user::__Clock as ::bringup::Clock>::sleep(stamp_0, 2000, 2000).await;
        }
        let failure_imu: ::core::option::Option<
            (__user::__Error, ::core::primitive::u8),
        > = if unsafe { OUTCOME_v3v3.is_up() } {
            match __user::__up_imu(permit) {
                ::core::result::Result::Ok(()) => {
                    unsafe { OUTCOME_imu.came() };
                    ::core::option::Option::None
                }
                ::core::result::Result::Err(failure) => {
                    ::core::option::Option::Some((failure, 1u8))
                }
            }
        } else {
            ::core::option::Option::None
        };
        let undo_imu = ::bringup::__private::Undo(move || {
            if unsafe { OUTCOME_imu.leave() } {
                __user::__down_imu(permit);
            }
        });
        if !unsafe { OUTCOME_imu.is_up() } {
            if !unsafe { OUTCOME_v3v3.is_up() } {
                unsafe { OUTCOME_imu.blame(&OUTCOME_v3v3) }
            }
            let failures = &::bringup::__private::Failures::new();
            if !unsafe { OUTCOME_imu.is_up() } && unsafe { OUTCOME_v3v3.leave() } {
                __user::__down_v3v3(permit, failures);
                __user::__off_v3v3(permit);
            }
            if let ::core::option::Option::Some((cause, attempt)) = failure_imu {
                let rollback_failures = failures.get();
                let failure = BootError {
                    node: Node::Imu,
                    attempt,
                    cause,
                    rollback_failures,
                };
                unsafe { OUTCOME_imu.record(::core::option::Option::Some(failure)) };
            }
        }
        let failure_fusion: ::core::option::Option<
            (__user::__Error, ::core::primitive::u8),
        > = if unsafe { OUTCOME_imu.is_up() } {
            match __user::__up_fusion(permit) {
                ::core::result::Result::Ok(()) => {
                    unsafe { OUTCOME_fusion.came() };
                    ::core::option::Option::None
                }
                ::core::result::Result::Err(failure) => {
                    ::core::option::Option::Some((failure, 1u8))
                }
            }
        } else {
            ::core::option::Option::None
        };
        let undo_fusion = ::bringup::__private::Undo(move || {
            if unsafe { OUTCOME_fusion.leave() } {
                __user::__down_fusion(permit);
            }
        });
        if !unsafe { OUTCOME_fusion.is_up() } {
            if !unsafe { OUTCOME_imu.is_up() } {
                unsafe { OUTCOME_fusion.blame(&OUTCOME_imu) }
            }
            let failures = &::bringup::__private::Failures::new();
            if let ::core::option::Option::Some((cause, attempt)) = failure_fusion {
                let rollback_failures = failures.get();
                let failure = BootError {
                    node: Node::Fusion,
                    attempt,
                    cause,
                    rollback_failures,
                };
                unsafe { OUTCOME_fusion.record(::core::option::Option::Some(failure)) };
            }
        }
        undo_fusion.disarm();
        undo_imu.disarm();
        undo_v3v3.disarm();
        undo_tick.disarm();
        undo_i2c.disarm();
        ::core::result::Result::Ok(())
    }
    #[inline]
    async fn boot_level_bus(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, ::core::primitive::u8, __user::__Error)> {
        if let ::core::result::Result::Err((cause, attempt)) = __user::__up_i2c(permit) {
            return ::core::result::Result::Err((Node::I2c, attempt, cause));
        }
        let undo_i2c = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_i2c,
        );
        __user::__up_tick(permit).await;
        let undo_tick = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_tick,
        );
        undo_tick.disarm();
        undo_i2c.disarm();
        ::core::result::Result::Ok(())
    }
    fn down_level_bus(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) {
        {
            __user::__down_tick(permit, failures);
        }
        {
            __user::__down_i2c(permit, failures);
        }
    }
    #[inline]
    async fn boot_level_device(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, ::core::primitive::u8, __user::__Error)> {
        let undo_level_0 = ::bringup::__private::undo_counting(
            permit,
            failures,
            down_level_bus,
        );
        let failure_v3v3: ::core::option::Option<
            (__user::__Error, ::core::primitive::u8),
        > = match __user::__up_v3v3(permit) {
            ::core::result::Result::Ok(()) => {
                unsafe { OUTCOME_v3v3.came() };
                ::core::option::Option::None
            }
            ::core::result::Result::Err(failure) => {
                ::core::option::Option::Some((failure, 1u8))
            }
        };
        let undo_v3v3 = ::bringup::__private::Undo(move || {
            if unsafe { OUTCOME_v3v3.leave() } {
                __user::__down_v3v3(permit, failures);
            }
        });
        if !unsafe { OUTCOME_v3v3.is_up() } {
            let failures = &::bringup::__private::Failures::new();
            if let ::core::option::Option::Some((cause, attempt)) = failure_v3v3 {
                let rollback_failures = failures.get();
                let failure = BootError {
                    node: Node::V3v3,
                    attempt,
                    cause,
                    rollback_failures,
                };
                unsafe { OUTCOME_v3v3.record(::core::option::Option::Some(failure)) };
            }
        }
        let stamp_0 = <__user::__Clock as ::bringup::Clock>::now();
        if unsafe { OUTCOME_v3v3.is_up() } {
            <__user::__Clock as ::bringup::Clock>::sleep(stamp_0, 2000, 2000).await;
        }
        let failure_imu: ::core::option::Option<
            (__user::__Error, ::core::primitive::u8),
        > = if unsafe { OUTCOME_v3v3.is_up() } {
            match __user::__up_imu(permit) {
                ::core::result::Result::Ok(()) => {
                    unsafe { OUTCOME_imu.came() };
                    ::core::option::Option::None
                }
                ::core::result::Result::Err(failure) => {
                    ::core::option::Option::Some((failure, 1u8))
                }
            }
        } else {
            ::core::option::Option::None
        };
        let undo_imu = ::bringup::__private::Undo(move || {
            if unsafe { OUTCOME_imu.leave() } {
                __user::__down_imu(permit);
            }
        });
        if !unsafe { OUTCOME_imu.is_up() } {
            if !unsafe { OUTCOME_v3v3.is_up() } {
                unsafe { OUTCOME_imu.blame(&OUTCOME_v3v3) }
            }
            let failures = &::bringup::__private::Failures::new();
            if !unsafe { OUTCOME_imu.is_up() } && unsafe { OUTCOME_v3v3.leave() } {
                __user::__down_v3v3(permit, failures);
                __user::__off_v3v3(permit);
            }
            if let ::core::option::Option::Some((cause, attempt)) = failure_imu {
                let rollback_failures = failures.get();
                let failure = BootError {
                    node: Node::Imu,
                    attempt,
                    cause,
                    rollback_failures,
                };
                unsafe { OUTCOME_imu.record(::core::option::Option::Some(failure)) };
            }
        }
        let failure_fusion: ::core::option::Option<
            (__user::__Error, ::core::primitive::u8),
        > = if unsafe { OUTCOME_imu.is_up() } {
            match __user::__up_fusion(permit) {
                ::core::result::Result::Ok(()) => {
                    unsafe { OUTCOME_fusion.came() };
                    ::core::option::Option::None
                }
                ::core::result::Result::Err(failure) => {
                    ::core::option::Option::Some((failure, 1u8))
                }
            }
        } else {
            ::core::option::Option::None
        };
        let undo_fusion = ::bringup::__private::Undo(move || {
            if unsafe { OUTCOME_fusion.leave() } {
                __user::__down_fusion(permit);
            }
        });
        if !unsafe { OUTCOME_fusion.is_up() } {
            if !unsafe { OUTCOME_imu.is_up() } {
                unsafe { OUTCOME_fusion.blame(&OUTCOME_imu) }
            }
            let failures = &::bringup::__private::Failures::new();
            if let ::core::option::Option::Some((cause, attempt)) = failure_fusion {
                let rollback_failures = failures.get();
                let failure = BootError {
                    node: Node::Fusion,
                    attempt,
                    cause,
                    rollback_failures,
                };
                unsafe { OUTCOME_fusion.record(::core::option::Option::Some(failure)) };
            }
        }
        undo_fusion.disarm();
        undo_imu.disarm();
        undo_v3v3.disarm();
        undo_level_0.disarm();
        ::core::result::Result::Ok(())
    }
    static INPUT_p: ::bringup::__private::Input<__user::__Input_p> = ::bringup::__private::Input::new();
    static SLOT_i2c: ::bringup::__private::Shared<
        __user::__Handle_i2c,
        ::bringup::Atomic,
    > = <::bringup::__private::Shared<__user::__Handle_i2c, ::bringup::Atomic>>::new();
    static SLOT_imu: ::bringup::__private::Slot<__user::__Handle_imu> = <::bringup::__private::Slot<
        __user::__Handle_imu,
    >>::new();
    static SLOT_fusion: ::bringup::__private::Slot<__user::__Handle_fusion> = <::bringup::__private::Slot<
        __user::__Handle_fusion,
    >>::new();
    static SLOT_tick: ::bringup::__private::Shared<
        __user::__Handle_tick,
        ::bringup::Atomic,
    > = <::bringup::__private::Shared<__user::__Handle_tick, ::bringup::Atomic>>::new();
    static SLOT_lcd: ::bringup::__private::Slot<__user::__Handle_lcd> = <::bringup::__private::Slot<
        __user::__Handle_lcd,
    >>::new();
    static OUTCOME_v3v3: ::bringup::__private::Outcome<BootError> = ::bringup::__private::Outcome::new();
    static OUTCOME_imu: ::bringup::__private::Outcome<BootError> = ::bringup::__private::Outcome::new();
    static OUTCOME_fusion: ::bringup::__private::Outcome<BootError> = ::bringup::__private::Outcome::new();
    static OFF_v3v3: ::bringup::__private::OffSince = ::bringup::__private::OffSince::new();
    static ON_v3v3: ::bringup::__private::OnSince = ::bringup::__private::OnSince::new();
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    struct __Control;
    impl ::bringup::__private::control::Board for __Control {
        type Node = Node;
        type Level = Level;
        type Error = __user::__Error;
        type Failure = (__user::__Error, ::core::primitive::u8);
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
                nodes: 7,
                needs: ::bringup::__private::control::Masks(
                    &[0, 0, 0, 5, 9, 0, 32, 3, 24],
                ),
                closures: ::bringup::__private::control::Masks(
                    &[1, 2, 4, 13, 29, 32, 96, 131, 285],
                ),
                lent_up: ::bringup::__private::control::Masks(&[0, 0, 0, 0, 8, 0, 0]),
                lent_down: ::bringup::__private::control::Masks(&[]),
                claims: 67,
                lost_down: 2,
                lost_failed: 66,
                tolerated: 28,
                support: 4,
                stays_on: 32,
                settles: 4,
                prompt: 0,
            };
            &TABLE
        }
        fn attempt(
            failure: (__user::__Error, ::core::primitive::u8),
        ) -> (__user::__Error, ::core::primitive::u8) {
            failure
        }
        fn state(
            &self,
            _: ::bringup::__private::Permit,
        ) -> &::bringup::__private::control::State<::core::primitive::u32> {
            static STATE: ::bringup::__private::control::State<
                ::core::primitive::u32,
                [::bringup::__private::control::Holds; 9],
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
            static NODES: [Node; 7usize] = [
                Node::I2c,
                Node::Tick,
                Node::V3v3,
                Node::Imu,
                Node::Fusion,
                Node::Vlcd,
                Node::Lcd,
            ];
            NODES.get(node).copied().unwrap_or(Node::Lcd)
        }
        fn level(&self, node: ::core::primitive::usize) -> Level {
            match node {
                0 => Level::Bus,
                _ => Level::Device,
            }
        }
        fn is_busy(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) -> ::core::primitive::bool {
            match node {
                0 => unsafe { SLOT_i2c.is_busy() }
                1 => unsafe { SLOT_tick.is_busy() }
                _ => false,
            }
        }
        fn begin(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) -> ::core::primitive::bool {
            match node {
                0 => unsafe { SLOT_i2c.begin() }
                1 => unsafe { SLOT_tick.begin() }
                _ => true,
            }
        }
        fn abandon(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) {
            match node {
                0 => unsafe { SLOT_i2c.finish() }
                1 => unsafe { SLOT_tick.finish() }
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
                    __user::__off_v3v3(permit);
                    true
                }
                5 => {
                    if forced {
                        {
                            __user::__down_vlcd(permit);
                            true
                        }
                    } else {
                        true
                    }
                }
                0 => __user::__down_i2c(permit, failures),
                3 => {
                    __user::__down_imu(permit);
                    true
                }
                4 => {
                    __user::__down_fusion(permit);
                    true
                }
                1 => __user::__down_tick(permit, failures),
                6 => {
                    __user::__down_lcd(permit);
                    true
                }
                _ => true,
            }
        }
        fn record(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
            failure: ::core::option::Option<BootError>,
        ) {
            match node {
                2 => unsafe { OUTCOME_v3v3.record(failure) }
                3 => unsafe { OUTCOME_imu.record(failure) }
                4 => unsafe { OUTCOME_fusion.record(failure) }
                _ => {}
            }
        }
        fn blame(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
            need: ::core::primitive::usize,
        ) {
            let need = match need {
                2 => &OUTCOME_v3v3,
                3 => &OUTCOME_imu,
                4 => &OUTCOME_fusion,
                _ => return,
            };
            match node {
                2 => unsafe { OUTCOME_v3v3.blame(need) }
                3 => unsafe { OUTCOME_imu.blame(need) }
                4 => unsafe { OUTCOME_fusion.blame(need) }
                _ => {}
            }
        }
    }
    async fn __settle(
        permit: ::bringup::__private::Permit,
        node: ::core::primitive::usize,
    ) -> ::bringup::__private::control::Attempt<__Control> {
        let _ = (permit, node);
        __user::__settle_v3v3(permit).await.map_err(|cause| (cause, 1))
    }
    async fn __start(
        permit: ::bringup::__private::Permit,
        node: ::core::primitive::usize,
        forced: ::core::primitive::bool,
    ) -> ::bringup::__private::control::Attempt<__Control> {
        let _ = (permit, forced);
        match node {
            2 => {
                __user::__rest_v3v3(permit).await;
                let attempt = { __user::__up_v3v3(permit).map_err(|cause| (cause, 1)) };
                { unsafe { ON_v3v3.note::<__user::__Clock>() } }
                attempt
            }
            5 => {
                if forced {
                    {
                        __user::__up_vlcd(permit);
                        ::core::result::Result::Ok(())
                    }
                } else {
                    ::core::result::Result::Ok(())
                }
            }
            0 => __user::__up_i2c(permit),
            3 => __user::__up_imu(permit).map_err(|cause| (cause, 1)),
            4 => __user::__up_fusion(permit).map_err(|cause| (cause, 1)),
            1 => {
                __user::__up_tick(permit).await;
                ::core::result::Result::Ok(())
            }
            6 => __user::__up_lcd(permit).map_err(|cause| (cause, 1)),
            _ => ::core::result::Result::Ok(()),
        }
    }
    async fn __acquire(
        roots: ::core::ops::Range<::core::primitive::usize>,
    ) -> ::core::result::Result<(), AcquireError> {
        let permit = unsafe { ::bringup::__private::Permit::new() };
        ::bringup::__private::control::acquire_async(
                &__Control,
                permit,
                roots,
                __settle,
                __start,
            )
            .await
    }
    async fn __resume(
        rail: ::core::primitive::usize,
    ) -> ::core::result::Result<(), AcquireError> {
        let permit = unsafe { ::bringup::__private::Permit::new() };
        ::bringup::__private::control::resume_async(
                &__Control,
                permit,
                rail,
                __settle,
                __start,
            )
            .await
    }
    #[allow(unused_qualifications, clippy::unreadable_literal)]
    mod __user {
        use super::super::*;
        pub(super) type __Error = crate::Error;
        pub(super) type __Clock = crate::Clock;
        pub(super) type __Input_p = pac::Peripherals;
        pub(super) type __Handle_i2c = soc::I2c;
        pub(super) type __Handle_imu = drivers::Imu;
        pub(super) type __Handle_fusion = drivers::Fusion;
        pub(super) type __Handle_tick = drivers::Tick;
        pub(super) type __Handle_lcd = drivers::Lcd;
        const _: () = {
            const fn _claim(input: __Input_p) -> ! {
                let _ = &input.I2C1;
                let _field = input.I2C1;
                let _ = &input.PB6;
                let _field = input.PB6;
                let _ = &input.TIM2;
                let _field = input.TIM2;
                let _ = &input.LTDC;
                let _field = input.LTDC;
                loop {}
            }
        };
        #[inline(always)]
        pub(super) fn __up_v3v3(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            on()?;
            ::core::result::Result::Ok(())
        }
        #[inline]
        pub(super) async fn __settle_v3v3(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let start = unsafe { super::ON_v3v3.get() };
            <__Clock as ::bringup::Clock>::sleep(start, 2000, 2000).await;
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_v3v3(
            _permit: ::bringup::__private::Permit,
            failures: &::bringup::__private::Failures,
        ) {
            if (|| -> ::core::result::Result<(), crate::Error> {
                off()?;
                ::core::result::Result::Ok(())
            })()
                .is_err()
            {
                failures.count();
            }
        }
        #[inline]
        pub(super) fn __off_v3v3(_permit: ::bringup::__private::Permit) {
            unsafe { super::OFF_v3v3.note::<__Clock>() };
        }
        #[inline]
        pub(super) async fn __rest_v3v3(_permit: ::bringup::__private::Permit) {
            if let ::core::option::Option::Some(start) = unsafe {
                super::OFF_v3v3.take()
            } {
                <__Clock as ::bringup::Clock>::sleep(start, 10000, 10000).await;
            }
        }
        #[inline(always)]
        pub(super) fn __up_vlcd(_permit: ::bringup::__private::Permit) {
            lcd_on();
        }
        #[inline(always)]
        pub(super) fn __down_vlcd(_permit: ::bringup::__private::Permit) {
            (|| {
                lcd_off();
            })();
        }
        #[inline(always)]
        pub(super) fn __try_i2c(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let mut __p_i2c1 = unsafe {
                super::INPUT_p.claim(|input| &raw mut (*input).I2C1)
            };
            let _ = &mut __p_i2c1;
            let mut __p_pb6 = unsafe {
                super::INPUT_p.claim(|input| &raw mut (*input).PB6)
            };
            let _ = &mut __p_pb6;
            let value = match (|| {
                let value: ::core::result::Result<soc::I2c, _> = soc::I2c::new(
                    __p_i2c1,
                    __p_pb6,
                );
                value
            })() {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err((error, (give_0, give_1))) => {
                    unsafe {
                        super::INPUT_p
                            .place(|input| &raw mut (*input).I2C1)
                            .write(give_0)
                    };
                    unsafe {
                        super::INPUT_p.place(|input| &raw mut (*input).PB6).write(give_1)
                    };
                    return ::core::result::Result::Err(
                        ::core::convert::From::from(error),
                    );
                }
            };
            unsafe { super::SLOT_i2c.install(value) };
            ::core::result::Result::Ok(())
        }
        #[inline]
        pub(super) fn __up_i2c(
            permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), (crate::Error, ::core::primitive::u8)> {
            let mut attempt = 1u8;
            loop {
                let ::core::result::Result::Err(cause) = __try_i2c(permit) else {
                    return ::core::result::Result::Ok(());
                };
                if attempt == 3u8 {
                    return ::core::result::Result::Err((cause, attempt));
                }
                attempt = attempt.wrapping_add(1);
                let start = <__Clock as ::bringup::Clock>::now();
                <__Clock as ::bringup::Clock>::wait(start, 5000, 5000);
            }
        }
        #[inline(always)]
        pub(super) fn __down_i2c(
            _permit: ::bringup::__private::Permit,
            failures: &::bringup::__private::Failures,
        ) -> ::core::primitive::bool {
            let (give_0, give_1) = {
                let ::core::option::Option::Some(mut __this) = (unsafe {
                    super::SLOT_i2c.remove()
                }) else {
                    failures.count();
                    return false;
                };
                unsafe { super::SLOT_i2c.finish() };
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
            true
        }
        #[inline(always)]
        pub(super) fn __up_imu(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let __dev_i2c = unsafe { super::SLOT_i2c.dev() };
            let value: drivers::Imu = drivers::Imu::new(__dev_i2c, 104)?;
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
        pub(super) fn __up_fusion(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let mut guard = unsafe { super::SLOT_imu.lend() };
            let __lend_imu = &mut *guard;
            let value: drivers::Fusion = drivers::Fusion::new(&mut *__lend_imu)?;
            unsafe { super::SLOT_fusion.put(value) };
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_fusion(_permit: ::bringup::__private::Permit) {
            {
                let _this = unsafe { super::SLOT_fusion.take() };
            }
        }
        #[inline(always)]
        pub(super) async fn __up_tick(_permit: ::bringup::__private::Permit) {
            let mut __p_tim2 = unsafe {
                super::INPUT_p.claim(|input| &raw mut (*input).TIM2)
            };
            let _ = &mut __p_tim2;
            let value = async {
                let value: drivers::Tick = drivers::Tick::start(__p_tim2).await;
                value
            }
                .await;
            unsafe { super::SLOT_tick.install(value) };
        }
        #[inline(always)]
        pub(super) fn __down_tick(
            _permit: ::bringup::__private::Permit,
            failures: &::bringup::__private::Failures,
        ) -> ::core::primitive::bool {
            {
                let ::core::option::Option::Some(_this) = (unsafe {
                    super::SLOT_tick.remove()
                }) else {
                    failures.count();
                    return false;
                };
                unsafe { super::SLOT_tick.finish() };
            }
            true
        }
        #[inline(always)]
        pub(super) fn __up_lcd(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let mut __p_ltdc = unsafe {
                super::INPUT_p.claim(|input| &raw mut (*input).LTDC)
            };
            let _ = &mut __p_ltdc;
            let value: drivers::Lcd = drivers::Lcd::new(__p_ltdc)?;
            unsafe { super::SLOT_lcd.put(value) };
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_lcd(_permit: ::bringup::__private::Permit) {
            let give_0 = {
                let mut __this = unsafe { super::SLOT_lcd.take() };
                let _ = &mut __this;
                let result = (|| {
                    let value = __this.off();
                    value
                })();
                result
            };
            unsafe {
                super::INPUT_p.place(|input| &raw mut (*input).LTDC).write(give_0)
            };
        }
    }
}
