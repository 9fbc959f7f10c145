// How muster ends. OUTPUT's numbers; scripts rely on them.
#pragma once

namespace muster::cli {

enum ExitCode : int {
  exit_ok = 0,            // all read
  exit_differences = 1,   // a check found differences
  exit_usage = 2,         // wrong usage, a broken rule pack, output that cannot be written
  exit_some_failed = 3,   // some documents could not be read, the others were
  exit_none_read = 4,     // no document could be read
  exit_internal = 70,     // our bug
  exit_interrupted = 130,
};

}  // namespace muster::cli
