//! Boards to compile: the same one as `.board` and as devicetree.

/// How a board is laid out. Everything else is the same.
pub(super) struct Shape {
    pub(super) name: &'static str,
    /// Whether devices are nested in buses.
    nested: bool,
    needs: Needs,
}

/// What the devices of a board depend on.
enum Needs {
    /// One or two others.
    Any,
    /// The one before. Declared from the last to the first, so the first one pulls in all the others.
    Chain,
    /// Two on one, and the next one on both.
    Diamond,
    /// All on the first.
    Hub,
}

pub(super) const SHAPES: [Shape; 5] = [
    Shape { name: "nested", nested: true, needs: Needs::Any },
    Shape { name: "flat", nested: false, needs: Needs::Any },
    Shape { name: "chain", nested: true, needs: Needs::Chain },
    Shape { name: "diamond", nested: true, needs: Needs::Diamond },
    Shape { name: "hub", nested: true, needs: Needs::Hub },
];

pub(super) const LEVELS: usize = 4;

/// A twentieth of its nodes are rails, and a tenth buses if there are any.
pub(super) struct Board {
    pub(super) rails: Vec<Rail>,
    pub(super) buses: Vec<Bus>,
    /// In the order of their declaration.
    pub(super) devices: Vec<Device>,
}

/// Times are microseconds; each rail but the first is fed by another.
pub(super) struct Rail {
    pub(super) from: Option<usize>,
    pub(super) ramp: usize,
    pub(super) off_delay: usize,
}

pub(super) struct Bus {
    pub(super) rail: usize,
}

pub(super) struct Device {
    pub(super) number: usize,
    pub(super) place: Option<Place>,
    pub(super) level: usize,
    pub(super) priority: usize,
    pub(super) rail: usize,
    /// Numbers of others.
    pub(super) depends: Vec<usize>,
}

/// Where on a bus.
pub(super) struct Place {
    bus: usize,
    pub(super) address: usize,
}

impl Board {
    pub(super) fn new(nodes: usize, shape: &Shape) -> Board {
        let mut random = Random(12345);
        let rails = (nodes / 20).max(1);
        let buses = if shape.nested { (nodes / 10).max(1) } else { 0 };
        let devices = nodes - rails - buses;
        let all_rails = (0..rails)
            .map(|number| Rail {
                from: (number > 0).then(|| random.below(number)),
                ramp: 100 + number % 900,
                off_delay: random.below(5000),
            })
            .collect();
        let all_buses = (0..buses).map(|_| Bus { rail: random.below(rails) }).collect();
        let mut all: Vec<Device> = (0..devices)
            .map(|number| {
                let bus = (buses > 0).then(|| number * buses / devices);
                // Levels and priorities rise with the number, as do the needs.
                let turn = number * LEVELS * 100 / devices;
                Device {
                    number,
                    place: bus.map(|bus| Place { bus, address: number + 1 - (bus * devices).div_ceil(buses) }),
                    level: turn / 100,
                    priority: turn % 100,
                    rail: random.below(rails),
                    depends: shape.needs.of(number, &mut random),
                }
            })
            .collect();
        if matches!(shape.needs, Needs::Chain) {
            all.reverse();
        }
        Board { rails: all_rails, buses: all_buses, devices: all }
    }

    /// The devices with the number of the bus that they are on.
    pub(super) fn by_bus(&self) -> impl Iterator<Item = (Option<usize>, &[Device])> {
        let bus = |device: &Device| device.place.as_ref().map(|place| place.bus);
        let groups = self.devices.chunk_by(move |one, next| bus(one) == bus(next));
        groups.map(move |group| (group.first().and_then(bus), group))
    }
}

impl Needs {
    fn of(&self, number: usize, random: &mut Random) -> Vec<usize> {
        let Some(before) = number.checked_sub(1) else { return Vec::new() };
        match self {
            Needs::Any => {
                let one = random.below(number);
                let other = Some(random.below(number)).filter(|other| *other != one && number.is_multiple_of(2));
                [one].into_iter().chain(other).collect()
            }
            Needs::Chain => vec![before],
            Needs::Diamond if number.is_multiple_of(3) => vec![number - 2, before],
            Needs::Diamond => vec![number - number % 3],
            Needs::Hub => vec![0],
        }
    }
}

/// The same numbers in every run.
struct Random(u32);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        // The lower bits repeat soon.
        (self.0 >> 8) as usize % bound
    }
}
