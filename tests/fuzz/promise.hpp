// PROMISE(x): x holds, or the program ends here with the words of x.
#pragma once

#include <cstdio>
#include <cstdlib>

#define PROMISE(x)                                                             \
  do {                                                                         \
    if (!(x)) {                                                                \
      std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #x);     \
      std::abort();                                                            \
    }                                                                          \
  } while (false)
