/// Board `relays`.
mod relays {
    /// What the firmware hands over to board `relays`.
    pub struct Inputs {}
    type Token<Stage> = ::bringup::__private::Token<Stage, ()>;
    /// Why the board did not come up.
    pub type BootError = ::bringup::BootError<
        Node,
        __user::__Error,
        ::bringup::Always<1u8>,
        ::bringup::Always<0u8>,
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
            let Inputs {} = inputs;
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
            match boot_all(permit) {
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
                        rollback_failures: ::bringup::Always,
                    })
                }
            }
        }
        /// Brings up level `early`. If a step fails, everything that is up goes down again in reverse.
        ///
        /// # Errors
        /// What failed and why, after the rollback.
        #[inline]
        pub fn boot_early(self) -> ::core::result::Result<AfterEarly, BootError> {
            let permit = unsafe { ::bringup::__private::Permit::new() };
            match boot_level_early(permit) {
                ::core::result::Result::Ok(()) => {
                    ::core::result::Result::Ok(AfterEarly {
                        token: unsafe { ::bringup::__private::Token::new() },
                    })
                }
                ::core::result::Result::Err((node, cause)) => {
                    ::core::result::Result::Err(BootError {
                        node,
                        attempt: ::bringup::Always,
                        cause,
                        rollback_failures: ::bringup::Always,
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
    /// Everything up to level `early` is up.
    #[must_use = "the board does nothing without it"]
    #[derive(::core::fmt::Debug)]
    pub struct AfterEarly {
        token: Token<AfterEarly>,
    }
    impl AfterEarly {
        /// Brings up level `late`. If a step fails, everything that is up goes down again in reverse.
        ///
        /// # Errors
        /// What failed and why, after the rollback.
        #[inline]
        pub fn boot_late(self) -> ::core::result::Result<Running, BootError> {
            let permit = unsafe { ::bringup::__private::Permit::new() };
            match boot_level_late(permit) {
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
                        rollback_failures: ::bringup::Always,
                    })
                }
            }
        }
        /// Run-time control of the board. Each level that is up is held once.
        pub fn into_board(self) -> Board {
            ::bringup::__private::control::adopt(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                8usize..9usize,
                3,
                0,
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
        /// All handles at once.
        #[inline]
        pub fn parts(&mut self) -> Parts<'_> {
            Parts {
                board: ::core::marker::PhantomData,
            }
        }
        /// All handles, for ever: the board never goes down again.
        #[inline]
        pub fn into_static(self) -> StaticParts {
            StaticParts {}
        }
        /// Run-time control of the board. Each level that is up is held once.
        pub fn into_board(self) -> Board {
            ::bringup::__private::control::adopt(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                8usize..10usize,
                255,
                0,
            );
            Board {
                token: unsafe { ::bringup::__private::Token::new() },
            }
        }
    }
    /// All handles of a running board at once.
    #[must_use]
    pub struct Parts<'board> {
        board: ::core::marker::PhantomData<&'board mut ()>,
    }
    /// All handles of a board that never goes down again.
    #[must_use]
    pub struct StaticParts {}
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
        /// Rail `vrelay`.
        Vrelay,
        /// Rail `vlcd`.
        Vlcd,
        /// Node `watchdog`: level `early`, priority 100.
        Watchdog,
        /// Node `gpio`: level `early`, priority 100.
        Gpio,
        /// Node `uart`: level `late`, priority 100.
        Uart,
        /// Switches the pump.
        ///
        /// Node `pump`: level `late`, priority 100.
        Pump,
        /// Node `lcd`: level `late`, priority 100.
        Lcd,
        /// Node `valve`: level `late`, priority 100.
        Valve,
    }
    impl Node {
        /// All of them.
        pub const ALL: [Self; 8usize] = [
            Self::Vrelay,
            Self::Vlcd,
            Self::Watchdog,
            Self::Gpio,
            Self::Uart,
            Self::Pump,
            Self::Lcd,
            Self::Valve,
        ];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::Vrelay => "vrelay",
                Self::Vlcd => "vlcd",
                Self::Watchdog => "watchdog",
                Self::Gpio => "gpio",
                Self::Uart => "uart",
                Self::Pump => "pump",
                Self::Lcd => "lcd",
                Self::Valve => "valve",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "vrelay" => ::core::option::Option::Some(Self::Vrelay),
                "vlcd" => ::core::option::Option::Some(Self::Vlcd),
                "watchdog" => ::core::option::Option::Some(Self::Watchdog),
                "gpio" => ::core::option::Option::Some(Self::Gpio),
                "uart" => ::core::option::Option::Some(Self::Uart),
                "pump" => ::core::option::Option::Some(Self::Pump),
                "lcd" => ::core::option::Option::Some(Self::Lcd),
                "valve" => ::core::option::Option::Some(Self::Valve),
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
        /// Level `early`.
        Early,
        /// Level `late`.
        Late,
    }
    impl Level {
        /// All of them.
        pub const ALL: [Self; 2usize] = [Self::Early, Self::Late];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::Early => "early",
                Self::Late => "late",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "early" => ::core::option::Option::Some(Self::Early),
                "late" => ::core::option::Option::Some(Self::Late),
                _ => ::core::option::Option::None,
            }
        }
    }
    impl ::core::fmt::Display for Level {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str(self.name())
        }
    }
    /// The board as a constant: takes no flash unless it is used.
    pub const GRAPH: ::bringup::graph::Graph = ::bringup::graph::Graph {
        name: "relays",
        levels: &["early", "late"],
        nodes: &[
            ::bringup::graph::Node {
                name: "vrelay",
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
                name: "watchdog",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(0),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "gpio",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(0),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "uart",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(1),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "pump",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(1),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: false,
                docs: "Switches the pump.",
            },
            ::bringup::graph::Node {
                name: "lcd",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(1),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "valve",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(1),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
        ],
        edges: &[
            ::bringup::graph::Edge {
                from: 5,
                to: 0,
                kind: ::bringup::graph::EdgeKind::Power,
            },
            ::bringup::graph::Edge {
                from: 6,
                to: 1,
                kind: ::bringup::graph::EdgeKind::Power,
            },
            ::bringup::graph::Edge {
                from: 7,
                to: 0,
                kind: ::bringup::graph::EdgeKind::Power,
            },
        ],
        order: &[2, 3, 0, 1, 4, 6, 5, 7],
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
            __acquire(8usize..10usize)
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
                8usize..10usize,
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
        /// All handles at once, as far as they are there.
        #[inline]
        pub fn split(&mut self) -> Split<'_> {
            Split {
                board: ::core::marker::PhantomData,
            }
        }
    }
    impl Node {
        #[inline]
        fn __place(self) -> ::core::primitive::usize {
            match self {
                Self::Vrelay => 2,
                Self::Vlcd => 3,
                Self::Watchdog => 0,
                Self::Gpio => 1,
                Self::Uart => 4,
                Self::Pump => 6,
                Self::Lcd => 5,
                Self::Valve => 7,
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
        /// Rail `vrelay`.
        Vrelay,
        /// Rail `vlcd`.
        Vlcd,
    }
    impl Rail {
        /// All of them.
        pub const ALL: [Self; 2usize] = [Self::Vrelay, Self::Vlcd];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::Vrelay => "vrelay",
                Self::Vlcd => "vlcd",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "vrelay" => ::core::option::Option::Some(Self::Vrelay),
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
                Self::Vrelay => 2,
                Self::Vlcd => 3,
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
        board: ::core::marker::PhantomData<&'board mut ()>,
    }
    #[inline]
    fn boot_all(
        permit: ::bringup::__private::Permit,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        ::bringup::__private::up_all(
            &__user::__RUN_boot_all_0,
            &[Node::Watchdog, Node::Gpio, Node::Vrelay, Node::Vlcd],
        )?;
        let undo_run_0 = ::bringup::__private::Undo(|| ::bringup::__private::down_all(
            &__user::__RUN_boot_all_0,
        ));
        if let ::core::result::Result::Err(cause) = __user::__up_uart(permit) {
            return ::core::result::Result::Err((Node::Uart, cause));
        }
        let undo_uart = ::bringup::__private::undo(permit, __user::__down_uart);
        ::bringup::__private::up_all(
            &__user::__RUN_boot_all_1,
            &[Node::Vlcd, Node::Lcd, Node::Pump, Node::Valve],
        )?;
        let undo_run_1 = ::bringup::__private::Undo(|| ::bringup::__private::down_all(
            &__user::__RUN_boot_all_1,
        ));
        undo_run_1.disarm();
        undo_uart.disarm();
        undo_run_0.disarm();
        ::core::result::Result::Ok(())
    }
    #[inline]
    fn boot_level_early(
        permit: ::bringup::__private::Permit,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        ::bringup::__private::up_all(
            &__user::__RUN_boot_level_early_0,
            &[Node::Watchdog, Node::Gpio],
        )?;
        let undo_run_0 = ::bringup::__private::Undo(|| ::bringup::__private::down_all(
            &__user::__RUN_boot_level_early_0,
        ));
        undo_run_0.disarm();
        ::core::result::Result::Ok(())
    }
    fn down_level_early(permit: ::bringup::__private::Permit) {
        ::bringup::__private::down_all(&__user::__RUN_boot_level_early_0);
    }
    #[inline]
    fn boot_level_late(
        permit: ::bringup::__private::Permit,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        let undo_level_0 = ::bringup::__private::undo(permit, down_level_early);
        ::bringup::__private::up_all(
            &__user::__RUN_boot_level_late_0,
            &[Node::Vrelay, Node::Vlcd],
        )?;
        let undo_run_0 = ::bringup::__private::Undo(|| ::bringup::__private::down_all(
            &__user::__RUN_boot_level_late_0,
        ));
        if let ::core::result::Result::Err(cause) = __user::__up_uart(permit) {
            return ::core::result::Result::Err((Node::Uart, cause));
        }
        let undo_uart = ::bringup::__private::undo(permit, __user::__down_uart);
        ::bringup::__private::up_all(
            &__user::__RUN_boot_level_late_1,
            &[Node::Vlcd, Node::Lcd, Node::Pump, Node::Valve],
        )?;
        let undo_run_1 = ::bringup::__private::Undo(|| ::bringup::__private::down_all(
            &__user::__RUN_boot_level_late_1,
        ));
        undo_run_1.disarm();
        undo_uart.disarm();
        undo_run_0.disarm();
        undo_level_0.disarm();
        ::core::result::Result::Ok(())
    }
    static ON_vrelay: ::bringup::__private::OnSince = ::bringup::__private::OnSince::new();
    static ON_vlcd: ::bringup::__private::OnSince = ::bringup::__private::OnSince::new();
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
                    &[0, 0, 0, 0, 0, 8, 4, 4, 3, 240],
                ),
                closures: ::bringup::__private::control::Masks(
                    &[1, 2, 4, 8, 16, 40, 68, 132, 259, 764],
                ),
                lent_up: ::bringup::__private::control::Masks(&[]),
                lent_down: ::bringup::__private::control::Masks(&[]),
                claims: 0,
                lost_down: 0,
                lost_failed: 0,
                tolerated: 0,
                support: 0,
                stays_on: 0,
                settles: 12,
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
                [::bringup::__private::control::Holds; 10],
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
                Node::Watchdog,
                Node::Gpio,
                Node::Vrelay,
                Node::Vlcd,
                Node::Uart,
                Node::Lcd,
                Node::Pump,
                Node::Valve,
            ];
            NODES.get(node).copied().unwrap_or(Node::Valve)
        }
        fn level(&self, node: ::core::primitive::usize) -> Level {
            match node {
                0 => Level::Early,
                _ => Level::Late,
            }
        }
        fn is_busy(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) -> ::core::primitive::bool {
            match node {
                _ => false,
            }
        }
        fn begin(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) -> ::core::primitive::bool {
            match node {
                _ => true,
            }
        }
        fn abandon(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) {
            match node {
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
                4 => {
                    __user::__down_uart(permit);
                }
                _ => {
                    if let ::core::option::Option::Some(row) = __user::__ROWS.get(node) {
                        (row.down)()
                    }
                }
            }
            true
        }
    }
    fn __settle(
        permit: ::bringup::__private::Permit,
        node: ::core::primitive::usize,
    ) -> ::bringup::__private::control::Attempt<__Control> {
        let _ = (permit, node);
        match node {
            2 => __user::__settle_vrelay(permit),
            _ => __user::__settle_vlcd(permit),
        }
    }
    fn __start(
        permit: ::bringup::__private::Permit,
        node: ::core::primitive::usize,
        forced: ::core::primitive::bool,
    ) -> ::bringup::__private::control::Attempt<__Control> {
        let _ = (permit, forced);
        match node {
            4 => __user::__up_uart(permit),
            _ => {
                if let ::core::option::Option::Some(row) = __user::__ROWS.get(node) {
                    let attempt = (row.up)();
                    match node {
                        2 => unsafe { ON_vrelay.note::<__user::__Clock>() }
                        3 => unsafe { ON_vlcd.note::<__user::__Clock>() }
                        _ => {}
                    }
                    return attempt;
                }
                ::core::result::Result::Ok(())
            }
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
        pub(super) type __Clock = crate::Counter;
        #[inline(always)]
        pub(super) fn __up_vrelay(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            board_io::vrelay_on()?;
            ::core::result::Result::Ok(())
        }
        #[inline]
        pub(super) fn __settle_vrelay(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let start = unsafe { super::ON_vrelay.get() };
            <__Clock as ::bringup::Clock>::wait(start, 2000, 2000);
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_vrelay(_permit: ::bringup::__private::Permit) {
            (|| {
                board_io::vrelay_off();
            })();
        }
        #[inline(always)]
        pub(super) fn __up_vlcd(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            board_io::vlcd_on()?;
            ::core::result::Result::Ok(())
        }
        #[inline]
        pub(super) fn __good_vlcd(
            _permit: ::bringup::__private::Permit,
            start: ::core::primitive::u32,
        ) -> ::core::result::Result<(), crate::Error> {
            ::bringup::__private::settle::<
                __Clock,
                crate::Error,
            >(
                start,
                20000,
                || -> ::core::result::Result<::core::primitive::bool, crate::Error> {
                    (|| -> ::core::result::Result<::core::primitive::bool, crate::Error> {
                        let value: ::core::primitive::bool = board_io::vlcd_good()?;
                        ::core::result::Result::Ok(value)
                    })()
                },
            )
        }
        #[inline]
        pub(super) fn __settle_vlcd(
            permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let start = unsafe { super::ON_vlcd.get() };
            <__Clock as ::bringup::Clock>::wait(start, 1000, 1000);
            __good_vlcd(permit, start)
        }
        #[inline(always)]
        pub(super) fn __down_vlcd(_permit: ::bringup::__private::Permit) {
            (|| {
                board_io::vlcd_off();
            })();
        }
        #[inline(always)]
        pub(super) fn __up_watchdog(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let value: () = watchdog::start()?;
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __up_gpio(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let value: () = super::super::gpio::init()?;
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_gpio(_permit: ::bringup::__private::Permit) {
            let () = {
                let result = (|| {
                    super::super::gpio::reset();
                })();
                result
            };
        }
        #[inline(always)]
        pub(super) fn __up_uart(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let value: () = uart::init(115_200)?;
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_uart(_permit: ::bringup::__private::Permit) {
            let () = {
                let result = (|| {
                    uart::reset();
                })();
                result
            };
        }
        #[inline(always)]
        pub(super) fn __up_pump(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let value: () = super::super::super::relay::pump()?;
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_pump(_permit: ::bringup::__private::Permit) {
            let () = {
                let result = (|| {
                    super::super::super::relay::pump_off();
                })();
                result
            };
        }
        #[inline(always)]
        pub(super) fn __up_lcd(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let value: () = lcd::init()?;
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_lcd(_permit: ::bringup::__private::Permit) {
            let () = {
                let result = (|| {
                    lcd::reset();
                })();
                result
            };
        }
        #[inline(always)]
        pub(super) fn __up_valve(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let value: () = super::super::super::relay::valve()?;
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_valve(_permit: ::bringup::__private::Permit) {
            let () = {
                let result = (|| {
                    super::super::super::relay::valve_off();
                })();
                result
            };
        }
        pub(super) static __STAMP_boot_all_0: ::bringup::__private::OnSince = ::bringup::__private::OnSince::new();
        pub(super) static __RUN_boot_all_0: [::bringup::__private::Plain<
            crate::Error,
        >; 4usize] = [
            ::bringup::__private::Plain {
                up: watchdog::start,
                down: ::bringup::__private::nothing,
            },
            ::bringup::__private::Plain {
                up: super::super::gpio::init,
                down: super::super::gpio::reset,
            },
            ::bringup::__private::Plain {
                up: board_io::vrelay_on,
                down: board_io::vrelay_off,
            },
            ::bringup::__private::Plain {
                up: || {
                    board_io::vlcd_on()?;
                    unsafe { __STAMP_boot_all_0.note::<__Clock>() };
                    ::core::result::Result::Ok(())
                },
                down: board_io::vlcd_off,
            },
        ];
        pub(super) static __RUN_boot_all_1: [::bringup::__private::Plain<
            crate::Error,
        >; 4usize] = [
            ::bringup::__private::Plain {
                up: || {
                    {
                        let start = unsafe { __STAMP_boot_all_0.get() };
                        <__Clock as ::bringup::Clock>::wait(start, 1000, 1000);
                    }
                    let start = unsafe { __STAMP_boot_all_0.get() };
                    let permit = unsafe { ::bringup::__private::Permit::new() };
                    __good_vlcd(permit, start)
                },
                down: ::bringup::__private::nothing,
            },
            ::bringup::__private::Plain {
                up: lcd::init,
                down: lcd::reset,
            },
            ::bringup::__private::Plain {
                up: || {
                    {
                        let start = unsafe { __STAMP_boot_all_0.get() };
                        <__Clock as ::bringup::Clock>::wait(start, 2000, 1000);
                    }
                    super::super::super::relay::pump()
                },
                down: super::super::super::relay::pump_off,
            },
            ::bringup::__private::Plain {
                up: super::super::super::relay::valve,
                down: super::super::super::relay::valve_off,
            },
        ];
        pub(super) static __RUN_boot_level_early_0: [::bringup::__private::Plain<
            crate::Error,
        >; 2usize] = [
            ::bringup::__private::Plain {
                up: watchdog::start,
                down: ::bringup::__private::nothing,
            },
            ::bringup::__private::Plain {
                up: super::super::gpio::init,
                down: super::super::gpio::reset,
            },
        ];
        pub(super) static __STAMP_boot_level_late_0: ::bringup::__private::OnSince = ::bringup::__private::OnSince::new();
        pub(super) static __RUN_boot_level_late_0: [::bringup::__private::Plain<
            crate::Error,
        >; 2usize] = [
            ::bringup::__private::Plain {
                up: board_io::vrelay_on,
                down: board_io::vrelay_off,
            },
            ::bringup::__private::Plain {
                up: || {
                    board_io::vlcd_on()?;
                    unsafe { __STAMP_boot_level_late_0.note::<__Clock>() };
                    ::core::result::Result::Ok(())
                },
                down: board_io::vlcd_off,
            },
        ];
        pub(super) static __RUN_boot_level_late_1: [::bringup::__private::Plain<
            crate::Error,
        >; 4usize] = [
            ::bringup::__private::Plain {
                up: || {
                    {
                        let start = unsafe { __STAMP_boot_level_late_0.get() };
                        <__Clock as ::bringup::Clock>::wait(start, 1000, 1000);
                    }
                    let start = unsafe { __STAMP_boot_level_late_0.get() };
                    let permit = unsafe { ::bringup::__private::Permit::new() };
                    __good_vlcd(permit, start)
                },
                down: ::bringup::__private::nothing,
            },
            ::bringup::__private::Plain {
                up: lcd::init,
                down: lcd::reset,
            },
            ::bringup::__private::Plain {
                up: || {
                    {
                        let start = unsafe { __STAMP_boot_level_late_0.get() };
                        <__Clock as ::bringup::Clock>::wait(start, 2000, 1000);
                    }
                    super::super::super::relay::pump()
                },
                down: super::super::super::relay::pump_off,
            },
            ::bringup::__private::Plain {
                up: super::super::super::relay::valve,
                down: super::super::super::relay::valve_off,
            },
        ];
        pub(super) static __ROWS: [::bringup::__private::Plain<crate::Error>; 8usize] = [
            ::bringup::__private::Plain {
                up: watchdog::start,
                down: ::bringup::__private::nothing,
            },
            ::bringup::__private::Plain {
                up: super::super::gpio::init,
                down: super::super::gpio::reset,
            },
            ::bringup::__private::Plain {
                up: board_io::vrelay_on,
                down: board_io::vrelay_off,
            },
            ::bringup::__private::Plain {
                up: board_io::vlcd_on,
                down: board_io::vlcd_off,
            },
            ::bringup::__private::Plain::NONE,
            ::bringup::__private::Plain {
                up: lcd::init,
                down: lcd::reset,
            },
            ::bringup::__private::Plain {
                up: super::super::super::relay::pump,
                down: super::super::super::relay::pump_off,
            },
            ::bringup::__private::Plain {
                up: super::super::super::relay::valve,
                down: super::super::super::relay::valve_off,
            },
        ];
    }
}
