//! Whatever the user has in scope, the generated code means its own.
#![deny(warnings, missing_docs, unsafe_code)]

#[allow(dead_code, non_camel_case_types, missing_docs)]
mod shadows {
    pub struct Result;
    pub struct Option;
    pub struct Some;
    pub struct Ok;
    pub struct u8;
    pub struct Node;
    pub struct Level;
    pub struct Inputs(pub i32);
    pub trait Clone {}
    pub mod core {}
    pub mod bringup {}
    pub fn drop() {}
}

/// A driver named like a generated type.
pub struct Running(shadows::Inputs);

mod firmware {
    use super::Running;
    #[allow(unused_imports)]
    use super::shadows::*;

    fn make(number: i32) -> Result {
        let _ = number;
        Result
    }

    ::bringup::board! {
        board hub;
        input node: i32;
        inputs: Inputs { init = Inputs(node); }
        result: Result { init = make(1); }
        running: Running { init = { let this = self::Inputs(2); super::Running(this) }; }
    }

    pub(super) fn main() {
        let booted = hub::Fresh::take(hub::Inputs { node: 4 }).map(hub::Fresh::boot);
        match booted {
            ::core::option::Option::Some(::core::result::Result::Ok(mut running)) => {
                assert_eq!(running.inputs().0, 4);
                assert_eq!(running.running().0.0, 2);
                assert_eq!(hub::Node::ALL.len(), 3);
            }
            _ => panic!("boot failed"),
        }
    }
}

fn main() {
    firmware::main();
}
