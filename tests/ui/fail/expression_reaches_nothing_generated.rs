//! The names of the generated module are not in scope of the expressions, and neither is the token.

bringup::board! {
    board hub;
    a: u8 { init = Node::A as u8; }
    b: u8 { init = { let _ = Fresh::take(Inputs {}); 1 }; }
}

fn main() {}
