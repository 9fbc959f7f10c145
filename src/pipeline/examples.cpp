#include "muster/pipeline/examples.hpp"
namespace muster::pipeline { ExampleReport check_examples(const Muster&) { return {}; } }
