/// Board `waiting`.
pub(in super::super) mod waiting {
    /// What the firmware hands over to board `waiting`.
    pub struct Inputs {}
    type Token<Stage> = ::bringup::__private::Token<
        Stage,
        (::bringup::Dev<__user::__Handle_bus>, __user::__Handle_sensor),
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
                        attempt: ::bringup::Always,
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
            let failures = ::bringup::__private::Failures::new();
            match boot_level_late(permit, &failures) {
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
        /// Node `bus`: level `early`, priority 100.
        #[inline]
        #[must_use]
        pub fn bus(&self) -> ::bringup::Dev<__user::__Handle_bus> {
            unsafe { SLOT_bus.dev() }
        }
        /// Node `sensor`: level `early`, priority 100.
        #[inline]
        #[must_use]
        pub fn sensor(&mut self) -> &mut __user::__Handle_sensor {
            unsafe { SLOT_sensor.get() }
        }
        /// Run-time control of the board. Each level that is up is held once.
        pub fn into_board(self) -> Board {
            ::bringup::__private::control::adopt(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                3usize..4usize,
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
        /// Node `sensor`: level `early`, priority 100.
        #[inline]
        #[must_use]
        pub fn sensor(&mut self) -> &mut __user::__Handle_sensor {
            unsafe { SLOT_sensor.get() }
        }
        /// All handles at once.
        #[inline]
        pub fn parts(&mut self) -> Parts<'_> {
            Parts {
                bus: unsafe { SLOT_bus.dev() },
                sensor: unsafe { SLOT_sensor.get() },
            }
        }
        /// All handles, for ever: the board never goes down again.
        #[inline]
        pub fn into_static(self) -> StaticParts {
            StaticParts {
                bus: unsafe { SLOT_bus.dev() },
                sensor: unsafe { SLOT_sensor.get() },
            }
        }
        /// Run-time control of the board. Each level that is up is held once.
        pub fn into_board(self) -> Board {
            ::bringup::__private::control::adopt(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                3usize..5usize,
                7,
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
        /// Node `bus`: level `early`, priority 100.
        pub bus: ::bringup::Dev<__user::__Handle_bus>,
        /// Node `sensor`: level `early`, priority 100.
        pub sensor: &'board mut __user::__Handle_sensor,
    }
    /// All handles of a board that never goes down again.
    #[must_use]
    pub struct StaticParts {
        /// Node `bus`: level `early`, priority 100.
        pub bus: ::bringup::Dev<__user::__Handle_bus>,
        /// Node `sensor`: level `early`, priority 100.
        pub sensor: &'static mut __user::__Handle_sensor,
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
        /// Node `bus`: level `early`, priority 100.
        Bus,
        /// Node `sensor`: level `early`, priority 100.
        Sensor,
        /// Comes up without a handle.
        ///
        /// Node `lamp`: level `late`, priority 100.
        Lamp,
    }
    impl Node {
        /// All of them.
        pub const ALL: [Self; 3usize] = [Self::Bus, Self::Sensor, Self::Lamp];
        /// The name in the board file.
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            match self {
                Self::Bus => "bus",
                Self::Sensor => "sensor",
                Self::Lamp => "lamp",
            }
        }
        /// The one with this name in the board file.
        #[must_use]
        pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            match name {
                "bus" => ::core::option::Option::Some(Self::Bus),
                "sensor" => ::core::option::Option::Some(Self::Sensor),
                "lamp" => ::core::option::Option::Some(Self::Lamp),
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
    /// Node `sensor`: level `early`, priority 100.
    pub mod sensor {
        /// The handle, checked out of the board.
        pub type Out = ::bringup::Out<super::Board, super::__user::__Handle_sensor, 1>;
    }
    /// The board as a constant: takes no flash unless it is used.
    pub const GRAPH: ::bringup::graph::Graph = ::bringup::graph::Graph {
        name: "waiting",
        levels: &["early", "late"],
        nodes: &[
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
                name: "sensor",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(0),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: false,
                docs: "",
            },
            ::bringup::graph::Node {
                name: "lamp",
                kind: ::bringup::graph::NodeKind::Device,
                level: ::core::option::Option::Some(1),
                priority: ::core::option::Option::Some(100),
                address: ::core::option::Option::None,
                deferred: false,
                docs: "Comes up without a handle.",
            },
        ],
        edges: &[
            ::bringup::graph::Edge {
                from: 1,
                to: 0,
                kind: ::bringup::graph::EdgeKind::Held,
            },
            ::bringup::graph::Edge {
                from: 1,
                to: 0,
                kind: ::bringup::graph::EdgeKind::Lent,
            },
            ::bringup::graph::Edge {
                from: 2,
                to: 1,
                kind: ::bringup::graph::EdgeKind::Depends,
            },
        ],
        order: &[0, 1, 2],
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
            let root = 3usize + level as ::core::primitive::usize;
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
            let root = 3usize + level as ::core::primitive::usize;
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
            __acquire(3usize..5usize).await
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
                3usize..5usize,
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
            let root = 3usize + level as ::core::primitive::usize;
            ::bringup::__private::control::holds(
                &__Control,
                unsafe { ::bringup::__private::Permit::new() },
                root,
            )
        }
        /// Node `bus`: level `early`, priority 100.
        #[inline]
        #[must_use]
        pub fn bus(&self) -> ::bringup::Dev<__user::__Handle_bus> {
            unsafe { SLOT_bus.dev() }
        }
        /// Node `sensor`: level `early`, priority 100.
        #[inline]
        #[must_use]
        pub fn sensor(
            &mut self,
        ) -> ::core::option::Option<&mut __user::__Handle_sensor> {
            unsafe { ::bringup::__private::control::handle(&__Control, 1, &SLOT_sensor) }
        }
        /// Moves the handle of `sensor` out, such as into a task. It stays up until it is back.
        ///
        /// # Errors
        /// It is down, or checked out already.
        pub fn check_out_sensor(
            &mut self,
        ) -> ::core::result::Result<sensor::Out, Refused> {
            unsafe { ::bringup::__private::control::take_out(&__Control, &SLOT_sensor) }
        }
        /// Takes the handle of `sensor` in again.
        pub fn check_in_sensor(&mut self, out: sensor::Out) {
            unsafe {
                ::bringup::__private::control::put_back(&__Control, &SLOT_sensor, out)
            }
        }
        /// All handles at once, as far as they are there.
        #[inline]
        pub fn split(&mut self) -> Split<'_> {
            Split {
                bus: unsafe { SLOT_bus.dev() },
                sensor: unsafe {
                    ::bringup::__private::control::handle(&__Control, 1, &SLOT_sensor)
                },
            }
        }
    }
    impl Node {
        #[inline]
        fn __place(self) -> ::core::primitive::usize {
            self as ::core::primitive::usize
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
    /// All handles of a board at once, as far as they are there.
    #[must_use]
    pub struct Split<'board> {
        /// Node `bus`: level `early`, priority 100.
        pub bus: ::bringup::Dev<__user::__Handle_bus>,
        /// Node `sensor`: level `early`, priority 100.
        pub sensor: ::core::option::Option<&'board mut __user::__Handle_sensor>,
    }
    #[inline]
    async fn boot_all(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        if let ::core::result::Result::Err(cause) = __user::__up_bus(permit).await {
            return ::core::result::Result::Err((Node::Bus, cause));
        }
        let undo_bus = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_bus,
        );
        if let ::core::result::Result::Err(cause) = __user::__up_sensor(permit).await {
            return ::core::result::Result::Err((Node::Sensor, cause));
        }
        let undo_sensor = ::bringup::__private::undo(permit, __user::__down_sensor);
        __user::__up_lamp(permit);
        let undo_lamp = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_lamp,
        );
        undo_lamp.disarm();
        undo_sensor.disarm();
        undo_bus.disarm();
        ::core::result::Result::Ok(())
    }
    #[inline]
    async fn boot_level_early(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        if let ::core::result::Result::Err(cause) = __user::__up_bus(permit).await {
            return ::core::result::Result::Err((Node::Bus, cause));
        }
        let undo_bus = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_bus,
        );
        if let ::core::result::Result::Err(cause) = __user::__up_sensor(permit).await {
            return ::core::result::Result::Err((Node::Sensor, cause));
        }
        let undo_sensor = ::bringup::__private::undo(permit, __user::__down_sensor);
        undo_sensor.disarm();
        undo_bus.disarm();
        ::core::result::Result::Ok(())
    }
    fn down_level_early(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) {
        {
            __user::__down_sensor(permit);
        }
        {
            __user::__down_bus(permit, failures);
        }
    }
    #[inline]
    fn boot_level_late(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        let undo_level_0 = ::bringup::__private::undo_counting(
            permit,
            failures,
            down_level_early,
        );
        __user::__up_lamp(permit);
        let undo_lamp = ::bringup::__private::undo_counting(
            permit,
            failures,
            __user::__down_lamp,
        );
        undo_lamp.disarm();
        undo_level_0.disarm();
        ::core::result::Result::Ok(())
    }
    static SLOT_bus: ::bringup::__private::Shared<__user::__Handle_bus> = <::bringup::__private::Shared<
        __user::__Handle_bus,
    >>::new();
    static SLOT_sensor: ::bringup::__private::Slot<__user::__Handle_sensor> = <::bringup::__private::Slot<
        __user::__Handle_sensor,
    >>::new();
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    struct __Control;
    impl ::bringup::__private::control::Board for __Control {
        type Node = Node;
        type Level = Level;
        type Error = __user::__Error;
        type Failure = __user::__Error;
        type Set = ::core::primitive::u32;
        type Sets = ::bringup::__private::control::Masks<::core::primitive::u8>;
        fn table(
            &self,
        ) -> &'static ::bringup::__private::control::Table<
            ::core::primitive::u32,
            ::bringup::__private::control::Masks<::core::primitive::u8>,
        > {
            static TABLE: ::bringup::__private::control::Table<
                ::core::primitive::u32,
                ::bringup::__private::control::Masks<::core::primitive::u8>,
            > = ::bringup::__private::control::Table {
                nodes: 3,
                needs: ::bringup::__private::control::Masks(&[0, 1, 2, 3, 4]),
                closures: ::bringup::__private::control::Masks(&[1, 3, 7, 11, 23]),
                lent_up: ::bringup::__private::control::Masks(&[0, 1, 0]),
                lent_down: ::bringup::__private::control::Masks(&[]),
                claims: 0,
                lost_down: 0,
                lost_failed: 0,
                tolerated: 0,
                support: 0,
                stays_on: 0,
                settles: 0,
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
                [::bringup::__private::control::Holds; 5],
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
            match node {
                0 => Node::Bus,
                1 => Node::Sensor,
                _ => Node::Lamp,
            }
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
                0 => unsafe { SLOT_bus.is_busy() }
                _ => false,
            }
        }
        fn begin(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) -> ::core::primitive::bool {
            match node {
                0 => unsafe { SLOT_bus.begin() }
                _ => true,
            }
        }
        fn abandon(
            &self,
            _: ::bringup::__private::Permit,
            node: ::core::primitive::usize,
        ) {
            match node {
                0 => unsafe { SLOT_bus.finish() }
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
                0 => __user::__down_bus(permit, failures),
                1 => {
                    __user::__down_sensor(permit);
                    true
                }
                2 => {
                    __user::__down_lamp(permit, failures);
                    true
                }
                _ => true,
            }
        }
    }
    async fn __settle(
        permit: ::bringup::__private::Permit,
        node: ::core::primitive::usize,
    ) -> ::bringup::__private::control::Attempt<__Control> {
        let _ = (permit, node);
        ::core::result::Result::Ok(())
    }
    async fn __start(
        permit: ::bringup::__private::Permit,
        node: ::core::primitive::usize,
        forced: ::core::primitive::bool,
    ) -> ::bringup::__private::control::Attempt<__Control> {
        let _ = (permit, forced);
        match node {
            0 => __user::__up_bus(permit).await,
            1 => __user::__up_sensor(permit).await,
            2 => {
                __user::__up_lamp(permit);
                ::core::result::Result::Ok(())
            }
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
    #[allow(unused_qualifications, clippy::unreadable_literal)]
    mod __user {
        use super::super::super::*;
        pub(super) type __Error = super::super::super::Error;
        pub(super) type __Handle_bus = Bus;
        pub(super) type __Handle_sensor = Sensor;
        #[inline(always)]
        pub(super) async fn __up_bus(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), super::super::super::Error> {
            let value = async {
                let value: Bus = Bus::open(super::super::super::super::PORT).await?;
                ::core::result::Result::Ok::<Bus, super::super::super::Error>(value)
            }
                .await?;
            unsafe { super::SLOT_bus.install(value) };
            ::core::result::Result::Ok(())
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
        pub(super) async fn __up_sensor(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), super::super::super::Error> {
            let mut guard = unsafe { super::SLOT_bus.lend() }?;
            let __lend_bus = &mut *guard;
            let __dev_bus = unsafe { super::SLOT_bus.dev() };
            let value = async {
                let value: Sensor = Sensor::new(__dev_bus, &mut *__lend_bus).await?;
                ::core::result::Result::Ok::<Sensor, super::super::super::Error>(value)
            }
                .await?;
            unsafe { super::SLOT_sensor.put(value) };
            ::core::result::Result::Ok(())
        }
        #[inline(always)]
        pub(super) fn __down_sensor(_permit: ::bringup::__private::Permit) {
            {
                let _this = unsafe { super::SLOT_sensor.take() };
            }
        }
        #[inline(always)]
        pub(super) fn __up_lamp(_permit: ::bringup::__private::Permit) {
            let value: () = lamp::on();
        }
        #[inline(always)]
        pub(super) fn __down_lamp(
            _permit: ::bringup::__private::Permit,
            failures: &::bringup::__private::Failures,
        ) {
            let result = {
                let result = (|| -> ::core::result::Result<
                    (),
                    super::super::super::Error,
                > {
                    lamp::off()?;
                    ::core::result::Result::Ok(())
                })();
                result
            };
            if let ::core::result::Result::Ok(()) = result {} else {
                failures.count();
            }
        }
    }
}
