#!/bin/sh
# For engines that feed lines through a program (Hadoop Streaming, Spark's pipe): a line of JSON in, a record a line out.
# A broken line gives a record that says so and is no reason to give the task up: 3 and 4 become 0.
muster extract -q --jsonl -j1 "$@" -
code=$?
[ $code -eq 3 ] || [ $code -eq 4 ] || exit $code
