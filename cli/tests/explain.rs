//! `bringup explain`: every code, and examples that are what they say.

mod common;

use bringup_compiler::view::{self, Rule};
use bringup_compiler::{Root, compile};
use bringup_dsl::{Code, Diagnostics, NoFiles, SourceMap};
use common::{repository, run, scratch};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[test]
fn every_code_is_listed_and_explained() {
    let list = run(Path::new("."), &["explain"]).out;
    assert_eq!(list.lines().count(), Code::ALL.len());
    for code in Code::ALL {
        assert!(list.contains(&format!("{code}  {}\n", code.title())), "{code}");
        let ran = run(Path::new("."), &["explain", code.name()]);
        assert_eq!((ran.code, ran.out.as_str()), (0, code.explain()), "{code}");
    }
}

/// What is shown as wrong gives that code, and what is shown as right gives nothing, as a reader would try it.
#[test]
fn examples_do_what_is_said() {
    let folder = scratch("explain");
    let mut tried = 0;
    for code in Code::ALL {
        let text = run(&folder, &["explain", code.name()]).out;
        let mut blocks = text.split("```");
        while let (Some(_), Some(block)) = (blocks.next(), blocks.next()) {
            let (kind, board) = block.split_once('\n').expect("a first line");
            std::fs::write(folder.join("x.board"), board).expect("a file");
            let ran = run(&folder, &["check", "x.board"]);
            let said = format!("[{code}]: ");
            match kind {
                "board wrong" => {
                    assert!(ran.out.contains(&said), "{code}\n{board}{}", ran.out);
                    assert_eq!(ran.code, i32::from(!code.is_lint()), "{code}\n{board}{}", ran.out);
                }
                "board right" => assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{code}\n{board}"),
                other => panic!("{code}: `{other}`"),
            }
            tried += 1;
        }
    }
    assert!(tried > Code::ALL.len(), "{tried}");
}

/// Whatever two nodes are asked about, the answer fits the order, and edges lead from one to the other.
#[test]
fn answers_fit_the_order() {
    let mut rules = BTreeMap::new();
    let cases = std::fs::read_dir(repository().join("tests/cases")).expect("the cases");
    let mut boards: Vec<PathBuf> = cases.map(|case| case.expect("a case").path().join("input.board")).collect();
    boards.push(repository().join("examples/pmic/src/pmic.board"));
    boards.push(repository().join("examples/host/src/station.board"));
    for board in boards {
        let mut sources = SourceMap::new(NoFiles);
        let root = sources.add("x.board", std::fs::read_to_string(&board).expect("a board")).expect("a small file");
        let Ok(plan) = compile(&mut sources, Root::File(root), &mut Diagnostics::new()) else { continue };
        for (a, b) in plan.model.ids().flat_map(|a| plan.model.ids().map(move |b| (a, b))).filter(|(a, b)| a != b) {
            let (why, other) = (view::why(&plan, a, b), view::why(&plan, b, a));
            let at = |id| plan.steps.iter().position(|step| step.node == id).map(|at| at + 1);
            assert_eq!(why.positions, [at(why.first), at(why.then)], "{}", board.display());
            assert!(!why.places.is_empty());
            match &why.rule {
                Rule::NotAtBoot => assert!(why.positions.contains(&None)),
                rule => {
                    assert_eq!(why, other, "{}: it does not matter which is named first", board.display());
                    assert!(
                        why.positions[0].is_none()
                            || why.positions[1].is_none()
                            || why.positions[0] < why.positions[1]
                    );
                    if let Rule::Edges(way) = rule {
                        assert_eq!((way[0].from, way[way.len() - 1].to), (why.then, why.first));
                        assert!(way.windows(2).all(|pair| pair[0].to == pair[1].from));
                        assert!(way.iter().all(|edge| plan.edges.contains(edge)));
                    }
                }
            }
            *rules.entry(format!("{:?}", why.rule).split('(').next().map(str::to_owned)).or_insert(0) += 1;
        }
    }
    assert_eq!(rules.len(), 7, "every rule decides somewhere: {rules:?}");
}
