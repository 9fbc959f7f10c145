#include "muster/reconcile/reconcile.hpp"
namespace muster::reconcile { void reconcile(model::Record&) {} }
