"""What Zephyr's build does with a devicetree: parse it, match bindings, order its nodes."""

import sys

from devicetree import edtlib

edt = edtlib.EDT(sys.argv[2], [sys.argv[1]])
for node in edt.nodes:
    node.dep_ordinal
