/// Board `concurrent`.
mod concurrent {
    /// What the firmware hands over to board `concurrent`.
    pub struct Inputs {}
    type Token<Stage> = ::bringup::__private::Token<
        Stage,
        (
            ::bringup::Dev<__user::__Handle_bus>,
            __user::__Handle_imu,
            __user::__Handle_lcd,
            __user::__Handle_touch,
            __user::__Handle_noise,
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
        pub async fn boot(self) -> ::core::result::Result<Running, BootError> {
            let permit = unsafe { ::bringup::__private::Permit::new() };
            let failures = ::bringup::__private::Failures::new();
            match boot_all(permit, &failures).await {
                ::core::result::Result::Ok(()) => {
                    ::core::result::Result::Ok(Running {
                        token: unsafe { ::bringup::__private::Token::new() },
                    })
                }
                ::core::result::Result::Err((node, cause)) => {
                    ::core::result::Result::Err(BootError {
                        node,
                        attempt: 1,
                        cause,
                        rollback_failures: failures.get(),
                    })
                }
            }
        }
        /// Brings up level `early`. If a step fails, everything that is up goes down again in reverse.
        ///
        /// # Errors
        /// What failed and why, after the rollback.
        #[inline]
        pub async fn boot_early(self) -> ::core::result::Result<AfterEarly, BootError> {
            let permit = unsafe { ::bringup::__private::Permit::new() };
            let failures = ::bringup::__private::Failures::new();
            match boot_level_early(permit, &failures).await {
                ::core::result::Result::Ok(()) => {
                    ::core::result::Result::Ok(AfterEarly {
                        token: unsafe { ::bringup::__private::Token::new() },
                    })
                }
                ::core::result::Result::Err((node, cause)) => {
                    ::core::result::Result::Err(BootError {
                        node,
                        attempt: 1,
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
        pub async fn boot_late(self) -> ::core::result::Result<Running, BootError> {
            let permit = unsafe { ::bringup::__private::Permit::new() };
            let failures = ::bringup::__private::Failures::new();
            match boot_level_late(permit, &failures).await {
                ::core::result::Result::Ok(()) => {
                    ::core::result::Result::Ok(Running {
                        token: unsafe { ::bringup::__private::Token::new() },
                    })
                }
                ::core::result::Result::Err((node, cause)) => {
                    ::core::result::Result::Err(BootError {
                        node,
                        attempt: 1,
                        cause,
                        rollback_failures: failures.get(),
                    })
                }
            }
        }
        /// Node `bus`: level `early`, priority 100.
        #[inline]
        #[must_use]
        pub fn bus(&self) -> ::bringup::Dev<__user::__Handle_bus> {
            unsafe { SLOT_bus.dev() }
        }
        /// Why `node` is not up although the board is: an optional node that failed, or that needs one that did.
        #[must_use]
        pub fn failure(&self, node: Node) -> ::core::option::Option<&BootError> {
            match node {
                Node::Noise => unsafe { OUTCOME_noise.failure() }
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
        /// Node `bus`: level `early`, priority 100.
        #[inline]
        #[must_use]
        pub fn bus(&self) -> ::bringup::Dev<__user::__Handle_bus> {
            unsafe { SLOT_bus.dev() }
        }
        /// Node `imu`: level `late`, priority 100.
        #[inline]
        #[must_use]
        pub fn imu(&mut self) -> &mut __user::__Handle_imu {
            unsafe { SLOT_imu.get() }
        }
        /// Node `lcd`: level `late`, priority 100.
        #[inline]
        #[must_use]
        pub fn lcd(&mut self) -> &mut __user::__Handle_lcd {
            unsafe { SLOT_lcd.get() }
        }
        /// Node `touch`: level `late`, priority 200.
        #[inline]
        #[must_use]
        pub fn touch(&mut self) -> &mut __user::__Handle_touch {
            unsafe { SLOT_touch.get() }
        }
        /// Node `noise`: level `late`, priority 100.
        #[inline]
        #[must_use]
        pub fn noise(&mut self) -> ::core::option::Option<&mut __user::__Handle_noise> {
            if unsafe { OUTCOME_noise.is_up() } {
                ::core::option::Option::Some(unsafe { SLOT_noise.get() })
            } else {
                ::core::option::Option::None
            }
        }
        /// All handles at once.
        #[inline]
        pub fn parts(&mut self) -> Parts<'_> {
            Parts {
                bus: unsafe { SLOT_bus.dev() },
                imu: unsafe { SLOT_imu.get() },
                lcd: unsafe { SLOT_lcd.get() },
                touch: unsafe { SLOT_touch.get() },
                noise: if unsafe { OUTCOME_noise.is_up() } {
                    ::core::option::Option::Some(unsafe { SLOT_noise.get() })
                } else {
                    ::core::option::Option::None
                },
            }
        }
        /// All handles, for ever: the board never goes down again.
        #[inline]
        pub fn into_static(self) -> StaticParts {
            StaticParts {
                bus: unsafe { SLOT_bus.dev() },
                imu: unsafe { SLOT_imu.get() },
                lcd: unsafe { SLOT_lcd.get() },
                touch: unsafe { SLOT_touch.get() },
                noise: if unsafe { OUTCOME_noise.is_up() } {
                    ::core::option::Option::Some(unsafe { SLOT_noise.get() })
                } else {
                    ::core::option::Option::None
                },
            }
        }
        /// Why `node` is not up although the board is: an optional node that failed, or that needs one that did.
        #[must_use]
        pub fn failure(&self, node: Node) -> ::core::option::Option<&BootError> {
            match node {
                Node::Noise => unsafe { OUTCOME_noise.failure() }
                _ => ::core::option::Option::None,
            }
        }
        /// Run-time control of the board. Each level that is up is held once.
        pub fn into_board(self) -> Board {
            let (mut up, mut taken) = (127, 0);
            if !unsafe { OUTCOME_noise.is_up() } {
                ::bringup::__private::control::Set::remove(&mut up, 3);
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
        /// Node `bus`: level `early`, priority 100.
        pub bus: ::bringup::Dev<__user::__Handle_bus>,
        /// Node `imu`: level `late`, priority 100.
        pub imu: &'board mut __user::__Handle_imu,
        /// Node `lcd`: level `late`, priority 100.
        pub lcd: &'board mut __user::__Handle_lcd,
        /// Node `touch`: level `late`, priority 200.
        pub touch: &'board mut __user::__Handle_touch,
        /// Node `noise`: level `late`, priority 100.
        pub noise: ::core::option::Option<&'board mut __user::__Handle_noise>,
    }
    /// All handles of a board that never goes down again.
    #[must_use]
    pub struct StaticParts {
        /// Node `bus`: level `early`, priority 100.
        pub bus: ::bringup::Dev<__user::__Handle_bus>,
        /// Node `imu`: level `late`, priority 100.
        pub imu: &'static mut __user::__Handle_imu,
        /// Node `lcd`: level `late`, priority 100.
        pub lcd: &'static mut __user::__Handle_lcd,
        /// Node `touch`: level `late`, priority 200.
        pub touch: &'static mut __user::__Handle_touch,
        /// Node `noise`: level `late`, priority 100.
        pub noise: ::core::option::Option<&'static mut __user::__Handle_noise>,
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
        /// Node `bus`: level `early`, priority 100.
        Bus,
        /// Node `imu`: level `late`, priority 100.
        Imu,
        /// Node `lcd`: level `late`, priority 100.
        Lcd,
        /// Node `touch`: level `late`, priority 200.
        Touch,
        /// Node `noise`: level `late`, priority 100.
        Noise,
    }
    impl Node {
        /// All of them.
        pub const ALL: [Self; 7usize] = [
            Self::V3v3,
            Self::Vlcd,
            Self::Bus,
            Self::Imu,
            Self::Lcd,
            Self::Touch,
            Self::Noise,
        ];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::V3v3 => "v3v3",
                Self::Vlcd => "vlcd",
                Self::Bus => "bus",
                Self::Imu => "imu",
                Self::Lcd => "lcd",
                Self::Touch => "touch",
                Self::Noise => "noise",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "v3v3" => ::core::option::Option::Some(Self::V3v3),
                "vlcd" => ::core::option::Option::Some(Self::Vlcd),
                "bus" => ::core::option::Option::Some(Self::Bus),
                "imu" => ::core::option::Option::Some(Self::Imu),
                "lcd" => ::core::option::Option::Some(Self::Lcd),
                "touch" => ::core::option::Option::Some(Self::Touch),
                "noise" => ::core::option::Option::Some(Self::Noise),
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
    /// Node `imu`: level `late`, priority 100.
    pub mod imu {
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_imu, 5>;
    }
    /// Node `lcd`: level `late`, priority 100.
    pub mod lcd {
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_lcd, 4>;
    }
    /// Node `touch`: level `late`, priority 200.
    pub mod touch {
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_touch, 6>;
    }
    /// Node `noise`: level `late`, priority 100.
    pub mod noise {
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_noise, 3>;
    }
    /// The board as a constant: takes no flash unless it is used.
    pub const GRAPH: ::bringup::graph::Graph = ::bringup::graph::Graph {
        name: "concurrent",
        levels: &["early", "late"],
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
                name: "bus",
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
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "touch",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(1),
                priority: ::core::option::Option::Some(200),
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "noise",
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
                to: 1,
                kind: ::bringup::graph::EdgeKind::Power,
            },
            ::bringup::graph::Edge {
                from: 4,
                to: 2,
                kind: ::bringup::graph::EdgeKind::Held,
            },
            ::bringup::graph::Edge {
                from: 5,
                to: 4,
                kind: ::bringup::graph::EdgeKind::Lent,
            },
        ],
        order: &[0, 2, 1, 6, 4, 3, 5],
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
                Node::Noise => unsafe { OUTCOME_noise.failure() }
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
        /// Node `bus`: level `early`, priority 100.
        #[inline]
        #[must_use]
        pub fn bus(&self) -> ::bringup::Dev<__user::__Handle_bus> {
            unsafe { SLOT_bus.dev() }
        }
        /// Node `imu`: level `late`, priority 100.
        #[inline]
        #[must_use]
        pub fn imu(&mut self) -> ::core::option::Option<&mut __user::__Handle_imu> {
            unsafe { ::bringup::__private::control::handle(&__Control, 5, &SLOT_imu) }
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
        /// Node `lcd`: level `late`, priority 100.
        #[inline]
        #[must_use]
        pub fn lcd(&mut self) -> ::core::option::Option<&mut __user::__Handle_lcd> {
            unsafe { ::bringup::__private::control::handle(&__Control, 4, &SLOT_lcd) }
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
        /// Node `touch`: level `late`, priority 200.
        #[inline]
        #[must_use]
        pub fn touch(&mut self) -> ::core::option::Option<&mut __user::__Handle_touch> {
            unsafe { ::bringup::__private::control::handle(&__Control, 6, &SLOT_touch) }
        }
        /// Moves the handle of `touch` out, such as into a task. It stays up until it is back.
        ///
        /// # Errors
        /// It is down, or checked out already.
        pub fn check_out_touch(
            &mut self,
        ) -> ::core::result::Result<touch::Out, Refused> {
            unsafe { ::bringup::__private::control::take_out(&__Control, &SLOT_touch) }
        }
        /// Takes the handle of `touch` in again.
        pub fn check_in_touch(&mut self, out: touch::Out) {
            unsafe {
                ::bringup::__private::control::put_back(&__Control, &SLOT_touch, out)
            }
        }
        /// Node `noise`: level `late`, priority 100.
        #[inline]
        #[must_use]
        pub fn noise(&mut self) -> ::core::option::Option<&mut __user::__Handle_noise> {
            unsafe { ::bringup::__private::control::handle(&__Control, 3, &SLOT_noise) }
        }
        /// Moves the handle of `noise` out, such as into a task. It stays up until it is back.
        ///
        /// # Errors
        /// It is down, or checked out already.
        pub fn check_out_noise(
            &mut self,
        ) -> ::core::result::Result<noise::Out, Refused> {
            unsafe { ::bringup::__private::control::take_out(&__Control, &SLOT_noise) }
        }
        /// Takes the handle of `noise` in again.
        pub fn check_in_noise(&mut self, out: noise::Out) {
            unsafe {
                ::bringup::__private::control::put_back(&__Control, &SLOT_noise, out)
            }
        }
        /// All handles at once, as far as they are there.
        #[inline]
        pub fn split(&mut self) -> Split<'_> {
            Split {
                bus: unsafe { SLOT_bus.dev() },
                imu: unsafe {
                    ::bringup::__private::control::handle(&__Control, 5, &SLOT_imu)
                },
                lcd: unsafe {
                    ::bringup::__private::control::handle(&__Control, 4, &SLOT_lcd)
                },
                touch: unsafe {
                    ::bringup::__private::control::handle(&__Control, 6, &SLOT_touch)
                },
                noise: unsafe {
                    ::bringup::__private::control::handle(&__Control, 3, &SLOT_noise)
                },
            }
        }
    }
    impl Node {
        #[inline]
        fn __place(self) -> ::core::primitive::usize {
            match self {
                Self::V3v3 => 0,
                Self::Vlcd => 2,
                Self::Bus => 1,
                Self::Imu => 5,
                Self::Lcd => 4,
                Self::Touch => 6,
                Self::Noise => 3,
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
                Self::V3v3 => 0,
                Self::Vlcd => 2,
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
        /// Node `bus`: level `early`, priority 100.
        pub bus: ::bringup::Dev<__user::__Handle_bus>,
        /// Node `imu`: level `late`, priority 100.
        pub imu: ::core::option::Option<&'board mut __user::__Handle_imu>,
        /// Node `lcd`: level `late`, priority 100.
        pub lcd: ::core::option::Option<&'board mut __user::__Handle_lcd>,
        /// Node `touch`: level `late`, priority 200.
        pub touch: ::core::option::Option<&'board mut __user::__Handle_touch>,
        /// Node `noise`: level `late`, priority 100.
        pub noise: ::core::option::Option<&'board mut __user::__Handle_noise>,
    }
    #[inline]
    async fn boot_all(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        const GATE_0: &[::core::primitive::u16] = &[2];
        const GATE_1: &[::core::primitive::u16] = &[5, 6, 7];
        let flow = ::bringup::__private::Flow::<9>::new();
        let undo = ::bringup::__private::Undo(|| {
            if flow.has_ended(8) {
                __user::__down_touch(permit);
            }
            if flow.has_ended(7) {
                __user::__down_imu(permit);
            }
            if flow.has_ended(6) {
                __user::__down_lcd(permit);
            }
            if unsafe { OUTCOME_noise.leave() } {
                __user::__down_noise(permit);
            }
            if flow.has_ended(3) {
                __user::__down_vlcd(permit);
            }
            if flow.has_ended(2) {
                __user::__down_bus(permit, failures);
            }
            if flow.has_ended(0) {
                __user::__down_v3v3(permit);
            }
        });
        let mut failure_noise: ::core::option::Option<
            (__user::__Error, ::core::primitive::u8),
        > = ::core::option::Option::None;
        {
            let task_0 = async {
                __user::__up_v3v3(permit);
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_0 = ::core::pin::pin!(task_0);
            let task_1 = async {
                flow.until(&[0], &[]).await;
                let start = <__user::__Clock as ::bringup::Clock>::now();
                <__user::__Clock as ::bringup::Clock>::sleep(start, 2000, 2000).await;
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_1 = ::core::pin::pin!(task_1);
            let task_2 = async {
                __user::__up_bus(permit);
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_2 = ::core::pin::pin!(task_2);
            let task_3 = async {
                flow.until(&[], GATE_0).await;
                __user::__up_vlcd(permit);
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_3 = ::core::pin::pin!(task_3);
            let task_4 = async {
                flow.until(&[3], &[]).await;
                let start = <__user::__Clock as ::bringup::Clock>::now();
                <__user::__Clock as ::bringup::Clock>::sleep(start, 1000, 1000).await;
                __user::__good_vlcd(permit, start)
                    .await
                    .map_err(|cause| (Node::Vlcd, cause))?;
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_4 = ::core::pin::pin!(task_4);
            let task_5 = async {
                flow.until(&[], GATE_0).await;
                failure_noise = match __user::__up_noise(permit).await {
                    ::core::result::Result::Ok(()) => {
                        unsafe { OUTCOME_noise.came() };
                        ::core::option::Option::None
                    }
                    ::core::result::Result::Err(failure) => {
                        ::core::option::Option::Some((failure, 1u8))
                    }
                };
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_5 = ::core::pin::pin!(task_5);
            let task_6 = async {
                flow.until(&[2, 4], GATE_0).await;
                if let ::core::result::Result::Err(cause) = __user::__up_lcd(permit)
                    .await
                {
                    return ::core::result::Result::Err((Node::Lcd, cause));
                }
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_6 = ::core::pin::pin!(task_6);
            let task_7 = async {
                flow.until(&[1, 2, 6], GATE_0).await;
                if let ::core::result::Result::Err(cause) = __user::__up_imu(permit)
                    .await
                {
                    return ::core::result::Result::Err((Node::Imu, cause));
                }
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_7 = ::core::pin::pin!(task_7);
            let task_8 = async {
                flow.until(&[6, 7], GATE_1).await;
                if let ::core::result::Result::Err(cause) = __user::__up_touch(permit) {
                    return ::core::result::Result::Err((Node::Touch, cause));
                }
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_8 = ::core::pin::pin!(task_8);
            flow.run(|task, context| match task {
                    0 => ::core::future::Future::poll(task_0.as_mut(), context),
                    1 => ::core::future::Future::poll(task_1.as_mut(), context),
                    2 => ::core::future::Future::poll(task_2.as_mut(), context),
                    3 => ::core::future::Future::poll(task_3.as_mut(), context),
                    4 => ::core::future::Future::poll(task_4.as_mut(), context),
                    5 => ::core::future::Future::poll(task_5.as_mut(), context),
                    6 => ::core::future::Future::poll(task_6.as_mut(), context),
                    7 => ::core::future::Future::poll(task_7.as_mut(), context),
                    8 => ::core::future::Future::poll(task_8.as_mut(), context),
                    _ => ::core::task::Poll::Ready(::core::result::Result::Ok(())),
                })
                .await?;
        }
        if !unsafe { OUTCOME_noise.is_up() } {
            let failures = &::bringup::__private::Failures::new();
            if let ::core::option::Option::Some((cause, attempt)) = failure_noise {
                let rollback_failures = failures.get();
                let failure = BootError {
                    node: Node::Noise,
                    attempt,
                    cause,
                    rollback_failures,
                };
                unsafe { OUTCOME_noise.record(::core::option::Option::Some(failure)) };
            }
        }
        undo.disarm();
        ::core::result::Result::Ok(())
    }
    #[inline]
    async fn boot_level_early(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        let flow = ::bringup::__private::Flow::<3>::new();
        let undo = ::bringup::__private::Undo(|| {
            if flow.has_ended(2) {
                __user::__down_bus(permit, failures);
            }
            if flow.has_ended(0) {
                __user::__down_v3v3(permit);
            }
        });
        {
            let task_0 = async {
                __user::__up_v3v3(permit);
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_0 = ::core::pin::pin!(task_0);
            let task_1 = async {
                flow.until(&[0], &[]).await;
                let start = <__user::__Clock as ::bringup::Clock>::now();
                <__user::__Clock as ::bringup::Clock>::sleep(start, 2000, 2000).await;
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_1 = ::core::pin::pin!(task_1);
            let task_2 = async {
                __user::__up_bus(permit);
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_2 = ::core::pin::pin!(task_2);
            flow.run(|task, context| match task {
                    0 => ::core::future::Future::poll(task_0.as_mut(), context),
                    1 => ::core::future::Future::poll(task_1.as_mut(), context),
                    2 => ::core::future::Future::poll(task_2.as_mut(), context),
                    _ => ::core::task::Poll::Ready(::core::result::Result::Ok(())),
                })
                .await?;
        }
        undo.disarm();
        ::core::result::Result::Ok(())
    }
    fn down_level_early(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) {
        {
            __user::__down_bus(permit, failures);
        }
        {
            __user::__down_v3v3(permit);
        }
    }
    #[inline]
    async fn boot_level_late(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        const GATE_0: &[::core::primitive::u16] = &[2, 3, 4];
        let undo_level_0 = ::bringup::__private::undo_counting(
            permit,
            failures,
            down_level_early,
        );
        let flow = ::bringup::__private::Flow::<6>::new();
        let undo = ::bringup::__private::Undo(|| {
            if flow.has_ended(5) {
                __user::__down_touch(permit);
            }
            if flow.has_ended(4) {
                __user::__down_imu(permit);
            }
            if flow.has_ended(3) {
                __user::__down_lcd(permit);
            }
            if unsafe { OUTCOME_noise.leave() } {
                __user::__down_noise(permit);
            }
            if flow.has_ended(0) {
                __user::__down_vlcd(permit);
            }
        });
        let mut failure_noise: ::core::option::Option<
            (__user::__Error, ::core::primitive::u8),
        > = ::core::option::Option::None;
        {
            let task_0 = async {
                __user::__up_vlcd(permit);
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_0 = ::core::pin::pin!(task_0);
            let task_1 = async {
                flow.until(&[0], &[]).await;
                let start = <__user::__Clock as ::bringup::Clock>::now();
                <__user::__Clock as ::bringup::Clock>::sleep(start, 1000, 1000).await;
                __user::__good_vlcd(permit, start)
                    .await
                    .map_err(|cause| (Node::Vlcd, cause))?;
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_1 = ::core::pin::pin!(task_1);
            let task_2 = async {
                failure_noise = match __user::__up_noise(permit).await {
                    ::core::result::Result::Ok(()) => {
                        unsafe { OUTCOME_noise.came() };
                        ::core::option::Option::None
                    }
                    ::core::result::Result::Err(failure) => {
                        ::core::option::Option::Some((failure, 1u8))
                    }
                };
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_2 = ::core::pin::pin!(task_2);
            let task_3 = async {
                flow.until(&[1], &[]).await;
                if let ::core::result::Result::Err(cause) = __user::__up_lcd(permit)
                    .await
                {
                    return ::core::result::Result::Err((Node::Lcd, cause));
                }
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_3 = ::core::pin::pin!(task_3);
            let task_4 = async {
                flow.until(&[3], &[]).await;
                if let ::core::result::Result::Err(cause) = __user::__up_imu(permit)
                    .await
                {
                    return ::core::result::Result::Err((Node::Imu, cause));
                }
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_4 = ::core::pin::pin!(task_4);
            let task_5 = async {
                flow.until(&[3, 4], GATE_0).await;
                if let ::core::result::Result::Err(cause) = __user::__up_touch(permit) {
                    return ::core::result::Result::Err((Node::Touch, cause));
                }
                ::core::result::Result::Ok::<(), (Node, __user::__Error)>(())
            };
            let mut task_5 = ::core::pin::pin!(task_5);
            flow.run(|task, context| match task {
                    0 => ::core::future::Future::poll(task_0.as_mut(), context),
                    1 => ::core::future::Future::poll(task_1.as_mut(), context),
                    2 => ::core::future::Future::poll(task_2.as_mut(), context),
                    3 => ::core::future::Future::poll(task_3.as_mut(), context),
                    4 => ::core::future::Future::poll(task_4.as_mut(), context),
                    5 => ::core::future::Future::poll(task_5.as_mut(), context),
                    _ => ::core::task::Poll::Ready(::core::result::Result::Ok(())),
                })
                .await?;
        }
        if !unsafe { OUTCOME_noise.is_up() } {
            let failures = &::bringup::__private::Failures::new();
            if let ::core::option::Option::Some((cause, attempt)) = failure_noise {
                let rollback_failures = failures.get();
                let failure = BootError {
                    node: Node::Noise,
                    attempt,
                    cause,
                    rollback_failures,
                };
                unsafe { OUTCOME_noise.record(::core::option::Option::Some(failure)) };
            }
        }
        undo.disarm();
        undo_level_0.disarm();
        ::core::result::Result::Ok(())
    }
    static SLOT_bus: ::bringup::__private::Shared<__user::__Handle_bus> = <::bringup::__private::Shared<
        __user::__Handle_bus,
    >>::new();
    static SLOT_imu: ::bringup::__private::Slot<__user::__Handle_imu> = <::bringup::__private::Slot<
        __user::__Handle_imu,
    >>::new();
    static SLOT_lcd: ::bringup::__private::Slot<__user::__Handle_lcd> = <::bringup::__private::Slot<
        __user::__Handle_lcd,
    >>::new();
    static SLOT_touch: ::bringup::__private::Slot<__user::__Handle_touch> = <::bringup::__private::Slot<
        __user::__Handle_touch,
    >>::new();
    static SLOT_noise: ::bringup::__private::Slot<__user::__Handle_noise> = <::bringup::__private::Slot<
        __user::__Handle_noise,
    >>::new();
    static OUTCOME_noise: ::bringup::__private::Outcome<BootError> = ::bringup::__private::Outcome::new();
    static ON_v3v3: ::bringup::__private::OnSince = ::bringup::__private::OnSince::new();
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
                nodes: 7,
                needs: ::bringup::__private::control::Masks(
                    &[0, 0, 0, 0, 6, 3, 16, 3, 120],
                ),
                closures: ::bringup::__private::control::Masks(
                    &[1, 2, 4, 8, 22, 35, 86, 131, 383],
                ),
                lent_up: ::bringup::__private::control::Masks(&[0, 0, 0, 0, 0, 0, 16]),
                lent_down: ::bringup::__private::control::Masks(&[]),
                claims: 0,
                lost_down: 0,
                lost_failed: 0,
                tolerated: 8,
                support: 0,
                stays_on: 0,
                settles: 5,
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
                Node::V3v3,
                Node::Bus,
                Node::Vlcd,
                Node::Noise,
                Node::Lcd,
                Node::Imu,
                Node::Touch,
            ];
            NODES.get(node).copied().unwrap_or(Node::Touch)
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
                1 => unsafe { SLOT_bus.is_busy() }
                _ => false,
            }
        }
        fn begin(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) -> ::core::primitive::bool {
            match node {
                1 => unsafe { SLOT_bus.begin() }
                _ => true,
            }
        }
        fn abandon(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) {
            match node {
                1 => unsafe { SLOT_bus.finish() }
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
                0 => {
                    __user::__down_v3v3(permit);
                    true
                }
                2 => {
                    __user::__down_vlcd(permit);
                    true
                }
                1 => __user::__down_bus(permit, failures),
                5 => {
                    __user::__down_imu(permit);
                    true
                }
                4 => {
                    __user::__down_lcd(permit);
                    true
                }
                6 => {
                    __user::__down_touch(permit);
                    true
                }
                3 => {
                    __user::__down_noise(permit);
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
                3 => unsafe { OUTCOME_noise.record(failure) }
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
                3 => &OUTCOME_noise,
                _ => return,
            };
            match node {
                3 => unsafe { OUTCOME_noise.blame(need) }
                _ => {}
            }
        }
    }
    async fn __settle(
        permit: ::bringup::__private::Permit,
        node: ::core::primitive::usize,
    ) -> ::bringup::__private::control::Attempt<__Control> {
        let _ = (permit, node);
        match node {
            0 => __user::__settle_v3v3(permit).await,
            _ => __user::__settle_vlcd(permit).await,
        }
    }
    async fn __start(
        permit: ::bringup::__private::Permit,
        node: ::core::primitive::usize,
        forced: ::core::primitive::bool,
    ) -> ::bringup::__private::control::Attempt<__Control> {
        let _ = (permit, forced);
        match node {
            0 => {
                let attempt = {
                    __user::__up_v3v3(permit);
                    ::core::result::Result::Ok(())
                };
                { unsafe { ON_v3v3.note::<__user::__Clock>() } }
                attempt
            }
            2 => {
                let attempt = {
                    __user::__up_vlcd(permit);
                    ::core::result::Result::Ok(())
                };
                { unsafe { ON_vlcd.note::<__user::__Clock>() } }
                attempt
            }
            1 => {
                __user::__up_bus(permit);
                ::core::result::Result::Ok(())
            }
            5 => __user::__up_imu(permit).await,
            4 => __user::__up_lcd(permit).await,
            6 => __user::__up_touch(permit),
            3 => __user::__up_noise(permit).await,
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
        pub(super) type __Handle_bus = soc::Bus;
        pub(super) type __Handle_imu = drivers::Imu;
        pub(super) type __Handle_lcd = drivers::Lcd;
        pub(super) type __Handle_touch = drivers::Touch;
        pub(super) type __Handle_noise = drivers::Noise;
        #[inline(always)]
        pub(super) fn __up_v3v3(_permit: ::bringup::__private::Permit) {
            power::on();
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
        pub(super) fn __down_v3v3(_permit: ::bringup::__private::Permit) {
            (|| {
                power::off();
            })();
        }
        #[inline(always)]
        pub(super) fn __up_vlcd(_permit: ::bringup::__private::Permit) {
            power::on();
        }
        #[inline]
        pub(super) async fn __good_vlcd(
            _permit: ::bringup::__private::Permit,
            start: ::core::primitive::u32,
        ) -> ::core::result::Result<(), crate::Error> {
            ::bringup::__private::settle_async::<
                __Clock,
                crate::Error,
            >(
                    start,
                    9000,
                    async move || -> ::core::result::Result<
                        ::core::primitive::bool,
                        crate::Error,
                    > {
                        (|| -> ::core::result::Result<
                            ::core::primitive::bool,
                            crate::Error,
                        > {
                            let value: ::core::primitive::bool = power::good()?;
                            ::core::result::Result::Ok(value)
                        })()
                    },
                )
                .await
        }
        #[inline]
        pub(super) async fn __settle_vlcd(
            permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let start = unsafe { super::ON_vlcd.get() };
            <__Clock as ::bringup::Clock>::sleep(start, 1000, 1000).await;
            __good_vlcd(permit, start).await
        }
        #[inline(always)]
        pub(super) fn __down_vlcd(_permit: ::bringup::__private::Permit) {
            (|| {
                power::off();
            })();
        }
        #[inline(always)]
        pub(super) fn __up_bus(_permit: ::bringup::__private::Permit) {
            let value: soc::Bus = soc::Bus::new();
            unsafe { super::SLOT_bus.install(value) };
        }
        #[inline(always)]
        pub(super) fn __down_bus(
            _permit: ::bringup::__private::Permit,
            failures: &::bringup::__private::Failures,
        ) -> ::core::primitive::bool {
            let () = {
                let ::core::option::Option::Some(mut __this) = (unsafe {
                    super::SLOT_bus.remove()
                }) else {
                    failures.count();
                    return false;
                };
                unsafe { super::SLOT_bus.finish() };
                let _ = &mut __this;
                let result = (|| {
                    __this.close();
                })();
                result
            };
            true
        }
        #[inline(always)]
        pub(super) async fn __up_imu(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let __dev_bus = unsafe { super::SLOT_bus.dev() };
            let value = async {
                let value: drivers::Imu = drivers::Imu::start(__dev_bus).await?;
                ::core::result::Result::Ok::<drivers::Imu, crate::Error>(value)
            }
                .await?;
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
        pub(super) async fn __up_lcd(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let __dev_bus = unsafe { super::SLOT_bus.dev() };
            let value = async {
                let value: drivers::Lcd = drivers::Lcd::start(__dev_bus).await?;
                ::core::result::Result::Ok::<drivers::Lcd, crate::Error>(value)
            }
                .await?;
            unsafe { super::SLOT_lcd.put(value) };
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_lcd(_permit: ::bringup::__private::Permit) {
            {
                let _this = unsafe { super::SLOT_lcd.take() };
            }
        }
        #[inline(always)]
        pub(super) fn __up_touch(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let mut guard = unsafe { super::SLOT_lcd.lend() };
            let __lend_lcd = &mut *guard;
            let value: drivers::Touch = drivers::Touch::new(&mut *__lend_lcd)?;
            unsafe { super::SLOT_touch.put(value) };
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_touch(_permit: ::bringup::__private::Permit) {
            {
                let _this = unsafe { super::SLOT_touch.take() };
            }
        }
        #[inline(always)]
        pub(super) async fn __up_noise(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), crate::Error> {
            let value = async {
                let value: drivers::Noise = drivers::Noise::start().await?;
                ::core::result::Result::Ok::<drivers::Noise, crate::Error>(value)
            }
                .await?;
            unsafe { super::SLOT_noise.put(value) };
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_noise(_permit: ::bringup::__private::Permit) {
            {
                let _this = unsafe { super::SLOT_noise.take() };
            }
        }
    }
}
