// Only here so that the meta-object of CounterBridge has a home.
#include "app/counter/counter_bridge.h"
