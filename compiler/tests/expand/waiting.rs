/// Board `waiting`.
pub(in super::super) mod waiting {
    /// What the firmware hands over to board `waiting`.
    pub struct Inputs {}
    type Token<Stage> = ::bringup::__private::Token<
        Stage,
        (::bringup::Dev<__user::__Handle_bus>, __user::__Handle_sensor),
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
            static TAKEN: ::bringup::__private::Once = ::bringup::__private::Once::new();
            if !TAKEN.take() {
                return ::core::option::Option::None;
            }
            let Inputs {} = inputs;
            ::core::option::Option::Some(Fresh {
                token: unsafe { ::bringup::__private::Token::new() },
            })
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
        /// Node `sensor`: level `early`, priority 100.
        #[inline]
        #[must_use]
        pub fn sensor(&mut self) -> &mut __user::__Handle_sensor {
            unsafe { SLOT_sensor.get() }
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
    #[inline]
    async fn boot_all(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        __user::__up_bus(permit).await.map_err(|cause| (Node::Bus, cause))?;
        let undo_bus = ::bringup::__private::Undo(move || __user::__down_bus(
            permit,
            failures,
        ));
        __user::__up_sensor(permit).await.map_err(|cause| (Node::Sensor, cause))?;
        let undo_sensor = ::bringup::__private::Undo(move || __user::__down_sensor(
            permit,
        ));
        __user::__up_lamp(permit);
        let undo_lamp = ::bringup::__private::Undo(move || __user::__down_lamp(
            permit,
            failures,
        ));
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
        __user::__up_bus(permit).await.map_err(|cause| (Node::Bus, cause))?;
        let undo_bus = ::bringup::__private::Undo(move || __user::__down_bus(
            permit,
            failures,
        ));
        __user::__up_sensor(permit).await.map_err(|cause| (Node::Sensor, cause))?;
        let undo_sensor = ::bringup::__private::Undo(move || __user::__down_sensor(
            permit,
        ));
        undo_sensor.disarm();
        undo_bus.disarm();
        ::core::result::Result::Ok(())
    }
    fn down_level_early(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) {
        __user::__down_sensor(permit);
        __user::__down_bus(permit, failures);
    }
    #[inline]
    fn boot_level_late(
        permit: ::bringup::__private::Permit,
        failures: &::bringup::__private::Failures,
    ) -> ::core::result::Result<(), (Node, __user::__Error)> {
        let undo_level_0 = ::bringup::__private::Undo(move || down_level_early(
            permit,
            failures,
        ));
        __user::__up_lamp(permit);
        let undo_lamp = ::bringup::__private::Undo(move || __user::__down_lamp(
            permit,
            failures,
        ));
        undo_lamp.disarm();
        undo_level_0.disarm();
        ::core::result::Result::Ok(())
    }
    static SLOT_bus: ::bringup::__private::Shared<__user::__Handle_bus> = ::bringup::__private::Shared::new();
    static SLOT_sensor: ::bringup::__private::Slot<__user::__Handle_sensor> = ::bringup::__private::Slot::new();
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
        ) {
            let () = {
                let ::core::option::Option::Some(mut __this) = (unsafe {
                    super::SLOT_bus.remove()
                }) else {
                    failures.count();
                    return;
                };
                let _ = &mut __this;
                let result = (|| {
                    __this.close();
                })();
                result
            };
            unsafe { super::SLOT_bus.finish() };
        }
        #[inline(always)]
        pub(super) async fn __up_sensor(
            _permit: ::bringup::__private::Permit,
        ) -> ::core::result::Result<(), super::super::super::Error> {
            let __dev_bus = unsafe { super::SLOT_bus.dev() };
            let mut guard = unsafe { super::SLOT_bus.lend() }?;
            let __lend_bus = &mut *guard;
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
            let value = (|| {
                let value: () = lamp::on();
                value
            })();
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
            let ::core::result::Result::Ok(()) = result else {
                failures.count();
                return;
            };
        }
    }
}
