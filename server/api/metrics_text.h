// The server's figures in the text format of Prometheus (version 0.0.4).
#pragma once

#include "server/arbiter/arbiter_metrics.h"
#include "server/guard/load_shedder.h"

#include <QByteArray>

namespace parterre {

// `streams`: readers of seat streams just now.
QByteArray metricsText(const ArbiterMetrics& arbiter, const LoadShedder& load, std::size_t streams);

} // namespace parterre
